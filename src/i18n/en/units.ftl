# Mistakes in unit files (CSV) and fill files (TOML). Nothing of a file with mistakes is taken over; the command says that once.

file-too-large = The file is larger than { $most } MiB and was not read. Split it into smaller ones.
file-not-text = From here on the file is neither UTF-8 nor UTF-16 text. Save it again as UTF-8.
file-control = { $code } is a control or hidden character and must not stand in the file. Delete it.
file-more-mistakes = The file has more mistakes; only the first { $shown } are listed. Mend them and check again, or see whether it is the right file.

units-empty = The file is empty. Its first line must name the columns, at least: code, name, kind, tier.
units-too-many = The file has more than { $most } rows. Split it into smaller ones.
units-column-unknown = There is no column “{ $found }”. The columns are: code, name, kind, parent, tier, from, to, pilot, address, contact, note.
units-column-twice = Column { $column } stands twice. Drop one.
units-column-missing = Column { $column } ({ $vietnamese }) is missing.
units-cells = This row has { $found } cells, the header has { $expected }. Look at the separators “{ $mark }” and the quotation marks.
units-nameless = The cell “{ $found }” stands under a column without a name. Name the column or clear the cell.
units-quote-open = The quotation mark that opens here is never closed.
units-behind-quote = After a closing quotation mark only “{ $mark }” or the end of the line may follow. Inside a cell, double the quotation mark.
units-lines = A cell of column { $column } must not hold a line break.
units-long = The cell of column { $column } has { $found } characters, at most { $most } are allowed.
units-blank = The cell of column { $column } must not be empty.
units-kind = Kind “{ $found }” is neither place nor a kind of unit of the inspection programme.
units-tier = There is no tier “{ $found }”. Write province, district or commune.
units-day = “{ $found }” is no date. Write it like 2021-03-01 or 01/03/2021.
units-pilot = “{ $found }” is not clear. Write yes or no for pilot.
units-period = The last day { $to } lies before the first day { $from }.
units-overlap = Code { $code } on lines { $first } and { $second } holds on the same days. Mend from or to.
units-overlap-known = Code { $code } holds on the same days as “{ $name }”, which is known already ({ $period }). Give the same first day to change that row, or add that row to the file with an earlier last day.
units-parent-needed = A unit that is no place must have a parent.
units-parent-unknown = The parent “{ $found }” is neither in the file nor known already.
units-circle = From { $code } up to its parent { $parent } the way leads back to { $code }. Mend the parent.
