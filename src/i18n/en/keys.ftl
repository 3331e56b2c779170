# The keymap in force: its name, what is wrong with its file; the box of a begun sequence, help and the palette.

keys-default = default
keys-vim = vim
keys-one-hand = one hand
keys-over = { $base } + { $file }
keys-not-used = { $mistakes ->
    [one] The keymap file has a mistake
   *[other] The keymap file has { $mistakes } mistakes
} and is not used; see: thucchat keys check{ $file }
keys-begun = { $keys } …
keys-leave = leave
palette-title = Palette
palette-search = Type the name of a command or a unit, tone marks need not be typed
palette-nothing = No command and no unit fits. Delete some letters, or leave with Esc.
palette-inspection = open inspection
palette-unit = go to unit
help-search = Type to find a key, or what is to be done; tone marks need not be typed
help-nothing = No key fits. Delete some letters, or leave with Esc.
