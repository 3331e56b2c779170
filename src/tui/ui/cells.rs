//! A row of a long list, put together cell by cell with all its words in one piece: a screen of such rows is drawn anew at every key, and
//! a piece of memory for each cell of each row would take longer than the drawing. Short lists make their spans one by one (`widgets::cell`).

use crate::text::width::{Align, pad_onto};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The cells of a row; emptied, it keeps its memory for the next.
#[derive(Debug, Default)]
pub struct Cells {
    words: String,
    /// Where each cell ends among the words, and how it looks.
    ends: Vec<(usize, Style)>,
}

impl Cells {
    /// Begins the next row.
    pub fn clear(&mut self) {
        self.words.clear();
        self.ends.clear();
    }

    /// Adds words as they are.
    pub fn put(&mut self, words: &str, style: Style) {
        self.words.push_str(words);
        self.ends.push((self.words.len(), style));
    }

    /// Adds a cell of exactly `columns`.
    pub fn pad(&mut self, words: &str, columns: u16, align: Align, style: Style) {
        pad_onto(&mut self.words, words, usize::from(columns), align);
        self.ends.push((self.words.len(), style));
    }

    /// The row.
    #[must_use]
    pub fn line(&self) -> Line<'_> {
        let begins = std::iter::once(0).chain(self.ends.iter().map(|(end, _)| *end));
        let cells = begins.zip(&self.ends).map(|(begin, (end, style))| Span::styled(&self.words[begin..*end], *style));
        cells.collect::<Vec<_>>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::ui::widgets::cell;

    #[test]
    fn a_row_in_one_piece_is_the_row_of_single_cells_and_leaves_nothing_to_the_next() {
        let (one, other) = (Style::new().bold(), Style::new().dim());
        let mut cells = Cells::default();
        cells.put("Đợt một", one);
        cells.clear();
        cells.put("▌", one);
        cells.pad("Nguyễn Thị Ẵm, ấp Kinh 4A", 12, Align::Left, other);
        cells.pad("7/18", 7, Align::Right, one);
        let single = vec![
            Span::styled("▌", one),
            cell("Nguyễn Thị Ẵm, ấp Kinh 4A", 12, Align::Left, other),
            cell("7/18", 7, Align::Right, one),
        ];
        assert_eq!(cells.line(), Line::from(single));
    }
}
