//! Reads and writes the fill file of one inspection (TOML).
//!
//! The file sets what it names and leaves the rest: keys of `[visit]`, and `evidence`, `note`, `seconds` and `at` of an answer,
//! stay as they are when they are not given; a piece of evidence, a finding or a recommendation is replaced as a whole.
//!
//! Two things beside the marks of the contract, so that every inspection can be written and read back:
//! - `unanswered = true` stands for the mark of an item that has evidence or a note and no mark yet;
//! - `file` alone is the path of a file to attach; with `file_hash` (BLAKE3, 64 hexadecimal digits) and `file_bytes` it is the
//!   name of a file that the vault holds already, and is not looked for.
//!
//! `[[draw]]` is what `draw new` recorded, and nothing that a person writes; `[[replacement]]` and `[[verification]]` are.

mod answer;
mod models;
mod parts;
mod table;
mod write;

use super::{Mistake, mistakes::Mistakes};
use crate::{
    domain::{edit::Edit, ids::EvidenceId, inspection::Inspection, programme::Programme},
    i18n::{Message, key},
};
use models::Models;
use parts::Context;
use table::{Notes, Table};
use toml::de::DeTable;

pub use write::write;

/// The largest file that is read, in MiB.
const MIB: usize = 4;

/// A fill file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// What it sets, in an order that can be applied.
    pub edits: Vec<Edit>,
    /// Files to attach to pieces of evidence, by the path the fill file gives, and the line that gives it.
    pub files: Vec<(EvidenceId, String, usize)>,
}

/// Reads a fill file for `inspection`. References may point at what the file brings or the inspection holds. Whether the
/// inspection is signed, and whether the vault holds a file named by its hash, is for the caller to see.
///
/// # Errors
/// All mistakes of the file, in the order of their places. While it is not TOML, only what keeps it from being so.
pub fn read(file: &str, programme: &Programme, inspection: &Inspection) -> Result<Filled, Vec<Mistake>> {
    if file.len() > MIB << 20 {
        let mut mistakes = Mistakes::default();
        mistakes.add((1, 1), Message::new(key::FILE_TOO_LARGE).with("most", MIB));
        return Err(mistakes.unless_any(()).err().unwrap_or_default());
    }
    let file = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    let mut notes = Notes::new(file);
    let (root, wrong) = DeTable::parse_recoverable(file);
    for mistake in &wrong {
        let what = Message::new(key::FILL_TOML).with("what", super::mistakes::shown(mistake.message()));
        notes.add(mistake.span().map_or(0, |span| span.start), what);
    }
    let mut filled = Filled { edits: Vec::new(), files: Vec::new() };
    if wrong.is_empty() {
        document(&Table::root(&root), programme, inspection, &mut filled, &mut notes);
    }
    notes.unless_any(filled)
}

/// The parts of the file, in an order that can be applied.
fn document(root: &Table, programme: &Programme, inspection: &Inspection, filled: &mut Filled, notes: &mut Notes) {
    root.only(
        &[
            "visit",
            "self_score",
            "evidence",
            "answer",
            "finding",
            "recommendation",
            "draw",
            "replacement",
            "verification",
            "flag",
        ],
        notes,
    );
    let evidence = root.tables("evidence", notes);
    let answers = root.tables("answer", notes);
    let findings = root.tables("finding", notes);
    let recommendations = root.tables("recommendation", notes);
    let models = Models::of(root, notes);
    let flags = root.tables("flag", notes);
    let evidence_ids = parts::labels(&evidence, "id", notes);
    let finding_ids = parts::labels(&findings, "id", notes);
    let recommendation_ids = parts::labels(&recommendations, "id", notes);
    let items = parts::labels(&answers, "item", notes);
    let flag_keys = parts::labels(&flags, "key", notes);
    let context = Context::new(programme, inspection, &evidence_ids, &finding_ids);

    if let Some(visit) = root.table("visit", notes) {
        filled.edits.push(Edit::Visit(parts::visit(&visit, &inspection.visit, notes)));
    }
    if let Some(score) = root.table("self_score", notes) {
        filled.edits.extend(parts::self_score(&score, inspection, notes));
    }
    for (table, id) in evidence.iter().zip(evidence_ids) {
        context.evidence(table, id, filled, notes);
    }
    for (table, item) in answers.iter().zip(items) {
        context.answer(table, item, filled, notes);
    }
    for (table, id) in findings.iter().zip(finding_ids) {
        context.finding(table, id, filled, notes);
    }
    for (table, id) in recommendations.iter().zip(recommendation_ids) {
        context.recommendation(table, id, filled, notes);
    }
    models.read(&context, filled, notes);
    for (table, key) in flags.iter().zip(flag_keys) {
        filled.edits.extend(parts::flag(table, key, notes));
    }
}
