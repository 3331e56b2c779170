//! One matter with everything behind it: what must be done, what was found, on which evidence, what the unit says.

use super::{owner, what, when};
use crate::{
    domain::{
        evidence::Evidence,
        finding::{Finding, FindingKind},
        follow_up::{Matter, Number, answers},
        ids::{EvidenceId, FindingId, RecommendationId},
        life::{Life, Stage},
        recommendation::Recommendation,
    },
    i18n::{Key, Lang, date, key, say, say_with, time, words},
    tui::{
        message::Gathered,
        shared::Shared,
        ui::{
            Frame,
            theme::Theme,
            widgets::{lines, page, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Lines of a page that is written from top to bottom.
struct Page<'a> {
    lines: Vec<Line<'static>>,
    columns: u16,
    lang: Lang,
    theme: &'a Theme,
}

impl Page<'_> {
    fn put(&mut self, words: &str, style: Style) {
        self.lines.extend(wrapped(words, self.columns, style));
    }

    /// A name and its words; nothing when nothing was typed.
    fn fact(&mut self, name: Key, words: &str) {
        if !words.trim().is_empty() {
            self.put(&format!("{}: {}", say(self.lang, name), words.trim()), self.theme.text);
        }
    }

    /// A name and its words, and that they are missing.
    fn wanted(&mut self, name: Key, words: &str) {
        if words.trim().is_empty() {
            let missing = say(self.lang, key::FINDINGS_NOT_RECORDED);
            self.put(&format!("{}: {missing}", say(self.lang, name)), self.theme.warn);
        } else {
            self.fact(name, words);
        }
    }

    /// Draws what fits; a last line says that there is more.
    fn draw(mut self, frame: &mut Frame, area: Rect) {
        let room = usize::from(area.height);
        if self.lines.len() > room {
            self.lines.truncate(room.saturating_sub(1));
            self.lines.push(Line::styled("…", self.theme.dim));
        }
        lines(frame, area, self.lines);
    }
}

/// The whole of it.
pub(super) fn draw(
    case: &Gathered,
    matter: &Matter,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let lang = shared.lang();
    let inner = page(frame, area, &shared.unit_name(case.matters.unit), theme);
    let mut page = Page { lines: Vec::new(), columns: inner.width, lang, theme };
    page.put(&where_from(case, matter, shared), theme.dim);
    match &matter.number {
        Number::Recommendation(id) => {
            if let Some(what) = case.matters.recommendations.get(id) {
                recommendation(&mut page, what, matter, &when(matter, lang, today));
                life(&mut page, case, id);
            }
        }
        Number::Finding(_) if matter.strength => {}
        Number::Finding(_) => page.put(&when(matter, lang, today), theme.warn),
    }
    for (id, found) in case.matters.findings_of(&matter.number) {
        page.put("", theme.text);
        finding(&mut page, case, id, found);
    }
    if let Number::Finding(id) = &matter.number {
        for (number, what) in answers(&case.matters.recommendations, id) {
            page.put(&format!("{number}: {}", what.action.trim()), theme.text);
        }
    }
    page.draw(frame, inner);
}

/// What is to be done, whole, and who must do it: for screens without room beside the list.
pub(super) fn draw_short(
    case: &Gathered,
    matter: &Matter,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let lang = shared.lang();
    let inner = page(frame, area, &shared.unit_name(case.matters.unit), theme);
    let mut facts = vec![matter.number.as_str().to_owned()];
    facts.extend(matter.severity.map(|severity| say(lang, words::severity(severity))));
    facts.push(when(matter, lang, today));
    let mut spans = vec![Span::styled(facts.join(" · "), theme.dim)];
    let (words, style) = owner(case, matter, lang, theme);
    if !words.is_empty() {
        spans.extend([Span::styled(" · ", theme.dim), Span::styled(words, style)]);
    }
    let mut page = Page { lines: vec![Line::from(spans)], columns: inner.width, lang, theme };
    page.put(&what(case, matter), theme.text);
    page.draw(frame, inner);
}

fn where_from(case: &Gathered, matter: &Matter, shared: &Shared) -> String {
    let lang = shared.lang();
    let round = &case.matters.round;
    let round = shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone());
    let signed = say(lang, if case.matters.signed { key::STATE_SIGNED } else { key::FINDINGS_UNSIGNED });
    let parts = [("number", matter.number.as_str().into()), ("round", round.into()), ("state", signed.into())];
    say_with(lang, key::FINDINGS_LINE, &parts)
}

fn recommendation(page: &mut Page, what: &Recommendation, matter: &Matter, when: &str) {
    page.put(what.action.trim(), page.theme.strong);
    page.wanted(key::FIELD_OWNER, &what.owner);
    let far = if matter.stage == Stage::Open { when.split_once(' ').map_or("", |(_, far)| far) } else { when };
    let due = matter.due.map(|due| format!("{} – {far}", date(due)));
    page.wanted(key::FIELD_DUE, &due.unwrap_or_default());
    page.wanted(key::FIELD_CHECK, &what.check);
    page.fact(key::FIELD_FOLLOWED_BY, &what.followed_by);
}

/// What happened to it, oldest first: when it was written down, by whom, what.
fn life(page: &mut Page, case: &Gathered, id: &RecommendationId) {
    let steps = case.matters.life(id).map(Life::steps).unwrap_or_default();
    if !steps.is_empty() {
        page.put("", page.theme.text);
        page.put(&say(page.lang, key::FOLLOW_STORY), page.theme.strong);
    }
    for step in steps {
        let what = words::deed(page.lang, &step.deed);
        let args = [("at", time(step.at).into()), ("who", step.recorded_by.as_str().into()), ("what", what.into())];
        page.put(&say_with(page.lang, key::FOLLOW_STEP, &args), page.theme.text);
    }
}

fn finding(page: &mut Page, case: &Gathered, id: &FindingId, finding: &Finding) {
    let (lang, theme) = (page.lang, page.theme);
    let mut kind = say(lang, words::finding_kind(finding.kind));
    if finding.kind == FindingKind::Shortfall {
        kind = format!("{kind} · {}", say(lang, words::severity(finding.severity)));
    }
    let heading = [("number", id.as_str().into()), ("what", kind.into())];
    page.put(&say_with(lang, key::FINDINGS_OF, &heading), page.theme.strong);
    page.fact(key::FIELD_CONDITION, &finding.condition);
    page.fact(key::FIELD_CRITERION, &finding.criterion);
    page.fact(key::FIELD_CAUSE, &finding.cause);
    page.fact(key::FIELD_EFFECT, &finding.effect);
    if finding.kind == FindingKind::Shortfall {
        page.wanted(key::FIELD_REPLY, &finding.reply);
    } else {
        page.fact(key::FIELD_REPLY, &finding.reply);
    }
    if let Some(reply) = case.matters.replies.get(id) {
        page.fact(key::FOLLOW_LATER_REPLY, &words::later_reply(lang, reply));
    }
    if finding.evidence.is_empty() {
        page.wanted(key::FIELD_EVIDENCE, "");
    } else {
        page.put(&say(lang, key::FIELD_EVIDENCE), theme.strong);
    }
    for (id, piece) in finding.evidence.iter().filter_map(|id| case.matters.evidence.get_key_value(id)) {
        page.put(&evidence(case, id, piece), theme.text);
    }
}

/// `V-03 E4: 3/4 hộ còn làm – ấp Kinh 4A`
fn evidence(case: &Gathered, id: &EvidenceId, piece: &Evidence) -> String {
    let grade = case.programme.evidence_kind(&piece.kind).map(|kind| format!(" {}", kind.grade)).unwrap_or_default();
    let source = piece.source.trim();
    let source = if source.is_empty() { String::new() } else { format!(" – {source}") };
    format!("{id}{grade}: {}{source}", piece.text.trim())
}
