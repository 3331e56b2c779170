//! Draws the models of an inspection: the frozen list or what was drawn from it, the visit to the one in hand, or the replay.

use super::Models;
use crate::{
    domain::{
        answer::Answer as Mark,
        draw::{Draw, Pick, picks},
        sample::{Drawn, sampled},
    },
    i18n::{Lang, date, key, samples, say, say_with, short_hash},
    store::Drawing,
    text::width::{Align, truncate},
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{self, WIDE, beside, first_row, inside},
            marks,
            prose::Prose,
            theme::Theme,
            visited,
            widgets::{cell, line, lines, page as pane, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Clear,
};

/// What is told above the list: how many were drawn and what that proves.
pub(super) fn told(screen: &Models, shared: &Shared) -> Vec<String> {
    let lang = shared.lang();
    let Some(on) = &screen.drawing else { return vec![say(lang, key::WALK_LOADING)] };
    match (on.inspection.draw(), sampled(&on.programme, &on.inspection)) {
        (Some(draw), Some(sampled)) => {
            let order = draw.order();
            let by = [
                ("by", order.by.as_str().into()),
                ("day", date(order.day).into()),
                ("hash", short_hash(draw.sha256()).into()),
            ];
            vec![samples::proves(lang, &sampled), say_with(lang, key::DRAWS_DRAWN_BY, &by)]
        }
        _ if on.population() == 0 => vec![say(lang, key::DRAWS_NO_LIST)],
        _ => {
            let advice =
                [("population", on.population().into()), ("least", on.least().into()), ("enough", on.enough().into())];
            vec![say_with(lang, key::DRAWS_NOT_DRAWN, &advice)]
        }
    }
}

/// Rows of a body from which on the list of models has several of them, and what is told two.
const TALL: u16 = 16;

/// Where things stand.
struct Places {
    told: Rect,
    list: Rect,
    visit: Rect,
}

fn places(screen: &Models, area: Rect) -> Places {
    // Who drew and when gives way on a small screen; the advice before a draw does not.
    let told = if area.height < TALL && !screen.drawn().is_empty() { 1 } else { 2 };
    let [told, body] = Layout::vertical([Constraint::Length(told), Constraint::Min(6)]).areas(area);
    let [list, visit] = if area.width >= WIDE {
        beside(body, [Constraint::Percentage(50), Constraint::Min(50)])
    } else if screen.drawn().is_empty() && !screen.replay {
        // Until something is drawn, the list is all there is to look at.
        Layout::vertical([Constraint::Min(5), Constraint::Length(5)]).areas(body)
    } else if area.height < TALL {
        // The model in hand, and the visit to it, where no more than one of them fits.
        Layout::vertical([Constraint::Length(3), Constraint::Min(6)]).areas(body)
    } else {
        Layout::vertical([Constraint::Percentage(38), Constraint::Min(6)]).areas(body)
    };
    Places { told, list, visit }
}

/// The row of the list at a place.
pub(super) fn row_at(screen: &Models, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, inside(places(screen, area).list), screen.pane.at(), screen.rows())
}

pub(super) fn draw(screen: &Models, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let places = places(screen, area);
    let columns = places.told.width.saturating_sub(2);
    let told: Vec<Line> = match told(screen, shared).as_slice() {
        [one] => wrapped(one, columns, theme.strong),
        // Who drew and when is cut rather than begun on a row that is not there.
        all => (0..).zip(all).map(|(at, words)| told_row(at, words, columns, theme)).collect(),
    };
    let within = Rect { x: places.told.x + 1, width: columns, ..places.told };
    lines(frame, within, told);
    let drawn = screen.drawn();
    let title = if drawn.is_empty() { key::DRAWS_LIST } else { key::DRAWS_DRAWN };
    let rows = panel(frame, places.list, &say(lang, title), theme);
    let count = screen.rows();
    let first = first_row(screen.pane.at(), count, usize::from(rows.height));
    for (at, offset) in (first..count).zip(0..rows.height) {
        let place = Rect { y: rows.y + offset, height: 1, ..rows };
        let is_selected = at == screen.pane.at();
        let row = match drawn.get(at) {
            Some(drawn) => drawn_row(at, drawn, place.width, lang, theme, is_selected),
            None => list_row(screen, at, place.width, theme, is_selected),
        };
        line(frame, place, if is_selected { selected(row, theme) } else { row });
    }
    match (&screen.drawing, drawn.get(screen.pane.at())) {
        (Some(on), _) if screen.replay => {
            let alone = area.height < TALL && area.width < WIDE;
            if alone {
                // There is no room for both: it stands over the list.
                frame.render_widget(Clear, area);
            }
            replay(on, screen.pane.at(), frame, if alone { area } else { places.visit }, lang, theme);
        }
        (Some(on), Some(drawn)) => visit(screen, on, drawn, frame, places.visit, lang, theme),
        _ => {
            let inner = pane(frame, places.visit, "", theme);
            lines(frame, inner, wrapped(&say(lang, key::DRAWS_HOW), inner.width, theme.dim));
        }
    }
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}

fn told_row(at: usize, words: &str, columns: u16, theme: &Theme) -> Line<'static> {
    let style = if at == 0 { theme.strong } else { theme.dim };
    Line::styled(truncate(words, usize::from(columns)).into_owned(), style)
}

/// A row for those who read line by line.
pub(super) fn row_in_words(screen: &Models, row: usize, shared: &Shared) -> String {
    match (screen.drawn().get(row), listed(screen, row)) {
        (Some(drawn), _) => {
            format!("{} {}: {}", drawn.model, drawn.name, say(shared.lang(), visited::words(drawn.found)))
        }
        (None, Some((number, code, name))) => format!("{number}. {code} {name}"),
        (None, None) => String::new(),
    }
}

fn listed(screen: &Models, row: usize) -> Option<(u32, String, String)> {
    let number = u32::try_from(row + 1).ok()?;
    let (code, name) = screen.drawing.as_ref()?.list.as_ref().ok()?.line(number)?;
    Some((number, code.to_owned(), name.to_owned()))
}

fn list_row(screen: &Models, at: usize, width: u16, theme: &Theme, is_selected: bool) -> Line<'static> {
    let Some((number, code, name)) = listed(screen, at) else { return Line::default() };
    Line::from(vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(&number.to_string(), 4, Align::Right, theme.dim),
        Span::raw("  "),
        cell(&code, 10, Align::Left, theme.strong),
        cell(&name, width.saturating_sub(17), Align::Left, theme.text),
    ])
}

/// ```text
/// ▌✓ 1. số 17  MH-07     Tổ thu gom rác ấp Kinh 4A     đã kiểm chứng
/// ```
fn drawn_row(at: usize, drawn: &Drawn, width: u16, lang: Lang, theme: &Theme, is_selected: bool) -> Line<'static> {
    let style = visited::style(drawn.found, theme);
    let number = drawn.pick.map_or_else(String::new, |pick| pick.number.to_string());
    Line::from(vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(visited::mark(drawn.found), 2, Align::Left, style),
        cell(&format!("{}.", at + 1), 3, Align::Left, theme.dim),
        cell(&number, 4, Align::Right, theme.dim),
        Span::raw("  "),
        cell(&drawn.model.to_string(), 9, Align::Left, theme.strong),
        cell(&drawn.name, width.saturating_sub(21 + 17), Align::Left, theme.text),
        Span::raw(" "),
        cell(&say(lang, visited::words(drawn.found)), 16, Align::Left, style),
    ])
}

/// Rows of a visit below which it is short.
const SHORT: u16 = 8;

/// The visit: its items with their marks, the levels of the one in hand, evidence and note.
fn visit(screen: &Models, on: &Drawing, drawn: &Drawn, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let inner = pane(frame, area, &format!("{} {}", drawn.model, drawn.name), theme);
    // Where little fits the item in hand comes first, its question in one row, so that its levels are seen.
    let short = inner.height < SHORT;
    let mut prose = Prose::new(inner.width, theme);
    if let Some(reason) = on.inspection.replaced.get(&drawn.model) {
        prose.put(&say_with(lang, key::DRAWS_REPLACED_WHY, &[("why", reason.as_str().into())]), theme.warn);
    }
    let record = on.inspection.verifications.get(&drawn.model);
    for (at, item) in on.programme.model_items().enumerate().skip(if short { screen.item } else { 0 }) {
        let mark = match record.and_then(|record| record.answers.get(&item.id)) {
            Some(Mark::Rated(level)) => level.get().to_string(),
            Some(Mark::NotApplicable(_)) => marks::NOT_APPLICABLE.to_owned(),
            Some(Mark::NotVerified(_)) => marks::NOT_VERIFIED.to_owned(),
            None => "·".to_owned(),
        };
        let here = at == screen.item;
        let pointer = if here { marks::CLOSED } else { " " };
        let style = if here { theme.strong } else { theme.text };
        // The item in hand is asked in full; the others say what they are about.
        let words = if here { item.question.to(lang) } else { item.label.to(lang) };
        let columns = usize::from(inner.width.saturating_sub(10));
        let words = if here && !short { words.into() } else { truncate(words, columns) };
        prose.item(&format!("{pointer} {mark}"), &format!("{} {words}", item.id), style);
        if here {
            for (level, words) in item.levels.iter().enumerate() {
                let chosen = mark == level.to_string();
                let level = if chosen { format!("    [{level}]") } else { format!("     {level} ") };
                prose.item(&level, words.to(lang), if chosen { theme.accent } else { theme.dim });
            }
        }
    }
    if let Some(record) = record {
        if let Some(day) = record.on {
            prose.gap();
            prose.put(&say_with(lang, key::DRAWS_VISITED_ON, &[("day", date(day).into())]), theme.dim);
        }
        for (id, piece) in record.evidence.iter().filter_map(|id| on.inspection.evidence.get_key_value(id)) {
            prose.item(id.as_str(), piece.text.trim(), theme.text);
        }
        if !record.note.is_empty() {
            prose.put(&record.note, theme.text);
        }
    }
    lines(frame, inner, prose.rows());
}

/// The draw reckoned again, step by step, and whether it gives what was recorded. Where not all steps fit, those from the one in hand on.
fn replay(on: &Drawing, in_hand: usize, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let inner = pane(frame, area, &say(lang, key::DRAWS_REPLAY), theme);
    let Some(draw) = on.inspection.draw() else { return };
    let recorded = on.inspection.picks();
    let again = again(draw, recorded.len());
    let equal = again == recorded && draw.order().list.sha256() == draw.sha256();
    let (verdict, style) =
        if equal { (key::DRAWS_REPLAY_EQUAL, theme.good) } else { (key::DRAWS_REPLAY_DIFFERS, theme.bad) };
    let mut prose = Prose::new(inner.width, theme);
    prose.put(&format!("{} {}", if equal { marks::DONE } else { marks::OVERDUE }, say(lang, verdict)), style);
    prose.put(&format!("seed = {}", draw.seed().as_str()), theme.text);
    prose.put(&format!("sha256 = {}", draw.sha256()), theme.dim);
    prose.gap();
    let steps = |from: usize| {
        let mut steps = Prose::new(inner.width, theme);
        for pick in &again[from..] {
            let (code, name) = draw.line(*pick);
            let step = [
                ("counter", pick.counter.to_string().into()),
                ("number", pick.number.to_string().into()),
                ("code", code.to_string().into()),
            ];
            steps.put(&format!("{} {name}", say_with(lang, key::DRAWS_REPLAY_STEP, &step)), theme.text);
        }
        steps.rows()
    };
    let mut rows = prose.rows();
    let all = steps(0);
    let fits = rows.len() + all.len() <= usize::from(inner.height);
    rows.extend(if fits { all } else { steps(in_hand.min(again.len())) });
    lines(frame, inner, rows);
}

/// The numbers that seed and list give, without looking at what was recorded.
fn again(draw: &Draw, count: usize) -> Vec<Pick> {
    let mut picks = picks(draw.seed().as_str(), draw.population());
    std::iter::from_fn(|| picks.next().map(|number| Pick { counter: picks.counter(), number })).take(count).collect()
}
