//! The inspections of the queue in their order, with the words they are searched by: made once, kept in step with what is committed,
//! and narrowed without folding or sorting anything again.

use super::{rows::Filter, sieve::Sieve};
use crate::{
    domain::{
        ids::{ById, InspectionId, KindId, RoundId, UnitId},
        inspected::Inspected as _,
        inspection::State,
        lang::Lang,
        summary::Summary,
    },
    store::Head,
    text::{
        Sought,
        fold::fold,
        rank::{Words, said},
    },
    tui::shared::Shared,
};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Changes at once from which the whole list is made anew.
const MANY: usize = 64;

/// All inspections that are signed, or all that are not: first due first; without a day last, then by name.
#[derive(Debug)]
pub(super) struct List {
    signed: bool,
    lang: Lang,
    entries: Vec<Entry>,
    units: Names<UnitId>,
    rests: Names<Rest>,
}

/// What many inspections have in common beside their unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Rest {
    kind: KindId,
    lead: String,
    round: RoundId,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    id: InspectionId,
    due: Option<NaiveDate>,
    state: State,
    /// Places of its words in the lists of names.
    unit: u32,
    rest: u32,
}

/// Folded words, each held once.
#[derive(Debug)]
struct Names<K> {
    places: ById<K, u32>,
    words: Vec<Box<str>>,
    /// The same with their marks, in small letters; made for the first search with marks, which alone asks for them.
    said: Option<Vec<Box<str>>>,
    /// What the words searched for last find among them.
    sought: Sought,
}

/// Which units and which of the rest are shown, by their places in the lists of names.
#[derive(Debug)]
pub(super) struct Chosen {
    units: Vec<bool>,
    rests: Vec<bool>,
}

impl Chosen {
    fn holds(&self, entry: &Entry) -> bool {
        let at = |flags: &[bool], place: u32| flags.get(place as usize).copied().unwrap_or(false);
        at(&self.units, entry.unit) && at(&self.rests, entry.rest)
    }
}

impl List {
    /// Makes the list of what is signed, or of what is not.
    pub(super) fn new(shared: &Shared, signed: bool) -> Self {
        let mut list =
            Self { signed, lang: shared.lang(), entries: Vec::new(), units: Names::default(), rests: Names::default() };
        let held = shared.summaries.heads().filter(|head| list_holds(signed, head.state()));
        let mut entries: Vec<Entry> = held.filter_map(|head| list.entry_of(shared, head)).collect();
        let again = shared.summaries.second_looks().filter(|summary| list_holds(signed, summary.state));
        entries.extend(again.map(|summary| list.entry(shared, summary)));
        let (units, rests) = (list.units.ranks(), list.rests.ranks());
        let rank = |ranks: &[u32], at: u32| ranks.get(at as usize).copied();
        entries.sort_by_cached_key(|entry| {
            (entry.due.is_none(), entry.due, rank(&units, entry.unit), rank(&rests, entry.rest), entry.id)
        });
        list.entries = entries;
        list
    }

    /// Takes in summaries that changed.
    pub(super) fn change(&mut self, shared: &Shared, changed: &[Summary]) {
        if changed.len() > MANY || self.lang != shared.lang() {
            *self = Self::new(shared, self.signed);
            return;
        }
        for summary in changed {
            if let Some(at) = self.entries.iter().position(|entry| entry.id == summary.id) {
                self.entries.remove(at);
            }
            if list_holds(self.signed, summary.state) {
                let entry = self.entry(shared, summary);
                let at = self.entries.partition_point(|other| self.order(other, &entry) == Ordering::Less);
                self.entries.insert(at, entry);
            }
        }
    }

    /// The inspections that `filter`, what was chosen and the words searched for leave; the best first while words are searched for.
    pub(super) fn rows(
        &mut self,
        shared: &Shared,
        filter: Filter,
        chosen: Option<&Chosen>,
        searched: &str,
        today: NaiveDate,
    ) -> Vec<InspectionId> {
        let mut words = Words::new(searched);
        self.units.seek(&mut words, |unit| unit_words(shared, *unit));
        self.rests.seek(&mut words, |rest| rest_words(shared, rest));
        let (units, rests) = (&self.units.sought, &self.rests.sought);
        // Each word is found in the unit or in the rest; what both have in common is how well.
        let fit = |entry: &Entry| -> Option<u32> {
            let mut fits = units.fits(entry.unit as usize).zip(rests.fits(entry.rest as usize));
            fits.try_fold(0, |sum, (unit, rest)| Some(sum + unit.max(rest)).filter(|_| unit.max(rest) > 0))
        };
        let shown = self.entries.iter().filter(|entry| filter.shows(entry.state, entry.due, today));
        let shown = shown.filter(|entry| chosen.is_none_or(|chosen| chosen.holds(entry)));
        if words.is_empty() {
            let mut rows: Vec<InspectionId> = shown.map(|entry| entry.id).collect();
            if self.signed {
                rows.reverse();
            }
            return rows;
        }
        let mut found: Vec<(u32, InspectionId)> = shown.filter_map(|entry| Some((fit(entry)?, entry.id))).collect();
        if self.signed {
            found.reverse();
        }
        // The best first; what fits alike stays in the order of the list.
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// How many `filter` shows of what was chosen.
    pub(super) fn count(&self, filter: Filter, chosen: Option<&Chosen>, today: NaiveDate) -> usize {
        let is_chosen = |entry: &&Entry| chosen.is_none_or(|chosen| chosen.holds(entry));
        self.entries.iter().filter(|entry| filter.shows(entry.state, entry.due, today)).filter(is_chosen).count()
    }

    /// What `sieve` takes of this list; nothing where it takes everything.
    pub(super) fn chosen(&self, sieve: &Sieve, shared: &Shared, today: NaiveDate) -> Option<Chosen> {
        (!sieve.is_open()).then(|| Chosen {
            units: self.units.flags(|id| sieve.takes_unit(shared.units.get(*id), shared, today)),
            rests: self.rests.flags(|rest| sieve.takes(&rest.kind, &rest.round, &rest.lead)),
        })
    }

    /// Whether its inspections belong to more than one round.
    pub(super) fn has_rounds(&self) -> bool {
        let mut rounds = self.rests.places.keys().map(|rest| &rest.round);
        let first = rounds.next();
        rounds.any(|round| Some(round) != first)
    }

    fn entry(&mut self, shared: &Shared, summary: &Summary) -> Entry {
        let rest = Rest { kind: summary.kind.clone(), lead: summary.lead.clone(), round: summary.round.clone() };
        let (unit, rest) = (self.unit(shared, summary.unit), self.rest(shared, rest));
        Entry { id: summary.id, due: summary.due, state: summary.state, unit, rest }
    }

    fn entry_of(&mut self, shared: &Shared, head: Head) -> Option<Entry> {
        let (kind, round, lead) = head.about()?;
        let rest = Rest { kind, lead: lead.to_owned(), round };
        let (unit, rest) = (self.unit(shared, head.unit()), self.rest(shared, rest));
        Some(Entry { id: head.id(), due: head.due(), state: head.state(), unit, rest })
    }

    fn unit(&mut self, shared: &Shared, id: UnitId) -> u32 {
        self.units.place(id, |id| unit_words(shared, *id))
    }

    fn rest(&mut self, shared: &Shared, rest: Rest) -> u32 {
        self.rests.place(rest, |rest| rest_words(shared, rest))
    }

    fn order(&self, a: &Entry, b: &Entry) -> Ordering {
        let words = |entry: &Entry| (self.units.words(entry.unit), self.rests.words(entry.rest));
        let days = (a.due.is_none(), a.due).cmp(&(b.due.is_none(), b.due));
        days.then_with(|| words(a).cmp(&words(b))).then_with(|| a.id.cmp(&b.id))
    }
}

/// What a unit is searched by.
fn unit_words(shared: &Shared, id: UnitId) -> String {
    shared.units.get(id).map_or_else(String::new, |unit| format!("{} {}", unit.name, unit.code))
}

/// What the rest of an inspection is searched by.
fn rest_words(shared: &Shared, rest: &Rest) -> String {
    format!("{} {} {}", shared.kind_name(&rest.kind), rest.lead, rest.round)
}

fn list_holds(signed: bool, state: State) -> bool {
    (state == State::Signed) == signed
}

impl<K> Default for Names<K> {
    fn default() -> Self {
        Self { places: ById::default(), words: Vec::new(), said: None, sought: Sought::default() }
    }
}

impl<K: std::hash::Hash + Eq> Names<K> {
    fn place(&mut self, key: K, words: impl FnOnce(&K) -> String) -> u32 {
        *self.places.entry(key).or_insert_with_key(|key| {
            self.words.push(fold(&words(key)).into());
            self.said = None;
            self.sought = Sought::default();
            u32::try_from(self.words.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn words(&self, place: u32) -> &str {
        self.words.get(place as usize).map_or("", |words| words)
    }

    /// Finds each of the words among them.
    fn seek(&mut self, words: &mut Words, written: impl Fn(&K) -> String) {
        if words.is_empty() {
            return;
        }
        if words.have_marks() && self.said.is_none() {
            self.said = Some(self.all_said(written));
        }
        let marked = |at: usize| self.said.as_ref().and_then(|all| all.get(at)).map_or("", |said| said);
        self.sought.find(words, self.words.len(), |at| (&self.words[at], marked(at)));
    }

    /// Each of them with its marks.
    fn all_said(&self, written: impl Fn(&K) -> String) -> Vec<Box<str>> {
        let mut all = vec![Box::default(); self.words.len()];
        for (key, place) in &self.places {
            if let Some(text) = all.get_mut(*place as usize) {
                *text = said(&written(key)).into();
            }
        }
        all
    }

    /// For each whether it is taken.
    fn flags(&self, takes: impl Fn(&K) -> bool) -> Vec<bool> {
        let mut flags = vec![false; self.words.len()];
        for (key, place) in &self.places {
            if let Some(flag) = flags.get_mut(*place as usize) {
                *flag = takes(key);
            }
        }
        flags
    }

    /// For each its rank in the order of the words; equal words have equal ranks.
    fn ranks(&self) -> Vec<u32> {
        let begin = |words: &str| {
            let mut begin = [0; 16];
            words.bytes().zip(&mut begin).for_each(|(byte, place)| *place = byte);
            u128::from_be_bytes(begin)
        };
        // Numbers are compared before words: most names differ in their first letters.
        let mut order: Vec<(u128, &str, usize)> =
            self.words.iter().enumerate().map(|(at, words)| (begin(words), &**words, at)).collect();
        order.sort_unstable();
        let mut ranks = vec![0; order.len()];
        let (mut rank, mut last) = (0, "");
        for (_, words, at) in order {
            rank += u32::from(words != last);
            last = words;
            ranks[at] = rank;
        }
        ranks
    }
}
