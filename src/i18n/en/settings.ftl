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
