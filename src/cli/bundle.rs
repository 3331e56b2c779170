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
    domain::ids::InspectionId,
    i18n::{Message, key},
    report::{
        asked::{About, Asked},
        gather::signed,
        write::{Overwrite, write},
    },
    store::Progress,
};
use sha2::{Digest, Sha256};
use signal_hook::{consts::SIGINT, flag};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
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
    let ids = signed(&session.vault, &round, None);
    if ids.is_empty() {
        return Err(Failure::input(Message::new(key::BUNDLE_NONE).with("round", round.id.as_str())));
    }
    let mut bundle = Bundle::begin(folder)?;
    match bundle.fill(&mut session, &ids, &stop) {
        Ok(true) => {}
        Ok(false) => {
            bundle.take_back();
            session.out.word(&key::BUNDLE_STOPPED.into());
            return Ok(Exit::Interrupted);
        }
        Err(failure) => {
            bundle.take_back();
            return Err(failure);
        }
    }
    let told = Message::new(key::BUNDLE_WRITTEN).with("count", ids.len());
    session.out.word(&told.with("folder", folder.display().to_string()).with("list", LIST));
    Ok(Exit::Done)
}

/// Files on their way into a folder.
struct Bundle<'a> {
    folder: &'a Path,
    /// Whether the folder was made for them.
    is_new: bool,
    written: Vec<PathBuf>,
}

impl<'a> Bundle<'a> {
    fn begin(folder: &'a Path) -> Result<Self, Failure> {
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(|error| {
            let told = Message::new(key::CLI_FILE).with("file", folder.display().to_string());
            Failure::input(told.with("reason", error.to_string()))
        })?;
        Ok(Self { folder, is_new, written: Vec::new() })
    }

    /// Writes the reports and the list of their hashes; `false` when it was interrupted.
    fn fill(&mut self, session: &mut Session, ids: &[InspectionId], stop: &AtomicBool) -> Result<bool, Failure> {
        let mut list = String::new();
        let mut meter = Meter::of(key::CLI_DOES_REPORTS, session.out);
        for (done, id) in (0..).zip(ids) {
            if stop.load(Ordering::Relaxed) {
                return Ok(false);
            }
            meter.at(Progress { done, total: ids.len() as u64 });
            let about = About::Inspection(*id);
            let asked = Asked { format: give::format(session, about.formats(), None), about };
            let (lang, today) = (session.out.lang, session.today);
            let Some(made) = session.make(&asked, lang, today)? else { continue };
            let of = |id| session.vault.summary(id).map(|summary| (&summary.round, summary.unit));
            let name = asked.file_name(session.vault.units(), of, session.today);
            self.put(&name, &made.content)?;
            for byte in Sha256::digest(&made.content) {
                let _ = write!(list, "{byte:02x}");
            }
            let _ = writeln!(list, "  {name}");
        }
        self.put(LIST, list.as_bytes())?;
        Ok(!stop.load(Ordering::Relaxed))
    }

    fn put(&mut self, name: &str, content: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        write(&path, content, Overwrite::No)?;
        self.written.push(path);
        Ok(())
    }

    fn take_back(&mut self) {
        for path in self.written.drain(..) {
            // Best effort: a file that somebody took away meanwhile is gone already.
            let _ = fs::remove_file(path);
        }
        if self.is_new {
            let _ = fs::remove_dir(self.folder);
        }
    }
}
