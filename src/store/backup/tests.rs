use super::{
    Backup, copies,
    file::{Head, Writer},
    ring::tidy,
};
use crate::store::Vault;
use chrono::{DateTime, FixedOffset, TimeDelta};
use std::{fs::File, path::Path};

/// A closed home with a vault, its head of a copy, and a folder of copies made at these moments, in this order.
fn copied_at(moments: &[&str]) -> (tempfile::TempDir, Vault, Head) {
    let home = tempfile::tempdir().expect("a folder");
    let vault = Vault::create(&home.path().join("kho"), None).expect("a vault");
    let made = vault.back_up(&home.path().join("first")).expect("a copy");
    let head = made.backup.head;
    for (number, moment) in (1..).zip(moments) {
        write(home.path(), &head, number, moment.parse().expect("a moment"));
    }
    (home, vault, head)
}

fn write(home: &Path, head: &Head, number: u64, made: DateTime<FixedOffset>) {
    let folder = home.join("usb");
    std::fs::create_dir_all(&folder).expect("a folder");
    let head = Head { number, made, files: Vec::new(), segments: Vec::new(), ..head.clone() };
    let file = File::create(folder.join(format!("{number}.backup"))).expect("a file");
    Writer::begin(file, &head).and_then(Writer::end).expect("a copy");
}

/// The days of the copies that stay.
fn kept(home: &Path, vault: &Vault, head: &Head, limit: u64) -> Vec<String> {
    let folder = home.join("usb");
    tidy(&folder, head.vault, &vault.layout.journal(), limit).expect("tidied");
    copies(&folder, head.vault).iter().map(|copy| copy.made().format("%d-%m %H").to_string()).collect()
}

#[test]
fn seven_days_and_four_weeks_stay() {
    let start: DateTime<FixedOffset> = "2023-10-02T08:00:00+07:00".parse().expect("a Monday");
    let moments: Vec<String> = (0..60).map(|day| (start + TimeDelta::days(day)).to_rfc3339()).collect();
    let moments: Vec<&str> = moments.iter().map(String::as_str).collect();
    let (home, vault, head) = copied_at(&moments);
    assert_eq!(
        kept(home.path(), &vault, &head, u64::MAX),
        ["12-11 08", "19-11 08", "24-11 08", "25-11 08", "26-11 08", "27-11 08", "28-11 08", "29-11 08", "30-11 08"],
        "the Sundays of two weeks, of a third within the seven days, and the week that is not over"
    );
}

#[test]
fn of_one_day_the_newest_stays() {
    let (home, vault, head) =
        copied_at(&["2023-10-02T08:00:00+07:00", "2023-10-02T12:00:00+07:00", "2023-10-02T17:00:00+07:00"]);
    assert_eq!(kept(home.path(), &vault, &head, u64::MAX), ["02-10 17"]);
}

#[test]
fn a_clock_that_was_set_back_ten_years_costs_no_copy() {
    let (home, vault, head) =
        copied_at(&["2023-10-02T08:00:00+07:00", "2033-10-02T08:00:00+07:00", "2023-10-03T08:00:00+07:00"]);
    assert_eq!(kept(home.path(), &vault, &head, u64::MAX).len(), 3);
}

#[test]
fn over_the_size_the_oldest_go_and_the_newest_stays() {
    let (home, vault, head) =
        copied_at(&["2023-10-02T08:00:00+07:00", "2023-10-03T08:00:00+07:00", "2023-10-04T08:00:00+07:00"]);
    let one = copies(&home.path().join("usb"), head.vault)[0].bytes;
    assert_eq!(kept(home.path(), &vault, &head, 2 * one), ["03-10 08", "04-10 08"]);
    assert_eq!(kept(home.path(), &vault, &head, 1), ["04-10 08"]);
}

#[test]
fn a_copy_that_holds_what_the_vault_has_not_never_goes() {
    let (home, vault, head) =
        copied_at(&["2023-10-02T08:00:00+07:00", "2023-10-02T09:00:00+07:00", "2023-10-02T10:00:00+07:00"]);
    let folder = home.path().join("usb");
    let mut more = head.clone();
    more.tip.records += 1;
    more.tip.end.offset += 100;
    more.tip.last = Some(head.tip.end);
    write(home.path(), &more, 2, "2023-10-02T09:00:00+07:00".parse().expect("a moment"));
    assert_eq!(kept(home.path(), &vault, &head, 1), ["02-10 09", "02-10 10"]);
    let all: Vec<Backup> = copies(&folder, head.vault);
    assert!(all.iter().all(|copy| super::file::check(&copy.path).is_ok()));
}
