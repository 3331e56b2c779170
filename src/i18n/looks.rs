//! The names of what the settings offer: themes, signs, keymaps, input methods, what is on and off. Not for: why to choose one of them
//! (the settings screen says it).

use super::{Key, Lang, key, say, say_with};
use crate::domain::{
    input_method::InputMethod,
    look::{Clipboard, KeymapName, Mouse, OutsideEditor, Signs, ThemeName},
    programme::Body,
};

/// A theme.
#[must_use]
pub const fn theme(theme: ThemeName) -> Key {
    match theme {
        ThemeName::Dark => key::THEME_DARK,
        ThemeName::Light => key::THEME_LIGHT,
        ThemeName::HighContrast => key::THEME_HIGH_CONTRAST,
        ThemeName::Mono => key::THEME_MONO,
    }
}

/// A keymap, with what it is like.
#[must_use]
pub const fn keymap(keymap: KeymapName) -> Key {
    match keymap {
        KeymapName::Default => key::SETTINGS_KEYS_DEFAULT,
        KeymapName::Vim => key::SETTINGS_KEYS_VIM,
        KeymapName::OneHand => key::SETTINGS_KEYS_ONE_HAND,
    }
}

/// The signs.
#[must_use]
pub const fn signs(signs: Signs) -> Key {
    match signs {
        Signs::Unicode => key::SIGNS_UNICODE,
        Signs::Ascii => key::SIGNS_ASCII,
    }
}

/// Whether the mouse counts.
#[must_use]
pub const fn mouse(mouse: Mouse) -> Key {
    match mouse {
        Mouse::On => key::MOUSE_ON,
        Mouse::Off => key::MOUSE_OFF,
    }
}

/// Who gets what is copied.
#[must_use]
pub const fn clipboard(clipboard: Clipboard) -> Key {
    match clipboard {
        Clipboard::Inside => key::CLIPBOARD_INSIDE,
        Clipboard::Terminal => key::CLIPBOARD_TERMINAL,
    }
}

/// Whether a field can be opened in the person's own editor.
#[must_use]
pub const fn editor(editor: OutsideEditor) -> Key {
    match editor {
        OutsideEditor::Off => key::EDITOR_OFF,
        OutsideEditor::On => key::EDITOR_ON,
    }
}

/// After how many minutes the screen is covered.
#[must_use]
pub fn cover(minutes: u16, lang: Lang) -> String {
    if minutes == 0 {
        say(lang, key::COVER_NEVER)
    } else {
        say_with(lang, key::COVER_AFTER, &[("minutes", u32::from(minutes).into())])
    }
}

/// Whose form documents have.
#[must_use]
pub const fn body(body: Option<Body>) -> Key {
    match body {
        None => key::OFFICE_AS_PROGRAMME,
        Some(Body::Party) => key::OFFICE_PARTY,
        Some(Body::State) => key::OFFICE_STATE,
    }
}

/// An input method.
#[must_use]
pub fn input(input: InputMethod, lang: Lang) -> String {
    input.name().map_or_else(|| say(lang, key::INPUT_NONE), str::to_owned)
}
