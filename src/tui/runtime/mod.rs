//! The loop, and what it joins: the input thread, the storage thread, the signals, the terminal. The only place in the application
//! with clocks and threads.

mod answers;
mod backup;
mod clock;
mod documents;
mod ears;
mod gather;
mod import;
mod keeper;
mod letters;
mod making;
mod models;
mod needs;
mod outside;
mod praise;
mod reading;
mod saving;
mod taken_back;
mod terminal;
mod undo;
mod unsaved;
mod wish;
mod work;

pub use clock::Clock;
pub use keeper::Keeper;
pub use work::Storage;

use ears::Ears;

use super::{
    app::{App, is_touch, view},
    effect::{Effect, Occasion},
    message::{Answer, Message},
    shared::Shared,
    ui::theme::Theme,
};
use crate::{
    domain::{
        lang::Lang,
        look::{Mouse, OutsideEditor},
    },
    keymap::choice::Choice,
    report::layout::Layouts,
    store::{Vault, shipped},
};
use chrono::NaiveDate;
use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel},
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
    /// The vault; nothing when there is none yet.
    pub vault: Option<Vault>,
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
    /// The layouts that documents are issued in.
    pub layouts: Arc<Layouts>,
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
    /// The vault is open and cannot be shown.
    #[error("the vault cannot be shown")]
    Unusable(Vec<crate::i18n::Message>),
}

/// Runs the terminal application until the person leaves it.
///
/// # Errors
/// [`RunError`]; the terminal is restored in any case.
pub fn run(options: Options) -> Result<Ending, RunError> {
    let (mut app, keeper, mut clock) = prepare(options)?;
    let (sender, receiver) = channel();
    let (effects, storage) = start_storage(keeper, sender.clone())?;
    start_signals(sender.clone())?;
    let mut terminal = terminal::Screen::open()?;
    let ears = Ears::open(sender)?;
    let begin = measure(&mut app, &clock)?;
    let outer = Outer { terminal: &mut terminal, ears: &ears, effects: &effects };
    let ending = turn(&mut app, outer, begin, &receiver, &mut clock);
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

/// What the application is, whoever reads it: its state, the owner of the vault, the clocks.
///
/// # Errors
/// [`RunError::Unusable`] when the vault cannot be shown.
pub fn prepare(options: Options) -> Result<(App, Keeper, Clock), RunError> {
    let Options { folder, practice, vault, lang, system_lang, keys, notices, theme, today, layouts } = options;
    let clock = Clock::starting(vault.as_ref().and_then(Vault::practice), today);
    let mut keeper = Keeper::new(folder.clone(), practice, vault, today).speaking(lang).issuing_in(layouts);
    let app = match keeper.snapshot(notices) {
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
    Ok((app, keeper, clock))
}

fn unusable(answer: Answer) -> RunError {
    RunError::Unusable(if let Answer::Failed { why } = answer { why } else { Vec::new() })
}

/// What the loop has around it: the terminal, the thread that hears it, the way to the storage thread.
struct Outer<'a> {
    terminal: &'a mut terminal::Screen,
    ears: &'a Ears,
    effects: &'a Sender<Effect>,
}

/// Takes all waiting messages, one update each, then draws once; sleeps while there is none. Only while words stand unkept in a form
/// does it wake by itself, to have them kept, and once to cover a screen that nobody attends.
fn turn(
    app: &mut App,
    Outer { terminal, ears, effects }: Outer,
    begin: Vec<Effect>,
    messages: &Receiver<Message>,
    clock: &mut Clock,
) -> Result<Ending, RunError> {
    let mut due = None;
    // Handed on after the next frame: nobody waits for the daily backup to see the screen, nor for what is only read; the storage thread
    // would take the processor and the allocator's lock from the frame.
    let mut behind: Vec<Effect> = begin.into_iter().chain([Effect::BackUp(Occasion::Daily)]).collect();
    // Whether anything came that the screen shows.
    let mut seen = true;
    let mut touched = Instant::now();
    loop {
        ears.attend(app.shared().settings.editor == OutsideEditor::On);
        terminal.take_mouse(app.shared().settings.mouse == Mouse::On)?;
        if std::mem::replace(&mut seen, false) {
            terminal.draw(|frame| view(app, frame, clock.now()))?;
        }
        hand_on_all(effects, behind.drain(..))?;
        due = app.has_unkept_words().then(|| due.unwrap_or_else(|| Instant::now() + KEEP_AFTER));
        let cover = app.covers_after().map(|minutes| touched + minute() * minutes.into());
        let Some(first) = next(messages, due, cover) else { return Ok(Ending::Quit) };
        if matches!(first, Message::Rested) {
            due = None;
        }
        for message in std::iter::once(first).chain(std::iter::from_fn(|| messages.try_recv().ok())) {
            #[cfg(debug_assertions)]
            panic_if_asked(&message);
            if is_touch(&message) {
                touched = Instant::now();
            }
            seen |= !app.goes_unseen(&message);
            let interrupted = matches!(message, Message::Interrupted);
            if let Message::Stored(answer) = &message {
                clock.hear(answer);
            }
            match message {
                Message::Quiet => {
                    if !terminal.suspend()? {
                        app.update(Message::NotSuspended, clock.now());
                    }
                    hand_on_all(effects, measure(app, clock)?)?;
                    continue;
                }
                Message::Resumed => {
                    terminal.take_again()?;
                    hand_on_all(effects, measure(app, clock)?)?;
                    continue;
                }
                _ => {}
            }
            for effect in app.update(message, clock.now()) {
                if effect == Effect::Quit {
                    return Ok(if interrupted { Ending::Interrupted } else { Ending::Quit });
                }
                match effect {
                    Effect::CopyOut(words) => terminal::Screen::copy_out(&words)?,
                    Effect::EditOutside(words) => {
                        let edited = ears.closed(|| terminal.lend(|| outside::edit(&words)))?;
                        app.update(Message::Edited(edited), clock.now());
                        hand_on_all(effects, measure(app, clock)?)?;
                    }
                    read @ Effect::Load(_) => behind.push(read),
                    effect => hand_on_all(effects, behind.drain(..).chain([effect]))?,
                }
            }
        }
    }
}

/// How long a minute of nobody at the keyboard is: in a build for tests as many milliseconds as `THUCCHAT_MINUTE` says, so that a test can wait.
fn minute() -> Duration {
    #[cfg(debug_assertions)]
    if let Some(asked) = std::env::var("THUCCHAT_MINUTE").ok().and_then(|asked| asked.parse().ok()) {
        return Duration::from_millis(asked);
    }
    Duration::from_mins(1)
}

/// Panics at the key that `THUCCHAT_PANIC_AT` names, so that a test sees what a panic leaves of the terminal. Not in release builds.
#[cfg(debug_assertions)]
fn panic_if_asked(message: &Message) {
    if let (Message::Pressed(pressed), Ok(asked)) = (message, std::env::var("THUCCHAT_PANIC_AT")) {
        assert!(asked.parse() != Ok(*pressed), "asked for by THUCCHAT_PANIC_AT");
    }
}

/// Tells the application how large its screen is; gives what it asks for then.
fn measure(app: &mut App, clock: &Clock) -> io::Result<Vec<Effect>> {
    let (columns, rows) = terminal::Screen::size()?;
    Ok(app.update(Message::Resized(columns, rows), clock.now()))
}

/// The next message; [`Message::Rested`] once words are `due` to be kept and [`Message::Unattended`] once the screen is due a `cover`, also
/// when messages never cease. Nothing when nobody sends any more.
fn next(messages: &Receiver<Message>, due: Option<Instant>, cover: Option<Instant>) -> Option<Message> {
    let Some(first) = due.into_iter().chain(cover).min() else { return messages.recv().ok() };
    let alarm = || if due == Some(first) { Message::Rested } else { Message::Unattended };
    let left = first.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Some(alarm());
    }
    match messages.recv_timeout(left) {
        Ok(message) => Some(message),
        Err(RecvTimeoutError::Timeout) => Some(alarm()),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Asks the storage thread for something. It lives as long as the sender; only a panic ends it earlier, and then nothing more can be
/// saved: going on would show words as being saved for ever.
fn hand_on(effects: &Sender<Effect>, effect: Effect) -> Result<(), RunError> {
    effects.send(effect).map_err(|_| RunError::StorageGone)
}

fn hand_on_all(effects: &Sender<Effect>, all: impl IntoIterator<Item = Effect>) -> Result<(), RunError> {
    all.into_iter().try_for_each(|effect| hand_on(effects, effect))
}

/// What is asked for next: waits for it, unless there is work to go on with; then [`TryRecvError::Empty`] says that nothing is.
fn asked(effects: &Receiver<Effect>, at_work: bool) -> Result<Effect, TryRecvError> {
    if at_work { effects.try_recv() } else { effects.recv().map_err(|_| TryRecvError::Disconnected) }
}

fn start_storage(keeper: Keeper, answers: Sender<Message>) -> io::Result<(Sender<Effect>, thread::JoinHandle<()>)> {
    let (sender, receiver) = channel::<Effect>();
    let mut storage = Storage::of(keeper);
    let handle = thread::Builder::new().spawn(move || {
        loop {
            let effect = asked(&receiver, storage.is_at_work());
            let quiet = effect == Ok(Effect::Suspend);
            let said = match effect {
                Err(TryRecvError::Disconnected) => return storage.finish(),
                Ok(effect) => storage.take(effect),
                Err(TryRecvError::Empty) => storage.go_on(),
            };
            for answer in said {
                // When the screen is gone, what is still asked for is done all the same.
                let _ = answers.send(Message::Stored(Box::new(answer)));
            }
            if quiet {
                let _ = answers.send(Message::Quiet);
            }
        }
    })?;
    Ok((sender, handle))
}

fn start_signals(messages: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let message = if signal == SIGCONT { Message::Resumed } else { Message::Interrupted };
            if messages.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
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
