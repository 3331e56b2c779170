//! One finding as names and values; used by the inspection report, the findings text and the roll-up's annex.

use super::super::words;
use crate::{
    domain::{
        finding::{Finding, FindingKind},
        follow_up,
        ids::{FindingId, RecommendationId},
        inspection::Inspection,
        lang::Lang,
        programme::Programme,
        recommendation::Recommendation,
    },
    i18n::{Key, key, say, say_with},
};
use chrono::NaiveDate;

/// Where a finding stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Context<'a> {
    /// Language of the document.
    pub lang: Lang,
    /// The programme version it was filled with.
    pub programme: &'a Programme,
    /// Its inspection.
    pub inspection: &'a Inspection,
    /// Today, for what is overdue.
    pub today: NaiveDate,
}

/// For the body of the inspection report: evidence by its numbers, since an annex tells it in full; causes of shortfalls have a
/// point of their own.
pub(in crate::report) fn in_report(context: &Context, id: &FindingId, finding: &Finding) -> Vec<(String, String)> {
    let lang = context.lang;
    let mut rows = vec![condition(context, finding)];
    rows.push(words::fact(lang, key::REPORT_EVIDENCE, words::evidence(lang, &finding.evidence)));
    let shortfall = finding.kind == FindingKind::Shortfall;
    rows.push(items(context, finding));
    rows.push(words::fact(lang, key::REPORT_CRITERION, words::criterion(lang, context.programme, finding)));
    if !shortfall {
        rows.extend(when_typed(lang, key::REPORT_CAUSE, &finding.cause));
    }
    rows.extend(spoken(context, id, finding));
    rows.extend(to_carry_over(lang, finding));
    if shortfall {
        rows.push(words::fact(lang, key::REPORT_RECOMMENDATION, recommendations(context, id, in_short)));
    }
    rows
}

/// On its own: the evidence in words, the cause, the recommendations with owner, day and check.
pub(in crate::report) fn in_full(context: &Context, id: &FindingId, finding: &Finding) -> Vec<(String, String)> {
    let lang = context.lang;
    let mut rows = vec![condition(context, finding), items(context, finding)];
    rows.push(words::fact(lang, key::REPORT_CRITERION, words::criterion(lang, context.programme, finding)));
    if finding.kind == FindingKind::Shortfall {
        rows.push(words::fact(lang, key::REPORT_CAUSE, words::typed(lang, &finding.cause)));
    } else {
        rows.extend(when_typed(lang, key::REPORT_CAUSE, &finding.cause));
    }
    rows.extend(spoken(context, id, finding));
    rows.extend(to_carry_over(lang, finding));
    rows.push(words::fact(lang, key::REPORT_EVIDENCE, evidence_in_words(context, finding)));
    if finding.kind == FindingKind::Shortfall || answers(context, id).next().is_some() {
        rows.push(words::fact(lang, key::REPORT_RECOMMENDATION, recommendations(context, id, with_check)));
    }
    rows
}

fn condition(context: &Context, finding: &Finding) -> (String, String) {
    words::fact(context.lang, key::REPORT_CONDITION, words::typed(context.lang, &finding.condition))
}

fn items(context: &Context, finding: &Finding) -> (String, String) {
    let names = finding.items.iter().map(|id| words::item(context.lang, context.programme, id));
    let names = words::typed(context.lang, &names.collect::<Vec<_>>().join("\n"));
    words::fact(context.lang, key::REPORT_ITEMS, names)
}

/// Effect and the unit's reply: always there for a shortfall, where typed for a strength.
fn spoken(context: &Context, id: &FindingId, finding: &Finding) -> Vec<(String, String)> {
    let lang = context.lang;
    let reply = words::reply(lang, context.inspection, id, finding);
    if finding.kind == FindingKind::Shortfall {
        return vec![
            words::fact(lang, key::REPORT_EFFECT, words::typed(lang, &finding.effect)),
            words::fact(lang, key::REPORT_REPLY, reply),
        ];
    }
    let mut rows = Vec::new();
    rows.extend(when_typed(lang, key::REPORT_EFFECT, &finding.effect));
    if !finding.reply.trim().is_empty() || context.inspection.replies.contains_key(id) {
        rows.push(words::fact(lang, key::REPORT_REPLY, reply));
    }
    rows
}

/// That other units can take a strength over.
fn to_carry_over(lang: Lang, finding: &Finding) -> Option<(String, String)> {
    finding.is_transferable().then(|| words::fact(lang, key::TRANSFERABLE_NAME, say(lang, key::TRANSFERABLE_YES)))
}

fn when_typed(lang: Lang, name: Key, words: &str) -> Option<(String, String)> {
    (!words.trim().is_empty()).then(|| words::fact(lang, name, words.trim()))
}

fn evidence_in_words(context: &Context, finding: &Finding) -> String {
    let lang = context.lang;
    if finding.evidence.is_empty() {
        return words::evidence(lang, &finding.evidence);
    }
    let lines = finding.evidence.iter().map(|id| {
        let Some(piece) = context.inspection.evidence.get(id) else { return id.to_string() };
        let kind = context.programme.evidence_kind(&piece.kind);
        let (name, grade) = kind.map_or_else(
            || (piece.kind.to_string(), String::new()),
            |kind| (kind.name.to(lang).to_owned(), format!(" {}", kind.grade)),
        );
        let source = piece.source.trim();
        let source = if source.is_empty() { String::new() } else { format!(" – {source}") };
        format!("{id} ({name}{grade}): {}{source}", piece.text.trim())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A recommendation by itself: what, who, by when, how it is checked and who follows it.
pub(super) fn recommendation(
    lang: Lang,
    inspection: &Inspection,
    (id, what): (&RecommendationId, &Recommendation),
    today: NaiveDate,
) -> Vec<(String, String)> {
    vec![
        words::fact(lang, key::FIELD_ACTION, words::typed(lang, &what.action)),
        words::fact(lang, key::FIELD_OWNER, words::typed(lang, &what.owner)),
        words::fact(lang, key::FIELD_DUE, words::due(lang, inspection, id, today)),
        words::fact(lang, key::FIELD_CHECK, words::typed(lang, &what.check)),
        words::fact(lang, key::FIELD_FOLLOWED_BY, words::typed(lang, &what.followed_by)),
    ]
}

fn answers<'a>(
    context: &Context<'a>,
    id: &'a FindingId,
) -> impl Iterator<Item = (&'a RecommendationId, &'a Recommendation)> {
    follow_up::answers(&context.inspection.recommendations, id)
}

/// The recommendations that answer a finding, or that there is none.
fn recommendations(
    context: &Context,
    id: &FindingId,
    line: impl Fn(&Context, &RecommendationId, &Recommendation) -> String,
) -> String {
    let lines: Vec<_> = answers(context, id).map(|(number, answer)| line(context, number, answer)).collect();
    if lines.is_empty() {
        return say_with(context.lang, key::REPORT_NO_RECOMMENDATION, &[("id", id.as_str().into())]);
    }
    lines.join("\n")
}

/// What, who and by when.
fn in_short(context: &Context, number: &RecommendationId, answer: &Recommendation) -> String {
    let lang = context.lang;
    let args = [
        ("id", number.as_str().into()),
        ("action", answer.action.trim().into()),
        ("owner", words::typed(lang, &answer.owner).into()),
        ("due", words::due(lang, context.inspection, number, context.today).into()),
    ];
    say_with(lang, key::REPORT_RECOMMENDATION_SHORT, &args)
}

/// What, who, by when, how it is checked and who follows it.
fn with_check(context: &Context, number: &RecommendationId, answer: &Recommendation) -> String {
    let lang = context.lang;
    let args = [
        ("check", words::typed(lang, &answer.check).into()),
        ("follows", words::typed(lang, &answer.followed_by).into()),
    ];
    format!("{}\n{}", in_short(context, number, answer), say_with(lang, key::REPORT_RECOMMENDATION_CHECK, &args))
}
