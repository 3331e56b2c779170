//! Where a key is pressed, and which bindings count there. Knows no commands and no keys.

use crate::i18n::{self, key};

/// A place with bindings of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, below the screen's own bindings.
    Global,
    /// The queue of inspections.
    Queue,
    /// The tree of units.
    Units,
    /// The page of one unit.
    Unit,
    /// The models of one inspection.
    Models,
    /// The findings and recommendations of all units.
    Findings,
    /// The walk through one inspection.
    Walk,
    /// The sign-off of one inspection.
    SignOff,
    /// The second look at one inspection.
    Second,
    /// The flags of one inspection.
    Flags,
    /// The history of one inspection.
    History,
    /// The preview of a document.
    Preview,
    /// The documents that can be made.
    Reports,
    /// The roll-up of a round.
    Rollup,
    /// The first start; a form with bindings of its own.
    Start,
    /// A form with text fields.
    Form,
    /// The settings; a form with bindings of its own.
    Settings,
    /// A question that waits for an answer.
    Dialog,
    /// The line in which a search is typed.
    Search,
    /// The palette: every command by name.
    Palette,
    /// The help page, in which typing searches.
    Help,
}

impl Context {
    /// All contexts, in the order of help and files.
    pub const ALL: [Self; 21] = [
        Self::Global,
        Self::Queue,
        Self::Units,
        Self::Unit,
        Self::Models,
        Self::Findings,
        Self::Walk,
        Self::SignOff,
        Self::Second,
        Self::Flags,
        Self::History,
        Self::Preview,
        Self::Reports,
        Self::Rollup,
        Self::Start,
        Self::Form,
        Self::Settings,
        Self::Dialog,
        Self::Search,
        Self::Palette,
        Self::Help,
    ];

    /// The name in keymap files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Queue => "queue",
            Self::Units => "units",
            Self::Unit => "unit",
            Self::Models => "models",
            Self::Findings => "findings",
            Self::Walk => "walk",
            Self::SignOff => "sign-off",
            Self::Second => "second-look",
            Self::Flags => "flags",
            Self::History => "history",
            Self::Preview => "preview",
            Self::Reports => "reports",
            Self::Rollup => "rollup",
            Self::Start => "start",
            Self::Form => "form",
            Self::Settings => "settings",
            Self::Dialog => "dialog",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Help => "help",
        }
    }

    /// The context of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }

    /// Its title in help.
    #[must_use]
    pub const fn title(self) -> i18n::Key {
        match self {
            Self::Global => key::CONTEXT_GLOBAL,
            Self::Queue => key::CONTEXT_QUEUE,
            Self::Units => key::CONTEXT_UNITS,
            Self::Unit => key::CONTEXT_UNIT,
            Self::Models => key::CONTEXT_MODELS,
            Self::Findings => key::CONTEXT_FINDINGS,
            Self::Walk => key::CONTEXT_WALK,
            Self::SignOff => key::CONTEXT_SIGN_OFF,
            Self::Second => key::CONTEXT_SECOND_LOOK,
            Self::Flags => key::CONTEXT_FLAGS,
            Self::History => key::CONTEXT_HISTORY,
            Self::Preview => key::CONTEXT_PREVIEW,
            Self::Reports => key::CONTEXT_REPORTS,
            Self::Rollup => key::CONTEXT_ROLLUP,
            Self::Start => key::CONTEXT_START,
            Self::Form => key::CONTEXT_FORM,
            Self::Settings => key::CONTEXT_SETTINGS,
            Self::Dialog => key::CONTEXT_DIALOG,
            Self::Search => key::CONTEXT_SEARCH,
            Self::Palette => key::CONTEXT_PALETTE,
            Self::Help => key::CONTEXT_HELP,
        }
    }

    /// Whether what is typed here goes into a field: a printable key is then never a command, nor are the keys that move and erase
    /// in a line ([`super::key::Key::belongs_to_field`]).
    #[must_use]
    pub const fn is_text(self) -> bool {
        self.is_form() || matches!(self, Self::Search | Self::Palette | Self::Help)
    }

    /// Whether it is a form: fields that are saved together.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(self, Self::Start | Self::Form | Self::Settings)
    }

    /// Whether something else waits behind it, so that of the global commands only those count that are for everywhere
    /// (`quit`, `help`), and never by a printable key: an undo or a change of screen must not slip out from under an open form, nor
    /// a `q` that was meant for the text leave the application from a question.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        self.is_text() || matches!(self, Self::Dialog)
    }

    /// The contexts whose bindings count here, the first before the others.
    #[must_use]
    pub const fn layers(self) -> &'static [Self] {
        match self {
            Self::Global => &[Self::Global],
            Self::Queue => &[Self::Queue, Self::Global],
            Self::Units => &[Self::Units, Self::Global],
            Self::Unit => &[Self::Unit, Self::Global],
            Self::Models => &[Self::Models, Self::Global],
            Self::Findings => &[Self::Findings, Self::Global],
            Self::Walk => &[Self::Walk, Self::Global],
            Self::SignOff => &[Self::SignOff, Self::Global],
            Self::Second => &[Self::Second, Self::Global],
            Self::Flags => &[Self::Flags, Self::Global],
            Self::History => &[Self::History, Self::Global],
            Self::Preview => &[Self::Preview, Self::Global],
            Self::Reports => &[Self::Reports, Self::Global],
            Self::Rollup => &[Self::Rollup, Self::Global],
            Self::Start => &[Self::Start, Self::Form, Self::Global],
            Self::Form => &[Self::Form, Self::Global],
            Self::Settings => &[Self::Settings, Self::Form, Self::Global],
            Self::Dialog => &[Self::Dialog, Self::Global],
            Self::Search => &[Self::Search, Self::Global],
            Self::Palette => &[Self::Palette, Self::Global],
            Self::Help => &[Self::Help, Self::Global],
        }
    }
}
