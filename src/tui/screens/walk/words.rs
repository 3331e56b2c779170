//! The walk in words: the item in hand with everything recorded of it, its levels under their own numbers, the score in words.

use super::{
    Walk,
    fairness::burden_in_words,
    sheet::{Pane, Sheet},
    view,
};
use crate::{
    domain::answer::Answer,
    i18n::{Lang, key, points, say, say_with, words},
    keymap::command::Command,
    tui::{
        parts::page::{Offer, Page},
        shared::Shared,
    },
};
use chrono::NaiveDate;

pub(super) fn page(walk: &Walk, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new("");
    let Some(sheet) = &walk.sheet else {
        page.say(say(lang, key::WALK_LOADING));
        return page;
    };
    if let (Some(score), Some(item)) = (sheet.score(), sheet.item()) {
        let place = format!("{}/{}", sheet.position() + 1, sheet.assessment.items.len());
        page.title = format!("{} {} · {place}", score.item, item.label.to(lang));
    }
    let said = view::said(sheet, lang);
    if sheet.pane == Pane::Records {
        page.say(say(lang, key::PLAIN_RECORDS));
        let at = sheet.record_position();
        page.offers.extend(said.records.into_iter().enumerate().map(|(row, words)| {
            let here = if at == Some(row) { format!(" ({})", say(lang, key::PLAIN_CHOSEN)) } else { String::new() };
            Offer { words: format!("{words}{here}"), row: Some(row), does: None }
        }));
        return page;
    }
    page.say_all(said.asked);
    page.say(mark(sheet, lang));
    page.say_all(said.recorded);
    page.say_all(said.records);
    page.say_all(said.noted);
    page.say_all(view::last_time(walk, sheet, shared, today));
    page.say_all(burden_in_words(walk, sheet, shared));
    page.say(score(sheet, lang));
    page.from = 0;
    page.offers.extend(levels(sheet, lang));
    page
}

fn levels(sheet: &Sheet, lang: Lang) -> Vec<Offer> {
    let levels = sheet.item().map(|item| item.levels.as_slice()).unwrap_or_default();
    let offers = levels.iter().enumerate().map(|(level, words)| Offer {
        words: words.to(lang).to_owned(),
        row: None,
        does: u8::try_from(level).ok().map(Command::Rate),
    });
    offers.collect()
}

/// The mark of the item as it stands.
fn mark(sheet: &Sheet, lang: Lang) -> String {
    let answer = sheet.item_id().and_then(|item| sheet.inspection.answer(&item).cloned());
    let scale = &sheet.programme.scale;
    let words = match answer {
        None => say(lang, key::PLAIN_NO_MARK),
        Some(Answer::Rated(level)) => {
            let level = usize::from(level.get());
            let words = sheet.item().and_then(|item| item.levels.get(level)).map_or("", |words| words.to(lang));
            format!("{level} {words}")
        }
        Some(Answer::NotApplicable(reason)) => format!("{}: {}", scale.not_applicable.to(lang), reason.as_str()),
        Some(Answer::NotVerified(reason)) => format!("{}: {}", scale.not_verified.to(lang), reason.as_str()),
    };
    say_with(lang, key::PLAIN_MARK, &[("mark", words.into())])
}

/// The strip below the walk, in a sentence.
fn score(sheet: &Sheet, lang: Lang) -> String {
    if sheet.inspection.second.is_some() {
        return view::of_second_look(sheet, lang);
    }
    let Some(whole) = sheet.assessment.whole else { return say(lang, key::STRIP_NOTHING) };
    let args = [
        ("claimed", points(whole.claimed).into()),
        ("supported", points(whole.supported).into()),
        ("gap", view::shown_gap(whole.claimed, whole.supported).into()),
        ("coverage", points(whole.coverage).into()),
        ("band", words::band(lang, &sheet.programme, sheet.assessment.band.as_ref()).into()),
        ("open", view::open_items(sheet).into()),
    ];
    say_with(lang, key::PLAIN_SCORE, &args)
}
