//! The lines that are written: at most 80 columns, no byte that a terminal obeys, no drawn marks. Knows no words.

use crate::{
    text::{nfc, sanitise_text, wrap},
    tui::ui::finish::ascii,
};
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;

/// Columns of a line.
const COLUMNS: usize = 80;

/// Where lines go.
pub(super) struct Paper<'a> {
    out: &'a mut dyn Write,
}

impl<'a> Paper<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out }
    }

    /// Writes a paragraph.
    pub(super) fn say(&mut self, words: &str) -> io::Result<()> {
        self.put("", "", words)
    }

    /// Writes a choice with its number; what does not fit stands below its words.
    pub(super) fn choice(&mut self, number: usize, words: &str) -> io::Result<()> {
        self.put(&format!("{number:>2}. "), "    ", words)
    }

    /// Writes an empty line.
    pub(super) fn space(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Asks for a line.
    pub(super) fn prompt(&mut self) -> io::Result<()> {
        write!(self.out, "> ")?;
        self.out.flush()
    }

    /// Ends the line of a prompt whose answer does not show.
    pub(super) fn end_prompt(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    fn put(&mut self, first: &str, next: &str, words: &str) -> io::Result<()> {
        for (at, line) in wrap(&spoken(words), COLUMNS - first.len()).iter().enumerate() {
            let indent = if at == 0 { first } else { next };
            writeln!(self.out, "{}", format!("{indent}{line}").trim_end())?;
        }
        Ok(())
    }
}

/// The words without what a terminal obeys; drawn marks, arrows and lines become ASCII. Punctuation of the text stays.
fn spoken(words: &str) -> String {
    let clean = sanitise_text(words).replace('\t', " ");
    let clean = nfc(&clean);
    let drawn = |sign: &str| sign.chars().any(|c| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{27bf}'));
    let heard = |sign| match sign {
        "→" => ":",
        "›" => ">",
        sign if drawn(sign) => ascii(sign).unwrap_or("*"),
        sign => sign,
    };
    clean.replace(" → ", ": ").graphemes(true).map(heard).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    fn written(words: &str) -> String {
        let mut out = Vec::new();
        let mut paper = Paper::new(&mut out);
        paper.say(words).expect("memory");
        paper.choice(7, words).expect("memory");
        String::from_utf8(out).expect("words")
    }

    #[test]
    fn lines_are_at_most_eighty_columns_wide_and_choices_hang_below_their_words() {
        let text = written(&"Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\" 漢字漢字 ".repeat(9));
        assert!(text.lines().all(|line| width(line) <= COLUMNS), "{text}");
        assert!(text.contains("\n 7. Nguyễn") && text.contains("\n    "), "{text}");
    }

    #[test]
    fn nothing_drawn_and_nothing_a_terminal_obeys_is_written() {
        let text = written("\u{1b}[31m▌✓ C1 → ─│┌ – “từng dòng” …\t\u{9b}\u{202e}x");
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}', '▌', '✓', '→', '─', '│', '┌', '\t']), "{text:?}");
        assert!(text.starts_with("[31m>v C1: -|+ – “từng dòng” … x"), "{text:?}");
    }
}
