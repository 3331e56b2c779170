# Mistakes in programme files, and what every mistake in a file has in common.

intake-nearest = did you mean “{ $name }”?

programme-schema = The file is written to schema { $found }; this version reads schema { $reads }. Use schema = { $reads } or update the program.

# TOML
programme-syntax-twice = This name stands above already. Each name is written once in a table; delete or rename one of them.
programme-syntax-quotes = Words must stand in straight quotes "…" or '…', opened and closed on one line.
programme-syntax-unclosed = A bracket is opened and not closed. Add the missing ] or {"}"}.
programme-syntax-comma = Parts within brackets are separated by one comma; here a comma is missing or one too many.
programme-syntax-other = TOML cannot be read on from here ({ $detail }).

# keys and values
programme-unknown-table = A programme has no part “{ $key }”. Delete it or correct its name.
programme-unknown-key = { $table } has no “{ $key }”. Delete it or correct its name.
programme-missing = “{ $key }” is missing; every file needs it.
programme-missing-key = { $table } lacks “{ $key }”.
programme-needs-words = “{ $key }” must be words in quotes: "…".
programme-needs-text = “{ $key }” must be given in two languages: {"{"} vi = "…", en = "…" {"}"}.
programme-needs-number = “{ $key }” must be a whole number without quotes.
programme-needs-share = “{ $key }” must be a whole number from 0 to 10000, in basis points (10000 = 100 %).
programme-needs-yes-no = “{ $key }” must be true or false, without quotes.
programme-needs-day = “{ $key }” must be a day written year-month-day, without quotes: 2023-12-31.
programme-needs-list = “{ $key }” must be a list in square brackets: [ … ].
programme-needs-table = “{ $key }” must be a table of lines name = value.
programme-needs-tables = At least one table with double square brackets is needed: { $table }.
programme-needs-condition = “{ $key }” must be a condition in quotes, such as 'people_asked >= 5'.
programme-blank = “{ $key }” is empty. Write something or delete the line.
programme-unseen = “{ $key }” holds a control character or a hidden one. Delete this part and type it again.
programme-bad-id = The id “{ $id }” cannot be used: only letters, digits and _ - . and at most 40 characters.
programme-id-twice = The id “{ $id }” is used in line { $line } already. Each id is used once.
programme-listed-twice = “{ $id }” stands in this list already.
programme-place = The kind “place” is the administrative tree's, which is never inspected. Choose another id.
programme-out-of-range = “{ $key }” must be from { $least } to { $most }; here it is { $found }.
programme-how-many = “{ $key }” must have exactly { $needs } parts; here it has { $found }.
programme-not-rising = The numbers of “{ $key }” must rise; this one is not above the one before it.
programme-no-such-word = “{ $word }” cannot be used for “{ $key }”; choose one of: { $words }.
programme-days-order = valid_to comes before valid_from. Exchange the two days.
programme-bands-order = Write the best band first: “min” of this band must be below that of the band above it.
programme-bands-from-nothing = The last band must have min = 0, so that every score has a band.

# references
programme-unknown-unit-kind = There is no kind of unit “{ $id }” among the [[unit_kind]].
programme-unknown-evidence-kind = There is no kind of evidence “{ $id }” among the [[evidence_kind]].
programme-unknown-band = There is no band “{ $id }” among the [[band]].
programme-unknown-item = There is no item “{ $id }” among the [[section.item]].
programme-item-later = “relevant” may ask only about items that stand earlier; “{ $id }” stands later or is this item itself.
programme-life-itself = Item “{ $id }” cannot be its own “life”.
programme-life-tied = “{ $id }” rests on another item itself. The item named by “life” must stand alone, without a “life” of its own.

# conditions
programme-condition-syntax = The condition cannot be read on from here. A right one: people_asked >= 5 && level("A-01") >= 2
programme-condition-sign = In a condition, write “{ $right }” in place of “{ $wrong }”.
programme-condition-long = The condition is longer than { $most } bytes. Shorten it.
programme-condition-deep = Brackets stand more than { $most } deep in each other. Simplify it.
programme-condition-name = Conditions do not know the name “{ $name }”; the names are: { $names }.
programme-condition-function = Conditions have no function “{ $name }”; there are only level("id") and rated("id").
programme-condition-word = This can never be “{ $word }”; choose one of: { $words }.
programme-condition-item = level and rated take exactly one item id in quotes: level("A-01").
programme-condition-mismatch = “{ $sign }” does not go between these two: numbers go with numbers, words with words, true and false with && || !.
programme-condition-not-yes-no = A condition must come out true or false; this is only a number or a word. Add a comparison.
programme-condition-score = “relevant” cannot ask for “{ $name }”: there is no score before it is known which items are asked.
programme-condition-beyond = Conditions use only names, whole numbers, words, comparisons, + - * / %, && || ! ?: and in [ … ]; this goes beyond.

# warnings
programme-no-vi = “{ $key }” has no Vietnamese yet; the English is used.
programme-no-en = “{ $key }” has no English yet; the Vietnamese is used.
programme-label-wide = “{ $label }” is { $columns } columns wide, over { $most }; lists will cut it.
programme-kind-sees-nothing = No item asks the kind of unit “{ $id }” anything.
programme-item-unseen = No kind of unit sees item “{ $id }”: its applies_to is empty.
programme-life-unseen = “{ $id }” rests on “{ $life }”, but these kinds of unit are not asked “{ $life }”: { $kinds }. There nothing caps it.
