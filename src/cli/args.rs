//! The command line as types. Only its form: what the words mean is each command's own matter.

mod documents;
mod models;
mod office;
mod second;

pub(super) use documents::{
    Export, Findings, Format, KindArg, Nominations, Report, ReportCommand, Rollup, SeverityArg, StateArg,
};
pub(super) use models::{Draw, Model, New};
pub(super) use office::{Office, Set};
pub(super) use second::{NewSecond, OpenFirst, Second};

use crate::{
    domain::{lang::Lang, look::ThemeName, round::Milestone},
    practice::scale::Scale,
};
use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Inspections that look for substance, not form – kiểm tra thực chất, không hình thức.
///
/// Without a command it opens the terminal application. Exit codes: 0 done, 1 failed, 2 something to look at, 3 vault in use,
/// 4 bad arguments or files, 130 interrupted.
#[derive(Debug, Parser)]
#[command(name = "thucchat", version, max_term_width = 100, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Folder of the vault; without it the one in the system's data folder
    #[arg(long, value_name = "DIR", global = true, env = "THUCCHAT_VAULT", hide_env_values = true)]
    pub(super) vault: Option<PathBuf>,
    /// Language of words and reports; without it the vault's, else the system's
    #[arg(long, global = true, env = "THUCCHAT_LANG", hide_env_values = true)]
    pub(super) lang: Option<LangArg>,
    /// Form of the data on stdout; `toml` only for `inspection show`
    #[arg(long, global = true, default_value = "txt")]
    pub(super) format: Format,
    /// Print no words on stderr except errors
    #[arg(long, short, global = true, action = ArgAction::SetTrue)]
    pub(super) quiet: bool,
    /// The day it is, in a practice vault; refused for any other
    #[arg(long, value_name = "DATE", global = true, value_parser = day)]
    pub(super) today: Option<NaiveDate>,
    /// Keymap of the terminal application: default, vim, one-hand, or a file; without it your own `keymap.toml`, else the settings
    #[arg(long, value_name = "NAME|FILE", global = true)]
    pub(super) keymap: Option<String>,
    /// Walk line by line, with numbered choices, for screen readers and pipes; chosen by itself where `TERM` is `dumb`
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub(super) plain: bool,
    /// Theme of the terminal application; without it the one of the settings; `mono` where `NO_COLOR` is set
    #[arg(long, global = true)]
    pub(super) theme: Option<ThemeArg>,
}

/// A language as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangArg {
    Vi,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Vi => Self::Vi,
            LangArg::En => Self::En,
        }
    }
}

/// A theme as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeArg {
    Dark,
    Light,
    HighContrast,
    Mono,
}

impl From<ThemeArg> for ThemeName {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Dark => Self::Dark,
            ThemeArg::Light => Self::Light,
            ThemeArg::HighContrast => Self::HighContrast,
            ThemeArg::Mono => Self::Mono,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a new vault
    Init(Init),
    /// Open the practice province, or print what there is to see in it
    Demo(Demo),
    /// Units: import, list, show
    #[command(subcommand)]
    Unit(Unit),
    /// Rounds: add, plan, list
    #[command(subcommand)]
    Round(Round),
    /// Inspections: list, show, fill, sign, reopen. ID is what `list` shows, or ROUND/UNITCODE
    #[command(subcommand)]
    Inspection(Inspection),
    /// Models of a unit: import, list
    #[command(subcommand)]
    Model(Model),
    /// Random draws of models to visit: draw, and prove a draw from a report
    #[command(subcommand)]
    Draw(Draw),
    /// Second looks: a few drawn items done again blind by somebody else
    #[command(subcommand)]
    Second(Second),
    /// Write the report of one inspection
    Report(Report),
    /// Roll a round up over all units
    Rollup(Rollup),
    /// What of a round is put forward for praise, each with its verified evidence
    Nominations(Nominations),
    /// Findings of many inspections as one text
    #[command(subcommand)]
    Findings(Findings),
    /// Programme files
    #[command(subcommand)]
    Checklist(Checklist),
    /// Keymaps: check a file, print the keys
    #[command(subcommand)]
    Keys(Keys),
    /// Layouts of documents: check a file, print a shipped one
    #[command(subcommand)]
    Template(Template),
    /// The office that issues documents: form, number, code, place, signers, recipients
    #[command(subcommand)]
    Office(Office),
    /// Care of the vault: info, verify, rebuild, backup, restore
    #[command(subcommand)]
    Vault(Vault),
    /// Who changed what of an inspection, unit, model, round or the settings, when, from what, to what
    History {
        /// An inspection as `inspection list` shows it or ROUND/UNITCODE, the code of a unit, UNITCODE/MODELCODE, the id of a round, `settings`
        id: String,
    },
}

impl Command {
    /// The formats its data can have.
    pub(super) const fn formats(&self) -> &'static [Format] {
        match self {
            Self::Inspection(Inspection::Show { .. }) => &[Format::Txt, Format::Json, Format::Toml],
            Self::Findings(Findings::Export(_)) | Self::Nominations(_) => {
                &[Format::Txt, Format::Md, Format::Docx, Format::Html, Format::Csv, Format::Json]
            }
            Self::Report(_) => &[Format::Txt, Format::Md, Format::Docx, Format::Html, Format::Json],
            Self::Rollup(_) => {
                &[Format::Txt, Format::Md, Format::Docx, Format::Html, Format::Xlsx, Format::Csv, Format::Json]
            }
            Self::Demo(_) | Self::Keys(Keys::Print) | Self::Template(Template::Print { .. }) => &[Format::Txt],
            _ => &[Format::Txt, Format::Json],
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// Programme file that inspections are planned with; without it the one that ships with the program
    #[arg(long, value_name = "FILE")]
    pub(super) programme: Option<PathBuf>,
    /// Your name, written beside every change
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Print the queue, one report and the roll-up even when there is a terminal
    #[arg(long)]
    pub(super) text: bool,
    /// Keep the practice vault in this folder
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
    /// Make a big sample instead, to measure with: S 5,000, L 50,000, XL 400,000 inspections
    #[arg(long, value_name = "SIZE", ignore_case = true)]
    pub(super) scale: Option<ScaleArg>,
}

/// Size of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ScaleArg {
    /// 1,000 units
    #[value(name = "S")]
    S,
    /// 10,000 units
    #[value(name = "L")]
    L,
    /// 80,000 units
    #[value(name = "XL")]
    Xl,
}

impl From<ScaleArg> for Scale {
    fn from(size: ScaleArg) -> Self {
        match size {
            ScaleArg::S => Self::S,
            ScaleArg::L => Self::L,
            ScaleArg::Xl => Self::Xl,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Unit {
    /// Take units in from a CSV file, all rows or none
    Import {
        /// The file
        file: PathBuf,
        /// Only say what it would do
        #[arg(long)]
        dry_run: bool,
    },
    /// List the units that hold today, or on another day
    List {
        /// Only this unit and those below it
        #[arg(long, value_name = "CODE")]
        under: Option<String>,
        /// Only this kind
        #[arg(long)]
        kind: Option<String>,
        /// The units that hold on this day
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// Show a unit in all its periods, with its inspections
    Show {
        /// Its code
        code: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Round {
    /// Add a round
    Add {
        /// Its id: short, without blanks, `2023-so-ket`
        id: String,
        /// Its title
        #[arg(long, short)]
        title: String,
        /// First day under review
        #[arg(long, value_name = "DATE", value_parser = day)]
        from: NaiveDate,
        /// Last day under review
        #[arg(long, value_name = "DATE", value_parser = day)]
        to: NaiveDate,
        /// The review it is held for
        #[arg(long)]
        milestone: Option<MilestoneArg>,
    },
    /// Plan one inspection for every unit of the kinds that has none in the round
    Plan {
        /// The round
        id: String,
        /// A kind of unit; several are allowed
        #[arg(long = "kind", value_name = "KIND", required = true, num_args = 1.., value_delimiter = ',')]
        kinds: Vec<String>,
        /// Only this unit and those below it
        #[arg(long, value_name = "CODE")]
        under: Option<String>,
        /// By when
        #[arg(long, value_name = "DATE", value_parser = day)]
        due: Option<NaiveDate>,
        /// Who leads
        #[arg(long, value_name = "NAME")]
        lead: Option<String>,
    },
    /// List the rounds
    List,
}

/// A milestone as written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum MilestoneArg {
    Annual,
    MidTerm,
    Final,
}

impl From<MilestoneArg> for Milestone {
    fn from(milestone: MilestoneArg) -> Self {
        match milestone {
            MilestoneArg::Annual => Self::Annual,
            MilestoneArg::MidTerm => Self::MidTerm,
            MilestoneArg::Final => Self::Final,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Inspection {
    /// List inspections, the most pressing first
    List {
        /// Only those without a signature
        #[arg(long)]
        pending: bool,
        /// Only this round
        #[arg(long, value_name = "ID")]
        round: Option<String>,
        /// Only this unit
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
    },
    /// Show one; with `--format toml` as a fill file
    Show {
        /// The inspection
        id: String,
    },
    /// Fill one in from a file, all of it or nothing
    Fill {
        /// The inspection
        id: String,
        /// The fill file (TOML)
        file: PathBuf,
    },
    /// Ask one for form without substance: its flags, each with the way out
    Lint {
        /// The inspection
        id: String,
    },
    /// Sign one; it is frozen then
    Sign {
        /// The inspection
        id: String,
        /// Who signs
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Open a signed one again as a new version
    Reopen {
        /// The inspection
        id: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Checklist {
    /// Check a programme file; exit code 2 when it has mistakes or flags
    Check {
        /// The file (TOML)
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Template {
    /// Check a layout file; exit code 2 when it has mistakes
    Check {
        /// The file (TOML with templates)
        file: PathBuf,
    },
    /// Print a shipped layout, to begin your own with
    Print {
        /// party or state
        body: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Keys {
    /// Check a keymap file; exit code 2 when it has mistakes
    Check {
        /// The file (TOML); without it your own keymap.toml
        file: Option<PathBuf>,
    },
    /// Print every command with its keys
    Print,
}

#[derive(Debug, Subcommand)]
pub(super) enum Vault {
    /// What the vault holds
    Info,
    /// Check every record, chain, file, and that the index equals a fresh one
    Verify,
    /// Make the index anew from the journal
    Rebuild,
    /// Make a verified copy of everything
    Backup {
        /// The folder; the one within the vault without it
        dir: Option<PathBuf>,
    },
    /// Make a vault from a backup, beside: nothing is overwritten
    Restore {
        /// The backup, or a folder of backups: its newest good one
        file: PathBuf,
        /// The folder of the new vault; missing or empty
        #[arg(long)]
        to: PathBuf,
    },
}

/// A day as written on the command line: `2023-11-30` or `30/11/2023`.
fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
        .map_err(|_| "a day is written 2023-11-30 or 30/11/2023".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn days_are_read_as_iso_or_as_vietnamese_write_them() {
        let expected = NaiveDate::from_ymd_opt(2023, 11, 30);
        assert_eq!(day("2023-11-30").ok(), expected);
        assert_eq!(day("30/11/2023").ok(), expected);
        assert!(day("11/30/2023").is_err());
        assert!(day("hôm nay").is_err());
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for line in [
            ["thucchat", "--format", "json", "unit", "list"],
            ["thucchat", "unit", "--format", "json", "list"],
            ["thucchat", "unit", "list", "--format", "json"],
        ] {
            let cli = Cli::try_parse_from(line).expect("a right line");
            assert_eq!(cli.global.format, Format::Json, "{line:?}");
        }
    }
}
