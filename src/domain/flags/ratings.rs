//! Flags about the marks themselves: straight lines (T01), too much not applicable (T08), nothing found (T09), weak proof (T20).

use super::{Case, Flag};
use crate::domain::{
    answer::Level,
    evidence::Grade,
    finding::FindingKind,
    ids::SectionId,
    score::{Ceiling, ItemScore, ItemState},
    share::Share,
};

/// T01, straight line. A run of equal levels, as long as `line_run` and `line_share` of the rated items of its section, or a whole
/// section of `line_section` and more rated items that are equal throughout; in both cases only where the mean grade of their evidence
/// is below E3. Where no section has one, the whole inspection is looked at as one section, so that short sections hide no line.
///
/// Where there is no run either, a line that was broken on purpose is looked for: of `line_run` and more rated items of the whole
/// inspection at least `line_most` have one level. One other mark in the middle is what somebody puts there who knows of the rule, and
/// units are not that even in all their sections. Not asked of single sections, where one other mark of six is a real difference.
///
/// Items that are not rated do not break a run. Source: straight-lining in survey methodology (non-differentiation), with the
/// evidence beside it, because an honest unit can be good throughout – then the evidence is good too.
pub(super) fn straight_lines(case: &Case) -> Vec<Flag> {
    let mut sections: Vec<(&SectionId, Vec<Mark>)> = Vec::new();
    for (score, level) in rated(case) {
        match sections.last_mut() {
            Some((section, marks)) if **section == score.section => marks.push((level, score.grade)),
            _ => sections.push((&score.section, vec![(level, score.grade)])),
        }
    }
    let found: Vec<Flag> =
        sections.iter().filter_map(|(section, marks)| line(case, Some((*section).clone()), marks)).collect();
    if !found.is_empty() {
        return found;
    }
    let all: Vec<Mark> = sections.into_iter().flat_map(|(_, marks)| marks).collect();
    // Over the whole only a run counts: that five items in all were rated alike is no section.
    let line = run(case, &all).map(<[Mark]>::to_vec).or_else(|| broken_line(case, &all));
    line.and_then(|line| weak_line(None, &line, all.len())).into_iter().collect()
}

/// A level with the grade of its evidence.
type Mark = (Level, Grade);

fn rated<'a>(case: &'a Case) -> impl Iterator<Item = (&'a ItemScore, Level)> {
    let rated = case.assessment.items.iter().filter(|score| score.state == ItemState::Rated);
    rated.filter_map(|score| {
        Some((score, case.inspection.entries.get(&score.item).and_then(crate::domain::answer::Entry::level)?))
    })
}

fn line(case: &Case, section: Option<SectionId>, marks: &[Mark]) -> Option<Flag> {
    let whole = marks.len() >= case.programme.thresholds.line_section as usize
        && marks.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
    let marked = if whole { Some(marks) } else { run(case, marks) };
    weak_line(section, marked?, marks.len())
}

/// The longest run of equal levels, when it is long enough.
fn run<'a>(case: &Case, marks: &'a [Mark]) -> Option<&'a [Mark]> {
    let limits = &case.programme.thresholds;
    let longest = marks.chunk_by(|a, b| a.0 == b.0).max_by_key(|run| run.len())?;
    let share = Share::of(longest.len() as u64, marks.len() as u64)?;
    (longest.len() >= limits.line_run as usize && share >= limits.line_share).then_some(longest)
}

/// The marks of the level that nearly all have.
fn broken_line(case: &Case, marks: &[Mark]) -> Option<Vec<Mark>> {
    let limits = &case.programme.thresholds;
    let of_level = |level: Level| marks.iter().copied().filter(|(mark, _)| *mark == level).collect::<Vec<_>>();
    let most = Level::ALL.into_iter().map(of_level).max_by_key(Vec::len)?;
    let share = Share::of(most.len() as u64, marks.len() as u64)?;
    (marks.len() >= limits.line_run as usize && share >= limits.line_most).then_some(most)
}

/// The flag of a line, when the mean grade of its evidence is below E3.
fn weak_line(section: Option<SectionId>, marks: &[Mark], of: usize) -> Option<Flag> {
    let (level, _) = marks.first()?;
    let grades: usize = marks.iter().map(|(_, grade)| grade.index()).sum();
    let weak = grades < Grade::E3.index() * marks.len();
    weak.then(|| Flag::StraightLine {
        section,
        run: count(marks.len()),
        of: count(of),
        level: *level,
        // Rounded down, so that what is below 3 never reads as 3.0.
        grade_tenths: count(grades * 10 / marks.len()),
    })
}

/// T08, N/A abuse. The weight of what is not applicable, over the weight of all items that the unit sees, is above `na_share`.
pub(super) fn much_not_applicable(case: &Case) -> Option<Flag> {
    let weight = |items: &mut dyn Iterator<Item = &ItemScore>| items.map(|item| u64::from(item.weight)).sum::<u64>();
    let all = weight(&mut case.assessment.items.iter());
    let away = weight(&mut case.assessment.items.iter().filter(|item| item.state == ItemState::NotApplicable));
    let share = Share::of(away, all)?;
    let most = case.programme.thresholds.na_share;
    (share > most).then_some(Flag::MuchNotApplicable { share, most })
}

/// T09, nothing found. At least `nothing_found_items` items are rated, all of them 3 or 4, and no shortfall is recorded, when the
/// visit comes to its end. The question is not whether the unit is good, but whether anybody looked for what is not.
pub(super) fn nothing_found(case: &Case) -> Option<Flag> {
    if !case.is_closing() || case.inspection.findings.values().any(|finding| finding.kind == FindingKind::Shortfall) {
        return None;
    }
    let levels: Vec<Level> = rated(case).map(|(_, level)| level).collect();
    let enough = levels.len() >= case.programme.thresholds.nothing_found_items as usize;
    (enough && levels.iter().all(|level| level.get() >= 3)).then(|| Flag::NothingFound { rated: count(levels.len()) })
}

/// T20, high rating, weak proof. Level 3 or 4 where the grade of the evidence carries less: asks for the least grade that would
/// carry it. The score does not need the flag – the cap bites anyway –; the inspector does, while there is still time to look.
pub(super) fn weak_proof(case: &Case) -> Vec<Flag> {
    let weak = rated(case).filter(|(score, level)| {
        level.get() >= 3
            && matches!(score.ceiling, Some(Ceiling::Evidence(_) | Ceiling::Undrawn))
            && score.cap < score.claimed
    });
    let flag = |(score, level): (&ItemScore, Level)| {
        let caps = case.programme.scoring.caps;
        let needs = Grade::ALL.into_iter().find(|grade| caps[grade.index()] >= score.claimed)?;
        Some(Flag::WeakProof { item: score.item.clone(), level, grade: score.grade, needs })
    };
    weak.filter_map(flag).collect()
}

/// A count as flags hold it.
pub(super) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
