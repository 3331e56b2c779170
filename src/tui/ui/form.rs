//! Draws a form over a screen. The real cursor stands at the caret, where input methods and screen readers look.

use super::{
    frame::Frame,
    layout::{centred, first_row, inside},
    marks,
    theme::Theme,
    widgets::{footnote, lines, marked, popup, wrapped},
};
use crate::{
    i18n::{Lang, key, say, say_with},
    text::width::{truncate, width},
    tui::parts::{
        field::{Choice, Field, Input},
        form::Form,
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};
use std::collections::BTreeSet;

/// The most options of a list that stand below a field at once.
const OPTIONS_SHOWN: usize = 6;

/// Columns below which a window is a small one.
const NARROW: u16 = 64;

/// A form laid out in an area: what is drawn and what is clicked.
struct Laid {
    /// The rows, each with the field it belongs to.
    rows: Vec<(Option<usize>, Line<'static>)>,
    /// Row and column of the caret.
    caret: Option<(usize, usize)>,
    outer: Rect,
    inner: Rect,
    /// The first row that is shown.
    first: usize,
    /// Why the form stays open, and where that stands.
    mistake: Vec<Line<'static>>,
    foot: Rect,
}

/// Draws the form in the middle of `area`.
pub fn draw(form: &Form, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let Laid { rows, caret, outer, inner, first, mistake, foot } = lay_out(form, area, lang, theme);
    popup(frame, outer, &form.title, theme);
    if rows.len() > usize::from(inner.height) {
        // That there is more than is seen.
        footnote(frame, outer, &format!("{}/{}", form.focus + 1, form.fields.len()), theme.dim);
    }
    lines(frame, foot, mistake);
    lines(frame, inner, rows.into_iter().map(|(_, row)| row).skip(first).take(usize::from(inner.height)).collect());
    if let Some((row, column)) = caret {
        let x = inner.x + u16::try_from(column).unwrap_or(0).min(inner.width.saturating_sub(1));
        frame.set_cursor_position(Position::new(x, inner.y + u16::try_from(row - first).unwrap_or(0)));
    }
}

/// Brings the field at a place of a form drawn in `area` to hand, and the caret to that place of its words.
pub fn click(form: &mut Form, at: Position, area: Rect, lang: Lang) {
    let Laid { rows, inner, first, .. } = lay_out(form, area, lang, &Theme::mono());
    let Some(row) = inner.contains(at).then(|| first + usize::from(at.y - inner.y)) else { return };
    let Some(field) = rows.get(row).and_then(|(field, _)| *field) else { return };
    form.focus = field;
    let (label, columns) = widths(form, area, lang);
    let row = row - rows.iter().position(|(of, _)| *of == Some(field)).unwrap_or(row);
    let column = usize::from(at.x - inner.x).saturating_sub(label + 2);
    if let Some(buffer) = form.buffer_mut() {
        buffer.place(row, column, usize::from(columns.max(2)));
    }
}

/// Tells a form how wide its values are drawn in `area`, and how many rows of it show.
pub fn fit(form: &mut Form, area: Rect, lang: Lang) {
    let (_, columns) = widths(form, area, lang);
    form.room = (usize::from(columns.max(2)), usize::from(area.height.saturating_sub(3)).max(1));
}

/// Columns of the box of a form drawn in `area`: a small window it takes whole, since what shows left and right of it is no use there.
fn outer_width(area: Rect) -> u16 {
    if area.width < NARROW { area.width } else { area.width.saturating_sub(4).min(96) }
}

/// Columns of the labels and of the values of a form drawn in `area`.
fn widths(form: &Form, area: Rect, lang: Lang) -> (usize, u16) {
    let columns = outer_width(area).saturating_sub(4);
    let widest = form.fields.iter().map(|field| width(&say(lang, field.label))).max().unwrap_or(0);
    // Names stand whole where that leaves the values more than half of the row.
    let label = widest.min(usize::from(columns) * if columns < NARROW { 8 } else { 9 } / 20);
    (label, columns.saturating_sub(u16::try_from(label).unwrap_or(0) + 2))
}

fn lay_out(form: &Form, area: Rect, lang: Lang, theme: &Theme) -> Laid {
    let outer_width = outer_width(area);
    let columns = outer_width.saturating_sub(4);
    let (label_width, value_width) = widths(form, area, lang);
    let mut rows = Vec::new();
    let (mut caret, mut focus_row) = (None, 0);
    for (at, field) in form.fields.iter().enumerate() {
        let focused = at == form.focus;
        if focused {
            focus_row = rows.len();
        }
        let (mut values, cursor) = value_rows(field, value_width, focused, lang, theme);
        if let (Some(words), [value]) = (form.offer(at).filter(|_| focused), values.as_mut_slice()) {
            let words = say_with(lang, key::FORM_PROPOSAL, &[("words", words.into())]);
            *value =
                vec![Span::styled(truncate(&format!(" {words}"), usize::from(value_width)).into_owned(), theme.dim)];
        }
        if let (true, Some((row, column))) = (focused, cursor) {
            caret = Some((rows.len() + row, label_width + 2 + column));
        }
        let label = truncate(&say(lang, field.label), label_width).into_owned();
        for (row, value) in values.into_iter().enumerate() {
            let name = if row == 0 { label.as_str() } else { "" };
            let fill = " ".repeat(label_width + 2 - width(name));
            let style = if focused { theme.accent } else { theme.dim };
            let mut spans = vec![Span::styled(format!("{name}{fill}"), style)];
            spans.extend(value);
            rows.push((Some(at), Line::from(spans)));
        }
    }
    // What is wrong stands whole below the fields, on any window: without it nobody knows why the form stays open.
    let mistake = form.mistake.as_ref().map_or_else(Vec::new, |mistake| {
        wrapped(&format!("{} {}", marks::OVERDUE, mistake.to(lang)), columns, theme.bad)
    });
    let height = u16::try_from(rows.len() + mistake.len()).unwrap_or(u16::MAX).saturating_add(2);
    let outer = centred(area, outer_width, height);
    let inner = inside(outer);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let below = u16::try_from(mistake.len()).unwrap_or(u16::MAX).min(inner.height.saturating_sub(1));
    let (inner, foot) = (
        Rect { height: inner.height - below, ..inner },
        Rect { y: inner.y + inner.height - below, height: below, ..inner },
    );
    let keep = caret.map_or(focus_row, |(row, _)| row);
    let first = first_row(keep, rows.len(), usize::from(inner.height));
    Laid { rows, caret, outer, inner, first, mistake, foot }
}

type Value = Vec<Span<'static>>;

/// The rows of a field's value, and where the caret stands among them.
fn value_rows(
    field: &Field,
    columns: u16,
    focused: bool,
    lang: Lang,
    theme: &Theme,
) -> (Vec<Value>, Option<(usize, usize)>) {
    match &field.input {
        Input::One { options, at } => (one(options, *at, columns, focused, theme), None),
        Input::Many { options, at, chosen } if focused => {
            let mut rows = many(options, *at, chosen, columns, theme);
            if !options.is_empty() {
                let place = say_with(
                    lang,
                    key::FORM_MANY,
                    &[("at", (at + 1).to_string().into()), ("count", options.len().to_string().into())],
                );
                rows.push(vec![Span::styled(truncate(&place, usize::from(columns)).into_owned(), theme.dim)]);
            }
            (rows, None)
        }
        Input::Many { options, chosen, .. } => (vec![names(options, chosen, columns, theme)], None),
        _ => {
            let Some(buffer) = field.buffer() else { return (Vec::new(), None) };
            let columns = usize::from(columns.max(2));
            let style = if focused { theme.field } else { theme.text };
            if !focused {
                let plain = |row: &str| vec![Span::styled(row.to_owned(), style)];
                return (buffer.rows(columns).into_iter().map(plain).collect(), None);
            }
            let rows = buffer.marked_rows(columns).into_iter().map(|row| {
                let taken: usize = row.iter().map(|part| width(part)).sum();
                let fill = Span::styled(" ".repeat(columns.saturating_sub(taken)), style);
                marked(row, style, theme).into_iter().chain([fill]).collect()
            });
            (rows.collect(), Some(buffer.cursor_at(columns)))
        }
    }
}

fn one(options: &[Choice], at: usize, columns: u16, focused: bool, theme: &Theme) -> Vec<Value> {
    let words = options.get(at).map_or("", |option| option.words.as_str());
    let words = truncate(words, usize::from(columns.saturating_sub(4)));
    if focused {
        vec![vec![Span::styled(format!("‹ {words} ›"), theme.selected)]]
    } else {
        vec![vec![Span::styled(words.into_owned(), theme.text)]]
    }
}

/// What was chosen, in one row.
fn names(options: &[Choice], chosen: &BTreeSet<usize>, columns: u16, theme: &Theme) -> Value {
    let names: Vec<&str> =
        chosen.iter().filter_map(|at| options.get(*at)).map(|option| option.words.as_str()).collect();
    vec![Span::styled(truncate(&names.join(", "), usize::from(columns)).into_owned(), theme.text)]
}

/// The options around the one at hand, with what is chosen marked.
fn many(options: &[Choice], at: usize, chosen: &BTreeSet<usize>, columns: u16, theme: &Theme) -> Vec<Value> {
    let first = first_row(at, options.len(), OPTIONS_SHOWN);
    let shown = options.iter().enumerate().skip(first).take(OPTIONS_SHOWN).map(|(here, option)| {
        let mark = if chosen.contains(&here) { marks::DONE } else { " " };
        let words = truncate(&format!("[{mark}] {}", option.words), usize::from(columns)).into_owned();
        vec![Span::styled(words, if here == at { theme.selected } else { theme.text })]
    });
    let rows: Vec<Value> = shown.collect();
    if rows.is_empty() { vec![vec![Span::styled("–", theme.dim)]] } else { rows }
}
