//! The foot by which a document can be checked: how it was made, on which day, from which journal, and the hash of its text. Printed by
//! every format; read back from a text. Compares nothing (`report verify`).
//!
//! The hash is BLAKE3 of the plain text above the foot, in whatever format the document is: so the Word file, the page and the text of one
//! document bear the same hash.

use super::document::{Document, Stamp};
use crate::{
    i18n::{Lang, key, say, say_with},
    journal::Hash,
};

/// A text with its foot, read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// How it was made.
    pub stamp: Stamp,
    /// Its language.
    pub lang: Lang,
    /// The hash that stands in its foot.
    pub hash: String,
    /// The text above the foot, as it is now.
    pub body: String,
}

/// The hash of a text above its foot.
#[must_use]
pub fn hash_of(body: &str) -> String {
    Hash::of(body.as_bytes()).to_string()
}

/// The lines of the foot, below a text with this hash; none for a document that cannot be made again by a command.
#[must_use]
pub(super) fn lines(document: &Document, hash: &str) -> Vec<String> {
    let Some(Stamp { command, day, head }) = &document.stamp else { return Vec::new() };
    let lang = document.lang;
    vec![
        say(lang, key::STAMP_CHECK),
        format!("thucchat {command} --lang {} · {day}", lang.code()),
        say_with(lang, key::STAMP_JOURNAL, &[("hash", head.as_str().into())]),
        say_with(lang, key::STAMP_TEXT, &[("hash", hash.into())]),
    ]
}

/// Reads a text and its foot; `None` when it has none. How its lines end, and a byte order mark before it, do not count: editors change
/// both without a word.
#[must_use]
pub fn read(text: &str) -> Option<Stamped> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().rposition(|line| line.trim_start().starts_with("thucchat "))?;
    let (command, day) = lines.get(at)?.trim().strip_prefix("thucchat ")?.rsplit_once(" · ")?;
    let (command, lang) = command.rsplit_once(" --lang ")?;
    let lang = [Lang::Vi, Lang::En].into_iter().find(|known| known.code() == lang)?;
    let hash = |line: Option<&&str>| {
        let hash = line?.split_whitespace().last()?;
        (hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| hash.to_owned())
    };
    let stamp = Stamp { command: command.to_owned(), day: day.parse().ok()?, head: hash(lines.get(at + 1))? };
    // Above the command stand the rule and the sentence that says how to check.
    let body: String = lines.iter().take(at.checked_sub(2)?).flat_map(|line| [line, "\n"]).collect();
    Some(Stamped { stamp, lang, hash: hash(lines.get(at + 2))?, body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::txt;
    use chrono::NaiveDate;

    fn document() -> Document {
        let mut document = Document::new(Lang::Vi, "x");
        document.paragraph("Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
        document.stamp = Some(Stamp {
            command: "report 2023/907-DU --kind report".into(),
            day: NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day"),
            head: "a".repeat(64),
        });
        document
    }

    #[test]
    fn a_text_is_read_back_with_its_foot_also_after_an_editor_of_another_system() {
        for marked in [None, Some("TẬP DƯỢT".to_owned())] {
            let document = Document { mark: marked, ..document() };
            let text = txt::render(&document);
            let read_back = read(&text).expect("a foot");
            assert_eq!(Some(&read_back.stamp), document.stamp.as_ref());
            assert_eq!(read_back.hash, hash_of(&read_back.body), "{text}");
            assert_eq!(read(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), Some(read_back));
        }
    }

    #[test]
    fn a_letter_changed_above_the_foot_changes_the_hash() {
        let text = txt::render(&document()).replace("Kinh 4A", "Kinh 4B");
        let read_back = read(&text).expect("a foot");
        assert_ne!(read_back.hash, hash_of(&read_back.body));
    }

    #[test]
    fn what_has_no_whole_foot_has_none() {
        let text = txt::render(&document());
        assert_eq!(read(""), None);
        assert_eq!(read("thucchat report x"), None);
        let short = text.replace(&"a".repeat(64), "abc");
        assert_eq!(read(&short), None);
        assert_eq!(read(&text.replace("2023-11-15", "15/11")), None);
    }
}
