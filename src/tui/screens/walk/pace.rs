//! Active time on items, measured with a monotonic clock; a pause is not activity.

use crate::domain::ids::ItemId;
use std::{collections::HashMap, time::Duration};

/// A silence longer than this is a pause and does not count (design "flags", T02).
const PAUSE: Duration = Duration::from_mins(2);

/// How long each item was worked on since its time was last written down.
#[derive(Debug, Default)]
pub(super) struct Pace {
    last: Duration,
    spent: HashMap<ItemId, Duration>,
}

impl Pace {
    pub(super) fn starting(at: Duration) -> Self {
        Self { last: at, spent: HashMap::new() }
    }

    /// Something was done on `item` at `now`: the time since the last deed is its time, unless it was a pause.
    pub(super) fn tick(&mut self, item: &ItemId, now: Duration) {
        let gap = now.saturating_sub(self.last);
        self.last = now;
        if gap <= PAUSE {
            *self.spent.entry(item.clone()).or_default() += gap;
        }
    }

    /// Takes the whole seconds spent on `item`; the rest stays for the next time.
    pub(super) fn take(&mut self, item: &ItemId) -> u32 {
        let Some(spent) = self.spent.get_mut(item) else { return 0 };
        let seconds = spent.as_secs();
        *spent -= Duration::from_secs(seconds);
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_over_two_minutes_do_not_count_and_fractions_are_kept() {
        let item = ItemId::from("A");
        let mut pace = Pace::starting(Duration::ZERO);
        pace.tick(&item, Duration::from_millis(1_700));
        pace.tick(&item, Duration::from_millis(121_700));
        assert_eq!(pace.take(&item), 121);
        pace.tick(&item, Duration::from_millis(241_701));
        assert_eq!(pace.take(&item), 0, "120 s and 1 ms are a pause");
        pace.tick(&item, Duration::from_millis(242_001));
        assert_eq!(pace.take(&item), 1, "700 ms and 300 ms make a second");
    }
}
