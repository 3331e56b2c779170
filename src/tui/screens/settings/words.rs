//! The settings in words: what has to be known first; the fields are asked one by one.

use super::{Settings, view};
use crate::{
    i18n::{Lang, key, say},
    tui::parts::page::Page,
};

pub(super) fn page(screen: &Settings, lang: Lang) -> Page {
    let mut page = Page::new("");
    page.say(say(lang, key::SETTINGS_WHERE));
    if screen.theme_is_bound {
        page.say(say(lang, key::SETTINGS_THEME_BOUND));
    }
    if screen.keymap_is_bound {
        page.say(say(lang, key::SETTINGS_KEYMAP_BOUND));
    }
    page.say(view::programme(screen, lang));
    page
}
