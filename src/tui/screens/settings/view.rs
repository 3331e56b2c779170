//! Draws the settings: what has to be known first, the form below.

use super::Settings;
use crate::{
    domain::programme::Programme,
    i18n::{Lang, key, say, say_with, short_hash},
    tui::ui::{
        Frame, form,
        theme::Theme,
        widgets::{lines, wrapped},
    },
};
use ratatui::{
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::Line,
};

pub(super) fn draw(screen: &Settings, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let (words, rest) = places(screen, area, lang, theme.dim);
    let width = area.width.saturating_sub(4).min(96);
    let top = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    lines(frame, Rect { height: rest.y - area.y, ..top }, words);
    form::draw(&screen.form, frame, rest, lang, theme);
}

/// Where the form stands.
pub(super) fn form_area(screen: &Settings, area: Rect, lang: Lang) -> Rect {
    places(screen, area, lang, Style::new()).1
}

/// Rows that the form keeps before anything else is said.
const FORM: usize = 8;

/// The programme that new inspections are planned with, its version and its hash.
pub(super) fn programme(screen: &Settings, lang: Lang) -> String {
    let Programme { title, version, hash, .. } = &*screen.programme;
    let args =
        [("title", title.to(lang).into()), ("version", version.as_str().into()), ("hash", short_hash(hash).into())];
    say_with(lang, key::SETTINGS_PROGRAMME, &args)
}

fn places(screen: &Settings, area: Rect, lang: Lang, style: Style) -> (Vec<Line<'static>>, Rect) {
    let width = area.width.saturating_sub(4).min(96);
    let mut words = wrapped(&say(lang, key::SETTINGS_WHERE), width, style);
    if screen.theme_is_bound {
        words.extend(wrapped(&say(lang, key::SETTINGS_THEME_BOUND), width, style));
    }
    if screen.keymap_is_bound {
        words.extend(wrapped(&say(lang, key::SETTINGS_KEYMAP_BOUND), width, style));
    }
    // What the field is for stands next to the form; the programme comes before it where the form keeps its rows all the same.
    let about = screen.form.about().map(|about| wrapped(&say(lang, about), width, style)).unwrap_or_default();
    let programme = wrapped(&programme(screen, lang), width, style);
    let room = usize::from(area.height).saturating_sub(FORM + words.len());
    if programme.len() + about.len() <= room {
        words.extend(programme);
    }
    if about.len() <= room {
        words.extend(about);
    }
    let rows = u16::try_from(words.len()).unwrap_or(u16::MAX);
    let [_, rest] = Layout::vertical([Constraint::Length(rows), Constraint::Min(8)]).areas(area);
    // The form stands right below the words, not in the middle of what they leave.
    let most = u16::try_from(screen.form.fields.len() + 10).unwrap_or(u16::MAX);
    let rest = Rect { height: rest.height.min(most), ..rest };
    (words, rest)
}
