//! Draws the walk: the items left, the item in hand, and – where there is room – last time beside it; the score strip below.
//!
//! ```text
//! ┌ Nội dung ───────────┬ C1-05 ─────────────────────────────────┬ Lần trước · 2022 ────────┐
//! │✓ C1-01 Biết việc gì │ Đến tận nơi: mô hình có đang chạy … ?  │ ▽ Mức 3, đỡ được 50      │
//! │▌ C1-05 Đang chạy    │ Xem: …                                 │ Còn mở 1 kiến nghị       │
//! └─────────────────────┴────────────────────────────────────────┴──────────────────────────┘
//!  Tự nhận 82  Minh chứng đỡ được 61  khoảng cách 21  ▇▇▇▇▇▁▁
//! ```

mod aside;
mod item;
mod said;
mod strip;

pub(super) use aside::last_time;
pub(super) use said::said;
pub(super) use strip::{of_second_look, open_items, shown_gap};

use super::{
    Walk,
    forms::Purpose,
    reading::{Reading, What},
    sheet::{Pane, Sheet},
};
use crate::{
    domain::{
        ids::SectionId,
        programme::Item,
        score::{ItemState, asked},
    },
    i18n::{Lang, key, say, say_with},
    text::width::{Align, truncate},
    tui::{
        message::Now,
        shared::Shared,
        ui::{
            Frame, form,
            layout::{WIDE, beside, centred, first_row, inside, row_at, words_inside},
            marks,
            theme::Theme,
            widgets::{cell, footnote, line, lines, page, panel, popup, selected, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// The widest a box to read in grows.
const BOX: u16 = 92;

pub(super) fn draw(walk: &Walk, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
    let (lang, today) = (shared.lang(), now.today());
    let Some(sheet) = &walk.sheet else {
        lines(frame, area, wrapped(&say(lang, key::WALK_LOADING), area.width, theme.dim));
        return;
    };
    let Places { items, item, aside, strip } = places(area);
    if let Some(items) = items {
        draw_items(sheet, frame, items, lang, theme);
    }
    item::draw(sheet, frame, item, lang, theme);
    if let Some(aside) = aside {
        let inner = page(frame, aside, &aside::title(walk, shared), theme);
        let mut rows = aside::rows(walk, sheet, inner.width, shared, theme, today);
        let room = usize::from(inner.height);
        if rows.len() > room && room > 0 {
            let below = rows.len() - room + 1;
            rows.truncate(room - 1);
            rows.push(Line::styled(say_with(lang, key::WALK_MORE_BELOW, &[("count", below.into())]), theme.dim));
        }
        lines(frame, inner, rows);
    } else if let Some((words, overdue)) = aside::gist(walk, sheet, lang, today) {
        footnote(frame, item, &words, if overdue { theme.bad } else { theme.warn });
    }
    line(frame, strip, strip::line(walk, sheet, strip.width, lang, theme));
    if let Some(reading) = &walk.reading {
        let body = Rect { height: area.height.saturating_sub(1), ..area };
        draw_reading(reading, walk, sheet, frame, body, shared, theme, today);
    }
    if let Some((purpose, open)) = &walk.form {
        form::draw(open, frame, form_area(purpose, area), lang, theme);
    }
}

/// Where things stand in the walk.
struct Places {
    /// The list of items; narrow screens have none.
    items: Option<Rect>,
    item: Rect,
    /// Last time; only wide screens have it.
    aside: Option<Rect>,
    strip: Rect,
}

fn places(area: Rect) -> Places {
    let [body, strip] = Layout::vertical([Constraint::Min(3), Constraint::Length(1)]).areas(area);
    if body.width < 72 {
        return Places { items: None, item: body, aside: None, strip };
    }
    if body.width < WIDE {
        let [items, item] = beside(body, [Constraint::Length(29), Constraint::Min(40)]);
        return Places { items: Some(items), item, aside: None, strip };
    }
    let (list, aside) = if body.width >= 160 { (42, body.width * 3 / 10) } else { (31, 38) };
    let widths = [Constraint::Length(list), Constraint::Min(40), Constraint::Length(aside)];
    let [items, item, aside] = beside(body, widths);
    Places { items: Some(items), item, aside: Some(aside), strip }
}

/// Where a form stands: a note at the item it is about, the others over everything.
pub(super) fn form_area(purpose: &Purpose, area: Rect) -> Rect {
    let Places { item, items, .. } = places(area);
    match purpose {
        Purpose::Note(_) if items.is_some() => {
            let height = (item.height / 3).max(5).min(item.height);
            Rect { y: item.bottom() - height, height, ..item }
        }
        _ => area,
    }
}

/// The title and the rows of a box to read in.
fn reading_of(
    what: What,
    walk: &Walk,
    sheet: &Sheet,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) -> (String, Vec<Line<'static>>) {
    let lang = shared.lang();
    match what {
        What::Guidance => {
            let item = sheet.item_id().map(|item| item.to_string()).unwrap_or_default();
            let title = say_with(lang, key::WALK_GUIDANCE_TITLE, &[("item", item.into())]);
            (title, item::guidance_rows(sheet, columns, lang, theme))
        }
        What::LastTime => (aside::title(walk, shared), aside::rows(walk, sheet, columns, shared, theme, today)),
    }
}

/// Columns of words in a box to read in.
fn reading_columns(width: u16) -> u16 {
    width.saturating_sub(4).min(BOX).saturating_sub(4)
}

/// How many rows the open box has.
pub(super) fn reading_rows(walk: &Walk, what: What, shared: &Shared, today: NaiveDate) -> usize {
    let columns = reading_columns(shared.columns);
    let rows =
        walk.sheet.as_ref().map(|sheet| reading_of(what, walk, sheet, columns, shared, &Theme::mono(), today).1.len());
    rows.unwrap_or(0)
}

#[expect(clippy::too_many_arguments, reason = "what every drawing takes, and what is read")]
fn draw_reading(
    reading: &Reading,
    walk: &Walk,
    sheet: &Sheet,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let columns = reading_columns(area.width);
    let (title, rows) = reading_of(reading.what, walk, sheet, columns, shared, theme, today);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    let outer = centred(area, columns + 4, height);
    popup(frame, outer, &title, theme);
    let inner = words_inside(outer);
    let first = reading.first(rows.len(), usize::from(inner.height));
    if rows.len() > usize::from(inner.height) {
        let last = (first + usize::from(inner.height)).min(rows.len());
        footnote(frame, outer, &format!("{}–{last}/{}", first + 1, rows.len()), theme.dim);
    }
    lines(frame, inner, rows.into_iter().skip(first).take(usize::from(inner.height)).collect());
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
    /// The records that stand below what fits.
    Records,
    /// What last time says.
    LastTime,
}

/// What stands at a place.
pub(super) fn target_at(sheet: &Sheet, at: Position, area: Rect, lang: Lang) -> Option<Target> {
    let places = places(area);
    let below = places.aside.is_none() && places.item.contains(at) && at.y + 1 == places.item.bottom();
    if below || places.aside.is_some_and(|aside| inside(aside).contains(at)) {
        return Some(Target::LastTime);
    }
    let Some(list) = places.items.map(inside).filter(|list| list.contains(at)) else {
        return item::target_at(sheet, at, places.item, lang);
    };
    let (rows, cursor) = rows(sheet, lang);
    match rows.get(row_at(at, list, cursor, rows.len())?)? {
        Row::Item(item) => Some(Target::Item(*item)),
        Row::Section(_) | Row::Skipped(_) => None,
    }
}

/// Whether a place is in the list of items.
pub(super) fn is_in_items(at: Position, area: Rect) -> bool {
    places(area).items.is_some_and(|list| list.contains(at))
}

enum Row<'a> {
    Section(&'a str),
    Item(usize),
    /// An item of the kind that is not asked here.
    Skipped(&'a Item),
}

/// The rows of the list, and which of them holds the item in hand.
fn rows(sheet: &Sheet, lang: Lang) -> (Vec<Row<'_>>, usize) {
    let scores = &sheet.assessment.items;
    let mut rows = Vec::with_capacity(scores.len() + 6);
    let (mut cursor, mut seen) = (0, 0);
    let mut here: Option<&SectionId> = None;
    for (section, item) in asked(&sheet.programme, &sheet.inspection) {
        if here != Some(&section.id) {
            rows.push(Row::Section(section.title.to(lang)));
            here = Some(&section.id);
        }
        if scores.get(seen).is_some_and(|score| score.item == item.id) {
            if seen == sheet.position() {
                cursor = rows.len();
            }
            rows.push(Row::Item(seen));
            seen += 1;
        } else {
            rows.push(Row::Skipped(item));
        }
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
                let title = format!(" {}", truncate(title, usize::from(inner.width.saturating_sub(1))));
                Line::from(Span::styled(title, theme.dim))
            }
            Row::Item(at) => item_line(sheet, *at, inner.width, lang, theme),
            Row::Skipped(item) => {
                let words = format!(" {} {} {}", marks::SKIPPED, say(lang, key::WALK_SKIPPED), item.label.to(lang));
                Line::styled(truncate(&words, usize::from(inner.width)).into_owned(), theme.dim)
            }
        };
        line(frame, place, words);
    }
}

fn item_line(sheet: &Sheet, at: usize, width: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    let score = &sheet.assessment.items[at];
    let here = at == sheet.position();
    let (mark, style) = match score.state {
        _ if sheet.is_asked_about(&score.item) => (marks::FLAG, theme.warn),
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
