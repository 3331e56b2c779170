//! One row of the unit file: its cells as values. What a row means beside other rows is `tree`'s.

use super::columns::Column;
use crate::{
    domain::{
        ids::{KindId, UnitId},
        period::Period,
        unit::{Tier, Unit, Units},
    },
    i18n::{Message, date, key},
    intake::{
        columns::Columns,
        days::read_day,
        mistakes::{Mistakes, shown},
        nearest::nearest,
        places::Place,
        sheet::Row,
    },
    text::fold,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// The most characters of a name; every other text has its own.
const NAME: usize = 300;
const CODE: usize = 64;
const TEXT: usize = 2000;

/// The words for each tier, the one to be proposed first.
const TIERS: [(Tier, &[&str]); 3] = [
    (Tier::Province, &["province", "tỉnh"]),
    (Tier::District, &["district", "huyện", "quận", "thị xã"]),
    (Tier::Commune, &["commune", "xã", "phường", "thị trấn"]),
];

/// A row whose code and period could be read. Its unit is not to be used before the whole file is right.
#[derive(Debug)]
pub(super) struct Draft {
    pub line: usize,
    pub code_at: Place,
    pub parent_at: Place,
    /// Whether the unit is among those known, with the same code and first day.
    pub known: bool,
    /// The unit as it will be; one that is new has no id yet (nil).
    pub unit: Unit,
}

/// A cell whose mistake is noted.
struct Wrong;

/// What the rows of a file are read against.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub columns: Columns<Column>,
    pub known: &'a Units,
    pub kinds: &'a [KindId],
}

impl Reader<'_> {
    /// Reads a row; nothing when it has no code or period to go by. Every mistake in it is noted.
    pub(super) fn read(&self, row: &Row, mistakes: &mut Mistakes) -> Option<Draft> {
        self.columns.nothing_nameless(row, mistakes);
        let code = self.columns.required(row, Column::Code, CODE, mistakes);
        let from = self.day(row, Column::From, None, mistakes).ok();
        let code_at = self.columns.cell(row, Column::Code).map_or((row.line, 1), |cell| cell.place);
        let base = self.known.rows(&code).find(|unit| Some(unit.valid.from) == from).cloned();
        let known = base.is_some();
        let mut unit = base.unwrap_or_else(|| blank(code));
        unit.name = self.columns.required(row, Column::Name, NAME, mistakes);
        unit.kind = self.kind(row, mistakes);
        unit.tier = self.tier(row, mistakes);
        if let Some(parent) = self.columns.text(row, Column::Parent, CODE, mistakes) {
            unit.parent = (!parent.is_empty()).then_some(parent);
        }
        let to = self.day(row, Column::To, unit.valid.to, mistakes).ok();
        if let Some(pilot) = self.pilot(row, mistakes) {
            unit.pilot = pilot;
        }
        for (column, field) in
            [(Column::Address, &mut unit.address), (Column::Contact, &mut unit.contact), (Column::Note, &mut unit.note)]
        {
            if let Some(text) = self.columns.text(row, column, TEXT, mistakes) {
                *field = text;
            }
        }
        unit.valid = Period { from: from?, to: to? };
        let parent_at = self.columns.cell(row, Column::Parent).map_or(code_at, |cell| cell.place);
        self.check(row, &unit, parent_at, mistakes).then_some(Draft { line: row.line, code_at, parent_at, known, unit })
    }

    /// What can be said of a unit by itself. Whether its code and period can be compared with other rows.
    fn check(&self, row: &Row, unit: &Unit, parent_at: Place, mistakes: &mut Mistakes) -> bool {
        if !unit.kind.is_place() && unit.parent.is_none() {
            mistakes.add(parent_at, key::UNITS_PARENT_NEEDED);
        }
        if let Period { from: Some(from), to: Some(to) } = unit.valid
            && to < from
        {
            let place = self.columns.cell(row, Column::To).map_or((row.line, 1), |cell| cell.place);
            let what = Message::new(key::UNITS_PERIOD).with("from", date(from)).with("to", date(to));
            mistakes.add(place, what);
            return false;
        }
        !unit.code.is_empty()
    }

    fn kind(&self, row: &Row, mistakes: &mut Mistakes) -> KindId {
        let place = KindId::place();
        let found = self.columns.required(row, Column::Kind, CODE, mistakes);
        if let Some(cell) = self.columns.value(row, Column::Kind) {
            let mut right = self.kinds.iter().chain([&place]);
            if let Some(kind) = right.clone().find(|kind| kind.as_str() == found) {
                return kind.clone();
            }
            let what = Message::new(key::UNITS_KIND).with("found", shown(&found));
            mistakes.wrong_name(cell.place, what, &found, right.by_ref().map(KindId::as_str));
        }
        place
    }

    fn tier(&self, row: &Row, mistakes: &mut Mistakes) -> Tier {
        let found = fold(&self.columns.required(row, Column::Tier, CODE, mistakes));
        if let Some(cell) = self.columns.value(row, Column::Tier) {
            let named = |(tier, words): (Tier, &[&str])| words.iter().any(|word| fold(word) == found).then_some(tier);
            if let Some(tier) = TIERS.into_iter().find_map(named) {
                return tier;
            }
            // Words with marks lie far from words without, so both are looked at folded.
            let words = || TIERS.into_iter().flat_map(|(_, words)| words.iter().copied());
            let folded: Vec<String> = words().map(fold).collect();
            let near = nearest(&found, folded.iter().map(String::as_str));
            let near = near.and_then(|near| words().find(|word| fold(word) == near));
            let what = Message::new(key::UNITS_TIER).with("found", shown(&cell.text));
            mistakes.wrong_name(cell.place, what, near.unwrap_or_default(), near);
        }
        Tier::Commune
    }

    /// An end of a period, `otherwise` when the file has no such column.
    fn day(
        &self,
        row: &Row,
        column: Column,
        otherwise: Option<NaiveDate>,
        mistakes: &mut Mistakes,
    ) -> Result<Option<NaiveDate>, Wrong> {
        let Some(cell) = self.columns.cell(row, column) else { return Ok(otherwise) };
        if cell.text.is_empty() {
            return Ok(None);
        }
        read_day(&cell.text).map(Some).ok_or_else(|| {
            mistakes.add(cell.place, Message::new(key::UNITS_DAY).with("found", shown(&cell.text)));
            Wrong
        })
    }

    fn pilot(&self, row: &Row, mistakes: &mut Mistakes) -> Option<bool> {
        let cell = self.columns.cell(row, Column::Pilot)?;
        match fold(&cell.text).as_str() {
            "yes" | "co" | "x" | "1" | "true" => Some(true),
            "no" | "khong" | "0" | "false" | "" => Some(false),
            _ => {
                mistakes.add(cell.place, Message::new(key::UNITS_PILOT).with("found", shown(&cell.text)));
                None
            }
        }
    }
}

/// A unit of which only the code is known.
fn blank(code: String) -> Unit {
    Unit {
        id: UnitId(Uuid::nil()),
        code,
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
