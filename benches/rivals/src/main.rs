//! The roll-up beside SQLite's `GROUP BY` over the same answers, in the same run. Prints both and the ratio; nothing fails on them.
//!
//! The answers of a vault are copied once into a SQLite file: a row for each answer with its round, its district, its weight, its rating and
//! what its evidence lets through. Then both are asked the same, each time from a file that was just opened: the mean of the supported score
//! by round and district. The plain mean of ratings, which needs no weight and no cap, is the kindest question that SQLite can be asked.

use rusqlite::{Connection, params};
use std::{
    collections::BTreeMap,
    hint::black_box,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use thucchat::{
    beside::in_halves,
    domain::{
        inspection::State,
        rollup::{By, GroupKey, Scope, roll_up},
        round::Round,
        score::{Circumstances, assess},
        unit::Tier,
    },
    practice::DAY,
    store::Vault,
};

/// Times that each question is asked; the least counts, since a machine is never quite alone.
const TIMES: usize = 7;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err("name the folder of a big sample: thucchat demo --scale L --dir FOLDER".into());
    };
    let file = folder.with_extension("sqlite");
    let answers = copy(&folder, &file)?;
    println!("{answers} answers in {} and {}", folder.display(), file.display());
    println!("load of the machine: {}", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    let ours = least(|| ours(&folder, None))?;
    let reckoned = least(|| reckoned(&folder))?;
    let capped = least(|| theirs(&file, CAPPED))?;
    let plain = least(|| theirs(&file, PLAIN))?;
    println!("roll-up by round and district, from a vault just opened       {ours:>10.1?}");
    println!("  of it the reckoning alone                                  {reckoned:>10.1?}");
    println!(
        "SQLite, supported score, GROUP BY, from a file just opened    {capped:>10.1?}   {:.1} ×",
        times(capped, ours)
    );
    println!(
        "SQLite, plain mean of ratings, GROUP BY, the same             {plain:>10.1?}   {:.1} ×",
        times(plain, ours)
    );
    agree(&folder, &file)?;
    std::fs::remove_file(&file)?;
    Ok(())
}

fn times(theirs: Duration, ours: Duration) -> f64 {
    theirs.as_secs_f64() / ours.as_secs_f64().max(f64::EPSILON)
}

fn least(
    mut ask: impl FnMut() -> Result<Duration, Box<dyn std::error::Error>>,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let mut least = Duration::MAX;
    for _ in 0..TIMES {
        least = least.min(ask()?);
    }
    Ok(least)
}

type Means = BTreeMap<(String, String), f64>;

/// Our roll-up of every round by district, the opening of the vault counted.
fn ours(folder: &Path, mut means: Option<&mut Means>) -> Result<Duration, Box<dyn std::error::Error>> {
    let since = Instant::now();
    let mut vault = Vault::open(folder)?.vault;
    let all = roll_ups(&mut vault, means.as_deref_mut())?;
    let took = since.elapsed();
    black_box(all);
    Ok(took)
}

/// The same without the opening.
fn reckoned(folder: &Path) -> Result<Duration, Box<dyn std::error::Error>> {
    let mut vault = Vault::open(folder)?.vault;
    let since = Instant::now();
    black_box(roll_ups(&mut vault, None)?);
    Ok(since.elapsed())
}

fn roll_ups(vault: &mut Vault, mut means: Option<&mut Means>) -> Result<usize, Box<dyn std::error::Error>> {
    let programme = vault.current_programme()?;
    let mut groups = 0;
    let summaries = vault.shared_summaries();
    let scope = |round: &Round| Scope {
        programme: &programme,
        units: vault.units(),
        round: round.id.clone(),
        previous: None,
        day: round.day().unwrap_or(DAY),
        today: DAY,
        under: None,
        kind: None,
    };
    let scopes: Vec<Scope> = vault.rounds().into_iter().map(scope).collect();
    // As the trend over the rounds does: on two cores.
    let rolled = |scope: &Scope| roll_up(summaries.heads_of_rounds(&[&scope.round]), scope, By::District);
    let rolled = in_halves(&scopes, 2, |scopes| scopes.iter().map(rolled).collect::<Vec<_>>()).concat();
    for (scope, rolled) in scopes.iter().zip(rolled) {
        groups += rolled.groups.len();
        let Some(means) = means.as_deref_mut() else { continue };
        for group in &rolled.groups {
            let (GroupKey::Place(place), Some(figures)) = (&group.key, &group.figures) else { continue };
            let code = vault.units().get(*place).map(|unit| unit.code.clone()).unwrap_or_default();
            means.insert((scope.round.to_string(), code), f64::from(figures.mean.bp()) / 100.0);
        }
    }
    Ok(groups)
}

const TABLE: &str = "
    CREATE TABLE answer (
        inspection INTEGER NOT NULL, round TEXT NOT NULL, district TEXT NOT NULL,
        weight INTEGER NOT NULL, rating INTEGER NOT NULL, cap INTEGER NOT NULL
    )";
/// Of each inspection the mean of what is rated, at most what the evidence lets through, weighted; of these the mean by group.
const CAPPED: &str = "
    SELECT round, district, avg(score) FROM (
        SELECT round, district, sum(weight * min(rating, cap)) * 1.0 / sum(weight) AS score FROM answer GROUP BY inspection
    ) GROUP BY round, district";
const PLAIN: &str = "SELECT round, district, avg(rating) FROM answer GROUP BY round, district";

/// Copies the answers of signed inspections into a SQLite file; their number.
fn copy(folder: &Path, file: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    let _ = std::fs::remove_file(file);
    let mut vault = Vault::open(folder)?.vault;
    let programme = vault.current_programme()?;
    let mut sqlite = Connection::open(file)?;
    sqlite.execute(TABLE, [])?;
    let write = sqlite.transaction()?;
    let mut answers = 0;
    {
        let mut row = write.prepare("INSERT INTO answer VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        let signed = vault.summaries().into_iter().filter(|summary| summary.state == State::Signed);
        for (number, summary) in (0_i64..).zip(signed) {
            let Some(inspection) = vault.inspection(summary.id)? else { continue };
            let (unit, round) = (vault.units().get(summary.unit), vault.round(&summary.round));
            let day = round.and_then(|round| round.day()).unwrap_or(DAY);
            let district = unit.and_then(|unit| vault.units().place_of(unit, Tier::District, day));
            let district = district.map_or("", |place| place.code.as_str());
            for item in assess(&programme, &inspection, &Circumstances::of(unit, round)).items {
                let (weight, rating, cap) = (item.weight, item.claimed.bp(), item.effective.bp());
                row.execute(params![number, summary.round.as_str(), district, weight, rating, cap])?;
                answers += 1;
            }
        }
    }
    write.commit()?;
    Ok(answers)
}

fn theirs(file: &Path, question: &str) -> Result<Duration, Box<dyn std::error::Error>> {
    let since = Instant::now();
    let sqlite = Connection::open(file)?;
    let groups = asked(&sqlite, question)?.len();
    let took = since.elapsed();
    black_box(groups);
    Ok(took)
}

fn asked(sqlite: &Connection, question: &str) -> Result<Means, Box<dyn std::error::Error>> {
    let mut question = sqlite.prepare(question)?;
    let rows = question.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Both must say the same, or the race is none: to two hundredths of a point, since ours are rounded for each inspection.
fn agree(folder: &Path, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut ours_say = Means::new();
    ours(folder, Some(&mut ours_say))?;
    let theirs_say = asked(&Connection::open(file)?, CAPPED)?;
    let differ = |(key, mean): (&(String, String), &f64)| {
        theirs_say.get(key).is_some_and(|theirs| (theirs / 100.0 - mean).abs() > 0.02)
    };
    let both = ours_say.keys().filter(|key| theirs_say.contains_key(*key)).count();
    let wrong = ours_say.iter().filter(|one| differ(*one)).count();
    println!("{both} groups are in both, {wrong} of them differ");
    Ok(())
}
