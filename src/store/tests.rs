//! Tests that reach behind the vault's door: a write that fails, a crash between the writes of one record, an index that lies.

use super::{CommitError, Vault, codec::Key as _, index::Shelf, packs, replay::Applied, sheet::Sheet};
use crate::domain::{
    answer::{Answer, Level},
    edit::{Change, Edit, ProgrammeVersion},
    finding::{Finding, FindingKind, Severity},
    ids::{InspectionId, KindId, RoundId, UnitId},
    inspected::Inspected,
    inspection::{Inspection, Plan, Reopening, SignOff, State},
    period::Period,
    round::Round,
    summary::Summary,
    unit::{Tier, Unit},
};
use crate::i18n::Lang;
use crate::journal::{DeviceId, Stamp};
use chrono::{DateTime, FixedOffset};
use std::{path::PathBuf, sync::Arc};
use tempfile::TempDir;
use uuid::Uuid;

const ID: InspectionId = InspectionId(Uuid::from_u128(1));

struct Home {
    dir: TempDir,
    vault: Vault,
}

impl Home {
    /// Packs what stands loose, as an opening does when there is much of it.
    fn pack(&mut self) {
        let index = self.vault.index.borrow();
        let index = index.as_ref().expect("an index");
        packs::pack_summaries(index, &mut self.vault.memory.summaries).expect("packed");
        packs::pack_units(index, &self.vault.memory.unit_rows()).expect("packed");
    }

    fn unpacked(&self) -> usize {
        self.vault.memory.summaries.loose()
    }

    /// A vault with one planned inspection.
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let mut vault = Vault::create(&dir.path().join("kho"), None).expect("a vault");
        let hash = vault.attach("p.toml", b"of a newer program").expect("kept").hash;
        let unit = Unit {
            id: UnitId(Uuid::from_u128(2)),
            code: "904-DU".into(),
            name: "Đảng ủy xã Tân Hiệp A".into(),
            kind: KindId::from("party_committee"),
            parent: None,
            tier: Tier::Commune,
            valid: Period::default(),
            pilot: false,
            address: String::new(),
            contact: String::new(),
            note: String::new(),
        };
        let round =
            Round { id: RoundId::from("2023"), title: "2023".into(), period: Period::default(), milestone: None };
        let plan = Plan {
            unit: unit.id,
            kind: unit.kind.clone(),
            round: round.id.clone(),
            period: Period::default(),
            programme: hash.clone(),
            due: None,
            lead: String::new(),
        };
        let version = ProgrammeVersion { hash, id: "dan-van-kheo".into(), version: "1".into() };
        let changes =
            vec![Change::Programme(version), Change::Unit(unit), Change::Round(round), edit(Edit::Plan(plan))];
        vault.commit("A", changes).expect("planned");
        Self { dir, vault }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("kho")
    }

    fn keep(&mut self, edits: Edit) {
        self.vault.commit("A", vec![edit(edits)]).expect("kept");
    }

    fn keep_all(&mut self, changes: Vec<Change>) {
        self.vault.commit("A", changes).expect("kept");
    }

    fn sheet(&self) -> Inspection {
        self.vault.inspection(ID).expect("read").expect("planned")
    }

    fn reopen(self) -> (Self, usize) {
        let (path, Self { dir, vault }) = (self.path(), self);
        drop(vault);
        let opened = Vault::open(&path).expect("an open vault");
        (Self { dir, vault: opened.vault }, opened.notices.len())
    }
}

fn edit(edit: Edit) -> Change {
    Change::Inspection { id: ID, edit: Box::new(edit) }
}

fn rate(level: u8) -> Edit {
    Edit::Answer("C1-05".into(), Level::new(level).map(Answer::Rated))
}

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2023-11-30T16:00:00+07:00").expect("a time")
}

fn sign() -> SignOff {
    SignOff { by: "A".into(), at: at(), journal_head: "0".repeat(64) }
}

#[test]
fn after_a_failed_write_reading_works_nothing_is_kept_and_work_resumes_when_the_cause_is_gone() {
    let mut home = Home::new();
    home.keep(rate(1));
    let (hash, head) = (home.vault.content_hash().expect("a hash"), home.vault.head());
    home.vault.journal.limit_segments(1);
    let way = home.path().join("journal/00000002.log");
    std::fs::create_dir(&way).expect("something in the way of the next segment");
    let failed = home.vault.commit("A", vec![edit(rate(2))]).expect_err("it cannot be written");
    assert!(matches!(failed, CommitError::NotSaved { .. }), "{failed:?}");
    assert!(failed.message().to(Lang::Vi).contains("Chưa lưu được"));
    std::fs::remove_dir(&way).expect("out of the way");
    let stopped = home.vault.commit("A", vec![edit(rate(3))]).expect_err("nothing is tried again by itself");
    assert!(matches!(stopped, CommitError::Stopped));
    assert!(home.vault.is_stopped());
    assert_eq!(home.sheet().answer(&"C1-05".into()).and_then(Answer::level), Level::new(1));
    assert_eq!((home.vault.content_hash().expect("a hash"), home.vault.head()), (hash, head));
    home.vault.resume().expect("resumed");
    home.keep(rate(4));
    let (home, notices) = home.reopen();
    assert_eq!(notices, 0);
    assert_eq!(home.sheet().answer(&"C1-05".into()).and_then(Answer::level), Level::new(4));
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn an_inspection_whose_programme_cannot_be_read_still_tells_what_is_recorded() {
    let mut home = Home::new();
    home.keep(rate(1));
    let finding = Finding {
        kind: FindingKind::Shortfall,
        items: ["C1-05".into()].into(),
        evidence: [].into(),
        severity: Severity::High,
        condition: "2 trong 3 mô hình chỉ còn trên sổ".into(),
        criterion: String::new(),
        cause: String::new(),
        effect: String::new(),
        reply: String::new(),
        transferable: false,
    };
    home.keep(Edit::Finding("F-01".into(), Some(finding)));
    let summary = home.vault.summary(ID).expect("planned");
    assert_eq!((summary.state, summary.answered, summary.items, summary.whole), (State::Underway, 1, 0, None));
    assert_eq!(summary.shortfalls, ["C1-05".into()]);
}

#[test]
fn a_full_disk_is_told_with_the_megabytes_that_are_missing() {
    let full = CommitError::NotSaved { bytes: 3_000_000, source: std::io::ErrorKind::StorageFull.into() };
    assert!(full.message().to(Lang::Vi).contains("3 MB"), "{}", full.message().to(Lang::Vi));
}

#[test]
fn a_crash_between_the_writes_of_a_record_is_healed_by_replay() {
    let mut home = Home::new();
    let mark = home.vault.applied.borrow().clone();
    let reopening = Reopening { signed: sign(), by: "A".into(), at: at(), why: "sót".into() };
    for edits in [rate(1), Edit::SignOff(sign()), Edit::Reopen(reopening), rate(2), Edit::SignOff(sign())] {
        home.keep(edits);
    }
    let (sheet, hash) = (home.sheet(), home.vault.content_hash().expect("a hash"));
    // The sheet is five records ahead of the mark, as when the mark's write was lost.
    mark.write(home.vault.index.borrow().as_ref().expect("an index")).expect("written");
    let (home, notices) = home.reopen();
    assert_eq!(notices, 1, "the replay is said");
    assert_eq!(home.sheet(), sheet, "opened again once, not twice");
    assert_eq!(home.vault.content_hash().expect("a hash"), hash);
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn a_sheet_that_is_older_than_its_summary_is_healed_when_it_is_read() {
    let mut home = Home::new();
    let old: Sheet = {
        let index = home.vault.index.borrow();
        index.as_ref().expect("an index").get(Shelf::Sheets, ID.key()).expect("read").expect("a sheet")
    };
    home.keep(rate(3));
    let hash = home.vault.content_hash().expect("a hash");
    home.vault.index.borrow().as_ref().expect("an index").put(Shelf::Sheets, ID.key(), &old).expect("written");
    assert!(!home.vault.verify(&mut |_| {}).expect("a look").index_same);
    assert_eq!(home.sheet().answer(&"C1-05".into()).and_then(Answer::level), Level::new(3), "healed while reading");
    assert_eq!(home.vault.content_hash().expect("a hash"), hash);
    home.keep(rate(4));
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn an_index_that_says_something_else_is_found_by_verify_and_mended_by_rebuild() {
    let mut home = Home::new();
    home.keep(rate(3));
    let at = home.vault.memory.summaries.stamp(ID).expect("a record");
    let lie = Summary { answered: 20, ..home.vault.summary(ID).expect("a summary").clone() };
    packs::put_summary(home.vault.index.borrow().as_ref().expect("an index"), at, &lie).expect("written");
    let report = home.vault.verify(&mut |_| {}).expect("a look");
    assert_eq!((report.index_same, report.damage.len(), report.is_sound()), (false, 0, false));
    home.vault.rebuild(&mut |_| {}).expect("a rebuild");
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn packs_give_what_the_rows_gave_and_what_changed_since_stands_beside_them() {
    let mut home = Home::new();
    home.pack();
    assert_eq!(home.unpacked(), 0);
    home.keep(rate(3));
    let hash = home.vault.content_hash().expect("a hash");
    let shown = home.vault.summary(ID).expect("a summary").clone();
    let (mut home, notices) = home.reopen();
    assert_eq!((notices, home.unpacked()), (0, 1));
    assert_eq!(home.vault.summary(ID), Some(&shown));
    home.pack();
    let (home, _) = home.reopen();
    assert_eq!((home.unpacked(), home.vault.memory.loose_units), (0, 0));
    assert_eq!((home.vault.summary(ID), home.vault.content_hash().expect("a hash")), (Some(&shown), hash));
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

/// The sheet of some inspection, its leader's name so many letters long.
fn sheet_of(home: &Home, number: u128, letters: usize) -> Sheet {
    let plan = home.vault.inspection(ID).expect("read").expect("an inspection").plan;
    let mut sheet = Sheet::new(ID, plan, Stamp(DeviceId(Uuid::nil()), 1));
    sheet.inspection.id = InspectionId(Uuid::from_u128(number));
    sheet.inspection.plan.lead = "ẵ".repeat(letters);
    sheet
}

#[test]
fn a_sheet_too_long_for_a_volume_is_read_like_the_others() {
    let home = Home::new();
    let mut index = super::index::Index::open_to_build(&home.path().join("index.new")).expect("an index");
    let mut spool = super::spool::Spool::new(index.path());
    let huge = super::volume::LONGEST / "ẵ".len() + 1;
    let all: Vec<Sheet> =
        (0..1_001).map(|number| sheet_of(&home, number, if number == 500 { huge } else { 3 })).collect();
    spool.put(&all.iter().map(|sheet| (&sheet.inspection.id, sheet)).collect::<Vec<_>>()).expect("put");
    spool.fill(&mut index).expect("filled");
    assert!(index.path().join("sheets.volume").exists());
    let mut read = Vec::new();
    index.each(Shelf::Sheets, |sheet: Sheet| read.push(sheet)).expect("read");
    assert!(read == all, "each once, in order");
    for number in [0, 499, 500, 501, 1_000] {
        let id = InspectionId(Uuid::from_u128(number as u128));
        assert!(index.get::<Sheet>(Shelf::Sheets, id.key()).expect("read").as_ref() == Some(&all[number]), "{number}");
    }
}

#[test]
fn sheets_that_wait_for_a_new_index_are_read_as_they_were_put_last_and_fill_it_whole() {
    let home = Home::new();
    let mut index = super::index::Index::open_to_build(&home.path().join("index.new")).expect("an index");
    let mut spool = super::spool::Spool::new(index.path());
    let sheet = |number, note| sheet_of(&home, number, note);
    // Longer than one chunk of the index, and together longer than what waits in memory; every third is put again.
    let all: Vec<Sheet> = (0..90).map(|number| sheet(number, 100 * usize::try_from(number).expect("small"))).collect();
    let again: Vec<Sheet> = (0..90).step_by(3).map(|number| sheet(number, 1)).collect();
    for batch in [&all[..60], &all[60..], &again] {
        spool.put(&batch.iter().map(|sheet| (&sheet.inspection.id, sheet)).collect::<Vec<_>>()).expect("put");
    }
    assert!(index.path().join("sheets.spool").exists(), "a part of it waits in a file");
    let last = |number: usize| if number.is_multiple_of(3) { &again[number / 3] } else { &all[number] };
    for number in 0..90 {
        let id = InspectionId(Uuid::from_u128(number as u128));
        assert_eq!(spool.get(id).expect("read").as_ref(), Some(last(number)));
    }
    assert_eq!(spool.get(InspectionId(Uuid::from_u128(90))).expect("read"), None);
    spool.fill(&mut index).expect("filled");
    for number in 0..90 {
        let id = InspectionId(Uuid::from_u128(number as u128));
        assert_eq!(index.get::<Sheet>(Shelf::Sheets, id.key()).expect("read").as_ref(), Some(last(number)));
    }
    assert!(!index.path().join("sheets.spool").exists());
}

#[test]
fn the_next_action_on_a_packed_inspection_replaces_what_it_replaces() {
    let mut home = Home::new();
    home.keep(rate(3));
    home.pack();
    let (mut home, _) = home.reopen();
    home.keep(rate(4));
    assert_eq!(home.vault.summary(ID).map(|summary| summary.answered), Some(1));
    assert_eq!((home.vault.summaries().len(), home.vault.shared_summaries().len()), (1, 1), "still one inspection");
    let unit = UnitId(Uuid::from_u128(2));
    let of_unit: Vec<InspectionId> = home.vault.shared_summaries().of_unit(unit).collect();
    assert_eq!(of_unit, [ID]);
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn a_unit_has_what_its_packed_inspections_became_and_none_that_went_to_another() {
    let mut home = Home::new();
    home.keep(rate(3));
    home.pack();
    let (mut home, _) = home.reopen();
    home.keep(rate(4));
    let (mut all, summary) = (home.vault.shared_summaries(), home.vault.summary(ID).expect("a summary").clone());
    let (unit, other) = (UnitId(Uuid::from_u128(2)), UnitId(Uuid::from_u128(77)));
    let whole: Vec<_> = all.heads_of_unit(unit).map(Inspected::whole).collect();
    assert_eq!(whole, [summary.whole], "four, not the three that is packed");
    all.put(Summary { unit: other, ..summary });
    assert_eq!((all.of_unit(unit).count(), all.of_unit(other).collect::<Vec<_>>()), (0, vec![ID]));
    assert_eq!(all.len(), 1);
}

#[test]
fn packs_that_were_not_finished_leave_what_was_there() {
    let mut home = Home::new();
    home.pack();
    home.keep(rate(3));
    let shown = home.vault.summary(ID).expect("a summary").clone();
    {
        // The next generation, cut off before its mark.
        std::fs::write(home.path().join("index/summaries-2.packs"), b"half a pack").expect("written");
    }
    let (mut home, notices) = home.reopen();
    assert_eq!((notices, home.vault.summary(ID)), (0, Some(&shown)));
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
    home.pack();
    let (home, notices) = home.reopen();
    assert_eq!((notices, home.vault.summary(ID)), (0, Some(&shown)));
}

#[test]
fn a_file_of_packs_that_no_mark_names_is_not_taken_for_the_one_in_force() {
    let mut home = Home::new();
    home.pack();
    let older = std::fs::read(home.path().join("index/summaries-1.packs")).expect("packs");
    home.keep(rate(3));
    home.pack();
    let shown = home.vault.summary(ID).expect("a summary").clone();
    std::fs::write(home.path().join("index/summaries-3.packs"), older).expect("written");
    let (home, notices) = home.reopen();
    assert_eq!((notices, home.vault.summary(ID)), (0, Some(&shown)));
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn an_index_whose_packs_are_damaged_or_missing_is_rebuilt() {
    for damage in [None, Some(0), Some(3), Some(5), Some(40), Some(usize::MAX)] {
        let mut home = Home::new();
        home.keep(rate(3));
        home.pack();
        let shown = home.vault.summary(ID).expect("a summary").clone();
        {
            let path = home.path().join("index/summaries-1.packs");
            match damage {
                Some(byte) => {
                    let mut bytes = std::fs::read(&path).expect("packs");
                    let at = byte.min(bytes.len() - 1);
                    bytes[at] ^= 1;
                    std::fs::write(&path, bytes).expect("written");
                }
                None => std::fs::remove_file(&path).expect("taken out"),
            }
        }
        let (home, notices) = home.reopen();
        assert_eq!((notices, home.vault.summary(ID)), (1, Some(&shown)));
        assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
    }
}

/// A vault whose index was made anew with so many inspections that their sheets are bound: the first of them is [`ID`].
fn bound() -> Home {
    let mut home = Home::new();
    let plan = home.vault.inspection(ID).expect("read").expect("an inspection").plan;
    let more = |number: u128| Change::Inspection {
        id: InspectionId(Uuid::from_u128(number << 64)),
        edit: Box::new(Edit::Plan(plan.clone())),
    };
    home.keep_all((1..=1_100).map(more).collect());
    home.vault.rebuild(&mut |_| {}).expect("made anew");
    assert!(home.path().join("index/sheets.volume").exists());
    home
}

fn sheets(home: &Home) -> Vec<InspectionId> {
    let mut ids = Vec::new();
    let index = home.vault.index.borrow();
    let each = |sheet: Sheet| ids.push(sheet.inspection.id);
    index.as_ref().expect("an index").each(Shelf::Sheets, each).expect("read");
    ids
}

#[test]
fn bound_sheets_are_found_one_by_one_and_all_in_order_and_what_changed_since_wins() {
    let (mut home, _) = bound().reopen();
    let last = InspectionId(Uuid::from_u128(1_100 << 64));
    let is_rated = |home: &Home, id| {
        home.vault.inspection(id).expect("read").expect("an inspection").answer(&"C1-05".into()).is_some()
    };
    assert!(!is_rated(&home, ID) && !is_rated(&home, last));
    assert_eq!(home.vault.inspection(InspectionId(Uuid::from_u128(7))).expect("read"), None, "before the first");
    assert_eq!(home.vault.inspection(InspectionId(Uuid::from_u128((5 << 64) + 1))).expect("read"), None, "between");
    assert_eq!(home.vault.inspection(InspectionId(Uuid::from_u128(u128::MAX))).expect("read"), None, "behind the last");
    home.keep(rate(3));
    home.keep_all(vec![
        Change::Inspection { id: last, edit: Box::new(rate(2)) },
        Change::Inspection {
            id: InspectionId(Uuid::from_u128(5)),
            edit: Box::new(Edit::Plan(home.vault.inspection(ID).expect("read").expect("an inspection").plan)),
        },
    ]);
    let (home, notices) = home.reopen();
    assert_eq!(notices, 0);
    assert!(is_rated(&home, ID) && is_rated(&home, last));
    let ids = sheets(&home);
    assert!(ids.len() == 1_102 && ids.is_sorted_by(|one, other| one < other), "each once, in order");
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn an_index_whose_volume_of_sheets_is_damaged_or_missing_is_rebuilt() {
    // A length, a sum, a key and a text of the first sheet; the directory; the last byte; cut off; gone.
    for damage in [Some(0), Some(5), Some(9), Some(60), Some(usize::MAX - 30), Some(usize::MAX), None] {
        let mut home = bound();
        let id = sheets(&home)[0];
        let right = home.vault.inspection(id).expect("read");
        let path = home.path().join("index/sheets.volume");
        let mut bytes = std::fs::read(&path).expect("a volume");
        let end = bytes.len() - 1;
        if let Some(byte) = damage {
            let at = if byte > end { end - (usize::MAX - byte) } else { byte };
            bytes[at] ^= 1;
        } else {
            bytes.truncate(end);
        }
        std::fs::write(&path, bytes).expect("written");
        (home, _) = home.reopen();
        assert_eq!(home.vault.inspection(id).expect("read"), right, "{damage:?}");
        assert_eq!(sheets(&home).len(), 1_101);
        assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound(), "{damage:?}");
        std::fs::remove_file(&path).expect("taken out");
        let (home, notices) = home.reopen();
        assert_eq!((notices, home.vault.inspection(id).expect("read")), (1, right));
    }
}

#[test]
fn packs_that_say_something_else_are_found_by_verify_and_mended_by_rebuild() {
    let mut home = Home::new();
    home.keep(rate(3));
    let at = home.vault.memory.summaries.stamp(ID);
    let lie = Summary { answered: 20, ..home.vault.summary(ID).expect("a summary").clone() };
    home.vault.memory.summaries.put_row(at, Arc::new(lie));
    home.pack();
    let (mut home, _) = home.reopen();
    assert!(!home.vault.verify(&mut |_| {}).expect("a look").index_same);
    home.vault.rebuild(&mut |_| {}).expect("a rebuild");
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
    let (home, _) = home.reopen();
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn an_index_of_another_layout_is_rebuilt() {
    let mut home = Home::new();
    home.keep(rate(3));
    let hash = home.vault.content_hash().expect("a hash");
    home.vault.index.borrow().as_ref().expect("an index").put(Shelf::Applied, [0; 16], &99_u32).expect("written");
    let (home, notices) = home.reopen();
    assert_eq!(notices, 1);
    assert_eq!(home.vault.content_hash().expect("a hash"), hash);
}

#[test]
fn an_index_that_lost_a_thing_is_rebuilt() {
    let mut home = Home::new();
    home.keep(rate(3));
    let mut mark = home.vault.applied.borrow().clone();
    mark.things += 1;
    mark.write(home.vault.index.borrow().as_ref().expect("an index")).expect("written");
    let (home, notices) = home.reopen();
    assert_eq!(notices, 1);
    let applied: Applied = home.vault.applied.borrow().clone();
    assert_eq!(applied.things, 4);
}

#[test]
fn a_clock_that_is_behind_the_last_record_is_said_and_work_goes_on() {
    let mut home = Home::new();
    let next_year = super::open::now() + chrono::TimeDelta::days(365);
    home.vault.journal.append(next_year, "A", Vec::new()).expect("a record of a wrong clock");
    let (mut home, notices) = home.reopen();
    assert_eq!(notices, 2, "the replay and the clock");
    home.keep(rate(3));
    let (home, notices) = home.reopen();
    assert_eq!(notices, 0);
    assert!(home.vault.verify(&mut |_| {}).expect("a look").is_sound());
}
