//! `report verify`: whether a text report is as it was made, and whether the vault still says the same. Changes nothing.

use super::{
    Outcome,
    args::KindArg,
    exit::Exit,
    failure::Failure,
    file, give, output,
    session::{Call, Session},
};
use crate::{
    domain::{ids::KindId, rollup::By},
    i18n::{Message, date, key, short_hash},
    report::{
        asked::{About, Asked},
        format::Format,
        stamp::{self, Stamped},
    },
    text::sanitise_line,
};
use clap::ValueEnum;
use serde::Serialize;
use std::path::Path;

/// Lines that differ and are shown.
const SHOWN: usize = 10;

/// What came of it, for programs.
#[derive(Serialize)]
struct Verified {
    file: String,
    /// The hash in the foot is that of the text above it.
    unaltered: bool,
    /// The journal record that the foot names is one of this vault's.
    of_this_vault: bool,
    /// The vault says the same today, word for word.
    current: bool,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Difference {
    /// From 1.
    line: usize,
    file: String,
    vault: String,
}

pub(super) fn run(call: &mut Call, path: &Path) -> Outcome {
    let text = file::read_text(path)?;
    let name = || path.display().to_string();
    let stamped =
        stamp::read(&text).ok_or_else(|| Failure::input(Message::new(key::STAMP_NONE).with("file", name())))?;
    let mut session = call.open()?;
    let unaltered = stamp::hash_of(&stamped.body) == stamped.hash;
    let of_this_vault = session.vault.knows_record(&stamped.stamp.head)?;
    let again = again(&mut session, &stamped)?;
    let differences = differences(&stamped.body, &again);
    let verified = Verified { file: name(), unaltered, of_this_vault, current: differences.is_empty(), differences };
    tell(&session, &stamped, &verified)?;
    Ok(if unaltered && of_this_vault && verified.current { Exit::Done } else { Exit::Look })
}

/// The same document as the vault makes it now, as of the day and the journal of the one at hand, so that only what it says can differ.
fn again(session: &mut Session, stamped: &Stamped) -> Result<String, Failure> {
    let command = stamped.stamp.command.as_str();
    let unknown = || Failure::input(Message::new(key::STAMP_COMMAND).with("command", sanitise_line(command).as_ref()));
    let about = about(session, command)?.ok_or_else(unknown)?;
    let asked = Asked { about, format: Format::Text };
    let made = session.make(&asked, stamped.lang, stamped.stamp.day)?.ok_or_else(unknown)?;
    let text = String::from_utf8_lossy(&made.content).into_owned();
    let body = stamp::read(&text).map(|again| again.body).unwrap_or_default();
    let (now, then) = (session.vault.head(), stamped.stamp.head.as_str());
    Ok(body.replace(&now, then).replace(&short_hash(&now), &short_hash(then)))
}

/// What the command in a foot asks for; nothing when it is none of ours.
fn about(session: &Session, command: &str) -> Result<Option<About>, Failure> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let by = |code: &str| By::ALL.into_iter().find(|by| by.code() == code);
    match words.as_slice() {
        ["report", name, "--kind", kind] => {
            let kind = KindArg::from_str(kind, false).ok();
            kind.map(|kind| give::about(session, kind, name)).transpose()
        }
        ["rollup", "--round", round, rest @ ..] => {
            let round = session.round(round)?.id.clone();
            let (under, rest) = match rest {
                ["--under", place, rest @ ..] => (Some((*place).to_owned()), rest),
                rest => (None, rest),
            };
            let (kind, rest) = match rest {
                ["--kind", kind, rest @ ..] => (Some(KindId::from(*kind)), rest),
                rest => (None, rest),
            };
            Ok(match rest {
                ["--by", code] => by(code).map(|by| About::Rollup { round, by, under, kind }),
                _ => None,
            })
        }
        ["nominations", "--round", round, rest @ ..] => {
            let round = session.round(round)?.id.clone();
            Ok(match rest {
                [] => Some(About::Nominations { round, under: None }),
                ["--under", place] => Some(About::Nominations { round, under: Some((*place).to_owned()) }),
                _ => None,
            })
        }
        _ => Ok(None),
    }
}

/// The lines in which two texts differ, by their places.
fn differences(file: &str, vault: &str) -> Vec<Difference> {
    let (file, vault): (Vec<&str>, Vec<&str>) = (file.lines().collect(), vault.lines().collect());
    let line = |lines: &[&str], at: usize| lines.get(at).copied().unwrap_or_default().to_owned();
    let places = 0..file.len().max(vault.len());
    let differ = places.filter(|at| file.get(*at) != vault.get(*at));
    differ.map(|at| Difference { line: at + 1, file: line(&file, at), vault: line(&vault, at) }).collect()
}

fn tell(session: &Session, stamped: &Stamped, verified: &Verified) -> Result<(), Failure> {
    if session.out.is_json() {
        return output::json("report-verify", verified);
    }
    let lang = session.out.lang;
    let stamp = &stamped.stamp;
    let made = Message::new(key::STAMP_MADE).with("command", stamp.command.as_str());
    let mut lines = vec![made.with("day", date(stamp.day)).with("head", short_hash(&stamp.head)).to(lang)];
    let said = |is_so: bool, yes, no| Message::new(if is_so { yes } else { no }).to(lang);
    lines.push(said(verified.unaltered, key::STAMP_UNALTERED, key::STAMP_ALTERED));
    lines.push(said(verified.of_this_vault, key::STAMP_OURS, key::STAMP_NOT_OURS));
    lines.push(match verified.differences.len() {
        0 => Message::new(key::STAMP_CURRENT).to(lang),
        count => Message::new(key::STAMP_DIFFERS).with("count", count).to(lang),
    });
    for Difference { line, file, vault } in verified.differences.iter().take(SHOWN) {
        lines.push(format!("{line:>5} - {}", file.trim_end()));
        lines.push(format!("      + {}", vault.trim_end()));
    }
    output::lines(lines.into_iter())
}
