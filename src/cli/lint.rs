//! `inspection lint`: the flags of an inspection, as good compilers warn: code, place, what was seen with its numbers, the way out.

use super::{Outcome, exit::Exit, output, session::Session};
use crate::{
    domain::{flag_answer::FlagAnswer, flags::Flag},
    i18n::{Message, flags as words, key, say},
    report::flags::Flagged,
    text::wrap::wrap,
};
use serde::Serialize;

/// Columns that the text keeps within.
const COLUMNS: usize = 80;

#[derive(Serialize)]
struct Lint<'a> {
    inspection: String,
    open: usize,
    answered: usize,
    flags: Vec<Raised<'a>>,
}

#[derive(Serialize)]
struct Raised<'a> {
    code: &'static str,
    name: String,
    weight: &'static str,
    /// What a written answer belongs to: the `key` of `[[flag]]` in a fill file.
    key: String,
    place: String,
    seen: String,
    way_out: String,
    answer: Option<&'a FlagAnswer>,
}

pub(super) fn run(session: &mut Session, name: &str) -> Outcome {
    let id = session.find_open(name)?;
    let folder = session.folder(id)?;
    let flagged = Flagged::of(&session.vault, &folder.inspection, folder.programme.clone(), &folder.about)?;
    let open = flagged.open();
    let raised: Vec<Raised> = flagged.flags.iter().map(|flag| raised(session, &flagged, flag)).collect();
    if session.out.is_json() {
        let inspection = format!("{}/{}", folder.round.id, folder.unit.code);
        output::json("inspection-lint", &Lint { inspection, open, answered: raised.len() - open, flags: raised })?;
    } else {
        output::lines(raised.iter().zip(&flagged.flags).flat_map(|(raised, flag)| paragraph(session, raised, flag)))?;
    }
    let message = if flagged.flags.is_empty() { key::CLI_LINT_NONE } else { key::CLI_LINT_FOUND };
    let message = Message::new(message).with("unit", &folder.unit.name);
    session.out.word(&message.with("open", open).with("answered", flagged.flags.len() - open));
    Ok(if open > 0 { Exit::Look } else { Exit::Done })
}

fn raised<'a>(session: &Session, flagged: &'a Flagged, flag: &Flag) -> Raised<'a> {
    let lang = session.out.lang;
    let wording = flagged.wording(lang);
    Raised {
        code: flag.code(),
        name: words::name(flag.code()).map(|name| say(lang, name)).unwrap_or_default(),
        weight: flag.weight().code(),
        key: flag.key().to_string(),
        place: flag.place().to_string(),
        seen: wording.seen(flag),
        way_out: wording.way_out(flag),
        answer: flagged.answer(flag),
    }
}

/// A flag in lines: what it is, what was seen, the way out, and the answer when there is one.
fn paragraph(session: &Session, raised: &Raised, flag: &Flag) -> Vec<String> {
    let lang = session.out.lang;
    let mut lines = vec![format!("{} {} ({})", raised.code, raised.name, say(lang, words::weight(flag.weight())))];
    let mut add = |words: &str| {
        lines.extend(wrap(words, COLUMNS - 4).into_iter().map(|line| format!("    {line}")));
    };
    add(&raised.seen);
    add(&Message::new(key::CLI_LINT_OUT).with("out", &raised.way_out).to(lang));
    if let Some(answer) = raised.answer {
        let told = Message::new(key::CLI_LINT_ANSWERED).with("by", &answer.by).with("words", &answer.words);
        add(&told.to(lang));
    }
    lines.push(format!("    [[flag]] key = \"{}\"", raised.key));
    lines
}
