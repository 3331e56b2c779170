//! The preview in words: the lines of the document, a page of them at a time.

use super::Preview;
use crate::{
    i18n::{key, say, say_with},
    tui::{
        parts::page::{Page, ROWS},
        shared::Shared,
    },
};

pub(super) fn page(screen: &Preview, shared: &Shared) -> Page {
    let lang = shared.lang();
    if screen.rows.is_empty() {
        let mut page = Page::new("");
        page.say(say(lang, key::PREVIEW_BUILDING));
        return page;
    }
    let (first, count) = (screen.top.at(), screen.rows.len());
    let end = count.min(first + ROWS);
    let args = [("first", (first + 1).into()), ("last", end.into()), ("count", count.into())];
    let mut page = Page::new(say_with(lang, key::PLAIN_LINES, &args));
    // A document keeps its empty lines.
    page.says.extend(screen.rows.iter().skip(first).take(ROWS).cloned());
    page.part = (end - first < count).then_some((first + 1, end, count));
    page
}
