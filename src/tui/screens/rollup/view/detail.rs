//! Draws what is known of the selected row beside the list, where there is room.

use super::{
    super::{
        Rollup,
        models::FunnelRow,
        praise::PraiseRow,
        reckon::{Figures, Rows, TeamRow},
    },
    change, covered, mean, name, numbered,
};
use crate::{
    domain::{
        ids::InspectionId,
        rollup::{Group, GroupKey},
        second::{Agreement, Looked, over},
        standing::Standings,
        summary::Summary,
    },
    i18n::{date, decimal_points, key, praise, samples, say, say_with, second as said, words},
    text::width::truncate,
    tui::{
        shared::Shared,
        ui::{
            Frame,
            theme::Theme,
            widgets::{lines, page, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{layout::Rect, style::Style, text::Line};

/// The most shortfalls that are listed.
const SHORTFALLS: usize = 6;

pub(super) fn draw(
    screen: &Rollup,
    figures: &Figures,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let width = area.width.saturating_sub(4);
    let Some((title, rows)) = known(screen, figures, width, shared, theme, today) else { return };
    let inner = page(frame, area, &title, theme);
    lines(frame, inner, rows);
}

/// The name of the selected row and what is known of it, wrapped to `width`.
pub(super) fn known(
    screen: &Rollup,
    figures: &Figures,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) -> Option<(String, Vec<Line<'static>>)> {
    let at = screen.cursor.at();
    Some(match &figures.rows {
        Rows::Groups(groups) => {
            let group = groups.get(at)?;
            (name(&group.key, shared), of_group(screen, group, width, shared, theme))
        }
        Rows::Rounds(rounds) => {
            let row = rounds.get(at)?;
            let title = shared.round(&row.round).map_or_else(|| row.round.to_string(), |round| round.title.clone());
            (title, of_group(screen, &row.group, width, shared, theme))
        }
        Rows::Units(units) => {
            let row = units.get(at)?;
            let summary = row.signed.and_then(|id| shared.summaries.get(&id));
            (shared.unit_name(row.unit), of_unit(summary, width, shared, theme, today))
        }
        Rows::Models(rows) => {
            let row = rows.get(at)?;
            (name(&row.key, shared), of_models(row, width, shared, theme))
        }
        Rows::Praise(rows) => {
            let row = rows.get(at)?;
            (shared.unit_name(row.unit), of_row(screen, figures, width, shared, theme))
        }
        Rows::Team(rows) => {
            let title = match rows.get(at)? {
                TeamRow::Line(_) => key::TEAM_LINES,
                TeamRow::Look(_) => key::TEAM_SECOND_LOOKS,
            };
            (say(shared.lang(), title), of_row(screen, figures, width, shared, theme))
        }
    })
}

/// What is known of a row of words: of a nomination its evidence, of a unit without one why, of a line what T10 asks.
pub(super) fn of_row(
    screen: &Rollup,
    figures: &Figures,
    width: u16,
    shared: &Shared,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut pane = Pane { width, rows: Vec::new() };
    match &figures.rows {
        Rows::Praise(rows) => {
            if let Some(row) = rows.get(screen.cursor.at()) {
                of_praise(screen, *row, &mut pane, shared, theme);
            }
            let lang = shared.lang();
            pane.put("", theme.dim);
            pane.put(&say(lang, key::PRAISE_RULE), theme.dim);
        }
        Rows::Team(rows) => match rows.get(screen.cursor.at()) {
            Some(TeamRow::Line(line)) => {
                let style = if line.is_crowded { theme.warn } else { theme.text };
                pane.put(&praise::near_line(shared.lang(), &shared.programme, line), style);
                pane.put("", theme.dim);
                pane.put(&praise::lines_rule(shared.lang(), &shared.programme), theme.dim);
            }
            Some(TeamRow::Look(id)) => of_look(*id, rows, &mut pane, shared, theme),
            None => {}
        },
        Rows::Groups(_) | Rows::Units(_) | Rows::Rounds(_) | Rows::Models(_) => {}
    }
    pane.rows
}

/// The way of the models of a place or unit, with what stands behind each figure.
fn of_models(row: &FunnelRow, width: u16, shared: &Shared, theme: &Theme) -> Vec<Line<'static>> {
    let lang = shared.lang();
    let mut pane = Pane { width, rows: Vec::new() };
    for words in samples::funnel_known(lang, row.census, &row.sampling) {
        pane.put(&words, theme.text);
    }
    pane.put("", theme.dim);
    pane.put(&say(lang, key::FUNNEL_RULE), theme.dim);
    pane.rows
}

/// How far a second look agrees, and all signed ones of the round together.
fn of_look(id: InspectionId, rows: &[TeamRow], pane: &mut Pane, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let signed = |id: &InspectionId| {
        let summary = shared.summaries.get(id).filter(|summary| summary.signed_at.is_some())?;
        summary.second.as_deref()
    };
    if let Some(summary) = shared.summaries.get(&id) {
        pane.put(&shared.called(summary), theme.strong);
    }
    if let Some(looked) = signed(&id) {
        for words in said::agreement(lang, &Agreement::of(&looked.pairs)) {
            pane.put(&words, theme.text);
        }
    } else {
        pane.put(&say(lang, key::ROLLUP_LOOK_WAITS), theme.dim);
    }
    let all: Vec<&Looked> = rows
        .iter()
        .filter_map(|row| match row {
            TeamRow::Look(id) => signed(id),
            TeamRow::Line(_) => None,
        })
        .collect();
    if all.len() > 1 {
        pane.put("", theme.dim);
        pane.put(&say_with(lang, key::TEAM_SECOND_COUNT, &[("count", all.len().into())]), theme.strong);
        for words in said::agreement(lang, &over(all)) {
            pane.put(&words, theme.text);
        }
    }
}

fn of_praise(screen: &Rollup, row: PraiseRow, pane: &mut Pane, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Some(read) = screen.praise.of(&row) else { return };
    if let Some(candidate) = screen.praise.candidate(&row) {
        pane.put(&praise::candidate(lang, candidate), theme.strong);
        let evidence = [("evidence", praise::evidence(lang, candidate).into())];
        pane.put(&say_with(lang, key::PRAISE_EVIDENCE, &evidence), theme.text);
        for (id, piece) in candidate.evidence.iter().filter_map(|id| read.evidence.get_key_value(id)) {
            let source = piece.source.trim();
            let args = [("source", source.into())];
            let source = if source.is_empty() { String::new() } else { say_with(lang, key::PRAISE_SOURCE, &args) };
            let day = piece.collected.map(date).unwrap_or_default();
            let beside: Vec<&str> = [source.as_str(), &day].into_iter().filter(|words| !words.is_empty()).collect();
            let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
            pane.put(&format!("{id}: {}{beside}", piece.text.trim()), theme.text);
        }
        return;
    }
    if read.nominations.candidates.is_empty() {
        pane.put(&say(lang, key::PRAISE_NO_STRENGTH), theme.warn);
    }
    for candidate in &read.nominations.candidates {
        pane.put(&praise::candidate(lang, candidate), theme.text);
        let why = [("why", praise::why_not(lang, candidate).into())];
        pane.put(&say_with(lang, key::PRAISE_NOT_YET, &why), theme.warn);
    }
}

/// Paragraphs of a pane, each wrapped to its width.
struct Pane {
    width: u16,
    rows: Vec<Line<'static>>,
}

impl Pane {
    fn put(&mut self, words: &str, style: Style) {
        self.rows.extend(wrapped(words, self.width, style));
    }
}

fn of_group(screen: &Rollup, group: &Group, width: u16, shared: &Shared, theme: &Theme) -> Vec<Line<'static>> {
    let lang = shared.lang();
    let mut pane = Pane { width, rows: Vec::new() };
    let scope = [("units", group.in_scope.into()), ("planned", group.planned.into())];
    pane.put(&say_with(lang, key::ROLLUP_DETAIL_SCOPE, &scope), theme.text);
    let covered = covered(group);
    pane.put(&say_with(lang, key::ROLLUP_DETAIL_COVERED, &[("covered", covered.into())]), theme.text);
    match &group.figures {
        None => pane.put(&say(lang, key::ROLLUP_NOT_ENOUGH), theme.warn),
        Some(figures) => {
            let shown = |share| decimal_points(lang, share);
            pane.put(&say_with(lang, key::ROLLUP_DETAIL_MEAN, &[("mean", mean(lang, figures).into())]), theme.strong);
            if figures.margin.is_none() {
                pane.put(&say(lang, key::ROLLUP_NO_MARGIN), theme.dim);
            }
            let middle = [
                ("median", shown(figures.median).into()),
                ("low", shown(figures.lower_quartile).into()),
                ("high", shown(figures.upper_quartile).into()),
            ];
            pane.put(&say_with(lang, key::ROLLUP_DETAIL_MEDIAN, &middle), theme.text);
            let spread = [("spread", shown(figures.spread).into()), ("gap", shown(figures.gap).into())];
            pane.put(&say_with(lang, key::ROLLUP_DETAIL_SPREAD, &spread), theme.text);
        }
    }
    if let Some(change) = change(lang, group) {
        pane.put(&change, theme.text);
    }
    // Bands and recommendations are of whole inspections; under a section they would only be counted again.
    if !matches!(group.key, GroupKey::Section(_)) && group.signed > 0 {
        pane.put("", theme.text);
        pane.put(&say(lang, key::ROLLUP_DETAIL_BANDS), theme.strong);
        for (band, units) in &group.bands {
            let name = words::band(lang, &shared.programme, Some(band));
            pane.put(&format!("  {units}  {name}"), theme.text);
        }
        pane.put(&format!("  {}  {}", group.no_band, words::band(lang, &shared.programme, None)), theme.text);
        let counts = words::standings(lang, &group.followed);
        let style = if group.followed.overdue > 0 { theme.warn } else { theme.text };
        pane.put(&counts, style);
        for words in words::rates(lang, &group.followed) {
            pane.put(&words, theme.text);
        }
    }
    if !screen.shortfalls.is_empty() {
        pane.put("", theme.text);
        pane.put(&say(lang, key::ROLLUP_DETAIL_SHORTFALLS), theme.strong);
    }
    for (item, units) in screen.shortfalls.iter().take(SHORTFALLS) {
        let question = shared.programme.item(item).map_or("", |item| item.question.to(lang));
        let args = [("units", (*units).into()), ("item", item.as_str().into()), ("label", question.into())];
        pane.put(&say_with(lang, key::ROLLUP_DETAIL_SHORTFALL, &args), theme.text);
    }
    pane.rows
}

fn of_unit(
    summary: Option<&Summary>,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) -> Vec<Line<'static>> {
    let lang = shared.lang();
    let mut pane = Pane { width, rows: Vec::new() };
    let Some(summary) = summary else {
        pane.put(&say(lang, key::ROLLUP_NOT_INSPECTED), theme.warn);
        return pane.rows;
    };
    if let Some(at) = summary.signed_at {
        let day = date(at.date_naive());
        pane.put(&say_with(lang, key::ROLLUP_DETAIL_SIGNED, &[("day", day.into())]), theme.dim);
    }
    pane.put(&words::band(lang, &shared.programme, summary.band.as_ref()), theme.strong);
    if let Some(whole) = summary.whole {
        let args = [
            ("claimed", decimal_points(lang, whole.claimed).into()),
            ("supported", decimal_points(lang, whole.supported).into()),
            ("gap", decimal_points(lang, whole.claimed.above(whole.supported)).into()),
        ];
        pane.put(&say_with(lang, key::ROLLUP_DETAIL_FIGURES, &args), theme.text);
    }
    let counts = Standings::count(&summary.recommendations, today);
    pane.put(&words::standings(lang, &counts), if counts.overdue > 0 { theme.warn } else { theme.text });
    for words in words::rates(lang, &counts) {
        pane.put(&words, theme.text);
    }
    pane.put("", theme.text);
    pane.put(&say(lang, key::ROLLUP_DETAIL_SECTIONS), theme.strong);
    for (at, section) in shared.programme.sections.iter().enumerate() {
        if let Some(totals) = summary.sections.of(&section.id) {
            let supported = decimal_points(lang, totals.supported);
            let words = format!("{supported}  {}", numbered(at, section, lang));
            pane.put(&truncate(&words, usize::from(width)), theme.text);
        }
    }
    pane.rows
}
