//! Inspections made in a few words: an honest day at a unit of any kind, and what can be done to it. Each word changes one thing.

use crate::case::{flags_of, shipped};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use std::collections::BTreeSet;
use thucchat::domain::{
    answer::{Answer, Entry, Level, Reason},
    draw::{Draw, FrozenList, Order},
    edit::Edit,
    evidence::{Attachment, Evidence},
    finding::{Finding, FindingKind, Severity},
    flags::{Beyond, Flag, Weight},
    ids::{EvidenceId, InspectionId, ItemId, ModelId, UnitId},
    inspection::{Inspection, Plan, SignOff},
    model::{Model, Register},
    period::Period,
    recommendation::Recommendation,
    verification::Verification,
};
use uuid::Uuid;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn time(text: &str) -> DateTime<FixedOffset> {
    format!("{text}:00+07:00").parse().expect("a time")
}

pub fn level(level: u8) -> Level {
    Level::new(level).expect("a level")
}

/// An inspection in the making, with what is known beyond it.
#[derive(Debug, Clone)]
pub struct Made {
    pub inspection: Inspection,
    pub beyond: Beyond,
    place: String,
}

impl Made {
    /// A day with a unit as it should be: each item asked, several kinds of evidence, notes of this place only, two shortfalls with
    /// everything, a strength that others can take over.
    pub fn day_with(kind: &str, number: u128, place: &str) -> Self {
        let plan = Plan {
            unit: UnitId(Uuid::from_u128(number)),
            kind: kind.into(),
            round: "2023".into(),
            period: Period::between(day("2023-01-01"), day("2023-12-31")).expect("a period"),
            programme: String::new(),
            due: None,
            lead: "Nguyễn Thị Ẵm".into(),
        };
        let inspection = Inspection::new(InspectionId(Uuid::from_u128(1_000 + number)), plan);
        let mut made = Self { inspection, beyond: Beyond::default(), place: place.to_owned() };
        let visit = &mut made.inspection.visit;
        (visit.from, visit.to) = (Some(time("2023-09-19T07:30")), Some(time("2023-09-19T16:00")));
        visit.closing_meeting = Some(time("2023-09-19T15:20"));
        (visit.people_asked, visit.minutes_on_sites) = (Some(9), Some(150));
        made.collected();
        made.rated(&[3, 2, 4, 1, 3, 2, 3, 3, 2, 4, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3]);
        made.written();
        made
    }

    /// A day with a district's party committee.
    pub fn committee() -> Self {
        Self::day_with("party_committee", 1, "ấp Kinh 4A")
    }

    fn collected(&mut self) {
        let place = self.place.clone();
        for (id, kind, text, source) in [
            ("V-01", "observation", "sân trụ sở có 11 ghế chờ, bảng niêm yết 6 thủ tục", "đoàn"),
            ("V-02", "interview_people", "bà Sáu Nết: chờ 2 buổi mới gặp được người nhận đơn", "bà Sáu Nết"),
            ("V-03", "record_sample", "rút 14 phiếu trong sổ 2023, 5 phiếu trống ngày trả", "sổ tiếp dân"),
            ("V-04", "comparison", "đối chiếu 14 phiếu với 14 hộ: khớp 9", "đoàn"),
            ("V-05", "document", "báo cáo số 41: 87,5% đơn đúng hạn", "văn phòng"),
        ] {
            self.piece(id, kind, &format!("{place}: {text}"), source);
        }
    }

    pub fn piece(&mut self, id: &str, kind: &str, text: &str, source: &str) -> &mut Evidence {
        let piece = Evidence {
            kind: kind.into(),
            text: text.to_owned(),
            source: source.to_owned(),
            collected: Some(day("2023-09-19")),
            expires: None,
            file: None,
            contradicts: false,
        };
        self.inspection.evidence.insert(id.into(), piece);
        self.inspection.evidence.get_mut(id).expect("just put there")
    }

    /// The items that the unit is asked about.
    pub fn items(&self) -> Vec<ItemId> {
        shipped().items_for(&self.inspection.plan.kind).map(|(_, item)| item.id.clone()).collect()
    }

    /// Rates the items with these levels, over and over; each its own note and its own minutes of the day.
    pub fn rated(&mut self, levels: &[u8]) {
        let (all, places) = (self.items(), self.place.clone());
        let evidence: BTreeSet<EvidenceId> = self.inspection.evidence.keys().cloned().collect();
        for (nth, (item, of)) in (0u32..).zip(all.into_iter().zip(levels.iter().cycle())) {
            let entry = Entry {
                answer: Some(Answer::Rated(level(*of))),
                evidence: evidence.clone(),
                note: format!("{places}: việc thứ {} hỏi {} hộ, {} hộ nói có", nth + 1, nth + 4, nth + 1),
                seconds: 260 + 7 * nth,
                at: Some(time("2023-09-19T07:50") + TimeDelta::minutes(i64::from(22 * nth))),
            };
            self.inspection.entries.insert(item, entry);
        }
    }

    fn written(&mut self) {
        let low: Vec<ItemId> = self.items().into_iter().filter(|item| self.level_of(item) == Some(1)).collect();
        for (nth, item) in (1..).zip(low) {
            self.shortfall(&format!("F-{nth:02}"), item.as_str());
        }
        let item = self.items()[0].clone();
        let place = self.place.clone();
        let strength = self.finding("F-90", FindingKind::Strength, item.as_str());
        strength.condition = format!("{place} dán lịch tiếp dân ở 6 điểm chợ, 9 người hỏi đều biết giờ");
        strength.transferable = true;
    }

    pub fn level_of(&self, item: &ItemId) -> Option<u8> {
        self.inspection.entries.get(item).and_then(Entry::level).map(Level::get)
    }

    pub fn finding(&mut self, id: &str, kind: FindingKind, item: &str) -> &mut Finding {
        let finding = Finding {
            kind,
            items: [item.into()].into(),
            evidence: ["V-03".into()].into(),
            severity: Severity::Medium,
            condition: String::new(),
            criterion: String::new(),
            cause: String::new(),
            effect: String::new(),
            reply: String::new(),
            transferable: false,
        };
        self.inspection.findings.insert(id.into(), finding);
        self.inspection.findings.get_mut(id).expect("just put there")
    }

    /// A shortfall with all its parts and what must be done about it.
    pub fn shortfall(&mut self, id: &str, item: &str) {
        let place = self.place.clone();
        let finding = self.finding(id, FindingKind::Shortfall, item);
        finding.condition = format!("{place}, {item}: 5 trong 14 phiếu không ghi ngày trả kết quả");
        finding.criterion = format!("khoản 2, nội dung {item}");
        finding.cause = format!("Ở {place} một người giữ 3 sổ, sổ {id} ghi sau cùng");
        let action = Recommendation {
            findings: [id.into()].into(),
            action: format!("Ghi lại ngày trả của 5 phiếu tại {place}"),
            owner: format!("Văn phòng {place}"),
            due: Some(day("2023-11-30")),
            check: "rút lại 14 phiếu".into(),
            followed_by: "Nguyễn Thị Ẵm".into(),
        };
        self.inspection.recommendations.insert(id.replace('F', "K").as_str().into(), action);
    }

    pub fn entries(&mut self, change: impl Fn(usize, &mut Entry)) {
        self.inspection.entries.values_mut().enumerate().for_each(|(nth, entry)| change(nth, entry));
    }

    /// Everything rests on pieces of this kind alone.
    pub fn rests_on(&mut self, kind: &str) {
        self.inspection.evidence.values_mut().for_each(|piece| piece.kind = kind.into());
    }

    /// Takes all findings and recommendations away.
    pub fn says_nothing(&mut self) {
        self.inspection.findings.clear();
        self.inspection.recommendations.clear();
    }

    pub fn file(&mut self, id: &str, hash: char) -> &mut Evidence {
        let piece = self.piece(id, "photo", "ảnh chụp sân nhà văn hóa, 14 người", "đoàn");
        piece.file = Some(Attachment { hash: hash.to_string().repeat(64), name: "anh.jpg".into(), bytes: 9 });
        piece
    }

    pub fn not_applicable(&mut self, item: &str) {
        self.inspection.entries.entry(item.into()).or_default().answer =
            Reason::new("ở đây không có việc này").map(Answer::NotApplicable);
    }

    /// The unit's register.
    pub fn registered(&mut self, count: usize, change: impl Fn(usize, &mut Model)) {
        let fields = ["Kinh tế", "Văn hóa", "Môi trường", "An ninh"];
        let model = |n: usize| {
            let since = day("2022-03-07") + TimeDelta::days(i64::try_from(n % 200).expect("small"));
            let mut model = Model::new(&format!("MH-{n:03}"), &format!("Việc {n} của tổ {}", n % 7), Some(since));
            (model.field, model.place) = (fields[n % fields.len()].into(), format!("ấp {}", n + 1));
            model.owner = format!("Chi hội {}", n % 5);
            model.last_activity = Some(day("2023-09-01"));
            change(n, &mut model);
            (ModelId(Uuid::from_u128(n as u128 + 1)), model)
        };
        self.beyond.register = (0..count).map(model).collect::<Register>();
    }

    /// Draws so many of the register and visits them; the first `running` are found running.
    pub fn drawn(&mut self, size: u32, visited: usize, running: usize) {
        let list = self.beyond.register.freeze().expect("a list");
        let draw = Draw::new(order(list, size)).expect("a draw");
        self.inspection.apply(Edit::Draw(Box::new(draw))).expect("nothing is signed");
        let picks = self.inspection.picks();
        for (nth, pick) in picks.into_iter().take(visited).enumerate() {
            let model = self.inspection.draw().expect("a draw").line(pick).0;
            let answers = [("M-01".into(), Answer::Rated(level(if nth < running { 4 } else { 0 })))].into();
            let visit = Verification { on: Some(day("2023-09-19")), answers, ..Verification::default() };
            self.inspection.apply(Edit::Verify(model, Some(visit))).expect("it is drawn");
        }
    }

    pub fn signed(&mut self, at: &str) {
        self.inspection.sign_off =
            Some(SignOff { by: "Nguyễn Thị Ẵm".into(), at: time(at), journal_head: String::new() });
    }

    /// All flags that are up.
    pub fn flags(&self) -> Vec<Flag> {
        flags_of(shipped(), &self.inspection, &self.beyond)
    }

    pub fn has(&self, code: &str, weight: Weight) -> bool {
        self.flags().iter().any(|flag| flag.code() == code && flag.weight() == weight)
    }
}

fn order(list: FrozenList, size: u32) -> Order {
    Order {
        list,
        unit_seed: "246813579024".into(),
        team_seed: "681357902468".into(),
        code: "KG-904".into(),
        day: day("2023-09-19"),
        size,
        at: time("2023-09-19T08:00"),
        by: "Nguyễn Thị Ẵm".into(),
        instead: None,
        earlier: Vec::new(),
    }
}
