//! Words on stderr, free of anything a terminal would obey.

use crate::text::sanitise_text;
use std::io::{self, Write};

/// Says a line on stderr. When stderr is gone there is nobody left to tell.
pub(super) fn line(words: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitise_text(words));
}
