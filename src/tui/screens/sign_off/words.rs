//! The sign-off in words: the figures, what is missing, what the band rests on.

use super::{SignOff, view};
use crate::{
    i18n::{Arg, key, say, say_with, time, words},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};

pub(super) fn page(screen: &SignOff, shared: &Shared) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    let Some(loaded) = &screen.loaded else {
        page.say(say(lang, key::WALK_LOADING));
        return page;
    };
    if loaded.assessment.whole.is_some() {
        page.say(words::band(lang, &loaded.programme, loaded.assessment.band.as_ref()));
    }
    page.say_all(view::said_of_figures(loaded, lang));
    if let Some(signed) = &loaded.inspection.sign_off {
        let by = [
            ("by", Arg::from(&signed.by)),
            ("at", time(signed.at).into()),
            ("version", loaded.inspection.version().into()),
        ];
        page.say(say_with(lang, key::SIGN_SIGNED, &by));
        page.say(say_with(lang, key::SIGN_HEAD, &[("head", (&signed.journal_head).into())]));
        let frozen = if loaded.inspection.second.is_some() { key::SECOND_REFUSED_REOPEN } else { key::SIGN_FROZEN };
        page.say(say(lang, frozen));
    } else if loaded.hindrances.is_empty() {
        page.say(say(lang, key::SIGN_READY));
        page.say(say_with(lang, key::SIGN_HEAD_NOW, &[("head", (&shared.head).into())]));
    } else {
        page.say(say_with(lang, key::SIGN_HINDERED, &[("count", loaded.hindrances.len().into())]));
        page.list(loaded.hindrances.len(), screen.pane.cursor(), Some(Command::GoToHindrance), |row| {
            loaded.hindrances.get(row).map(|hindrance| view::said(hindrance, loaded, lang)).unwrap_or_default()
        });
    }
    page.say_all(view::said_of_rests(loaded, lang));
    page
}
