//! Draws the walk: the items left, the item in hand right, the score strip below.
//!
//! ```text
//! ┌ Nội dung ───────────┐┌ C1-05 ──────────────────────────────────────────────┐
//! │✓ C1-01 Biết việc gì ││ Đến tận nơi: mô hình có đang chạy đúng … không?      │
//! │▌ C1-05 Đang chạy    ││ Xem  …                     Hỏi  …                    │
//! └─────────────────────┘└─────────────────────────────────────────────────────┘
//!  Tự nhận 82  Minh chứng đỡ được 61  khoảng cách 21  ▇▇▇▇▇▁▁
//! ```

mod item;
mod said;

pub(super) use said::said;

use super::{
    Walk,
    sheet::{Pane, Sheet},
};
use crate::{
    domain::{score::ItemState, share::Share},
    i18n::{Lang, key, points, say, say_with, words},
    text::width::{Align, truncate},
    tui::{
        shared::Shared,
        ui::{
            form,
            layout::{WIDE, beside, first_row, inside, row_at},
            marks,
            theme::Theme,
            widgets::{bar, cell, line, lines, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Position, Rect},
    style::Style,
    text::{Line, Span},
};

pub(super) fn draw(walk: &Walk, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Some(sheet) = &walk.sheet else {
        lines(frame, area, wrapped(&say(lang, key::WALK_LOADING), area.width, theme.dim));
        return;
    };
    let Places { items, item, strip } = places(area);
    if let Some(items) = items {
        draw_items(sheet, frame, items, lang, theme);
    }
    item::draw(sheet, frame, item, lang, theme);
    line(frame, strip, strip_line(sheet, strip.width, lang, theme));
    if let Some((_, open)) = &walk.form {
        form::draw(open, frame, area, lang, theme);
    }
}

/// Where things stand in the walk.
struct Places {
    /// The list of items; narrow screens have none.
    items: Option<Rect>,
    item: Rect,
    strip: Rect,
}

fn places(area: Rect) -> Places {
    let [body, strip] = Layout::vertical([Constraint::Min(3), Constraint::Length(1)]).areas(area);
    if body.width < 72 {
        return Places { items: None, item: body, strip };
    }
    let list = if body.width >= WIDE { 38 } else { 29 };
    let [items, item] = beside(body, [Constraint::Length(list), Constraint::Min(40)]);
    Places { items: Some(items), item, strip }
}

/// What can be clicked in the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// An item of the list.
    Item(usize),
    /// A level of the item in hand.
    Level(u8),
    /// A record of the item in hand.
    Record(usize),
}

/// What stands at a place.
pub(super) fn target_at(sheet: &Sheet, at: Position, area: Rect, lang: Lang) -> Option<Target> {
    let places = places(area);
    let Some(list) = places.items.map(inside).filter(|list| list.contains(at)) else {
        return item::target_at(sheet, at, places.item, lang);
    };
    let (rows, cursor) = rows(sheet, lang);
    match rows.get(row_at(at, list, cursor, rows.len())?)? {
        Row::Item(item) => Some(Target::Item(*item)),
        Row::Section(_) => None,
    }
}

/// Whether a place is in the list of items.
pub(super) fn is_in_items(at: Position, area: Rect) -> bool {
    places(area).items.is_some_and(|list| list.contains(at))
}

enum Row<'a> {
    Section(&'a str),
    Item(usize),
}

/// The rows of the list, and which of them holds the item in hand.
fn rows(sheet: &Sheet, lang: Lang) -> (Vec<Row<'_>>, usize) {
    let scores = &sheet.assessment.items;
    let mut rows = Vec::with_capacity(scores.len() + 6);
    let mut cursor = 0;
    for (at, score) in scores.iter().enumerate() {
        if at == 0 || scores[at - 1].section != score.section {
            let title = sheet
                .programme
                .sections
                .iter()
                .find(|section| section.id == score.section)
                .map_or("", |section| section.title.to(lang));
            rows.push(Row::Section(title));
        }
        if at == sheet.position() {
            cursor = rows.len();
        }
        rows.push(Row::Item(at));
    }
    (rows, cursor)
}

fn draw_items(sheet: &Sheet, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let scores = &sheet.assessment.items;
    let answered = scores.iter().filter(|score| score.state != ItemState::Open).count();
    let inner = panel(frame, area, &format!("{} {answered}/{}", say(lang, key::WALK_ITEMS), scores.len()), theme);
    let (rows, cursor) = rows(sheet, lang);
    let first = first_row(cursor, rows.len(), usize::from(inner.height));
    for (offset, row) in (0..inner.height).zip(rows.iter().skip(first)) {
        let place = Rect { y: inner.y + offset, height: 1, ..inner };
        let words = match row {
            Row::Section(title) => {
                Line::from(Span::styled(truncate(title, usize::from(inner.width)).into_owned(), theme.dim))
            }
            Row::Item(at) => item_line(sheet, *at, inner.width, lang, theme),
        };
        line(frame, place, words);
    }
}

fn item_line(sheet: &Sheet, at: usize, width: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    let score = &sheet.assessment.items[at];
    let here = at == sheet.position();
    let (mark, style) = match score.state {
        ItemState::Open => (" ", theme.text),
        ItemState::NotApplicable => (marks::NOT_APPLICABLE, theme.dim),
        ItemState::NotVerified => (marks::NOT_VERIFIED, theme.warn),
        ItemState::Rated if score.ceiling.is_some() => (marks::GAP, theme.warn),
        ItemState::Rated => (marks::DONE, theme.good),
    };
    let label = sheet.programme.item(&score.item).map_or("", |item| item.label.to(lang));
    // A label of the programme fits a narrow list without its number; the number stands above the item itself.
    let words = if usize::from(width) > 32 { format!("{} {label}", score.item) } else { label.to_owned() };
    let line = Line::from(vec![
        Span::styled(if here { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&words, width.saturating_sub(3), Align::Left, theme.text),
    ]);
    match (here, sheet.pane) {
        (true, Pane::Items) => selected(line, theme),
        (true, Pane::Records) => line.patch_style(theme.strong),
        _ => line,
    }
}

fn strip_line(sheet: &Sheet, width: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    let Some(whole) = sheet.assessment.whole else {
        return Line::styled(say(lang, key::STRIP_NOTHING), theme.dim);
    };
    let open = open_items(sheet);
    let figure = |key, value: String, style: Style| {
        [Span::styled(format!(" {} ", say(lang, key)), theme.dim), Span::styled(value, style)]
    };
    let mut spans = Vec::new();
    spans.extend(figure(key::STRIP_CLAIMED, points(whole.claimed), theme.strong));
    spans.extend(figure(key::STRIP_SUPPORTED, points(whole.supported), theme.strong));
    spans.extend(figure(
        key::STRIP_GAP,
        // Of the two that stand here, so that they add up; documents print both with their decimals.
        shown_gap(whole.claimed, whole.supported),
        if whole.gap.bp() >= 1000 { theme.warn } else { theme.text },
    ));
    let band = words::band(lang, &sheet.programme, sheet.assessment.band.as_ref());
    if width >= 90 {
        spans.push(Span::styled(format!(" {}", bar(whole.supported, if width >= 110 { 16 } else { 8 })), theme.accent));
    }
    if width >= 72 {
        spans.extend(figure(key::STRIP_COVERAGE, format!("{} %", points(whole.coverage)), theme.text));
    }
    spans.push(Span::styled(format!(" {band}"), theme.strong));
    if open > 0 && width >= 72 {
        spans.push(Span::styled(format!(" {}", say_with(lang, key::STRIP_OPEN, &[("count", open.into())])), theme.dim));
    }
    Line::from(spans)
}

/// How many items have no mark yet.
pub(super) fn open_items(sheet: &Sheet) -> usize {
    sheet.assessment.items.iter().filter(|score| score.state == ItemState::Open).count()
}

/// The gap between two scores as whole points show them.
pub(super) fn shown_gap(claimed: Share, supported: Share) -> String {
    let whole = |share: Share| (u32::from(share.bp()) + 50) / 100;
    whole(claimed).saturating_sub(whole(supported)).to_string()
}
