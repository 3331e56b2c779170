//! What happened: keys, words, sizes, and answers of the storage thread.

use crate::{
    domain::{
        draft::{Draft, Typed},
        edit::Settings,
        evidence::Evidence,
        follow_up::{Earlier, Matter, Matters},
        ids::{EvidenceId, InspectionId, RoundId, UnitId},
        indicator::Indicators,
        inspection::Inspection,
        model::{Census, Register},
        nomination::Nominations,
        programme::Programme,
        round::Round,
        summary::Summary,
        thing::Thing,
        unit::Units,
    },
    i18n::Message as Words,
    keymap::{command::Command, key::Key},
    report::{asked::Asked, flags::Flagged},
    store::{Drawing, HistoryLine, Summaries},
    text::Findable,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::{collections::BTreeMap, sync::Arc, time::Duration};

/// When something happened. The runtime reads the clocks; updates only use what it read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Wall clock, with the practice vault's day where there is one.
    pub at: DateTime<FixedOffset>,
    /// Monotonic time since the start of the program: what durations are measured with.
    pub since_start: Duration,
}

impl Now {
    /// The day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.at.date_naive()
    }
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Pressed(Key),
    /// Words were pasted.
    Pasted(String),
    /// A command was asked for by its number or name, not by a key.
    Commanded(Command),
    /// A row of the screen's list was chosen by its number.
    Chosen(usize),
    /// A field of the open form was filled as a whole.
    Filled(Typed),
    /// The left button of the mouse was pressed at this column and row, from 0.
    Clicked(u16, u16),
    /// The wheel was turned at this column and row.
    Wheeled {
        /// Column, from 0.
        column: u16,
        /// Row, from 0.
        row: u16,
        /// Towards the person: further down the list.
        down: bool,
    },
    /// The terminal has another size.
    Resized(u16, u16),
    /// Everything asked for before the wish to suspend is done: the loop stops the program now.
    Quiet,
    /// The program goes on after it was stopped: the loop takes the terminal anew.
    Resumed,
    /// The program was to be suspended, and nobody is there to bring it back: no shell waits for it.
    NotSuspended,
    /// The person's own editor ended: the words as it left them, or why there are none.
    Edited(Result<String, Words>),
    /// Words were typed a moment ago and are not kept yet: it is time to. Never sent while nothing is typed.
    Rested,
    /// Nobody pressed a key for as long as the settings say: the screen is to be covered.
    Unattended,
    /// The system asked the program to end.
    Interrupted,
    /// The storage thread answered.
    Stored(Box<Answer>),
}

/// Everything the screens read that is not one inspection.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The team's settings.
    pub settings: Settings,
    /// All units.
    pub units: Units,
    /// All values of indicators.
    pub indicators: Indicators,
    /// All rounds, in the order of their periods.
    pub rounds: Vec<Round>,
    /// The summaries of all inspections.
    pub summaries: Summaries,
    /// The programme new inspections are planned with.
    pub programme: Arc<Programme>,
    /// Hash of the journal's newest record.
    pub head: String,
    /// The fixed day of a practice vault.
    pub practice: Option<NaiveDate>,
    /// What was typed in open forms and is saved nowhere yet.
    pub drafts: Vec<Draft>,
    /// What had to be said about opening it.
    pub notices: Vec<Words>,
}

/// The findings and recommendations of one inspection, made ready for lists.
#[derive(Debug)]
pub struct Gathered {
    /// What is followed.
    pub matters: Matters,
    /// The programme version it was filled with.
    pub programme: Arc<Programme>,
    /// Code of the unit.
    pub code: String,
    /// Its matters, each with the words that a search looks through.
    pub list: Vec<(Matter, Findable)>,
}

/// What of one signed inspection is put forward for praise and what is not, with the evidence it names.
#[derive(Debug)]
pub struct Praised {
    /// What could be praised.
    pub nominations: Nominations,
    /// The evidence that proves it.
    pub evidence: BTreeMap<EvidenceId, Evidence>,
}

/// Long work of the storage thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// The findings of all inspections are gathered.
    Findings,
    /// What may be put forward for praise is read.
    Praise,
    /// An inspection is compared with the others of its round.
    Flags,
    /// A document is made.
    Document,
    /// Findings are written to a file.
    Export,
    /// Letters are written.
    Letters,
    /// Units are taken in from a file.
    Units,
    /// The vault is backed up; counted in megabytes.
    Backup,
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which work.
    pub job: Job,
    /// How much of it is done.
    pub done: usize,
    /// How much there is.
    pub of: usize,
}

/// What the storage thread answers.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The vault is open; everything is new.
    Opened(Box<Snapshot>),
    /// A user action is durable.
    Committed {
        /// The journal's head now.
        head: String,
        /// The summaries that changed.
        summaries: Vec<Summary>,
        /// The rounds that changed.
        rounds: Vec<Round>,
        /// All units, when one changed.
        units: Option<Units>,
        /// All values of indicators, when one changed.
        indicators: Option<Indicators>,
        /// The settings, when they changed.
        settings: Option<Box<Settings>>,
    },
    /// The last user action was taken back, or made again; what changed came before.
    TookBack {
        /// What, in one line.
        what: Words,
    },
    /// Nothing was taken back or made again, and nothing was changed.
    NotTakenBack {
        /// Why, and what to do instead.
        why: Words,
    },
    /// What could not be written before is durable now.
    SavedAgain,
    /// A user action was not kept.
    NotCommitted {
        /// Why, one paragraph each.
        why: Vec<Words>,
        /// Whether the vault takes no more changes until it is opened again.
        stopped: bool,
    },
    /// An inspection to walk through.
    Loaded {
        /// The inspection.
        inspection: Box<Inspection>,
        /// The programme version it is filled with.
        programme: Arc<Programme>,
    },
    /// The flags of an inspection.
    Flags(Box<Flagged>),
    /// A document that was asked for, to be read.
    Built {
        /// Which.
        asked: Box<Asked>,
        /// Its title.
        title: String,
        /// The text.
        text: String,
    },
    /// Letters were written.
    LettersWritten {
        /// How many.
        count: usize,
        /// Where.
        folder: String,
    },
    /// What earlier inspections of the same unit left behind, the latest round first.
    Earlier {
        /// Of which inspection's unit.
        id: InspectionId,
        /// What is open, and what was found short.
        earlier: Arc<Earlier>,
    },
    /// How far the long work is. Commands are followed meanwhile.
    Working(Progress),
    /// The long work is done; what came of it was answered before.
    WorkDone,
    /// The long work was stopped.
    WorkStopped(Job),
    /// The findings and recommendations of all inspections, in no promised order.
    Findings(Vec<Arc<Gathered>>),
    /// The findings and recommendations of the inspections of one unit.
    UnitFindings {
        /// Which unit.
        unit: UnitId,
        /// Its inspections that have any, in no promised order.
        gathered: Vec<Arc<Gathered>>,
    },
    /// What may be put forward for praise in a round: of each unit the latest signed inspection, in no promised order.
    Praise {
        /// Which round.
        round: RoundId,
        /// The journal's newest record when it was read.
        head: String,
        /// Of each inspection what could be praised.
        list: Arc<Vec<Praised>>,
    },
    /// What a draw for an inspection is drawn from, with the inspection as it is.
    Drawing(Box<Drawing>),
    /// The register of models of a unit: asked for, or changed by a user action.
    Register {
        /// Whose.
        unit: UnitId,
        /// The models.
        register: Arc<Register>,
    },
    /// Models were imported; the register came before.
    ModelsImported {
        /// Into whose register.
        unit: UnitId,
        /// How many were added.
        added: usize,
        /// How many changed.
        changed: usize,
        /// How many stayed as they were.
        unchanged: usize,
    },
    /// How many models stand where in every unit that has a register, in no promised order.
    Censuses(Vec<(UnitId, Census)>),
    /// Units were imported; the snapshot has them.
    Imported {
        /// How many were added.
        added: usize,
        /// How many changed.
        changed: usize,
        /// How many stayed as they were.
        unchanged: usize,
    },
    /// A document was written.
    Exported {
        /// Where.
        path: String,
    },
    /// The vault was backed up, or was not.
    BackedUp {
        /// What is told, one line each; nothing when it went well and nobody asked.
        told: Vec<Words>,
        /// Whether everything went well.
        well: bool,
        /// Whether a person asked for it.
        asked: bool,
    },
    /// The drafts as they are kept now.
    Drafts(Vec<Draft>),
    /// What is typed could not be kept as a draft; it is still in the form.
    DraftNotKept {
        /// Why.
        why: Words,
    },
    /// Who changed what of a thing, oldest first.
    History {
        /// Of what.
        of: Thing,
        /// The changes.
        lines: Vec<HistoryLine>,
    },
    /// A file could not be attached; the piece of evidence is kept without it.
    NotAttached {
        /// Why, one paragraph each.
        why: Vec<Words>,
    },
    /// Something could not be done; nothing was changed.
    Failed {
        /// What, one paragraph each.
        why: Vec<Words>,
    },
}
