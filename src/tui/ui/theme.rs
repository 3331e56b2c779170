//! Colours and weights of the interface. State is never told by colour alone: marks and words stand beside it.
//!
//! Colours are fixed entries of the 256-colour palette, not the sixteen that every terminal paints its own way, and each coloured
//! theme brings its ground along: what is readable in the tests is readable on the laptop.

use crate::domain::look::ThemeName;
use ratatui::style::{Color, Modifier, Style};

/// The styles that views draw with; the only place that names a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Letters and ground where a view says nothing else; nothing where the terminal's own remain.
    pub ground: Style,
    /// Ordinary words.
    pub text: Style,
    /// Words of less weight: labels, guidance.
    pub dim: Style,
    /// Borders and rules: they part, and say nothing.
    pub border: Style,
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

/// The colours of a theme, as entries of the 256-colour palette from 16 on.
struct Palette {
    text: u8,
    ground: u8,
    dim: u8,
    border: u8,
    accent: u8,
    good: u8,
    warn: u8,
    bad: u8,
    /// Letters and ground of the selected row.
    selected: (u8, u8),
    /// The ground of the field that takes what is typed.
    field: u8,
}

const DARK: Palette = Palette {
    text: 253,
    ground: 233,
    dim: 247,
    border: 242,
    accent: 117,
    good: 114,
    warn: 221,
    bad: 210,
    selected: (16, 117),
    field: 237,
};

const LIGHT: Palette = Palette {
    text: 234,
    ground: 231,
    dim: 240,
    border: 245,
    accent: 25,
    good: 22,
    warn: 94,
    bad: 124,
    selected: (231, 25),
    field: 254,
};

const HIGH_CONTRAST: Palette = Palette {
    text: 231,
    ground: 16,
    dim: 231,
    border: 231,
    accent: 51,
    good: 46,
    warn: 226,
    bad: 217,
    selected: (16, 226),
    field: 18,
};

impl Theme {
    /// The theme of that name.
    #[must_use]
    pub const fn named(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => Self::of(&DARK),
            ThemeName::Light => Self::of(&LIGHT),
            ThemeName::HighContrast => Self::of(&HIGH_CONTRAST),
            ThemeName::Mono => Self::mono(),
        }
    }

    const fn of(palette: &Palette) -> Self {
        let plain = Style::new();
        let (selected, under) = palette.selected;
        Self {
            ground: plain.fg(Color::Indexed(palette.text)).bg(Color::Indexed(palette.ground)),
            text: plain,
            dim: plain.fg(Color::Indexed(palette.dim)),
            border: plain.fg(Color::Indexed(palette.border)),
            strong: plain.add_modifier(Modifier::BOLD),
            accent: plain.fg(Color::Indexed(palette.accent)).add_modifier(Modifier::BOLD),
            good: plain.fg(Color::Indexed(palette.good)),
            warn: plain.fg(Color::Indexed(palette.warn)),
            bad: plain.fg(Color::Indexed(palette.bad)).add_modifier(Modifier::BOLD),
            selected: plain.fg(Color::Indexed(selected)).bg(Color::Indexed(under)).add_modifier(Modifier::BOLD),
            field: plain.bg(Color::Indexed(palette.field)).add_modifier(Modifier::UNDERLINED),
        }
    }

    /// No colour at all, for `NO_COLOR` and terminals without any: weight, underline and reverse alone.
    #[must_use]
    pub const fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            ground: plain,
            text: plain,
            dim: plain,
            border: plain,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of an entry of the palette from 16 on (WCAG 2.1).
    fn luminance(entry: u8) -> f64 {
        let channels: [u8; 3] = if entry >= 232 {
            [8 + 10 * (entry - 232); 3]
        } else {
            let step = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
            let cube = entry - 16;
            [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
        };
        let linear = channels.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(a: u8, b: u8) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_is_readable_on_its_ground() {
        for (name, least, palette) in
            [("dark", 4.5, DARK), ("light", 4.5, LIGHT), ("high contrast", 7.0, HIGH_CONTRAST)]
        {
            let Palette { text, ground, dim, border, accent, good, warn, bad, selected, field } = palette;
            for (what, letters, under) in [
                ("text", text, ground),
                ("dim", dim, ground),
                ("accent", accent, ground),
                ("good", good, ground),
                ("warn", warn, ground),
                ("bad", bad, ground),
                ("selected", selected.0, selected.1),
                ("field", text, field),
            ] {
                assert!(contrast(letters, under) >= least, "{name}, {what}: {:.1}", contrast(letters, under));
            }
            assert!(contrast(selected.1, ground) >= 3.0, "{name}: the selected row does not stand out");
            assert!(contrast(border, ground) >= 3.0, "{name}: borders do not part");
        }
    }

    #[test]
    fn contrast_is_measured_as_the_standard_says() {
        assert!((contrast(16, 231) - 21.0).abs() < 0.01 && (contrast(231, 231) - 1.0).abs() < 0.01);
    }

    #[test]
    fn mono_holds_no_colour_and_the_others_their_own_ground() {
        let Theme { ground, text, dim, border, strong, accent, good, warn, bad, selected, field } = Theme::mono();
        for style in [ground, text, dim, border, strong, accent, good, warn, bad, selected, field] {
            assert!(style.fg.is_none() && style.bg.is_none());
        }
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast] {
            assert!(Theme::named(name).ground.bg.is_some());
        }
    }
}
