//! Draws the second look: what is told above, the drawn items – with both marks once it is signed –, and what both noted at the one in hand.

use super::SecondLook;
use crate::{
    domain::{
        answer::Answer,
        ids::ItemId,
        inspection::Inspection,
        second::{Agreement, Differs, Pair},
    },
    i18n::{date, key, say, say_with, second as said, short_hash},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{self, WIDE, beside, first_row, inside},
            marks,
            prose::Prose,
            theme::Theme,
            widgets::{cell, footnote, line, lines, page as pane, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// Columns of both marks in their signs: `3 → ?`.
const MARKS: u16 = 8;
/// Rows from which on what both noted stands below the list.
const TALL: u16 = 18;
/// Columns of how two marks differ.
const DIFFERS: u16 = 26;

/// What is told above the items, a paragraph each.
pub(super) fn told(screen: &SecondLook, shared: &Shared) -> Vec<String> {
    let lang = shared.lang();
    let Some(second) = screen.second() else { return vec![say(lang, key::SECOND_HOW)] };
    let seed = [
        ("seed", second.draw.seed().as_str().into()),
        ("population", second.draw.population().into()),
        ("hash", short_hash(second.draw.sha256()).into()),
    ];
    let mut told = if screen.is_done() {
        said::agreement(lang, &Agreement::of(&screen.pairs()))
    } else {
        vec![say_with(lang, key::SECOND_HOW_WAIT, &[("by", second.by.as_str().into())])]
    };
    told.extend(said::opened(lang, second));
    told.push(say_with(lang, key::SECOND_SEED, &seed));
    told
}

/// Who looks again, and how far.
pub(super) fn title(screen: &SecondLook, shared: &Shared) -> String {
    let lang = shared.lang();
    let (Some(second), Some(look)) = (screen.second(), &screen.look) else { return say(lang, key::SECOND_TITLE_NONE) };
    let by = ("by", second.by.as_str().into());
    if let Some(signed) = &look.sign_off {
        return say_with(lang, key::SECOND_TITLE_DONE, &[by, ("day", date(signed.at.date_naive()).into())]);
    }
    let items = second.items();
    let done = items.iter().filter(|item| look.answer(item).is_some()).count();
    say_with(lang, key::SECOND_TITLE_OPEN, &[by, ("done", done.into()), ("items", items.len().into())])
}

/// Where things stand.
struct Places {
    list: Rect,
    told: Rect,
    rows: Rect,
    /// What both noted, once it is signed.
    noted: Option<Rect>,
}

fn places(screen: &SecondLook, area: Rect, shared: &Shared) -> Places {
    let (list, noted) = match (screen.is_done(), area.width >= WIDE) {
        (false, _) => (area, None),
        (true, true) => {
            let [list, noted] = beside(area, [Constraint::Min(68), Constraint::Length((area.width / 4).max(44))]);
            (list, Some(noted))
        }
        (true, false) if area.height < TALL => (area, None),
        (true, false) => {
            let [list, noted] = Layout::vertical([Constraint::Percentage(62), Constraint::Min(5)]).areas(area);
            (list, Some(noted))
        }
    };
    let inner = inside(list);
    let width = inner.width.saturating_sub(2);
    let wanted: usize = told(screen, shared).iter().map(|words| wrapped(words, width, Theme::mono().text).len()).sum();
    // The items come first, up to six of them; what is told gets the rest, the most telling first.
    let rows = u16::try_from(screen.pairs().len()).unwrap_or(u16::MAX).min(6);
    let told = u16::try_from(wanted).unwrap_or(u16::MAX).min(inner.height.saturating_sub(rows + 1));
    let [told, _, rows] =
        Layout::vertical([Constraint::Length(told), Constraint::Length(1), Constraint::Min(0)]).areas(inner);
    Places { list, told, rows, noted }
}

/// The row of the list at a place.
pub(super) fn row_at(screen: &SecondLook, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
    layout::row_at(at, places(screen, area, shared).rows, screen.pane.at(), screen.pairs().len())
}

pub(super) fn draw(screen: &SecondLook, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let Places { list, told, rows, noted } = places(screen, area, shared);
    panel(frame, list, &title(screen, shared), theme);
    let width = told.width.saturating_sub(2);
    let mut above: Vec<Line> = Vec::new();
    for (at, words) in self::told(screen, shared).iter().enumerate() {
        let style = if at == 0 && screen.second().is_some() { theme.strong } else { theme.text };
        let more = wrapped(words, width, style);
        // The first is always begun; the others stand whole or not at all.
        if at == 0 || above.len() + more.len() <= usize::from(told.height) {
            above.extend(more);
        }
    }
    lines(frame, Rect { x: told.x + 1, width, ..told }, above);
    let pairs = screen.pairs();
    let first = first_row(screen.pane.at(), pairs.len(), usize::from(rows.height));
    for (offset, (at, pair)) in (0..rows.height).zip(pairs.iter().enumerate().skip(first)) {
        let is_selected = at == screen.pane.at();
        let row = row(screen, pair, rows.width, shared, theme, is_selected);
        let row = if is_selected { selected(row, theme) } else { row };
        line(frame, Rect { y: rows.y + offset, height: 1, ..rows }, row);
    }
    if !pairs.is_empty() {
        footnote(frame, list, &format!("{}/{}", screen.pane.at() + 1, pairs.len()), theme.dim);
    }
    if let (Some(noted), Some(pair)) = (noted, pairs.get(screen.pane.at())) {
        draw_noted(screen, pair, frame, noted, area.width >= WIDE, shared, theme);
    }
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, shared.lang(), theme);
    }
}

/// The number of an item with its label.
pub(super) fn label(screen: &SecondLook, item: &ItemId, shared: &Shared) -> String {
    let known = screen.first.as_ref().and_then(|(_, programme)| programme.item(item));
    format!("{item} {}", known.map_or("", |item| item.label.to(shared.lang())))
}

/// ```text
/// ▌✗ C1-05 Mô hình đang chạy thật      3 → 1    lần sau thấp hơn 2 mức
/// ```
fn row(
    screen: &SecondLook,
    pair: &Pair,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    is_selected: bool,
) -> Line<'static> {
    let lang = shared.lang();
    let mut cells = vec![Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent)];
    let label = label(screen, &pair.item, shared);
    let (Some(look), Some(second)) = (&screen.look, screen.second()) else { return Line::from(cells) };
    if !screen.is_done() {
        let mark = if look.answer(&pair.item).is_some() { marks::DONE } else { " " };
        cells.extend([
            cell(mark, 2, Align::Left, theme.good),
            cell(&label, width.saturating_sub(3), Align::Left, theme.text),
        ]);
        return Line::from(cells);
    }
    let (mark, style) = match pair.differs() {
        Differs::Same => (marks::DONE, theme.good),
        Differs::Levels(-1 | 1) => (marks::UNDERWAY, theme.warn),
        Differs::Levels(_) | Differs::OnlyOne => (marks::OVERDUE, theme.bad),
    };
    let both = format!("{} → {}", sign(second.marks.get(&pair.item)), sign(look.answer(&pair.item)));
    let (marks_wide, differs_wide) = (MARKS, DIFFERS.min(width.saturating_sub(34)));
    let name = width.saturating_sub(4 + marks_wide + differs_wide);
    cells.extend([
        cell(mark, 2, Align::Left, style),
        cell(&label, name, Align::Left, theme.text),
        Span::raw(" "),
        cell(&both, marks_wide, Align::Left, theme.strong),
        cell(&said::differs(lang, pair.differs()), differs_wide, Align::Left, style),
    ]);
    Line::from(cells)
}

/// A mark in its sign, as the walk shows it.
fn sign(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Rated(level)) => level.get().to_string(),
        Some(Answer::NotApplicable(_)) => marks::NOT_APPLICABLE.to_owned(),
        Some(Answer::NotVerified(_)) => marks::NOT_VERIFIED.to_owned(),
        None => marks::SKIPPED.to_owned(),
    }
}

/// What both looks gave and noted at an item: below each other in a pane beside the list, beside each other below it.
fn draw_noted(
    screen: &SecondLook,
    pair: &Pair,
    frame: &mut Frame,
    area: Rect,
    in_a_pane: bool,
    shared: &Shared,
    theme: &Theme,
) {
    let lang = shared.lang();
    let (Some((first, _)), Some(look), Some(second)) = (&screen.first, &screen.look, screen.second()) else { return };
    let sides = [
        (key::SECOND_COLUMN_FIRST, second.marks.get(&pair.item), first),
        (key::SECOND_COLUMN_SECOND, look.answer(&pair.item), look),
    ];
    let title = |name, answer| format!("{}: {}", say(lang, name), said::mark(lang, answer));
    if in_a_pane {
        let inner = pane(frame, area, &label(screen, &pair.item, shared), theme);
        let mut prose = Prose::new(inner.width, theme);
        prose.put(&said::differs(lang, pair.differs()), theme.strong);
        for (name, answer, of) in sides {
            prose.title(&title(name, answer));
            noted(&mut prose, of, &pair.item, said::reason(answer), shared, theme);
        }
        return lines(frame, inner, prose.rows());
    }
    let halves = beside(area, [Constraint::Percentage(50), Constraint::Percentage(50)]);
    for ((name, answer, of), half) in sides.into_iter().zip(halves) {
        let inner = pane(frame, half, &title(name, answer), theme);
        let mut prose = Prose::new(inner.width, theme);
        noted(&mut prose, of, &pair.item, said::reason(answer), shared, theme);
        lines(frame, inner, prose.rows());
    }
}

fn noted(prose: &mut Prose, of: &Inspection, item: &ItemId, reason: Option<&str>, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let mut anything = reason.is_some();
    if let Some(reason) = reason {
        prose.put(reason, theme.text);
    }
    if let Some(entry) = of.entries.get(item) {
        if !entry.note.trim().is_empty() {
            anything = true;
            prose.put(&say_with(lang, key::SECOND_NOTE, &[("note", entry.note.trim().into())]), theme.text);
        }
        for (id, piece) in entry.evidence.iter().filter_map(|id| of.evidence.get_key_value(id)) {
            anything = true;
            prose.item(id.as_str(), piece.text.trim(), theme.text);
        }
    }
    for (id, finding) in of.findings.iter().filter(|(_, finding)| finding.items.contains(item)) {
        anything = true;
        prose.item(id.as_str(), finding.condition.trim(), theme.text);
    }
    if !anything {
        prose.put(&say(lang, key::SECOND_NOTHING_NOTED), theme.dim);
    }
}
