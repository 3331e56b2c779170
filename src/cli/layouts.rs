//! The person's own layouts of documents, in the configuration folder.

use super::file;
use crate::{
    i18n::{Lang, Message, key},
    report::layout::{self, Layout, Layouts},
};
use std::{fs, path::PathBuf};

/// `layouts/` in the person's configuration folder.
pub(super) fn own_folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(etcetera::BaseStrategy::config_dir(&strategy).join("thucchat").join("layouts"))
}

/// The person's own layouts over the shipped ones, in the order of their names, and what is to be told of those that have mistakes: they
/// are not used, and no document waits for them.
pub(super) fn own(lang: Lang) -> (Layouts, Vec<Message>) {
    let mut files: Vec<PathBuf> = own_folder()
        .and_then(|folder| fs::read_dir(folder).ok())
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
        .unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut told = Vec::new();
    let mut read = |path: &PathBuf| -> Option<Layout> {
        let wrong =
            |why: String| Message::new(key::LAYOUT_IGNORED).with("file", path.display().to_string()).with("why", why);
        let text = file::read_text(path).map_err(|_| told.push(wrong(String::new()))).ok()?;
        let first = |mistakes: &[crate::intake::Mistake]| {
            mistakes.first().map(|mistake| mistake.line_in(lang)).unwrap_or_default()
        };
        layout::read(&text).map_err(|mistakes| told.push(wrong(first(&mistakes)))).ok()
    };
    let own = files.iter().filter_map(&mut read).collect();
    (Layouts::over_shipped(own), told)
}
