//! A district of Kiên Giang, a round, and inspections filled as an inspector would fill them.

use super::programme::programme;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeSet;
use thucchat::domain::{
    answer::{Answer, Entry, Level, Reason},
    burden::{Burden, Yardsticks},
    edit::Settings,
    evidence::{Attachment, Evidence},
    finding::{Finding, FindingKind, Severity},
    ids::{InspectionId, KindId, UnitId},
    inspection::{Inspection, Plan, Reopening, SignOff, Visit},
    lang::Lang,
    period::Period,
    programme::Programme,
    recommendation::Recommendation,
    round::{Milestone, Round},
    score::Circumstances,
    self_score::SelfScore,
    share::Share,
    unit::{Tier, Unit, Units},
};
use thucchat::report::{Case, layout::Layouts};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+07:00")).expect("a time")
}

pub fn id(number: u128) -> UnitId {
    UnitId(uuid::Uuid::from_u128(number))
}

pub fn set<T: Ord + for<'a> From<&'a str>>(ids: &[&str]) -> BTreeSet<T> {
    ids.iter().map(|id| T::from(id)).collect()
}

/// Places and bodies: number, code, name, kind, parent, tier.
pub fn units() -> Units {
    let rows = [
        (1, "91", "Tỉnh Kiên Giang", "place", None, Tier::Province),
        (2, "904", "Huyện Tân Hiệp", "place", Some("91"), Tier::District),
        (3, "905", "Huyện Châu Thành", "place", Some("91"), Tier::District),
        (4, "30835", "Xã Tân Hiệp A", "place", Some("904"), Tier::Commune),
        (10, "30835-UB", "Ủy ban nhân dân xã Tân Hiệp A", "government", Some("30835"), Tier::Commune),
        (11, "904-DU", "Huyện ủy Tân Hiệp", "party_committee", Some("904"), Tier::District),
        (12, "904-UB", "Ủy ban nhân dân huyện Tân Hiệp", "government", Some("904"), Tier::District),
        (13, "905-DU", "Huyện ủy Châu Thành", "party_committee", Some("905"), Tier::District),
        (14, "905-UB", "Ủy ban nhân dân huyện Châu Thành", "government", Some("905"), Tier::District),
        (15, "91-TU", "Tỉnh ủy Kiên Giang", "party_committee", Some("91"), Tier::Province),
    ];
    let mut units = Units::default();
    for (number, code, name, kind, parent, tier) in rows {
        units.put(Unit {
            id: id(number),
            code: code.into(),
            name: name.into(),
            kind: kind.into(),
            parent: parent.map(str::to_owned),
            tier,
            valid: Period::default(),
            pilot: code.starts_with("904"),
            address: if number == 10 { "Ấp Kinh 4A, xã Tân Hiệp A".into() } else { String::new() },
            contact: if number == 10 { "Nguyễn Thị Ẵm, 0297 3 000 000".into() } else { String::new() },
            note: if number == 10 { "Trụ sở tạm từ tháng 6".into() } else { String::new() },
        });
    }
    units
}

pub fn round() -> Round {
    Round {
        id: "2023-so-ket".into(),
        title: "Sơ kết giữa kỳ 2023".into(),
        period: Period { from: Some(day("2023-01-01")), to: Some(day("2023-12-31")) },
        milestone: Some(Milestone::MidTerm),
    }
}

pub fn previous_round() -> Round {
    Round {
        id: "2022".into(),
        title: "Sơ kết năm 2022".into(),
        period: Period { from: Some(day("2022-01-01")), to: Some(day("2022-12-31")) },
        milestone: Some(Milestone::Annual),
    }
}

pub fn planned(number: u128, unit: u128, kind: &str) -> Inspection {
    let plan = Plan {
        unit: id(unit),
        kind: KindId::from(kind),
        round: "2023-so-ket".into(),
        period: round().period,
        programme: programme().hash,
        due: Some(day("2023-10-31")),
        lead: "Trần Thị Bình".into(),
    };
    Inspection::new(InspectionId(uuid::Uuid::from_u128(number)), plan)
}

pub fn piece(kind: &str, text: &str, source: &str) -> Evidence {
    Evidence {
        kind: kind.into(),
        text: text.into(),
        source: source.into(),
        collected: Some(day("2023-10-12")),
        expires: None,
        file: None,
        contradicts: false,
    }
}

pub fn rated(level: u8, evidence: &[&str], note: &str) -> Entry {
    let answer = Level::new(level).map(Answer::Rated);
    Entry { answer, evidence: set(evidence), note: note.into(), seconds: 240, at: Some(time("2023-10-12T10:20")) }
}

fn reason(words: &str) -> Reason {
    Reason::new(words).expect("a reason")
}

/// The inspection of a commune's committee with everything filled that can be.
pub fn full() -> Inspection {
    let mut inspection = planned(100, 10, "government");
    inspection.visit = Visit {
        from: Some(time("2023-10-12T08:00")),
        to: Some(time("2023-10-12T16:30")),
        closing_meeting: Some(time("2023-10-12T15:30")),
        team: vec!["Trần Thị Bình".into(), "Lê Văn Cường".into()],
        people_asked: Some(12),
        minutes_on_sites: Some(180),
        documents_asked: Some(9),
        minutes_on_paper: Some(60),
        minutes_with_people: Some(200),
        no_transferable: None,
    };
    inspection.self_score =
        Some(SelfScore { share: Share::from_bp(8850), by: "Phạm Văn Út".into(), on: day("2023-10-02") });
    answers(&mut inspection);
    evidence(&mut inspection);
    findings(&mut inspection);
    recommendations(&mut inspection);
    signatures(&mut inspection);
    inspection
}

fn answers(inspection: &mut Inspection) {
    let mut put = |item: &str, entry: Entry| inspection.entries.insert(item.into(), entry);
    put("C1-01", rated(4, &["V-01"], "Chủ tịch nêu được 3 việc, cán bộ địa chính chỉ nêu được 1."));
    put("C1-03", rated(1, &["V-02"], "Danh mục tăng từ 14 lên 23 mô hình, chưa dừng mô hình nào."));
    put("C1-05", rated(3, &["V-03", "V-04"], "2 trong 3 mô hình bốc thăm còn chạy."));
    put("C1-07", rated(2, &["V-04"], "5 trong 12 hộ nói có đỡ chi phí bơm nước."));
    put("C2-01", rated(3, &["V-05"], ""));
    let not_verified = Answer::NotVerified(reason("Kế toán đi vắng, sổ thu chi để ở huyện"));
    put("C2-02", Entry { answer: Some(not_verified), note: "Hẹn gửi bản sao trước 20/10.".into(), ..Entry::default() });
    let not_applicable = Answer::NotApplicable(reason("Đài truyền thanh xã ngừng hoạt động từ 03/2022"));
    put("C2-05", Entry { answer: Some(not_applicable), ..Entry::default() });
    put("C4-09", rated(2, &["V-02"], "Ghi nhầm nội dung của cấp ủy, giữ lại để đối chiếu."));
}

fn evidence(inspection: &mut Inspection) {
    let mut put = |id: &str, piece: Evidence| inspection.evidence.insert(id.into(), piece);
    put("V-01", piece("statement", "Chủ tịch nói đang gỡ việc bơm tát và rác thải", "Chủ tịch UBND xã"));
    let mut list = piece("document", "Danh mục mô hình năm 2022 và 2023", "Văn phòng UBND xã");
    list.file = Some(Attachment { hash: "ab12".repeat(16), name: "danh-muc-2023.pdf".into(), bytes: 123_456 });
    put("V-02", list);
    let mut seen = piece("observation", "Ấp Kinh 4A: 3 trong 4 hộ trong danh sách còn làm", "đoàn, tại chỗ");
    seen.expires = Some(day("2024-10-12"));
    put("V-03", seen);
    put(
        "V-04",
        piece(
            "interview_people",
            "Bà con nói tiền bơm nước giảm từ 90 còn 60 nghìn/công",
            "12 hộ ấp Kinh 4A, hỏi riêng",
        ),
    );
    put("V-05", piece("record_sample", "30 hồ sơ rút mẫu, 26 hồ sơ dân đi 1 lần", "sổ tiếp nhận một cửa"));
    let mut against = piece("interview_people", "Ông Danh Út nói tổ hợp tác ấp Kinh 5 đã nghỉ từ Tết", "ông Danh Út");
    against.contradicts = true;
    put("V-06", against);
}

fn findings(inspection: &mut Inspection) {
    inspection.findings.insert(
        "F-01".into(),
        Finding {
            kind: FindingKind::Strength,
            items: set(&["C2-01"]),
            evidence: set(&["V-05"]),
            severity: Severity::Medium,
            condition: "26 trong 30 hồ sơ rút mẫu chỉ cần dân đến một lần".into(),
            criterion: "khoản 2, Công văn 70-CV/TU".into(),
            cause: "Cán bộ một cửa nhắn tin hướng dẫn trước".into(),
            effect: "Dân ấp Kinh 4A bớt khoảng 20 km đi lại mỗi hồ sơ".into(),
            reply: "Xã sẽ làm tiếp ở lĩnh vực đất đai".into(),
            transferable: true,
        },
    );
    inspection.findings.insert(
        "F-02".into(),
        Finding {
            kind: FindingKind::Shortfall,
            items: set(&["C1-03"]),
            evidence: set(&["V-02"]),
            severity: Severity::High,
            condition: "Danh mục tăng 9 mô hình trong một năm, chưa dừng mô hình nào".into(),
            criterion: "khoản 1, Công văn 70-CV/TU: tránh chạy theo số lượng".into(),
            cause: "Huyện giao mỗi ấp đăng ký ít nhất 2 mô hình".into(),
            effect: "4 cán bộ phải ghi 23 bộ sổ".into(),
            reply: "Xã đề nghị huyện bỏ chỉ tiêu số lượng, \"đẩy mạnh\" chất lượng".into(),
            transferable: false,
        },
    );
    inspection.findings.insert(
        "F-03".into(),
        Finding {
            kind: FindingKind::Shortfall,
            items: set(&["C1-05", "C1-07"]),
            evidence: BTreeSet::new(),
            severity: Severity::Low,
            condition: "Mô hình ở ấp Kinh 5 đã nghỉ từ Tết mà vẫn báo cáo đang chạy".into(),
            criterion: String::new(),
            cause: String::new(),
            effect: String::new(),
            reply: String::new(),
            transferable: false,
        },
    );
}

fn recommendations(inspection: &mut Inspection) {
    inspection.recommendations.insert(
        "K-01".into(),
        Recommendation {
            findings: set(&["F-02"]),
            action: "Rà soát 23 mô hình, dừng hoặc gộp mô hình không còn người làm".into(),
            owner: "Nguyễn Thị Ẵm, Chủ tịch UBND xã".into(),
            due: Some(day("2023-11-01")),
            check: "Đối chiếu danh mục mới với 5 mô hình bốc thăm".into(),
            followed_by: "Ban Dân vận Huyện ủy Tân Hiệp".into(),
        },
    );
    inspection.recommendations.insert(
        "K-02".into(),
        Recommendation {
            findings: BTreeSet::new(),
            action: "Công khai sổ thu chi tại nhà văn hóa ấp Kinh 4A".into(),
            owner: String::new(),
            due: Some(day("2024-01-31")),
            check: String::new(),
            followed_by: String::new(),
        },
    );
}

fn signatures(inspection: &mut Inspection) {
    let sign_off =
        |by: &str, at: &str, head: &str| SignOff { by: by.into(), at: time(at), journal_head: head.repeat(16) };
    inspection.reopenings.push(Reopening {
        signed: sign_off("Lê Văn Cường", "2023-10-12T17:05", "0a1b"),
        by: "Trần Thị Bình".into(),
        at: time("2023-10-13T08:00"),
        why: "Bổ sung ý kiến của xã gửi ngày 13/10".into(),
    });
    inspection.sign_off = Some(sign_off("Trần Thị Bình", "2023-10-13T09:30", "c0de"));
}

/// Everything a case borrows.
pub struct Team {
    pub programme: Programme,
    pub units: Units,
    pub round: Round,
    pub settings: Settings,
    pub layouts: Layouts,
    pub yardsticks: Yardsticks,
    pub head: String,
}

impl Team {
    pub fn new() -> Self {
        Self {
            programme: programme(),
            units: units(),
            round: round(),
            settings: Settings { inspector: "Trần Thị Bình".into(), ..Settings::default() },
            layouts: Layouts::default(),
            yardsticks: Yardsticks::new(
                Some(("2022".into(), Burden { documents: Some(22), on_paper: Some(240), with_people: Some(45) })),
                [(Some(9), Some(80)), (Some(14), None), (Some(31), Some(120))].map(|(documents, on_paper)| Burden {
                    documents,
                    on_paper,
                    with_people: None,
                }),
            ),
            head: "5eed".repeat(16),
        }
    }

    pub fn case<'a>(&'a self, lang: Lang, inspection: &'a Inspection) -> Case<'a> {
        let unit = self.units.get(inspection.plan.unit).expect("the unit");
        Case {
            lang,
            programme: &self.programme,
            units: &self.units,
            unit,
            round: &self.round,
            yardsticks: &self.yardsticks,
            inspection,
            seconds: &[],
            about: Circumstances { tier: Some(unit.tier), pilot: unit.pilot, milestone: self.round.milestone },
            settings: &self.settings,
            layouts: &self.layouts,
            today: day("2023-11-15"),
            head: &self.head,
            flags: None,
            practice: false,
        }
    }
}

/// A signed inspection of another unit: levels of its items in the order of the programme, with one piece of evidence each.
pub fn signed(number: u128, unit: u128, kind: &str, levels: [u8; 8]) -> Inspection {
    let mut inspection = planned(number, unit, kind);
    let items = ["C1-01", "C1-03", "C1-05", "C1-07", "C1-08", "C2-01", "C2-02", "C2-05"];
    for (item, level) in items.iter().zip(levels) {
        inspection.entries.insert((*item).into(), rated(level, &["V-01"], ""));
    }
    if kind == "party_committee" {
        inspection.entries.insert("C4-09".into(), rated(3, &["V-01"], ""));
    }
    inspection.visit.people_asked = Some(7);
    let source = format!("7 hộ, đơn vị số {unit}");
    inspection.evidence.insert("V-01".into(), piece("observation", "Đoàn xem 3 điểm, gặp 7 hộ", &source));
    inspection.sign_off =
        Some(SignOff { by: "Lê Văn Cường".into(), at: time("2023-11-02T16:00"), journal_head: "beef".repeat(16) });
    inspection
}

/// The signed inspections of the round: a commune, two bodies of Tân Hiệp, one of Châu Thành; two bodies were not inspected.
pub fn round_of_inspections() -> Vec<Inspection> {
    let mut huyen_uy = signed(101, 11, "party_committee", [3, 2, 3, 3, 4, 3, 2, 3]);
    huyen_uy.findings.insert(
        "F-01".into(),
        Finding {
            kind: FindingKind::Shortfall,
            items: set(&["C1-03"]),
            evidence: set(&["V-01"]),
            severity: Severity::Medium,
            condition: "Huyện giao mỗi xã ít nhất 20 mô hình".into(),
            criterion: "khoản 1, Công văn 70-CV/TU".into(),
            cause: "Ban Chỉ đạo huyện lấy số lượng làm tiêu chí thi đua năm 2023".into(),
            effect: "11 xã đăng ký 231 mô hình".into(),
            reply: String::new(),
            transferable: false,
        },
    );
    huyen_uy.recommendations.insert(
        "K-01".into(),
        Recommendation {
            findings: set(&["F-01"]),
            action: "Bỏ chỉ tiêu số lượng mô hình trong tiêu chí thi đua năm 2024".into(),
            owner: "Ban Thường vụ Huyện ủy Tân Hiệp".into(),
            due: Some(day("2023-12-31")),
            check: "Đọc văn bản giao chỉ tiêu 2024".into(),
            followed_by: "Ban Dân vận Tỉnh ủy".into(),
        },
    );
    vec![
        full(),
        huyen_uy,
        signed(102, 12, "government", [3, 3, 3, 2, 3, 4, 2, 3]),
        signed(103, 13, "party_committee", [1, 1, 2, 1, 2, 2, 1, 2]),
    ]
}

/// The same bodies of Tân Hiệp a year before.
pub fn round_before() -> Vec<Inspection> {
    let mut before =
        vec![signed(201, 11, "party_committee", [2, 2, 2, 2, 3, 2, 2, 3]), signed(202, 12, "government", [3; 8])];
    for inspection in &mut before {
        inspection.plan.round = "2022".into();
        inspection.plan.period = Period::default();
    }
    before
}
