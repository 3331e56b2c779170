//! Lays out the forms of the walk.

use super::{super::sheet::Sheet, Purpose};
use crate::domain::score::asked;
use crate::{
    domain::{
        answer::{Answer, Entry, Reason},
        evidence::Evidence,
        finding::{Finding, FindingKind, Severity},
        ids::{EvidenceId, FindingId, ItemId, RecommendationId},
        inspection::Inspection,
        programme::{Item, Programme},
        recommendation::Recommendation,
    },
    i18n::{Lang, key, say, short_points, words},
    tui::{
        message::Now,
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use std::collections::BTreeSet;

/// The form for a purpose, filled with what is recorded. Nothing when the item or record is gone.
pub(in super::super) fn form(purpose: &Purpose, sheet: &Sheet, shared: &Shared, now: Now) -> Option<Form> {
    let lang = shared.lang();
    let (inspection, programme) = (&sheet.inspection, &*sheet.programme);
    let entry = |item: &ItemId| inspection.entries.get(item).cloned().unwrap_or_default();
    Some(match purpose {
        Purpose::NotApplicable(item) => {
            let reason = match entry(item).answer {
                Some(Answer::NotApplicable(reason)) => reason.as_str().to_owned(),
                _ => String::new(),
            };
            reason_form(programme.scale.not_applicable.to(lang), item, &reason)
        }
        Purpose::NotVerified(item) => {
            let reason = match entry(item).answer {
                Some(Answer::NotVerified(reason)) => reason.as_str().to_owned(),
                // Where the method proposes it, it proposes the reason, too; the inspector mends or keeps it.
                _ if sheet.score().is_some_and(|score| score.item == *item && score.propose_not_verified) => {
                    say(lang, key::NOT_VERIFIED_REASON)
                }
                _ => String::new(),
            };
            reason_form(programme.scale.not_verified.to(lang), item, &reason)
        }
        Purpose::Note(item) => {
            let title = format!("{item} · {}", say(lang, key::FORM_NOTE));
            Form::new(title, vec![Field::words(key::FIELD_NOTE, &entry(item).note)], 0)
        }
        Purpose::Evidence(item, id) => evidence(programme.item(item)?, id.as_ref(), inspection, programme, lang, now),
        Purpose::Cite(item) => {
            let title = format!("{item} · {}", say(lang, key::FORM_CITE));
            let chosen = entry(item).evidence.iter().map(ToString::to_string).collect();
            Form::new(title, vec![Field::many(key::FIELD_EVIDENCE, all_evidence(inspection), &chosen)], 0)
        }
        Purpose::Finding(item, id) => finding(programme.item(item)?, id.as_ref(), inspection, programme, lang),
        Purpose::Recommendation(item, id) => recommendation(item, id.as_ref(), inspection, lang),
        Purpose::Visit => visit(inspection, lang),
        Purpose::SelfScore => self_score(inspection, lang, now),
    })
}

fn reason_form(name: &str, item: &ItemId, reason: &str) -> Form {
    Form::new(format!("{item} · {name}"), vec![Field::words(key::FIELD_REASON, reason).required()], 0)
}

fn evidence(
    item: &Item,
    id: Option<&EvidenceId>,
    inspection: &Inspection,
    programme: &Programme,
    lang: Lang,
    now: Now,
) -> Form {
    let old = id.and_then(|id| inspection.evidence.get(id));
    // Kinds that suit the item come first; the grade stands beside each, so that nobody has to know it by heart.
    let (suits, others): (Vec<_>, Vec<_>) =
        programme.evidence_kinds.iter().partition(|kind| item.evidence.contains(&kind.id));
    let kinds = suits
        .into_iter()
        .chain(others)
        .map(|kind| Choice::new(kind.id.as_str(), format!("{} · {}", kind.name.to(lang), kind.grade)))
        .collect();
    // The kind last recorded, where it suits this item too; the source last named is offered, and taken with one key.
    let last = inspection.evidence.values().next_back();
    let suiting = last.map(|last| &last.kind).filter(|kind| item.evidence.contains(kind)).or(item.evidence.first());
    let chosen = old.map_or_else(|| suiting.map_or("", |kind| kind.as_str()), |old| old.kind.as_str());
    let text = |of: fn(&Evidence) -> &str| old.map_or("", of);
    let against = if old.is_some_and(|old| old.contradicts) { "yes" } else { "no" };
    // A day is proposed only where it is likely: a round of another year is filled in today from notes, and today's day would make
    // the evidence worthless without anybody having said so.
    let visited = inspection.visit.from.map(|from| from.date_naive());
    let likely = visited.or_else(|| Some(now.today()).filter(|today| inspection.collecting().holds(*today)));
    let collected = old.map_or(likely, |old| old.collected);
    let fields = vec![
        Field::one(key::FIELD_EVIDENCE_KIND, kinds, chosen),
        Field::words(key::FIELD_EVIDENCE_TEXT, text(|old| &old.text)).required(),
        Field::short(key::FIELD_SOURCE, text(|old| &old.source)),
        Field::day(key::FIELD_COLLECTED, collected).until_today(),
        Field::day(key::FIELD_EXPIRES, old.and_then(|old| old.expires)),
        Field::technical(key::FIELD_FILE, old.and_then(|old| old.file.as_ref()).map_or("", |file| file.name.as_str())),
        Field::one(key::FIELD_CONTRADICTS, yes_no(lang), against),
    ];
    let title = format!("{} · {}", item.id, id.map_or_else(|| say(lang, key::FORM_NEW_EVIDENCE), ToString::to_string));
    Form::new(title, fields, 1).offering(key::FIELD_SOURCE, last.map_or("", |last| &last.source))
}

fn finding(item: &Item, id: Option<&FindingId>, inspection: &Inspection, programme: &Programme, lang: Lang) -> Form {
    let old = id.and_then(|id| inspection.findings.get(id));
    let text = |of: fn(&Finding) -> &str| old.map_or("", of).to_owned();
    let level = inspection.entries.get(&item.id).and_then(Entry::level);
    let guess =
        if level.is_some_and(|level| level.get() >= 3) { FindingKind::Strength } else { FindingKind::Shortfall };
    let kind = old.map_or(guess, |old| old.kind);
    let severity = old.map(|old| old.severity).unwrap_or_default();
    let clause = crate::i18n::say_with(
        lang,
        key::CRITERION_CLAUSE,
        &[("clause", item.clause.as_str().into()), ("basis", programme.basis.to(lang).into())],
    );
    let criterion = old.map_or(clause, |old| old.criterion.clone());
    let names = |ids: Vec<String>| ids.into_iter().collect::<BTreeSet<String>>();
    let items =
        names(old.map_or_else(|| vec![item.id.to_string()], |old| old.items.iter().map(ToString::to_string).collect()));
    let cited = inspection.entries.get(&item.id).map(|entry| entry.evidence.clone()).unwrap_or_default();
    let rests = names(old.map_or(cited, |old| old.evidence.clone()).iter().map(ToString::to_string).collect());
    let all_items = asked(programme, inspection)
        .into_iter()
        .map(|(_, item)| Choice::new(item.id.as_str(), format!("{} {}", item.id, item.label.to(lang))))
        .collect();
    let fields = vec![
        Field::one(
            key::FIELD_FINDING_KIND,
            // Shortfalls are written down more often: they come first.
            [FindingKind::Shortfall, FindingKind::Strength]
                .map(|kind| Choice::new(kind.code(), say(lang, words::finding_kind(kind))))
                .into(),
            kind.code(),
        ),
        Field::words(key::FIELD_CONDITION, &text(|old| &old.condition)).required(),
        Field::words(key::FIELD_CRITERION, &criterion),
        Field::words(key::FIELD_CAUSE, &text(|old| &old.cause)),
        Field::words(key::FIELD_EFFECT, &text(|old| &old.effect)),
        Field::one(
            key::FIELD_SEVERITY,
            Severity::ALL.map(|severity| Choice::new(severity.code(), say(lang, words::severity(severity)))).into(),
            severity.code(),
        ),
        Field::many(key::FIELD_EVIDENCE, all_evidence(inspection), &rests),
        Field::many(key::FIELD_ITEMS, all_items, &items),
        Field::one(
            key::TRANSFERABLE_FIELD,
            yes_no(lang),
            if old.is_some_and(|old| old.transferable) { "yes" } else { "no" },
        ),
        Field::words(key::FIELD_REPLY, &text(|old| &old.reply)),
    ];
    let title = format!("{} · {}", item.id, id.map_or_else(|| say(lang, key::FORM_NEW_FINDING), ToString::to_string));
    Form::new(title, fields, 1)
}

fn recommendation(item: &ItemId, id: Option<&RecommendationId>, inspection: &Inspection, lang: Lang) -> Form {
    let old = id.and_then(|id| inspection.recommendations.get(id));
    let text = |of: fn(&Recommendation) -> &str| old.map_or("", of).to_owned();
    let here = || {
        inspection
            .findings
            .iter()
            .filter(|(_, finding)| finding.items.contains(item))
            .map(|(id, _)| id.to_string())
            .collect()
    };
    let answers: BTreeSet<String> = old.map_or_else(here, |old| old.findings.iter().map(ToString::to_string).collect());
    let findings = inspection
        .findings
        .iter()
        .map(|(id, finding)| Choice::new(id.as_str(), format!("{id} {}", finding.condition)))
        .collect();
    let fields = vec![
        Field::words(key::FIELD_ACTION, &text(|old| &old.action)).required(),
        Field::short(key::FIELD_OWNER, &text(|old| &old.owner)),
        Field::day(key::FIELD_DUE, old.and_then(|old| old.due)),
        Field::words(key::FIELD_CHECK, &text(|old| &old.check)),
        Field::short(key::FIELD_FOLLOWED_BY, &text(|old| &old.followed_by)),
        Field::many(key::FIELD_FINDINGS, findings, &answers),
    ];
    let title = format!("{item} · {}", id.map_or_else(|| say(lang, key::FORM_NEW_RECOMMENDATION), ToString::to_string));
    Form::new(title, fields, 0)
}

fn visit(inspection: &Inspection, lang: Lang) -> Form {
    let visit = &inspection.visit;
    let at = |time: Option<chrono::DateTime<chrono::FixedOffset>>| time.map(crate::i18n::time).unwrap_or_default();
    let fields = vec![
        Field::moment(key::FIELD_VISIT_FROM, &at(visit.from)),
        Field::moment(key::FIELD_VISIT_TO, &at(visit.to)),
        Field::moment(key::FIELD_CLOSING_MEETING, &at(visit.closing_meeting)),
        Field::short(key::FIELD_TEAM, &visit.team.join(", ")),
        Field::count(key::FIELD_PEOPLE_ASKED, visit.people_asked),
        Field::count(key::FIELD_MINUTES_ON_SITES, visit.minutes_on_sites),
        Field::count(key::FIELD_DOCUMENTS_ASKED, visit.documents_asked),
        Field::count(key::FIELD_MINUTES_ON_PAPER, visit.minutes_on_paper),
        Field::count(key::FIELD_MINUTES_WITH_PEOPLE, visit.minutes_with_people),
        Field::words(key::TRANSFERABLE_NONE_FIELD, visit.no_transferable.as_ref().map_or("", Reason::as_str)),
    ];
    Form::new(say(lang, key::FORM_VISIT), fields, 0)
}

/// The unit's score of itself; all fields may be empty, which takes it away.
fn self_score(inspection: &Inspection, lang: Lang, now: Now) -> Form {
    let old = inspection.self_score.as_ref();
    let fields = vec![
        Field::short(key::SELF_SCORE_FIELD, &old.map_or_else(String::new, |old| short_points(lang, old.share))),
        Field::short(key::SELF_SCORE_BY, old.map_or("", |old| &old.by)),
        Field::day(key::SELF_SCORE_ON, old.map_or_else(|| Some(now.today()), |old| Some(old.on))),
    ];
    Form::new(say(lang, key::SELF_SCORE_TITLE), fields, 0)
}

fn all_evidence(inspection: &Inspection) -> Vec<Choice> {
    inspection
        .evidence
        .iter()
        .map(|(id, evidence)| Choice::new(id.as_str(), format!("{id} {}", evidence.text)))
        .collect()
}

fn yes_no(lang: Lang) -> Vec<Choice> {
    vec![Choice::new("no", say(lang, key::WORD_NO)), Choice::new("yes", say(lang, key::WORD_YES))]
}
