//! `report --round R --all --out DIR`: the reports of a whole round in one folder, with a list of their hashes that `sha256sum -c` checks.
//! All of them, or none: what was written goes again when one cannot be, or an interrupt comes.

use super::{
    Outcome,
    exit::Exit,
    failure::Failure,
    give,
    meter::Meter,
    session::{Call, Session},
};
use crate::{
    domain::ids::{InspectionId, RoundId},
    i18n::{Message, key},
    report::{
        asked::{About, Asked},
        flags::{Compared, Comparison},
        gather::{Extent, signed},
        write::Batch,
    },
    store::Progress,
};
use sha2::{Digest, Sha256};
use signal_hook::{consts::SIGINT, flag};
use std::{
    fmt::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// The list of hashes, as `sha256sum` writes it.
const LIST: &str = "SHA256SUMS";

pub(super) fn run(call: &mut Call, round: &str, folder: &Path) -> Outcome {
    let stop = Arc::new(AtomicBool::new(false));
    // Without a handler an interrupt still ends the program, only with whole files left behind.
    let _ = flag::register(SIGINT, Arc::clone(&stop));
    let mut session = call.open()?;
    let round = session.round(round)?.clone();
    let ids = signed(&session.vault, &round, Extent::default());
    if ids.is_empty() {
        return Err(Failure::input(Message::new(key::BUNDLE_NONE).with("round", round.id.as_str())));
    }
    ids.iter().try_for_each(|id| session.expect_open(*id))?;
    let mut batch = Batch::begin(folder)?;
    let Some(compared) = compare(&mut session, &round.id, &stop)? else {
        session.out.word(&key::BUNDLE_STOPPED.into());
        return Ok(Exit::Interrupted);
    };
    if !fill(&mut batch, &mut session, (&ids, &compared), &stop)? {
        session.out.word(&key::BUNDLE_STOPPED.into());
        return Ok(Exit::Interrupted);
    }
    batch.keep();
    let told = Message::new(key::BUNDLE_WRITTEN).with("count", batch.count() - 1);
    session.out.word(&told.with("folder", folder.display().to_string()).with("list", LIST));
    Ok(Exit::Done)
}

/// Compares the inspections of the round once for all reports; nothing when it was interrupted.
fn compare(session: &mut Session, round: &RoundId, stop: &AtomicBool) -> Result<Option<Compared>, Failure> {
    let others = Compared::reads(&session.vault, round);
    let mut compared = Comparison::of(round);
    let mut meter = Meter::of(key::CLI_DOES_COMPARE, session.out);
    for (done, id) in (0..).zip(&others) {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        meter.at(Progress { done, total: others.len() as u64 });
        compared.take(&mut session.vault, *id)?;
    }
    Ok(Some(compared.ready()))
}

/// Writes the reports and the list of their hashes; `false` when it was interrupted.
fn fill(
    batch: &mut Batch,
    session: &mut Session,
    (ids, compared): (&[InspectionId], &Compared),
    stop: &AtomicBool,
) -> Result<bool, Failure> {
    let mut list = String::new();
    let mut meter = Meter::of(key::CLI_DOES_REPORTS, session.out);
    for (done, id) in (0..).zip(ids) {
        if stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        meter.at(Progress { done, total: ids.len() as u64 });
        let about = About::Inspection(*id);
        let asked = Asked { format: give::format(session, about.formats(), None), about };
        let Some(made) = session.make_among(&asked, compared)? else { continue };
        let of = |id| session.vault.summary(id).map(|summary| (&summary.round, summary.unit));
        let name = asked.file_name(session.vault.units(), of, session.today);
        batch.put(&name, &made.content)?;
        for byte in Sha256::digest(&made.content) {
            let _ = write!(list, "{byte:02x}");
        }
        let _ = writeln!(list, "  {name}");
    }
    batch.put(LIST, list.as_bytes())?;
    Ok(!stop.load(Ordering::Relaxed))
}
