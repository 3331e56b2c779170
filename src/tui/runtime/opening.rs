//! Opens a vault while the screen stands already: another thread reads, the screen shows how far it is, and what is typed meanwhile is
//! kept for the application.

use super::{Ending, RunError, terminal::Screen};
use crate::{
    domain::{lang::Lang, share::Share},
    keymap::key::Key,
    store::{Claim, Opened, Progress, VaultError},
    tui::{
        message::Message,
        ui::{opening, theme::Theme},
    },
};
use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

/// What came of it.
pub(super) enum Came {
    /// The vault is open; these messages came meanwhile.
    Vault(Box<Opened>, VecDeque<Message>),
    /// The person, or the system, ended it. What was being rebuilt is thrown away, and the vault is as it was.
    Ended(Ending),
}

/// Reads the vault behind the screen.
///
/// # Errors
/// [`RunError::Unopened`], and what the terminal says.
pub(super) fn wait(
    claim: Claim,
    terminal: &mut Screen,
    (messages, sender): (&Receiver<Message>, &Sender<Message>),
    (lang, theme): (Lang, Theme),
) -> Result<Came, RunError> {
    let opened = start(claim, sender.clone());
    let mut later = VecDeque::new();
    let mut done = None;
    loop {
        terminal.draw(|frame| opening::draw(frame, lang, &theme, done))?;
        let message = messages.recv().map_err(|_| RunError::StorageGone)?;
        match message {
            Message::Opening(share) => done = share.or(done),
            Message::Interrupted => return Ok(Came::Ended(Ending::Interrupted)),
            Message::Pressed(pressed) if pressed == Key::ctrl('c') => return Ok(Came::Ended(Ending::Quit)),
            Message::Resumed => terminal.take_again()?,
            Message::Resized(..) => {}
            other => later.push_back(other),
        }
        if let Ok(opened) = opened.try_recv() {
            return Ok(Came::Vault(Box::new(opened.map_err(RunError::Unopened)?), later));
        }
    }
}

fn start(claim: Claim, messages: Sender<Message>) -> Receiver<Result<Opened, VaultError>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut told = 0;
        let opened = claim.open(&mut |Progress { done, total }| {
            let percent = done.saturating_mul(100).checked_div(total).unwrap_or(0);
            if percent > told {
                told = percent;
                let share = u16::try_from(percent * 100).map_or(Share::WHOLE, Share::from_bp);
                // A screen that is gone needs to know nothing.
                let _ = messages.send(Message::Opening(Some(share)));
            }
        });
        let _ = sender.send(opened);
        let _ = messages.send(Message::Opening(None));
    });
    receiver
}
