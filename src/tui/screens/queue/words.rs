//! The queue in words: a line for each inspection – the unit, how it stands, by when, how far.

use super::{Queue, rows::Filter, view::title};
use crate::{
    domain::summary::Summary,
    i18n::{Lang, date, key, say, say_with, words},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared, ui::standing::when},
};
use chrono::NaiveDate;

pub(super) fn page(queue: &Queue, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    page.say(title(queue, shared));
    if queue.filter != Filter::Pending || queue.pane.search.is_on() {
        page.say(narrowed(queue, lang));
    }
    if queue.rows.is_empty() {
        page.say(super::view::nothing(queue, shared));
    }
    page.list(queue.rows.len(), queue.pane.cursor(), Some(Command::OpenInspection), |row| {
        let summary = queue.rows.get(row).and_then(|id| shared.summaries.get(id));
        summary.map(|summary| row_in_words(summary, shared, today)).unwrap_or_default()
    });
    page
}

/// What filter and search leave.
fn narrowed(queue: &Queue, lang: Lang) -> String {
    let args = [
        ("filter", say(lang, queue.filter.name()).into()),
        ("words", queue.pane.search.words().into()),
        ("count", queue.rows.len().into()),
    ];
    say_with(lang, if queue.pane.search.words().is_empty() { key::PLAIN_FILTERED } else { key::PLAIN_SEARCHED }, &args)
}

/// `Huyện ủy Tân Hiệp, cấp ủy, điểm chỉ đạo: đang làm, 7/18, hạn 12/11/2023, quá 3 ngày`
fn row_in_words(summary: &Summary, shared: &Shared, today: NaiveDate) -> String {
    let lang = shared.lang();
    let pilot = shared.units.get(summary.unit).is_some_and(|unit| unit.pilot);
    let mut name = vec![shared.unit_name(summary.unit), shared.kind_name(&summary.kind)];
    name.extend(pilot.then(|| say(lang, key::UNIT_PILOT)));
    let mut facts = vec![say(lang, words::state(summary.state)), format!("{}/{}", summary.answered, summary.items)];
    facts.extend(summary.due.map(|due| say_with(lang, key::QUEUE_DUE, &[("day", date(due).into())])));
    let when = when(summary, lang, today);
    facts.extend((!when.is_empty() && when != facts[0]).then_some(when));
    format!("{}: {}", name.join(", "), facts.join(", "))
}
