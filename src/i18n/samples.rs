//! What a draw proves and what an item takes from it, in words: for the walk, the sign-off, the models screen and documents. Reckons nothing.

use super::{Lang, decimal_points, key, points, say, say_with, short_points};
use crate::domain::{
    inspection::Inspection,
    model::Census,
    programme::Programme,
    rollup::Sampling,
    sample::{Sampled, by_hand, sampled},
    score::{Ceiling, ItemScore},
};

/// `2 trong 3, danh sách 26: từ 31,20 % đến 91,00 % → mức 1`
#[must_use]
pub fn proves(lang: Lang, sampled: &Sampled) -> String {
    let mut told = vec![
        ("verified", sampled.verified().into()),
        ("drawn", sampled.drawn().into()),
        ("population", sampled.population().into()),
        ("level", u32::from(sampled.level().get()).into()),
    ];
    match sampled.sample().interval() {
        Some(interval) => {
            told.push(("lower", decimal_points(lang, interval.lower).into()));
            told.push(("upper", decimal_points(lang, interval.upper).into()));
            say_with(lang, key::DRAWS_INTERVAL, &told)
        }
        None => say_with(lang, key::DRAWS_ALL_DRAWN, &told),
    }
}

/// Where an item with `measures_sample` takes its level from, and what is to be done; nothing when the programme draws no models, and
/// at a second look, which draws none.
#[must_use]
pub fn basis(lang: Lang, programme: &Programme, inspection: &Inspection) -> Option<String> {
    let most = by_hand(programme).filter(|_| inspection.second.is_none())?;
    let most =
        [("most", short_points(lang, most.share()).into()), ("command", say(lang, key::COMMAND_OPEN_MODELS).into())];
    Some(match sampled(programme, inspection) {
        Some(sampled) if sampled.speaks() => {
            say_with(lang, key::DRAWS_LEVEL_FROM, &[("proves", proves(lang, &sampled).into())])
        }
        Some(sampled) => {
            let drawn = [("drawn", sampled.drawn().into()), ("population", sampled.population().into())];
            say_with(lang, key::DRAWS_LEVEL_UNVISITED, &[drawn, most].concat())
        }
        None => say_with(lang, key::DRAWS_LEVEL_UNDRAWN, &most),
    })
}

/// That the sample, or having none, holds the item below its rating; nothing when something else does.
#[must_use]
pub fn bites(lang: Lang, score: &ItemScore) -> Option<String> {
    let key = match score.ceiling {
        Some(Ceiling::Sample) => key::MODELS_SAMPLE_BITES,
        Some(Ceiling::Undrawn) => key::MODELS_UNDRAWN_BITES,
        Some(Ceiling::Evidence(_) | Ceiling::Life(_)) | None => return None,
    };
    let args = [("claimed", points(score.claimed).into()), ("effective", points(score.effective).into())];
    Some(say_with(lang, key, &args))
}

/// `46,80–94,79 %`: between which shares of the listed models run as registered; nothing without a draw.
#[must_use]
pub fn range(lang: Lang, sampling: &Sampling) -> Option<String> {
    let range = sampling.range()?;
    let (low, high) = (decimal_points(lang, range.lower), decimal_points(lang, range.upper));
    Some(if low == high { format!("{low} %") } else { format!("{low}–{high} %") })
}

/// The way of the models of a group in one line: registered, recognised, drawn, found running.
#[must_use]
pub fn funnel(lang: Lang, census: Census, sampling: &Sampling) -> String {
    let mut told = vec![
        ("registered", census.all().into()),
        ("recognised", census.recognised().into()),
        ("drawn", sampling.drawn.into()),
        ("verified", sampling.verified.into()),
    ];
    match range(lang, sampling) {
        None => say_with(lang, key::FUNNEL_NOT_DRAWN, &told[..2]),
        Some(range) => {
            told.push(("range", range.into()));
            say_with(lang, key::FUNNEL_LINE, &told)
        }
    }
}

/// The same with what stands behind each figure, a sentence each.
#[must_use]
pub fn funnel_known(lang: Lang, census: Census, sampling: &Sampling) -> Vec<String> {
    let registered = [("registered", census.all().into()), ("living", census.living().into())];
    let recognised = [("recognised", census.recognised().into()), ("replicated", census.replicated().into())];
    let mut said =
        vec![say_with(lang, key::FUNNEL_REGISTERED, &registered), say_with(lang, key::FUNNEL_RECOGNISED, &recognised)];
    let Some(range) = range(lang, sampling) else {
        said.push(say_with(lang, key::FUNNEL_NONE_DRAWN, &[("registered", census.all().into())]));
        return said;
    };
    let drawn =
        [("drawn", sampling.drawn.into()), ("listed", sampling.listed.into()), ("units", sampling.units.into())];
    let verified = [("verified", sampling.verified.into()), ("failed", sampling.failed.into())];
    said.extend([
        say_with(lang, key::FUNNEL_DRAWN, &drawn),
        say_with(lang, key::FUNNEL_VERIFIED, &verified),
        say_with(lang, key::FUNNEL_RANGE, &[("range", range.into())]),
    ]);
    said
}
