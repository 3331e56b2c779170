//! Draws the item in hand: question, guidance, levels, and what is recorded.

use super::super::{records::Record, sheet::Sheet};
use super::Target;
use crate::{
    domain::{
        answer::Answer,
        evidence::Evidence,
        programme::Item,
        score::{Ceiling, ItemScore, Uncounted, uncounted},
    },
    i18n::{Arg, Lang, date, day_of, key, points, samples, say, say_with, words},
    text::width::truncate,
    tui::ui::{
        Frame,
        layout::{first_row, words_inside},
        marks,
        theme::Theme,
        widgets::{hanging, lines, panel, wrapped},
    },
};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

pub(super) fn draw(sheet: &Sheet, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let Some(drawing) = Drawing::of(sheet, area, lang, theme) else { return };
    let place = format!("{} · {}/{}", drawing.item.id, sheet.position() + 1, sheet.assessment.items.len());
    panel(frame, area, &place, theme);
    let inner = words_inside(area);
    lines(frame, inner, drawing.fitted(usize::from(inner.height)).into_iter().map(|(_, row)| row).collect());
}

/// What stands at a place of the item drawn in `area`.
pub(super) fn target_at(sheet: &Sheet, at: Position, area: Rect, lang: Lang) -> Option<Target> {
    let inner = words_inside(area);
    let theme = Theme::mono();
    let rows = Drawing::of(sheet, area, lang, &theme)?.fitted(usize::from(inner.height));
    inner.contains(at).then(|| rows.get(usize::from(at.y - inner.y))?.0).flatten()
}

/// The question with its whole guidance, levels and the talk with residents, for the box that shows nothing else.
pub(super) fn guidance_rows(sheet: &Sheet, columns: u16, lang: Lang, theme: &Theme) -> Vec<Line<'static>> {
    let Some((item, score)) = sheet.item().zip(sheet.score()) else { return Vec::new() };
    let drawing = Drawing { sheet, item, score, lang, theme, width: columns };
    let mut rows = drawing.question();
    rows.push(Line::default());
    rows.extend(drawing.guidance(true));
    rows.push(Line::default());
    rows.push(Line::styled(say(lang, key::WALK_LEVELS), theme.dim));
    rows.extend(drawing.levels(true).into_iter().map(|(_, row)| row));
    rows.extend(drawing.talk());
    rows
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

/// How much of an item is shown.
#[derive(Debug, Clone, Copy)]
struct Measure {
    /// Empty rows between its parts.
    air: bool,
    /// Guidance whole, in a row each, or not at all.
    guidance: Option<bool>,
    /// Levels whole, or a row each.
    levels: bool,
}

impl<'a> Drawing<'a> {
    fn of(sheet: &'a Sheet, area: Rect, lang: Lang, theme: &'a Theme) -> Option<Self> {
        let (item, score) = (sheet.item()?, sheet.score()?);
        Some(Self { sheet, item, score, lang, theme, width: words_inside(area).width })
    }

    /// The item with each paragraph on a line of its own.
    pub(super) fn unbroken(sheet: &'a Sheet, lang: Lang, theme: &'a Theme) -> Option<Self> {
        let (item, score) = (sheet.item()?, sheet.score()?);
        Some(Self { sheet, item, score, lang, theme, width: u16::MAX })
    }

    /// Question, guidance and the talk with residents, whole.
    pub(super) fn asked(&self) -> Vec<Line<'static>> {
        [self.question(), self.guidance(true), self.talk()].concat()
    }

    /// What fits into `height` rows. Where all of it does not, air goes first, then guidance shrinks to a line each, then the levels
    /// not chosen, then guidance goes, then the end of the question: what the inspector is about to write must be in sight.
    fn fitted(&self, height: usize) -> Vec<Row> {
        let recorded = self.recorded();
        let talk = still(self.talk());
        let measure = |air, guidance, levels| Measure { air, guidance, levels };
        for with in [
            measure(true, Some(true), true),
            measure(false, Some(true), true),
            measure(false, Some(false), true),
            measure(false, Some(false), false),
            measure(false, None, false),
        ] {
            let mut rows = self.head(with);
            rows.extend(recorded.iter().map(|(_, row)| row.clone()));
            if rows.len() <= height {
                if rows.len() + talk.len() <= height {
                    rows.extend(talk);
                }
                return rows;
            }
        }
        self.windowed(&recorded, height)
    }

    /// Question, guidance and levels.
    fn head(&self, with: Measure) -> Vec<Row> {
        let air = || still(if with.air { vec![Line::default()] } else { Vec::new() });
        let guidance = still(with.guidance.map(|whole| self.guidance(whole)).unwrap_or_default());
        let after = if guidance.is_empty() { Vec::new() } else { air() };
        [still(self.question()), air(), guidance, after, self.levels(with.levels), air()].concat()
    }

    /// The most that fits where not even the barest does: the record in hand stays in sight, else the question loses its end.
    fn windowed(&self, recorded: &[(Option<usize>, Row)], height: usize) -> Vec<Row> {
        let bare = Measure { air: false, guidance: None, levels: false };
        let mut rows = self.head(bare);
        if let Some(at) = self.sheet.record_position() {
            let head = rows.len();
            rows.extend(recorded.iter().map(|(_, row)| row.clone()));
            let own: Vec<usize> = (0..recorded.len()).filter(|row| recorded[*row].0 == Some(at)).collect();
            let (start, end) = (head + own.first().unwrap_or(&0), head + own.last().map_or(0, |last| last + 1));
            // Its first row where it is longer than the window, else all of it with what stands around.
            let skip = if end - start >= height { start } else { first_row(end - 1, rows.len(), height).min(start) };
            return rows.into_iter().skip(skip).take(height).collect();
        }
        let question = still(self.question());
        let rest: Vec<Row> =
            rows.split_off(question.len()).into_iter().chain(recorded.iter().map(|(_, row)| row.clone())).collect();
        // Two rows tell what is asked; where the level comes from elsewhere, that is worth the second.
        let least = if self.item.measures_sample { 1 } else { 2 };
        let room = height.saturating_sub(rest.len()).max(least);
        if let Some([(_, last), (_, next)]) = question.get(room - 1..=room) {
            rows.truncate(room - 1);
            rows.push((None, self.cut(&format!("{last} {next}"), self.theme.strong)));
        }
        rows.extend(rest);
        if rows.len() > height && height > 0 {
            let below = rows.len() - height + 1;
            rows.truncate(height - 1);
            let words = say_with(self.lang, key::WALK_MORE_BELOW, &[("count", below.into())]);
            rows.push((Some(Target::Records), Line::styled(words, self.theme.dim)));
        }
        rows
    }

    fn question(&self) -> Vec<Line<'static>> {
        wrapped(self.item.question.to(self.lang), self.width, self.theme.strong)
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
            // The name stands apart by its weight, so that both are found at a glance.
            let name = format!("{}: ", say(self.lang, name));
            let text = format!("{name}{words}");
            let rows = if whole {
                wrapped(&text, self.width, self.theme.text)
            } else {
                vec![self.cut(&text, self.theme.text)]
            };
            out.extend(
                rows.into_iter().enumerate().map(|(at, row)| if at == 0 { self.named(&name, row) } else { row }),
            );
        }
        out
    }

    /// A row that begins with a name, the name in the weight of names.
    fn named(&self, name: &str, row: Line<'static>) -> Line<'static> {
        let words: String = row.spans.into_iter().map(|span| span.content.into_owned()).collect();
        match words.strip_prefix(name) {
            Some(rest) => Line::from(vec![
                Span::styled(name.to_owned(), self.theme.dim),
                Span::styled(rest.to_owned(), self.theme.text),
            ]),
            None => Line::styled(words, self.theme.text),
        }
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
            let (mark, words) = (if here { format!("[{level}]") } else { format!(" {level} ") }, words.to(self.lang));
            let style = if here { self.theme.accent } else { self.theme.text };
            let rows = if whole || here {
                hanging(&mark, words, self.width, style)
            } else {
                vec![self.cut(&format!("{mark} {words}"), style)]
            };
            let target = u8::try_from(level).ok().map(Target::Level);
            out.extend(rows.into_iter().map(|row| (target, row)));
        }
        let scale = &self.sheet.programme.scale;
        match answer {
            Some(Answer::NotApplicable(reason)) => {
                let words = format!("{}: {}", scale.not_applicable.to(self.lang), reason.as_str());
                let mark = format!("[{}]", marks::NOT_APPLICABLE);
                out.extend(still(hanging(&mark, &words, self.width, self.theme.accent)));
            }
            Some(Answer::NotVerified(reason)) => {
                let words = format!("{}: {}", scale.not_verified.to(self.lang), reason.as_str());
                let mark = format!("[{}]", marks::NOT_VERIFIED);
                out.extend(still(hanging(&mark, &words, self.width, self.theme.accent)));
            }
            _ => {}
        }
        out
    }

    /// What is recorded; each row with the place of the record that it belongs to.
    pub(super) fn recorded(&self) -> Vec<(Option<usize>, Row)> {
        let mut out = Vec::new();
        let still = |rows: Vec<Line<'static>>| rows.into_iter().map(|row| (None, (None, row)));
        // Where the level comes from stands first: on a small screen what follows may be out of sight.
        if self.item.measures_sample {
            let basis = samples::basis(self.lang, &self.sheet.programme, &self.sheet.inspection);
            let rows = basis.map(|words| hanging(marks::DRAWN, &words, self.width, self.theme.accent));
            out.extend(still(rows.unwrap_or_default()));
        }
        out.push((None, (None, self.evidence_line())));
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
            Some(Ceiling::Sample | Ceiling::Undrawn) => samples::bites(self.lang, self.score),
            None => None,
        };
        let ceiling = ceiling.map(|words| hanging(marks::GAP, &words, self.width, self.theme.warn));
        out.extend(still(ceiling.unwrap_or_default()));
        if self.score.propose_not_verified {
            out.extend(still(wrapped(&self.proposal(), self.width, self.theme.warn)));
        }
        for (at, record) in self.sheet.records().iter().enumerate() {
            let selected = self.sheet.record_position() == Some(at);
            let rows = self.record(record, selected).into_iter();
            out.extend(rows.map(|row| (Some(at), (Some(Target::Record(at)), row))));
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

    /// That a low rating on words alone is better not verified, with the command as the footer names it.
    fn proposal(&self) -> String {
        let command = say(self.lang, key::COMMAND_NOT_VERIFIED);
        say_with(self.lang, key::WALK_PROPOSE_NOT_VERIFIED, &[("command", command.into())])
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
        hanging(mark, &text.unwrap_or_default(), self.width, style)
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
