//! `checklist check`: what is wrong in a programme file, and what is worth a look.

use super::{Outcome, exit::Exit, file, session::Call};
use crate::{
    domain::{
        flags::{Flag, programme::flags},
        ids::KindId,
        programme::Programme,
    },
    i18n::{Lang, Message, key, points},
    intake::{Mistake, programme},
};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Checked {
    file: String,
    mistakes: Vec<Line>,
    warnings: Vec<Line>,
    flags: Vec<Raised>,
}

#[derive(Serialize)]
pub(super) struct Line {
    line: usize,
    column: usize,
    text: String,
    nearest: Option<String>,
}

impl Line {
    /// A mistake in words.
    pub(super) fn new(lang: Lang, mistake: &Mistake) -> Self {
        let Mistake { line, column, ref what, ref nearest } = *mistake;
        Self { line, column, text: what.to(lang), nearest: nearest.clone() }
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
            let raised = |flag: &Flag| Raised { code: flag.code(), text: flag_words(lang, &read.programme, flag).to(lang) };
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
        let lines = |mistakes: &[Mistake]| mistakes.iter().map(|mistake| Line::new(lang, mistake)).collect();
        let (mistakes, warnings) = (lines(&mistakes), lines(&warnings));
        call.out.json("checklist-check", &Checked { file: path.display().to_string(), mistakes, warnings, flags })?;
    } else {
        let mut text = lines(path, lang, &mistakes);
        for warning in &warnings {
            let place = format!("{}:{}", path.display(), warning.line_in(lang));
            text.push_str(&format!("{}\n", Message::new(key::CLI_CHECK_WARNING).with("what", place).to(lang)));
        }
        for flag in &flags {
            text.push_str(&format!("{}: {} {}\n", path.display(), flag.code, flag.text));
        }
        call.out.text(&text)?;
    }
    call.out.word(&message);
    Ok(if look { Exit::Look } else { Exit::Done })
}

/// Mistakes as compilers write them: `file:line:column: what`.
pub(super) fn lines(path: &Path, lang: Lang, mistakes: &[Mistake]) -> String {
    mistakes.iter().map(|mistake| format!("{}:{}\n", path.display(), mistake.line_in(lang))).collect()
}

/// A flag in words, with the numbers that tripped it.
fn flag_words(lang: Lang, programme: &Programme, flag: &Flag) -> Message {
    let kind = |id: &KindId| programme.unit_kind(id).map_or_else(|| id.to_string(), |kind| kind.name.to(lang).to_owned());
    match flag {
        Flag::PaperWeight { kind: id, share, most } => Message::new(key::FLAG_PAPER_WEIGHT)
            .with("kind", kind(id))
            .with("share", points(*share))
            .with("most", points(*most)),
        Flag::TooManyItems { kind: id, items, most } => {
            Message::new(key::FLAG_TOO_MANY_ITEMS).with("kind", kind(id)).with("items", *items).with("most", *most)
        }
        Flag::NothingToAsk { item } => Message::new(key::FLAG_NOTHING_TO_ASK).with("item", item.as_str()),
        Flag::Unreachable { section } => Message::new(key::FLAG_UNREACHABLE).with("section", section.as_str()),
        Flag::LittleOutcome { kind: id, share, least } => Message::new(key::FLAG_LITTLE_OUTCOME)
            .with("kind", kind(id))
            .with("share", points(*share))
            .with("least", points(*least)),
    }
}
