//! `demo`: the practice province, on the screen or as text.

use super::{
    Outcome,
    args::Demo,
    exit::Exit,
    failure::Failure,
    inspection, open, output, rollup,
    session::{Call, Session, data_dir},
};
use crate::{
    domain::{inspection::State, rollup::By, summary::Summary},
    i18n::{Message, date, key},
    practice,
    report::{inspection as inspection_report, txt},
    store::{Opened, Vault},
};
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Demo) -> Outcome {
    let dir = args.dir.clone().map_or_else(|| data_dir("practice"), Ok)?;
    let opened = vault(call, &dir)?;
    if !args.text && open::is_terminal() {
        return open::open_terminal(call, dir, Some(opened));
    }
    let mut session = call.begin(opened)?;
    session.out.word(&Message::new(key::CLI_DEMO).with("dir", dir.display().to_string()));
    print(&mut session)?;
    Ok(Exit::Done)
}

/// The practice vault in `dir`: the one that is there, or a new one. A real vault is left alone.
fn vault(call: &Call, dir: &Path) -> Result<Opened, Failure> {
    if !Vault::is_at(dir) {
        return Ok(Opened { vault: practice::make(dir, call.out.lang)?, notices: Vec::new() });
    }
    let opened = Vault::open(dir)?;
    if opened.vault.practice().is_none() {
        return Err(Failure::input(Message::new(key::CLI_DEMO_REAL).with("dir", dir.display().to_string())));
    }
    Ok(opened)
}

/// The queue, one report, and the roll-up of the province.
fn print(session: &mut Session) -> Result<(), Failure> {
    let lang = session.out.lang;
    let wish = inspection::Wish { pending: true, ..inspection::Wish::default() };
    let pending = inspection::listed(session, &wish);
    let head = Message::new(key::CLI_DEMO_QUEUE).with("day", date(session.today)).with("n", pending.len());
    let queue = inspection::table(session, &pending).render();
    output::text(&format!("{}\n\n{queue}\n", head.to(lang)))?;
    let Some((id, round)) = newest_signed(session).map(|summary| (summary.id, summary.round.clone())) else {
        return Ok(());
    };
    let folder = session.folder(id)?;
    let report = txt::render(&inspection_report::build(&session.case(&folder)));
    output::text(&format!("{report}\n"))?;
    let wish = rollup::Wish { round: round.as_str(), under: None, by: By::District };
    let rollup = txt::render(&rollup::document(session, &wish)?);
    output::text(&rollup)
}

/// The inspection that was signed last; the same one in every practice vault.
fn newest_signed(session: &Session) -> Option<&Summary> {
    let summaries = session.vault.summaries().into_iter();
    summaries
        .filter(|summary| summary.state == State::Signed)
        .max_by_key(|summary| (summary.signed_at, session.label(summary)))
}
