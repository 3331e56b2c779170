//! Draws what stands beside the item: last time's answer at the same item, what is still open for it, shortfalls that come back, the
//! scores of the sections. The same rows fill the box that narrow screens open; where there is neither, one line says the gist.

use super::super::{
    Walk,
    fairness::{Beside, burden, or_dash},
    last_time::{LastTime, Open, fell_short_in, open},
    sheet::Sheet,
};
use crate::{
    domain::{
        answer::Answer as Mark,
        follow_up::{OpenMatter, State},
        life::Stage,
        programme::Item,
        score::asked,
    },
    i18n::{Arg, Lang, conditions::condition, date, key, points, say, say_with, words},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{marks, prose::Prose, theme::Theme, widgets::cell},
    },
};
use chrono::NaiveDate;
use ratatui::{style::Style, text::Line};

/// The title of the pane: which round last time was.
pub(super) fn title(walk: &Walk, shared: &Shared) -> String {
    let lang = shared.lang();
    if walk.is_second() {
        return say(lang, key::SECOND_ASIDE);
    }
    let Some(last) = &walk.last_time else { return say(lang, key::ASIDE_NO_LAST_TIME) };
    let round = &last.inspection.plan.round;
    let title = shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone());
    say_with(lang, key::ASIDE_TITLE, &[("round", title.into())])
}

/// The rows of the pane, wrapped to `columns`.
pub(super) fn rows(
    walk: &Walk,
    sheet: &Sheet,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) -> Vec<Line<'static>> {
    let mut prose = Prose::new(columns, theme);
    let Some(item) = sheet.item() else { return prose.rows() };
    if walk.is_second() {
        prose.put(&say(shared.lang(), key::SECOND_ASIDE_WORDS), theme.text);
        return prose.rows();
    }
    let mut writing = Writing { prose: &mut prose, theme, lang: shared.lang() };
    if let Some(last) = &walk.last_time {
        writing.answer(last, item);
    }
    writing.open(&open(&walk.earlier, &sheet.programme, &item.id), today);
    writing.repeated(walk, sheet, item);
    writing.sections(walk, sheet, columns);
    writing.skipped(sheet);
    writing.burden(&burden(walk, sheet, shared), columns);
    prose.rows()
}

/// What last time said of the item, a paragraph each, the round first; nothing when it said nothing.
pub(in super::super) fn last_time(walk: &Walk, sheet: &Sheet, shared: &Shared, today: NaiveDate) -> Vec<String> {
    let (Some(last), Some(item)) = (&walk.last_time, sheet.item()) else { return Vec::new() };
    let theme = Theme::mono();
    let mut prose = Prose::new(u16::MAX, &theme);
    let mut writing = Writing { prose: &mut prose, theme: &theme, lang: shared.lang() };
    writing.answer(last, item);
    writing.open(&open(&walk.earlier, &sheet.programme, &item.id), today);
    std::iter::once(title(walk, shared)).chain(prose.rows().iter().map(ToString::to_string)).collect()
}

/// The gist in one line: `lần trước 3 → đỡ được 50 · còn mở 1 kiến nghị`; nothing when last time says nothing of the item.
pub(super) fn gist(walk: &Walk, sheet: &Sheet, lang: Lang, today: NaiveDate) -> Option<(String, bool)> {
    let item = sheet.item()?;
    let mut parts = Vec::new();
    let last = walk.last_time.as_ref().and_then(|last| Some((last, last.mark(&item.id)?)));
    parts.extend(last.map(|(last, mark)| match (mark, last.score(&item.id)) {
        (Mark::Rated(level), Some(score)) => {
            let args = [("level", Arg::from(level.get().to_string())), ("effective", points(score.effective).into())];
            say_with(lang, key::ASIDE_GIST_RATED, &args)
        }
        (Mark::NotApplicable(_), _) => say(lang, key::ASIDE_GIST_NOT_APPLICABLE),
        _ => say(lang, key::ASIDE_GIST_NOT_VERIFIED),
    }));
    let open = open(&walk.earlier, &sheet.programme, &item.id);
    let overdue = open.iter().any(|open| is_overdue(open.matter, today));
    if !open.is_empty() {
        parts.push(say_with(lang, key::ASIDE_GIST_OPEN, &[("count", open.len().into())]));
    }
    (!parts.is_empty()).then(|| (parts.join(" · "), overdue))
}

struct Writing<'a, 'b> {
    prose: &'a mut Prose<'b>,
    theme: &'a Theme,
    lang: Lang,
}

impl Writing<'_, '_> {
    /// Level, what the evidence carried of it, the evidence, the note, the shortfalls.
    fn answer(&mut self, last: &LastTime, item: &Item) {
        let (lang, theme) = (self.lang, self.theme);
        let scale = &last.programme.scale;
        match (last.mark(&item.id), last.score(&item.id)) {
            (Some(Mark::Rated(level)), Some(score)) => {
                let level = level.get();
                let args = [
                    ("level", Arg::from(level.to_string())),
                    ("claimed", points(score.claimed).into()),
                    ("grade", score.grade.to_string().into()),
                    ("effective", points(score.effective).into()),
                ];
                let style = if score.ceiling.is_some() { theme.warn } else { theme.strong };
                let mark = if score.ceiling.is_some() { marks::GAP } else { marks::DONE };
                self.prose.item(mark, &say_with(lang, key::ASIDE_RATED, &args), style);
                let then = last.programme.item(&item.id).and_then(|item| item.levels.get(usize::from(level)));
                self.prose.put(then.map_or("", |words| words.to(lang)), theme.dim);
            }
            (Some(Mark::NotApplicable(why)), _) => {
                let words = format!("{}: {}", scale.not_applicable.to(lang), why.as_str());
                self.prose.item(marks::NOT_APPLICABLE, &words, theme.text);
            }
            (Some(Mark::NotVerified(why)), _) => {
                let words = format!("{}: {}", scale.not_verified.to(lang), why.as_str());
                self.prose.item(marks::NOT_VERIFIED, &words, theme.text);
            }
            _ => self.prose.put(&say(lang, key::ASIDE_NOT_ASKED), theme.dim),
        }
        let Some(entry) = last.inspection.entries.get(&item.id) else { return };
        for evidence in entry.evidence.iter().filter_map(|id| last.inspection.evidence.get(id)) {
            let grade = last.programme.evidence_kind(&evidence.kind).map(|kind| kind.grade.to_string());
            let mut parts: Vec<String> = grade.into_iter().chain([evidence.text.clone()]).collect();
            parts.extend((!evidence.source.is_empty()).then(|| evidence.source.clone()));
            parts.extend(evidence.collected.map(date));
            self.prose.item("·", &parts.join(" · "), theme.text);
        }
        if !entry.note.is_empty() {
            self.prose.put(&format!("{}: {}", say(lang, key::FIELD_NOTE), entry.note), theme.text);
        }
        for (id, finding) in last.shortfalls(&item.id) {
            let kind = say(lang, words::finding_kind(finding.kind));
            self.prose.item("·", &format!("{id} {kind}: {}", finding.condition), theme.text);
        }
    }

    /// What is still to be done or only declared, with its day; that of the item itself first.
    fn open(&mut self, open: &[Open], today: NaiveDate) {
        if open.is_empty() {
            return;
        }
        let (lang, theme) = (self.lang, self.theme);
        self.prose.title(&say_with(lang, key::ASIDE_OPEN, &[("count", open.len().into())]));
        for Open { matter, of_item } in open {
            let mut parts = vec![format!("{} {} {}", matter.round, matter.number, matter.action)];
            parts.extend((!matter.owner.is_empty()).then(|| matter.owner.clone()));
            parts.extend((!of_item).then(|| say(lang, key::ASIDE_OF_SECTION)));
            let mark = if is_overdue(matter, today) { marks::OVERDUE } else { "·" };
            self.prose.item(mark, &parts.join(" · "), theme.text);
            if matter.stage == Stage::Declared {
                self.prose.item(" ", &say(lang, words::stage(matter.stage)), theme.warn);
            } else if let Some((when, style)) = self.when(matter, today) {
                self.prose.item(" ", &when, style);
            }
        }
    }

    fn when(&self, matter: &OpenMatter, today: NaiveDate) -> Option<(String, Style)> {
        let due = matter.due?;
        let (key, days, style) = match matter.state(today) {
            State::Overdue(days) => (key::ASIDE_OVERDUE, days, self.theme.bad),
            State::DueSoon(days) => (key::ASIDE_DUE_IN, days, self.theme.warn),
            State::Later(days) => (key::ASIDE_DUE_IN, days, self.theme.dim),
            State::NoDay => return None,
        };
        Some((say_with(self.lang, key, &[("day", date(due).into()), ("days", days.into())]), style))
    }

    fn repeated(&mut self, walk: &Walk, sheet: &Sheet, item: &Item) {
        let rounds = fell_short_in(&walk.earlier, &item.id);
        let here = sheet.inspection.findings.values().any(|finding| {
            finding.kind == crate::domain::finding::FindingKind::Shortfall && finding.items.contains(&item.id)
        });
        // Last time alone is told above already; it is repeated when it comes back, or was there before.
        if rounds.is_empty() || (rounds.len() == 1 && !here && walk.last_time.is_some()) {
            return;
        }
        let names: Vec<&str> = rounds.into_iter().map(crate::domain::ids::RoundId::as_str).collect();
        self.prose.gap();
        let words = say_with(self.lang, key::ASIDE_REPEATED, &[("rounds", names.join(", ").into())]);
        self.prose.item(marks::OVERDUE, &words, self.theme.warn);
    }

    /// What the inspection costs the unit, when anything of it was recorded: now, last time, in the middle of the round.
    fn burden(&mut self, rows: &[Beside], columns: u16) {
        const FIGURES: u16 = 6;
        if rows.is_empty() {
            return;
        }
        let names = columns.saturating_sub(3 * FIGURES);
        let mut row = |name: &str, figures: [String; 3], style: Style| {
            let figures = figures.map(|figure| cell(&figure, FIGURES, Align::Right, style));
            self.prose.row(Line::from([vec![cell(name, names, Align::Left, style)], figures.into()].concat()));
        };
        row("", Default::default(), self.theme.text);
        let heads = [key::BURDEN_HERE, key::BURDEN_LAST_SHORT, key::BURDEN_ROUND_SHORT].map(|key| say(self.lang, key));
        row(&say(self.lang, key::BURDEN_ASIDE), heads, self.theme.strong);
        for beside in rows {
            row(&beside.name(self.lang), beside.figures.map(or_dash), self.theme.text);
        }
    }

    /// The items of the kind that are not asked here, and why.
    fn skipped(&mut self, sheet: &Sheet) {
        let seen = |item: &Item| sheet.assessment.items.iter().any(|score| score.item == item.id);
        let mut first = true;
        for (_, item) in asked(&sheet.programme, &sheet.inspection) {
            let Some(relevant) = item.relevant.as_ref().filter(|_| !seen(item)) else { continue };
            if std::mem::take(&mut first) {
                self.prose.title(&say(self.lang, key::ASIDE_SKIPPED));
            }
            let words = condition(self.lang, &sheet.programme, relevant);
            let why = say_with(self.lang, key::ASIDE_SKIPPED_WHY, &[("condition", words.into())]);
            let words = format!("{} {}: {why}", item.id, item.label.to(self.lang));
            self.prose.item(marks::SKIPPED, &words, self.theme.dim);
        }
    }

    /// Every section with its score now, the one in hand marked; of it also last time's.
    fn sections(&mut self, walk: &Walk, sheet: &Sheet, columns: u16) {
        let (lang, theme) = (self.lang, self.theme);
        let here = sheet.section().map(|section| &section.id);
        self.prose.title(&say(lang, key::ASIDE_SECTIONS));
        for (id, score) in &sheet.assessment.sections {
            let section = sheet.programme.sections.iter().find(|section| section.id == *id);
            let title = section.map_or("", |section| section.title.to(lang));
            let mark = if Some(id) == here { marks::HERE } else { " " };
            self.prose.bar(&format!("{mark}{title}"), score.supported, &points(score.supported), bars(columns));
            let last = walk.last_time.as_ref().and_then(|last| last.of_section(id));
            if let Some(last) = last.filter(|_| Some(id) == here) {
                let words = say_with(lang, key::ASIDE_SECTION_LAST, &[("points", points(last).into())]);
                self.prose.put(&format!(" {words}"), theme.dim);
            }
        }
    }
}

/// Whether it is open and its day has passed.
fn is_overdue(matter: &OpenMatter, today: NaiveDate) -> bool {
    matter.stage == Stage::Open && matches!(matter.state(today), State::Overdue(_))
}

fn bars(columns: u16) -> u16 {
    if columns >= 44 { 12 } else { 8 }
}
