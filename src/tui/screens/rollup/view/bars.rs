//! Draws rows with bars: groups, the units of one, and the rounds of the trend. Coverage stands beside every mean.

use super::{
    super::{
        Rollup,
        reckon::{RoundRow, UnitRow, totals},
    },
    covered, mean, name,
};
use crate::{
    domain::{rollup::Group, share::Share},
    i18n::{decimal_points, key, say, say_with, signed_points},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::first_row,
            marks,
            theme::Theme,
            widgets::{bar, cell, line, selected},
        },
    },
};
use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// From this width on, coverage has room for its share.
const ROOMY: u16 = 72;
/// Columns of a mean with its margin.
const MEAN: u16 = 14;
/// Columns of a step, and of a change.
const STEP: u16 = 7;
/// Columns of a mean gap.
const GAP: u16 = 7;
/// The narrowest bar that says anything.
const BAR: u16 = 4;
/// Rows from which on one may be given to a legend.
const WITH_LEGEND: u16 = 9;

/// Widths of the columns of a row of groups or rounds.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: u16,
    covered: u16,
    /// Mean, step and bar together: also the place of the words where there is no mean.
    figures: u16,
}

fn columns(width: u16) -> Columns {
    let covered = if width >= ROOMY { 16 } else { 7 };
    let figures = (width * 9 / 20 + 1).max(31);
    Columns { name: width.saturating_sub(3 + covered + figures), covered, figures }
}

impl Columns {
    /// What is left for a bar; nothing where it would be a stump.
    fn bar(self) -> u16 {
        Some(self.figures.saturating_sub(MEAN + GAP + STEP + 1)).filter(|bar| *bar >= BAR).unwrap_or(0)
    }
}

/// ```text
///  nhóm               đã KT        điểm ± biên     cách    bậc
/// ▌Huyện Tân Hiệp     3/4 (75 %)   61,20 ± 4,10    9,10     =1 ██████▌░░░░
/// ```
pub(super) fn draw_groups(
    screen: &Rollup,
    groups: &[Group],
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
) {
    let lang = shared.lang();
    let ties = |group: &Group| ties(groups, group);
    let columns = columns(area.width);
    let head = [key::ROLLUP_COLUMN_NAME, key::ROLLUP_COLUMN_COVERED, key::ROLLUP_COLUMN_MEAN, key::ROLLUP_COLUMN_STEP];
    draw_head(head.map(|name| say(lang, name)), columns, frame, area, shared, theme);
    let rows = group_rows(groups, area);
    if rows.bottom() < area.bottom() {
        let last = Rect { y: rows.bottom(), height: 1, ..rows };
        line(frame, last, Line::styled(format!(" {}", say(lang, key::ROLLUP_TIE_LEGEND)), theme.dim));
    }
    each_row(screen, groups, frame, rows, theme, |group| {
        let step = match group.step {
            None => String::new(),
            Some(step) if ties(group) => say_with(lang, key::ROLLUP_TIE, &[("step", step.into())]),
            Some(step) => step.to_string(),
        };
        group_row(&name(&group.key, shared), group, &step, columns, shared, theme)
    });
}

/// Whether a group shares its step with another.
fn ties(groups: &[Group], group: &Group) -> bool {
    group.step.is_some() && groups.iter().filter(|other| other.step == group.step).count() > 1
}

/// Where the rows of groups stand: below the names of the columns, above the legend of ties.
pub(super) fn group_rows(groups: &[Group], area: Rect) -> Rect {
    let rows = below(area, 1);
    let legend = groups.iter().any(|group| ties(groups, group)) && rows.height >= WITH_LEGEND;
    Rect { height: rows.height - u16::from(legend), ..rows }
}

/// One line a round, over the units that all rounds share; the change is that since the round before.
pub(super) fn draw_rounds(
    screen: &Rollup,
    rounds: &[RoundRow],
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
) {
    let lang = shared.lang();
    let columns = columns(area.width);
    let head =
        [key::ROLLUP_COLUMN_ROUND, key::ROLLUP_COLUMN_COVERED, key::ROLLUP_COLUMN_MEAN, key::ROLLUP_COLUMN_CHANGE];
    draw_head(head.map(|name| say(lang, name)), columns, frame, area, shared, theme);
    each_row(screen, rounds, frame, below(area, 1), theme, |row| {
        let title = shared.round(&row.round).map_or_else(|| row.round.to_string(), |round| round.title.clone());
        if !row.signed {
            return vec![
                cell(&title, columns.name, Align::Left, theme.text),
                Span::raw(" "),
                cell(&say(lang, key::ROLLUP_TREND_NONE), columns.covered + columns.figures + 1, Align::Left, theme.dim),
            ];
        }
        let change = row.group.change.map(|(bp, _)| signed_points(lang, bp)).unwrap_or_default();
        group_row(&title, &row.group, &change, columns, shared, theme)
    });
}

fn group_row(
    title: &str,
    group: &Group,
    step: &str,
    columns: Columns,
    shared: &Shared,
    theme: &Theme,
) -> Vec<Span<'static>> {
    let lang = shared.lang();
    let coverage = if columns.covered > 7 { covered(group) } else { format!("{}/{}", group.signed, group.in_scope) };
    let mut spans = vec![
        cell(title, columns.name, Align::Left, theme.text),
        Span::raw(" "),
        cell(&coverage, columns.covered, Align::Left, theme.text),
        Span::raw(" "),
    ];
    match &group.figures {
        None => spans.push(cell(&say(lang, key::ROLLUP_NOT_ENOUGH), columns.figures, Align::Left, theme.dim)),
        Some(figures) => spans.extend([
            cell(&mean(lang, figures), MEAN, Align::Left, theme.text),
            cell(&decimal_points(lang, figures.gap), GAP, Align::Right, gap_style(figures.gap, theme)),
            cell(step, STEP, Align::Right, theme.text),
            Span::raw(" "),
            Span::styled(bar(figures.mean, columns.bar()), theme.text),
        ]),
    }
    spans
}

/// ```text
/// ▌✓ Huyện ủy Tân Hiệp   Cấp ủy        61,20   9,10 ██████▌░░░░
/// ```
pub(super) fn draw_units(
    screen: &Rollup,
    units: &[UnitRow],
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
) {
    let lang = shared.lang();
    let kind = if area.width >= ROOMY { 13 } else { 0 };
    let bars = (area.width / 5).max(8);
    let name = area.width.saturating_sub(4 + kind + 7 + 7 + 1 + bars);
    let section = screen.section_in_front(shared);
    let head = Line::from(vec![
        Span::raw("   "),
        cell(&say(lang, key::ROLLUP_COLUMN_UNIT), name + kind + 1, Align::Left, theme.dim),
        cell(&say(lang, key::ROLLUP_COLUMN_SUPPORTED), 7, Align::Right, theme.dim),
        cell(&say(lang, key::ROLLUP_COLUMN_GAP), 7, Align::Right, theme.dim),
    ]);
    line(frame, area, head);
    each_row(screen, units, frame, below(area, 1), theme, |row| {
        let summary = row.signed.and_then(|id| shared.summaries.get(&id));
        let mark = if summary.is_some() { marks::DONE } else { " " };
        let kind_name = shared.units.get(row.unit).map(|unit| shared.kind_name(&unit.kind)).unwrap_or_default();
        let mut spans = vec![
            Span::styled(format!("{mark} "), theme.good),
            cell(&shared.unit_name(row.unit), name, Align::Left, theme.text),
            Span::raw(" "),
            cell(&kind_name, kind, Align::Left, theme.dim),
        ];
        let words = |words: String| cell(&words, 14 + 1 + bars, Align::Left, theme.dim);
        match summary.map(|summary| totals(summary, section)) {
            None => spans.push(words(format!("  {}", say(lang, key::ROLLUP_NOT_INSPECTED)))),
            Some(None) => spans.push(words(format!("  {}", say(lang, key::ROLLUP_NO_SECTION)))),
            Some(Some(totals)) => {
                let gap = totals.claimed.above(totals.supported);
                spans.extend([
                    cell(&decimal_points(lang, totals.supported), 7, Align::Right, theme.strong),
                    cell(&decimal_points(lang, gap), 7, Align::Right, gap_style(gap, theme)),
                    Span::raw(" "),
                    Span::styled(bar(totals.supported, bars), theme.text),
                ]);
            }
        }
        spans
    });
}

/// A gap draws the eye; none does not.
fn gap_style(gap: Share, theme: &Theme) -> Style {
    if gap == Share::NONE { theme.dim } else { theme.warn }
}

fn draw_head(names: [String; 4], columns: Columns, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let [first, covered, mean, step] = names;
    let cells = vec![
        Span::raw(" "),
        cell(&first, columns.name + 1, Align::Left, theme.dim),
        cell(&covered, columns.covered + 1, Align::Left, theme.dim),
        cell(&mean, MEAN, Align::Left, theme.dim),
        cell(&say(shared.lang(), key::ROLLUP_COLUMN_GAP), GAP, Align::Right, theme.dim),
        cell(&step, STEP, Align::Right, theme.dim),
    ];
    line(frame, area, Line::from(cells));
}

/// Draws the rows around the cursor, the selected one marked.
pub(super) fn each_row<Row>(
    screen: &Rollup,
    rows: &[Row],
    frame: &mut Frame,
    area: Rect,
    theme: &Theme,
    spans: impl Fn(&Row) -> Vec<Span<'static>>,
) {
    let first = first_row(screen.cursor.at(), rows.len(), usize::from(area.height));
    for (offset, (at, row)) in (0..area.height).zip(rows.iter().enumerate().skip(first)) {
        let is_selected = at == screen.cursor.at();
        let mut cells = vec![Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent)];
        cells.extend(spans(row));
        let words = Line::from(cells);
        let words = if is_selected { selected(words, theme) } else { words };
        line(frame, Rect { y: area.y + offset, height: 1, ..area }, words);
    }
}

/// What is left of an area below its first rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    Rect { y: area.y + rows, height: area.height.saturating_sub(rows), ..area }
}
