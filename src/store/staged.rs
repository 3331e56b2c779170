//! What records change, before it is published: the one place where a change meets the projection, for commits and replay
//! alike. All reading happens here, so that after the acknowledgement nothing is left that could refuse.

use super::{
    CommitError, VaultError,
    codec::Key as _,
    files::Files,
    head::Head,
    index::{Index, IndexError, Row, Shelf},
    memory::{Memory, Programmes},
    packs::{self, MANY},
    reading::{Ground, expect_current},
    register::{self, Counted},
    sheet::Sheet,
    spool::Spool,
};
use crate::{
    beside::in_halves,
    domain::{
        edit::{Change, Edit, ProgrammeVersion, Settings},
        ids::{InspectionId, RoundId, UnitId},
        indicator::Yearly,
        inspected::Inspected,
        inspection::Plan,
        round::Round,
        score::Circumstances,
        summary::Summary,
        unit::Unit,
    },
    journal::Stamp,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet, btree_map::Entry},
    sync::Arc,
};

/// Things as they will be.
#[derive(Debug, Default)]
pub(super) struct Staged {
    settings: Option<Row<Settings>>,
    units: BTreeMap<UnitId, Row<Unit>>,
    /// Values of indicators by their key in the index.
    indicators: BTreeMap<[u8; 16], Row<Yearly>>,
    rounds: BTreeMap<RoundId, Row<Round>>,
    versions: BTreeMap<String, Row<ProgrammeVersion>>,
    sheets: BTreeMap<InspectionId, Sheet>,
    summaries: Vec<Row<Arc<Summary>>>,
    registers: BTreeMap<UnitId, (Stamp, register::Kept)>,
}

impl Staged {
    /// Takes in one user action, and gives for each change the record whose value it replaces. After an error the whole
    /// value must be thrown away.
    pub(super) fn action(
        &mut self,
        on: Ground<'_>,
        stamp: Stamp,
        changes: &[Change],
    ) -> Result<Vec<Option<Stamp>>, CommitError> {
        let mut touched = BTreeSet::new();
        let mut bases = Vec::with_capacity(changes.len());
        for change in changes {
            self.check(on, change)?;
            bases.push(self.base(on, stamp, change)?);
            self.take(on, stamp, change.clone(), &mut touched)?;
        }
        self.done(stamp, touched);
        Ok(bases)
    }

    /// Takes in a record of the journal, which was checked when it was made. Gives the number of changes that have no place,
    /// because what they build on is lost.
    pub(super) fn replay(&mut self, on: Ground<'_>, stamp: Stamp, changes: Vec<Change>) -> Result<u64, VaultError> {
        let mut touched = BTreeSet::new();
        let mut skipped = 0;
        for change in changes {
            if let Change::Inspection { id, .. } = &change
                && !touched.contains(id)
                && self.sheet(on, *id)?.is_some_and(|sheet| sheet.has(stamp))
            {
                continue;
            }
            match self.take(on, stamp, change, &mut touched) {
                Ok(()) => {}
                Err(CommitError::Vault(error)) => return Err(error),
                Err(_) => skipped += 1,
            }
        }
        self.done(stamp, touched);
        Ok(skipped)
    }

    /// How many sheets wait to be published.
    pub(super) fn sheets(&self) -> usize {
        self.sheets.len()
    }

    /// Makes the summaries of everything that was touched: of the inspections, and of those whose unit or round changed in
    /// a way that conditions ask about.
    pub(super) fn finish(&mut self, on: Ground<'_>) -> Result<(), IndexError> {
        let sheets: Vec<(&Sheet, Circumstances)> =
            self.sheets.values().map(|sheet| (sheet, self.circumstances(on, sheet))).collect();
        let mut summaries = summaries(&on.memory.programmes, on.files, &sheets);
        for id in self.moved(on) {
            if let Some(sheet) = on.sheet(id)? {
                summaries.push(summary(&on.memory.programmes, on.files, &sheet, self.circumstances(on, &sheet)));
            }
        }
        self.summaries = summaries;
        Ok(())
    }

    /// Publishes in memory, which cannot fail; the rest is left for [`Staged::write`]. Gives the summaries.
    pub(super) fn publish(&self, memory: &mut Memory) -> Vec<Summary> {
        self.settings.iter().for_each(|row| memory.put_settings(row.clone()));
        if self.units.len() < MANY {
            self.units.values().for_each(|row| memory.put_unit(row.clone()));
        } else {
            memory.put_units(self.units.values().cloned());
        }
        memory.loose_units += self.units.len();
        self.indicators.values().for_each(|row| memory.put_indicator(row.clone()));
        self.rounds.values().for_each(|row| memory.put_round(row.clone()));
        self.versions.values().for_each(|row| memory.put_version(row.clone()));
        self.summaries.iter().for_each(|row| memory.put_summary(row.clone()));
        self.counted().for_each(|counted| memory.put_register(counted));
        self.summaries.iter().map(|row| Summary::clone(&row.value)).collect()
    }

    /// Writes everything but sheets, summaries and units into the index; each value is written whole or not at all. A crash on the way leaves values that
    /// are newer than the index's mark: replaying the records after the mark brings the same values again.
    pub(super) fn write(&self, index: &Index) -> Result<(), IndexError> {
        if let Some(row) = &self.settings {
            index.put(Shelf::Settings, [0; 16], row)?;
        }
        for (key, row) in &self.indicators {
            index.put(Shelf::Indicators, *key, row)?;
        }
        for (id, row) in &self.rounds {
            index.put(Shelf::Rounds, id.key(), row)?;
        }
        for (hash, row) in &self.versions {
            index.put(Shelf::Programmes, hash.as_str().key(), row)?;
        }
        for (unit, (_, register)) in &self.registers {
            index.put(Shelf::Registers, unit.key(), register)?;
        }
        for counted in self.counted() {
            index.put(Shelf::Censuses, counted.unit.key(), &counted)?;
        }
        Ok(())
    }

    /// The sheets, for an index that is being made.
    pub(super) fn spool(&self, spool: &mut Spool) -> Result<(), IndexError> {
        spool.put(&self.sheets.iter().collect::<Vec<_>>())
    }

    /// Its sheets, then its summaries and units. A new index takes them all at once in the end (`spool`, `packs`).
    pub(super) fn write_rows(&self, index: &Index) -> Result<(), IndexError> {
        self.sheets.iter().try_for_each(|(id, sheet)| index.put(Shelf::Sheets, id.key(), sheet))?;
        self.units.values().try_for_each(|row| packs::put_unit(index, row))?;
        self.summaries.iter().try_for_each(|row| packs::put_summary(index, row.at, &row.value))
    }

    fn counted(&self) -> impl Iterator<Item = Counted> {
        self.registers.iter().map(|(unit, (at, register))| register.counted(*unit, *at))
    }

    fn check(&self, on: Ground<'_>, change: &Change) -> Result<(), CommitError> {
        match change {
            Change::Indicator(yearly) if self.unit(on, yearly.unit).is_none() => {
                Err(CommitError::UnknownUnit { id: yearly.unit.to_string() })
            }
            Change::Unit(_) | Change::Round(_) | Change::Indicator(_) => Ok(()),
            Change::Programme(version) => on
                .files
                .holds(&version.hash)
                .then_some(())
                .ok_or_else(|| CommitError::FileMissing { name: format!("{} {}", version.id, version.version) }),
            Change::Settings(settings) => settings.programme.as_ref().map_or(Ok(()), |hash| self.knows(on, hash)),
            Change::Model { unit, .. } => {
                self.unit(on, *unit).map(|_| ()).ok_or_else(|| CommitError::UnknownUnit { id: unit.to_string() })
            }
            Change::Inspection { edit, .. } => match edit.as_ref() {
                Edit::Plan(plan) => self.check_plan(on, plan),
                Edit::Evidence(_, Some(evidence)) => match &evidence.file {
                    Some(file) if !on.files.holds(&file.hash) => {
                        Err(CommitError::FileMissing { name: file.name.clone() })
                    }
                    _ => Ok(()),
                },
                _ => Ok(()),
            },
        }
    }

    fn check_plan(&self, on: Ground<'_>, plan: &Plan) -> Result<(), CommitError> {
        if self.unit(on, plan.unit).is_none() {
            return Err(CommitError::UnknownUnit { id: plan.unit.to_string() });
        }
        if self.round(on, &plan.round).is_none() {
            return Err(CommitError::UnknownRound { id: plan.round.to_string() });
        }
        self.knows(on, &plan.programme)
    }

    fn knows(&self, on: Ground<'_>, programme: &str) -> Result<(), CommitError> {
        let known = self.versions.contains_key(programme) || on.memory.versions.contains_key(programme);
        known.then_some(()).ok_or_else(|| CommitError::UnknownProgramme { hash: programme.to_owned() })
    }

    fn take(
        &mut self,
        on: Ground<'_>,
        at: Stamp,
        change: Change,
        touched: &mut BTreeSet<InspectionId>,
    ) -> Result<(), CommitError> {
        match change {
            Change::Unit(value) => {
                self.units.insert(value.id, Row { at, value });
            }
            Change::Indicator(value) => {
                self.indicators.insert(value.key(), Row { at, value });
            }
            Change::Round(value) => {
                self.rounds.insert(value.id.clone(), Row { at, value });
            }
            Change::Programme(value) => {
                self.versions.insert(value.hash.clone(), Row { at, value });
            }
            Change::Settings(value) => self.settings = Some(Row { at, value }),
            Change::Model { unit, id, model } => {
                let (last, register) = self.register(on, unit, at)?;
                *last = at;
                register.set(id, model.map(|model| *model), at)?;
            }
            Change::Inspection { id, edit } => {
                self.edit(on, at, id, *edit)?;
                touched.insert(id);
            }
        }
        Ok(())
    }

    /// The record whose value a change replaces.
    fn base(&mut self, on: Ground<'_>, at: Stamp, change: &Change) -> Result<Option<Stamp>, CommitError> {
        Ok(match change {
            Change::Unit(value) => {
                let known = on.memory.units_at.get(&value.id).copied();
                self.units.get(&value.id).map(|row| row.at).or(known)
            }
            Change::Indicator(value) => {
                let known = on.memory.indicators_at.get(&value.key()).copied();
                self.indicators.get(&value.key()).map(|row| row.at).or(known)
            }
            Change::Round(value) => {
                let known = on.memory.rounds.get(&value.id).map(|row| row.at);
                self.rounds.get(&value.id).map(|row| row.at).or(known)
            }
            Change::Programme(value) => {
                let known = on.memory.versions.get(&value.hash).map(|row| row.at);
                self.versions.get(&value.hash).map(|row| row.at).or(known)
            }
            Change::Settings(_) => self.settings.as_ref().map(|row| row.at).or(on.memory.settings_at),
            Change::Model { unit, id, .. } => self.register(on, *unit, at)?.1.base(*id),
            Change::Inspection { id, edit } => self.sheet(on, *id)?.and_then(|sheet| sheet.base(edit)),
        })
    }

    fn edit(&mut self, on: Ground<'_>, at: Stamp, id: InspectionId, edit: Edit) -> Result<(), CommitError> {
        if self.sheet(on, id)?.is_none()
            && let Edit::Plan(plan) = &edit
        {
            self.sheets.insert(id, Sheet::new(id, plan.clone(), at));
        }
        let sheet = self.sheets.get_mut(&id).ok_or_else(|| CommitError::UnknownInspection { id: id.to_string() })?;
        Ok(sheet.apply(edit, at)?)
    }

    /// The register of a unit, fetched from the index the first time, and the record that is to change it.
    fn register(
        &mut self,
        on: Ground<'_>,
        unit: UnitId,
        at: Stamp,
    ) -> Result<&mut (Stamp, register::Kept), CommitError> {
        Ok(match self.registers.entry(unit) {
            Entry::Occupied(place) => place.into_mut(),
            Entry::Vacant(place) => {
                let kept = register::Kept::fetch(on.index, unit, on.memory.registers.get(&unit));
                place.insert((at, kept.map_err(VaultError::from)?))
            }
        })
    }

    /// The sheet of an inspection, fetched from the index the first time.
    fn sheet(&mut self, on: Ground<'_>, id: InspectionId) -> Result<Option<&Sheet>, VaultError> {
        if !self.sheets.contains_key(&id)
            && let Some(sheet) = fetch(on, id)?
        {
            self.sheets.insert(id, sheet);
        }
        Ok(self.sheets.get(&id))
    }

    fn done(&mut self, stamp: Stamp, touched: BTreeSet<InspectionId>) {
        for id in touched {
            if let Some(sheet) = self.sheets.get_mut(&id) {
                sheet.done(stamp);
            }
        }
    }

    fn unit<'a>(&'a self, on: Ground<'a>, id: UnitId) -> Option<&'a Unit> {
        self.units.get(&id).map(|row| &row.value).or_else(|| on.memory.units.get(id))
    }

    fn round<'a>(&'a self, on: Ground<'a>, id: &RoundId) -> Option<&'a Round> {
        self.rounds.get(id).or_else(|| on.memory.rounds.get(id)).map(|row| &row.value)
    }

    fn circumstances(&self, on: Ground<'_>, sheet: &Sheet) -> Circumstances {
        let plan = &sheet.inspection.plan;
        Circumstances::of(self.unit(on, plan.unit), self.round(on, &plan.round))
    }

    /// Inspections that were not touched, but whose unit's tier or pilot mark or whose round's milestone changed.
    fn moved(&self, on: Ground<'_>) -> Vec<InspectionId> {
        let units: HashSet<UnitId> = (self.units.values().map(|row| &row.value))
            .filter(|unit| {
                on.memory.units.get(unit.id).is_some_and(|old| (old.tier, old.pilot) != (unit.tier, unit.pilot))
            })
            .map(|unit| unit.id)
            .collect();
        let rounds: HashSet<&RoundId> = (self.rounds.values().map(|row| &row.value))
            .filter(|round| on.memory.rounds.get(&round.id).is_some_and(|old| old.value.milestone != round.milestone))
            .map(|round| &round.id)
            .collect();
        if units.is_empty() && rounds.is_empty() {
            return Vec::new();
        }
        let in_round = |head: &Head| head.about().is_some_and(|(_, round, _)| rounds.contains(&round));
        let heads = on.memory.summaries.heads();
        let moved = heads.filter(|head| units.contains(&head.unit()) || !rounds.is_empty() && in_round(head));
        let again = on.memory.summaries.second_looks();
        let again = again.filter(|summary| units.contains(&summary.unit) || rounds.contains(&summary.round));
        let moved = moved.map(Inspected::id).chain(again.map(|summary| summary.id));
        moved.filter(|id| !self.sheets.contains_key(id)).collect()
    }
}

/// A sheet of the index, to be changed.
pub(super) fn fetch(on: Ground<'_>, id: InspectionId) -> Result<Option<Sheet>, IndexError> {
    let sheet = on.sheet(id)?;
    expect_current(on, id, sheet.as_ref().map(Sheet::devices))?;
    Ok(sheet)
}

/// Sheets from which their summaries are reckoned on two cores: the fewest that are worth a thread.
const WORTH: usize = 64;

/// The summaries of these sheets; of many, as in a rebuild, one half in a thread of its own.
fn summaries(programmes: &Programmes, files: &Files, sheets: &[(&Sheet, Circumstances)]) -> Vec<Row<Arc<Summary>>> {
    let of = |sheets: &[(&Sheet, Circumstances)]| -> Vec<_> {
        sheets.iter().map(|(sheet, about)| summary(programmes, files, sheet, *about)).collect()
    };
    in_halves(sheets, WORTH, of).into_iter().flatten().collect()
}

fn summary(programmes: &Programmes, files: &Files, sheet: &Sheet, about: Circumstances) -> Row<Arc<Summary>> {
    Row { at: sheet.last(), value: Arc::new(programmes.summary(files, &sheet.inspection, about)) }
}
