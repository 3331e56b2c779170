//! Ten thousand units in five rounds, in memory: what the sample S holds, many times over under other names. For benches and for
//! tests that count.

use std::sync::Arc;
use thucchat::{
    domain::{
        ids::{InspectionId, UnitId},
        lang::Lang,
        summary::Summary,
        unit::Units,
    },
    practice::scale::{Scale, make},
    tui::message::Snapshot,
};
use uuid::Uuid;

/// The sample S, each unit and inspection `times` over.
pub fn snapshot(times: u128) -> Snapshot {
    let folder = tempfile::tempdir().expect("a folder");
    let mut vault = make(folder.path(), Scale::S, Lang::Vi, |_| {}).expect("a sample");
    let again = |id: Uuid, n: u128| Uuid::from_u128(id.as_u128() ^ n);
    let mut units = Units::default();
    let mut summaries: Vec<Arc<Summary>> = Vec::new();
    for n in 0..times {
        for unit in vault.units().iter() {
            let mut unit = unit.clone();
            if n > 0 && unit.kind.is_place() {
                continue;
            }
            if n > 0 {
                unit.id = UnitId(again(unit.id.0, n));
                unit.code = format!("{}-{n}", unit.code);
                unit.name = format!("{} {n}", unit.name);
            }
            units.put(unit);
        }
        for summary in vault.summaries() {
            let id = InspectionId(again(summary.id.0, n));
            let unit = UnitId(again(summary.unit.0, n));
            summaries.push(Arc::new(Summary { id, unit, ..summary.clone() }));
        }
    }
    Snapshot {
        settings: vault.settings().clone(),
        units,
        indicators: vault.indicators().clone(),
        rounds: vault.rounds().into_iter().cloned().collect(),
        summaries: summaries.into_iter().collect(),
        programme: vault.current_programme().expect("its programme"),
        head: vault.head(),
        practice: vault.practice(),
        drafts: Vec::new(),
        notices: Vec::new(),
    }
}
