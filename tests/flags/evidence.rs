//! T07 (days of files), T14, T15, T18, U10, U11.

use crate::case::{VISIT, filled, flags, flags_of, item, piece, shipped};
use thucchat::domain::flags::{Beyond, Flag};

fn collected(day: &str, more: &str) -> String {
    format!("[[evidence]]\nid = \"V-01\"\nkind = \"photo\"\ntext = \"ảnh sân\"\ncollected = {day}\n{more}\n")
}

fn with_file(day: &str) -> String {
    collected(day, &format!("file = \"anh.jpg\"\nfile_hash = \"{}\"\nfile_bytes = 3", "a".repeat(64)))
}

#[test]
fn t07_a_file_of_another_year_is_asked_about_and_one_of_the_visit_is_not() {
    assert_eq!(flags(&with_file("2023-01-01"), "T07"), []);
    assert!(matches!(flags(&with_file("2022-12-31"), "T07")[..], [Flag::FileOutside { .. }]));
    assert!(matches!(flags(&with_file("2024-01-01"), "T07")[..], [Flag::FileOutside { .. }]));
    let january = "[visit]\nto = 2024-01-15T16:00:00+07:00\n".to_owned();
    assert_eq!(flags(&(january.clone() + &with_file("2024-01-15")), "T07"), [], "the team itself came in January");
    assert_eq!(flags(&(january + &with_file("2024-01-16")), "T07").len(), 1);
}

#[test]
fn t18_what_expired_before_the_visit_or_is_older_than_the_period_is_stale() {
    let expires = |day: &str| flags(&(VISIT.to_owned() + &collected("2023-05-01", &format!("expires = {day}"))), "T18");
    assert_eq!(expires("2023-10-12"), [], "its last day is the day of the visit");
    assert!(matches!(expires("2023-10-11")[..], [Flag::Expired { .. }]));
    assert!(matches!(flags(&collected("2022-12-31", ""), "T18")[..], [Flag::Old { .. }]));
    assert_eq!(flags(&collected("2023-01-01", ""), "T18"), []);
    assert_eq!(flags(&with_file("2022-12-31"), "T18"), [], "T07 speaks of it");
}

fn visit(people: u32, minutes: u32) -> String {
    VISIT
        .replace("people_asked = 12", &format!("people_asked = {people}"))
        .replace("minutes_on_sites = 180", &format!("minutes_on_sites = {minutes}"))
}

#[test]
fn t15_few_people_or_little_time_at_sites_is_the_hall() {
    assert_eq!(flags(&visit(5, 60), "T15"), []);
    assert!(matches!(flags(&visit(4, 60), "T15")[..], [Flag::InTheHall { people: 4, minutes: 60, .. }]));
    assert_eq!(flags(&visit(5, 59), "T15").len(), 1);
    assert_eq!(flags("[visit]\nfrom = 2023-10-12T08:00:00+07:00\n", "T15"), [], "the visit has not ended");
    assert_eq!(
        flags("[visit]\nto = 2023-10-12T16:00:00+07:00\n", "T15").len(),
        1,
        "nothing recorded counts as nothing"
    );
}

fn families(kinds: &[&str]) -> Vec<Flag> {
    let pieces: String = kinds.iter().enumerate().map(|(at, kind)| piece(&format!("V-0{at}"), kind)).collect();
    flags(&(VISIT.to_owned() + &pieces), "T14")
}

#[test]
fn t14_more_than_seventy_of_a_hundred_of_one_family_is_one_sided() {
    assert_eq!(families(&["document", "document", "minutes"]), [], "three pieces are not compared");
    assert!(
        matches!(families(&["document", "document", "minutes", "observation"])[..], [Flag::OneFamily { .. }]),
        "75 %"
    );
    assert_eq!(families(&["document", "minutes", "observation", "interview_people"]), []);
    let seven_of_ten = ["document"; 7].into_iter().chain(["observation", "data", "survey"]).collect::<Vec<_>>();
    assert_eq!(families(&seven_of_ten), [], "70 % is not more than 70 %");
}

#[test]
fn t14_somebody_outside_the_leadership_must_have_been_heard() {
    let nobody = |kind: &str, people: u32| {
        let file = visit(people, 60) + &piece("V-01", kind);
        flags(&file, "T14").contains(&Flag::NobodyOutside)
    };
    assert!(nobody("leaders_statement", 0));
    assert!(!nobody("interview_staff", 0));
    assert!(!nobody("leaders_statement", 1));
}

#[test]
fn u10_more_than_half_of_four_rates_at_a_hundred_is_smooth() {
    let rates = |text: &str, kind: &str| {
        flags(&format!("[[evidence]]\nid = \"V-01\"\nkind = \"{kind}\"\ntext = \"{text}\"\n"), "U10")
    };
    let smooth = "Đạt 100%; hòa giải 100 %; hài lòng 100,0%; thu 98,5%";
    assert!(matches!(rates(smooth, "document")[..], [Flag::SmoothRates { whole: 3, of: 4 }]));
    assert_eq!(
        rates("Đạt 100%; hòa giải 100 %; hài lòng 97%; thu 98,5%", "document"),
        [],
        "half is not more than half"
    );
    assert_eq!(rates("Đạt 100%; hòa giải 100%; hài lòng 100%", "document"), [], "three rates are too few");
    assert_eq!(rates(smooth, "data"), [], "what the team counted is not the unit's claim");
}

#[test]
fn u11_a_shortfall_where_an_earlier_round_had_one_is_an_old_matter() {
    let file = "[[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\nitems = [\"C1-01\"]\ncondition = \"Sổ thiếu\"\n";
    let earlier = |id: &str| Beyond { earlier: [(item(id), "2022".into())].into(), ..Beyond::default() };
    let count = |beyond: &Beyond| {
        flags_of(shipped(), &filled(1, file), beyond).iter().filter(|flag| flag.code() == "U11").count()
    };
    assert_eq!(count(&earlier("C1-01")), 1);
    assert_eq!(count(&earlier("C1-02")), 0);
}
