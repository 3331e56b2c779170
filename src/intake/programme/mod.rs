//! Reads a programme file (TOML; its format stands in `checklists/README.md`) into a [`Programme`] that is whole and consistent.
//!
//! All mistakes come at once. `table` turns TOML into typed values, `reading` gathers mistakes and references, `syntax` words the
//! mistakes of TOML itself; the other files read the parts of a programme. What is right but formal is not for here: the flags
//! P01–P05 of `domain::flags::programme` speak of it.

mod condition;
mod documents;
mod flags;
mod indicators;
mod kinds;
mod model_visit;
mod reading;
mod scale;
mod sections;
mod syntax;
mod table;

use super::{
    Mistake,
    encoding::{NotText, decode},
};
use crate::{
    domain::{period::Period, programme::Programme},
    i18n::{Message, key},
};
use reading::Reading;
use table::Table;

/// The programme that comes with the product: `checklists/dan-van-kheo-2021-2025.toml`.
pub const SHIPPED: &[u8] = include_bytes!("../../../checklists/dan-van-kheo-2021-2025.toml");

/// The largest file in bytes. Everything about one movement fits into a tenth of it.
pub const MOST_BYTES: usize = 1 << 20;

/// The version of the format that this reads.
const SCHEMA: u32 = 1;

/// A programme that was read, and what is worth a look in its file.
#[derive(Debug, Clone)]
pub struct Read {
    /// The programme.
    pub programme: Programme,
    /// Texts that are missing in a language, and the like: the programme works all the same.
    pub warnings: Vec<Mistake>,
}

/// Reads a programme. Every text is in NFC afterwards.
///
/// # Errors
/// All mistakes of the file, in the order of their places; never none. When the file is no TOML, only what TOML refuses.
pub fn read(file: &[u8]) -> Result<Read, Vec<Mistake>> {
    if file.len() > MOST_BYTES {
        let what = Message::new(key::FILE_TOO_LARGE).with("most", MOST_BYTES >> 20);
        return Err(vec![Mistake { line: 1, column: 1, what, nearest: None }]);
    }
    let source = decode(file).map_err(|NotText((line, column))| {
        vec![Mistake { line, column, what: key::FILE_NOT_TEXT.into(), nearest: None }]
    })?;
    let root = syntax::parse(&source)?;
    let mut reading = Reading::new(&source);
    let programme = programme(&root, file, &mut reading);
    reading.resolve();
    if let Some(programme) = &programme {
        sections::look_over(programme, &mut reading);
        model_visit::look_over(programme, &mut reading);
    }
    let (mistakes, warnings) = reading.finish();
    match programme {
        Some(programme) if mistakes.is_empty() => Ok(Read { programme, warnings }),
        _ => Err(mistakes),
    }
}

/// Tables and values at the top of a file.
const KEYS: &[&str] = &[
    "schema",
    "id",
    "version",
    "title",
    "short",
    "basis",
    "valid_from",
    "valid_to",
    "scale",
    "scoring",
    "band",
    "gate",
    "unit_kind",
    "indicator",
    "evidence_kind",
    "section",
    "model_visit",
    "model_field",
    "resident_question",
    "milestone",
    "documents",
    "thresholds",
    "empty_phrase",
];

/// Reads every part before it gives up on any, so that no mistake hides another.
fn programme(root: &toml::de::DeTable<'_>, file: &[u8], reading: &mut Reading<'_>) -> Option<Programme> {
    let root = Table::new("", 0, root, KEYS, reading);
    let schema =
        root.need("schema", reading).and_then(|schema| schema.number(1, u32::MAX, reading).map(|n| (schema, n)));
    if let Some((schema, number)) = schema.filter(|(_, number)| *number != SCHEMA) {
        reading
            .mistake(schema.at.start, Message::new(key::PROGRAMME_SCHEMA).with("found", number).with("reads", SCHEMA));
    }
    let id = root.need("id", reading).and_then(|id| id.id(reading));
    let version = root.need("version", reading).and_then(|version| version.words(reading));
    let title = root.need("title", reading).and_then(|title| title.text(reading));
    let short = root.may("short").and_then(|short| short.text(reading)).or_else(|| title.clone());
    let basis = root.need("basis", reading).and_then(|basis| basis.text(reading));
    let valid = valid(&root, reading);
    let scale = scale::scale(&root, reading);
    let scoring = scale::scoring(&root, reading);
    let bands = scale::bands(&root, reading);
    let gates = scale::gates(&root, reading);
    let unit_kinds = kinds::unit_kinds(&root, reading);
    let indicators = indicators::indicators(&root, reading);
    let evidence_kinds = kinds::evidence_kinds(&root, reading);
    let sections = sections::sections(&root, reading);
    let model_visit = model_visit::model_visit(&root, reading);
    let model_fields = model_visit::model_fields(&root, reading);
    let resident_questions = documents::resident_questions(&root, reading);
    let milestones = documents::milestones(&root, reading);
    let documents = documents::documents(&root, reading);
    let thresholds = flags::thresholds(&root, reading);
    let empty_phrases = flags::empty_phrases(&root, reading);
    Some(Programme {
        id: id?,
        version: version?,
        hash: blake3::hash(file).to_hex().to_string(),
        title: title?,
        short: short?,
        basis: basis?,
        valid: valid?,
        scale: scale?,
        scoring,
        bands: bands?,
        gates: gates?,
        unit_kinds: unit_kinds?,
        indicators: indicators?,
        evidence_kinds: evidence_kinds?,
        sections: sections?,
        model_visit,
        model_fields: model_fields?,
        resident_questions: resident_questions?,
        milestones: milestones?,
        documents,
        thresholds,
        empty_phrases: empty_phrases?,
    })
}

/// `valid_from` and `valid_to`; an end that is left out is open.
fn valid(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Period> {
    let from = root.may("valid_from").and_then(|from| from.day(reading));
    let end = root.may("valid_to");
    let to = end.as_ref().and_then(|to| to.day(reading));
    match (from, to, end) {
        (Some(from), Some(to), Some(end)) if to < from => {
            reading.mistake(end.at.start, Message::new(key::PROGRAMME_DAYS_ORDER));
            None
        }
        _ => Some(Period { from, to }),
    }
}
