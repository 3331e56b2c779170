//! The roll-up in words: the round, the way it is looked at, and a line for each row with its coverage beside its mean.

use super::{
    Rollup, name_of,
    praise::PraiseRow,
    reckon::{Rows, UnitRow, View, totals},
    view,
};
use crate::{
    domain::rollup::Group,
    i18n::{decimal_points, key, praise, samples, say, say_with, words},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};
use chrono::NaiveDate;

pub(super) fn page(screen: &Rollup, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new(view::title(screen, shared));
    let Some(figures) = &screen.figures else {
        page.say(say(lang, key::ROLLUP_NO_ROUND));
        return page;
    };
    let opened = screen.opened.as_ref().map(|opened| format!(": {}", view::name_of_opened(opened, shared)));
    page.say(format!("{}{}", say(lang, name_of(screen.view)), opened.unwrap_or_default()));
    page.say(view::whole_line(screen, figures, shared, usize::MAX));
    if figures.rows.len() == 0 {
        page.say(say(lang, view::empty(screen, figures)));
    }
    page.list(figures.rows.len(), screen.cursor, Some(Command::OpenGroup), |at| {
        match &figures.rows {
            Rows::Groups(groups) => {
                groups.get(at).map(|group| group_in_words(&view::name(&group.key, shared), group, shared))
            }
            Rows::Rounds(rounds) => rounds.get(at).map(|row| {
                let name = shared.round(&row.round).map_or_else(|| row.round.to_string(), |round| round.title.clone());
                group_in_words(&name, &row.group, shared)
            }),
            Rows::Units(units) => units.get(at).map(|unit| unit_in_words(*unit, screen, shared)),
            Rows::Models(rows) => rows.get(at).map(|row| {
                format!("{}: {}", view::name(&row.key, shared), samples::funnel(lang, row.census, &row.sampling))
            }),
            Rows::Praise(rows) => rows.get(at).map(|row| praise_in_words(*row, screen, shared)),
            Rows::Team(rows) => rows.get(at).map(|row| view::team_in_words(row, shared)),
        }
        .unwrap_or_default()
    });
    if screen.opened.is_none() {
        page.say_all(view::known(screen, figures, shared, today));
    }
    page
}

/// `Huyện Tân Hiệp: đã kiểm tra 3/4 (75 %) · trung bình 61,20 ± 4,10 · so đợt trước …`
fn group_in_words(name: &str, group: &Group, shared: &Shared) -> String {
    let lang = shared.lang();
    let mean = group.figures.map_or_else(|| say(lang, key::ROLLUP_NOT_ENOUGH), |figures| view::mean(lang, &figures));
    let args = [("covered", view::covered(group).into()), ("mean", mean.into())];
    let change = view::change(lang, group).map(|change| format!(" · {change}")).unwrap_or_default();
    format!("{name}: {}{change}", say_with(lang, key::ROLLUP_WHOLE, &args))
}

/// The unit with what is put forward, or that nothing is.
fn praise_in_words(row: PraiseRow, screen: &Rollup, shared: &Shared) -> String {
    let (lang, name) = (shared.lang(), shared.unit_name(row.unit));
    match screen.praise.candidate(&row) {
        Some(candidate) => format!("{name}: {}", praise::candidate(lang, candidate)),
        None => format!("{name}: {}", say(lang, key::ROLLUP_PRAISE_NOT_YET)),
    }
}

/// The unit with its score; on the heat map with the score of each section.
fn unit_in_words(row: UnitRow, screen: &Rollup, shared: &Shared) -> String {
    let lang = shared.lang();
    let name = shared.unit_name(row.unit);
    let Some(summary) = row.signed.and_then(|id| shared.summaries.get(&id)) else {
        return format!("{name}: {}", say(lang, key::ROLLUP_NOT_INSPECTED));
    };
    if screen.view == View::Heat {
        let sections = shared.programme.sections.iter().enumerate().map(|(at, section)| {
            let score = totals(summary, Some(&section.id))
                .map_or_else(|| say(lang, key::ROLLUP_NO_SECTION), |totals| decimal_points(lang, totals.supported));
            format!("{} {score}", at + 1)
        });
        return format!("{name}: {}", sections.collect::<Vec<_>>().join("; "));
    }
    let of = screen.section_in_front(shared);
    let Some(totals) = totals(summary, of) else { return format!("{name}: {}", say(lang, key::ROLLUP_NO_SECTION)) };
    let band = words::band(lang, &shared.programme, summary.band.as_ref());
    let band = if of.is_none() { format!(", {band}") } else { String::new() };
    format!("{name}: {}{band}", decimal_points(lang, totals.supported))
}
