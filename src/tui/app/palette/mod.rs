//! The palette: every command that counts on the screen in front, by name, sentence and key; and, once something is typed, the units and
//! their inspections to go to. What a command does, and where a way leads, is the application's.

pub(super) mod view;

use super::{App, Go};
use crate::{
    domain::{
        ids::{InspectionId, UnitId},
        unit::Unit,
    },
    i18n::{Lang, say},
    keymap::{
        Keymap,
        command::{self, Command},
        context::Context,
    },
    text::{
        Lookup,
        named::{Fits, Named, Query},
    },
    tui::{effect::Effect, message::Now, parts::finder::Finder, shared::Shared},
};
use chrono::NaiveDate;

/// The most rows that are shown of what was found.
const MOST: usize = 100;

/// What Enter does at a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// Runs a command.
    Command(Command),
    /// Opens an inspection.
    Inspection(InspectionId),
    /// Shows a unit among the units.
    Unit(UnitId),
}

/// The open palette.
#[derive(Debug)]
pub(super) struct Palette {
    pub(super) finder: Finder,
    /// The commands: the ones used last stand first, then the order of the table.
    commands: Vec<(Entry, Named)>,
    /// Units and inspections; made when something is typed for the first time.
    places: Option<Lookup<Entry>>,
    /// What the words find, the best first.
    pub(super) found: Vec<Entry>,
}

impl Palette {
    /// The palette over a screen with this context; `recent` are the commands that were run from it, the last one first.
    pub(super) fn new(context: Context, recent: &[Command], lang: Lang) -> Self {
        let counts = |row: &&command::Row| {
            let own = |layer: &Context| command::counts(row.command, context, *layer);
            row.command != Command::OpenPalette && context.layers().iter().any(own)
        };
        let mut rows: Vec<&command::Row> = command::TABLE.iter().filter(counts).collect();
        let age = |command| recent.iter().position(|used| *used == command).unwrap_or(recent.len());
        rows.sort_by_key(|row| age(row.command));
        let commands = rows.into_iter().map(|row| {
            let name = format!("{} {}", say(lang, row.label), row.name);
            (Entry::Command(row.command), Named::new(&name, &say(lang, row.help)))
        });
        let mut palette =
            Self { finder: Finder::default(), commands: commands.collect(), places: None, found: Vec::new() };
        palette.found = palette.commands.iter().map(|(entry, _)| *entry).collect();
        palette
    }

    /// Finds anew, after the words have changed.
    pub(super) fn find(&mut self, shared: &Shared, today: NaiveDate) {
        let mut query = Query::new(self.finder.words());
        if query.is_empty() {
            self.found = self.commands.iter().map(|(entry, _)| *entry).collect();
            return;
        }
        let places = self.places.get_or_insert_with(|| places(shared, today));
        let commands = self.commands.iter().filter_map(|(entry, named)| Some((named.fits(&mut query)?, *entry)));
        let mut found: Vec<(Fits, Entry)> = commands.collect();
        found.extend(places.find(self.finder.words()).into_iter().map(|(fit, entry)| (Fits::Name(fit), entry)));
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        self.found = found.into_iter().take(MOST).map(|(_, entry)| entry).collect();
    }
}

impl App {
    pub(super) fn open_palette(&mut self) {
        self.palette = Some(Palette::new(self.screen().context(), &self.recent, self.shared.lang()));
    }

    /// Follows a command of the open palette.
    pub(super) fn follow_palette(&mut self, command: Command, now: Now) -> Vec<Effect> {
        let Some(open) = &mut self.palette else { return Vec::new() };
        match command {
            Command::RunCommand => return self.run_found(now),
            Command::LeavePalette => self.palette = None,
            _ => {
                let before = open.finder.words().to_owned();
                open.finder.follow(command, open.found.len(), self.shared.page);
                if open.finder.words() != before {
                    open.find(&self.shared, now.today());
                }
            }
        }
        Vec::new()
    }

    /// Does what the row in hand says, and closes the palette; nothing while no row fits.
    pub(super) fn run_found(&mut self, now: Now) -> Vec<Effect> {
        let found = self.palette.as_ref().and_then(|open| open.found.get(open.finder.at()).copied());
        let Some(entry) = found else { return Vec::new() };
        self.palette = None;
        match entry {
            Entry::Command(command) => {
                self.recent.retain(|used| *used != command);
                self.recent.insert(0, command);
                self.follow(command, now)
            }
            Entry::Inspection(id) => {
                self.put_all_away();
                self.go(Go::Walk(id), now)
            }
            Entry::Unit(id) => self.go(Go::Unit(id), now),
        }
    }

    /// Says the names of the open palette in the language that is spoken now.
    pub(super) fn name_palette(&mut self, now: Now) {
        let Some(open) = self.palette.take() else { return };
        let fresh = Palette::new(self.screen().context(), &self.recent, self.shared.lang());
        let mut named = Palette { finder: open.finder, places: open.places, ..fresh };
        named.find(&self.shared, now.today());
        self.palette = Some(named);
    }
}

/// The inspections that people look for first – of each unit of the day what is pending, else what was signed last –, then the units.
fn places(shared: &Shared, today: NaiveDate) -> Lookup<Entry> {
    let (mut inspections, mut units) = (Vec::new(), Vec::new());
    let holds = |unit: &&Unit| shared.units.at(&unit.code, today).is_some_and(|row| row.id == unit.id);
    for unit in shared.units.iter().filter(holds) {
        let name = format!("{} {}", unit.name, unit.code);
        let latest = shared
            .summaries
            .of_unit(unit.id)
            .max_by_key(|summary| (summary.signed_at.is_none(), summary.signed_at, summary.due));
        if let Some(summary) = latest {
            inspections.push((Entry::Inspection(summary.id), name.clone()));
        }
        units.push((Entry::Unit(unit.id), name));
    }
    inspections.append(&mut units);
    Lookup::new(inspections)
}

/// The keys of a command as screens write them, at most so many.
fn keys(keymap: &Keymap, context: Context, command: Command, most: usize) -> String {
    keymap
        .keys_of(context, command)
        .into_iter()
        .take(most)
        .map(|keys| keymap.label(keys))
        .collect::<Vec<_>>()
        .join("  ")
}
