//! `template check` and `template print`: layouts of documents.

use super::{
    Outcome,
    args::Template,
    checklist::{Place, places},
    exit::Exit,
    file, layouts, output,
    session::{Call, unknown},
};
use crate::{
    domain::programme::Body,
    i18n::{Message, key},
    report::layout,
};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Checked {
    file: String,
    mistakes: Vec<Place>,
}

pub(super) fn run(call: &Call, command: &Template) -> Outcome {
    call.refuse_today()?;
    match command {
        Template::Check { file } => check(call, file),
        Template::Print { body } => print(body),
    }
}

fn check(call: &Call, path: &Path) -> Outcome {
    let lang = call.out.lang;
    let mistakes = layout::read(&file::read_text(path)?).err().unwrap_or_default();
    if call.out.is_json() {
        let lines = mistakes.iter().map(|mistake| Place::new(lang, mistake)).collect();
        output::json("template-check", &Checked { file: path.display().to_string(), mistakes: lines })?;
    } else {
        output::lines(places(path, lang, &mistakes))?;
    }
    let look = !mistakes.is_empty();
    let message = Message::new(if look { key::LAYOUT_LOOK } else { key::LAYOUT_GOOD });
    let message = message.with("file", path.display().to_string()).with("mistakes", mistakes.len());
    call.out.word(&message.with("folder", layouts::own_folder().unwrap_or_default().display().to_string()));
    Ok(if look { Exit::Look } else { Exit::Done })
}

/// A shipped layout, to begin one's own with.
fn print(body: &str) -> Outcome {
    let text = match Body::ALL.into_iter().find(|known| known.code() == body) {
        Some(Body::Party) => layout::PARTY,
        Some(Body::State) => layout::STATE,
        None => return Err(unknown(key::LAYOUT_NO_BODY, body, Body::ALL.map(Body::code))),
    };
    output::text(text)?;
    Ok(Exit::Done)
}
