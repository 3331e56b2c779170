//! The hybrid logical clock of the records: the laptop's clock, but never going back.
//! Reads no clock itself; the caller says what time it is.

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// Orders records of all devices: milliseconds since 1970 (UTC), then a counter within the same millisecond.
/// A laptop whose clock was set back keeps the last millisecond and counts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Clock(pub i64, pub u32);

impl Clock {
    /// The clock of the next record when the laptop says `now`.
    #[must_use]
    pub fn next(self, now: DateTime<FixedOffset>) -> Self {
        let now = now.timestamp_millis();
        if now > self.0 { Self(now, 0) } else { Self(self.0, self.1.saturating_add(1)) }
    }
}

/// What the laptop's clock said, for people: milliseconds since 1970 (UTC) and the zone's seconds east of UTC.
/// May be wrong and may go back; work is never refused for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wall(pub i64, pub i32);

impl From<DateTime<FixedOffset>> for Wall {
    fn from(at: DateTime<FixedOffset>) -> Self {
        Self(at.timestamp_millis(), at.offset().local_minus_utc())
    }
}

impl From<Wall> for DateTime<FixedOffset> {
    fn from(wall: Wall) -> Self {
        let utc = Utc.timestamp_millis_opt(wall.0).single().unwrap_or_default();
        FixedOffset::east_opt(wall.1).map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
    }
}
