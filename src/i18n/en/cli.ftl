# Commands without a terminal: what they did, what went wrong, and what to do next.

# what went wrong with the call
cli-no-terminal = There is no terminal to open the application in. Start it in a terminal window, or use a command: `thucchat --help` lists them, `thucchat demo --text` prints a sample.
cli-terminal = The terminal cannot be used: { $reason }. What was saved is safe. Try another window, or use a command: `thucchat --help`.
cli-unusable = The vault opens but cannot be shown. Its data is safe in the journal. Run `thucchat vault verify`.
cli-keymap-ignored = The keymap file { $file } cannot be read, so a shipped keymap is in use. `thucchat keys check` says why.
cli-no-home = This computer does not tell where its data folder is. Name the vault with --vault DIR or THUCCHAT_VAULT.
cli-no-vault = There is no vault in { $dir }. Make one with `thucchat init`, or name another with --vault DIR.
cli-vault-there = There is a vault in { $dir } already; nothing was changed. For another one, name another folder with --vault DIR.
cli-today-real = --today is for practice vaults only (`thucchat demo`). Leave it out, or name a practice vault with --vault.
cli-format = This command does not make { $format }. Use one of: { $made }.
cli-stdout = The output could not be written: { $reason }. The vault is as it was.
cli-file = The file { $file } cannot be read: { $reason }. Check the path and its permissions; nothing was changed.
cli-file-large = The file { $file } is larger than { $mb } MB and was not taken; nothing was changed. Split it.
cli-file-utf8 = The file { $file } is not UTF-8 text; nothing was changed. Save it as UTF-8.
cli-mistakes = { $file }: { $n ->
    [one] 1 mistake
   *[other] { $n } mistakes
}; nothing was taken from this file. Mend all and run it again.
cli-nearest = Did you mean { $name }?
cli-see-list = `thucchat inspection list` shows the ids.
cli-ambiguous = “{ $name }” means several inspections: { $which }. Write more of the id.
cli-no-inspection = There is no inspection “{ $name }”.
cli-no-round = There is no round “{ $name }”. `thucchat round list` shows them, `thucchat round add` adds one.
cli-no-unit = There is no unit with the code “{ $name }”. `thucchat unit list` shows them.
cli-no-kind = The programme has no kind of unit “{ $name }”.
cli-kinds = Its kinds of unit: { $kinds }.
cli-no-keymap = There is no keymap or file “{ $name }”.
cli-no-finding = Nothing in scope has a finding “{ $name }”.
cli-inspection-gone = The journal names the inspection { $id }, but it cannot be read. Run `thucchat vault verify`.

# what was done
cli-not-for-terminal = This format is no text, so it is not printed on a terminal. Add -o FILE to write it to a file.
cli-written = Wrote { $file }.
cli-init = Made a vault in { $dir }. Next: `thucchat unit import FILE.csv`.
cli-imported = Units imported: { $added } added, { $changed } changed, { $unchanged } as they were.
cli-import-would = A trial, nothing was written: would add { $added }, change { $changed }, leave { $unchanged }.
cli-adds = adds
cli-changes = changes
cli-nothing = as it was
cli-units-past = { $n ->
    [one] 1 more row does
   *[other] { $n } more rows do
} not hold on { $day }; see another day with --on DATE, a single unit with `thucchat unit show CODE`.
cli-no-units-yet = There are no units yet. Import them with `thucchat unit import FILE.csv`.
cli-no-rounds-yet = There are no rounds yet. Add one with `thucchat round add ID --title T --from DATE --to DATE`.
cli-no-inspections-yet = There are no inspections yet. Plan them with `thucchat round plan ROUND --kind KIND`.
cli-no-match = Nothing matches what was asked for.
cli-no-findings = No findings are recorded in scope.
cli-round-title = The round has no title. Give one after --title.
cli-round-there = There is a round “{ $id }” already; nothing was changed. Choose another id.
cli-round-period = The first day { $from } lies after the last day { $to }. Swap --from and --to.
cli-round-added = Added the round { $id }: { $title }.
cli-planned = { $n ->
    [one] Planned 1 inspection
   *[other] Planned { $n } inspections
} in the round { $round }.
cli-plan-skipped = { $n ->
    [one] Skipped 1 unit that is
   *[other] Skipped { $n } units that are
} in this round already: { $codes }.
cli-plan-none = No unit of these kinds is in scope on { $day }. See `thucchat unit list`; import more with `thucchat unit import FILE.csv`.
cli-filled = Recorded { $name }: { $changes ->
    [one] 1 change
   *[other] { $changes } changes
}, { $answered } of { $items } items answered.
cli-fill-outside = the evidence file “{ $file }” must lie in the folder of this file (no absolute path, no ..)
cli-frozen = { $by } signed this inspection at { $at }, so it is frozen; nothing was changed. To change it, open it again: `thucchat inspection reopen ID --why TEXT`.
cli-signed = { $by } signed { $name } ({ $unit }). It is frozen now.
cli-hindered = { $n ->
    [one] It cannot be signed yet, 1 thing is left:
   *[other] It cannot be signed yet, { $n } things are left:
}
cli-signed-already = It is signed already: { $by }, { $at }.
cli-hindered-open = { $item } has no answer: { $label }
cli-hindered-how = Rate the items without an answer, or mark them not applicable or not verified with the reason: `thucchat inspection fill ID FILE.toml`.
cli-hindered-broken = { $item } breaks a rule of the programme: { $rule }
cli-hindered-name = Nobody is named who signs. Give the name after --by.
cli-not-signed = This inspection is not signed, so there is nothing to open again; just go on.
cli-no-reason = Opening again needs a reason after --why.
cli-reopened = Opened { $name } again as version { $version }. The earlier signature stays in the journal.
cli-check-good = { $file }: no mistakes, { $warnings } to look at.
cli-check-look = { $file }: { $mistakes } mistakes, { $flags } flags, { $warnings } to look at.
cli-keys-good = { $file }: { $mistakes } mistakes, ready for use.
cli-keys-look = { $file }: { $mistakes ->
    [one] 1 mistake
   *[other] { $mistakes } mistakes
}.
cli-check-warning = { $what } (worth a look)
cli-practice = Practice vault: the figures are an example and no unit’s.
cli-demo = Practice vault: { $dir }. Its figures are examples and nobody's own.
cli-demo-real = The vault in { $dir } is a real one, not for practice; it was left alone. Name another folder with --dir.
cli-demo-scale = Made { $done } of { $total } inspections.
cli-demo-other = The vault in { $dir } is another one than the sample asked for; it was left alone. Name another folder with --dir.
cli-demo-queue = QUEUE ON { $day } (practice vault): { $n ->
    [one] 1 inspection without a signature
   *[other] { $n } inspections without a signature
}
cli-rebuilt = Made the index anew from { $records } records of the journal; the old one lies in the folder quarantine.
cli-late = { $days ->
    [one] overdue 1 day
   *[other] overdue { $days } days
}
cli-mark-na = not applicable
cli-mark-nv = not verified
cli-yes = yes
cli-no = no

# headings
cli-items = Items
cli-evidence = Evidence
cli-findings = Findings
cli-recommendations = Recommendations
cli-col-line = Line
cli-col-does = Does
cli-col-code = Code
cli-col-name = Name
cli-col-kind = Kind
cli-col-parent = Parent
cli-col-pilot = Pilot
cli-col-place = Within
cli-col-tier = Level
cli-col-valid = Period
cli-col-address = Address
cli-col-contact = Contact
cli-col-note = Note
cli-col-round = Round
cli-col-title = Title
cli-col-milestone = Milestone
cli-col-planned = Planned
cli-col-signed = Signed
cli-col-id = ID
cli-col-inspection = Inspection
cli-col-unit = Unit
cli-col-due = Due
cli-col-state = State
cli-col-answered = Answered
cli-col-claimed = Claimed
cli-col-supported = Supported
cli-col-score = Score
cli-col-gap = Gap
cli-col-coverage = Coverage
cli-col-band = Band
cli-col-lead = Head of team
cli-col-visit = Visit
cli-col-team = Team
cli-col-signed-by = Signed by
cli-col-item = Item
cli-col-item-words = Label, reason, note
cli-col-mark = Mark
cli-col-grade = Grade
cli-col-evidence = Evidence
cli-col-seq = No.
cli-col-at = When
cli-col-actor = Who
cli-col-field = Field
cli-col-from = From
cli-col-to = To
cli-info-dir = Folder
cli-info-practice = Practice vault, day
cli-info-inspector = Person
cli-info-team = Team
cli-info-programme = Programme
cli-info-units = Units
cli-info-rounds = Rounds
cli-info-inspections = Inspections
cli-info-records = Records
cli-info-journal = Journal
cli-info-index = Index
cli-info-files = Files
cli-info-head = Journal head
cli-info-content = Content hash
cli-keys-none = There is no keymap file to check: name one, or put your own at { $file }.
cli-does-reports = Writing the reports of the round
cli-does-compare = Comparing the inspections of the round
cli-no-clause = The programme has no clause “{ $name }”.
