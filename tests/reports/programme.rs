//! A small programme in the words of the first one: three sections, eight items, two gates.

use thucchat::domain::{
    answer::Level,
    evidence::{Family, Grade},
    lang::Bilingual,
    period::Period,
    programme::{
        Band, Body, Documents, EvidenceKind, Gate, Item, Measure, Programme, Scale, Scoring, Section, Thresholds,
        UnitKind, condition::Condition,
    },
    share::Share,
};

pub fn both(vi: &str, en: &str) -> Bilingual {
    Bilingual { vi: vi.into(), en: en.into() }
}

fn share(bp: u16) -> Share {
    Share::from_bp(bp)
}

pub fn programme() -> Programme {
    Programme {
        id: "kg-dvk-2021-2025".into(),
        version: "0.1".into(),
        hash: "9f2c4ab10d3e5f67".repeat(4),
        title: both(
            "Kiểm tra, giám sát phong trào thi đua “Dân vận khéo” giai đoạn 2021-2025",
            "Inspection of the “Skilful mass mobilisation” emulation movement 2021-2025",
        ),
        short: both("Dân vận khéo", "Skilful mass mobilisation"),
        basis: both("Công văn số 70-CV/TU, ngày 02-02-2021", "letter 70-CV/TU of 2 February 2021"),
        valid: Period::default(),
        scale: scale(),
        scoring: scoring(),
        bands: bands(),
        gates: gates(),
        unit_kinds: vec![
            kind("government", "Ủy ban nhân dân", "People's committee"),
            kind("party_committee", "Cấp ủy", "Party committee"),
        ],
        indicators: Vec::new(),
        evidence_kinds: evidence_kinds(),
        sections: sections(),
        model_visit: None,
        model_fields: Vec::new(),
        resident_questions: Vec::new(),
        milestones: Vec::new(),
        documents: Documents {
            body: Body::Party,
            superior: "Tỉnh ủy Kiên Giang".into(),
            issuer: "Ban Dân vận".into(),
            code: "BC/BDVTU".into(),
            place: "Kiên Giang".into(),
            authority: "T/L Ban Thường vụ".into(),
            signer_title: "Trưởng ban".into(),
            recipients: vec!["- Ban Thường vụ Tỉnh ủy,".into(), "Như trên".into(), "Lưu Ban Dân vận.".into()],
        },
        thresholds: Thresholds::default(),
        empty_phrases: Vec::new(),
    }
}

fn scale() -> Scale {
    let anchors = [
        ("Không có, hoặc chỉ có trên giấy trái với thực tế", "Nothing, or paper that reality contradicts"),
        ("Có giấy, chưa có việc", "Paper but no work"),
        ("Có việc, chưa đều, chưa chứng minh được kết quả", "Work, uneven, result not shown"),
        ("Làm đều, kết quả kiểm chứng được", "Steady work, result verified"),
        (
            "Kết quả rõ, dân hoặc nguồn độc lập xác nhận, giữ được lâu",
            "Clear result, confirmed by people or an independent source, and lasting",
        ),
    ];
    Scale {
        anchors: anchors.map(|(vi, en)| both(vi, en)),
        not_applicable: both("Không áp dụng (ghi lý do)", "Not applicable (state why)"),
        not_verified: both("Chưa kiểm chứng (không tính điểm, tính vào độ phủ)", "Not verified (no points)"),
    }
}

fn scoring() -> Scoring {
    Scoring {
        caps: [0, 4000, 6000, 8000, 9000, 10_000].map(share),
        life_margin: share(2500),
        min_coverage: share(7000),
        min_units_share: share(3000),
        min_units: 3,
        sample_levels: [2500, 5000, 7000, 8500].map(share),
        sample_min: 3,
    }
}

fn bands() -> Vec<Band> {
    [
        ("excellent", 9000, "Xuất sắc", "Excellent"),
        ("good", 8000, "Tốt", "Good"),
        ("fair", 6500, "Khá", "Fair"),
        ("completed", 5000, "Hoàn thành", "Completed"),
        ("not_completed", 0, "Chưa hoàn thành", "Not completed"),
    ]
    .map(|(id, min, vi, en)| Band { id: id.into(), min: share(min), name: both(vi, en) })
    .into()
}

fn gates() -> Vec<Gate> {
    [
        (
            "G1",
            "people_asked == 0",
            "fair",
            "Chưa hỏi người dân nào: không xếp trên Khá.",
            "No resident asked: not above Fair.",
        ),
        (
            "G2",
            "level(\"C1-07\") <= 1",
            "completed",
            "Người dân không thấy lợi ích: không xếp trên Hoàn thành.",
            "People see no benefit: not above Completed.",
        ),
    ]
    .map(|(id, when, cap, vi, en)| Gate {
        id: id.into(),
        when: Condition::compile(when).expect("a condition"),
        cap: cap.into(),
        text: both(vi, en),
    })
    .into()
}

fn kind(id: &str, vi: &str, en: &str) -> UnitKind {
    UnitKind { id: id.into(), name: both(vi, en), short: both(vi, en), examples: Bilingual::default() }
}

fn evidence_kinds() -> Vec<EvidenceKind> {
    [
        ("statement", "Lời lãnh đạo", "Leaders' statement", Family::Testimonial, Grade::E1),
        ("document", "Văn bản", "Document", Family::Documentary, Grade::E2),
        ("record_sample", "Hồ sơ, sổ gốc rút mẫu", "Sample of records", Family::Documentary, Grade::E3),
        ("interview_people", "Hỏi người dân, người thụ hưởng", "Residents asked", Family::Testimonial, Grade::E3),
        ("observation", "Đoàn thấy tại chỗ", "Seen on the spot", Family::Physical, Grade::E4),
    ]
    .map(|(id, vi, en, family, grade)| EvidenceKind { id: id.into(), name: both(vi, en), family, grade })
    .into()
}

fn sections() -> Vec<Section> {
    let section = |id: &str, clause: &str, vi: &str, en: &str, items: Vec<Item>| Section {
        id: id.into(),
        clause: clause.into(),
        title: both(vi, en),
        items,
    };
    let mut plan = item(
        "C1-01",
        "1",
        2,
        "Nói được việc đang gỡ cho dân",
        "Người đứng đầu và cán bộ trực tiếp có nói được, không nhìn giấy, năm nay đơn vị dùng “Dân vận khéo” để gỡ việc gì cho dân không?",
    );
    plan.life = Some("C1-07".into());
    let mut benefit = item(
        "C1-07",
        "1",
        5,
        "Người dân thấy lợi ích",
        "Người dân ở nơi có mô hình có thấy lợi ích cụ thể, so được trước và sau, không?",
    );
    (benefit.measures, benefit.critical) = (Measure::Outcome, true);
    let mut quota = item(
        "C1-03",
        "1",
        3,
        "Dừng, gộp mô hình yếu",
        "12 tháng qua có rà soát để dừng, gộp hoặc làm lại mô hình yếu, dồn sức cho ít mà chắc không?",
    );
    quota.measures = Measure::Process;
    let mut only_party = item("C4-09", "4", 1, "Ban chỉ đạo họp", "Ban chỉ đạo có họp theo quy chế không?");
    only_party.applies_to = vec!["party_committee".into()];
    vec![
        section("c1_leadership", "1", "Lãnh đạo và chọn việc", "Leadership and choice of problems", vec![plan, quota]),
        section(
            "c1_models",
            "1",
            "Chất lượng mô hình (bốc thăm, đến tận nơi)",
            "Quality of models (drawn at random, visited)",
            vec![
                item("C1-05", "1", 5, "Mô hình còn chạy", "Mô hình bốc thăm có đang chạy đúng như đăng ký không?"),
                benefit,
                item("C1-08", "1", 3, "Dân tự nguyện", "Người dân tham gia tự nguyện, sổ thu chi công khai không?"),
            ],
        ),
        section(
            "c2_desks",
            "2a",
            "Dân vận chính quyền ở nơi tiếp dân",
            "Mass mobilisation at the desks",
            vec![
                item("C2-01", "2a", 4, "Bộ phận một cửa", "Bộ phận một cửa có giảm được số lần dân phải đi lại không?"),
                item("C2-02", "2b", 2, "Mức chi", "Mức chi cho phong trào có đúng nghị quyết và có tới cơ sở không?"),
                item("C2-05", "2c", 1, "Tin, bài", "Đài truyền thanh xã có giới thiệu gương cụ thể không?"),
                only_party,
            ],
        ),
    ]
}

fn item(id: &str, clause: &str, weight: u32, label: &str, question: &str) -> Item {
    let levels = Level::ALL.map(|level| {
        let level = level.get();
        both(&format!("Bậc {level} của nội dung {id}"), &format!("What level {level} means at {id}"))
    });
    Item {
        id: id.into(),
        clause: clause.into(),
        applies_to: vec!["government".into(), "party_committee".into()],
        measures: Measure::Process,
        weight,
        question: both(question, &format!("Question {id} ({label})?")),
        label: both(label, &format!("Label of {id}")),
        look_at: Bilingual::default(),
        ask_whom: Bilingual::default(),
        levels,
        evidence: vec!["observation".into()],
        relevant: None,
        constraint: None,
        life: None,
        critical: false,
        measures_sample: false,
    }
}
