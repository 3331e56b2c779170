//! `report`: the supervision report of one inspection. Prints and writes documents for the other commands, too.

use super::{
    Outcome,
    args::Report,
    exit::Exit,
    file, output,
    session::{Call, Session},
};
use crate::report::{document::Document, inspection, json, txt};
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Report) -> Outcome {
    let mut session = call.open()?;
    let id = session.find(&args.id)?;
    let folder = session.folder(id)?.with_flags(&session.vault)?;
    let document = inspection::build(&session.case(&folder));
    give(&session, &document, args.out.as_deref())
}

/// Prints a document, or writes it to the file that was asked for.
pub(super) fn give(session: &Session, document: &Document, out: Option<&Path>) -> Outcome {
    let text = if session.out.is_json() { json::render(document) } else { txt::render(document) };
    match out {
        Some(path) => file::write(session.out, path, &text)?,
        None => output::text(&text)?,
    }
    Ok(Exit::Done)
}
