//! `round add`, `round plan`, `round list`.

use super::{
    Outcome,
    args::Round as Args,
    exit::Exit,
    failure::Failure,
    output::Table,
    session::{Call, Session},
};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::{InspectionId, RoundId},
        inspected::Inspected as _,
        inspection::State,
        period::Period,
        planning::{self, Planning, Request},
        round::{Milestone, Round},
    },
    i18n::{Message, date, key, period, say, words},
};
use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

pub(super) fn run(call: &mut Call, args: Args) -> Outcome {
    let mut session = call.open()?;
    match args {
        Args::Add { id, title, from, to, milestone } => {
            let milestone = milestone.map(Milestone::from);
            add(&mut session, &id, &title, (from, to), milestone)
        }
        Args::Plan { id, kinds, under, due, lead } => {
            let wish = Wish { round: &id, kinds: &kinds, under: under.as_deref(), due, lead: lead.as_deref() };
            plan(&mut session, &wish)
        }
        Args::List => list(&session),
    }
}

#[derive(Serialize)]
struct RoundRow<'a> {
    id: &'a str,
    title: &'a str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    milestone: Option<&'static str>,
    planned: usize,
    signed: usize,
}

fn add(
    session: &mut Session,
    id: &str,
    title: &str,
    (from, to): (NaiveDate, NaiveDate),
    milestone: Option<Milestone>,
) -> Outcome {
    if !Round::is_id(id) {
        return Err(Failure::input(Message::new(key::ROUND_ID).with("id", id)));
    }
    if title.trim().is_empty() {
        return Err(Failure::input(key::CLI_ROUND_TITLE));
    }
    if session.vault.round(&RoundId::from(id)).is_some() {
        return Err(Failure::input(Message::new(key::CLI_ROUND_THERE).with("id", id)));
    }
    let days = Period::between(from, to).ok_or_else(|| {
        Failure::input(Message::new(key::CLI_ROUND_PERIOD).with("from", date(from)).with("to", date(to)))
    })?;
    let round = Round { id: RoundId::from(id), title: title.trim().to_owned(), period: days, milestone };
    session.commit(vec![Change::Round(round.clone())])?;
    let message = Message::new(key::CLI_ROUND_ADDED).with("id", id).with("title", round.title.clone());
    session.out.done("round-add", &row(session, &round), &message)?;
    Ok(Exit::Done)
}

/// What `round plan` was asked for.
struct Wish<'a> {
    round: &'a str,
    kinds: &'a [String],
    under: Option<&'a str>,
    due: Option<NaiveDate>,
    lead: Option<&'a str>,
}

#[derive(Serialize)]
struct Plans {
    round: String,
    planned: Vec<PlannedUnit>,
    skipped: Vec<PlannedUnit>,
}

#[derive(Serialize)]
struct PlannedUnit {
    inspection: InspectionId,
    code: String,
    name: String,
}

fn plan(session: &mut Session, wish: &Wish) -> Outcome {
    let round = session.round(wish.round)?.clone();
    let (programme, mut changes) = session.vault.programme_to_plan_with()?;
    let kinds = wish.kinds.iter().map(|kind| Session::kind(&programme, kind)).collect::<Result<Vec<_>, _>>()?;
    session.expect_unit(wish.under)?;
    let request = Request {
        round: &round,
        today: session.today,
        programme: &programme.hash,
        kinds: &kinds,
        under: wish.under,
        due: wish.due,
        lead: wish.lead.unwrap_or_default().trim(),
    };
    let Planning { plans, skipped } = planning::plan(session.vault.units(), session.vault.heads(), &request);
    if plans.is_empty() && skipped.is_empty() {
        let day = date(round.day().unwrap_or(session.today));
        return Err(Failure::input(Message::new(key::CLI_PLAN_NONE).with("day", day)));
    }
    let named = |inspection, unit| {
        let unit = session.vault.units().get(unit);
        let (code, name) = unit.map(|unit| (unit.code.clone(), unit.name.clone())).unwrap_or_default();
        PlannedUnit { inspection, code, name }
    };
    let fresh: Vec<_> = plans.into_iter().map(|plan| (InspectionId(Uuid::new_v4()), plan)).collect();
    let body = Plans {
        round: round.id.to_string(),
        planned: fresh.iter().map(|(id, plan)| named(*id, plan.unit)).collect(),
        skipped: skipped.iter().map(|(unit, id)| named(*id, *unit)).collect(),
    };
    changes.extend(fresh.into_iter().map(|(id, plan)| Change::Inspection { id, edit: Box::new(Edit::Plan(plan)) }));
    if !body.planned.is_empty() {
        session.commit(changes)?;
    }
    let message = Message::new(key::CLI_PLANNED).with("n", body.planned.len()).with("round", body.round.clone());
    session.out.done("round-plan", &body, &message)?;
    if !body.skipped.is_empty() {
        session.out.word(&skipped_words(&body.skipped));
    }
    Ok(Exit::Done)
}

/// Names the first few that were skipped and counts them all.
fn skipped_words(skipped: &[PlannedUnit]) -> Message {
    let mut codes: Vec<&str> = skipped.iter().take(10).map(|unit| unit.code.as_str()).collect();
    if skipped.len() > codes.len() {
        codes.push("…");
    }
    Message::new(key::CLI_PLAN_SKIPPED).with("n", skipped.len()).with("codes", codes.join(", "))
}

#[derive(Serialize)]
struct RoundList<'a> {
    rounds: Vec<RoundRow<'a>>,
}

fn list(session: &Session) -> Outcome {
    let lang = session.out.lang;
    let rounds = session.vault.rounds();
    let body = RoundList { rounds: rounds.iter().map(|round| row(session, round)).collect() };
    let mut table = Table::default()
        .words(say(lang, key::CLI_COL_ROUND))
        .words(say(lang, key::CLI_COL_TITLE))
        .words(say(lang, key::CLI_COL_VALID))
        .words(say(lang, key::CLI_COL_MILESTONE))
        .figures(say(lang, key::CLI_COL_PLANNED))
        .figures(say(lang, key::CLI_COL_SIGNED));
    for (round, row) in rounds.iter().zip(&body.rounds) {
        let milestone = round.milestone.map(|milestone| say(lang, words::milestone(milestone))).unwrap_or_default();
        table.row(vec![
            round.id.to_string(),
            round.title.clone(),
            period(round.period),
            milestone,
            row.planned.to_string(),
            row.signed.to_string(),
        ]);
    }
    session.out.table("round-list", &body, &table)?;
    if rounds.is_empty() {
        session.out.word(&Message::new(key::CLI_NO_ROUNDS_YET));
    }
    Ok(Exit::Done)
}

fn row<'a>(session: &Session, round: &'a Round) -> RoundRow<'a> {
    let this = [&round.id];
    let of_round = || session.vault.heads_of_rounds(&this);
    RoundRow {
        id: round.id.as_str(),
        title: &round.title,
        from: round.period.from,
        to: round.period.to,
        milestone: round.milestone.map(Milestone::code),
        planned: of_round().count(),
        signed: of_round().filter(|inspection| inspection.state() == State::Signed).count(),
    }
}
