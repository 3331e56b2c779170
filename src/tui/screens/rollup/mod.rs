//! The roll-up of a round: bars with coverage by place, kind or section, a heat map of units × sections, the same units over the rounds,
//! the funnel
//! of models, nominations for praise, and what the head of team is asked; every row opens down to the inspection it came from. Figures are reckoned when something they rest on changes, never while drawing.
//! Writes nothing: the report of the round is the preview's.

mod models;
mod praise;
mod reckon;
mod view;
mod words;

use super::{Desk, Go, Screen};
use crate::{
    domain::ids::{InspectionId, ItemId, RoundId, SectionId, UnitId},
    domain::rollup::{By, GroupKey},
    i18n::{Key, Message, key},
    keymap::{command::Command, context::Context},
    report::asked::About,
    tui::{
        message::{Answer, Job, Now},
        parts::{cursor::Cursor, notice::Notice, page::Page},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use chrono::NaiveDate;
use models::Registers;
use praise::Praise;
use reckon::{Figures, Opened, Rows, TeamRow, View};

/// What the figures were reckoned from; while it stays the same, so do they.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Basis {
    head: String,
    round: RoundId,
    view: View,
    opened: Option<Opened>,
    today: NaiveDate,
}

/// State of the roll-up screen.
#[derive(Debug)]
pub struct Rollup {
    round: Option<RoundId>,
    view: View,
    opened: Option<Opened>,
    basis: Option<Basis>,
    figures: Option<Figures>,
    cursor: Cursor,
    /// The row that was opened, to come back to.
    opened_at: usize,
    /// The column of the heat map.
    section: usize,
    /// What the units of the selected group fall short on most.
    shortfalls: Vec<(ItemId, usize)>,
    /// The registers of models, once that view was asked for.
    registers: Registers,
    /// What may be put forward for praise, once that view was asked for.
    praise: Praise,
    /// Whether there is a round before and after this one.
    neighbours: (bool, bool),
}

impl Default for Rollup {
    fn default() -> Self {
        Self::new()
    }
}

impl Rollup {
    /// The roll-up by place, of the current round once the screen is entered.
    #[must_use]
    pub fn new() -> Self {
        Self {
            round: None,
            view: View::District,
            opened: None,
            basis: None,
            figures: None,
            cursor: Cursor::default(),
            opened_at: 0,
            section: 0,
            shortfalls: Vec::new(),
            registers: Registers::default(),
            praise: Praise::default(),
            neighbours: (false, false),
        }
    }

    /// Brings the figures up to date, if anything they rest on has changed.
    fn refresh(&mut self, desk: &mut Desk) {
        let shared = desk.shared;
        let known = self.round.take().filter(|round| shared.round(round).is_some());
        self.round = known.or_else(|| shared.current_round().map(|round| round.id.clone()));
        let Some(round) = self.round.clone() else {
            (self.figures, self.basis) = (None, None);
            return;
        };
        let today = desk.now.today();
        let basis = Basis { head: shared.head.clone(), round, view: self.view, opened: self.opened.clone(), today };
        if self.basis.as_ref() == Some(&basis) {
            return;
        }
        if self.view == View::Praise {
            self.praise.ask(&basis.round, desk);
        }
        if self.view == View::Models {
            self.registers.ask(desk);
        }
        let shared = desk.shared;
        self.figures = reckon::figures(shared, &basis.round, self.view, self.opened.as_ref(), today);
        self.fill_praise(shared);
        if let Some(Figures { rows: Rows::Models(rows), .. }) = &mut self.figures {
            self.registers.fill(rows);
        }
        let at = shared.rounds.iter().position(|other| other.id == basis.round).unwrap_or(0);
        self.neighbours = (at > 0, at + 1 < shared.rounds.len());
        self.basis = Some(basis);
        self.select(self.cursor.at(), shared);
    }

    /// Puts what was read into the rows, in the view that shows it.
    fn fill_praise(&mut self, shared: &Shared) {
        let read = self.round.as_ref().and_then(|round| self.praise.rows(round, shared));
        if let (View::Praise, Some(figures), Some(read)) = (self.view, &mut self.figures, read) {
            figures.rows = Rows::Praise(read);
        }
    }

    fn select(&mut self, at: usize, shared: &Shared) {
        self.cursor.set(at, self.rows());
        self.note_shortfalls(shared);
    }

    fn note_shortfalls(&mut self, shared: &Shared) {
        let found = self.figures.as_ref().and_then(|figures| {
            let Rows::Groups(groups) = &figures.rows else { return None };
            Some(figures.shortfalls(groups.get(self.cursor.at())?, &shared.programme.sections))
        });
        self.shortfalls = found.unwrap_or_default();
    }

    fn rows(&self) -> usize {
        self.figures.as_ref().map_or(0, |figures| figures.rows.len())
    }

    fn turn_view(&mut self, by: usize, desk: &mut Desk) {
        self.view = self.view.turned(by);
        self.opened = None;
        self.cursor = Cursor::default();
        self.refresh(desk);
    }

    fn turn_round(&mut self, forward: bool, desk: &mut Desk) {
        let rounds = &desk.shared.rounds;
        let at = rounds.iter().position(|round| Some(&round.id) == self.round.as_ref()).unwrap_or(0);
        let to = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        let Some(round) = to.and_then(|to| rounds.get(to)) else {
            let why = if forward { key::ROLLUP_LAST_ROUND } else { key::ROLLUP_FIRST_ROUND };
            desk.notice = Some(Notice::warning(why));
            return;
        };
        self.round = Some(round.id.clone());
        if matches!(self.opened, Some(Opened::Round(_))) {
            self.close(desk);
        }
        self.refresh(desk);
        // A group that the other round does not have is closed rather than shown as something else.
        if self.opened.is_some() && self.figures.as_ref().is_some_and(|figures| !figures.rows.are_units()) {
            self.close(desk);
        }
    }

    fn turn_section(&mut self, forward: bool, desk: &mut Desk) {
        if self.view != View::Heat {
            desk.notice = Some(Notice::warning(key::ROLLUP_ONLY_HEAT));
            return;
        }
        let last = desk.shared.programme.sections.len().saturating_sub(1);
        self.section = if forward { (self.section + 1).min(last) } else { self.section.saturating_sub(1) };
    }

    fn close(&mut self, desk: &mut Desk) {
        if self.opened.take().is_some() {
            self.refresh(desk);
            self.select(self.opened_at, desk.shared);
        }
    }

    fn open(&mut self, desk: &mut Desk) {
        let Some(figures) = &self.figures else { return };
        let at = self.cursor.at();
        let opened = match &figures.rows {
            Rows::Units(rows) => {
                if let Some(row) = rows.get(at) {
                    let (unit, signed) = (row.unit, row.signed);
                    self.open_unit(unit, signed, desk);
                }
                return;
            }
            Rows::Models(rows) if self.opened.is_some() => {
                desk.go = rows.get(at).and_then(models::FunnelRow::go);
                return;
            }
            Rows::Models(rows) => rows.get(at).map(|row| Opened::Group(row.key.clone())),
            Rows::Praise(rows) => {
                desk.go = rows.get(at).map(|row| self.praise.go(row));
                return;
            }
            Rows::Team(rows) => {
                // A line of a band names no unit: there is nothing to open.
                if let Some(TeamRow::Look(id)) = rows.get(at) {
                    desk.go = Some(Go::SecondLook(*id));
                }
                return;
            }
            Rows::Groups(rows) => rows.get(at).map(|group| Opened::Group(group.key.clone())),
            Rows::Rounds(rows) => match rows.get(at) {
                Some(row) if row.group.signed == 0 => {
                    desk.notice = Some(Notice::warning(key::ROLLUP_NO_GROUP));
                    return;
                }
                row => row.map(|row| Opened::Round(row.round.clone())),
            },
        };
        if opened.is_some() {
            self.opened = opened;
            self.opened_at = at;
            self.cursor = Cursor::default();
            self.refresh(desk);
        }
    }

    /// Opens the inspection that counts, else the one people would look for; at the section that was looked at.
    fn open_unit(&self, unit: UnitId, signed: Option<InspectionId>, desk: &mut Desk) {
        let Some(round) = &self.round else { return };
        let Some(id) = signed.or_else(|| reckon::latest(desk.shared, unit, round)) else {
            let name = desk.shared.unit_name(unit);
            desk.notice = Some(Notice::warning(Message::new(key::UNITS_NO_INSPECTION).with("unit", name)));
            return;
        };
        let kind = desk.shared.summaries.get(&id).map(|summary| &summary.kind);
        let section = self.section_in_front(desk.shared);
        let item = desk
            .shared
            .programme
            .items()
            .find(|(of, item)| Some(&of.id) == section && kind.is_some_and(|kind| item.applies_to.contains(kind)));
        desk.go = Some(match item {
            Some((_, item)) => Go::Item(id, item.id.clone()),
            None => Go::Walk(id),
        });
    }

    /// The section that the rows in front are about, if it is one alone.
    fn section_in_front<'a>(&'a self, shared: &'a Shared) -> Option<&'a SectionId> {
        match &self.opened {
            Some(Opened::Group(GroupKey::Section(section))) => Some(section),
            _ if self.view == View::Heat => shared.programme.sections.get(self.section).map(|section| &section.id),
            _ => None,
        }
    }
}

/// Where a view stands among all.
fn place_of(view: View) -> usize {
    View::ALL.iter().position(|other| *other == view).unwrap_or(0)
}

/// What a view is called.
const fn name_of(view: View) -> Key {
    match view {
        View::District => key::ROLLUP_VIEW_DISTRICT,
        View::Kind => key::ROLLUP_VIEW_KIND,
        View::Section => key::ROLLUP_VIEW_SECTION,
        View::Heat => key::ROLLUP_VIEW_HEAT,
        View::Trend => key::ROLLUP_VIEW_TREND,
        View::Models => key::ROLLUP_VIEW_MODELS,
        View::Praise => key::ROLLUP_VIEW_PRAISE,
        View::Team => key::ROLLUP_VIEW_TEAM,
    }
}

impl Screen for Rollup {
    fn context(&self) -> Context {
        Context::Rollup
    }

    fn enter(&mut self, desk: &mut Desk) {
        self.refresh(desk);
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.cursor.follow(command, self.rows(), desk.shared.page) {
            return self.note_shortfalls(desk.shared);
        }
        match command {
            Command::OpenGroup => self.open(desk),
            Command::Back => self.close(desk),
            Command::NextView => self.turn_view(1, desk),
            Command::PreviousView => self.turn_view(View::ALL.len() - 1, desk),
            Command::NextRound => self.turn_round(true, desk),
            Command::PreviousRound => self.turn_round(false, desk),
            Command::NextSection => self.turn_section(true, desk),
            Command::PreviousSection => self.turn_section(false, desk),
            Command::ShowHistory => desk.go = self.round.clone().map(|round| Go::History(round.into(), None)),
            Command::OpenReport => {
                let about = |round| About::Rollup { round, by: By::District, under: None };
                desk.go = self.round.clone().map(|round| Go::Document(about(round).into()));
            }
            _ => {}
        }
    }

    fn choose(&mut self, row: usize, desk: &mut Desk) {
        self.select(row, desk.shared);
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        match view::target_at(self, at, area, desk.shared) {
            Some(view::Target::View(view)) => {
                let by = View::ALL.len() + place_of(view) - place_of(self.view);
                self.turn_view(by, desk);
            }
            // A click on what is in hand already does what Enter does.
            Some(view::Target::Row(row)) if row == self.cursor.at() => self.open(desk),
            Some(view::Target::Row(row)) => self.select(row, desk.shared),
            Some(view::Target::Cell(row, section)) if (row, section) == (self.cursor.at(), self.section) => {
                self.open(desk);
            }
            Some(view::Target::Cell(row, section)) => {
                self.section = section;
                self.select(row, desk.shared);
            }
            None => {}
        }
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::Opened(_) => self.basis = None,
            Answer::Praise { round, head, list } => {
                self.praise.hear(round, head, list);
                self.basis = None;
            }
            Answer::Censuses(counted) => {
                self.registers.hear(counted);
                self.basis = None;
            }
            Answer::WorkStopped(Job::Praise) => self.praise.stopped(),
            _ => {}
        }
        self.refresh(desk);
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_ROLLUP)
    }

    fn hints(&self, shared: &Shared) -> Vec<Command> {
        let mut hints = Vec::new();
        let opens = match self.figures.as_ref().map(|figures| &figures.rows) {
            Some(Rows::Team(rows)) => matches!(rows.get(self.cursor.at()), Some(TeamRow::Look(_))),
            _ => self.rows() > 0,
        };
        hints.extend(opens.then_some(Command::OpenGroup));
        hints.extend(self.opened.is_some().then_some(Command::Back));
        hints.push(Command::NextView);
        if self.view == View::Heat {
            let last = shared.programme.sections.len().saturating_sub(1);
            hints.extend((self.section < last).then_some(Command::NextSection));
            hints.extend((self.section > 0).then_some(Command::PreviousSection));
        }
        hints.extend(self.neighbours.0.then_some(Command::PreviousRound));
        hints.extend(self.neighbours.1.then_some(Command::NextRound));
        hints.extend(self.round.is_some().then_some(Command::OpenReport));
        hints.push(Command::Help);
        hints.extend(self.round.is_some().then_some(Command::ShowHistory));
        hints
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}
