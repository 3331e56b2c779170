//! The last hand on a drawn frame: what a terminal would obey goes, the theme's ground comes where a view said no colour, and ASCII signs for
//! fonts that lack the others. Done by the canvas on every cell that is written, so that no screen can forget it.

use crate::{
    domain::look::Signs,
    text::{sanitise_line, width::is_plain},
};
use ratatui::{
    buffer::Cell,
    style::{Color, Modifier, Style},
};
use std::borrow::Cow;

/// How cells are finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Finish {
    /// What stands where a view said no colour.
    pub ground: Style,
    /// Which signs the font has.
    pub signs: Signs,
}

impl Finish {
    /// Finishes a cell; whether its sign takes one column by itself. Done twice it is what it was.
    pub fn cell(self, cell: &mut Cell) -> bool {
        // Asked once: there are thousands of cells, and half of them are blank.
        let sign = cell.symbol();
        let mut blank = sign == " ";
        // Direction marks and their like have no width: they hang on a letter, which is no plain one then.
        let plain = blank || sign.chars().all(is_plain);
        if !plain && let Cow::Owned(clean) = sanitise_line(sign) {
            blank = clean.is_empty();
            cell.set_symbol(if blank { " " } else { &clean });
        }
        if let (Color::Reset, Some(letters)) = (cell.fg, self.ground.fg) {
            cell.fg = letters;
        }
        if let (Color::Reset, Some(ground)) = (cell.bg, self.ground.bg) {
            cell.bg = ground;
        }
        // Without colours weight and a line below stand for one: the words have it, not the blanks between columns.
        if blank && cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED) {
            cell.modifier.remove(Modifier::UNDERLINED);
        }
        if self.signs == Signs::Ascii
            && let Some(sign) = ascii(cell.symbol())
        {
            cell.set_symbol(sign);
        }
        plain
    }
}

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
        "·" | "…" | "▁" | "▂" => ".",
        "░" | "▏" | "▎" | "▍" | "▃" => ":",
        "▓" => "%",
        "▄" | "▅" | "▒" => "=",
        "▋" | "▊" | "▉" | "█" | "▆" | "▇" | "■" => "#",
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
    use crate::tui::ui::marks;

    /// The marks that can stand in one column of rows that differ in state alone.
    const COLUMNS: [(&str, &[&str]); 7] = [
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
        ("the heat map", &["█", "▓", "▒", "░", "·", "–", " "]),
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
