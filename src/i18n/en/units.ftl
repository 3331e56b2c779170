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

fill-toml = From here on the file is not TOML ({ $what }).
fill-key = There is no key “{ $found }” here.
fill-missing = { $key } is missing.
fill-blank = { $key } must not be blank.
fill-twice = “{ $found }” stands on line { $line } already. Use each name once.
fill-not-text = { $key } must be text in quotation marks.
fill-not-number = { $key } must be a whole number, 0 or more.
fill-not-flag = { $key } must be true or false.
fill-not-day = { $key } must be a real day without quotation marks, like 2023-10-12.
fill-not-time = { $key } must be a real day and time with its offset and without quotation marks, like 2023-10-12T08:00:00+07:00.
fill-not-list = { $key } must be a list of texts, like ["V-01", "V-02"].
fill-not-table = { $key } must be a table, written as [{ $key }].
fill-not-tables = There may be several of { $key }; write each as [[{ $key }]].
fill-rating = A rating must be a whole number from 0 to 4.
fill-no-mark = This item has no mark. Give one of: rating, not_applicable, not_verified (or unanswered = true while there is none).
fill-two-marks = This item has more than one mark. Keep one of: rating, not_applicable, not_verified, unanswered.
fill-reason = { $key } must give a reason.
fill-item-unknown = The inspection programme has no item “{ $found }”.
fill-item-kind = Item { $item } is not for units of kind { $kind }.
fill-evidence-kind = The inspection programme has no kind of evidence “{ $found }”.
fill-evidence-unknown = There is no piece of evidence “{ $found }” in the file or the inspection.
fill-finding-unknown = There is no finding “{ $found }” in the file or the inspection.
fill-finding-kind = There is no kind of finding “{ $found }”. Write strength or shortfall.
fill-severity = There is no severity “{ $found }”. Write low, medium or high.
fill-file-parts = file, file_hash and file_bytes belong together. To attach a new file, give file alone.
fill-file-folder = Beside file_hash, file is a name only, without a folder.
fill-hash = file_hash must be 64 hexadecimal digits in lower case (0–9, a–f).
