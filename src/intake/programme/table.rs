//! TOML as typed values: tables that know their keys, values that say what they should have been.

use super::reading::{Reading, Thing};
use crate::{
    domain::{lang::Bilingual, share::Share},
    i18n::{Key, Message, key},
    intake::mistakes::shown,
    text::{nfc, sanitise::is_harmless, width},
};
use chrono::NaiveDate;
use std::{collections::BTreeSet, ops::Range};
use toml::de::{DeTable, DeValue};

/// Columns of a list that short names and labels have.
pub(super) const LABEL_COLUMNS: usize = 24;

/// Letters an id may have; it goes into file names, commands and conditions.
const MOST_LETTERS_IN_ID: usize = 40;

/// A table of the file.
pub(super) struct Table<'a> {
    /// As the file writes it: `[scale]`, `[[band]]`; empty for the whole file.
    name: &'static str,
    /// Where it begins: the place of what is missing in it.
    pub at: usize,
    entries: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    /// A table that may hold `keys` and nothing else.
    pub(super) fn new(
        name: &'static str,
        at: usize,
        entries: &'a DeTable<'a>,
        keys: &[&str],
        reading: &mut Reading<'_>,
    ) -> Self {
        for (key, _) in entries.iter().filter(|(key, _)| !keys.contains(&key.get_ref().as_ref())) {
            let wrong = key.get_ref().as_ref();
            let what = if name.is_empty() {
                Message::new(key::PROGRAMME_UNKNOWN_TABLE).with("key", shown(wrong))
            } else {
                Message::new(key::PROGRAMME_UNKNOWN_KEY).with("key", shown(wrong)).with("table", name)
            };
            reading.misnamed(key.span().start, what, wrong, keys.iter().copied());
        }
        Self { name, at, entries }
    }

    /// The value of a key, when it is given.
    pub(super) fn may(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.entries.get(key)?;
        Some(Value { key, at: value.span(), holds: value.get_ref() })
    }

    /// The value of a key that must be given.
    pub(super) fn need(&self, key: &'static str, reading: &mut Reading<'_>) -> Option<Value<'a>> {
        let value = self.may(key);
        if value.is_none() {
            let what = if self.name.is_empty() {
                Message::new(key::PROGRAMME_MISSING).with("key", key)
            } else {
                Message::new(key::PROGRAMME_MISSING_KEY).with("key", key).with("table", self.name)
            };
            reading.mistake(self.at, what);
        }
        value
    }

    /// Every table `[[key]]`, read by `read`; nothing when one of them could not be read, but all have been.
    pub(super) fn each<T>(
        &self,
        (key, name, keys): (&'static str, &'static str, &[&str]),
        reading: &mut Reading<'_>,
        mut read: impl FnMut(&Table<'a>, &mut Reading<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(value) = self.may(key) else { return Some(Vec::new()) };
        let DeValue::Array(list) = value.holds else {
            reading.mistake(value.at.start, Message::new(key::PROGRAMME_NEEDS_TABLES).with("table", name));
            return None;
        };
        let mut all = Vec::new();
        for entry in list {
            let at = entry.span().start;
            if let DeValue::Table(table) = entry.get_ref() {
                let table = Table::new(name, at, table, keys, reading);
                all.push(read(&table, reading));
            } else {
                reading.mistake(at, Message::new(key::PROGRAMME_NEEDS_TABLES).with("table", name));
            }
        }
        all.into_iter().collect()
    }

    /// The same where at least one must be given.
    pub(super) fn some<T>(
        &self,
        what: (&'static str, &'static str, &[&str]),
        reading: &mut Reading<'_>,
        read: impl FnMut(&Table<'a>, &mut Reading<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let value = self.need(what.0, reading)?;
        let all = self.each(what, reading, read)?;
        if all.is_empty() {
            reading.mistake(value.at.start, Message::new(key::PROGRAMME_NEEDS_TABLES).with("table", what.1));
            return None;
        }
        Some(all)
    }

    /// The `id` of this table, defined from here on.
    pub(super) fn id(&self, thing: Thing, reading: &mut Reading<'_>) -> Option<String> {
        let value = self.need("id", reading)?;
        let id = value.id(reading)?;
        reading.define(thing, &id, value.at.start);
        Some(id)
    }
}

/// A value of the file.
pub(super) struct Value<'a> {
    pub key: &'static str,
    /// Bytes of the file.
    pub at: Range<usize>,
    holds: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    fn needs<T>(&self, what: Key, reading: &mut Reading<'_>) -> Option<T> {
        reading.mistake(self.at.start, Message::new(what).with("key", self.key));
        None
    }

    /// A table that may hold `keys` and nothing else.
    pub(super) fn table(&self, name: &'static str, keys: &[&str], reading: &mut Reading<'_>) -> Option<Table<'a>> {
        match self.holds {
            DeValue::Table(table) => Some(Table::new(name, self.at.start, table, keys, reading)),
            _ => self.needs(key::PROGRAMME_NEEDS_TABLE, reading),
        }
    }

    /// Words in one language, NFC, trimmed, not blank.
    pub(super) fn words(&self, reading: &mut Reading<'_>) -> Option<String> {
        let words = self.words_or_none(reading)?;
        if words.is_empty() { self.needs(key::PROGRAMME_BLANK, reading) } else { Some(words) }
    }

    /// Words in one language, NFC, trimmed, perhaps none.
    pub(super) fn words_or_none(&self, reading: &mut Reading<'_>) -> Option<String> {
        let DeValue::String(words) = self.holds else { return self.needs(key::PROGRAMME_NEEDS_WORDS, reading) };
        let words = words.replace("\r\n", "\n");
        if words.chars().any(|letter| !matches!(letter, '\n' | '\t') && !is_harmless(letter)) {
            return self.needs(key::PROGRAMME_UNSEEN, reading);
        }
        Some(nfc(words.trim()).into_owned())
    }

    /// A text in both languages; the one that is missing takes the other's words, with a warning.
    pub(super) fn text(&self, reading: &mut Reading<'_>) -> Option<Bilingual> {
        let DeValue::Table(table) = self.holds else { return self.needs(key::PROGRAMME_NEEDS_TEXT, reading) };
        let table = Table::new("{ vi, en }", self.at.start, table, &["vi", "en"], reading);
        let mut words = |lang| match table.may(lang) {
            Some(words) => words.words_or_none(reading),
            None => Some(String::new()),
        };
        let (vi, en) = (words("vi")?, words("en")?);
        match (vi.is_empty(), en.is_empty()) {
            (true, true) => return self.needs(key::PROGRAMME_BLANK, reading),
            (true, false) => reading.warn(self.at.start, Message::new(key::PROGRAMME_NO_VI).with("key", self.key)),
            (false, true) => reading.warn(self.at.start, Message::new(key::PROGRAMME_NO_EN).with("key", self.key)),
            (false, false) => {}
        }
        Some(Bilingual {
            vi: if vi.is_empty() { en.clone() } else { vi.clone() },
            en: if en.is_empty() { vi } else { en },
        })
    }

    /// A short text for lists; one that is too wide is cut there, with a warning.
    pub(super) fn label(&self, reading: &mut Reading<'_>) -> Option<Bilingual> {
        let label = self.text(reading)?;
        for words in [&label.vi, &label.en] {
            let columns = width(words);
            if columns > LABEL_COLUMNS {
                let what = Message::new(key::PROGRAMME_LABEL_WIDE).with("label", shown(words)).with("columns", columns);
                reading.warn(self.at.start, what.with("most", LABEL_COLUMNS));
            }
        }
        Some(label)
    }

    /// Exactly `N` texts.
    pub(super) fn texts<const N: usize>(&self, reading: &mut Reading<'_>) -> Option<[Bilingual; N]> {
        let list = self.exactly::<N>(reading)?;
        let texts: Vec<Option<Bilingual>> = list.iter().map(|text| text.text(reading)).collect();
        texts.into_iter().collect::<Option<Vec<_>>>()?.try_into().ok()
    }

    /// A list of `N` values.
    pub(super) fn exactly<const N: usize>(&self, reading: &mut Reading<'_>) -> Option<Vec<Value<'a>>> {
        let list = self.list(reading)?;
        if list.len() == N {
            return Some(list);
        }
        let what = Message::new(key::PROGRAMME_HOW_MANY).with("key", self.key).with("needs", N);
        reading.mistake(self.at.start, what.with("found", list.len()));
        None
    }

    /// A list of values, which speak of themselves by the list's key.
    pub(super) fn list(&self, reading: &mut Reading<'_>) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(list) = self.holds else { return self.needs(key::PROGRAMME_NEEDS_LIST, reading) };
        Some(list.iter().map(|entry| Value { key: self.key, at: entry.span(), holds: entry.get_ref() }).collect())
    }

    /// An id that stands elsewhere in the file.
    pub(super) fn reference(&self, thing: Thing, reading: &mut Reading<'_>) -> Option<String> {
        let id = self.words(reading)?;
        reading.refer(thing, &id, self.at.start);
        Some(id)
    }

    /// A list of ids, each once, that stand elsewhere in the file.
    pub(super) fn references(&self, thing: Thing, reading: &mut Reading<'_>) -> Option<Vec<String>> {
        let (mut ids, mut seen) = (Vec::new(), BTreeSet::new());
        for entry in self.list(reading)? {
            let Some(id) = entry.words(reading) else { continue };
            if seen.insert(id.clone()) {
                reading.refer(thing, &id, entry.at.start);
                ids.push(id);
            } else {
                reading.mistake(entry.at.start, Message::new(key::PROGRAMME_LISTED_TWICE).with("id", shown(&id)));
            }
        }
        Some(ids)
    }

    /// An id: letters, digits, `_`, `-`, `.`.
    pub(super) fn id(&self, reading: &mut Reading<'_>) -> Option<String> {
        let id = self.words(reading)?;
        let right = id.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
        if right && id.chars().count() <= MOST_LETTERS_IN_ID {
            return Some(id);
        }
        reading.mistake(self.at.start, Message::new(key::PROGRAMME_BAD_ID).with("id", shown(&id)));
        None
    }

    /// A whole number from `least` to `most`.
    pub(super) fn number(&self, least: u32, most: u32, reading: &mut Reading<'_>) -> Option<u32> {
        let DeValue::Integer(digits) = self.holds else { return self.needs(key::PROGRAMME_NEEDS_NUMBER, reading) };
        let number = u32::from_str_radix(digits.as_str(), digits.radix()).ok();
        if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
            return Some(number);
        }
        let what =
            Message::new(key::PROGRAMME_OUT_OF_RANGE).with("key", self.key).with("found", shown(&digits.to_string()));
        reading.mistake(self.at.start, what.with("least", least.to_string()).with("most", most.to_string()));
        None
    }

    /// A share in basis points, 0 to 10 000.
    pub(super) fn share(&self, reading: &mut Reading<'_>) -> Option<Share> {
        let whole = u32::from(Share::WHOLE.bp());
        let DeValue::Integer(digits) = self.holds else { return self.needs(key::PROGRAMME_NEEDS_SHARE, reading) };
        let number = u32::from_str_radix(digits.as_str(), digits.radix()).ok().filter(|number| *number <= whole);
        match number.and_then(|number| u16::try_from(number).ok()) {
            Some(bp) => Some(Share::from_bp(bp)),
            None => self.needs(key::PROGRAMME_NEEDS_SHARE, reading),
        }
    }

    /// `N` shares, none smaller than the one before; none equal to it either when `apart`.
    pub(super) fn shares<const N: usize>(&self, apart: bool, reading: &mut Reading<'_>) -> Option<[Share; N]> {
        let list = self.exactly::<N>(reading)?;
        let shares: Vec<Option<Share>> = list.iter().map(|share| share.share(reading)).collect();
        let shares = shares.into_iter().collect::<Option<Vec<_>>>()?;
        for (pair, value) in shares.windows(2).zip(list.iter().skip(1)) {
            if let [before, after] = pair
                && (after < before || apart && after == before)
            {
                reading.mistake(value.at.start, Message::new(key::PROGRAMME_NOT_RISING).with("key", self.key));
                return None;
            }
        }
        shares.try_into().ok()
    }

    /// `true` or `false`.
    pub(super) fn yes_no(&self, reading: &mut Reading<'_>) -> Option<bool> {
        match self.holds {
            DeValue::Boolean(yes) => Some(*yes),
            _ => self.needs(key::PROGRAMME_NEEDS_YES_NO, reading),
        }
    }

    /// A day, without quotes and without a time.
    pub(super) fn day(&self, reading: &mut Reading<'_>) -> Option<NaiveDate> {
        let day = match self.holds {
            DeValue::Datetime(moment) if moment.time.is_none() => {
                moment.date.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()))
            }
            _ => None,
        };
        if day.is_none() { self.needs(key::PROGRAMME_NEEDS_DAY, reading) } else { day }
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&'static str, T)], reading: &mut Reading<'_>) -> Option<T> {
        let word = self.words(reading)?;
        if let Some((_, meaning)) = words.iter().find(|(known, _)| *known == word) {
            return Some(*meaning);
        }
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let what = Message::new(key::PROGRAMME_NO_SUCH_WORD).with("word", shown(&word)).with("key", self.key);
        reading.misnamed(self.at.start, what.with("words", all.join(", ")), &word, all);
        None
    }

    /// The words as the file holds them, for conditions: neither trimmed nor normalised, so that offsets stay true.
    pub(super) fn raw(&self, reading: &mut Reading<'_>) -> Option<&'a str> {
        match self.holds {
            DeValue::String(words) => Some(words.as_ref()),
            _ => self.needs(key::PROGRAMME_NEEDS_CONDITION, reading),
        }
    }
}
