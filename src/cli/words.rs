//! Names of things as several commands print them.

use crate::{
    domain::{inspection::State, period::Period, round::Milestone, unit::Tier},
    i18n::{Key, Lang, Message, date, key},
};
use chrono::NaiveDate;

/// The name of a state.
pub(super) const fn state_name(state: State) -> Key {
    match state {
        State::Planned => key::STATE_PLANNED,
        State::Underway => key::STATE_UNDERWAY,
        State::Ready => key::STATE_READY,
        State::Signed => key::STATE_SIGNED,
    }
}

/// The name of an administrative level.
pub(super) const fn tier_name(tier: Tier) -> Key {
    match tier {
        Tier::Province => key::TIER_PROVINCE,
        Tier::District => key::TIER_DISTRICT,
        Tier::Commune => key::TIER_COMMUNE,
    }
}

/// The name of a milestone.
pub(super) const fn milestone_name(milestone: Milestone) -> Key {
    match milestone {
        Milestone::Annual => key::MILESTONE_ANNUAL,
        Milestone::MidTerm => key::MILESTONE_MID_TERM,
        Milestone::Final => key::MILESTONE_FINAL,
    }
}

/// `01/03/2021 – 30/06/2025`, with `…` where an end is open.
pub(super) fn period(period: Period) -> String {
    let end = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), date);
    format!("{} – {}", end(period.from), end(period.to))
}

/// `quá hạn 3 ngày`.
pub(super) fn late(lang: Lang, days: i64) -> String {
    Message::new(key::CLI_LATE).with("days", days).to(lang)
}
