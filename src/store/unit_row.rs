//! Units as the index keeps them, many in one piece of bytes: each a head of fixed width, all their words one text behind the other. So ten
//! thousand are read in a moment. What a unit is, is the domain's matter.

use super::{
    index::{IndexError, Row},
    packed::{Known, Places, length, number, part, signed},
};
use crate::{
    domain::{
        ids::{KindId, UnitId},
        period::Period,
        unit::{Tier, Unit},
    },
    journal::{Bytes, DeviceId, Stamp},
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where the parts of a head stand, in bytes; numbers are little-endian.
mod at {
    pub const ID: usize = 0;
    /// Place in the list of devices, and number of the record.
    pub const STAMP: usize = 16;
    /// Place in the list of kinds.
    pub const KIND: usize = 28;
    pub const TIER: usize = 32;
    pub const FLAGS: usize = 33;
    pub const FROM: usize = 34;
    pub const TO: usize = 38;
    /// Lengths of code, name, parent, address, contact and note.
    pub const WORDS: usize = 42;
    pub const END: usize = 66;
}

/// What a head says by a bit.
mod flag {
    pub const PILOT: u8 = 1;
    pub const PARENT: u8 = 2;
    pub const FROM: u8 = 4;
    pub const TO: u8 = 8;
}

/// Some units as they are written.
#[derive(Debug, Serialize, Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    kinds: Vec<&'a str>,
    devices: Vec<DeviceId>,
    heads: Bytes,
    words: std::borrow::Cow<'a, str>,
}

/// The bytes of some units, in this order.
pub(super) fn write(rows: &[&Row<Unit>]) -> Result<Vec<u8>, IndexError> {
    let (mut kinds, mut devices) = (Places::<&str>::default(), Places::<DeviceId>::default());
    let (mut heads, mut words) = (Vec::with_capacity(rows.len() * at::END), String::new());
    for Row { at, value: unit } in rows {
        let mut head = [0; at::END];
        let mut set = |place: usize, bytes: &[u8]| head[place..place + bytes.len()].copy_from_slice(bytes);
        set(at::ID, unit.id.0.as_bytes());
        set(at::STAMP, &devices.of(at.0).to_le_bytes());
        set(at::STAMP + 4, &at.1.to_le_bytes());
        set(at::KIND, &kinds.of(unit.kind.as_str()).to_le_bytes());
        set(at::TIER, &[unit.tier as u8]);
        let mut flags = if unit.pilot { flag::PILOT } else { 0 };
        flags |= if unit.parent.is_some() { flag::PARENT } else { 0 };
        for (bit, place, day) in [(flag::FROM, at::FROM, unit.valid.from), (flag::TO, at::TO, unit.valid.to)] {
            if let Some(day) = day {
                flags |= bit;
                set(place, &day.num_days_from_ce().to_le_bytes());
            }
        }
        set(at::FLAGS, &[flags]);
        let parent = unit.parent.as_deref().unwrap_or_default();
        let texts = [unit.code.as_str(), &unit.name, parent, &unit.address, &unit.contact, &unit.note];
        for (number, text) in texts.into_iter().enumerate() {
            set(at::WORDS + 4 * number, &length(text.len()));
            words.push_str(text);
        }
        heads.extend(head);
    }
    let written = Written { kinds: kinds.list, devices: devices.list, heads: Bytes(heads), words: words.into() };
    rmp_serde::to_vec(&written).map_err(|error| IndexError(error.to_string()))
}

/// Reads the bytes of some units.
pub(super) fn read(bytes: &[u8], known: &mut Known) -> Result<Vec<Row<Unit>>, IndexError> {
    let written: Written = rmp_serde::from_slice(bytes).map_err(|error| IndexError(error.to_string()))?;
    let kinds: Vec<KindId> = written.kinds.iter().map(|kind| KindId::from(known.text(kind))).collect();
    let mut words = Words(&written.words);
    let rows = written.heads.0.chunks(at::END).map(|head| unit(head, &kinds, &written.devices, &mut words));
    rows.collect::<Option<_>>().ok_or_else(|| IndexError("a unit is damaged".into()))
}

/// Words that are still to be taken.
struct Words<'a>(&'a str);

impl Words<'_> {
    fn take(&mut self, length: u32) -> Option<String> {
        let (text, rest) = self.0.split_at_checked(length as usize)?;
        self.0 = rest;
        Some(text.to_owned())
    }
}

fn unit(head: &[u8], kinds: &[KindId], devices: &[DeviceId], words: &mut Words) -> Option<Row<Unit>> {
    let flags = *head.get(at::FLAGS)?;
    let tiers = [Tier::Province, Tier::District, Tier::Commune];
    let day = |bit: u8, place: usize| match flags & bit {
        0 => Some(None),
        _ => NaiveDate::from_num_days_from_ce_opt(signed(head, place)?).map(Some),
    };
    let mut text = |place: usize| words.take(number(head, at::WORDS + 4 * place)?);
    let (code, name, parent, address, contact, note) = (text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?);
    let value = Unit {
        id: UnitId(Uuid::from_bytes(part(head, at::ID)?)),
        code,
        name,
        kind: kinds.get(number(head, at::KIND)? as usize)?.clone(),
        parent: (flags & flag::PARENT != 0).then_some(parent),
        tier: tiers.into_iter().find(|tier| *tier as u8 == head[at::TIER])?,
        valid: Period { from: day(flag::FROM, at::FROM)?, to: day(flag::TO, at::TO)? },
        pilot: flags & flag::PILOT != 0,
        address,
        contact,
        note,
    };
    let device = *devices.get(number(head, at::STAMP)? as usize)?;
    Some(Row { at: Stamp(device, u64::from_le_bytes(part(head, at::STAMP + 4)?)), value })
}
