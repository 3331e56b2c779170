//! Gathers what the flags of an inspection go by: the inspection itself, the others of its round, the journal, earlier rounds.
//! Judges nothing; the rules are `domain::flags`.

use crate::{
    domain::{
        finding::FindingKind,
        flag_answer::{FlagAnswer, FlagKey},
        flags::{
            Around, Beyond, Case, Flag, Followed, PhraseBook,
            around::{Neighbour, Round, compared},
            raised,
        },
        ids::{InspectionId, ItemId, RoundId, UnitId},
        inspected::Inspected,
        inspection::{Inspection, State},
        programme::Programme,
        score::{Circumstances, assess},
        unit::Unit,
    },
    i18n::{Lang, flags::Wording},
    store::{Vault, VaultError},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

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
        (vault, beyond): (&Vault, Beyond),
        inspection: &Inspection,
        programme: Arc<Programme>,
        about: Circumstances,
    ) -> Result<Self, VaultError> {
        let phrases = PhraseBook::of(&programme.empty_phrases);
        let case = Case {
            programme: &programme,
            phrases: &phrases,
            inspection,
            assessment: &assess(&programme, inspection, &about),
            beyond: &beyond,
        };
        let flags = raised(&case);
        let mut beside = BTreeMap::new();
        for flag in &flags {
            beside.extend(side_by_side(vault, flag, inspection)?.map(|texts| (flag.key(), texts)));
        }
        let names = flags.iter().filter_map(Flag::other).filter_map(|id| Some((id, name(vault, inspection, id)?)));
        let beyond = Beyond { names: names.collect(), ..beyond };
        Ok(Self { programme, flags, beyond, inspection: inspection.clone(), beside })
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

/// The text of a flag about copied prose, and the one it is like, which is read for it.
fn side_by_side(vault: &Vault, flag: &Flag, own: &Inspection) -> Result<Option<(String, String)>, VaultError> {
    let Flag::Copied { text, other, other_text, .. } = flag else { return Ok(None) };
    let other = vault.inspection(*other)?;
    Ok(compared(own, text).zip(other.and_then(|other| compared(&other, other_text))))
}

/// What another inspection is called beside this one: its unit, and its round where that is another.
fn name(vault: &Vault, own: &Inspection, other: InspectionId) -> Option<String> {
    let other = vault.summary(other)?;
    let unit = vault.units().get(other.unit).map_or_else(String::new, |unit| unit.name.clone());
    Some(if other.round == own.plan.round { unit } else { format!("{unit} ({})", other.round) })
}

/// The inspections that one is compared with: those of its round that are begun, and the unit's earlier ones.
#[must_use]
pub fn compared_with(vault: &Vault, id: InspectionId) -> Vec<InspectionId> {
    // A second look is compared with nothing: who looks again must not be shown what stands elsewhere about the same unit.
    let Some(own) = vault.summary(id).filter(|own| own.second.is_none()) else { return Vec::new() };
    let rounds: Vec<&RoundId> = vault.rounds().into_iter().map(|round| &round.id).collect();
    let place = |round: &str| rounds.iter().position(|known| known.as_str() == round);
    let here = place(own.round.as_str());
    let begun = vault.heads().filter(|other| other.state() != State::Planned && other.id() != id);
    let wanted = begun.filter(|other| {
        other.round() == own.round.as_str() || (other.unit() == own.unit && place(other.round()) < here)
    });
    wanted.map(Inspected::id).collect()
}

/// An inspection on its way to be compared: the others are read and taken in, a few at a time.
#[derive(Debug)]
pub struct Comparing {
    round: RoundId,
    taken_in: Round,
}

impl Comparing {
    /// None of the others is read yet; [`compared_with`] names them.
    #[must_use]
    pub fn new(own: &Inspection, programme: &Programme) -> Self {
        Self { round: own.plan.round.clone(), taken_in: Round::new(&programme.thresholds) }
    }

    /// Reads another inspection and takes it in.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be read.
    pub fn take(&mut self, vault: &Vault, id: InspectionId) -> Result<(), VaultError> {
        if let Some(inspection) = vault.inspection(id)? {
            add(&mut self.taken_in, vault, &inspection, &self.round);
        }
        Ok(())
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
        add(&mut self.taken_in, vault, own, &self.round);
        let around = self.taken_in.ready().flags(own);
        Flagged::with((vault, beyond(vault, own, around)?), own, programme, *about)
    }
}

fn add(taken_in: &mut Round, vault: &Vault, inspection: &Inspection, round: &RoundId) {
    let names = masks(vault, inspection);
    let in_round = inspection.plan.round == *round;
    taken_in.add(Neighbour { inspection, names: &names, in_round });
}

/// The inspections of a round on their way to be compared, once for the reports of all of them.
#[derive(Debug)]
pub struct Comparison {
    round: RoundId,
    /// By the programme whose thresholds hold.
    by_programme: HashMap<String, Round>,
}

impl Comparison {
    /// None is read yet; [`Compared::reads`] names them.
    #[must_use]
    pub fn of(round: &RoundId) -> Self {
        Self { round: round.clone(), by_programme: HashMap::new() }
    }

    /// Reads an inspection and takes it in. Those of the round come before the earlier ones, so that every programme of the round is known.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be read.
    pub fn take(&mut self, vault: &mut Vault, id: InspectionId) -> Result<(), VaultError> {
        let Some(inspection) = vault.inspection(id)? else { return Ok(()) };
        let hash = &inspection.plan.programme;
        if inspection.plan.round == self.round && !self.by_programme.contains_key(hash) {
            let programme = vault.programme(hash)?;
            self.by_programme.insert(hash.clone(), Round::new(&programme.thresholds));
        }
        for taken_in in self.by_programme.values_mut() {
            add(taken_in, vault, &inspection, &self.round);
        }
        Ok(())
    }

    /// Makes them ready.
    #[must_use]
    pub fn ready(self) -> Compared {
        let around = self.by_programme.into_iter().map(|(hash, taken_in)| (hash, taken_in.ready()));
        Compared { by_programme: around.collect() }
    }
}

/// The inspections of a round, compared: the flags of each come from this without reading the others again.
#[derive(Debug)]
pub struct Compared {
    by_programme: HashMap<String, Around>,
}

impl Compared {
    /// The inspections that are read for it: those of the round that are begun, then the earlier ones of the same units.
    #[must_use]
    pub fn reads(vault: &Vault, round: &RoundId) -> Vec<InspectionId> {
        let rounds: Vec<&RoundId> = vault.rounds().into_iter().map(|round| &round.id).collect();
        let place = |round: &str| rounds.iter().position(|known| known.as_str() == round);
        let begun = vault.heads().filter(|inspection| inspection.state() != State::Planned);
        let here = begun.clone().filter(|inspection| inspection.round() == round.as_str());
        let units: HashSet<UnitId> = here.clone().map(Inspected::unit).collect();
        let here_at = place(round.as_str());
        let before = begun.filter(|other| place(other.round()) < here_at && units.contains(&other.unit()));
        here.chain(before).map(Inspected::id).collect()
    }

    /// The flags of an inspection of the round.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn flagged(
        &self,
        vault: &Vault,
        own: &Inspection,
        programme: Arc<Programme>,
        about: &Circumstances,
    ) -> Result<Flagged, VaultError> {
        let around = self.by_programme.get(&own.plan.programme).map(|around| around.flags(own)).unwrap_or_default();
        Flagged::with((vault, beyond(vault, own, around)?), own, programme, *about)
    }
}

/// What is known beyond an inspection, given what comparing it with others says. Reads the earlier inspections of its unit.
fn beyond(vault: &Vault, own: &Inspection, around: Vec<Flag>) -> Result<Beyond, VaultError> {
    let rounds: Vec<RoundId> = vault.rounds().into_iter().map(|round| round.id.clone()).collect();
    let place = |round: &RoundId| rounds.iter().position(|known| known == round);
    let changes = if own.visit.closing_meeting.is_some() { vault.rating_changes(own.id)? } else { Vec::new() };
    let mut earlier: BTreeMap<ItemId, RoundId> = BTreeMap::new();
    let mut followed = Vec::new();
    for id in before(vault, own) {
        let Some(other) = vault.inspection(id)? else { continue };
        let shortfalls = other.findings.values().filter(|finding| finding.kind == FindingKind::Shortfall);
        for item in shortfalls.flat_map(|finding| &finding.items) {
            let round = &other.plan.round;
            let latest = earlier.entry(item.clone()).or_insert_with(|| round.clone());
            if place(latest) < place(round) {
                latest.clone_from(round);
            }
        }
        let open = other.recommendations.keys().filter(|id| other.is_signed() && other.stage(id).is_followed());
        followed.extend(open.map(|id| Followed {
            inspection: other.id,
            recommendation: id.clone(),
            stage: other.stage(id),
            due: other.due(id),
        }));
    }
    let register = vault.register(own.plan.unit)?;
    Ok(Beyond { around, changes, earlier, register, followed, names: BTreeMap::new() })
}

/// The earlier inspections of the unit that are begun; none for a second look, which is shown nothing of them.
fn before(vault: &Vault, own: &Inspection) -> Vec<InspectionId> {
    if own.second.is_some() {
        return Vec::new();
    }
    let rounds: Vec<&RoundId> = vault.rounds().into_iter().map(|round| &round.id).collect();
    let place = |round: &str| rounds.iter().position(|known| known.as_str() == round);
    let begun = vault.summaries_of(own.plan.unit).filter(|other| other.state != State::Planned);
    let mut before: Vec<(Option<usize>, InspectionId)> = begun
        .filter(|other| place(other.round.as_str()) < place(own.plan.round.as_str()))
        .map(|other| (place(other.round.as_str()), other.id))
        .collect();
    before.sort_unstable();
    before.into_iter().map(|(_, id)| id).collect()
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
