//! The flags in words.

use super::Flags;
use crate::{
    domain::flags::Flag,
    i18n::{Lang, Message, flags as named, key, say, say_with},
    keymap::command::Command,
    report::flags::Flagged,
    tui::{parts::page::Page, shared::Shared},
};

pub(super) fn page(screen: &Flags, shared: &Shared) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    let Some(flagged) = &screen.flagged else {
        page.say(say(lang, key::FLAGS_LOADING));
        return page;
    };
    page.say(title(flagged, lang));
    page.list(flagged.flags.len(), screen.pane.cursor(), Some(Command::AnswerFlag), |at| {
        flagged.flags.get(at).map(|flag| whole(flagged, flag, lang).join(" ")).unwrap_or_default()
    });
    page
}

/// How many there are and how many are answered.
pub(super) fn title(flagged: &Flagged, lang: Lang) -> String {
    if flagged.flags.is_empty() {
        return say(lang, key::FLAGS_NONE);
    }
    let open = flagged.open();
    let counts = [("open", open.into()), ("answered", (flagged.flags.len() - open).into())];
    say_with(lang, key::FLAGS_TITLE, &counts)
}

/// The short name of a flag.
pub(super) fn name(flag: &Flag, lang: Lang) -> String {
    named::name(flag.code()).map(|name| say(lang, name)).unwrap_or_default()
}

/// A flag whole: name, what was seen, the way out, the answer.
pub(super) fn whole(flagged: &Flagged, flag: &Flag, lang: Lang) -> Vec<String> {
    let wording = flagged.wording(lang);
    let out = Message::new(key::CLI_LINT_OUT).with("out", wording.way_out(flag)).to(lang);
    let mut words = vec![format!("{} {}.", flag.code(), name(flag, lang)), wording.seen(flag), out];
    words.extend(answer(flagged, flag, lang));
    words
}

/// The written answer to a flag.
pub(super) fn answer(flagged: &Flagged, flag: &Flag, lang: Lang) -> Option<String> {
    let answer = flagged.answer(flag)?;
    Some(Message::new(key::CLI_LINT_ANSWERED).with("by", &answer.by).with("words", &answer.words).to(lang))
}
