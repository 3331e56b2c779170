//! Bunching at a line (T10): how the scores of a round lie around the lines of the bands. A question to the head of team about the team's
//! own scores; it names no unit and no inspector, and belongs to no single inspection.

use super::{chance::at_least, ratings::count};
use crate::domain::{ids::BandId, programme::Programme, share::Share};

/// How the scores of a round lie around the line of a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearLine {
    /// The band whose line it is.
    pub band: BandId,
    /// The line: the least score of the band.
    pub line: Share,
    /// Scores at the line or above it, within the margin.
    pub above: u32,
    /// Scores within the margin on both sides.
    pub of: u32,
    /// How likely so many or more lie at the line or above it if either side is as likely: `P(Bin(of, ½) ≥ above)`, rounded up, so that
    /// it may be called the most.
    pub chance: Share,
    /// Whether T10 asks: enough scores, and too unlikely to be an accident.
    pub is_crowded: bool,
}

/// T10, bunching at a line. Of at least `bunched_scores` scores within ± `bunched_margin` of a band's line so many lie at it or above
/// that chance (`P(Bin(n, ½) ≥ X)`) stays below `bunched_chance`. Every line but that at 0 comes back, in the order of the bands, with
/// whether it asks. Source: the test for bunching at a notch (that of `McCrary`, in its simplest exact form: the sign test). Its limit:
/// scores that honestly rise through a line lean upwards a little, too; hence a question.
#[must_use]
pub fn near_lines(programme: &Programme, supported: &[Share]) -> Vec<NearLine> {
    let limits = &programme.thresholds;
    let lines = programme.bands.iter().filter(|band| band.min > Share::NONE);
    let near_line = |band: &crate::domain::programme::Band| {
        let near = supported.iter().filter(|score| score.bp().abs_diff(band.min.bp()) <= limits.bunched_margin.bp());
        let of = count(near.clone().count());
        let above = count(near.filter(|score| **score >= band.min).count());
        let chance = at_least(above, of, 0.5);
        NearLine {
            band: band.id.clone(),
            line: band.min,
            above,
            of,
            chance: rounded_up(chance),
            is_crowded: of >= limits.bunched_scores && chance < f64::from(limits.bunched_chance) / 1e6,
        }
    };
    lines.map(near_line).collect()
}

/// A probability in basis points, rounded up.
fn rounded_up(chance: f64) -> Share {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a probability is 0 to 1")]
    let bp = (chance * f64::from(Share::WHOLE.bp())).ceil() as u16;
    Share::from_bp(bp)
}
