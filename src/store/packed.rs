//! Many summaries in one piece of bytes: each a head of fixed width and a short tail, the texts they have in common once. So fifty thousand
//! are read in tens of values, what lists ask of a row needs no copy of it, and a whole summary is made only of a row that somebody looks
//! at. Knows nothing of where packs lie (`packs`) or which rows are newer (`summaries`).

mod row;

use super::index::IndexError;
use crate::{
    domain::{
        ids::{InspectionId, RoundId, SectionId, UnitId},
        inspected::Inspected as _,
        sample::Tally,
        second::Looked,
        summary::Summary,
    },
    journal::{Bytes, DeviceId, Stamp},
};
use chrono::Datelike as _;
pub(super) use row::{Row, length, number, part, signed};
use row::{at, figures, flag, standing};
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, OnceLock},
};
use uuid::Uuid;

/// Texts that many packs have in common, each held once.
#[derive(Debug, Default)]
pub(super) struct Known {
    texts: HashSet<Arc<str>>,
    sections: HashSet<Arc<[SectionId]>>,
}

impl Known {
    /// A text.
    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let known: Arc<str> = text.into();
        self.texts.insert(known.clone());
        known
    }

    fn sections(&mut self, ids: Vec<SectionId>) -> Arc<[SectionId]> {
        if let Some(known) = self.sections.get(ids.as_slice()) {
            return known.clone();
        }
        let known: Arc<[SectionId]> = ids.into();
        self.sections.insert(known.clone());
        known
    }
}

/// Some summaries, and of those that were looked at the whole.
#[derive(Debug)]
pub(super) struct Pack {
    ids: Vec<InspectionId>,
    texts: Vec<Arc<str>>,
    sections: Vec<Arc<[SectionId]>>,
    devices: Vec<DeviceId>,
    /// Where each row ends, four bytes each.
    ends: Vec<u8>,
    rows: Vec<u8>,
    /// What is known of second looks, by their rows.
    second: Vec<(u32, Looked)>,
    /// What draws gave, by their rows, in their order.
    samples: Vec<(u32, Tally)>,
    /// Of each row where its round stands among the texts: a roll-up looks for the rows of a round, and rows are far apart in memory.
    rounds: Vec<u32>,
    /// Once somebody looked at a row whole, a place for each.
    whole: OnceLock<Box<[OnceLock<Box<Summary>>]>>,
}

/// A pack as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct Written<'a> {
    ids: Bytes,
    #[serde(borrow)]
    texts: Vec<&'a str>,
    /// Places in `texts`.
    sections: Vec<Vec<u32>>,
    devices: Vec<DeviceId>,
    ends: Bytes,
    rows: Bytes,
    second: Vec<(u32, Looked)>,
    samples: Vec<(u32, Tally)>,
}

impl Pack {
    /// The bytes of a pack of these summaries, in this order.
    pub(super) fn write(rows: &[(Stamp, &Summary)]) -> Result<Vec<u8>, IndexError> {
        let mut writer = Writer::default();
        for (at, summary) in rows {
            writer.put(*at, summary);
        }
        let written = Written {
            ids: Bytes(rows.iter().flat_map(|(_, summary)| summary.id.0.into_bytes()).collect()),
            texts: writer.texts.list,
            sections: writer.sections.list,
            devices: writer.devices.list,
            ends: Bytes(writer.ends),
            rows: Bytes(writer.rows),
            samples: (0..).zip(rows).filter_map(|(at, (_, row))| Some((at, row.sample?))).collect(),
            second: (0..).zip(rows).filter_map(|(at, (_, row))| Some((at, (**row.second.as_ref()?).clone()))).collect(),
        };
        rmp_serde::to_vec(&written).map_err(|error| IndexError(error.to_string()))
    }

    /// Reads the bytes of a pack.
    pub(super) fn read(bytes: &[u8], known: &mut Known) -> Result<Self, IndexError> {
        let written: Written = rmp_serde::from_slice(bytes).map_err(|error| IndexError(error.to_string()))?;
        let texts: Vec<Arc<str>> = written.texts.iter().map(|text| known.text(text)).collect();
        let section = |place: &u32| texts.get(*place as usize).cloned().map(SectionId::from).ok_or_else(damaged);
        let mut sections = Vec::with_capacity(written.sections.len());
        for list in &written.sections {
            sections.push(known.sections(list.iter().map(section).collect::<Result<_, _>>()?));
        }
        let ids: Vec<InspectionId> =
            written.ids.0.chunks_exact(16).filter_map(|id| Uuid::from_slice(id).ok()).map(InspectionId).collect();
        let Written { devices, ends, rows, second, samples, .. } = written;
        let (rounds, whole) = (Vec::new(), OnceLock::new());
        let pack = Self { ids, texts, sections, devices, ends: ends.0, rows: rows.0, second, samples, rounds, whole };
        let rounds: Vec<u32> = pack.rows().filter(|row| row.is_sound()).map(Row::round_place).collect();
        let sound = pack.ids.len() * 4 == pack.ends.len() && pack.ids.len() == rounds.len();
        if sound { Ok(Self { rounds, ..pack }) } else { Err(damaged()) }
    }

    /// How many summaries it holds.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The inspections, in the order of the rows.
    pub(super) fn ids(&self) -> &[InspectionId] {
        &self.ids
    }

    /// A row.
    pub(super) fn row(&self, place: usize) -> Option<Row<'_>> {
        Row::at(self, place)
    }

    /// Every row.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> + Clone {
        (0..self.len()).filter_map(|place| self.row(place))
    }

    /// The rows of some rounds: their names are looked for once, not in every row.
    pub(super) fn rows_of(&self, rounds: &[&RoundId]) -> impl Iterator<Item = Row<'_>> + Clone + use<'_> {
        let is_wanted = |text: &Arc<str>| rounds.iter().any(|round| round.as_str() == &**text);
        let wanted: Vec<bool> = self.texts.iter().map(is_wanted).collect();
        let places = self.rounds.iter().enumerate();
        let places = places.filter(move |(_, round)| wanted.get(**round as usize).copied().unwrap_or_default());
        places.filter_map(|(place, _)| self.row(place))
    }

    /// The unit of a row.
    pub(super) fn unit(&self, place: usize) -> Option<UnitId> {
        self.row(place).map(Row::unit)
    }

    /// The record that set a row last.
    pub(super) fn stamp(&self, place: usize) -> Option<Stamp> {
        self.row(place)?.stamp()
    }

    /// The whole summary, made of its row the first time.
    pub(super) fn summary(&self, place: usize) -> Option<&Summary> {
        let whole = self.whole.get_or_init(|| self.ids.iter().map(|_| OnceLock::new()).collect()).get(place)?;
        if whole.get().is_none() {
            let made = Box::new(self.row(place)?.summary()?);
            return Some(whole.get_or_init(|| made));
        }
        whole.get().map(AsRef::as_ref)
    }

    /// How many were made whole.
    pub(super) fn whole(&self) -> usize {
        self.whole.get().map_or(0, |whole| whole.iter().filter(|place| place.get().is_some()).count())
    }

    fn bytes(&self, place: usize) -> Option<&[u8]> {
        let begin = if place == 0 { 0 } else { number(&self.ends, 4 * (place - 1))? };
        self.rows.get(begin as usize..number(&self.ends, 4 * place)? as usize)
    }
}

/// A list in which each thing stands once, and where.
#[derive(Debug)]
pub(super) struct Places<T> {
    pub(super) list: Vec<T>,
    places: HashMap<T, u32>,
}

impl<T> Default for Places<T> {
    fn default() -> Self {
        Self { list: Vec::new(), places: HashMap::new() }
    }
}

impl<T: std::hash::Hash + Eq + Clone> Places<T> {
    pub(super) fn of(&mut self, thing: T) -> u32 {
        if let Some(place) = self.places.get(&thing) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(thing.clone());
        self.places.insert(thing, place);
        place
    }
}

#[derive(Debug, Default)]
struct Writer<'a> {
    texts: Places<&'a str>,
    sections: Places<Vec<u32>>,
    devices: Places<DeviceId>,
    ends: Vec<u8>,
    rows: Vec<u8>,
}

impl<'a> Writer<'a> {
    fn put(&mut self, stamp: Stamp, summary: &'a Summary) {
        let mut head = [0; at::TAIL];
        let mut set = |at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
        let mut flags = 0;
        set(at::UNIT, summary.unit.0.as_bytes());
        if let Some(due) = summary.due {
            flags |= flag::DUE;
            set(at::DUE, &due.num_days_from_ce().to_le_bytes());
        }
        set(at::STATE, &[summary.state as u8]);
        if let Some(whole) = summary.whole {
            flags |= flag::WHOLE;
            set(at::WHOLE, &figures(whole));
        }
        set(at::KIND, &self.texts.of(summary.kind.as_str()).to_le_bytes());
        set(at::ROUND, &self.texts.of(summary.round.as_str()).to_le_bytes());
        set(at::LEAD, &self.texts.of(&summary.lead).to_le_bytes());
        if let Some(band) = &summary.band {
            flags |= flag::BAND;
            set(at::BAND, &self.texts.of(band.as_str()).to_le_bytes());
        }
        let sections = summary.sections.iter().map(|(id, _)| self.texts.of(id.as_str())).collect();
        set(at::SECTIONS, &self.sections.of(sections).to_le_bytes());
        set(at::ANSWERED, &summary.answered.to_le_bytes());
        set(at::ITEMS, &summary.items.to_le_bytes());
        set(at::VERSION, &summary.version.to_le_bytes());
        let burden = [summary.burden.documents, summary.burden.on_paper, summary.burden.with_people];
        for (bit, figure) in burden.into_iter().enumerate() {
            if let Some(figure) = figure {
                flags |= flag::BURDEN << bit;
                set(at::BURDEN + 4 * bit, &figure.to_le_bytes());
            }
        }
        if let Some(moment) = summary.signed_at {
            flags |= flag::SIGNED;
            set(at::SIGNED, &moment.timestamp().to_le_bytes());
            set(at::SIGNED + 8, &moment.timestamp_subsec_nanos().to_le_bytes());
            set(at::SIGNED + 12, &moment.offset().local_minus_utc().to_le_bytes());
        }
        set(at::STAMP, &self.devices.of(stamp.0).to_le_bytes());
        set(at::STAMP + 4, &stamp.1.to_le_bytes());
        set(at::SHORTFALLS, &length(summary.shortfalls.len()));
        set(at::RECOMMENDATIONS, &length(summary.recommendations.len()));
        set(at::FLAGS, &[flags]);
        self.rows.extend(head);
        self.rows.extend(summary.sections.iter().flat_map(|(_, totals)| figures(*totals)));
        for item in &summary.shortfalls {
            self.rows.extend(self.texts.of(item.as_str()).to_le_bytes());
        }
        self.rows.extend(summary.recommendations.iter().copied().flat_map(standing));
        self.ends.extend(length(self.rows.len()));
    }
}

fn damaged() -> IndexError {
    IndexError("a pack is damaged".into())
}
