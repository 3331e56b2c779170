//! Draws the item in hand: question, guidance, levels, and what is recorded.

use super::super::{
    records::Record,
    sheet::{Pane, Sheet},
};
use crate::{
    domain::{
        answer::Answer,
        evidence::Evidence,
        programme::Item,
        score::{Ceiling, ItemScore, Uncounted, uncounted},
    },
    i18n::{Arg, Lang, date, day_of, key, points, say, say_with, words},
    text::width::truncate,
    tui::ui::{
        marks,
        theme::Theme,
        widgets::{lines, panel, wrapped},
    },
};
use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

pub(super) fn draw(sheet: &Sheet, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let (Some(item), Some(score)) = (sheet.item(), sheet.score()) else { return };
    let place = format!("{} · {}/{}", item.id, sheet.position() + 1, sheet.assessment.items.len());
    let inner = panel(frame, area, &place, theme);
    let drawing = Drawing { sheet, item, score, lang, theme, width: inner.width };
    lines(frame, inner, drawing.fitted(usize::from(inner.height)));
}

struct Drawing<'a> {
    sheet: &'a Sheet,
    item: &'a Item,
    score: &'a ItemScore,
    lang: Lang,
    theme: &'a Theme,
    width: u16,
}

impl Drawing<'_> {
    /// What fits into `height` rows. Where all of it does not, guidance shrinks to a line each, then the levels not chosen, then
    /// guidance goes, then the end of the question: what the inspector is about to write must be in sight.
    fn fitted(&self, height: usize) -> Vec<Line<'static>> {
        let question = wrapped(self.item.question.to(self.lang), self.width, self.theme.strong);
        let recorded = self.recorded();
        let mut best = Vec::new();
        let talk = self.talk();
        for (guidance, levels) in [(Some(true), true), (Some(false), true), (Some(false), false), (None, false)] {
            let guidance = guidance.map(|whole| self.guidance(whole)).unwrap_or_default();
            best = [question.clone(), guidance, self.levels(levels), recorded.clone()].concat();
            if best.len() <= height {
                if best.len() + talk.len() <= height {
                    best.extend(talk);
                }
                return best;
            }
        }
        if self.sheet.pane == Pane::Records {
            let skip = best.len().saturating_sub(height);
            return best.into_iter().skip(skip).collect();
        }
        let rest = best.split_off(question.len());
        let room = height.saturating_sub(rest.len()).max(2);
        if let Some([last, next]) = question.get(room - 1..=room) {
            best.truncate(room - 1);
            best.push(self.cut(&format!("{last} {next}"), self.theme.strong));
        }
        best.extend(rest);
        best.truncate(height);
        best
    }

    fn guidance(&self, whole: bool) -> Vec<Line<'static>> {
        let mut out = Vec::new();
        for (name, words) in [
            (key::WALK_LOOK_AT, self.item.look_at.to(self.lang)),
            (key::WALK_ASK_WHOM, self.item.ask_whom.to(self.lang)),
        ] {
            if words.is_empty() {
                continue;
            }
            let text = format!("{}: {words}", say(self.lang, name));
            if whole {
                out.extend(wrapped(&text, self.width, self.theme.text));
            } else {
                out.push(self.cut(&text, self.theme.text));
            }
        }
        out
    }

    fn cut(&self, text: &str, style: Style) -> Line<'static> {
        Line::styled(truncate(text, usize::from(self.width)).into_owned(), style)
    }

    fn levels(&self, whole: bool) -> Vec<Line<'static>> {
        let answer = self.sheet.inspection.answer(&self.item.id);
        let chosen = answer.and_then(Answer::level).map(|level| usize::from(level.get()));
        let mut out = Vec::new();
        for (level, words) in self.item.levels.iter().enumerate() {
            let here = chosen == Some(level);
            let text = if here {
                format!("[{level}] {}", words.to(self.lang))
            } else {
                format!(" {level}  {}", words.to(self.lang))
            };
            let style = if here { self.theme.accent } else { self.theme.text };
            if whole || here {
                out.extend(wrapped(&text, self.width, style));
            } else {
                out.push(self.cut(&text, style));
            }
        }
        let scale = &self.sheet.programme.scale;
        match answer {
            Some(Answer::NotApplicable(reason)) => {
                out.extend(wrapped(
                    &format!("[{}] {}: {}", marks::NOT_APPLICABLE, scale.not_applicable.to(self.lang), reason.as_str()),
                    self.width,
                    self.theme.accent,
                ));
            }
            Some(Answer::NotVerified(reason)) => {
                out.extend(wrapped(
                    &format!("[{}] {}: {}", marks::NOT_VERIFIED, scale.not_verified.to(self.lang), reason.as_str()),
                    self.width,
                    self.theme.accent,
                ));
            }
            _ => {}
        }
        out
    }

    fn recorded(&self) -> Vec<Line<'static>> {
        let mut out = vec![self.evidence_line()];
        let ceiling = match &self.score.ceiling {
            Some(Ceiling::Evidence(_)) => Some(say_with(
                self.lang,
                key::WALK_CAP_BITES,
                &[("claimed", points(self.score.claimed).into()), ("cap", points(self.score.cap).into())],
            )),
            Some(Ceiling::Life(life)) => Some(say_with(
                self.lang,
                key::WALK_LIFE_BITES,
                &[("life", life.as_str().into()), ("effective", points(self.score.effective).into())],
            )),
            None => None,
        };
        out.extend(
            ceiling
                .into_iter()
                .flat_map(|words| wrapped(&format!("{} {words}", marks::GAP), self.width, self.theme.warn)),
        );
        if self.score.propose_not_verified {
            out.extend(wrapped(&say(self.lang, key::WALK_PROPOSE_NOT_VERIFIED), self.width, self.theme.warn));
        }
        for (at, record) in self.sheet.records().iter().enumerate() {
            let selected = self.sheet.record_position() == Some(at);
            out.extend(self.record(record, selected));
        }
        let note = self.sheet.inspection.entries.get(&self.item.id).map_or("", |entry| entry.note.as_str());
        if !note.is_empty() {
            out.extend(wrapped(&format!("{}: {note}", say(self.lang, key::FIELD_NOTE)), self.width, self.theme.text));
        }
        if self.sheet.assessment.broken.contains(&self.item.id)
            && let Some(constraint) = &self.item.constraint
        {
            out.extend(wrapped(
                &format!("{} {}", marks::OVERDUE, constraint.text.to(self.lang)),
                self.width,
                self.theme.bad,
            ));
        }
        out
    }

    /// The questions of the short talk with residents that support this item.
    fn talk(&self) -> Vec<Line<'static>> {
        let questions = &self.sheet.programme.resident_questions;
        let mut supporting = questions.iter().filter(|question| question.supports.contains(&self.item.id)).peekable();
        if supporting.peek().is_none() {
            return Vec::new();
        }
        let title = Line::styled(say(self.lang, key::WALK_TALK), self.theme.dim);
        let words = supporting
            .flat_map(|question| wrapped(&format!("– {}", question.text.to(self.lang)), self.width, self.theme.text));
        [Line::default(), title].into_iter().chain(words).collect()
    }

    fn evidence_line(&self) -> Line<'static> {
        let args = [("grade", Arg::from(self.score.grade.to_string())), ("cap", points(self.score.cap).into())];
        Line::from(vec![Span::styled(say_with(self.lang, key::WALK_EVIDENCE, &args), self.theme.dim)])
    }

    fn record(&self, record: &Record, selected: bool) -> Vec<Line<'static>> {
        let inspection = &self.sheet.inspection;
        let text = match record {
            Record::Evidence(id) => {
                inspection.evidence.get(id).map(|evidence| format!("{id} {}", self.evidence(evidence)))
            }
            Record::Finding(id) => inspection.findings.get(id).map(|finding| {
                format!("{id} {}: {}", say(self.lang, words::finding_kind(finding.kind)), finding.condition)
            }),
            Record::Recommendation(id) => inspection.recommendations.get(id).map(|recommendation| {
                let due = recommendation.due.map(date).unwrap_or_default();
                format!(
                    "{id} {}: {} · {} · {due}",
                    say(self.lang, key::WORD_RECOMMENDATION),
                    recommendation.action,
                    recommendation.owner
                )
            }),
        };
        let style = if selected { self.theme.selected } else { self.theme.text };
        let mark = if selected { marks::SELECTED } else { " " };
        wrapped(&format!("{mark} {}", text.unwrap_or_default()), self.width, style)
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        let kind = self.sheet.programme.evidence_kind(&evidence.kind);
        let name = kind
            .map_or_else(|| evidence.kind.to_string(), |kind| format!("{} {}", kind.name.to(self.lang), kind.grade));
        let mut parts = vec![name, evidence.text.clone()];
        parts.extend((!evidence.source.is_empty()).then(|| evidence.source.clone()));
        parts.extend(evidence.collected.map(day_of));
        parts.extend(evidence.file.as_ref().map(|file| file.name.clone()));
        let why = uncounted(&self.sheet.programme, &self.sheet.inspection, evidence).map(|why| match why {
            Uncounted::Contradicts => key::WALK_CONTRADICTS,
            Uncounted::Expired => key::WALK_EXPIRED,
            Uncounted::Outside => key::WALK_OUTSIDE,
            Uncounted::UnknownKind => key::WALK_UNKNOWN_KIND,
        });
        parts.extend(why.map(|why| say(self.lang, why)));
        parts.join(" · ")
    }
}
