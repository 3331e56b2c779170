//! The findings: recommendations and findings of all units, signed or not; what is overdue, due, declared, verified, or in nobody's
//! hands. From here a matter goes on to its two closings, an inspection is opened at the item, units are urged, and exactly what is
//! shown is previewed and written. Not for: changing what was found (`walk`), or deciding where a matter stands (`domain::follow_up`).

mod deeds;
mod filter;
mod forms;
mod rows;
mod view;
mod words;

use super::{Desk, Go, Screen, Trail, seats};
use crate::{
    domain::{
        draft::FormId,
        follow_up::{Matter, Number},
        ids::InspectionId,
        inspected::Inspected,
        standing::Standings,
    },
    i18n::{Message, key},
    keymap::{command::Command, context::Context},
    report::asked::About,
    tui::{
        effect::Effect,
        message::{Answer, Gathered, Now},
        parts::{form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use filter::Filter;
use forms::Purpose;
use rows::{Counts, Place};
use std::{collections::BTreeSet, sync::Arc};

/// State of the findings screen.
#[derive(Debug, Default)]
pub struct Findings {
    filter: Filter,
    pane: Pane,
    /// Nothing until the storage thread has gathered them.
    cases: Option<Vec<Arc<Gathered>>>,
    /// Every matter, in order.
    all: Vec<Place>,
    /// Those that filter and search leave.
    rows: Vec<Place>,
    counts: Counts,
    /// Where the recommendations of all signed inspections stand.
    standings: Standings,
    /// What the open form is for.
    purpose: Option<Purpose>,
    /// Whether words that were not saved last time are to be offered once everything is gathered.
    offers: bool,
}

impl Findings {
    fn cases(&self) -> &[Arc<Gathered>] {
        self.cases.as_deref().unwrap_or_default()
    }

    /// Inspection and number of a row.
    fn name(&self, place: Place) -> Option<(InspectionId, Number)> {
        let case = self.cases().get(place.case)?;
        Some((case.matters.inspection, case.list.get(place.at)?.0.number.clone()))
    }

    fn selected(&self) -> Option<Place> {
        self.rows.get(self.pane.at()).copied()
    }

    /// What is on the list now, from its first row to its last.
    fn shown(&self) -> Vec<(InspectionId, Number)> {
        self.rows.iter().filter_map(|place| self.name(*place)).collect()
    }

    fn take(&mut self, cases: &[Arc<Gathered>], desk: &Desk) {
        let selected = self.selected().and_then(|place| self.name(place));
        self.cases = Some(cases.to_vec());
        self.all = rows::in_order(cases, desk.shared);
        // Counted here and not at a key: there may be tens of thousands.
        let today = desk.now.today();
        self.counts = Counts::of(cases, today);
        let signed = desk.shared.summaries.heads().filter(|head| head.signed_at().is_some());
        self.standings = Standings::count(signed.flat_map(Inspected::standings), today);
        self.filter(desk);
        let at = self.rows.iter().position(|place| self.name(*place) == selected);
        self.pane.fill(self.rows.len(), at.unwrap_or_else(|| self.pane.at()));
    }

    /// Filters and searches; the selected matter stays selected while it is on the list.
    fn refresh(&mut self, desk: &Desk) {
        let selected = self.selected();
        self.filter(desk);
        let at = self.rows.iter().position(|place| Some(*place) == selected);
        self.pane.fill(self.rows.len(), at.unwrap_or(0));
    }

    fn filter(&mut self, desk: &Desk) {
        let today = desk.now.today();
        let asked = (&self.filter, self.pane.search.words());
        self.rows = rows::rows(self.cases(), &self.all, asked, desk.shared, today);
    }

    /// The selected matter, and its inspection's.
    fn matter(&self) -> Option<(&Arc<Gathered>, &Matter)> {
        let place = self.selected()?;
        let case = self.cases().get(place.case)?;
        Some((case, &case.list.get(place.at)?.0))
    }

    /// Opens the inspection at the item of the finding; a recommendation that answers none opens its inspection.
    fn open(&self, desk: &mut Desk) {
        let Some((case, matter)) = self.matter() else { return };
        let id = case.matters.inspection;
        let item = case.matters.findings_of(&matter.number).into_iter().find_map(|(_, finding)| finding.items.first());
        desk.go = Some(item.map_or(Go::Walk(id), |item| Go::Matter(id, item.clone(), matter.number.clone())));
    }

    /// The history of the selected matter: its own fields, and those of its findings, within its inspection.
    fn history(&self) -> Option<Go> {
        let (case, matter) = self.matter()?;
        let findings = case.matters.findings_of(&matter.number);
        let mut fields: BTreeSet<String> =
            findings.iter().flat_map(|(id, _)| [format!("finding/{id}"), format!("reply/{id}")]).collect();
        if let Number::Recommendation(id) = &matter.number {
            fields.extend([format!("recommendation/{id}"), format!("life/{id}")]);
        }
        let trail = Trail { name: matter.number.as_str().to_owned(), fields, alone: true };
        Some(Go::History(case.matters.inspection.into(), Some(trail)))
    }
}

impl Screen for Findings {
    fn own(&self) -> Context {
        Context::Findings
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, _: &Shared) -> Option<usize> {
        view::row_at(self, at, area)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.open(desk);
    }

    fn find(&mut self, desk: &mut Desk) {
        self.refresh(desk);
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        self.save_form(desk)
    }

    fn enter(&mut self, desk: &mut Desk) {
        self.offers = true;
        desk.ask(Effect::GatherFindings);
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::Search => self.pane.search.open(),
            Command::CycleFilter => {
                self.filter.which = self.filter.which.next();
                self.refresh(desk);
            }
            Command::ChooseFilter => self.open_filter(desk),
            Command::ClearFilter => {
                self.filter = Filter::default();
                self.pane.search.clear();
                self.refresh(desk);
            }
            _ if self.rows.is_empty() => desk.notice = Some(Notice::warning(key::FINDINGS_NOTHING_SHOWN)),
            Command::OpenFinding => self.open(desk),
            Command::OpenReport => desk.go = Some(Go::Document(About::Matters(self.shown()).into())),
            Command::OpenLetter => {
                let unit = self.matter().map(|(case, _)| case.matters.unit);
                desk.go = unit.map(|unit| Go::Document(About::Letter(unit).into()));
            }
            Command::ShowHistory => desk.go = self.history(),
            Command::ExportDocument => self.open_export(desk),
            Command::ExportLetters => self.open_letters(desk),
            other => self.open_deed(other, desk),
        }
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        if let Answer::Findings(cases) = answer {
            self.take(cases, desk);
            if std::mem::take(&mut self.offers) && self.pane.form.is_none() {
                self.offer_draft(desk);
            }
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        Some((self.purpose.as_ref()?.id(), self.pane.form.as_ref()?))
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_FINDINGS)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        let filtered = self.filter != Filter::default() || self.pane.search.is_on();
        let mut filters = vec![Command::CycleFilter, Command::ChooseFilter];
        filters.extend(filtered.then_some(Command::ClearFilter));
        match self.matter() {
            None => [&filters[..], &[Command::GoQueue, Command::Help, Command::Quit]].concat(),
            Some((_, matter)) => {
                let mut hints = vec![Command::OpenFinding];
                hints.extend(deeds::hints(&matter.number, matter.stage));
                hints.push(Command::Search);
                hints.extend(filters);
                hints.push(Command::OpenLetter);
                hints.extend([Command::OpenReport, Command::ExportDocument, Command::ShowHistory, Command::Help]);
                hints.extend([Command::ExportLetters, Command::Quit]);
                hints
            }
        }
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}
