//! Draws the documents that can be made, and what each is.

use super::{Kind, Reports};
use crate::text::width::{Align, pad};
use crate::{
    i18n::{key, say, say_with},
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{WIDE, beside, inside},
            marks,
            prose::Prose,
            theme::Theme,
            widgets::{line, lines, page, panel, selected},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// Where the list and what is told of its selected row stand: beside each other, or one below the other.
fn places(area: Rect) -> [Rect; 2] {
    if area.width >= WIDE {
        return beside(area, [Constraint::Length(44), Constraint::Min(40)]);
    }
    let rows = u16::try_from(Kind::ALL.len()).unwrap_or(0) + 2;
    Layout::vertical([Constraint::Length(rows), Constraint::Min(1)]).areas(area)
}

/// The kind of document at a place.
pub(super) fn kind_at(at: Position, area: Rect) -> Option<usize> {
    let rows = inside(places(area)[0]);
    let row = usize::from(rows.contains(at).then(|| at.y - rows.y)?);
    (row < Kind::ALL.len()).then_some(row)
}

pub(super) fn draw(screen: &Reports, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let [list, detail] = places(area);
    let inner = panel(frame, list, &say(lang, key::REPORTS_TITLE), theme);
    for (row, (at, kind)) in (0..inner.height).zip(Kind::ALL.into_iter().enumerate()) {
        let here = at == screen.pane.at();
        let mark = if here { marks::SELECTED } else { " " };
        let name = pad(&say(lang, kind.name()), usize::from(inner.width.saturating_sub(2)), Align::Left);
        let words = Line::from(vec![Span::styled(format!("{mark} "), theme.accent), Span::styled(name, theme.text)]);
        let words = if here { selected(words, theme) } else { words };
        line(frame, Rect { y: inner.y + row, height: 1, ..inner }, words);
    }
    let kind = screen.kind();
    let inner = page(frame, detail, &say(lang, kind.name()), theme);
    let mut prose = Prose::new(inner.width, theme);
    prose.put(&say(lang, kind.about()), theme.text);
    prose.title(&say(lang, key::REPORTS_HOW));
    for step in [key::REPORTS_HOW_CHOOSE, key::REPORTS_HOW_PREVIEW, key::REPORTS_HOW_WRITE] {
        prose.item("·", &say(lang, step), theme.text);
    }
    if let Some(round) = shared.current_round() {
        prose.gap();
        prose.put(&say_with(lang, key::REPORTS_ROUND, &[("round", round.title.as_str().into())]), theme.dim);
    }
    lines(frame, inner, prose.rows());
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}
