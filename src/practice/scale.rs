//! Big samples to measure with: ten thousand units in five rounds, the same ones every time. Nothing here is meant to be read as a
//! story; the practice province beside it is. Made through the vault like everything else, many inspections to a record.

use super::{
    DAY,
    chance::Chance,
    province::{HEAD, INSPECTOR},
    unkept,
};
use crate::{
    domain::{
        answer::{Answer, Level},
        edit::{Change, Edit, Settings},
        evidence::Evidence,
        finding::{Finding, FindingKind, Severity},
        ids::{EvidenceId, FindingId, InspectionId, ItemId, KindId, RecommendationId, RoundId, UnitId},
        inspection::{Plan, SignOff, Visit},
        lang::Lang,
        period::Period,
        programme::Programme,
        recommendation::Recommendation,
        round::{Milestone, Round},
        unit::{Tier, Unit},
    },
    intake::programme,
    practice::compose::clock,
    store::{Vault, VaultError},
};
use chrono::{Days, NaiveDate};
use std::{collections::BTreeSet, path::Path};

/// Answers of each inspection.
pub const ANSWERS: usize = 20;
/// Rounds, one a year; the last one is under way on the practice day.
const ROUNDS: [&str; 5] = ["2019", "2020", "2021", "2022", "2023"];
/// Inspections of one record: many syncs would only measure the disk.
const BATCH: usize = 50;
/// The bodies of each commune: kind, and what its name begins with.
const BODIES: [(&str, &str); 7] = [
    ("party_committee", "Đảng ủy"),
    ("government", "UBND"),
    ("front_and_mass_organisation", "Ủy ban MTTQ"),
    ("front_and_mass_organisation", "Hội Liên hiệp Phụ nữ"),
    ("front_and_mass_organisation", "Hội Nông dân"),
    ("standing_body", "Khối Dân vận"),
    ("steering_committee", "Ban Chỉ đạo"),
];
/// Communes of a district.
const COMMUNES: usize = 10;
const FIRST: [&str; 12] = ["Bình", "Thạnh", "Vĩnh", "Tân", "Mỹ", "Hòa", "Đông", "Phú", "Long", "Giục", "Thới", "Ngọc"];
const SECOND: [&str; 12] = ["An", "Lộc", "Thuận", "Hưng", "Quới", "Đức", "Lâm", "Trị", "Chánh", "Ẩn", "Phong", "Sơn"];

/// How big.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// A province: 1,000 units, 5,000 inspections.
    S,
    /// 10,000 units, 50,000 inspections, 1,000,000 answers.
    L,
    /// 80,000 units, 400,000 inspections.
    Xl,
}

impl Scale {
    /// Units that are inspected; the places they stand in come on top.
    #[must_use]
    pub const fn units(self) -> usize {
        match self {
            Self::S => 1_000,
            Self::L => 10_000,
            Self::Xl => 80_000,
        }
    }

    /// Inspections: each unit in each round.
    #[must_use]
    pub const fn inspections(self) -> usize {
        self.units() * ROUNDS.len()
    }

    /// The word it is asked for with, in small letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::S => "s",
            Self::L => "l",
            Self::Xl => "xl",
        }
    }
}

/// Makes the sample in `dir`, and tells how many inspections are done after each record.
///
/// # Errors
/// [`VaultError`] when the folder is not empty or cannot be written.
pub fn make(dir: &Path, scale: Scale, lang: Lang, progress: impl FnMut(usize)) -> Result<Vault, VaultError> {
    let sample = Sample::new(scale);
    let mut vault = Vault::create(dir, Some(DAY))?;
    let kept = vault.keep_programme(&sample.programme, sample.file.as_bytes())?;
    let founding = std::iter::once(kept).chain(sample.foundation(lang)).collect();
    vault.commit(INSPECTOR, founding).map_err(|error| unkept(dir, error))?;
    fill(&mut vault, &sample, dir, progress)?;
    Ok(vault)
}

/// Whether `vault` is this sample, whole or broken off on the way.
#[must_use]
pub fn is_sample(vault: &Vault, scale: Scale) -> bool {
    let sample = Sample::new(scale);
    let last = sample.units.last().map(|unit| unit.id);
    vault.settings().programme.as_ref() == Some(&sample.programme.hash)
        && vault.units().len() == sample.units.len()
        && last.is_some_and(|id| vault.units().get(id).is_some())
}

/// Goes on where the making of a sample was broken off; a whole one stays as it is.
///
/// # Errors
/// [`VaultError`] when it cannot be written.
pub fn finish(vault: &mut Vault, dir: &Path, scale: Scale, progress: impl FnMut(usize)) -> Result<(), VaultError> {
    fill(vault, &Sample::new(scale), dir, progress)
}

fn fill(vault: &mut Vault, sample: &Sample, dir: &Path, mut progress: impl FnMut(usize)) -> Result<(), VaultError> {
    let places = sample.inspected().count() * ROUNDS.len();
    for first in (0..places).step_by(BATCH) {
        let head = vault.head();
        let batch = first..places.min(first + BATCH);
        let done = batch.end;
        let missing = batch.map(|at| (id(at), at)).filter(|(id, _)| vault.summary(*id).is_none());
        let changes: Vec<Change> = missing.flat_map(|(id, at)| sample.inspection(id, at, &head)).collect();
        if !changes.is_empty() {
            vault.commit(INSPECTOR, changes).map_err(|error| unkept(dir, error))?;
            progress(done);
        }
    }
    Ok(())
}

fn id(at: usize) -> InspectionId {
    InspectionId(Chance::new(&format!("scale inspection {at}")).uuid())
}

/// A sample as changes that a vault can take. Pure.
#[derive(Debug)]
struct Sample {
    programme: Programme,
    file: String,
    /// Places first, then what is inspected.
    units: Vec<Unit>,
    rounds: Vec<Round>,
    places: usize,
}

impl Sample {
    /// The sample of this size.
    fn new(scale: Scale) -> Self {
        let file = programme_file();
        let programme =
            programme::read(file.as_bytes()).expect("the programme of the samples is read by its tests").programme;
        let communes = scale.units().div_ceil(BODIES.len());
        let mut units = places(communes);
        let places = units.len();
        units.extend((0..scale.units()).map(body));
        Self { programme, file, units, rounds: ROUNDS.iter().map(|year| round(year)).collect(), places }
    }

    /// Settings, units and rounds.
    fn foundation(&self, lang: Lang) -> impl Iterator<Item = Change> {
        let settings = Settings {
            lang,
            inspector: INSPECTOR.to_owned(),
            team: String::new(),
            programme: Some(self.programme.hash.clone()),
            ..Settings::default()
        };
        let units = self.units.iter().cloned().map(Change::Unit);
        let rounds = self.rounds.iter().cloned().map(Change::Round);
        std::iter::once(Change::Settings(settings)).chain(units).chain(rounds)
    }

    /// The units that are inspected.
    fn inspected(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().skip(self.places)
    }

    /// All changes of the inspection in place `at`: units in turn, round after round.
    fn inspection(&self, id: InspectionId, at: usize, head: &str) -> Vec<Change> {
        let inspected = self.units.len() - self.places;
        let (which, unit) = (at / inspected, &self.units[self.places + at % inspected]);
        let round = &self.rounds[which];
        let mut chance = Chance::new(&format!("scale {at}"));
        let due = day(round) + Days::new(chance.between(0, 60).into());
        let plan = Plan {
            unit: unit.id,
            kind: unit.kind.clone(),
            round: round.id.clone(),
            period: round.period,
            programme: self.programme.hash.clone(),
            due: Some(due),
            lead: format!("Nguyễn Thị {}", SECOND[at % SECOND.len()]),
        };
        let mut edits = vec![Edit::Plan(plan)];
        edits.extend(record(&self.programme, unit, due, &mut chance));
        // Of the last round a third is signed; what was due before is.
        if which + 1 < self.rounds.len() || chance.one_in(3) {
            let at = clock(due, 16, chance.between(0, 59));
            edits.push(Edit::SignOff(SignOff { by: HEAD.to_owned(), at, journal_head: head.to_owned() }));
        }
        edits.into_iter().map(|edit| Change::Inspection { id, edit: Box::new(edit) }).collect()
    }
}

/// A visit with its answers, four pieces of evidence, one finding and what follows from it.
fn record(programme: &Programme, unit: &Unit, day: NaiveDate, chance: &mut Chance) -> Vec<Edit> {
    let aim = chance.between(1, 3);
    let pieces: Vec<EvidenceId> = (1..=4).map(|n| EvidenceId::new(format!("V-{n:02}"))).collect();
    let mut edits = vec![Edit::Visit(Visit {
        from: Some(clock(day, 7, 30)),
        to: Some(clock(day, 16, 30)),
        team: vec![INSPECTOR.to_owned()],
        people_asked: Some(chance.between(2, 9)),
        ..Visit::default()
    })];
    for (id, kind) in pieces.iter().zip(["document", "interview_people", "observation", "comparison"]) {
        let piece = Evidence {
            kind: kind.into(),
            text: format!("{}: hỏi {} hộ, sổ ghi đúng với việc đã thấy", unit.name, chance.between(2, 40)),
            source: format!("ấp Kinh {}A", chance.between(1, 9)),
            collected: Some(day),
            expires: None,
            file: None,
            contradicts: false,
        };
        edits.push(Edit::Evidence(id.clone(), Some(piece)));
    }
    let items: Vec<ItemId> = programme.items_for(&unit.kind).map(|(_, item)| item.id.clone()).take(ANSWERS).collect();
    for item in &items {
        let level = u8::try_from(chance.between(aim - 1, aim + 1)).ok().and_then(Level::new);
        edits.push(Edit::Answer(item.clone(), level.map(Answer::Rated)));
        let cites: BTreeSet<EvidenceId> = chance.pick_some(&pieces, 2).into_iter().cloned().collect();
        edits.push(Edit::Cite(item.clone(), cites));
        if chance.one_in(3) {
            edits.push(Edit::Note(item.clone(), format!("Việc làm có thật ở {} nơi đã xem", chance.between(1, 5))));
        }
    }
    let finding = FindingId::from("F-01");
    edits.push(Edit::Finding(finding.clone(), Some(shortfall(&items, &pieces, chance))));
    let recommendation = Recommendation {
        findings: BTreeSet::from([finding]),
        action: "Kiểm tra lại danh sách mô hình, dừng mô hình không còn hoạt động".to_owned(),
        owner: unit.name.clone(),
        due: Some(day + Days::new(chance.between(30, 300).into())),
        check: "Đến tận nơi hai mô hình bốc thăm".to_owned(),
        followed_by: INSPECTOR.to_owned(),
    };
    edits.push(Edit::Recommendation(RecommendationId::from("K-01"), Some(recommendation)));
    edits
}

fn shortfall(items: &[ItemId], pieces: &[EvidenceId], chance: &mut Chance) -> Finding {
    Finding {
        kind: FindingKind::Shortfall,
        items: chance.pick(items).cloned().into_iter().collect(),
        evidence: chance.pick(pieces).cloned().into_iter().collect(),
        severity: Severity::Medium,
        condition: format!("{} mô hình đăng ký không còn hoạt động", chance.between(1, 4)),
        criterion: "Công văn số 70-CV/TU".to_owned(),
        cause: "Đăng ký theo chỉ tiêu".to_owned(),
        effect: "Người dân không được hưởng lợi".to_owned(),
        reply: String::new(),
        transferable: false,
    }
}

/// The shipped programme with as many items for each kind as the sample has answers, and two more for governments, so that some of
/// the last round are ready to be signed and some are under way.
fn programme_file() -> String {
    let shipped = std::str::from_utf8(programme::SHIPPED).unwrap_or_default();
    let mut file: toml::Table = toml::from_str(shipped).expect("the shipped programme is read by its tests");
    file.insert("version".to_owned(), toml::Value::String("scale".to_owned()));
    for (kind, _) in BODIES {
        let wanted = if kind == "government" { ANSWERS + 2 } else { ANSWERS };
        let holds = |list: &Vec<toml::Value>| list.iter().any(|known| known.as_str() == Some(kind));
        let mut have = items(&mut file).filter_map(kinds).filter(|list| holds(list)).count();
        for item in items(&mut file) {
            item.remove("relevant");
            if let Some(list) = kinds(item).filter(|list| have < wanted && !holds(list)) {
                list.push(toml::Value::String(kind.to_owned()));
                have += 1;
            }
        }
    }
    toml::to_string(&file).unwrap_or_default()
}

fn items(file: &mut toml::Table) -> impl Iterator<Item = &mut toml::Table> {
    let sections = file.get_mut("section").and_then(toml::Value::as_array_mut).into_iter().flatten();
    let items = sections.filter_map(|section| section.get_mut("item")?.as_array_mut()).flatten();
    items.filter_map(toml::Value::as_table_mut)
}

fn kinds(item: &mut toml::Table) -> Option<&mut Vec<toml::Value>> {
    item.get_mut("applies_to")?.as_array_mut()
}

fn round(year: &str) -> Round {
    let day = |month, day| year.parse().ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    Round {
        id: RoundId::from(year),
        title: format!("Đợt {year}"),
        period: Period { from: day(1, 1), to: day(10, 31) },
        milestone: Some(Milestone::Annual),
    }
}

fn day(round: &Round) -> NaiveDate {
    round.day().unwrap_or(DAY)
}

/// A province, its districts and communes.
fn places(communes: usize) -> Vec<Unit> {
    let mut places = vec![unit("T", "Tỉnh Mẫu".to_owned(), "place", None, Tier::Province)];
    for district in 0..communes.div_ceil(COMMUNES) {
        let name = format!("Huyện {}", name(district));
        places.push(unit(&district_code(district), name, "place", Some("T".to_owned()), Tier::District));
    }
    for commune in 0..communes {
        let parent = Some(district_code(commune / COMMUNES));
        places.push(unit(&commune_code(commune), commune_name(commune), "place", parent, Tier::Commune));
    }
    places
}

/// One inspected body: the bodies of a commune, commune after commune.
fn body(at: usize) -> Unit {
    let commune = at / BODIES.len();
    let (kind, begins) = BODIES[at % BODIES.len()];
    let code = format!("{}-{}", commune_code(commune), at % BODIES.len() + 1);
    let name = format!("{begins} {}", commune_name(commune));
    unit(&code, name, kind, Some(commune_code(commune)), Tier::Commune)
}

fn unit(code: &str, name: String, kind: &str, parent: Option<String>, tier: Tier) -> Unit {
    Unit {
        id: UnitId(Chance::new(&format!("scale unit {code}")).uuid()),
        code: code.to_owned(),
        name,
        kind: KindId::from(kind),
        parent,
        tier,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: String::new(),
        note: String::new(),
    }
}

fn district_code(at: usize) -> String {
    format!("H{at:04}")
}

fn commune_code(at: usize) -> String {
    format!("X{at:05}")
}

fn commune_name(at: usize) -> String {
    format!("xã {}", name(at))
}

/// A name of two syllables and, from the second time on, a number.
fn name(at: usize) -> String {
    let (first, second) = (FIRST[at % FIRST.len()], SECOND[at / FIRST.len() % SECOND.len()]);
    match at / (FIRST.len() * SECOND.len()) {
        0 => format!("{first} {second}"),
        again => format!("{first} {second} {}", again + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inspection::State;

    #[test]
    fn every_inspection_of_a_sample_has_twenty_answers_and_every_kind_items_for_them() {
        let sample = Sample::new(Scale::S);
        assert_eq!(sample.inspected().count(), Scale::S.units());
        for at in [0, 1, 2, 4_999] {
            let changes = sample.inspection(id(at), at, "");
            let answers = changes.iter().filter(
                |change| matches!(change, Change::Inspection { edit, .. } if matches!(**edit, Edit::Answer(_, Some(_)))),
            );
            assert_eq!(answers.count(), ANSWERS, "inspection {at}");
        }
    }

    #[test]
    fn the_same_sample_comes_out_every_time_and_no_two_inspections_are_one() {
        let (one, other) = (Sample::new(Scale::S), Sample::new(Scale::S));
        assert_eq!(one.file, other.file);
        assert_eq!(one.inspection(id(77), 77, "x"), other.inspection(id(77), 77, "x"));
        let ids: BTreeSet<InspectionId> = (0..Scale::S.inspections()).map(id).collect();
        assert_eq!(ids.len(), Scale::S.inspections());
        let units: BTreeSet<UnitId> = one.units.iter().map(|unit| unit.id).collect();
        assert_eq!(units.len(), one.units.len());
    }

    #[test]
    fn a_sample_broken_off_is_finished_and_no_other_vault_is_taken_for_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let sample =
            Sample { units: Sample::new(Scale::S).units.into_iter().take(159 + 24).collect(), ..Sample::new(Scale::S) };
        assert_eq!(sample.places, 159, "a province, 15 districts, 143 communes");
        let mut vault = Vault::create(folder.path(), Some(DAY)).expect("a vault");
        let kept = vault.keep_programme(&sample.programme, sample.file.as_bytes()).expect("kept");
        vault.commit("", std::iter::once(kept).chain(sample.foundation(Lang::Vi)).collect()).expect("founded");
        let first: Vec<Change> = (0..10).flat_map(|at| sample.inspection(id(at), at, "")).collect();
        vault.commit("", first).expect("kept");
        fill(&mut vault, &sample, folder.path(), |_| {}).expect("finished");
        let records = vault.info().expect("info").records;
        fill(&mut vault, &sample, folder.path(), |_| panic!("nothing is left")).expect("finished");
        assert_eq!(vault.info().expect("info").records, records);
        assert_eq!(vault.summaries().len(), 24 * 5);
        for state in [State::Underway, State::Ready, State::Signed] {
            assert!(vault.summaries().iter().any(|summary| summary.state == state), "{state:?}");
        }
        assert!(vault.summaries().iter().all(|summary| summary.answered == 20));
        assert!(!is_sample(&vault, Scale::S), "it has fewer units");
    }
}
