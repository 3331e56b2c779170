//! The history in words: a line for each change, newest first.

use super::{History, told, view};
use crate::{
    i18n::{key, say_with, time},
    tui::{parts::page::Page, shared::Shared},
};

pub(super) fn page(history: &History, shared: &Shared) -> Page {
    let lang = shared.lang();
    let rows = history.shown();
    let mut page = Page::new("");
    page.say(view::title(history, rows.len(), lang));
    if rows.is_empty() {
        page.say(view::nothing(history, lang));
    }
    page.list(rows.len(), history.pane.cursor(), None, |at| {
        let Some(row) = rows.get(at) else { return String::new() };
        let told = told(row, shared);
        let args = [
            ("at", time(row.at).into()),
            ("who", row.actor.as_str().into()),
            ("what", told.what.into()),
            ("from", told.from.into()),
            ("to", told.to.into()),
        ];
        say_with(lang, key::PLAIN_CHANGE, &args)
    });
    page
}
