//! Marks in a row of a list what a search found: the letters that fit, underlined and bold, so that they show in one colour too.

use super::{theme::Theme, widgets::selected};
use crate::text::Words;
use ratatui::{
    style::Modifier,
    text::{Line, Span},
};
use std::ops::Range;

/// What marks a letter.
const FOUND: Modifier = Modifier::UNDERLINED.union(Modifier::BOLD);

/// A row with the letters marked that `words` find in its `cells` – the places of those that the search looks through – and, when it is
/// the one in hand, as such.
#[must_use]
pub fn row<'a>(row: Line<'a>, cells: &[usize], words: &mut Words, in_hand: bool, theme: &Theme) -> Line<'a> {
    let places = if words.is_empty() { Vec::new() } else { places(&row, cells, words) };
    let row = if in_hand { selected(row, theme) } else { row };
    if places.is_empty() {
        return row;
    }
    let (mut spans, mut start) = (Vec::new(), 0);
    for span in row.spans {
        let end = start + span.content.len();
        let mut at = start;
        for place in places.iter().filter(|place| place.start < end && place.end > start) {
            let (from, to) = (place.start.max(start), place.end.min(end));
            spans.push(part(&span, at - start, from - start));
            spans.push(part(&span, from - start, to - start).patch_style(FOUND));
            at = to;
        }
        spans.push(part(&span, at - start, end - start));
        start = end;
    }
    Line { spans, ..row }
}

/// Where in the row the letters stand that are found.
fn places(row: &Line, cells: &[usize], words: &mut Words) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut start = 0;
    for (at, span) in row.spans.iter().enumerate() {
        if cells.contains(&at) {
            let found = words.places(&span.content);
            places.extend(found.into_iter().map(|place| start + place.start..start + place.end));
        }
        start += span.content.len();
    }
    places
}

fn part(span: &Span<'_>, from: usize, to: usize) -> Span<'static> {
    Span::styled(span.content.get(from..to).unwrap_or_default().to_owned(), span.style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_found_are_marked_in_the_cells_that_are_searched_and_the_words_stay() {
        let cells = ["▌", "Huyện ủy Tân Hiệp ", "Tân"].map(Span::raw);
        for in_hand in [false, true] {
            let row = row(Line::from(cells.to_vec()), &[1], &mut Words::new("tan hiep"), in_hand, &Theme::mono());
            let marked = row.spans.iter().filter(|span| span.style.add_modifier.contains(Modifier::UNDERLINED));
            assert_eq!(marked.map(|span| &*span.content).collect::<Vec<_>>(), ["Tân", "Hiệp"]);
            assert_eq!(row.to_string(), "▌Huyện ủy Tân Hiệp Tân");
        }
    }
}
