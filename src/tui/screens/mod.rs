//! The screens, one folder each: what it is for, its state, its update, its view.

pub mod findings;
pub mod flags;
pub mod history;
pub mod models;
pub mod preview;
pub mod queue;
pub mod reports;
pub mod rollup;
pub mod second;
pub mod settings;
pub mod sign_off;
pub mod start;
pub mod unit;
pub mod units;
pub mod walk;

use super::{
    effect::Effect,
    message::{Answer, Now},
    parts::{
        dialog::Dialog,
        form::Form,
        notice::Notice,
        page::Page,
        pane::{Followed, Pane},
    },
    shared::Shared,
    ui::{Frame, Position, Rect, theme::Theme},
};
use crate::{
    domain::{
        draft::{FormId, Typed},
        follow_up::Number,
        ids::{InspectionId, ItemId, UnitId},
        thing::Thing,
        undo::Reach,
    },
    i18n::{Lang, Message},
    keymap::{command::Command, context::Context, key::Key},
    report::asked::Asked,
};
use std::collections::BTreeSet;

/// The names of screens in drafts. They stand in files: one that was written stays readable.
pub mod seats {
    /// The form that plans a round; `plan/` and a unit's id for that unit alone.
    pub const PLAN: &str = "plan";
    /// The answers to flags of an inspection.
    pub const FLAGS: &str = "flags";
    /// What becomes of recommendations.
    pub const FOLLOW_UP: &str = "follow-up";
    /// The draw and the visits to models of an inspection.
    pub const MODELS: &str = "models";
    /// The signature, and opening again.
    pub const SIGN_OFF: &str = "sign-off";
    /// The draw of a second look at an inspection.
    pub const SECOND: &str = "second";
    /// The form that adds a unit.
    pub const UNITS: &str = "units";
    /// The forms about one unit: `unit/` and its id.
    pub const UNIT: &str = "unit/";
    /// The settings.
    pub const SETTINGS: &str = "settings";
    /// What a document is to be about.
    pub const REPORTS: &str = "reports";
    /// Files to read and to write, by their paths.
    pub const FILES: &str = "files";
    /// What lists are narrowed to.
    pub const FILTERS: &str = "filters";
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Go {
    /// One screen back.
    Back,
    /// The queue.
    Queue,
    /// The units.
    Units,
    /// The models of an inspection: list, draw, visits.
    Models(InspectionId),
    /// The page of one unit.
    Unit(UnitId),
    /// The findings and recommendations of all units.
    Findings,
    /// The documents that can be made.
    Reports,
    /// A document, to be read and written.
    Document(Asked),
    /// The walk through an inspection.
    Walk(InspectionId),
    /// An item of the walk that is open below, or is opened for it.
    Item(InspectionId, ItemId),
    /// The same, with a finding or recommendation at that item in hand.
    Matter(InspectionId, ItemId, Number),
    /// The sign-off of the inspection that is open.
    SignOff(InspectionId),
    /// The second look at an inspection; of a second look that at the one it looks at.
    SecondLook(InspectionId),
    /// The flags of an inspection.
    Flags(InspectionId),
    /// Who changed what of a thing; of a part of it alone when one is in hand.
    History(Thing, Option<Trail>),
    /// The roll-up.
    Rollup,
    /// The settings.
    Settings,
}

/// A part of a thing, and the names of the fields that are its own or its records', as the journal writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// What it is called: `C1-05`, `K-01`.
    pub name: String,
    /// The fields.
    pub fields: BTreeSet<String>,
    /// Whether its history is shown alone at first.
    pub alone: bool,
}

/// What a command does to a screen: to its form, its search, its list, or else to the screen itself.
fn follow(screen: &mut (impl Screen + ?Sized), command: Command, desk: &mut Desk) {
    let Some(pane) = screen.pane_mut() else { return screen.act(command, desk) };
    match pane.follow(command, desk.now.at, desk.shared.page) {
        Followed::Not => screen.act(command, desk),
        Followed::Done => {}
        Followed::Moved => screen.moved(desk),
        Followed::Searched => screen.find(desk),
        Followed::Saves => {
            let saved = screen.save(desk);
            let Some(pane) = screen.pane_mut() else { return };
            match saved {
                Ok(()) => pane.form = None,
                Err(mistake) => pane.form.iter_mut().for_each(|form| form.mistake = Some(mistake.clone())),
            }
        }
    }
}

/// A click on a row brings it to hand; on the one that is in hand already it does what Enter does.
fn click(screen: &mut (impl Screen + ?Sized), at: Position, area: Rect, desk: &mut Desk) {
    let (Some(row), Some(pane)) = (screen.row_at(at, area, desk.shared), screen.pane()) else { return };
    if row == pane.at() && !pane.search.is_open() { screen.open_row(desk) } else { screen.choose(row, desk) }
}

/// What an update of a screen may read, and what it asks for.
#[derive(Debug)]
pub struct Desk<'a> {
    /// What every screen reads.
    pub shared: &'a Shared,
    /// When it is.
    pub now: Now,
    /// What must be done outside, in this order.
    pub effects: Vec<Effect>,
    /// What to tell in one line.
    pub notice: Option<Notice>,
    /// A box to open.
    pub dialog: Option<Dialog>,
    /// Where to go.
    pub go: Option<Go>,
}

impl<'a> Desk<'a> {
    /// A desk with nothing asked for.
    #[must_use]
    pub const fn new(shared: &'a Shared, now: Now) -> Self {
        Self { shared, now, effects: Vec::new(), notice: None, dialog: None, go: None }
    }

    /// Asks for something outside.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}

/// A screen. Updates change its state and ask the desk; drawing only reads. One that is a list gives its [`Pane`] and is told what comes of
/// moving, searching and saving; the wiring is here, once for all of them.
pub trait Screen: std::fmt::Debug {
    /// Its list, with its search and the form over it, where it has them.
    fn pane(&self) -> Option<&Pane> {
        None
    }

    /// The same, to change it.
    fn pane_mut(&mut self) -> Option<&mut Pane> {
        None
    }

    /// The context of its own keys: those that count while nothing is typed.
    fn own(&self) -> Context {
        Context::Global
    }

    /// The context in which keys are looked up now.
    fn context(&self) -> Context {
        self.pane().map_or(self.own(), |pane| pane.context(self.own()))
    }

    /// The row of its list at a place of the body `area`.
    fn row_at(&self, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
        let _ = (at, area, shared);
        None
    }

    /// Does what Enter does at the row in hand.
    fn open_row(&mut self, desk: &mut Desk) {
        let _ = desk;
    }

    /// Another row of its list may be in hand.
    fn moved(&mut self, desk: &mut Desk) {
        let _ = desk;
    }

    /// The window has another size, the first one included: there may be room for more.
    fn resized(&mut self, desk: &mut Desk) {
        let _ = desk;
    }

    /// Whether it asked for an inspection only to have it at hand for a row that is not in front.
    fn reads_ahead(&self, id: InspectionId, shared: &Shared) -> bool {
        let _ = (id, shared);
        false
    }

    /// Other words are searched for: shows what they find.
    fn find(&mut self, desk: &mut Desk) {
        let _ = desk;
    }

    /// Saves what the open form says; it is closed then.
    ///
    /// # Errors
    /// What stands in the way; the form says it and stays open.
    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let _ = desk;
        Ok(())
    }

    /// Follows a command that neither its form nor its search nor its list takes.
    fn act(&mut self, command: Command, desk: &mut Desk) {
        let _ = (command, desk);
    }

    /// The screen comes to the front, for the first time or again.
    fn enter(&mut self, desk: &mut Desk) {
        let _ = desk;
    }

    /// Brings an item to hand, where the screen has items, and one of its findings or recommendations.
    fn show(&mut self, item: ItemId, matter: Option<Number>) {
        let _ = (item, matter);
    }

    /// Whether going there is coming back to this screen: the stack never holds it twice.
    fn is_at(&self, go: &Go) -> bool {
        let _ = go;
        false
    }

    /// Whether it waits below the walk that is opened from it, to be come back to.
    fn stays(&self) -> bool {
        false
    }

    /// Follows a command.
    fn follow(&mut self, command: Command, desk: &mut Desk) {
        follow(self, command, desk);
    }

    /// Closes a box that only shows something over the screen. `false` when there is none, and going back leaves the screen.
    fn close(&mut self) -> bool {
        false
    }

    /// The form that is open over the screen, to type into.
    fn form(&mut self) -> Option<&mut Form> {
        self.pane_mut()?.form.as_mut()
    }

    /// Where that form is drawn, of the body `area`.
    fn form_area(&self, area: Rect, lang: Lang) -> Rect {
        let _ = lang;
        area
    }

    /// The words selected in the line of a search; nothing where none is being typed.
    fn searched(&self) -> Option<&str> {
        self.pane().map(|pane| pane.search.selected())
    }

    /// Takes words typed or pasted while a field has the focus.
    fn insert(&mut self, words: &str, desk: &mut Desk) {
        match self.pane_mut() {
            Some(pane) => {
                if pane.insert(words) {
                    self.find(desk);
                }
            }
            None => {
                if let Some(form) = self.form() {
                    form.insert(words);
                }
            }
        }
    }

    /// Takes a key that edits the field with the focus.
    fn edit(&mut self, pressed: Key, desk: &mut Desk) {
        match self.pane_mut() {
            Some(pane) => {
                if pane.edit(pressed) {
                    self.find(desk);
                }
            }
            None => {
                if let Some(form) = self.form() {
                    form.edit(pressed);
                }
            }
        }
    }

    /// Shows the whole list again after a search was accepted.
    fn leave_search(&mut self, desk: &mut Desk) {
        if let Some(pane) = self.pane_mut() {
            pane.search.clear();
            self.find(desk);
        }
    }

    /// Brings a row of the screen's list to hand.
    fn choose(&mut self, row: usize, desk: &mut Desk) {
        if let Some(pane) = self.pane_mut() {
            pane.set(row);
            self.moved(desk);
        }
    }

    /// Puts a value into a field of the open form, as a whole.
    fn fill(&mut self, typed: &Typed, desk: &mut Desk) {
        let _ = desk;
        if let Some(form) = self.form() {
            form.fill(typed);
        }
    }

    /// A click at a place of the screen's body `area`, the same that [`Screen::view`] draws in, while no form is open.
    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        click(self, at, area, desk);
    }

    /// The wheel was turned at a place of `area`: `movement` is what one row of it is worth.
    fn wheel(&mut self, at: Position, area: Rect, movement: Command, desk: &mut Desk) {
        let _ = (at, area);
        self.follow(movement, desk);
    }

    /// Hears an answer of the storage thread; what all screens read is up to date already.
    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        let _ = (answer, desk);
    }

    /// Whether it has not been given yet what it is about: keys then wait for it.
    fn waits(&self) -> bool {
        false
    }

    /// The open form and which it is: the application keeps its words as a draft, and puts back those that were not saved last time.
    fn drafted(&self) -> Option<(FormId, &Form)> {
        None
    }

    /// Whose actions undo means while the screen is in front.
    fn reach(&self) -> Reach {
        Reach::Everywhere
    }

    /// Something was taken back or made again: reads anew what it shows.
    fn read_again(&mut self, desk: &mut Desk) {
        self.enter(desk);
    }

    /// What stands in the tab line: where the person is.
    fn place(&self, shared: &Shared) -> Message;

    /// The commands worth a hint now, most useful first.
    fn hints(&self, shared: &Shared) -> Vec<Command>;

    /// The same screen in words, for those who read line by line.
    fn words(&self, shared: &Shared, now: Now) -> Page {
        let _ = (shared, now);
        Page::new("")
    }

    /// Draws the screen's body.
    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now);
}
