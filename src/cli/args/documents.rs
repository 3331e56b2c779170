//! The arguments of `report`, `rollup` and `findings`, and the forms that data on stdout can have.

use crate::domain::rollup::By;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Form of the data on stdout. Each command says which ones it makes (`Command::formats`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    Txt,
    Json,
    Toml,
    Md,
    Docx,
    Html,
    Csv,
    Xlsx,
}

impl Format {
    /// The word on the command line.
    pub(in crate::cli) const fn code(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Json => "json",
            Self::Toml => "toml",
            Self::Md => "md",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(in crate::cli) struct Report {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<ReportCommand>,
    /// The inspection: what `inspection list` shows, or ROUND/UNITCODE; a letter takes a unit's code, too
    #[arg(required_unless_present = "all")]
    pub(in crate::cli) id: Option<String>,
    /// The reports of all signed inspections of a round, into the folder `--out`, with a list of their hashes
    #[arg(long, requires = "round", requires = "out", conflicts_with_all = ["id", "kind"])]
    pub(in crate::cli) all: bool,
    /// The round whose reports are written
    #[arg(long, value_name = "ID", requires = "all")]
    pub(in crate::cli) round: Option<String>,
    /// Which document: the supervision report, the working minutes, or the letter that urges the unit
    #[arg(long, default_value = "report")]
    pub(in crate::cli) kind: KindArg,
    /// Write it to this file, which must not exist yet; with `--all` the folder
    #[arg(short, long = "out", value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ReportCommand {
    /// Check that a text report is as it was made, and that the vault still says the same
    Verify {
        /// The file
        file: PathBuf,
    },
}

/// A document about one inspection or unit, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum KindArg {
    Report,
    Minutes,
    Letter,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Rollup {
    /// The round
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) round: String,
    /// Only this unit and those below it
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) under: Option<String>,
    /// Only units of this kind
    #[arg(long)]
    pub(in crate::cli) kind: Option<String>,
    /// What units are grouped by; `answer` lists every answer, as CSV or JSON
    #[arg(long, default_value = "district")]
    pub(in crate::cli) by: ByArg,
    /// Write it to this file, which must not exist yet
    #[arg(short, long = "out", value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Nominations {
    /// The round
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) round: String,
    /// Only this unit and those below it
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) under: Option<String>,
    /// Write it to this file, which must not exist yet
    #[arg(short, long = "out", value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
}

/// A grouping as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ByArg {
    District,
    Kind,
    Section,
    Unit,
    Answer,
}

impl ByArg {
    /// The groups; none for single answers.
    pub(in crate::cli) const fn groups(self) -> Option<By> {
        match self {
            Self::District => Some(By::District),
            Self::Kind => Some(By::Kind),
            Self::Section => Some(By::Section),
            Self::Unit => Some(By::Unit),
            Self::Answer => None,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Findings {
    /// Write findings, grouped by unit
    Export(Export),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    /// Only this unit and those below it
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) under: Option<String>,
    /// Only units of this kind
    #[arg(long)]
    pub(in crate::cli) kind: Option<String>,
    /// Which findings: with a recommendation that is open, past its day, declared or verified, or all
    #[arg(long, default_value = "all")]
    pub(in crate::cli) state: StateArg,
    /// Only this round
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) round: Option<String>,
    /// Only findings about an item of this clause (`1`, `2a`)
    #[arg(long)]
    pub(in crate::cli) clause: Option<String>,
    /// Only findings that are as grave
    #[arg(long)]
    pub(in crate::cli) severity: Option<SeverityArg>,
    /// Only findings with a recommendation that is due by this day
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    pub(in crate::cli) due: Option<NaiveDate>,
    /// Only the finding with this id (`F-01`)
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) finding: Option<String>,
    /// Write it to this file, which must not exist yet
    #[arg(short, long = "out", value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
}

/// How grave a finding is, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SeverityArg {
    Low,
    Medium,
    High,
}

/// Which findings, as written on the command line: with a recommendation that stands there, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum StateArg {
    Open,
    Overdue,
    Declared,
    Verified,
    All,
}
