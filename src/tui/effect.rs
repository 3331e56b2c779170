//! What must be done outside of state: by the storage thread, or by the loop.

use crate::domain::{
    draft::{Draft, Seat},
    edit::{Change, Edit},
    ids::{EvidenceId, InspectionId, RoundId, UnitId},
    input_method::InputMethod,
    inspection::Plan,
    lang::Lang,
    looking_again::Said as LookSaid,
    model::Model,
    round::Round,
    thing::Thing,
    undo::Reach,
    unit::Unit,
};
use crate::report::{asked::Asked, format::Format};
use crate::store::Said;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a vault and open it.
    Create {
        /// Language of the interface.
        lang: Lang,
        /// The input method switched on before.
        input: InputMethod,
        /// The person at this laptop.
        inspector: String,
        /// The team.
        team: String,
        /// A practice vault with the sample province, in a folder of its own.
        practice: bool,
        /// The programme of the team, a file as typed; the one that ships without it.
        programme: Option<String>,
    },
    /// Make one user action durable.
    Commit(Vec<Change>),
    /// Make durable what could not be written before: the person says that its cause is gone.
    SaveAgain,
    /// Take back what was done last of what is meant.
    UndoLast(Reach),
    /// Make again what was taken back last of what is meant.
    RedoLast(Reach),
    /// Plan inspections as one user action, the round with them; ids are given outside, where randomness lives.
    Plan(Box<Round>, Vec<Plan>),
    /// Add a unit; its id is given outside, where randomness lives.
    AddUnit(Box<Unit>),
    /// Make one user action durable in which a piece of evidence gets a file; without the file when it cannot be read.
    Attach {
        /// The action; it sets the piece of evidence.
        changes: Vec<Change>,
        /// Which piece of evidence.
        evidence: EvidenceId,
        /// The file, as typed.
        path: String,
    },
    /// Load an inspection.
    Load(InspectionId),
    /// Read what a draw for an inspection is drawn from.
    LoadDrawing(InspectionId),
    /// Add a model to the register of a unit; its id is given outside.
    AddModel(UnitId, Box<Model>),
    /// Read the register of models of a unit.
    LoadRegister(UnitId),
    /// Take the models of a unit in from a CSV file.
    ImportModels {
        /// Whose.
        unit: UnitId,
        /// The file, as typed.
        path: String,
    },
    /// Draw models to visit for an inspection from the register of its unit. Both sides have given their digits.
    Draw(InspectionId, Box<Said>),
    /// Draw items of an inspection for somebody else to do again; the id of the second look is given outside.
    DrawSecond(InspectionId, Box<LookSaid>),
    /// Count the models of every unit that has a register.
    CountModels,
    /// Keep what is typed in an open form.
    KeepDraft(Box<Draft>),
    /// Forget what was typed in a form: it is saved, or was given up.
    DropDraft(Seat),
    /// Read who changed what of a thing.
    LoadHistory(Thing),
    /// Reckon the flags of an inspection, compared with the others of its round.
    LoadFlags(InspectionId),
    /// Build a document to be read on the screen.
    Build(Box<Asked>),
    /// Write a letter to each of these units into a folder; existing files are kept, and said.
    ExportLetters {
        /// The folder, as typed; made when it is missing.
        folder: String,
        /// The units.
        units: Vec<UnitId>,
        /// In which format.
        format: Format,
    },
    /// Read what earlier inspections of the same unit left behind.
    LoadEarlier(InspectionId),
    /// Read what may be put forward for praise of the signed inspections of a round.
    LoadPraise(RoundId),
    /// Gather the findings and recommendations of all inspections.
    GatherFindings,
    /// Gather the findings and recommendations of the inspections of one unit.
    GatherUnit(UnitId),
    /// Import units from a CSV file.
    ImportUnits {
        /// The file, as typed.
        path: String,
    },
    /// Write a document, in the format that the ending of the file names; an existing file is kept, and said.
    Export {
        /// The file, as typed.
        path: String,
        /// The document.
        asked: Box<Asked>,
    },
    /// Make a backup of the vault.
    BackUp(Occasion),
    /// Stop the long work that is going on; what it has read so far is kept.
    CancelWork,
    /// Hand words to the clipboard of the terminal.
    CopyOut(String),
    /// Open words in the person's own editor, which has the terminal meanwhile.
    EditOutside(String),
    /// Give the terminal back to the shell and stop, once everything asked before is done.
    Suspend,
    /// End the program once everything asked before is done.
    Quit,
}

/// Why a backup is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The person asked for it: into the second folder as well, and what came of it is told.
    Asked,
    /// The program was started; when there is none of today. Told only when it fails, as are the others.
    Daily,
    /// An inspection was signed.
    Signed,
    /// Something will be imported.
    Import,
}

impl Effect {
    /// Whether it takes a file in: a backup is made before.
    #[must_use]
    pub const fn imports(&self) -> bool {
        matches!(self, Self::ImportUnits { .. } | Self::ImportModels { .. })
    }

    /// Whether it signs an inspection: a backup is made after.
    #[must_use]
    pub fn signs(&self) -> bool {
        let Self::Commit(changes) = self else { return false };
        changes
            .iter()
            .any(|change| matches!(change, Change::Inspection { edit, .. } if matches!(**edit, Edit::SignOff(_))))
    }

    /// Whether it makes a new user action durable, apart from taking back and making again.
    #[must_use]
    pub const fn decides(&self) -> bool {
        matches!(
            self,
            Self::Commit(_)
                | Self::Plan(..)
                | Self::AddUnit(_)
                | Self::AddModel(..)
                | Self::Attach { .. }
                | Self::Draw(..)
                | Self::DrawSecond(..)
                | Self::ImportUnits { .. }
                | Self::ImportModels { .. }
        )
    }
}
