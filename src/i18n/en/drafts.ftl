# Words not saved yet, and the history of an inspection.

draft-damaged = The file of unsaved words (draft.toml) was damaged and is in the quarantine now. Everything that was saved is there.
draft-waiting = There are unsaved words at { $units }. Open that place again to go on writing.
draft-opened = These are the words you had not saved last time. Go on and save them, or give them up.
draft-laid-aside = Not saved; the words you typed are kept. Open this form again to go on with them, or to give them up for good.
draft-signed = There are unsaved words, but the inspection is signed. They are kept and come back when it is opened again.
draft-not-opened = There are unsaved words of a form that this version cannot open; they stay in the vault's draft.toml.
draft-not-kept = Unsaved words could not be kept ({ $why }). Save the form soon.
dialog-quit-draft = The words in this form are not saved. If you quit now they are kept, and opening the inspection again brings them back. Enter quits, Esc stays.

undo-changed-since = Not undone: { $what } was changed since. See the history.
draft-place-follow = { $unit } (follow-up)
draft-place-flags = { $unit } (answers to flags)
draft-place-plan = the form that plans a round
draft-place-units = the form of a unit
draft-place-models = { $unit } (draw and visits)
draft-place-sign-off = { $unit } (signing, opening again)
draft-place-unit = the page of { $unit }
draft-place-settings = the settings
draft-place-reports = the form that makes a document
draft-place-files = the name of a file
draft-place-filters = a filter
draft-place-second = { $unit } (second look)
