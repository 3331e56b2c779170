//! The arguments of `model` and `draw`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Model {
    /// Take the models of a unit in from a CSV file, all rows or none
    Import {
        /// The file
        file: PathBuf,
        /// The unit whose register it is
        #[arg(long, value_name = "CODE")]
        unit: String,
        /// Only say what it would do
        #[arg(long)]
        dry_run: bool,
    },
    /// List the models of a unit
    List {
        /// The unit
        #[arg(long, value_name = "CODE")]
        unit: String,
    },
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Draw {
    /// Draw models to visit from the register of the inspection's unit
    New(New),
    /// Draw again what a report tells of; exit code 2 when something does not follow
    Replay {
        /// A text report, or JSON of `draw new` or `inspection show`
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct New {
    /// The inspection: what `inspection list` shows, or ROUND/UNITCODE
    pub(in crate::cli) id: String,
    /// Digits that the unit gives, 12 or more, best from dice
    #[arg(long, value_name = "DIGITS")]
    pub(in crate::cli) unit_seed: String,
    /// Digits that the inspector gives, 12 or more
    #[arg(long, value_name = "DIGITS")]
    pub(in crate::cli) team_seed: String,
    /// How many; without it the least the programme allows
    #[arg(long, value_name = "N")]
    pub(in crate::cli) size: Option<u32>,
    /// What was wrong with the list of the draw before; needed to draw a second time
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) instead: Option<String>,
}
