//! The two languages of the product, and texts that exist in both. Sentences of the interface live in `i18n`.

use serde::{Deserialize, Serialize};

/// A language of the interface, of reports and of programme texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese, the first language of the product.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// What the language calls itself: how people find theirs in a list they cannot read.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }

    /// The code used in files and on the command line: `vi`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// A text of a programme in both languages. A language the file leaves out holds the other one's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// The Vietnamese words, NFC.
    pub vi: String,
    /// The English words.
    pub en: String,
}

impl Bilingual {
    /// The words in `lang`.
    #[must_use]
    pub fn to(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
