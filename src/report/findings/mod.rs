//! Findings text: all, one unit's, or one finding on one sheet.

mod csv;
pub(super) mod facts;
mod wanted;

pub use csv::csv;
pub use wanted::Wanted;

use super::{document::Document, words};
use crate::{
    domain::{
        finding::Finding,
        follow_up,
        ids::{FindingId, RecommendationId},
        inspection::Inspection,
        lang::Lang,
        life::Stage,
        programme::Programme,
        recommendation::Recommendation,
        round::Round,
        unit::{Unit, Units},
    },
    i18n::{date, key, say, say_with},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// One inspection whose findings are exported.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The programme version it was filled with.
    pub programme: Arc<Programme>,
    /// Its unit.
    pub unit: &'a Unit,
    /// Its round.
    pub round: &'a Round,
    /// The inspection.
    pub inspection: Inspection,
}

/// Which findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Every finding.
    #[default]
    All,
    /// Findings with an open recommendation.
    Open,
    /// Findings with an open recommendation past its day.
    Overdue,
    /// Findings with a recommendation that the unit says is done.
    Declared,
    /// Findings with a recommendation that was found done in fact.
    Verified,
}

impl Which {
    /// Whether a finding of `inspection` is asked for.
    fn takes(self, inspection: &Inspection, id: &FindingId, today: NaiveDate) -> bool {
        let mut answers = follow_up::answers(&inspection.recommendations, id);
        self == Self::All || answers.any(|(id, _)| self.takes_recommendation(inspection, id, today))
    }

    /// Whether a recommendation is asked for.
    fn takes_recommendation(self, inspection: &Inspection, id: &RecommendationId, today: NaiveDate) -> bool {
        let stage = inspection.stage(id);
        match self {
            Self::All => true,
            Self::Open => stage == Stage::Open,
            Self::Overdue => stage == Stage::Open && inspection.due(id).is_some_and(|due| due < today),
            Self::Declared => stage == Stage::Declared,
            Self::Verified => stage == Stage::Verified,
        }
    }
}

/// Builds the text of findings, grouped by unit in the order of `sources`; each unit, and the one finding asked for, on its own page.
/// Recommendations that answer no finding stand after the findings, unless one finding alone was asked for.
#[must_use]
pub fn build(
    lang: Lang,
    units: &Units,
    sources: &[Source],
    which: Which,
    only: Option<&FindingId>,
    today: NaiveDate,
) -> Document {
    let mut document = Document::new(lang, title(lang, sources, only, today));
    document
        .blocks
        .push(super::document::Block::Title { lines: vec![say(lang, key::REPORT_FINDINGS), as_of(lang, today)] });
    let mut pages = 0;
    for source in sources {
        let wanted: Vec<_> = source
            .inspection
            .findings
            .iter()
            .filter(|(id, _)| only.is_none_or(|only| only == *id))
            .filter(|(id, _)| which.takes(&source.inspection, id, today))
            .collect();
        let alone = if only.is_none() { alone(&source.inspection, which, today) } else { Vec::new() };
        if !(wanted.is_empty() && alone.is_empty()) {
            if pages > 0 {
                document.page_break();
            }
            pages += 1;
            unit(&mut document, units, source, today);
            add(&mut document, &source.programme, &source.inspection, &wanted, today);
            for (id, recommendation) in alone {
                document.heading(3, format!("{id}: {}", say(lang, key::REPORT_RECOMMENDATION_ALONE)));
                document.facts(facts::recommendation(lang, &source.inspection, (id, recommendation), today));
            }
        }
    }
    if pages == 0 {
        document.paragraph(say_with(lang, key::REPORT_NO_FINDINGS_AMONG, &[("number", sources.len().into())]));
        document.list(
            sources
                .iter()
                .map(|source| format!("{}, {}", words::unit(source.unit), words::round(source.round)))
                .collect(),
        );
    }
    document
}

/// The recommendations asked for that answer no finding of the inspection.
fn alone(inspection: &Inspection, which: Which, today: NaiveDate) -> Vec<(&RecommendationId, &Recommendation)> {
    let recommendations = inspection.recommendations.iter();
    recommendations
        .filter(|(_, what)| !what.findings.iter().any(|id| inspection.findings.contains_key(id)))
        .filter(|(id, _)| which.takes_recommendation(inspection, id, today))
        .collect()
}

fn title(lang: Lang, sources: &[Source], only: Option<&FindingId>, today: NaiveDate) -> String {
    match (sources, only) {
        ([one], Some(id)) => format!("{} {id} – {}", say(lang, key::REPORT_FINDINGS), one.unit.name),
        ([one], None) => format!("{} – {}", say(lang, key::REPORT_FINDINGS), one.unit.name),
        _ => format!("{} – {}", say(lang, key::REPORT_FINDINGS), date(today)),
    }
}

fn as_of(lang: Lang, today: NaiveDate) -> String {
    say_with(lang, key::REPORT_AS_OF, &[("date", date(today).into())])
}

fn unit(document: &mut Document, units: &Units, source: &Source, today: NaiveDate) {
    let lang = document.lang;
    document.heading(1, words::unit(source.unit));
    let day = source.inspection.as_of().unwrap_or(today);
    let place = words::place(units, source.unit, day);
    let mut rows = vec![
        words::fact(lang, key::REPORT_UNIT_KIND, words::kind(lang, &source.programme, &source.inspection.plan.kind)),
        words::fact(lang, key::REPORT_ROUND, words::round(source.round)),
        words::fact(lang, key::REPORT_TEAM, words::typed(lang, &words::joined(&source.inspection.visit.team))),
    ];
    if !place.is_empty() {
        rows.insert(1, words::fact(lang, key::REPORT_PLACE, place));
    }
    document.facts(rows);
}

/// Adds findings of one inspection in full, each under its number.
pub(super) fn add(
    document: &mut Document,
    programme: &Programme,
    inspection: &Inspection,
    findings: &[(&FindingId, &Finding)],
    today: NaiveDate,
) {
    let lang = document.lang;
    let context = facts::Context { lang, programme, inspection, today };
    for (id, finding) in findings {
        document.heading(3, format!("{id}: {}", words::finding(lang, finding)));
        document.facts(facts::in_full(&context, id, finding));
    }
}
