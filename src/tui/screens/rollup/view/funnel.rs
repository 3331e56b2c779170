//! Draws the funnel of models: registered, recognised, drawn, found running, and what that says of the whole lists.

use super::{
    super::{Rollup, models::FunnelRow},
    bars::{below, each_row},
    name,
};
use crate::{
    i18n::{key, samples, say},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame,
            theme::Theme,
            widgets::{cell, line},
        },
    },
};
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

/// From this width on, the columns stand apart.
const ROOMY: u16 = 72;
/// Columns of a range: `100,00–100,00 %`, and a blank before it.
const RANGE: u16 = 16;

/// ```text
///  nhóm                 đăng ký  c.nhận     bốc    đúng  suy cả danh sách
/// ▌Huyện Tân Hiệp            27      20       3       2  31,20–91,00 %
/// ```
pub(super) fn draw(screen: &Rollup, rows: &[FunnelRow], frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let figure = if area.width >= ROOMY { 9 } else { 7 };
    let title = area.width.saturating_sub(1 + 4 * figure + 1 + RANGE);
    let names = [
        key::FUNNEL_COLUMN_REGISTERED,
        key::FUNNEL_COLUMN_RECOGNISED,
        key::FUNNEL_COLUMN_DRAWN,
        key::FUNNEL_COLUMN_VERIFIED,
    ];
    let mut head = vec![Span::raw(" "), cell(&say(lang, key::ROLLUP_COLUMN_NAME), title, Align::Left, theme.dim)];
    head.extend(names.map(|name| cell(&say(lang, name), figure, Align::Right, theme.dim)));
    head.push(Span::raw(" "));
    head.push(cell(&say(lang, key::FUNNEL_COLUMN_RANGE), RANGE, Align::Right, theme.dim));
    line(frame, area, Line::from(head));
    each_row(screen, rows, frame, below(area, 1), theme, |row| {
        let drawn = row.sampling.units > 0;
        let sampled = |count: u32| if drawn { count.to_string() } else { "–".to_owned() };
        let figures = [
            (row.census.all().to_string(), theme.text),
            (row.census.recognised().to_string(), theme.text),
            (sampled(row.sampling.drawn), if drawn { theme.text } else { theme.dim }),
            (sampled(row.sampling.verified), if drawn { theme.strong } else { theme.dim }),
        ];
        let mut cells = vec![cell(&name(&row.key, shared), title, Align::Left, theme.text)];
        cells.extend(figures.map(|(words, style)| cell(&words, figure, Align::Right, style)));
        let range = samples::range(lang, &row.sampling).unwrap_or_else(|| "–".to_owned());
        cells.push(Span::raw(" "));
        cells.push(cell(&range, RANGE, Align::Right, if drawn { theme.strong } else { theme.dim }));
        cells
    });
}
