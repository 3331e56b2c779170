//! What was found at a model that was drawn, in one mark and a few words: the same among the models of an inspection and in the register of
//! their unit.

use super::{marks, theme::Theme};
use crate::{
    domain::{sample::Found, verification::Verdict},
    i18n::{Key, key},
};
use ratatui::style::Style;

/// Its mark: running as registered, not quite, not running, replaced by another, or drawn and not visited yet.
#[must_use]
pub const fn mark(found: Found) -> &'static str {
    match (found, found.verdict()) {
        (_, Some(Verdict::Verified)) => marks::DONE,
        (_, Some(Verdict::Partly)) => marks::UNDERWAY,
        (_, Some(Verdict::Failed)) => marks::OVERDUE,
        (Found::Replaced, _) => marks::NOT_APPLICABLE,
        _ => marks::DRAWN,
    }
}

/// The same in words.
#[must_use]
pub const fn words(found: Found) -> Key {
    match (found, found.verdict()) {
        (_, Some(Verdict::Verified)) => key::DRAWS_VERIFIED,
        (_, Some(Verdict::Partly)) => key::DRAWS_PARTLY,
        (_, Some(Verdict::Failed)) => key::DRAWS_FAILED,
        (Found::Replaced, _) => key::DRAWS_REPLACED,
        _ => key::DRAWS_UNVISITED,
    }
}

/// How both are written.
#[must_use]
pub const fn style(found: Found, theme: &Theme) -> Style {
    match found.verdict() {
        Some(Verdict::Verified) => theme.good,
        Some(Verdict::Failed) => theme.bad,
        Some(Verdict::Partly) => theme.warn,
        None => theme.dim,
    }
}
