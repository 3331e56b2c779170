//! The urging letter (CV) to one unit: what it was asked to do by a day that has passed, each matter with its number, owner, day and the
//! finding behind it; what comes due soon; and by when an answer is asked for. What the unit has declared is not urged.

use super::{
    document::{Block, Column, Document},
    findings::Source,
    layout::Layouts,
    letterhead, mark_practice, words,
};
use crate::{
    domain::{
        edit::Settings,
        follow_up::{SOON, State, state},
        ids::RecommendationId,
        lang::Lang,
        life::Stage,
        programme::Documents,
        recommendation::Recommendation,
        unit::Unit,
    },
    i18n::{date, key, say, say_with},
};
use chrono::{Days, NaiveDate};

/// Days after the letter within which an answer is asked for (a proposal of the program; the signer changes it by hand).
const ANSWER_WITHIN: u64 = 15;

/// What a letter is made from.
#[derive(Debug, Clone, Copy)]
pub struct Address<'a> {
    /// Language of the letter's own words.
    pub lang: Lang,
    /// The unit that is urged.
    pub unit: &'a Unit,
    /// The team's settings.
    pub settings: &'a Settings,
    /// Bodies, place and signer.
    pub documents: &'a Documents,
    /// The layouts of head and foot.
    pub layouts: &'a Layouts,
    /// The day of the letter.
    pub today: NaiveDate,
    /// Made in a practice vault.
    pub practice: bool,
}

/// A recommendation that is open, with the inspection it comes from.
type Asked<'a> = (&'a Source<'a>, &'a RecommendationId, &'a Recommendation, Option<NaiveDate>);

/// Builds the letter from the unit's inspections; only signed ones count. A unit with nothing overdue gets a letter that says so in
/// one sentence.
#[must_use]
pub fn build(to: &Address, inspections: &[Source]) -> Document {
    let lang = to.lang;
    let mut document =
        Document::new(lang, say_with(lang, key::LETTER_PROPERTY, &[("unit", words::unit(to.unit).into())]));
    if to.practice {
        mark_practice(&mut document);
    }
    let about = say_with(lang, key::LETTER_ABOUT, &[("unit", to.unit.name.as_str().into())]);
    let paper = letterhead::Paper::new(to.settings, to.documents, to.layouts, to.today);
    letterhead::begin_letter(&mut document, &paper, about);
    document
        .blocks
        .push(Block::Title { lines: vec![say_with(lang, key::LETTER_TO, &[("unit", to.unit.name.as_str().into())])] });
    let open = open(inspections);
    let on = |wanted: fn(State) -> bool| -> Vec<&Asked> {
        open.iter().filter(|(.., due)| wanted(state(*due, to.today))).collect()
    };
    let overdue = on(|state| matches!(state, State::Overdue(_)));
    let soon = on(|state| matches!(state, State::DueSoon(_)));
    opening(&mut document, to, &overdue);
    table(&mut document, to, &overdue);
    if !soon.is_empty() {
        let args = [("count", soon.len().into()), ("days", SOON.into()), ("date", date(to.today).into())];
        document.paragraph(say_with(lang, key::LETTER_SOON, &args));
        table(&mut document, to, &soon);
    }
    if !overdue.is_empty() {
        let until = to.today.checked_add_days(Days::new(ANSWER_WITHIN)).unwrap_or(to.today);
        let issuer = letterhead::issuer(to.settings, to.documents);
        let args = [
            ("unit", to.unit.name.as_str().into()),
            ("count", overdue.len().into()),
            ("issuer", issuer.into()),
            ("date", date(until).into()),
        ];
        document.paragraph(say_with(lang, key::LETTER_ASKS, &args));
        document.paragraph(say_with(lang, key::LETTER_THEN, &args));
    }
    letterhead::end_letter(&mut document, &paper);
    document
}

/// What is open in signed inspections, the earliest day first; what has no day cannot be overdue and is left out.
fn open<'a>(inspections: &'a [Source<'a>]) -> Vec<Asked<'a>> {
    let signed = inspections.iter().filter(|source| source.inspection.is_signed());
    let mut open: Vec<Asked> = signed
        .flat_map(|source| {
            let all = source.inspection.recommendations.iter();
            all.filter(|(id, _)| source.inspection.stage(id) == Stage::Open)
                .map(move |(id, what)| (source, id, what, source.inspection.due(id)))
        })
        .filter(|(.., due)| due.is_some())
        .collect();
    open.sort_by_key(|(.., due)| *due);
    open
}

fn opening(document: &mut Document, to: &Address, overdue: &[&Asked]) {
    let longest = overdue.first().and_then(|(.., due)| *due);
    let days = longest.map_or(0, |due| (to.today - due).num_days());
    let args = [
        ("unit", to.unit.name.as_str().into()),
        ("date", date(to.today).into()),
        ("count", overdue.len().into()),
        ("days", days.into()),
    ];
    let sentence = if overdue.is_empty() { key::LETTER_NOTHING } else { key::LETTER_OPENING };
    document.paragraph(say_with(to.lang, sentence, &args));
}

fn table(document: &mut Document, to: &Address, asked: &[&Asked]) {
    let lang = to.lang;
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 3),
        Column::words(say(lang, key::REPORT_COLUMN_ACTION), 9),
        Column::words(say(lang, key::REPORT_COLUMN_OWNER), 5),
        Column::words(say(lang, key::REPORT_COLUMN_DUE), 5),
        Column::words(say(lang, key::LETTER_COLUMN_FINDING), 8),
    ];
    let rows = asked.iter().map(|(source, id, what, _)| {
        let inspection = &source.inspection;
        let findings = what.findings.iter().filter_map(|id| Some((id, inspection.findings.get(id)?)));
        let findings: Vec<String> =
            findings.map(|(id, finding)| format!("{id}: {}", finding.condition.trim())).collect();
        vec![
            // Every inspection counts its own from 1: without the round two rows may bear the same number, and an answer could mean either.
            format!("{id}\n{}", source.round.title.trim()),
            what.action.trim().to_owned(),
            words::typed(lang, &what.owner),
            words::due(lang, inspection, id, to.today),
            words::typed(lang, &findings.join("\n")),
        ]
    });
    document.table(columns, rows.collect());
}
