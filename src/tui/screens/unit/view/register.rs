//! Draws the register of a unit's models, and what is known of the one in hand.

use super::{
    super::{UnitPage, register::state},
    Places, head, shown,
};
use crate::{
    domain::model::Model,
    i18n::{Key, Lang, date, key, say, say_with},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame, marks,
            prose::Prose,
            theme::Theme,
            visited,
            widgets::{cell, footnote, line, lines, page as pane, panel, selected, wrapped},
        },
    },
};
use ratatui::text::{Line, Span};

/// From this width on, the field has a column of its own.
const ROOMY: u16 = 70;
/// Columns of what was found at a model that was drawn.
const FOUND: u16 = 2;
/// Columns of a state.
const STATE: u16 = 15;
/// Columns of a field.
const FIELD: u16 = 16;
/// Columns of a day.
const DAY: u16 = 11;

pub(super) fn draw(page: &UnitPage, frame: &mut Frame, places: &Places, shared: &Shared, theme: &Theme) {
    let (lang, rows) = (shared.lang(), places.rows);
    let models = page.models();
    let alive = models.iter().filter(|(_, model)| model.state().is_alive()).count();
    let counts = [("count", models.len().into()), ("alive", alive.into())];
    panel(frame, places.list, &say_with(lang, key::REGISTER_TITLE, &counts), theme);
    if models.is_empty() {
        lines(frame, rows, wrapped(&say(lang, key::REGISTER_EMPTY), rows.width, theme.dim));
        return;
    }
    let field = if rows.width >= ROOMY { FIELD } else { 0 };
    let names = rows.width.saturating_sub(1 + FOUND + 10 + field + STATE + DAY);
    let heads = [
        (key::REGISTER_CODE, 10),
        (key::REGISTER_NAME, names),
        (key::REGISTER_FIELD, field),
        (key::REGISTER_STATE, STATE),
        (key::REGISTER_LAST_SHORT, DAY),
    ];
    let mut cells = vec![cell("", 1 + FOUND, Align::Left, theme.dim)];
    cells.extend(heads.map(|(name, columns)| cell(&say(lang, name), columns, Align::Left, theme.dim)));
    line(frame, head(rows), Line::from(cells));
    for (at, place) in shown(rows, page.pane.at(), models.len()) {
        let Some((_, model)) = models.get(at) else { continue };
        let is_selected = at == page.pane.at();
        let style = if model.state().is_alive() { theme.text } else { theme.dim };
        let (mark, found) =
            page.found(model).map_or((" ", theme.text), |found| (visited::mark(found), visited::style(found, theme)));
        let row = Line::from(vec![
            Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
            cell(mark, FOUND, Align::Left, found),
            cell(&model.code, 10, Align::Left, theme.strong),
            cell(&model.name, names.saturating_sub(1), Align::Left, style),
            Span::raw(" "),
            cell(&model.field, field, Align::Left, theme.dim),
            cell(&say(lang, state(model.state())), STATE, Align::Left, style),
            cell(&model.last_activity.map(date).unwrap_or_default(), DAY, Align::Left, style),
        ]);
        line(frame, place, if is_selected { selected(row, theme) } else { row });
    }
    let Some((_, model)) = models.get(page.pane.at()) else { return };
    let drawn = page.found(model).zip(drawn(page, model, lang));
    if let Some(area) = places.detail {
        let inner = pane(frame, area, &model.name, theme);
        let mut prose = Prose::new(inner.width, theme);
        if let Some((found, words)) = &drawn {
            prose.item(visited::mark(*found), words, visited::style(*found, theme));
        }
        for (name, words) in known(model) {
            prose.put(&format!("{}: {words}", say(lang, name)), theme.text);
        }
        for step in model.life.steps() {
            let day = step.on.map_or_else(|| "…".to_owned(), date);
            prose.item(&day, &say(lang, state(step.state)), theme.dim);
        }
        lines(frame, inner, prose.rows());
    } else if let Some((_, words)) = drawn {
        footnote(frame, places.list, &words, theme.dim);
    }
}

/// When a model was drawn and what was found there, in words; nothing when it was not.
pub(in super::super) fn drawn(page: &UnitPage, model: &Model, lang: Lang) -> Option<String> {
    let (last, found) = (page.drawn.as_ref()?, page.found(model)?);
    let facts = [("round", last.round.as_str().into()), ("found", say(lang, visited::words(found)).into())];
    Some(say_with(lang, key::REGISTER_DRAWN, &facts))
}

/// What was written of a model, with names; what is empty is left out.
fn known(model: &Model) -> Vec<(Key, &str)> {
    let all = [
        (key::REGISTER_PLACE, &model.place),
        (key::REGISTER_OWNER, &model.owner),
        (key::REGISTER_BASELINE, &model.baseline),
        (key::REGISTER_GOAL, &model.goal),
        (key::REGISTER_INDICATOR, &model.indicator),
    ];
    all.into_iter().filter(|(_, words)| !words.is_empty()).map(|(name, words)| (name, words.as_str())).collect()
}
