//! Draws the palette over the screen in front.

use super::{App, Entry, Palette, keys};
use crate::{
    i18n::{Lang, key, say},
    text::{
        Words,
        width::{Align, pad, truncate, width},
    },
    tui::ui::{
        Frame, found,
        layout::{centred, first_row, words_inside},
        marks,
        search::typed,
        widgets::{lines, popup, wrapped},
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

/// Columns of a command's short name, the longest there may be and a gap.
const NAME: usize = 18;
/// Columns of its keys.
const KEYS: usize = 16;
/// Below so many columns the palette takes them all, and shows one key of a command.
const NARROW: u16 = 90;

pub(in crate::tui::app) fn draw(app: &App, open: &Palette, frame: &mut Frame, area: Rect, lang: Lang) {
    let theme = &app.theme;
    let over = place(area);
    popup(frame, over, &say(lang, key::PALETTE_TITLE), theme);
    let inner = typed(&open.finder, frame, words_inside(over), &say(lang, key::PALETTE_SEARCH), theme);
    if open.found.is_empty() {
        return lines(frame, inner, wrapped(&say(lang, key::PALETTE_NOTHING), inner.width, theme.dim));
    }
    let at = open.finder.at();
    let first = first_row(at, open.found.len(), usize::from(inner.height));
    let shown = open.found.iter().enumerate().skip(first).take(usize::from(inner.height));
    let mut sought = Words::new(open.finder.words());
    let words = shown.map(|(row, entry)| {
        let line = app.palette_row(*entry, row == at, usize::from(inner.width), lang);
        found::row(line, &[0, 2], &mut sought, row == at, theme)
    });
    lines(frame, inner, words.collect());
}

/// Where the palette stands: at the top, so that it does not jump while words find more or less.
fn place(area: Rect) -> Rect {
    let width = if area.width < NARROW { area.width } else { area.width.saturating_sub(8).min(104) };
    Rect { y: area.y, ..centred(area, width, area.height.min(24)) }
}

/// Which row of the palette is at a place, when it is drawn over `area`.
pub(in crate::tui::app) fn row_at(open: &Palette, at: Position, area: Rect) -> Option<usize> {
    let inner = crate::tui::ui::search::below(words_inside(place(area)));
    crate::tui::ui::layout::row_at(at, inner, open.finder.at(), open.found.len())
}

impl App {
    /// A row: name, keys, sentence; as much of it as fits. A way to go has no key, its name stands there.
    fn palette_row(&self, entry: Entry, in_hand: bool, columns: usize, lang: Lang) -> Line<'static> {
        let theme = &self.theme;
        let wide = columns + 4 >= usize::from(NARROW);
        let most = if wide { 2 } else { 1 };
        let (keys, name, sentence) = match entry {
            Entry::Command(command) => (
                keys(&self.keymap, self.screen().context(), command, most),
                say(lang, command.label()),
                say(lang, command.row().help),
            ),
            Entry::Inspection(id) => {
                let unit = self.shared.summaries.get(&id).map(|summary| self.shared.unit_name(summary.unit));
                (String::new(), say(lang, key::PALETTE_INSPECTION), unit.unwrap_or_default())
            }
            Entry::Unit(id) => (String::new(), say(lang, key::PALETTE_UNIT), self.shared.unit_name(id)),
        };
        let keys = match (entry, wide) {
            (Entry::Command(_), true) => pad(&truncate(&keys, KEYS - 1), KEYS, Align::Left),
            (Entry::Command(_), false) => pad(&truncate(&keys, KEYS / 2), KEYS / 2 + 1, Align::Left),
            _ => String::new(),
        };
        let mark = if in_hand { marks::SELECTED } else { " " };
        let name = format!("{mark}{}", pad(&truncate(&name, NAME - 1), NAME, Align::Left));
        let room = columns.saturating_sub(width(&keys) + width(&name));
        let sentence = pad(&truncate(&sentence, room), room, Align::Left);
        Line::from(vec![
            Span::styled(name, theme.strong),
            Span::styled(keys, theme.accent),
            Span::styled(sentence, theme.dim),
        ])
    }
}
