//! `II- Kết quả kiểm tra`: the figures of the whole and of each section, the band and what it rests on.

use super::{
    super::{
        document::{Column, Document},
        words::{self, points},
    },
    Matter,
};
use crate::{
    domain::{
        evidence::Grade,
        ids::{GateId, SectionId},
        score::{ItemScore, ItemState, Rest, Score},
        seal::Seal,
    },
    i18n::{self, date, decimal_points, key, say, say_with},
};

/// Adds the heading, the figures and the table of sections.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.case.lang;
    document.heading(1, say(lang, key::REPORT_RESULTS));
    let Some(whole) = matter.assessment.whole else {
        document.paragraph(matter.about(key::REPORT_NOTHING_APPLIES));
        return;
    };
    let mut rows = figures(matter, &whole);
    rows.extend(band(matter, &whole));
    rows.extend(warnings(matter));
    document.facts(rows);
    sections(document, matter);
}

fn figures(matter: &Matter, whole: &Score) -> Vec<(String, String)> {
    let lang = matter.case.lang;
    let least = decimal_points(lang, matter.case.programme.scoring.min_coverage);
    let coverage = [("share", decimal_points(lang, whole.coverage).into()), ("least", least.into())];
    let range =
        [("low", decimal_points(lang, whole.supported).into()), ("high", decimal_points(lang, whole.high).into())];
    let mut rows = vec![
        words::fact(lang, key::REPORT_CLAIMED, points(lang, whole.claimed)),
        words::fact(lang, key::REPORT_SUPPORTED, points(lang, whole.supported)),
        words::fact(
            lang,
            key::REPORT_GAP,
            say_with(lang, key::REPORT_GAP_SAYS, &[("points", decimal_points(lang, whole.gap).into())]),
        ),
        words::fact(lang, key::REPORT_COVERAGE, say_with(lang, key::REPORT_COVERAGE_SAYS, &coverage)),
        words::fact(lang, key::REPORT_RANGE, say_with(lang, key::REPORT_RANGE_OF_SCORE, &range)),
    ];
    rows.push(self_score(matter));
    if let Some(outcome) = matter.assessment.outcome {
        rows.push(words::fact(lang, key::REPORT_OUTCOME, points(lang, outcome.supported)));
    }
    rows
}

/// The unit's own score beside the supported one; that it is sealed while items are open, or that there was none.
fn self_score(matter: &Matter) -> (String, String) {
    let lang = matter.case.lang;
    let seal = Seal::of(matter.case.inspection, matter.assessment);
    let told = match seal {
        Seal::None => say(lang, key::SELF_SCORE_REPORT_NONE),
        Seal::Before(score) | Seal::Sealed(score) => {
            let args = [("by", score.by.as_str().into()), ("on", date(score.on).into())];
            say_with(lang, key::SELF_SCORE_REPORT_SEALED, &args)
        }
        Seal::Opened(..) => i18n::words::self_score(lang, seal).map(|told| told.to(lang)).unwrap_or_default(),
    };
    words::fact(lang, key::SELF_SCORE_NAME, told)
}

/// The band or why there is none, the gates that closed, and what the band depends and rests on.
fn band(matter: &Matter, whole: &Score) -> Vec<(String, String)> {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let band = match &matter.assessment.band {
        Some(band) => words::band(lang, programme, Some(band)),
        None => say_with(
            lang,
            key::REPORT_WHY_NO_BAND,
            &[
                ("share", decimal_points(lang, whole.coverage).into()),
                ("least", decimal_points(lang, programme.scoring.min_coverage).into()),
            ],
        ),
    };
    let mut rows = vec![words::fact(lang, key::REPORT_BAND, band)];
    rows.extend(matter.assessment.gates.iter().map(|id| words::fact(lang, key::REPORT_GATE, gate(matter, id))));
    if matter.assessment.depends_on_na {
        let left_out = matter.assessment.items.iter().filter(|item| item.state == ItemState::NotApplicable).count();
        let args = [
            ("items", left_out.into()),
            ("points", decimal_points(lang, whole.na_low).into()),
            ("band", words::band(lang, programme, words::band_at(programme, whole.na_low)).into()),
        ];
        rows.push(words::fact(lang, key::REPORT_DEPENDS, say_with(lang, key::REPORT_DEPENDS_ON_NA, &args)));
    }
    if matter.assessment.band.is_some() {
        rows.push(words::fact(lang, key::REPORT_RESTS, rests(matter)));
    }
    rows
}

fn gate(matter: &Matter, id: &GateId) -> String {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    match programme.gates.iter().find(|gate| gate.id == *id) {
        None => id.to_string(),
        Some(gate) => say_with(
            lang,
            key::REPORT_GATE_SAYS,
            &[
                ("gate", id.as_str().into()),
                ("text", gate.text.to(lang).trim_end_matches('.').into()),
                ("band", words::band(lang, programme, Some(&gate.cap)).into()),
            ],
        ),
    }
}

fn rests(matter: &Matter) -> String {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    if matter.rests.is_empty() {
        let args = [("evidence", matter.case.inspection.evidence.len().into()), ("items", matter.items().into())];
        return say_with(lang, key::REPORT_RESTS_ON_NOTHING, &args);
    }
    let lines = matter.rests.iter().map(|rest| {
        let (key, id, left) = match rest {
            Rest::Evidence(id, left) => (key::REPORT_RESTS_ON_EVIDENCE, id.as_str(), left),
            Rest::Item(id, left) => (key::REPORT_RESTS_ON_ITEM, id.as_str(), left),
        };
        say_with(lang, key, &[("id", id.into()), ("band", words::band(lang, programme, left.as_ref()).into())])
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Critical items rated 0 or 1, ratings fairness would rather see unverified, constraints that are broken.
fn warnings(matter: &Matter) -> Vec<(String, String)> {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let level =
        |item: &ItemScore| matter.case.inspection.entries.get(&item.item).and_then(crate::domain::answer::Entry::level);
    let mut rows = Vec::new();
    let mut warn = |name, lines: Vec<String>| {
        if !lines.is_empty() {
            rows.push(words::fact(lang, name, lines.join("\n")));
        }
    };
    let items = || matter.assessment.items.iter();
    let critical = items().filter(|item| programme.item(&item.item).is_some_and(|item| item.critical));
    let critical = critical.filter_map(|item| {
        let level = level(item).filter(|level| level.get() <= 1)?;
        let what = words::item(lang, programme, &item.item);
        Some(say_with(
            lang,
            key::REPORT_ITEM_AT_LEVEL,
            &[("item", what.into()), ("level", u32::from(level.get()).into())],
        ))
    });
    warn(key::REPORT_CRITICAL, critical.collect());
    let doubtful = items().filter(|item| item.propose_not_verified).map(|item| {
        let grade = if item.grade == Grade::E0 { say(lang, key::REPORT_NO_EVIDENCE) } else { item.grade.to_string() };
        format!("{} ({grade})", words::item(lang, programme, &item.item))
    });
    warn(key::REPORT_PROPOSE_NOT_VERIFIED, doubtful.collect());
    let broken = matter.assessment.broken.iter().map(|id| {
        let text = programme.item(id).and_then(|item| item.constraint.as_ref()).map(|rule| rule.text.to(lang));
        format!("{id}: {}", text.unwrap_or_default())
    });
    warn(key::REPORT_BROKEN, broken.collect());
    rows
}

fn sections(document: &mut Document, matter: &Matter) {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let section = |id: &SectionId| programme.sections.iter().find(|section| section.id == *id);
    let name = |id| section(id).map_or_else(|| id.to_string(), |section| section.title.to(lang).to_owned());
    let clause = |id| section(id).map_or_else(String::new, |section| section.clause.clone());
    let figures = |share| decimal_points(lang, share);
    let rows = matter.assessment.sections.iter().map(|(id, score)| {
        vec![
            name(id),
            clause(id),
            format!("{}/{}", score.answered, score.items),
            figures(score.claimed),
            figures(score.supported),
            figures(score.gap),
            figures(score.coverage),
        ]
    });
    let mut columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_SECTION), 8),
        Column::words(say(lang, key::REPORT_COLUMN_CLAUSE), 2),
    ];
    let headings = [
        key::REPORT_COLUMN_ANSWERED,
        key::REPORT_COLUMN_CLAIMED,
        key::REPORT_COLUMN_SUPPORTED,
        key::REPORT_COLUMN_GAP,
        key::REPORT_COLUMN_COVERAGE,
    ];
    columns.extend(headings.map(|heading| Column::figures(say(lang, heading), 3)));
    document.table(columns, rows.collect());
    let bars = matter.assessment.sections.iter();
    document
        .bars(bars.map(|(id, score)| (name(id), Some(score.supported.bp()), points(lang, score.supported))).collect());
}
