//! What inspections cost the units: documents asked for, minutes on paper, minutes with people. The tool watches its own burden by
//! setting one inspection beside the unit's last one and beside the middle of its round. Judges nobody and sums nothing.

use super::{ids::RoundId, inspection::Visit, share::Share};
use serde::{Deserialize, Serialize};

/// What one inspection cost the unit, or the middle of many. What was not recorded is `None`, and never counts as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Burden {
    /// Documents asked for.
    pub documents: Option<u32>,
    /// Minutes spent on paper.
    pub on_paper: Option<u32>,
    /// Minutes spent with people.
    pub with_people: Option<u32>,
}

impl From<&Visit> for Burden {
    fn from(visit: &Visit) -> Self {
        Self {
            documents: visit.documents_asked,
            on_paper: visit.minutes_on_paper,
            with_people: visit.minutes_with_people,
        }
    }
}

impl Burden {
    /// Whether nothing of it was recorded.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// The share of paper in the time that was recorded; `None` unless both parts are known and not both 0.
    #[must_use]
    pub fn paper_share(&self) -> Option<Share> {
        let (paper, people) = (u64::from(self.on_paper?), u64::from(self.with_people?));
        Share::of(paper, paper + people)
    }

    /// The median of each figure over those that recorded it; of an even number the middle of the two in the middle, half up.
    #[must_use]
    pub fn median(of: impl IntoIterator<Item = Self>) -> Self {
        let mut figures: [Vec<u32>; 3] = Default::default();
        for burden in of {
            for (all, one) in figures.iter_mut().zip([burden.documents, burden.on_paper, burden.with_people]) {
                all.extend(one);
            }
        }
        let [documents, on_paper, with_people] = figures.map(median);
        Self { documents, on_paper, with_people }
    }
}

fn median(mut figures: Vec<u32>) -> Option<u32> {
    let (middle, odd) = (figures.len() / 2, figures.len() % 2 == 1);
    if figures.is_empty() {
        return None;
    }
    let (below, upper, _) = figures.select_nth_unstable(middle);
    if odd {
        return Some(*upper);
    }
    let lower = below.iter().max().copied().unwrap_or(*upper);
    Some(lower + (*upper - lower).div_ceil(2))
}

/// The middle of many inspections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Middle {
    /// The median of each figure.
    pub burden: Burden,
    /// How many inspections recorded anything.
    pub of: u32,
}

impl Middle {
    /// Of those that recorded anything.
    #[must_use]
    pub fn of(all: impl IntoIterator<Item = Burden>) -> Self {
        let known: Vec<Burden> = all.into_iter().filter(|burden| !burden.is_unknown()).collect();
        Self { of: u32::try_from(known.len()).unwrap_or(u32::MAX), burden: Burden::median(known) }
    }
}

/// What an inspection is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Yardsticks {
    /// The unit's last signed inspection of an earlier round, with that round.
    pub last: Option<(RoundId, Burden)>,
    /// The middle of the other inspections of the round.
    pub round: Middle,
}

impl Yardsticks {
    /// Of the unit's last inspection and the others of the round; a last one that recorded nothing is none.
    #[must_use]
    pub fn new(last: Option<(RoundId, Burden)>, others: impl IntoIterator<Item = Burden>) -> Self {
        Self { last: last.filter(|(_, burden)| !burden.is_unknown()), round: Middle::of(others) }
    }

    /// Whether there is nothing to compare with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.last.is_none() && self.round.of == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn burden(documents: Option<u32>, on_paper: Option<u32>, with_people: Option<u32>) -> Burden {
        Burden { documents, on_paper, with_people }
    }

    #[test]
    fn the_median_of_each_figure_leaves_out_what_was_not_recorded() {
        let of = [
            burden(Some(9), None, Some(30)),
            burden(Some(4), Some(60), None),
            burden(None, None, None),
            burden(Some(5), Some(91), Some(50)),
        ];
        assert_eq!(Burden::median(of), burden(Some(5), Some(76), Some(40)), "75.5 goes up");
        assert_eq!(Burden::median([]), Burden::default());
        let huge = burden(Some(u32::MAX), None, None);
        assert_eq!(Burden::median([huge, huge]).documents, Some(u32::MAX));
        assert_eq!(Burden::median([huge, burden(Some(0), None, None)]).documents, Some(1 << 31));
    }

    #[test]
    fn paper_has_a_share_only_where_both_parts_are_known() {
        assert_eq!(burden(None, Some(30), Some(90)).paper_share(), Some(Share::from_bp(2500)));
        assert_eq!(burden(None, Some(30), None).paper_share(), None);
        assert_eq!(burden(None, Some(0), Some(0)).paper_share(), None);
    }

    #[test]
    fn a_yardstick_is_no_inspection_that_recorded_nothing() {
        let nothing = Yardsticks::new(Some(("2022".into(), Burden::default())), [Burden::default()]);
        assert!(nothing.is_empty());
        let one = Yardsticks::new(None, [Burden::default(), burden(Some(3), None, None)]);
        assert_eq!((one.round.of, one.round.burden.documents, one.is_empty()), (1, Some(3), false));
    }
}
