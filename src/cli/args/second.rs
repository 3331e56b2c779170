//! The arguments of `second`.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Second {
    /// Draw items of an inspection for somebody else to do again, not knowing what was given the first time
    New(NewSecond),
    /// Both looks side by side and how far they agree; exit code 2 when they differ. Until it is signed, only the drawn items
    Show {
        /// The inspection: what `inspection list` shows, or ROUND/UNITCODE
        id: String,
    },
    /// Open the first look to who looks again before the second one is signed, as the head of team; the journal and the report tell
    Open(OpenFirst),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct OpenFirst {
    /// The inspection: what `inspection list` shows, or ROUND/UNITCODE
    pub(in crate::cli) id: String,
    /// Who opens it; not who looks again
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) by: String,
    /// Why
    #[arg(long, value_name = "REASON")]
    pub(in crate::cli) why: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct NewSecond {
    /// The inspection, signed or with a mark at every item: what `inspection list` shows, or ROUND/UNITCODE
    pub(in crate::cli) id: String,
    /// Who looks again; nobody of the first team
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) by: String,
    /// Digits that the first team gives, 12 or more, best from dice
    #[arg(long, value_name = "DIGITS")]
    pub(in crate::cli) team_seed: String,
    /// Digits that who looks again gives, 12 or more
    #[arg(long, value_name = "DIGITS")]
    pub(in crate::cli) second_seed: String,
    /// How many items; without it 5, or all where there are fewer
    #[arg(long, value_name = "N")]
    pub(in crate::cli) size: Option<u32>,
}
