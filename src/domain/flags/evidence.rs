//! Flags about evidence: files of other days (T07), one-sided evidence (T14), stale evidence (T18). The same file under two units is
//! found by comparing inspections (`twins`).

use super::{Case, Flag, ratings::count};
use crate::domain::{
    evidence::{Evidence, Family, Grade},
    ids::EvidenceId,
    share::Share,
};

/// T07, second part: a piece with a file was collected outside the period under review. Later than the period is not outside while
/// the visit itself lies there: a team that comes in January photographs in January.
pub(super) fn outside_the_period(case: &Case) -> Vec<Flag> {
    let days = case.inspection.collecting();
    let outside = |(id, piece): (&EvidenceId, &Evidence)| {
        let day = piece.collected.filter(|_| piece.file.is_some())?;
        (!days.holds(day)).then(|| Flag::FileOutside { evidence: id.clone(), day })
    };
    case.inspection.evidence.iter().filter_map(outside).collect()
}

/// T14, one-sided evidence, when the visit comes to its end: of at least `family_pieces` pieces more than `family_share` are of one
/// family; or nobody outside the leadership was heard – no testimony of grade E2 or better and nobody asked. Source: the families of
/// evidence and the preference for corroboration of auditing standards (ISSAI 100, ISA 500).
pub(super) fn one_sided(case: &Case) -> Vec<Flag> {
    if !case.is_closing() {
        return Vec::new();
    }
    let kinds = || case.inspection.evidence.values().filter_map(|piece| case.programme.evidence_kind(&piece.kind));
    let pieces = kinds().count();
    let mut flags = Vec::new();
    let families = [Family::Documentary, Family::Testimonial, Family::Physical, Family::Analytical];
    for family in families.into_iter().filter(|_| pieces >= case.programme.thresholds.family_pieces as usize) {
        let of_family = kinds().filter(|kind| kind.family == family).count();
        let share = Share::of(of_family as u64, pieces as u64).unwrap_or(Share::NONE);
        if share > case.programme.thresholds.family_share {
            flags.push(Flag::OneFamily { family, share, pieces: count(pieces) });
        }
    }
    let heard = kinds().any(|kind| kind.family == Family::Testimonial && kind.grade >= Grade::E2);
    let asked = case.inspection.visit.people_asked.is_some_and(|people| people > 0);
    if !heard && !asked {
        flags.push(Flag::NobodyOutside);
    }
    flags
}

/// T18, stale evidence: it had expired on the day of the visit, or was collected before the period under review. Of a file from
/// before the period T07 speaks already.
pub(super) fn stale(case: &Case) -> Vec<Flag> {
    let as_of = case.inspection.as_of();
    let begins = case.inspection.plan.period.from;
    let stale = |(id, piece): (&EvidenceId, &Evidence)| {
        if let Some((day, _)) = piece.expires.zip(as_of).filter(|(last_day, as_of)| last_day < as_of) {
            return Some(Flag::Expired { evidence: id.clone(), day });
        }
        let (day, _) = piece.collected.zip(begins).filter(|(day, begins)| day < begins && piece.file.is_none())?;
        Some(Flag::Old { evidence: id.clone(), day })
    };
    case.inspection.evidence.iter().filter_map(stale).collect()
}
