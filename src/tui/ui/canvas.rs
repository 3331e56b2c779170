//! The canvas: draws frames on a terminal and writes of each only what the terminal does not show yet. At most keys nearly all cells stay as
//! they were.
//!
//! The library's own terminal finishes, compares and clears two whole frames at every key; this one keeps a single frame, and of the one
//! before less than a third of its size.

use super::{finish::Finish, frame::Frame};
use crate::text::width::width;
use ratatui::{
    backend::Backend,
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::{Color, Modifier},
};

/// A terminal that is drawn on.
#[derive(Debug)]
pub struct Canvas<B> {
    terminal: B,
    frame: Frame,
    shown: Shown,
    /// Places of the cells that are written, kept for its memory.
    changed: Vec<usize>,
}

impl<B: Backend> Canvas<B> {
    /// A canvas that knows nothing of what is on the terminal.
    pub fn new(terminal: B) -> Self {
        Self { terminal, frame: Frame::default(), shown: Shown::Unknown, changed: Vec::new() }
    }

    /// The terminal.
    pub fn terminal(&mut self) -> &mut B {
        &mut self.terminal
    }

    /// Draws a frame of the terminal's size.
    ///
    /// # Errors
    /// What the terminal answers; the next frame is then written whole.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> Result<(), B::Error> {
        let area = Rect::from((Position::ORIGIN, self.terminal.size()?));
        if area != self.frame.area() {
            self.frame = Frame::blank(area);
            self.shown = Shown::Unknown;
            self.terminal.clear()?;
        }
        view(&mut self.frame);
        self.shown.become_of(&mut self.frame, &mut self.changed);
        let written = self.write();
        if written.is_err() {
            self.shown = Shown::Unknown;
        }
        self.frame.clear();
        written
    }

    /// Writes the cells that changed, then sets the cursor, which they have moved.
    fn write(&mut self) -> Result<(), B::Error> {
        let cells = &self.frame.cells;
        let placed = |at: &usize| {
            let (x, y) = cells.pos_of(*at);
            (x, y, &cells.content[*at])
        };
        self.terminal.draw(self.changed.iter().map(placed))?;
        match self.frame.cursor {
            None => self.terminal.hide_cursor()?,
            Some(at) => {
                self.terminal.set_cursor_position(at)?;
                self.terminal.show_cursor()?;
            }
        }
        self.terminal.flush()
    }
}

/// What the terminal shows.
#[derive(Debug)]
enum Shown {
    /// Nobody knows.
    Unknown,
    /// Signs of one column each: as the screens drew them, and how they were finished.
    Plain(Finish, Vec<Drawn>),
    /// Others among them, as they were written.
    Other(Buffer),
}

impl Shown {
    /// Finishes a frame, which is then what is shown, and gathers the places of the cells to write.
    fn become_of(&mut self, frame: &mut Frame, changed: &mut Vec<usize>) {
        changed.clear();
        if let Self::Plain(finish, cells) = self
            && *finish == frame.finish
            && take_changed(cells, frame, changed)
        {
            return;
        }
        changed.clear();
        let drawn = frame.cells.content.iter().map(Drawn::of).collect();
        let mut plain = true;
        for cell in &mut frame.cells.content {
            plain &= frame.finish.cell(cell);
        }
        if plain {
            changed.extend(0..frame.cells.content.len());
            *self = Self::Plain(frame.finish, drawn);
        } else {
            dress_halves(&mut frame.cells);
            let before = std::mem::replace(self, Self::Other(frame.cells.clone()));
            take_rows(before, &frame.cells, changed);
        }
    }
}

/// Finishes the cells that are other than before and gathers their places; `false` once a sign is met that does not take one column.
fn take_changed(before: &mut [Drawn], frame: &mut Frame, changed: &mut Vec<usize>) -> bool {
    let finish = frame.finish;
    for (at, (cell, before)) in frame.cells.content.iter_mut().zip(before).enumerate() {
        let drawn = Drawn::of(cell);
        if drawn != *before {
            *before = drawn;
            if !finish.cell(cell) {
                return false;
            }
            changed.push(at);
        }
    }
    true
}

/// Gives the second column of a wide letter the look of the letter, for terminals that draw it in one.
fn dress_halves(cells: &mut Buffer) {
    let columns = usize::from(cells.area.width).max(1);
    for row in cells.content.chunks_mut(columns) {
        let mut begin = 0;
        while let Some((letter, behind)) = row.get_mut(begin..).and_then(<[Cell]>::split_first_mut) {
            let halves = width(letter.symbol()).max(1) - 1;
            for half in behind.iter_mut().take(halves) {
                (half.fg, half.bg, half.modifier) = (letter.fg, letter.bg, letter.modifier);
            }
            begin += 1 + halves;
        }
    }
}

/// Gathers the rows that are other than before, whole and from left to right: whatever of a wide letter would be left there is written over.
/// Its second column is written before it, for terminals that draw it in one.
fn take_rows(before: Shown, cells: &Buffer, changed: &mut Vec<usize>) {
    let before = if let Shown::Other(before) = before { before.content } else { Vec::new() };
    let columns = usize::from(cells.area.width).max(1);
    for (at, row) in cells.content.chunks(columns).enumerate() {
        let begin = at * columns;
        if before.get(begin..begin + row.len()) == Some(row) {
            continue;
        }
        let mut next = 0;
        while let Some(cell) = row.get(next) {
            let end = (next + width(cell.symbol()).max(1)).min(row.len());
            changed.extend((next..end).rev().map(|place| begin + place));
            next = end;
        }
    }
}

/// A cell with a sign of one column, in less than a third of its place: a frame passes through the processor's cache at every key, and for what it
/// pushes out there the next one waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Drawn {
    /// In UTF-8. Of signs that do not take one column, which are longer, the beginning.
    sign: [u8; 4],
    letters: Color,
    ground: Color,
    modifier: Modifier,
}

impl Drawn {
    fn of(cell: &Cell) -> Self {
        let sign = match *cell.symbol().as_bytes() {
            [a] => [a, 0, 0, 0],
            [a, b] => [a, b, 0, 0],
            [a, b, c] => [a, b, c, 0],
            [a, b, c, d, ..] => [a, b, c, d],
            [] => [0; 4],
        };
        Self { sign, letters: cell.fg, ground: cell.bg, modifier: cell.modifier }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::look::{Signs, ThemeName},
        tui::ui::theme::Theme,
    };
    use proptest::prelude::*;
    use ratatui::{
        backend::{ClearType, WindowSize},
        layout::Size,
        style::Style,
    };
    use std::convert::Infallible;

    const COLUMNS: u16 = 12;

    /// A terminal of one row: a letter for each column, behind a wide one nothing, and how it looks.
    #[derive(Debug, PartialEq)]
    struct Row {
        cells: Vec<(String, Style)>,
        cursor: Option<Position>,
        written: usize,
    }

    impl Default for Row {
        fn default() -> Self {
            Self { cells: vec![(" ".into(), Style::new()); COLUMNS.into()], cursor: None, written: 0 }
        }
    }

    impl Row {
        /// Writes as a terminal does: what is written over one half of a wide letter leaves a blank where the other was.
        fn write(&mut self, at: u16, cell: &Cell) {
            let (at, letter) = (usize::from(at), cell.symbol());
            for column in at..at + width(letter).max(1) {
                if self.cells[column].0.is_empty() && column > 0 {
                    self.cells[column - 1].0 = " ".into();
                }
                if self.cells.get(column + 1).is_some_and(|(half, _)| half.is_empty()) {
                    self.cells[column + 1].0 = " ".into();
                }
                self.cells[column] = (if column == at { letter.into() } else { String::new() }, cell.style());
            }
        }
    }

    impl Backend for Row {
        type Error = Infallible;
        fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, cells: I) -> Result<(), Infallible> {
            for (x, _, cell) in cells {
                self.write(x, cell);
                self.written += 1;
            }
            Ok(())
        }
        fn hide_cursor(&mut self) -> Result<(), Infallible> {
            self.cursor = None;
            Ok(())
        }
        fn show_cursor(&mut self) -> Result<(), Infallible> {
            Ok(())
        }
        fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
            Ok(self.cursor.unwrap_or_default())
        }
        fn set_cursor_position<P: Into<Position>>(&mut self, at: P) -> Result<(), Infallible> {
            self.cursor = Some(at.into());
            Ok(())
        }
        fn clear(&mut self) -> Result<(), Infallible> {
            *self = Self::default();
            Ok(())
        }
        fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
            self.clear()
        }
        fn size(&self) -> Result<Size, Infallible> {
            Ok(Size::new(COLUMNS, 1))
        }
        fn window_size(&mut self) -> Result<WindowSize, Infallible> {
            Ok(WindowSize { columns_rows: Size::new(COLUMNS, 1), pixels: Size::default() })
        }
        fn flush(&mut self) -> Result<(), Infallible> {
            Ok(())
        }
    }

    /// Draws words on a canvas; how many cells were written.
    fn show(canvas: &mut Canvas<Row>, words: &str, style: Style, theme: &Theme, signs: Signs) -> usize {
        let before = canvas.terminal.written;
        let Ok(()) = canvas.draw(|frame| {
            frame.cells.set_stringn(0, 0, words, COLUMNS.into(), style);
            frame.finish_in(theme, signs);
        });
        canvas.terminal.written - before
    }

    proptest! {
        #[test]
        fn after_any_frames_the_terminal_shows_the_last_as_if_it_were_the_first(
            frames in prop::collection::vec(("[ aẵ│🏠日\u{302}\u{200b}]{0,7}", 0_usize..3, 0_usize..3, any::<bool>()), 2..9),
        ) {
            let themes = [ThemeName::Dark, ThemeName::Light, ThemeName::Mono].map(Theme::named);
            let styles = [Style::new(), Style::new().fg(Color::Red), Style::new().bold().underlined()];
            let mut canvas = Canvas::new(Row::default());
            for (words, style, theme, is_ascii) in frames {
                let signs = if is_ascii { Signs::Ascii } else { Signs::Unicode };
                let mut alone = Canvas::new(Row::default());
                for canvas in [&mut canvas, &mut alone] {
                    show(canvas, &words, styles[style], &themes[theme], signs);
                }
                prop_assert_eq!(&canvas.terminal.cells, &alone.terminal.cells, "{}", words);
            }
        }
    }

    #[test]
    fn only_what_differs_is_written_and_of_a_frame_that_stays_nothing_whatever_stands_in_it() {
        let (theme, mut canvas) = (Theme::named(ThemeName::Dark), Canvas::new(Row::default()));
        let mut written = |words: &str| show(&mut canvas, words, Style::new(), &theme, Signs::Unicode);
        assert_eq!(written("Thị Ẵm │"), 12);
        assert_eq!(["Thị Ẵm │", "Thị Ẩm │", "Thị Ẩm 4", "Thị Ẩm 4"].map(&mut written), [0, 1, 1, 0]);
        for words in ["Thị Ẵm 🏠", "Thi\u{323} A\u{306}\u{303}m"] {
            assert_eq!([words, words].map(&mut written)[1], 0, "{words}");
        }
    }

    #[test]
    fn the_second_column_of_a_wide_letter_is_written_before_it_and_looks_as_it_does() {
        let mut cells = Buffer::empty(Rect { x: 0, y: 0, width: 4, height: 1 });
        cells.set_stringn(0, 0, "a🏠b", 4, Style::new().bg(Color::Red));
        cells[(2, 0)].reset();
        dress_halves(&mut cells);
        assert_eq!(cells[(2, 0)].bg, Color::Red);
        let mut changed = Vec::new();
        take_rows(Shown::Unknown, &cells, &mut changed);
        assert_eq!(changed, [0, 2, 1, 3]);
    }

    #[test]
    fn the_cursor_is_where_a_frame_sets_it_and_hidden_in_the_next() {
        let mut canvas = Canvas::new(Row::default());
        for place in [Some(Position::new(3, 0)), None] {
            let Ok(()) = canvas.draw(|frame| frame.cursor = place);
            assert_eq!(canvas.terminal.cursor, place);
        }
    }
}
