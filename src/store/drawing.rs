//! What a draw for an inspection is drawn from: the frozen list of its unit's register, and what earlier inspections of the round found
//! at the same models. Draws nothing and gives no digits.

use super::{Vault, VaultError};
use crate::domain::{
    draw::{Draw, DrawError, Earlier, FrozenList, ListError, Order, enough},
    ids::InspectionId,
    inspection::Inspection,
    programme::Programme,
    sample::{Found, sampled},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::{collections::BTreeMap, sync::Arc};

/// What is drawn from.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The inspection as it is.
    pub inspection: Inspection,
    /// The programme version it is filled with.
    pub programme: Arc<Programme>,
    /// The unit's code, as it stands in the seed.
    pub code: String,
    /// The frozen list of the unit's living models.
    pub list: Result<FrozenList, ListError>,
    /// What was found at them earlier in the round.
    pub earlier: Vec<Earlier>,
}

/// What both sides say, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The digits of the unit.
    pub unit_seed: String,
    /// The digits of the inspector.
    pub team_seed: String,
    /// The day of the draw.
    pub day: NaiveDate,
    /// When it is drawn.
    pub at: DateTime<FixedOffset>,
    /// Who draws.
    pub by: String,
    /// How many; the programme's least, or the whole list when that is shorter, when nothing is said.
    pub size: Option<u32>,
    /// What was wrong with the list of the draw before.
    pub instead: Option<crate::domain::answer::Reason>,
}

impl Drawing {
    /// How many models the list has.
    #[must_use]
    pub fn population(&self) -> u32 {
        self.list.as_ref().map_or(0, FrozenList::population)
    }

    /// The least that may be drawn: the programme's number, or the whole list when that is shorter.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.programme.scoring.sample_min.min(self.population())
    }

    /// How many would meet one bad model in ten with a probability of 90 %.
    #[must_use]
    pub fn enough(&self) -> u32 {
        enough(self.population())
    }

    /// Draws.
    ///
    /// # Errors
    /// [`DrawError`]; [`DrawError::Size`] also when fewer are asked for than [`Drawing::least`].
    pub fn draw(self, said: Said) -> Result<Draw, DrawError> {
        let (least, population) = (self.least(), self.population());
        let size = said.size.unwrap_or(least);
        if size < least {
            return Err(DrawError::Few { asked: size, least });
        }
        if size > population {
            return Err(DrawError::Size { asked: size, population });
        }
        Draw::new(Order {
            list: self.list?,
            unit_seed: said.unit_seed,
            team_seed: said.team_seed,
            code: self.code,
            day: said.day,
            size,
            at: said.at,
            by: said.by,
            instead: said.instead,
            earlier: self.earlier,
        })
    }
}

impl Vault {
    /// What a draw for an inspection is drawn from; `None` when the vault does not hold it or its unit.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn drawing(&mut self, id: InspectionId) -> Result<Option<Drawing>, VaultError> {
        let Some(inspection) = self.inspection(id)? else { return Ok(None) };
        let Some(code) = self.units().get(inspection.plan.unit).map(|unit| unit.code.clone()) else { return Ok(None) };
        let programme = self.programme(&inspection.plan.programme)?;
        let list = self.register(inspection.plan.unit)?.freeze();
        let earlier = match &list {
            Ok(list) => self.earlier(&inspection, list)?,
            Err(_) => Vec::new(),
        };
        Ok(Some(Drawing { inspection, programme, code, list, earlier }))
    }

    /// What other inspections of the same unit in the same round found at models that are still on the list, each model once: the
    /// latest visit speaks, and a visit speaks before none. Only models that were drawn are among them, so the sample stays a draw.
    fn earlier(&mut self, inspection: &Inspection, list: &FrozenList) -> Result<Vec<Earlier>, VaultError> {
        let same = (inspection.plan.unit, &inspection.plan.round);
        let others = self.summaries().into_iter().filter(|other| (other.unit, &other.round) == same);
        let others: Vec<InspectionId> = others.map(|other| other.id).filter(|id| *id != inspection.id).collect();
        let mut drawn = Vec::new();
        for id in others {
            let Some(other) = self.inspection(id)? else { continue };
            let Some(at) = other.draw().map(|draw| draw.order().at) else { continue };
            drawn.push((at, other));
        }
        drawn.sort_by_key(|(at, other)| (*at, other.id));
        let mut found: BTreeMap<_, Earlier> = BTreeMap::new();
        for (_, other) in drawn {
            let programme = self.programme(&other.plan.programme)?;
            let Some(sample) = sampled(&programme, &other) else { continue };
            for model in sample.models.into_iter().filter(|model| list.number(model.model.as_str()).is_some()) {
                let verdict = match model.found {
                    Found::Visited(verdict) => Some(verdict),
                    // What it took from earlier ones itself is found there.
                    Found::Earlier(_) => continue,
                    Found::Replaced | Found::Unvisited => None,
                };
                let earlier = Earlier { inspection: other.id, model: model.model.clone(), verdict };
                if verdict.is_some() || !found.contains_key(&model.model) {
                    found.insert(model.model, earlier);
                }
            }
        }
        Ok(found.into_values().collect())
    }
}
