//! The findings in words: a line for each matter, whole, with who must do it and by when.

use super::{Findings, view};
use crate::{
    i18n::{Lang, key, say, words},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared, ui::theme::Theme},
};
use chrono::NaiveDate;

pub(super) fn page(screen: &Findings, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    page.say(view::title(screen, shared));
    page.say(view::rates(screen, lang, usize::MAX));
    if screen.rows.is_empty() {
        page.say(view::nothing(screen, lang));
    }
    page.list(screen.rows.len(), screen.pane.cursor(), Some(Command::OpenFinding), |row| {
        row_in_words(screen, row, shared, lang, today)
    });
    page
}

/// `K-01, UBND xã Tân Hiệp A: Dừng ba mô hình; nặng; Ban Dân vận; 12/11 quá 3 ngày`
fn row_in_words(screen: &Findings, row: usize, shared: &Shared, lang: Lang, today: NaiveDate) -> String {
    let Some((case, matter)) = view::found(screen, screen.rows.get(row).copied()) else { return String::new() };
    let mut facts = vec![view::what(case, matter)];
    facts.extend(matter.severity.map(|severity| say(lang, words::severity(severity))));
    facts.push(view::owner(case, matter, lang, &Theme::mono()).0);
    facts.push(view::when(matter, lang, today));
    facts.retain(|fact| !fact.trim().is_empty());
    let facts: Vec<&str> = facts.iter().map(|fact| fact.trim()).collect();
    let name = shared.unit_name(case.matters.unit);
    let sign = if matter.strength { format!("{}, ", say(lang, key::FINDING_STRENGTH)) } else { String::new() };
    format!("{}, {sign}{name}: {}", matter.number.as_str(), facts.join("; "))
}
