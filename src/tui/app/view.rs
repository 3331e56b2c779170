//! Draws the frame around every screen: head, tabs, notice, hints, dialog, help.

use super::{App, Base, Saved, Tab, help, palette};
use crate::{
    i18n::{Key as Sentence, Lang, key, say, say_with},
    keymap::{
        Lookup,
        command::{Command, footer},
        context::Context,
        key::{Code, Key},
    },
    text::width::{truncate, width},
    tui::{
        message::Now,
        parts::notice::Weight,
        ui::{
            Frame, dialog,
            layout::{SMALLEST, areas},
            marks, which_key,
            widgets::{hanging, line, lines, wrapped},
        },
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Clear,
};

/// The tabs: name and command.
const TABS: [(Tab, Sentence, Command); 5] = [
    (Tab::Queue, key::TAB_QUEUE, Command::GoQueue),
    (Tab::Units, key::TAB_UNITS, Command::GoUnits),
    (Tab::Findings, key::TAB_FINDINGS, Command::GoFindings),
    (Tab::Rollup, key::TAB_ROLLUP, Command::GoRollup),
    (Tab::Reports, key::TAB_REPORTS, Command::GoReports),
];

/// Draws the application. Only reads.
pub fn view(app: &App, frame: &mut Frame, now: Now) {
    frame.finish_in(&app.theme, app.shared.settings.signs);
    draw(app, frame, now);
}

fn draw(app: &App, frame: &mut Frame, now: Now) {
    let area = frame.area();
    let lang = app.lang();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let size = [("width", u32::from(area.width).into()), ("height", u32::from(area.height).into())];
        lines(frame, area, wrapped(&say_with(lang, key::TOO_SMALL, &size), area.width, app.theme.strong));
        return;
    }
    if app.covered {
        return cover(app, frame, area, lang);
    }
    let areas = areas(area);
    app.draw_head(frame, areas.head, lang);
    app.draw_tabs(frame, areas.tabs, lang);
    match &app.help {
        Some(open) => help::view::draw(app, open, frame, areas.body, lang),
        None => app.screen().view(frame, areas.body, &app.shared, &app.theme, now),
    }
    app.draw_notice(frame, areas.notice, lang);
    line(frame, areas.hints, app.hints(lang, usize::from(areas.hints.width)));
    if let Some(open) = &app.palette {
        palette::view::draw(app, open, frame, areas.body, lang);
    }
    app.draw_which_key(frame, areas.body, lang);
    if let Some(open) = &app.dialog {
        dialog::draw(open, app.dialog_hints(lang), frame, areas.body, lang, &app.theme);
    }
}

/// Nothing but that it is covered, and how it is opened.
fn cover(app: &App, frame: &mut Frame, area: Rect, lang: Lang) {
    let width = area.width.saturating_sub(8).min(72);
    let mut rows = wrapped(&say(lang, key::COVER_TITLE), width, app.theme.strong);
    rows.push(Line::default());
    rows.extend(wrapped(&say(lang, key::COVER_OPEN), width, app.theme.text));
    rows.extend(wrapped(&say(lang, key::COVER_HONEST), width, app.theme.dim));
    let height = u16::try_from(rows.len()).unwrap_or(area.height).min(area.height);
    let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
    lines(frame, Rect { x, y, width, height }, rows);
}

impl App {
    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
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
            parts.push(Span::styled(format!("{round} · {}", self.shared.programme.short.to(lang)), theme.dim));
        }
        let room = usize::from(area.width).saturating_sub(width(&saved) + 2);
        line(frame, area, right_of(parts, Span::styled(format!("{saved} "), style), room));
    }

    fn draw_tabs(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let theme = &self.theme;
        let place = self.screen().place(&self.shared).to(lang);
        let mut parts = Vec::new();
        let code = self.code(lang);
        for (tab, words) in self.tabs(lang, area.width) {
            let here = matches!(&self.base, Base::Tabs { at, .. } if *at == tab);
            parts.push(Span::raw(" "));
            parts.push(Span::styled(words, if here { theme.selected } else { theme.text }));
        }
        if parts.is_empty() {
            parts.push(Span::styled(format!(" {place}"), theme.strong));
        }
        let room = usize::from(area.width).saturating_sub(width(&code) + 2);
        line(frame, area, right_of(parts, Span::styled(format!("{code} "), theme.dim), room));
    }

    /// The language and the input method, as they stand at the end of the tab line.
    fn code(&self, lang: Lang) -> String {
        let code = lang.code().to_uppercase();
        self.input_method().name().map_or(code.clone(), |input| format!("{code} · {input}"))
    }

    /// The tabs with their words, one column apart; none while another screen stands before them. Where not all fit, only the one in
    /// front has its name, and the others their keys.
    fn tabs(&self, lang: Lang, columns: u16) -> Vec<(Tab, String)> {
        if matches!(self.base, Base::Start(_)) || !self.stack.is_empty() {
            return Vec::new();
        }
        let key_of =
            |command| self.keymap.hints(Context::Queue, &[command]).pop().map(|(label, _)| label).unwrap_or_default();
        let whole = TABS.map(|(tab, name, command)| (tab, format!(" {} {} ", key_of(command), say(lang, name))));
        let room = usize::from(columns).saturating_sub(width(&self.code(lang)) + 2);
        if whole.iter().map(|(_, words)| width(words) + 1).sum::<usize>() <= room {
            return whole.to_vec();
        }
        let front = |tab: Tab| matches!(&self.base, Base::Tabs { at, .. } if *at == tab);
        let short = TABS.iter().zip(whole).map(|((_, _, command), (tab, words))| {
            (tab, if front(tab) { words } else { format!(" {} ", key_of(*command)) })
        });
        short.collect()
    }

    /// The command of the tab at a place.
    pub(super) fn tab_at(&self, at: Position, area: Rect) -> Option<Command> {
        let tabs = self.tabs(self.lang(), area.width);
        let tab = place_of(at, area, tabs.iter().map(|(_, words)| (1, width(words))))?;
        TABS.get(tab).map(|(_, _, command)| *command)
    }

    fn draw_notice(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let Some(notice) = &self.notice else {
            return self.draw_work(frame, area, lang);
        };
        let (mark, style) = match notice.weight {
            Weight::Done => (marks::DONE, self.theme.good),
            Weight::Warning => (marks::OVERDUE, self.theme.warn),
            Weight::Failure => (marks::OVERDUE, self.theme.bad),
        };
        // One row is kept for it; what does not fit there stands on the lowest rows of the screen, until the next key.
        let rows = hanging(&format!(" {mark}"), &notice.what.to(lang), area.width.saturating_sub(1), style);
        let height = u16::try_from(rows.len()).unwrap_or(area.height).min(area.y);
        let area = Rect { y: area.y + area.height - height.max(1), height, ..area };
        frame.render_widget(Clear, area);
        lines(frame, area, rows);
    }

    /// Keys of the moment: the ones a begun sequence leaves, else the screen's. As many as fit whole; one that does not is left out.
    fn hints(&self, lang: Lang, room: usize) -> Line<'static> {
        let spans = self.shown_hints(lang, room).into_iter().flat_map(|(_, pressed, words)| {
            [Span::styled(pressed, self.theme.accent), Span::styled(words, self.theme.dim)]
        });
        Line::from(spans.collect::<Vec<_>>())
    }

    /// The keys at the foot of a screen of so many columns, as they are written there.
    #[must_use]
    pub fn keys_at_the_foot(&self, columns: u16) -> Vec<String> {
        let shown = self.shown_hints(self.lang(), usize::from(columns)).into_iter();
        shown.map(|(_, pressed, _)| pressed.trim().to_owned()).collect()
    }

    /// The hints that fit: what each does – nothing where more keys have to follow –, its keys, its words.
    fn shown_hints(&self, lang: Lang, room: usize) -> Vec<(Option<Command>, String, String)> {
        let context = self.context();
        let of = |commands: &[Command]| {
            let one =
                |command: &Command| self.keymap.hints(context, &[*command]).pop().map(|hint| (Some(*command), hint));
            commands.iter().filter_map(one).collect()
        };
        let hints: Vec<(Option<Command>, (String, Sentence))> = match self.keymap.lookup(context, &self.pressed) {
            Lookup::Prefix(_) if !self.pressed.is_empty() => {
                let begun = say_with(lang, key::KEYS_BEGUN, &[("keys", self.keymap.label(&self.pressed).into())]);
                return vec![
                    (None, format!(" {begun} "), String::new()),
                    (None, format!(" {} ", Key::new(Code::Esc).label()), say(lang, key::KEYS_LEAVE)),
                ];
            }
            _ if self.dialog.is_some() => self.dialog_keys(),
            // In help the key that opens it only closes it again, as others do that say so.
            _ if self.help.is_some() => {
                of(&footer(context).into_iter().filter(|command| *command != Command::Help).collect::<Vec<_>>())
            }
            _ if self.palette.is_some() => of(&footer(context)),
            _ => of(&self.screen().hints(&self.shared)),
        };
        let mut shown = Vec::new();
        let mut used = 0;
        for (command, (pressed, label)) in hints {
            let (pressed, words) = (format!(" {pressed} "), format!("{}  ", say(lang, label)));
            let more = width(&pressed) + width(&words);
            if used + more > room {
                continue;
            }
            used += more;
            shown.push((command, pressed, words));
        }
        shown
    }

    /// The box of a begun sequence.
    fn draw_which_key(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        if self.pressed.is_empty() {
            return;
        }
        if let Lookup::Prefix(next) = self.keymap.lookup(self.context(), &self.pressed) {
            let next: Vec<_> = next.into_iter().map(|(pressed, what)| (pressed, say(lang, what))).collect();
            let title = say_with(lang, key::KEYS_BEGUN, &[("keys", self.keymap.label(&self.pressed).into())]);
            which_key::draw(&next, &title, frame, area, &self.theme);
        }
    }

    /// The command of the hint at a place.
    pub(super) fn hint_at(&self, at: Position, area: Rect) -> Option<Command> {
        let hints = self.shown_hints(self.lang(), usize::from(area.width));
        let hint = place_of(at, area, hints.iter().map(|(_, pressed, words)| (0, width(pressed) + width(words))))?;
        hints.get(hint)?.0
    }

    fn dialog_hints(&self, lang: Lang) -> Line<'static> {
        let spans = self.dialog_keys().into_iter().flat_map(|(_, (pressed, label))| {
            [
                Span::styled(format!("{pressed} "), self.theme.accent),
                Span::styled(format!("{}   ", say(lang, label)), self.theme.text),
            ]
        });
        Line::from(spans.collect::<Vec<_>>())
    }
}

/// Which of the parts of a line – columns before it, columns of its own – is at a place.
fn place_of(at: Position, area: Rect, parts: impl Iterator<Item = (usize, usize)>) -> Option<usize> {
    if !area.contains(at) {
        return None;
    }
    let column = usize::from(at.x - area.x);
    let mut end = 0;
    for (part, (before, own)) in parts.enumerate() {
        let start = end + before;
        end = start + own;
        if (start..end).contains(&column) {
            return Some(part);
        }
    }
    None
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
