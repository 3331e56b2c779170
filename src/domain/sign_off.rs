//! Signing and opening again: what hinders a signature, and what the signature holds. Pure: the name, the time and the journal's
//! head come from the caller.
//!
//! Items that could not be verified do not hinder – an inspector may sign what was not seen, with the reason written down. Items
//! without any mark do: they must first be answered, marked not applicable, or marked not verified.

use super::{
    ids::ItemId,
    inspection::{Inspection, Reopening, SignOff},
    score::{Assessment, ItemState},
};
use chrono::{DateTime, FixedOffset};

/// One thing that stands between an inspection and its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// It is signed already; only opening it again leads to another signature.
    Signed(SignOff),
    /// An item has no mark yet.
    Open(ItemId),
    /// An item breaks the constraint that the programme sets it.
    Broken(ItemId),
    /// Nobody is named who signs.
    NoName,
    /// It is a second look, which only this person signs.
    NotBy(String),
}

/// Why a signed inspection is not opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// It is not signed.
    NotSigned,
    /// No reason is given.
    NoReason,
    /// It is a second look: both looks are known now.
    BothKnown,
}

/// What hinders the signature, whoever signs: the earlier signature, else open items, then broken constraints, each in the
/// order of the programme. Empty when it can be signed.
#[must_use]
pub fn hindrances(inspection: &Inspection, assessment: &Assessment) -> Vec<Hindrance> {
    if let Some(signed) = &inspection.sign_off {
        return vec![Hindrance::Signed(signed.clone())];
    }
    let open = assessment.items.iter().filter(|score| score.state == ItemState::Open);
    let open = open.map(|score| Hindrance::Open(score.item.clone()));
    open.chain(assessment.broken.iter().cloned().map(Hindrance::Broken)).collect()
}

/// The signature of `by` (trimmed), at `at`, over everything up to `journal_head`.
///
/// # Errors
/// Everything that hinders it, all at once.
pub fn sign(
    inspection: &Inspection,
    assessment: &Assessment,
    by: &str,
    at: DateTime<FixedOffset>,
    journal_head: String,
) -> Result<SignOff, Vec<Hindrance>> {
    let mut hindrances = hindrances(inspection, assessment);
    if by.trim().is_empty() {
        hindrances.push(Hindrance::NoName);
    } else if let Some(second) = inspection.second.as_ref().filter(|second| !second.is_by(by)) {
        hindrances.push(Hindrance::NotBy(second.by.clone()));
    }
    if hindrances.is_empty() { Ok(SignOff { by: by.trim().to_owned(), at, journal_head }) } else { Err(hindrances) }
}

/// Opens a signed inspection again as a new version; the signature set aside stays in its history.
///
/// # Errors
/// [`Shut`] when there is no signature to set aside, or no reason is given.
pub fn reopen(inspection: &Inspection, by: &str, at: DateTime<FixedOffset>, why: &str) -> Result<Reopening, Shut> {
    let signed = inspection.sign_off.clone().ok_or(Shut::NotSigned)?;
    if inspection.second.is_some() {
        return Err(Shut::BothKnown);
    }
    let why = why.trim();
    if why.is_empty() {
        return Err(Shut::NoReason);
    }
    Ok(Reopening { signed, by: by.trim().to_owned(), at, why: why.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        evidence::Grade,
        ids::{InspectionId, UnitId},
        inspection::Plan,
        period::Period,
        score::ItemScore,
        share::Share,
    };
    use uuid::Uuid;

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2023-10-12T16:30:00+07:00").expect("a time")
    }

    fn inspection() -> Inspection {
        let plan = Plan {
            unit: UnitId(Uuid::from_u128(1)),
            kind: "party_committee".into(),
            round: "2023-so-ket".into(),
            period: Period::default(),
            programme: String::new(),
            due: None,
            lead: String::new(),
        };
        Inspection::new(InspectionId(Uuid::from_u128(2)), plan)
    }

    fn assessment(states: &[(&str, ItemState)], broken: &[&str]) -> Assessment {
        let item = |(id, state): &(&str, ItemState)| ItemScore {
            item: (*id).into(),
            section: "c1".into(),
            weight: 1,
            state: *state,
            claimed: Share::NONE,
            grade: Grade::E0,
            cap: Share::NONE,
            effective: Share::NONE,
            ceiling: None,
            propose_not_verified: false,
        };
        Assessment {
            items: states.iter().map(item).collect(),
            sections: Vec::new(),
            whole: None,
            outcome: None,
            band: None,
            gates: Vec::new(),
            depends_on_na: false,
            broken: broken.iter().map(|id| (*id).into()).collect(),
        }
    }

    #[test]
    fn items_rated_not_applicable_or_not_verified_do_not_hinder() {
        let done =
            assessment(&[("A", ItemState::Rated), ("B", ItemState::NotApplicable), ("C", ItemState::NotVerified)], &[]);
        let signed = sign(&inspection(), &done, "  Nguyễn Thị Ẵm ", at(), "ff".into()).expect("nothing hinders");
        assert_eq!(signed, SignOff { by: "Nguyễn Thị Ẵm".into(), at: at(), journal_head: "ff".into() });
    }

    #[test]
    fn open_items_broken_constraints_and_a_blank_name_are_all_told_at_once() {
        let open = assessment(&[("A", ItemState::Rated), ("B", ItemState::Open), ("C", ItemState::Open)], &["A"]);
        let told = sign(&inspection(), &open, " \t", at(), String::new()).expect_err("it is hindered");
        let (b, c, a) = ("B".into(), "C".into(), "A".into());
        assert_eq!(told, [Hindrance::Open(b), Hindrance::Open(c), Hindrance::Broken(a), Hindrance::NoName]);
    }

    #[test]
    fn a_signed_inspection_names_its_signature_and_nothing_else() {
        let mut signed = inspection();
        let first = SignOff { by: "Lê Văn Cường".into(), at: at(), journal_head: "aa".into() };
        signed.sign_off = Some(first.clone());
        let open = assessment(&[("B", ItemState::Open)], &[]);
        assert_eq!(hindrances(&signed, &open), [Hindrance::Signed(first)]);
    }

    #[test]
    fn opening_again_needs_a_signature_and_a_reason_and_keeps_both() {
        let mut one = inspection();
        assert_eq!(reopen(&one, "Bình", at(), "sai số"), Err(Shut::NotSigned));
        let first = SignOff { by: "Lê Văn Cường".into(), at: at(), journal_head: "aa".into() };
        one.sign_off = Some(first.clone());
        assert_eq!(reopen(&one, "Bình", at(), "  "), Err(Shut::NoReason));
        let reopening = reopen(&one, "Bình", at(), " nhập nhầm biểu 2 ").expect("it is signed and there is a reason");
        assert_eq!((reopening.signed, reopening.why.as_str()), (first, "nhập nhầm biểu 2"));
    }
}
