//! Typed access to the tables of a TOML file; what is not of its type is noted at its place and read as if it were absent.
//! Knows no key of the fill file.

use crate::{
    domain::answer::Level,
    i18n::{Key, Message, key},
    intake::{
        Mistake,
        mistakes::{Mistakes, shown},
        places::{Place, Places},
    },
    text::nfc,
};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
    value::{Date, Datetime, Offset, Time},
};

/// The mistakes of one file, noted by byte offset.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    places: Places<'a>,
    mistakes: Mistakes,
}

impl<'a> Notes<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { places: Places::new(text), mistakes: Mistakes::default() }
    }

    /// Line and column of a byte offset.
    pub(super) fn place(&self, at: usize) -> Place {
        // A place that will not be listed is not worth counting characters for.
        if self.mistakes.is_full() { (1, 1) } else { self.places.of(at) }
    }

    pub(super) fn add(&mut self, at: usize, what: impl Into<Message>) {
        let place = self.place(at);
        self.mistakes.add(place, what);
    }

    /// Notes a wrong word under `what`, which takes it as `found`.
    pub(super) fn wrong_name<'n>(&mut self, word: &Text, what: Key, right: impl IntoIterator<Item = &'n str>) {
        let place = self.place(word.at);
        self.mistakes.wrong_name(place, Message::new(what).with("found", shown(&word.words)), &word.words, right);
    }

    pub(super) fn unless_any<T>(self, value: T) -> Result<T, Vec<Mistake>> {
        self.mistakes.unless_any(value)
    }
}

/// A text of the file, NFC, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub at: usize,
    pub words: String,
}

/// A table of the file.
#[derive(Debug)]
pub(super) struct Table<'t> {
    /// Where it begins.
    pub at: usize,
    entries: &'t DeTable<'t>,
}

impl<'t> Table<'t> {
    pub(super) fn root(root: &'t Spanned<DeTable<'t>>) -> Self {
        Self { at: 0, entries: root.get_ref() }
    }

    /// Notes every key that is none of these.
    pub(super) fn only(&self, keys: &[&str], notes: &mut Notes) {
        for found in self.entries.keys().filter(|found| !keys.contains(&found.get_ref().as_ref())) {
            let word = Text { at: found.span().start, words: found.get_ref().to_string() };
            notes.wrong_name(&word, key::FILL_KEY, keys.iter().copied());
        }
    }

    /// Where the value of a key stands, when it is there.
    pub(super) fn place_of(&self, key: &str) -> Option<usize> {
        self.entries.get(key).map(|value| value.span().start)
    }

    /// The value of a key through `read`; `wrong` is noted when it is of another type.
    fn value<T>(
        &self,
        name: &str,
        wrong: Key,
        notes: &mut Notes,
        read: impl FnOnce(&'t DeValue<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.entries.get(name)?;
        let read = read(value.get_ref());
        if read.is_none() {
            notes.add(value.span().start, Message::new(wrong).with("key", name));
        }
        read
    }

    pub(super) fn text(&self, name: &str, notes: &mut Notes) -> Option<Text> {
        let at = self.place_of(name)?;
        let words = self.value(name, key::FILL_NOT_TEXT, notes, DeValue::as_str)?;
        Some(Text { at, words: nfc(words).into_owned() })
    }

    /// A text that must be there and hold something.
    pub(super) fn required(&self, name: &str, notes: &mut Notes) -> Option<Text> {
        let Some(at) = self.place_of(name) else {
            notes.add(self.at, Message::new(key::FILL_MISSING).with("key", name));
            return None;
        };
        let text = self.text(name, notes)?;
        if text.words.trim().is_empty() {
            notes.add(at, Message::new(key::FILL_BLANK).with("key", name));
            return None;
        }
        Some(text)
    }

    /// The words of a text; none when it is absent.
    pub(super) fn words(&self, name: &str, notes: &mut Notes) -> String {
        self.text(name, notes).map(|text| text.words).unwrap_or_default()
    }

    /// A whole number from 0 to the most that its type holds.
    pub(super) fn number<T: TryFrom<i128>>(&self, name: &str, notes: &mut Notes) -> Option<T> {
        self.value(name, key::FILL_NOT_NUMBER, notes, |value| T::try_from(integer(value)?).ok())
    }

    pub(super) fn level(&self, name: &str, notes: &mut Notes) -> Option<Level> {
        self.value(name, key::FILL_RATING, notes, |value| Level::new(u8::try_from(integer(value)?).ok()?))
    }

    pub(super) fn flag(&self, name: &str, notes: &mut Notes) -> Option<bool> {
        self.value(name, key::FILL_NOT_FLAG, notes, DeValue::as_bool)
    }

    pub(super) fn day(&self, name: &str, notes: &mut Notes) -> Option<NaiveDate> {
        self.value(name, key::FILL_NOT_DAY, notes, |value| match value.as_datetime()? {
            Datetime { date: Some(date), time: None, offset: None } => day(*date),
            _ => None,
        })
    }

    /// A moment, its offset from UTC included.
    pub(super) fn time(&self, name: &str, notes: &mut Notes) -> Option<DateTime<FixedOffset>> {
        self.value(name, key::FILL_NOT_TIME, notes, |value| match value.as_datetime()? {
            Datetime { date: Some(date), time: Some(time), offset: Some(offset) } => moment(*date, *time, *offset),
            _ => None,
        })
    }

    /// A list of texts; what in it is none is noted and left out.
    pub(super) fn texts(&self, name: &str, notes: &mut Notes) -> Option<Vec<Text>> {
        let list = self.value(name, key::FILL_NOT_LIST, notes, DeValue::as_array)?;
        let mut texts = Vec::with_capacity(list.len());
        for value in list {
            let at = value.span().start;
            match value.get_ref().as_str() {
                Some(words) => texts.push(Text { at, words: nfc(words).into_owned() }),
                None => notes.add(at, Message::new(key::FILL_NOT_LIST).with("key", name)),
            }
        }
        Some(texts)
    }

    pub(super) fn table(&self, name: &str, notes: &mut Notes) -> Option<Table<'t>> {
        let at = self.place_of(name)?;
        let entries = self.value(name, key::FILL_NOT_TABLE, notes, DeValue::as_table)?;
        Some(Table { at, entries })
    }

    /// The tables written as `[[name]]`.
    pub(super) fn tables(&self, name: &str, notes: &mut Notes) -> Vec<Table<'t>> {
        let list = self.value(name, key::FILL_NOT_TABLES, notes, DeValue::as_array);
        let mut tables = Vec::new();
        for value in list.into_iter().flatten() {
            let at = value.span().start;
            match value.get_ref().as_table() {
                Some(entries) => tables.push(Table { at, entries }),
                None => notes.add(at, Message::new(key::FILL_NOT_TABLES).with("key", name)),
            }
        }
        tables
    }
}

/// A whole number.
fn integer(value: &DeValue) -> Option<i128> {
    let number = value.as_integer()?;
    i128::from_str_radix(number.as_str(), number.radix()).ok()
}

fn day(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

fn moment(date: Date, time: Time, offset: Offset) -> Option<DateTime<FixedOffset>> {
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i32::from(minutes),
    };
    // chrono holds a leap second as second 59 with more than a second of nanoseconds.
    let second = time.second.unwrap_or(0);
    let leap = if second == 60 { 1_000_000_000 } else { 0 };
    let nanosecond = time.nanosecond.unwrap_or(0) + leap;
    let clock = NaiveTime::from_hms_nano_opt(time.hour.into(), time.minute.into(), second.min(59).into(), nanosecond)?;
    FixedOffset::east_opt(minutes * 60)?.from_local_datetime(&day(date)?.and_time(clock)).single()
}
