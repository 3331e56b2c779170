//! Flags that look beyond the visit: what the unit thinks of itself (U08), what became of earlier recommendations (U09), what the unit reports (U10), and what was found
//! before (U11).

use super::{Case, Flag, Followed, ratings::count};
use crate::domain::{
    evidence::{Family, Grade},
    finding::FindingKind,
    life::Stage,
    seal::Seal,
    share::Share,
};

/// U10, smooth 100 %: of at least `smooth_rates` rates that the unit reports more than `smooth_share` equal 100 %. The rates are the
/// percentages written in documents of the unit (documentary, at most E2); what the team counted itself is not the unit's claim.
pub(super) fn smooth_rates(case: &Case) -> Option<Flag> {
    let rates = reported(case);
    let whole = rates.iter().filter(|rate| **rate == Rate::Whole).count();
    let limits = &case.programme.thresholds;
    let share = Share::of(whole as u64, rates.len() as u64)?;
    (rates.len() >= limits.smooth_rates as usize && share > limits.smooth_share)
        .then(|| Flag::SmoothRates { whole: count(whole), of: count(rates.len()) })
}

/// U10, second part, round figures: every one of at least `round_rates` rates that the unit reports is a multiple of five, and not all of
/// them are 100 % (then the first part speaks). Of figures that were counted one in five is. Source: heaping on round numbers as a sign of
/// estimates in census work (Whipple's index). Its limit: shares of five, ten or twenty are round by themselves; hence an information.
pub(super) fn round_rates(case: &Case) -> Option<Flag> {
    let rates = reported(case);
    let whole = rates.iter().filter(|rate| **rate == Rate::Whole).count();
    let enough = rates.len() >= case.programme.thresholds.round_rates as usize && whole < rates.len();
    (enough && !rates.contains(&Rate::Other)).then(|| Flag::RoundRates { of: count(rates.len()) })
}

/// The rates that the unit reports: the percentages written in its documents (documentary, at most E2).
fn reported(case: &Case) -> Vec<Rate> {
    let of_unit = case.inspection.evidence.values().filter(|piece| {
        let kind = case.programme.evidence_kind(&piece.kind);
        kind.is_some_and(|kind| kind.family == Family::Documentary && kind.grade <= Grade::E2)
    });
    of_unit.flat_map(|piece| rates(&piece.text)).collect()
}

/// A percentage in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rate {
    /// 100 %.
    Whole,
    /// Another multiple of five.
    Round,
    /// Anything else.
    Other,
}

/// The percentages of a text: a number, perhaps with a comma or point, before `%`.
fn rates(text: &str) -> Vec<Rate> {
    let before = text.split('%').collect::<Vec<_>>();
    let numbers = before.iter().take(before.len().saturating_sub(1)).filter_map(|part| {
        let part = part.trim_end();
        let from = part
            .rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .map_or(0, |at| at + part[at..].chars().next().map_or(1, char::len_utf8));
        let number = part[from..].trim_matches([',', '.']);
        if number.is_empty() {
            return None;
        }
        let (whole, rest) = number.split_once([',', '.']).unwrap_or((number, ""));
        let even = rest.chars().all(|c| c == '0');
        Some(match whole {
            "100" if even => Rate::Whole,
            _ if even && whole.ends_with(['0', '5']) => Rate::Round,
            _ => Rate::Other,
        })
    });
    numbers.collect()
}

/// U08, self-score above verified. The unit's score of itself, given before the visit, stands `self_gap` or more above the supported score.
/// Asked only when every item has a mark: before, the self-score is sealed, and a flag would break the seal. Source: self-assessment
/// beside outside verification, as in peer reviews of audit offices; the gap is a question to both, not a fault.
pub(super) fn self_praise(case: &Case) -> Option<Flag> {
    let Seal::Opened(score, beside) = Seal::of(case.inspection, case.assessment) else { return None };
    let gap = i32::from(case.programme.thresholds.self_gap.bp());
    (beside.difference >= gap).then_some(Flag::SelfPraise { given: score.share, supported: beside.supported })
}

/// U09, remedied on paper: a recommendation of an earlier inspection was declared done and verified by nobody, or its day passed before
/// the visit (else the end of the period) and no delay was accepted.
pub(super) fn paper_remedies(case: &Case) -> Vec<Flag> {
    let today = case.inspection.as_of();
    let flag = |followed: &Followed| {
        let (inspection, recommendation) = (followed.inspection, followed.recommendation.clone());
        match followed.stage {
            Stage::Declared => Some(Flag::OnPaper { inspection, recommendation }),
            Stage::Open => {
                let (due, _) = followed.due.zip(today).filter(|(due, today)| due < today)?;
                Some(Flag::PastDue { inspection, recommendation, due })
            }
            Stage::Verified | Stage::Withdrawn => None,
        }
    };
    case.beyond.followed.iter().filter_map(flag).collect()
}

/// U11, old matter again: a shortfall at an item that had a shortfall in an earlier round.
pub(super) fn old_matters(case: &Case) -> Vec<Flag> {
    let mut flags = Vec::new();
    for (id, finding) in case.inspection.findings.iter().filter(|(_, it)| it.kind == FindingKind::Shortfall) {
        let old = finding.items.iter().find_map(|item| Some((item, case.beyond.earlier.get(item)?)));
        flags.extend(old.map(|(item, round)| Flag::OldMatter {
            item: item.clone(),
            finding: id.clone(),
            round: round.clone(),
        }));
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_with_comma_point_and_blank() {
        use Rate::{Other, Round, Whole};
        assert_eq!(rates("đạt 100%, hòa giải 100 %, thu 99,9% và 100,0%"), [Whole, Whole, Other, Whole]);
        assert_eq!(rates("% không có số"), []);
        assert_eq!(rates("1000% rồi 10%, 85,0%, 85,5%"), [Round, Round, Round, Other]);
    }
}
