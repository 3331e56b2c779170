# Models, draws, verification visits.

models-refused-drawn = Models are drawn for this inspection already; they are not drawn again at will. Nothing was saved. If the list was wrong, say what was wrong with it and draw again; the earlier draw stays and is printed in the report.
models-refused-not-drawn = This model is not among those drawn, so no visit to it is recorded. Nothing was saved. Choose one of the drawn models.
models-refused-replaced = This model was replaced and is not visited any more. Nothing was saved. To visit it after all, take the replacement back first.
models-refused-visited = This model, or the one in its place, has been visited. Nothing was saved. To change that, remove the visit first.
models-no-code = The model has no code. Nothing was saved. Give the code it has in the unit's register.
models-no-name = The model has no name. Nothing was saved. Give its name.
models-code-twice = Another model of this register has the code { $code }. Nothing was saved. Use another code, or change the model that has it.

models-kind = The kind “model” is that of a single model on its visit; every programme has it. Leave this table out, or choose another id.
models-visit-levels = failed_to is { $failed } and must be lower than verified_from, which is { $verified }.
models-visit-running = Item “{ $id }” says whether a model runs, so its applies_to must name “model”.
models-no-visit = Item “{ $id }” is for models, but the programme has no table [model_visit], so nobody is asked it.

models-edit-replace = replacing model
models-edit-verify = the visit to model
models-sample-bites = Rated { $claimed }, but the lower end of the drawn sample carries only { $effective }: verify more models, not more paper.
models-held-by-sample = The lower end of the drawn sample carries only { $points } points.
models-undrawn-bites = Rated { $claimed }, but no drawn model was visited, so only { $effective } counts: draw and go there, rather than add paper.
models-held-undrawn = No drawn model was verified, so the mark by hand counts only { $points } points.

# model file (CSV)
models-empty = The file is empty. Its first line names the columns, at least: code, name.
models-column-unknown = There is no column “{ $found }”. The columns: code, name, kind, field, place, owner, partners, registered, state, since, recognised, awarded, last_activity, baseline, goal, indicator, leader, beneficiaries.
models-kind-word = There is no kind “{ $found }”. Write collective or individual.
models-state = There is no state “{ $found }”. Write registered, running, recognised, replicated, merged, stopped or refused.
models-order = A model that is { $from } cannot become { $to }. It can become: { $may }.
models-early = This step stands before an earlier one of { $day }. Correct the day.
models-refused-recognised = A model that was refused has no day of recognition. Leave the day out, or correct the state.
models-before = { $column } is { $day }, before the registration of { $registered }.
models-leader = “{ $found }” is not clear. The column leader takes yes or no.
models-people = “{ $found }” is no number of people. Write a whole number, 0 or more.

# names
model-registered = registered
model-running = running
model-recognised = recognised
model-replicated = replicated
model-merged = merged
model-stopped = stopped
model-refused = refused
model-collective = collective
model-individual = individual
verdict-verified = running as registered
verdict-partly = some work, not as registered
verdict-failed = not running

# command line
models-import-would = Would add { $added }, change { $changed } and leave { $unchanged } models of { $unit }. Nothing was written.
models-imported = Added { $added }, changed { $changed }, left { $unchanged } models of { $unit }.
models-of-place = { $unit } is a place and has no register of models. Give the code of a unit.
models-none = { $unit } has no models in its register yet. Take them in with: thucchat model import FILE --unit CODE
models-col-since = since
models-no-visits = The programme of this inspection draws no models (it has no table [model_visit]). Nothing was saved.
models-draw-done = Drew { $size } of { $population } models for { $name }.
models-replay-none = { $file } tells of no draw. Give a report as text (.txt), or JSON of draw new or inspection show.
models-replay-same = Drawn again, the same as recorded: seed { $seed }, list of { $population } lines with its SHA-256, the numbers { $numbers }.
models-replay-differs = Drawn again, DIFFERENT from the record in { $count } places: seed { $seed }, list of { $population } lines, the numbers given as { $numbers }.
models-differs-lines = The list is said to have { $claimed } lines, but only { $found } stand there numbered in a row.
models-differs-hash = The SHA-256 is said to be { $claimed }, but the list gives { $found }.
models-differs-size = { $claimed } numbers are said to be drawn, but { $found } stand there.
models-differs-number = Number { $place } of the draw is said to be { $claimed }, but the seed gives { $found }.
models-differs-code = Beside number { $number } stands the code { $claimed }, but in the list it is { $found }.
draw-few-digits-unit = The unit gave { $given } digits; at least { $least } are needed. Nothing was drawn. Let the unit roll more dice.
draw-few-digits-team = The team gave { $given } digits; at least { $least } are needed. Nothing was drawn. Roll more dice.
draw-no-digit-unit = The unit's digits hold “{ $found }”; only the digits 0–9, without blanks. Nothing was drawn.
draw-no-digit-team = The team's digits hold “{ $found }”; only the digits 0–9, without blanks. Nothing was drawn.
draw-code = The unit's code is blank or holds a | and cannot stand in a seed. Nothing was drawn. Correct the code.
draw-empty = The unit's register holds no living model to draw from. Nothing was drawn. Take the register in first: thucchat model import FILE --unit CODE
draw-size = { $asked } models cannot be drawn from a list of { $population }. Nothing was drawn.
draw-few = The programme asks for at least { $least } models, not { $asked }. Nothing was drawn.
draw-false = The record of the draw does not follow from its list and seed. Nothing was saved.

# report
models-annex = DRAW AND VERIFICATION OF MODELS
models-drawn = { $size } models were drawn from the unit's list of { $population }, at { $at }, by { $by }. Digits of the unit: { $unit }. Digits of the team: { $team }.
models-drawn-before = A draw that was set aside because its list was wrong: { $size } models from a list of { $population }, at { $at }, by { $by }. Digits of the unit: { $unit }. Digits of the team: { $team }.
models-drawn-instead = Drawn again because the list before was wrong: { $why }.
models-advice = Sample size: from a list of { $population } at least { $least } are drawn. If { $bad } models of the list are bad, a draw of { $enough } meets at least one of them with 90 %.
models-column-model = model
models-column-found = found
models-column-recorded = recorded there
models-found-earlier = { $verdict } (an earlier inspection of the round)
models-found-replaced = replaced, counts as not verified
models-found-unvisited = not visited, counts as not verified
models-replaced-why = Why it was replaced: { $why }
models-says = Running as registered: { $verified } of { $drawn } drawn models ({ $share } %); not running: { $failed }. For the whole list that means: at least { $lower } % and at most { $upper } % run as registered, each end holding with 95 %. The lower end of { $lower } % gives level { $level }.
models-says-all = Running as registered: { $verified } of { $drawn } models ({ $share } %); not running: { $failed }. The whole list was drawn, so this is the share itself and no estimate; it gives level { $level }.
models-proof = The record to draw again from
models-proof-how = Anyone can draw again: each line of the list written as “code, tab, name, line feed” (UTF-8, NFC, in the order of codes below; a line that was broken is joined with one blank, the seed with none) must give the SHA-256 below. The seed is the digits of both sides without a blank, then |code of the unit|day. Number k is 1 + SHA-256("seed,k"), the whole digest read as one number in base 16, modulo N; k = 1, 2, 3 …, numbers that came before skipped, until there are n; each model that had to be replaced has made n one more. A line “#” gives: place in the draw · k → number · code. The program does it too: thucchat draw replay FILE
models-strays = Visited and not counted, because only a draw that was set aside drew them: { $models }.

# fill file
models-fill-other-draw = The inspection holds another draw in this place, and a recorded draw cannot be changed. Leave this table out.
models-fill-inspection = “{ $found }” is no id of an inspection.
models-fill-verdict = There is no verdict “{ $found }”. Write verified, partly or failed.
models-fill-item = “{ $found }” is no item for models in the programme.
