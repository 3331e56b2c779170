//! A vault in which one text stands in every field that a person can type.

use chrono::NaiveDate;
use tempfile::TempDir;
use thucchat::{
    domain::{
        answer::{Answer, Level, Reason},
        draw::{Draw, FrozenList, Order},
        edit::{Change, Edit, Settings},
        evidence::Evidence,
        finding::{Finding, FindingKind, Reply, Severity},
        flag_answer::{FlagAnswer, FlagKey},
        ids::{InspectionId, ModelId, RoundId, UnitId},
        inspection::{Plan, SignOff, Visit},
        model::{Model, State},
        period::Period,
        recommendation::Recommendation,
        round::Round,
        self_score::SelfScore,
        share::Share,
        unit::{Tier, Unit},
        verification::Verification,
    },
    store::{Vault, shipped},
};
use uuid::Uuid;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The vault, and where it lies.
pub struct Home {
    pub vault: Vault,
    _folder: TempDir,
}

impl Home {
    /// With `typed` in every field.
    pub fn with(typed: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut vault = Vault::create(&folder.path().join("kho"), None).expect("a vault");
        let (programme, mut changes) = vault.programme_to_plan_with().expect("the shipped programme");
        let settings = Settings { inspector: typed.into(), team: typed.into(), ..vault.settings().clone() };
        changes.retain(|change| !matches!(change, Change::Settings(_)));
        changes.push(Change::Settings(Settings { programme: Some(programme.hash.clone()), ..settings }));
        changes.extend(places(typed).map(Change::Unit));
        changes.push(Change::Round(Round { title: typed.into(), ..round() }));
        changes.extend(models(typed));
        changes.extend(edits(typed, &programme.hash).into_iter().map(change));
        vault.commit(typed, changes).expect("everything is kept");
        Self { vault, _folder: folder }
    }

    #[expect(clippy::unused_self, reason = "asked of a vault")]
    pub fn round(&self) -> RoundId {
        round().id
    }

    #[expect(clippy::unused_self, reason = "asked of a vault")]
    pub fn unit(&self) -> UnitId {
        UnitId(Uuid::from_u128(3))
    }

    #[expect(clippy::unused_self, reason = "asked of a vault")]
    pub fn inspection(&self) -> InspectionId {
        InspectionId(Uuid::from_u128(9))
    }
}

fn change(edit: Edit) -> Change {
    Change::Inspection { id: InspectionId(Uuid::from_u128(9)), edit: Box::new(edit) }
}

fn round() -> Round {
    let period = Period::between(day("2023-01-01"), day("2023-12-31")).expect("a period");
    Round { id: "2023".into(), title: String::new(), period, milestone: None }
}

fn places(typed: &str) -> [Unit; 4] {
    let unit = |id: u128, code: &str, kind: &str, parent: Option<&str>, tier| Unit {
        id: UnitId(Uuid::from_u128(id)),
        code: code.into(),
        name: typed.into(),
        kind: kind.into(),
        parent: parent.map(str::to_owned),
        tier,
        valid: Period::default(),
        pilot: true,
        address: typed.into(),
        contact: typed.into(),
        note: typed.into(),
    };
    [
        unit(1, "91", "place", None, Tier::Province),
        unit(2, "904", "place", Some("91"), Tier::District),
        unit(3, "904-DU", "party_committee", Some("904"), Tier::District),
        unit(4, "904-UB", "government", Some("904"), Tier::District),
    ]
}

fn model(number: u128, typed: &str) -> Model {
    let mut model = Model::new(&format!("MH-{number}"), typed, Some(day("2023-02-01")));
    for field in [&mut model.field, &mut model.place, &mut model.owner, &mut model.partners, &mut model.baseline] {
        typed.clone_into(field);
    }
    for field in [&mut model.goal, &mut model.indicator] {
        typed.clone_into(field);
    }
    model.life.step(State::Running, Some(day("2023-03-01"))).expect("it runs");
    model
}

fn models(typed: &str) -> impl Iterator<Item = Change> {
    let unit = UnitId(Uuid::from_u128(3));
    (1..=4).map(move |number| Change::Model {
        unit,
        id: ModelId(Uuid::from_u128(100 + number)),
        model: Some(Box::new(model(number, typed))),
    })
}

fn draw(typed: &str) -> Draw {
    let codes = ["MH-1", "MH-2", "MH-3", "MH-4"];
    Draw::new(Order {
        list: FrozenList::freeze(codes.map(|code| (code, typed))).expect("a list"),
        unit_seed: "246813579024".into(),
        team_seed: "681357902468".into(),
        code: "904-DU".into(),
        day: day("2023-10-12"),
        size: 3,
        at: "2023-10-12T08:00:00+07:00".parse().expect("a time"),
        by: typed.into(),
        instead: None,
        earlier: Vec::new(),
    })
    .expect("a draw")
}

fn edits(typed: &str, programme: &str) -> Vec<Edit> {
    let shipped = shipped().expect("the shipped programme");
    let at = |text: &str| text.parse().expect("a time");
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(3)),
        kind: "party_committee".into(),
        round: round().id,
        period: round().period,
        programme: programme.into(),
        due: Some(day("2023-11-01")),
        lead: typed.into(),
    };
    let visit = Visit {
        from: Some(at("2023-10-12T08:00:00+07:00")),
        to: Some(at("2023-10-12T16:00:00+07:00")),
        team: vec![typed.into(), typed.into()],
        people_asked: Some(9),
        no_transferable: Reason::new(typed),
        ..Visit::default()
    };
    let score = SelfScore { share: Share::from_bp(9000), by: typed.into(), on: day("2023-10-01") };
    let mut edits = vec![Edit::Plan(plan), Edit::Visit(visit), Edit::SelfScore(Some(score))];
    edits.push(Edit::Draw(Box::new(draw(typed))));
    for pick in draw(typed).drawn() {
        let answers = [("M-01".into(), Answer::Rated(Level::ALL[4]))].into();
        let visit =
            Verification { on: Some(day("2023-10-12")), answers, note: typed.into(), ..Verification::default() };
        edits.push(Edit::Verify(draw(typed).line(*pick).0, Some(visit)));
    }
    let piece = Evidence {
        kind: "observation".into(),
        text: typed.into(),
        source: typed.into(),
        collected: Some(day("2023-10-12")),
        expires: None,
        file: None,
        contradicts: false,
    };
    edits.push(Edit::Evidence("V-01".into(), Some(piece)));
    for (nth, (_, item)) in shipped.items_for(&"party_committee".into()).enumerate() {
        let answer = match (nth, Reason::new(typed)) {
            (1, Some(reason)) => Answer::NotApplicable(reason),
            (2, Some(reason)) => Answer::NotVerified(reason),
            _ => Answer::Rated(Level::ALL[nth % 5]),
        };
        edits.push(Edit::Answer(item.id.clone(), Some(answer)));
        edits.push(Edit::Cite(item.id.clone(), ["V-01".into()].into()));
        edits.push(Edit::Note(item.id.clone(), typed.into()));
    }
    for (id, kind) in [("F-01", FindingKind::Shortfall), ("F-02", FindingKind::Strength)] {
        let finding = Finding {
            kind,
            items: ["C1-06".into()].into(),
            evidence: ["V-01".into()].into(),
            severity: Severity::High,
            condition: typed.into(),
            criterion: typed.into(),
            cause: typed.into(),
            effect: typed.into(),
            reply: typed.into(),
            transferable: true,
        };
        edits.push(Edit::Finding(id.into(), Some(finding)));
    }
    let what = Recommendation {
        findings: ["F-01".into()].into(),
        action: typed.into(),
        owner: typed.into(),
        due: Some(day("2023-11-30")),
        check: typed.into(),
        followed_by: typed.into(),
    };
    edits.push(Edit::Recommendation("K-01".into(), Some(what)));
    let answer = FlagAnswer { words: typed.into(), by: typed.into(), at: None };
    edits.push(Edit::AnswerFlag(FlagKey::new("T14/people"), Some(answer)));
    let signed = at("2023-10-12T17:00:00+07:00");
    edits.push(Edit::SignOff(SignOff { by: typed.into(), at: signed, journal_head: "0".repeat(64) }));
    edits
        .push(Edit::Reply("F-01".into(), Some(Reply { by: typed.into(), on: day("2023-10-20"), words: typed.into() })));
    edits
}
