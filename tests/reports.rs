//! Reports as people read them: whole documents as text, and what must hold for every one of them.

#[path = "reports/programme.rs"]
mod programme;
#[path = "reports/samples.rs"]
mod samples;
#[path = "reports/typed.rs"]
mod typed;

use programme::programme;
use samples::{Team, day, full, planned, previous_round, round, round_before, round_of_inspections, signed, units};
use std::{collections::HashMap, sync::Arc};
use thucchat::{
    domain::{
        edit::Settings,
        ids::{FindingId, UnitId},
        inspection::Inspection,
        lang::Lang,
        model::{Census, Model, State as Stand},
        programme::{Programme, condition::Condition},
        rollup::{By, Scope},
        score::Circumstances,
        summary::{Summary, summarise},
        unit::Units,
    },
    report::{
        Case,
        document::{Block, Document},
        findings::{self, Source, Which},
        inspection,
        layout::Layouts,
        rollup::{self, Material},
        txt,
    },
    text::{nfc, width},
};
use typed::{held, plain, typed};

fn report(lang: Lang, inspection: &Inspection) -> Document {
    let team = Team::new();
    inspection::build(&team.case(lang, inspection))
}

fn text(lang: Lang, inspection: &Inspection) -> String {
    txt::render(&report(lang, inspection))
}

/// Each unit has registered ten models more than the one before, beginning with none; half of each register is recognised.
fn registers(units: &Units) -> HashMap<UnitId, Census> {
    let mut all: Vec<_> = units.iter().filter(|unit| !unit.kind.is_place()).collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    let register = |count: usize| -> Census {
        let models: Vec<Model> = (0..count)
            .map(|number| {
                let mut model = Model::new(&format!("MH-{number}"), "Tổ đan lục bình", Some(day("2022-01-01")));
                let steps = if number % 2 == 0 { &[Stand::Running, Stand::Recognised][..] } else { &[Stand::Running] };
                for step in steps {
                    model.life.step(*step, Some(day("2022-02-01"))).expect("a step");
                }
                model
            })
            .collect();
        models.iter().collect()
    };
    all.iter().enumerate().map(|(at, unit)| (unit.id, register(at * 10))).collect()
}

/// Programme, units and summaries that a roll-up reads.
struct Office {
    programme: Programme,
    units: Units,
    inspections: Vec<Inspection>,
    summaries: Vec<Summary>,
    censuses: HashMap<UnitId, Census>,
}

impl Office {
    fn with(inspections: Vec<Inspection>, before: &[Inspection]) -> Self {
        let programme = programme();
        let all = inspections.iter().chain(before);
        let summaries = all.map(|one| summarise(&programme, one, &Circumstances::default())).collect();
        let units = units();
        let censuses = registers(&units);
        Self { programme, units, inspections, summaries, censuses }
    }

    fn report(&self, lang: Lang, by: By) -> Document {
        self.report_under(lang, by, None)
    }

    fn report_under(&self, lang: Lang, by: By, under: Option<&str>) -> Document {
        let (round, previous) = (round(), previous_round());
        let settings = Settings { team: "Ban Dân vận Tỉnh ủy".into(), ..Settings::default() };
        let scope = Scope {
            programme: &self.programme,
            units: &self.units,
            round: round.id.clone(),
            previous: Some(previous.id.clone()),
            day: day("2023-12-31"),
            today: day("2023-11-15"),
            under,
            kind: None,
        };
        let material = Material {
            lang,
            scope,
            round: &round,
            previous: Some(&previous),
            summaries: self.summaries.iter().collect(),
            seconds: &[],
            inspections: &self.inspections,
            censuses: &self.censuses,
            settings: &settings,
            layouts: &Layouts::default(),
            head: &"5eed".repeat(16),
            practice: false,
        };
        rollup::build(&material, by)
    }
}

fn full_round() -> Office {
    Office::with(round_of_inspections(), &round_before())
}

fn sources<'a>(office: &'a Office, round: &'a thucchat::domain::round::Round) -> Vec<Source<'a>> {
    let programme = Arc::new(office.programme.clone());
    let source = |inspection: &Inspection| Source {
        programme: Arc::clone(&programme),
        unit: office.units.get(inspection.plan.unit).expect("the unit"),
        round,
        inspection: inspection.clone(),
    };
    office.inspections.iter().map(source).collect()
}

fn findings(which: Which, only: Option<&str>) -> Document {
    let (office, round) = (full_round(), round());
    let only = only.map(FindingId::from);
    let sources = sources(&office, &round);
    findings::build(Lang::Vi, &office.units, &sources, which, only.as_ref(), day("2023-11-15"))
}

// Whole documents.

#[test]
fn the_full_report_in_vietnamese() {
    insta::assert_snapshot!("inspection_vi", text(Lang::Vi, &full()));
}

#[test]
fn the_full_report_in_english() {
    insta::assert_snapshot!("inspection_en", text(Lang::En, &full()));
}

#[test]
fn the_roll_up_in_vietnamese() {
    insta::assert_snapshot!("rollup_vi", txt::render(&full_round().report(Lang::Vi, By::District)));
}

#[test]
fn all_findings_in_vietnamese() {
    insta::assert_snapshot!("findings_vi", txt::render(&findings(Which::All, None)));
}

// What must hold for every document.

/// Every document that the samples give, in both languages.
fn documents() -> Vec<(String, Document)> {
    let mut documents = Vec::new();
    for lang in Lang::ALL {
        let inspections = [
            ("full", full()),
            ("blank", planned(1, 10, "government")),
            ("of a kind without items", planned(2, 15, "press")),
            ("praise only", signed(3, 11, "party_committee", [4; 8])),
        ];
        for (name, inspection) in inspections {
            documents.push((format!("{name}, {}", lang.code()), report(lang, &inspection)));
        }
        for by in [By::District, By::Kind, By::Section, By::Unit] {
            let empty = Office::with(Vec::new(), &[]);
            documents.push((format!("roll-up {by:?}, {}", lang.code()), full_round().report(lang, by)));
            documents.push((format!("empty roll-up {by:?}, {}", lang.code()), empty.report(lang, by)));
        }
    }
    documents.push(("findings".into(), findings(Which::All, None)));
    documents.push(("no findings".into(), findings(Which::All, Some("F-99"))));
    documents
}

#[test]
fn every_paragraph_and_line_of_a_list_has_a_number_a_date_a_name_or_a_place() {
    let units = units();
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    for (which, document) in documents() {
        let lines = document.blocks.iter().flat_map(|block| match block {
            Block::Paragraph { text } => vec![text.clone()],
            Block::List { items } => items.clone(),
            _ => Vec::new(),
        });
        for line in lines {
            let names_something = names.iter().any(|name| line.contains(name)) || line.contains("TỈNH ỦY KIÊN GIANG");
            let counts = line.contains(|c: char| c.is_ascii_digit());
            assert!(names_something || counts, "{which}: {line}");
        }
    }
}

#[test]
fn no_document_is_wider_than_the_page_and_every_row_of_a_table_has_all_cells() {
    for (which, document) in documents() {
        for line in txt::render(&document).lines() {
            assert!(width(line) <= txt::WIDTH, "{which}: {line}");
        }
        for block in &document.blocks {
            if let Block::Table { columns, rows } = block {
                assert!(rows.iter().all(|row| row.len() == columns.len()), "{which}: {columns:?}");
            }
        }
    }
}

#[test]
fn every_word_the_inspector_typed_stands_in_the_report() {
    let inspection = full();
    let typed = typed(&inspection);
    assert!(typed.len() > 60, "the sample is filled: {}", typed.len());
    for lang in Lang::ALL {
        let document = report(lang, &inspection);
        let (held, text) = (plain(&held(&document)), plain(&txt::render(&document)));
        for words in &typed {
            assert!(held.contains(&plain(words)), "{} lacks {words:?}", lang.code());
            for word in words.split_whitespace().filter(|word| width(word) <= 10) {
                assert!(text.contains(word), "the text in {} lacks {word:?} of {words:?}", lang.code());
            }
        }
    }
}

#[test]
fn hostile_words_in_every_field_neither_widen_the_page_nor_steer_the_terminal() {
    let hostile = [
        "Nguye\u{302}\u{303}n Thi\u{323} A\u{306}\u{303}m ".repeat(12),
        "漢字かな".repeat(75),
        "👩‍🌾🇻🇳".repeat(40),
        "ư".repeat(300),
        "a\u{1b}[31mđỏ\u{7}\r\n\thai\u{202e}".repeat(9),
    ];
    for words in hostile {
        let mut inspection = full();
        for finding in inspection.findings.values_mut() {
            for field in [&mut finding.condition, &mut finding.criterion, &mut finding.cause, &mut finding.reply] {
                words.clone_into(field);
            }
        }
        for recommendation in inspection.recommendations.values_mut() {
            words.clone_into(&mut recommendation.action);
            words.clone_into(&mut recommendation.owner);
        }
        for piece in inspection.evidence.values_mut() {
            words.clone_into(&mut piece.text);
            words.clone_into(&mut piece.source);
        }
        for entry in inspection.entries.values_mut() {
            words.clone_into(&mut entry.note);
        }
        inspection.visit.team = vec![words.clone(); 3];
        let text = text(Lang::Vi, &inspection);
        assert_eq!(nfc(&text), text);
        for line in text.lines() {
            assert!(width(line) <= txt::WIDTH && line.trim_end() == line, "{line:?}");
            assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'), "{line:?}");
        }
    }
}

// The inspection report.

#[test]
fn a_finding_without_evidence_says_so_and_one_with_evidence_names_its_numbers() {
    let text = text(Lang::Vi, &full());
    assert!(text.contains("Minh chứng:         không có minh chứng\nNội dung:           C1-05"), "{text}");
    assert!(text.contains("Minh chứng:         V-02\n"));
}

#[test]
fn a_practice_vault_marks_the_report_at_its_top_at_its_foot_and_on_every_page() {
    let (team, inspection) = (Team::new(), full());
    let case = team.case(Lang::Vi, &inspection);
    let practice = txt::render(&inspection::build(&Case { practice: true, ..case }));
    let mark = "SỐ LIỆU TẬP DƯỢT";
    assert!(practice.lines().next().is_some_and(|line| line.contains(mark)));
    assert!(practice.lines().last().is_some_and(|line| line.contains(mark)));
    assert_eq!(practice.matches(mark).count(), 8, "top, six annexes, foot");
    assert!(!txt::render(&inspection::build(&case)).contains(mark));
}

#[test]
fn an_unsigned_report_says_that_it_is_not_signed() {
    let text = plain(&text(Lang::Vi, &planned(1, 10, "government")));
    assert!(text.contains("(chưa ký kết thúc)") && text.contains("Bản 1: chưa ký kết thúc"), "{text}");
    assert!(text.contains("chưa xếp loại: độ phủ 0,00 %, cần ít nhất 70,00 %"), "{text}");
    assert!(text.contains("chưa ký kết thúc, số liệu đến ngày 15/11/2023 như sau:"), "{text}");
    assert!(
        text.contains("Không ghi nhận ưu điểm nào tại Ủy ban nhân dân xã Tân Hiệp A (đã trả lời 0/8 nội dung)."),
        "nothing found where nothing was asked must not read as nothing wrong: {text}"
    );
}

#[test]
fn a_gate_that_closed_is_told_with_its_words_and_its_cap() {
    let mut inspection = signed(1, 10, "government", [4, 4, 4, 1, 4, 4, 4, 4]);
    inspection.visit.people_asked = Some(0);
    let text = plain(&text(Lang::Vi, &inspection));
    assert!(text.contains("Xếp loại: Hoàn thành Điều kiện"), "{text}");
    assert!(text.contains("G1: Chưa hỏi người dân nào: không xếp trên Khá (xếp loại cao nhất: Khá)"), "{text}");
    assert!(text.contains("G2: Người dân không thấy lợi ích: không xếp trên Hoàn thành"), "{text}");
    assert!(text.contains("C1-07 Người dân thấy lợi ích: mức 1"), "the critical item is named: {text}");
}

#[test]
fn a_band_that_hangs_on_what_does_not_apply_says_what_it_would_be() {
    let mut inspection = signed(1, 10, "government", [3; 8]);
    let reason = thucchat::domain::answer::Reason::new("chưa có mô hình").expect("a reason");
    let entry = inspection.entries.get_mut("C1-05").expect("the item");
    entry.answer = Some(thucchat::domain::answer::Answer::NotApplicable(reason));
    let text = plain(&text(Lang::Vi, &inspection));
    assert!(text.contains("nếu tính 1 nội dung không áp dụng là 0 điểm thì còn 60,00 điểm: Hoàn thành"), "{text}");
    assert!(text.contains("chưa có mô hình"));
}

#[test]
fn evidence_that_carries_nothing_says_why() {
    let mut inspection = signed(1, 10, "government", [3; 8]);
    inspection.visit.to = Some(samples::time("2023-10-12T16:30"));
    let mut piece = inspection.evidence.values().next().expect("evidence").clone();
    piece.expires = Some(day("2023-10-11"));
    inspection.evidence.insert("V-02".into(), piece.clone());
    piece.expires = Some(day("2023-10-12"));
    inspection.evidence.insert("V-03".into(), piece.clone());
    piece.collected = Some(day("2022-12-31"));
    inspection.evidence.insert("V-04".into(), piece.clone());
    piece.collected = None;
    piece.kind = "hearsay".into();
    inspection.evidence.insert("V-05".into(), piece);
    let held = held(&report(Lang::Vi, &inspection));
    assert!(held.contains("V-02 đã hết hạn tính đến ngày 12/10/2023, không tính điểm"), "{held}");
    assert!(!held.contains("V-03 đã hết hạn"), "the last day still counts");
    assert!(held.contains("V-04 thu thập ngoài thời kỳ kiểm tra"), "{held}");
    assert!(held.contains("V-05 thuộc loại minh chứng mà chương trình không có, không tính điểm"), "{held}");
}

#[test]
fn a_broken_constraint_is_told_in_its_own_words() {
    let mut team = Team::new();
    team.programme.sections[1].items[0].constraint = Some(thucchat::domain::programme::Constraint {
        rule: Condition::compile("people_asked >= 5").expect("a rule"),
        text: programme::both("Hỏi ít nhất 5 người dân rồi mới chấm", "Ask at least 5 residents first"),
    });
    let mut inspection = full();
    inspection.visit.people_asked = Some(4);
    let held = held(&inspection::build(&team.case(Lang::Vi, &inspection)));
    assert!(held.contains("C1-05: Hỏi ít nhất 5 người dân rồi mới chấm"), "{held}");
}

// The roll-up.

#[test]
fn a_group_that_is_not_inspected_enough_reads_so_in_place_of_a_mean() {
    let text = txt::render(&full_round().report(Lang::Vi, By::District));
    assert!(text.contains("chưa đủ số đơn vị được kiểm tra (0/1)"), "{text}");
    let empty = plain(&txt::render(&Office::with(Vec::new(), &[]).report(Lang::Vi, By::District)));
    assert!(empty.contains("chưa đủ số đơn vị được kiểm tra: 0/6 (cần ít nhất 3 đơn vị hoặc 30 %)"), "{empty}");
}

#[test]
fn single_units_are_not_ranked() {
    let headings = |by| {
        let document = full_round().report(Lang::Vi, by);
        let table = document.blocks.into_iter().find_map(|block| match block {
            Block::Table { columns, .. } => Some(columns.into_iter().map(|column| column.heading)),
            _ => None,
        });
        table.expect("the table of groups").collect::<Vec<_>>()
    };
    assert!(headings(By::Kind).contains(&"Bậc".to_owned()));
    assert!(!headings(By::Unit).contains(&"Bậc".to_owned()), "no leader boards");
}

#[test]
fn every_unit_is_named_once_among_the_inspected_or_the_not_inspected() {
    let document = full_round().report(Lang::Vi, By::Unit);
    let annex = |number: &str| {
        let begins =
            |block: &Block| matches!(block, Block::Heading { text, .. } if text.contains(&format!("LỤC {number}:")));
        let start = document.blocks.iter().position(begins).expect("the annex");
        let length = document.blocks[start..].iter().take_while(|block| **block != Block::PageBreak).count();
        let mut part = document.clone();
        part.blocks = document.blocks[start..start + length].to_vec();
        held(&part)
    };
    let (inspected, missing) = (annex("1"), annex("2"));
    for code in ["30835-UB", "904-DU", "904-UB", "905-DU"] {
        assert!(inspected.contains(&format!("({code})")) && !missing.contains(&format!("({code})")), "{code}");
    }
    for code in ["905-UB", "91-TU"] {
        assert!(!inspected.contains(&format!("({code})")) && missing.contains(&format!("({code})")), "{code}");
    }
}

#[test]
fn only_the_latest_signed_inspection_of_a_unit_speaks_in_the_roll_up() {
    let mut inspections = round_of_inspections();
    let mut later = signed(300, 10, "government", [4; 8]);
    later.sign_off.as_mut().expect("signed").at = samples::time("2023-11-10T10:00");
    inspections.push(later);
    let held = held(&Office::with(inspections, &[]).report(Lang::Vi, By::Kind));
    assert!(!held.contains("Huyện giao mỗi ấp đăng ký ít nhất 2 mô hình"), "a finding of the earlier one");
    assert!(held.contains("Huyện giao mỗi xã ít nhất 20 mô hình"));
}

#[test]
fn an_inspection_that_the_roll_up_does_not_count_says_nothing_in_its_report() {
    let held = held(&full_round().report_under(Lang::Vi, By::Kind, Some("904")));
    assert!(held.contains("(904-UB)"), "{held}");
    assert!(!held.contains("(905-DU)"), "it lies under another district: {held}");
}

#[test]
fn overdue_recommendations_stand_first_with_their_days() {
    let document = full_round().report(Lang::Vi, By::District);
    let rows = document.blocks.iter().find_map(|block| match block {
        Block::Table { columns, rows } if columns.iter().any(|column| column.heading == "Thời hạn") => Some(rows),
        _ => None,
    });
    let days: Vec<_> = rows.expect("the table").iter().map(|row| row[3].as_str()).collect();
    assert_eq!(days, ["01/11/2023 (quá hạn 14 ngày)", "31/12/2023", "31/01/2024"]);
}

// Findings text.

#[test]
fn findings_are_chosen_by_what_is_open_overdue_or_asked_for_by_number() {
    let headings = |document: Document| -> Vec<String> {
        let heading = |block: &Block| match block {
            Block::Heading { level: 3, text } => text.split(':').next().map(str::to_owned),
            Block::Heading { level: 1, text } => Some(text.clone()),
            _ => None,
        };
        document.blocks.iter().filter_map(heading).collect()
    };
    let (commune, district) = ("Ủy ban nhân dân xã Tân Hiệp A (30835-UB)", "Huyện ủy Tân Hiệp (904-DU)");
    assert_eq!(headings(findings(Which::All, None)), [commune, "F-01", "F-02", "F-03", "K-02", district, "F-01"]);
    assert_eq!(headings(findings(Which::Open, None)), [commune, "F-02", "K-02", district, "F-01"]);
    assert_eq!(headings(findings(Which::Overdue, None)), [commune, "F-02"]);
    assert_eq!(headings(findings(Which::All, Some("F-03"))), [commune, "F-03"]);
    assert!(headings(findings(Which::Overdue, Some("F-03"))).is_empty());
}

#[test]
fn one_finding_on_one_sheet_tells_its_evidence_in_words_and_who_does_what_by_when() {
    let text = plain(&txt::render(&findings(Which::All, Some("F-02"))));
    assert!(text.contains("V-02 (Văn bản E2): Danh mục mô hình năm 2022 và 2023 – Văn phòng UBND xã"), "{text}");
    assert!(text.contains("người chịu: Nguyễn Thị Ẵm, Chủ tịch UBND xã – hạn: 01/11/2023 (quá hạn 14 ngày)"), "{text}");
    assert!(text.contains("Cách kiểm: Đối chiếu danh mục mới với 5 mô hình bốc thăm"), "{text}");
    assert!(!text.contains("F-01"), "nothing else on the sheet");
}
