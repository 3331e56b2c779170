//! Who changed what of a thing, read from the journal. How it is said to people is `i18n::changes`; the short words here are those of files.

use super::{Vault, VaultError, codec};
use crate::{
    domain::{
        answer::Answer,
        edit::{Change, Edit},
        ids::EvidenceId,
        indicator::{Figure, Hundredths},
        life::Deed,
        model::Model,
        period::Period,
        thing::Thing,
        unit::Unit,
        verification::Verification,
    },
    journal::{JournalError, Record, scan::bodies},
    text::truncate,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashMap;

/// The most columns of a value that a line shows.
const SHORT: usize = 60;

/// One line of an object's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// Sequence number of the journal record.
    pub seq: u64,
    /// When, by the laptop's clock; in a practice vault on its fixed day.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: String,
    /// Which field: `answer/C1-05`.
    pub field: String,
    /// The value it replaced, in short words of files; empty when there was none.
    pub from: String,
    /// The new value, in short words; empty when it was taken away.
    pub to: String,
    /// The change that set the value it replaced; nothing when there was none, or it is a newer program's.
    pub before: Option<Change>,
    /// The change itself; nothing when it is a newer program's.
    pub after: Option<Change>,
}

impl Vault {
    /// Who changed what of a thing, oldest first.
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn history(&self, of: impl Into<Thing>) -> Result<Vec<HistoryLine>, VaultError> {
        let of = of.into();
        let trace = codec::trace(&of);
        let mut lines = Vec::new();
        let mut values: HashMap<String, (String, Option<Change>)> = HashMap::new();
        bodies(&self.layout.journal(), |body| {
            // Most records are about other things; looking for the bytes of the id is far cheaper than reading them.
            if !body.windows(trace.len()).any(|bytes| bytes == trace) {
                return Ok(());
            }
            let Ok(decoded) = Record::decode(body) else { return Ok(()) };
            let Record { seq, at, actor, ops, .. } = decoded.record;
            let at = self.as_told(at.into());
            for op in ops.iter().filter(|op| codec::is_about(op, &of)) {
                let after = codec::decode(op).map(|(change, _)| change);
                let to = after.as_ref().map_or_else(|| "?".to_owned(), words);
                let (from, before) = values.insert(op.field.clone(), (to.clone(), after.clone())).unwrap_or_default();
                lines.push(HistoryLine {
                    seq,
                    at,
                    actor: actor.clone(),
                    field: op.field.clone(),
                    from,
                    to,
                    before,
                    after,
                });
            }
            Ok::<(), JournalError>(())
        })?;
        Ok(lines)
    }

    /// When a record was made, as people are told: a practice vault tells its fixed day, with the hour of the laptop's clock.
    fn as_told(&self, at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let told = self.practice().and_then(|day| day.and_time(at.time()).and_local_timezone(*at.offset()).single());
        told.unwrap_or(at)
    }
}

/// A value in short words that need no language: data, codes and what people wrote.
fn words(change: &Change) -> String {
    let words = match change {
        Change::Inspection { edit, .. } => of_edit((**edit).clone()),
        Change::Model { model, .. } => model.as_ref().map(|model| of_model(model)).unwrap_or_default(),
        Change::Unit(unit) => whole(unit),
        Change::Indicator(yearly) => yearly.figure.as_ref().map(said).unwrap_or_default(),
        Change::Round(round) => join(&[&round.title, &valid(round.period)]),
        Change::Settings(settings) => join(&[settings.lang.code(), &settings.inspector, &settings.team]),
        Change::Programme(version) => version.version.clone(),
    };
    shorten(&words)
}

fn of_model(model: &Model) -> String {
    let since = model.life.since().map(|day| day.to_string()).unwrap_or_default();
    join(&[&model.code, model.state().code(), &since, &model.name])
}

fn of_edit(edit: Edit) -> String {
    match edit {
        Edit::Plan(plan) => {
            let due = plan.due.map(|due| due.to_string()).unwrap_or_default();
            join(&[plan.round.as_str(), &due, &plan.lead])
        }
        Edit::Visit(visit) => {
            let time = |at: Option<DateTime<FixedOffset>>| at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
            join(&[&time(visit.from).unwrap_or_default(), &time(visit.to).unwrap_or_default(), &visit.team.join(", ")])
        }
        // Not the figure: the history is open while the self-score is sealed.
        Edit::SelfScore(score) => score.map(|score| join(&[&score.on.to_string(), &score.by])).unwrap_or_default(),
        Edit::Answer(_, answer) => match answer {
            Some(Answer::Rated(level)) => level.get().to_string(),
            Some(Answer::NotApplicable(reason)) => format!("N/A: {}", reason.as_str()),
            Some(Answer::NotVerified(reason)) => format!("N/V: {}", reason.as_str()),
            None => String::new(),
        },
        Edit::Cite(_, evidence) => evidence.iter().map(EvidenceId::as_str).collect::<Vec<_>>().join(", "),
        Edit::Note(_, note) => note,
        Edit::Timing(_, seconds, _) => format!("{seconds} s"),
        Edit::Evidence(_, evidence) => evidence.map(|it| join(&[it.kind.as_str(), &it.text])).unwrap_or_default(),
        Edit::Finding(_, finding) => finding.map(|it| it.condition).unwrap_or_default(),
        Edit::Recommendation(_, recommendation) => recommendation.map(|it| it.action).unwrap_or_default(),
        Edit::AnswerFlag(_, answer) => answer.map(|it| it.words).unwrap_or_default(),
        Edit::Life(_, life) => life.steps().last().map(|step| deed(&step.deed)).unwrap_or_default(),
        Edit::Reply(_, reply) => {
            reply.map(|reply| join(&[&reply.on.to_string(), &reply.by, &reply.words])).unwrap_or_default()
        }
        Edit::SignOff(sign_off) => sign_off.by,
        // Not the marks: who looks again reads this history, too.
        Edit::Second(second) => {
            let items: Vec<String> = second.items().iter().map(ToString::to_string).collect();
            join(&[&second.by, &items.join(", "), second.draw.seed().as_str()])
        }
        Edit::OpenFirst(opened) => join(&[&opened.by, &opened.why]),
        Edit::Draw(draw) => join(&[draw.seed().as_str(), &format!("{}/{}", draw.order().size, draw.population())]),
        Edit::Replace(_, reason) => reason.map(|reason| reason.as_str().to_owned()).unwrap_or_default(),
        Edit::Verify(_, visit) => visit.map(of_visit).unwrap_or_default(),
        Edit::Reopen(reopening) => join(&[&reopening.by, &reopening.why]),
    }
}

fn of_visit(visit: Verification) -> String {
    let marks = visit.answers.into_iter().map(|(item, answer)| {
        let mark = of_edit(Edit::Answer(item.clone(), Some(answer)));
        format!("{item} {mark}")
    });
    let day = visit.on.map(|day| day.to_string()).unwrap_or_default();
    join(&[&day, &marks.collect::<Vec<_>>().join(", "), &visit.note])
}

fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Declared { by, on, paper } => join(&["declared", &on.to_string(), by, paper]),
        Deed::Verified { by, on, proof } => join(&["verified", &on.to_string(), by, &proof.text]),
        Deed::Reopened { why } => join(&["reopened", why]),
        Deed::Delayed { until, by, why } => join(&["delayed", &until.to_string(), by, why]),
        Deed::Withdrawn { why } => join(&["withdrawn", why]),
    }
}

/// A unit, what was told of it last first: names change seldom, contacts and notes often.
fn whole(unit: &Unit) -> String {
    let valid = valid(unit.valid);
    let parent = unit.parent.as_deref().unwrap_or_default();
    let pilot = if unit.pilot { "★" } else { "" };
    join(&[&unit.name, pilot, unit.kind.as_str(), parent, &valid, &unit.contact, &unit.address, &unit.note])
}

fn valid(period: Period) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match period {
        Period { from: None, to: None } => String::new(),
        Period { from, to } => format!("{}–{}", day(from), day(to)),
    }
}

/// `62.96 · VCCI`
fn said(figure: &Figure) -> String {
    let Hundredths(number) = figure.number;
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    let number = format!("{sign}{}.{:02}", size / 100, size % 100);
    join(&[&number, figure.source.as_str(), &figure.note])
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// The beginning, on one line.
fn shorten(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    truncate(&line, SHORT).into_owned()
}
