//! Head and foot of official documents: letterhead, title, signature, headings of annexes.
//!
//! How head and foot look is a layout's matter (`layout`); bodies, code and signers are data of the programme and the team. Five hyphens stand
//! below the summary, as in the letter 70-CV/TU itself.

use super::{
    document::{Block, Document},
    layout::{Facts, Layouts, Part},
};
use crate::{
    domain::{
        edit::Settings,
        inspection::SignOff,
        programme::{Body, Documents},
    },
    i18n::{Lang, key, say, say_with, time},
};
use chrono::{Datelike, NaiveDate};

/// What head and foot are made from.
#[derive(Debug, Clone)]
pub(super) struct Paper<'a> {
    settings: &'a Settings,
    /// Bodies, code and place: the office's, else the programme's.
    documents: Documents,
    layouts: &'a Layouts,
    today: NaiveDate,
}

/// The body that issues: the team of the settings, else the programme's default.
pub(super) fn issuer(settings: &Settings, documents: &Documents) -> String {
    let team = settings.team.trim();
    if team.is_empty() { documents.issuer.trim().to_owned() } else { team.to_owned() }
}

impl<'a> Paper<'a> {
    /// The paper of a team: what its office says of itself over what the programme `proposed`, dated `today`.
    pub(super) fn new(settings: &'a Settings, proposed: &Documents, layouts: &'a Layouts, today: NaiveDate) -> Self {
        Self { settings, documents: settings.office.over(proposed), layouts, today }
    }

    /// The line that says to whom a document goes: to the body above; none where none is named.
    pub(super) fn addressed(&self, lang: Lang) -> Option<String> {
        let superior = self.documents.superior.trim().to_uppercase();
        // A committee of the Party is addressed in its standing body, one of the State by its name.
        let line = match self.documents.body {
            Body::Party => key::REPORT_ADDRESSED,
            Body::State => key::REPORT_ADDRESSED_STATE,
        };
        (!superior.is_empty()).then(|| say_with(lang, line, &[("superior", superior.into())]))
    }

    /// What the templates can name, for a kind of document.
    fn facts(&self, lang: Lang, document: &'static str) -> Facts {
        let documents = &self.documents;
        let (sign, code) = documents.code.trim().split_once('/').unwrap_or(("BC", documents.code.trim()));
        let sign = match document {
            "minutes" => "BB",
            "nominations" => "TTr",
            "letter" => "CV",
            _ => sign,
        };
        let name =
            |name: &String| name.trim().trim_start_matches('-').trim().trim_end_matches([',', '.', ';']).to_owned();
        Facts {
            superior: documents.superior.clone(),
            issuer: issuer(self.settings, documents),
            number: self.settings.office.number(sign, code, self.today.year()),
            code: code.to_owned(),
            sign: sign.to_owned(),
            place: documents.place.clone(),
            day: self.today,
            document,
            lang: lang.code(),
            recipients: documents.recipients.iter().map(name).collect(),
            authority: documents.authority.clone(),
            title: documents.signer_title.clone(),
            ..Facts::default()
        }
    }

    fn head(&self, document: &mut Document, facts: &Facts) {
        let lines = |part| self.layouts.lines(self.documents.body, part, facts);
        document.issuer.clone_from(&facts.issuer);
        document.blocks.push(Block::Letterhead { left: lines(Part::HeadLeft), right: lines(Part::HeadRight) });
    }
}

/// Begins a report: letterhead, kind and summary.
pub(super) fn begin(document: &mut Document, paper: &Paper, summary: Vec<String>) {
    let lang = document.lang;
    paper.head(document, &paper.facts(lang, "report"));
    titled(document, paper, say(lang, key::REPORT_KIND), summary);
}

/// Begins a proposal to praise.
pub(super) fn begin_nominations(document: &mut Document, paper: &Paper, summary: Vec<String>) {
    let lang = document.lang;
    paper.head(document, &paper.facts(lang, "nominations"));
    titled(document, paper, say(lang, key::PRAISE_KIND), summary);
}

/// Begins a letter: its subject stands in the head, and no kind above the text.
pub(super) fn begin_letter(document: &mut Document, paper: &Paper, subject: String) {
    let facts = Facts { subject, ..paper.facts(document.lang, "letter") };
    paper.head(document, &facts);
}

/// Begins minutes.
pub(super) fn begin_minutes(document: &mut Document, paper: &Paper, summary: Vec<String>) {
    let lang = document.lang;
    paper.head(document, &paper.facts(lang, "minutes"));
    titled(document, paper, say(lang, key::MINUTES_KIND), summary);
}

fn titled(document: &mut Document, paper: &Paper, kind: String, summary: Vec<String>) {
    let mut lines = vec![kind];
    lines.extend(summary);
    // The Party sets hyphens below the summary, the State draws a line.
    lines.push(if paper.documents.body == Body::State { "─".repeat(12) } else { "-----".to_owned() });
    document.blocks.push(Block::Title { lines });
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
pub(super) fn end_letter(document: &mut Document, paper: &Paper) {
    let lang = document.lang;
    let facts = paper.facts(lang, "letter");
    let as_above = say(lang, key::LETTER_AS_ABOVE);
    let recipients = std::iter::once(as_above).chain(facts.recipients.last().cloned()).collect();
    signed(document, paper, Facts { recipients, ..facts }, Signing::ByHand);
}

/// Ends the body: recipients left, authority and signature right.
pub(super) fn end(document: &mut Document, paper: &Paper, signing: Signing) {
    let facts = paper.facts(document.lang, "report");
    signed(document, paper, facts, signing);
}

fn signed(document: &mut Document, paper: &Paper, facts: Facts, signing: Signing) {
    let lang = document.lang;
    let named = if let Signing::SignedOff(sign_off) = signing { Some(sign_off.by.as_str()) } else { None };
    let of_office = paper.settings.office.signer(named);
    let by_hand = of_office.as_ref().map(|signer| signer.name.clone()).filter(|name| !name.is_empty());
    let facts = match of_office {
        Some(signer) => Facts { authority: signer.authority, title: signer.title, ..facts },
        None => facts,
    };
    let (signer, signed_at) = match signing {
        Signing::ByHand => (by_hand.unwrap_or_else(|| say(lang, key::REPORT_SIGN_HERE)), String::new()),
        Signing::NotYet => (say(lang, key::REPORT_NOT_SIGNED), String::new()),
        Signing::SignedOff(sign_off) => {
            let at = say_with(lang, key::REPORT_SIGNED_AT, &[("at", time(sign_off.at).into())]);
            (sign_off.by.trim().to_owned(), at)
        }
    };
    let facts = Facts { signer, signed_at, ..facts };
    let lines = |part| paper.layouts.lines(paper.documents.body, part, &facts);
    document.blocks.push(Block::Signature { left: lines(Part::FootLeft), right: lines(Part::FootRight) });
    if paper.documents.body == Body::State {
        document.blocks.iter_mut().for_each(number_as_state);
    }
}

/// The Party numbers its headings `I-`, `1-`, the State `I.`, `1.`; the builders write as the Party does.
fn number_as_state(block: &mut Block) {
    let Block::Heading { text, .. } = block else { return };
    if let Some((number, words)) = text.split_once("- ")
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
    {
        *text = format!("{number}. {words}");
    }
}

/// The heading of an annex, on a new page.
pub(super) fn annex(document: &mut Document, number: usize, title: crate::i18n::Key) {
    document.page_break();
    let lang = document.lang;
    let heading = say_with(lang, key::REPORT_ANNEX, &[("number", number.into()), ("title", say(lang, title).into())]);
    document.heading(1, heading);
}
