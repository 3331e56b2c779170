//! How an inspection stands, in one mark and a few words, the same in every list: queue, tree, page of a unit.

use super::{marks, theme::Theme};
use crate::{
    domain::{inspection::State, summary::Summary},
    i18n::{Lang, date, key, say, say_with, words},
};
use chrono::NaiveDate;
use ratatui::style::Style;

/// Its mark, and the style of it: signed, ready, overdue, under way, due soon, or only planned.
#[must_use]
pub fn mark(summary: &Summary, theme: &Theme, today: NaiveDate) -> (&'static str, Style) {
    match summary.state {
        State::Signed => (marks::DONE, theme.good),
        State::Ready => (marks::READY, theme.accent),
        _ if summary.is_overdue(today) => (marks::OVERDUE, theme.bad),
        State::Underway => (marks::UNDERWAY, theme.text),
        State::Planned if summary.is_due_soon(today) => (marks::DUE_SOON, theme.warn),
        State::Planned => (" ", theme.text),
    }
}

/// When: signed on a day, waiting for the signature, or how far its day is.
#[must_use]
pub fn when(summary: &Summary, lang: Lang, today: NaiveDate) -> String {
    if let Some(at) = summary.signed_at {
        return say_with(lang, key::QUEUE_SIGNED_ON, &[("day", date(at.date_naive()).into())]);
    }
    if summary.state == State::Ready {
        return say(lang, words::state(summary.state));
    }
    summary.due.map_or_else(String::new, |due| days(due, lang, today))
}

/// How far a day is: `còn 3 ngày`, `quá 11 ngày`.
#[must_use]
pub fn days(due: NaiveDate, lang: Lang, today: NaiveDate) -> String {
    let days = (due - today).num_days();
    match days {
        0 => say(lang, key::QUEUE_TODAY),
        1.. => say_with(lang, key::QUEUE_IN_DAYS, &[("days", days.into())]),
        _ => say_with(lang, key::QUEUE_DAYS_OVER, &[("days", (-days).into())]),
    }
}
