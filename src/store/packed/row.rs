//! One row of a pack: where its parts stand, and what it answers without being made a whole summary.

use super::Pack;
use crate::{
    domain::{
        burden::Burden,
        ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
        inspected::Inspected,
        inspection::State,
        life::Stage,
        sample::Tally,
        share::Share,
        standing::Standing,
        summary::{Sections, Summary, Totals},
    },
    journal::Stamp,
};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use std::sync::Arc;
use uuid::Uuid;

/// Where the parts of a row's head stand, in bytes; numbers are little-endian.
pub(super) mod at {
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
pub(super) mod flag {
    pub const DUE: u8 = 1;
    pub const WHOLE: u8 = 2;
    pub const BAND: u8 = 4;
    pub const SIGNED: u8 = 8;
    /// Documents, and the two bits above it.
    pub const BURDEN: u8 = 16;
}

/// Bytes of a section's totals, of a shortfall and of a recommendation in the tail.
pub(super) const TOTALS: usize = 6;
pub(super) const SHORTFALL: usize = 4;
pub(super) const RECOMMENDATION: usize = 6;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// A row of a pack. A pack lets no row in of which a part could not be read ([`Row::is_sound`]), so what a row answers is no question of
/// failure: where a part has a stand-in below, it never comes out.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Row<'a> {
    pack: &'a Pack,
    place: usize,
    id: InspectionId,
    head: &'a [u8; at::TAIL],
    tail: &'a [u8],
}

impl<'a> Row<'a> {
    /// The row that stands in a place of a pack.
    pub(super) fn at(pack: &'a Pack, place: usize) -> Option<Self> {
        let (head, tail) = pack.bytes(place)?.split_first_chunk()?;
        Some(Self { pack, place, id: *pack.ids.get(place)?, head, tail })
    }

    /// By when it is due.
    pub(in crate::store) fn due(self) -> Option<NaiveDate> {
        self.has(flag::DUE).then(|| NaiveDate::from_num_days_from_ce_opt(signed(self.head, at::DUE)?)).flatten()
    }

    /// Its kind, round and leader.
    pub(in crate::store) fn about(self) -> Option<(KindId, RoundId, &'a str)> {
        let kind = KindId::from(self.text(at::KIND)?.clone());
        let round = RoundId::from(self.text(at::ROUND)?.clone());
        Some((kind, round, self.text(at::LEAD)?))
    }

    /// The record that set it last.
    pub(super) fn stamp(self) -> Option<Stamp> {
        let device = self.pack.devices.get(self.number(at::STAMP) as usize)?;
        Some(Stamp(*device, u64::from_le_bytes(part(self.head, at::STAMP + 4)?)))
    }

    /// The whole summary that the pack keeps of it, made the first time.
    pub(in crate::store) fn kept_whole(self) -> Option<&'a Summary> {
        self.pack.summary(self.place)
    }

    /// Makes the whole summary.
    pub(super) fn summary(self) -> Option<Summary> {
        let (kind, round, lead) = self.about()?;
        let band = if self.has(flag::BAND) { Some(BandId::from(self.text(at::BAND)?.clone())) } else { None };
        let second = self.pack.second.iter().find(|(at, _)| *at as usize == self.place);
        let totals = self.of_sections().map(totals).collect::<Option<_>>()?;
        Some(Summary {
            id: self.id,
            unit: self.unit(),
            kind,
            round,
            due: self.due(),
            lead: lead.to_owned(),
            state: self.state(),
            answered: self.number(at::ANSWERED),
            items: self.number(at::ITEMS),
            whole: self.whole(),
            band,
            sections: Sections::new(self.sections()?.clone(), totals),
            shortfalls: self.texts_of_shortfalls().map(|text| ItemId::from(text.clone())).collect(),
            burden: self.burden(),
            recommendations: self.standings().collect(),
            signed_at: self.signed_at(),
            sample: self.sample(),
            version: self.version(),
            second: second.map(|(_, looked)| Box::new(looked.clone())),
        })
    }

    /// Looks at everything in a row that could not be read later: then a summary can always be made of it.
    pub(super) fn is_sound(self) -> bool {
        let texts = self.pack.texts.len();
        let known = |place: u32| (place as usize) < texts;
        let texts = [at::KIND, at::ROUND, at::LEAD, at::BAND].into_iter().all(|at| known(self.number(at)));
        let length = |sections: &Arc<[SectionId]>| {
            sections.len() * TOTALS
                + self.count_of_shortfalls() * SHORTFALL
                + self.count_of_recommendations() * RECOMMENDATION
        };
        let whole = self.sections().is_some_and(|sections| self.tail.len() == length(sections));
        let shortfalls = self.of_shortfalls().all(|at| number(at, 0).is_some_and(known));
        let stood = self.of_recommendations().all(|one| one.get(4).copied().and_then(stage).is_some());
        let state = STATES.iter().any(|state| *state as u8 == self.head[at::STATE]);
        let device = (self.number(at::STAMP) as usize) < self.pack.devices.len();
        let signed = !self.has(flag::SIGNED) || is_moment(self.head);
        texts && whole && shortfalls && stood && state && device && signed
    }

    /// Where the name of its round stands among the texts of the pack.
    pub(super) fn round_place(self) -> u32 {
        self.number(at::ROUND)
    }

    fn has(self, flag: u8) -> bool {
        self.head[at::FLAGS] & flag != 0
    }

    fn number(self, at: usize) -> u32 {
        number(self.head, at).unwrap_or_default()
    }

    fn text(self, at: usize) -> Option<&'a Arc<str>> {
        self.pack.texts.get(self.number(at) as usize)
    }

    fn sections(self) -> Option<&'a Arc<[SectionId]>> {
        self.pack.sections.get(self.number(at::SECTIONS) as usize)
    }

    fn count_of_shortfalls(self) -> usize {
        self.number(at::SHORTFALLS) as usize
    }

    fn count_of_recommendations(self) -> usize {
        self.number(at::RECOMMENDATIONS) as usize
    }

    /// So many parts of the tail, each of `width` bytes, from `begin` on.
    fn parts(self, begin: usize, count: usize, width: usize) -> impl Iterator<Item = &'a [u8]> {
        self.tail.get(begin..begin + count * width).unwrap_or_default().chunks_exact(width)
    }

    fn end_of_sections(self) -> usize {
        self.sections().map_or(0, |sections| sections.len() * TOTALS)
    }

    fn of_sections(self) -> impl Iterator<Item = &'a [u8]> {
        self.parts(0, self.end_of_sections() / TOTALS, TOTALS)
    }

    fn of_shortfalls(self) -> impl Iterator<Item = &'a [u8]> {
        self.parts(self.end_of_sections(), self.count_of_shortfalls(), SHORTFALL)
    }

    fn of_recommendations(self) -> impl Iterator<Item = &'a [u8]> {
        let begin = self.end_of_sections() + self.count_of_shortfalls() * SHORTFALL;
        self.parts(begin, self.count_of_recommendations(), RECOMMENDATION)
    }

    fn texts_of_shortfalls(self) -> impl Iterator<Item = &'a Arc<str>> {
        self.of_shortfalls().filter_map(move |at| self.pack.texts.get(number(at, 0)? as usize))
    }
}

impl<'a> Inspected<'a> for Row<'a> {
    fn id(self) -> InspectionId {
        self.id
    }

    fn unit(self) -> UnitId {
        UnitId(Uuid::from_bytes(part(self.head, at::UNIT).unwrap_or_default()))
    }

    fn round(self) -> &'a str {
        self.text(at::ROUND).map_or("", |round| round)
    }

    fn state(self) -> State {
        let number = self.head[at::STATE];
        STATES.into_iter().find(|state| *state as u8 == number).unwrap_or(State::Planned)
    }

    fn signed_at(self) -> Option<DateTime<FixedOffset>> {
        self.has(flag::SIGNED).then(|| moment(self.head)).flatten()
    }

    fn version(self) -> u32 {
        self.number(at::VERSION)
    }

    fn whole(self) -> Option<Totals> {
        self.has(flag::WHOLE).then(|| totals(self.head.get(at::WHOLE..)?)).flatten()
    }

    fn section(self, section: &SectionId) -> Option<Totals> {
        let place = self.sections()?.iter().position(|id| id == section)?;
        self.of_sections().nth(place).and_then(totals)
    }

    fn band(self) -> Option<&'a str> {
        self.has(flag::BAND).then(|| self.text(at::BAND).map(|band| &**band)).flatten()
    }

    fn burden(self) -> Burden {
        let figure = |bit: u8| self.has(flag::BURDEN << bit).then(|| self.number(at::BURDEN + 4 * usize::from(bit)));
        Burden { documents: figure(0), on_paper: figure(1), with_people: figure(2) }
    }

    fn sample(self) -> Option<Tally> {
        let place = u32::try_from(self.place).ok()?;
        let at = self.pack.samples.binary_search_by_key(&place, |(row, _)| *row).ok()?;
        self.pack.samples.get(at).map(|(_, tally)| *tally)
    }

    fn shortfalls(self) -> impl Iterator<Item = &'a str> {
        self.texts_of_shortfalls().map(|text| &**text)
    }

    fn standings(self) -> impl Iterator<Item = Standing> {
        self.of_recommendations().filter_map(stood)
    }
}

const STATES: [State; 4] = [State::Planned, State::Underway, State::Ready, State::Signed];

pub(in crate::store) fn part<const N: usize>(row: &[u8], at: usize) -> Option<[u8; N]> {
    row.get(at..at + N)?.try_into().ok()
}

pub(in crate::store) fn number(row: &[u8], at: usize) -> Option<u32> {
    part(row, at).map(u32::from_le_bytes)
}

pub(in crate::store) fn signed(row: &[u8], at: usize) -> Option<i32> {
    part(row, at).map(i32::from_le_bytes)
}

pub(in crate::store) fn length(of: usize) -> [u8; 4] {
    u32::try_from(of).unwrap_or(u32::MAX).to_le_bytes()
}

pub(super) fn figures(totals: Totals) -> [u8; TOTALS] {
    let [a, b, c] = [totals.claimed, totals.supported, totals.coverage].map(|share| share.bp().to_le_bytes());
    [a[0], a[1], b[0], b[1], c[0], c[1]]
}

fn totals(bytes: &[u8]) -> Option<Totals> {
    let share = |at: usize| part(bytes, at).map(|bytes| Share::from_bp(u16::from_le_bytes(bytes)));
    Some(Totals { claimed: share(0)?, supported: share(2)?, coverage: share(4)? })
}

/// A standing as a day and two bytes: the stage; whether it has a day (1), was ever verified (2) and did not last (4).
pub(super) fn standing(one: Standing) -> [u8; RECOMMENDATION] {
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
