//! The thread that hears the terminal – keys, pastes, the mouse, its size – and makes messages of it. It can be made to listen no more
//! while another program has the terminal: two readers would tear a person's typing apart.

use crate::{keymap::key::Key, tui::message::Message};
use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use std::{
    io,
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    thread,
    time::Duration,
};

/// How long a listener that may have to stop hears without looking up.
const ATTENTION: Duration = Duration::from_millis(50);

/// What is asked of the listener, and what it does.
#[derive(Debug, Default)]
struct State {
    /// It may have to stop: it looks up now and then. Otherwise it sleeps until something is heard.
    attentive: bool,
    closed: bool,
    /// It hears nothing now.
    deaf: bool,
}

/// The handle of the listening thread.
#[derive(Debug, Clone, Default)]
pub(super) struct Ears(Arc<(Mutex<State>, Condvar)>);

impl Ears {
    /// Begins to listen.
    ///
    /// # Errors
    /// Those of the system, which has no thread to give.
    pub(super) fn open(messages: Sender<Message>) -> io::Result<Self> {
        let ears = Self::default();
        let own = ears.clone();
        thread::Builder::new().spawn(move || own.listen(&messages))?;
        Ok(ears)
    }

    /// Whether it may be asked to stop. To be said before the key that asks for it is pressed.
    pub(super) fn attend(&self, attentive: bool) {
        self.change(|state| state.attentive = attentive);
    }

    /// Does something while nobody listens to the terminal.
    pub(super) fn closed<T>(&self, work: impl FnOnce() -> T) -> T {
        self.change(|state| state.closed = true);
        let (state, changed) = &*self.0;
        let held = state.lock().unwrap_or_else(PoisonError::into_inner);
        drop(changed.wait_while(held, |state| !state.deaf).unwrap_or_else(PoisonError::into_inner));
        let given = work();
        self.change(|state| state.closed = false);
        given
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let (state, changed) = &*self.0;
        change(&mut state.lock().unwrap_or_else(PoisonError::into_inner));
        changed.notify_all();
    }

    /// Stands still while it is closed; whether it has to look up again before long.
    fn waits(&self) -> bool {
        let (state, changed) = &*self.0;
        let mut held = state.lock().unwrap_or_else(PoisonError::into_inner);
        while held.closed {
            held.deaf = true;
            changed.notify_all();
            held = changed.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.deaf = false;
        held.attentive
    }

    fn listen(&self, messages: &Sender<Message>) {
        loop {
            if self.waits() && event::poll(ATTENTION).is_ok_and(|heard| !heard) {
                continue;
            }
            let message = match event::read() {
                Ok(Event::Key(pressed)) => Key::from_event(pressed).map(Message::Pressed),
                Ok(Event::Mouse(event)) => from_mouse(event),
                Ok(Event::Paste(words)) => Some(Message::Pasted(words)),
                Ok(Event::Resize(columns, rows)) => Some(Message::Resized(columns, rows)),
                Ok(_) => None,
                // The terminal is gone: end as if the system had asked.
                Err(_) => Some(Message::Interrupted),
            };
            let ends = matches!(message, Some(Message::Interrupted));
            if let Some(message) = message
                && (messages.send(message).is_err() || ends)
            {
                self.change(|state| state.deaf = true);
                return;
            }
        }
    }
}

/// The left button and the wheel; nothing else of the mouse means anything.
fn from_mouse(MouseEvent { kind, column, row, .. }: MouseEvent) -> Option<Message> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Clicked(column, row)),
        MouseEventKind::ScrollDown => Some(Message::Wheeled { column, row, down: true }),
        MouseEventKind::ScrollUp => Some(Message::Wheeled { column, row, down: false }),
        _ => None,
    }
}
