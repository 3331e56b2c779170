//! `report`: the supervision report of one inspection.

use super::{
    Outcome,
    args::Report,
    exit::Exit,
    failure::Failure,
    file, output,
    session::{Call, Session},
};
use crate::report::{document::Document, inspection, txt};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Report) -> Outcome {
    let mut session = call.open()?;
    let id = session.find(&args.id)?;
    let folder = session.folder(id)?;
    let document = inspection::build(&folder.case(&session));
    give(&session, "report", &document, args.out.as_deref())
}

#[derive(Serialize)]
struct Written<'a> {
    document: &'a Document,
}

/// Prints a document, or writes it to the file that was asked for.
pub(super) fn give(session: &Session, name: &str, document: &Document, out: Option<&Path>) -> Outcome {
    let text =
        if session.out.is_json() { output::json_text(name, &Written { document })? } else { txt::render(document) };
    match out {
        Some(path) => file::write(session, path, &text)?,
        None => output::text(&text)?,
    }
    Ok(Exit::Done)
}
