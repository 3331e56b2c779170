//! Vaults and values for the tests of the store.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use thucchat::{
    domain::{
        answer::{Answer, Level, Reason},
        draw::{Draw, Earlier, FrozenList, Order},
        edit::{Change, Edit, ProgrammeVersion},
        evidence::{Evidence, Grade},
        finding::{Finding, FindingKind, Reply, Severity},
        ids::{InspectionId, ItemId, KindId, RoundId, UnitId},
        inspection::{Plan, Reopening, SignOff, Visit},
        life::{Deed, Life, Proof},
        period::Period,
        recommendation::Recommendation,
        round::{Milestone, Round},
        self_score::SelfScore,
        share::Share,
        unit::{Tier, Unit},
        verification::{Verdict, Verification},
    },
    i18n::{Lang, Message},
    store::{Opened, Vault},
};
use uuid::Uuid;

pub const HOSTILE: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";
pub const ACTOR: &str = "Trần Thị Bình";

/// A vault with a unit, a round, a programme and one planned inspection.
pub struct Sample {
    pub home: TempDir,
    pub vault: Option<Vault>,
    pub programme: String,
}

impl Sample {
    pub fn new() -> Self {
        Self::new_in(tempfile::tempdir().expect("a folder"))
    }

    pub fn new_in(home: TempDir) -> Self {
        let mut vault = Vault::create(&home.path().join("kho"), None).expect("a vault");
        let programme = programme(&mut vault);
        let mut changes = vec![Change::Unit(unit(1)), Change::Round(round())];
        changes.push(plan(1, &programme));
        vault.commit(ACTOR, changes).expect("a planned inspection");
        Self { home, vault: Some(vault), programme }
    }

    pub fn dir(&self) -> PathBuf {
        self.home.path().join("kho")
    }

    pub fn index(&self) -> PathBuf {
        self.dir().join("index")
    }

    pub fn segment(&self) -> PathBuf {
        self.dir().join("journal/00000001.log")
    }

    pub fn vault(&mut self) -> &mut Vault {
        self.vault.as_mut().expect("an open vault")
    }

    pub fn close(&mut self) {
        self.vault = None;
    }

    /// Closes and opens again; the notices in Vietnamese.
    pub fn reopen(&mut self) -> Vec<String> {
        self.close();
        let Opened { vault, notices } = Vault::open(&self.dir()).expect("the vault opens again");
        self.vault = Some(vault);
        words(&notices)
    }

    pub fn edit(&mut self, edit: Edit) {
        self.vault().commit(ACTOR, vec![change(1, edit)]).expect("a kept edit");
    }

    pub fn hash(&mut self) -> String {
        self.vault().content_hash().expect("a content hash")
    }
}

/// A folder in memory where there is one: for tests that ask for thousands of syncs and cut no power that a disk would have to survive.
pub fn quick_folder() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    if tempfile::tempdir_in(&memory).is_ok() { memory } else { std::env::temp_dir() }
}

/// Takes a programme file into the vault. Its content is none, which the store must bear: a file of a newer program.
pub fn programme(vault: &mut Vault) -> String {
    let file = vault.attach("chuong-trinh.toml", b"scale = \"of a newer program\"").expect("a kept file");
    let version = ProgrammeVersion { hash: file.hash.clone(), id: "dan-van-kheo".into(), version: "1".into() };
    vault.commit(ACTOR, vec![Change::Programme(version)]).expect("a kept programme");
    file.hash
}

pub fn words(messages: &[Message]) -> Vec<String> {
    messages.iter().map(|message| message.to(Lang::Vi)).collect()
}

pub fn id(number: u128) -> InspectionId {
    InspectionId(Uuid::from_u128(number))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}

pub fn unit(number: u128) -> Unit {
    Unit {
        id: UnitId(Uuid::from_u128(1_000 + number)),
        code: format!("904-{number}"),
        name: format!("Đảng ủy xã {HOSTILE}"),
        kind: KindId::from("party_committee"),
        parent: Some("904".into()),
        tier: Tier::Commune,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: HOSTILE.into(),
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

pub fn plan_of(programme: &str) -> Plan {
    Plan {
        unit: unit(1).id,
        kind: KindId::from("party_committee"),
        round: round().id,
        period: round().period,
        programme: programme.to_owned(),
        due: Some(day("2023-11-30")),
        lead: HOSTILE.into(),
    }
}

pub fn change(inspection: u128, edit: Edit) -> Change {
    Change::Inspection { id: id(inspection), edit: Box::new(edit) }
}

pub fn plan(inspection: u128, programme: &str) -> Change {
    change(inspection, Edit::Plan(plan_of(programme)))
}

pub fn item(number: usize) -> ItemId {
    ItemId::new(format!("C1-{number:02}"))
}

pub fn rate(number: usize, level: u8) -> Edit {
    Edit::Answer(item(number), Level::new(level).map(Answer::Rated))
}

pub fn sign_off() -> SignOff {
    SignOff { by: ACTOR.into(), at: time("2023-11-30T16:00:00+07:00"), journal_head: "0".repeat(64) }
}

/// One edit of every kind, in an order that can be applied.
pub fn every_edit() -> Vec<Edit> {
    let at = time("2023-10-12T10:20:00+07:00");
    let reason = |words| Reason::new(words).expect("a reason");
    vec![
        Edit::Visit(Visit {
            from: Some(at),
            team: vec![HOSTILE.into(), "Lê Văn Cường".into()],
            people_asked: Some(12),
            ..Visit::default()
        }),
        // The seal: an item that has a mark loses it first.
        Edit::Answer(item(1), None),
        Edit::SelfScore(Some(SelfScore { share: Share::from_bp(7850), by: HOSTILE.into(), on: day("2023-10-02") })),
        rate(1, 3),
        Edit::Answer(item(2), Some(Answer::NotApplicable(reason("xã đảo, không có ấp")))),
        Edit::Answer(item(3), Some(Answer::NotVerified(reason("không gặp được ai")))),
        rate(4, 0),
        Edit::Answer(item(4), None),
        Edit::Cite(item(1), ["V-01".into(), "V-02".into()].into()),
        Edit::Note(item(1), HOSTILE.into()),
        Edit::Timing(item(1), 240, Some(at)),
        Edit::Evidence("V-01".into(), Some(evidence())),
        Edit::Evidence("V-02".into(), Some(evidence())),
        Edit::Evidence("V-02".into(), None),
        Edit::Finding("F-01".into(), Some(finding())),
        Edit::Finding("F-02".into(), Some(finding())),
        Edit::Finding("F-02".into(), None),
        Edit::Recommendation("K-01".into(), Some(recommendation())),
        Edit::Recommendation("K-02".into(), Some(recommendation())),
        Edit::Recommendation("K-02".into(), None),
        Edit::Draw(Box::new(draw())),
        Edit::Replace("MH-3".into(), Some(reason("chủ mô hình đi biển, \"đẩy mạnh\""))),
        Edit::Replace("MH-2".into(), Some(reason("nhầm"))),
        Edit::Replace("MH-2".into(), None),
        Edit::Verify("MH-1".into(), Some(visit())),
        Edit::Verify("MH-1".into(), None),
        Edit::Verify("MH-1".into(), Some(visit())),
        Edit::SignOff(sign_off()),
        Edit::Reopen(Reopening { signed: sign_off(), by: ACTOR.into(), at, why: "sót minh chứng".into() }),
        Edit::SignOff(sign_off()),
        Edit::Life("K-01".into(), verified_life()),
        Edit::Reply("F-01".into(), Some(Reply { by: "Đảng ủy".into(), on: day("2024-01-15"), words: HOSTILE.into() })),
    ]
}

/// A draw of three from five: MH-3, MH-1 and MH-2.
pub fn draw() -> Draw {
    let names = ["MH-1", "MH-2", "MH-3", "MH-4", "MH-5"];
    Draw::new(Order {
        list: FrozenList::freeze(names.map(|code| (code, HOSTILE))).expect("a list"),
        unit_seed: "246813579024".into(),
        team_seed: "681357902468".into(),
        code: "904-1".into(),
        day: day("2023-10-12"),
        size: 3,
        at: time("2023-10-12T08:00:00+07:00"),
        by: ACTOR.into(),
        instead: None,
        earlier: vec![Earlier { inspection: id(9), model: "MH-5".into(), verdict: Some(Verdict::Failed) }],
    })
    .expect("a draw")
}

pub fn visit() -> Verification {
    Verification {
        on: Some(day("2023-10-12")),
        answers: [("M-01".into(), Answer::Rated(Level::new(3).expect("a level")))].into(),
        evidence: ["V-01".into()].into(),
        note: HOSTILE.into(),
    }
}

/// The life of a recommendation that was declared, opened again, declared once more and verified.
pub fn verified_life() -> Life {
    let declared =
        || Deed::Declared { by: "Đảng ủy".into(), on: day("2024-01-10"), paper: "BC số 12-BC/ĐU".into() };
    let proof = Proof {
        kind: "observation".into(),
        grade: Grade::E4,
        text: format!("{HOSTILE}: 4/4 hộ"),
        source: "ấp Kinh 4A".into(),
    };
    let deeds = [
        declared(),
        Deed::Reopened { why: "mới 2/4 hộ".into() },
        Deed::Delayed { until: day("2024-03-01"), by: ACTOR.into(), why: "chờ họp dân".into() },
        declared(),
        Deed::Verified { by: ACTOR.into(), on: day("2024-02-20"), proof },
    ];
    let at = time("2024-02-20T09:00:00+07:00");
    deeds
        .into_iter()
        .fold(Life::default(), |life, deed| life.then(&recommendation(), deed, ACTOR, at).expect("it follows"))
}

pub fn evidence() -> Evidence {
    Evidence {
        kind: "observation".into(),
        text: format!("{HOSTILE}: 3 trong 4 hộ còn làm"),
        source: "đoàn, tại chỗ".into(),
        collected: Some(day("2023-10-12")),
        expires: Some(day("2024-10-12")),
        file: None,
        contradicts: true,
    }
}

pub fn finding() -> Finding {
    Finding {
        kind: FindingKind::Shortfall,
        items: [item(1)].into(),
        evidence: ["V-01".into()].into(),
        severity: Severity::High,
        condition: HOSTILE.into(),
        criterion: "khoản 1, Công văn 70-CV/TU".into(),
        cause: String::new(),
        effect: String::new(),
        reply: "Tiếp thu.".into(),
        transferable: false,
    }
}

pub fn recommendation() -> Recommendation {
    Recommendation {
        findings: ["F-01".into()].into(),
        action: HOSTILE.into(),
        owner: "Đảng ủy".into(),
        due: Some(day("2024-01-31")),
        check: "gặp 4 hộ".into(),
        followed_by: ACTOR.into(),
    }
}

/// Copies a folder, for tests that damage one.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(from, to).expect("a copy");
        }
    }
}
