//! What the storage thread does about models: takes a register in from a file, and draws.

use super::answers::{Answers, failed, not_committed};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::{InspectionId, ModelId, UnitId},
        lang::Lang,
    },
    i18n::{Message, key, words},
    intake::models::{self, RowDoes},
    store::{Said, Vault},
    tui::message::Answer,
};
use std::sync::Arc;
use uuid::Uuid;

/// The most mistakes of a file that are told at once.
const TOLD: usize = 8;

/// The register of a unit.
pub(super) fn register(vault: &Vault, unit: UnitId) -> Result<Answer, Answer> {
    let register = vault.register(unit).map_err(|error| failed(error.message()))?;
    Ok(Answer::Register { unit, register: Arc::new(register) })
}

/// Takes the models of a unit in from a CSV file, all rows or none.
pub(super) fn import(vault: &mut Vault, unit: UnitId, file: &[u8], lang: Lang) -> Answers {
    let known = vault.register(unit).map_err(|error| failed(error.message()))?;
    let rows = models::read(file, &known, &mut || ModelId(Uuid::new_v4())).map_err(|mistakes| {
        let mut why = vec![Message::new(key::UNITS_NOT_IMPORTED).with("count", mistakes.len())];
        let line =
            |mistake: &crate::intake::Mistake| Message::new(key::MISTAKE_LINE).with("mistake", mistake.line_in(lang));
        why.extend(mistakes.iter().take(TOLD).map(line));
        Answer::Failed { why }
    })?;
    let count = |does| rows.iter().filter(|row| row.does == does).count();
    let (added, changed, unchanged) = (count(RowDoes::Adds), count(RowDoes::Changes), count(RowDoes::Nothing));
    if added + changed > 0 {
        let actor = vault.settings().inspector.clone();
        let fresh = rows.into_iter().filter(|row| row.does != RowDoes::Nothing);
        let change = |row: models::Row| Change::Model { unit, id: row.id, model: Some(Box::new(row.model)) };
        vault.commit(&actor, fresh.map(change).collect()).map_err(|error| not_committed(&error))?;
    }
    Ok(vec![register(vault, unit)?, Answer::ModelsImported { unit, added, changed, unchanged }])
}

/// The edit that draws models to visit for an inspection.
pub(super) fn draw(vault: &mut Vault, id: InspectionId, said: Said) -> Result<Change, Answer> {
    let drawing = vault.drawing(id).map_err(|error| failed(error.message()))?;
    let drawing = drawing.ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))?;
    if drawing.programme.model_visit.is_none() {
        return Err(failed(Message::new(key::MODELS_NO_VISITS)));
    }
    let draw = drawing.draw(said).map_err(|error| failed(words::no_draw(&error)))?;
    Ok(Change::Inspection { id, edit: Box::new(Edit::Draw(Box::new(draw))) })
}
