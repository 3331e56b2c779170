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
    report::{document::Document, gather, inspection, json, md, minutes, txt},
};
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Report) -> Outcome {
    let mut session = call.open()?;
    let document = match args.kind {
        KindArg::Letter => letter(&mut session, &args.id)?,
        KindArg::Report | KindArg::Minutes => {
            let id = session.find(&args.id)?;
            let folder = session.folder(id)?;
            if args.kind == KindArg::Minutes {
                minutes::build(&session.case(&folder))
            } else {
                inspection::build(&session.case(&folder.with_flags(&session.vault)?))
            }
        }
    };
    give(&session, &document, args.out.as_deref())
}

fn letter(session: &mut Session, name: &str) -> Result<Document, Failure> {
    let (lang, today) = (session.out.lang, session.today);
    let unit = unit_of(session, name)?;
    let letter = gather::letter(&mut session.vault, unit, lang, today)?;
    letter.ok_or_else(|| Failure::input(Message::new(key::CLI_NO_INSPECTION).with("name", name)))
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
