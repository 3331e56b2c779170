//! Draws, replacements and visits to drawn models in a fill file. Each is tried on a copy of the inspection as it is read, so that what
//! the inspection would refuse is a mistake with its place.

use super::{
    Filled,
    answer::mark,
    parts::Context,
    table::{Notes, Table, Text},
};
use crate::{
    domain::{
        answer::{Answer, Reason},
        draw::{Draw, Earlier, FrozenList, Order},
        edit::Edit,
        ids::{InspectionId, ItemId, ModelCode},
        inspection::Inspection,
        verification::{Verdict, Verification},
    },
    i18n::{Message, key, words},
    intake::mistakes::shown,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the file says of models.
pub(super) struct Models<'t> {
    draws: Vec<Table<'t>>,
    replacements: Vec<Table<'t>>,
    visits: Vec<Table<'t>>,
}

impl<'t> Models<'t> {
    pub(super) fn of(root: &Table<'t>, notes: &mut Notes) -> Self {
        Self {
            draws: root.tables("draw", notes),
            replacements: root.tables("replacement", notes),
            visits: root.tables("verification", notes),
        }
    }

    /// Reads them in the order in which they can be applied.
    pub(super) fn read(&self, context: &Context, filled: &mut Filled, notes: &mut Notes) {
        let mut copy = context.inspection.clone();
        // Whether it is signed is for the caller to see.
        copy.sign_off = None;
        let first = self.draws.iter().chain(&self.replacements).chain(&self.visits).next();
        if let Some(table) = first.filter(|_| context.programme.model_visit.is_none()) {
            notes.add(table.at, key::MODELS_NO_VISITS);
            return;
        }
        for (place, table) in self.draws.iter().enumerate() {
            let Some(draw) = draw(table, notes) else { continue };
            match context.inspection.draws.get(place) {
                Some(known) if *known == draw => {}
                Some(_) => notes.add(table.at, key::MODELS_FILL_OTHER_DRAW),
                None => attempt(&mut copy, Edit::Draw(Box::new(draw)), table.at, filled, notes),
            }
        }
        for table in &self.replacements {
            table.only(&["model", "reason"], notes);
            let (model, reason) = (table.required("model", notes), table.required("reason", notes));
            let reason = reason.and_then(|reason| Reason::new(&reason.words));
            if let (Some(model), Some(reason)) = (model, reason) {
                let edit = Edit::Replace(ModelCode::new(model.words), Some(reason));
                attempt(&mut copy, edit, model.at, filled, notes);
            }
        }
        for table in &self.visits {
            table.only(&["model", "on", "evidence", "note", "answer"], notes);
            let model = table.required("model", notes);
            let on = table.day("on", notes);
            let evidence = context.cited(table.texts("evidence", notes).unwrap_or_default(), notes);
            let note = table.words("note", notes);
            let answers = answers(table, context, notes);
            if let Some(model) = model {
                let visit = Verification { on, answers, evidence, note };
                attempt(&mut copy, Edit::Verify(ModelCode::new(model.words), Some(visit)), model.at, filled, notes);
            }
        }
    }
}

/// Applies an edit to the copy; a refusal is a mistake. What is there already is passed over.
fn attempt(copy: &mut Inspection, edit: Edit, at: usize, filled: &mut Filled, notes: &mut Notes) {
    if copy.current(&edit).as_ref() == Some(&edit) {
        return;
    }
    match copy.apply(edit.clone()) {
        Ok(()) => filled.edits.push(edit),
        Err(refusal) => notes.add(at, words::refusal(refusal)),
    }
}

/// `[[draw]]`. Its numbers follow from the rest and are not written.
fn draw(table: &Table, notes: &mut Notes) -> Option<Draw> {
    table.only(
        &["list", "sha256", "unit_seed", "team_seed", "code", "day", "size", "at", "by", "instead", "earlier"],
        notes,
    );
    let list = table.texts("list", notes);
    let sha256 = table.required("sha256", notes);
    let (unit, team) = (table.required("unit_seed", notes), table.required("team_seed", notes));
    let code = table.required("code", notes);
    let (day, at) = (table.day("day", notes), table.time("at", notes));
    let size = table.number("size", notes);
    let by = table.words("by", notes);
    let instead = table.text("instead", notes).and_then(|why| Reason::new(&why.words));
    let earlier = table.tables("earlier", notes).iter().filter_map(|table| earlier(table, notes)).collect();
    let missing = [("list", list.is_none()), ("day", day.is_none()), ("at", at.is_none()), ("size", size.is_none())];
    for (name, _) in missing.into_iter().filter(|(name, is_missing)| *is_missing && table.place_of(name).is_none()) {
        notes.add(table.at, Message::new(key::FILL_MISSING).with("key", name));
    }
    let list = frozen(&list?, table.at, notes)?;
    let sha256 = sha256?;
    if list.sha256() != sha256.words {
        let (claimed, found) = (shown(&sha256.words), list.sha256());
        notes.add(sha256.at, Message::new(key::MODELS_DIFFERS_HASH).with("claimed", claimed).with("found", found));
        return None;
    }
    let order = Order {
        list,
        unit_seed: unit?.words,
        team_seed: team?.words,
        code: code?.words,
        day: day?,
        size: size?,
        at: at?,
        by,
        instead,
        earlier,
    };
    Draw::new(order).map_err(|error| notes.add(table.at, words::no_draw(&error))).ok()
}

/// Each line of the list is a code, a tab and a name: the canonical line without its end.
fn frozen(lines: &[Text], at: usize, notes: &mut Notes) -> Option<FrozenList> {
    let parts = lines.iter().map(|line| line.words.split_once('\t').unwrap_or((&line.words, "")));
    FrozenList::freeze(parts).map_err(|error| notes.add(at, words::no_draw(&error.into()))).ok()
}

fn earlier(table: &Table, notes: &mut Notes) -> Option<Earlier> {
    table.only(&["inspection", "model", "verdict"], notes);
    let (inspection, model) = (table.required("inspection", notes)?, table.required("model", notes)?);
    let Ok(id) = Uuid::parse_str(&inspection.words) else {
        notes.add(inspection.at, Message::new(key::MODELS_FILL_INSPECTION).with("found", shown(&inspection.words)));
        return None;
    };
    let verdict = table.text("verdict", notes);
    let known = |word: &Text| Verdict::ALL.into_iter().find(|verdict| verdict.code() == word.words);
    let found = verdict.as_ref().and_then(known);
    if let Some(word) = verdict.filter(|_| found.is_none()) {
        notes.wrong_name(&word, key::MODELS_FILL_VERDICT, Verdict::ALL.map(Verdict::code));
    }
    Some(Earlier { inspection: InspectionId(id), model: ModelCode::new(model.words), verdict: found })
}

/// `[[verification.answer]]`: the marks of the items for models.
fn answers(table: &Table, context: &Context, notes: &mut Notes) -> BTreeMap<ItemId, Answer> {
    let mut answers = BTreeMap::new();
    for table in table.tables("answer", notes) {
        table.only(&["item", "rating", "not_applicable", "not_verified"], notes);
        let item = table.required("item", notes);
        let mark = mark(&table, notes);
        let Some(item) = item else { continue };
        let known = context.programme.model_items().find(|known| known.id.as_str() == item.words);
        match (known, mark) {
            (None, _) => {
                let right = context.programme.model_items().map(|item| item.id.as_str());
                notes.wrong_name(&item, key::MODELS_FILL_ITEM, right);
            }
            (Some(known), Ok(Some(mark))) => {
                if answers.insert(known.id.clone(), mark).is_some() {
                    let (line, _) = notes.place(table.at);
                    let what = Message::new(key::FILL_TWICE).with("found", shown(&item.words)).with("line", line);
                    notes.add(item.at, what);
                }
            }
            (Some(_), Ok(None) | Err(_)) => {}
        }
    }
    answers
}
