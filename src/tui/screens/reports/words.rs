//! The documents in words: a line for each, with what it is.

use super::{Kind, Reports};
use crate::{
    i18n::{key, say},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};

pub(super) fn page(screen: &Reports, shared: &Shared) -> Page {
    let lang = shared.lang();
    let mut page = Page::new(say(lang, key::REPORTS_TITLE));
    page.list(Kind::ALL.len(), screen.pane.cursor(), Some(Command::MakeDocument), |row| {
        let kind = Kind::ALL.get(row).copied().unwrap_or(Kind::Inspection);
        format!("{}: {}", say(lang, kind.name()), say(lang, kind.about()))
    });
    page
}
