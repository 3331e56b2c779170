//! A screen in words: what it says, and what of it can be chosen by number. Every screen gives one beside its drawing, for those who
//! read line by line. Knows no screen, wraps nothing, writes nothing.

use super::cursor::Cursor;
use crate::keymap::command::Command;

/// The most rows of a list that a page names at once, and the lines of a document.
pub const ROWS: usize = 20;

/// A screen in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// What of the place is in hand: the item, the filter; empty where there is nothing to add to the place.
    pub title: String,
    /// What it says, one paragraph each.
    pub says: Vec<String>,
    /// What can be chosen, numbered from [`Page::from`].
    pub offers: Vec<Offer>,
    /// The number of the first offer: 1, or 0 where the offers have numbers of their own, as the levels of a scale.
    pub from: usize,
    /// The first and last row named and how many there are, where there are more.
    pub part: Option<(usize, usize, usize)>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its words.
    pub words: String,
    /// The row of the screen's list that is brought to hand first.
    pub row: Option<usize>,
    /// What is done then.
    pub does: Option<Command>,
}

impl Page {
    /// A page that says something about a place.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), from: 1, ..Self::default() }
    }

    /// Adds a paragraph, unless it is empty.
    pub fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.says.push(words);
        }
    }

    /// Adds paragraphs.
    pub fn say_all(&mut self, words: Vec<String>) {
        for words in words {
            self.say(words);
        }
    }

    /// Offers the rows around the cursor, as many as a page holds; choosing one brings it to hand and follows `does`.
    pub fn list(&mut self, rows: usize, cursor: Cursor, does: Option<Command>, words: impl Fn(usize) -> String) {
        let first = cursor.at() / ROWS * ROWS;
        let end = rows.min(first + ROWS);
        self.offers.extend((first..end).map(|row| Offer { words: words(row), row: Some(row), does }));
        self.part = (end - first.min(end) < rows).then_some((first + 1, end, rows));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_named_in_parts_and_the_cursor_is_always_among_them() {
        for (at, named) in [(0, (1, 20, 45)), (19, (1, 20, 45)), (20, (21, 40, 45)), (44, (41, 45, 45))] {
            let mut cursor = Cursor::default();
            cursor.set(at, 45);
            let mut page = Page::new("");
            page.list(45, cursor, None, |row| row.to_string());
            assert_eq!(page.part, Some(named));
            assert!(page.offers.iter().any(|offer| offer.row == Some(at)));
        }
        let mut page = Page::new("");
        page.list(3, Cursor::default(), None, |row| row.to_string());
        assert_eq!((page.offers.len(), page.part), (3, None), "a short list is named whole");
    }
}
