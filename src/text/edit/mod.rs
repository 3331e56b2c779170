//! A text being typed: insertion in NFC, deletion and movement by grapheme and word, undo within the field. How it is wrapped
//! and where the caret stands on the screen is `view`'s; which key does what is the keymap's.

mod select;
mod steps;
mod view;

use super::{
    input::{InputMethod, Typed, Word, read},
    normalise::{nfc, stretch},
    sanitise::sanitise_text,
};
use std::ops::Range;
use steps::Steps;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A text and the caret in it. The text is always NFC and the caret always on a grapheme boundary.
#[derive(Debug, Clone, Default)]
pub struct EditBuffer {
    text: String,
    cursor: usize,
    /// Where marking began; what stands between it and the caret is selected. Moving and changing forget it.
    anchor: Option<usize>,
    many_lines: bool,
    /// The column that moving up and down keeps to, until something else happens.
    goal: Option<usize>,
    steps: Steps,
    /// What the last change was; changes of one kind are one step back.
    last: Option<Kind>,
    /// The word before the caret while an input method composes it. Any other change of text or caret forgets it.
    word: Option<Word>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Blank,
    Deletion,
    Whole,
}

impl EditBuffer {
    /// An empty field of one line: line breaks become spaces.
    #[must_use]
    pub fn one_line() -> Self {
        Self::default()
    }

    /// Whether line breaks stay in it.
    #[must_use]
    pub const fn has_many_lines(&self) -> bool {
        self.many_lines
    }

    /// An empty field of many lines.
    #[must_use]
    pub fn many_lines() -> Self {
        Self { many_lines: true, ..Self::default() }
    }

    /// The same field with `text` in it, the caret at its end and nothing to undo.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.set(text);
        self.steps.clear();
        self.last = None;
        self
    }

    /// The text, NFC.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caret as a byte offset into the text; always on a grapheme boundary.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Types or pastes at the caret, in place of what is selected. Control characters and what else the sanitiser knows are dropped, tabs become spaces,
    /// line breaks stay or become spaces. A mark typed behind its letter joins it. A key that [`super::input::typed`] marked is
    /// composed with the word it belongs to; everything else ends that word.
    pub fn insert(&mut self, typed: &str) {
        match read(typed) {
            Typed::Key(method, key) => return self.compose(method, key),
            Typed::Words(_) | Typed::End => self.end_word(),
        }
        let typed = self.clean(typed);
        if typed.is_empty() {
            return;
        }
        let kind = if typed.chars().all(char::is_whitespace) { Kind::Blank } else { Kind::Word };
        if let Some(selected) = self.begin_replacing() {
            self.last = Some(kind);
            return self.splice(selected, &typed);
        }
        // A blank after a word begins a new step; the word after the blank goes with it.
        self.remember(kind, matches!((self.last, kind), (Some(Kind::Blank), Kind::Word)));
        self.splice(self.cursor..self.cursor, &typed);
    }

    /// Replaces the whole text; the caret goes to its end.
    pub fn set(&mut self, text: &str) {
        let text = self.clean(text);
        self.remember(Kind::Whole, false);
        self.splice(0..self.text.len(), &text);
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        self.set("");
    }

    /// Deletes the grapheme before the caret; a word that is being composed goes on without it.
    pub fn backspace(&mut self) {
        let word = self.word.as_ref().and_then(Word::without_last);
        self.delete(self.before()..self.cursor);
        self.word = word.filter(|word| self.head().ends_with(word.shown()));
    }

    /// Deletes the grapheme behind the caret.
    pub fn delete_forward(&mut self) {
        self.delete(self.cursor..self.after());
    }

    /// Deletes back to the beginning of the word.
    pub fn delete_word_back(&mut self) {
        self.delete(self.word_before()..self.cursor);
    }

    /// Deletes to the end of the word.
    pub fn delete_word_forward(&mut self) {
        self.delete(self.cursor..self.word_after());
    }

    /// Deletes to the end of the line.
    pub fn delete_to_line_end(&mut self) {
        self.delete(self.cursor..self.line().end);
    }

    /// Deletes to the beginning of the line.
    pub fn delete_to_line_start(&mut self) {
        self.delete(self.line().start..self.cursor);
    }

    /// One grapheme to the left; to the beginning of what is selected.
    pub fn left(&mut self) {
        self.go(self.selection().map_or_else(|| self.before(), |selected| selected.start));
    }

    /// One grapheme to the right; to the end of what is selected.
    pub fn right(&mut self) {
        self.go(self.selection().map_or_else(|| self.after(), |selected| selected.end));
    }

    /// To the beginning of this word or the one before.
    pub fn word_left(&mut self) {
        self.go(self.word_before());
    }

    /// Behind this word or the next one.
    pub fn word_right(&mut self) {
        self.go(self.word_after());
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.go(self.line().start);
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.go(self.line().end);
    }

    /// To the beginning of the text.
    pub fn text_start(&mut self) {
        self.go(0);
    }

    /// To the end of the text.
    pub fn text_end(&mut self) {
        self.go(self.text.len());
    }

    /// Takes the last step back: a word typed, a run of deletions, a whole replacement. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let was = self.steps.undo(&mut self.text, &mut self.cursor);
        self.forget_way(was)
    }

    /// Does again what [`EditBuffer::undo`] took back. Whether there was something.
    pub fn redo(&mut self) -> bool {
        let was = self.steps.redo(&mut self.text, &mut self.cursor);
        self.forget_way(was)
    }

    /// After a step back or forth nothing goes on with what was typed before.
    fn forget_way(&mut self, stepped: bool) -> bool {
        if stepped {
            (self.last, self.goal, self.word, self.anchor) = (None, None, None, None);
        }
        stepped
    }

    /// What of `typed` may stand in this field.
    fn clean(&self, typed: &str) -> String {
        let breaks = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        let kept = sanitise_text(&breaks).replace('\t', " ");
        if self.many_lines { kept } else { kept.replace('\n', " ") }
    }

    fn delete(&mut self, range: Range<usize>) {
        if let Some(selected) = self.begin_replacing() {
            self.splice(selected, "");
        } else if !range.is_empty() {
            self.remember(Kind::Deletion, false);
            self.splice(range, "");
        }
    }

    /// Keeps the present as a step back, unless it goes on with the last one.
    fn remember(&mut self, kind: Kind, goes_on: bool) {
        if !goes_on && (self.last != Some(kind) || kind == Kind::Whole) {
            self.steps.begin(self.cursor);
        }
        self.steps.forget_undone();
        self.last = Some(kind);
    }

    /// The only place that changes the text: puts `new` in place of `range`, in NFC, the caret behind it. Only the letters that `new`
    /// can grow together with are looked at, so that a key costs the same in a long text. The caret is taken from the NFC of what
    /// stands before it, then moved behind the grapheme that the neighbours may have grown into.
    fn splice(&mut self, range: Range<usize>, new: &str) {
        let around = stretch(&self.text, range.clone());
        let head = self.text.get(around.start..range.start).unwrap_or_default().to_owned() + new;
        let before = nfc(&head).len();
        let whole = head + self.text.get(range.end..around.end).unwrap_or_default();
        let whole = nfc(&whole);
        self.steps.hear(&self.text, &around, whole.len());
        self.text.replace_range(around.clone(), &whole);
        self.cursor = boundary_from(&self.text, around.start + before);
        (self.goal, self.word, self.anchor) = (None, None, None);
    }

    /// Takes one key of the word before the caret. All keys of a word are one step back.
    fn compose(&mut self, method: InputMethod, key: char) {
        let word = self.word.take().filter(|word| word.takes(method, key)).unwrap_or_else(|| Word::new(method));
        if !word.takes(method, key) {
            return self.insert(key.encode_utf8(&mut [0; 4]));
        }
        if let Some(selected) = self.begin_replacing() {
            self.splice(selected, "");
            self.last = Some(Kind::Word);
        }
        let before = self.cursor - word.shown().len();
        let word = word.with(key);
        self.remember(Kind::Word, self.last == Some(Kind::Blank));
        self.splice(before..self.cursor, word.shown());
        self.word = self.head().ends_with(word.shown()).then_some(word);
    }

    /// The word that is being composed is complete: it stays as shown, or as typed when it is no Vietnamese.
    fn end_word(&mut self) {
        let Some(word) = self.word.take() else { return };
        let finished = word.finished();
        if finished != word.shown() {
            self.splice(self.cursor - word.shown().len()..self.cursor, &finished);
        }
    }

    fn go(&mut self, to: usize) {
        self.cursor = to;
        (self.goal, self.last, self.word, self.anchor) = (None, None, None, None);
    }

    fn head(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn tail(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    fn before(&self) -> usize {
        self.head().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.cursor + self.tail().graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let mut at = self.cursor;
        let mut in_word = false;
        for (start, grapheme) in self.head().grapheme_indices(true).rev() {
            match grapheme.chars().all(char::is_whitespace) {
                true if in_word => break,
                blank => in_word |= !blank,
            }
            at = start;
        }
        at
    }

    fn word_after(&self) -> usize {
        let mut at = self.cursor;
        let mut in_word = false;
        for grapheme in self.tail().graphemes(true) {
            match grapheme.chars().all(char::is_whitespace) {
                true if in_word => break,
                blank => in_word |= !blank,
            }
            at += grapheme.len();
        }
        at
    }

    /// The line with the caret, without its newline.
    fn line(&self) -> Range<usize> {
        let start = self.head().rfind('\n').map_or(0, |at| at + 1);
        start..self.tail().find('\n').map_or(self.text.len(), |at| self.cursor + at)
    }
}

/// The first grapheme boundary of `text` at or behind `at`.
fn boundary_from(text: &str, at: usize) -> usize {
    let at = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => at,
        // The whole text is at hand, so the cursor never asks for more of it.
        _ => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that the steps keep and letters that are normalised anew for each key of a sentence typed into a text.
    fn cost(of: &str, keys: &str) -> (usize, usize) {
        let mut field = EditBuffer::many_lines().with(of);
        field.text_start();
        for _ in 0..3 {
            field.word_right();
        }
        let mut looked = 0;
        for key in keys.chars() {
            looked += stretch(&field.text, field.cursor..field.cursor).len();
            field.insert(key.encode_utf8(&mut [0; 4]));
            if key == 'n' {
                field.backspace();
            }
        }
        (field.steps.bytes(), looked)
    }

    #[test]
    fn a_key_costs_the_same_in_a_short_text_and_in_a_very_long_one() {
        let sentence = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\" ";
        let (short, long) = (sentence.to_owned(), sentence.repeat(5_000));
        let keys = "bà Ẵm nói rõ a\u{302}\u{301}p Kinh, người dân xác nhận";
        assert_eq!(cost(&short, keys), cost(&long, keys));
        let (kept, looked) = cost(&long, keys);
        assert!(kept < 2 * keys.len() && looked < 8 * keys.len(), "{kept} bytes kept, {looked} looked at");
    }
}
