//! Where the application goes: tabs, and the stack of screens above them. A screen leaves the stack only through
//! [`App::put_away`].

use super::{App, Base, Tab};
use crate::{
    domain::{
        follow_up::Number,
        ids::{InspectionId, ItemId},
        thing::Thing,
    },
    i18n::{Message, key},
    report::asked::{About, Asked},
    tui::{
        effect::Effect,
        message::Now,
        parts::notice::Notice,
        screens::{
            Go, flags::Flags, history::History, models::Models, preview::Preview, second::SecondLook,
            settings::Settings, sign_off::SignOff, unit::UnitPage, walk::Walk,
        },
    },
};

impl App {
    pub(super) fn go(&mut self, go: Go, now: Now) -> Vec<Effect> {
        if let Some(closed) = self.closed(&go) {
            self.notice = Some(Notice::warning(closed));
            return Vec::new();
        }
        match go {
            Go::Back => self.put_away(),
            Go::Queue => self.go_to_tab(Tab::Queue),
            Go::Units => self.go_to_tab(Tab::Units),
            Go::Rollup => self.go_to_tab(Tab::Rollup),
            Go::Reports => self.go_to_tab(Tab::Reports),
            Go::Document(asked) => match self.of_first_look(asked) {
                Some(asked) => self.stack.push(Box::new(Preview::new(asked))),
                None => return Vec::new(),
            },
            Go::Findings => self.go_to_tab(Tab::Findings),
            Go::Unit(id) => {
                if !self.comes_back_to(&go) {
                    self.stack.push(Box::new(UnitPage::new(id, &self.shared)));
                }
            }
            Go::Models(id) => {
                if !self.comes_back_to(&go) {
                    self.stack.push(Box::new(Models::new(id)));
                }
            }
            Go::Walk(id) => self.go_to_walk(id),
            Go::Item(id, item) => self.go_to_item(id, item, None),
            Go::Matter(id, item, matter) => self.go_to_item(id, item, Some(matter)),
            Go::SecondLook(id) => {
                let looked = self.shared.summaries.get(&id).and_then(|summary| summary.second.as_ref());
                let first = looked.map_or(id, |looked| looked.of);
                if !self.comes_back_to(&Go::SecondLook(first)) {
                    self.stack.push(Box::new(SecondLook::new(first)));
                }
            }
            Go::Flags(id) => self.stack.push(Box::new(Flags::new(id))),
            Go::SignOff(id) => self.stack.push(Box::new(SignOff::new(id))),
            Go::Settings => self.stack.push(Box::new(Settings::new(
                &self.shared,
                self.bound.is_some(),
                self.choice.bound().is_some(),
            ))),
            Go::History(of, trail) => self.stack.push(Box::new(History::new(of, trail))),
        }
        self.at_desk(now, |screen, desk| screen.enter(desk))
    }

    /// Why an inspection is not shown: who is at this laptop is looking at it again and must not know what the first look gave. What puts
    /// many units together – lists of findings, the roll-up, letters – stays open: it is not where one goes to see a judgement.
    fn closed(&self, go: &Go) -> Option<Message> {
        let id = match go {
            Go::Walk(id)
            | Go::Item(id, _)
            | Go::Matter(id, ..)
            | Go::SignOff(id)
            | Go::Flags(id)
            | Go::Models(id)
            | Go::History(Thing::Inspection(id), _)
            | Go::Document(Asked { about: About::Inspection(id) | About::Minutes(id), .. }) => *id,
            _ => return None,
        };
        let shared = &self.shared;
        let mut looks = shared.summaries.looks_at(id).into_iter();
        let look = looks.find(|look| look.closes_first_look_to(&shared.settings.inspector))?;
        let looked = look.second.as_ref()?;
        Some(Message::new(key::SECOND_CLOSED).with("unit", shared.unit_name(look.unit)).with("by", &looked.by))
    }

    /// The document with the inspection in place of a second look at it, which has none of its own; nothing, and a word, while that is
    /// not signed: the document would show what the first look gave.
    fn of_first_look(&mut self, asked: Asked) -> Option<Asked> {
        let (About::Inspection(id) | About::Minutes(id)) = asked.about else { return Some(asked) };
        let summary = self.shared.summaries.get(&id);
        let Some(looked) = summary.and_then(|summary| summary.second.as_ref()) else { return Some(asked) };
        if summary.is_some_and(|summary| summary.signed_at.is_some()) {
            return Some(Asked { about: About::Inspection(looked.of), ..asked });
        }
        self.notice = Some(Notice::warning(Message::new(key::SECOND_BLIND).with("by", &looked.by)));
        None
    }

    /// Goes back to the screen of the stack that stands there already. `false` when none does.
    fn comes_back_to(&mut self, go: &Go) -> bool {
        let Some(at) = self.stack.iter().rposition(|screen| screen.is_at(go)) else { return false };
        while self.stack.len() > at + 1 {
            self.put_away();
        }
        true
    }

    /// Going on to the walk one came from is going back to it. Another one takes the place of the screen that opened it, unless that
    /// one waits to be come back to.
    pub(super) fn go_to_walk(&mut self, id: InspectionId) {
        if self.comes_back_to(&Go::Walk(id)) {
            return;
        }
        if !self.stack.last().is_some_and(|front| front.stays()) {
            self.put_away();
        }
        if self.stack.last().is_none_or(|front| front.stays()) {
            self.stack.push(Box::new(Walk::new(id)));
        }
    }

    fn go_to_item(&mut self, id: InspectionId, item: ItemId, matter: Option<Number>) {
        self.go_to_walk(id);
        if let Some(walk) = self.stack.last_mut() {
            walk.show(item, matter);
        }
    }

    /// Takes the front screen off the stack.
    pub(super) fn put_away(&mut self) {
        self.stack.pop();
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
