//! Draws the preview: the page as it will be written, in the middle of a wide screen; what was searched for marked.

use super::{Preview, matches};
use crate::{
    i18n::{key, say, say_with},
    report::txt,
    text::{fold::fold, width::fitting},
    tui::{
        shared::Shared,
        ui::{
            Frame, form, search,
            theme::Theme,
            widgets::{heading, lines, wrapped},
        },
    },
};
use ratatui::{layout::Rect, text::Line};

pub(super) fn draw(screen: &Preview, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let shown = usize::from(area.height.saturating_sub(1));
    // The title stands in the line of tabs already; here it only fills the time until the page is there.
    let place = if screen.rows.is_empty() {
        screen.title.clone()
    } else {
        let last = (screen.top.at() + shown).min(screen.rows.len());
        let share = last * 100 / screen.rows.len();
        let args = [
            ("from", (screen.top.at() + 1).into()),
            ("to", last.into()),
            ("of", screen.rows.len().into()),
            ("share", share.into()),
        ];
        say_with(lang, key::PREVIEW_AT, &args)
    };
    let below = heading(frame, area, &place, theme);
    search::draw(&screen.pane.search, frame, below, theme);
    let inner = centred_page(search::rows(&screen.pane.search, below));
    if screen.rows.is_empty() {
        lines(frame, inner, wrapped(&say(lang, key::PREVIEW_BUILDING), inner.width, theme.dim));
    }
    let found = matches(&screen.rows, &fold(screen.pane.search.words()));
    let rows = screen.rows.iter().enumerate().skip(screen.top.at()).take(usize::from(inner.height));
    let from = screen.left;
    let drawn = rows.map(|(at, row)| {
        let style = if found.binary_search(&at).is_ok() { theme.selected } else { theme.text };
        Line::styled(skip_columns(row, from).to_owned(), style)
    });
    lines(frame, inner, drawn.collect());
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}

/// A page stands in the middle where the screen is wider than it.
fn centred_page(area: Rect) -> Rect {
    let page = u16::try_from(txt::WIDTH).unwrap_or(u16::MAX);
    let air = area.width.saturating_sub(page) / 2;
    // Wide tables of other formats still find their columns: the page only moves, it is not narrowed on the right.
    Rect { x: area.x + air, width: area.width - air, ..area }
}

/// A row without its first columns, for screens narrower than the page.
fn skip_columns(row: &str, columns: usize) -> &str {
    row.get(fitting(row, columns).len()..).unwrap_or_default()
}
