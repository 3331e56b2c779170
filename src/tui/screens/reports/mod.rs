//! The documents that can be made: which there are, of what, in which format. Opens the preview, which shows exactly what will be written.
//! Not for: building or writing them.

mod choice;
mod view;
mod words;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::draft::{FormId, Seat},
    i18n::{Key, Message, key},
    keymap::{command::Command, context::Context},
    report::{asked::Asked, findings::Which, format::Format},
    tui::{
        message::Now,
        parts::{form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The supervision report of one inspection.
    Inspection,
    /// The working minutes of one inspection.
    Minutes,
    /// The letter that urges one unit.
    Letter,
    /// A round over many units.
    Rollup,
    /// What of a round is put forward for praise.
    Nominations,
    /// Findings and recommendations of many inspections.
    Findings,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Inspection, Self::Minutes, Self::Letter, Self::Rollup, Self::Nominations, Self::Findings];

    const fn name(self) -> Key {
        match self {
            Self::Inspection => key::REPORTS_INSPECTION,
            Self::Minutes => key::REPORTS_MINUTES,
            Self::Letter => key::REPORTS_LETTER,
            Self::Rollup => key::REPORTS_ROLLUP,
            Self::Nominations => key::REPORTS_NOMINATIONS,
            Self::Findings => key::REPORTS_FINDINGS,
        }
    }

    /// The formats it can be made in.
    const fn formats(self) -> &'static [Format] {
        match self {
            Self::Findings | Self::Nominations => Format::OF_MATTERS,
            Self::Rollup => Format::OF_ROUNDS,
            _ => Format::OF_DOCUMENTS,
        }
    }

    /// What stands in it and for whom.
    const fn about(self) -> Key {
        match self {
            Self::Inspection => key::REPORTS_INSPECTION_ABOUT,
            Self::Minutes => key::REPORTS_MINUTES_ABOUT,
            Self::Letter => key::REPORTS_LETTER_ABOUT,
            Self::Rollup => key::REPORTS_ROLLUP_ABOUT,
            Self::Nominations => key::REPORTS_NOMINATIONS_ABOUT,
            Self::Findings => key::REPORTS_FINDINGS_ABOUT,
        }
    }
}

/// What a choice among findings is called.
const fn name_of(which: Which) -> Key {
    match which {
        Which::All => key::REPORTS_WHICH_ALL,
        Which::Open => key::REPORTS_WHICH_OPEN,
        Which::Overdue => key::REPORTS_WHICH_OVERDUE,
        Which::Declared => key::REPORTS_WHICH_DECLARED,
        Which::Verified => key::REPORTS_WHICH_VERIFIED,
    }
}

/// State of the screen of documents.
#[derive(Debug)]
pub struct Reports {
    pane: Pane,
    /// What was asked for last, of each kind: proposed the next time.
    last: [Option<Asked>; Kind::ALL.len()],
}

impl Default for Reports {
    fn default() -> Self {
        Self { pane: Pane::of(Kind::ALL.len()), last: Default::default() }
    }
}

impl Reports {
    fn kind(&self) -> Kind {
        Kind::ALL.get(self.pane.at()).copied().unwrap_or(Kind::Inspection)
    }

    fn open(&mut self, desk: &mut Desk) {
        if desk.shared.rounds.is_empty() {
            desk.notice = Some(Notice::warning(key::ROLLUP_NO_ROUND));
            return;
        }
        let last = self.last.get(self.pane.at()).and_then(Option::as_ref);
        self.pane.form = Some(choice::form(self.kind(), last, desk.shared, desk.now.today()));
    }
}

impl Screen for Reports {
    fn own(&self) -> Context {
        Context::Reports
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, _: &Shared) -> Option<usize> {
        view::kind_at(at, area)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.open(desk);
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let Some(form) = &self.pane.form else { return Ok(()) };
        let asked = choice::read(self.kind(), form, desk.shared, desk.now.today())?;
        let at = self.pane.at();
        if let Some(last) = self.last.get_mut(at) {
            *last = Some(asked.clone());
        }
        desk.go = Some(Go::Document(asked));
        Ok(())
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::MakeDocument => self.open(desk),
            Command::ShowHistory => {
                desk.go = desk.shared.current_round().map(|round| Go::History(round.id.clone().into(), None));
            }
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let id = FormId::new(Seat::screen(seats::REPORTS), seats::REPORTS).with_record(Some(self.pane.at()));
        self.pane.form.as_ref().map(|form| (id, form))
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_REPORTS)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        vec![Command::MakeDocument, Command::Help, Command::Quit]
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}
