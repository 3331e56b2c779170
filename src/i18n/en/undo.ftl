# Undo: of what, and why something cannot be undone.

undo-and-more = , and { $count } more
undo-no-value = none
undo-not-applicable = not applicable
undo-not-verified = not verified
undo-round = round
undo-programme = programme
undo-settings = settings
undo-model = model
undo-draw = draw
undo-at = { $unit } · { $what }
undo-not-signature = A signature is not undone. To change something, go to the Sign screen and open the inspection again, saying why.
undo-not-reopening = Opening an inspection again is not undone. Sign it once more when you are done.
undo-not-draw = A draw is not undone: its numbers are known now. If its list was wrong, draw again and say what was wrong.
undo-not-plan = An inspection that was planned is not undone; it stays on the record. Undo once more goes on to what was done before.
undo-not-unit = A unit that was added is not undone. If it was a mistake, edit it or give it an end date. Undo once more goes on to what was done before.
undo-not = Not undone: { $what }. Undo once more goes on to what was done before.
undo-refused = Not undone: { $what }. { $why }
redo-changed-since = Not done again: { $what } was changed since it was undone. See the history.
