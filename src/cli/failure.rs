//! Why a command ended without doing what was asked: an exit code and sentences that say what happened and what to do.

use super::{exit::Exit, stderr};
use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    intake::Mistake,
    report::{asked::Unmade, write::WriteError},
    store::{CommitError, VaultError, sends_to_a_backup},
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The end of a command that could not do what was asked.
#[derive(Debug)]
pub(super) struct Failure {
    exit: Exit,
    said: Vec<Said>,
}

#[derive(Debug)]
enum Said {
    Sentence(Message),
    Mistake(PathBuf, Mistake),
}

impl Failure {
    /// Bad arguments or files: nothing was changed.
    pub(super) fn input(message: impl Into<Message>) -> Self {
        Self::with(Exit::BadInput, message)
    }

    /// It could not be done.
    pub(super) fn failed(message: impl Into<Message>) -> Self {
        Self::with(Exit::Failed, message)
    }

    fn with(exit: Exit, message: impl Into<Message>) -> Self {
        Self { exit, said: vec![Said::Sentence(message.into())] }
    }

    /// The mistakes of a file, all of them, and that nothing of it was taken in.
    pub(super) fn mistakes(path: &Path, mistakes: Vec<Mistake>) -> Self {
        let last = Message::new(key::CLI_MISTAKES).with("file", path.display().to_string()).with("n", mistakes.len());
        let mut said: Vec<_> = mistakes.into_iter().map(|mistake| Said::Mistake(path.to_owned(), mistake)).collect();
        said.push(Said::Sentence(last));
        Self { exit: Exit::BadInput, said }
    }

    /// Adds a sentence: what to do next, or one more thing that is wrong.
    pub(super) fn and(mut self, message: impl Into<Message>) -> Self {
        self.said.push(Said::Sentence(message.into()));
        self
    }

    /// Whether it sends the person to a backup.
    pub(super) fn sends_to_a_backup(&self) -> bool {
        self.said.iter().any(|said| matches!(said, Said::Sentence(words) if sends_to_a_backup(words)))
    }

    /// Says it on stderr. A reader that closed stdout is no failure and hears nothing.
    pub(super) fn tell(self, lang: Lang) -> Exit {
        let mut lead = "thucchat: ";
        for said in self.said {
            match said {
                Said::Mistake(path, mistake) => stderr::line(&format!("{}:{}", path.display(), mistake.line_in(lang))),
                Said::Sentence(message) => {
                    stderr::line(&format!("{lead}{}", message.to(lang)));
                    lead = "  ";
                }
            }
        }
        self.exit
    }
}

/// Stdout could not be written. When its reader has gone (`| head`), that is the end of the work and no failure.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self { exit: Exit::Done, said: Vec::new() };
        }
        Self::failed(Message::new(key::CLI_STDOUT).with("reason", error.to_string()))
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        let exit = match error {
            VaultError::InUse { .. } => Exit::InUse,
            VaultError::Missing | VaultError::NotEmpty => Exit::BadInput,
            _ => Exit::Failed,
        };
        Self::with(exit, error.message())
    }
}

impl From<Unmade> for Failure {
    fn from(unmade: Unmade) -> Self {
        match unmade {
            Unmade::Vault(error) => Self::from(error),
            Unmade::Workbook(_) => Self::failed(unmade.message()),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        let exit = match error {
            WriteError::Exists(_) | WriteError::NoFile(_) | WriteError::NoFolder(_) => Exit::BadInput,
            WriteError::Io { .. } => Exit::Failed,
        };
        Self::with(exit, error.message())
    }
}

impl From<CommitError> for Failure {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Vault(error) => Self::from(error),
            // A fill file named a file by a hash that the vault does not hold.
            CommitError::FileMissing { .. } => Self::input(error.message()),
            _ => Self::failed(error.message()),
        }
    }
}
