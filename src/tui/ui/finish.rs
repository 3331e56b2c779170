//! The last hand on a drawn frame: what a terminal would obey goes, the theme's ground comes where a view said no colour, and ASCII signs for
//! fonts that lack the others. Done once on the finished cells, so that no screen can forget it.

use super::theme::Theme;
use crate::{
    domain::look::Signs,
    text::{sanitise_line, width::is_plain},
};
use ratatui::{
    buffer::{Buffer, CellDiffOption},
    style::{Color, Modifier},
};
use std::{borrow::Cow, num::NonZeroU16};

/// Finishes a frame.
pub fn finish(frame: &mut Buffer, theme: &Theme, signs: Signs) {
    let mut plain = true;
    for cell in &mut frame.content {
        // Asked once: there are thousands of cells, and half of them are blank.
        let sign = cell.symbol();
        let mut blank = sign == " ";
        // Direction marks and their like have no width: they hang on a letter, which is no plain one then.
        if !blank && !sign.chars().all(is_plain) {
            plain = false;
            if let Cow::Owned(clean) = sanitise_line(sign) {
                blank = clean.is_empty();
                cell.set_symbol(if blank { " " } else { &clean });
            }
        }
        if let (Color::Reset, Some(letters)) = (cell.fg, theme.ground.fg) {
            cell.fg = letters;
        }
        if let (Color::Reset, Some(ground)) = (cell.bg, theme.ground.bg) {
            cell.bg = ground;
        }
        // Without colours weight and a line below stand for one: the words have it, not the blanks between columns.
        if blank && cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED) {
            cell.modifier.remove(Modifier::UNDERLINED);
        }
        if signs == Signs::Ascii
            && let Some(sign) = ascii(cell.symbol())
        {
            cell.set_symbol(sign);
        }
        cell.diff_option = ONE_COLUMN;
    }
    if !plain {
        frame.content.iter_mut().for_each(|cell| cell.diff_option = CellDiffOption::None);
    }
}

/// Says of a cell that it takes one column, so that nobody looks it up in the tables of Unicode to compare two frames. It is said of all
/// cells of a frame or of none: where a frame of plain letters follows one with others, or comes before it, no cell is equal to what stood
/// there, and everything is written – also what the half of a wide letter would leave.
const ONE_COLUMN: CellDiffOption = CellDiffOption::ForcedWidth(NonZeroU16::MIN);

/// The sign of one column that stands for `sign` where a font has only ASCII and the letters of Vietnamese. Signs that can meet in
/// one place stay apart: done `v`, not applicable `-`, not asked `.`, not verified `?`, gap `<`, ready `&`, overdue `!`, drawn `o`.
#[must_use]
pub fn ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "━" | "╌" | "–" | "—" | "▾" | "▬" => "-",
        "│" | "┃" | "║" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "╭" | "╮" | "╰" | "╯" | "▸" => {
            "+"
        }
        "✓" | "✔" | "↓" | "▼" => "v",
        "✎" => "&",
        "▽" | "◁" | "←" | "‹" | "«" => "<",
        "▌" | "▶" | "►" | "→" | "›" | "»" => ">",
        "★" | "☆" | "•" | "●" | "◆" => "*",
        "⚑" => "f",
        "↻" => "@",
        "↑" | "▲" | "△" => "^",
        "·" | "…" | "▁" | "▂" | "░" => ".",
        "▏" | "▎" | "▍" | "▃" => ":",
        "▄" | "▅" | "▒" => "=",
        "▋" | "▊" | "▉" | "█" | "▆" | "▇" | "▓" | "■" => "#",
        "○" | "◯" | "□" | "◇" => "o",
        "⇅" | "↔" | "↕" => "~",
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "×" | "✗" | "✘" => "x",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::look::ThemeName, text::width::width, tui::ui::marks};
    use proptest::prelude::*;

    /// A row of a terminal, a letter for each column; behind a wide one nothing.
    type Row = Vec<String>;

    /// Writes as a terminal does: what is written over one half of a wide letter leaves a blank where the other was.
    fn write(row: &mut Row, at: usize, letter: &str) {
        for column in at..at + width(letter).max(1) {
            if row[column].is_empty() && column > 0 {
                row[column - 1] = " ".into();
            }
            if row.get(column + 1).is_some_and(String::is_empty) {
                row[column + 1] = " ".into();
            }
            row[column] = if column == at { letter.into() } else { String::new() };
        }
    }

    fn finished(words: &str) -> Buffer {
        let mut frame = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 1));
        frame.set_stringn(0, 0, words, 12, ratatui::style::Style::new());
        finish(&mut frame, &Theme::named(ThemeName::Dark), Signs::Unicode);
        frame
    }

    proptest! {
        #[test]
        fn what_is_written_over_a_frame_makes_the_next_one(frames in prop::collection::vec("[ aẵ│🏠日]{0,7}", 2..6)) {
            let mut row: Row = vec![" ".into(); 12];
            let mut before = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 1));
            for words in frames {
                let next = finished(&words);
                before.diff(&next).into_iter().for_each(|(x, _, cell)| write(&mut row, x.into(), cell.symbol()));
                let mut whole: Row = vec![" ".into(); 12];
                Buffer::empty(next.area).diff(&next).into_iter().for_each(|(x, _, cell)| write(&mut whole, x.into(), cell.symbol()));
                prop_assert_eq!(&row, &whole, "{}", words);
                before = next;
            }
        }
    }

    #[test]
    fn a_frame_that_stays_is_not_written_again_whatever_stands_in_it() {
        for words in ["Thị Ẵm │", "Thị Ẵm 🏠", "Thi\u{323} A\u{306}\u{303}m"] {
            assert!(finished(words).diff(&finished(words)).is_empty(), "{words}");
        }
    }

    /// The marks that can stand in one column of rows that differ in state alone.
    const COLUMNS: [(&str, &[&str]); 6] = [
        ("the queue", &[marks::OVERDUE, marks::DUE_SOON, marks::UNDERWAY, marks::READY, marks::DONE, " "]),
        (
            "the items of the walk",
            &[marks::FLAG, marks::NOT_APPLICABLE, marks::NOT_VERIFIED, marks::GAP, marks::DONE, marks::SKIPPED, " "],
        ),
        (
            "the findings",
            &[
                marks::OVERDUE,
                marks::DUE_SOON,
                marks::NOT_VERIFIED,
                marks::READY,
                marks::DONE,
                marks::NOT_APPLICABLE,
                " ",
            ],
        ),
        ("the flags", &[marks::DONE, marks::OVERDUE, marks::FLAG, marks::SKIPPED]),
        ("the visits", &[marks::DONE, marks::UNDERWAY, marks::OVERDUE, marks::NOT_APPLICABLE, marks::DRAWN, " "]),
        ("the tree", &[marks::OPENED, marks::CLOSED, " "]),
    ];

    #[test]
    fn every_mark_has_an_ascii_sign_and_those_of_a_column_differ_with_full_signs_and_without() {
        for (place, column) in COLUMNS {
            let full: std::collections::BTreeSet<&str> = column.iter().copied().collect();
            let plain: std::collections::BTreeSet<&str> =
                column.iter().map(|mark| ascii(mark).unwrap_or(mark)).collect();
            assert_eq!((full.len(), plain.len()), (column.len(), column.len()), "{place}: {plain:?}");
            assert!(plain.iter().all(|mark| mark.is_ascii()), "{place}: {plain:?}");
        }
        for mark in [marks::SELECTED, marks::PILOT, marks::SAVING, marks::HERE, marks::REPEATED] {
            assert!(ascii(mark).unwrap_or(mark).is_ascii(), "{mark}");
        }
    }
}
