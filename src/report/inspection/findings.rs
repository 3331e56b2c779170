//! `1- Ưu điểm`, `2- Hạn chế, khuyết điểm`, `3- Nguyên nhân`, `4- Trách nhiệm`. States only what was recorded: a gap in the record
//! is named with the numbers it concerns.

use super::{
    super::{document::Document, findings::facts, words},
    Matter,
};
use crate::{
    domain::{
        finding::{Finding, FindingKind},
        ids::FindingId,
    },
    i18n::{Key, key, say, say_with},
};
use std::collections::BTreeMap;

/// Adds the four points.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.case.lang;
    document.heading(2, say(lang, key::REPORT_STRENGTHS));
    each(document, matter, FindingKind::Strength, key::REPORT_NO_STRENGTHS);
    nothing_to_carry_over(document, matter);
    document.heading(2, say(lang, key::REPORT_SHORTFALLS));
    each(document, matter, FindingKind::Shortfall, key::REPORT_NO_SHORTFALLS);
    document.heading(2, say(lang, key::REPORT_CAUSES));
    causes(document, matter);
    document.heading(2, say(lang, key::REPORT_RESPONSIBILITY));
    responsibility(document, matter);
}

fn of_kind<'a>(matter: &Matter<'a>, kind: FindingKind) -> impl Iterator<Item = (&'a FindingId, &'a Finding)> {
    matter.case.inspection.findings.iter().filter(move |(_, finding)| finding.kind == kind)
}

/// Every finding of a kind under its letter, without its cause where causes have a point of their own.
fn each(document: &mut Document, matter: &Matter, kind: FindingKind, none: Key) {
    let case = matter.case;
    let mut any = false;
    for (place, (id, finding)) in of_kind(matter, kind).enumerate() {
        any = true;
        let heading = [("letter", words::letter(place).into()), ("id", id.as_str().into())];
        let heading = match kind {
            FindingKind::Strength => say_with(case.lang, key::REPORT_STRENGTH_HEADING, &heading),
            FindingKind::Shortfall => {
                let [letter, id] = heading;
                let what = words::finding(case.lang, finding);
                say_with(case.lang, key::REPORT_SHORTFALL_HEADING, &[letter, id, ("what", what.into())])
            }
        };
        document.heading(3, heading);
        let source = facts::Context {
            lang: case.lang,
            programme: case.programme,
            inspection: case.inspection,
            today: case.today,
        };
        document.facts(facts::in_report(&source, id, finding));
    }
    if !any {
        document.paragraph(matter.about(none));
    }
}

/// Why no strength can be carried over, or that nobody said; nothing where one can.
fn nothing_to_carry_over(document: &mut Document, matter: &Matter) {
    let (lang, inspection) = (matter.case.lang, matter.case.inspection);
    if inspection.findings.values().any(Finding::is_transferable) {
        return;
    }
    document.paragraph(match &inspection.visit.no_transferable {
        Some(reason) => say_with(lang, key::TRANSFERABLE_NONE, &[("reason", reason.as_str().into())]),
        None => matter.about(key::TRANSFERABLE_UNSAID),
    });
}

fn causes(document: &mut Document, matter: &Matter) {
    let lang = matter.case.lang;
    let known = |finding: &Finding| !finding.cause.trim().is_empty();
    let findings = || of_kind(matter, FindingKind::Shortfall);
    if findings().next().is_none() {
        document.paragraph(matter.about(key::REPORT_NO_CAUSES));
        return;
    }
    document.list(
        findings().filter(|(_, f)| known(f)).map(|(id, finding)| format!("{id}: {}", finding.cause.trim())).collect(),
    );
    let unknown: Vec<_> = findings().filter(|(_, f)| !known(f)).map(|(id, _)| id).collect();
    name_the_gap(document, lang, key::REPORT_CAUSE_MISSING, &unknown);
}

/// Who answers for which recommendation; facts only, nothing is inferred.
fn responsibility(document: &mut Document, matter: &Matter) {
    let case = matter.case;
    let lang = case.lang;
    let recommendations = &case.inspection.recommendations;
    let mut owners: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for entry in recommendations {
        owners.entry(entry.1.owner.trim()).or_default().push(entry);
    }
    let nameless = owners.remove("").unwrap_or_default();
    let lines = owners.iter().map(|(owner, theirs)| {
        let what = theirs.iter().map(|(id, recommendation)| {
            let findings = words::joined(&recommendation.findings);
            if findings.is_empty() { id.to_string() } else { format!("{id} ({findings})") }
        });
        let args = [("owner", (*owner).into()), ("recommendations", words::joined(what).into())];
        say_with(lang, key::REPORT_OWNER_ANSWERS, &args)
    });
    document.list(lines.collect());
    let nameless: Vec<_> = nameless.into_iter().map(|(id, _)| id).collect();
    name_the_gap(document, lang, key::REPORT_OWNER_MISSING, &nameless);
    let answered = |id: &FindingId| recommendations.values().any(|recommendation| recommendation.findings.contains(id));
    let unanswered: Vec<_> =
        of_kind(matter, FindingKind::Shortfall).map(|(id, _)| id).filter(|id| !answered(id)).collect();
    name_the_gap(document, lang, key::REPORT_RECOMMENDATION_MISSING, &unanswered);
    if recommendations.is_empty() && unanswered.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_RESPONSIBILITY));
    }
}

/// What is missing, for how many and which; nothing when nothing is missing.
fn name_the_gap<T: ToString>(document: &mut Document, lang: crate::domain::lang::Lang, key: Key, ids: &[T]) {
    if !ids.is_empty() {
        let ids: Vec<String> = ids.iter().map(T::to_string).collect();
        document.paragraph(say_with(lang, key, &[("number", ids.len().into()), ("ids", ids.join(", ").into())]));
    }
}
