//! Gathers what the flags of an inspection go by: the inspection itself, the others of its round, the journal, earlier rounds.
//! Judges nothing; the rules are `domain::flags`.

use crate::{
    domain::{
        finding::FindingKind,
        flag_answer::{FlagAnswer, FlagKey},
        flags::{
            Beyond, Case, Flag, Followed, PhraseBook,
            around::{Neighbour, Round, compared},
            raised,
        },
        ids::{InspectionId, ItemId, RoundId},
        inspection::{Inspection, State},
        programme::Programme,
        score::{Circumstances, assess},
        summary::Summary,
        unit::Unit,
    },
    i18n::{Lang, flags::Wording},
    store::{Vault, VaultError},
};
use std::{collections::BTreeMap, sync::Arc};

/// The flags of one inspection.
#[derive(Debug, Clone)]
pub struct Flagged {
    /// The programme it is filled with.
    pub programme: Arc<Programme>,
    /// The flags that are up, in the order of their codes.
    pub flags: Vec<Flag>,
    /// What is known beyond the inspection.
    pub beyond: Beyond,
    /// The inspection as it was reckoned.
    pub inspection: Inspection,
    /// Of copied prose, by the key of its flag: the text here, and the one it is like.
    pub beside: BTreeMap<FlagKey, (String, String)>,
}

impl Flagged {
    /// Gathers everything for one inspection at once: reads the sheets of its round and of the unit's earlier inspections.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn of(
        vault: &Vault,
        inspection: &Inspection,
        programme: Arc<Programme>,
        about: &Circumstances,
    ) -> Result<Self, VaultError> {
        let mut comparing = Comparing::new(inspection, &programme);
        for id in compared_with(vault, inspection.id) {
            comparing.take(vault, id)?;
        }
        comparing.flagged(vault, inspection, programme, about)
    }

    fn with(
        (beyond, others): (Beyond, &[Inspection]),
        inspection: &Inspection,
        programme: Arc<Programme>,
        about: Circumstances,
    ) -> Self {
        let phrases = PhraseBook::of(&programme.empty_phrases);
        let case = Case {
            programme: &programme,
            phrases: &phrases,
            inspection,
            assessment: &assess(&programme, inspection, &about),
            beyond: &beyond,
        };
        let flags = raised(&case);
        let beside = flags.iter().filter_map(|flag| Some((flag.key(), side_by_side(flag, inspection, others)?)));
        let beside = beside.collect();
        Self { programme, flags, beyond, inspection: inspection.clone(), beside }
    }

    /// The written answer to a flag, if there is one.
    #[must_use]
    pub fn answer(&self, flag: &Flag) -> Option<&FlagAnswer> {
        self.inspection.flag_answers.get(&flag.key())
    }

    /// How many flags stand without an answer.
    #[must_use]
    pub fn open(&self) -> usize {
        self.flags.iter().filter(|flag| self.answer(flag).is_none()).count()
    }

    /// What to word the flags with.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> Wording<'_> {
        Wording { lang, programme: &self.programme, names: &self.beyond.names }
    }
}

/// The text of a flag about copied prose, and the one it is like.
fn side_by_side(flag: &Flag, own: &Inspection, others: &[Inspection]) -> Option<(String, String)> {
    let Flag::Copied { text, other, other_text, .. } = flag else { return None };
    let other = others.iter().find(|inspection| inspection.id == *other)?;
    Some((compared(own, text)?, compared(other, other_text)?))
}

/// The inspections that one is compared with: those of its round that are begun, and the unit's earlier ones.
#[must_use]
pub fn compared_with(vault: &Vault, id: InspectionId) -> Vec<InspectionId> {
    // A second look is compared with nothing: who looks again must not be shown what stands elsewhere about the same unit.
    let Some(own) = vault.summary(id).filter(|own| own.second.is_none()) else { return Vec::new() };
    let rounds: Vec<&RoundId> = vault.rounds().into_iter().map(|round| &round.id).collect();
    let place = |round: &RoundId| rounds.iter().position(|known| *known == round);
    let here = place(&own.round);
    let begun = |summary: &&Summary| summary.state != State::Planned && summary.id != id;
    let wanted = vault
        .summaries()
        .into_iter()
        .filter(begun)
        .filter(|summary| summary.round == own.round || (summary.unit == own.unit && place(&summary.round) < here));
    wanted.map(|summary| summary.id).collect()
}

/// An inspection on its way to be compared: the others are read and taken in, a few at a time.
#[derive(Debug)]
pub struct Comparing {
    round: RoundId,
    others: Vec<Inspection>,
    taken_in: Round,
}

impl Comparing {
    /// None of the others is read yet; [`compared_with`] names them.
    #[must_use]
    pub fn new(own: &Inspection, programme: &Programme) -> Self {
        Self { round: own.plan.round.clone(), others: Vec::new(), taken_in: Round::new(&programme.thresholds) }
    }

    /// Reads another inspection and takes it in.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be read.
    pub fn take(&mut self, vault: &Vault, id: InspectionId) -> Result<(), VaultError> {
        if let Some(inspection) = vault.inspection(id)? {
            self.add(vault, &inspection);
            self.others.push(inspection);
        }
        Ok(())
    }

    fn add(&mut self, vault: &Vault, inspection: &Inspection) {
        let names = masks(vault, inspection);
        let in_round = inspection.plan.round == self.round;
        self.taken_in.add(Neighbour { inspection, names: &names, in_round });
    }

    /// The flags of the inspection, once the others are read.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn flagged(
        mut self,
        vault: &Vault,
        own: &Inspection,
        programme: Arc<Programme>,
        about: &Circumstances,
    ) -> Result<Flagged, VaultError> {
        self.add(vault, own);
        let around = self.taken_in.ready().flags(own);
        let beyond = beyond(vault, own, &self.others, around)?;
        Ok(Flagged::with((beyond, &self.others), own, programme, *about))
    }
}

/// What is known beyond an inspection, given the others and what comparing with them says.
fn beyond(vault: &Vault, own: &Inspection, others: &[Inspection], around: Vec<Flag>) -> Result<Beyond, VaultError> {
    let rounds: Vec<RoundId> = vault.rounds().into_iter().map(|round| round.id.clone()).collect();
    let place = |round: &RoundId| rounds.iter().position(|known| known == round);
    let here = place(&own.plan.round);
    let changes = if own.visit.closing_meeting.is_some() { vault.rating_changes(own.id)? } else { Vec::new() };
    let of_unit = others.iter().filter(|other| other.plan.unit == own.plan.unit && place(&other.plan.round) < here);
    let mut earlier: BTreeMap<ItemId, RoundId> = BTreeMap::new();
    for inspection in of_unit {
        let shortfalls = inspection.findings.values().filter(|finding| finding.kind == FindingKind::Shortfall);
        for item in shortfalls.flat_map(|finding| &finding.items) {
            let round = &inspection.plan.round;
            let latest = earlier.entry(item.clone()).or_insert_with(|| round.clone());
            if place(latest) < place(round) {
                latest.clone_from(round);
            }
        }
    }
    let followed = others
        .iter()
        .filter(|other| other.plan.unit == own.plan.unit && place(&other.plan.round) < here && other.is_signed())
        .flat_map(|other| {
            other.recommendations.keys().filter(|id| other.stage(id).is_followed()).map(|id| Followed {
                inspection: other.id,
                recommendation: id.clone(),
                stage: other.stage(id),
                due: other.due(id),
            })
        })
        .collect();
    let register = vault.register(own.plan.unit)?;
    let name = |inspection: &Inspection| {
        let unit = vault.units().get(inspection.plan.unit).map_or_else(String::new, |unit| unit.name.clone());
        if inspection.plan.round == own.plan.round { unit } else { format!("{unit} ({})", inspection.plan.round) }
    };
    let names = others.iter().map(|other| (other.id, name(other))).collect();
    Ok(Beyond { around, changes, earlier, register, followed, names })
}

/// The names that make no difference in an inspection's texts: its unit's and those of its places, the longest first.
fn masks(vault: &Vault, inspection: &Inspection) -> Vec<String> {
    let Some(unit) = vault.units().get(inspection.plan.unit) else { return Vec::new() };
    let day = inspection.as_of().or(unit.valid.to).unwrap_or_default();
    let path = vault.units().path(unit, day);
    let mut names: Vec<String> = path.into_iter().chain([unit]).map(|unit: &Unit| unit.name.clone()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names
}
