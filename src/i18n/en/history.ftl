# Histories: who changed what, when, from what, to what.

history-place = { $of } › History
history-title = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
history-title-item = { $item }: { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
history-loading = Reading the journal …
history-none = Nothing was changed yet.
history-none-item = Nothing was changed at { $item } yet. Press f to see everything.
history-nothing = (empty)
history-from = Before
history-to = After
history-plan = the plan
history-sign-off = sign-off
history-unit = facts of the unit
history-round = facts of the round
history-draws = Draw
history-many = This document puts many inspections together. Open one of them to see its history.
history-signed = signed by { $by }, { $at }
history-reopened = opened again by { $by }: { $why }
history-period = Period under review
history-lead = Lead
history-drawn = Drawn
history-draw-size = How many
history-seed = Digits
history-instead = Wrong with the list before
history-marks = Marks
history-round-title = Title
history-milestone = Held for
history-partners = Together with
history-recognised = Recognised
history-awarded = Awarded
history-leader = A leader
history-beneficiaries = People served
cli-history-of = It may also be the code of a unit, UNITCODE/MODELCODE, the id of a round, or settings.
