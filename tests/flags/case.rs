//! Inspections of the shipped programme, written as fill files, and the flags that they raise.

use std::{collections::BTreeSet, sync::LazyLock};
use thucchat::{
    domain::{
        flags::{Beyond, Case, Flag, PhraseBook, raised},
        ids::{InspectionId, ItemId, UnitId},
        inspection::{Inspection, Plan},
        period::Period,
        programme::Programme,
        round::Milestone,
        score::{Circumstances, assess},
        unit::Tier,
    },
    intake::{fill, programme},
};
use uuid::Uuid;

/// The items of a district's party committee, in the order of the programme.
pub const ITEMS: [&str; 17] = [
    "C1-01", "C1-02", "C1-03", "C1-05", "C1-06", "C1-07", "C1-08", "C1-09", "C1-10", "C1-11", "C4-01", "C4-03",
    "C4-05", "C4-06", "C5-01", "C5-02", "C5-03",
];

/// The shipped programme, read once.
pub fn shipped() -> &'static Programme {
    static SHIPPED: LazyLock<Programme> =
        LazyLock::new(|| programme::read(programme::SHIPPED).expect("the shipped programme").programme);
    &SHIPPED
}

/// An empty inspection of unit `number` for the year 2023.
pub fn blank(number: u128) -> Inspection {
    let day = |text: &str| text.parse().expect("a day");
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(number)),
        kind: "party_committee".into(),
        round: "2023".into(),
        period: Period::between(day("2023-01-01"), day("2023-12-31")).expect("a period"),
        programme: String::new(),
        due: None,
        lead: String::new(),
    };
    Inspection::new(InspectionId(Uuid::from_u128(1000 + number)), plan)
}

/// The inspection that a fill file makes of an empty one.
pub fn filled(number: u128, file: &str) -> Inspection {
    let mut inspection = blank(number);
    let filled = fill::read(file, shipped(), &inspection).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    for edit in filled.edits {
        inspection.apply(edit).expect("nothing is signed");
    }
    inspection
}

/// The flags of an inspection.
pub fn flags_of(programme: &Programme, inspection: &Inspection, beyond: &Beyond) -> Vec<Flag> {
    let about = Circumstances { tier: Some(Tier::District), pilot: false, milestone: Some(Milestone::MidTerm) };
    let phrases = PhraseBook::of(&programme.empty_phrases);
    let assessment = assess(programme, inspection, &about);
    raised(&Case { programme, phrases: &phrases, inspection, assessment: &assessment, beyond })
}

/// The flags of a fill file with a code.
pub fn flags(file: &str, code: &str) -> Vec<Flag> {
    let all = flags_of(shipped(), &filled(1, file), &Beyond::default());
    all.into_iter().filter(|flag| flag.code() == code).collect()
}

/// The codes that a fill file raises.
pub fn codes(file: &str) -> BTreeSet<&'static str> {
    flags_of(shipped(), &filled(1, file), &Beyond::default()).iter().map(Flag::code).collect()
}

/// Answers with these levels, from the first item on, each resting on these pieces of evidence.
pub fn rated(levels: &[u8], evidence: &str) -> String {
    let answer = |(item, level): (&&str, &u8)| {
        format!("[[answer]]\nitem = \"{item}\"\nrating = {level}\nevidence = [{evidence}]\n")
    };
    ITEMS.iter().zip(levels).map(answer).collect()
}

/// A piece of evidence of a kind.
pub fn piece(id: &str, kind: &str) -> String {
    format!(
        "[[evidence]]\nid = \"{id}\"\nkind = \"{kind}\"\ntext = \"Sổ {id} ghi đủ\"\nsource = \"nguồn {id}\"\ncollected = 2023-10-12\n"
    )
}

/// A day at the unit, with people asked and time at sites.
pub const VISIT: &str = "[visit]\nfrom = 2023-10-12T08:00:00+07:00\nto = 2023-10-12T16:30:00+07:00\n\
    closing_meeting = 2023-10-12T15:30:00+07:00\npeople_asked = 12\nminutes_on_sites = 180\n";

pub fn item(id: &str) -> ItemId {
    id.into()
}

/// An honest visit: different levels, evidence of several families, a shortfall with everything, time taken.
pub fn honest(number: u128, place: &str) -> Inspection {
    let levels = [3, 4, 2, 3, 1, 3, 2, 3, 2, 3, 4, 2, 3, 2, 3, 1, 2];
    let mut file = VISIT.to_owned();
    file += &piece("V-01", "observation");
    file += &piece("V-02", "interview_people");
    file += &piece("V-03", "record_sample");
    file += &piece("V-04", "comparison");
    for (at, (item, level)) in ITEMS.iter().zip(levels).enumerate() {
        let (hour, minute) = (8 + at / 3, 5 + 17 * (at % 3));
        file.extend([format!(
            "[[answer]]\nitem = \"{item}\"\nrating = {level}\nevidence = [\"V-01\", \"V-02\", \"V-03\", \"V-04\"]\nseconds = {}\n\
             at = 2023-10-12T{hour:02}:{minute:02}:00+07:00\nnote = \"{place}: câu {at} hỏi {} người, ghi sổ tay trang {at}\"\n",
            240 + 10 * at,
            at + 2,
        )]);
    }
    for (finding, item, what) in
        [("F-01", "C1-06", "không có số ban đầu"), ("F-02", "C5-02", "kiến nghị 2022 chưa ai làm")]
    {
        file.extend([format!(
            "[[finding]]\nid = \"{finding}\"\nkind = \"shortfall\"\nitems = [\"{item}\"]\nevidence = [\"V-03\"]\n\
             condition = \"Ở {place}, {what}: xem 12 hồ sơ, 9 thiếu\"\ncriterion = \"khoản 1\"\n\
             cause = \"Người giữ sổ {place} nghỉ từ tháng 3\"\n\
             [[recommendation]]\nid = \"K-{finding}\"\nfindings = [\"{finding}\"]\naction = \"Lập lại sổ của {place}\"\n\
             owner = \"Đảng ủy {place}\"\ndue = 2024-01-31\ncheck = \"đọc 5 hồ sơ\"\n"
        )]);
    }
    filled(number, &file)
}
