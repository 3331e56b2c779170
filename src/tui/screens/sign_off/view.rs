//! Draws the sign-off.

use super::{Loaded, SignOff};
use crate::{
    domain::{
        ids::{BandId, GateId},
        score::Rest,
        seal::Seal,
        sign_off::Hindrance,
    },
    i18n::{Arg, Lang, decimal_points, key, samples, say, say_with, time, words},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{first_row, words_inside},
            marks,
            prose::Prose,
            theme::Theme,
            widgets::{bar, cell, footnote, hanging, lines, page, wrapped},
        },
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::Line,
};

pub(super) fn draw(screen: &SignOff, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let inner = page(frame, area, &say(lang, key::SIGN_TITLE), theme);
    let Some(loaded) = &screen.loaded else {
        lines(frame, inner, wrapped(&say(lang, key::WALK_LOADING), inner.width, theme.dim));
        return;
    };
    let rows = rows(screen, loaded, inner.width, shared, theme);
    let height = usize::from(inner.height);
    let first = first(screen, &rows, height);
    if rows.len() > height {
        let last = (first + height).min(rows.len());
        footnote(frame, area, &format!("{}–{last}/{}", first + 1, rows.len()), theme.dim);
    }
    lines(frame, inner, rows.into_iter().skip(first).take(height).map(|(_, row)| row).collect());
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}

/// What stands at a place: the number of a hindrance.
pub(super) fn hindrance_at(screen: &SignOff, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
    let inner = words_inside(area);
    let rows = rows(screen, screen.loaded.as_ref()?, inner.width, shared, &Theme::mono());
    let first = first(screen, &rows, usize::from(inner.height));
    inner.contains(at).then(|| rows.get(first + usize::from(at.y - inner.y))?.0).flatten()
}

/// How many rows there are to scroll through.
pub(super) fn length(screen: &SignOff, shared: &Shared) -> usize {
    let columns = shared.columns.saturating_sub(4);
    let rows = screen.loaded.as_ref().map(|loaded| rows(screen, loaded, columns, shared, &Theme::mono()).len());
    rows.unwrap_or(0)
}

/// The first row shown: the hindrance in hand stays in sight, and what was scrolled away stays away.
fn first(screen: &SignOff, rows: &[Row], height: usize) -> usize {
    let most = rows.len().saturating_sub(height);
    match rows.iter().position(|(hindrance, _)| *hindrance == Some(screen.pane.at())) {
        Some(row) if screen.top.at() == 0 => first_row(row, rows.len(), height),
        _ => screen.top.at().min(most),
    }
}

/// A row, and the hindrance it speaks of.
type Row = (Option<usize>, Line<'static>);

fn rows(screen: &SignOff, loaded: &Loaded, width: u16, shared: &Shared, theme: &Theme) -> Vec<Row> {
    let lang = shared.lang();
    let mut prose = Prose::new(width, theme);
    figures(&mut prose, loaded, lang, theme);
    if let Some(asking) = screen.asking.filter(|asking| *asking > 0) {
        prose.item(marks::FLAG, &say_with(lang, key::SIGN_FLAGS, &[("count", asking.into())]), theme.warn);
    }
    prose.gap();
    let still = |rows: Vec<Line<'static>>| rows.into_iter().map(|row| (None, row));
    let mut rows: Vec<Row> = Vec::new();
    if let Some(signed) = &loaded.inspection.sign_off {
        let by = [
            ("by", Arg::from(&signed.by)),
            ("at", time(signed.at).into()),
            ("version", loaded.inspection.version().into()),
        ];
        prose.item(marks::DONE, &say_with(lang, key::SIGN_SIGNED, &by), theme.good);
        prose.put(&say_with(lang, key::SIGN_HEAD, &[("head", (&signed.journal_head).into())]), theme.text);
        let frozen = if loaded.inspection.second.is_some() { key::SECOND_REFUSED_REOPEN } else { key::SIGN_FROZEN };
        prose.put(&say(lang, frozen), theme.dim);
        rows.extend(still(prose.rows()));
    } else if loaded.hindrances.is_empty() {
        prose.put(&say(lang, key::SIGN_READY), theme.good);
        prose.put(&say_with(lang, key::SIGN_HEAD_NOW, &[("head", (&shared.head).into())]), theme.dim);
        rows.extend(still(prose.rows()));
    } else {
        prose.put(&say_with(lang, key::SIGN_HINDERED, &[("count", loaded.hindrances.len().into())]), theme.warn);
        rows.extend(still(prose.rows()));
        for (at, hindrance) in loaded.hindrances.iter().enumerate() {
            let selected = at == screen.pane.at();
            let mark = if selected { marks::SELECTED } else { " " };
            let style = if selected { theme.selected } else { theme.text };
            let words = hanging(mark, &said(hindrance, loaded, lang), width, style);
            let row = |row: Line| Line::from(cell(&row.to_string(), width, Align::Left, style));
            rows.extend(words.into_iter().map(|words| (Some(at), row(words))));
        }
    }
    let mut last = Prose::new(width, theme);
    rests(&mut last, loaded, lang, theme);
    let last = last.rows();
    if !last.is_empty() {
        rows.push((None, Line::default()));
        rows.extend(still(last));
    }
    rows
}

/// The figures without their bar, a paragraph each.
pub(super) fn said_of_figures(loaded: &Loaded, lang: Lang) -> Vec<String> {
    let bar = usize::from(loaded.assessment.whole.is_some() && loaded.inspection.second.is_none());
    said_by(|prose, theme| figures(prose, loaded, lang, theme)).into_iter().skip(bar).collect()
}

/// What the band rests on, a paragraph each.
pub(super) fn said_of_rests(loaded: &Loaded, lang: Lang) -> Vec<String> {
    said_by(|prose, theme| rests(prose, loaded, lang, theme))
}

fn said_by(write: impl FnOnce(&mut Prose, &Theme)) -> Vec<String> {
    let theme = Theme::mono();
    let mut prose = Prose::new(u16::MAX, &theme);
    write(&mut prose, &theme);
    prose.rows().iter().map(ToString::to_string).collect()
}

fn figures(prose: &mut Prose, loaded: &Loaded, lang: Lang, theme: &Theme) {
    if loaded.inspection.second.is_some() {
        return prose.put(&say(lang, key::SECOND_NO_SCORE), theme.text);
    }
    let Some(whole) = loaded.assessment.whole else { return prose.put(&say(lang, key::STRIP_NOTHING), theme.dim) };
    let name = |band| words::band(lang, &loaded.programme, band);
    let share = |share| Arg::from(decimal_points(lang, share));
    prose.row(Line::styled(
        format!("{} {}", bar(whole.supported, 20), name(loaded.assessment.band.as_ref())),
        theme.accent,
    ));
    let args = [
        ("claimed", share(whole.claimed)),
        ("supported", share(whole.supported)),
        ("gap", share(whole.gap)),
        ("coverage", share(whole.coverage)),
        ("low", share(whole.supported)),
        ("high", share(whole.high)),
    ];
    prose.put(&say_with(lang, key::SIGN_FIGURES, &args), theme.text);
    let seal = Seal::of(&loaded.inspection, &loaded.assessment);
    if let Some(said) = words::self_score(lang, seal) {
        let above = matches!(seal, Seal::Opened(_, beside) if beside.difference >= i32::from(loaded.programme.thresholds.self_gap.bp()));
        prose.put(&said.to(lang), if above { theme.warn } else { theme.text });
    }
    let closed = |id: &GateId| loaded.programme.gates.iter().find(|gate| gate.id == *id);
    for gate in loaded.assessment.gates.iter().filter_map(closed) {
        prose.item(marks::OVERDUE, gate.text.to(lang), theme.warn);
    }
    for item in &loaded.assessment.items {
        if let Some(words) = samples::bites(lang, item) {
            prose.item(marks::GAP, &format!("{} {words}", item.item), theme.warn);
        }
    }
    if loaded.assessment.depends_on_na {
        prose.put(&say(lang, key::SIGN_DEPENDS_ON_NA), theme.warn);
    }
}

/// What the band rests on, in one paragraph for each band that would be left; last, because nothing is to be done about it here.
fn rests(prose: &mut Prose, loaded: &Loaded, lang: Lang, theme: &Theme) {
    let mut by_band: Vec<(Option<&BandId>, Vec<String>)> = Vec::new();
    for rest in loaded.rests.iter().filter(|_| loaded.inspection.second.is_none()) {
        let (what, band) = match rest {
            Rest::Evidence(id, band) => (id.to_string(), band.as_ref()),
            Rest::Item(id, band) => (id.to_string(), band.as_ref()),
        };
        match by_band.iter_mut().find(|(other, _)| *other == band) {
            Some((_, things)) => things.push(what),
            None => by_band.push((band, vec![what])),
        }
    }
    for (band, things) in by_band {
        let args = [("what", things.join(", ").into()), ("band", words::band(lang, &loaded.programme, band).into())];
        prose.put(&say_with(lang, key::SIGN_RESTS_ON, &args), theme.dim);
    }
}

pub(super) fn said(hindrance: &Hindrance, loaded: &Loaded, lang: Lang) -> String {
    let label =
        |id: &crate::domain::ids::ItemId| loaded.programme.item(id).map_or("", |item| item.label.to(lang)).to_owned();
    match hindrance {
        Hindrance::Open(id) => {
            say_with(lang, key::HINDRANCE_OPEN, &[("item", id.as_str().into()), ("label", label(id).into())])
        }
        Hindrance::Broken(id) => {
            let text = loaded
                .programme
                .item(id)
                .and_then(|item| item.constraint.as_ref())
                .map_or("", |constraint| constraint.text.to(lang));
            format!("{id} {text}")
        }
        Hindrance::Signed(_) => say(lang, key::SIGN_ALREADY),
        Hindrance::NotBy(name) => say_with(lang, key::SECOND_HINDERED_NAME, &[("name", name.as_str().into())]),
        Hindrance::NoName => say(lang, key::HINDRANCE_NO_NAME),
    }
}
