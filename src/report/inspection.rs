//! The supervision report of one inspection (BC), in the Party layout.

use super::{Case, document::Document};

/// Builds the report.
#[must_use]
pub fn build(case: &Case) -> Document {
    todo!("{case:?}")
}
