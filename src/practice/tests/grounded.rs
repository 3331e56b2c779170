//! Nothing in the practice province says more than what it rests on: findings and their evidence, people and their places, times and visits.

use super::*;
use crate::domain::{evidence::Evidence, ids::FindingId};
use chrono::{DateTime, FixedOffset};

/// A finding and the pieces that it cites.
struct Claim<'a> {
    place: String,
    finding: &'a Finding,
    pieces: Vec<&'a Evidence>,
}

impl<'a> Claim<'a> {
    fn of(code: &str, id: &FindingId, finding: &'a Finding, inspection: &'a Inspection) -> Self {
        let pieces = finding.evidence.iter().map(|id| &inspection.evidence[id]).collect();
        Self { place: format!("{id} of {code} {}", inspection.plan.round), finding, pieces }
    }

    /// Everything that the pieces say, and who said it.
    fn shown(&self) -> String {
        self.pieces.iter().flat_map(|piece| [&*piece.text, " | ", &*piece.source, "\n"]).collect()
    }

    fn is_of(&self, kinds: &[&str]) -> bool {
        self.pieces.iter().any(|piece| kinds.contains(&piece.kind.as_str()))
    }
}

/// Looks at every finding of every inspection that was not only planned, and says what it complains of, if anything.
fn every_finding(look: impl Fn(&Claim) -> Option<String>) {
    let sample = Sample::read();
    let mut complaints = Vec::new();
    let mut seen = 0;
    for visited in &sample.province.visited {
        let inspection = Sample::inspection(visited);
        for (id, finding) in &inspection.findings {
            let claim = Claim::of(&sample.unit(visited).code, id, finding, &inspection);
            seen += 1;
            let complaint = look(&claim);
            complaints.extend(
                complaint.map(|what| format!("{}: {what}\n{}\n{}", claim.place, finding.condition, claim.shown())),
            );
        }
    }
    assert!(seen > 150, "{seen} findings");
    assert!(
        complaints.is_empty(),
        "{} findings say more than they rest on:\n\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

/// Names of hamlets that hold a number, longest first, as they stand within a sentence and at its beginning.
fn numbered_hamlets() -> Vec<String> {
    let districts = Data::read().districts;
    let places = districts.iter().flat_map(|district| &district.places).filter_map(|place| place.split_once(", "));
    let hamlets = places.map(|(hamlet, _)| hamlet).filter(|hamlet| hamlet.contains(char::is_numeric));
    let at_beginning = |name: &str| {
        let mut letters = name.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    // The showcase says the name alone.
    let mut names: Vec<String> = vec!["Thạnh Hòa 2".to_owned()];
    names.extend(hamlets.flat_map(|name| [name.to_owned(), at_beginning(name)]));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The numbers of a text apart from those of `hamlets`: both of `53/66`, and `99,8`, `1.500`, `5-2022` as they stand.
fn numbers(text: &str, hamlets: &[String]) -> BTreeSet<String> {
    let text = hamlets.iter().fold(text.to_owned(), |text, hamlet| text.replace(hamlet, "ấp"));
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-'));
    let parts = parts.map(|part| part.trim_matches(|c: char| !c.is_ascii_digit()).to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_number_of_a_finding_stands_in_a_piece_that_it_cites() {
    let hamlets = numbered_hamlets();
    every_finding(|claim| {
        let Finding { condition, cause, effect, .. } = claim.finding;
        let shown = numbers(&claim.shown(), &hamlets);
        let said = numbers(&format!("{condition}\n{cause}\n{effect}"), &hamlets);
        let more: Vec<&String> = said.difference(&shown).collect();
        (!more.is_empty()).then(|| format!("{more:?} of “{condition}”, “{cause}”, “{effect}”"))
    });
}

#[test]
fn people_and_places_counted_in_words_were_counted_in_the_evidence() {
    // “Một” is an article as well, “năm” a year.
    let counts = ["hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"];
    let counted = [
        "người", "hộ", "nơi", "xã", "ấp", "em", "chị", "căn", "tàu", "sạp", "vụ", "mô", "hồ", "việc", "cuộc", "báo",
        "biên", "phong", "thành", "hội", "lô", "đoàn", "cống", "văn", "bài", "dòng", "khoản", "kỳ", "buổi", "lần",
        "nhà",
    ];
    every_finding(|claim| {
        let shown = words(&claim.shown());
        let said = words(&claim.finding.condition);
        let more = said.windows(2).find(|two| {
            counts.contains(&two[0].as_str())
                && counted.contains(&two[1].as_str())
                && !shown.windows(2).any(|other| other == *two)
        });
        more.map(|two| format!("counts “{}”", two.join(" ")))
    });
}

#[test]
fn a_finding_says_that_somebody_was_asked_or_something_seen_only_where_its_evidence_is_of_that_kind() {
    let people = ["interview_people", "interview_staff", "survey", "leaders_statement"];
    let own_work = ["observation", "data", "comparison", "survey", "record_sample", "financial"];
    every_finding(|claim| {
        let shown = words(&claim.shown());
        let condition = &claim.finding.condition;
        let said = words(condition);
        let says = |verb: &&str| said.iter().any(|word| word == verb) && !shown.iter().any(|word| word == verb);
        let team = condition.starts_with("Đoàn ") && !condition.starts_with("Đoàn T") || condition.contains(" đoàn ");
        let asked = ["hỏi", "gọi", "gặp", "kể"].iter().find(|verb| says(verb)).filter(|_| !claim.is_of(&people));
        let seen = ["đếm", "rút", "bốc", "ghé", "ngồi", "cộng", "cân"].iter().find(|verb| says(verb));
        let seen = seen.filter(|_| !claim.is_of(&own_work) && !claim.is_of(&people));
        let team = team.then_some(&"đoàn").filter(|_| !claim.is_of(&own_work) && !claim.is_of(&people));
        asked.or(seen).or(team).map(|verb| format!("“{verb}”"))
    });
}

#[test]
fn people_and_hamlets_that_a_condition_names_are_those_of_its_evidence() {
    let data = Data::read();
    let people = data.people.officials.iter().chain(&data.people.residents);
    let people: Vec<&str> = people.map(|person| person.split(", ").next().unwrap_or(person)).collect();
    let hamlets = data.districts.iter().flat_map(|district| &district.places);
    let hamlets: Vec<&str> = hamlets.filter_map(|place| Some(place.split_once(", ")?.0)).collect();
    let names = |text: &str| -> BTreeSet<&str> {
        let text = text.to_lowercase();
        people.iter().chain(&hamlets).copied().filter(|name| text.contains(&name.to_lowercase())).collect()
    };
    every_finding(|claim| {
        let shown = names(&claim.shown());
        let more: Vec<&str> = names(&claim.finding.condition).difference(&shown).copied().collect();
        (!more.is_empty()).then(|| format!("{more:?}"))
    });
}

#[test]
fn every_sentence_of_a_finding_has_a_number_or_a_name() {
    every_finding(|claim| {
        let Finding { condition, cause, effect, .. } = claim.finding;
        let bare = [condition, cause, effect].into_iter().find(|text| {
            let named = text.chars().skip(1).any(|c| c.is_ascii_digit() || c.is_uppercase());
            !named
        });
        bare.map(|text| format!("“{text}” names nothing"))
    });
}

/// What stands in a source after the name of a person: the hamlet, or the office.
fn place_of(person: &str, source: &str) -> Option<String> {
    let source = source.to_lowercase();
    let (_, after) = source.split_once(&format!("{}, ", person.to_lowercase()))?;
    after.split(", ").next().map(str::to_owned)
}

#[test]
fn within_an_inspection_a_person_has_one_place_and_an_office_one_holder() {
    let sample = Sample::read();
    let people = Data::read().people;
    let mut met = 0;
    for visited in &sample.province.visited {
        let code = &sample.unit(visited).code;
        let inspection = Sample::inspection(visited);
        let (mut places, mut holders) = (BTreeMap::new(), BTreeMap::new());
        for evidence in inspection.evidence.values() {
            for person in people.residents.iter().chain(&people.officials) {
                let Some(place) = place_of(person, &evidence.source) else { continue };
                met += 1;
                let known = places.entry(person).or_insert_with(|| place.clone());
                assert_eq!(*known, place, "{person} of {code} has two places");
                if people.officials.contains(person) {
                    let holder = holders.entry(place.clone()).or_insert(person);
                    assert_eq!(*holder, person, "two are {place} of {code}");
                }
            }
        }
    }
    assert!(met > 100, "{met}");
}

#[test]
fn every_answer_lies_within_the_visit_and_the_closing_meeting_comes_after_the_last() {
    let sample = Sample::read();
    for visited in &sample.province.visited {
        let inspection = Sample::inspection(visited);
        let code = &sample.unit(visited).code;
        let times: Vec<DateTime<FixedOffset>> = inspection.entries.values().filter_map(|entry| entry.at).collect();
        let visit = &inspection.visit;
        let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else { continue };
        assert!(visit.from.is_some_and(|from| from < *first), "{code} begins before the visit");
        if let Some((to, closing)) = visit.to.zip(visit.closing_meeting) {
            assert!(
                *last < closing && closing < to,
                "{code}: the last answer {last}, closing meeting {closing}, end {to}"
            );
        }
        for evidence in inspection.evidence.values() {
            let ends = visit.to.map(|to| to.date_naive());
            assert!(
                ends.is_none_or(|ends| evidence.collected.is_some_and(|day| day <= ends)),
                "{code}: {}",
                evidence.text
            );
        }
    }
}
