//! Finds the inspection that is meant: by the id that `inspection list` shows, by the beginning of it, or as ROUND/UNITCODE.

use super::{failure::Failure, session::Session};
use crate::{
    domain::{ids::InspectionId, inspected::Inspected, summary::Summary},
    i18n::{Message, key},
    intake::nearest::nearest,
    store::Head,
};
use std::collections::HashMap;

/// How many digits of an id `inspection list` shows. Forty thousand inspections share the first eight once in six vaults; then
/// more digits, or ROUND/UNITCODE, tell them apart.
const SHOWN: usize = 8;

/// The beginning of an id, as lists show it.
pub(super) fn short(id: InspectionId) -> String {
    id.0.simple().to_string().chars().take(SHOWN).collect()
}

impl Session {
    /// `2023-so-ket/904-DU`.
    pub(super) fn label<'a>(&self, inspection: impl Inspected<'a>) -> String {
        let code = self.vault.units().get(inspection.unit()).map_or("?", |unit| unit.code.as_str());
        format!("{}/{code}", inspection.round())
    }

    /// What lists show and commands accept: ROUND/UNITCODE, or the beginning of the id where that is not the only one so
    /// called (two rows of one code, two laptops that planned the same).
    pub(super) fn shown_ids(&self, summaries: &[&Summary]) -> Vec<String> {
        let mut called: HashMap<String, u32> = HashMap::new();
        for inspection in self.vault.heads() {
            *called.entry(self.label(inspection)).or_default() += 1;
        }
        let shown = |summary: &&Summary| {
            let label = self.label(*summary);
            if called.get(&label) == Some(&1) { label } else { short(summary.id) }
        };
        summaries.iter().map(shown).collect()
    }

    /// The inspection that `name` means.
    pub(super) fn find(&self, name: &str) -> Result<InspectionId, Failure> {
        let lower = name.to_lowercase();
        let is_named = |head: &Head| is_beginning(name, head.id()) || self.label(*head).to_lowercase() == lower;
        // A second look is meant by its id alone: ROUND/UNITCODE means the inspection that speaks for the unit.
        let seconds = self.vault.second_looks().into_iter().filter(|summary| is_beginning(name, summary.id));
        let named = self.vault.heads().filter(is_named).filter_map(|head| self.vault.summary(head.id()));
        let found: Vec<&Summary> = named.chain(seconds).collect();
        match found.as_slice() {
            [one] => Ok(one.id),
            [] => Err(self.unknown_inspection(name)),
            several => Err(self.ambiguous(name, several)),
        }
    }

    fn unknown_inspection(&self, name: &str) -> Failure {
        let failure = Failure::input(Message::new(key::CLI_NO_INSPECTION).with("name", name));
        let labels: Vec<String> = self.vault.heads().map(|head| self.label(head)).collect();
        let with_code =
            |label: &&String| label.rsplit_once('/').is_some_and(|(_, code)| code.eq_ignore_ascii_case(name));
        let near = labels.iter().rfind(with_code).map(String::as_str);
        match near.or_else(|| nearest(name, labels.iter().map(String::as_str))) {
            Some(near) => failure.and(Message::new(key::CLI_NEAREST).with("name", near)),
            None => failure.and(key::CLI_SEE_LIST),
        }
    }

    fn ambiguous(&self, name: &str, several: &[&Summary]) -> Failure {
        let which = several.iter().map(|summary| format!("{} ({})", summary.id, self.label(*summary)));
        let which = which.collect::<Vec<_>>().join(", ");
        Failure::input(Message::new(key::CLI_AMBIGUOUS).with("name", name).with("which", which))
    }
}

/// Whether `name` is the beginning of an id, hyphens or not, four digits at least.
fn is_beginning(name: &str, id: InspectionId) -> bool {
    let digits: String = name.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect();
    digits.len() >= 4 && id.0.simple().to_string().starts_with(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn four_digits_of_an_id_are_enough_and_hyphens_do_not_matter() {
        let id = InspectionId(Uuid::from_u128(0xabcd_ef01_2345_4678_9abc_def0_1234_5678));
        assert_eq!(short(id), "abcdef01");
        for name in ["abcd", "ABCDEF01", "abcdef01-2345-4678", "abcdef0123454678"] {
            assert!(is_beginning(name, id), "{name}");
        }
        for name in ["abc", "", "abce", "----", "904-DU"] {
            assert!(!is_beginning(name, id), "{name}");
        }
    }
}
