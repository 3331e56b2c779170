//! The names of things of the domain as people read them: the same words on screens, in commands and in documents.

use super::{Key, Lang, Message, date, decimal_points, key, say, say_with, short_points};
use crate::domain::{
    draw::{DIGITS, DrawError, ListError, SeedError, Side},
    edit::Refusal,
    evidence::Family,
    finding::{FindingKind, Reply, Severity},
    ids::{BandId, KindId},
    inspection::State,
    life::{Deed, Stage, Unfit},
    model::{self, ModelKind},
    programme::Programme,
    round::Milestone,
    seal::Seal,
    share::Share,
    standing::Standings,
    unit::Tier,
    verification::Verdict,
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

/// Where a recommendation stands.
#[must_use]
pub const fn stage(stage: Stage) -> Key {
    match stage {
        Stage::Open => key::STAGE_OPEN,
        Stage::Declared => key::STAGE_DECLARED,
        Stage::Verified => key::STAGE_VERIFIED,
        Stage::Withdrawn => key::STAGE_WITHDRAWN,
    }
}

/// Where recommendations stand, in one line: what is open and overdue, and what was closed, when anything was.
#[must_use]
pub fn standings(lang: Lang, counts: &Standings) -> String {
    let args = [
        ("open", counts.open.into()),
        ("overdue", counts.overdue.into()),
        ("declared", counts.declared.into()),
        ("verified", counts.verified.into()),
    ];
    let closed = counts.declared + counts.verified > 0;
    say_with(lang, if closed { key::STANDINGS_CLOSED } else { key::STANDINGS_OPEN }, &args)
}

/// How much of what was due is done in fact, and how much of what was done did not last; nothing while nothing was due or done.
#[must_use]
pub fn rates(lang: Lang, counts: &Standings) -> Vec<String> {
    let rate = |key, share: Option<Share>, part: u32, whole: u32| {
        let share = decimal_points(lang, share?);
        Some(say_with(lang, key, &[("part", part.into()), ("whole", whole.into()), ("share", share.into())]))
    };
    let verified = rate(key::STANDINGS_RATE_VERIFIED, counts.verified_rate(), counts.due_and_verified, counts.due);
    let reopened =
        rate(key::STANDINGS_RATE_REOPENED, counts.reopened_rate(), counts.did_not_last, counts.ever_verified);
    verified.into_iter().chain(reopened).collect()
}

/// Why a deed of following up cannot happen.
#[must_use]
pub fn unfit(lang: Lang, why: Unfit) -> Message {
    match why {
        Unfit::NotFrom(from) => Message::new(key::UNFIT_NOT_FROM).with("stage", say(lang, stage(from))),
        Unfit::Blank => Message::new(key::UNFIT_BLANK),
        Unfit::Weak(grade) => Message::new(key::UNFIT_WEAK).with("grade", grade.to_string()),
        Unfit::OwnWork => Message::new(key::UNFIT_OWN_WORK),
        Unfit::Ahead => Message::new(key::UNFIT_AHEAD),
        Unfit::NotLater => Message::new(key::UNFIT_NOT_LATER),
    }
}

/// What happened to a recommendation, in one line.
#[must_use]
pub fn deed(lang: Lang, deed: &Deed) -> String {
    match deed {
        Deed::Declared { by, on, paper } => {
            let args = [("day", date(*on).into()), ("by", by.as_str().into()), ("paper", paper.as_str().into())];
            say_with(lang, if paper.is_empty() { key::DEED_DECLARED_BARE } else { key::DEED_DECLARED }, &args)
        }
        Deed::Verified { by, on, proof } => {
            let source = if proof.source.is_empty() { String::new() } else { format!(" – {}", proof.source) };
            let seen = format!("{}{source}", proof.text);
            let grade = proof.grade.to_string();
            let args =
                [("day", date(*on).into()), ("by", by.as_str().into()), ("grade", grade.into()), ("seen", seen.into())];
            say_with(lang, key::DEED_VERIFIED, &args)
        }
        Deed::Reopened { why } => say_with(lang, key::DEED_REOPENED, &[("why", why.as_str().into())]),
        Deed::Delayed { until, by, why } => {
            let args = [("day", date(*until).into()), ("by", by.as_str().into()), ("why", why.as_str().into())];
            say_with(lang, key::DEED_DELAYED, &args)
        }
        Deed::Withdrawn { why } => say_with(lang, key::DEED_WITHDRAWN, &[("why", why.as_str().into())]),
    }
}

/// What the unit said about a finding after the signature, in one line.
#[must_use]
pub fn later_reply(lang: Lang, reply: &Reply) -> String {
    let args =
        [("day", date(reply.on).into()), ("by", reply.by.as_str().into()), ("words", reply.words.as_str().into())];
    say_with(lang, key::LATER_REPLY, &args)
}

/// Where a model stands.
#[must_use]
pub const fn model_state(state: model::State) -> Key {
    match state {
        model::State::Registered => key::MODEL_REGISTERED,
        model::State::Running => key::MODEL_RUNNING,
        model::State::Recognised => key::MODEL_RECOGNISED,
        model::State::Replicated => key::MODEL_REPLICATED,
        model::State::Merged => key::MODEL_MERGED,
        model::State::Stopped => key::MODEL_STOPPED,
        model::State::Refused => key::MODEL_REFUSED,
    }
}

/// A model or a person.
#[must_use]
pub const fn model_kind(kind: ModelKind) -> Key {
    match kind {
        ModelKind::Collective => key::MODEL_COLLECTIVE,
        ModelKind::Individual => key::MODEL_INDIVIDUAL,
    }
}

/// What a visit to a model found.
#[must_use]
pub const fn verdict(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Verified => key::VERDICT_VERIFIED,
        Verdict::Partly => key::VERDICT_PARTLY,
        Verdict::Failed => key::VERDICT_FAILED,
    }
}

/// Why there is no draw, and what to do.
#[must_use]
pub fn no_draw(error: &DrawError) -> Message {
    let least = u32::try_from(DIGITS).unwrap_or(u32::MAX);
    match error {
        DrawError::Seed(SeedError::TooFew(side, given)) => {
            let key = if *side == Side::Unit { key::DRAW_FEW_DIGITS_UNIT } else { key::DRAW_FEW_DIGITS_TEAM };
            Message::new(key).with("given", *given).with("least", least)
        }
        DrawError::Seed(SeedError::NoDigit(side, found)) => {
            let key = if *side == Side::Unit { key::DRAW_NO_DIGIT_UNIT } else { key::DRAW_NO_DIGIT_TEAM };
            Message::new(key).with("found", found.to_string())
        }
        DrawError::Seed(SeedError::Code) => Message::new(key::DRAW_CODE),
        DrawError::List(ListError::NoCode(_)) => Message::new(key::MODELS_NO_CODE),
        DrawError::List(ListError::Twice(code)) => Message::new(key::MODELS_CODE_TWICE).with("code", code),
        DrawError::List(ListError::TooLong) => Message::new(key::STORE_TOO_LONG),
        DrawError::Empty => Message::new(key::DRAW_EMPTY),
        DrawError::Size { asked, population } => {
            Message::new(key::DRAW_SIZE).with("asked", *asked).with("population", *population)
        }
        DrawError::Few { asked, least } => Message::new(key::DRAW_FEW).with("asked", *asked).with("least", *least),
        DrawError::Hash(_) | DrawError::Numbers => Message::new(key::DRAW_FALSE),
    }
}

/// What may be told of the unit's score of itself once judging has begun: that it is sealed, or how it stands beside the evidence.
/// Nothing before that, and where there is none.
#[must_use]
pub fn self_score(lang: Lang, seal: Seal) -> Option<Message> {
    Some(match seal {
        Seal::None | Seal::Before(_) => return None,
        Seal::Sealed(score) => Message::new(key::SELF_SCORE_SEALED).with("by", &score.by).with("on", date(score.on)),
        Seal::Opened(score, beside) => {
            let way = match beside.difference {
                1.. => "above",
                ..=-1 => "below",
                0 => "same",
            };
            let difference = u16::try_from(beside.difference.unsigned_abs()).unwrap_or(u16::MAX);
            Message::new(key::SELF_SCORE_OPENED)
                .with("given", short_points(lang, score.share))
                .with("by", &score.by)
                .with("on", date(score.on))
                .with("supported", short_points(lang, beside.supported))
                .with("way", way)
                .with("difference", short_points(lang, Share::from_bp(difference)))
        }
    })
}

/// Why an inspection takes a change not, and what to do.
#[must_use]
pub const fn refusal(refusal: Refusal) -> Key {
    match refusal {
        Refusal::Frozen => key::STORE_REFUSED_FROZEN,
        Refusal::NotSigned => key::STORE_REFUSED_NOT_SIGNED,
        Refusal::PlanHeld => key::STORE_REFUSED_PLAN_HELD,
        Refusal::NotAsked => key::SECOND_REFUSED_ITEM,
        Refusal::BothKnown => key::SECOND_REFUSED_REOPEN,
        Refusal::NotTheSecond => key::SECOND_REFUSED_NAME,
        Refusal::NoFirst => key::SECOND_REFUSED_OPEN,
        Refusal::Missing => key::STORE_REFUSED_MISSING,
        Refusal::DrawnAlready => key::MODELS_REFUSED_DRAWN,
        Refusal::NotDrawn => key::MODELS_REFUSED_NOT_DRAWN,
        Refusal::Sealed => key::SELF_SCORE_REFUSED,
        Refusal::Replaced => key::MODELS_REFUSED_REPLACED,
        Refusal::Visited => key::MODELS_REFUSED_VISITED,
    }
}
