//! Sorts members into groups and counts within each. Reckons no mean itself and ranks nothing.

use super::{By, Group, GroupKey, Sampling, Scope, members::Member, statistics};
use crate::domain::{
    ids::{BandId, KindId, SectionId, UnitId},
    standing::Standings,
    summary::{Summary, Totals},
};
use std::collections::HashMap;

/// The groups with at least one unit, in the order of places' levels and codes, of the programme, or of units' codes.
pub(super) fn split(members: &[Member], scope: &Scope, by: By) -> Vec<Group> {
    match by {
        By::District => by_place(members, scope),
        By::Kind => by_kind(members, scope),
        By::Section => by_section(members, scope),
        By::Unit => {
            let one = |member: &Member| group(GroupKey::Unit(member.unit.id), &[member], scope, |s| s.whole);
            members.iter().map(one).collect()
        }
    }
}

fn by_place(members: &[Member], scope: &Scope) -> Vec<Group> {
    let mut places: HashMap<UnitId, Vec<&Member>> = HashMap::new();
    for member in members {
        places.entry(member.place).or_default().push(member);
    }
    let mut places: Vec<_> = places.into_iter().collect();
    places.sort_by_cached_key(|(place, _)| {
        let unit = scope.units.get(*place);
        (unit.map(|unit| (unit.tier, unit.code.clone())), unit.and_then(|unit| unit.valid.from), *place)
    });
    places.into_iter().map(|(place, members)| group(GroupKey::Place(place), &members, scope, |s| s.whole)).collect()
}

fn by_kind(members: &[Member], scope: &Scope) -> Vec<Group> {
    let mut kinds: HashMap<&KindId, Vec<&Member>> = HashMap::new();
    for member in members {
        kinds.entry(&member.unit.kind).or_default().push(member);
    }
    let in_order = scope.programme.unit_kinds.iter().filter_map(|kind| Some((&kind.id, kinds.get(&kind.id)?)));
    in_order.map(|(kind, members)| group(GroupKey::Kind(kind.clone()), members, scope, |s| s.whole)).collect()
}

fn by_section(members: &[Member], scope: &Scope) -> Vec<Group> {
    let sections = scope.programme.sections.iter().filter_map(|section| {
        let sees = |kind: &KindId| section.items.iter().any(|item| item.applies_to.contains(kind));
        let kinds: HashMap<&KindId, bool> =
            scope.programme.unit_kinds.iter().map(|kind| (&kind.id, sees(&kind.id))).collect();
        let members: Vec<&Member> =
            members.iter().filter(|member| kinds.get(&member.unit.kind).copied().unwrap_or(false)).collect();
        let key = GroupKey::Section(section.id.clone());
        (!members.is_empty()).then(|| group(key, &members, scope, |summary| of_section(summary, &section.id)))
    });
    sections.collect()
}

fn of_section(summary: &Summary, section: &SectionId) -> Option<Totals> {
    summary.sections.of(section)
}

/// One group; `totals` says which figures of a summary it is about. Its step is not given yet.
pub(super) fn group(
    key: GroupKey,
    members: &[&Member],
    scope: &Scope,
    totals: impl Fn(&Summary) -> Option<Totals>,
) -> Group {
    let signed: Vec<&Summary> = members.iter().filter_map(|member| member.signed).collect();
    let scores: Vec<Totals> = signed.iter().filter_map(|summary| totals(summary)).collect();
    let bands = bands(&signed, scope);
    let in_bands: u32 = bands.iter().map(|(_, units)| units).sum();
    let followed = Standings::count(signed.iter().flat_map(|summary| &summary.recommendations), scope.today);
    Group {
        key,
        units: members.iter().map(|member| member.unit.id).collect(),
        in_scope: count(members.len()),
        planned: count(members.iter().filter(|member| member.planned).count()),
        signed: count(signed.len()),
        figures: statistics::figures(&scores, count(members.len()), &scope.programme.scoring),
        no_band: count(signed.len()).saturating_sub(in_bands),
        bands,
        followed,
        sampling: Sampling::of(signed.iter().filter_map(|summary| summary.sample)),
        change: change(members, totals),
        step: None,
    }
}

/// How many stand in each band of the programme, best first. A band that the programme does not know is none.
fn bands(signed: &[&Summary], scope: &Scope) -> Vec<(BandId, u32)> {
    let in_band = |band| signed.iter().filter(|summary| summary.band.as_ref() == Some(band)).count();
    scope.programme.bands.iter().map(|band| (band.id.clone(), count(in_band(&band.id)))).collect()
}

/// Mean of new − old over the members with figures in both rounds, rounded half up once, and how many they are.
fn change(members: &[&Member], totals: impl Fn(&Summary) -> Option<Totals>) -> Option<(i32, u32)> {
    let supported = |summary: &Summary| totals(summary).map(|totals| i64::from(totals.supported.bp()));
    let both = |member: &&Member| Some(supported(member.signed?)? - supported(member.before?)?);
    let changes: Vec<i64> = members.iter().filter_map(both).collect();
    let units = i64::try_from(changes.len()).ok().filter(|units| *units > 0)?;
    let mean = (2 * changes.iter().sum::<i64>() + units).div_euclid(2 * units);
    Some((i32::try_from(mean).ok()?, count(changes.len())))
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
