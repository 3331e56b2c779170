//! Head and foot of Party documents: letterhead, title, signature, headings of annexes.
//!
//! The layout follows the letter 70-CV/TU itself and Instruction 36-HD/VPTW (2018): no colon after `Số`, a hyphen after the number,
//! days below 10 and months 1 and 2 with a zero, five hyphens below the summary. Bodies, code and signers are data.

use super::document::{Block, Document};
use crate::{
    domain::{edit::Settings, inspection::SignOff, lang::Lang, programme::Documents},
    i18n::{key, say, say_with, time},
};
use chrono::{Datelike, NaiveDate};

/// The body that issues: the team of the settings, else the programme's default.
pub(super) fn issuer(settings: &Settings, documents: &Documents) -> String {
    let team = settings.team.trim();
    if team.is_empty() { documents.issuer.trim().to_owned() } else { team.to_owned() }
}

/// Begins a document: letterhead, kind and summary.
pub(super) fn begin(
    document: &mut Document,
    settings: &Settings,
    documents: &Documents,
    today: NaiveDate,
    summary: Vec<String>,
) {
    let lang = document.lang;
    head(document, settings, documents, (&documents.code, None), today);
    let mut lines = vec![say(lang, key::REPORT_KIND)];
    lines.extend(summary);
    lines.push("-----".to_owned());
    document.blocks.push(Block::Title { lines });
}

/// Begins a letter: its subject stands below the number, and no kind above the text.
pub(super) fn begin_letter(
    document: &mut Document,
    settings: &Settings,
    documents: &Documents,
    today: NaiveDate,
    subject: String,
) {
    head(document, settings, documents, (&code_of("CV", documents), Some(subject)), today);
}

/// Begins minutes.
pub(super) fn begin_minutes(
    document: &mut Document,
    settings: &Settings,
    documents: &Documents,
    today: NaiveDate,
    summary: Vec<String>,
) {
    let lang = document.lang;
    head(document, settings, documents, (&code_of("BB", documents), None), today);
    let mut lines = vec![say(lang, key::MINUTES_KIND)];
    lines.extend(summary);
    lines.push("-----".to_owned());
    document.blocks.push(Block::Title { lines });
}

/// The code of another kind of document of the same body: `BC/BDVTU` is `CV/BDVTU` on a letter.
fn code_of(kind: &str, documents: &Documents) -> String {
    documents.code.trim().split_once('/').map_or_else(|| documents.code.clone(), |(_, body)| format!("{kind}/{body}"))
}

fn head(
    document: &mut Document,
    settings: &Settings,
    documents: &Documents,
    (code, subject): (&str, Option<String>),
    today: NaiveDate,
) {
    let lang = document.lang;
    let mut left = Vec::new();
    left.extend(Some(documents.superior.trim().to_uppercase()).filter(|body| !body.is_empty()));
    left.extend(Some(issuer(settings, documents).to_uppercase()).filter(|body| !body.is_empty()));
    left.push("*".to_owned());
    left.push(if code.trim().is_empty() {
        say(lang, key::REPORT_NUMBER_PLAIN)
    } else {
        say_with(lang, key::REPORT_NUMBER, &[("code", code.trim().into())])
    });
    left.extend(subject);
    let right = vec![say(lang, key::REPORT_PARTY), "─".repeat(22), String::new(), dated(lang, &documents.place, today)];
    document.blocks.push(Block::Letterhead { left, right });
}

/// `Kiên Giang, ngày 02 tháng 02 năm 2021`.
fn dated(lang: Lang, place: &str, day: NaiveDate) -> String {
    let (number, month) = match lang {
        Lang::Vi if day.month() <= 2 => (format!("{:02}", day.day()), format!("{:02}", day.month())),
        Lang::Vi => (format!("{:02}", day.day()), day.month().to_string()),
        Lang::En => (day.day().to_string(), day.format("%B").to_string()),
    };
    let year = day.year().to_string();
    let args = [("day", number.into()), ("month", month.into()), ("year", year.into())];
    match place.trim() {
        "" => say_with(lang, key::REPORT_DATED, &args),
        place => {
            let [day, month, year] = args;
            say_with(lang, key::REPORT_PLACE_DATED, &[("place", place.into()), day, month, year])
        }
    }
}

/// Who signs a document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Signing<'a> {
    /// Signed by hand on paper.
    ByHand,
    /// An inspection that is not signed off yet.
    NotYet,
    /// An inspection that is signed off.
    SignedOff(&'a SignOff),
}

/// Ends a letter: it goes to whom it names above, and into the files.
pub(super) fn end_letter(document: &mut Document, documents: &Documents) {
    let as_above = say(document.lang, key::LETTER_AS_ABOVE);
    let kept = documents.recipients.last().cloned();
    let recipients = std::iter::once(as_above).chain(kept).collect();
    end(document, &Documents { recipients, ..documents.clone() }, Signing::ByHand);
}

/// Ends the body: recipients left, authority and signature right.
pub(super) fn end(document: &mut Document, documents: &Documents, signing: Signing) {
    let lang = document.lang;
    let mut left = Vec::new();
    let last = documents.recipients.len().saturating_sub(1);
    for (place, recipient) in documents.recipients.iter().enumerate() {
        let name = recipient.trim().trim_start_matches('-').trim().trim_end_matches([',', '.', ';']);
        left.push(format!("- {name}{}", if place == last { '.' } else { ',' }));
    }
    if !left.is_empty() {
        left.insert(0, say(lang, key::REPORT_RECIPIENTS));
    }
    let mut right: Vec<String> = [&documents.authority, &documents.signer_title]
        .into_iter()
        .map(|line| line.trim().to_uppercase())
        .filter(|line| !line.is_empty())
        .collect();
    right.extend(std::iter::repeat_n(String::new(), 3));
    match signing {
        Signing::ByHand => right.push(say(lang, key::REPORT_SIGN_HERE)),
        Signing::NotYet => right.push(say(lang, key::REPORT_NOT_SIGNED)),
        Signing::SignedOff(sign_off) => {
            right.push(sign_off.by.trim().to_owned());
            right.push(say_with(lang, key::REPORT_SIGNED_AT, &[("at", time(sign_off.at).into())]));
        }
    }
    document.blocks.push(Block::Signature { left, right });
}

/// The heading of an annex, on a new page.
pub(super) fn annex(document: &mut Document, number: usize, title: crate::i18n::Key) {
    document.page_break();
    let lang = document.lang;
    let heading = say_with(lang, key::REPORT_ANNEX, &[("number", number.into()), ("title", say(lang, title).into())]);
    document.heading(1, heading);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> String {
        dated(Lang::Vi, "Kiên Giang", NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
    }

    #[test]
    fn days_below_ten_and_months_one_and_two_carry_a_zero() {
        assert_eq!(on(2021, 2, 2), "Kiên Giang, ngày 02 tháng 02 năm 2021");
        assert_eq!(on(2023, 11, 15), "Kiên Giang, ngày 15 tháng 11 năm 2023");
        assert_eq!(on(2024, 3, 9), "Kiên Giang, ngày 09 tháng 3 năm 2024");
        assert_eq!(on(2024, 1, 10), "Kiên Giang, ngày 10 tháng 01 năm 2024");
    }

    #[test]
    fn a_date_without_a_place_begins_with_the_day() {
        let day = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day");
        assert_eq!(dated(Lang::Vi, " ", day), "Ngày 15 tháng 11 năm 2023");
        assert_eq!(dated(Lang::En, "Kiên Giang", day), "Kiên Giang, 15 November 2023");
    }
}
