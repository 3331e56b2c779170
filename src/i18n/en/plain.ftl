# The walk as numbered lines, for screen readers and dumb terminals.

plain-hello = Thực chất, line by line. Type the number of a line or of a deed, then Enter. Type ? to hear what can be done here; an empty line reads again.
plain-bye = Everything is saved. Goodbye.
plain-deeds = What can be done here (type the number, the key in brackets, or the name):
plain-more-back = lines before
plain-more-on = lines after
plain-part = Lines { $first } to { $last } of { $count }.
plain-lines = lines { $first } to { $last } of { $count }
plain-choose = Choose:
plain-no-choice = “{ $typed }” is no number, key or deed here. Type ? to hear what can be done.
plain-too-long = This line is longer than { $most } characters; the rest is left out.
plain-filtered = Filter { $filter }: { $count } inspections.
plain-searched = Filter { $filter }, search “{ $words }”: { $count } inspections.
plain-units-searched = Search “{ $words }”: { $count } units.
plain-search = Search for what? Tone marks are not needed; empty ends the search.
plain-opened = open
plain-closed = closed
plain-in-hand = In hand: { $what }
plain-change = { $at }, { $who }: { $what }, from “{ $from }” to “{ $to }”
plain-records = Evidence, findings and recommendations of this item. Type a number to choose one, then edit or remove it.
plain-chosen = chosen
plain-no-mark = no mark yet
plain-mark = Mark now: { $mark }
plain-score = Score: claimed { $claimed }, carried by evidence { $supported }, gap { $gap }, coverage { $coverage } %, { $band }; { $open } items without a mark.
plain-form = One line for each field. Empty: keeps it. - : empties it. = : saves now, the fields after it stay. . : gives up, nothing is saved. A \ at the end of a line: goes on in the next; a \ at its start: takes it as it stands.
plain-field = { $at }/{ $count } { $label }
plain-field-required = { $at }/{ $count } { $label } (must be filled)
plain-now = now: { $value }
plain-one = Type one number; chosen: { $chosen }.
plain-many = Type the numbers with blanks between; chosen: { $chosen }.
plain-none = nothing
plain-day = A day: 30/11, 30/11/2023 or +14.
plain-moment = A time: 08:00 or 12/10/2023 08:00.
plain-count = A count.
plain-no-option = “{ $typed }” is no number from 1 to { $count }.
plain-given-up = Given up, nothing was saved.
plain-yes-no = 1. Yes. 2. No.
