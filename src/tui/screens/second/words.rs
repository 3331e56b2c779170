//! The second look in words: what is told above, then a line for each drawn item.

use super::{SecondLook, view};
use crate::{
    i18n::{key, say_with, second as said},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};

pub(super) fn page(screen: &SecondLook, shared: &Shared) -> Page {
    let lang = shared.lang();
    let mut page = Page::new(view::title(screen, shared));
    page.say_all(view::told(screen, shared));
    let pairs = screen.pairs();
    page.list(pairs.len(), screen.pane.cursor(), Some(Command::OpenLookedAt), |at| {
        let Some(pair) = pairs.get(at) else { return String::new() };
        let label = view::label(screen, &pair.item, shared);
        let (Some(look), Some(second)) = (&screen.look, screen.second()) else { return label };
        if !screen.is_done() {
            return format!("{label}: {}", said::mark(lang, look.answer(&pair.item)));
        }
        let args = [
            ("item", label.into()),
            ("first", said::mark(lang, second.marks.get(&pair.item)).into()),
            ("second", said::mark(lang, look.answer(&pair.item)).into()),
            ("differs", said::differs(lang, pair.differs()).into()),
        ];
        say_with(lang, key::SECOND_ROW, &args)
    });
    page
}
