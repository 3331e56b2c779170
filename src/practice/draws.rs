//! Draws of models at invented inspections: what stands in the register at the numbers that the seeds give, and what was found there. The
//! numbers are not told but drawn, by the code that draws for everybody.

use super::{
    compose::{Written, clock},
    data::{DrawRow, FoundRow},
    registers::{self, Kept},
};
use crate::domain::{
    answer::{Answer, Level, Reason},
    draw::{Draw, Order},
    edit::Edit,
    ids::{EvidenceId, ItemId, ModelCode},
    model::Model,
    verification::Verification,
};

/// The edits of a draw, after the drawn models stand in the register as they were found; nothing when the register is not there or
/// the draw cannot be, which a test would tell.
pub fn edits(row: &DrawRow, code: &str, by: &str, kept: &mut Kept, written: &[Written]) -> Vec<Edit> {
    let Some(draw) = draw(row, code, by, kept) else { return Vec::new() };
    let replaced = row.visit.iter().filter(|found| found.replaced.is_some()).count();
    let replaced = u32::try_from(replaced).unwrap_or(0);
    // The names do not steer the draw: the numbers follow from the seeds and the length of the list alone.
    let picks: Vec<(ModelCode, &FoundRow)> =
        draw.picks(replaced).into_iter().zip(&row.visit).map(|(pick, found)| (draw.line(pick).0, found)).collect();
    let numbers = draw.picks(replaced).into_iter().map(|pick| pick.number);
    if numbers.zip(&row.visit).any(|(number, found)| found.number.is_some_and(|told| told != number)) {
        return Vec::new();
    }
    for (code, found) in &picks {
        if let Some(model) = kept.model(code) {
            register(model, found, written);
        }
    }
    let Some(draw) = self::draw(row, code, by, kept) else { return Vec::new() };
    let mut edits = vec![Edit::Draw(Box::new(draw))];
    for (code, found) in picks {
        if let Some(reason) = found.replaced.as_deref().and_then(Reason::new) {
            edits.push(Edit::Replace(code, Some(reason)));
        } else if let Some(visit) = visit(row, found, written) {
            edits.push(Edit::Verify(code, Some(visit)));
        }
    }
    edits
}

fn draw(row: &DrawRow, code: &str, by: &str, kept: &Kept) -> Option<Draw> {
    let order = Order {
        list: kept.register().freeze().ok()?,
        unit_seed: row.unit_seed.clone(),
        team_seed: row.team_seed.clone(),
        code: code.to_owned(),
        day: row.day.0,
        size: row.size,
        at: clock(row.day.0, 7, 40),
        by: by.to_owned(),
        instead: None,
        earlier: Vec::new(),
    };
    Draw::new(order).ok()
}

/// Writes into the register what the unit claims of a model that was drawn.
fn register(model: &mut Model, found: &FoundRow, written: &[Written]) {
    let mut put = |field: fn(&mut Model) -> &mut String, words: Option<&str>| {
        if let Some(words) = words {
            words.clone_into(field(model));
        }
    };
    let told = found.model.and_then(|at| written.get(at));
    put(|model| &mut model.name, found.name.as_deref().or(told.map(|told| told.name.as_str())));
    put(|model| &mut model.place, found.place.as_deref().or(told.map(|told| told.place.as_str())));
    put(|model| &mut model.owner, found.owner.as_deref().or(told.map(|told| told.owner.as_str())));
    put(|model| &mut model.baseline, found.baseline.as_deref().or(told.map(|told| told.baseline.as_str())));
    put(|model| &mut model.field, found.field.as_deref());
    put(
        |model| &mut model.goal,
        found.goal.as_deref().or(told.map(|_| "Các hộ trong danh sách cùng làm, còn làm sau một năm")),
    );
    put(
        |model| &mut model.indicator,
        found.indicator.as_deref().or(told.map(|_| "Số hộ đang làm, đếm tại chỗ và đối chiếu sổ gốc")),
    );
    if found.recognised.is_some() || found.unrecognised {
        let registered = model.life.steps().first().and_then(|step| step.on);
        model.recognised = found.recognised.map(|day| day.0);
        model.life = registers::life(registered, model.recognised);
        model.awarded = model.awarded.filter(|_| model.recognised.is_some());
    }
}

fn visit(row: &DrawRow, found: &FoundRow, written: &[Written]) -> Option<Verification> {
    let told = found.model.and_then(|at| written.get(at));
    let level = found.level.or(told.map(|told| told.level))?;
    let marks = [("M-01", Some(level)), ("M-02", found.recounted), ("M-03", found.asked)];
    let rated = |(item, level): (&str, Option<u8>)| Some((ItemId::from(item), Answer::Rated(Level::new(level?)?)));
    let mut evidence: Vec<EvidenceId> = found.evidence.iter().map(|id| EvidenceId::from(id.as_str())).collect();
    evidence.extend(told.into_iter().flat_map(|told| told.evidence.iter().cloned()));
    Some(Verification {
        on: Some(row.day.0),
        answers: marks.into_iter().filter_map(rated).collect(),
        evidence: evidence.into_iter().collect(),
        note: found.note.clone().unwrap_or_default(),
    })
}
