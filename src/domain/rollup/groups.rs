//! Sorts members into groups and counts within each. Reckons no mean itself and ranks nothing.

use super::{By, Group, GroupKey, Sampling, Scope, found::Counted, members::Member, statistics};
use crate::domain::{
    ids::{BandId, KindId, UnitId},
    inspected::Inspected,
    summary::Totals,
};
use std::collections::HashMap;

/// The groups with at least one unit, in the order of places' levels and codes, of the programme, or of units' codes.
pub(super) fn split<'a, T: Inspected<'a>>(members: &[Member<'a, '_, T>], scope: &Scope, by: By) -> Vec<Group> {
    match by {
        By::District => by_place(members, scope),
        By::Kind => by_kind(members, scope),
        By::Section => by_section(members, scope),
        By::Unit => {
            let one = |member: &Member<'a, '_, T>| {
                group(GroupKey::Unit(member.unit.id), &[member], scope, |counted| counted.whole)
            };
            members.iter().map(one).collect()
        }
    }
}

fn by_place<'a, T: Inspected<'a>>(members: &[Member<'a, '_, T>], scope: &Scope) -> Vec<Group> {
    let mut places: HashMap<UnitId, Vec<&Member<'a, '_, T>>> = HashMap::new();
    for member in members {
        places.entry(member.place).or_default().push(member);
    }
    let mut places: Vec<_> = places.into_iter().collect();
    places.sort_by_cached_key(|(place, _)| {
        let unit = scope.units.get(*place);
        (unit.map(|unit| (unit.tier, unit.code.clone())), unit.and_then(|unit| unit.valid.from), *place)
    });
    places
        .into_iter()
        .map(|(place, members)| group(GroupKey::Place(place), &members, scope, |counted| counted.whole))
        .collect()
}

fn by_kind<'a, T: Inspected<'a>>(members: &[Member<'a, '_, T>], scope: &Scope) -> Vec<Group> {
    let mut kinds: HashMap<&KindId, Vec<&Member<'a, '_, T>>> = HashMap::new();
    for member in members {
        kinds.entry(&member.unit.kind).or_default().push(member);
    }
    let in_order = scope.programme.unit_kinds.iter().filter_map(|kind| Some((&kind.id, kinds.get(&kind.id)?)));
    in_order
        .map(|(kind, members)| group(GroupKey::Kind(kind.clone()), members, scope, |counted| counted.whole))
        .collect()
}

fn by_section<'a, T: Inspected<'a>>(members: &[Member<'a, '_, T>], scope: &Scope) -> Vec<Group> {
    let sections = scope.programme.sections.iter().filter_map(|section| {
        let sees = |kind: &KindId| section.items.iter().any(|item| item.applies_to.contains(kind));
        let kinds: HashMap<&KindId, bool> =
            scope.programme.unit_kinds.iter().map(|kind| (&kind.id, sees(&kind.id))).collect();
        let members: Vec<&Member<'a, '_, T>> =
            members.iter().filter(|member| kinds.get(&member.unit.kind).copied().unwrap_or(false)).collect();
        let key = GroupKey::Section(section.id.clone());
        (!members.is_empty()).then(|| group(key, &members, scope, |counted| counted.section(&section.id)))
    });
    sections.collect()
}

/// One group; `totals` says which figures of an inspection it is about. Its step is not given yet.
pub(super) fn group<'a, T: Inspected<'a>>(
    key: GroupKey,
    members: &[&Member<'a, '_, T>],
    scope: &Scope,
    totals: impl Fn(&Counted<T>) -> Option<Totals>,
) -> Group {
    let signed: Vec<&Counted<T>> = members.iter().filter_map(|member| member.signed).collect();
    let scores: Vec<Totals> = signed.iter().filter_map(|counted| totals(counted)).collect();
    let bands = bands(&signed, scope);
    let in_bands: u32 = bands.iter().map(|(_, units)| units).sum();
    Group {
        key,
        units: members.iter().map(|member| member.unit.id).collect(),
        in_scope: count(members.len()),
        planned: count(members.iter().filter(|member| member.planned).count()),
        signed: count(signed.len()),
        figures: statistics::figures(&scores, count(members.len()), &scope.programme.scoring),
        no_band: count(signed.len()).saturating_sub(in_bands),
        bands,
        followed: signed.iter().map(|counted| counted.followed).sum(),
        sampling: Sampling::of(signed.iter().filter_map(|counted| counted.sample)),
        change: change(members, totals),
        step: None,
    }
}

/// How many stand in each band of the programme, best first.
fn bands<T>(signed: &[&Counted<T>], scope: &Scope) -> Vec<(BandId, u32)> {
    let mut units = vec![0; scope.programme.bands.len()];
    for band in signed.iter().filter_map(|counted| counted.band) {
        if let Some(units) = units.get_mut(band) {
            *units += 1;
        }
    }
    scope.programme.bands.iter().map(|band| band.id.clone()).zip(units).collect()
}

/// Mean of new − old over the members with figures in both rounds, rounded half up once, and how many they are.
fn change<T>(members: &[&Member<T>], totals: impl Fn(&Counted<T>) -> Option<Totals>) -> Option<(i32, u32)> {
    let supported = |counted: &Counted<T>| totals(counted).map(|totals| i64::from(totals.supported.bp()));
    let both = |member: &&Member<T>| Some(supported(member.signed?)? - supported(member.before?)?);
    let changes: Vec<i64> = members.iter().filter_map(both).collect();
    let units = i64::try_from(changes.len()).ok().filter(|units| *units > 0)?;
    let mean = (2 * changes.iter().sum::<i64>() + units).div_euclid(2 * units);
    Some((i32::try_from(mean).ok()?, count(changes.len())))
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
