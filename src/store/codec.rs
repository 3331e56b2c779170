//! Turns changes into operations of the journal and back.
//!
//! A value is `MessagePack` with names. Types of `domain` may gain fields as long as old records stay readable: a new field needs
//! `#[serde(default)]`. What this program cannot read is `None` here: it stays in the journal and is counted.

use crate::domain::{
    edit::{Change, Edit, ProgrammeVersion, Settings},
    flag_answer::FlagKey,
    ids::{
        EvidenceId, FindingId, IndicatorId, InspectionId, ItemId, ModelCode, ModelId, RecommendationId, RoundId, UnitId,
    },
    indicator::{Figure, Yearly},
    inspection::{Reopening, SignOff},
    model::Model,
    round::Round,
    thing::Thing,
    unit::Unit,
};
use crate::journal::{Bytes, Op, SharedBytes, Stamp, record::named};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const UNIT: &str = "unit";
const INDICATOR: &str = "indicator";
const ROUND: &str = "round";
const PROGRAMME: &str = "programme";
const SETTINGS: &str = "settings";
const INSPECTION: &str = "inspection";
/// A unit's register, by the unit's id; its fields are [`MODEL`] with the model's id.
const REGISTER: &str = "register";
const MODEL: &str = "model";
/// The field of things that are replaced whole.
const WHOLE: &str = "whole";

/// The fields of an inspection, as [`Edit::field`] begins them; their places here name them in stamps of the index.
const FIELDS: [&str; 19] = [
    "plan",
    "visit",
    "answer",
    "cite",
    "note",
    "timing",
    "evidence",
    "finding",
    "recommendation",
    "sign-off",
    "life",
    "reply",
    "draw",
    "replaced",
    "verification",
    "flag",
    "self-score",
    "second",
    "opened",
];

/// Active time at an item, as the journal writes it.
#[derive(Serialize, Deserialize)]
struct Timing {
    seconds: u32,
    at: Option<DateTime<FixedOffset>>,
}

/// What happens to the signature, as the journal writes it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Closing {
    Signed(SignOff),
    Reopened(Reopening),
}

/// Place and name of an edit's field: `answer/C1-05` is the item's id and the number of `answer`.
pub(super) fn field(edit: &Edit) -> (String, u8) {
    let field = edit.field();
    let (name, id) = field.split_once('/').unwrap_or((&field, ""));
    let place = FIELDS.iter().position(|known| *known == name).and_then(|place| u8::try_from(place).ok());
    (id.to_owned(), place.unwrap_or(u8::MAX))
}

/// The operation of a change that replaces the value set by `base`.
pub(super) fn encode(change: &Change, base: Option<Stamp>) -> Result<Op, rmp_serde::encode::Error> {
    let (kind, id, field, value) = match change {
        Change::Unit(unit) => (UNIT, unit.id.0.as_bytes().to_vec(), WHOLE.to_owned(), bytes(unit)?),
        Change::Indicator(of) => {
            (INDICATOR, of.unit.0.as_bytes().to_vec(), format!("{}/{}", of.indicator, of.year), bytes(&of.figure)?)
        }
        Change::Round(round) => (ROUND, round.id.as_str().into(), WHOLE.to_owned(), bytes(round)?),
        Change::Programme(version) => (PROGRAMME, version.hash.as_str().into(), WHOLE.to_owned(), bytes(version)?),
        Change::Settings(settings) => (SETTINGS, Vec::new(), WHOLE.to_owned(), bytes(settings)?),
        Change::Model { unit, id, model } => {
            (REGISTER, unit.0.as_bytes().to_vec(), format!("{MODEL}/{id}"), bytes(model)?)
        }
        Change::Inspection { id, edit } => (INSPECTION, id.0.as_bytes().to_vec(), edit.field(), value(edit)?),
    };
    Ok(Op { kind: kind.into(), id: SharedBytes(id.into()), field, value: Bytes(value), base })
}

/// The change of an operation, and the number of fields in its value that a newer program wrote. `None` when this program
/// does not know the operation.
pub(super) fn decode(op: &Op) -> Option<(Change, u64)> {
    let value = &op.value.0;
    match (&*op.kind, op.field.as_str()) {
        (UNIT, WHOLE) => {
            let (unit, unknown) = named::<Unit>(value)?;
            Some((Change::Unit(unit), unknown))
        }
        (INDICATOR, field) => {
            let (indicator, year) = field.rsplit_once('/')?;
            let (figure, unknown) = named::<Option<Figure>>(value)?;
            let unit = UnitId(Uuid::from_slice(&op.id.0).ok()?);
            let yearly = Yearly { unit, indicator: IndicatorId::new(indicator), year: year.parse().ok()?, figure };
            Some((Change::Indicator(yearly), unknown))
        }
        (ROUND, WHOLE) => {
            let (round, unknown) = named::<Round>(value)?;
            Some((Change::Round(round), unknown))
        }
        (PROGRAMME, WHOLE) => {
            let (version, unknown) = named::<ProgrammeVersion>(value)?;
            Some((Change::Programme(version), unknown))
        }
        (SETTINGS, WHOLE) => {
            let (settings, unknown) = named::<Settings>(value)?;
            Some((Change::Settings(settings), unknown))
        }
        (REGISTER, field) => {
            let (unit, id) = (register_of(op)?, field.strip_prefix(MODEL)?.strip_prefix('/')?);
            let (model, unknown) = named::<Option<Model>>(value)?;
            let id = ModelId(Uuid::parse_str(id).ok()?);
            Some((Change::Model { unit, id, model: model.map(Box::new) }, unknown))
        }
        (INSPECTION, field) => {
            let id = inspection_of(op)?;
            let (edit, unknown) = edit(field, value)?;
            Some((Change::Inspection { id, edit: Box::new(edit) }, unknown))
        }
        _ => None,
    }
}

/// Bytes that stand in every record with an operation about a thing: its id, or the word for what has none.
pub(super) fn trace(thing: &Thing) -> &[u8] {
    match thing {
        Thing::Inspection(id) => id.0.as_bytes(),
        Thing::Unit(id) => id.0.as_bytes(),
        Thing::Round(id) => id.as_str().as_bytes(),
        Thing::Settings => SETTINGS.as_bytes(),
    }
}

/// Whether an operation is about a thing.
pub(super) fn is_about(op: &Op, thing: &Thing) -> bool {
    match thing {
        Thing::Inspection(id) => inspection_of(op) == Some(*id),
        Thing::Unit(id) => unit_of(op) == Some(*id),
        Thing::Round(id) => &*op.kind == ROUND && *op.id.0 == *id.as_str().as_bytes(),
        Thing::Settings => &*op.kind == SETTINGS,
    }
}

/// The inspection that an operation is about, if it is about one.
pub(super) fn inspection_of(op: &Op) -> Option<InspectionId> {
    (&*op.kind == INSPECTION).then_some(())?;
    Uuid::from_slice(&op.id.0).ok().map(InspectionId)
}

/// The unit whose register an operation is about, if it is about one.
pub(super) fn register_of(op: &Op) -> Option<UnitId> {
    (&*op.kind == REGISTER).then_some(())?;
    Uuid::from_slice(&op.id.0).ok().map(UnitId)
}

/// The unit that an operation is about – itself, its register, one of its indicators –, if it is about one.
pub(super) fn unit_of(op: &Op) -> Option<UnitId> {
    [UNIT, INDICATOR, REGISTER].contains(&&*op.kind).then_some(())?;
    Uuid::from_slice(&op.id.0).ok().map(UnitId)
}

/// Key of a thing in the index: its random id, or for a name or hash the first half of its BLAKE3.
pub(super) trait Key {
    fn key(&self) -> [u8; 16];
}

impl Key for UnitId {
    fn key(&self) -> [u8; 16] {
        self.0.into_bytes()
    }
}

impl Key for Yearly {
    fn key(&self) -> [u8; 16] {
        format!("{}/{}/{}", self.unit, self.indicator, self.year).key()
    }
}

impl Key for InspectionId {
    fn key(&self) -> [u8; 16] {
        self.0.into_bytes()
    }
}

impl Key for RoundId {
    fn key(&self) -> [u8; 16] {
        self.as_str().key()
    }
}

impl Key for str {
    fn key(&self) -> [u8; 16] {
        let mut key = [0; 16];
        key.copy_from_slice(&blake3::hash(self.as_bytes()).as_bytes()[..16]);
        key
    }
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, rmp_serde::encode::Error> {
    rmp_serde::to_vec_named(value)
}

fn value(edit: &Edit) -> Result<Vec<u8>, rmp_serde::encode::Error> {
    match edit {
        Edit::Plan(plan) => bytes(plan),
        Edit::Second(second) => bytes(second),
        Edit::OpenFirst(opened) => bytes(opened),
        Edit::Visit(visit) => bytes(visit),
        Edit::SelfScore(score) => bytes(score),
        Edit::Answer(_, answer) => bytes(answer),
        Edit::Cite(_, evidence) => bytes(evidence),
        Edit::Note(_, note) => bytes(note),
        Edit::Timing(_, seconds, at) => bytes(&Timing { seconds: *seconds, at: *at }),
        Edit::Evidence(_, evidence) => bytes(evidence),
        Edit::Finding(_, finding) => bytes(finding),
        Edit::Recommendation(_, recommendation) => bytes(recommendation),
        Edit::AnswerFlag(_, answer) => bytes(answer),
        Edit::Draw(draw) => bytes(draw),
        Edit::Replace(_, reason) => bytes(reason),
        Edit::Verify(_, visit) => bytes(visit),
        Edit::Life(_, life) => bytes(life),
        Edit::Reply(_, reply) => bytes(reply),
        Edit::SignOff(sign_off) => bytes(&Closing::Signed(sign_off.clone())),
        Edit::Reopen(reopening) => bytes(&Closing::Reopened(reopening.clone())),
    }
}

fn edit(field: &str, value: &[u8]) -> Option<(Edit, u64)> {
    fn read<'de, T: Deserialize<'de>>(value: &'de [u8], edit: impl FnOnce(T) -> Edit) -> Option<(Edit, u64)> {
        let (value, unknown) = named(value)?;
        Some((edit(value), unknown))
    }
    let Some((name, id)) = field.split_once('/') else {
        return match field {
            "plan" => read(value, Edit::Plan),
            "second" => read(value, |second| Edit::Second(Box::new(second))),
            "opened" => read(value, Edit::OpenFirst),
            "visit" => read(value, Edit::Visit),
            "self-score" => read(value, Edit::SelfScore),
            "draw" => read(value, |draw| Edit::Draw(Box::new(draw))),
            "sign-off" => read(value, |closing| match closing {
                Closing::Signed(sign_off) => Edit::SignOff(sign_off),
                Closing::Reopened(reopening) => Edit::Reopen(reopening),
            }),
            _ => None,
        };
    };
    match name {
        "answer" => read(value, |answer| Edit::Answer(ItemId::new(id), answer)),
        "cite" => read(value, |evidence| Edit::Cite(ItemId::new(id), evidence)),
        "note" => read(value, |note| Edit::Note(ItemId::new(id), note)),
        "timing" => read(value, |time: Timing| Edit::Timing(ItemId::new(id), time.seconds, time.at)),
        "evidence" => read(value, |evidence| Edit::Evidence(EvidenceId::new(id), evidence)),
        "finding" => read(value, |finding| Edit::Finding(FindingId::new(id), finding)),
        "flag" => read(value, |answer| Edit::AnswerFlag(FlagKey::new(id), answer)),
        "replaced" => read(value, |reason| Edit::Replace(ModelCode::new(id), reason)),
        "verification" => read(value, |visit| Edit::Verify(ModelCode::new(id), visit)),
        "life" => read(value, |life| Edit::Life(RecommendationId::new(id), life)),
        "reply" => read(value, |reply| Edit::Reply(FindingId::new(id), reply)),
        "recommendation" => read(value, |what| Edit::Recommendation(RecommendationId::new(id), what)),
        _ => None,
    }
}
