//! Where something stands in a text file, as people count: lines and columns from 1, columns in characters.

/// Line and column, both from 1, the column in characters.
pub type Place = (usize, usize);

/// Lines and columns of a text.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    /// Bytes at which the lines begin.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Counts the lines once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, lines: std::iter::once(0).chain(starts).collect() }
    }

    /// What stands between two bytes; nothing where they part a character.
    #[must_use]
    pub fn between(&self, bytes: std::ops::Range<usize>) -> &'a str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// The place of a byte; of the end of the text for one behind it.
    #[must_use]
    pub fn of(&self, byte: usize) -> Place {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_a_byte_behind_the_text_is_its_end() {
        let places = Places::new("mã = 1\nấp = \"Kinh 4A\"\n");
        assert_eq!(places.of(0), (1, 1));
        assert_eq!(places.of("mã".len()), (1, 3), "three bytes, two letters");
        assert_eq!(places.of("mã = 1\n".len()), (2, 1));
        assert_eq!(places.of("mã = 1\n".len() + 1), (2, 1), "within a letter is at it");
        assert_eq!(places.of(usize::MAX), (3, 1));
        assert_eq!(Places::new("").of(7), (1, 1));
    }
}
