//! The page of a unit in words: the part in front, a line for each of its rows; of an indicator every year with its source.

use super::{
    UnitPage, form,
    parts::{self, Part},
    register, view,
};
use crate::{
    domain::{ids::IndicatorId, unit::Unit},
    i18n::{hundredths, key, say, say_with, words},
    keymap::command::Command,
    tui::{parts::page::Page, shared::Shared},
};
use chrono::NaiveDate;

pub(super) fn page(screen: &UnitPage, shared: &Shared, today: NaiveDate) -> Page {
    let lang = shared.lang();
    let mut page = Page::new(say(lang, screen.part.name()));
    let Some(unit) = screen.about(shared) else { return page };
    let path = shared.units.path(unit, today);
    let mut facts = vec![unit.code.clone(), shared.kind_name(&unit.kind)];
    facts.extend(unit.pilot.then(|| say(lang, key::UNIT_PILOT)));
    facts.extend(path.iter().rev().skip(1).map(|place| place.name.clone()));
    page.say(facts.join(", "));
    for words in [&unit.address, &unit.contact, &unit.note] {
        page.say(words.as_str());
    }
    page.list(screen.rows(shared), screen.pane.cursor(), Some(Command::OpenEntry), |row| match screen.part {
        Part::Overview | Part::Below => view::row_in_words(screen, row, shared, today),
        Part::Rounds => round(unit, row, shared),
        Part::Models => {
            let models = screen.models();
            let model = models.get(row).map(|(_, model)| model);
            model.map_or_else(String::new, |model| {
                let state = say(lang, register::state(model.state()));
                let facts: Vec<String> = std::iter::once(state).chain(view::drawn(screen, model, lang)).collect();
                format!("{} {}: {}", model.code, model.name, facts.join(", "))
            })
        }
        Part::Indicators => {
            let ids = parts::indicators(unit, shared);
            ids.get(row).map(|id| indicator(unit, id, shared)).unwrap_or_default()
        }
    });
    page
}

/// `Sơ kết 2023: 61,20, Khá, 18/18`
fn round(unit: &Unit, row: usize, shared: &Shared) -> String {
    let lang = shared.lang();
    let history = shared.history_of(unit.id);
    let Some(summary) = history.get(row) else { return String::new() };
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    let mut facts = vec![say(lang, words::state(summary.state)), format!("{}/{}", summary.answered, summary.items)];
    if let Some(whole) = summary.whole.filter(|_| summary.answered > 0) {
        facts.push(crate::i18n::decimal_points(lang, whole.supported));
        facts.push(words::band(lang, &shared.programme, summary.band.as_ref()));
    }
    format!("{round}: {}", facts.join(", "))
}

/// `PCI: 2021 59,60 (VCCI); 2022 61,10 (VCCI)`
fn indicator(unit: &Unit, id: &IndicatorId, shared: &Shared) -> String {
    let lang = shared.lang();
    let of_it = shared.indicators.of_unit(unit.id).filter(|(other, ..)| *other == id);
    let years: Vec<String> = of_it
        .map(|(_, year, figure)| format!("{year} {} ({})", hundredths(lang, figure.number), figure.source.as_str()))
        .collect();
    let years = if years.is_empty() { say(lang, key::PLAIN_NONE) } else { years.join("; ") };
    say_with(lang, key::PLAIN_YEARS, &[("name", form::name(id, shared).into()), ("years", years.into())])
}
