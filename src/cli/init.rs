//! `init`: makes a vault.

use super::{Outcome, args::Init, exit::Exit, failure::Failure, file, session::Call};
use crate::{
    domain::edit::{Change, Settings},
    i18n::{Message, key},
    intake::programme,
    store::{Opened, Vault},
};
use serde::Serialize;

#[derive(Serialize)]
struct Made {
    vault: String,
    programme: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Init) -> Outcome {
    call.refuse_today()?;
    // The file is read first: a programme with mistakes leaves no vault behind.
    let chosen = args.programme.as_deref().map(|path| {
        let content = file::read(path, file::LIMIT)?;
        let read = programme::read(&content).map_err(|mistakes| Failure::mistakes(path, mistakes))?;
        Ok::<_, Failure>((read.programme, content))
    });
    let chosen = chosen.transpose()?;
    let dir = call.vault_dir()?;
    if Vault::is_at(&dir) {
        let there = Message::new(key::CLI_VAULT_THERE).with("dir", dir.display().to_string());
        return Err(Failure::input(there));
    }
    let mut vault = Vault::create(&dir, None)?;
    let mut changes = Vec::new();
    let mut hash = None;
    if let Some((programme, content)) = &chosen {
        changes.push(vault.keep_programme(programme, content)?);
        hash = Some(programme.hash.clone());
    }
    let inspector = args.name.as_deref().unwrap_or_default().trim().to_owned();
    let settings = Settings { lang: call.out.lang, inspector, programme: hash.clone(), ..Settings::default() };
    changes.push(Change::Settings(settings));
    let mut session = call.begin(Opened { vault, notices: Vec::new() })?;
    session.commit(changes)?;
    let made = Made { vault: dir.display().to_string(), programme: hash };
    session.out.done("init", &made, &Message::new(key::CLI_INIT).with("dir", dir.display().to_string()))?;
    Ok(Exit::Done)
}
