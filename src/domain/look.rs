//! How a person wants the terminal application to look and to listen: theme, signs, mouse, keymap, clipboard, editor. What a theme's colours are stands in
//! `tui::ui::theme`, what a keymap binds in `keymap`.

use serde::{Deserialize, Serialize};

/// A theme, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground: for a yard in the sun.
    Light,
    /// The strongest contrast there is.
    HighContrast,
    /// No colour at all.
    Mono,
}

impl ThemeName {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }
}

/// The signs of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signs {
    /// Check marks, lines and bars.
    #[default]
    Unicode,
    /// Only what every font has.
    Ascii,
}

/// Whether the mouse counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mouse {
    /// Click and wheel are for the application.
    #[default]
    On,
    /// The mouse is left to the terminal, which marks and copies with it.
    Off,
}

/// Who gets what is copied in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clipboard {
    /// The application alone.
    #[default]
    Inside,
    /// The terminal's clipboard as well, by OSC 52: other programs can read it then.
    Terminal,
}

/// Whether a field can be opened in the person's own editor. Off until switched on: it runs a program that the environment names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutsideEditor {
    /// It cannot.
    #[default]
    Off,
    /// By a key, in the editor that `$VISUAL` or `$EDITOR` names.
    On,
}

/// A keymap that ships with the program, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeymapName {
    /// Letters that name what they do, and another key for each.
    #[default]
    Default,
    /// For hands that know vi.
    Vim,
    /// Number pad and arrows: for gloves, or a hand that holds something else.
    OneHand,
}

impl KeymapName {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Default, Self::Vim, Self::OneHand];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Vim => "vim",
            Self::OneHand => "one-hand",
        }
    }

    /// The keymap of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }
}
