//! An inspection as a fill file that reads back to the same inspection. The plan and the signatures are no part of it.

use crate::{
    domain::{
        answer::{Answer, Entry, Reason},
        draw::Draw,
        evidence::Evidence,
        finding::Finding,
        flag_answer::{FlagAnswer, FlagKey},
        ids::{EvidenceId, FindingId, ItemId},
        inspection::{Inspection, Visit},
        recommendation::Recommendation,
        self_score::SelfScore,
        verification::{Verdict, Verification},
    },
    text::sanitise::is_harmless,
};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat};
use std::fmt::{Display, Write};

/// Writes an inspection as a fill file that reads back to the same inspection.
#[must_use]
pub fn write(inspection: &Inspection) -> String {
    let mut out = Out::default();
    if inspection.visit != Visit::default() {
        out.visit(&inspection.visit);
    }
    if let Some(score) = &inspection.self_score {
        out.self_score(score);
    }
    for (id, evidence) in &inspection.evidence {
        out.evidence(id.as_str(), evidence);
    }
    for (item, entry) in &inspection.entries {
        out.answer(item, entry);
    }
    for (id, finding) in &inspection.findings {
        out.finding(id.as_str(), finding);
    }
    for (id, recommendation) in &inspection.recommendations {
        out.recommendation(id.as_str(), recommendation);
    }
    for draw in &inspection.draws {
        out.draw(draw);
    }
    for (model, reason) in &inspection.replaced {
        out.header("[[replacement]]");
        out.words("model", model.as_str());
        out.words("reason", reason.as_str());
    }
    for (model, visit) in &inspection.verifications {
        out.verification(model.as_str(), visit);
    }
    for (key, answer) in &inspection.flag_answers {
        out.flag(key, answer);
    }
    out.text
}

/// The file as far as it is written.
#[derive(Debug, Default)]
struct Out {
    text: String,
}

impl Out {
    fn visit(&mut self, visit: &Visit) {
        self.header("[visit]");
        self.time("from", visit.from);
        self.time("to", visit.to);
        self.time("closing_meeting", visit.closing_meeting);
        self.list("team", visit.team.iter().map(String::as_str));
        for (name, number) in [
            ("people_asked", visit.people_asked),
            ("minutes_on_sites", visit.minutes_on_sites),
            ("documents_asked", visit.documents_asked),
            ("minutes_on_paper", visit.minutes_on_paper),
            ("minutes_with_people", visit.minutes_with_people),
        ] {
            if let Some(number) = number {
                self.raw(name, number);
            }
        }
        self.words("no_transferable", visit.no_transferable.as_ref().map_or("", Reason::as_str));
    }

    fn self_score(&mut self, score: &SelfScore) {
        self.header("[self_score]");
        let bp = score.share.bp();
        self.raw("points", quoted(&format!("{},{:02}", bp / 100, bp % 100)));
        self.words("by", &score.by);
        self.day("on", Some(score.on));
    }

    fn evidence(&mut self, id: &str, evidence: &Evidence) {
        self.header("[[evidence]]");
        self.words("id", id);
        self.words("kind", evidence.kind.as_str());
        self.words("text", &evidence.text);
        self.words("source", &evidence.source);
        self.day("collected", evidence.collected);
        self.day("expires", evidence.expires);
        if let Some(file) = &evidence.file {
            self.raw("file", quoted(&file.name));
            self.words("file_hash", &file.hash);
            self.raw("file_bytes", file.bytes);
        }
        if evidence.contradicts {
            self.raw("contradicts", true);
        }
    }

    fn answer(&mut self, item: &ItemId, entry: &Entry) {
        self.header("[[answer]]");
        self.words("item", item.as_str());
        self.mark(entry.answer.as_ref());
        self.list("evidence", entry.evidence.iter().map(EvidenceId::as_str));
        self.words("note", &entry.note);
        if entry.seconds > 0 {
            self.raw("seconds", entry.seconds);
        }
        self.time("at", entry.at);
    }

    fn finding(&mut self, id: &str, finding: &Finding) {
        self.header("[[finding]]");
        self.words("id", id);
        self.words("kind", finding.kind.code());
        self.list("items", finding.items.iter().map(ItemId::as_str));
        self.list("evidence", finding.evidence.iter().map(EvidenceId::as_str));
        self.words("severity", finding.severity.code());
        self.words("condition", &finding.condition);
        self.words("criterion", &finding.criterion);
        self.words("cause", &finding.cause);
        self.words("effect", &finding.effect);
        self.words("reply", &finding.reply);
        if finding.transferable {
            self.raw("transferable", true);
        }
    }

    fn recommendation(&mut self, id: &str, recommendation: &Recommendation) {
        self.header("[[recommendation]]");
        self.words("id", id);
        self.list("findings", recommendation.findings.iter().map(FindingId::as_str));
        self.words("action", &recommendation.action);
        self.words("owner", &recommendation.owner);
        self.day("due", recommendation.due);
        self.words("check", &recommendation.check);
        self.words("followed_by", &recommendation.followed_by);
    }

    fn draw(&mut self, draw: &Draw) {
        let order = draw.order();
        self.header("[[draw]]");
        self.words("code", &order.code);
        self.day("day", Some(order.day));
        self.words("unit_seed", &order.unit_seed);
        self.words("team_seed", &order.team_seed);
        self.raw("size", order.size);
        self.time("at", Some(order.at));
        self.words("by", &order.by);
        self.words("instead", order.instead.as_ref().map_or("", Reason::as_str));
        self.words("sha256", draw.sha256());
        let lines: Vec<String> =
            order.list.lines().map(|(code, name)| format!("  {},\n", quoted(&format!("{code}\t{name}")))).collect();
        self.raw("list", format_args!("[\n{}]", lines.concat()));
        for earlier in &order.earlier {
            self.header("[[draw.earlier]]");
            self.words("inspection", &earlier.inspection.to_string());
            self.words("model", earlier.model.as_str());
            self.words("verdict", earlier.verdict.map_or("", Verdict::code));
        }
    }

    fn verification(&mut self, model: &str, visit: &Verification) {
        self.header("[[verification]]");
        self.words("model", model);
        self.day("on", visit.on);
        self.list("evidence", visit.evidence.iter().map(EvidenceId::as_str));
        self.words("note", &visit.note);
        for (item, answer) in &visit.answers {
            self.header("[[verification.answer]]");
            self.words("item", item.as_str());
            self.mark(Some(answer));
        }
    }

    fn mark(&mut self, answer: Option<&Answer>) {
        match answer {
            Some(Answer::Rated(level)) => self.raw("rating", level.get()),
            Some(Answer::NotApplicable(reason)) => self.words("not_applicable", reason.as_str()),
            Some(Answer::NotVerified(reason)) => self.words("not_verified", reason.as_str()),
            None => self.raw("unanswered", true),
        }
    }

    fn flag(&mut self, key: &FlagKey, answer: &FlagAnswer) {
        self.header("[[flag]]");
        self.words("key", key.as_str());
        self.words("answer", &answer.words);
        self.words("by", &answer.by);
        self.time("at", answer.at);
    }

    fn header(&mut self, header: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += header;
        self.text.push('\n');
    }

    fn raw(&mut self, name: &str, value: impl Display) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.text, "{name} = {value}");
    }

    /// A text that is not empty.
    fn words(&mut self, name: &str, words: &str) {
        if words.contains('\n') {
            self.raw(name, format_args!("\"\"\"\n{}\"\"\"", escaped(words, true)));
        } else if !words.is_empty() {
            self.raw(name, quoted(words));
        }
    }

    /// A list that is not empty.
    fn list<'a>(&mut self, name: &str, words: impl Iterator<Item = &'a str>) {
        let words: Vec<String> = words.map(quoted).collect();
        if !words.is_empty() {
            self.raw(name, format_args!("[{}]", words.join(", ")));
        }
    }

    fn day(&mut self, name: &str, day: Option<NaiveDate>) {
        if let Some(day) = day.filter(has_toml_year) {
            self.raw(name, day);
        }
    }

    fn time(&mut self, name: &str, time: Option<DateTime<FixedOffset>>) {
        if let Some(time) = time.filter(|time| has_toml_year(&time.naive_local())) {
            self.raw(name, time.to_rfc3339_opts(SecondsFormat::AutoSi, false));
        }
    }
}

/// Whether TOML can write the year; no laptop's clock reaches another.
fn has_toml_year<D: Datelike>(day: &D) -> bool {
    (0..=9999).contains(&day.year())
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", escaped(words, false))
}

/// A text between quotation marks of TOML. Letters stay as they are; what could mislead a reader of the file (controls, bidi
/// marks, hidden characters) is written by its number. Line breaks stay in texts of many lines.
fn escaped(words: &str, many_lines: bool) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' if many_lines => out.push(c),
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            '\r' => out += "\\r",
            c if is_harmless(c) => out.push(c),
            c => _ = write!(out, "\\U{:08X}", u32::from(c)),
        }
    }
    out
}
