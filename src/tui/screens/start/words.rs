//! The first start in words: what the product is and where the vault will stand; the fields are asked one by one.

use super::Start;
use crate::{
    i18n::{key, say, say_with},
    tui::parts::page::Page,
};

pub(super) fn page(screen: &Start) -> Page {
    let mut page = Page::new("");
    page.say(say(screen.lang, key::START_WELCOME));
    page.say(say_with(screen.lang, key::START_WHERE, &[("folder", (&screen.folder).into())]));
    page
}
