//! Colours and weights of the interface. State is never told by colour alone: marks and words stand beside it.

use ratatui::style::{Color, Modifier, Style};

/// The styles that views draw with; the only place that names a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary words.
    pub text: Style,
    /// Words of less weight: labels, guidance, borders.
    pub dim: Style,
    /// Titles and what the eye should find first.
    pub strong: Style,
    /// Keys in hints, the chosen tab.
    pub accent: Style,
    /// Saved, done.
    pub good: Style,
    /// Due soon, a gap.
    pub warn: Style,
    /// Overdue, failed.
    pub bad: Style,
    /// The selected row.
    pub selected: Style,
    /// The field that takes what is typed.
    pub field: Style,
}

impl Theme {
    /// For terminals with colours; uses the sixteen of the terminal's own palette, so it suits dark and light ones.
    #[must_use]
    pub const fn colour() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            strong: plain.add_modifier(Modifier::BOLD),
            accent: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            good: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow),
            bad: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            field: plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// No colour at all, for `NO_COLOR` and terminals without any: weight, underline and reverse alone.
    #[must_use]
    pub const fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain,
            strong: bold,
            accent: bold,
            good: plain,
            warn: bold,
            bad: bold.add_modifier(Modifier::UNDERLINED),
            selected: plain.add_modifier(Modifier::REVERSED),
            field: plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}
