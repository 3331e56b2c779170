//! The names of things of the domain as people read them: the same words on screens, in commands and in documents.

use super::{Key, Lang, key, say};
use crate::domain::{
    evidence::Family,
    finding::{FindingKind, Severity},
    ids::{BandId, KindId},
    inspection::State,
    programme::Programme,
    round::Milestone,
    unit::Tier,
};

/// Where an inspection stands.
#[must_use]
pub const fn state(state: State) -> Key {
    match state {
        State::Planned => key::STATE_PLANNED,
        State::Underway => key::STATE_UNDERWAY,
        State::Ready => key::STATE_READY,
        State::Signed => key::STATE_SIGNED,
    }
}

/// An administrative level.
#[must_use]
pub const fn tier(tier: Tier) -> Key {
    match tier {
        Tier::Province => key::TIER_PROVINCE,
        Tier::District => key::TIER_DISTRICT,
        Tier::Commune => key::TIER_COMMUNE,
    }
}

/// What a round is held for.
#[must_use]
pub const fn milestone(milestone: Milestone) -> Key {
    match milestone {
        Milestone::Annual => key::MILESTONE_ANNUAL,
        Milestone::MidTerm => key::MILESTONE_MID_TERM,
        Milestone::Final => key::MILESTONE_FINAL,
    }
}

/// A family of evidence.
#[must_use]
pub const fn family(family: Family) -> Key {
    match family {
        Family::Documentary => key::FAMILY_DOCUMENTARY,
        Family::Testimonial => key::FAMILY_TESTIMONIAL,
        Family::Physical => key::FAMILY_PHYSICAL,
        Family::Analytical => key::FAMILY_ANALYTICAL,
    }
}

/// Which way a finding points.
#[must_use]
pub const fn finding_kind(kind: FindingKind) -> Key {
    match kind {
        FindingKind::Strength => key::FINDING_STRENGTH,
        FindingKind::Shortfall => key::FINDING_SHORTFALL,
    }
}

/// How grave a shortfall is.
#[must_use]
pub const fn severity(severity: Severity) -> Key {
    match severity {
        Severity::Low => key::SEVERITY_LOW,
        Severity::Medium => key::SEVERITY_MEDIUM,
        Severity::High => key::SEVERITY_HIGH,
    }
}

/// The band's name, or that there is none.
#[must_use]
pub fn band(lang: Lang, programme: &Programme, band: Option<&BandId>) -> String {
    match band {
        None => say(lang, key::NO_BAND),
        Some(id) => programme.band(id).map_or_else(|| id.to_string(), |band| band.name.to(lang).to_owned()),
    }
}

/// The short name of a kind of unit, places among them; its id when the programme does not know it.
#[must_use]
pub fn short_kind(lang: Lang, programme: &Programme, kind: &KindId) -> String {
    if kind.is_place() {
        return say(lang, key::KIND_PLACE);
    }
    programme.unit_kind(kind).map_or_else(|| kind.to_string(), |kind| kind.short.to(lang).to_owned())
}

/// The name of a kind of unit; its id when the programme does not know it.
#[must_use]
pub fn kind(lang: Lang, programme: &Programme, kind: &KindId) -> String {
    programme.unit_kind(kind).map_or_else(|| kind.to_string(), |kind| kind.name.to(lang).to_owned())
}
