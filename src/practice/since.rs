//! What became of recommendations after the signature: declared, verified, opened again, delayed, withdrawn, from `followed.toml`. Every step is
//! taken by the life that recommendations have everywhere.

use super::{
    compose::clock,
    data::{Deed as Row, LifeRow},
};
use crate::domain::{
    edit::Edit,
    ids::{EvidenceKindId, RecommendationId},
    life::{Deed, Life, Proof},
    programme::Programme,
    recommendation::Recommendation,
};

/// The lives of these recommendations; none for one that is not there or takes a step it cannot take, which a test would tell.
pub fn edits<'a>(rows: impl Iterator<Item = &'a LifeRow>, edits: &[Edit], programme: &Programme) -> Vec<Edit> {
    rows.filter_map(|row| {
        let id = RecommendationId::from(row.recommendation.as_str());
        let what = edits.iter().find_map(|edit| match edit {
            Edit::Recommendation(other, Some(what)) if *other == id => Some(what),
            _ => None,
        });
        Some(Edit::Life(id.clone(), life(row, what?, programme)?))
    })
    .collect()
}

fn life(row: &LifeRow, what: &Recommendation, programme: &Programme) -> Option<Life> {
    row.deed.iter().try_fold(Life::default(), |life, deed| {
        let on = deed.on.0;
        let done = match &deed.what {
            Row::Declared { by, paper } => Deed::Declared { by: by.clone(), on, paper: paper.clone() },
            Row::Verified { by, kind, text, source } => {
                let kind = EvidenceKindId::from(kind.as_str());
                let grade = programme.evidence_kind(&kind)?.grade;
                let proof = Proof { kind, grade, text: text.clone(), source: source.clone() };
                Deed::Verified { by: by.clone(), on, proof }
            }
            Row::Reopened { why } => Deed::Reopened { why: why.clone() },
            Row::Delayed { until, by, why } => Deed::Delayed { until: until.0, by: by.clone(), why: why.clone() },
            Row::Withdrawn { why } => Deed::Withdrawn { why: why.clone() },
        };
        life.then(what, done, &deed.recorded_by, clock(on, 16, 0)).ok()
    })
}
