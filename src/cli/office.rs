//! `office show` and `office set`: the office that issues documents. What is right is `intake::office`'s matter.

use super::{
    Outcome,
    args::{Office, Set},
    exit::Exit,
    failure::Failure,
    output::Table,
    session::{Call, Session},
};
use crate::{
    domain::{
        edit::{Change, Settings},
        office::{Office as Values, Signer},
        programme::Body,
    },
    i18n::{Key, Message, key, looks, say},
    intake::office::{self, Said},
};
use serde::Serialize;

/// What documents bear.
#[derive(Serialize)]
struct Shown {
    body: &'static str,
    superior: String,
    number: String,
    code: String,
    place: String,
    signers: Vec<Signer>,
    recipients: Vec<String>,
    /// What the office says itself; the rest is the programme's.
    own: Vec<&'static str>,
}

pub(super) fn run(call: &mut Call, command: &Office) -> Outcome {
    let mut session = call.open()?;
    match command {
        Office::Show => show(&mut session),
        Office::Set(said) => set(&mut session, said),
    }
}

fn show(session: &mut Session) -> Outcome {
    let lang = session.out.lang;
    let programme = session.vault.current_programme()?;
    let office = session.vault.settings().office.clone();
    let documents = office.over(&programme.documents);
    let proposed =
        Signer { authority: documents.authority.clone(), title: documents.signer_title.clone(), name: String::new() };
    let signers = if office.signers.is_empty() { vec![proposed] } else { office.signers.clone() };
    let code = documents.code.split_once('/').map_or(documents.code.as_str(), |(_, code)| code).to_owned();
    let own = |part, is_own: bool| is_own.then_some(part);
    let shown = Shown {
        body: documents.body.code(),
        superior: documents.superior,
        number: office.number.clone(),
        code,
        place: documents.place,
        signers,
        recipients: documents.recipients,
        own: [
            own("body", office.body.is_some()),
            own("superior", !office.superior.is_empty()),
            own("number", !office.number.is_empty()),
            own("code", !office.code.is_empty()),
            own("place", !office.place.is_empty()),
            own("signers", !office.signers.is_empty()),
            own("recipients", !office.recipients.is_empty()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    let mut table = Table::default()
        .words(say(lang, key::OFFICE_COL_PART))
        .words(say(lang, key::OFFICE_COL_WORDS))
        .words(say(lang, key::OFFICE_COL_SOURCE));
    let mut row = |part: Key, name: &str, words: &str| {
        let source = match (shown.own.contains(&name), name) {
            (true, _) => key::OFFICE_OWN,
            (false, "number") => key::OFFICE_OF_LAYOUT,
            (false, _) => key::OFFICE_OF_PROGRAMME,
        };
        table.row(vec![say(lang, part), words.to_owned(), say(lang, source)]);
    };
    row(
        key::OFFICE_BODY,
        "body",
        &say(lang, looks::body(Body::ALL.into_iter().find(|body| body.code() == shown.body))),
    );
    row(key::OFFICE_SUPERIOR, "superior", &shown.superior);
    row(key::OFFICE_NUMBER, "number", &shown.number);
    row(key::OFFICE_CODE, "code", &shown.code);
    row(key::OFFICE_PLACE, "place", &shown.place);
    for signer in &shown.signers {
        row(key::OFFICE_SIGNERS, "signers", &signer.line());
    }
    for recipient in &shown.recipients {
        row(key::OFFICE_RECIPIENTS, "recipients", recipient);
    }
    session.out.table("office", &shown, &table)?;
    Ok(Exit::Done)
}

fn set(session: &mut Session, set: &Set) -> Outcome {
    let lang = session.out.lang;
    let before = session.vault.settings().clone();
    let kept = Said::from(&before.office);
    let or = |said: &Option<String>, kept: String| said.clone().unwrap_or(kept);
    let lines = |said: &[String], kept: Vec<String>| if said.is_empty() { kept } else { said.to_vec() };
    let nothing =
        set.body.is_none() && [&set.superior, &set.number, &set.code, &set.place].iter().all(|one| one.is_none());
    if nothing && set.signers.is_empty() && set.recipients.is_empty() {
        return Err(Failure::input(key::OFFICE_NOTHING_SAID));
    }
    let said = Said {
        body: set.body.map_or(kept.body, Into::into),
        superior: or(&set.superior, kept.superior),
        number: or(&set.number, kept.number),
        code: or(&set.code, kept.code),
        place: or(&set.place, kept.place),
        signers: lines(&set.signers, kept.signers),
        recipients: lines(&set.recipients, kept.recipients),
    };
    let office: Values = office::read(&said).map_err(|wrong| {
        let what = Message::new(key::OFFICE_WRONG).with("part", say(lang, wrong.part));
        Failure::input(what.with("what", wrong.what.to(lang)))
    })?;
    if office == before.office {
        session.out.word(&key::OFFICE_AS_IT_WAS.into());
        return Ok(Exit::Done);
    }
    session.commit(vec![Change::Settings(Settings { office, ..before })])?;
    session.out.word(&key::OFFICE_KEPT.into());
    show(session)
}
