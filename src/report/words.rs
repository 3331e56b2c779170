//! The small words that all builders share: lists of numbers, days, places, what was not recorded. Builds no blocks. Names of things that
//! screens show too come from `i18n::words`.

use crate::{
    domain::{
        finding::{Finding, FindingKind},
        ids::{BandId, EvidenceId, FindingId, ItemId, RecommendationId},
        inspection::Inspection,
        lang::Lang,
        life::Stage,
        period::Period,
        programme::Programme,
        round::Round,
        score::{Ceiling, ItemScore},
        share::Share,
        unit::{Unit, Units},
    },
    i18n::{Key, date, decimal_points, key, say, say_with, short_points},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) use crate::i18n::words::{band, deed, family, finding_kind, kind, later_reply, milestone, rates, severity};

/// Name and value of a fact.
pub(super) fn fact(lang: Lang, name: Key, value: impl Into<String>) -> (String, String) {
    (say(lang, name), value.into())
}

/// `V-01, V-02`.
pub(super) fn joined<T: ToString>(ids: impl IntoIterator<Item = T>) -> String {
    ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(", ")
}

/// The numbers of evidence, or that there is none: no judgement stands without one or the other.
pub(super) fn evidence(lang: Lang, ids: &BTreeSet<EvidenceId>) -> String {
    if ids.is_empty() { say(lang, key::REPORT_NO_EVIDENCE) } else { joined(ids) }
}

/// The words as typed, or that nothing was recorded.
pub(super) fn typed(lang: Lang, words: &str) -> String {
    if words.trim().is_empty() { say(lang, key::REPORT_UNRECORDED) } else { words.trim().to_owned() }
}

/// The day, or that none was recorded.
pub(super) fn day(lang: Lang, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| say(lang, key::REPORT_UNRECORDED), date)
}

/// `từ 01/01/2023 đến 31/12/2023`, either end open.
pub(super) fn period(lang: Lang, period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) => {
            say_with(lang, key::REPORT_FROM_TO, &[("from", date(from).into()), ("to", date(to).into())])
        }
        (Some(from), None) => say_with(lang, key::REPORT_FROM, &[("from", date(from).into())]),
        (None, Some(to)) => say_with(lang, key::REPORT_UNTIL, &[("to", date(to).into())]),
        (None, None) => say(lang, key::REPORT_UNRECORDED),
    }
}

/// `60,42 điểm`.
pub(super) fn points(lang: Lang, share: Share) -> String {
    say_with(lang, key::REPORT_POINTS, &[("points", decimal_points(lang, share).into())])
}

/// The band that a share earns before gates and coverage are looked at.
pub(super) fn band_at(programme: &Programme, share: Share) -> Option<&BandId> {
    programme.bands.iter().find(|band| band.min <= share).map(|band| &band.id)
}

/// An item's number with its short label.
pub(super) fn item(lang: Lang, programme: &Programme, id: &ItemId) -> String {
    programme.item(id).map_or_else(|| id.to_string(), |item| format!("{id} {}", item.label.to(lang)).trim().to_owned())
}

/// The places above a unit, nearest first: `Xã Tân Hiệp A, Huyện Tân Hiệp, Tỉnh Kiên Giang`; empty at the root.
pub(super) fn place(units: &Units, unit: &Unit, day: NaiveDate) -> String {
    let path = units.path(unit, day);
    joined(path.iter().rev().filter(|place| place.id != unit.id && place.kind.is_place()).map(|place| &place.name))
}

/// `Huyện ủy Tân Hiệp (904-DU)`.
pub(super) fn unit(unit: &Unit) -> String {
    format!("{} ({})", unit.name, unit.code)
}

/// The round's title with its id: `Sơ kết giữa kỳ (2023-so-ket)`.
pub(super) fn round(round: &Round) -> String {
    if round.title.trim().is_empty() { round.id.to_string() } else { format!("{} ({})", round.title.trim(), round.id) }
}

/// What a finding is: `ưu điểm`, or `hạn chế, mức nặng`.
pub(super) fn finding(lang: Lang, finding: &Finding) -> String {
    match finding.kind {
        FindingKind::Strength => say(lang, finding_kind(finding.kind)),
        FindingKind::Shortfall => {
            let severity = say(lang, severity(finding.severity));
            say_with(lang, key::REPORT_SHORTFALL, &[("severity", severity.into())])
        }
    }
}

/// The rule a finding is measured by, as typed; where nothing was typed, the clauses of its items.
pub(super) fn criterion(lang: Lang, programme: &Programme, finding: &Finding) -> String {
    if !finding.criterion.trim().is_empty() {
        return finding.criterion.trim().to_owned();
    }
    let clauses: BTreeSet<&str> =
        finding.items.iter().filter_map(|id| programme.item(id)).map(|item| item.clause.as_str()).collect();
    if clauses.is_empty() {
        return say(lang, key::REPORT_UNRECORDED);
    }
    let clauses = joined(clauses);
    say_with(
        lang,
        key::REPORT_CLAUSE_OF_ITEMS,
        &[("clauses", clauses.into()), ("basis", programme.basis.to(lang).into())],
    )
}

/// A recommendation's day, accepted delays counted in: with a word when it has passed on `today`, and what became of it since.
pub(super) fn due(lang: Lang, inspection: &Inspection, id: &RecommendationId, today: NaiveDate) -> String {
    let day = due_day(lang, inspection, id, today);
    let last = inspection.lives.get(id).and_then(|life| life.steps().last());
    last.map_or(day.clone(), |step| format!("{day}\n{}", deed(lang, &step.deed)))
}

/// The same for a narrow column beside a place that says it all: the day, and in two words where it stands once it is open no more.
pub(super) fn due_in_short(lang: Lang, inspection: &Inspection, id: &RecommendationId, today: NaiveDate) -> String {
    let day = due_day(lang, inspection, id, today);
    match inspection.stage(id) {
        Stage::Open => day,
        stage => format!("{day}\n{}", say(lang, crate::i18n::words::stage(stage))),
    }
}

fn due_day(lang: Lang, inspection: &Inspection, id: &RecommendationId, today: NaiveDate) -> String {
    let open = inspection.stage(id) == Stage::Open;
    match inspection.due(id) {
        Some(due) if open && due < today => {
            let days = (today - due).num_days();
            say_with(lang, key::REPORT_OVERDUE, &[("date", date(due).into()), ("days", days.into())])
        }
        due => day(lang, due),
    }
}

/// The unit's reply to a finding: on the visit, and later.
pub(super) fn reply(lang: Lang, inspection: &Inspection, id: &FindingId, finding: &Finding) -> String {
    let later = inspection.replies.get(id).map(|reply| self::later_reply(lang, reply));
    let said = Some(finding.reply.trim().to_owned()).filter(|words| !words.is_empty());
    typed(lang, &said.into_iter().chain(later).collect::<Vec<_>>().join("\n"))
}

/// The unit of an inspection as it was on the day of the inspection; its id when the vault no longer holds it.
pub(super) fn unit_of(units: &Units, inspection: &Inspection) -> String {
    units.get(inspection.plan.unit).map_or_else(|| inspection.plan.unit.to_string(), unit)
}

/// The letter of a point, in the order of the Vietnamese alphabet as official documents use it: `a)`, … `đ)`, … `y)`, `a2)`.
pub(super) fn letter(index: usize) -> String {
    const LETTERS: [char; 22] =
        ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x'];
    let letter = LETTERS[index % LETTERS.len()];
    match index / LETTERS.len() {
        0 => format!("{letter})"),
        turn => format!("{letter}{})", turn + 1),
    }
}

/// What holds an item below its rating.
pub(super) fn held(lang: Lang, item: &ItemScore, ceiling: &Ceiling) -> String {
    let points = ("points", short_points(lang, item.effective).into());
    match ceiling {
        Ceiling::Evidence(grade) => {
            say_with(lang, key::REPORT_HELD_BY_EVIDENCE, &[("grade", grade.to_string().into()), points])
        }
        Ceiling::Sample => say_with(lang, key::MODELS_HELD_BY_SAMPLE, &[points]),
        Ceiling::Undrawn => say_with(lang, key::MODELS_HELD_UNDRAWN, &[points]),
        Ceiling::Life(life) => say_with(lang, key::REPORT_HELD_BY_LIFE, &[("life", life.as_str().into()), points]),
    }
}
