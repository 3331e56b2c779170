# The terminal application.

saved = saved
saving = saving
not-saved = NOT SAVED
practice = PRACTICE
too-small = This window of { $width }×{ $height } is too small. Make it at least 60×16; nothing you did is lost.

tab-queue = Queue
tab-units = Units
tab-rollup = Roll-up
help-title = Keys that count here · keymap: { $keymap }

filter-pending = Pending
filter-overdue = Overdue
filter-due-soon = Due within 7 days
filter-underway = Under way
filter-ready = To be signed
filter-signed = Signed

queue-title = Overdue { $overdue } · Next 7 days { $week } · Under way { $underway } · To be signed { $ready }
queue-empty = There is no inspection yet. Import units on the Units tab (2, then i), then come back and press n to plan a round. To see a sample province first: quit and run thucchat demo.
queue-found-none = No inspection matches the words.
queue-no-match = No inspection matches. Press = to clear the filter.
queue-nothing-selected = No inspection is selected.
queue-no-units = There are no units yet. Go to Units (2) and press i to import them from a CSV file.
queue-today = due today
queue-in-days = in { $days ->
    [one] 1 day
   *[other] { $days } days
}
queue-days-over = { $days ->
    [one] 1 day over
   *[other] { $days } days over
}
queue-signed-on = signed { $day }
queue-lead = Head of team: { $name }
queue-due = Due: { $day }
queue-figures = Claimed { $claimed } · supported { $supported } · gap { $gap } · coverage { $coverage } %
queue-last-time = Last time ({ $round }): { $supported }, gap { $gap }, { $band }
unit-pilot = Pilot
unit-valid = Valid: { $from } – { $to }

plan-form = Plan a round
plan-round = Round
plan-title = Title
plan-from = From
plan-to = To
plan-milestone = Milestone
plan-no-milestone = none
plan-kinds = Kinds of unit
plan-under = Under code
plan-due = Due
plan-lead = Head of team
plan-bad-period = The last day stands before the first.
plan-no-such-unit = No unit has the code { $code }. The Units tab shows the codes.
plan-round-is-there = Round { $round } is there already: { $title }, { $from } to { $to }. Leave its title, period and milestone as they are, or type another round.
plan-nothing = Nothing left to plan: { $skipped } units have an inspection in this round already.
plan-done = Planned { $count } inspections in round { $round }; { $skipped } units had one already.

units-title = { $count } units
units-none = There are no units yet. Press i to import them from a CSV file (columns: code, name, kind, parent, tier, from, to, pilot).
units-no-match = No unit matches.
units-no-inspection = { $unit } has no inspection yet. Press n to plan one.
units-import-form = Import units from a CSV file
units-imported = Imported: { $added } added, { $changed } changed, { $unchanged } unchanged.
units-not-imported = The file has { $count } mistakes; no unit was imported. Mend the file and import it again:
mistake-line = { $mistake }

walk-loading = Opening …
walk-place = { $unit } › { $section }
walk-place-unit = { $unit }
walk-items = Items
walk-look-at = Look at
walk-talk = Talking with residents
walk-ask-whom = Ask
walk-evidence = Evidence { $grade } → carries at most { $cap } points
walk-cap-bites = Rated { $claimed }, the evidence carries only { $cap }: stronger evidence is needed.
walk-life-bites = Held back by the life item { $life }: counts only { $effective }.
walk-propose-not-verified = A low rating on the unit's word alone: better “{ $command }”. It stands first below, its reason written already.
walk-contradicts = contradicts the rating, does not count
walk-expired = expired, does not count
walk-outside = outside the period under review, does not count
walk-unknown-kind = the programme does not know this kind, does not count
walk-all-answered = Every item has a mark. Press s to sign off.
walk-removed = { $record } is removed at { $item }.
walk-no-evidence-yet = This inspection has no evidence yet. Press e to add some.
walk-signed = Signed and frozen. To change it, open it again on the sign-off screen (s), with a reason.

strip-nothing = No item applies to this unit.
strip-claimed = Claimed
strip-supported = Supported
strip-gap = gap
strip-coverage = coverage
strip-open = { $count } open

undone = Undone: { $what }
redone = Done again: { $what }
edit-cite = evidence cited at
edit-note = note at
edit-visit = the visit
undo-nothing = There is nothing left to undo here.
redo-nothing = There is nothing left to do again here.

form-empty = This field cannot stay empty.
form-day-ahead = { $day } is still to come.
form-no-day = “{ $typed }” is no day. Type 30/11, 30/11/2023 or +14.
form-no-time = “{ $typed }” is no time. Type 08:00 or 12/10/2023 08:00.
form-no-count = “{ $typed }” is no count.
form-many = { $at }/{ $count } · ← → move, Space marks
form-note = Note
form-cite = Evidence at hand
form-new-evidence = New evidence
form-new-finding = New finding
form-new-recommendation = New recommendation
form-visit = The visit
criterion-clause = clause { $clause }, { $basis }

field-reason = Reason
field-note = Note
field-evidence-kind = Kind
field-evidence-text = What
field-source = Source
field-collected = Collected
field-expires = Valid until
field-file = File
field-contradicts = Contradicts
field-evidence = Evidence
field-finding-kind = Kind
field-condition = Condition
field-criterion = Criterion
field-cause = Cause
field-effect = Effect
field-severity = Severity
field-items = Items
field-reply = The unit's reply
field-action = What must be done
field-owner = Owner
field-due = By when
field-check = How checked
field-followed-by = Followed up by
field-findings = Findings
field-visit-from = Begins
field-visit-to = Ends
field-closing-meeting = Closing meeting
field-team = Team
field-people-asked = People asked
field-minutes-on-sites = Minutes on sites
field-documents-asked = Documents asked for
field-minutes-on-paper = Minutes on paper
field-minutes-with-people = Minutes with people
field-path = File
field-signer = Signed by
field-language = Language
field-inspector = Your name
field-team-name = Team, office
field-vault = Vault
word-yes = yes
word-no = no

sign-title = Sign-off
sign-place = { $unit } › Sign-off
sign-form = Sign off: nothing can be changed afterwards
sign-figures = Claimed { $claimed } · supported { $supported } · gap { $gap } · coverage { $coverage } % · range { $low } – { $high }
sign-depends-on-na = The band depends on the items marked not applicable: counted as 0 they would change it.
sign-rests-on = Rests on { $what }: each taken away alone leaves “{ $band }”.
sign-hindered = { $count } things must be done before signing:
sign-ready = Ready to be signed. Signing freezes everything.
sign-head-now = Journal head now: { $head }
sign-signed = Signed by { $by } on { $at }, version { $version }.
sign-head = Journal head at signing: { $head }
sign-frozen = Frozen. It can only be opened again as a new version, with a reason.
sign-already = It is signed already.
reopen-form = Open again as a new version
reopen-not-signed = It is not signed; there is nothing to open again.
hindrance-open = { $item } { $label }: no mark yet
hindrance-no-name = Nobody is named who signs.

preview-place = { $title }
preview-building = Building the report …
export-form = Export to a file
exported = Wrote { $path }
rollup-no-round = There is no round yet. Go to the Queue (1) and press n to plan one.

start-title = First start
start-welcome = Thực chất: inspect to see what is real, not to fill in paper.
start-where = The vault will be in { $folder }. No network is needed; a battery that dies loses no saved word.
start-own = the team's own vault
start-practice = practice vault with a sample province
start-own-programme = the team's own vault, programme from a file
start-step-language = Choose the language of screens and documents. It can be changed at any time.
start-step-name = Type the name of the person at this laptop. It stands beside every change and is proposed for signing.
start-step-team = Type the team or office that heads the documents. It may stay empty for now.
start-step-vault = The team's vault uses the programme that ships; to try things out, choose the practice vault with a sample province. The practice vault stands apart and is marked on every screen and document.
start-step-programme = Type the path of the team's programme file (TOML). It is checked first: what is wrong is shown with line and column, and nothing is made.
start-programme-wrong = { $count ->
    [one] The programme file has 1 mistake; no vault was made. Mend the file and try again:
   *[other] The programme file has { $count } mistakes; no vault was made. Mend the file and try again:
}
field-programme = Programme
start-done = The vault is open.
start-done-empty = The vault is made. First step: go to Units (2) and press i to import them from a CSV file.

dialog-vault = Vault
dialog-read = read
dialog-quit = Quit?
dialog-quit-unsaved = There are changes that the disk did not take. Enter drops them and quits, Esc stays, to save them again.
dialog-quit-form = The words in this form are not saved. Enter drops them and quits, Esc stays.
saved-again = What could not be saved before is saved.
dialog-not-saved = Not saved
dialog-stopped = What is not saved is kept, in its order, until the program is closed. Once the disk is seen to, Enter saves it again; Esc goes on reading, and the next change asks again.
dialog-failed = That did not work

store-none-open = No vault is open.
inspection-gone = The vault does not hold this inspection.
path-missing = Cannot read { $path }: there is no file there.
path-forbidden = Cannot read { $path }: no permission to read it.
path-unreadable = Cannot read { $path }: { $why }.
path-too-large = { $path } is no plain file, or larger than { $most } MB.
path-nothing-changed = Nothing was changed.
path-not-attached = Evidence { $evidence } is saved, without the file. Open it again to attach the file.
suspend-no-shell = No shell waits for this program, so it goes on; quit (q) to leave, everything decided is saved.
