//! The application: which screen is in front, what is being saved, and where a key goes – dialog, then field, then screen, then
//! everywhere. Pure: everything outside is asked for as an effect.

mod asked;
mod clipboard;
mod drafts;
mod hear;
mod held;
mod help;
mod in_words;
mod keys;
mod mouse;
mod palette;
mod route;
mod typing;
mod view;
mod work;

pub use in_words::Waits;
pub use view::view;

use super::{
    effect::{Effect, Occasion},
    message::{Answer, Message, Now, Progress, Snapshot},
    parts::{dialog::Dialog, notice::Notice},
    screens::{
        Desk, Go, Screen, findings::Findings, queue::Queue, reports::Reports, rollup::Rollup, start::Start,
        units::Units,
    },
    shared::Shared,
    ui::theme::Theme,
};
use crate::{
    domain::edit::Change,
    i18n::{Lang, key},
    keymap::{
        Keymap, Lookup,
        choice::{Choice, InForce, Origin},
        command::Command,
        context::Context,
        key::Key,
    },
};
use palette::Palette;

/// The screens behind the tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Queue,
    Units,
    Findings,
    Rollup,
    Reports,
}

/// What stands at the bottom of the stack of screens.
#[derive(Debug)]
enum Base {
    /// No vault is open yet.
    Start(Box<Start>),
    /// A vault is open.
    Tabs {
        queue: Box<Queue>,
        units: Box<Units>,
        findings: Box<Findings>,
        rollup: Box<Rollup>,
        reports: Box<Reports>,
        at: Tab,
    },
}

/// Whether what was decided is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Everything is.
    All,
    /// So many actions are on their way.
    Waiting(usize),
    /// Something was not kept.
    Failed,
}

/// The state of the whole application.
#[derive(Debug)]
pub struct App {
    shared: Shared,
    /// The keymap in force, and where it comes from.
    keymap: Keymap,
    origin: Origin,
    /// What it is made from.
    choice: Choice,
    /// The theme this session is bound to, whatever the settings say.
    bound: Option<Theme>,
    theme: Theme,
    base: Base,
    stack: Vec<Box<dyn Screen>>,
    dialog: Option<Dialog>,
    help: Option<help::Page>,
    palette: Option<Palette>,
    /// The commands that were run from the palette, the last one first.
    recent: Vec<Command>,
    notice: Option<Notice>,
    saved: Saved,
    /// How many actions the disk did not take; the storage thread keeps them until it is told to try again.
    unsaved: usize,
    /// How far the long work is that goes on.
    work: Option<Progress>,
    pressed: Vec<Key>,
    /// Keys that wait until the screen in front has what it is about.
    held: Vec<Key>,
    /// Columns and rows of the terminal.
    size: (u16, u16),
    /// Whether something is being taken back or made again just now.
    undoing: bool,
    /// The form whose words are kept as a draft.
    open_form: Option<drafts::OpenForm>,
    /// The words copied or cut last.
    clipboard: String,
    /// Whether the last character typed may be part of a word that an input method composes.
    composing: bool,
    /// Columns within the screen's box, which help is wrapped to.
    columns: usize,
    /// Whether the screen is covered, so that who passes by reads nothing.
    covered: bool,
}

/// Whether a person did something at the keyboard or with the mouse.
#[must_use]
pub const fn is_touch(message: &Message) -> bool {
    matches!(
        message,
        Message::Pressed(_)
            | Message::Pasted(_)
            | Message::Commanded(_)
            | Message::Chosen(_)
            | Message::Filled(_)
            | Message::Clicked(..)
            | Message::Wheeled { .. }
    )
}

impl App {
    /// Minutes without a touch after which the screen is to be covered; none while it is, and where the settings do not want it.
    #[must_use]
    pub fn covers_after(&self) -> Option<u16> {
        let minutes = self.shared.settings.cover_after;
        (minutes > 0 && !self.covered && matches!(self.base, Base::Tabs { .. })).then_some(minutes)
    }

    /// Whether a message changes nothing that is shown: what was read ahead for a row that is not in front. Drawing for it would only take time
    /// from the next key.
    #[must_use]
    pub fn goes_unseen(&self, message: &Message) -> bool {
        let Message::Stored(answer) = message else { return false };
        let Answer::Loaded { inspection, .. } = &**answer else { return false };
        self.held.is_empty() && !self.undoing && self.screen().reads_ahead(inspection.id, &self.shared)
    }

    /// The application before any vault is open: the first start, in the language of `shared`.
    #[must_use]
    pub fn starting(shared: Shared, keys: Choice, theme: impl Into<Option<Theme>>, folder: String) -> Self {
        let base = Base::Start(Box::new(Start::new(folder, shared.lang())));
        let mut app = Self::on(base, shared, keys, theme.into());
        app.tell(Vec::new(), app.keymap_not_used());
        app
    }

    /// The application on an open vault; a `theme` counts for the whole session, without one the settings say it.
    #[must_use]
    pub fn opened(snapshot: Snapshot, keys: Choice, theme: impl Into<Option<Theme>>, now: Now) -> Self {
        let of_vault = snapshot.notices.clone();
        let shared = Shared::new(snapshot);
        let waiting = drafts::waiting(&shared);
        let mut app = Self::on(tabs(&shared, now), shared, keys, theme.into());
        app.tell(of_vault, waiting.into_iter().chain(app.keymap_not_used()));
        app
    }

    fn on(base: Base, shared: Shared, choice: Choice, bound: Option<Theme>) -> Self {
        let InForce { keymap, origin } = choice.in_force(shared.settings.keymap);
        Self {
            theme: bound.unwrap_or_else(|| Theme::named(shared.settings.theme)),
            bound,
            keymap: keymap.named_in(shared.settings.signs),
            shared,
            origin,
            choice,
            base,
            stack: Vec::new(),
            dialog: None,
            help: None,
            palette: None,
            recent: Vec::new(),
            notice: None,
            saved: Saved::All,
            unsaved: 0,
            work: None,
            pressed: Vec::new(),
            held: Vec::new(),
            size: (80, 24),
            undoing: false,
            open_form: None,
            clipboard: String::new(),
            composing: false,
            columns: 78,
            covered: false,
        }
    }

    /// Whether everything decided is durable.
    #[must_use]
    pub fn saved(&self) -> Saved {
        self.saved
    }

    /// What every screen reads.
    #[must_use]
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Takes a message and gives what must be done outside, in order.
    pub fn update(&mut self, message: Message, now: Now) -> Vec<Effect> {
        if self.covered && is_touch(&message) {
            self.covered = false;
            return Vec::new();
        }
        let mut effects = match message {
            Message::Pressed(pressed) => self.press(pressed, now),
            Message::Clicked(column, row) => self.click(column, row, now),
            Message::Wheeled { column, row, down } => self.wheel(column, row, down, now),
            Message::Pasted(words) => self.paste(&words, now),
            Message::Commanded(command) => {
                self.notice = None;
                self.follow(command, now)
            }
            Message::Chosen(row) => self.at_desk(now, |screen, desk| screen.choose(row, desk)),
            Message::Filled(typed) => self.at_desk(now, |screen, desk| screen.fill(&typed, desk)),
            Message::Resized(columns, rows) => {
                self.size = (columns, rows);
                self.columns = usize::from(columns.saturating_sub(2));
                self.shared.columns = columns;
                self.shared.page = usize::from(rows.saturating_sub(6)).max(1);
                self.at_desk(now, |screen, desk| screen.resized(desk))
            }
            Message::Edited(edited) => self.take_edited(edited),
            Message::Quiet | Message::Resumed => Vec::new(),
            Message::NotSuspended => {
                self.notice = Some(Notice::warning(key::SUSPEND_NO_SHELL));
                Vec::new()
            }
            Message::Unattended => {
                self.covered = matches!(self.base, Base::Tabs { .. });
                self.keep_words().into_iter().collect()
            }
            Message::Rested => self.keep_words().into_iter().collect(),
            Message::Interrupted => self.keep_words().into_iter().chain([Effect::Quit]).collect(),
            Message::Stored(answer) => {
                let mut effects = self.hear(&answer, now);
                effects.extend(self.release(now));
                effects
            }
        };
        effects.extend(self.attend_form());
        let commits = effects
            .iter()
            .filter(|effect| {
                matches!(
                    effect,
                    Effect::Commit(_)
                        | Effect::SaveAgain
                        | Effect::Plan(..)
                        | Effect::AddUnit(_)
                        | Effect::AddModel(..)
                        | Effect::Attach { .. }
                        | Effect::UndoLast(_)
                        | Effect::RedoLast(_)
                )
            })
            .count();
        self.saved = match (self.saved, commits) {
            (saved, 0) => saved,
            (Saved::Waiting(waiting), more) => Saved::Waiting(waiting + more),
            (_, more) => Saved::Waiting(more),
        };
        effects
    }

    fn context(&self) -> Context {
        if self.dialog.is_some() {
            Context::Dialog
        } else if self.palette.is_some() {
            Context::Palette
        } else if self.help.is_some() {
            Context::Help
        } else {
            self.screen().context()
        }
    }

    fn screen(&self) -> &dyn Screen {
        match (self.stack.last(), &self.base) {
            (Some(top), _) => top.as_ref(),
            (None, Base::Start(start)) => start.as_ref(),
            (None, Base::Tabs { rollup, at: Tab::Rollup, .. }) => rollup.as_ref(),
            (None, Base::Tabs { reports, at: Tab::Reports, .. }) => reports.as_ref(),
            (None, Base::Tabs { units, at: Tab::Units, .. }) => units.as_ref(),
            (None, Base::Tabs { findings, at: Tab::Findings, .. }) => findings.as_ref(),
            (None, Base::Tabs { queue, .. }) => queue.as_ref(),
        }
    }

    fn screen_mut(&mut self) -> &mut dyn Screen {
        match (self.stack.last_mut(), &mut self.base) {
            (Some(top), _) => top.as_mut(),
            (None, Base::Start(start)) => start.as_mut(),
            (None, Base::Tabs { rollup, at: Tab::Rollup, .. }) => rollup.as_mut(),
            (None, Base::Tabs { units, at: Tab::Units, .. }) => units.as_mut(),
            (None, Base::Tabs { findings, at: Tab::Findings, .. }) => findings.as_mut(),
            (None, Base::Tabs { reports, at: Tab::Reports, .. }) => reports.as_mut(),
            (None, Base::Tabs { queue, at: Tab::Queue, .. }) => queue.as_mut(),
        }
    }

    /// Lets the front screen do something at a desk, then does what it asked the application for.
    fn at_desk(&mut self, now: Now, act: impl FnOnce(&mut dyn Screen, &mut Desk)) -> Vec<Effect> {
        let mut desk = Desk::new(&self.shared, now);
        match (self.stack.last_mut(), &mut self.base) {
            (Some(top), _) => act(top.as_mut(), &mut desk),
            (None, Base::Start(start)) => act(start.as_mut(), &mut desk),
            (None, Base::Tabs { rollup, at: Tab::Rollup, .. }) => act(rollup.as_mut(), &mut desk),
            (None, Base::Tabs { reports, at: Tab::Reports, .. }) => act(reports.as_mut(), &mut desk),
            (None, Base::Tabs { units, at: Tab::Units, .. }) => act(units.as_mut(), &mut desk),
            (None, Base::Tabs { findings, at: Tab::Findings, .. }) => act(findings.as_mut(), &mut desk),
            (None, Base::Tabs { queue, .. }) => act(queue.as_mut(), &mut desk),
        }
        let Desk { mut effects, notice, dialog, go, .. } = desk;
        self.notice = notice.or(self.notice.take());
        self.dialog = dialog.or(self.dialog.take());
        if let Some(go) = go {
            effects.extend(self.go(go, now));
        }
        effects
    }

    fn paste(&mut self, words: &str, now: Now) -> Vec<Effect> {
        if self.context().is_text() { self.paste_into_field(words, now) } else { Vec::new() }
    }

    fn press(&mut self, pressed: Key, now: Now) -> Vec<Effect> {
        if self.holds(pressed) {
            return Vec::new();
        }
        self.notice = None;
        let context = self.context();
        // A printable key in a field belongs to the field, whatever a keymap says.
        if let Some(printable) = pressed.printable().filter(|_| context.is_text()) {
            self.pressed.clear();
            return self.type_into_field(printable, now);
        }
        let mut effects = self.end_word_before(pressed, context, now);
        if self.pressed.is_empty() && context.is_text() {
            if pressed == Key::ctrl('c') && !self.selected().is_empty() {
                effects.extend(self.follow(Command::Copy, now));
                return effects;
            }
            if self.move_in_form(pressed) {
                return effects;
            }
        }
        // Outside of fields nothing is marked: Shift means nothing there.
        self.pressed.push(if context.is_text() { pressed } else { pressed.without_shift() });
        effects.extend(match self.keymap.lookup(context, &self.pressed) {
            Lookup::Command(command) => {
                self.pressed.clear();
                self.follow(command, now)
            }
            Lookup::Prefix(_) => Vec::new(),
            Lookup::None => {
                self.pressed.clear();
                if context.is_text() { self.edit_field(pressed, now) } else { Vec::new() }
            }
        });
        effects
    }

    fn follow(&mut self, command: Command, now: Now) -> Vec<Effect> {
        match command {
            Command::Quit => return self.quit(),
            Command::SwitchLanguage => {
                let effects = self.switch_language(now);
                self.name_palette(now);
                return effects;
            }
            Command::SwitchInput => return self.switch_input(),
            Command::Copy => return self.copy(),
            Command::Cut => return self.cut(now),
            Command::Paste => return self.paste_copied(now),
            Command::EditOutside => return self.edit_outside(),
            Command::Suspend => return self.keep_words().into_iter().chain([Effect::Suspend]).collect(),
            Command::Help if self.help.is_none() => {
                (self.help, self.palette) = (Some(help::Page::default()), None);
                return Vec::new();
            }
            _ => {}
        }
        if self.dialog.is_some() {
            return self.answer(command);
        }
        if self.palette.is_some() {
            return self.follow_palette(command, now);
        }
        if self.help.is_some() {
            self.follow_help(command);
            return Vec::new();
        }
        match command {
            Command::OpenPalette => {
                self.open_palette();
                Vec::new()
            }
            Command::Undo | Command::Redo if !matches!(self.base, Base::Start(_)) => self.undo(command),
            Command::CancelWork => self.cancel_work(),
            // What shows a bar is left off before the screen is: the bar says so.
            Command::Back if self.work.is_some() => self.cancel_work(),
            Command::Back if self.stack.last_mut().is_some_and(|top| top.close()) => Vec::new(),
            Command::Back if self.screen().pane().is_some_and(|pane| pane.search.is_on()) => {
                self.at_desk(now, |screen, desk| screen.leave_search(desk))
            }
            Command::Back if !self.stack.is_empty() => self.go(Go::Back, now),
            Command::GoQueue => self.go_from_anywhere(Go::Queue, now),
            Command::GoUnits => self.go_from_anywhere(Go::Units, now),
            Command::GoReports => self.go_from_anywhere(Go::Reports, now),
            Command::GoFindings => self.go_from_anywhere(Go::Findings, now),
            Command::BackUp if !matches!(self.base, Base::Start(_)) => vec![Effect::BackUp(Occasion::Asked)],
            Command::OpenSettings => self.go_from_anywhere(Go::Settings, now),
            Command::GoRollup => {
                if self.shared.current_round().is_some() {
                    return self.go_from_anywhere(Go::Rollup, now);
                }
                self.notice = Some(Notice::warning(key::ROLLUP_NO_ROUND));
                Vec::new()
            }
            Command::CancelForm => {
                let kept = self.lay_aside();
                kept.into_iter().chain(self.at_desk(now, |screen, desk| screen.follow(command, desk))).collect()
            }
            _ => self.at_desk(now, |screen, desk| screen.follow(command, desk)),
        }
    }

    /// Takes back the last action of what the screen in front is about, or makes it again. In an open form there is none: its words are not
    /// saved yet.
    fn undo(&mut self, command: Command) -> Vec<Effect> {
        if self.context().is_text() {
            return Vec::new();
        }
        self.undoing = true;
        let reach = self.screen().reach();
        vec![if command == Command::Undo { Effect::UndoLast(reach) } else { Effect::RedoLast(reach) }]
    }

    fn switch_language(&mut self, now: Now) -> Vec<Effect> {
        let lang = if self.shared.lang() == Lang::Vi { Lang::En } else { Lang::Vi };
        if matches!(self.base, Base::Start(_)) {
            return self.at_desk(now, |screen, desk| screen.follow(Command::SwitchLanguage, desk));
        }
        self.shared.settings.lang = lang;
        vec![Effect::Commit(vec![Change::Settings(self.shared.settings.clone())])]
    }
}

fn tabs(shared: &Shared, now: Now) -> Base {
    Base::Tabs {
        queue: Box::new(Queue::new(shared, now.today())),
        units: Box::new(Units::new()),
        findings: Box::default(),
        rollup: Box::default(),
        reports: Box::default(),
        at: Tab::Queue,
    }
}
