//! The forms of a unit: its data, and the value of an indicator for a year. Read at this border into values that the vault can take; the
//! rules of the unit file hold here as well.

use crate::{
    domain::{
        ids::{IndicatorId, KindId, UnitId},
        indicator::{Figure, Source, YEARS, Yearly},
        period::Period,
        unit::{Misplaced, Tier, Unit},
    },
    i18n::{self, Message, hundredths, key, parse_hundredths, period, say, words},
    text::nfc,
    tui::{
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

/// What a yes-or-no choice stands for.
const YES: &str = "yes";

/// The form that edits a unit. What its inspections rest on – code, kind, place in the tree – stays as it is.
pub(in crate::tui::screens) fn edit(unit: &Unit, shared: &Shared) -> Form {
    let title = i18n::say_with(shared.lang(), key::UNIT_EDIT_FORM, &[("code", unit.code.as_str().into())]);
    Form::new(title, common(unit, shared), 0)
}

/// The form that adds a unit below the one in hand.
pub(in crate::tui::screens) fn add(below: Option<&Unit>, shared: &Shared) -> Form {
    let lang = shared.lang();
    let place = below.and_then(|unit| if unit.kind.is_place() { Some(unit.code.clone()) } else { unit.parent.clone() });
    let kinds = shared.programme.unit_kinds.iter().map(|kind| Choice::new(kind.id.as_str(), kind.short.to(lang)));
    let kinds = kinds.chain([Choice::new(KindId::place().as_str(), say(lang, key::KIND_PLACE))]).collect();
    let tiers = [Tier::Province, Tier::District, Tier::Commune];
    let tiers = tiers.map(|tier| Choice::new(tier.code(), say(lang, words::tier(tier)))).into();
    let tier = below.map_or(Tier::Province, |unit| unit.tier);
    let mut fields = vec![
        Field::technical(key::UNIT_FIELD_CODE, "").required(),
        Field::one(key::UNIT_FIELD_KIND, kinds, ""),
        Field::technical(key::UNIT_FIELD_PARENT, place.as_deref().unwrap_or_default()),
        Field::one(key::UNIT_FIELD_TIER, tiers, tier.code()),
    ];
    fields.extend(common(&blank(), shared));
    Form::new(say(lang, key::UNIT_ADD_FORM), fields, 0)
}

fn common(unit: &Unit, shared: &Shared) -> Vec<Field> {
    let lang = shared.lang();
    let pilot = vec![Choice::new("no", say(lang, key::WORD_NO)), Choice::new(YES, say(lang, key::WORD_YES))];
    vec![
        Field::short(key::UNIT_FIELD_NAME, &unit.name).required(),
        Field::one(key::UNIT_FIELD_PILOT, pilot, if unit.pilot { YES } else { "no" }),
        Field::day(key::UNIT_FIELD_FROM, unit.valid.from),
        Field::day(key::UNIT_FIELD_TO, unit.valid.to),
        Field::short(key::UNIT_FIELD_CONTACT, &unit.contact),
        Field::short(key::UNIT_FIELD_ADDRESS, &unit.address),
        Field::words(key::UNIT_FIELD_NOTE, &unit.note),
    ]
}

fn blank() -> Unit {
    Unit {
        id: UnitId(Uuid::nil()),
        code: String::new(),
        name: String::new(),
        kind: KindId::place(),
        parent: None,
        tier: Tier::Commune,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: String::new(),
        note: String::new(),
    }
}

/// The unit as the form says it; a new one has no id yet (nil).
///
/// # Errors
/// What stands in the way; the form stays open.
pub(in crate::tui::screens) fn read(
    form: &Form,
    old: Option<&Unit>,
    shared: &Shared,
    today: NaiveDate,
) -> Result<Unit, Message> {
    let text = |label| nfc(&form.text(label)).into_owned();
    let mut unit = old.cloned().unwrap_or_else(|| {
        let parent = text(key::UNIT_FIELD_PARENT);
        let tier = form.field(key::UNIT_FIELD_TIER);
        let tiers = [Tier::Province, Tier::District];
        Unit {
            code: text(key::UNIT_FIELD_CODE),
            kind: KindId::from(form.field(key::UNIT_FIELD_KIND).choice()),
            parent: (!parent.is_empty()).then_some(parent),
            tier: tiers.into_iter().find(|known| known.code() == tier.choice()).unwrap_or(Tier::Commune),
            ..blank()
        }
    });
    unit.name = text(key::UNIT_FIELD_NAME);
    unit.pilot = form.field(key::UNIT_FIELD_PILOT).choice() == YES;
    unit.valid = Period {
        from: form.field(key::UNIT_FIELD_FROM).to_day(today)?,
        to: form.field(key::UNIT_FIELD_TO).to_day(today)?,
    };
    unit.contact = text(key::UNIT_FIELD_CONTACT);
    unit.address = text(key::UNIT_FIELD_ADDRESS);
    unit.note = text(key::UNIT_FIELD_NOTE);
    shared.units.check(&unit).map(|()| unit).map_err(misplaced)
}

fn misplaced(why: Misplaced) -> Message {
    match why {
        Misplaced::Backwards => Message::new(key::PLAN_BAD_PERIOD),
        Misplaced::NoParent => Message::new(key::UNITS_PARENT_NEEDED),
        Misplaced::UnknownParent(code) => Message::new(key::PLAN_NO_SUCH_UNIT).with("code", code),
        Misplaced::Circle => Message::new(key::UNIT_CIRCLE),
        Misplaced::Overlaps(other) => Message::new(key::UNIT_OVERLAPS)
            .with("code", &other.code)
            .with("name", &other.name)
            .with("period", period(other.valid)),
    }
}

/// The form of a yearly value; one that is there is shown for its indicator and year alone.
pub(super) fn value(
    unit: &Unit,
    ids: &[IndicatorId],
    at: Option<(&IndicatorId, u16)>,
    is_new: bool,
    shared: &Shared,
) -> Form {
    let lang = shared.lang();
    let figure = at.filter(|_| !is_new).and_then(|(id, year)| shared.indicators.get(unit.id, id, year));
    let options = ids.iter().map(|id| Choice::new(id.as_str(), name(id, shared))).collect();
    let year = at.map(|(_, year)| u32::from(year));
    let fields = vec![
        Field::one(key::UNIT_FIELD_INDICATOR, options, at.map_or("", |(id, _)| id.as_str())),
        Field::count(key::UNIT_FIELD_YEAR, year).required(),
        Field::technical(
            key::UNIT_FIELD_VALUE,
            &figure.map_or_else(String::new, |figure| hundredths(lang, figure.number)),
        )
        .required(),
        Field::short(key::FIELD_SOURCE, figure.map_or("", |figure| figure.source.as_str())).required(),
        Field::words(key::FIELD_NOTE, figure.map_or("", |figure| figure.note.as_str())),
    ];
    Form::new(say(lang, key::UNIT_VALUE_FORM), fields, if is_new { 0 } else { 2 })
}

/// The name of an indicator; its id when the programme does not know it any more.
pub(super) fn name(id: &IndicatorId, shared: &Shared) -> String {
    let known = shared.programme.indicators.iter().find(|one| one.id == *id);
    known.map_or_else(|| id.to_string(), |one| one.short.to(shared.lang()).to_owned())
}

/// The yearly value as the form says it.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read_value(form: &Form, unit: UnitId, shared: &Shared, today: NaiveDate) -> Result<Yearly, Message> {
    let lang = shared.lang();
    let this_year = u16::try_from(today.year()).unwrap_or(u16::MAX);
    let typed = form.field(key::UNIT_FIELD_YEAR).to_count()?.unwrap_or_default();
    let year =
        u16::try_from(typed).ok().filter(|year| YEARS.contains(year) && *year <= this_year).ok_or_else(|| {
            let range = Message::new(key::UNIT_YEAR_RANGE).with("from", YEARS.start().to_string());
            range.with("to", this_year.to_string())
        })?;
    let typed = form.text(key::UNIT_FIELD_VALUE);
    let number =
        parse_hundredths(&typed).ok_or_else(|| Message::new(key::UNIT_NO_NUMBER).with("typed", typed.clone()))?;
    let id = IndicatorId::from(form.field(key::UNIT_FIELD_INDICATOR).choice());
    if let Some(known) = shared.programme.indicators.iter().find(|one| one.id == id)
        && !known.can_be(number)
    {
        let (least, most) = known.scale;
        let range = Message::new(key::UNIT_SCALE).with("indicator", known.short.to(lang));
        return Err(range.with("least", hundredths(lang, least)).with("most", hundredths(lang, most)));
    }
    let source = Source::new(&nfc(&form.text(key::FIELD_SOURCE))).ok_or_else(|| Message::new(key::FORM_EMPTY))?;
    let note = nfc(&form.text(key::FIELD_NOTE)).into_owned();
    Ok(Yearly { unit, indicator: id, year, figure: Some(Figure { number, source, note }) })
}
