//! Bytes of a file to text: UTF-8 with or without BOM, and UTF-16 with BOM as Excel writes it. Guesses no other encoding: a
//! wrong guess would spoil names without anybody noticing.

use super::places::{Place, Places};
use std::borrow::Cow;

/// The bytes are no text from this place on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotText(pub Place);

/// The text of a file, without its BOM.
///
/// # Errors
/// [`NotText`] with the place of the first bytes that are neither.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|bad| {
        let good = bytes.get(..bad.valid_up_to()).unwrap_or_default();
        behind(&String::from_utf8_lossy(good))
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().copied().map(unit)) {
        text.push(decoded.map_err(|_| behind(&text))?);
    }
    if rest.is_empty() { Ok(Cow::Owned(text)) } else { Err(behind(&text)) }
}

/// The place behind a text.
fn behind(text: &str) -> NotText {
    NotText(Places::new(text).of(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn the_same_words_come_out_of_every_encoding() {
        let text = "mã;tên\n904;Huyện Tân Hiệp 🇻🇳\n";
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            as_utf16(text, u16::to_le_bytes),
            as_utf16(text, u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).expect("a text"), text);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_at_their_place() {
        assert_eq!(decode(b"m\xC3\xA3\n\xC3\xA3b\xFF"), Err(NotText((2, 3))));
        assert_eq!(decode(b"\xFF\xFEa\0b"), Err(NotText((1, 2))), "half a unit at the end");
        assert_eq!(decode(b"\xFF\xFEa\0\x00\xD8"), Err(NotText((1, 2))), "half a pair");
    }
}
