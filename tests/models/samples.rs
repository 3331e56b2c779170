//! Registers, draws and visits in as few words as a test wants to read.

use chrono::NaiveDate;
use tempfile::TempDir;
use thucchat::{
    domain::{
        answer::{Answer, Level, Reason},
        draw::{Draw, FrozenList, Order},
        edit::{Change, Edit},
        evidence::Evidence,
        ids::{InspectionId, KindId, ModelId, RoundId, UnitId},
        inspection::{Inspection, Plan},
        model::{Model, State},
        period::Period,
        programme::Programme,
        round::{Milestone, Round},
        unit::{Tier, Unit},
        verification::Verification,
    },
    store::{Vault, shipped},
};
use uuid::Uuid;

pub const HOSTILE: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";
pub const ACTOR: &str = "Trần Thị Bình";

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn programme() -> Programme {
    shipped().expect("the shipped programme")
}

pub fn unit(number: u128) -> Unit {
    Unit {
        id: UnitId(Uuid::from_u128(1_000 + number)),
        code: format!("904-{number}"),
        name: format!("Huyện ủy {HOSTILE}"),
        kind: KindId::from("party_committee"),
        parent: Some("904".into()),
        tier: Tier::District,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: String::new(),
        note: String::new(),
    }
}

pub fn round() -> Round {
    Round {
        id: RoundId::from("2023-so-ket"),
        title: "Sơ kết giữa kỳ".into(),
        period: Period::between(day("2021-02-02"), day("2023-12-31")).expect("a period"),
        milestone: Some(Milestone::MidTerm),
    }
}

pub fn inspection(number: u128) -> Inspection {
    Inspection::new(InspectionId(Uuid::from_u128(number)), plan(programme().hash))
}

fn plan(programme: String) -> Plan {
    Plan {
        unit: unit(1).id,
        kind: unit(1).kind,
        round: round().id,
        period: round().period,
        programme,
        due: None,
        lead: ACTOR.into(),
    }
}

/// A vault with two units and two planned inspections of the first.
pub struct Home {
    pub folder: TempDir,
    pub vault: Option<Vault>,
}

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut vault = Vault::create(&folder.path().join("kho"), None).expect("a vault");
        let (programme, mut changes) = vault.programme_to_plan_with().expect("the shipped programme");
        changes.extend([Change::Unit(unit(1)), Change::Unit(unit(2)), Change::Round(round())]);
        for number in [1, 2] {
            changes.push(edit(number, Edit::Plan(plan(programme.hash.clone()))));
        }
        vault.commit(ACTOR, changes).expect("two planned inspections");
        Self { folder, vault: Some(vault) }
    }

    pub fn vault(&mut self) -> &mut Vault {
        self.vault.as_mut().expect("an open vault")
    }

    pub fn reopen(&mut self) -> usize {
        self.vault = None;
        let opened = Vault::open(&self.folder.path().join("kho")).expect("an open vault");
        self.vault = Some(opened.vault);
        opened.notices.len()
    }

    pub fn commit(&mut self, changes: Vec<Change>) {
        self.vault().commit(ACTOR, changes).expect("kept");
    }

    /// Registers so many running models with the unit.
    pub fn register(&mut self, unit_number: u128, models: std::ops::Range<u128>) {
        let changes = models.map(|number| put(unit_number, number, Some(running(&format!("MH-{number:03}")))));
        self.commit(changes.collect());
    }
}

pub fn edit(inspection: u128, edit: Edit) -> Change {
    Change::Inspection { id: InspectionId(Uuid::from_u128(inspection)), edit: Box::new(edit) }
}

pub fn put(unit_number: u128, model: u128, to: Option<Model>) -> Change {
    Change::Model { unit: unit(unit_number).id, id: ModelId(Uuid::from_u128(model)), model: to.map(Box::new) }
}

pub fn running(code: &str) -> Model {
    let mut model = Model::new(code, &format!("{HOSTILE} {code}"), Some(day("2021-05-01")));
    model.life.step(State::Running, Some(day("2021-06-01"))).expect("it runs");
    model
}

pub fn reason(words: &str) -> Reason {
    Reason::new(words).expect("a reason")
}

/// A draw of `size` from a list of `population`, `MH-001` on.
pub fn draw(population: u32, size: u32) -> Draw {
    let codes: Vec<String> = (1..=population).map(|number| format!("MH-{number:03}")).collect();
    Draw::new(Order {
        list: FrozenList::freeze(codes.iter().map(|code| (code.as_str(), HOSTILE))).expect("a list"),
        unit_seed: "246813579024".into(),
        team_seed: "681357902468".into(),
        code: "KG-904".into(),
        day: day("2023-10-12"),
        size,
        at: "2023-10-12T08:00:00+07:00".parse().expect("a time"),
        by: ACTOR.into(),
        instead: None,
        earlier: Vec::new(),
    })
    .expect("a draw")
}

/// A visit at which the item that says whether the model runs was rated so.
pub fn visit(level: u8) -> Verification {
    let answers = [("M-01".into(), Answer::Rated(Level::new(level).expect("a level")))].into();
    Verification { on: Some(day("2023-10-12")), answers, ..Verification::default() }
}

/// Draws, and visits the drawn models in their order with these levels; the rest stays unvisited.
pub fn drawn(number: u128, population: u32, size: u32, levels: &[u8]) -> Inspection {
    let mut inspection = inspection(number);
    inspection.apply(Edit::Draw(Box::new(draw(population, size)))).expect("a draw");
    let picks = inspection.picks();
    for (pick, level) in picks.into_iter().zip(levels) {
        let model = inspection.draw().expect("a draw").line(pick).0;
        inspection.apply(Edit::Verify(model, Some(visit(*level)))).expect("a visit");
    }
    inspection
}

pub fn piece(kind: &str, source: &str) -> Evidence {
    Evidence {
        kind: kind.into(),
        text: HOSTILE.into(),
        source: source.into(),
        collected: Some(day("2023-10-12")),
        expires: None,
        file: None,
        contradicts: false,
    }
}
