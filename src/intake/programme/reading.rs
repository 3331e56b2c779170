//! What is gathered while a file is read: mistakes and warnings with their places, ids that are defined, references to them.
//! Knows no TOML and no part of a programme.

use super::Mistake;
use crate::{
    i18n::{Key, Message, key},
    intake::{
        mistakes::{Mistakes, shown},
        places::Places,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The most names that a wrong one is compared with; a file with more is not written by hand.
const MOST_CANDIDATES: usize = 500;

/// The id of the kind of a single model.
const MODEL: &str = "model";

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
    Phrases,
    Indicator,
    ModelField,
}

impl Thing {
    const fn unknown(self) -> Key {
        match self {
            Self::UnitKind => key::PROGRAMME_UNKNOWN_UNIT_KIND,
            Self::EvidenceKind => key::PROGRAMME_UNKNOWN_EVIDENCE_KIND,
            Self::Band => key::PROGRAMME_UNKNOWN_BAND,
            // Nothing refers to gates, sections, questions, indicators, fields and phrases; an item's sentence would do for them.
            Self::Item
            | Self::Gate
            | Self::Section
            | Self::Question
            | Self::Indicator
            | Self::ModelField
            | Self::Phrases => key::PROGRAMME_UNKNOWN_ITEM,
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

/// What is gathered while a file is read. Places are bytes of the file.
pub(super) struct Reading<'a> {
    pub source: &'a str,
    places: Places<'a>,
    mistakes: Mistakes,
    warnings: Mistakes,
    defined: BTreeMap<Thing, BTreeMap<String, usize>>,
    references: Vec<Reference>,
    ties: Vec<Tie>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            places: Places::new(source),
            mistakes: Mistakes::default(),
            warnings: Mistakes::default(),
            defined: BTreeMap::new(),
            references: Vec::new(),
            ties: Vec::new(),
        }
    }

    pub(super) fn mistake(&mut self, at: usize, what: impl Into<Message>) {
        self.mistakes.add(self.places.of(at), what);
    }

    /// A wrong name, with the nearest of the right ones.
    pub(super) fn misnamed<'n>(
        &mut self,
        at: usize,
        what: Message,
        wrong: &str,
        right: impl IntoIterator<Item = &'n str>,
    ) {
        if self.mistakes.is_full() {
            self.mistake(at, what);
        } else {
            self.mistakes.wrong_name(self.places.of(at), what, wrong, right.into_iter().take(MOST_CANDIDATES));
        }
    }

    pub(super) fn warn(&mut self, at: usize, what: impl Into<Message>) {
        self.warnings.add(self.places.of(at), what);
    }

    /// An id that is given here; a second time is a mistake.
    pub(super) fn define(&mut self, thing: Thing, id: &str, at: usize) {
        let ids = self.defined.entry(thing).or_default();
        if let Some(first) = ids.get(id) {
            let (line, _) = self.places.of(*first);
            self.mistake(at, Message::new(key::PROGRAMME_ID_TWICE).with("id", shown(id)).with("line", line));
        } else {
            ids.insert(id.to_owned(), at);
        }
    }

    /// Where an id was given.
    pub(super) fn place_of(&self, thing: Thing, id: &str) -> usize {
        self.defined.get(&thing).and_then(|ids| ids.get(id)).copied().unwrap_or(0)
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
        let none = BTreeMap::new();
        let mut defined = std::mem::take(&mut self.defined);
        // The kind of a single model is every programme's; none defines it.
        defined.entry(Thing::UnitKind).or_default().insert(MODEL.to_owned(), 0);
        for Reference { thing, id, at, before } in std::mem::take(&mut self.references) {
            let known = defined.get(&thing).unwrap_or(&none);
            match (known.get(&id), before) {
                (None, _) => {
                    let what = Message::new(thing.unknown()).with("id", shown(&id));
                    self.misnamed(at, what, &id, known.keys().map(String::as_str));
                }
                (Some(place), Some(before)) if *place >= before => {
                    self.mistake(at, Message::new(key::PROGRAMME_ITEM_LATER).with("id", shown(&id)));
                }
                _ => {}
            }
        }
        defined.entry(Thing::UnitKind).or_default().remove(MODEL);
        self.defined = defined;
        let ties = std::mem::take(&mut self.ties);
        let resting: BTreeSet<&str> = ties.iter().map(|tie| tie.item.as_str()).collect();
        for Tie { item, life, at } in &ties {
            if item == life {
                self.mistake(*at, Message::new(key::PROGRAMME_LIFE_ITSELF).with("id", shown(life)));
            } else if resting.contains(life.as_str()) {
                self.mistake(*at, Message::new(key::PROGRAMME_LIFE_TIED).with("id", shown(life)));
            }
        }
    }

    /// Mistakes and warnings, each in the order of their places.
    pub(super) fn finish(self) -> (Vec<Mistake>, Vec<Mistake>) {
        let listed = |mistakes: Mistakes| mistakes.unless_any(()).err().unwrap_or_default();
        (listed(self.mistakes), listed(self.warnings))
    }
}
