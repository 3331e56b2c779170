//! Flags in words: name, what was seen with the numbers that tripped it, the way out. The same words in the walk, at sign-off, in
//! `inspection lint` and in the report's annex.

use super::{Key, Lang, Message, date, decimal_mark, key, points, say, short_points, words};
use crate::domain::{
    evidence::Grade,
    flags::{Flag, Missing, TextPlace, Weight},
    ids::{InspectionId, ItemId},
    programme::Programme,
};
use std::collections::BTreeMap;

/// What flags are worded with.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// In which language.
    pub lang: Lang,
    /// The programme of the inspection: names of sections, kinds, questions of phrases.
    pub programme: &'a Programme,
    /// The units of the inspections it is compared with.
    pub names: &'a BTreeMap<InspectionId, String>,
}

/// The short name of the flags with a code; a code that no flag has names nothing.
#[must_use]
pub fn name(code: &str) -> Option<Key> {
    const NAMES: [(&str, Key); 32] = [
        ("T01", key::FLAG_T01),
        ("T02", key::FLAG_T02),
        ("T03", key::FLAG_T03),
        ("T04", key::FLAG_T04),
        ("T05", key::FLAG_T05),
        ("T06", key::FLAG_T06),
        ("T07", key::FLAG_T07),
        ("T08", key::FLAG_T08),
        ("T09", key::FLAG_T09),
        ("T10", key::FLAG_T10),
        ("T11", key::FLAG_T11),
        ("T12", key::FLAG_T12),
        ("T13", key::FLAG_T13),
        ("T14", key::FLAG_T14),
        ("T15", key::FLAG_T15),
        ("T16", key::FLAG_T16),
        ("T17", key::FLAG_T17),
        ("T18", key::FLAG_T18),
        ("T19", key::FLAG_T19),
        ("T20", key::FLAG_T20),
        ("T21", key::FLAG_T21),
        ("U01", key::FLAG_U01),
        ("U02", key::FLAG_U02),
        ("U03", key::FLAG_U03),
        ("U04", key::FLAG_U04),
        ("U05", key::FLAG_U05),
        ("U06", key::FLAG_U06),
        ("U07", key::FLAG_U07),
        ("U08", key::FLAG_U08),
        ("U09", key::FLAG_U09),
        ("U10", key::FLAG_U10),
        ("U11", key::FLAG_U11),
    ];
    NAMES.into_iter().find(|(known, _)| *known == code).map(|(_, name)| name)
}

/// How loudly a flag asks.
#[must_use]
pub const fn weight(weight: Weight) -> Key {
    match weight {
        Weight::Info => key::WEIGHT_INFO,
        Weight::Warning => key::WEIGHT_WARNING,
        Weight::Alert => key::WEIGHT_ALERT,
    }
}

/// A text of an inspection: "the cause of F-02".
#[must_use]
pub fn text(text: &TextPlace, lang: Lang) -> String {
    let key = match text {
        TextPlace::Note(_) => key::FLAG_TEXT_NOTE,
        TextPlace::Reason(_) => key::FLAG_TEXT_REASON,
        TextPlace::Evidence(_) => key::FLAG_TEXT_EVIDENCE,
        TextPlace::Condition(_) => key::FLAG_TEXT_CONDITION,
        TextPlace::Cause(_) => key::FLAG_TEXT_CAUSE,
        TextPlace::Effect(_) => key::FLAG_TEXT_EFFECT,
        TextPlace::Action(_) => key::FLAG_TEXT_ACTION,
    };
    Message::new(key).with("id", text.place().to_string()).to(lang)
}

fn missing(parts: &[Missing], lang: Lang) -> String {
    let word = |part: &Missing| {
        let key = match part {
            Missing::Condition => key::MISSING_CONDITION,
            Missing::Criterion => key::MISSING_CRITERION,
            Missing::Cause => key::MISSING_CAUSE,
            Missing::Evidence => key::MISSING_EVIDENCE,
            Missing::Owner => key::MISSING_OWNER,
            Missing::Due => key::MISSING_DUE,
            Missing::Check => key::MISSING_CHECK,
        };
        say(lang, key)
    };
    parts.iter().map(word).collect::<Vec<_>>().join(", ")
}

impl Wording<'_> {
    fn unit(&self, other: InspectionId) -> String {
        self.names.get(&other).cloned().unwrap_or_else(|| other.to_string())
    }

    /// What was seen, with the numbers that tripped the rule.
    #[must_use]
    pub fn seen(&self, flag: &Flag) -> String {
        let lang = self.lang;
        let text_in = |place| text(place, lang);
        let message = match flag {
            Flag::StraightLine { section, run, of, level, grade_tenths } => {
                let title = section.as_ref().and_then(|id| self.programme.sections.iter().find(|it| it.id == *id));
                let place = title.map_or_else(|| "whole".to_owned(), |it| it.title.to(lang).to_owned());
                let grade = format!("{}{}{}", grade_tenths / 10, decimal_mark(lang), grade_tenths % 10);
                Message::new(key::FLAG_STRAIGHT_LINE)
                    .with("run", *run)
                    .with("of", *of)
                    .with("level", u32::from(level.get()))
                    .with("where", place)
                    .with("grade", grade)
            }
            Flag::TooFast { item, seconds, least } => Message::new(key::FLAG_TOO_FAST)
                .with("item", item.as_str())
                .with("seconds", *seconds)
                .with("least", *least),
            Flag::AllAtOnce { of, seconds, least } => {
                Message::new(key::FLAG_ALL_AT_ONCE).with("of", *of).with("seconds", *seconds).with("least", *least)
            }
            Flag::FilledAfterwards { outside, of } => {
                Message::new(key::FLAG_FILLED_AFTERWARDS).with("outside", *outside).with("of", *of)
            }
            Flag::FilledAtTheEnd { of } => Message::new(key::FLAG_FILLED_AT_THE_END).with("of", *of),
            Flag::Twin { other, equal, common, expected } => Message::new(key::FLAG_TWIN)
                .with("equal", *equal)
                .with("common", *common)
                .with("other", self.unit(*other))
                .with("expected", points(*expected)),
            Flag::Copied { text, other, other_text, share } => Message::new(key::FLAG_COPIED)
                .with("text", text_in(text))
                .with("share", points(*share))
                .with("other-text", text_in(other_text))
                .with("other", self.unit(*other)),
            Flag::SameNote { item, items } => {
                Message::new(key::FLAG_SAME_NOTE).with("item", item.as_str()).with("items", *items)
            }
            Flag::EmptyWords { text, phrase, .. } => {
                Message::new(key::FLAG_EMPTY_WORDS).with("text", text_in(text)).with("phrase", phrase)
            }
            Flag::Recycled { evidence, other, other_evidence } => Message::new(key::FLAG_RECYCLED)
                .with("evidence", evidence.as_str())
                .with("other", self.unit(*other))
                .with("other-evidence", other_evidence.as_str()),
            Flag::FileOutside { evidence, day } => {
                Message::new(key::FLAG_FILE_OUTSIDE).with("evidence", evidence.as_str()).with("day", date(*day))
            }
            Flag::MuchNotApplicable { share, most } => {
                Message::new(key::FLAG_MUCH_NOT_APPLICABLE).with("share", points(*share)).with("most", points(*most))
            }
            Flag::NothingFound { rated } => Message::new(key::FLAG_NOTHING_FOUND).with("rated", *rated),
            Flag::Leftover { text, what } => {
                Message::new(key::FLAG_LEFTOVER).with("text", text_in(text)).with("what", what)
            }
            Flag::SmoothRates { whole, of } => {
                Message::new(key::FLAG_SMOOTH_RATES).with("whole", *whole).with("of", *of)
            }
            Flag::RoundRates { of } => Message::new(key::FLAG_ROUND_RATES).with("of", *of),
            _ => return self.seen_in_records(flag),
        };
        first_large(&message.to(lang))
    }

    /// The same for the flags about findings, recommendations, evidence and levels.
    fn seen_in_records(&self, flag: &Flag) -> String {
        let lang = self.lang;
        let message = match flag {
            Flag::HalfFinding { finding, missing: parts } => Message::new(key::FLAG_HALF_FINDING)
                .with("finding", finding.as_str())
                .with("missing", missing(parts, lang)),
            Flag::Wish { recommendation, missing: parts } => Message::new(key::FLAG_WISH)
                .with("recommendation", recommendation.as_str())
                .with("missing", missing(parts, lang)),
            Flag::AnswersNothing { recommendation } => {
                Message::new(key::FLAG_ANSWERS_NOTHING).with("recommendation", recommendation.as_str())
            }
            Flag::LowWithoutFinding { item, level } => Message::new(key::FLAG_LOW_WITHOUT_FINDING)
                .with("item", item.as_str())
                .with("level", u32::from(level.get())),
            Flag::LeftAlone { finding } => Message::new(key::FLAG_LEFT_ALONE).with("finding", finding.as_str()),
            Flag::OneFamily { family, share, pieces } => Message::new(key::FLAG_ONE_FAMILY)
                .with("share", points(*share))
                .with("pieces", *pieces)
                .with("family", say(lang, words::family(*family))),
            Flag::InTheHall { people, minutes, no_model } => Message::new(key::FLAG_IN_THE_HALL)
                .with("people", *people)
                .with("minutes", *minutes)
                .with("models", if *no_model { "none" } else { "some" }),
            Flag::NotThere { evidence, day } => {
                Message::new(key::FLAG_NOT_THERE).with("evidence", evidence.as_str()).with("day", date(*day))
            }
            Flag::SignedBefore { signed, until } => {
                Message::new(key::FLAG_SIGNED_BEFORE).with("signed", date(*signed)).with("until", date(*until))
            }
            Flag::RaisedAfter { item, from, to } => Message::new(key::FLAG_RAISED_AFTER)
                .with("item", item.as_str())
                .with("from", u32::from(from.get()))
                .with("to", u32::from(to.get())),
            Flag::PraiseAgainst { finding, item, level } => Message::new(key::FLAG_PRAISE_AGAINST)
                .with("finding", finding.as_str())
                .with("item", item.as_str())
                .with("level", u32::from(level.get())),
            Flag::Expired { evidence, day } => {
                Message::new(key::FLAG_EXPIRED).with("evidence", evidence.as_str()).with("day", date(*day))
            }
            Flag::Old { evidence, day } => {
                Message::new(key::FLAG_OLD).with("evidence", evidence.as_str()).with("day", date(*day))
            }
            Flag::WeakProof { item, level, grade, .. } => Message::new(key::FLAG_WEAK_PROOF)
                .with("item", item.as_str())
                .with("level", u32::from(level.get()))
                .with("grade", grade.to_string()),
            Flag::OldMatter { item, finding, round } => Message::new(key::FLAG_OLD_MATTER)
                .with("item", item.as_str())
                .with("finding", finding.as_str())
                .with("round", round.as_str()),
            Flag::NothingCarriedOver { strengths } => {
                Message::new(key::FLAG_NOTHING_CARRIED_OVER).with("strengths", *strengths)
            }
            _ => return self.seen_in_unit(flag),
        };
        first_large(&message.to(lang))
    }

    /// The same for the flags about the unit's register and its earlier matters.
    fn seen_in_unit(&self, flag: &Flag) -> String {
        let message = match flag {
            Flag::NearlyAllRecognised { registered, recognised } => Message::new(key::FLAG_NEARLY_ALL_RECOGNISED)
                .with("registered", *registered)
                .with("recognised", *recognised),
            Flag::FewRecognised { registered, recognised } => {
                Message::new(key::FLAG_FEW_RECOGNISED).with("registered", *registered).with("recognised", *recognised)
            }
            Flag::FewRunning { drawn, running } => {
                Message::new(key::FLAG_FEW_RUNNING).with("drawn", *drawn).with("running", *running)
            }
            Flag::RegisteredLate { late, of, days } => {
                Message::new(key::FLAG_REGISTERED_LATE).with("late", *late).with("of", *of).with("days", *days)
            }
            Flag::RecognisedSoon { median, of } => {
                Message::new(key::FLAG_RECOGNISED_SOON).with("median", *median).with("of", *of)
            }
            Flag::StoppedAfterAward { model, award, last } => Message::new(key::FLAG_STOPPED_AFTER_AWARD)
                .with("model", model)
                .with("award", date(*award))
                .with("last", date(*last)),
            Flag::OneField { field, models, of } => {
                Message::new(key::FLAG_ONE_FIELD).with("field", field).with("models", *models).with("of", *of)
            }
            Flag::EmptyFields { fields, of } => {
                let known = self.programme.model_fields.iter().filter(|field| fields.contains(&field.id));
                let names: Vec<&str> = known.map(|field| field.name.to(self.lang)).collect();
                Message::new(key::FLAG_EMPTY_FIELDS).with("fields", names.join("; ")).with("of", *of)
            }
            Flag::CountedTwice { model, other, share } => Message::new(key::FLAG_COUNTED_TWICE)
                .with("model", model)
                .with("other", other)
                .with("share", points(*share)),
            Flag::LeaderAwards { leaders, of } => {
                Message::new(key::FLAG_LEADER_AWARDS).with("leaders", *leaders).with("of", *of)
            }
            Flag::SelfPraise { given, supported } => Message::new(key::FLAG_SELF_PRAISE)
                .with("given", short_points(self.lang, *given))
                .with("supported", short_points(self.lang, *supported)),
            Flag::OnPaper { inspection, recommendation } => Message::new(key::FLAG_ON_PAPER)
                .with("recommendation", recommendation.as_str())
                .with("other", self.unit(*inspection)),
            Flag::PastDue { inspection, recommendation, due } => Message::new(key::FLAG_PAST_DUE)
                .with("recommendation", recommendation.as_str())
                .with("other", self.unit(*inspection))
                .with("due", date(*due)),
            // Those that stand above, and the one without numbers.
            _ => Message::new(key::FLAG_NOBODY_OUTSIDE),
        };
        first_large(&message.to(self.lang))
    }

    /// The way out.
    #[must_use]
    pub fn way_out(&self, flag: &Flag) -> String {
        let lang = self.lang;
        let key = match flag {
            Flag::StraightLine { .. } => key::FLAG_STRAIGHT_LINE_OUT,
            Flag::TooFast { .. } => key::FLAG_TOO_FAST_OUT,
            Flag::FilledAfterwards { .. } => key::FLAG_FILLED_AFTERWARDS_OUT,
            Flag::FilledAtTheEnd { .. } => key::FLAG_FILLED_AT_THE_END_OUT,
            Flag::AllAtOnce { .. } => key::FLAG_ALL_AT_ONCE_OUT,
            Flag::NotThere { .. } => key::FLAG_NOT_THERE_OUT,
            Flag::SignedBefore { .. } => key::FLAG_SIGNED_BEFORE_OUT,
            Flag::SameNote { .. } => key::FLAG_SAME_NOTE_OUT,
            Flag::RoundRates { .. } => key::FLAG_ROUND_RATES_OUT,
            Flag::Twin { .. } => key::FLAG_TWIN_OUT,
            Flag::Copied { .. } => key::FLAG_COPIED_OUT,
            Flag::EmptyWords { kind, .. } => return self.question(kind),
            Flag::Recycled { .. } => key::FLAG_RECYCLED_OUT,
            Flag::FileOutside { .. } => key::FLAG_FILE_OUTSIDE_OUT,
            Flag::MuchNotApplicable { .. } => key::FLAG_MUCH_NOT_APPLICABLE_OUT,
            Flag::NothingFound { .. } => key::FLAG_NOTHING_FOUND_OUT,
            Flag::HalfFinding { finding, .. } => {
                return Message::new(key::FLAG_HALF_FINDING_OUT).with("finding", finding.as_str()).to(lang);
            }
            Flag::Wish { .. } => key::FLAG_WISH_OUT,
            Flag::AnswersNothing { .. } => key::FLAG_ANSWERS_NOTHING_OUT,
            Flag::LowWithoutFinding { .. } => key::FLAG_LOW_WITHOUT_FINDING_OUT,
            Flag::LeftAlone { .. } => key::FLAG_LEFT_ALONE_OUT,
            Flag::OneFamily { .. } => key::FLAG_ONE_FAMILY_OUT,
            Flag::NobodyOutside => key::FLAG_NOBODY_OUTSIDE_OUT,
            Flag::InTheHall { .. } => key::FLAG_IN_THE_HALL_OUT,
            Flag::RaisedAfter { .. } => key::FLAG_RAISED_AFTER_OUT,
            Flag::PraiseAgainst { .. } => key::FLAG_PRAISE_AGAINST_OUT,
            Flag::Expired { .. } => key::FLAG_EXPIRED_OUT,
            Flag::Old { .. } => key::FLAG_OLD_OUT,
            Flag::Leftover { .. } => key::FLAG_LEFTOVER_OUT,
            Flag::WeakProof { item, needs, .. } => return self.proof(item, *needs),
            Flag::NearlyAllRecognised { .. } => key::FLAG_NEARLY_ALL_RECOGNISED_OUT,
            Flag::FewRecognised { .. } => key::FLAG_FEW_RECOGNISED_OUT,
            Flag::FewRunning { .. } => key::FLAG_FEW_RUNNING_OUT,
            Flag::RegisteredLate { .. } => key::FLAG_REGISTERED_LATE_OUT,
            Flag::RecognisedSoon { .. } => key::FLAG_RECOGNISED_SOON_OUT,
            Flag::StoppedAfterAward { .. } => key::FLAG_STOPPED_AFTER_AWARD_OUT,
            Flag::OneField { .. } => key::FLAG_ONE_FIELD_OUT,
            Flag::EmptyFields { .. } => key::FLAG_EMPTY_FIELDS_OUT,
            Flag::CountedTwice { .. } => key::FLAG_COUNTED_TWICE_OUT,
            Flag::LeaderAwards { .. } => key::FLAG_LEADER_AWARDS_OUT,
            Flag::NothingCarriedOver { .. } => key::FLAG_NOTHING_CARRIED_OVER_OUT,
            Flag::SelfPraise { .. } => key::FLAG_SELF_PRAISE_OUT,
            Flag::OnPaper { .. } => key::FLAG_ON_PAPER_OUT,
            Flag::PastDue { .. } => key::FLAG_PAST_DUE_OUT,
            Flag::SmoothRates { .. } => key::FLAG_SMOOTH_RATES_OUT,
            Flag::OldMatter { .. } => key::FLAG_OLD_MATTER_OUT,
        };
        say(lang, key)
    }

    /// The question of a kind of empty phrases.
    fn question(&self, kind: &str) -> String {
        let kind = self.programme.empty_phrases.iter().find(|phrases| phrases.id == kind);
        let ask = kind.map(|kind| kind.ask.to(self.lang).to_owned()).unwrap_or_default();
        Message::new(key::FLAG_EMPTY_WORDS_OUT).with("ask", ask).to(self.lang)
    }

    /// The missing piece by name: the kinds of evidence that suit the item and are of that grade or better. Grade 5 is a pair of two
    /// families, so every kind from E3 on is one half of it.
    fn proof(&self, item: &ItemId, needs: Grade) -> String {
        let suits = self.programme.item(item).map(|item| item.evidence.as_slice()).unwrap_or_default();
        let kinds = suits.iter().filter_map(|id| self.programme.evidence_kind(id));
        let least = if needs == Grade::E5 { Grade::E3 } else { needs };
        let enough = kinds.filter(|kind| kind.grade >= least);
        let names: Vec<&str> = enough.map(|kind| kind.name.to(self.lang)).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join("; ") };
        Message::new(key::FLAG_WEAK_PROOF_OUT).with("needs", needs.to_string()).with("kinds", names).to(self.lang)
    }
}

/// A sentence begins with a capital, whatever its first argument was.
fn first_large(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
