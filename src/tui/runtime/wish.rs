//! What somebody wants of a document: to read it, or to have it in a file. Makes none (`documents`, `making`).

use super::answers::{Answers, failed};
use crate::{
    report::{
        asked::{Asked, Made},
        format::Format,
        write::{Overwrite, write},
    },
    tui::{effect::Effect, message::Answer},
};
use std::{fs, path::Path};

/// What is to become of a document.
#[derive(Debug, Clone)]
pub(super) enum Wish {
    /// It is shown.
    Shown(Box<Asked>),
    /// It is written to a file.
    Written(String, Box<Asked>),
}

impl Wish {
    /// The wish of an effect; nothing of one that asks for no document.
    pub(super) fn of(effect: &Effect) -> Option<Self> {
        match effect {
            Effect::Build(asked) => Some(Self::Shown(asked.clone())),
            Effect::Export { path, asked } => Some(Self::Written(path.trim().to_owned(), asked.clone())),
            _ => None,
        }
    }

    /// The document that is made for it, in its format.
    pub(super) fn asks(&self) -> Asked {
        match self {
            Self::Shown(asked) => asked.shown(),
            Self::Written(path, asked) => Asked::clone(asked).for_path(Path::new(path)),
        }
    }

    /// What comes of the document; a file is written now.
    pub(super) fn grant(self, made: Made) -> Answers {
        match self {
            Self::Shown(asked) => {
                let text = String::from_utf8_lossy(&made.content).into_owned();
                Ok(vec![Answer::Built { asked, title: made.title, text }])
            }
            Self::Written(path, asked) => {
                let path = Path::new(&path);
                if let Some(why) = Format::refused(path, asked.about.formats()) {
                    return Err(failed(why));
                }
                write(path, &made.content, Overwrite::No).map_err(|error| failed(error.message()))?;
                let shown = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
                Ok(vec![Answer::Exported { path: shown }])
            }
        }
    }
}
