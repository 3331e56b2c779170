//! The units in words: a line for each row of the tree, and what is known of the one in hand.

use super::{Units, view};
use crate::{
    i18n::{count, key, say, say_with},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};
use chrono::NaiveDate;

pub(super) fn page(screen: &Units, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    let total = u64::try_from(shared.units.len()).unwrap_or(u64::MAX);
    page.say(say_with(lang, key::UNITS_TITLE, &[("count", count(lang, total).into())]));
    if !screen.pane.search.words().is_empty() {
        let args = [("words", screen.pane.search.words().into()), ("count", screen.rows.len().into())];
        page.say(say_with(lang, key::PLAIN_UNITS_SEARCHED, &args));
    }
    if screen.rows.is_empty() {
        page.say(say(lang, if shared.units.is_empty() { key::UNITS_NONE } else { key::UNITS_NO_MATCH }));
    }
    page.list(screen.rows.len(), screen.pane.cursor(), Some(Command::OpenUnit), |row| {
        let Some(row) = screen.rows.get(row) else { return String::new() };
        let Some(unit) = shared.units.get(row.unit) else { return String::new() };
        let mut facts = vec![unit.name.clone(), shared.kind_name(&unit.kind), unit.code.clone()];
        facts.extend(unit.pilot.then(|| say(lang, key::UNIT_PILOT)));
        facts.extend(row.branch.then(|| say(lang, if row.open { key::PLAIN_OPENED } else { key::PLAIN_CLOSED })));
        facts.join(", ")
    });
    if let Some(unit) = screen.selected(shared) {
        let known = view::known(unit, shared, today);
        page.say(say_with(lang, key::PLAIN_IN_HAND, &[("what", unit.name.as_str().into())]));
        page.say_all(known);
    }
    page
}
