//! What the walk says for the unit's sake: its sealed score of itself, and what the inspection costs it beside last time and the round.
//! Decides nothing: the seal is `domain::seal`'s, the figures are `domain::burden`'s.

use super::{Walk, sheet::Sheet};
use crate::{
    domain::{
        burden::{Burden, Yardsticks},
        inspected::Inspected,
        seal::Seal,
    },
    i18n::{Key, Lang, key, say_with, words},
    tui::{parts::notice::Notice, shared::Shared},
};

/// What is told instead of the form once an item has a mark: that it is sealed, or what it says beside the evidence.
pub(super) fn self_score(sheet: &Sheet, lang: Lang) -> Notice {
    let seal = Seal::of(&sheet.inspection, &sheet.assessment);
    match words::self_score(lang, seal) {
        None => Notice::warning(key::SELF_SCORE_NONE),
        Some(opened) if matches!(seal, Seal::Opened(..)) => Notice::done(opened),
        Some(sealed) => Notice::warning(sealed),
    }
}

/// One figure of a burden.
type Figure = fn(&Burden) -> Option<u32>;

/// What this inspection is compared with.
fn yardsticks(walk: &Walk, shared: &Shared) -> Yardsticks {
    let Some(here) = shared.summaries.get(&walk.id) else { return Yardsticks::default() };
    let last = shared.previous(here).map(|last| (last.round.clone(), last.burden));
    let of_round = shared.summaries.heads_of_rounds(std::slice::from_ref(&here.round));
    let others = of_round.into_iter().filter(|other| other.id() != here.id);
    Yardsticks::new(last, others.map(Inspected::burden))
}

/// A figure of the burden: here, last time, in the middle of the round; at least one of them is known.
pub(super) struct Beside {
    /// Takes the figure.
    name: Key,
    pub(super) figures: [Option<u32>; 3],
}

impl Beside {
    /// What it counts.
    pub(super) fn name(&self, lang: Lang) -> String {
        say_with(lang, self.name, &[("figure", "".into())]).trim_end().to_owned()
    }
}

/// The figures that are known here, of last time or of the round.
pub(super) fn burden(walk: &Walk, sheet: &Sheet, shared: &Shared) -> Vec<Beside> {
    let beside = yardsticks(walk, shared);
    let here = Burden::from(&sheet.inspection.visit);
    let figures: [(Key, Figure); 3] = [
        (key::BURDEN_DOCUMENTS, |burden| burden.documents),
        (key::BURDEN_ON_PAPER, |burden| burden.on_paper),
        (key::BURDEN_WITH_PEOPLE, |burden| burden.with_people),
    ];
    let rows = figures.into_iter().map(|(name, of)| {
        let last = beside.last.as_ref().and_then(|(_, last)| of(last));
        Beside { name, figures: [of(&here), last, of(&beside.round.burden)] }
    });
    rows.filter(|row| row.figures.iter().any(Option::is_some)).collect()
}

/// The same in words, a line for each: `văn bản 14 (trước 22, giữa đợt 18)`.
pub(super) fn burden_in_words(walk: &Walk, sheet: &Sheet, shared: &Shared) -> Vec<String> {
    let lang = shared.lang();
    let lines = burden(walk, sheet, shared).into_iter().map(|Beside { name, figures: [here, last, round] }| {
        let others = [(key::BURDEN_LAST, last), (key::BURDEN_ROUND, round)];
        let others = others
            .into_iter()
            .filter_map(|(name, figure)| Some(say_with(lang, name, &[("figure", figure?.into())])))
            .collect::<Vec<_>>();
        let beside = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
        format!("{}{beside}", say_with(lang, name, &[("figure", or_dash(here).into())]))
    });
    lines.collect()
}

/// A dash and not a nought: it was not written down yet.
pub(super) fn or_dash(figure: Option<u32>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string())
}
