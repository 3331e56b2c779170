# The keymap in force: its name, what is wrong with its file; the box of a begun sequence, help and the palette.

keys-default = default
keys-vim = vim
keys-one-hand = one hand
keys-over = { $base } + { $file }
keys-not-used = { $mistakes ->
    [one] The keymap file has a mistake
   *[other] The keymap file has { $mistakes } mistakes
} and is not used; see: thucchat keys check{ $file }
