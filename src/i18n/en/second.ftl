# The second look: somebody else does a few drawn items again, not knowing what the first look gave.

second-refused-item = This item was not drawn for the second look.
second-refused-name = Only who was named for the second look signs it.
second-hindered-name = This second look is { $name }’s; only { $name } signs it.
second-no-score = A second look gives the unit no score and no band. Once it is signed, both looks are laid side by side.
second-no-report = A second look has no report of its own: once signed it is printed in an annex of the report of { $name }.
second-refused-reopen = A signed second look is not opened again: both looks are known now. Draw another one if it is needed.
second-strip = Second look: no score · { $done }/{ $items } done
second-edit = second look

second-same = same
second-higher = the second is { $levels } higher
second-lower = the second is { $levels } lower
second-only-one = only one gave a level
second-agrees = { $items } items done again; { $both } have a level in both looks, { $same } of { $both } the same ({ $share } %).
second-nothing-common = { $items } items were done again; to none of them both looks gave a level.
second-only-ones = To { $one } items only one look gave a level; the other said not applicable or not verified.
second-kappa = Weighted kappa (Cohen 1968), { $both } items: linear { $linear }, quadratic { $quadratic }.
second-kappa-means = Kappa 1 is full agreement, 0 what chance would give. With few items it is a reason to ask each other, not a measure of who was right.
second-kappa-nothing = There is no pair of levels to compare, so there is no kappa.
second-kappa-one-level = Both looks gave one level throughout, as chance would; there is no kappa, only the share of equal levels above.

second-not-done = Items of the inspection are still without a mark. Finish or sign it before items are drawn for a second look.
second-is-second = This is a second look already. Open the inspection that it looks at.
second-underway = A second look at this inspection is not signed yet. Sign that one before another is drawn.
second-no-name = Nobody is named who looks again.
second-same-person = { $name } was there the first time. Who looks again must be somebody else.
second-few-digits-team = The team gave { $given } digits; at least { $least } are needed, best from dice.
second-few-digits = Who looks again gave { $given } digits; at least { $least } are needed, best from dice.
second-no-digit = A seed is made of the digits 0–9; “{ $found }” is none.
second-empty = There is nothing to draw: every item with a mark takes its level from drawn models.
second-few = { $asked } items are too few; at least { $least } are needed to tell agreement from accident.
second-many = There are only { $population } items to draw from, not { $asked }.

second-no-opener = Nobody is named who opens the first look.
second-not-oneself = { $by } is looking again and does not open the first look; the head of team does.
second-no-why = Say why the first look is opened before the second one is signed.
second-refused-open = Only a second look has a first one that can be opened.
second-edit-opened = first look opened to who looks again
second-opened = The first look was opened to { $by } before the signature: { $opener }, { $at }, because: { $why }. From then on this second look was not done blind.
second-closed = The first look at { $unit } stays closed to { $by } until the second look is signed. The head of team may open it on the screen of the second look, with a reason.
cli-second-closed = { $name } stays closed to { $by } until { $by } has signed the second look. The head of team may open it with: second open { $name } --by NAME --why REASON; the journal records it and the report prints it.
cli-second-opened = { $opener } opened the first look at { $name } to { $by }; the journal has it, and the report will print it.
cli-second-not-open = { $name } has no second look that waits for a signature.

second-annex = SECOND LOOK
second-about = { $by } did { $items } items again, drawn from { $population } that had a mark, without being told what the first look gave; signed on { $day }. A second look changes no level and no score of the inspection.
second-column-first = First look
second-column-second = Second look
second-column-differs = Compared
second-evidence = Evidence of the second look
second-proof = Draw again to check

cli-second-drawn = Drew { $items } of { $population } items of { $name } for { $by } to look at again. Fill it with: inspection fill { $id } FILE.toml, then inspection sign { $id } --by "{ $by }".
cli-second-none = { $name } has no second look. Draw one with: second new { $name } --by NAME --team-seed DIGITS --second-seed DIGITS
cli-second-open = { $by } is looking again: { $done } of { $items } items have a mark. What the first look gave is shown once { $by } has signed.
cli-second-list = Drawn items

# the screen
context-second-look = Second look
command-open-second-look = second look
command-open-second-look-help = Opens the second look at the inspection: draw items, somebody else does them again, then both looks side by side.
command-open-looked-at = open
command-open-looked-at-help = Goes to do the drawn items again; once it is signed, opens the selected item of the first look.
command-draw-second-look = draw items
command-draw-second-look-help = Draws a few items for somebody else to look at again, with digits of the team and of who looks again.
command-open-first-look = open first look
command-open-first-look-help = The head of team opens the first look to who looks again before it is signed, with a reason: the journal records it, the report prints it.
second-open-form = Open the first look to { $by } before the signature
field-opened-by = Opened by
field-opened-why = Why
second-opened-told = The first look is open; the journal has it, and the report will print it.
second-nothing-to-open = No second look waits for a signature; there is nothing to open.
second-place = { $unit } › Second look
second-title-none = No second look yet
second-title-open = { $by } is looking again · { $done }/{ $items }
second-title-done = { $by } looked again · signed { $day }
second-how = A second look: a few items of this inspection are drawn, and somebody who was not of the team does them again without knowing what the first look gave or noted. Only when it is signed are both laid side by side. Neither corrects the other, and the unit’s score does not change; where they differ, both sides ask each other.
second-how-wait = What the first look gave and noted is not shown here yet; it is once { $by } has signed.
second-seed = Seed { $seed } · list of { $population } items · hash { $hash }
second-form = Draw items for somebody else to look at again
field-second-by = Who looks again
field-second-team-digits = The team’s digits
field-second-digits = Their own digits
field-second-size = How many items
field-second-seed = Seed
second-drawn = { $items } items are drawn; { $by } may begin.
second-row = { $item }: first { $first }, second { $second } – { $differs }
second-note = Note: { $note }
second-nothing-noted = Nothing else was written down.
second-blind = This is a second look: earlier results of the item are not open yet; they are once { $by } has signed.
second-aside = Second look
second-aside-words = Only the drawn items stand here. Levels, notes and findings of the first look and of earlier rounds are not shown until it is signed.
queue-second = Second look: { $unit }
