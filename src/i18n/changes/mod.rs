//! A change in words, for histories: what it sets, and the way from the value before to the value after – all of a first value, and of a
//! later one only what differs. Knows no journal and no screen.

mod parts;

use super::{Lang, actions, key, say};
use crate::domain::{edit::Change, programme::Programme, round::Round};

/// What changes are worded with.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// In which language.
    pub lang: Lang,
    /// The programme that names items, kinds and levels.
    pub programme: &'a Programme,
    /// The rounds, for their titles.
    pub rounds: &'a [Round],
}

/// What a change sets, by name: `mức đánh giá C1-05`. A thing that was taken away is named as it was called before. Nothing when neither
/// side can be read by this program.
#[must_use]
pub fn name(known: Known, before: Option<&Change>, after: Option<&Change>) -> Option<String> {
    let gone = |change: &&Change| matches!(change, Change::Model { model: None, .. });
    let change = after.filter(|after| !gone(after)).or(before).or(after)?;
    Some(match change {
        Change::Unit(_) => say(known.lang, key::HISTORY_UNIT),
        Change::Round(_) => say(known.lang, key::HISTORY_ROUND),
        other => actions::name(known.lang, other, known.programme),
    })
}

/// The value before and the value after. Where both hold several things, only those are said that differ.
#[must_use]
pub fn from_to(known: Known, before: Option<&Change>, after: Option<&Change>) -> (String, String) {
    let of = |change: Option<&Change>| change.map(|change| parts::of(known, change)).unwrap_or_default();
    let (mut from, mut to) = (of(before), of(after));
    let is_comparable = from.len() == to.len() && from.iter().zip(&to).all(|(one, other)| one.name == other.name);
    if is_comparable && from != to && !is_empty(&from) && !is_empty(&to) {
        let differs: Vec<bool> = from.iter().zip(&to).map(|(one, other)| one != other).collect();
        let keep = |parts: Vec<parts::Part>| parts.into_iter().zip(&differs).filter(|(_, differs)| **differs);
        return (
            keep(from).map(|(part, _)| part.said(known.lang)).collect::<Vec<_>>().join(" · "),
            keep(to).map(|(part, _)| part.said(known.lang)).collect::<Vec<_>>().join(" · "),
        );
    }
    for parts in [&mut from, &mut to] {
        parts.retain(|part| !part.words.is_empty());
    }
    let whole = |parts: Vec<parts::Part>| {
        let said: Vec<String> = parts.iter().map(|part| part.said(known.lang)).collect();
        if said.is_empty() { say(known.lang, key::HISTORY_NOTHING) } else { said.join(" · ") }
    };
    (whole(from), whole(to))
}

fn is_empty(parts: &[parts::Part]) -> bool {
    parts.iter().all(|part| part.words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        answer::{Answer, Reason},
        edit::{Edit, Settings},
        ids::{InspectionId, ItemId},
        inspection::Plan,
        look::ThemeName,
        period::Period,
    };
    use chrono::NaiveDate;
    use uuid::Uuid;

    const NAME: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";

    fn edit(edit: Edit) -> Change {
        Change::Inspection { id: InspectionId(Uuid::from_u128(7)), edit: Box::new(edit) }
    }

    fn plan(due: Option<&str>, lead: &str) -> Change {
        let due = due.and_then(|day| day.parse::<NaiveDate>().ok());
        let (kind, period) = ("party_committee".into(), Period::default());
        let unit = crate::domain::ids::UnitId(Uuid::from_u128(1));
        let programme = String::new();
        edit(Edit::Plan(Plan { unit, kind, round: "2023-so-ket".into(), period, programme, due, lead: lead.into() }))
    }

    fn told(lang: Lang, before: Option<&Change>, after: Option<&Change>) -> (String, String) {
        let programme = crate::intake::programme::read(crate::intake::programme::SHIPPED).expect("the shipped one");
        let period = Period::default();
        let rounds = [Round { id: "2023-so-ket".into(), title: "Sơ kết 2023".into(), period, milestone: None }];
        from_to(Known { lang, programme: &programme.programme, rounds: &rounds }, before, after)
    }

    #[test]
    fn a_first_value_is_said_whole_and_of_a_later_one_only_what_differs() {
        let (first, later) = (plan(Some("2023-11-30"), NAME), plan(Some("2023-12-05"), NAME));
        let (from, to) = told(Lang::Vi, None, Some(&first));
        assert_eq!(from, "(trống)");
        assert!(to.contains("Sơ kết 2023") && to.contains("30/11/2023") && to.contains(NAME), "{to}");
        let (from, to) = told(Lang::Vi, Some(&first), Some(&later));
        assert!(from.ends_with("30/11/2023") && to.ends_with("05/12/2023"), "{from} → {to}");
        assert!(!to.contains(NAME) && !to.contains("2023-"), "{to}");
    }

    #[test]
    fn no_word_of_files_stands_in_a_value() {
        let reason = Reason::new(NAME).expect("a reason");
        let none = edit(Edit::Answer(ItemId::new("C1-05"), Some(Answer::NotApplicable(reason))));
        let (_, vi) = told(Lang::Vi, None, Some(&none));
        assert!(vi.contains(NAME) && !vi.contains("N/A") && !vi.contains('_'), "{vi}");
        let dark = Change::Settings(Settings::default());
        let mono = Change::Settings(Settings { theme: ThemeName::Mono, ..Settings::default() });
        assert_eq!(told(Lang::Vi, Some(&dark), Some(&mono)).1, "Giao diện: không màu");
        assert_eq!(told(Lang::En, Some(&dark), Some(&mono)).0, "Theme: dark");
    }
}
