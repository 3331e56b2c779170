//! One key press in the one form that lookups compare, and the way keys are written: `ctrl+s` in files, `Ctrl+S` on screens.
//!
//! Only this file of the folder knows crossterm. It does not know what a key does.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::{fmt, str::FromStr};
use unicode_normalization::UnicodeNormalization;

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character, NFC, with Shift folded into it: `G`, never Shift and `g`.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace, also what terminals send for Ctrl+H.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

impl Code {
    /// Whether it moves in a text, so that Shift with it marks words.
    const fn moves(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::Left | Self::Right | Self::Home | Self::End | Self::PageUp | Self::PageDown
        )
    }
}

/// Names of the keys that are not characters: in files, and on screens. A code stands once with each of its names; the first is
/// the one we write.
const NAMES: &[(Code, &str, &str)] = &[
    (Code::Enter, "enter", "Enter"),
    (Code::Enter, "return", "Enter"),
    (Code::Esc, "esc", "Esc"),
    (Code::Esc, "escape", "Esc"),
    (Code::Tab, "tab", "Tab"),
    (Code::BackTab, "shift+tab", "Shift+Tab"),
    (Code::BackTab, "backtab", "Shift+Tab"),
    (Code::Backspace, "backspace", "Backspace"),
    (Code::Delete, "delete", "Del"),
    (Code::Delete, "del", "Del"),
    (Code::Insert, "insert", "Ins"),
    (Code::Insert, "ins", "Ins"),
    (Code::Up, "up", "↑"),
    (Code::Down, "down", "↓"),
    (Code::Left, "left", "←"),
    (Code::Right, "right", "→"),
    (Code::Home, "home", "Home"),
    (Code::End, "end", "End"),
    (Code::PageUp, "pageup", "PgUp"),
    (Code::PageUp, "pgup", "PgUp"),
    (Code::PageDown, "pagedown", "PgDn"),
    (Code::PageDown, "pgdn", "PgDn"),
    (Code::Char(' '), "space", "Space"),
    (Code::Char('+'), "plus", "+"),
    (Code::F(1), "F1", "F1"),
    (Code::F(2), "F2", "F2"),
    (Code::F(3), "F3", "F3"),
    (Code::F(4), "F4", "F4"),
    (Code::F(5), "F5", "F5"),
    (Code::F(6), "F6", "F6"),
    (Code::F(7), "F7", "F7"),
    (Code::F(8), "F8", "F8"),
    (Code::F(9), "F9", "F9"),
    (Code::F(10), "F10", "F10"),
    (Code::F(11), "F11", "F11"),
    (Code::F(12), "F12", "F12"),
];

/// A key press, normalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, where that marks words: arrows, Home, End and the pages. Everywhere else Shift is folded into the key.
    pub shift: bool,
}

/// Why a text is not a key that can be bound.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It names no key.
    #[error("“{0}” names no key")]
    Unreadable(String),
    /// Terminals send the same bytes for another key, so binding this one would bind that one.
    #[error("terminals cannot tell this key from {}", .0.label())]
    SameAs(Key),
    /// Terminals send nothing that tells this key apart, or the beginning of an escape sequence.
    #[error("terminals do not send this key")]
    NotSent,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }
    /// A character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::new(Code::Char(c))
    }
    /// A character with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// The key of a terminal event; none for releases and for keys that no keymap can name.
    #[must_use]
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        let held = event.modifiers;
        let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
        if event.kind == KeyEventKind::Release || held.intersects(foreign) {
            return None;
        }
        let shift = held.contains(KeyModifiers::SHIFT);
        let mut key = Self {
            code: code_of(event.code, shift)?,
            ctrl: held.contains(KeyModifiers::CONTROL) || event.code == KeyCode::Null,
            alt: held.contains(KeyModifiers::ALT),
            shift: false,
        };
        key.shift = shift && key.code.moves();
        if key.ctrl
            && let Code::Char(c) = key.code
        {
            key.code = Code::Char(c.to_ascii_lowercase());
        }
        Some(key.as_sent())
    }

    /// The character this key writes into a field, when it writes one.
    #[must_use]
    pub const fn printable(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Whether a text field keeps this key to itself: characters, and the keys that move and erase in a line.
    #[must_use]
    pub const fn belongs_to_field(self) -> bool {
        let fixed =
            matches!(self.code, Code::Left | Code::Right | Code::Home | Code::End | Code::Backspace | Code::Delete);
        self.printable().is_some() || self.shift || fixed && !self.ctrl && !self.alt
    }

    /// The same key without Shift.
    #[must_use]
    pub const fn without_shift(self) -> Self {
        Self { shift: false, ..self }
    }

    /// Whether it is a letter alone: what an input method may swallow, and what gloves miss.
    #[must_use]
    pub fn is_letter(self) -> bool {
        self.printable().is_some_and(char::is_alphabetic)
    }

    /// The key that was struck when an input method made this letter of it: Telex turns a second `d` into `đ` and `w` into `ư`.
    /// Letters with a tone mark stay: Telex and VNI reach them by different keys, and a guess could do the wrong thing. A letter with
    /// Alt is the small one: people type `Alt+N` as it is written, or with Caps Lock on.
    #[must_use]
    pub fn folded(self) -> Option<Self> {
        if let (true, Code::Char(letter @ 'A'..='Z')) = (self.alt, self.code) {
            return Some(Self { code: Code::Char(letter.to_ascii_lowercase()), ..self });
        }
        let struck = match self.printable()? {
            'đ' => 'd',
            'Đ' => 'D',
            'ư' | 'ơ' | 'ă' => 'w',
            'Ư' | 'Ơ' | 'Ă' => 'W',
            'â' => 'a',
            'Â' => 'A',
            'ê' => 'e',
            'Ê' => 'E',
            'ô' => 'o',
            'Ô' => 'O',
            _ => return None,
        };
        Some(Self::char(struck))
    }

    /// As screens write it: `Ctrl+S`, `Enter`, `↑`, `g`, `G`.
    #[must_use]
    pub fn label(self) -> String {
        let mut out = String::new();
        if self.ctrl {
            out.push_str("Ctrl+");
        }
        if self.alt {
            out.push_str("Alt+");
        }
        if self.shift {
            out.push_str("Shift+");
        }
        match (self.code, NAMES.iter().find(|(code, ..)| *code == self.code)) {
            (_, Some((.., label))) => out.push_str(label),
            // Beside a modifier the capital is how keyboards are printed; alone it would mean Shift.
            (Code::Char(c), None) if self.ctrl || self.alt => {
                if !self.ctrl && c.is_uppercase() {
                    out.push_str("Shift+");
                }
                out.extend(c.to_uppercase());
            }
            (Code::Char(c), None) => out.push(c),
            (_, None) => {}
        }
        out
    }

    /// What a plain terminal sends for this key: Ctrl+H is Backspace, Ctrl and Enter is Enter.
    fn as_sent(self) -> Self {
        let code = match self.code {
            Code::Char('h' | '?') if self.ctrl => Code::Backspace,
            Code::Char('i') if self.ctrl => Code::Tab,
            Code::Char('m') if self.ctrl => Code::Enter,
            Code::Char('[') if self.ctrl => Code::Esc,
            code @ (Code::Enter | Code::Esc | Code::Tab | Code::BackTab | Code::Backspace) => code,
            _ => return self,
        };
        Self { code, ctrl: false, ..self }
    }

    /// Whether a plain terminal sends it at all, so that a keymap may bind it.
    fn is_sent(self) -> bool {
        match self.code {
            Code::Char(c) if self.ctrl => c.is_ascii_lowercase() || c == ' ',
            // Alt is an escape before the key: before these it begins another sequence.
            Code::Char('[' | 'O') | Code::Esc | Code::Tab | Code::BackTab => !self.alt,
            _ => true,
        }
    }
}

fn code_of(code: KeyCode, shift: bool) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) if shift => Code::Char(composed(&mut c.to_uppercase()).unwrap_or(c)),
        KeyCode::Char(c) => Code::Char(composed(&mut std::iter::once(c)).unwrap_or(c)),
        KeyCode::Null => Code::Char(' '),
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n @ 1..=12) => Code::F(n),
        _ => return None,
    })
}

/// The one character these characters are in NFC, when they are one.
fn composed(chars: &mut dyn Iterator<Item = char>) -> Option<char> {
    let mut nfc = chars.nfc();
    nfc.next().filter(|_| nfc.next().is_none())
}

/// The names of keys that are not characters, as files write them.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(_, name, _)| *name)
}

impl FromStr for Key {
    type Err = KeyError;

    /// Reads `ctrl+s`, `F2`, `G`, `?`, `space`, `alt+enter`. Names do not mind upper or lower case; a single letter does.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let unreadable = || KeyError::Unreadable(text.to_owned());
        let (mut rest, mut ctrl, mut alt, mut shift) = (text, false, false, false);
        while let Some((modifier, after)) =
            rest.split_once('+').filter(|(before, after)| !before.is_empty() && !after.is_empty())
        {
            let flag = match modifier.to_ascii_lowercase().as_str() {
                "ctrl" => &mut ctrl,
                "alt" => &mut alt,
                "shift" => &mut shift,
                _ => return Err(unreadable()),
            };
            if std::mem::replace(flag, true) {
                return Err(unreadable());
            }
            rest = after;
        }
        let named = NAMES.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(rest));
        let code = match (named, composed(&mut rest.chars())) {
            (Some((Code::Tab, ..)), _) if shift => Code::BackTab,
            (Some((code, ..)), _) if shift && !code.moves() => {
                return Err(KeyError::SameAs(Self { code: *code, ctrl, alt, shift: false }.as_sent()));
            }
            (Some((code, ..)), _) => *code,
            (None, Some(c)) if ctrl && shift && c.is_ascii_alphabetic() => {
                let code = Code::Char(c.to_ascii_lowercase());
                return Err(KeyError::SameAs(Self { code, ctrl, alt, shift: false }.as_sent()));
            }
            (None, Some(c)) if ctrl => Code::Char(c.to_ascii_lowercase()),
            (None, Some(c)) if shift && c.is_alphabetic() => Code::Char(composed(&mut c.to_uppercase()).unwrap_or(c)),
            (None, Some(_)) if shift => return Err(KeyError::NotSent),
            (None, Some(c)) if !c.is_control() && !c.is_whitespace() => Code::Char(c),
            _ => return Err(unreadable()),
        };
        let key = Self { code, ctrl, alt, shift: shift && code.moves() };
        let sent = key.as_sent();
        if sent != key {
            return Err(KeyError::SameAs(sent));
        }
        if key.is_sent() { Ok(key) } else { Err(KeyError::NotSent) }
    }
}

impl fmt::Display for Key {
    /// As files write it; reading it gives the same key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl+")?;
        }
        if self.alt {
            f.write_str("alt+")?;
        }
        if self.shift {
            f.write_str("shift+")?;
        }
        match (self.code, NAMES.iter().find(|(code, ..)| *code == self.code)) {
            (Code::Char(c), named) if named.is_none() || c == '+' => write!(f, "{c}"),
            (_, Some((_, name, _))) => f.write_str(name),
            (_, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        Key::from_event(KeyEvent::new(code, modifiers))
    }
    fn read(text: &str) -> Key {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn shift_is_folded_into_the_letter() {
        assert_eq!(press(KeyCode::Char('g'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(press(KeyCode::Char('ẵ'), KeyModifiers::SHIFT), Some(Key::char('Ẵ')));
        assert_eq!(press(KeyCode::Char('?'), KeyModifiers::SHIFT), Some(Key::char('?')));
        assert_eq!(press(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::new(Code::BackTab)));
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Key::new(Code::BackTab)));
        assert_eq!(press(KeyCode::Char('S'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), Some(Key::ctrl('s')));
    }

    #[test]
    fn keys_that_terminals_send_alike_are_one_key() {
        for (c, code) in [('h', Code::Backspace), ('i', Code::Tab), ('m', Code::Enter), ('[', Code::Esc)] {
            assert_eq!(press(KeyCode::Char(c), KeyModifiers::CONTROL), Some(Key::new(code)));
            assert_eq!(format!("ctrl+{c}").parse::<Key>(), Err(KeyError::SameAs(Key::new(code))));
        }
        assert_eq!(press(KeyCode::Backspace, KeyModifiers::CONTROL), Some(Key::new(Code::Backspace)));
        assert_eq!("ctrl+enter".parse::<Key>(), Err(KeyError::SameAs(Key::new(Code::Enter))));
        assert_eq!("ctrl+shift+s".parse::<Key>(), Err(KeyError::SameAs(Key::ctrl('s'))));
        assert_eq!("shift+F2".parse::<Key>(), Err(KeyError::SameAs(Key::new(Code::F(2)))));
    }

    #[test]
    fn releases_and_unknown_keys_are_no_keys() {
        let release = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::from_event(release), None);
        let repeat = KeyEvent::new_with_kind(KeyCode::Down, KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Key::from_event(repeat), Some(Key::new(Code::Down)));
        assert_eq!(press(KeyCode::F(13), KeyModifiers::NONE), None);
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
        assert_eq!(press(KeyCode::Char('s'), KeyModifiers::SUPER), None);
    }

    #[test]
    fn every_name_is_read_in_any_case_and_written_back() {
        for (code, name, _) in NAMES {
            assert_eq!(read(&name.to_uppercase()), Key::new(*code), "{name}");
            assert_eq!(read(&Key::new(*code).to_string()), Key::new(*code), "{name}");
        }
        for text in [
            "ctrl+s",
            "ctrl+space",
            "alt+enter",
            "ctrl+alt+x",
            "ctrl+right",
            "G",
            "?",
            "+",
            "alt++",
            "đ",
            "shift+tab",
            "shift+left",
            "ctrl+shift+right",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        assert_eq!(read("shift+g"), read("G"));
        assert_eq!(read("CTRL+S"), read("ctrl+s"));
        assert_eq!(read("e\u{302}"), read("ê"));
    }

    #[test]
    fn what_is_no_key_is_refused_and_nothing_panics() {
        for text in ["", "+ctrl", "ctrl+", "ctrl+ctrl+s", "entre", "F13", "Nguyễn Thị Ẵm", "hyper+s", "\u{7}", "++"]
        {
            assert_eq!(text.parse::<Key>(), Err(KeyError::Unreadable(text.to_owned())), "{text}");
        }
        for text in ["ctrl+;", "ctrl+1", "ctrl+đ", "alt+[", "alt+O", "alt+esc", "shift+1"] {
            assert_eq!(text.parse::<Key>(), Err(KeyError::NotSent), "{text}");
        }
    }

    #[test]
    fn screens_show_keys_as_keyboards_print_them() {
        let shown: Vec<_> =
            ["ctrl+s", "enter", "up", "g", "G", "alt+z", "alt+Z", "pagedown", "shift+tab", "space", "f2"]
                .map(read)
                .map(Key::label)
                .into();
        assert_eq!(
            shown,
            ["Ctrl+S", "Enter", "↑", "g", "G", "Alt+Z", "Alt+Shift+Z", "PgDn", "Shift+Tab", "Space", "F2"]
        );
    }

    #[test]
    fn letters_of_an_input_method_fold_to_the_key_that_was_struck() {
        assert_eq!(Key::char('đ').folded(), Some(Key::char('d')));
        assert_eq!(Key::char('ư').folded(), Some(Key::char('w')));
        assert_eq!(Key::char('Ê').folded(), Some(Key::char('E')));
        assert_eq!(Key::char('ú').folded(), None);
        assert_eq!(Key::char('d').folded(), None);
        assert_eq!(read("alt+N").folded(), Some(read("alt+n")));
    }
}
