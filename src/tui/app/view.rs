//! Draws the frame around every screen: head, tabs, notice, hints, dialog, help.

use super::{App, Base, Saved, Tab, help};
use crate::{
    i18n::{Key, Lang, key, say, say_with},
    keymap::{
        Lookup,
        command::{Command, footer},
        context::Context,
    },
    text::width::{truncate, width},
    tui::{
        message::Now,
        parts::notice::Weight,
        ui::{
            dialog,
            layout::{SMALLEST, areas, first_row},
            marks,
            widgets::{line, lines, panel, wrapped},
        },
    },
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

/// Draws the application. Only reads.
pub fn view(app: &App, frame: &mut Frame, now: Now) {
    let area = frame.area();
    let lang = app.lang();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let size = [("width", u32::from(area.width).into()), ("height", u32::from(area.height).into())];
        lines(frame, area, wrapped(&say_with(lang, key::TOO_SMALL, &size), area.width, app.theme.strong));
        return;
    }
    let areas = areas(area);
    app.draw_head(frame, areas.head, lang);
    app.draw_tabs(frame, areas.tabs, lang);
    match app.help {
        Some(cursor) => app.draw_help(frame, areas.body, lang, cursor.at()),
        None => app.screen().view(frame, areas.body, &app.shared, &app.theme, now),
    }
    app.draw_notice(frame, areas.notice, lang);
    line(frame, areas.hints, app.hints(lang, usize::from(areas.hints.width)));
    if let Some(open) = &app.dialog {
        dialog::draw(open, app.dialog_hints(lang), frame, areas.body, lang, &app.theme);
    }
}

impl App {
    fn lang(&self) -> Lang {
        match &self.base {
            Base::Start(start) => start.lang(),
            Base::Tabs { .. } => self.shared.lang(),
        }
    }

    fn draw_head(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let theme = &self.theme;
        let (saved, style) = match self.saved {
            Saved::All => (format!("{} {}", marks::DONE, say(lang, key::SAVED)), theme.good),
            Saved::Waiting(_) => (format!("{} {}", marks::SAVING, say(lang, key::SAVING)), theme.warn),
            Saved::Failed => (format!("{} {}", marks::OVERDUE, say(lang, key::NOT_SAVED)), theme.bad),
        };
        let mut parts = vec![Span::styled(" Thực chất", theme.strong)];
        if let Base::Tabs { .. } = self.base {
            if self.shared.practice.is_some() {
                parts.push(Span::styled(format!(" · {}", say(lang, key::PRACTICE)), theme.warn));
            }
            let round = self.shared.current_round().map(|round| format!(" · {}", round.title)).unwrap_or_default();
            parts.push(Span::styled(format!("{round} · {}", self.shared.programme.title.to(lang)), theme.dim));
        }
        let room = usize::from(area.width).saturating_sub(width(&saved) + 2);
        line(frame, area, right_of(parts, Span::styled(format!("{saved} "), style), room));
    }

    fn draw_tabs(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let theme = &self.theme;
        let place = self.screen().place(&self.shared).to(lang);
        let mut parts = Vec::new();
        if let (Base::Tabs { at, .. }, true) = (&self.base, self.stack.is_empty()) {
            for (tab, name, command) in [
                (Tab::Queue, key::TAB_QUEUE, Command::GoQueue),
                (Tab::Units, key::TAB_UNITS, Command::GoUnits),
                (Tab::Findings, key::TAB_FINDINGS, Command::GoFindings),
                (Tab::Rollup, key::TAB_ROLLUP, Command::GoRollup),
            ] {
                let pressed = self
                    .keymap
                    .hints(Context::Queue, &[command])
                    .into_iter()
                    .next()
                    .map(|(label, _)| label)
                    .unwrap_or_default();
                let style = if tab == *at { theme.selected } else { theme.text };
                parts.push(Span::raw(" "));
                parts.push(Span::styled(format!(" {pressed} {} ", say(lang, name)), style));
            }
        } else {
            parts.push(Span::styled(format!(" {place}"), theme.strong));
        }
        let code = lang.code().to_uppercase();
        let code = self.input_method().name().map_or(code.clone(), |input| format!("{code} · {input}"));
        let room = usize::from(area.width).saturating_sub(width(&code) + 2);
        line(frame, area, right_of(parts, Span::styled(format!("{code} "), theme.dim), room));
    }

    fn draw_notice(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let Some(notice) = &self.notice else { return };
        let (mark, style) = match notice.weight {
            Weight::Done => (marks::DONE, self.theme.good),
            Weight::Warning => (marks::OVERDUE, self.theme.warn),
            Weight::Failure => (marks::OVERDUE, self.theme.bad),
        };
        let words = format!(" {mark} {}", notice.what.to(lang));
        line(frame, area, Line::styled(truncate(&words, usize::from(area.width)).into_owned(), style));
    }

    /// Keys of the moment: the ones a begun sequence leaves, else the screen's. As many as fit whole; one that does not is left out.
    fn hints(&self, lang: Lang, room: usize) -> Line<'static> {
        let context = self.context();
        let hints: Vec<(String, Key)> = match self.keymap.lookup(context, &self.pressed) {
            Lookup::Prefix(next) if !self.pressed.is_empty() => next,
            _ if self.dialog.is_some() || self.help.is_some() => self.keymap.hints(context, &footer(context)),
            _ => self.keymap.hints(context, &self.screen().hints()),
        };
        let mut spans = Vec::new();
        let mut used = 0;
        for (pressed, label) in hints {
            let words = say(lang, label);
            let more = width(&pressed) + width(&words) + 4;
            if used + more > room {
                continue;
            }
            used += more;
            spans.push(Span::styled(format!(" {pressed} "), self.theme.accent));
            spans.push(Span::styled(format!("{words}  "), self.theme.dim));
        }
        Line::from(spans)
    }

    fn dialog_hints(&self, lang: Lang) -> Line<'static> {
        let asks = self.dialog.as_ref().is_some_and(|dialog| !dialog.on_confirm.is_empty());
        let mut commands = vec![Command::Confirm];
        commands.extend(asks.then_some(Command::Refuse));
        let spans = self.keymap.hints(Context::Dialog, &commands).into_iter().flat_map(|(pressed, label)| {
            [
                Span::styled(format!("{pressed} "), self.theme.accent),
                Span::styled(format!("{}   ", say(lang, label)), self.theme.text),
            ]
        });
        Line::from(spans.collect::<Vec<_>>())
    }

    fn draw_help(&self, frame: &mut Frame, area: Rect, lang: Lang, at: usize) {
        let inner = panel(frame, area, &say(lang, key::HELP_TITLE), &self.theme);
        let rows = help::rows(&self.keymap, self.screen().context(), lang, usize::from(inner.width));
        let first = first_row(at, rows.len(), usize::from(inner.height));
        let shown = rows.iter().enumerate().skip(first).take(usize::from(inner.height));
        let words = shown.map(|(row, text)| {
            let style = if row == at { self.theme.selected } else { self.theme.text };
            Line::styled(truncate(text, usize::from(inner.width)).into_owned(), style)
        });
        lines(frame, inner, words.collect());
    }
}

/// Parts from the left, cut to `room`, and a last part that always stands whole at the right.
fn right_of(parts: Vec<Span<'static>>, last: Span<'static>, room: usize) -> Line<'static> {
    let mut used = 0;
    let mut spans = Vec::new();
    for part in parts {
        let left = room.saturating_sub(used);
        if left == 0 {
            break;
        }
        let words = truncate(&part.content, left).into_owned();
        used += width(&words);
        spans.push(Span::styled(words, part.style));
    }
    spans.push(Span::raw(" ".repeat(room.saturating_sub(used) + 1)));
    spans.push(last);
    Line::from(spans)
}
