//! Where a click and a turn of the wheel go: a tab, a hint of the footer, else the screen in front. Places come from the layout that the
//! view draws with, so the two cannot disagree.

use super::{App, Base, palette};
use crate::{
    keymap::command::Command,
    tui::{
        effect::Effect,
        message::Now,
        ui::{
            Position, Rect, form,
            layout::{SMALLEST, areas},
        },
    },
};

/// Rows that one notch of the wheel is worth.
const NOTCH: usize = 3;

impl App {
    pub(super) fn click(&mut self, column: u16, row: u16, now: Now) -> Vec<Effect> {
        if self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1 {
            return Vec::new();
        }
        let at = Position::new(column, row);
        let areas = areas(Rect::new(0, 0, self.size.0, self.size.1));
        self.pressed.clear();
        if let Some(command) = self.hint_at(at, areas.hints) {
            self.notice = None;
            return self.follow(command, now);
        }
        if self.dialog.is_some() || self.help.is_some() {
            return Vec::new();
        }
        if let Some(open) = &mut self.palette {
            let Some(row) = palette::view::row_at(open, at, areas.body) else { return Vec::new() };
            open.finder.set(row, open.found.len());
            return self.run_found(now);
        }
        self.notice = None;
        if let Some(command) = self.tab_at(at, areas.tabs) {
            // An open form or search waits behind the tabs as it does behind their keys.
            return if self.context().is_closed() { Vec::new() } else { self.follow(command, now) };
        }
        if areas.body.contains(at) {
            let lang = self.shared.lang();
            let screen = self.screen_mut();
            let form_area = screen.form_area(areas.body, lang);
            if let Some(form) = screen.form() {
                form::click(form, at, form_area, lang);
                return Vec::new();
            }
            return self.at_desk(now, |screen, desk| screen.click(at, areas.body, desk));
        }
        Vec::new()
    }

    pub(super) fn wheel(&mut self, column: u16, row: u16, down: bool, now: Now) -> Vec<Effect> {
        let at = Position::new(column, row);
        let body = areas(Rect::new(0, 0, self.size.0, self.size.1)).body;
        if self.dialog.is_some() || !body.contains(at) {
            return Vec::new();
        }
        let movement = if down { Command::MoveDown } else { Command::MoveUp };
        let in_form = self.context().is_form() || matches!(self.base, Base::Start(_));
        let mut effects = Vec::new();
        for _ in 0..NOTCH {
            if self.help.is_some() || self.palette.is_some() {
                effects.extend(self.follow(movement, now));
            } else if !in_form {
                effects.extend(self.at_desk(now, |screen, desk| screen.wheel(at, body, movement, desk)));
            }
        }
        effects
    }
}
