//! What is gathered while a file is read: mistakes and warnings with their places, ids that are defined, references to them.
//! Knows no TOML and no part of a programme.

use super::Mistake;
use crate::{
    i18n::{Key, Message, key},
    intake::nearest::nearest,
};
use std::collections::BTreeMap;

/// What has an id in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    UnitKind,
    EvidenceKind,
    Band,
    Gate,
    Section,
    Item,
    Question,
}

impl Thing {
    const fn unknown(self) -> Key {
        match self {
            Self::UnitKind => key::PROGRAMME_UNKNOWN_UNIT_KIND,
            Self::EvidenceKind => key::PROGRAMME_UNKNOWN_EVIDENCE_KIND,
            Self::Band => key::PROGRAMME_UNKNOWN_BAND,
            // Nothing refers to gates, sections and questions; an item's sentence would do for them.
            Self::Item | Self::Gate | Self::Section | Self::Question => key::PROGRAMME_UNKNOWN_ITEM,
        }
    }
}

/// A use of an id, to be checked when all of them are known.
struct Reference {
    thing: Thing,
    id: String,
    at: usize,
    /// Byte place that the definition must stand before: `relevant` may ask only about what comes earlier.
    before: Option<usize>,
}

/// An item tied to its life item.
struct Tie {
    item: String,
    life: String,
    at: usize,
}

struct Note {
    at: usize,
    what: Message,
    nearest: Option<String>,
}

/// What is gathered while a file is read.
pub(super) struct Reading<'a> {
    pub source: &'a str,
    mistakes: Vec<Note>,
    warnings: Vec<Note>,
    defined: BTreeMap<Thing, Vec<(String, usize)>>,
    references: Vec<Reference>,
    ties: Vec<Tie>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            mistakes: Vec::new(),
            warnings: Vec::new(),
            defined: BTreeMap::new(),
            references: Vec::new(),
            ties: Vec::new(),
        }
    }

    pub(super) fn mistake(&mut self, at: usize, what: impl Into<Message>) {
        self.mistakes.push(Note { at, what: what.into(), nearest: None });
    }

    /// A wrong name, with the nearest of the right ones.
    pub(super) fn misnamed<'n>(
        &mut self,
        at: usize,
        what: impl Into<Message>,
        wrong: &str,
        right: impl IntoIterator<Item = &'n str>,
    ) {
        let nearest = nearest(wrong, right).map(str::to_owned);
        self.mistakes.push(Note { at, what: what.into(), nearest });
    }

    pub(super) fn warn(&mut self, at: usize, what: impl Into<Message>) {
        self.warnings.push(Note { at, what: what.into(), nearest: None });
    }

    /// An id that is given here; a second time is a mistake.
    pub(super) fn define(&mut self, thing: Thing, id: &str, at: usize) {
        let ids = self.defined.entry(thing).or_default();
        if let Some((_, first)) = ids.iter().find(|(known, _)| known == id) {
            let (line, _) = Places::new(self.source).of(*first);
            self.mistake(at, Message::new(key::PROGRAMME_ID_TWICE).with("id", id).with("line", line.to_string()));
        } else {
            ids.push((id.to_owned(), at));
        }
    }

    /// Where an id was given.
    pub(super) fn place_of(&self, thing: Thing, id: &str) -> usize {
        let ids = self.defined.get(&thing);
        ids.and_then(|ids| ids.iter().find(|(known, _)| known == id)).map_or(0, |(_, at)| *at)
    }

    /// An id that is used here.
    pub(super) fn refer(&mut self, thing: Thing, id: &str, at: usize) {
        self.references.push(Reference { thing, id: id.to_owned(), at, before: None });
    }

    /// An item that is asked about here and must stand before the byte `before`.
    pub(super) fn refer_before(&mut self, item: &str, at: usize, before: usize) {
        self.references.push(Reference { thing: Thing::Item, id: item.to_owned(), at, before: Some(before) });
    }

    /// An item that is tied to a life item here.
    pub(super) fn tie(&mut self, item: &str, life: &str, at: usize) {
        self.refer(Thing::Item, life, at);
        self.ties.push(Tie { item: item.to_owned(), life: life.to_owned(), at });
    }

    /// Checks every reference, now that all ids are known.
    pub(super) fn resolve(&mut self) {
        for Reference { thing, id, at, before } in std::mem::take(&mut self.references) {
            let known = self.defined.get(&thing).cloned().unwrap_or_default();
            match (known.iter().find(|(name, _)| *name == id), before) {
                (None, _) => {
                    let names = known.iter().map(|(name, _)| name.as_str());
                    self.misnamed(at, Message::new(thing.unknown()).with("id", &id), &id, names);
                }
                (Some((_, defined)), Some(before)) if *defined >= before => {
                    self.mistake(at, Message::new(key::PROGRAMME_ITEM_LATER).with("id", &id));
                }
                _ => {}
            }
        }
        let ties = std::mem::take(&mut self.ties);
        for Tie { item, life, at } in &ties {
            if item == life {
                self.mistake(*at, Message::new(key::PROGRAMME_LIFE_ITSELF).with("id", life));
            } else if ties.iter().any(|tie| tie.item == *life) {
                self.mistake(*at, Message::new(key::PROGRAMME_LIFE_TIED).with("id", life));
            }
        }
    }

    /// Mistakes and warnings, each in the order of their places.
    pub(super) fn finish(self) -> (Vec<Mistake>, Vec<Mistake>) {
        let places = Places::new(self.source);
        let told = |mut notes: Vec<Note>| {
            notes.sort_by_key(|note| note.at);
            let mistakes = notes.into_iter().map(|Note { at, what, nearest }| {
                let (line, column) = places.of(at);
                Mistake { line, column, what, nearest }
            });
            mistakes.collect()
        };
        (told(self.mistakes), told(self.warnings))
    }
}

/// Lines and columns of a text.
pub(super) struct Places<'a> {
    source: &'a str,
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let starts = source.match_indices('\n').map(|(at, _)| at + 1);
        Self { source, lines: std::iter::once(0).chain(starts).collect() }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(super) fn of(&self, at: usize) -> (usize, usize) {
        let at = self.source.floor_char_boundary(at);
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.source.get(start..at).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }
}
