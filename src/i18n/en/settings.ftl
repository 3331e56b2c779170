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
field-clipboard = Copying
clipboard-inside = stays within the program
clipboard-terminal = also fills the computer’s clipboard (OSC 52)
field-editor = Your own editor
editor-off = off
editor-on = on: opens the field in $VISUAL or $EDITOR
field-input = Input method
input-none = none: the system has its own
settings-programme = Programme { $title }, version { $version }, hash { $hash }.
settings-about-language = The language of the screens and documents.
settings-about-name = The name that stands beside every change and is proposed for signing.
settings-about-team = The team or office that heads the documents.
settings-about-theme = The colours of the screen; in bright light high contrast reads best.
settings-about-signs = Where signs show as empty boxes, choose ASCII only.
settings-about-mouse = The mouse is an extra; everything is done by keys as well.
settings-about-keymap = Another keymap counts as soon as it is saved; the help key shows it.
settings-about-input = Vietnamese letters typed by the program itself, for laptops without an input method.
settings-about-clipboard = What is copied can be pasted elsewhere; other programs can read it then.
settings-about-editor = It runs in this window when the key for editing outside is pressed.
field-cover = Cover the screen
cover-never = never by itself
cover-after = { $minutes ->
    [one] after one minute without a key
   *[other] after { $minutes } minutes without a key
}
settings-about-cover = Hides the screen from passers-by; any key opens it again, so lock the computer when you leave it.
cover-title = The screen is covered
cover-open = Press any key to open it; that key does nothing else.
cover-honest = A cover is no lock: lock the computer when you leave it.
