//! What each item may earn in the end: no more than its evidence carries, and no more than a margin above its life item.
//!
//! A perfect plan without effect earns at most that margin above reality. A life item that does not apply, is open or is not seen
//! puts no ceiling. One that could **not be verified** does, with an effective share of 0: reality was looked for and not
//! confirmed, and otherwise marking it so would be the easy way to lift a paper item.

use super::sheet::Row;
use crate::domain::share::Share;

/// The effective share of every row. `carried` is what each may earn by itself, `None` where it puts no ceiling on others and earns
/// nothing.
pub(super) fn settle(rows: &[Row], carried: &[Option<Share>], margin: Share) -> Vec<Share> {
    (0..rows.len()).map(|row| settled(rows, carried, margin, row)).collect()
}

/// Walks the chain paper → life → life of that …: the n-th link allows n margins above what it carries itself. The walk ends where
/// the margins reach what is left, which a circle of life items also does, or after every row was passed once.
fn settled(rows: &[Row], carried: &[Option<Share>], margin: Share, start: usize) -> Share {
    let Some(mut least) = carried[start] else { return Share::NONE };
    let (mut row, mut room) = (start, Share::NONE);
    for _ in 0..rows.len() {
        room = room.plus(margin);
        let Some((life, bound)) = rows[row].life.and_then(|life| Some((life, carried[life]?))) else { break };
        if room >= least {
            break;
        }
        least = least.min(bound.plus(room));
        row = life;
    }
    least
}
