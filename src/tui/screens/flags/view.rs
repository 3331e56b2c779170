//! Draws the flags: the list, and the one in hand whole; of copied prose both texts stand side by side.
//!
//! ```text
//! ┌ 3 cờ chưa trả lời ────────────────┬ T05 lời chép · khó giải thích ───────────┐
//! │▌⚑ T05 lời chép             F-02   │ Thực trạng của F-02 giống 96 % với …     │
//! │ ✓ T15 kiểm tra ở hội trường       │ Lối ra  Viết điều chỉ đúng với nơi này   │
//! └───────────────────────────────────┴──────────────────────────────────────────┘
//! ```

use super::{Flags, words};
use crate::{
    domain::flags::{Flag, Weight},
    i18n::{Lang, flags as named, key, say},
    report::flags::Flagged,
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            form,
            layout::{beside, first_row, inside, row_at as row_in},
            marks,
            theme::Theme,
            widgets::{cell, line, lines, page, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// Columns from which the flag in hand stands beside the list.
const BESIDE: u16 = 100;

/// Where list and detail stand.
fn places(area: Rect) -> (Rect, Rect) {
    let [list, detail] = if area.width >= BESIDE {
        beside(area, [Constraint::Length(48), Constraint::Min(40)])
    } else {
        Layout::vertical([Constraint::Min(4), Constraint::Percentage(55)]).areas(area)
    };
    (list, detail)
}

/// The flag at a place of the list.
pub(super) fn row_at(screen: &Flags, at: Position, area: Rect) -> Option<usize> {
    row_in(at, inside(places(area).0), screen.cursor.at(), screen.flags().len())
}

pub(super) fn draw(screen: &Flags, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Some(flagged) = &screen.flagged else {
        let inner = page(frame, area, &say(lang, key::FLAGS_PANEL), theme);
        lines(frame, inner, wrapped(&say(lang, key::FLAGS_LOADING), inner.width, theme.dim));
        return;
    };
    let (list, detail) = places(area);
    let inner = panel(frame, list, &words::title(flagged, lang), theme);
    if flagged.flags.is_empty() {
        lines(frame, inner, wrapped(&say(lang, key::FLAGS_NONE_LONG), inner.width, theme.dim));
    }
    let first = first_row(screen.cursor.at(), flagged.flags.len(), usize::from(inner.height));
    for (offset, (at, flag)) in (0..inner.height).zip(flagged.flags.iter().enumerate().skip(first)) {
        let here = at == screen.cursor.at();
        let words = row(flagged, flag, here, inner.width, lang, theme);
        let place = Rect { y: inner.y + offset, height: 1, ..inner };
        line(frame, place, if here { selected(words, theme) } else { words });
    }
    if let Some(flag) = screen.selected() {
        draw_detail(flagged, flag, frame, detail, lang, theme);
    }
    if let Some(open) = &screen.form {
        form::draw(open, frame, area, lang, theme);
    }
}

fn row(flagged: &Flagged, flag: &Flag, here: bool, width: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    let answered = flagged.answer(flag).is_some();
    let (mark, style) = match (answered, flag.weight()) {
        (true, _) => (marks::DONE, theme.good),
        (false, Weight::Alert) => (marks::OVERDUE, theme.bad),
        (false, Weight::Warning) => (marks::FLAG, theme.warn),
        (false, Weight::Info) => (marks::SKIPPED, theme.dim),
    };
    let place = 9;
    Line::from(vec![
        Span::styled(if here { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(flag.code(), 4, Align::Left, theme.strong),
        cell(&words::name(flag, lang), width.saturating_sub(8 + place), Align::Left, theme.text),
        cell(&pointed_at(flag), place, Align::Right, theme.dim),
        Span::raw(" "),
    ])
}

fn draw_detail(flagged: &Flagged, flag: &Flag, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let title = format!("{} {} · {}", flag.code(), words::name(flag, lang), say(lang, named::weight(flag.weight())));
    let inner = page(frame, area, &title, theme);
    let wording = flagged.wording(lang);
    let mut rows = wrapped(&wording.seen(flag), inner.width, theme.text);
    rows.push(Line::default());
    rows.extend(wrapped(
        &format!("{} {}", say(lang, key::FLAGS_WAY_OUT), wording.way_out(flag)),
        inner.width,
        theme.accent,
    ));
    if let Some(answer) = words::answer(flagged, flag, lang) {
        rows.push(Line::default());
        rows.extend(wrapped(&answer, inner.width, theme.good));
    }
    let used = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    lines(frame, inner, rows);
    if let Some((own, other)) = flagged.beside.get(&flag.key()) {
        let rest = Rect { y: inner.y.saturating_add(used + 1), height: inner.height.saturating_sub(used + 1), ..inner };
        let [left, gap, right] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Length(3), Constraint::Fill(1)]).areas(rest);
        lines(frame, left, wrapped(own, left.width, theme.text));
        lines(frame, gap, (0..gap.height).map(|_| Line::styled(" │", theme.dim)).collect());
        lines(frame, right, wrapped(other, right.width, theme.dim));
    }
}

/// What stands at the end of a row: the thing it points at, else the recommendation of an earlier visit.
fn pointed_at(flag: &Flag) -> String {
    match flag {
        Flag::OnPaper { recommendation, .. } | Flag::PastDue { recommendation, .. } => recommendation.to_string(),
        Flag::StraightLine { .. } => String::new(),
        _ => flag.place().to_string(),
    }
}
