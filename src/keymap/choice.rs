//! Which keymap is in force, out of what was asked for, what a person's own file says, and what the settings choose. Opens no files.

use super::{Keymap, load};
use crate::domain::look::KeymapName;

/// What the keymap of a session is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Choice {
    /// The settings choose among the shipped ones.
    #[default]
    Settings,
    /// This shipped one, alone, whatever the settings say.
    Shipped(KeymapName),
    /// A file, laid over the map that its `base` names, else over the one that the settings choose.
    File(File),
}

/// A keymap file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name as it was given; nothing for the person's own in the configuration folder, which nobody has to name.
    pub path: Option<String>,
    /// What stands in it.
    pub text: String,
}

/// A keymap, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The map.
    pub keymap: Keymap,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a keymap comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The shipped map below it, or itself.
    pub base: KeymapName,
    /// The file that lies over it.
    pub over: Option<Over>,
}

/// A file over a shipped map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// Its name, as in [`File`].
    pub path: Option<String>,
    /// How many mistakes it has. With any it is not used: the shipped map is in force alone.
    pub mistakes: usize,
}

impl Choice {
    /// The keymap when the settings choose `chosen`.
    #[must_use]
    pub fn in_force(&self, chosen: KeymapName) -> InForce {
        let alone = |base| InForce { keymap: Keymap::shipped(base), origin: Origin { base, over: None } };
        match self {
            Self::Settings => alone(chosen),
            Self::Shipped(name) => alone(*name),
            Self::File(File { path, text }) => {
                let base = load::base(text).unwrap_or(chosen);
                let (keymap, mistakes) = match Keymap::over(base, text) {
                    Ok(keymap) => (keymap, 0),
                    Err(mistakes) => (Keymap::shipped(base), mistakes.len()),
                };
                InForce { keymap, origin: Origin { base, over: Some(Over { path: path.clone(), mistakes }) } }
            }
        }
    }

    /// The shipped map that lies below whatever the settings say, when there is one.
    #[must_use]
    pub fn bound(&self) -> Option<KeymapName> {
        match self {
            Self::Settings => None,
            Self::Shipped(name) => Some(*name),
            Self::File(file) => load::base(&file.text),
        }
    }
}
