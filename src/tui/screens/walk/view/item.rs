//! Draws the item in hand: question, guidance, levels, and what is recorded.

use super::super::{
    records::Record,
    sheet::{Pane, Sheet},
};
use super::Target;
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
        layout::inside,
        marks,
        theme::Theme,
        widgets::{lines, panel, wrapped},
    },
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

pub(super) fn draw(sheet: &Sheet, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let Some(drawing) = Drawing::of(sheet, area, lang, theme) else { return };
    let place = format!("{} · {}/{}", drawing.item.id, sheet.position() + 1, sheet.assessment.items.len());
    let inner = panel(frame, area, &place, theme);
    lines(frame, inner, drawing.fitted(usize::from(inner.height)).into_iter().map(|(_, row)| row).collect());
}

/// What stands at a place of the item drawn in `area`.
pub(super) fn target_at(sheet: &Sheet, at: Position, area: Rect, lang: Lang) -> Option<Target> {
    let inner = inside(area);
    let theme = Theme::mono();
    let rows = Drawing::of(sheet, area, lang, &theme)?.fitted(usize::from(inner.height));
    inner.contains(at).then(|| rows.get(usize::from(at.y - inner.y))?.0).flatten()
}

/// A row, and what a click on it means.
pub(super) type Row = (Option<Target>, Line<'static>);

/// Rows that mean nothing to a click.
fn still(rows: Vec<Line<'static>>) -> Vec<Row> {
    rows.into_iter().map(|row| (None, row)).collect()
}

pub(super) struct Drawing<'a> {
    sheet: &'a Sheet,
    item: &'a Item,
    score: &'a ItemScore,
    lang: Lang,
    theme: &'a Theme,
    width: u16,
}

impl<'a> Drawing<'a> {
    fn of(sheet: &'a Sheet, area: Rect, lang: Lang, theme: &'a Theme) -> Option<Self> {
        let (item, score) = (sheet.item()?, sheet.score()?);
        Some(Self { sheet, item, score, lang, theme, width: inside(area).width })
    }

    /// The item with each paragraph on a line of its own.
    pub(super) fn unbroken(sheet: &'a Sheet, lang: Lang, theme: &'a Theme) -> Option<Self> {
        let (item, score) = (sheet.item()?, sheet.score()?);
        Some(Self { sheet, item, score, lang, theme, width: u16::MAX })
    }

    /// The question whole.
    pub(super) fn question(&self) -> Vec<Row> {
        still(wrapped(self.item.question.to(self.lang), self.width, self.theme.strong))
    }

    /// The guidance whole.
    pub(super) fn guidance_rows(&self) -> Vec<Row> {
        still(self.guidance(true))
    }

    /// The talk with residents.
    pub(super) fn talk_rows(&self) -> Vec<Row> {
        still(self.talk())
    }

    /// What fits into `height` rows. Where all of it does not, guidance shrinks to a line each, then the levels not chosen, then
    /// guidance goes, then the end of the question: what the inspector is about to write must be in sight.
    fn fitted(&self, height: usize) -> Vec<Row> {
        let question = self.question();
        let recorded = self.recorded();
        let mut best = Vec::new();
        let talk = still(self.talk());
        for (guidance, levels) in [(Some(true), true), (Some(false), true), (Some(false), false), (None, false)] {
            let guidance = still(guidance.map(|whole| self.guidance(whole)).unwrap_or_default());
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
        if let Some([(_, last), (_, next)]) = question.get(room - 1..=room) {
            best.truncate(room - 1);
            best.push((None, self.cut(&format!("{last} {next}"), self.theme.strong)));
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

    fn levels(&self, whole: bool) -> Vec<Row> {
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
            let rows = if whole || here { wrapped(&text, self.width, style) } else { vec![self.cut(&text, style)] };
            let target = u8::try_from(level).ok().map(Target::Level);
            out.extend(rows.into_iter().map(|row| (target, row)));
        }
        let scale = &self.sheet.programme.scale;
        match answer {
            Some(Answer::NotApplicable(reason)) => {
                out.extend(still(wrapped(
                    &format!("[{}] {}: {}", marks::NOT_APPLICABLE, scale.not_applicable.to(self.lang), reason.as_str()),
                    self.width,
                    self.theme.accent,
                )));
            }
            Some(Answer::NotVerified(reason)) => {
                out.extend(still(wrapped(
                    &format!("[{}] {}: {}", marks::NOT_VERIFIED, scale.not_verified.to(self.lang), reason.as_str()),
                    self.width,
                    self.theme.accent,
                )));
            }
            _ => {}
        }
        out
    }

    pub(super) fn recorded(&self) -> Vec<Row> {
        let mut out = vec![(None, self.evidence_line())];
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
        let ceiling = ceiling.map(|words| wrapped(&format!("{} {words}", marks::GAP), self.width, self.theme.warn));
        out.extend(still(ceiling.unwrap_or_default()));
        if self.score.propose_not_verified {
            out.extend(still(wrapped(&say(self.lang, key::WALK_PROPOSE_NOT_VERIFIED), self.width, self.theme.warn)));
        }
        for (at, record) in self.sheet.records().iter().enumerate() {
            let selected = self.sheet.record_position() == Some(at);
            out.extend(self.record(record, selected).into_iter().map(|row| (Some(Target::Record(at)), row)));
        }
        let note = self.sheet.inspection.entries.get(&self.item.id).map_or("", |entry| entry.note.as_str());
        if !note.is_empty() {
            out.extend(still(wrapped(
                &format!("{}: {note}", say(self.lang, key::FIELD_NOTE)),
                self.width,
                self.theme.text,
            )));
        }
        if self.sheet.assessment.broken.contains(&self.item.id)
            && let Some(constraint) = &self.item.constraint
        {
            out.extend(still(wrapped(
                &format!("{} {}", marks::OVERDUE, constraint.text.to(self.lang)),
                self.width,
                self.theme.bad,
            )));
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
