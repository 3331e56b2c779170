//! The short forms in which a matter goes on: declared, verified, opened again, withdrawn, its delay accepted, the unit's reply. Not for:
//! what may follow on what (`domain::life` decides, and its words stand in the form).

use super::seats;
use crate::{
    domain::{
        draft::{Draft, FormId, Seat},
        edit::Edit,
        evidence::Grade,
        finding::Reply,
        follow_up::{Matters, Number},
        ids::{EvidenceKindId, FindingId, RecommendationId},
        life::{Deed, Life, PROVES, Proof, Stage},
        programme::Programme,
        recommendation::Recommendation,
    },
    i18n::{Message, key, say, say_with, words},
    keymap::command::Command,
    tui::{
        message::{Gathered, Now},
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Declare,
    Verify,
    Reopen,
    Withdraw,
    Delay,
    Reply,
}

impl Purpose {
    const ALL: [(Self, Command); 6] = [
        (Self::Declare, Command::DeclareDone),
        (Self::Verify, Command::VerifyDone),
        (Self::Reopen, Command::ReopenMatter),
        (Self::Withdraw, Command::WithdrawMatter),
        (Self::Delay, Command::AcceptDelay),
        (Self::Reply, Command::AddReply),
    ];

    /// What a command asks for.
    pub(super) fn of(command: Command) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, asks)| *asks == command).map(|(purpose, _)| purpose)
    }

    const fn command(self) -> Command {
        match self {
            Self::Declare => Command::DeclareDone,
            Self::Verify => Command::VerifyDone,
            Self::Reopen => Command::ReopenMatter,
            Self::Withdraw => Command::WithdrawMatter,
            Self::Delay => Command::AcceptDelay,
            Self::Reply => Command::AddReply,
        }
    }

    /// Whether a recommendation that stands here can take this step.
    const fn fits(self, stage: Stage) -> bool {
        match self {
            Self::Declare | Self::Delay => matches!(stage, Stage::Open),
            Self::Verify => matches!(stage, Stage::Declared),
            Self::Reopen => !matches!(stage, Stage::Open),
            Self::Withdraw => stage.is_followed(),
            Self::Reply => true,
        }
    }
}

/// Keys worth a hint at a matter, most useful first.
pub(super) fn hints(number: &Number, stage: Stage) -> impl Iterator<Item = Command> + use<> {
    let recommended = matches!(number, Number::Recommendation(_));
    let order = [Purpose::Verify, Purpose::Declare, Purpose::Reopen, Purpose::Delay, Purpose::Withdraw, Purpose::Reply];
    let fitting =
        order.into_iter().filter(move |one| if recommended { one.fits(stage) } else { *one == Purpose::Reply });
    fitting.map(Purpose::command)
}

/// The form for a purpose at a matter.
///
/// # Errors
/// Why the matter cannot take that step.
pub(super) fn form(
    purpose: Purpose,
    case: &Gathered,
    number: &Number,
    shared: &Shared,
    now: Now,
) -> Result<Form, Message> {
    let matters = &case.matters;
    let fields = match (purpose, number) {
        (Purpose::Reply, _) => reply(matters, number, shared, now)?,
        (_, Number::Finding(_)) => return Err(Message::new(key::FOLLOW_NO_RECOMMENDATION)),
        (purpose, Number::Recommendation(id)) => {
            let stage = matters.life(id).map(Life::stage).unwrap_or_default();
            if !purpose.fits(stage) {
                return Err(words::unfit(shared.lang(), crate::domain::life::Unfit::NotFrom(stage)));
            }
            let what = matters.recommendations.get(id).ok_or_else(|| Message::new(key::FOLLOW_NO_RECOMMENDATION))?;
            steps(purpose, what, &case.programme, shared, now)
        }
    };
    let lang = shared.lang();
    let args = [
        ("what", begun(&say(lang, purpose.command().label())).into()),
        ("number", number.as_str().into()),
        ("unit", shared.unit_name(matters.unit).into()),
    ];
    Ok(Form::new(say_with(lang, key::FOLLOW_FORM, &args), fields, 0))
}

/// Words with a capital letter in front, as titles have it.
fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn steps(purpose: Purpose, what: &Recommendation, programme: &Programme, shared: &Shared, now: Now) -> Vec<Field> {
    let lang = shared.lang();
    let me = shared.settings.inspector.as_str();
    match purpose {
        Purpose::Declare => vec![
            Field::short(key::FIELD_PAPER, ""),
            Field::short(key::FIELD_DECLARED_BY, what.owner.trim()).required(),
            Field::day(key::FIELD_DECLARED_ON, Some(now.today())),
        ],
        Purpose::Verify => {
            // Kinds that prove nothing are not offered; the grade stands beside each, so that nobody has to know it by heart.
            let proving = programme.evidence_kinds.iter().filter(|kind| kind.grade >= PROVES);
            let kinds: Vec<Choice> = proving
                .map(|kind| Choice::new(kind.id.as_str(), format!("{} · {}", kind.name.to(lang), kind.grade)))
                .collect();
            vec![
                Field::words(key::FIELD_EVIDENCE_TEXT, "").required(),
                Field::short(key::FIELD_SOURCE, ""),
                Field::one(key::FIELD_EVIDENCE_KIND, kinds, "observation"),
                Field::short(key::FIELD_VERIFIED_BY, me).required(),
                Field::day(key::FIELD_VERIFIED_ON, Some(now.today())),
            ]
        }
        Purpose::Reopen | Purpose::Withdraw => vec![Field::words(key::FIELD_REASON, "").required()],
        Purpose::Delay => vec![
            Field::day(key::FIELD_NEW_DUE, None).required(),
            Field::short(key::FIELD_ACCEPTED_BY, "").required(),
            Field::words(key::FIELD_REASON, "").required(),
        ],
        Purpose::Reply => Vec::new(),
    }
}

fn reply(matters: &Matters, number: &Number, shared: &Shared, now: Now) -> Result<Vec<Field>, Message> {
    let findings = matters.findings_of(number);
    let Some((first, _)) = findings.first() else { return Err(Message::new(key::FOLLOW_NO_FINDING)) };
    let old = matters.replies.get(*first);
    let unit = shared.unit_name(matters.unit);
    let choices = findings.iter().map(|(id, finding)| Choice::new(id.as_str(), format!("{id} {}", finding.condition)));
    Ok(vec![
        Field::words(key::FIELD_REPLY, old.map_or("", |old| &old.words)).required(),
        Field::short(key::FIELD_REPLY_BY, old.map_or(unit.as_str(), |old| &old.by)).required(),
        Field::day(key::FIELD_REPLY_ON, Some(old.map_or(now.today(), |old| old.on))),
        Field::one(key::FIELD_FINDING, choices.collect(), first.as_str()),
    ])
}

/// The edit that saving the form makes.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read(
    purpose: Purpose,
    form: &Form,
    case: &Gathered,
    number: &Number,
    shared: &Shared,
    now: Now,
) -> Result<Edit, Message> {
    let day = |label| form.field(label).to_day(now.today()).map(|day| day.unwrap_or_else(|| now.today()));
    if purpose == Purpose::Reply {
        let finding = FindingId::from(form.field(key::FIELD_FINDING).choice());
        let reply = Reply {
            by: form.text(key::FIELD_REPLY_BY),
            on: day(key::FIELD_REPLY_ON)?,
            words: form.text(key::FIELD_REPLY),
        };
        return Ok(Edit::Reply(finding, Some(reply)));
    }
    let gone = || Message::new(key::FOLLOW_NO_RECOMMENDATION);
    let Number::Recommendation(id) = number else { return Err(gone()) };
    let what = case.matters.recommendations.get(id).ok_or_else(gone)?;
    let why = form.text(key::FIELD_REASON);
    let deed = match purpose {
        Purpose::Declare => Deed::Declared {
            by: form.text(key::FIELD_DECLARED_BY),
            on: day(key::FIELD_DECLARED_ON)?,
            paper: form.text(key::FIELD_PAPER),
        },
        Purpose::Verify => Deed::Verified {
            by: form.text(key::FIELD_VERIFIED_BY),
            on: day(key::FIELD_VERIFIED_ON)?,
            proof: proof(form, &case.programme),
        },
        Purpose::Reopen => Deed::Reopened { why },
        Purpose::Withdraw => Deed::Withdrawn { why },
        Purpose::Delay | Purpose::Reply => {
            Deed::Delayed { until: day(key::FIELD_NEW_DUE)?, by: form.text(key::FIELD_ACCEPTED_BY), why }
        }
    };
    let life = case.matters.life(id).cloned().unwrap_or_default();
    let life = life.then(what, deed, &shared.settings.inspector, now.at);
    Ok(Edit::Life(id.clone(), life.map_err(|why| words::unfit(shared.lang(), why))?))
}

fn proof(form: &Form, programme: &Programme) -> Proof {
    let kind = EvidenceKindId::from(form.field(key::FIELD_EVIDENCE_KIND).choice());
    let grade = programme.evidence_kind(&kind).map_or(Grade::E0, |kind| kind.grade);
    Proof { kind, grade, text: form.text(key::FIELD_EVIDENCE_TEXT), source: form.text(key::FIELD_SOURCE) }
}

/// Which form is open, as drafts name it.
pub(super) fn form_id(purpose: Purpose, case: &Gathered, number: &Number) -> FormId {
    let seat = Seat::of(case.matters.inspection, seats::FOLLOW_UP);
    FormId::new(seat, purpose.command().name()).with_record(Some(number.as_str()))
}

/// What a draft was typed for: the step, and the number of its matter among those of its inspection.
pub(super) fn typed_for(draft: &Draft, case: &Gathered) -> Option<(Purpose, Number)> {
    let purpose = Purpose::of(Command::of_name(&draft.form)?)?;
    let record = draft.record.as_deref()?;
    let known = |number: &Number| number.as_str() == record;
    let recommendation = Number::Recommendation(RecommendationId::from(record));
    let in_list = case.list.iter().map(|(matter, _)| matter.number.clone()).find(known);
    Some((purpose, in_list.unwrap_or(recommendation)))
}
