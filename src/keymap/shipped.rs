//! The keymaps that ship with the program, as their files have them; they stand in `keymaps/`.

use crate::domain::look::KeymapName;

/// The file of a shipped map.
pub(super) const fn text(name: KeymapName) -> &'static str {
    match name {
        KeymapName::Default => include_str!("../../keymaps/default.toml"),
        KeymapName::Vim => include_str!("../../keymaps/vim.toml"),
        KeymapName::OneHand => include_str!("../../keymaps/one-hand.toml"),
    }
}

/// The shipped map that it lies over, so that a new command has its keys there at once; the default one stands alone.
pub(super) const fn below(name: KeymapName) -> Option<KeymapName> {
    match name {
        KeymapName::Default => None,
        KeymapName::Vim | KeymapName::OneHand => Some(KeymapName::Default),
    }
}
