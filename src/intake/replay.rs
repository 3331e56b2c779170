//! Takes the proofs of draws out of a report, as text or as JSON. Proves nothing: `domain::draw` does.

use crate::{
    domain::draw::{Claim, Pick},
    text::nfc,
};
use serde_json::Value;

/// Every draw that a file tells of: a text report, or JSON of an inspection or a draw. Empty when it tells of none.
#[must_use]
pub fn read(file: &str) -> Vec<Claim> {
    let file = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    if let Ok(value) = serde_json::from_str::<Value>(file) {
        let mut claims = Vec::new();
        look(&value, &mut claims);
        return claims;
    }
    let text = nfc(file);
    let entries = entries(&text);
    Claim::read(entries.iter().map(String::as_str))
}

/// The entries of the lists of a text report, each on one line again: `- ` begins one, a line below that is set in belongs to it.
fn entries(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if let Some(first) = line.strip_prefix("- ") {
            entries.push(first.trim().to_owned());
            open = true;
        } else if let Some(more) = line.strip_prefix("  ").filter(|more| open && !more.trim().is_empty()) {
            if let Some(entry) = entries.last_mut() {
                // A seed has no blanks: where it is cut it was too long for its line.
                if !entry.starts_with("seed = ") {
                    entry.push(' ');
                }
                entry.push_str(more.trim());
            }
        } else {
            open = false;
        }
    }
    entries
}

/// Looks for records of draws anywhere in a JSON value.
fn look(value: &Value, claims: &mut Vec<Claim>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| look(value, claims)),
        Value::Object(object) => match record(value) {
            Some(claim) => claims.push(claim),
            None => object.values().for_each(|value| look(value, claims)),
        },
        _ => {}
    }
}

fn record(value: &Value) -> Option<Claim> {
    let words = |name: &str| value.get(name)?.as_str();
    let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
    let (unit, team) = (words("unit_seed")?, words("team_seed")?);
    let list: Vec<(u32, String, String)> = (1..)
        .zip(value.get("list")?.as_array()?)
        .filter_map(|(place, line)| Some((place, line.get(0)?.as_str()?.to_owned(), line.get(1)?.as_str()?.to_owned())))
        .collect();
    let code = |number: u32| list.iter().find(|(known, ..)| *known == number).map(|(_, code, _)| code.clone());
    let drawn = value.get("drawn")?.as_array()?.iter().filter_map(|pick| {
        let pick = Pick { counter: pick.get("counter")?.as_u64()?, number: number(pick.get("number")?)? };
        Some((pick, code(pick.number).unwrap_or_default()))
    });
    Some(Claim {
        seed: format!("{unit}{team}|{}|{}", words("code")?, words("day")?),
        population: u32::try_from(list.len()).unwrap_or(u32::MAX),
        sha256: words("sha256")?.to_owned(),
        size: number(value.get("size")?)?,
        drawn: drawn.collect(),
        list,
    })
}
