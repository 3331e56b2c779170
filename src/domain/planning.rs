//! Planning a round: which units get an inspection, and which have one already. Pure: ids come from the shell, and nothing is
//! planned before the caller commits it.

use super::{
    ids::{InspectionId, KindId, UnitId},
    inspected::Inspected,
    inspection::Plan,
    round::Round,
    unit::{Unit, Units},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What is to be planned.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The round; its last day picks the right rows of units.
    pub round: &'a Round,
    /// The day that picks the rows when the round is open at both ends.
    pub today: NaiveDate,
    /// BLAKE3 of the programme file, 64 hexadecimal digits.
    pub programme: &'a str,
    /// Units of these kinds. Places are never inspected, whatever stands here.
    pub kinds: &'a [KindId],
    /// Only the unit of this code and those below it.
    pub under: Option<&'a str>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who leads; may be empty.
    pub lead: &'a str,
}

/// What planning comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Planning {
    /// One plan for each unit without an inspection in the round, in the order of codes.
    pub plans: Vec<Plan>,
    /// Units that have one already, and which, in the order of codes.
    pub skipped: Vec<(UnitId, InspectionId)>,
}

/// Plans one inspection for each unit of the request that has none in the round.
#[must_use]
pub fn plan<'a, T: Inspected<'a>>(
    units: &Units,
    inspections: impl IntoIterator<Item = T>,
    request: &Request,
) -> Planning {
    let day = request.round.day().unwrap_or(request.today);
    let of_round = inspections.into_iter().filter(|inspection| inspection.round() == request.round.id.as_str());
    let there: HashMap<UnitId, InspectionId> =
        of_round.map(|inspection| (inspection.unit(), inspection.id())).collect();
    let mut planning = Planning::default();
    for unit in units.iter().filter(|unit| is_asked_for(units, unit, day, request)) {
        match there.get(&unit.id) {
            Some(inspection) => planning.skipped.push((unit.id, *inspection)),
            None => planning.plans.push(plan_of(unit, request)),
        }
    }
    planning
}

fn is_asked_for(units: &Units, unit: &Unit, day: NaiveDate, request: &Request) -> bool {
    !unit.kind.is_place()
        && unit.valid.holds(day)
        && request.kinds.contains(&unit.kind)
        && request.under.is_none_or(|code| units.is_under(unit, code, day))
}

fn plan_of(unit: &Unit, request: &Request) -> Plan {
    Plan {
        unit: unit.id,
        kind: unit.kind.clone(),
        round: request.round.id.clone(),
        period: request.round.period,
        programme: request.programme.to_owned(),
        due: request.due,
        lead: request.lead.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::RoundId, inspection::State, period::Period, summary::Summary, unit::Tier};
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn unit(number: u128, code: &str, kind: &str, parent: Option<&str>, valid: Period) -> Unit {
        Unit {
            id: UnitId(Uuid::from_u128(number)),
            code: code.into(),
            name: format!("Đơn vị {code}"),
            kind: kind.into(),
            parent: parent.map(str::to_owned),
            tier: Tier::District,
            valid,
            pilot: false,
            address: String::new(),
            contact: String::new(),
            note: String::new(),
        }
    }

    fn province() -> Units {
        let always = Period::default();
        let until_february = Period { from: None, to: Some(day("2021-02-28")) };
        let from_march = Period { from: Some(day("2021-03-01")), to: None };
        let mut units = Units::default();
        for row in [
            unit(1, "91", "place", None, always),
            unit(2, "904", "place", Some("91"), always),
            unit(3, "904-DU", "party_committee", Some("904"), always),
            unit(4, "904-UB", "government", Some("904"), always),
            unit(5, "911", "place", Some("91"), always),
            unit(6, "911-DU", "party_committee", Some("911"), until_february),
            unit(7, "911-DU", "party_committee", Some("911"), from_march),
        ] {
            units.put(row);
        }
        units
    }

    fn round() -> Round {
        Round {
            id: RoundId::from("2023-so-ket"),
            title: "Sơ kết 2023".into(),
            period: Period { from: Some(day("2023-01-01")), to: Some(day("2023-12-31")) },
            milestone: None,
        }
    }

    fn request<'a>(round: &'a Round, kinds: &'a [KindId], under: Option<&'a str>) -> Request<'a> {
        let today = day("2023-11-15");
        Request {
            round, today, programme: "ab12", kinds, under, due: Some(day("2023-11-30")), lead: "Trần Thị Bình"
        }
    }

    fn summary(unit: u128, round: &str) -> Summary {
        Summary {
            id: InspectionId(Uuid::from_u128(900 + unit)),
            unit: UnitId(Uuid::from_u128(unit)),
            kind: "party_committee".into(),
            round: round.into(),
            due: None,
            lead: String::new(),
            state: State::Planned,
            answered: 0,
            items: 0,
            whole: None,
            band: None,
            sections: crate::domain::summary::Sections::default(),
            shortfalls: Vec::new(),
            recommendations: Vec::new(),
            signed_at: None,
            version: 1,
            burden: crate::domain::burden::Burden::default(),
            second: None,
            sample: None,
        }
    }

    fn ids(planning: &Planning) -> Vec<u128> {
        planning.plans.iter().map(|plan| plan.unit.0.as_u128()).collect()
    }

    #[test]
    fn every_unit_of_the_kinds_gets_one_plan_with_the_rounds_period() {
        let (round, kinds) = (round(), ["party_committee".into(), "government".into()]);
        let planning = plan::<&Summary>(&province(), [], &request(&round, &kinds, None));
        assert_eq!(ids(&planning), [3, 4, 7]);
        let first = &planning.plans[0];
        assert_eq!((&first.round, first.period), (&round.id, round.period));
        assert_eq!((first.programme.as_str(), first.lead.as_str()), ("ab12", "Trần Thị Bình"));
        assert_eq!(first.due, Some(day("2023-11-30")));
    }

    #[test]
    fn the_rounds_last_day_picks_the_row_of_a_reused_code() {
        let kinds = ["party_committee".into()];
        let mut early = round();
        early.period = Period { from: Some(day("2021-02-02")), to: Some(day("2021-02-28")) };
        assert_eq!(ids(&plan::<&Summary>(&province(), [], &request(&early, &kinds, Some("911")))), [6]);
        early.period.to = Some(day("2021-03-01"));
        assert_eq!(ids(&plan::<&Summary>(&province(), [], &request(&early, &kinds, Some("911")))), [7]);
    }

    #[test]
    fn units_with_an_inspection_in_this_round_are_skipped_and_named() {
        let (round, kinds) = (round(), ["party_committee".into()]);
        let there = [summary(3, "2023-so-ket"), summary(7, "2022")];
        let planning = plan(&province(), &there, &request(&round, &kinds, None));
        assert_eq!(ids(&planning), [7], "an inspection of another round does not count");
        assert_eq!(planning.skipped, [(UnitId(Uuid::from_u128(3)), there[0].id)]);
    }

    #[test]
    fn under_takes_the_unit_itself_and_all_below_and_places_are_never_planned() {
        let (round, kinds) = (round(), ["party_committee".into(), KindId::place()]);
        assert_eq!(ids(&plan::<&Summary>(&province(), [], &request(&round, &kinds, Some("904")))), [3]);
        assert_eq!(ids(&plan::<&Summary>(&province(), [], &request(&round, &kinds, Some("904-DU")))), [3]);
        assert_eq!(plan::<&Summary>(&province(), [], &request(&round, &kinds, Some("904-UB"))), Planning::default());
    }
}
