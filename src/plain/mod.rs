//! The application as lines of words, for screen readers and dumb terminals: one prompt at a time, every choice numbered, no escape
//! sequence, no cursor, no box. State and updates are those of the terminal application ([`App`]); what a screen says in words, its own
//! `words.rs` says. Here is only the talk: what is written, what is read, which message it becomes. Holds no rule of the product.

mod fields;
mod line;
mod menu;
mod paper;

use crate::{
    i18n::{Message as Words, key},
    keymap::command::Command,
    tui::{
        Ending, Options, RunError,
        app::{App, Saved, Waits},
        effect::{Effect, Occasion},
        message::Message,
        runtime::{Clock, Keeper, prepare},
    },
};
use line::Line;
use paper::Paper;
use std::{
    collections::VecDeque,
    io::{self, BufRead, Write},
};

/// A talk with the person, or the script, at the other end.
struct Talk<'a> {
    app: App,
    keeper: Keeper,
    clock: Clock,
    input: &'a mut dyn BufRead,
    paper: Paper<'a>,
    /// Whether lines that are typed show where they are typed; where they do not, the line of the prompt is ended here.
    echoes: bool,
    ended: bool,
    /// What was told last, so that only what changed is told again.
    told: menu::Told,
    /// How forms are answered was explained.
    knows_forms: bool,
}

/// Talks until the person leaves, or until the input ends: then everything decided is saved, and so are the words of an open form.
///
/// `echoes`: the input is a terminal that shows what is typed.
///
/// # Errors
/// [`RunError`]: the vault cannot be shown, or the output is gone.
pub fn run(
    options: Options,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    echoes: bool,
) -> Result<Ending, RunError> {
    let (app, keeper, clock) = prepare(options)?;
    let mut talk = Talk {
        app,
        keeper,
        clock,
        input,
        paper: Paper::new(output),
        echoes,
        ended: false,
        told: menu::Told::default(),
        knows_forms: false,
    };
    let heard = talk.go_on();
    if heard.is_err() {
        // Nobody reads any more: the words of an open form are kept all the same.
        let _ = talk.tell(Message::Interrupted);
    }
    heard?;
    Ok(Ending::Quit)
}

impl Talk<'_> {
    fn go_on(&mut self) -> io::Result<()> {
        self.say(key::PLAIN_HELLO)?;
        self.tell(Message::Resized(80, 26))?;
        self.back_up(Occasion::Daily)?;
        while !self.ended {
            match self.app.waits() {
                Waits::Answer => self.ask_dialog()?,
                Waits::Fields => self.ask_form()?,
                Waits::Search => self.ask_search()?,
                Waits::Choice => self.ask_choice()?,
            }
        }
        if self.app.saved() == Saved::All { self.say(key::PLAIN_BYE) } else { self.say(key::NOT_SAVED) }
    }

    /// Writes a sentence.
    fn say(&mut self, words: impl Into<Words>) -> io::Result<()> {
        let words: Words = words.into();
        self.paper.say(&words.to(self.app.lang()))
    }

    /// Sends a message through the application, does what it asks for at once, and tells what came of it.
    fn tell(&mut self, message: Message) -> io::Result<()> {
        let mut waiting = VecDeque::from([message]);
        let mut kept = false;
        while let Some(message) = waiting.pop_front() {
            for effect in self.app.update(message, self.clock.now()) {
                match effect {
                    Effect::Quit => self.ended = true,
                    // The shell stops and continues a program that reads lines without its help.
                    Effect::Suspend => {}
                    effect => {
                        let signs = effect.signs();
                        kept |= matches!(effect, Effect::Commit(_) | Effect::Plan(..) | Effect::Attach { .. });
                        for answer in self.keeper.perform(effect) {
                            self.clock.hear(&answer);
                            waiting.push_back(Message::Stored(Box::new(answer)));
                        }
                        if signs {
                            let told = self.keeper.perform(Effect::BackUp(Occasion::Signed));
                            waiting.extend(told.into_iter().map(|answer| Message::Stored(Box::new(answer))));
                        }
                    }
                }
            }
        }
        if let Some(notice) = self.app.take_notice() {
            self.say(notice.what)?;
        }
        if kept && self.app.saved() == Saved::All {
            self.say(key::SAVED)?;
        }
        Ok(())
    }

    /// Makes a backup when one is due; a word is said only when it fails.
    fn back_up(&mut self, occasion: Occasion) -> io::Result<()> {
        for answer in self.keeper.perform(Effect::BackUp(occasion)) {
            self.tell(Message::Stored(Box::new(answer)))?;
        }
        Ok(())
    }

    /// Reads a line. Nothing when the input has ended: the talk then ends too, with everything saved.
    fn hear(&mut self) -> io::Result<Option<String>> {
        self.paper.prompt()?;
        let heard = line::read(self.input)?;
        if !self.echoes {
            self.paper.end_prompt()?;
        }
        match heard {
            Line::Whole(words) => Ok(Some(words)),
            Line::Cut(words) => {
                self.say(Words::new(key::PLAIN_TOO_LONG).with("most", line::MOST.to_string()))?;
                Ok(Some(words))
            }
            Line::End => {
                self.tell(Message::Interrupted)?;
                self.ended = true;
                Ok(None)
            }
        }
    }

    fn ask_dialog(&mut self) -> io::Result<()> {
        let Some(dialog) = self.app.open_dialog().cloned() else { return Ok(()) };
        self.say(dialog.title)?;
        for words in dialog.body {
            self.say(words)?;
        }
        if dialog.on_confirm.is_empty() {
            return self.tell(Message::Commanded(Command::Confirm));
        }
        loop {
            self.say(key::PLAIN_YES_NO)?;
            let Some(typed) = self.hear()? else { return Ok(()) };
            match typed.trim() {
                "1" => return self.tell(Message::Commanded(Command::Confirm)),
                "2" | "." => return self.tell(Message::Commanded(Command::Refuse)),
                other => self.say(Words::new(key::PLAIN_NO_OPTION).with("typed", other).with("count", 2_u32))?,
            }
        }
    }

    fn ask_search(&mut self) -> io::Result<()> {
        self.say(key::PLAIN_SEARCH)?;
        let Some(words) = self.hear()? else { return Ok(()) };
        if words.trim().is_empty() {
            return self.tell(Message::Commanded(Command::LeaveSearch));
        }
        self.tell(Message::Commanded(Command::ClearField))?;
        self.tell(Message::Pasted(words.trim().to_owned()))?;
        self.tell(Message::Commanded(Command::AcceptSearch))
    }
}
