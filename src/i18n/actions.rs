//! A user action in words: what it set, and for short values from what to what. Knows no journal and no screen.

use super::{Lang, flags, hundredths, key, say, say_with};
use crate::domain::{
    answer::Answer,
    edit::{Change, Edit},
    flag_answer::FlagKey,
    programme::Programme,
    undo::Action,
};

/// So many changes of an action are named, the rest is counted.
const NAMED: usize = 3;

/// What an action was: `mức đánh giá C1-05: 3 → chưa có`, told as the way from `before` to `after`. Taking back goes the other way round.
#[must_use]
pub fn told(lang: Lang, action: &Action, is_back: bool, programme: &Programme) -> String {
    let back: Vec<&Change> = action.decided_back().collect();
    let named: Vec<String> = action
        .decided()
        .map(|change| {
            let name = name(lang, change, programme);
            let before = back.iter().find(|before| before.field() == change.field());
            let values = before.and_then(|before| Some((value(lang, before)?, value(lang, change)?)));
            match values {
                Some((before, after)) if is_back => format!("{name}: {after} → {before}"),
                Some((before, after)) => format!("{name}: {before} → {after}"),
                None => name,
            }
        })
        .collect();
    let mut words = named.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if named.len() > NAMED {
        words.push_str(&say_with(lang, key::UNDO_AND_MORE, &[("count", (named.len() - NAMED).into())]));
    }
    words
}

/// What a change sets, by name: `mức đánh giá C1-05`.
#[must_use]
pub fn name(lang: Lang, change: &Change, programme: &Programme) -> String {
    let with = |name, id: &str| format!("{} {id}", say(lang, name)).trim_end().to_owned();
    match change {
        Change::Unit(unit) => say_with(lang, key::UNIT_DATA_OF, &[("unit", unit.name.as_str().into())]),
        Change::Indicator(of) => {
            let known = programme.indicators.iter().find(|indicator| indicator.id == of.indicator);
            let indicator = known.map_or(of.indicator.as_str(), |indicator| indicator.short.to(lang));
            let args = [("indicator", indicator.into()), ("year", of.year.to_string().into())];
            say_with(lang, key::UNIT_VALUE_OF, &args)
        }
        Change::Round(round) => with(key::UNDO_ROUND, &round.title),
        Change::Programme(version) => with(key::UNDO_PROGRAMME, &version.version),
        Change::Settings(_) => say(lang, key::UNDO_SETTINGS),
        Change::Model { model, .. } => {
            with(key::UNDO_MODEL, model.as_ref().map(|model| model.code.as_str()).unwrap_or_default())
        }
        Change::Inspection { edit, .. } => match &**edit {
            Edit::Answer(item, _) => with(key::WORD_ANSWER, item.as_str()),
            Edit::Cite(item, _) => with(key::EDIT_CITE, item.as_str()),
            Edit::Note(item, _) => with(key::EDIT_NOTE, item.as_str()),
            Edit::Evidence(id, _) => with(key::WORD_EVIDENCE, id.as_str()),
            Edit::Finding(id, _) => with(key::WORD_FINDING, id.as_str()),
            Edit::Recommendation(id, _) => with(key::WORD_RECOMMENDATION, id.as_str()),
            Edit::Visit(_) => say(lang, key::EDIT_VISIT),
            Edit::SelfScore(_) => say(lang, key::SELF_SCORE_EDIT),
            Edit::AnswerFlag(flag, _) => with(key::EDIT_FLAG, &flag_in_words(lang, flag)),
            Edit::Replace(model, _) => with(key::MODELS_EDIT_REPLACE, model.as_str()),
            Edit::Verify(model, _) => with(key::MODELS_EDIT_VERIFY, model.as_str()),
            Edit::Life(id, _) => with(key::EDIT_LIFE, id.as_str()),
            Edit::Reply(id, _) => with(key::EDIT_REPLY, id.as_str()),
            Edit::Plan(_) => say(lang, key::HISTORY_PLAN),
            Edit::Second(_) => say(lang, key::SECOND_EDIT),
            Edit::OpenFirst(_) => say(lang, key::SECOND_EDIT_OPENED),
            Edit::Draw(_) => say(lang, key::UNDO_DRAW),
            Edit::SignOff(_) | Edit::Reopen(_) => say(lang, key::HISTORY_SIGN_OFF),
            // Active time goes with the mark and is no deed of its own.
            Edit::Timing(item, ..) => item.to_string(),
        },
    }
}

/// A flag by its code, its name and the labels it points at: `T13 hạn chế chưa có kiến nghị (F-02)`. Other inspections and phrases within a
/// key are for the program alone.
fn flag_in_words(lang: Lang, flag: &FlagKey) -> String {
    let mut parts = flag.as_str().split('/');
    let code = parts.next().unwrap_or_default();
    let label = |part: &&str| {
        part.starts_with(|letter: char| letter.is_ascii_uppercase())
            && part.ends_with(|digit: char| digit.is_ascii_digit())
    };
    let labels: Vec<&str> = parts.filter(label).collect();
    let name = flags::name(code).map(|name| say(lang, name)).unwrap_or_default();
    let labels = if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) };
    format!("{code} {name}{labels}").trim().to_owned()
}

/// A value that is said in a word; nothing where it would take a sentence.
fn value(lang: Lang, change: &Change) -> Option<String> {
    let none = || say(lang, key::UNDO_NO_VALUE);
    match change {
        Change::Indicator(of) => Some(of.figure.as_ref().map_or_else(none, |figure| hundredths(lang, figure.number))),
        Change::Inspection { edit, .. } => match &**edit {
            Edit::Answer(_, answer) => Some(match answer {
                None => none(),
                Some(Answer::Rated(level)) => level.get().to_string(),
                Some(Answer::NotApplicable(_)) => say(lang, key::UNDO_NOT_APPLICABLE),
                Some(Answer::NotVerified(_)) => say(lang, key::UNDO_NOT_VERIFIED),
            }),
            _ => None,
        },
        _ => None,
    }
}
