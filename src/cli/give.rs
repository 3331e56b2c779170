//! Gives documents out: makes what a name means, prints it or writes it to the file that was asked for, in the format that was asked for.

use super::{
    Outcome,
    args::{self, KindArg},
    exit::Exit,
    failure::Failure,
    file, output,
    session::Session,
};
use crate::{
    domain::ids::{InspectionId, UnitId},
    i18n::{Message, key},
    report::{
        asked::{About, Asked},
        format::Format,
    },
};
use std::path::Path;

/// The document of a kind about what `name` means.
pub(super) fn about(session: &Session, kind: KindArg, name: &str) -> Result<About, Failure> {
    Ok(match kind {
        KindArg::Letter => About::Letter(unit_of(session, name)?),
        KindArg::Report => About::Inspection(first_look(session, name)?),
        KindArg::Minutes => About::Minutes(first_look(session, name)?),
    })
}

/// The inspection that `name` means; a second look is refused, since it is printed with the inspection that it looks at.
fn first_look(session: &Session, name: &str) -> Result<InspectionId, Failure> {
    let id = session.find_open(name)?;
    match session.vault.summary(id).filter(|summary| summary.second.is_some()) {
        Some(summary) => Err(Failure::input(Message::new(key::SECOND_NO_REPORT).with("name", session.label(summary)))),
        None => Ok(id),
    }
}

/// Makes the document about what `name` means, and prints it or writes it to the file that was asked for; where no format was asked for,
/// in the one that the file's ending names.
pub(super) fn made(session: &mut Session, about: About, name: &str, out: Option<&Path>) -> Outcome {
    expect_ending(session, about.formats(), out)?;
    let asked = Asked { format: format(session, about.formats(), out), about };
    let (lang, today) = (session.out.lang, session.today);
    let made = session.make(&asked, lang, today)?;
    let made = made.ok_or_else(|| Failure::input(Message::new(key::CLI_NO_INSPECTION).with("name", name)))?;
    content(session, &made.content, out)
}

/// Refuses a file whose ending promises a format that is not made; where a format was asked for by name, the file may be called anything.
pub(super) fn expect_ending(session: &Session, made: &[Format], out: Option<&Path>) -> Result<(), Failure> {
    let path = out.filter(|_| session.out.format == args::Format::Txt);
    path.and_then(|path| Format::refused(path, made)).map_or(Ok(()), |why| Err(Failure::input(why)))
}

/// The unit that `name` means: by its code, else by one of its inspections.
fn unit_of(session: &Session, name: &str) -> Result<UnitId, Failure> {
    if let Some(unit) = session.vault.units().at(name, session.today) {
        return Ok(unit.id);
    }
    let id = session.find(name)?;
    Ok(session.inspection(id)?.plan.unit)
}

/// The format that was asked for; where none was, the one of `known` that the ending of the file names, else plain text.
pub(super) fn format(session: &Session, known: &[Format], out: Option<&Path>) -> Format {
    let asked = session.out.format.code();
    let ending = out.and_then(Path::extension).filter(|_| session.out.format == args::Format::Txt);
    let named = |format: &&Format| match ending {
        Some(ending) => ending.eq_ignore_ascii_case(format.ending()),
        None => format.ending() == asked,
    };
    known.iter().find(named).copied().unwrap_or_default()
}

/// Prints a content, or writes it to the file that was asked for. What is no text goes to no terminal.
pub(super) fn content(session: &Session, content: &[u8], out: Option<&Path>) -> Outcome {
    if let Some(path) = out {
        file::write(session.out, path, content)?;
    } else if let Ok(text) = std::str::from_utf8(content) {
        output::text(text)?;
    } else {
        output::bytes(content)?;
    }
    Ok(Exit::Done)
}
