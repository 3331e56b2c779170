//! Small things that every screen draws with: panels, bars, rows of cells. Knows no screen.

use super::{
    frame::Frame,
    layout::{inside, words_inside},
    theme::Theme,
};
use crate::domain::share::Share;
use crate::text::{
    width::{Align, is_plain, pad, truncate, width},
    wrap::wrap,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    symbols::merge::MergeStrategy,
    text::{Line, Span},
    widgets::Clear,
};

/// Draws a box with a title and gives the area within. Where it shares a border with a neighbour, the two become one.
pub fn panel(frame: &mut Frame, area: Rect, title: &str, theme: &Theme) -> Rect {
    let title = truncate(title, usize::from(area.width.saturating_sub(4)));
    let title = if title.is_empty() { String::new() } else { format!(" {title} ") };
    border(frame.buffer_mut(), area, theme.border);
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
    line(frame, row, Line::styled(title, theme.ground.patch(theme.strong)));
    inside(area)
}

/// The lines around an area, and nothing within: the library's box would go over every cell of it.
fn border(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let (left, top, right, bottom) = (area.left(), area.top(), area.right() - 1, area.bottom() - 1);
    let mut set = |x: u16, y: u16, sign: &str| {
        buffer[(x, y)].merge_symbol(sign, MergeStrategy::Exact).set_style(style);
    };
    for x in left + 1..right {
        set(x, top, "─");
        set(x, bottom, "─");
    }
    for y in top + 1..bottom {
        set(left, y, "│");
        set(right, y, "│");
    }
    for (x, y, sign) in [(left, top, "┌"), (right, top, "┐"), (left, bottom, "└"), (right, bottom, "┘")] {
        set(x, y, sign);
    }
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
    let row = Rect { height: 1.min(area.height), ..area }.intersection(frame.area());
    // What the first way has drawn before it met another letter, the second draws again.
    if line.alignment.is_some() || !plain_line(frame.buffer_mut(), row, &line) {
        frame.render_widget(line, row);
    }
}

/// The same for characters of one column each, cell by cell: looking every letter up in the tables of Unicode is most of what a frame costs.
/// `false` once there is another.
fn plain_line(buffer: &mut Buffer, row: Rect, line: &Line) -> bool {
    if row.is_empty() || line.spans.iter().all(|span| span.content.is_empty()) {
        return true;
    }
    let begin = buffer.index_of(row.x, row.y);
    let mut cells = buffer.content[begin..begin + usize::from(row.width)].iter_mut();
    'row: for span in &line.spans {
        let style = line.style.patch(span.style);
        for c in span.content.chars() {
            // Asked before there is a cell for it: a mark behind the last cell belongs to the letter in it.
            if !is_plain(c) {
                return false;
            }
            let Some(cell) = cells.next() else { break 'row };
            // A frame begins blank, and half of it stays so.
            if c != ' ' || cell.symbol() != " " {
                cell.set_char(c);
            }
            cell.set_style(style);
        }
    }
    if line.style != Style::default() {
        cells.for_each(|cell| {
            cell.set_style(line.style);
        });
    }
    true
}

/// Draws lines from the top of the area.
pub fn lines(frame: &mut Frame, area: Rect, lines: Vec<Line>) {
    for (y, row) in (area.top()..area.bottom()).zip(lines) {
        line(frame, Rect { y, height: 1, ..area }, row);
    }
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
pub fn selected(row: Line<'_>, theme: &Theme) -> Line<'static> {
    let words: String = row.spans.into_iter().map(|span| span.content).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::Color;

    proptest! {
        #[test]
        fn a_plain_line_stands_as_the_library_would_draw_it(
            words in prop::collection::vec("[ a-zđẵệ·…█Ơ]{0,9}[日\u{302}🏠]{0,1}", 0..6),
            columns in 0_u16..24,
            x in 0_u16..30,
        ) {
            let styles = [Style::new().fg(Color::Red), Style::new().bold(), Style::new()];
            let spans = words.iter().zip(styles.iter().cycle()).map(|(words, style)| Span::styled(words.as_str(), *style));
            let row = Line::from(spans.collect::<Vec<_>>()).style(Style::new().underlined());
            let area = Rect { x, y: 1, width: columns, height: 3 };
            let drawn = |draw: &dyn Fn(&mut Frame)| {
                let mut frame = Frame::blank(Rect { x: 0, y: 0, width: 40, height: 3 });
                draw(&mut frame);
                frame.cells
            };
            let own = drawn(&|frame| line(frame, area, row.clone()));
            let library = drawn(&|frame| {
                let row_area = Rect { height: 1, ..area }.intersection(frame.area());
                frame.render_widget(row.clone(), row_area);
            });
            prop_assert_eq!(own, library);
        }
    }
}
