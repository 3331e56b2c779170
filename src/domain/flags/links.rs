//! Flags about what belongs together: half findings (T11), wishes (T12), loose ends (T13), praise against findings (T17), nothing
//! to carry over (T21).

use super::{Case, Flag, Missing, ratings::count};
use crate::domain::{
    finding::{Finding, FindingKind},
    ids::{FindingId, ItemId},
};
use std::collections::BTreeSet;

/// T11, half a finding. A shortfall without condition, criterion, cause or evidence; a strength without condition or evidence –
/// strengths need evidence like shortfalls, or praise would be cheaper than blame. Source: the elements of a finding in government
/// auditing standards (condition, criteria, cause, effect).
pub(super) fn half_findings(case: &Case) -> Vec<Flag> {
    let half = |(id, finding): (&FindingId, &Finding)| {
        let shortfall = finding.kind == FindingKind::Shortfall;
        let missing = [
            (Missing::Condition, blank(&finding.condition)),
            (Missing::Criterion, shortfall && blank(&finding.criterion)),
            (Missing::Cause, shortfall && blank(&finding.cause)),
            (Missing::Evidence, finding.evidence.is_empty()),
        ];
        let missing = those(missing);
        (!missing.is_empty()).then(|| Flag::HalfFinding { finding: id.clone(), missing })
    };
    case.inspection.findings.iter().filter_map(half).collect()
}

/// T12, wish, not action. A recommendation without an owner, a due day or a test that closes it.
pub(super) fn wishes(case: &Case) -> Vec<Flag> {
    let wishes = case.inspection.recommendations.iter().filter_map(|(id, what)| {
        let missing = [
            (Missing::Owner, blank(&what.owner)),
            (Missing::Due, what.due.is_none()),
            (Missing::Check, blank(&what.check)),
        ];
        let missing = those(missing);
        (!missing.is_empty()).then(|| Flag::Wish { recommendation: id.clone(), missing })
    });
    wishes.collect()
}

/// T13, no ends. A recommendation without a finding, a rating of 0 or 1 without a finding, a shortfall without a recommendation.
pub(super) fn loose_ends(case: &Case) -> Vec<Flag> {
    let inspection = case.inspection;
    let mut flags = Vec::new();
    for (id, what) in &inspection.recommendations {
        if !what.findings.iter().any(|finding| inspection.findings.contains_key(finding)) {
            flags.push(Flag::AnswersNothing { recommendation: id.clone() });
        }
    }
    let found: BTreeSet<&ItemId> = inspection.findings.values().flat_map(|finding| &finding.items).collect();
    for score in &case.assessment.items {
        let level = inspection.entries.get(&score.item).and_then(crate::domain::answer::Entry::level);
        if let Some(level) = level.filter(|level| level.get() <= 1 && !found.contains(&score.item)) {
            flags.push(Flag::LowWithoutFinding { item: score.item.clone(), level });
        }
    }
    let answered: BTreeSet<&FindingId> = inspection.recommendations.values().flat_map(|what| &what.findings).collect();
    for (id, finding) in &inspection.findings {
        if finding.kind == FindingKind::Shortfall && !answered.contains(id) {
            flags.push(Flag::LeftAlone { finding: id.clone() });
        }
    }
    flags
}

/// T17, praise against findings. A strength is linked to an item that is rated 0 or 1.
pub(super) fn praise_against(case: &Case) -> Vec<Flag> {
    let strengths = case.inspection.findings.iter().filter(|(_, finding)| finding.kind == FindingKind::Strength);
    let links = strengths.flat_map(|(id, finding)| finding.items.iter().map(move |item| (id, item)));
    let against = links.filter_map(|(id, item)| {
        let level = case.inspection.entries.get(item).and_then(crate::domain::answer::Entry::level)?;
        (level.get() <= 1).then(|| Flag::PraiseAgainst { finding: id.clone(), item: item.clone(), level })
    });
    against.collect()
}

/// T21, nothing carried over, when the visit comes to its end: no strength is marked as transferable, and the visit does not say why
/// none was found. An inspection that only takes, and leaves nothing that others could learn, is asked whether anybody looked. Has no
/// threshold: one strength, or one reason, answers it.
pub(super) fn nothing_carried_over(case: &Case) -> Option<Flag> {
    let inspection = case.inspection;
    let answered =
        inspection.visit.no_transferable.is_some() || inspection.findings.values().any(Finding::is_transferable);
    let strengths = inspection.findings.values().filter(|finding| finding.kind == FindingKind::Strength).count();
    (case.is_closing() && !answered).then(|| Flag::NothingCarriedOver { strengths: count(strengths) })
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn those<const N: usize>(parts: [(Missing, bool); N]) -> Vec<Missing> {
    parts.into_iter().filter(|(_, lacks)| *lacks).map(|(part, _)| part).collect()
}
