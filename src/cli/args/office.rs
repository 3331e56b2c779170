//! The form of `office`.

use crate::domain::programme::Body;
use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Office {
    /// What documents bear, and whether the office or the programme says so
    Show,
    /// Say something of the office; what is not named stays, what is empty is as the programme says again
    Set(Set),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Set {
    /// Whose form documents have
    #[arg(long, value_name = "FORM")]
    pub(in crate::cli) body: Option<BodyArg>,
    /// The body above the one that issues
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) superior: Option<String>,
    /// What stands after “Số”: {sign}, {code} and {year} are replaced
    #[arg(long, value_name = "PATTERN")]
    pub(in crate::cli) number: Option<String>,
    /// The code of the office, without blanks
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) code: Option<String>,
    /// The place before the date
    #[arg(long, value_name = "PLACE")]
    pub(in crate::cli) place: Option<String>,
    /// Who may sign, once for each: "KT. CHỦ TỊCH; Phó Chủ tịch; Lê Văn Cường", the first signs what names nobody
    #[arg(long = "signer", value_name = "AUTHORITY; TITLE; NAME")]
    pub(in crate::cli) signers: Vec<String>,
    /// Who receives documents, once for each, last the archive
    #[arg(long = "recipient", value_name = "NAME")]
    pub(in crate::cli) recipients: Vec<String>,
}

/// A form as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum BodyArg {
    /// As the programme says
    Programme,
    /// Documents of the Party
    Party,
    /// Documents of the State
    State,
}

impl From<BodyArg> for Option<Body> {
    fn from(body: BodyArg) -> Self {
        match body {
            BodyArg::Programme => None,
            BodyArg::Party => Some(Body::Party),
            BodyArg::State => Some(Body::State),
        }
    }
}
