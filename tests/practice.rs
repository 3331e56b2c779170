//! The practice vault as a newcomer meets it: made on disk, opened again, read through the vault.

use std::collections::BTreeMap;
use thucchat::{
    domain::{inspection::State, lang::Lang, summary::Summary},
    practice::{DAY, make},
    store::{Vault, VaultError},
};

fn of_round<'a>(vault: &'a Vault, round: &str) -> Vec<&'a Summary> {
    vault.summaries().into_iter().filter(|summary| summary.round.as_str() == round).collect()
}

fn code(vault: &Vault, summary: &Summary) -> String {
    vault.units().get(summary.unit).expect("its unit").code.clone()
}

#[test]
fn the_practice_vault_has_a_fixed_day_a_programme_and_a_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut vault = make(folder.path(), Lang::En).expect("a practice vault");
    assert_eq!(vault.practice(), Some(DAY));
    let settings = vault.settings().clone();
    assert_eq!(settings.lang, Lang::En);
    assert!(!settings.inspector.is_empty() && !settings.team.is_empty());
    let programme = vault.programme(&settings.programme.expect("a programme")).expect("the kept file");
    assert!(programme.items().count() > 30);
    assert_eq!(vault.rounds().iter().map(|round| round.id.as_str()).collect::<Vec<_>>(), ["2022", "2023-so-ket"]);
}

#[test]
fn the_queue_of_the_second_round_has_something_of_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = make(folder.path(), Lang::Vi).expect("a practice vault");
    let mut states: BTreeMap<State, usize> = BTreeMap::new();
    for summary in of_round(&vault, "2023-so-ket") {
        *states.entry(summary.state).or_default() += 1;
    }
    assert_eq!(
        states.keys().copied().collect::<Vec<_>>(),
        [State::Planned, State::Underway, State::Ready, State::Signed]
    );
    assert!((8..=12).contains(&states[&State::Signed]), "{states:?}");
    let most_overdue = of_round(&vault, "2023-so-ket")
        .into_iter()
        .filter(|summary| summary.is_overdue(DAY))
        .min_by_key(|summary| summary.due)
        .expect("something overdue");
    assert_eq!(code(&vault, most_overdue), "904-DU", "the pilot, for the newcomer to inspect");
    assert_eq!(most_overdue.state, State::Planned);
}

#[test]
fn the_first_round_is_wholly_signed_with_heads_that_differ() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = make(folder.path(), Lang::Vi).expect("a practice vault");
    let first = of_round(&vault, "2022");
    assert_eq!(first.len(), 25);
    let mut heads: Vec<String> = Vec::new();
    for summary in first {
        assert_eq!(summary.state, State::Signed, "{}", code(&vault, summary));
        let inspection = vault.inspection(summary.id).expect("read").expect("there");
        heads.push(inspection.sign_off.expect("signed").journal_head);
    }
    assert!(heads.iter().all(|head| head.len() == 64), "each signature names the journal's head before it");
    heads.sort();
    heads.dedup();
    assert_eq!(heads.len(), 25);
}

#[test]
fn a_made_vault_opens_again_without_a_word_and_holds_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = make(folder.path(), Lang::Vi).expect("a practice vault");
    let mut before: Vec<Summary> = made.summaries().into_iter().cloned().collect();
    let head = made.head();
    drop(made);
    let opened = Vault::open(folder.path()).expect("it opens");
    assert_eq!(opened.notices, []);
    let mut after: Vec<Summary> = opened.vault.summaries().into_iter().cloned().collect();
    before.sort_by_key(|summary| summary.id);
    after.sort_by_key(|summary| summary.id);
    assert_eq!(before, after);
    assert_eq!(opened.vault.head(), head);
}

#[test]
fn two_makings_differ_in_nothing_that_a_person_sees() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let summaries = |folder: &tempfile::TempDir| {
        let vault = make(folder.path(), Lang::Vi).expect("a practice vault");
        let mut summaries: Vec<Summary> = vault.summaries().into_iter().cloned().collect();
        summaries.sort_by_key(|summary| summary.id);
        summaries
    };
    assert_eq!(summaries(&one), summaries(&other));
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("thư của mẹ.txt"), "Nguyễn Thị Ẵm").expect("a file");
    assert!(matches!(make(folder.path(), Lang::Vi), Err(VaultError::NotEmpty)));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn one_inspection_was_looked_at_again_and_the_two_looks_do_not_agree_in_everything() {
    let home = tempfile::tempdir().expect("a folder");
    let vault = make(&home.path().join("kho"), Lang::Vi).expect("the practice province");
    let looks = vault.second_looks();
    assert_eq!(looks.len(), 1);
    let looked = looks[0].second.as_ref().expect("a second look");
    assert!(looks[0].signed_at.is_some() && vault.summary(looked.of).is_some_and(|first| first.signed_at.is_some()));
    let agreement = thucchat::domain::second::Agreement::of(&looked.pairs);
    assert_eq!(
        looked.pairs.iter().filter(|pair| pair.second.is_none()).count(),
        1,
        "every drawn item has a mark, one of them N/A"
    );
    assert!(agreement.both >= 3 && agreement.same < agreement.both && agreement.same > 0, "{agreement:?}");
}
