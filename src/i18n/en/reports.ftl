# The documents that can be made, their preview.

tab-reports = Reports
context-reports = Reports
reports-title = Documents that can be made
reports-inspection = Inspection report
reports-inspection-about = The report of one inspection: situation, results by section, strengths, shortfalls, recommendations, annexes with scores and evidence. For the inspected unit and the standing body.
reports-minutes = Working minutes
reports-minutes-about = The minutes of the visit: who, when, what was seen and asked, what was recorded at each item, the unit’s words. Signed by both sides.
reports-letter = Urging letter
reports-letter-about = Reminds a unit of recommendations that are overdue or soon due, each with its owner and its day. For the unit.
reports-rollup = Roll-up of a round
reports-rollup-about = Many units in one round, grouped by district, kind of unit, section or single unit; units not inspected are always named. For the Party committee.
reports-nominations = Nominations for praise
reports-nominations-about = A proposal of what was verified in a round – strengths and models, each with its evidence, without a rank – and why other units are not put forward. For the steering committee.
reports-findings = Findings and recommendations
reports-findings-about = The words of findings and recommendations of many inspections, by unit, to urge with or to put into another document.
reports-how = How
reports-how-choose = Enter: choose unit, round, grouping and format
reports-how-preview = The preview shows exactly what will be written; / searches in it
reports-how-write = w: writes the file under a proposed name; a file that is there is never overwritten
reports-round = Current round: { $round }

reports-unit = Unit (code or name)
reports-by = Grouped by
reports-by-district = district
reports-by-kind = kind of unit
reports-by-section = section
reports-by-unit = single unit
reports-which = Findings
reports-which-all = all
reports-which-open = recommendations still open
reports-which-overdue = recommendations overdue
reports-which-declared = declared done by the unit
reports-which-verified = verified
reports-format = Format
reports-format-text = plain text (txt)
reports-format-docx = Word (docx)
reports-format-html = web page to read and print (html)
reports-format-markdown = Markdown (md)
reports-format-json = JSON, for programs
reports-format-xlsx = workbook (xlsx)
reports-format-csv = CSV table, for spreadsheets
reports-unknown-unit = No unit matches “{ $typed }”. Type its code or a part of its name; tone marks do not matter.
reports-no-unit = Round { $round } has no inspection of a unit like “{ $typed }”. Type its code or part of its name; tone marks do not matter.
reports-many-units = “{ $typed }” fits { $count } units: { $names } … Type more of the name, or the code.
reports-unmade = This document could not be made. No file was written and the data are whole; try again, or choose another format.
reports-gone = This inspection or round is no longer in the vault.

preview-at = lines { $from }–{ $to } of { $of } · { $share } %
preview-not-found = These words are not in the document.
preview-search-first = Nothing searched for yet. Press / and type.

command-go-reports = reports
command-go-reports-help = Opens the tab of reports: the documents that can be made.
command-make-document = make document
command-make-document-help = Chooses what this document is about and its format, then shows it.
command-next-match = next place
command-next-match-help = Goes to the next line that holds the words searched for.
command-previous-match = place before
command-previous-match-help = Goes to the line before that holds the words searched for.

stamp-check = To check the text file (txt) of this document: thucchat report verify FILE
stamp-journal = Journal: { $hash }
stamp-text = Text:    { $hash }
stamp-none = { $file } has no foot to check it by: it is no text (txt) report of this program, or its end was cut off.
stamp-command = The foot names the command “{ $command }”: this version does not know it, or the vault no longer holds that inspection.
stamp-made = Made by “{ $command }” on { $day }, journal { $head }.
stamp-unaltered = ✓ The text of the file is as it was made.
stamp-altered = ✗ The text of the file was changed after it was made: its hash does not match.
stamp-ours = ✓ Made from this vault: its journal holds that record.
stamp-not-ours = ✗ The journal of this vault holds no such record: made from another vault, or this one was replaced.
stamp-current = ✓ The vault still says the same today, word for word.
stamp-differs = ✗ The vault says otherwise today in { $count } lines (- in the file, + in the vault):

bundle-none = Round { $round } has no signed inspection yet, so there is no report to write.
bundle-stopped = Stopped: no file was left behind.
bundle-written = { $count } reports written into { $folder }, with the list of their hashes { $list } (check it with sha256sum -c { $list }).

command-copy-document = copy
command-copy-document-help = Copies the whole document to the clipboard of the terminal, where the settings allow it.
document-copied = { $count } lines are in the clipboard of the terminal.
document-too-long = { $count } lines were copied; the text is long, some terminals take only its beginning. Writing a file is sure.
document-copy-off = Copying out is switched off. Open the settings and choose the clipboard of the terminal, or write a file.

layout-too-large = The layout file is larger than 32 KB and was not read.
layout-toml = Cannot be read: { $what }
layout-body = body is “{ $body }”; it must be party or state.
layout-day = It must be a day, such as 2018-04-03.
layout-beyond = Part { $part }: a head or foot cannot use `{ $what }`, which can make texts without end, or is a field of format that has a name. Use variables, words, if, for, and filters such as upper, lower, default, join, format.
layout-template = { $part }: the template is wrong: { $what }
layout-variable = { $part }: there is no variable “{ $name }”. There are: { $known }.
layout-look = { $file }: { $mistakes } mistakes. A layout with mistakes is not used; your own belong into { $folder }.
layout-good = { $file }: no mistakes ({ $mistakes }). Put it into { $folder } to use it.
layout-no-body = No layout “{ $name }” ships. There are: party, state.
layout-ignored = The layout { $file } has mistakes and is not used: { $why } See all of them with thucchat template check.
