//! Many summaries in one piece of bytes: each a head of fixed width and a short tail, the texts they have in common once. So fifty thousand
//! are read in tens of values, what lists ask of a row needs no copy of it, and a whole summary is made only of a row that somebody looks
//! at. Knows nothing of where packs lie (`packs`) or which rows are newer (`summaries`).

use super::index::IndexError;
use crate::{
    domain::{
        burden::Burden,
        ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
        inspection::State,
        life::Stage,
        sample::Tally,
        second::Looked,
        share::Share,
        standing::Standing,
        summary::{Sections, Summary, Totals},
    },
    journal::{Bytes, DeviceId, Stamp},
};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, OnceLock},
};
use uuid::Uuid;

/// Where the parts of a row's head stand, in bytes; numbers are little-endian.
mod at {
    pub const UNIT: usize = 0;
    pub const DUE: usize = 16;
    pub const STATE: usize = 20;
    pub const FLAGS: usize = 21;
    /// Three shares, in basis points.
    pub const WHOLE: usize = 22;
    /// Places in the list of texts.
    pub const KIND: usize = 28;
    pub const ROUND: usize = 32;
    pub const LEAD: usize = 36;
    pub const BAND: usize = 40;
    /// Place in the list of lists of sections.
    pub const SECTIONS: usize = 44;
    pub const ANSWERED: usize = 48;
    pub const ITEMS: usize = 52;
    pub const VERSION: usize = 56;
    pub const BURDEN: usize = 60;
    /// Seconds and nanoseconds since 1970, seconds east of Greenwich.
    pub const SIGNED: usize = 72;
    /// Place in the list of devices, and number of the record.
    pub const STAMP: usize = 88;
    pub const SHORTFALLS: usize = 100;
    pub const RECOMMENDATIONS: usize = 104;
    pub const TAIL: usize = 108;
}

/// What a row says by a bit: which of the parts of its head mean something.
mod flag {
    pub const DUE: u8 = 1;
    pub const WHOLE: u8 = 2;
    pub const BAND: u8 = 4;
    pub const SIGNED: u8 = 8;
    /// Documents, and the two bits above it.
    pub const BURDEN: u8 = 16;
}

/// Bytes of a section's totals, of a shortfall and of a recommendation in the tail.
const TOTALS: usize = 6;
const SHORTFALL: usize = 4;
const RECOMMENDATION: usize = 6;

/// Seconds of a day.
const DAY: i64 = 86_400;

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
    whole: Vec<OnceLock<Box<Summary>>>,
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
        let whole = ids.iter().map(|_| OnceLock::new()).collect();
        let Written { devices, ends, rows, second, samples, .. } = written;
        let pack = Self { ids, texts, sections, devices, ends: ends.0, rows: rows.0, second, samples, whole };
        let sound = pack.ids.len() * 4 == pack.ends.len() && (0..pack.len()).all(|row| pack.is_sound(row).is_some());
        if sound { Ok(pack) } else { Err(damaged()) }
    }

    /// How many summaries it holds.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The inspections, in the order of the rows.
    pub(super) fn ids(&self) -> &[InspectionId] {
        &self.ids
    }

    /// The unit of a row.
    pub(super) fn unit(&self, row: usize) -> Option<UnitId> {
        self.row(row).and_then(|row| part(row, at::UNIT)).map(|bytes| UnitId(Uuid::from_bytes(bytes)))
    }

    /// Where the inspection of a row stands.
    pub(super) fn state(&self, row: usize) -> Option<State> {
        let number = *self.row(row)?.get(at::STATE)?;
        STATES.into_iter().find(|state| *state as u8 == number)
    }

    /// By when it is due.
    pub(super) fn due(&self, row: usize) -> Option<NaiveDate> {
        let row = self.row(row)?;
        has(row, flag::DUE).then(|| NaiveDate::from_num_days_from_ce_opt(signed(row, at::DUE)?)).flatten()
    }

    /// Its kind, round and leader.
    pub(super) fn about(&self, row: usize) -> Option<(KindId, RoundId, &str)> {
        let row = self.row(row)?;
        let kind = KindId::from(self.text(row, at::KIND)?.clone());
        let round = RoundId::from(self.text(row, at::ROUND)?.clone());
        Some((kind, round, self.text(row, at::LEAD)?))
    }

    /// Its round.
    pub(super) fn round(&self, row: usize) -> Option<&str> {
        Some(self.text(self.row(row)?, at::ROUND)?)
    }

    /// The record that set it last.
    pub(super) fn stamp(&self, row: usize) -> Option<Stamp> {
        let row = self.row(row)?;
        let device = self.devices.get(number(row, at::STAMP)? as usize)?;
        Some(Stamp(*device, u64::from_le_bytes(part(row, at::STAMP + 4)?)))
    }

    /// The whole summary, made of its row the first time.
    pub(super) fn summary(&self, row: usize) -> Option<&Summary> {
        let place = self.whole.get(row)?;
        if place.get().is_none() {
            let made = Box::new(self.make(row)?);
            return Some(place.get_or_init(|| made));
        }
        place.get().map(AsRef::as_ref)
    }

    /// How many were made whole.
    pub(super) fn whole(&self) -> usize {
        self.whole.iter().filter(|place| place.get().is_some()).count()
    }

    fn make(&self, place: usize) -> Option<Summary> {
        let row = self.row(place)?;
        let (kind, round, lead) = self.about(place)?;
        let sections = self.sections.get(number(row, at::SECTIONS)? as usize)?;
        let (of_sections, rest) = row.get(at::TAIL..)?.split_at_checked(sections.len() * TOTALS)?;
        let (shortfalls, rest) = rest.split_at_checked(number(row, at::SHORTFALLS)? as usize * SHORTFALL)?;
        let item = |at: &[u8]| Some(ItemId::from(self.texts.get(number(at, 0)? as usize)?.clone()));
        let burden = |bit: u8| has(row, flag::BURDEN << bit).then(|| number(row, at::BURDEN + 4 * usize::from(bit)));
        Some(Summary {
            id: *self.ids.get(place)?,
            unit: self.unit(place)?,
            kind,
            round,
            due: self.due(place),
            lead: lead.to_owned(),
            state: self.state(place)?,
            answered: number(row, at::ANSWERED)?,
            items: number(row, at::ITEMS)?,
            whole: if has(row, flag::WHOLE) { Some(totals(row.get(at::WHOLE..)?)?) } else { None },
            band: if has(row, flag::BAND) { Some(BandId::from(self.text(row, at::BAND)?.clone())) } else { None },
            sections: Sections::new(
                sections.clone(),
                of_sections.chunks_exact(TOTALS).map(totals).collect::<Option<_>>()?,
            ),
            shortfalls: shortfalls.chunks_exact(SHORTFALL).map(item).collect::<Option<_>>()?,
            burden: Burden {
                documents: burden(0).flatten(),
                on_paper: burden(1).flatten(),
                with_people: burden(2).flatten(),
            },
            recommendations: rest.chunks_exact(RECOMMENDATION).map(stood).collect::<Option<_>>()?,
            signed_at: if has(row, flag::SIGNED) { Some(moment(row)?) } else { None },
            sample: self.sample(place),
            version: number(row, at::VERSION)?,
            second: self
                .second
                .iter()
                .find(|(at, _)| *at as usize == place)
                .map(|(_, looked)| Box::new(looked.clone())),
        })
    }

    fn sample(&self, row: usize) -> Option<Tally> {
        let row = u32::try_from(row).ok()?;
        let at = self.samples.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.samples.get(at).map(|(_, tally)| *tally)
    }

    fn row(&self, row: usize) -> Option<&[u8]> {
        let begin = if row == 0 { 0 } else { number(&self.ends, 4 * (row - 1))? };
        self.rows.get(begin as usize..number(&self.ends, 4 * row)? as usize)
    }

    fn text(&self, row: &[u8], at: usize) -> Option<&Arc<str>> {
        self.texts.get(number(row, at)? as usize)
    }

    /// Looks at everything in a row that could not be read later: then a summary can always be made of it.
    fn is_sound(&self, place: usize) -> Option<()> {
        let row = self.row(place)?;
        let sections = self.sections.get(number(row, at::SECTIONS)? as usize)?.len() * TOTALS;
        let shortfalls = number(row, at::SHORTFALLS)? as usize * SHORTFALL;
        let recommendations = number(row, at::RECOMMENDATIONS)? as usize * RECOMMENDATION;
        let head: &[u8; at::TAIL] = row.first_chunk()?;
        let texts = self.texts.len();
        let known = |at: usize| number(head, at).is_some_and(|place| (place as usize) < texts);
        let tail = row.get(at::TAIL + sections..)?;
        let (of_shortfalls, rest) = tail.split_at_checked(shortfalls)?;
        let whole =
            rest.len() == recommendations && known(at::KIND) && known(at::ROUND) && known(at::LEAD) && known(at::BAND);
        let items =
            of_shortfalls.chunks_exact(SHORTFALL).all(|at| number(at, 0).is_some_and(|at| (at as usize) < texts));
        let stood = rest.chunks_exact(RECOMMENDATION).all(|one| stage(one[4]).is_some());
        let state = STATES.iter().any(|state| *state as u8 == head[at::STATE]);
        let device = (number(head, at::STAMP)? as usize) < self.devices.len();
        let signed = !has(head, flag::SIGNED) || is_moment(head);
        (whole && items && stood && state && device && signed).then_some(())
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

const STATES: [State; 4] = [State::Planned, State::Underway, State::Ready, State::Signed];

fn damaged() -> IndexError {
    IndexError("a pack is damaged".into())
}

pub(super) fn part<const N: usize>(row: &[u8], at: usize) -> Option<[u8; N]> {
    row.get(at..at + N)?.try_into().ok()
}

pub(super) fn number(row: &[u8], at: usize) -> Option<u32> {
    part(row, at).map(u32::from_le_bytes)
}

pub(super) fn signed(row: &[u8], at: usize) -> Option<i32> {
    part(row, at).map(i32::from_le_bytes)
}

fn has(row: &[u8], flag: u8) -> bool {
    row.get(at::FLAGS).is_some_and(|flags| flags & flag != 0)
}

pub(super) fn length(of: usize) -> [u8; 4] {
    u32::try_from(of).unwrap_or(u32::MAX).to_le_bytes()
}

fn figures(totals: Totals) -> [u8; TOTALS] {
    let [a, b, c] = [totals.claimed, totals.supported, totals.coverage].map(|share| share.bp().to_le_bytes());
    [a[0], a[1], b[0], b[1], c[0], c[1]]
}

fn totals(bytes: &[u8]) -> Option<Totals> {
    let share = |at: usize| part(bytes, at).map(|bytes| Share::from_bp(u16::from_le_bytes(bytes)));
    Some(Totals { claimed: share(0)?, supported: share(2)?, coverage: share(4)? })
}

/// A standing as a day and two bytes: the stage; whether it has a day (1), was ever verified (2) and did not last (4).
fn standing(one: Standing) -> [u8; RECOMMENDATION] {
    let day = one.due.map_or(0, |due| due.num_days_from_ce()).to_le_bytes();
    let flags = u8::from(one.due.is_some()) | u8::from(one.was_verified) << 1 | u8::from(one.did_not_last) << 2;
    [day[0], day[1], day[2], day[3], one.stage as u8, flags]
}

fn stood(bytes: &[u8]) -> Option<Standing> {
    let [.., stage, flags] = part::<RECOMMENDATION>(bytes, 0)?;
    let due = NaiveDate::from_num_days_from_ce_opt(signed(bytes, 0)?);
    Some(Standing {
        due: due.filter(|_| flags & 1 != 0),
        stage: self::stage(stage)?,
        was_verified: flags & 2 != 0,
        did_not_last: flags & 4 != 0,
    })
}

fn stage(number: u8) -> Option<Stage> {
    Stage::ALL.into_iter().find(|known| *known as u8 == number)
}

/// Whether [`moment`] gives one: the same bounds, without the calendar.
fn is_moment(row: &[u8]) -> bool {
    let seconds = part(row, at::SIGNED).map(i64::from_le_bytes);
    let bounds = NaiveDateTime::MIN.and_utc().timestamp() + DAY..NaiveDateTime::MAX.and_utc().timestamp() - DAY;
    let nanoseconds = number(row, at::SIGNED + 8).is_some_and(|part| part < 2_000_000_000);
    let offset = signed(row, at::SIGNED + 12).is_some_and(|offset| i64::from(offset).abs() < DAY);
    seconds.is_some_and(|seconds| bounds.contains(&seconds)) && nanoseconds && offset
}

fn moment(row: &[u8]) -> Option<DateTime<FixedOffset>> {
    let seconds = i64::from_le_bytes(part(row, at::SIGNED)?);
    let at = DateTime::UNIX_EPOCH
        .checked_add_signed(TimeDelta::try_seconds(seconds)?)?
        .checked_add_signed(TimeDelta::nanoseconds(number(row, at::SIGNED + 8)?.into()))?;
    Some(at.with_timezone(&FixedOffset::east_opt(signed(row, at::SIGNED + 12)?)?))
}
