//! The loop, and what it joins: the input thread, the storage thread, the signals, the terminal. The only place in the application
//! with clocks and threads.

mod gather;
mod keeper;
mod opening;
mod terminal;

pub use keeper::Keeper;

use super::{
    app::{App, view},
    effect::Effect,
    message::{Answer, Message, Now},
    shared::Shared,
    ui::theme::Theme,
};
use crate::{
    domain::{
        lang::Lang,
        look::{Mouse, ThemeName},
    },
    keymap::{choice::Choice, key::Key},
    store::{Claim, Opened, Vault, VaultError, shipped},
};
use chrono::{Local, NaiveDate};
use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// How long typed words may stand unkept: with the write itself less than the second that a killed program may lose.
const KEEP_AFTER: Duration = Duration::from_millis(700);

/// What the terminal application is opened with.
#[derive(Debug)]
pub struct Options {
    /// Folder of the vault; it may hold none yet, then a first start makes one.
    pub folder: PathBuf,
    /// Folder of the practice vault that a first start may choose instead.
    pub practice: PathBuf,
    /// The vault.
    pub door: Door,
    /// Language, when one was asked for.
    pub lang: Option<Lang>,
    /// Language when nothing says one: the system's.
    pub system_lang: Lang,
    /// What the keymap is made from.
    pub keys: Choice,
    /// What is to be told at the start: what was repaired, a keymap that cannot be read.
    pub notices: Vec<crate::i18n::Message>,
    /// The theme this session is bound to, whatever the settings say.
    pub theme: Option<Theme>,
    /// The day it is, in a practice vault.
    pub today: Option<NaiveDate>,
}

/// How far the vault is open before the screen is.
#[derive(Debug)]
pub enum Door {
    /// There is none yet.
    Nowhere,
    /// It is ours, and is read behind the screen.
    Claimed(Claim),
    /// It was read already.
    Open(Box<Vault>),
}

/// How the application ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The person left it.
    Quit,
    /// The system asked it to end; everything decided was saved.
    Interrupted,
}

/// Why the application could not run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal could not be set up or written to.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
    /// The storage thread ended by a panic: nothing more can be saved.
    #[error("the storage thread is gone")]
    StorageGone,
    /// The vault could not be opened.
    #[error("the vault cannot be opened")]
    Unopened(VaultError),
    /// The vault is open and cannot be shown.
    #[error("the vault cannot be shown")]
    Unusable(Vec<crate::i18n::Message>),
}

/// Reads the clocks.
#[derive(Debug, Clone, Copy)]
struct Clock {
    started: Instant,
    practice: Option<NaiveDate>,
}

impl Clock {
    fn now(&self) -> Now {
        let real = Local::now().fixed_offset();
        let at = self
            .practice
            .and_then(|day| day.and_time(real.time()).and_local_timezone(*real.offset()).single())
            .unwrap_or(real);
        Now { at, since_start: self.started.elapsed() }
    }
}

/// Runs the terminal application until the person leaves it.
///
/// # Errors
/// [`RunError`]; the terminal is restored in any case.
pub fn run(options: Options) -> Result<Ending, RunError> {
    let started = Instant::now();
    let Options { folder, practice, door, lang, system_lang, keys, mut notices, theme, today } = options;
    let (sender, receiver) = channel();
    start_signals(sender.clone())?;
    let mut terminal = terminal::Screen::open()?;
    start_input(sender.clone());
    let mut waiting = Vec::new();
    let vault = match door {
        Door::Nowhere => None,
        Door::Open(vault) => Some(*vault),
        Door::Claimed(claim) => {
            let look = (lang.unwrap_or(system_lang), theme.unwrap_or_else(|| Theme::named(ThemeName::default())));
            match opening::wait(claim, &mut terminal, (&receiver, &sender), look)? {
                opening::Came::Ended(ending) => return Ok(ending),
                opening::Came::Vault(opened, meanwhile) => {
                    let Opened { vault, notices: told } = *opened;
                    notices.splice(0..0, told);
                    waiting = meanwhile;
                    Some(vault)
                }
            }
        }
    };
    let mut clock =
        Clock { started, practice: vault.as_ref().and_then(Vault::practice).map(|day| today.unwrap_or(day)) };
    let mut keeper = Keeper::new(folder.clone(), practice, vault, today).speaking(lang);
    let mut app = match keeper.snapshot(notices) {
        Some(snapshot) => {
            let mut snapshot = snapshot.map_err(unusable)?;
            snapshot.settings.lang = lang.unwrap_or(snapshot.settings.lang);
            App::opened(snapshot, keys, theme, clock.now())
        }
        None => App::starting(
            Shared::empty(
                Arc::new(shipped().map_err(|error| RunError::Unusable(vec![error.message()]))?),
                lang.unwrap_or(system_lang),
            ),
            keys,
            theme,
            folder.display().to_string(),
        ),
    };
    let (effects, storage) = start_storage(keeper, sender);
    measure(&mut app, &terminal, &clock)?;
    let mut table = Table { app: &mut app, terminal: &mut terminal, effects: &effects, clock: &mut clock, today };
    let ending = table.turn(&receiver, waiting);
    if ending.is_err() {
        // The terminal is gone, as when a laptop's lid ends the connection: what was typed is kept all the same.
        for effect in app.update(Message::Interrupted, clock.now()) {
            let _ = effects.send(effect);
        }
    }
    drop(effects);
    // What was asked for is done before the program ends.
    let _ = storage.join();
    drop(terminal);
    ending
}

fn unusable(answer: Answer) -> RunError {
    RunError::Unusable(if let Answer::Failed { why } = answer { why } else { Vec::new() })
}

/// What the loop works with.
struct Table<'a> {
    app: &'a mut App,
    terminal: &'a mut terminal::Screen,
    effects: &'a Sender<Effect>,
    clock: &'a mut Clock,
    today: Option<NaiveDate>,
}

impl Table<'_> {
    /// Takes all waiting messages, one update each, then draws once; sleeps while there is none. Only while words stand unkept in a
    /// form does it wake by itself, to have them kept. What came while the vault was opened comes first.
    fn turn(&mut self, messages: &Receiver<Message>, meanwhile: Vec<Message>) -> Result<Ending, RunError> {
        for message in meanwhile {
            if let Some(ending) = self.take(message)? {
                return Ok(ending);
            }
        }
        let mut due = None;
        loop {
            self.terminal.take_mouse(self.app.shared().settings.mouse == Mouse::On)?;
            self.terminal.draw(|frame| view(self.app, frame, self.clock.now()))?;
            due = self.app.has_unkept_words().then(|| due.unwrap_or_else(|| Instant::now() + KEEP_AFTER));
            let Some(first) = next(messages, due) else { return Ok(Ending::Quit) };
            if matches!(first, Message::Rested) {
                due = None;
            }
            for message in std::iter::once(first).chain(std::iter::from_fn(|| messages.try_recv().ok())) {
                if let Some(ending) = self.take(message)? {
                    return Ok(ending);
                }
            }
        }
    }

    /// Takes one message; how it ends, if it ends with it.
    fn take(&mut self, message: Message) -> Result<Option<Ending>, RunError> {
        #[cfg(debug_assertions)]
        panic_if_asked(&message);
        let interrupted = matches!(message, Message::Interrupted);
        if let Message::Stored(answer) = &message
            && let Answer::Opened(snapshot) = &**answer
        {
            self.clock.practice = snapshot.practice.map(|day| self.today.unwrap_or(day));
        }
        match message {
            Message::Quiet => {
                if !self.terminal.suspend()? {
                    self.app.update(Message::NotSuspended, self.clock.now());
                }
                measure(self.app, self.terminal, self.clock)?;
                return Ok(None);
            }
            Message::Resumed => {
                self.terminal.take_again()?;
                measure(self.app, self.terminal, self.clock)?;
                return Ok(None);
            }
            _ => {}
        }
        for effect in self.app.update(message, self.clock.now()) {
            if effect == Effect::Quit {
                return Ok(Some(if interrupted { Ending::Interrupted } else { Ending::Quit }));
            }
            hand_on(self.effects, effect)?;
        }
        Ok(None)
    }
}

/// Panics at the key that `THUCCHAT_PANIC_AT` names, so that a test sees what a panic leaves of the terminal. Not in release builds.
#[cfg(debug_assertions)]
fn panic_if_asked(message: &Message) {
    if let (Message::Pressed(pressed), Ok(asked)) = (message, std::env::var("THUCCHAT_PANIC_AT")) {
        assert!(asked.parse() != Ok(*pressed), "asked for by THUCCHAT_PANIC_AT");
    }
}

/// Tells the application how large its screen is.
fn measure(app: &mut App, terminal: &terminal::Screen, clock: &Clock) -> io::Result<()> {
    let (columns, rows) = terminal.size()?;
    app.update(Message::Resized(columns, rows), clock.now());
    Ok(())
}

/// The next message; [`Message::Rested`] once it is due, also when messages never cease. Nothing when nobody sends any more.
fn next(messages: &Receiver<Message>, due: Option<Instant>) -> Option<Message> {
    let Some(due) = due else { return messages.recv().ok() };
    let left = due.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Some(Message::Rested);
    }
    match messages.recv_timeout(left) {
        Ok(message) => Some(message),
        Err(RecvTimeoutError::Timeout) => Some(Message::Rested),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Asks the storage thread for something. It lives as long as the sender; only a panic ends it earlier, and then nothing more can be
/// saved: going on would show words as being saved for ever.
fn hand_on(effects: &Sender<Effect>, effect: Effect) -> Result<(), RunError> {
    effects.send(effect).map_err(|_| RunError::StorageGone)
}

fn start_storage(mut keeper: Keeper, answers: Sender<Message>) -> (Sender<Effect>, thread::JoinHandle<()>) {
    let (sender, receiver) = channel::<Effect>();
    let handle = thread::spawn(move || {
        for effect in receiver {
            let quiet = effect == Effect::Suspend;
            for answer in keeper.perform(effect) {
                // When the screen is gone, what is still asked for is done all the same.
                let _ = answers.send(Message::Stored(Box::new(answer)));
            }
            if quiet {
                let _ = answers.send(Message::Quiet);
            }
        }
    });
    (sender, handle)
}

fn start_signals(messages: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = if signal == SIGCONT { Message::Resumed } else { Message::Interrupted };
            if messages.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
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

fn start_input(messages: Sender<Message>) {
    thread::spawn(move || {
        loop {
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
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_storage_thread_that_is_gone_ends_the_application_and_is_told() {
        let (effects, storage) = channel();
        assert!(hand_on(&effects, Effect::Commit(Vec::new())).is_ok());
        drop(storage);
        let told = hand_on(&effects, Effect::Commit(Vec::new())).expect_err("nobody is there");
        assert!(matches!(told, RunError::StorageGone), "{told:?}");
    }
}
