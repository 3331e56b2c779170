//! The walk: one inspection, item by item, with evidence, notes, findings and recommendations at hand. Not for: deciding what a
//! mark is worth (`domain::score`), or signing (`sign_off`).

mod draft;
mod fairness;
mod forms;
mod last_time;
mod pace;
mod reading;
mod records;
mod sheet;
mod view;
mod words;

use super::{Desk, Go, Screen};
use crate::{
    domain::{
        answer::{Answer as Mark, Level},
        draft::FormId,
        follow_up::{Earlier, Number},
        ids::{InspectionId, ItemId},
        undo::Reach,
    },
    i18n::{Lang, Message, key},
    keymap::{command::Command, context::Context},
    report::asked::About,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use forms::Purpose;
use last_time::LastTime;
use reading::{Reading, What};
use sheet::{Pane, Sheet};
use std::sync::Arc;
use view::Target;

/// State of the walk through one inspection.
#[derive(Debug)]
pub struct Walk {
    id: InspectionId,
    /// The item to begin at, and what of it, until the inspection is loaded.
    begin_at: Option<(ItemId, Option<Number>)>,
    /// Nothing until the storage thread has brought the inspection.
    sheet: Option<Sheet>,
    /// It cannot be read: nothing is waited for any more.
    given_up: bool,
    form: Option<(Purpose, Form)>,
    /// A box that only shows something.
    reading: Option<Reading>,
    /// The last inspection of the same unit, once it is loaded.
    last_time: Option<LastTime>,
    /// What earlier inspections of the same unit left behind.
    earlier: Arc<Earlier>,
    /// Whether words that were not saved last time are to be offered once the inspection is loaded.
    offers: bool,
}

impl Walk {
    /// The walk through an inspection that is still to be loaded.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self {
            id,
            begin_at: None,
            sheet: None,
            given_up: false,
            form: None,
            reading: None,
            last_time: None,
            earlier: Arc::default(),
            offers: false,
        }
    }

    /// Whether it is a second look at another inspection.
    fn is_second(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.inspection.second.is_some())
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let (Some((purpose, form)), Some(sheet)) = (&mut self.form, &mut self.sheet) else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => {}
            Outcome::Cancel => self.form = None,
            Outcome::Save => match forms::read(purpose, form, sheet, desk.now) {
                Ok(read) => {
                    sheet.commit_with(read.edits, read.attach, desk);
                    if command == Command::SaveAndNext && !sheet.go_to_next_unanswered() {
                        desk.notice = Some(Notice::done(key::WALK_ALL_ANSWERED));
                    }
                    self.form = None;
                }
                Err(mistake) => form.mistake = Some(mistake),
            },
        }
    }

    /// Commands that only look and move; `false` when the command is another.
    fn moves(&mut self, command: Command, desk: &mut Desk) -> bool {
        let Some(sheet) = &mut self.sheet else { return false };
        match command {
            Command::NextItem => sheet.step(1),
            Command::PreviousItem => sheet.step(-1),
            Command::NextUnanswered => {
                if !sheet.go_to_next_unanswered() {
                    desk.notice = Some(Notice::done(key::WALK_ALL_ANSWERED));
                }
            }
            Command::NextSection => sheet.step_section(true),
            Command::PreviousSection => sheet.step_section(false),
            Command::FocusRecords => sheet.switch_pane(),
            Command::ShowGuidance => self.reading = Some(Reading::new(What::Guidance)),
            Command::OpenSecondLook => desk.go = Some(Go::SecondLook(self.id)),
            Command::ShowLastTime | Command::OpenModels | Command::OpenUnitPage if sheet.is_blind() => {
                let by = sheet.inspection.second.as_ref().map(|second| second.by.clone()).unwrap_or_default();
                desk.notice = Some(Notice::warning(Message::new(key::SECOND_BLIND).with("by", by)));
            }
            Command::ShowLastTime => self.reading = Some(Reading::new(What::LastTime)),
            Command::EditSelfScore if sheet.inspection.has_marks() => {
                desk.notice = Some(fairness::self_score(sheet, desk.shared.lang()));
            }
            Command::Sign => desk.go = Some(Go::SignOff(self.id)),
            Command::OpenFlags => desk.go = Some(Go::Flags(self.id)),
            Command::OpenReport => desk.go = Some(Go::Document(About::Inspection(self.id).into())),
            Command::ShowHistory => desk.go = Some(Go::History(self.id.into(), sheet.trail())),
            Command::OpenModels => desk.go = Some(Go::Models(self.id)),
            Command::OpenUnitPage => desk.go = Some(Go::Unit(sheet.inspection.plan.unit)),
            _ => return sheet.move_cursor(command, desk.shared.page),
        }
        true
    }

    fn open(&mut self, purpose: Purpose, desk: &Desk) {
        if let Some(sheet) = &self.sheet {
            self.form = forms::form(&purpose, sheet, desk.shared, desk.now).map(|form| (purpose, form));
        }
    }

    fn changes(&mut self, command: Command, desk: &mut Desk) {
        let Some(sheet) = &mut self.sheet else { return };
        if sheet.inspection.is_signed() {
            desk.notice = Some(Notice::warning(key::WALK_SIGNED));
            return;
        }
        let Some(item) = sheet.item_id() else { return };
        match command {
            Command::Rate(level) => {
                if let Some(level) = Level::new(level) {
                    sheet.mark(Some(Mark::Rated(level)), desk);
                }
            }
            Command::ClearAnswer => sheet.mark(None, desk),
            Command::NotApplicable => self.open(Purpose::NotApplicable(item), desk),
            Command::NotVerified => self.open(Purpose::NotVerified(item), desk),
            Command::AddEvidence => self.open(Purpose::Evidence(item, None), desk),
            Command::CiteEvidence if sheet.inspection.evidence.is_empty() => {
                desk.notice = Some(Notice::warning(key::WALK_NO_EVIDENCE_YET));
            }
            Command::CiteEvidence => self.open(Purpose::Cite(item), desk),
            Command::AddFinding => self.open(Purpose::Finding(item, None), desk),
            Command::AddRecommendation => self.open(Purpose::Recommendation(item, None), desk),
            Command::EditNote => self.open(Purpose::Note(item), desk),
            Command::EditVisit => self.open(Purpose::Visit, desk),
            Command::EditSelfScore => self.open(Purpose::SelfScore, desk),
            Command::EditRecord => match (sheet.pane, sheet.record()) {
                (Pane::Records, Some(record)) => self.open(Purpose::of_record(item, record), desk),
                _ => sheet.switch_pane(),
            },
            Command::RemoveRecord if sheet.pane == Pane::Records => {
                let Some(record) = sheet.record() else { return };
                let edits = records::removal(&sheet.inspection, &item, &record);
                let removed =
                    Message::new(key::WALK_REMOVED).with("record", record.number()).with("item", item.as_str());
                desk.notice = Some(Notice::done(removed));
                sheet.commit(edits, desk);
            }
            _ => {}
        }
    }
}

impl Screen for Walk {
    fn context(&self) -> Context {
        if self.form.is_some() { Context::Form } else { Context::Walk }
    }

    fn is_at(&self, go: &Go) -> bool {
        *go == Go::Walk(self.id)
    }

    fn show(&mut self, item: ItemId, matter: Option<Number>) {
        self.begin_at = Some((item, matter));
    }

    fn enter(&mut self, desk: &mut Desk) {
        self.offers = true;
        desk.ask(Effect::Load(self.id));
        desk.ask(Effect::LoadEarlier(self.id));
        let last = desk.shared.summaries.get(&self.id).and_then(|summary| desk.shared.previous(summary));
        if let Some(last) =
            last.filter(|last| self.last_time.as_ref().is_none_or(|known| known.inspection.id != last.id))
        {
            desk.ask(Effect::Load(last.id));
        }
    }

    fn close(&mut self) -> bool {
        self.reading.take().is_some()
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if let Some(sheet) = &mut self.sheet {
            sheet.tick(desk.now);
        }
        if let Some(mut reading) = self.reading.take() {
            let rows = view::reading_rows(self, reading.what, desk.shared, desk.now.today());
            // The score strip below takes a row of the page.
            if reading.follow(command, rows, desk.shared.page.saturating_sub(1)) {
                self.reading = Some(reading);
                return;
            }
            if command == reading.command() {
                return;
            }
        }
        if self.form.is_some() {
            self.follow_form(command, desk);
        } else if !self.moves(command, desk) {
            self.changes(command, desk);
        }
    }

    fn insert(&mut self, words: &str, desk: &mut Desk) {
        if let Some(sheet) = &mut self.sheet {
            sheet.tick(desk.now);
        }
        if let Some((_, form)) = &mut self.form {
            form.insert(words);
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|(_, form)| form)
    }

    fn form_area(&self, area: Rect, _: Lang) -> Rect {
        self.form.as_ref().map_or(area, |(purpose, _)| view::form_area(purpose, area))
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        let lang = desk.shared.lang();
        if self.close() {
            return;
        }
        let Some(sheet) = &mut self.sheet else { return };
        sheet.tick(desk.now);
        match view::target_at(sheet, at, area, lang) {
            Some(Target::Item(item)) => sheet.choose(item),
            Some(Target::Level(level)) => self.changes(Command::Rate(level), desk),
            Some(Target::Record(record)) => sheet.choose_record(record),
            Some(Target::Records) => sheet.switch_pane(),
            Some(Target::LastTime) => self.reading = Some(Reading::new(What::LastTime)),
            None => {}
        }
    }

    fn wheel(&mut self, at: Position, area: Rect, movement: Command, desk: &mut Desk) {
        if self.reading.is_some() {
            return self.follow(movement, desk);
        }
        let Some(sheet) = self.sheet.as_mut().filter(|_| self.form.is_none()) else { return };
        sheet.tick(desk.now);
        // Over the item the wheel moves among its records, never on to another item under the person's eyes.
        if view::is_in_items(at, area) == (sheet.pane == Pane::Items) {
            sheet.move_cursor(movement, desk.shared.page);
        }
    }

    fn choose(&mut self, row: usize, desk: &mut Desk) {
        if let Some(sheet) = &mut self.sheet {
            sheet.tick(desk.now);
            sheet.choose_record(row);
        }
    }

    fn waits(&self) -> bool {
        self.sheet.is_none() && !self.given_up
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        if let Answer::Earlier { id, earlier } = answer
            && *id == self.id
        {
            self.earlier = Arc::clone(earlier);
        }
        let Answer::Loaded { inspection, programme } = answer else {
            self.given_up |= matches!(answer, Answer::Failed { .. });
            return;
        };
        if inspection.id != self.id {
            let last = desk.shared.summaries.get(&self.id).and_then(|summary| desk.shared.previous(summary));
            if last.is_some_and(|last| last.id == inspection.id) {
                let about = desk.shared.circumstances(&inspection.plan);
                self.last_time = Some(LastTime::new((**inspection).clone(), programme.clone(), about));
            }
            return;
        }
        let about = desk.shared.circumstances(&inspection.plan);
        if let Some(sheet) = &mut self.sheet {
            sheet.reload((**inspection).clone());
        } else {
            self.sheet = Some(Sheet::new((**inspection).clone(), programme.clone(), about, desk.now));
        }
        if let (Some(sheet), Some((item, matter))) = (&mut self.sheet, self.begin_at.take()) {
            sheet.show(&item);
            sheet.bring_to_hand(matter.as_ref());
        }
        if std::mem::take(&mut self.offers) && self.form.is_none() {
            self.offer_draft(desk);
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        self.form.as_ref().map(|(purpose, form)| (forms::form_id(self.id, purpose), form))
    }

    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    /// The inspection came with the answer already; reading it once more could show away what is decided meanwhile.
    fn read_again(&mut self, _: &mut Desk) {}

    fn place(&self, shared: &Shared) -> Message {
        let summary = shared.summaries.get(&self.id);
        let unit = summary.map(|summary| shared.called(summary)).unwrap_or_default();
        match self.sheet.as_ref().and_then(Sheet::section) {
            Some(section) => {
                Message::new(key::WALK_PLACE).with("unit", &*unit).with("section", section.title.to(shared.lang()))
            }
            None => Message::new(key::WALK_PLACE_UNIT).with("unit", &*unit),
        }
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some((_, form)) = &self.form {
            let mut hints = form.hints();
            hints.insert(1, Command::SaveAndNext);
            return hints;
        }
        if self.reading.is_some() {
            return vec![Command::Back];
        }
        let signed = self.sheet.as_ref().is_some_and(|sheet| sheet.inspection.is_signed());
        let records = self.sheet.as_ref().is_some_and(|sheet| sheet.pane == Pane::Records);
        if signed {
            return vec![Command::OpenReport, Command::Sign, Command::ShowHistory, Command::Back, Command::Help];
        }
        if records {
            return vec![
                Command::EditRecord,
                Command::RemoveRecord,
                Command::FocusRecords,
                Command::Undo,
                Command::Help,
            ];
        }
        // The levels stand numbered on the screen; the keys nobody can see come first, last time's where it says something.
        let told = self.last_time.as_ref().zip(self.sheet.as_ref().and_then(Sheet::item_id));
        let told = told.is_some_and(|(last, item)| last.mark(&item).is_some());
        let mut hints = vec![Command::AddEvidence, Command::NotApplicable, Command::NotVerified];
        if self.sheet.as_ref().and_then(Sheet::score).is_some_and(|score| score.propose_not_verified) {
            hints.rotate_right(1);
        }
        hints.extend(told.then_some(Command::ShowLastTime));
        // Where the draw decides, the way to it stands in front.
        if self.sheet.as_ref().and_then(Sheet::item).is_some_and(|item| item.measures_sample) {
            hints.insert(1, Command::OpenModels);
        }
        hints.push(Command::OpenFlags);
        hints.extend([
            Command::EditNote,
            Command::AddFinding,
            Command::AddRecommendation,
            Command::NextUnanswered,
            Command::Sign,
            Command::Help,
            Command::ShowGuidance,
            Command::EditVisit,
            Command::EditSelfScore,
            Command::CiteEvidence,
            Command::Undo,
            Command::OpenReport,
            Command::FocusRecords,
            Command::ShowHistory,
            Command::OpenUnitPage,
            Command::OpenModels,
        ]);
        hints
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now);
    }
}
