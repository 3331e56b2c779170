//! Which document was asked for: what it is about, and in which format. Builds nothing.

use crate::{
    domain::{
        ids::{InspectionId, RoundId},
        rollup::By,
    },
    report::{findings::Which, format::Format},
};

/// A document that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it is about.
    pub about: About,
    /// Its format.
    pub format: Format,
}

/// What a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// One inspection: its report.
    Inspection(InspectionId),
    /// One inspection: its working minutes.
    Minutes(InspectionId),
    /// A round over many units.
    Rollup {
        /// The round.
        round: RoundId,
        /// What units are grouped by.
        by: By,
        /// Code of the place whose units count; all where there is none.
        under: Option<String>,
    },
    /// Findings and recommendations of many inspections.
    Findings {
        /// The round; all where there is none.
        round: Option<RoundId>,
        /// Code of the place whose units count; all where there is none.
        under: Option<String>,
        /// Which of them.
        which: Which,
    },
}
