//! The draw in documents: what was drawn from what, the proof that anyone can repeat, what was found at each model, and what that
//! says of the whole list, in words.

use super::{
    document::{Column, Document},
    words,
};
use crate::{
    domain::{
        answer::Answer,
        draw::{Claim, Draw, Pick, enough},
        ids::ModelCode,
        inspection::Inspection,
        lang::Lang,
        programme::Programme,
        sample::{Drawn, Found, Sampled, sampled},
    },
    i18n::{date, decimal_points, key, say, say_with, time, words as names},
};

/// Adds every draw of an inspection: those whose list was wrong first, then the one that holds with its visits.
pub fn add(document: &mut Document, programme: &Programme, inspection: &Inspection) {
    let lang = document.lang;
    let Some((last, before)) = inspection.draws.split_last() else { return };
    for draw in before {
        document.paragraph(told(lang, draw, key::MODELS_DRAWN_BEFORE));
        document.list(Claim::of(draw, draw.drawn()).lines());
    }
    if let Some(reason) = &last.order().instead {
        document.paragraph(say_with(lang, key::MODELS_DRAWN_INSTEAD, &[("why", reason.as_str().into())]));
    }
    document.paragraph(told(lang, last, key::MODELS_DRAWN));
    document.paragraph(advice(lang, programme, last.population()));
    found(document, programme, inspection);
    document.heading(2, say(lang, key::MODELS_PROOF));
    proof(document, last, &inspection.picks());
}

/// How to repeat a draw, and the record to repeat it from.
pub fn proof(document: &mut Document, draw: &Draw, picks: &[Pick]) {
    document.paragraph(say(document.lang, key::MODELS_PROOF_HOW));
    document.list(Claim::of(draw, picks).lines());
}

/// What was drawn, when and by whom.
#[must_use]
pub fn told(lang: Lang, draw: &Draw, sentence: crate::i18n::Key) -> String {
    let order = draw.order();
    let args = [
        ("size", order.size.into()),
        ("population", draw.population().into()),
        ("at", time(order.at).into()),
        ("by", order.by.as_str().into()),
        ("unit", order.unit_seed.as_str().into()),
        ("team", order.team_seed.as_str().into()),
    ];
    say_with(lang, sentence, &args)
}

/// The least that may be drawn, and what more would buy.
#[must_use]
pub fn advice(lang: Lang, programme: &Programme, population: u32) -> String {
    let least = programme.scoring.sample_min.min(population);
    let args = [
        ("population", population.into()),
        ("least", least.into()),
        ("enough", enough(population).into()),
        ("bad", population.div_ceil(10).into()),
    ];
    say_with(lang, key::MODELS_ADVICE, &args)
}

/// What was found at each model of the sample, and what that says of the list.
fn found(document: &mut Document, programme: &Programme, inspection: &Inspection) {
    let lang = document.lang;
    let Some(sample) = sampled(programme, inspection) else { return };
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 2),
        Column::words(say(lang, key::MODELS_COLUMN_MODEL), 8),
        Column::words(say(lang, key::MODELS_COLUMN_FOUND), 5),
        Column::words(say(lang, key::MODELS_COLUMN_RECORDED), 11),
    ];
    let rows = sample.models.iter().map(|drawn| {
        let number = drawn.pick.map_or_else(|| "–".to_owned(), |pick| pick.number.to_string());
        let model = format!("{}\n{}", drawn.model, drawn.name);
        vec![number, model, outcome(lang, drawn.found), recorded(lang, programme, inspection, drawn)]
    });
    document.table(columns, rows.collect());
    document.paragraph(says(lang, &sample));
    let counts = |model: &ModelCode| sample.models.iter().any(|drawn| drawn.model == *model);
    let strays: Vec<String> =
        inspection.verifications.keys().filter(|model| !counts(model)).map(ToString::to_string).collect();
    if !strays.is_empty() {
        document.paragraph(say_with(lang, key::MODELS_STRAYS, &[("models", strays.join(", ").into())]));
    }
}

/// What is known of a drawn model, in a few words.
#[must_use]
pub fn outcome(lang: Lang, found: Found) -> String {
    match found {
        Found::Visited(verdict) => say(lang, names::verdict(verdict)),
        Found::Earlier(verdict) => {
            say_with(lang, key::MODELS_FOUND_EARLIER, &[("verdict", say(lang, names::verdict(verdict)).into())])
        }
        Found::Replaced => say(lang, key::MODELS_FOUND_REPLACED),
        Found::Unvisited => say(lang, key::MODELS_FOUND_UNVISITED),
    }
}

/// Marks, day, words and evidence of the visit, or why the model was replaced.
fn recorded(lang: Lang, programme: &Programme, inspection: &Inspection, drawn: &Drawn) -> String {
    if let Some(reason) = inspection.replaced.get(&drawn.model) {
        return say_with(lang, key::MODELS_REPLACED_WHY, &[("why", reason.as_str().into())]);
    }
    let Some(visit) = inspection.verifications.get(&drawn.model) else { return String::new() };
    let mut lines: Vec<String> = visit.on.map(date).into_iter().collect();
    lines.extend(visit.answers.iter().map(|(item, answer)| {
        let label = programme.item(item).map_or("", |item| item.label.to(lang));
        let mark = match answer {
            Answer::Rated(level) => level.get().to_string(),
            Answer::NotApplicable(reason) => format!("{}: {}", say(lang, key::REPORT_NOT_APPLICABLE), reason.as_str()),
            Answer::NotVerified(reason) => format!("{}: {}", say(lang, key::REPORT_NOT_VERIFIED), reason.as_str()),
        };
        format!("{item} {label}: {mark}")
    }));
    lines.extend((!visit.note.trim().is_empty()).then(|| visit.note.trim().to_owned()));
    if !visit.evidence.is_empty() {
        lines.push(format!("{}: {}", say(lang, key::REPORT_EVIDENCE), words::joined(&visit.evidence)));
    }
    lines.join("\n")
}

/// What the sample says of the whole list, in words and figures that can be reckoned again.
#[must_use]
pub fn says(lang: Lang, sample: &Sampled) -> String {
    let share = |share| decimal_points(lang, share);
    let mut args = vec![
        ("verified", sample.verified().into()),
        ("drawn", sample.drawn().into()),
        ("failed", sample.failed().into()),
        ("share", share(sample.sample().share()).into()),
        ("level", u32::from(sample.level().get()).into()),
    ];
    let Some(interval) = sample.sample().interval() else {
        return say_with(lang, key::MODELS_SAYS_ALL, &args);
    };
    args.extend([("lower", share(interval.lower).into()), ("upper", share(interval.upper).into())]);
    say_with(lang, key::MODELS_SAYS, &args)
}
