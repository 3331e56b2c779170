//! What is kept comes back, after reopening and after a rebuild.

use super::samples::*;
use thucchat::{
    domain::{
        answer::{Answer, Level},
        edit::{Change, Edit, Settings},
        indicator::{Figure, Hundredths, Source, Yearly},
        input_method::InputMethod,
        inspection::{Inspection, State},
        lang::Lang,
        life::Stage,
        look::{Clipboard, KeymapName, Mouse, OutsideEditor, Signs, ThemeName},
        office::{Office, Signer},
        programme::Body,
        round::{Milestone, Round},
        unit::{Tier, Unit},
    },
    store::{Vault, VaultError},
};

#[test]
fn a_new_vault_is_empty_sound_and_says_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let dir = home.path().join("mới/kho");
    let vault = Vault::create(&dir, None).expect("a vault");
    assert!(Vault::is_at(&dir));
    assert_eq!(vault.head(), "0".repeat(64));
    assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    drop(vault);
    let opened = Vault::open(&dir).expect("an open vault");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.vault.practice(), None);
}

#[test]
fn a_practice_vault_carries_its_day() {
    let home = tempfile::tempdir().expect("a folder");
    let dir = home.path().join("kho");
    drop(Vault::create(&dir, Some(day("2023-11-15"))).expect("a vault"));
    let vault = Vault::open(&dir).expect("an open vault").vault;
    assert_eq!(vault.practice(), Some(day("2023-11-15")));
}

#[test]
fn a_folder_that_holds_anything_else_is_refused_and_left_alone() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("ảnh.jpg"), b"x").expect("a file");
    assert!(matches!(Vault::create(home.path(), None), Err(VaultError::NotEmpty)));
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 1);
    assert!(matches!(Vault::open(home.path()), Err(VaultError::Missing)));
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 1, "not even a lock file is left");
    let mut sample = Sample::new();
    assert!(matches!(Vault::create(&sample.dir(), None), Err(VaultError::NotEmpty)));
    assert_eq!(sample.vault().summaries().len(), 1);
}

#[test]
fn making_a_vault_that_was_cut_off_can_be_done_again() {
    let home = tempfile::tempdir().expect("a folder");
    let dir = home.path().join("kho");
    drop(Vault::create(&dir, None).expect("a vault"));
    std::fs::remove_file(dir.join("vault.toml")).expect("removed");
    std::fs::remove_dir_all(dir.join("index")).expect("removed");
    Vault::create(&dir, None).expect("a vault after all");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look_into_a_vault() {
    use std::os::unix::fs::PermissionsExt as _;
    let sample = Sample::new();
    let mode = |path: &str| {
        let about = std::fs::metadata(sample.dir().join(path)).expect(path);
        about.permissions().mode() & 0o777
    };
    assert_eq!(["", "journal", "files", "quarantine"].map(mode), [0o700; 4]);
    assert_eq!(["vault.lock", "vault.toml", "journal/00000001.log"].map(mode), [0o600; 3]);
}

#[test]
fn every_edit_comes_back_after_reopening_and_after_a_rebuild() {
    let mut sample = Sample::new();
    let mut expected = Inspection::new(id(1), plan_of(&sample.programme));
    for edit in every_edit() {
        expected.apply(edit.clone()).expect("an edit that can be applied");
        sample.edit(edit);
        assert_eq!(sample.vault().inspection(id(1)).expect("read"), Some(expected.clone()));
    }
    let hash = sample.hash();
    assert_eq!(sample.reopen(), [""; 0]);
    assert_eq!(sample.vault().inspection(id(1)).expect("read"), Some(expected.clone()));
    assert_eq!(sample.hash(), hash);
    let info = sample.vault().rebuild(&mut |_| {}).expect("a rebuild");
    assert_eq!(sample.vault().inspection(id(1)).expect("read"), Some(expected));
    assert_eq!(info.content_hash, hash, "what replay makes is what commits made");
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn units_rounds_settings_and_programmes_come_back() {
    let mut sample = Sample::new();
    let moved = Unit { name: "Xã Tân Hiệp A".into(), pilot: true, tier: Tier::District, ..unit(1) };
    let round = Round { title: HOSTILE.into(), milestone: Some(Milestone::Final), ..round() };
    let settings = Settings {
        lang: Lang::En,
        inspector: HOSTILE.into(),
        team: "Ban Dân vận Tỉnh ủy".into(),
        programme: Some(sample.programme.clone()),
        input: InputMethod::Telex,
        theme: ThemeName::HighContrast,
        signs: Signs::Ascii,
        mouse: Mouse::Off,
        keymap: KeymapName::OneHand,
        clipboard: Clipboard::Terminal,
        editor: OutsideEditor::On,
        backup_folder: "/media/usb/thực chất".into(),
        backup_megabytes: Some(500),
        office: Office {
            body: Some(Body::State),
            superior: HOSTILE.into(),
            number: "……/{sign}-{code}".into(),
            code: "UBND".into(),
            place: "Gò Quao".into(),
            signers: vec![Signer { authority: "KT. CHỦ TỊCH".into(), title: HOSTILE.into(), name: HOSTILE.into() }],
            recipients: vec!["Lưu: VT".into()],
        },
        cover_after: 5,
    };
    let changes = vec![Change::Unit(moved.clone()), Change::Round(round.clone()), Change::Settings(settings.clone())];
    sample.vault().commit(ACTOR, changes).expect("kept");
    let hash = sample.hash();
    for again in ["as committed", "reopened", "rebuilt"] {
        let vault = sample.vault();
        assert_eq!(vault.units().iter().collect::<Vec<_>>(), [&moved], "{again}");
        assert_eq!(vault.rounds(), [&round], "{again}");
        assert_eq!(vault.round(&round.id), Some(&round), "{again}");
        assert_eq!(vault.settings(), &settings, "{again}");
        assert_eq!(vault.programme_versions().len(), 1, "{again}");
        assert_eq!(vault.content_hash().expect("a hash"), hash, "{again}");
        match again {
            "as committed" => assert_eq!(sample.reopen(), [""; 0]),
            _ => assert_eq!(vault.rebuild(&mut |_| {}).expect("a rebuild").units, 1),
        }
    }
}

#[test]
fn values_of_indicators_come_back_and_what_was_taken_away_stays_away() {
    let mut sample = Sample::new();
    let yearly = |year: u16, number: Option<i32>| {
        let source = || Source::new(HOSTILE).expect("words");
        let figure = number.map(|n| Figure { number: Hundredths(n), source: source(), note: "đọc lại".into() });
        Yearly { unit: unit(1).id, indicator: "PAR-INDEX".into(), year, figure }
    };
    for (year, number) in [(2021, Some(8123)), (2022, Some(-1)), (2021, Some(8231)), (2022, None)] {
        sample.vault().commit(ACTOR, vec![Change::Indicator(yearly(year, number))]).expect("kept");
    }
    let hash = sample.hash();
    for again in ["as committed", "reopened", "rebuilt"] {
        let vault = sample.vault();
        let values: Vec<_> =
            vault.indicators().of_unit(unit(1).id).map(|(id, year, it)| (id.as_str(), year, it.clone())).collect();
        assert_eq!(values, [("PAR-INDEX", 2021, yearly(2021, Some(8231)).figure.expect("a figure"))], "{again}");
        assert_eq!(vault.content_hash().expect("a hash"), hash, "{again}");
        let lines = vault.history(unit(1).id).expect("the journal");
        let told: Vec<_> =
            lines.iter().map(|line| (line.field.as_str(), line.from.as_str(), line.to.as_str())).collect();
        let words = |number: &str| format!("{number} · {HOSTILE} · đọc lại");
        assert_eq!(told[1], ("PAR-INDEX/2021", "", words("81.23").as_str()), "{again}");
        assert_eq!(told[3], ("PAR-INDEX/2021", words("81.23").as_str(), words("82.31").as_str()), "{again}");
        assert_eq!(told[4], ("PAR-INDEX/2022", words("-0.01").as_str(), ""), "{again}");
        match again {
            "as committed" => assert_eq!(sample.reopen(), [""; 0]),
            _ => assert_eq!(vault.rebuild(&mut |_| {}).expect("a rebuild").units, 1),
        }
    }
    let stranger = Yearly { unit: unit(9).id, ..yearly(2021, Some(1)) };
    let refusal = sample.vault().commit(ACTOR, vec![Change::Indicator(stranger)]).expect_err("no such unit");
    assert!(matches!(refusal, thucchat::store::CommitError::UnknownUnit { .. }));
}

#[test]
fn rounds_stand_in_the_order_of_their_periods() {
    let mut sample = Sample::new();
    let later = Round { id: "2022".into(), period: thucchat::domain::period::Period::default(), ..round() };
    sample.vault().commit(ACTOR, vec![Change::Round(later)]).expect("kept");
    let ids: Vec<_> = sample.vault().rounds().iter().map(|round| round.id.to_string()).collect();
    assert_eq!(ids, ["2022", "2023-so-ket"], "an open beginning comes first");
}

#[test]
fn the_summaries_that_changed_are_given_back() {
    let mut sample = Sample::new();
    let programme = sample.programme.clone();
    sample.vault().commit(ACTOR, vec![plan(2, &programme)]).expect("planned");
    let done = sample.vault().commit(ACTOR, vec![change(2, rate(1, 2))]).expect("kept");
    assert_eq!(done.summaries.iter().map(|summary| summary.id).collect::<Vec<_>>(), [id(2)]);
    assert_eq!(done.summaries[0].state, State::Underway);
    assert_eq!(sample.vault().summary(id(2)), Some(&done.summaries[0]));
    assert_eq!(sample.vault().summary(id(1)).map(|summary| summary.state), Some(State::Planned));
    assert_eq!(done.head, sample.vault().head());
}

#[test]
fn a_unit_that_becomes_a_pilot_changes_the_summaries_of_its_inspections_and_no_others() {
    let mut sample = Sample::new();
    let renamed = Unit { name: "Tên khác".into(), ..unit(1) };
    let done = sample.vault().commit(ACTOR, vec![Change::Unit(renamed.clone())]).expect("kept");
    assert_eq!(done.summaries, [], "no condition asks for a name");
    let pilot = Unit { pilot: true, ..renamed };
    let done = sample.vault().commit(ACTOR, vec![Change::Unit(pilot)]).expect("kept");
    assert_eq!(done.summaries.iter().map(|summary| summary.id).collect::<Vec<_>>(), [id(1)]);
    let round = Round { milestone: None, ..round() };
    let done = sample.vault().commit(ACTOR, vec![Change::Round(round)]).expect("kept");
    assert_eq!(done.summaries.len(), 1);
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn one_action_is_one_record_and_one_sync() {
    let mut sample = Sample::new();
    let (syncs, records) = (sample.vault().syncs(), sample.vault().info().expect("info").records);
    let edits: Vec<Change> = every_edit().into_iter().map(|edit| change(1, edit)).collect();
    let first = sample.vault().commit(ACTOR, edits).expect("kept");
    assert_eq!(sample.vault().syncs(), syncs + 1);
    let second = sample.vault().commit(ACTOR, vec![Change::Unit(unit(2))]).expect("kept");
    assert_eq!(sample.vault().syncs(), syncs + 2);
    assert_eq!(second.seq, first.seq + 1);
    assert_eq!(sample.vault().info().expect("info").records, records + 2);
    let nothing = sample.vault().commit(ACTOR, vec![]).expect("nothing to do");
    assert_eq!((nothing.seq, sample.vault().syncs()), (second.seq, syncs + 2), "nothing to keep, nothing to sync");
}

#[test]
fn a_huge_inspection_is_kept_in_small_pieces() {
    let mut sample = Sample::new();
    let long = HOSTILE.repeat(40);
    let edits = (0..400).map(|number| change(1, Edit::Note(item(number), long.clone()))).collect();
    sample.vault().commit(ACTOR, edits).expect("kept");
    let recommendations = |number| Edit::Recommendation(format!("K-{number}").as_str().into(), Some(recommendation()));
    let edits = (0..3_000).map(|number| change(1, recommendations(number))).collect();
    sample.vault().commit(ACTOR, edits).expect("kept");
    assert_eq!(sample.reopen(), [""; 0]);
    let sheet = sample.vault().inspection(id(1)).expect("read").expect("the inspection");
    assert_eq!((sheet.entries.len(), sheet.recommendations.len()), (400, 3_000));
    assert_eq!(sheet.entries[&item(399)].note, long);
    let blobs = std::fs::read_dir(sample.index().join("blobs")).expect("sled's folder of blobs").count();
    assert_eq!(blobs, 0, "nothing is large enough to become a blob, which sled would never sync");
    let gone = (0..2_990).map(|number| change(1, Edit::Recommendation(format!("K-{number}").as_str().into(), None)));
    sample.vault().commit(ACTOR, gone.collect()).expect("kept");
    sample.reopen();
    let sheet = sample.vault().inspection(id(1)).expect("read").expect("the inspection");
    assert_eq!(sheet.recommendations.len(), 10, "pieces of the longer value are gone");
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn with_its_programme_an_inspection_is_summed_up_the_same_after_reopening_and_a_rebuild() {
    let mut sample = Sample::new();
    let file = std::fs::read("checklists/dan-van-kheo-2021-2025.toml").expect("the programme that is shipped");
    let programme = thucchat::intake::programme::read(&file).expect("a programme").programme;
    assert!(matches!(sample.vault().keep_programme(&programme, b"another file"), Err(VaultError::ProgrammeOther)));
    let kept = sample.vault().keep_programme(&programme, &file).expect("kept");
    sample.vault().commit(ACTOR, vec![kept, plan(2, &programme.hash)]).expect("planned");
    let kind = plan_of(&programme.hash).kind;
    let edits: Vec<Change> = (programme.items_for(&kind))
        .map(|(_, item)| change(2, Edit::Answer(item.id.clone(), Level::new(2).map(Answer::Rated))))
        .collect();
    let done = sample.vault().commit(ACTOR, edits).expect("kept");
    let summary = done.summaries[0].clone();
    assert_eq!(summary.state, State::Ready);
    assert!(summary.whole.is_some() && summary.items > 5, "{summary:?}");
    assert_eq!(sample.reopen(), [""; 0]);
    assert_eq!(sample.vault().summary(id(2)), Some(&summary));
    sample.vault().rebuild(&mut |_| {}).expect("a rebuild");
    assert_eq!(sample.vault().summary(id(2)), Some(&summary));
    assert_eq!(sample.vault().programme(&programme.hash).expect("the programme").id, programme.id);
    assert!(matches!(sample.vault().programme(&"0".repeat(64)), Err(VaultError::ProgrammeUnknown { .. })));
    let unusable = sample.programme.clone();
    assert!(matches!(sample.vault().programme(&unusable), Err(VaultError::ProgrammeBroken { .. })));
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn history_tells_who_changed_what_from_what_to_what() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 2));
    sample.vault().commit("Lê Văn Cường", vec![change(1, rate(1, 4))]).expect("kept");
    sample.edit(Edit::Answer(item(1), None));
    sample.edit(Edit::Note(item(1), HOSTILE.repeat(9)));
    let history = sample.vault().history(id(1)).expect("a history");
    let told: Vec<_> = (history.iter())
        .filter(|line| line.field == "answer/C1-01")
        .map(|line| (line.actor.as_str(), line.from.as_str(), line.to.as_str()))
        .collect();
    assert_eq!(told, [(ACTOR, "", "2"), ("Lê Văn Cường", "2", "4"), (ACTOR, "4", "")]);
    assert!(history.windows(2).all(|pair| pair[0].seq <= pair[1].seq && pair[0].at <= pair[1].at));
    assert_eq!(history[0].field, "plan");
    let note = history.last().expect("a line");
    assert!(note.to.ends_with('…') && note.to.chars().count() < 100, "{}", note.to);
    assert_eq!(sample.vault().history(id(99)).expect("a history"), []);
}

#[test]
fn attached_files_are_kept_by_their_content() {
    let mut sample = Sample::new();
    let file = sample.vault().attach("C:\\ảnh\\a\u{309}nh kinh 4A.jpg", b"\xff\xd8").expect("kept");
    assert_eq!((file.name.as_str(), file.bytes), ("ảnh kinh 4A.jpg", 2), "without its folder, in NFC");
    assert_eq!(sample.vault().attach("khác.jpg", b"\xff\xd8").expect("kept").hash, file.hash);
    assert_eq!(sample.vault().attached(&file.hash).expect("read").as_deref(), Some(&b"\xff\xd8"[..]));
    assert_eq!(sample.vault().attached("../../vault.toml").expect("read"), None);
    let evidence = thucchat::domain::evidence::Evidence { file: Some(file.clone()), ..evidence() };
    sample.edit(Edit::Evidence("V-09".into(), Some(evidence)));
    let place = sample.dir().join("files").join(&file.hash[..2]).join(&file.hash);
    std::fs::write(&place, b"kh\xc3\xa1c").expect("damaged");
    assert!(matches!(sample.vault().attached(&file.hash), Err(VaultError::FileDamaged { .. })));
    let report = sample.vault().verify(&mut |_| {}).expect("a look");
    assert_eq!((report.is_sound(), report.files_damaged), (false, vec![file.hash.clone()]));
    std::fs::remove_file(&place).expect("removed");
    assert_eq!(sample.vault().verify(&mut |_| {}).expect("a look").files_missing, [file.hash]);
    sample.vault().attach("lại.jpg", b"\xff\xd8").expect("attached again");
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn following_up_goes_on_after_the_signature_and_changes_nothing_that_was_signed() {
    let mut sample = Sample::new();
    for edit in [
        Edit::Finding("F-01".into(), Some(finding())),
        Edit::Recommendation("K-01".into(), Some(recommendation())),
        Edit::SignOff(sign_off()),
    ] {
        sample.edit(edit);
    }
    let signed = sample.vault().inspection(id(1)).expect("readable").expect("there");
    sample.edit(Edit::Life("K-01".into(), verified_life()));
    let kept = |sample: &mut Sample| {
        let inspection = sample.vault().inspection(id(1)).expect("readable").expect("there");
        let standing = sample.vault().summary(id(1)).expect("a summary").recommendations[0];
        (inspection, standing)
    };
    let (after, standing) = kept(&mut sample);
    assert_eq!(Inspection { lives: std::collections::BTreeMap::new(), ..after.clone() }, signed);
    assert_eq!((standing.stage, standing.was_verified, standing.did_not_last), (Stage::Verified, true, false));
    assert_eq!(standing.due, Some(day("2024-03-01")), "the accepted delay");
    sample.reopen();
    assert_eq!(kept(&mut sample), (after.clone(), standing));
    sample.vault().rebuild(&mut |_| {}).expect("rebuilt");
    assert_eq!(kept(&mut sample), (after, standing));
    let nowhere = sample.vault().commit(ACTOR, vec![change(1, Edit::Life("K-99".into(), verified_life()))]);
    assert!(nowhere.is_err(), "there is no such recommendation");
}
