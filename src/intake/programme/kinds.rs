//! Kinds of unit and kinds of evidence.

use super::{
    reading::{Reading, Thing},
    table::Table,
};
use crate::{
    domain::{
        evidence::{Family, Grade},
        ids::{EvidenceKindId, KindId},
        programme::{EvidenceKind, UnitKind},
    },
    i18n::key,
};

/// The words for families in programme files.
const FAMILIES: [(&str, Family); 4] = [
    ("documentary", Family::Documentary),
    ("testimonial", Family::Testimonial),
    ("physical", Family::Physical),
    ("analytical", Family::Analytical),
];

/// The grades that one piece of evidence can carry: E0 is nothing, E5 takes two.
const GRADES: [(&str, Grade); 4] = [("E1", Grade::E1), ("E2", Grade::E2), ("E3", Grade::E3), ("E4", Grade::E4)];

/// `[[unit_kind]]`, at least one.
pub(super) fn unit_kinds(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<UnitKind>> {
    root.some(("unit_kind", "[[unit_kind]]", &["id", "name", "short", "examples"]), reading, |table, reading| {
        let id = table.id(Thing::UnitKind, reading).map(KindId::new);
        if id.as_ref().is_some_and(KindId::is_place) {
            reading.mistake(table.at, key::PROGRAMME_PLACE);
        }
        if id.as_ref().is_some_and(KindId::is_model) {
            reading.mistake(table.at, key::MODELS_KIND);
        }
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let short = table.may("short").and_then(|short| short.label(reading));
        let examples = table.may("examples").and_then(|examples| examples.text(reading));
        let name = name?;
        let short = short.unwrap_or_else(|| name.clone());
        Some(UnitKind { id: id?, name, short, examples: examples.unwrap_or_default() })
    })
}

/// `[[evidence_kind]]`, at least one.
pub(super) fn evidence_kinds(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<EvidenceKind>> {
    root.some(("evidence_kind", "[[evidence_kind]]", &["id", "name", "family", "grade"]), reading, |table, reading| {
        let id = table.id(Thing::EvidenceKind, reading);
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let family = table.need("family", reading).and_then(|family| family.one_of(&FAMILIES, reading));
        let grade = table.need("grade", reading).and_then(|grade| grade.one_of(&GRADES, reading));
        Some(EvidenceKind { id: EvidenceKindId::new(id?), name: name?, family: family?, grade: grade? })
    })
}
