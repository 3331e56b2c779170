//! The signs that stand beside colours, each one column wide.

/// The selected row.
pub const SELECTED: &str = "▌";
/// What belongs to the thing in hand, in a list that is not chosen from.
pub const HERE: &str = "›";
/// Past its day.
pub const OVERDUE: &str = "!";
/// Due within a week.
pub const DUE_SOON: &str = "•";
/// Begun.
pub const UNDERWAY: &str = "~";
/// Waiting for the signature.
pub const READY: &str = "✎";
/// Answered, saved, signed.
pub const DONE: &str = "✓";
/// Not applicable.
pub const NOT_APPLICABLE: &str = "–";
/// Not asked here.
pub const SKIPPED: &str = "·";
/// Not verified.
pub const NOT_VERIFIED: &str = "?";
/// The rating stands above what its evidence carries.
pub const GAP: &str = "▽";
/// Drawn at random, or taken from what was.
pub const DRAWN: &str = "◇";
/// A flag asks something here.
pub const FLAG: &str = "⚑";
/// Pilot unit.
pub const PILOT: &str = "★";
/// An opened branch of the tree.
pub const OPENED: &str = "▾";
/// A closed branch.
pub const CLOSED: &str = "▸";
/// Found before at the same item: a repeated shortfall.
pub const REPEATED: &str = "↻";
/// Being written.
pub const SAVING: &str = "…";
