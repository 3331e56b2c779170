//! One row of the model file: its cells as values, and the life they tell.

use super::columns::Column;
use crate::{
    domain::model::{LifeError, Model, ModelKind, Register, State},
    i18n::{Message, date, key},
    intake::{
        columns::{Column as _, Columns},
        days::read_day,
        mistakes::{Mistakes, shown},
        nearest::nearest,
        places::Place,
        sheet::Row,
    },
    text::fold,
};
use chrono::NaiveDate;

/// The most characters of each text.
const CODE: usize = 64;
const NAME: usize = 300;
const TEXT: usize = 2000;

/// The words for each kind, the one to be proposed first.
const KINDS: [(ModelKind, &[&str]); 2] = [
    (ModelKind::Collective, &["collective", "tập thể", "mô hình"]),
    (ModelKind::Individual, &["individual", "cá nhân", "điển hình"]),
];

/// The words for each state.
const STATES: [(State, &[&str]); 7] = [
    (State::Registered, &["registered", "đăng ký", "đã đăng ký"]),
    (State::Running, &["running", "đang chạy", "đang làm", "đang hoạt động"]),
    (State::Recognised, &["recognised", "recognized", "công nhận", "đã công nhận"]),
    (State::Replicated, &["replicated", "nhân rộng", "đã nhân rộng"]),
    (State::Merged, &["merged", "gộp", "đã gộp"]),
    (State::Stopped, &["stopped", "dừng", "đã dừng"]),
    (State::Refused, &["refused", "từ chối", "không công nhận"]),
];

/// A row as it was read. Its model is not to be used before the whole file is right.
#[derive(Debug)]
pub(super) struct Draft {
    pub line: usize,
    pub code_at: Place,
    pub model: Model,
}

/// What a cell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told<T> {
    /// A value.
    Is(T),
    /// That there is none: it is empty.
    Empty,
    /// Nothing: the file has no such column, or what stands there is a mistake that is noted.
    Nothing,
}

impl<T> Told<T> {
    /// Sets a field to what is told, and leaves it where nothing is.
    fn into_field(self, field: &mut Option<T>) {
        match self {
            Self::Is(value) => *field = Some(value),
            Self::Empty => *field = None,
            Self::Nothing => {}
        }
    }

    /// The value, when one is told.
    fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Empty | Self::Nothing => None,
        }
    }

    /// What was read from a cell that is not empty.
    fn read(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Self::Is)
    }
}

/// What the rows of a file are read against.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub columns: Columns<Column>,
    pub known: &'a Register,
}

impl Reader<'_> {
    /// Reads a row; every mistake in it is noted.
    pub(super) fn read(&self, row: &Row, mistakes: &mut Mistakes) -> Draft {
        self.columns.nothing_nameless(row, mistakes);
        let code = self.columns.required(row, Column::Code, CODE, mistakes);
        let code_at = self.place(row, Column::Code);
        let known = self.known.coded(&code).map(|(_, model)| model.clone());
        let mut model = known.unwrap_or_else(|| Model::new(&code, "", None));
        model.name = self.columns.required(row, Column::Name, NAME, mistakes);
        match self.word(row, Column::Kind, &KINDS, mistakes) {
            Told::Is(kind) => model.kind = kind,
            Told::Empty => model.kind = ModelKind::default(),
            Told::Nothing => {}
        }
        self.texts(row, &mut model, mistakes);
        self.days(row, &mut model, mistakes);
        if let Some(leader) = self.leader(row, mistakes) {
            model.leader = leader;
        }
        self.people(row, mistakes).into_field(&mut model.beneficiaries);
        self.life(row, &mut model, mistakes);
        self.check(row, &model, mistakes);
        Draft { line: row.line, code_at, model }
    }

    fn place(&self, row: &Row, column: Column) -> Place {
        self.columns.cell(row, column).map_or((row.line, 1), |cell| cell.place)
    }

    fn texts(&self, row: &Row, model: &mut Model, mistakes: &mut Mistakes) {
        for (column, field) in [
            (Column::Field, &mut model.field),
            (Column::Place, &mut model.place),
            (Column::Owner, &mut model.owner),
            (Column::Partners, &mut model.partners),
            (Column::Baseline, &mut model.baseline),
            (Column::Goal, &mut model.goal),
            (Column::Indicator, &mut model.indicator),
        ] {
            if let Some(text) = self.columns.text(row, column, TEXT, mistakes) {
                *field = text;
            }
        }
    }

    fn days(&self, row: &Row, model: &mut Model, mistakes: &mut Mistakes) {
        for (column, field) in [
            (Column::Recognised, &mut model.recognised),
            (Column::Awarded, &mut model.awarded),
            (Column::LastActivity, &mut model.last_activity),
        ] {
            self.day(row, column, mistakes).into_field(field);
        }
    }

    fn day(&self, row: &Row, column: Column, mistakes: &mut Mistakes) -> Told<NaiveDate> {
        let Some(cell) = self.columns.cell(row, column) else { return Told::Nothing };
        if cell.text.is_empty() {
            return Told::Empty;
        }
        let day = read_day(&cell.text);
        if day.is_none() {
            mistakes.add(cell.place, Message::new(key::UNITS_DAY).with("found", shown(&cell.text)));
        }
        Told::read(day)
    }

    /// The life that the row tells. A new model begins with its registration and, where the state is another one, has taken one step
    /// since; a known one keeps its life, with the day of its registration corrected, and takes a step when its state is another.
    fn life(&self, row: &Row, model: &mut Model, mistakes: &mut Mistakes) {
        let registered = self.day(row, Column::Registered, mistakes);
        if registered != Told::Nothing {
            match model.life.with_registration(registered.value()) {
                Ok(life) => model.life = life,
                Err(error) => self.wrong_life(row, Column::Registered, error, mistakes),
            }
        }
        let Told::Is(state) = self.word(row, Column::State, &STATES, mistakes) else { return };
        let since = self.day(row, Column::Since, mistakes).value();
        if state == model.state() {
            if let Some(since) = since.filter(|_| state != State::Registered)
                && let Err(error) = model.life.dated(since)
            {
                self.wrong_life(row, Column::Since, error, mistakes);
            }
            return;
        }
        let known = since.or(model.recognised.filter(|_| state == State::Recognised));
        if let Err(error) = model.life.step(state, known) {
            let column =
                if matches!(error, LifeError::Early(_)) && since.is_some() { Column::Since } else { Column::State };
            self.wrong_life(row, column, error, mistakes);
        }
    }

    fn wrong_life(&self, row: &Row, column: Column, error: LifeError, mistakes: &mut Mistakes) {
        let what = match error {
            LifeError::Order(from, to) => {
                let may: Vec<&str> = from.next().iter().map(|state| state.code()).collect();
                let what = Message::new(key::MODELS_ORDER).with("from", from.code()).with("to", to.code());
                what.with("may", if may.is_empty() { "–".to_owned() } else { may.join(", ") })
            }
            LifeError::Early(day) => Message::new(key::MODELS_EARLY).with("day", date(day)),
            LifeError::Beginning => Message::new(key::MODELS_STATE).with("found", ""),
        };
        mistakes.add(self.place(row, column), what);
    }

    /// What can be said of a model's days and state beside each other.
    fn check(&self, row: &Row, model: &Model, mistakes: &mut Mistakes) {
        if model.state() == State::Refused && model.recognised.is_some() {
            mistakes.add(self.place(row, Column::Recognised), key::MODELS_REFUSED_RECOGNISED);
        }
        let Some(registered) = model.life.registration() else { return };
        for (column, day) in [
            (Column::Recognised, model.recognised),
            (Column::Awarded, model.awarded),
            (Column::LastActivity, model.last_activity),
        ] {
            if let Some(day) = day.filter(|day| *day < registered) {
                let what = Message::new(key::MODELS_BEFORE).with("column", column.name()).with("day", date(day));
                mistakes.add(self.place(row, column), what.with("registered", date(registered)));
            }
        }
    }

    /// One of a few words.
    fn word<T: Copy>(&self, row: &Row, column: Column, words: &[(T, &[&str])], mistakes: &mut Mistakes) -> Told<T> {
        let Some(cell) = self.columns.cell(row, column) else { return Told::Nothing };
        if cell.text.is_empty() {
            return Told::Empty;
        }
        let found = fold(&cell.text);
        let named = |(meant, words): &(T, &[&str])| words.iter().any(|word| fold(word) == found).then_some(*meant);
        if let Some(meant) = words.iter().find_map(named) {
            return Told::Is(meant);
        }
        // Words with marks lie far from words without, so both are looked at folded.
        let all = || words.iter().flat_map(|(_, words)| words.iter().copied());
        let folded: Vec<String> = all().map(fold).collect();
        let near = nearest(&found, folded.iter().map(String::as_str));
        let near = near.and_then(|near| all().find(|word| fold(word) == near));
        let key = if column == Column::Kind { key::MODELS_KIND_WORD } else { key::MODELS_STATE };
        let what = Message::new(key).with("found", shown(&cell.text));
        mistakes.wrong_name(cell.place, what, near.unwrap_or_default(), near);
        Told::Nothing
    }

    fn leader(&self, row: &Row, mistakes: &mut Mistakes) -> Option<bool> {
        let cell = self.columns.cell(row, Column::Leader)?;
        match fold(&cell.text).as_str() {
            "yes" | "co" | "x" | "1" | "true" => Some(true),
            "no" | "khong" | "0" | "false" | "" => Some(false),
            _ => {
                mistakes.add(cell.place, Message::new(key::MODELS_LEADER).with("found", shown(&cell.text)));
                None
            }
        }
    }

    fn people(&self, row: &Row, mistakes: &mut Mistakes) -> Told<u32> {
        let Some(cell) = self.columns.cell(row, Column::Beneficiaries) else { return Told::Nothing };
        if cell.text.is_empty() {
            return Told::Empty;
        }
        let digits = cell.text.bytes().all(|digit| digit.is_ascii_digit());
        let people = digits.then(|| cell.text.parse().ok()).flatten();
        if people.is_none() {
            mistakes.add(cell.place, Message::new(key::MODELS_PEOPLE).with("found", shown(&cell.text)));
        }
        Told::read(people)
    }
}
