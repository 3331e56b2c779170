//! Nominations and the lines of bands in words: the same in the roll-up, its report and its command.

use super::{Lang, decimal_points, key, say, say_with, words};
use crate::domain::{
    flags::NearLine,
    nomination::{Barrier, Candidate, Subject},
    programme::Programme,
    share::Share,
};

/// What could be praised, with its number.
#[must_use]
pub fn candidate(lang: Lang, candidate: &Candidate) -> String {
    match &candidate.subject {
        Subject::Strength(id) => {
            let args = [("id", id.as_str().into()), ("condition", candidate.words.as_str().into())];
            say_with(lang, key::PRAISE_STRENGTH, &args)
        }
        Subject::Model(code) => {
            let args = [("code", code.as_str().into()), ("name", candidate.words.as_str().into())];
            say_with(lang, key::PRAISE_MODEL, &args)
        }
    }
}

/// The numbers of the evidence that proves it, with what they give together: `V-03, V-04 (E5)`.
#[must_use]
pub fn evidence(lang: Lang, candidate: &Candidate) -> String {
    let visit = matches!(candidate.subject, Subject::Model(_)).then(|| say(lang, key::PRAISE_VISIT));
    let numbers = visit.into_iter().chain(candidate.evidence.iter().map(ToString::to_string));
    format!("{} ({})", numbers.collect::<Vec<_>>().join(", "), candidate.grade)
}

/// Why it is not put forward, each reason by itself; none when it is.
#[must_use]
pub fn barriers(lang: Lang, candidate: &Candidate) -> Vec<String> {
    candidate.barriers.iter().map(|one| barrier(lang, one)).collect()
}

/// Why it is not put forward; empty when it is.
#[must_use]
pub fn why_not(lang: Lang, candidate: &Candidate) -> String {
    barriers(lang, candidate).join("; ")
}

fn barrier(lang: Lang, barrier: &Barrier) -> String {
    match barrier {
        Barrier::Unproven(grade) => say_with(lang, key::PRAISE_UNPROVEN, &[("grade", grade.to_string().into())]),
        Barrier::NotTransferable => say(lang, key::PRAISE_NOT_TRANSFERABLE),
        Barrier::RatedLow(item, level) => {
            let args = [("item", item.as_str().into()), ("level", u32::from(level.get()).into())];
            say_with(lang, key::PRAISE_RATED_LOW, &args)
        }
        Barrier::Shortfall(finding, item) => {
            let args = [("item", item.as_str().into()), ("finding", finding.as_str().into())];
            say_with(lang, key::PRAISE_SHORTFALL, &args)
        }
        Barrier::NotRunning(verdict) => {
            let verdict = say(lang, words::verdict(*verdict));
            say_with(lang, key::PRAISE_NOT_RUNNING, &[("verdict", verdict.into())])
        }
        Barrier::NotVisited => say(lang, key::PRAISE_NOT_VISITED),
    }
}

/// How the scores lie around a line, and what T10 asks about it, if it does.
#[must_use]
pub fn near_line(lang: Lang, programme: &Programme, line: &NearLine) -> String {
    let shown = |share: Share| decimal_points(lang, share);
    let args = [
        ("band", words::band(lang, programme, Some(&line.band)).into()),
        ("line", shown(line.line).into()),
        ("above", line.above.into()),
        ("of", line.of.into()),
    ];
    if !line.is_crowded {
        let calm = if line.of == 0 { key::TEAM_LINE_NONE } else { key::TEAM_LINE_CALM };
        return say_with(lang, calm, &args);
    }
    let chance = [("chance", shown(line.chance).into())];
    say_with(lang, key::TEAM_LINE_CROWDED, &args.into_iter().chain(chance).collect::<Vec<_>>())
}

/// The rule of T10 with the numbers of the programme.
#[must_use]
pub fn lines_rule(lang: Lang, programme: &Programme) -> String {
    let limits = &programme.thresholds;
    // Millionths in basis points: the programme's numbers are far coarser.
    let chance = Share::of(limits.bunched_chance.into(), 1_000_000).unwrap_or_default();
    let args = [
        ("least", limits.bunched_scores.into()),
        ("margin", decimal_points(lang, limits.bunched_margin).into()),
        ("chance", decimal_points(lang, chance).into()),
    ];
    say_with(lang, key::TEAM_LINES_RULE, &args)
}
