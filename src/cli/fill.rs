//! `inspection fill`: fills an inspection in from a file, all of it or nothing.

use super::{Outcome, exit::Exit, failure::Failure, file, session::Session};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::{EvidenceId, InspectionId},
        inspection::Inspection,
    },
    i18n::{Message, key, time},
    intake::{
        Mistake,
        fill::{self, Filled},
    },
};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

#[derive(Serialize)]
struct FilledIn {
    id: InspectionId,
    name: String,
    changes: usize,
    files: usize,
    answered: u32,
    items: u32,
}

pub(super) fn run(session: &mut Session, name: &str, path: &Path) -> Outcome {
    let id = session.find_open(name)?;
    let folder = session.folder(id)?;
    refuse_signed(&folder.inspection)?;
    let text = file::read_text(path)?;
    let filled = fill::read(&text, &folder.programme, &folder.inspection)
        .map_err(|mistakes| Failure::mistakes(path, mistakes))?;
    // Every file is read before the first is kept, so that a missing one leaves nothing behind.
    let contents = read_files(path, &filled)?;
    let files = contents.len();
    session.back_up();
    let edits = attach(session, filled.edits, contents)?;
    let edits: Vec<Edit> =
        edits.into_iter().filter(|edit| folder.inspection.current(edit).as_ref() != Some(edit)).collect();
    let changes = edits.len();
    if changes > 0 {
        session.commit(edits.into_iter().map(|edit| Change::Inspection { id, edit: Box::new(edit) }).collect())?;
    }
    let (answered, items) =
        session.vault.summary(id).map(|summary| (summary.answered, summary.items)).unwrap_or_default();
    let name = format!("{}/{}", folder.round.id, folder.unit.code);
    let message = Message::new(key::CLI_FILLED)
        .with("name", name.clone())
        .with("changes", changes)
        .with("answered", answered)
        .with("items", items);
    session.out.done("inspection-fill", &FilledIn { id, name, changes, files, answered, items }, &message)?;
    Ok(Exit::Done)
}

fn refuse_signed(inspection: &Inspection) -> Result<(), Failure> {
    inspection.sign_off.as_ref().map_or(Ok(()), |signed| {
        let message = Message::new(key::CLI_FROZEN).with("by", signed.by.clone()).with("at", time(signed.at));
        Err(Failure::failed(message))
    })
}

/// The content of the files that the fill file names, by the evidence they belong to.
type Contents = BTreeMap<EvidenceId, (String, Vec<u8>)>;

fn read_files(fill_file: &Path, filled: &Filled) -> Result<Contents, Failure> {
    let folder = fill_file.parent().unwrap_or(Path::new(""));
    let mut contents = Contents::new();
    let mut outside = Vec::new();
    for (evidence, named, line) in &filled.files {
        let Some(within) = within(named) else {
            let what = Message::new(key::CLI_FILL_OUTSIDE).with("file", named.as_str());
            outside.push(Mistake { line: *line, column: 1, what, nearest: None });
            continue;
        };
        let content = file::read(&folder.join(&within), file::ATTACHMENT_LIMIT)?;
        let name = within.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        contents.insert(evidence.clone(), (name, content));
    }
    if outside.is_empty() { Ok(contents) } else { Err(Failure::mistakes(fill_file, outside)) }
}

/// The path, when it stays within the folder of the fill file. A fill file that came from elsewhere must not be able to carry
/// other files of this laptop into the vault, and from there into other hands.
fn within(named: &str) -> Option<PathBuf> {
    let path = Path::new(named);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (plain && path.file_name().is_some()).then(|| path.to_owned())
}

/// Keeps the files and writes their hashes into the pieces of evidence that name them.
fn attach(session: &mut Session, edits: Vec<Edit>, mut contents: Contents) -> Result<Vec<Edit>, Failure> {
    let with_file = |edit| {
        let Edit::Evidence(id, Some(mut evidence)) = edit else { return Ok(edit) };
        if let Some((name, content)) = contents.remove(&id) {
            evidence.file = Some(session.vault.attach(&name, &content)?);
        }
        Ok(Edit::Evidence(id, Some(evidence)))
    };
    edits.into_iter().map(with_file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_taken_only_from_the_folder_of_the_fill_file() {
        for good in ["ảnh.jpg", "anh/kinh4a.jpg", "./anh/kinh4a.jpg"] {
            assert!(within(good).is_some(), "{good}");
        }
        for bad in ["/etc/passwd", "../ngoài.jpg", "anh/../../x", "..", ""] {
            assert!(within(bad).is_none(), "{bad}");
        }
    }
}
