//! What keeps a vault to its user: the screen that covers itself, files and folders closed to others, links refused, no picture of memory.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::edit::Change,
    tui::{effect::Effect, message::Message},
};

fn covering() -> Person {
    let mut person = Person::walking();
    let settings = thucchat::domain::edit::Settings { cover_after: 5, ..person.app.shared().settings.clone() };
    for answer in person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)])) {
        person.app.update(Message::Stored(Box::new(answer)), support::now(0));
    }
    person
}

#[test]
fn a_screen_that_nobody_attends_shows_nothing_of_the_vault() {
    let mut person = covering();
    person
        .sees("Huyện ủy Tân Hiệp")
        .sends(Message::Unattended)
        .sees("Màn hình đang che")
        .sees_no("Tân Hiệp")
        .sees_no("C1-");
    for size in [(60, 16), (80, 24), (200, 60)] {
        let screen = person.screen(size.0, size.1);
        assert!(screen.contains("Màn hình đang che") && !screen.contains("Dân vận"), "{screen}");
    }
}

#[test]
fn any_key_opens_it_again_and_does_nothing_else() {
    let mut person = covering();
    person.sends(Message::Unattended).keys("3").sees("Huyện ủy Tân Hiệp").sees_no("[3]").keys("3").sees("[3]");
    person.sends(Message::Unattended).sends(Message::Pasted(NAME.into())).sees("[3]").sees_no(NAME);
}

#[test]
fn what_stands_in_an_open_form_is_kept_and_there_behind_the_cover() {
    let mut person = covering();
    person
        .keys("g")
        .types("đẩy mạnh 3/4 hộ")
        .sends(Message::Unattended)
        .sees_no("3/4 hộ")
        .keys("x")
        .sees("đẩy mạnh 3/4 hộ");
    person.sees_no("hộx");
}

#[test]
fn it_covers_only_where_the_settings_say_so_and_not_twice() {
    let mut person = covering();
    assert_eq!(person.app.covers_after(), Some(5));
    person.sends(Message::Unattended);
    assert_eq!(person.app.covers_after(), None, "a covered screen waits for nothing");
    assert_eq!(Person::with_round().app.covers_after(), None);
    let mut person = Person::with_round();
    person
        .keys("F10")
        .keys(&"backtab ".repeat(8))
        .sees("Che màn hình")
        .keys("right right right enter")
        .sees("Đã lưu cài đặt");
    assert_eq!(person.app.covers_after(), Some(10));
}

#[cfg(unix)]
mod folder {
    use std::{
        fs,
        os::unix::fs::{PermissionsExt, symlink},
        path::Path,
        process::Command,
    };
    use tempfile::TempDir;
    use thucchat::{
        i18n::Lang,
        store::{Vault, VaultError},
    };

    fn vault() -> (TempDir, std::path::PathBuf) {
        let dir = TempDir::new().expect("a folder");
        let home = dir.path().join("kho");
        drop(Vault::create(&home, None).expect("a vault"));
        (dir, home)
    }

    fn mode(path: &Path) -> u32 {
        path.metadata().expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn a_vault_is_not_opened_through_a_link_and_nothing_is_written_behind_it() {
        for name in ["journal", "index", "files", "vault.lock", "draft.toml", "quarantine", "journal/00000002.log"] {
            let (dir, home) = vault();
            let elsewhere = dir.path().join("nơi khác");
            let path = home.join(name);
            if path.symlink_metadata().is_ok() {
                fs::rename(&path, &elsewhere).expect("moved");
            } else {
                fs::write(&elsewhere, "của người khác").expect("a file");
            }
            symlink(&elsewhere, &path).expect("a link");
            let before = fs::read(&elsewhere).ok();
            let Err(error) = Vault::open(&home) else { panic!("{name} was followed") };
            assert!(matches!(error, VaultError::Link { .. }), "{name}: {error}");
            assert!(error.message().to(Lang::Vi).contains("liên kết") && error.message().to(Lang::En).contains("link"));
            assert_eq!(fs::read(&elsewhere).ok(), before, "{name}");
        }
    }

    #[test]
    fn a_folder_that_others_could_change_is_closed_and_told_and_a_copy_is_closed_without_a_word() {
        let (_dir, home) = vault();
        fs::set_permissions(&home, fs::Permissions::from_mode(0o777)).expect("open to all");
        let opened = Vault::open(&home).expect("a vault");
        assert!(
            opened.notices.iter().any(|notice| notice.to(Lang::Vi).contains("đã có thể sửa")),
            "{:?}",
            opened.notices
        );
        assert_eq!(mode(&home), 0o700);
        drop(opened);
        fs::set_permissions(&home, fs::Permissions::from_mode(0o755)).expect("a copy");
        assert_eq!(Vault::open(&home).expect("a vault").notices, []);
        assert_eq!(mode(&home), 0o700);
    }

    /// Only who may give files away can try this: CI, which runs as root.
    #[test]
    fn a_folder_of_another_owner_is_opened_and_told() {
        let (_dir, home) = vault();
        if std::os::unix::fs::chown(&home, Some(65_534), None).is_err() {
            return;
        }
        let opened = Vault::open(&home).expect("a vault");
        let told = |lang, words| opened.notices.iter().any(|notice| notice.to(lang).contains(words));
        assert!(told(Lang::Vi, "người dùng khác") && told(Lang::En, "another"), "{:?}", opened.notices);
    }

    /// Everything the program writes is its user's alone, also where the shell would allow more; and it leaves no picture of its memory.
    #[test]
    fn what_the_program_writes_is_closed_to_others() {
        let dir = TempDir::new().expect("a folder");
        let script = "umask 000; \"$0\" demo --text --dir kho >/dev/null 2>&1; \"$0\" --vault kho findings export -o a.txt 2>/dev/null";
        let status =
            Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_thucchat")]).current_dir(dir.path()).status();
        assert!(status.expect("a shell").success());
        let mut seen = 0;
        let mut folders = vec![dir.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
                seen += 1;
                folders.extend(path.is_dir().then_some(path));
            }
        }
        assert!(seen > 10, "{seen} files and folders");
    }
}
