//! What is fed, and what must hold of whatever comes out.

use std::{fs, path::PathBuf, sync::Arc};
use tempfile::TempDir;
use thucchat::{
    domain::{
        edit::{Change, Edit},
        ids::{InspectionId, UnitId},
        inspection::{Inspection, Plan},
        lang::Lang,
        period::Period,
        programme::Programme,
        round::Round,
        unit::{Tier, Unit, Units},
    },
    intake::{self, Mistake},
    journal,
    keymap::Keymap,
    report::layout::{self, Facts, Layouts, Part},
    store::Vault,
    text::{sanitise::is_harmless, sanitise_line, sanitise_text},
};
use uuid::Uuid;

pub const PROGRAMME_WORDS: &[&str] = &[
    "[scale]",
    "[scoring]",
    "[[band]]",
    "[[gate]]",
    "[[unit_kind]]",
    "[[evidence_kind]]",
    "[[section]]",
    "[[section.item]]",
    "relevant = ",
    "constraint = ",
    "life = ",
    "weight = ",
    "levels = ",
    "applies_to = ",
    "id = ",
    "{ vi = \"",
    "en = \"",
    "answered(\"C1-05\")",
    "kind == ",
    "&& ",
    "|| ",
    "!",
    "in [",
    "grade = \"E3\"",
    "min = 6500",
    "measures = \"outcome\"",
];
pub const KEYMAP_WORDS: &[&str] = &[
    "[walk]",
    "[global]",
    "[form]",
    "base = \"vim\"",
    "quit = []",
    "ctrl+",
    "alt+",
    "shift+",
    "F12",
    "esc",
    "space",
    "rate-3",
    "undo",
    "\"g g\"",
    "\"ctrl+i\"",
    "= [\"",
    "\"]",
];
pub const UNIT_WORDS: &[&str] = &[
    "code",
    "mã",
    "name",
    "tên",
    "kind",
    "loại",
    "parent",
    "mã cấp trên",
    "tier",
    "cấp",
    "from",
    "to",
    "place",
    "government",
    "2021-03-01",
    "28/02/2021",
    "911",
    ";",
    ",",
    "\"",
    "\"\"",
    "có",
    "=1+1",
];
pub const FILL_WORDS: &[&str] = &[
    "[visit]",
    "[[evidence]]",
    "[[answer]]",
    "[[finding]]",
    "[[recommendation]]",
    "[[draw]]",
    "[[verification]]",
    "id = ",
    "item = \"C1-05\"",
    "rating = 4",
    "not_applicable = ",
    "not_verified = ",
    "unanswered = true",
    "evidence = [\"V-01\"]",
    "collected = 2023-10-12",
    "file_hash = ",
    "file = \"../../etc/passwd\"",
    "due = ",
    "severity = \"high\"",
    "[self_score]",
];
pub const RECORD_WORDS: &[&str] =
    &["ops", "kind", "field", "value", "answer/C1-05", "plan", "settings", "\u{c0}", "\u{dd}", "prev", "seq", "device"];
pub const TEMPLATE_WORDS: &[&str] = &[
    "{{ ",
    " }}",
    "{% for a in range(9999999) %}",
    "{% endfor %}",
    "{% if ",
    "{% endif %}",
    "| upper",
    "| format(",
    "| replace(",
    "loop.last",
    "recipients",
    "issuer",
    "body = \"state\"",
    "from = 2020-03-05",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% set x = x ~ x %}",
    "{% include 'head_left' %}",
    "'a' * 999999999",
    "[0] * 99999999",
    "| join",
    "| batch(1)",
    "{% raw %}",
];
pub const SANITISER_WORDS: &[&str] = &[
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{7f}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{e0041}",
    "\u{301}",
    "\u{200e}",
    "\u{61c}",
    "ẵ",
];

/// Mistakes are told in both languages, with places that exist.
fn told(mistakes: &[Mistake], lines: usize) {
    assert!(!mistakes.is_empty(), "a file that is refused has a mistake");
    for mistake in mistakes.iter().take(50) {
        for lang in Lang::ALL {
            let line = mistake.line_in(lang);
            assert!(line.chars().all(is_harmless), "a terminal would obey {line:?}");
        }
        assert!(mistake.line >= 1 && mistake.line <= lines + 2 && mistake.column >= 1, "{mistake:?} of {lines} lines");
    }
}

fn lines(input: &[u8]) -> usize {
    // UTF-16 has a line break in two bytes; a single return is a line break of a spreadsheet.
    input.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1
}

pub fn programme(input: &[u8]) {
    match intake::programme::read(input) {
        Ok(read) => {
            let again = intake::programme::read(input).expect("the same file is read again");
            assert_eq!(read.programme.hash, again.programme.hash);
        }
        Err(mistakes) => told(&mistakes, lines(input)),
    }
}

pub fn keymap(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    match Keymap::load(&text) {
        Ok(_) => {}
        Err(mistakes) => told(&mistakes, lines(input)),
    }
}

pub fn units(input: &[u8]) {
    let kinds = ["party_committee", "government", "standing_body"].map(Into::into);
    let mut number = 0;
    let mut new_id = || {
        number += 1;
        UnitId(Uuid::from_u128(number))
    };
    match intake::units::read(input, &Units::default(), &kinds, &mut new_id) {
        Ok(rows) => assert!(rows.len() <= lines(input)),
        Err(mistakes) => told(&mistakes, lines(input)),
    }
}

/// An inspection to fill in.
pub struct Fill {
    programme: Arc<Programme>,
    blank: Inspection,
}

impl Fill {
    pub fn new() -> Self {
        let programme = intake::programme::read(intake::programme::SHIPPED).expect("the shipped programme").programme;
        let blank = Inspection::new(InspectionId(Uuid::from_u128(7)), plan(&programme));
        Self { programme: Arc::new(programme), blank }
    }

    pub fn read(&mut self, input: &[u8]) {
        let text = String::from_utf8_lossy(input);
        let filled = match intake::fill::read(&text, &self.programme, &self.blank) {
            Ok(filled) => filled,
            Err(mistakes) => return told(&mistakes, lines(input)),
        };
        let mut inspection = self.blank.clone();
        if filled.edits.into_iter().any(|edit| inspection.apply(edit).is_err()) || !filled.files.is_empty() {
            return;
        }
        // What is written reads back as the same.
        let written = intake::fill::write(&inspection);
        let again = intake::fill::read(&written, &self.programme, &self.blank);
        let again = again.unwrap_or_else(|mistakes| panic!("{}\n{written}", mistakes[0].line_in(Lang::En)));
        let mut copy = self.blank.clone();
        for edit in again.edits {
            copy.apply(edit).expect("what was written can be applied");
        }
        assert_eq!(copy, inspection, "{written}");
    }
}

fn plan(programme: &Programme) -> Plan {
    Plan {
        unit: UnitId(Uuid::from_u128(1)),
        kind: "party_committee".into(),
        round: "2023-so-ket".into(),
        period: Period { from: "2023-01-01".parse().ok(), to: "2023-12-31".parse().ok() },
        programme: programme.hash.clone(),
        due: None,
        lead: String::new(),
    }
}

/// A vault whose last record is replaced.
pub struct Record {
    dir: TempDir,
    bodies: Vec<Vec<u8>>,
    count: u64,
}

impl Record {
    pub fn new() -> Self {
        let dir = TempDir::new().expect("a folder");
        let home = dir.path().join("kho");
        let mut vault = Vault::create(&home, None).expect("a vault");
        let programme = intake::programme::read(intake::programme::SHIPPED).expect("the shipped programme").programme;
        let kept = vault.keep_programme(&programme, intake::programme::SHIPPED).expect("kept");
        let period = Period { from: "2023-01-01".parse().ok(), to: "2023-12-31".parse().ok() };
        let round = Round { id: "2023-so-ket".into(), title: "Sơ kết 2023".into(), period, milestone: None };
        let unit = Unit {
            id: UnitId(Uuid::from_u128(1)),
            code: "904-DU".into(),
            name: "Huyện ủy Tân Hiệp".into(),
            kind: "party_committee".into(),
            parent: None,
            tier: Tier::District,
            valid: Period::default(),
            pilot: false,
            address: String::new(),
            contact: String::new(),
            note: String::new(),
        };
        let ground = vec![kept, Change::Round(round), Change::Unit(unit)];
        vault.commit("Nguyễn Thị Ẵm", ground).expect("kept");
        let plan = Edit::Plan(plan(&programme));
        let change = |edit| vec![Change::Inspection { id: InspectionId(Uuid::from_u128(7)), edit: Box::new(edit) }];
        vault.commit("Nguyễn Thị Ẵm", change(plan)).expect("kept");
        vault.commit("Nguyễn Thị Ẵm", change(Edit::Note("C1-05".into(), "ấp Kinh 4A".into()))).expect("kept");
        drop(vault);
        let mut bodies = Vec::new();
        journal::scan::bodies(&home.join("journal"), |body| {
            bodies.push(body.to_vec());
            Ok::<(), journal::JournalError>(())
        })
        .expect("the journal is read");
        Self { dir, bodies, count: 0 }
    }

    pub fn bodies(&self) -> Vec<Vec<u8>> {
        self.bodies.iter().rev().cloned().collect()
    }

    pub fn read(&mut self, input: &[u8]) {
        if let Ok(decoded) = journal::Record::decode(input) {
            let again = decoded.record.encode().expect("a record that was read can be written");
            journal::Record::decode(&again).expect("and be read again");
        }
        self.count += 1;
        // Opening a vault is slow: a few of them.
        if self.count.is_multiple_of(16) {
            self.open(input);
        }
    }

    /// The journal with the record in the place of its last one, in a frame that is right: the vault opens and can be verified.
    fn open(&self, body: &[u8]) {
        let home = self.dir.path().join("kho");
        let segment: PathBuf = home.join("journal").join("00000001.log");
        let whole = fs::read(&segment).expect("the segment");
        let last = self.bodies.last().map_or(0, |body| body.len() + 8);
        let Some(frame) = journal::frame::frame(body) else { return };
        let mut changed = whole[..whole.len() - last].to_vec();
        changed.extend(frame);
        fs::write(&segment, changed).expect("the segment is written");
        let _ = fs::remove_dir_all(home.join("index"));
        if let Ok(opened) = Vault::open(&home) {
            let _ = opened.vault.verify(&mut |_| {});
            let _ = opened.vault.inspection(InspectionId(Uuid::from_u128(7)));
        }
        fs::write(&segment, whole).expect("the segment is written");
    }
}

pub fn template(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    match layout::read(&text) {
        Ok(own) => {
            let layouts = Layouts::over_shipped(vec![own]);
            for body in thucchat::domain::programme::Body::ALL {
                for part in Part::ALL {
                    let facts = Facts { recipients: vec!["Lưu".into()], lang: "vi", ..Facts::default() };
                    let _ = layouts.lines(body, part, &facts);
                }
            }
        }
        Err(mistakes) => assert!(!mistakes.is_empty()),
    }
}

pub fn sanitiser(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let clean = sanitise_text(&text);
    assert!(clean.chars().all(|c| matches!(c, '\n' | '\t') || is_harmless(c)));
    assert_eq!(sanitise_text(&clean), clean, "clean text stays as it is");
    let line = sanitise_line(&text);
    assert!(line.chars().all(is_harmless));
    assert_eq!(sanitise_line(&line), line);
}
