//! What a value consists of, in words: a name for each thing it holds, and how it is said. Dates, numbers and choices are those of the
//! language; ids that only files use never stand here.

use super::{
    super::{Key, Lang, count, date, hundredths, key, looks, period, say, say_with, short_hash, time, words},
    Known,
};
use crate::domain::{
    answer::{Answer, Reason},
    draw::Draw,
    edit::{Change, Edit, Settings},
    evidence::Evidence,
    finding::Finding,
    inspection::{Plan, Visit},
    model::Model,
    office::Signer,
    period::Period,
    recommendation::Recommendation,
    round::Round,
    unit::Unit,
    verification::Verification,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// One thing that a value holds; no words when it is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) name: Option<Key>,
    pub(super) words: String,
}

impl Part {
    pub(super) fn said(&self, lang: Lang) -> String {
        let words = if self.words.is_empty() { say(lang, key::HISTORY_NOTHING) } else { self.words.clone() };
        match self.name {
            Some(name) => format!("{}: {words}", say(lang, name)),
            None => words,
        }
    }
}

fn bare(words: impl Into<String>) -> Part {
    Part { name: None, words: words.into() }
}

fn part(name: Key, words: impl Into<String>) -> Part {
    Part { name: Some(name), words: words.into() }
}

fn day(name: Key, day: Option<NaiveDate>) -> Part {
    part(name, day.map(date).unwrap_or_default())
}

fn moment(name: Key, at: Option<DateTime<FixedOffset>>) -> Part {
    part(name, at.map(time).unwrap_or_default())
}

fn number(lang: Lang, name: Key, number: Option<u32>) -> Part {
    part(name, number.map(|number| count(lang, number.into())).unwrap_or_default())
}

fn choice(lang: Lang, name: Key, chosen: Key) -> Part {
    part(name, say(lang, chosen))
}

fn holds(lang: Lang, name: Key, holds: bool) -> Part {
    choice(lang, name, if holds { key::WORD_YES } else { key::WORD_NO })
}

fn span(name: Key, holds: Period) -> Part {
    part(name, if holds == Period::default() { String::new() } else { period(holds) })
}

fn list<T: ToString>(ids: impl IntoIterator<Item = T>) -> String {
    ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(", ")
}

/// The parts of what a change sets, always the same ones in the same order for the same kind of thing; none for what is taken away.
pub(super) fn of(known: Known, change: &Change) -> Vec<Part> {
    let lang = known.lang;
    match change {
        Change::Unit(unit) => of_unit(known, unit),
        Change::Indicator(yearly) => yearly.figure.as_ref().map_or_else(Vec::new, |figure| {
            vec![
                part(key::UNIT_FIELD_VALUE, hundredths(lang, figure.number)),
                part(key::FIELD_SOURCE, figure.source.as_str()),
                part(key::FIELD_NOTE, &figure.note),
            ]
        }),
        Change::Round(round) => of_round(lang, round),
        Change::Programme(version) => vec![bare(&version.version)],
        Change::Settings(settings) => of_settings(lang, settings),
        Change::Model { model, .. } => model.as_ref().map_or_else(Vec::new, |model| of_model(lang, model)),
        Change::Inspection { edit, .. } => of_edit(known, edit),
    }
}

fn of_edit(known: Known, edit: &Edit) -> Vec<Part> {
    let lang = known.lang;
    match edit {
        Edit::Plan(plan) => of_plan(known, plan),
        // Not the marks of the first look: who looks again reads this history, too.
        Edit::Second(second) => vec![
            part(key::FIELD_SECOND_BY, &second.by),
            part(key::FIELD_ITEMS, list(second.items())),
            part(key::FIELD_SECOND_SEED, second.draw.seed().as_str()),
        ],
        Edit::OpenFirst(opened) => {
            vec![part(key::FIELD_OPENED_BY, &opened.by), part(key::FIELD_OPENED_WHY, &opened.why)]
        }
        Edit::Visit(visit) => of_visit(lang, visit),
        // Not the figure: the history is open while the self-score is sealed.
        Edit::SelfScore(score) => score.as_ref().map_or_else(Vec::new, |score| {
            vec![part(key::FIELD_DECLARED_BY, &score.by), day(key::FIELD_REPLY_ON, Some(score.on))]
        }),
        Edit::Answer(_, answer) => vec![bare(answer.as_ref().map(|answer| mark(known, answer)).unwrap_or_default())],
        Edit::Cite(_, evidence) => vec![bare(list(evidence))],
        Edit::Note(_, note) => vec![bare(note)],
        Edit::Timing(_, seconds, _) => vec![bare(format!("{seconds} s"))],
        Edit::Evidence(_, piece) => piece.as_ref().map_or_else(Vec::new, |piece| of_evidence(known, piece)),
        Edit::Finding(_, finding) => finding.as_ref().map_or_else(Vec::new, |finding| of_finding(lang, finding)),
        Edit::Recommendation(_, one) => one.as_ref().map_or_else(Vec::new, of_recommendation),
        Edit::AnswerFlag(_, answer) => vec![bare(answer.as_ref().map(|it| it.words.clone()).unwrap_or_default())],
        Edit::Draw(draw) => of_draw(lang, draw),
        Edit::Replace(_, reason) => vec![bare(reason.as_ref().map(Reason::as_str).unwrap_or_default())],
        Edit::Verify(_, visit) => visit.as_ref().map_or_else(Vec::new, |visit| of_verification(known, visit)),
        Edit::Life(_, life) => {
            vec![bare(life.steps().last().map(|step| words::deed(lang, &step.deed)).unwrap_or_default())]
        }
        Edit::Reply(_, reply) => {
            vec![bare(reply.as_ref().map(|reply| words::later_reply(lang, reply)).unwrap_or_default())]
        }
        Edit::SignOff(sign_off) => vec![bare(say_with(
            lang,
            key::HISTORY_SIGNED,
            &[("by", sign_off.by.as_str().into()), ("at", time(sign_off.at).into())],
        ))],
        Edit::Reopen(reopening) => vec![bare(say_with(
            lang,
            key::HISTORY_REOPENED,
            &[("by", reopening.by.as_str().into()), ("why", reopening.why.as_str().into())],
        ))],
    }
}

/// A mark: `3`, or the programme's name of the mark that is none, with the reason.
fn mark(known: Known, answer: &Answer) -> String {
    let scale = &known.programme.scale;
    match answer {
        Answer::Rated(level) => level.get().to_string(),
        Answer::NotApplicable(why) => format!("{}: {}", scale.not_applicable.to(known.lang), why.as_str()),
        Answer::NotVerified(why) => format!("{}: {}", scale.not_verified.to(known.lang), why.as_str()),
    }
}

fn of_plan(known: Known, plan: &Plan) -> Vec<Part> {
    let round = known.rounds.iter().find(|round| round.id == plan.round);
    vec![
        part(key::FIELD_ROUND, round.map_or(plan.round.as_str(), |round| round.title.as_str())),
        part(key::FIELD_KIND, words::kind(known.lang, known.programme, &plan.kind)),
        span(key::HISTORY_PERIOD, plan.period),
        day(key::FIELD_DUE, plan.due),
        part(key::HISTORY_LEAD, &plan.lead),
    ]
}

fn of_visit(lang: Lang, visit: &Visit) -> Vec<Part> {
    let none = visit.no_transferable.as_ref().map(|why| why.as_str().to_owned()).unwrap_or_default();
    vec![
        moment(key::FIELD_VISIT_FROM, visit.from),
        moment(key::FIELD_VISIT_TO, visit.to),
        moment(key::FIELD_CLOSING_MEETING, visit.closing_meeting),
        part(key::FIELD_TEAM, visit.team.join(", ")),
        number(lang, key::FIELD_PEOPLE_ASKED, visit.people_asked),
        number(lang, key::FIELD_MINUTES_ON_SITES, visit.minutes_on_sites),
        number(lang, key::FIELD_DOCUMENTS_ASKED, visit.documents_asked),
        number(lang, key::FIELD_MINUTES_ON_PAPER, visit.minutes_on_paper),
        number(lang, key::FIELD_MINUTES_WITH_PEOPLE, visit.minutes_with_people),
        part(key::TRANSFERABLE_NONE_FIELD, none),
    ]
}

fn of_evidence(known: Known, piece: &Evidence) -> Vec<Part> {
    let lang = known.lang;
    let kind = known.programme.evidence_kinds.iter().find(|kind| kind.id == piece.kind);
    vec![
        part(key::FIELD_EVIDENCE_KIND, kind.map_or(piece.kind.as_str(), |kind| kind.name.to(lang))),
        part(key::FIELD_EVIDENCE_TEXT, &piece.text),
        part(key::FIELD_SOURCE, &piece.source),
        day(key::FIELD_COLLECTED, piece.collected),
        day(key::FIELD_EXPIRES, piece.expires),
        part(key::FIELD_FILE, piece.file.as_ref().map(|file| file.name.clone()).unwrap_or_default()),
        part(key::FIELD_CONTRADICTS, if piece.contradicts { say(lang, key::WORD_YES) } else { String::new() }),
    ]
}

fn of_finding(lang: Lang, finding: &Finding) -> Vec<Part> {
    vec![
        choice(lang, key::FIELD_FINDING_KIND, words::finding_kind(finding.kind)),
        part(key::FIELD_CONDITION, &finding.condition),
        part(key::FIELD_CRITERION, &finding.criterion),
        part(key::FIELD_CAUSE, &finding.cause),
        part(key::FIELD_EFFECT, &finding.effect),
        choice(lang, key::FIELD_SEVERITY, words::severity(finding.severity)),
        part(key::FIELD_ITEMS, list(&finding.items)),
        part(key::FIELD_EVIDENCE, list(&finding.evidence)),
        part(key::FIELD_REPLY, &finding.reply),
        part(key::TRANSFERABLE_NAME, if finding.is_transferable() { say(lang, key::WORD_YES) } else { String::new() }),
    ]
}

fn of_recommendation(one: &Recommendation) -> Vec<Part> {
    vec![
        part(key::FIELD_ACTION, &one.action),
        part(key::FIELD_OWNER, &one.owner),
        day(key::FIELD_DUE, one.due),
        part(key::FIELD_CHECK, &one.check),
        part(key::FIELD_FOLLOWED_BY, &one.followed_by),
        part(key::FIELD_FINDINGS, list(&one.findings)),
    ]
}

fn of_draw(lang: Lang, draw: &Draw) -> Vec<Part> {
    let order = draw.order();
    let models = draw.drawn().iter().map(|pick| draw.line(*pick).0.to_string());
    vec![
        part(key::HISTORY_DRAWN, list(models)),
        part(
            key::HISTORY_DRAW_SIZE,
            format!("{}/{}", count(lang, order.size.into()), count(lang, draw.population().into())),
        ),
        part(key::HISTORY_SEED, draw.seed().as_str()),
        part(key::HISTORY_INSTEAD, order.instead.as_ref().map(Reason::as_str).unwrap_or_default()),
    ]
}

fn of_verification(known: Known, visit: &Verification) -> Vec<Part> {
    let marks = visit.answers.iter().map(|(item, answer)| format!("{item} {}", mark(known, answer)));
    vec![
        day(key::FIELD_REPLY_ON, visit.on),
        part(key::HISTORY_MARKS, list(marks)),
        part(key::FIELD_EVIDENCE, list(&visit.evidence)),
        part(key::FIELD_NOTE, &visit.note),
    ]
}

fn of_unit(known: Known, unit: &Unit) -> Vec<Part> {
    let lang = known.lang;
    vec![
        part(key::UNIT_FIELD_NAME, &unit.name),
        part(key::UNIT_FIELD_CODE, &unit.code),
        part(key::UNIT_FIELD_KIND, words::short_kind(lang, known.programme, &unit.kind)),
        part(key::UNIT_FIELD_PARENT, unit.parent.clone().unwrap_or_default()),
        choice(lang, key::UNIT_FIELD_TIER, words::tier(unit.tier)),
        span(key::UNIT_FIELD_VALID, unit.valid),
        holds(lang, key::UNIT_FIELD_PILOT, unit.pilot),
        part(key::UNIT_FIELD_CONTACT, &unit.contact),
        part(key::UNIT_FIELD_ADDRESS, &unit.address),
        part(key::UNIT_FIELD_NOTE, &unit.note),
    ]
}

fn of_round(lang: Lang, round: &Round) -> Vec<Part> {
    let milestone = round.milestone.map(|milestone| say(lang, words::milestone(milestone)));
    vec![
        part(key::HISTORY_ROUND_TITLE, &round.title),
        span(key::HISTORY_PERIOD, round.period),
        part(key::HISTORY_MILESTONE, milestone.unwrap_or_default()),
    ]
}

fn of_settings(lang: Lang, settings: &Settings) -> Vec<Part> {
    let office = &settings.office;
    let signers: Vec<String> = office.signers.iter().map(Signer::line).collect();
    let mut parts = vec![
        part(key::FIELD_LANGUAGE, settings.lang.own_name()),
        part(key::FIELD_INSPECTOR, &settings.inspector),
        part(key::FIELD_TEAM_NAME, &settings.team),
        choice(lang, key::FIELD_THEME, looks::theme(settings.theme)),
        choice(lang, key::FIELD_SIGNS, looks::signs(settings.signs)),
        choice(lang, key::FIELD_MOUSE, looks::mouse(settings.mouse)),
        part(key::FIELD_INPUT, looks::input(settings.input, lang)),
        choice(lang, key::FIELD_CLIPBOARD, looks::clipboard(settings.clipboard)),
        choice(lang, key::FIELD_EDITOR, looks::editor(settings.editor)),
        part(key::FIELD_BACKUP_FOLDER, &settings.backup_folder),
        part(key::FIELD_BACKUP_MEGABYTES, settings.backup_megabytes.map(|most| most.to_string()).unwrap_or_default()),
        choice(lang, key::FIELD_KEYMAP, looks::keymap(settings.keymap)),
        part(key::FIELD_PROGRAMME, settings.programme.as_deref().map(short_hash).unwrap_or_default()),
    ];
    parts.extend([
        part(key::FIELD_COVER, looks::cover(settings.cover_after, lang)),
        choice(lang, key::OFFICE_BODY, looks::body(office.body)),
        part(key::OFFICE_SUPERIOR, &office.superior),
        part(key::OFFICE_NUMBER, &office.number),
        part(key::OFFICE_CODE, &office.code),
        part(key::OFFICE_PLACE, &office.place),
        part(key::OFFICE_SIGNERS, signers.join(" | ")),
        part(key::OFFICE_RECIPIENTS, office.recipients.join(" | ")),
    ]);
    parts
}

fn of_model(lang: Lang, model: &Model) -> Vec<Part> {
    vec![
        part(key::REGISTER_CODE, &model.code),
        part(key::REGISTER_NAME, &model.name),
        choice(lang, key::REGISTER_KIND, words::model_kind(model.kind)),
        choice(lang, key::REGISTER_STATE, words::model_state(model.state())),
        day(key::REGISTER_SINCE, model.life.since()),
        part(key::REGISTER_FIELD, &model.field),
        part(key::REGISTER_PLACE, &model.place),
        part(key::REGISTER_OWNER, &model.owner),
        part(key::HISTORY_PARTNERS, &model.partners),
        day(key::HISTORY_RECOGNISED, model.recognised),
        day(key::HISTORY_AWARDED, model.awarded),
        day(key::REGISTER_LAST, model.last_activity),
        part(key::REGISTER_BASELINE, &model.baseline),
        part(key::REGISTER_GOAL, &model.goal),
        part(key::REGISTER_INDICATOR, &model.indicator),
        part(key::HISTORY_LEADER, if model.leader { say(lang, key::WORD_YES) } else { String::new() }),
        number(lang, key::HISTORY_BENEFICIARIES, model.beneficiaries),
    ]
}
