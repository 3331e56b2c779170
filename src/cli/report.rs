//! `report`: the supervision report of one inspection, its minutes, or the letter that urges its unit. Prints and writes documents for the
//! other commands, too.

use super::{
    Outcome,
    args::{Format, KindArg, Report},
    exit::Exit,
    failure::Failure,
    file, output,
    session::{Call, Session},
};
use crate::{
    domain::ids::UnitId,
    i18n::{Message, key},
    report::{asked::About, document::Document, json, md, txt},
};
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Report) -> Outcome {
    let mut session = call.open()?;
    let about = match args.kind {
        KindArg::Letter => About::Letter(unit_of(&session, &args.id)?),
        KindArg::Report => About::Inspection(session.find(&args.id)?),
        KindArg::Minutes => About::Minutes(session.find(&args.id)?),
    };
    let document = document(&mut session, &about, &args.id)?;
    give(&session, &document, args.out.as_deref())
}

/// The document about what `name` means.
pub(super) fn document(session: &mut Session, about: &About, name: &str) -> Result<Document, Failure> {
    let built = about.build(&mut session.vault, session.out.lang, session.today)?;
    built.ok_or_else(|| Failure::input(Message::new(key::CLI_NO_INSPECTION).with("name", name)))
}

/// The unit that `name` means: by its code, else by one of its inspections.
fn unit_of(session: &Session, name: &str) -> Result<UnitId, Failure> {
    if let Some(unit) = session.vault.units().at(name, session.today) {
        return Ok(unit.id);
    }
    let id = session.find(name)?;
    Ok(session.inspection(id)?.plan.unit)
}

/// Prints a document, or writes it to the file that was asked for.
pub(super) fn give(session: &Session, document: &Document, out: Option<&Path>) -> Outcome {
    let text = match session.out.format {
        Format::Json => json::render(document),
        Format::Md => md::render(document),
        Format::Txt | Format::Toml | Format::Csv => txt::render(document),
    };
    give_text(session, &text, out)
}

/// Prints a text, or writes it to the file that was asked for.
pub(super) fn give_text(session: &Session, text: &str, out: Option<&Path>) -> Outcome {
    match out {
        Some(path) => file::write(session.out, path, text)?,
        None => output::text(text)?,
    }
    Ok(Exit::Done)
}
