//! A page with numbers: what it says, what it offers, what can be done; the number, key or name that was typed becomes a message.

use super::Talk;
use crate::{
    i18n::{Lang, Message as Words, key, say},
    keymap::{Keymap, command::Command, context::Context},
    text::fold,
    tui::{
        message::Message,
        parts::page::{Offer, Page, ROWS},
    },
};
use std::io;

/// The number of the first deed: above every row that a page may name, so that deeds keep their numbers while lists grow.
const DEEDS: usize = ROWS + 1;

/// What was told last.
#[derive(Debug, Default)]
pub(super) struct Told {
    place: String,
    says: Vec<String>,
    offers: Vec<Offer>,
    deeds: Vec<Command>,
}

/// Something that can be done, with its number and the keys that also mean it.
struct Deed {
    number: usize,
    keys: Vec<String>,
    command: Command,
    words: String,
}

impl Talk<'_> {
    /// Tells the page in front as far as it changed, and follows what is chosen.
    pub(super) fn ask_choice(&mut self) -> io::Result<()> {
        let page = self.app.page(self.clock.now());
        let deeds = self.deeds(&page);
        self.tell_page(&page)?;
        let pages = [Command::PageDown, Command::PageUp];
        let commands: Vec<Command> =
            deeds.iter().map(|deed| deed.command).filter(|command| !pages.contains(command)).collect();
        if commands != self.told.deeds {
            self.tell_deeds(&deeds, false)?;
            self.told.deeds = commands;
        }
        self.say(key::PLAIN_CHOOSE)?;
        loop {
            let Some(typed) = self.hear()? else { return Ok(()) };
            let typed = typed.trim();
            if typed.is_empty() {
                self.told = Told { deeds: std::mem::take(&mut self.told.deeds), ..Told::default() };
                return Ok(());
            }
            if typed == "?" {
                self.tell_deeds(&deeds, true)?;
            } else if let Some(offer) = offered(&page, typed) {
                if let Some(row) = offer.row {
                    self.tell(Message::Chosen(row))?;
                }
                return offer.does.map_or(Ok(()), |command| self.tell(Message::Commanded(command)));
            } else if let Some(command) = meant(&deeds, typed, self.app.lang()) {
                return self.tell(Message::Commanded(command));
            } else {
                self.say(Words::new(key::PLAIN_NO_CHOICE).with("typed", typed))?;
            }
        }
    }

    /// Where a form stands. Over a page that was told already it is enough to say what the form is; a place that is nothing but a form
    /// says what there is to know.
    pub(super) fn tell_form_place(&mut self) -> io::Result<()> {
        let place = self.app.place();
        if !self.told.place.is_empty() && self.told.place.starts_with(&place) {
            return Ok(());
        }
        self.paper.say(&place)?;
        self.app.page(self.clock.now()).says.iter().try_for_each(|words| self.paper.say(words))
    }

    /// On a place that was told already only what changed is told.
    fn tell_page(&mut self, page: &Page) -> io::Result<()> {
        let place = self.app.place();
        let place = if page.title.is_empty() { place } else { format!("{place} · {}", page.title) };
        let again = place == self.told.place;
        if !again {
            self.paper.space()?;
            self.paper.say(&place)?;
        }
        let told = std::mem::take(&mut self.told);
        for words in page.says.iter().filter(|words| !again || !told.says.contains(words)) {
            self.paper.say(words)?;
        }
        if !again || told.offers != page.offers {
            for (at, offer) in page.offers.iter().enumerate() {
                self.paper.choice(page.from + at, &offer.words)?;
            }
            if let Some((first, last, count)) = page.part.filter(|_| !page.offers.is_empty()) {
                let words = Words::new(key::PLAIN_PART).with("first", first).with("last", last).with("count", count);
                self.say(words)?;
            }
        }
        self.told = Told { place, says: page.says.clone(), offers: page.offers.clone(), deeds: told.deeds };
        Ok(())
    }

    fn tell_deeds(&mut self, deeds: &[Deed], whole: bool) -> io::Result<()> {
        let lang = self.app.lang();
        self.say(key::PLAIN_DEEDS)?;
        for deed in deeds {
            let key = deed.keys.first().map(|key| format!(" ({key})")).unwrap_or_default();
            let help = if whole { format!(": {}", say(lang, deed.command.row().help)) } else { String::new() };
            self.paper.choice(deed.number, &format!("{}{key}{help}", deed.words))?;
        }
        Ok(())
    }

    /// Everything that can be done here, numbered.
    fn deeds(&self, page: &Page) -> Vec<Deed> {
        let (lang, front) = (self.app.lang(), self.app.front());
        let mut deeds: Vec<(Command, String, Vec<String>)> = self
            .app
            .deeds()
            .into_iter()
            .map(|command| (command, say(lang, command.label()), letters(self.app.keymap(), front, command)))
            .collect();
        if page.part.is_some() {
            deeds.push((Command::PageDown, say(lang, key::PLAIN_MORE_ON), vec!["+".into()]));
            deeds.push((Command::PageUp, say(lang, key::PLAIN_MORE_BACK), vec!["-".into()]));
        }
        let numbered = deeds.into_iter().enumerate();
        numbered.map(|(at, (command, words, keys))| Deed { number: DEEDS + at, keys, command, words }).collect()
    }
}

/// The keys of a command that can be typed in a line and are no number.
fn letters(keymap: &Keymap, front: Context, command: Command) -> Vec<String> {
    let printable = |keys: &[crate::keymap::key::Key]| match keys {
        [key] => key.printable().filter(|c| !c.is_ascii_digit() && !"?+-".contains(*c)).map(String::from),
        _ => None,
    };
    keymap.keys_of(front, command).into_iter().filter_map(printable).collect()
}

/// The offer of that number.
fn offered(page: &Page, typed: &str) -> Option<Offer> {
    let number: usize = typed.parse().ok()?;
    page.offers.get(number.checked_sub(page.from)?).cloned()
}

/// The command that a number, a key or a name means; an input method that is left on does no harm.
fn meant(deeds: &[Deed], typed: &str, lang: Lang) -> Option<Command> {
    if let Ok(number) = typed.parse::<usize>() {
        return deeds.iter().find(|deed| deed.number == number).map(|deed| deed.command);
    }
    let key = |typed: &str| deeds.iter().find(|deed| deed.keys.iter().any(|key| key == typed));
    let name = |deed: &&Deed| deed.command.name() == typed || fold(&say(lang, deed.command.label())) == fold(typed);
    key(typed).or_else(|| key(&fold(typed))).or_else(|| deeds.iter().find(name)).map(|deed| deed.command)
}
