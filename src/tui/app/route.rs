//! Where the application goes: tabs, and the stack of screens above them. A screen leaves the stack only through [`App::put_away`],
//! which keeps what can be taken back of its inspection.

use super::{App, Base, Tab};
use crate::{
    domain::ids::InspectionId,
    tui::{
        effect::Effect,
        message::Now,
        screens::{
            Go,
            history::History,
            preview::{Preview, Subject},
            settings::Settings,
            sign_off::SignOff,
            walk::Walk,
        },
    },
};

impl App {
    pub(super) fn go(&mut self, go: Go, now: Now) -> Vec<Effect> {
        match go {
            Go::Back => self.put_away(),
            Go::Queue => self.go_to_tab(Tab::Queue),
            Go::Units => self.go_to_tab(Tab::Units),
            Go::Unit(unit) => {
                self.go_to_tab(Tab::Units);
                if let Base::Tabs { units, .. } = &mut self.base {
                    units.find(unit, &self.shared, now.today());
                }
            }
            Go::Rollup => self.go_to_tab(Tab::Rollup),
            Go::Reports => self.go_to_tab(Tab::Reports),
            Go::Document(asked) => self.stack.push(Box::new(Preview::new(Subject::Asked(asked)))),
            Go::Findings => self.go_to_tab(Tab::Findings),
            Go::FindingsText(shown) => self.stack.push(Box::new(Preview::new(Subject::Findings(shown)))),
            Go::Walk(id) => self.go_to_walk(id),
            Go::Item(id, item) => {
                self.go_to_walk(id);
                if let Some(walk) = self.stack.last_mut() {
                    walk.show(&item);
                }
            }
            Go::SignOff(id) => self.stack.push(Box::new(SignOff::new(id))),
            Go::Settings => self.stack.push(Box::new(Settings::new(
                &self.shared,
                self.bound.is_some(),
                self.choice.bound().is_some(),
            ))),
            Go::History(id, trail) => self.stack.push(Box::new(History::new(id, trail))),
        }
        self.at_desk(now, |screen, desk| screen.enter(desk))
    }

    /// Going on to the walk one came from is going back to it: the stack never holds it twice.
    pub(super) fn go_to_walk(&mut self, id: InspectionId) {
        self.put_away();
        if self.stack.is_empty() {
            let steps = self.steps.remove(&id).unwrap_or_default();
            self.stack.push(Box::new(Walk::new(id).with_steps(steps)));
        }
    }

    /// Takes the front screen off the stack; what it could take back is there for the next time.
    pub(super) fn put_away(&mut self) {
        let left = self.stack.pop().and_then(|mut screen| screen.leave());
        self.steps.extend(left);
    }

    pub(super) fn put_all_away(&mut self) {
        while !self.stack.is_empty() {
            self.put_away();
        }
    }

    pub(super) fn go_to_tab(&mut self, tab: Tab) {
        self.put_all_away();
        if let Base::Tabs { at, .. } = &mut self.base {
            *at = tab;
        }
    }

    pub(super) fn go_from_anywhere(&mut self, go: Go, now: Now) -> Vec<Effect> {
        if matches!(self.base, Base::Start(_)) { Vec::new() } else { self.go(go, now) }
    }
}
