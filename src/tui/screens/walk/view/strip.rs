//! Draws the score strip below the walk: claimed, supported, gap first; what else there is room for, whole or not at all.

use super::super::{Walk, sheet::Sheet};
use crate::{
    domain::{
        score::{ItemState, Rest, Score},
        share::Share,
    },
    i18n::{Key, Lang, key, points, say, say_with, words},
    tui::ui::{marks, theme::Theme, widgets::bar},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// A part of the strip: several spans that stand or fall together.
type Part = Vec<Span<'static>>;

pub(super) fn line(walk: &Walk, sheet: &Sheet, columns: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    if sheet.inspection.second.is_some() {
        return Line::styled(format!(" {}", of_second_look(sheet, lang)), theme.strong);
    }
    let Some(whole) = sheet.assessment.whole else {
        return Line::styled(format!(" {}", say(lang, key::STRIP_NOTHING)), theme.dim);
    };
    let mut spans = Vec::new();
    let mut room = usize::from(columns);
    for part in parts(walk, sheet, whole, columns, lang, theme) {
        let more: usize = part.iter().map(Span::width).sum();
        if more <= room {
            room -= more;
            spans.extend(part);
        }
    }
    Line::from(spans)
}

/// Instead of a score: a second look gives none.
pub(in super::super) fn of_second_look(sheet: &Sheet, lang: Lang) -> String {
    let items = sheet.assessment.items.len();
    let args = [("done", (items - open_items(sheet)).into()), ("items", items.into())];
    say_with(lang, key::SECOND_STRIP, &args)
}

/// The parts, the most needed first: they are also in the order of the strip.
fn parts(walk: &Walk, sheet: &Sheet, whole: Score, columns: u16, lang: Lang, theme: &Theme) -> Vec<Part> {
    let figure = |name: Key, value: String, style: Style| {
        vec![Span::styled(format!(" {} ", say(lang, name)), theme.dim), Span::styled(format!("{value} "), style)]
    };
    let band = words::band(lang, &sheet.programme, sheet.assessment.band.as_ref());
    let mut parts = vec![
        figure(key::STRIP_CLAIMED, points(whole.claimed), theme.strong),
        figure(key::STRIP_SUPPORTED, points(whole.supported), theme.strong),
        // Of the two that stand here, so that they add up; documents print both with their decimals.
        figure(
            key::STRIP_GAP,
            shown_gap(whole.claimed, whole.supported),
            if whole.gap.bp() >= 1000 { theme.warn } else { theme.text },
        ),
    ];
    if columns >= 100 {
        let bars = if columns >= 140 { 16 } else { 8 };
        parts.push(vec![Span::styled(format!(" {} ", bar(whole.supported, bars)), theme.accent)]);
    }
    parts.push(vec![Span::styled(format!(" {band} "), theme.strong)]);
    parts.push(figure(key::STRIP_COVERAGE, format!("{} %", points(whole.coverage)), theme.text));
    let asking = sheet.asking().count();
    if asking > 0 {
        parts.push(vec![Span::styled(format!(" {} {asking} ", marks::FLAG), theme.warn)]);
    }
    let open = open_items(sheet);
    if open > 0 {
        let words = say_with(lang, key::STRIP_OPEN, &[("count", open.into())]);
        parts.push(vec![Span::styled(format!(" {words} "), theme.dim)]);
    }
    if let Some(last) = walk.last_time.as_ref().and_then(super::super::last_time::LastTime::supported) {
        parts.push(figure(key::STRIP_LAST_TIME, points(last), theme.text));
    }
    if whole.high > whole.supported && open > 0 {
        let range = format!("{}–{}", points(whole.supported), points(whole.high));
        parts.push(figure(key::STRIP_RANGE, range, theme.text));
    }
    if let Some(documents) = sheet.inspection.visit.documents_asked {
        parts.push(vec![Span::styled(
            format!(" {} ", say_with(lang, key::BURDEN_DOCUMENTS, &[("figure", documents.into())])),
            theme.dim,
        )]);
    }
    if !sheet.rests.is_empty() {
        let on: Vec<String> = sheet.rests.iter().take(3).map(named).collect();
        let more = if sheet.rests.len() > 3 { " …" } else { "" };
        parts.push(figure(key::STRIP_RESTS_ON, format!("{}{more}", on.join(", ")), theme.text));
    }
    parts
}

fn named(rest: &Rest) -> String {
    match rest {
        Rest::Evidence(id, _) => id.to_string(),
        Rest::Item(id, _) => id.to_string(),
    }
}

/// How many items have no mark yet.
pub(in super::super) fn open_items(sheet: &Sheet) -> usize {
    sheet.assessment.items.iter().filter(|score| score.state == ItemState::Open).count()
}

/// The gap between two scores as whole points show them.
pub(in super::super) fn shown_gap(claimed: Share, supported: Share) -> String {
    let whole = |share: Share| (u32::from(share.bp()) + 50) / 100;
    whole(claimed).saturating_sub(whole(supported)).to_string()
}
