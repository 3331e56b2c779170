//! Every sentence of the interface, in Vietnamese and English, and the way dates and numbers are written.
//!
//! Sentences live in `vi/*.ftl` and `en/*.ftl` (Fluent), one file for each part of the product. `build.rs` makes a constant of
//! [`key`] for each; a sentence missing in a language, or with other arguments there, fails the build.

pub mod actions;
pub mod changes;
pub mod conditions;
pub mod flags;
mod format;
pub mod looks;
pub mod praise;
pub mod samples;
pub mod second;
pub mod words;

pub use crate::domain::lang::Lang;
pub use format::{
    count, date, day_of, decimal_mark, decimal_points, hundredths, parse_day, parse_hundredths, parse_time, period,
    points, short_hash, short_points, signed_points, time,
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::LazyLock;

/// Name of a sentence; made only by the build, so a name that exists has words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(&'static str);

impl Key {
    /// The name as the `.ftl` files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// The names of all sentences.
pub mod key {
    use super::Key;
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// What a sentence's argument may be: words, or a number that chooses between singular and plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words, put in as they are.
    Words(String),
    /// A count.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}
impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}
impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A sentence with its arguments, not yet in any language: what errors and notices carry until somebody reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    key: Key,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The sentence, without arguments so far.
    #[must_use]
    pub const fn new(key: Key) -> Self {
        Self { key, args: Vec::new() }
    }
    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
    /// Which sentence it is.
    #[must_use]
    pub const fn key(&self) -> Key {
        self.key
    }
    /// The words in `lang`.
    #[must_use]
    pub fn to(&self, lang: Lang) -> String {
        let args: Vec<(&str, Arg)> = self.args.clone();
        say_with(lang, self.key, &args)
    }
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self::new(key)
    }
}

/// The words of a sentence without arguments.
#[must_use]
pub fn say(lang: Lang, key: Key) -> String {
    say_with(lang, key, &[])
}

/// The words of a sentence with its arguments.
#[must_use]
pub fn say_with(lang: Lang, key: Key, args: &[(&str, Arg)]) -> String {
    let bundle = bundle(lang);
    let mut fluent = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        match value {
            Arg::Words(words) => fluent.set(*name, FluentValue::from(words.as_str())),
            Arg::Count(count) => fluent.set(*name, FluentValue::from(*count)),
        }
    }
    let pattern = bundle.get_message(key.0).and_then(|message| message.value());
    // The build has seen every key in both languages; the name itself is the last resort, never a panic.
    pattern.map_or_else(
        || key.0.to_owned(),
        |pattern| bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned(),
    )
}

type Bundle = FluentBundle<FluentResource>;

/// The files of sentences of a language, in the order of the parts of the product.
macro_rules! files {
    ($lang:literal) => {
        &[
            include_str!(concat!($lang, "/domain.ftl")),
            include_str!(concat!($lang, "/intake.ftl")),
            include_str!(concat!($lang, "/units.ftl")),
            include_str!(concat!($lang, "/store.ftl")),
            include_str!(concat!($lang, "/report.ftl")),
            include_str!(concat!($lang, "/keymap.ftl")),
            include_str!(concat!($lang, "/tui.ftl")),
            include_str!(concat!($lang, "/fairness.ftl")),
            include_str!(concat!($lang, "/walk.ftl")),
            include_str!(concat!($lang, "/queue.ftl")),
            include_str!(concat!($lang, "/reports.ftl")),
            include_str!(concat!($lang, "/sheets.ftl")),
            include_str!(concat!($lang, "/rollup.ftl")),
            include_str!(concat!($lang, "/findings.ftl")),
            include_str!(concat!($lang, "/follow.ftl")),
            include_str!(concat!($lang, "/letters.ftl")),
            include_str!(concat!($lang, "/cli.ftl")),
            include_str!(concat!($lang, "/keys.ftl")),
            include_str!(concat!($lang, "/settings.ftl")),
            include_str!(concat!($lang, "/office.ftl")),
            include_str!(concat!($lang, "/writing.ftl")),
            include_str!(concat!($lang, "/models.ftl")),
            include_str!(concat!($lang, "/drafts.ftl")),
            include_str!(concat!($lang, "/work.ftl")),
            include_str!(concat!($lang, "/unit.ftl")),
            include_str!(concat!($lang, "/draws.ftl")),
            include_str!(concat!($lang, "/funnel.ftl")),
            include_str!(concat!($lang, "/plain.ftl")),
            include_str!(concat!($lang, "/flags.ftl")),
            include_str!(concat!($lang, "/undo.ftl")),
            include_str!(concat!($lang, "/history.ftl")),
            include_str!(concat!($lang, "/praise.ftl")),
            include_str!(concat!($lang, "/team.ftl")),
            include_str!(concat!($lang, "/second.ftl")),
        ]
    };
}

static VI: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Vi, files!("vi")));
static EN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En, files!("en")));

fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

fn load(lang: Lang, files: &[&str]) -> Bundle {
    let locale = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Isolation marks are bidi controls; a terminal shows them as rubbish.
    bundle.set_use_isolating(false);
    for file in files {
        // A resource with a mistake still gives its good sentences; the tests show the mistake.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The language of the system's locale; Vietnamese when it says nothing (`C`, `POSIX`, none) or something else.
#[must_use]
pub fn system_lang() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_lowercase().starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_sentences_parses_without_a_mistake() {
        for lang in Lang::ALL {
            for entry in std::fs::read_dir(format!("src/i18n/{}", lang.code())).expect("the folder") {
                let path = entry.expect("a file").path();
                let text = std::fs::read_to_string(&path).expect("a file of sentences");
                if let Err((_, mistakes)) = FluentResource::try_new(text) {
                    panic!("{}: {mistakes:?}", path.display());
                }
            }
        }
    }

    #[test]
    fn every_sentence_has_words_in_both_languages() {
        for key in key::ALL {
            for lang in Lang::ALL {
                let message = bundle(lang).get_message(key.name());
                assert!(message.is_some_and(|message| message.value().is_some()), "{} in {}", key.name(), lang.code());
            }
        }
    }
}
