# The settings screen.

settings-title = Settings
settings-where = These choices are kept in the vault and count as soon as they are saved.
settings-theme-bound = --theme or NO_COLOR sets this session's theme; a choice here counts from the next one.
settings-saved = Settings saved.
field-theme = Theme
field-signs = Signs
field-mouse = Mouse
theme-dark = dark
theme-light = light
theme-high-contrast = high contrast
theme-mono = no colour
signs-unicode = full (✓ ▽ ★ │)
signs-ascii = ASCII only, for fonts that lack signs
mouse-on = on: click to choose, wheel to scroll
mouse-off = off: the terminal marks and copies with it
field-keymap = Keymap
settings-keys-default = default: letters that name what they do
settings-keys-vim = vim: h j k l, sequences that begin with g
settings-keys-one-hand = one hand: number pad and arrows, also in gloves
settings-keymap-bound = This session has its keymap from --keymap or from keymap.toml; a choice here counts once neither says one.
