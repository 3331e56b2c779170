//! Which inspections the queue shows, and in which order.

use crate::{
    domain::{ids::InspectionId, inspection::State, summary::Summary},
    i18n::{Key, key},
    text::fold::{finds, fold},
    tui::shared::Shared,
};
use chrono::{Days, NaiveDate};

/// What the queue shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Everything that is not signed.
    #[default]
    Pending,
    /// Past its day.
    Overdue,
    /// Due within seven days.
    DueSoon,
    /// Begun.
    Underway,
    /// Waiting for the signature.
    Ready,
    /// Signed.
    Signed,
}

impl Filter {
    const ALL: [Self; 6] = [Self::Pending, Self::Overdue, Self::DueSoon, Self::Underway, Self::Ready, Self::Signed];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|filter| *filter == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> Key {
        match self {
            Self::Pending => key::FILTER_PENDING,
            Self::Overdue => key::FILTER_OVERDUE,
            Self::DueSoon => key::FILTER_DUE_SOON,
            Self::Underway => key::FILTER_UNDERWAY,
            Self::Ready => key::FILTER_READY,
            Self::Signed => key::FILTER_SIGNED,
        }
    }

    /// Whether it shows this inspection on `today`.
    #[must_use]
    pub fn shows(self, summary: &Summary, today: NaiveDate) -> bool {
        match self {
            Self::Pending => summary.state != State::Signed,
            Self::Overdue => summary.is_overdue(today),
            Self::DueSoon => is_due_soon(summary, today),
            Self::Underway => summary.state == State::Underway,
            Self::Ready => summary.state == State::Ready,
            Self::Signed => summary.state == State::Signed,
        }
    }
}

/// Whether it is not signed and due within seven days from `today`, today among them.
#[must_use]
pub fn is_due_soon(summary: &Summary, today: NaiveDate) -> bool {
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    summary.state != State::Signed && summary.due.is_some_and(|due| due >= today && due <= week)
}

/// The inspections that `filter` and the words searched for leave, first due first; without a day last, then by name.
#[must_use]
pub fn rows(shared: &Shared, filter: Filter, searched: &str, today: NaiveDate) -> Vec<InspectionId> {
    let needle = fold(searched);
    let mut rows: Vec<(Option<NaiveDate>, String, InspectionId)> = shared
        .summaries
        .values()
        .filter(|summary| filter.shows(summary, today))
        .map(|summary| (summary.due, haystack(shared, summary), summary.id))
        .filter(|(_, words, _)| finds(words, &needle))
        .collect();
    rows.sort_by(|a, b| (a.0.is_none(), a.0, &a.1, a.2).cmp(&(b.0.is_none(), b.0, &b.1, b.2)));
    if filter == Filter::Signed {
        rows.reverse();
    }
    rows.into_iter().map(|(_, _, id)| id).collect()
}

fn haystack(shared: &Shared, summary: &Summary) -> String {
    let unit = shared.units.get(summary.unit);
    let (name, code) = unit.map_or(("", ""), |unit| (unit.name.as_str(), unit.code.as_str()));
    fold(&format!("{name} {code} {} {} {}", shared.kind_name(&summary.kind), summary.lead, summary.round))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::{InspectionId, UnitId},
        inspection::{Inspection, Plan},
        period::Period,
        summary::without_programme,
    };
    use uuid::Uuid;

    #[test]
    fn due_soon_is_from_today_to_the_same_weekday_and_nothing_signed() {
        let today = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day");
        let mut summary = without_programme(&Inspection::new(
            InspectionId(Uuid::from_u128(1)),
            Plan {
                unit: UnitId(Uuid::from_u128(2)),
                kind: "party_committee".into(),
                round: "2023".into(),
                period: Period::default(),
                programme: String::new(),
                due: None,
                lead: String::new(),
            },
        ));
        assert!(!is_due_soon(&summary, today), "without a day it is never due");
        for (days, soon) in [(-1, false), (0, true), (7, true), (8, false)] {
            summary.due = Some(today + chrono::TimeDelta::days(days));
            assert_eq!(is_due_soon(&summary, today), soon, "{days} days from today");
        }
        summary.due = Some(today);
        summary.state = State::Signed;
        assert!(!is_due_soon(&summary, today));
    }
}
