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
