//! Following up: what inspections leave to be done, where each matter stands on a day, and which comes first. The one rule for screens,
//! texts and the command line. Knows nothing of closings: a recommendation is open as long as it is there.

use super::{
    evidence::Evidence,
    finding::{Finding, FindingKind, Severity},
    ids::{EvidenceId, FindingId, InspectionId, RecommendationId, RoundId, UnitId},
    inspection::Inspection,
    recommendation::Recommendation,
};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Days ahead within which a matter is due soon, the last among them.
pub const SOON: i64 = 30;

/// The number of a matter within its inspection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A finding that is followed by itself: a shortfall that no recommendation answers, or a strength.
    Finding(FindingId),
}

impl Number {
    /// As people write it: `K-01`, `F-02`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Recommendation(id) => id.as_str(),
            Self::Finding(id) => id.as_str(),
        }
    }
}

/// Where a matter stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Its day has passed, by so many days, at least 1.
    Overdue(i64),
    /// Its day comes within [`SOON`] days, in so many; today is 0.
    DueSoon(i64),
    /// Its day is further away, by so many days.
    Later(i64),
    /// No day was set.
    NoDay,
}

/// Where a matter with this day stands on `today`.
#[must_use]
pub fn state(due: Option<NaiveDate>, today: NaiveDate) -> State {
    let Some(due) = due else { return State::NoDay };
    match (due - today).num_days() {
        days if days < 0 => State::Overdue(-days),
        days if days <= SOON => State::DueSoon(days),
        days => State::Later(days),
    }
}

/// One matter to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its number.
    pub number: Number,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether somebody was named who must do it.
    pub has_owner: bool,
    /// The gravest shortfall it stands for; `None` when it stands for none.
    pub severity: Option<Severity>,
    /// It is a strength: nothing to be done, something to be told.
    pub strength: bool,
}

impl Matter {
    /// Where it stands on `today`.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> State {
        state(self.due, today)
    }

    /// What comes first: the earliest day, matters without a day last; of one day the gravest.
    #[must_use]
    pub fn place(&self) -> impl Ord + use<> {
        (self.due.is_none(), self.due, Reverse(self.severity))
    }
}

/// Which matters are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Everything that is to be done.
    #[default]
    Open,
    /// Past its day.
    Overdue,
    /// Due within [`SOON`] days.
    DueSoon,
    /// To be done by nobody named, or by no day: nobody can be urged.
    Unassigned,
    /// The strengths.
    Strengths,
}

impl Which {
    /// All, in the order in which they are gone through.
    pub const ALL: [Self; 5] = [Self::Open, Self::Overdue, Self::DueSoon, Self::Unassigned, Self::Strengths];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Open => Self::Overdue,
            Self::Overdue => Self::DueSoon,
            Self::DueSoon => Self::Unassigned,
            Self::Unassigned => Self::Strengths,
            Self::Strengths => Self::Open,
        }
    }

    /// Whether a matter is asked for on `today`.
    #[must_use]
    pub fn takes(self, matter: &Matter, today: NaiveDate) -> bool {
        if matter.strength {
            return self == Self::Strengths;
        }
        match self {
            Self::Open => true,
            Self::Overdue => matches!(matter.state(today), State::Overdue(_)),
            Self::DueSoon => matches!(matter.state(today), State::DueSoon(_)),
            Self::Unassigned => !matter.has_owner || matter.due.is_none(),
            Self::Strengths => false,
        }
    }
}

/// What is followed of one inspection: its matters, and what they are made of. Leaves out the answers, which are most of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matters {
    /// Of which inspection.
    pub inspection: InspectionId,
    /// Of which unit.
    pub unit: UnitId,
    /// In which round.
    pub round: RoundId,
    /// Whether the inspection is signed.
    pub signed: bool,
    /// Its findings.
    pub findings: BTreeMap<FindingId, Finding>,
    /// Its recommendations.
    pub recommendations: BTreeMap<RecommendationId, Recommendation>,
    /// The evidence that its findings rest on.
    pub evidence: BTreeMap<EvidenceId, Evidence>,
}

impl Matters {
    /// What is followed of an inspection; `None` when it has neither findings nor recommendations.
    #[must_use]
    pub fn of(inspection: Inspection) -> Option<Self> {
        if inspection.findings.is_empty() && inspection.recommendations.is_empty() {
            return None;
        }
        let signed = inspection.is_signed();
        let Inspection { id, plan, mut evidence, findings, recommendations, .. } = inspection;
        evidence.retain(|id, _| findings.values().any(|finding| finding.evidence.contains(id)));
        Some(Self { inspection: id, unit: plan.unit, round: plan.round, signed, findings, recommendations, evidence })
    }

    /// The matters: every recommendation, every shortfall that none answers, every strength.
    #[must_use]
    pub fn list(&self) -> Vec<Matter> {
        let recommendations = self.recommendations.iter().map(|(id, recommendation)| Matter {
            number: Number::Recommendation(id.clone()),
            due: recommendation.due,
            has_owner: !recommendation.owner.trim().is_empty(),
            severity: self.answered_by(recommendation).filter_map(|(_, finding)| severity(finding)).max(),
            strength: false,
        });
        let alone = self.findings.iter().filter(|(id, finding)| {
            finding.kind == FindingKind::Strength || answers(&self.recommendations, id).next().is_none()
        });
        let findings = alone.map(|(id, finding)| Matter {
            number: Number::Finding(id.clone()),
            due: None,
            has_owner: false,
            severity: severity(finding),
            strength: finding.kind == FindingKind::Strength,
        });
        recommendations.chain(findings).collect()
    }

    /// The findings that a recommendation answers.
    pub fn answered_by<'a>(
        &'a self,
        recommendation: &'a Recommendation,
    ) -> impl Iterator<Item = (&'a FindingId, &'a Finding)> {
        recommendation.findings.iter().filter_map(|id| self.findings.get_key_value(id))
    }

    /// The findings that a matter is about.
    #[must_use]
    pub fn findings_of(&self, number: &Number) -> Vec<(&FindingId, &Finding)> {
        match number {
            Number::Finding(id) => self.findings.get_key_value(id).into_iter().collect(),
            Number::Recommendation(id) => {
                self.recommendations.get(id).into_iter().flat_map(|what| self.answered_by(what)).collect()
            }
        }
    }
}

fn severity(finding: &Finding) -> Option<Severity> {
    (finding.kind == FindingKind::Shortfall).then_some(finding.severity)
}

/// The recommendations that answer a finding.
pub fn answers<'a>(
    recommendations: &'a BTreeMap<RecommendationId, Recommendation>,
    finding: &'a FindingId,
) -> impl Iterator<Item = (&'a RecommendationId, &'a Recommendation)> {
    recommendations.iter().filter(move |(_, recommendation)| recommendation.findings.contains(finding))
}

/// Leaves of an inspection's findings and recommendations only what `shown` is made of: a recommendation with the findings it answers,
/// a finding with the recommendations that answer it. Everything else of the inspection stays.
pub fn narrow(inspection: &mut Inspection, shown: &BTreeSet<Number>) {
    let mut recommendations = BTreeSet::new();
    let mut findings = BTreeSet::new();
    for number in shown {
        match number {
            Number::Recommendation(id) => {
                let what = inspection.recommendations.get(id);
                findings.extend(what.into_iter().flat_map(|what| what.findings.iter().cloned()));
                recommendations.insert(id.clone());
            }
            Number::Finding(id) => {
                recommendations.extend(answers(&inspection.recommendations, id).map(|(id, _)| id.clone()));
                findings.insert(id.clone());
            }
        }
    }
    inspection.findings.retain(|id, _| findings.contains(id));
    inspection.recommendations.retain(|id, _| recommendations.contains(id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{inspection::Plan, period::Period};
    use chrono::Days;
    use uuid::Uuid;

    fn today() -> NaiveDate {
        "2023-11-15".parse().expect("a day")
    }

    fn in_days(days: i64) -> Option<NaiveDate> {
        let far = Days::new(days.unsigned_abs());
        if days < 0 { today().checked_sub_days(far) } else { today().checked_add_days(far) }
    }

    fn matter(due: Option<NaiveDate>, has_owner: bool) -> Matter {
        let number = Number::Recommendation("K-01".into());
        Matter { number, due, has_owner, severity: None, strength: false }
    }

    fn finding(kind: FindingKind, severity: Severity, evidence: &[&str]) -> Finding {
        let evidence = evidence.iter().map(|id| EvidenceId::from(*id)).collect();
        let (condition, criterion) = ("Ấp Kinh 4A: \"đẩy mạnh\"".to_owned(), String::new());
        let (cause, effect, reply) = (String::new(), String::new(), String::new());
        Finding { kind, items: BTreeSet::new(), evidence, severity, condition, criterion, cause, effect, reply }
    }

    fn recommendation(findings: &[&str], owner: &str, due: Option<NaiveDate>) -> Recommendation {
        let findings = findings.iter().map(|id| FindingId::from(*id)).collect();
        let (action, owner) = ("Dừng ba mô hình".to_owned(), owner.to_owned());
        Recommendation { findings, action, owner, due, check: String::new(), followed_by: String::new() }
    }

    fn piece() -> Evidence {
        Evidence {
            kind: "observation".into(),
            text: "3/4 hộ còn làm".into(),
            source: String::new(),
            collected: None,
            expires: None,
            file: None,
            contradicts: false,
        }
    }

    fn inspection() -> Inspection {
        let plan = Plan {
            unit: UnitId(Uuid::from_u128(1)),
            kind: "party_committee".into(),
            round: "2023-so-ket".into(),
            period: Period::default(),
            programme: "ab12".into(),
            due: None,
            lead: String::new(),
        };
        let mut inspection = Inspection::new(InspectionId(Uuid::from_u128(9)), plan);
        inspection.evidence.extend([("V-01".into(), piece()), ("V-02".into(), piece())]);
        inspection.findings.extend([
            ("F-01".into(), finding(FindingKind::Shortfall, Severity::Low, &["V-01"])),
            ("F-02".into(), finding(FindingKind::Shortfall, Severity::High, &[])),
            ("F-03".into(), finding(FindingKind::Shortfall, Severity::Medium, &[])),
            ("F-04".into(), finding(FindingKind::Strength, Severity::High, &[])),
        ]);
        inspection.recommendations.extend([
            ("K-01".into(), recommendation(&["F-01", "F-02"], "Ban Dân vận", in_days(-1))),
            ("K-02".into(), recommendation(&[], " ", None)),
            ("K-03".into(), recommendation(&["F-02"], "Nguyễn Thị Ẵm", in_days(40))),
        ]);
        inspection
    }

    fn matters() -> Matters {
        Matters::of(inspection()).expect("matters")
    }

    fn numbers(list: &[Matter]) -> Vec<&str> {
        list.iter().map(|matter| matter.number.as_str()).collect()
    }

    #[test]
    fn a_day_is_overdue_from_the_next_day_on_and_soon_up_to_the_thirtieth() {
        assert_eq!(state(in_days(-1), today()), State::Overdue(1));
        assert_eq!(state(in_days(0), today()), State::DueSoon(0));
        assert_eq!(state(in_days(30), today()), State::DueSoon(30));
        assert_eq!(state(in_days(31), today()), State::Later(31));
        assert_eq!(state(None, today()), State::NoDay);
    }

    #[test]
    fn each_filter_takes_its_side_of_the_threshold() {
        let takes = |which: Which, days, owner| which.takes(&matter(in_days(days), owner), today());
        assert!(takes(Which::Overdue, -1, true) && !takes(Which::Overdue, 0, true));
        assert!(takes(Which::DueSoon, 0, true) && takes(Which::DueSoon, 30, true));
        assert!(!takes(Which::DueSoon, -1, true) && !takes(Which::DueSoon, 31, true));
        assert!(takes(Which::Unassigned, 5, false) && !takes(Which::Unassigned, 5, true));
        assert!(Which::Unassigned.takes(&matter(None, true), today()));
        assert!(takes(Which::Open, 400, true) && !takes(Which::Strengths, 400, true));
    }

    #[test]
    fn a_strength_is_never_something_to_be_done() {
        let strength = Matter { strength: true, ..matter(None, false) };
        for which in Which::ALL {
            assert_eq!(which.takes(&strength, today()), which == Which::Strengths, "{which:?}");
        }
    }

    #[test]
    fn the_filters_go_around_and_miss_none() {
        let mut gone = vec![Which::Open];
        while gone.last().map(|last| last.next()) != Some(Which::Open) && gone.len() < 9 {
            gone.extend(gone.last().map(|last| last.next()));
        }
        assert_eq!(gone, Which::ALL);
    }

    #[test]
    fn matters_are_recommendations_shortfalls_without_one_and_strengths() {
        let list = matters().list();
        assert_eq!(numbers(&list), ["K-01", "K-02", "K-03", "F-03", "F-04"]);
        assert_eq!(list[0].severity, Some(Severity::High), "the gravest of the two shortfalls it answers");
        assert_eq!((list[1].severity, list[1].has_owner), (None, false), "blanks name nobody");
        assert_eq!((list[3].severity, list[3].strength), (Some(Severity::Medium), false));
        assert_eq!((list[4].severity, list[4].strength), (None, true));
    }

    #[test]
    fn the_earliest_day_comes_first_the_gravest_of_a_day_next_and_no_day_last() {
        let grave = Matter { severity: Some(Severity::High), ..matter(in_days(3), true) };
        let slight = Matter { severity: Some(Severity::Low), ..grave.clone() };
        let unanswered = Matter { severity: None, ..grave.clone() };
        let sooner = matter(in_days(2), true);
        let undated = Matter { due: None, ..grave.clone() };
        let ordered = [&sooner, &grave, &slight, &unanswered, &undated];
        assert!(ordered.windows(2).all(|pair| pair[0].place() < pair[1].place()));
    }

    #[test]
    fn what_is_followed_keeps_only_the_evidence_of_findings() {
        assert_eq!(matters().evidence.keys().map(EvidenceId::as_str).collect::<Vec<_>>(), ["V-01"]);
        let mut blank = inspection();
        (blank.findings, blank.recommendations) = (BTreeMap::new(), BTreeMap::new());
        assert_eq!(Matters::of(blank), None);
    }

    #[test]
    fn narrowing_leaves_what_is_shown_with_what_belongs_to_it() {
        let narrowed = |shown: &[Number]| {
            let mut inspection = inspection();
            narrow(&mut inspection, &shown.iter().cloned().collect());
            let findings = inspection.findings.keys().map(ToString::to_string);
            findings.chain(inspection.recommendations.keys().map(ToString::to_string)).collect::<Vec<_>>()
        };
        assert_eq!(narrowed(&[Number::Recommendation("K-03".into())]), ["F-02", "K-03"]);
        assert_eq!(narrowed(&[Number::Finding("F-02".into())]), ["F-02", "K-01", "K-03"]);
        assert_eq!(narrowed(&[Number::Finding("F-03".into())]), ["F-03"]);
        assert!(narrowed(&[Number::Recommendation("K-99".into())]).is_empty());
    }
}
