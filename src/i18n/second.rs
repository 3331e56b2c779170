//! The second look in words: marks side by side, how far they agree, why none is drawn. The same on screens, in commands and documents.

use super::{Lang, Message, decimal_points, hundredths, key, say, say_with, time, words};
use crate::domain::{
    answer::Answer,
    draw::{DIGITS, DrawError, SeedError, Side},
    indicator::Hundredths,
    looking_again::NoSecond,
    second::{Agreement, Differs, Kappa, NotOpened, Opened, Second},
};

/// A mark in its shortest words: `3`, `không áp dụng`, `chưa rõ`, `–`.
#[must_use]
pub fn mark(lang: Lang, answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Rated(level)) => level.get().to_string(),
        Some(Answer::NotApplicable(_)) => say(lang, key::UNDO_NOT_APPLICABLE),
        Some(Answer::NotVerified(_)) => say(lang, key::UNDO_NOT_VERIFIED),
        None => "–".to_owned(),
    }
}

/// The reason of a mark that is no level.
#[must_use]
pub fn reason(answer: Option<&Answer>) -> Option<&str> {
    match answer {
        Some(Answer::NotApplicable(reason) | Answer::NotVerified(reason)) => Some(reason.as_str()),
        _ => None,
    }
}

/// Each time the first look was opened before the second one was signed.
#[must_use]
pub fn opened(lang: Lang, second: &Second) -> Vec<String> {
    let told = |opened: &Opened| {
        let args = [
            ("by", second.by.as_str().into()),
            ("opener", opened.by.as_str().into()),
            ("at", time(opened.at).into()),
            ("why", opened.why.as_str().into()),
        ];
        say_with(lang, key::SECOND_OPENED, &args)
    };
    second.opened.iter().map(told).collect()
}

/// Why the first look is not opened.
#[must_use]
pub fn not_opened(why: NotOpened, second: &Second) -> Message {
    match why {
        NotOpened::NoName => key::SECOND_NO_OPENER.into(),
        NotOpened::NotForOneself => Message::new(key::SECOND_NOT_ONESELF).with("by", second.by.clone()),
        NotOpened::NoReason => key::SECOND_NO_WHY.into(),
    }
}

/// How two marks differ.
#[must_use]
pub fn differs(lang: Lang, differs: Differs) -> String {
    match differs {
        Differs::Same => say(lang, key::SECOND_SAME),
        Differs::Levels(by) => {
            let levels = [("levels", by.unsigned_abs().to_string().into())];
            say_with(lang, if by > 0 { key::SECOND_HIGHER } else { key::SECOND_LOWER }, &levels)
        }
        Differs::OnlyOne => say(lang, key::SECOND_ONLY_ONE),
    }
}

/// How far two looks agree, a sentence each: the most telling first: the counts, kappa or why there is none, the rest.
#[must_use]
pub fn agreement(lang: Lang, of: &Agreement) -> Vec<String> {
    let mut args = vec![
        ("items", of.items.into()),
        ("both", of.both.into()),
        ("same", of.same.into()),
        ("one", of.only_one.into()),
        ("share", of.share.map(|share| decimal_points(lang, share)).unwrap_or_default().into()),
    ];
    let counts = if of.share.is_some() { key::SECOND_AGREES } else { key::SECOND_NOTHING_COMMON };
    let mut said = vec![say_with(lang, counts, &args)];
    let only_ones = (of.share.is_some() && of.only_one > 0).then(|| say_with(lang, key::SECOND_ONLY_ONES, &args));
    match (of.linear, of.quadratic) {
        (Kappa::Of(linear), Kappa::Of(quadratic)) => {
            args.extend([("linear", kappa(lang, linear).into()), ("quadratic", kappa(lang, quadratic).into())]);
            said.push(say_with(lang, key::SECOND_KAPPA, &args));
            said.extend(only_ones);
            said.push(say(lang, key::SECOND_KAPPA_MEANS));
            return said;
        }
        (Kappa::Nothing, _) | (_, Kappa::Nothing) => said.push(say(lang, key::SECOND_KAPPA_NOTHING)),
        _ => said.push(say(lang, key::SECOND_KAPPA_ONE_LEVEL)),
    }
    said.extend(only_ones);
    said
}

/// Kappa with two decimals, rounded half up once more for reading: `0,51`.
fn kappa(lang: Lang, ten_thousandths: i32) -> String {
    hundredths(lang, Hundredths((ten_thousandths + 50).div_euclid(100)))
}

/// Why no second look is drawn, and what to do.
#[must_use]
pub fn not_drawn(why: &NoSecond) -> Message {
    let least = u32::try_from(DIGITS).unwrap_or(u32::MAX);
    match why {
        NoSecond::NotDone => Message::new(key::SECOND_NOT_DONE),
        NoSecond::IsSecond => Message::new(key::SECOND_IS_SECOND),
        NoSecond::Underway => Message::new(key::SECOND_UNDERWAY),
        NoSecond::NoName => Message::new(key::SECOND_NO_NAME),
        NoSecond::SamePerson(name) => Message::new(key::SECOND_SAME_PERSON).with("name", name),
        NoSecond::Draw(DrawError::Seed(SeedError::TooFew(side, given))) => {
            let key = if *side == Side::Unit { key::SECOND_FEW_DIGITS_TEAM } else { key::SECOND_FEW_DIGITS };
            Message::new(key).with("given", *given).with("least", least)
        }
        NoSecond::Draw(DrawError::Seed(SeedError::NoDigit(_, found))) => {
            Message::new(key::SECOND_NO_DIGIT).with("found", found.to_string())
        }
        NoSecond::Draw(DrawError::Empty) => Message::new(key::SECOND_EMPTY),
        NoSecond::Draw(DrawError::Few { asked, least }) => {
            Message::new(key::SECOND_FEW).with("asked", *asked).with("least", *least)
        }
        NoSecond::Draw(DrawError::Size { asked, population }) => {
            Message::new(key::SECOND_MANY).with("asked", *asked).with("population", *population)
        }
        NoSecond::Draw(other) => words::no_draw(other),
    }
}
