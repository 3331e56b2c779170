# Reports. No sentence without a number, a name, a place or a date (design 7). Numbers and dates arrive as written for people.

# head and foot
report-kind = REPORT
report-practice = PRACTICE DATA – NOT THE RESULT OF AN INSPECTION
report-sign-here = (signature and full name)
report-not-signed = (not signed off)
report-signed-at = (signed off { $at })
report-annex = ANNEX { $number }: { $title }
report-round-line = Round: { $round }

# small words
report-unrecorded = not recorded
report-no-evidence = no evidence
report-from-to = { $from } to { $to }
report-from = from { $from }, end not recorded
report-until = until { $to }, beginning not recorded
report-points = { $points } points
report-people = { $number ->
    [one] { $number } person
   *[other] { $number } people
 }
report-minutes = { $number ->
    [one] { $number } minute
   *[other] { $number } minutes
 }
report-documents = { $number ->
    [one] { $number } document
   *[other] { $number } documents
 }
report-units = { $number ->
    [one] { $number } unit
   *[other] { $number } units
 }
report-overdue = { $date } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
 } overdue)
report-shortfall = shortfall, { $severity } severity
report-clause-of-items = clause { $clauses }, { $basis }

# the inspection report: head and part I
report-inspection-property = Report of the inspection of { $unit }, round { $round }
report-inspection-title = results of the inspection of { $unit }
report-opening = Under { $basis }, { $team } inspected { $unit } in the round { $round }, with these results:
report-opening-unsigned = Under { $basis }, { $team } inspects { $unit } in the round { $round }; the inspection is not signed off, these are its figures as of { $date }:
report-the-team = the inspection team
report-situation = I- The unit and the visit
report-unit = Unit inspected
report-unit-kind = Kind of unit
report-pilot = Pilot unit
report-pilot-yes = yes
report-place = Place
report-address = Address
report-contact = Contact
report-unit-note = Note on the unit
report-round = Round
report-milestone = Milestone
report-period = Period under review
report-due = Due
report-lead = Head of team
report-team = Team
report-visit = Time of the visit
report-closing-meeting = Closing meeting
report-people-asked = Residents asked
report-minutes-on-sites = Time at sites

# part II: figures
report-results = II- Results
report-nothing-applies = No item applies to { $unit }, so the inspection has no score.
report-claimed = Claimed score
report-supported = Supported score
report-gap = Gap
report-gap-says = { $points } claimed points are not carried by evidence
report-coverage = Coverage
report-coverage-says = { $share } % of the weight is rated (a band needs at least { $least } %)
report-range = Range
report-range-of-score = { $low } to { $high } points: what is not rated or not verified counts nothing, or in full
report-range-says = { $low } to { $high } points
report-outcome = Outcome score
report-band = Band
report-why-no-band = no band: coverage { $share } %, at least { $least } % needed
report-gate = Gate closed
report-gate-says = { $gate }: { $text } (band at most: { $band })
report-depends = Depends on N/A
report-depends-on-na = with { $items ->
    [one] the { $items } item
   *[other] the { $items } items
 } marked N/A counted as 0, { $points } points: { $band }
report-rests = The band rests on
report-rests-on-evidence = evidence { $id } (without it: { $band })
report-rests-on-item = item { $id } (without it: { $band })
report-rests-on-nothing = without any one piece of evidence (of { $evidence }) or any one item (of { $items }) the band stays
report-critical = Critical items rated low
report-item-at-level = { $item }: level { $level }
report-propose-not-verified = Ratings 0–1 to see as not verified
report-broken = Not fit to sign

# part II: findings
report-strengths = 1- Strengths
report-shortfalls = 2- Shortfalls
report-causes = 3- Causes
report-responsibility = 4- Responsibility
report-strength-heading = { $letter } Strength { $id }
report-shortfall-heading = { $letter } { $id }: { $what }
report-no-strengths = No strength was recorded at { $unit } ({ $answered } of { $items } items answered).
report-no-shortfalls = No shortfall was recorded at { $unit } ({ $answered } of { $items } items answered).
report-no-causes = No cause to tell, since no shortfall was found at { $unit }.
report-no-responsibility = Nobody's responsibility is set, since there is no recommendation for { $unit }.
report-condition = Condition
report-evidence = Evidence
report-items = Items
report-criterion = Criterion
report-cause = Cause
report-effect = Effect
report-reply = The unit's reply
report-recommendation = Recommendations
report-recommendation-short = { $id }: { $action } – owner: { $owner } – due: { $due }
report-recommendation-check = How checked: { $check } – followed by: { $follows }
report-no-recommendation = no recommendation for { $id }
report-cause-missing = No cause was recorded for { $number ->
    [one] { $number } shortfall
   *[other] { $number } shortfalls
 }: { $ids }.
report-owner-answers = { $owner } answers for { $recommendations }.
report-owner-missing = No owner was recorded for { $number ->
    [one] { $number } recommendation
   *[other] { $number } recommendations
 }: { $ids }.
report-recommendation-missing = There is no recommendation for { $number ->
    [one] { $number } shortfall
   *[other] { $number } shortfalls
 }: { $ids }.

# part III
report-proposals = III- Recommendations
report-no-proposals = There is no recommendation for { $unit } in the round { $round }.

# annexes of the inspection report
report-annex-answers = THE ITEMS ONE BY ONE
report-annex-evidence = LIST OF EVIDENCE
report-annex-reasons = ITEMS NOT APPLICABLE OR NOT VERIFIED
report-annex-burden = TIME TAKEN, PAPERS ASKED FOR
report-annex-open = ITEMS NOT ANSWERED
report-annex-yardstick = SCALE AND JOURNAL
report-answers-legend = { $items } items. W: weight. Mark 0–4; N/A: not applicable; N/V: not verified. Grade of evidence E0–E5 and the most points it carries. Points of 100: claimed → supported.
report-section-heading = { $title } (clause { $clause })
report-level-says = { $item }, level { $level }: { $means }
report-held-by-evidence = Evidence of grade { $grade }, so only { $points } points count
report-held-by-life = The life item { $life } stands lower, so only { $points } points count
report-note = Note: { $note }
report-strays = { $number ->
    [one] { $number } item below was
   *[other] { $number } items below were
 } recorded but not asked of this unit, and not scored:
report-stray-level = Level { $level }
report-no-evidence-at-all = No evidence was collected at { $unit } for { $items } items.
report-source = Source: { $source }
report-file = File: { $name } (hash { $hash }, { $bytes } bytes)
report-contradicts = { $id } contradicts the rating and carries nothing
report-expired = { $id } had expired by { $date } and carries nothing
report-outside = { $id } was collected outside the period under review and carries nothing
report-unknown-kind = { $id } is of a kind of evidence that the programme does not know and carries no points
report-used-for = Used for: { $uses }
report-unused = { $id } is not used for any item or finding
report-expires = good until { $date }
report-not-applicable = not applicable
report-not-verified = not verified
report-no-reasons = Of { $items } items at { $unit }, none is marked not applicable or not verified.
report-documents-asked = Documents asked for
report-minutes-on-paper = Time on paper
report-minutes-with-people = Time with people
report-paper-share = Share of paper
report-paper-share-says = { $share } % of the time on paper and with people
report-nothing-open = All { $items } items have a rating or a reason.
report-open-items = { $open } of { $items } items are not answered:
report-programme-used = { $title } ({ $id }, version { $version })
report-programme-hash = Hash of the programme: { $hash }
report-mark-na = N/A
report-mark-nv = N/V
report-pair-rule = two pieces of different family and source, each from E3 on, agreeing
report-scoring-rules = A paper item stands at most { $margin } points above its life item. A band needs coverage of { $coverage } % or more.
report-journal = Versions and journal
report-version-unsigned = Version { $version }: not signed off
report-version-signed = Version { $version }: signed off by { $by } { $at }. Journal head at sign-off: { $head }
report-journal-now = Journal head on { $date }: { $head }
report-reopened = Version { $version }: signed off by { $signer } { $signed }, journal head at sign-off: { $head }. Opened again by { $by } { $at }, because: { $why }

# columns
report-column-section = Section
report-column-clause = Clause
report-column-answered = Answered
report-column-claimed = Claimed
report-column-supported = Supported
report-column-gap = Gap
report-column-coverage = Coverage %
report-column-number = No.
report-column-action = Action
report-column-owner = Owner
report-column-due = Due
report-column-check = How checked
report-column-followed-by = Followed by
report-column-item = Item
report-column-weight = W
report-column-mark = Mark
report-column-mark-short = Mark
report-column-grade-and-cap = Grade
report-column-points = Points
report-column-kind = Kind, grade, family
report-column-what = What, source, file
report-column-collected = Collected
report-column-reason = Reason
report-column-level = Level
report-column-meaning = Meaning
report-column-grade = Grade
report-column-cap = At most
report-column-kinds-of-evidence = Kinds of evidence
report-column-from-points = From
report-column-gate = No.
report-column-when = When
report-column-at-most = At most
report-column-group = Group
report-column-inspected = Inspected
report-column-mean = Mean
report-column-step = Step
report-column-change = Change
report-column-open = Open
report-column-how-many = How many
report-column-units = Units
report-column-unit = Unit
report-column-signed = Signed off

# the roll-up
report-rollup-property = Roll-up report of { $place }, round { $round }
report-rollup-title = roll-up of the inspections in { $place }
report-addressed = To: THE STANDING COMMITTEE, { $superior }
report-addressed-state = To: { $superior }
report-scope = I- Scope
report-previous-round = Compared with
report-as-of-day = Figures as of
report-in-scope = In scope
report-planned = Planned
report-signed = Inspected and signed
report-inspected = { $signed }/{ $units } units ({ $share } %)
report-not-inspected = Not inspected
report-not-inspected-says = { $number ->
    [one] { $number } unit
   *[other] { $number } units
 } (named in annex 2)
report-mean = Mean score
report-mean-with-margin = { $mean } ± { $margin } points
report-mean-without-margin = { $mean } points, no margin known
report-median = Median
report-quartiles = Quartiles
report-spread = Standard deviation
report-mean-gap = Mean gap
report-not-enough = not enough inspected: { $signed }/{ $units } (at least { $least } units or { $share } % needed)
report-not-enough-short = not enough inspected
report-band-count = { $band }: { $number }
report-no-band-count = no band: { $number }
report-change = Change
report-change-says = { $points } points since { $previous }, over the { $units ->
    [one] { $units } unit
   *[other] { $units } units
 } of both rounds
report-change-short = { $points } ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
 })
report-no-change-known = no unit was inspected both in { $previous } and in this round
report-by-district = By district
report-by-kind = By kind of unit
report-by-section = By section
report-by-unit = By unit
report-no-groups = There is no group among { $units } units in scope.
report-step-legend = Step 1 is the highest. Groups whose ranges overlap share a step and are not ranked against each other. A dash is not enough data. Mean ± margin at 90 % confidence.
report-open-of-them-overdue = { $open } open, { $overdue } overdue
report-strength-of-unit = { $unit }, { $id }: { $condition } (evidence: { $evidence })
report-no-strengths-in-round = No strength was found at the { $signed } units inspected.
report-no-shortfalls-in-round = No shortfall was found at the { $signed } units inspected.
report-no-causes-in-round = No cause to tell, since no shortfall was found at the { $signed } units inspected.
report-causes-told = { $told } of { $all } shortfalls have a recorded cause:
report-no-proposals-in-round = There is no recommendation for the { $signed } units inspected.
report-open-proposals = { $open ->
    [one] { $open } recommendation is
   *[other] { $open } recommendations are
 } open, { $overdue } of them overdue on { $date }:
report-annex-inspected = UNITS INSPECTED
report-annex-not-inspected = UNITS NOT INSPECTED
report-annex-findings = FINDINGS BY UNIT
report-none-inspected = None of the { $units } units in scope is inspected and signed.
report-all-inspected = All { $units } units in scope are inspected and signed.
report-not-inspected-list = { $number } of { $units } units in scope are not inspected and signed:
report-not-inspected-in = { $place }, { $number ->
    [one] { $number } unit
   *[other] { $number } units
 }: { $units }
report-units-without-findings = { $number ->
    [one] { $number } unit was
   *[other] { $number } units were
 } inspected without any finding: { $units }.
report-place-at-tier = { $place } ({ $tier } level)
report-no-margin = no margin known
report-other-programme = { $number ->
    [one] { $number } inspection was
   *[other] { $number } inspections were
 } filled with another version of the programme, hash: { $hash }

# findings text
report-findings = FINDINGS
report-as-of = as of { $date }
report-no-findings-among = No finding of the kind asked for in { $number ->
    [one] { $number } inspection
   *[other] { $number } inspections
 }:

# writing files
report-file-exists = { $path } exists and was left as it is. Choose another name.
report-no-file-name = { $path } is no file name; nothing was written. Add a file name after the folder.
report-no-folder = There is no folder { $path }; nothing was written. Make it, or choose another place.
report-file-not-written = { $path } could not be written ({ $why }); a file that stood there is untouched. Check free space and permissions and export again; the vault has not changed.
report-no-such-format = This document is not made as .{ $format }; nothing was written. End the name of the file in one of: { $made }.
