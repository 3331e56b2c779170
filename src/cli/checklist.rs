//! `checklist check`: what is wrong in a programme file, and what is worth a look.

use super::{Outcome, exit::Exit, file, output, session::Call};
use crate::{
    domain::{
        flags::programme::{ProgrammeFlag, flags},
        programme::Programme,
    },
    i18n::{Lang, Message, key, points, words},
    intake::{Mistake, programme},
};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Checked {
    file: String,
    mistakes: Vec<Place>,
    warnings: Vec<Place>,
    flags: Vec<Raised>,
}

/// Where a mistake stands, and what it is.
#[derive(Serialize)]
pub(super) struct Place {
    line: usize,
    column: usize,
    what: String,
    nearest: Option<String>,
}

impl Place {
    /// A mistake in words.
    pub(super) fn new(lang: Lang, mistake: &Mistake) -> Self {
        let Mistake { line, column, ref what, ref nearest } = *mistake;
        Self { line, column, what: what.to(lang), nearest: nearest.clone() }
    }
}

#[derive(Serialize)]
struct Raised {
    code: &'static str,
    text: String,
}

pub(super) fn check(call: &Call, path: &Path) -> Outcome {
    call.refuse_today()?;
    let content = file::read(path, file::LIMIT)?;
    let lang = call.out.lang;
    let (mistakes, warnings, flags) = match programme::read(&content) {
        Err(mistakes) => (mistakes, Vec::new(), Vec::new()),
        Ok(read) => {
            let raised = |flag: &ProgrammeFlag| Raised {
                code: flag.code(),
                text: flag_words(lang, &read.programme, flag).to(lang),
            };
            let raised = flags(&read.programme).iter().map(raised).collect();
            (Vec::new(), read.warnings, raised)
        }
    };
    let look = !mistakes.is_empty() || !flags.is_empty();
    let message = Message::new(if look { key::CLI_CHECK_LOOK } else { key::CLI_CHECK_GOOD })
        .with("file", path.display().to_string())
        .with("mistakes", mistakes.len())
        .with("warnings", warnings.len())
        .with("flags", flags.len());
    if call.out.is_json() {
        let places = |mistakes: &[Mistake]| mistakes.iter().map(|mistake| Place::new(lang, mistake)).collect();
        let (mistakes, warnings) = (places(&mistakes), places(&warnings));
        output::json("checklist-check", &Checked { file: path.display().to_string(), mistakes, warnings, flags })?;
    } else {
        let warned = places(path, lang, &warnings);
        let warned = warned.map(|place| Message::new(key::CLI_CHECK_WARNING).with("what", place).to(lang));
        let raised = flags.iter().map(|flag| format!("{}: {} {}", path.display(), flag.code, flag.text));
        output::lines(places(path, lang, &mistakes).chain(warned).chain(raised))?;
    }
    call.out.word(&message);
    Ok(if look { Exit::Look } else { Exit::Done })
}

/// Mistakes as compilers write them: `file:line:column: what`.
pub(super) fn places(path: &Path, lang: Lang, mistakes: &[Mistake]) -> impl Iterator<Item = String> {
    mistakes.iter().map(move |mistake| format!("{}:{}", path.display(), mistake.line_in(lang)))
}

/// A flag in words, with the numbers that tripped it.
fn flag_words(lang: Lang, programme: &Programme, flag: &ProgrammeFlag) -> Message {
    let kind = |id| words::kind(lang, programme, id);
    match flag {
        ProgrammeFlag::PaperWeight { kind: id, share, most } => Message::new(key::FLAG_PAPER_WEIGHT)
            .with("kind", kind(id))
            .with("share", points(*share))
            .with("most", points(*most)),
        ProgrammeFlag::TooManyItems { kind: id, items, most } => {
            Message::new(key::FLAG_TOO_MANY_ITEMS).with("kind", kind(id)).with("items", *items).with("most", *most)
        }
        ProgrammeFlag::NothingToAsk { item } => Message::new(key::FLAG_NOTHING_TO_ASK).with("item", item.as_str()),
        ProgrammeFlag::Unreachable { section } => Message::new(key::FLAG_UNREACHABLE).with("section", section.as_str()),
        ProgrammeFlag::LittleOutcome { kind: id, share, least } => Message::new(key::FLAG_LITTLE_OUTCOME)
            .with("kind", kind(id))
            .with("share", points(*share))
            .with("least", points(*least)),
    }
}
