//! Small things that every screen draws with: panels, bars, rows of cells. Knows no screen.

use super::{
    layout::{inside, words_inside},
    theme::Theme,
};
use crate::domain::share::Share;
use crate::text::{
    width::{Align, pad, truncate, width},
    wrap::wrap,
};
use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    symbols::merge::MergeStrategy,
    text::{Line, Span},
    widgets::{Block, Clear, Paragraph},
};

/// Draws a box with a title and gives the area within. Where it shares a border with a neighbour, the two become one.
pub fn panel(frame: &mut Frame, area: Rect, title: &str, theme: &Theme) -> Rect {
    let title = truncate(title, usize::from(area.width.saturating_sub(4)));
    let title = if title.is_empty() { String::new() } else { format!(" {title} ") };
    let block = Block::bordered()
        .merge_borders(MergeStrategy::Exact)
        .border_style(theme.border)
        .title(Span::styled(title, theme.ground.patch(theme.strong)));
    frame.render_widget(block, area);
    inside(area)
}

/// The same for words: a column of air stands left and right of them.
pub fn page(frame: &mut Frame, area: Rect, title: &str, theme: &Theme) -> Rect {
    panel(frame, area, title, theme);
    words_inside(area)
}

/// Writes words on the lower border of a box, where they take no row from what stands within.
pub fn footnote(frame: &mut Frame, area: Rect, words: &str, style: Style) {
    if area.width < 8 || area.height == 0 || words.is_empty() {
        return;
    }
    let words = format!(" {} ", truncate(words, usize::from(area.width - 6)));
    let columns = u16::try_from(width(&words)).unwrap_or(0);
    let row = Rect { x: area.x + 2, y: area.bottom() - 1, width: columns, height: 1 };
    line(frame, row, Line::styled(words, style));
}

/// Draws a title above an area that keeps its whole width, and gives the area below.
pub fn heading(frame: &mut Frame, area: Rect, title: &str, theme: &Theme) -> Rect {
    let rule = "─".repeat(usize::from(area.width).saturating_sub(width(title) + 3));
    let words = truncate(&format!("─ {title} {rule}"), usize::from(area.width)).into_owned();
    line(frame, area, Line::styled(words, theme.dim));
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Clears an area and draws a box over what stood there.
pub fn popup(frame: &mut Frame, area: Rect, title: &str, theme: &Theme) -> Rect {
    frame.render_widget(Clear, area);
    panel(frame, area, title, theme)
}

/// Draws one line, cut to the area.
pub fn line(frame: &mut Frame, area: Rect, line: Line) {
    frame.render_widget(line, Rect { height: 1.min(area.height), ..area });
}

/// Draws lines from the top of the area.
pub fn lines(frame: &mut Frame, area: Rect, lines: Vec<Line>) {
    frame.render_widget(Paragraph::new(lines), area);
}

/// Words wrapped by display width to lines of one style.
#[must_use]
pub fn wrapped(words: &str, columns: u16, style: Style) -> Vec<Line<'static>> {
    wrap(words, usize::from(columns)).into_iter().map(|row| Line::styled(row, style)).collect()
}

/// A mark and words beside it; their further rows stand below the words, not below the mark.
#[must_use]
pub fn hanging(mark: &str, words: &str, columns: u16, style: Style) -> Vec<Line<'static>> {
    let indent = width(mark) + 1;
    let rows = wrap(words, usize::from(columns).saturating_sub(indent).max(8));
    let row = |(at, row): (usize, String)| {
        let before = if at == 0 { format!("{mark} ") } else { " ".repeat(indent) };
        Line::styled(format!("{before}{row}"), style)
    };
    rows.into_iter().enumerate().map(row).collect()
}

/// A row as selected: one style over all of it, so that no cell keeps a colour that would break the bar.
#[must_use]
pub fn selected(row: Line<'static>, theme: &Theme) -> Line<'static> {
    let words: String = row.spans.into_iter().map(|span| span.content.into_owned()).collect();
    Line::styled(words, theme.selected)
}

/// Words in a field around what of them is selected.
#[must_use]
pub fn marked([before, selected, behind]: [&str; 3], style: Style, theme: &Theme) -> [Span<'static>; 3] {
    [(before, style), (selected, theme.selected), (behind, style)]
        .map(|(words, style)| Span::styled(words.to_owned(), style))
}

/// A cell of a row: exactly `columns` wide.
#[must_use]
pub fn cell(words: &str, columns: u16, align: Align, style: Style) -> Span<'static> {
    Span::styled(pad(words, usize::from(columns), align), style)
}

/// A bar of `columns` for a share; the rest of the scale shows where it ends.
#[must_use]
pub fn bar(share: Share, columns: u16) -> String {
    crate::text::bar(share, usize::from(columns), "░")
}
