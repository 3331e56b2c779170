//! `demo`: the practice province, on the screen or as text.

use super::{
    Outcome,
    args::Demo,
    end_with_130_on_interrupt,
    exit::Exit,
    failure::Failure,
    inspection,
    meter::Meter,
    open, output, rollup,
    session::{Call, Session, data_dir},
};
use crate::{
    domain::{inspection::State, rollup::By, summary::Summary},
    i18n::{Message, count, date, key},
    practice::{
        self,
        scale::{self, Scale},
    },
    report::{gather::Extent, inspection as inspection_report, txt},
    store::{Opened, Progress, Vault},
};
use std::{path::Path, sync::atomic::Ordering};

pub(super) fn run(call: &mut Call, args: &Demo) -> Outcome {
    let scale = args.scale.map(Scale::from);
    let name = scale.map_or_else(|| "practice".to_owned(), |scale| format!("practice-{}", scale.code()));
    let dir = args.dir.clone().map_or_else(|| data_dir(&name), Ok)?;
    let interrupt = end_with_130_on_interrupt();
    let opened = match scale {
        Some(scale) => sample(call, &dir, scale)?,
        None => vault(call, &dir)?,
    };
    if !args.text && (open::is_terminal() || call.global.plain) {
        // From here on an interrupt is the application's: a terminal must first be put back.
        interrupt.store(false, Ordering::Relaxed);
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

/// The sample of this size in `dir`: the one that is there, finished should its making have been broken off, or a new one.
fn sample(call: &Call, dir: &Path, scale: Scale) -> Result<Opened, Failure> {
    let lang = call.out.lang;
    let total = scale.inspections();
    let mut told = 0;
    let mut meter = Meter::of(key::CLI_DOES_SAMPLE, call.out);
    let progress = |done: usize| {
        meter.at(Progress { done: done as u64, total: total as u64 });
        // Where nobody sees a bar, words tell how far it is.
        if meter.shows() {
            return;
        }
        if done == total || done >= told + total / 20 {
            told = done;
            let figures = [("done", count(lang, done as u64)), ("total", count(lang, total as u64))];
            let words = figures
                .into_iter()
                .fold(Message::new(key::CLI_DEMO_SCALE), |words, (name, figure)| words.with(name, figure));
            call.out.word(&words);
        }
    };
    if !Vault::is_at(dir) {
        let mut made = scale::make(dir, scale, lang, progress)?;
        drop(meter);
        // So great a change leaves the index in many pieces: it is made tight here, and not before somebody's first screen.
        let mut meter = Meter::of(key::CLI_DOES_REBUILD, call.out);
        made.tighten(&mut |progress| meter.at(progress))?;
        drop(made);
        return vault(call, dir);
    }
    let mut opened = vault(call, dir)?;
    if !scale::is_sample(&opened.vault, scale) {
        return Err(Failure::input(Message::new(key::CLI_DEMO_OTHER).with("dir", dir.display().to_string())));
    }
    scale::finish(&mut opened.vault, dir, scale, progress)?;
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
    let folder = session.folder(id)?.with_flags(&session.vault)?;
    let report = txt::render(&inspection_report::build(&session.case(&folder)));
    output::text(&format!("{report}\n"))?;
    let wish = rollup::Wish { round: round.as_str(), extent: Extent::default(), by: By::District };
    let rollup = txt::render(&rollup::document(session, &wish)?);
    output::text(&rollup)
}

/// The inspection that was signed last; the same one in every practice vault.
fn newest_signed(session: &Session) -> Option<&Summary> {
    let summaries = session.vault.summaries().into_iter();
    summaries
        .filter(|summary| summary.state == State::Signed)
        .max_by_key(|summary| (summary.signed_at, session.label(*summary)))
}
