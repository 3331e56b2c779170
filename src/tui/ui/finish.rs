//! The last hand on a drawn frame: the theme's ground where a view said no colour, and ASCII signs for fonts that lack the others. Done
//! once on the finished cells, so that no screen can forget it.

use super::theme::Theme;
use crate::domain::look::Signs;
use ratatui::{buffer::Buffer, style::Color};

/// Finishes a frame.
pub fn finish(frame: &mut Buffer, theme: &Theme, signs: Signs) {
    for cell in &mut frame.content {
        if let (Color::Reset, Some(letters)) = (cell.fg, theme.ground.fg) {
            cell.fg = letters;
        }
        if let (Color::Reset, Some(ground)) = (cell.bg, theme.ground.bg) {
            cell.bg = ground;
        }
        if signs == Signs::Ascii
            && let Some(sign) = ascii(cell.symbol())
        {
            cell.set_symbol(sign);
        }
    }
}

/// The sign of one column that stands for `sign` where a font has only ASCII and the letters of Vietnamese. Signs that can meet in
/// one place stay apart: done `v`, not applicable `-`, not verified `?`, gap `<`, ready `&`, overdue `!`.
#[must_use]
pub fn ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "━" | "╌" | "–" | "—" | "·" | "▾" | "▬" => "-",
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
        "…" | "▁" | "▂" | "░" => ".",
        "▏" | "▎" | "▍" | "▃" => ":",
        "▄" | "▅" | "▒" => "=",
        "▋" | "▊" | "▉" | "█" | "▆" | "▇" | "▓" | "■" => "#",
        "○" | "◯" | "□" => "o",
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

    #[test]
    fn every_mark_has_an_ascii_sign_and_those_of_a_row_differ() {
        let row = [
            marks::OVERDUE,
            marks::DUE_SOON,
            marks::UNDERWAY,
            marks::READY,
            marks::DONE,
            marks::NOT_APPLICABLE,
            marks::NOT_VERIFIED,
            marks::GAP,
        ];
        let plain: std::collections::BTreeSet<&str> = row.iter().map(|mark| ascii(mark).unwrap_or(mark)).collect();
        assert_eq!(plain.len(), row.len());
        for mark in [marks::SELECTED, marks::PILOT, marks::OPENED, marks::CLOSED, marks::SAVING].iter().chain(&row) {
            assert!(ascii(mark).unwrap_or(mark).is_ascii(), "{mark}");
        }
    }
}
