//! How Vietnamese letters are typed on a keyboard that has none. What the keys give is `text::input`'s matter.

use serde::{Deserialize, Serialize};

/// The built-in input method of a laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InputMethod {
    /// Keys give what stands on them: most laptops have an input method of their own.
    #[default]
    None,
    /// Letters carry the marks: `ddaayr` gives `đẩy`.
    Telex,
    /// Digits carry the marks: `d9a6y3` gives `đẩy`.
    Vni,
}

impl InputMethod {
    /// All of them, in the order in which one key goes round.
    pub const ALL: [Self; 3] = [Self::None, Self::Telex, Self::Vni];

    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::None => Self::Telex,
            Self::Telex => Self::Vni,
            Self::Vni => Self::None,
        }
    }

    /// Its name, the same in every language; nothing when keys give what stands on them.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Telex => Some("Telex"),
            Self::Vni => Some("VNI"),
        }
    }
}
