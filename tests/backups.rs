//! Backups: copied, read again, compared, only then counted; kept in a ring; restored beside and never over anything.

#[path = "storage/samples.rs"]
#[expect(dead_code, reason = "the samples of the tests of the store; these tests need some of them")]
mod samples;

use samples::*;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;
use thucchat::{
    domain::{
        edit::{Change, Edit, Settings},
        evidence::Evidence,
        follow_up::Number,
    },
    i18n::Lang,
    report::asked::About,
    store::{BackupError, Vault, newest_in, restore},
    tui::{
        effect::{Effect, Occasion},
        message::Answer,
        runtime::{Keeper, Storage},
    },
};

/// A vault with an attachment and some answers.
fn filled() -> Sample {
    let mut sample = Sample::new();
    let file = sample.vault().attach("anh.jpg", HOSTILE.repeat(40).as_bytes()).expect("kept");
    sample.edit(Edit::Evidence("V-01".into(), Some(Evidence { file: Some(file), ..evidence() })));
    for number in 0..6 {
        sample.edit(rate(number, 3));
    }
    sample
}

fn back_up(sample: &mut Sample) -> thucchat::store::Made {
    let folder = sample.vault().backup_folder();
    sample.vault().back_up(&folder).expect("a backup")
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).expect("a file");
    bytes[at] ^= 0x10;
    fs::write(path, bytes).expect("written");
}

/// Flips a bit in the middle of the journal.
fn damage_journal(sample: &Sample) {
    let length = fs::read(sample.segment()).expect("the journal").len();
    flip(&sample.segment(), length / 2);
}

/// The files that the vault keeps beside its records.
fn attachments(sample: &Sample) -> Vec<PathBuf> {
    let folder = sample.dir().join("files");
    let of = |two: String| {
        let folder = folder.join(two);
        names(&folder).into_iter().map(move |name| folder.join(name)).collect::<Vec<_>>()
    };
    names(&folder).into_iter().flat_map(of).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_was_backed_up_comes_back_whole_in_a_folder_beside() {
    let mut sample = filled();
    let hash = sample.hash();
    let made = back_up(&mut sample);
    assert!(made.fresh && made.lost == 0);
    assert!(made.backup.path.starts_with(sample.dir().join("backups")));
    assert!(made.backup.verify().is_ok());
    let beside = sample.home.path().join("khôi phục");
    let restored = restore(&made.backup.path, &beside, None).expect("restored");
    assert_eq!((restored.records, restored.later, restored.lost.len()), (9, 0, 0));
    let mut opened = Vault::open(&beside).expect("it opens");
    assert!(!opened.vault.is_read_only());
    assert_eq!(opened.vault.content_hash().expect("a hash"), hash);
    assert!(opened.vault.verify(&mut |_| {}).expect("a look").is_sound());
    // Work goes on in it, under a name of its own, so that the two can never be taken for one another.
    opened.vault.commit(ACTOR, vec![change(1, rate(1, 4))]).expect("kept");
    sample.edit(rate(1, 2));
}

#[test]
fn a_backup_of_what_is_backed_up_already_is_read_again_and_not_made_twice() {
    let mut sample = filled();
    let first = back_up(&mut sample);
    let again = back_up(&mut sample);
    assert!(!again.fresh);
    assert_eq!(again.backup.path, first.backup.path);
    // When it is no longer as it was written, a new one is made.
    let length = fs::read(&first.backup.path).expect("the copy").len();
    flip(&first.backup.path, length - 100);
    let renewed = back_up(&mut sample);
    assert!(renewed.fresh && renewed.backup.verify().is_ok());
    assert_ne!(renewed.backup.path, first.backup.path);
}

#[test]
fn of_one_day_the_newest_copy_stays_and_attachments_are_there_once() {
    let mut sample = filled();
    for number in 0..5 {
        back_up(&mut sample);
        sample.edit(rate(number, 1));
    }
    let folder = sample.vault().backup_folder();
    assert_eq!(sample.vault().backups(&folder).len(), 1, "{:?}", names(&folder));
    assert_eq!(names(&folder).len(), 2, "the copy and the folder of attachments: {:?}", names(&folder));
}

#[test]
fn a_damaged_vault_never_replaces_a_good_copy() {
    let mut sample = filled();
    let good = back_up(&mut sample).backup;
    sample.edit(rate(1, 1));
    damage_journal(&sample);
    let folder = sample.vault().backup_folder();
    let refused = sample.vault().back_up(&folder).expect_err("a damaged journal is not copied");
    assert!(matches!(refused, BackupError::Damaged { .. }), "{refused:?}");
    assert!(good.verify().is_ok());
    assert_eq!(sample.vault().newest_backup().map(|copy| copy.path), Some(good.path));
    assert!(!names(&folder).iter().any(|name| name.contains(".backup.new")), "{:?}", names(&folder));
}

#[test]
fn a_vault_that_lost_records_never_replaces_a_copy_that_has_them() {
    let mut sample = filled();
    let before = fs::read(sample.segment()).expect("the journal");
    sample.edit(rate(1, 1));
    let good = back_up(&mut sample).backup;
    sample.close();
    fs::write(sample.segment(), before).expect("an older journal");
    sample.reopen();
    let folder = sample.vault().backup_folder();
    let refused = sample.vault().back_up(&folder).expect_err("the copy knows more");
    assert!(matches!(refused, BackupError::Behind { theirs: 10, ours: 9, .. }), "{refused:?}");
    let words = refused.message().to(Lang::Vi);
    assert!(words.contains("10 bản ghi") && words.contains(&good.path.display().to_string()), "{words}");
    assert!(good.verify().is_ok());
}

#[test]
fn a_damaged_attachment_is_said_and_its_good_copy_stays() {
    let mut sample = filled();
    back_up(&mut sample);
    let kept = attachments(&sample);
    for path in &kept {
        flip(path, 3);
    }
    sample.edit(rate(1, 1));
    let made = back_up(&mut sample);
    assert_eq!(made.lost, 0, "the copies hold what the vault has no more");
    assert!(made.backup.verify().is_ok());
    let beside = sample.home.path().join("beside");
    restore(&made.backup.path, &beside, Some(&sample.dir())).expect("restored");
    assert!(Vault::open(&beside).expect("it opens").vault.verify(&mut |_| {}).expect("a look").is_sound());
    // Without any good copy it is said.
    fs::remove_dir_all(sample.dir().join("backups")).expect("removed");
    let made = back_up(&mut sample);
    assert_eq!(made.lost, kept.len());
    assert!(made.messages()[1].to(Lang::Vi).contains(&format!("{} tệp đính kèm", kept.len())));
}

#[test]
fn later_changes_of_a_damaged_vault_come_with_the_backup() {
    let mut sample = filled();
    let made = back_up(&mut sample);
    for number in 0..4 {
        sample.edit(Edit::Note(item(number), HOSTILE.into()));
    }
    let hash = sample.hash();
    sample.close();
    flip(&sample.segment(), 300);
    let beside = sample.home.path().join("beside");
    let restored = restore(&made.backup.path, &beside, Some(&sample.dir())).expect("restored");
    assert_eq!((restored.records, restored.later), (9, 4));
    let opened = Vault::open(&beside).expect("it opens");
    assert!(!opened.vault.is_read_only());
    assert_eq!(opened.vault.content_hash().expect("a hash"), hash, "nothing at all is lost");
    // Of another vault nothing comes.
    let mut other = filled();
    other.close();
    let apart = sample.home.path().join("apart");
    assert_eq!(restore(&made.backup.path, &apart, Some(&other.dir())).expect("restored").later, 0);
}

#[test]
fn later_changes_end_where_the_damage_begins() {
    let mut sample = filled();
    let made = back_up(&mut sample);
    let begin = fs::read(sample.segment()).expect("the journal").len();
    for number in 0..4 {
        sample.edit(Edit::Note(item(number), HOSTILE.into()));
    }
    sample.close();
    let length = fs::read(sample.segment()).expect("the journal").len();
    flip(&sample.segment(), begin + (length - begin) * 5 / 8);
    let beside = sample.home.path().join("beside");
    let restored = restore(&made.backup.path, &beside, Some(&sample.dir())).expect("restored");
    assert_eq!(restored.later, 2, "the third is damaged, and the fourth builds on it");
    assert!(Vault::open(&beside).expect("it opens").vault.verify(&mut |_| {}).expect("a look").is_sound());
}

#[test]
fn nothing_is_restored_over_anything_nor_from_what_is_damaged() {
    let mut sample = filled();
    let made = back_up(&mut sample);
    sample.close();
    let path = &made.backup.path;
    let over = restore(path, &sample.dir(), None).expect_err("there is a vault");
    assert!(matches!(over, BackupError::NotEmpty { .. }));
    let empty = sample.home.path().join("trống");
    fs::create_dir(&empty).expect("a folder");
    let whole = fs::read(path).expect("the copy");
    for at in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
        let spoilt = sample.home.path().join("hỏng.backup");
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&spoilt, &bytes).expect("written");
        assert!(restore(&spoilt, &empty, None).is_err(), "a flipped bit in byte {at}");
        fs::write(&spoilt, &whole[..at]).expect("written");
        assert!(restore(&spoilt, &empty, None).is_err(), "cut off at {at}");
    }
    assert_eq!(names(&empty), [""; 0], "nothing is left behind");
    assert!(!names(sample.home.path()).iter().any(|name| name.starts_with('.')), "{:?}", names(sample.home.path()));
    restore(path, &empty, None).expect("an empty folder will do");
}

#[test]
fn the_copies_stay_within_the_size_of_the_settings() {
    let mut sample = filled();
    let settings = Settings { backup_megabytes: Some(0), ..sample.vault().settings().clone() };
    sample.vault().commit(ACTOR, vec![Change::Settings(settings)]).expect("kept");
    let made = back_up(&mut sample);
    assert!(made.size > made.limit);
    assert!(made.messages().iter().any(|line| line.to(Lang::Vi).contains("hơn mức 0 MB")), "{:?}", made.messages());
    let folder = sample.vault().backup_folder();
    assert_eq!(sample.vault().backups(&folder).len(), 1, "the newest stays, however large");
}

#[test]
fn words_that_send_to_a_backup_name_it() {
    let mut sample = filled();
    let made = back_up(&mut sample);
    let path = made.backup.path.display().to_string();
    sample.close();
    damage_journal(&sample);
    let told = sample.reopen();
    assert!(told.last().is_some_and(|line| line.contains(&path) && line.contains("vault restore")), "{told:?}");
    sample.close();
    fs::write(sample.dir().join("vault.toml"), "format = ").expect("written");
    assert_eq!(newest_in(&sample.dir()).map(|copy| copy.path), Some(made.backup.path));
    let failed = program(&sample.dir(), &["vault", "info"]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(words_of(&failed.stderr).contains(&path), "{}", words_of(&failed.stderr));
}

#[test]
fn also_what_fails_later_in_the_application_names_the_backup() {
    let mut sample = filled();
    let path = back_up(&mut sample).backup.path.display().to_string();
    let failed = |answers: Vec<Answer>| match answers.into_iter().next() {
        Some(Answer::Failed { why } | Answer::NotCommitted { why, .. }) => words(&why),
        other => panic!("{other:?}"),
    };
    sample.close();
    // The programme that the inspection is filled with.
    for file in attachments(&sample) {
        flip(&file, 3);
    }
    sample.reopen();
    let mut storage = Storage::of(keeper(&mut sample)).in_steps_of(1);
    let matter = |number| (id(number), Number::Finding("F-01".into()));
    let long = About::Matters(vec![matter(1), matter(2)]);
    // At once, and at the end of long work.
    for effect in [Effect::Load(id(1)), Effect::Build(Box::new(long.into()))] {
        let mut answers = ask(&mut storage, effect);
        answers.retain(|answer| matches!(answer, Answer::Failed { .. }));
        let said = failed(answers);
        assert!(said.len() == 2 && said[1].contains(&path), "{said:?}");
        assert!(said[0].contains("Tệp chương trình kiểm tra") && said[0].contains("hỏng"), "{said:?}");
    }
    drop(storage);
    damage_journal(&sample);
    fs::remove_dir_all(sample.dir().join("index")).expect("removed");
    sample.reopen();
    let said = failed(keeper(&mut sample).perform(Effect::Commit(vec![change(1, rate(1, 1))])));
    assert!(said[0].contains("chỉ mở để đọc") && said[1].contains(&path), "{said:?}");
}

fn program(vault: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thucchat"));
    command.args(["--lang", "vi", "--vault"]).arg(vault).args(arguments).output().expect("the program")
}

fn words_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_commands_back_up_restore_and_show_the_newest() {
    let mut sample = filled();
    let usb = sample.home.path().join("usb/thucchat");
    sample.close();
    let info = program(&sample.dir(), &["vault", "info"]);
    assert!(words_of(&info.stdout).contains("Bản sao lưu lành gần nhất: chưa có"), "{}", words_of(&info.stdout));
    let done = program(&sample.dir(), &["vault", "backup", &usb.display().to_string()]);
    assert_eq!(done.status.code(), Some(0), "{}", words_of(&done.stderr));
    assert!(words_of(&done.stdout).contains("đã đọc lại, khớp"), "{}", words_of(&done.stdout));
    let done = program(&sample.dir(), &["--format", "json", "vault", "backup"]);
    let body: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!((body["schema"].as_str(), body["records"].as_u64()), (Some("thucchat.vault-backup"), Some(9)), "{body}");
    let file = body["path"].as_str().expect("a path").to_owned();
    let info = program(&sample.dir(), &["vault", "info"]);
    assert!(words_of(&info.stdout).contains(&file), "{}", words_of(&info.stdout));
    for (from, to) in [(file.as_str(), "một"), (&usb.display().to_string(), "hai")] {
        let to = sample.home.path().join(to);
        let done = program(&sample.dir(), &["vault", "restore", from, "--to", &to.display().to_string()]);
        assert_eq!(done.status.code(), Some(0), "{}", words_of(&done.stderr));
        assert_eq!(program(&to, &["vault", "verify"]).status.code(), Some(0));
        let again = program(&sample.dir(), &["vault", "restore", from, "--to", &to.display().to_string()]);
        assert_eq!(again.status.code(), Some(4), "it is never restored over something");
    }
}

#[test]
fn a_command_that_imports_makes_a_copy_before() {
    let home = TempDir::new().expect("a folder");
    let vault = home.path().join("kho");
    assert_eq!(program(&vault, &["init"]).status.code(), Some(0));
    let file = home.path().join("units.csv");
    fs::write(&file, "mã,tên,loại,mã cấp trên,cấp\n91,Tỉnh Kiên Giang,place,,province\n").expect("written");
    let done = program(&vault, &["unit", "import", &file.display().to_string()]);
    assert_eq!(done.status.code(), Some(0), "{}", words_of(&done.stderr));
    let opened = Vault::open(&vault).expect("it opens").vault;
    let copies = opened.backups(&opened.backup_folder());
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0].records() + 1, opened.info().expect("info").records, "made before the import");
}

/// A keeper of a sample's vault.
fn keeper(sample: &mut Sample) -> Keeper {
    let vault = sample.vault.take();
    Keeper::new(sample.dir(), sample.home.path().join("practice"), vault, None)
}

/// Asks the storage thread's order of work for something and lets it work to the end.
fn ask(storage: &mut Storage, effect: Effect) -> Vec<Answer> {
    let mut answers = storage.take(effect);
    while storage.is_at_work() {
        answers.extend(storage.go_on());
    }
    answers
}

fn told(answers: &[Answer]) -> Vec<String> {
    let told = answers.iter().filter_map(|answer| match answer {
        Answer::BackedUp { told, .. } => Some(words(told)),
        _ => None,
    });
    told.flatten().collect()
}

#[test]
fn the_daily_copy_is_made_once_a_day_and_says_nothing() {
    let mut sample = filled();
    let mut storage = Storage::of(keeper(&mut sample));
    let answers = ask(&mut storage, Effect::BackUp(Occasion::Daily));
    assert!(told(&answers).is_empty() && !answers.iter().any(|answer| matches!(answer, Answer::Working(_))));
    ask(&mut storage, Effect::Commit(vec![change(1, rate(1, 1))]));
    assert!(ask(&mut storage, Effect::BackUp(Occasion::Daily)).is_empty(), "there is one of today");
    assert_eq!(names(&sample.dir().join("backups")).iter().filter(|name| name.contains(".backup")).count(), 1);
}

#[test]
fn a_signature_is_backed_up() {
    let mut sample = filled();
    let mut storage = Storage::of(keeper(&mut sample));
    ask(&mut storage, Effect::Commit(vec![change(1, Edit::SignOff(sign_off()))]));
    let newest = newest_in(&sample.dir()).expect("a copy");
    assert_eq!(newest.records(), 10, "with the signature");
}

#[test]
fn a_copy_that_is_asked_for_goes_to_the_second_folder_as_well() {
    let mut sample = filled();
    let usb = sample.home.path().join("usb");
    let settings = |folder: &Path| Settings { backup_folder: folder.display().to_string(), ..Settings::default() };
    let mut storage = Storage::of(keeper(&mut sample));
    let said = told(&ask(&mut storage, Effect::BackUp(Occasion::Asked)));
    assert!(said.iter().any(|line| line.contains("Chưa có thư mục thứ hai")), "{said:?}");
    // The stick is not plugged in: neither its folder is there nor the one that would hold it.
    ask(&mut storage, Effect::Commit(vec![Change::Settings(settings(&usb.join("thucchat")))]));
    let said = told(&ask(&mut storage, Effect::BackUp(Occasion::Asked)));
    assert!(said.iter().any(|line| line.contains("Không thấy thư mục thứ hai")), "{said:?}");
    assert!(!usb.exists());
    fs::create_dir(&usb).expect("plugged in");
    let answers = ask(&mut storage, Effect::BackUp(Occasion::Asked));
    assert!(answers.iter().any(|answer| matches!(answer, Answer::Working(_))), "how far it is can be seen");
    let said = told(&answers);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|line| line.contains("đã đọc lại, khớp")), "{said:?}");
    assert!(names(&usb.join("thucchat")).iter().any(|name| name.contains(".backup")));
}

#[test]
fn a_copy_that_cannot_be_made_is_said_and_hinders_nothing() {
    let mut sample = filled();
    fs::write(sample.dir().join("backups"), "in the way").expect("written");
    let mut storage = Storage::of(keeper(&mut sample));
    let said = told(&ask(&mut storage, Effect::BackUp(Occasion::Daily)));
    assert!(said[0].contains("Chưa sao lưu được") && said[0].contains("việc đang làm không bị ảnh hưởng"), "{said:?}");
    let answers = ask(&mut storage, Effect::Commit(vec![change(1, rate(1, 1))]));
    assert!(matches!(answers[0], Answer::Committed { .. }));
}
