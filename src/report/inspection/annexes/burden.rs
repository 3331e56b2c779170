//! What the inspection cost the unit, beside its last inspection and the middle of the round, so that the tool watches its own weight.

use super::super::{
    super::{document::Document, words},
    Matter,
    situation::counted,
};
use crate::{
    domain::burden::Burden,
    i18n::{Key, decimal_points, key, say_with},
};

/// Adds the facts; figures that this inspection did not record are named as such, and compared with nothing.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let case = matter.case;
    let (lang, visit) = (case.lang, &case.inspection.visit);
    let here = Burden::from(visit);
    let fact = |name: Key, measure: Key, of: fn(&Burden) -> Option<u32>| {
        words::fact(lang, name, compared(matter, of(&here), measure, of))
    };
    let mut rows = vec![
        fact(key::REPORT_DOCUMENTS_ASKED, key::REPORT_DOCUMENTS, |burden| burden.documents),
        fact(key::REPORT_MINUTES_ON_PAPER, key::REPORT_MINUTES, |burden| burden.on_paper),
        fact(key::REPORT_MINUTES_WITH_PEOPLE, key::REPORT_MINUTES, |burden| burden.with_people),
        words::fact(lang, key::REPORT_MINUTES_ON_SITES, counted(case, visit.minutes_on_sites, key::REPORT_MINUTES)),
        words::fact(lang, key::REPORT_PEOPLE_ASKED, counted(case, visit.people_asked, key::REPORT_PEOPLE)),
    ];
    if let Some(share) = here.paper_share() {
        let args = [("share", decimal_points(lang, share).into())];
        rows.push(words::fact(lang, key::REPORT_PAPER_SHARE, say_with(lang, key::REPORT_PAPER_SHARE_SAYS, &args)));
    }
    document.facts(rows);
    if case.yardsticks.is_empty() {
        document.paragraph(matter.about(key::BURDEN_REPORT_NOTHING));
    }
}

/// The figure, then last time's and the middle of the round, a line each.
fn compared(matter: &Matter, here: Option<u32>, measure: Key, of: fn(&Burden) -> Option<u32>) -> String {
    let case = matter.case;
    let mut lines = vec![counted(case, here, measure)];
    let yardsticks = case.yardsticks;
    if let Some((round, figure)) = yardsticks.last.as_ref().and_then(|(round, last)| Some((round, of(last)?))) {
        let args = [("round", round.as_str().into()), ("figure", counted(case, Some(figure), measure).into())];
        lines.push(say_with(case.lang, key::BURDEN_REPORT_LAST, &args));
    }
    if let Some(figure) = of(&yardsticks.round.burden) {
        let args = [("of", yardsticks.round.of.into()), ("figure", counted(case, Some(figure), measure).into())];
        lines.push(say_with(case.lang, key::BURDEN_REPORT_ROUND, &args));
    }
    lines.join("\n")
}
