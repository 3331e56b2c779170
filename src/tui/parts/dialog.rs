//! A box that says something and waits: for "yes or no", or only to be read.

use crate::{i18n::Message, tui::effect::Effect};

/// A dialog over the screen.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// Its title.
    pub title: Message,
    /// What it says, one paragraph each.
    pub body: Vec<Message>,
    /// What is done when it is confirmed; nothing when it is only to be read.
    pub on_confirm: Vec<Effect>,
}
