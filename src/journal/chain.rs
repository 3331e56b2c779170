//! The hash chains: each device's records are numbered without gaps, and each names the hash of the one before.

use super::{
    clock::{Clock, Wall},
    damage::Harm,
    record::{DeviceId, Hash, Record},
    segment::Position,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The last record of each device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Chain(BTreeMap<DeviceId, (u64, Hash)>);

/// What a record is to its chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The next one.
    Next,
    /// Known already; it must not be applied again.
    Known(Harm),
    /// It can be applied, but something before it is missing or was changed.
    Loose(Harm),
}

impl Chain {
    /// Number and hash of the device's last record; 0 and zeros before its first.
    #[must_use]
    pub fn last(&self, device: DeviceId) -> (u64, Hash) {
        self.0.get(&device).copied().unwrap_or_default()
    }

    /// The devices with their last records.
    pub fn devices(&self) -> impl Iterator<Item = (DeviceId, u64)> {
        self.0.iter().map(|(device, (seq, _))| (*device, *seq))
    }

    /// Judges a record and, unless it is known, goes on from it.
    pub fn follow(&mut self, record: &Record, hash: Hash) -> Link {
        let (seq, head) = self.last(record.device);
        if record.seq <= seq {
            return Link::Known(Harm::Repeated { seq: record.seq });
        }
        self.0.insert(record.device, (record.seq, hash));
        if record.seq > seq + 1 {
            Link::Loose(Harm::Gap { first: seq + 1, last: record.seq - 1 })
        } else if record.prev == head {
            Link::Next
        } else {
            Link::Loose(Harm::Broken { seq: record.seq })
        }
    }
}

/// How far a journal was read or written: enough to go on from there, and to see whether it is still the same journal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tip {
    /// Where the next record will stand.
    pub end: Position,
    /// Where the last record stands; `None` before the first.
    pub last: Option<Position>,
    /// Hash of the last record; zeros before the first.
    pub head: Hash,
    /// The devices' last records.
    pub chain: Chain,
    /// The highest clock.
    pub clock: Clock,
    /// What the laptop's clock said at the last record.
    pub wall: Wall,
    /// How many records there are.
    pub records: u64,
}

impl Tip {
    /// Goes on to a record that stands at `at` and ends at `end`.
    pub fn advance(&mut self, record: &Record, hash: Hash, at: Position, end: Position) -> Link {
        let link = self.chain.follow(record, hash);
        (self.last, self.end, self.head) = (Some(at), end, hash);
        (self.clock, self.wall) = (self.clock.max(record.clock), record.at);
        self.records += 1;
        link
    }
}
