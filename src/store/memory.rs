//! What an open vault keeps in memory: settings, units, rounds, programme versions, summaries and what is counted of
//! each register. Sheets and registers stay in the index.

use super::{
    VaultError,
    codec::Key as _,
    files::Files,
    index::{Index, IndexError, Row, Shelf},
    packs::{self, MANY, ReadAhead},
    register::Counted,
    summaries::Summaries,
};
use crate::{
    domain::{
        edit::{ProgrammeVersion, Settings},
        ids::{ById, RoundId, UnitId},
        indicator::{Indicators, Yearly},
        inspection::Inspection,
        programme::Programme,
        round::Round,
        score::Circumstances,
        summary::{Summary, summarise, without_programme},
        unit::{Unit, Units},
    },
    intake,
    journal::Stamp,
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Loose rows from which an action packs them at once; the work of a day never comes near.
const MUCH: usize = 4 * MANY;

/// The projection's small parts.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub settings: Settings,
    pub settings_at: Option<Stamp>,
    pub units: Units,
    pub units_at: ById<UnitId, Stamp>,
    /// Units that stand loose in the index (`packs`).
    pub loose_units: usize,
    pub indicators: Indicators,
    /// The record that set each value last, by its key in the index; those taken away among them.
    pub indicators_at: HashMap<[u8; 16], Stamp>,
    pub rounds: BTreeMap<RoundId, Row<Round>>,
    pub versions: BTreeMap<String, Row<ProgrammeVersion>>,
    pub summaries: Summaries,
    pub registers: ById<UnitId, Counted>,
    pub programmes: Programmes,
}

/// Programmes parsed once; `None` for one that cannot be used.
#[derive(Debug, Default)]
pub(super) struct Programmes(Mutex<HashMap<String, Option<Arc<Programme>>>>);

impl Memory {
    /// Reads everything but sheets and registers, and the programme that the team works with: nearly everything asks for it next, and the
    /// files of packs are still being read.
    pub(super) fn load(index: &Index, files: &Files, ahead: ReadAhead<'_>) -> Result<Self, IndexError> {
        let mut memory = Self::default();
        index.each(Shelf::Settings, |row: Row<Settings>| memory.put_settings(row))?;
        if let Some(hash) = &memory.settings.programme {
            // What is wrong with it is told to whoever asks for it.
            let _ = memory.programmes.get(files, hash);
        }
        index.each(Shelf::Indicators, |row: Row<Yearly>| memory.put_indicator(row))?;
        index.each(Shelf::Rounds, |row: Row<Round>| memory.put_round(row))?;
        index.each(Shelf::Censuses, |counted: Counted| memory.put_register(counted))?;
        index.each(Shelf::Programmes, |row: Row<ProgrammeVersion>| memory.put_version(row))?;
        let (packed, loose) = packs::units_ahead(index, ahead.units)?;
        memory.loose_units = loose.len();
        memory.put_units(packed.into_iter().flatten().chain(loose));
        memory.summaries = packs::summaries_ahead(index, ahead.summaries)?;
        Ok(memory)
    }

    /// Whether so much stands loose, as after an import, that packing it now costs little beside what it came with.
    pub(super) fn is_much_loose(&self) -> bool {
        let much = |loose: usize, all: usize| loose >= MUCH && loose >= all / 2;
        much(self.summaries.loose(), self.summaries.len()) || much(self.loose_units, self.units.len())
    }

    /// Packs what stands loose when that saves the next opening much.
    pub(super) fn tidy(&mut self, index: &Index) -> Result<(), IndexError> {
        if self.summaries.loose() >= MANY {
            packs::pack_summaries(index, &mut self.summaries)?;
        }
        if self.loose_units >= MANY {
            packs::pack_units(index, &self.unit_rows())?;
            self.loose_units = 0;
        }
        Ok(())
    }

    /// Writes the summaries and units of an index that holds none yet.
    pub(super) fn write_rows(&mut self, index: &Index) -> Result<(), IndexError> {
        self.loose_units = self.units.len();
        self.tidy(index)?;
        let loose = if self.summaries.loose() > 0 { self.summaries.rows() } else { Vec::new() };
        for (at, summary) in loose.into_iter().chain(self.summaries.second_rows()) {
            packs::put_summary(index, at, summary)?;
        }
        let loose = if self.loose_units > 0 { self.unit_rows() } else { Vec::new() };
        loose.iter().try_for_each(|row| packs::put_unit(index, row))
    }

    pub(super) fn put_settings(&mut self, row: Row<Settings>) {
        (self.settings, self.settings_at) = (row.value, Some(row.at));
    }

    /// Takes in one unit that is new or has changed.
    pub(super) fn put_unit(&mut self, row: Row<Unit>) {
        self.units_at.insert(row.value.id, row.at);
        self.units.put(row.value);
    }

    /// Takes in many: their order is made once.
    pub(super) fn put_units(&mut self, rows: impl IntoIterator<Item = Row<Unit>>) {
        let Self { units, units_at, .. } = self;
        units.extend(rows.into_iter().map(|row| {
            units_at.insert(row.value.id, row.at);
            row.value
        }));
    }

    /// Every unit with the record that set it, in the order of codes.
    pub(super) fn unit_rows(&self) -> Vec<Row<Unit>> {
        let row = |unit: &Unit| Some(Row { at: *self.units_at.get(&unit.id)?, value: unit.clone() });
        self.units.iter().filter_map(row).collect()
    }

    pub(super) fn put_indicator(&mut self, row: Row<Yearly>) {
        self.indicators_at.insert(row.value.key(), row.at);
        self.indicators.put(row.value);
    }

    pub(super) fn put_round(&mut self, row: Row<Round>) {
        self.rounds.insert(row.value.id.clone(), row);
    }

    pub(super) fn put_version(&mut self, row: Row<ProgrammeVersion>) {
        self.versions.insert(row.value.hash.clone(), row);
    }

    pub(super) fn put_summary(&mut self, row: Row<Arc<Summary>>) {
        self.summaries.put_row(Some(row.at), row.value);
    }

    pub(super) fn put_register(&mut self, counted: Counted) {
        self.registers.insert(counted.unit, counted);
    }

    /// How many things it holds.
    pub(super) fn things(&self) -> u64 {
        let known = self.units.len() + self.rounds.len() + self.versions.len() + self.indicators_at.len();
        let inspections = self.summaries.len() + self.summaries.second_looks().count();
        (known + inspections + self.registers.len()) as u64
    }
}

impl Programmes {
    /// The programme with this hash, read from the vault's files the first time.
    pub(super) fn get(&self, files: &Files, hash: &str) -> Result<Arc<Programme>, VaultError> {
        let broken = || VaultError::ProgrammeBroken { hash: hash.to_owned() };
        if let Some(known) = self.known().get(hash) {
            return known.clone().ok_or_else(broken);
        }
        let file = files.read(hash).map_err(|error| match error {
            VaultError::FileDamaged { hash } => VaultError::ProgrammeDamaged { hash },
            other => other,
        })?;
        let file = file.ok_or_else(|| VaultError::ProgrammeUnknown { hash: hash.to_owned() })?;
        let programme = intake::programme::read(&file).ok().map(|read| Arc::new(read.programme));
        self.known().insert(hash.to_owned(), programme.clone());
        programme.ok_or_else(broken)
    }

    /// A lock that a panic left is taken all the same: the table is whole between two calls.
    fn known(&self) -> MutexGuard<'_, HashMap<String, Option<Arc<Programme>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a programme that was parsed already.
    pub(super) fn keep(&self, programme: Programme) {
        self.known().insert(programme.hash.clone(), Some(Arc::new(programme)));
    }

    /// The summary of an inspection; when its programme cannot be used, what can be said without.
    pub(super) fn summary(&self, files: &Files, inspection: &Inspection, about: Circumstances) -> Summary {
        match self.get(files, &inspection.plan.programme) {
            Ok(programme) => summarise(&programme, inspection, &about),
            Err(_) => without_programme(inspection),
        }
    }
}
