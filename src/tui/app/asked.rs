//! The dialog over the screens: what the start has to tell, how a long one is read to its end, its keys, its answer.

use super::App;
use crate::{
    i18n::{Key as Sentence, Message, key},
    keymap::{command::Command, context::Context},
    text::width::width,
    tui::{
        effect::Effect,
        parts::{dialog::Dialog, notice::Notice},
        ui::dialog,
    },
};

impl App {
    /// Says what there is to say at the start: what the vault said when it was opened, then everything else. One line is told in one and stops
    /// nobody; a list is shown until it is read, and so are words of the vault that a line would cut: their end says what to do.
    pub(super) fn tell(&mut self, of_vault: Vec<Message>, more: impl IntoIterator<Item = Message>) {
        let is_cut = of_vault.iter().any(|one| !self.fits_in_a_line(one));
        let body: Vec<_> = of_vault.into_iter().chain(more).collect();
        if body.len() > 1 || is_cut {
            self.dialog = Some(Dialog::to_read(key::DIALOG_VAULT, body));
        } else if let Some(one) = body.into_iter().next() {
            self.notice = Some(Notice::warning(one));
        }
    }

    /// Whether a notice is read to its end in the line of notices.
    fn fits_in_a_line(&self, notice: &Message) -> bool {
        let mark = 3;
        width(&notice.to(self.lang())) + mark <= self.size.0.into()
    }

    /// What is done at a key while a dialog is open: it is read on, or answered; whatever else is pressed leaves it, and nothing happens.
    pub(super) fn answer(&mut self, command: Command) -> Vec<Effect> {
        let (room, last) = self.reach();
        let Some(mut dialog) = self.dialog.take() else { return Vec::new() };
        let from = dialog.from;
        dialog.from = match command {
            Command::Confirm => return dialog.on_confirm,
            Command::MoveUp => from.saturating_sub(1),
            Command::PageUp => from.saturating_sub(room),
            Command::MoveDown => (from + 1).min(last),
            Command::PageDown => (from + room).min(last),
            _ => return Vec::new(),
        };
        self.dialog = Some(dialog);
        Vec::new()
    }

    /// How many rows of the open dialog are shown at once, and how far it can be read on.
    fn reach(&self) -> (usize, usize) {
        self.dialog.as_ref().map_or((0, 0), |open| dialog::reach_in_window(open, self.size, self.lang()))
    }

    /// The keys of the open dialog with what they do; of one that only wants to be read, that it was.
    pub(super) fn dialog_keys(&self) -> Vec<(Option<Command>, (String, Sentence))> {
        let asks = self.dialog.as_ref().is_some_and(|dialog| !dialog.on_confirm.is_empty());
        let goes_on = self.reach().1 > 0;
        let mut commands = vec![Command::Confirm];
        commands.extend(asks.then_some(Command::Refuse));
        commands.extend(goes_on.then_some(Command::MoveDown));
        let hint = |command: Command| {
            let (pressed, label) = self.keymap.hints(Context::Dialog, &[command]).pop()?;
            let read = command == Command::Confirm && !asks;
            Some((Some(command), (pressed, if read { key::DIALOG_READ } else { label })))
        };
        commands.into_iter().filter_map(hint).collect()
    }
}
