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
    /// The row that its words are shown from, where they are longer than the window.
    pub from: usize,
}

impl Dialog {
    /// One that asks, and does something when it is confirmed.
    #[must_use]
    pub fn to_answer(title: impl Into<Message>, body: Vec<Message>, on_confirm: Vec<Effect>) -> Self {
        Self { title: title.into(), body, on_confirm, from: 0 }
    }

    /// One that only wants to be read.
    #[must_use]
    pub fn to_read(title: impl Into<Message>, body: Vec<Message>) -> Self {
        Self::to_answer(title, body, Vec::new())
    }
}
