//! One line of input: at most so long, NFC, free of anything that steers a terminal. Bytes that are no UTF-8 become `�`; they never end
//! the program.

use crate::text::{nfc, sanitise_line};
use std::io::{self, BufRead, Read};

/// The most bytes of a line that are taken: more than a page, less than what a mistaken pipe could pour in.
pub(super) const MOST: u64 = 16 << 10;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line without its end.
    Whole(String),
    /// The beginning of a line that was longer than [`MOST`]; the rest of it is gone.
    Cut(String),
    /// There is no more input.
    End,
}

/// Reads a line; the last one needs no line end.
pub(super) fn read(input: &mut dyn BufRead) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let mut taken = Read::take(&mut *input, MOST);
    match taken.read_until(b'\n', &mut bytes) {
        // A signal is no end of input, and `read_until` goes on after one by itself; a terminal that is gone is one.
        Err(error) if error.raw_os_error() == Some(5) => return Ok(Line::End),
        read => read?,
    };
    if bytes.is_empty() {
        return Ok(Line::End);
    }
    let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < MOST;
    while bytes.ends_with(b"\n") || bytes.ends_with(b"\r") {
        bytes.pop();
    }
    let words = nfc(&sanitise_line(&String::from_utf8_lossy(&bytes))).into_owned();
    if whole {
        return Ok(Line::Whole(words));
    }
    skip_line(input)?;
    Ok(Line::Cut(words))
}

/// Passes over the rest of a line without holding it.
fn skip_line(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let held = input.fill_buf()?;
        if held.is_empty() {
            return Ok(());
        }
        let end = held.iter().position(|byte| *byte == b'\n');
        let passed = end.map_or(held.len(), |at| at + 1);
        input.consume(passed);
        if end.is_some() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mut input: &[u8]) -> Vec<Line> {
        let mut read_so_far = Vec::new();
        loop {
            match read(&mut input).expect("memory") {
                Line::End => return read_so_far,
                line => read_so_far.push(line),
            }
        }
    }

    #[test]
    fn lines_come_composed_and_harmless_whatever_their_ends() {
        let whole = |words: &str| Line::Whole(words.to_owned());
        assert_eq!(
            lines("Nguye\u{302}\u{303}n\r\n\u{1b}[31mđẩy\u{202e} mạnh\n\ncuối".as_bytes()),
            [whole("Nguyễn"), whole("[31mđẩy mạnh"), whole(""), whole("cuối")]
        );
        assert_eq!(lines(b"\xff\xfe3\n"), [whole("\u{fffd}\u{fffd}3")]);
    }

    #[test]
    fn a_line_without_end_is_cut_and_the_next_one_is_whole() {
        let long = usize::try_from(MOST).expect("it fits");
        let mut input = vec![b'a'; long * 3];
        input.extend(b"\n2\n");
        let read = lines(&input);
        assert!(matches!(&read[0], Line::Cut(words) if words.len() == long));
        assert_eq!(read[1..], [Line::Whole("2".into())]);
    }
}
