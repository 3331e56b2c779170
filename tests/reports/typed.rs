//! What people typed into an inspection, and what a document holds.

use serde_json::Value;
use thucchat::{
    domain::inspection::Inspection,
    report::{document::Document, json},
};

/// Every text of an inspection that a person typed. Walks the inspection as data, so that a field added later is not forgotten:
/// only ids, hashes, words of the program and times (printed in another way) are left out.
pub fn typed(inspection: &Inspection) -> Vec<String> {
    let mut found = Vec::new();
    collect(&serde_json::to_value(inspection).expect("an inspection as data"), "", &mut found);
    found
}

fn collect(value: &Value, name: &str, found: &mut Vec<String>) {
    const NOT_TYPED: [&str; 8] = ["id", "unit", "kind", "hash", "severity", "at", "signed_at", "programme"];
    match value {
        Value::String(text) if !text.is_empty() && !NOT_TYPED.contains(&name) && !is_moment(text) => {
            found.push(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, name, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| collect(value, name, found)),
        _ => {}
    }
}

fn is_moment(text: &str) -> bool {
    text.parse::<chrono::NaiveDate>().is_ok() || chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

/// All texts of a document in one.
pub fn held(document: &Document) -> String {
    let value: Value = serde_json::from_str(&json::render(document)).expect("a document as data");
    let mut found = Vec::new();
    collect_all(&value["blocks"], &mut found);
    found.join("\n")
}

fn collect_all(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect_all(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| collect_all(value, found)),
        _ => {}
    }
}

/// White space made plain.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
