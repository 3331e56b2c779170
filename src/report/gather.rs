//! Gathers from the vault what documents are made from, so that the terminal and the command line make the same ones.

use super::{
    Case, Issue,
    document::Document,
    findings::Source,
    flags::{Compared, Flagged},
    letter::{self, Address},
    rollup::Material,
    sheets::Filled,
};
use crate::{
    beside::each,
    domain::{
        burden::Yardsticks,
        edit::Settings,
        ids::{InspectionId, KindId, RoundId, UnitId},
        inspected::Inspected,
        inspection::{Inspection, State},
        model::Census,
        programme::Programme,
        rollup::Scope,
        round::Round,
        score::{Assessment, Circumstances, assess},
        summary::Summary,
        unit::{Unit, Units},
    },
    store::{Head, Summaries, Vault, VaultError},
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// An inspection with everything around it.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The inspection.
    pub inspection: Inspection,
    /// The programme version it is filled with.
    pub programme: Arc<Programme>,
    /// Its unit.
    pub unit: Unit,
    /// Its round.
    pub round: Round,
    /// What conditions may ask about unit and round.
    pub about: Circumstances,
    /// What its burden is compared with.
    pub yardsticks: Yardsticks,
    /// The second looks at it that are signed, in the order of their signatures.
    pub seconds: Vec<Inspection>,
    /// The flags, once [`Folder::with_flags`] reckoned them.
    pub flags: Option<Box<Flagged>>,
    head: String,
}

impl Folder {
    /// Gathers an inspection; `None` when the vault does not hold it, its unit or its round.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn of(vault: &mut Vault, id: InspectionId) -> Result<Option<Self>, VaultError> {
        let Some(inspection) = vault.inspection(id)? else { return Ok(None) };
        let programme = vault.programme(&inspection.plan.programme)?;
        let unit = vault.units().get(inspection.plan.unit).cloned();
        let Some((unit, round)) = unit.zip(vault.round(&inspection.plan.round).cloned()) else { return Ok(None) };
        let about = Circumstances::of(Some(&unit), Some(&round));
        let yardsticks = yardsticks(vault, &inspection);
        let signed = vault.looks_at(id).filter(|look| look.state == State::Signed).map(|look| look.id);
        let signed: Vec<InspectionId> = signed.collect();
        let seconds = signed.into_iter().filter_map(|id| vault.inspection(id).transpose()).collect::<Result<_, _>>()?;
        let head = vault.head();
        Ok(Some(Self { inspection, programme, unit, round, about, yardsticks, seconds, flags: None, head }))
    }

    /// The same with the flags, for which the inspection is compared with the others of its round.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn with_flags(self, vault: &Vault) -> Result<Self, VaultError> {
        self.with_flags_among(vault, None)
    }

    /// The same, among inspections that were compared already, where there are such.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn with_flags_among(mut self, vault: &Vault, compared: Option<&Compared>) -> Result<Self, VaultError> {
        let (inspection, programme) = (&self.inspection, self.programme.clone());
        let flagged = match compared {
            Some(compared) => compared.flagged(vault, inspection, programme, &self.about)?,
            None => Flagged::of(vault, inspection, programme, &self.about)?,
        };
        self.flags = Some(Box::new(flagged));
        Ok(self)
    }

    /// What the inspection is worth.
    #[must_use]
    pub fn assessment(&self) -> Assessment {
        assess(&self.programme, &self.inspection, &self.about)
    }

    /// What its documents are made from.
    #[must_use]
    pub fn case<'a>(&'a self, vault: &'a Vault, issue: &Issue<'a>) -> Case<'a> {
        Case {
            lang: issue.lang,
            programme: &self.programme,
            units: vault.units(),
            unit: &self.unit,
            round: &self.round,
            yardsticks: &self.yardsticks,
            inspection: &self.inspection,
            seconds: &self.seconds,
            about: self.about,
            settings: vault.settings(),
            layouts: issue.layouts,
            today: issue.today,
            head: &self.head,
            flags: self.flags.as_deref(),
            practice: vault.practice().is_some(),
        }
    }
}

/// The unit's last signed inspection of an earlier round, and the others of the round.
fn yardsticks(vault: &Vault, of: &Inspection) -> Yardsticks {
    let place = |id: &RoundId| vault.rounds().iter().position(|round| round.id == *id);
    let here = place(&of.plan.round);
    let last = vault
        .summaries_of(of.plan.unit)
        .filter(|other| other.signed_at.is_some() && place(&other.round) < here)
        .max_by_key(|other| (place(&other.round), other.signed_at));
    let of_round = [&of.plan.round];
    let others = vault.heads_of_rounds(&of_round).filter(|other| other.id() != of.id);
    Yardsticks::new(last.map(|last| (last.round.clone(), last.burden)), others.map(Inspected::burden))
}

/// A round, the one before it, and everything they are rolled up from: owned, so that it can be rolled up away from the vault.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The programme that says what is in scope.
    pub programme: Arc<Programme>,
    /// The round.
    pub round: Round,
    /// The round compared with: the latest that ends before it.
    pub previous: Option<Round>,
    /// The summaries of all inspections, shared with the vault.
    summaries: Summaries,
    /// The second looks of the round that are signed, in the order of their signatures.
    pub seconds: Vec<Summary>,
    /// The registers of models, counted, by unit.
    pub censuses: HashMap<UnitId, Census>,
    /// The signed inspections of the round, in the order of unit codes.
    pub inspections: Vec<Inspection>,
    /// The programme versions that they are filled with, by hash.
    programmes: HashMap<String, Arc<Programme>>,
    units: Units,
    settings: Settings,
    practice: bool,
    under: Option<String>,
    kind: Option<KindId>,
    head: String,
}

impl Ground {
    /// Gathers a round over the units of `extent`; `None` when the vault does not hold the round.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn of(
        vault: &mut Vault,
        round: &RoundId,
        extent: Extent,
        programme: Arc<Programme>,
    ) -> Result<Option<Self>, VaultError> {
        let Some(round) = vault.round(round).cloned() else { return Ok(None) };
        let previous = round.before(vault.rounds()).cloned();
        let signed_look = |look: &&Summary| {
            look.state == State::Signed && look.round == round.id && extent.holds(vault, &round, look.unit)
        };
        let seconds = vault.second_looks().into_iter().filter(signed_look).cloned().collect();
        let read = signed(vault, &round, extent).into_iter().filter_map(|id| vault.inspection(id).transpose());
        let inspections = read.collect::<Result<Vec<Inspection>, _>>()?;
        let programmes =
            filled_with(&inspections).into_iter().map(|hash| Ok((hash.to_owned(), vault.programme(hash)?)));
        let programmes = programmes.collect::<Result<_, VaultError>>()?;
        Ok(Some(Self {
            programme,
            round,
            previous,
            summaries: vault.shared_summaries(),
            seconds,
            censuses: vault.censuses().collect(),
            inspections,
            programmes,
            units: vault.units().clone(),
            settings: vault.settings().clone(),
            practice: vault.practice().is_some(),
            under: extent.under.map(str::to_owned),
            kind: extent.kind.cloned(),
            head: vault.head(),
        }))
    }

    /// Which units and which round; `today` is what is overdue by.
    #[must_use]
    pub fn scope(&self, today: NaiveDate) -> Scope<'_> {
        Scope {
            programme: &self.programme,
            units: &self.units,
            round: self.round.id.clone(),
            previous: self.previous.as_ref().map(|round| round.id.clone()),
            day: self.round.day().unwrap_or(today),
            today,
            under: self.under.as_deref(),
            kind: self.kind.as_ref(),
        }
    }

    /// The inspections of both rounds, as a roll-up asks.
    #[must_use]
    pub fn heads(&self) -> Vec<Head<'_>> {
        self.summaries.heads_of_rounds(&self.both()).collect()
    }

    fn both(&self) -> Vec<&RoundId> {
        [Some(&self.round), self.previous.as_ref()].into_iter().flatten().map(|round| &round.id).collect()
    }

    /// What the roll-up report is made from.
    #[must_use]
    pub fn material<'a>(&'a self, issue: &Issue<'a>) -> Material<'a> {
        Material {
            lang: issue.lang,
            scope: self.scope(issue.today),
            round: &self.round,
            previous: self.previous.as_ref(),
            summaries: self.summaries.of_rounds(&self.both()).collect(),
            seconds: &self.seconds,
            inspections: &self.inspections,
            censuses: &self.censuses,
            settings: &self.settings,
            layouts: issue.layouts,
            head: &self.head,
            practice: self.practice,
        }
    }

    /// Each inspection with the programme version it is filled with.
    #[must_use]
    pub fn filled(&self) -> Vec<Filled<'_>> {
        // None is left out: `of` read the programme of each.
        let with = |one: &Inspection| self.programmes.get(&one.plan.programme).map(Arc::clone);
        self.inspections.iter().filter_map(|one| Some((one, with(one)?))).collect()
    }
}

/// The hashes of the programme versions that inspections are filled with.
fn filled_with(inspections: &[Inspection]) -> BTreeSet<&str> {
    /// The fewest inspections that are worth a thread.
    const WORTH: usize = 500;
    each(inspections, WORTH, |one| Some(one.plan.programme.as_str())).into_iter().collect()
}

/// Which units a roll-up is about: all, or those of a place, of a kind, or of both.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent<'a> {
    /// Code of the place.
    pub under: Option<&'a str>,
    /// Kind of unit.
    pub kind: Option<&'a KindId>,
}

impl Extent<'_> {
    /// Whether the unit of an inspection of this round belongs to it.
    fn holds(self, vault: &Vault, round: &Round, unit: UnitId) -> bool {
        let Some(unit) = vault.units().get(unit) else { return false };
        let in_place = match (self.under, round.day()) {
            (Some(code), Some(day)) => vault.units().is_under(unit, code, day),
            (Some(code), None) => unit.code == code,
            (None, _) => true,
        };
        in_place && self.kind.is_none_or(|kind| unit.kind == *kind)
    }
}

/// The signed inspections of a round over the units of `extent`, in the order of unit codes.
#[must_use]
pub fn signed(vault: &Vault, round: &Round, extent: Extent) -> Vec<InspectionId> {
    let units = vault.units();
    let mut signed: Vec<(&Unit, InspectionId)> = vault
        .heads_of_rounds(&[&round.id])
        .filter(|head| head.state() == State::Signed && extent.holds(vault, round, head.unit()))
        .filter_map(|head| Some((units.get(head.unit())?, head.id())))
        .collect();
    signed.sort_by(|(a, _), (b, _)| a.code.cmp(&b.code));
    signed.into_iter().map(|(_, id)| id).collect()
}

/// The letter that urges a unit, from all its inspections; `None` when the vault does not hold the unit.
///
/// # Errors
/// [`VaultError`] when the vault cannot be read.
pub fn letter(vault: &mut Vault, unit: UnitId, issue: &Issue) -> Result<Option<Document>, VaultError> {
    let Some(unit) = vault.units().get(unit).cloned() else { return Ok(None) };
    let mut of_unit: Vec<_> = vault.summaries_of(unit.id).collect();
    of_unit.sort_by(|a, b| (&a.round, a.id).cmp(&(&b.round, b.id)));
    let ids: Vec<InspectionId> = of_unit.into_iter().map(|summary| summary.id).collect();
    let mut folders = Vec::new();
    for id in ids {
        folders.extend(Folder::of(vault, id)?);
    }
    let programme = vault.current_programme()?;
    let sources: Vec<Source> = folders
        .iter()
        .map(|folder| Source {
            programme: Arc::clone(&folder.programme),
            unit: &folder.unit,
            round: &folder.round,
            inspection: folder.inspection.clone(),
        })
        .collect();
    let to = Address {
        lang: issue.lang,
        unit: &unit,
        settings: vault.settings(),
        documents: &programme.documents,
        layouts: issue.layouts,
        today: issue.today,
        practice: vault.practice().is_some(),
    };
    Ok(Some(letter::build(&to, &sources)))
}
