//! Draws the sign-off.

use super::{Loaded, SignOff};
use crate::{
    domain::{score::Rest, sign_off::Hindrance},
    i18n::{Arg, Lang, decimal_points, key, say, say_with, time, words},
    tui::{
        shared::Shared,
        ui::{
            form,
            layout::first_row,
            marks,
            theme::Theme,
            widgets::{bar, lines, panel, wrapped},
        },
    },
};
use ratatui::{Frame, layout::Rect, text::Line};

pub(super) fn draw(screen: &SignOff, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let inner = panel(frame, area, &say(lang, key::SIGN_TITLE), theme);
    let Some(loaded) = &screen.loaded else {
        lines(frame, inner, wrapped(&say(lang, key::WALK_LOADING), inner.width, theme.dim));
        return;
    };
    let mut rows = figures(loaded, inner.width, lang, theme);
    rows.push(Line::default());
    let mut cursor = 0;
    if let Some(signed) = &loaded.inspection.sign_off {
        let by = [
            ("by", Arg::from(&signed.by)),
            ("at", time(signed.at).into()),
            ("version", loaded.inspection.version().into()),
        ];
        rows.extend(wrapped(
            &format!("{} {}", marks::DONE, say_with(lang, key::SIGN_SIGNED, &by)),
            inner.width,
            theme.good,
        ));
        rows.extend(wrapped(
            &say_with(lang, key::SIGN_HEAD, &[("head", (&signed.journal_head).into())]),
            inner.width,
            theme.text,
        ));
        rows.extend(wrapped(&say(lang, key::SIGN_FROZEN), inner.width, theme.dim));
    } else if loaded.hindrances.is_empty() {
        rows.extend(wrapped(&say(lang, key::SIGN_READY), inner.width, theme.good));
        rows.extend(wrapped(
            &say_with(lang, key::SIGN_HEAD_NOW, &[("head", (&shared.head).into())]),
            inner.width,
            theme.dim,
        ));
    } else {
        rows.extend(wrapped(
            &say_with(lang, key::SIGN_HINDERED, &[("count", loaded.hindrances.len().into())]),
            inner.width,
            theme.warn,
        ));
        for (at, hindrance) in loaded.hindrances.iter().enumerate() {
            let selected = at == screen.cursor.at();
            if selected {
                cursor = rows.len();
            }
            let mark = if selected { marks::SELECTED } else { " " };
            rows.extend(wrapped(
                &format!("{mark} {}", said(hindrance, loaded, lang)),
                inner.width,
                if selected { theme.selected } else { theme.text },
            ));
        }
    }
    rows.extend(rests(loaded, inner.width, lang, theme));
    let first = first_row(cursor, rows.len(), usize::from(inner.height));
    lines(frame, inner, rows.into_iter().skip(first).collect());
    if let Some(open) = &screen.form {
        form::draw(open, frame, area, lang, theme);
    }
}

/// The figures without their bar, a paragraph each.
pub(super) fn said_of_figures(loaded: &Loaded, lang: Lang) -> Vec<String> {
    let bar = usize::from(loaded.assessment.whole.is_some());
    figures(loaded, u16::MAX, lang, &Theme::mono()).iter().skip(bar).map(ToString::to_string).collect()
}

/// What the band rests on, a paragraph each.
pub(super) fn said_of_rests(loaded: &Loaded, lang: Lang) -> Vec<String> {
    rests(loaded, u16::MAX, lang, &Theme::mono()).iter().map(ToString::to_string).collect()
}

fn figures(loaded: &Loaded, width: u16, lang: Lang, theme: &Theme) -> Vec<Line<'static>> {
    let Some(whole) = loaded.assessment.whole else { return wrapped(&say(lang, key::STRIP_NOTHING), width, theme.dim) };
    let name = |band| words::band(lang, &loaded.programme, band);
    let share = |share| Arg::from(decimal_points(lang, share));
    let mut rows = vec![Line::styled(
        format!("{} {}", bar(whole.supported, 20), name(loaded.assessment.band.as_ref())),
        theme.accent,
    )];
    let args = [
        ("claimed", share(whole.claimed)),
        ("supported", share(whole.supported)),
        ("gap", share(whole.gap)),
        ("coverage", share(whole.coverage)),
        ("low", share(whole.supported)),
        ("high", share(whole.high)),
    ];
    rows.extend(wrapped(&say_with(lang, key::SIGN_FIGURES, &args), width, theme.text));
    for gate in
        loaded.assessment.gates.iter().filter_map(|id| loaded.programme.gates.iter().find(|gate| gate.id == *id))
    {
        rows.extend(wrapped(&format!("{} {}", marks::OVERDUE, gate.text.to(lang)), width, theme.warn));
    }
    if loaded.assessment.depends_on_na {
        rows.extend(wrapped(&say(lang, key::SIGN_DEPENDS_ON_NA), width, theme.warn));
    }
    rows
}

/// What the band rests on; last, because it may be long and nothing is to be done about it here.
fn rests(loaded: &Loaded, width: u16, lang: Lang, theme: &Theme) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    for rest in &loaded.rests {
        let (what, band) = match rest {
            Rest::Evidence(id, band) => (id.to_string(), band),
            Rest::Item(id, band) => (id.to_string(), band),
        };
        let args = [("what", what.into()), ("band", words::band(lang, &loaded.programme, band.as_ref()).into())];
        rows.extend(wrapped(&say_with(lang, key::SIGN_RESTS_ON, &args), width, theme.dim));
    }
    rows
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
        Hindrance::NoName => say(lang, key::HINDRANCE_NO_NAME),
    }
}
