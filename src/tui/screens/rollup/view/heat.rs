//! Draws the heat map: units × sections. Shade and number say what the colour says.

use super::{
    super::{
        Rollup,
        reckon::{UnitRow, totals},
    },
    bars::below,
};
use crate::{
    domain::share::Share,
    i18n::{key, points, say, say_with},
    text::width::{Align, truncate},
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::{first_row, row_at},
            marks,
            theme::Theme,
            widgets::{cell, line},
        },
    },
};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

/// Columns of a cell, at least: three of the number, one of the shade. Wide screens name the section above it.
const CELL: u16 = 4;
/// Columns of a cell, at most.
const WIDEST: u16 = 14;
/// From this width of a cell on, the section is named above it.
const NAMED: u16 = 8;
/// Columns of a unit's name, at least.
const NAME: u16 = 18;

/// Where the cells stand.
struct Grid {
    /// Columns of a cell.
    cell: u16,
    /// The first section shown, and how many.
    left: usize,
    shown: usize,
    /// Columns of the units' names.
    name: u16,
    rows: Rect,
}

fn grid(screen: &Rollup, area: Rect, sections: usize) -> Grid {
    let columns = u16::try_from(sections).unwrap_or(u16::MAX).max(1);
    let cell = (area.width.saturating_sub(2 * NAME) / columns).clamp(CELL, WIDEST);
    let room = usize::from(area.width.saturating_sub(NAME + 1) / cell).max(1);
    let shown = room.min(sections);
    let left = first_row(screen.section, sections, shown);
    let name = area.width.saturating_sub(1 + u16::try_from(shown).unwrap_or(0) * cell).min(44);
    Grid { cell, left, shown, name, rows: Rect { height: area.height.saturating_sub(3), ..below(area, 2) } }
}

/// The unit's row and – where a cell was hit – the section at a place.
pub(super) fn cell_at(
    screen: &Rollup,
    units: usize,
    at: Position,
    area: Rect,
    sections: usize,
) -> Option<(usize, Option<usize>)> {
    let Grid { cell, left, shown, name, rows } = grid(screen, area, sections);
    let row = row_at(at, rows, screen.cursor.at(), units)?;
    let column = usize::from((at.x - rows.x).checked_sub(name + 1).map_or(u16::MAX, |column| column / cell));
    Some((row, (column < shown).then_some(left + column)))
}

/// ```text
///  Mục 2: Chất lượng mô hình
///                         1   2   3
/// ▌Huyện ủy Tân Hiệp     61▓ 23░   –
/// ```
pub(super) fn draw(screen: &Rollup, units: &[UnitRow], frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let sections = &shared.programme.sections;
    let Grid { cell: wide, left, shown, name, rows } = grid(screen, area, sections.len());
    if let Some(section) = sections.get(screen.section) {
        let args = [("number", (screen.section + 1).into()), ("title", section.title.to(lang).into())];
        line(frame, area, Line::styled(format!(" {}", say_with(lang, key::ROLLUP_HEAT_SECTION, &args)), theme.strong));
    }
    let mut head = vec![cell("", name + 1, Align::Left, theme.text)];
    head.extend((left..left + shown).map(|at| {
        let style = if at == screen.section { theme.selected } else { theme.dim };
        if wide < NAMED {
            return cell(&format!("{} ", at + 1), wide, Align::Right, style);
        }
        let title = sections.get(at).map_or("", |section| section.title.to(lang));
        let title = truncate(&format!("{} {title}", at + 1), usize::from(wide - 2)).into_owned();
        cell(&format!("{title} "), wide, Align::Right, style)
    }));
    line(frame, below(area, 1), Line::from(head));
    let first = first_row(screen.cursor.at(), units.len(), usize::from(rows.height));
    for (offset, (at, row)) in (0..rows.height).zip(units.iter().enumerate().skip(first)) {
        let is_selected = at == screen.cursor.at();
        let style = if is_selected { theme.selected } else { theme.text };
        let mut cells = vec![
            Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
            cell(&shared.unit_name(row.unit), name, Align::Left, style),
        ];
        let summary = row.signed.and_then(|id| shared.summaries.get(&id));
        for (column, section) in sections.iter().enumerate().skip(left).take(shown) {
            let (words, style) = match summary.map(|summary| totals(summary, Some(&section.id))) {
                None => ("·".to_owned(), theme.dim),
                Some(None) => (marks::NOT_APPLICABLE.to_owned(), theme.dim),
                Some(Some(totals)) => heat(totals.supported, theme),
            };
            let style = if is_selected && column == screen.section { theme.selected } else { style };
            let words = if words.ends_with(['·', '–']) { format!("{words} ") } else { words };
            cells.push(cell(&words, wide, Align::Right, style));
        }
        line(frame, Rect { y: rows.y + offset, height: 1, ..rows }, Line::from(cells));
    }
    let legend = Rect { y: rows.bottom(), height: 1.min(area.height), ..area };
    line(frame, legend, Line::styled(format!(" {}", say(lang, key::ROLLUP_HEAT_LEGEND)), theme.dim));
}

/// Number, shade and colour by quarters of the scale, as its levels divide it.
fn heat(supported: Share, theme: &Theme) -> (String, Style) {
    let (shade, style) = match supported.bp() {
        7500.. => ("█", theme.good),
        5000.. => ("▓", theme.text),
        2500.. => ("▒", theme.warn),
        _ => ("░", theme.bad),
    };
    (format!("{}{shade}", points(supported)), style)
}
