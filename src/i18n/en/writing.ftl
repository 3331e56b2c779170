# Writing in fields: selecting, copying, the person's own editor.

command-select-all = select all
command-select-all-help = Selects all words of the field.
command-copy = copy
command-copy-help = Copies the selected words; while words are selected, Ctrl+C copies too.
command-cut = cut
command-cut-help = Copies the selected words and deletes them from the field.
command-paste = paste
command-paste-help = Puts in what was copied or cut, in place of what is selected.
command-edit-outside = edit outside
command-edit-outside-help = Opens the words of the field in your own editor ($VISUAL or $EDITOR), where the settings allow it.
copy-nothing = No words are selected. Hold Shift and press an arrow key to select.
paste-nothing = Nothing was copied yet.
outside-off = Your own editor is switched off; switch it on in the settings.
outside-no-field = No words are typed in this field, so no editor opens it.
outside-no-editor = There is no editor to open: $VISUAL and $EDITOR are both empty. The words are as they were.
outside-not-started = The editor “{ $editor }” could not be started: { $why }. The words are as they were.
outside-failed = The editor “{ $editor }” ended with an error. The words are as they were before.
outside-not-text = What the editor left is not UTF-8 text. The words are as they were before.
outside-no-file = The temporary file could not be written or read: { $why }. The words are as they were before.
