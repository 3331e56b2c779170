//! Long work: the bar and its words, stopping it, what is done meanwhile, and what an end of the program leaves. The storage thread's
//! order of work runs here without a thread, one inspection a step.

use chrono::DateTime;
use ratatui::backend::TestBackend;
use std::time::Duration;
use tempfile::TempDir;
use thucchat::{
    domain::{
        edit::{Change, Settings},
        ids::UnitId,
        lang::Lang,
        rollup::By,
    },
    keymap::{choice::Choice, key::Key},
    practice,
    report::{asked::About, format::Format},
    tui::{
        app::{App, view},
        effect::Effect,
        message::{Answer, Message, Now},
        runtime::{Keeper, Storage},
        ui::{canvas::Canvas, theme::Theme},
    },
};

/// A person in the practice province, whose storage goes on only when the test says so.
struct Waiting {
    app: App,
    storage: Storage,
    folder: TempDir,
}

impl Waiting {
    fn in_the_province(lang: Lang) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let dir = folder.path().join("vault");
        let vault = practice::make(&dir, lang).expect("the practice province");
        let mut keeper = Keeper::new(dir, folder.path().join("practice"), Some(vault), None);
        let snapshot = keeper.snapshot(Vec::new()).expect("a vault is open").expect("a snapshot");
        let app = App::opened(snapshot, Choice::default(), Theme::mono(), now());
        Self { app, storage: Storage::of(keeper).in_steps_of(1), folder }
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap_or_else(|_| panic!("{name} is no key"));
            self.send(Message::Pressed(key));
        }
        self
    }

    fn types(&mut self, words: &str) -> &mut Self {
        words.chars().for_each(|letter| self.send(Message::Pressed(Key::char(letter))));
        self
    }

    fn send(&mut self, message: Message) {
        for effect in self.app.update(message, now()) {
            self.asks(effect);
        }
    }

    fn asks(&mut self, effect: Effect) {
        for answer in self.storage.take(effect) {
            self.send(Message::Stored(Box::new(answer)));
        }
    }

    /// The storage goes so many steps on.
    fn steps(&mut self, steps: usize) -> &mut Self {
        for _ in 0..steps {
            for answer in self.storage.go_on() {
                self.send(Message::Stored(Box::new(answer)));
            }
        }
        self
    }

    fn works_to_the_end(&mut self) -> &mut Self {
        while self.storage.is_at_work() {
            self.steps(1);
        }
        self
    }

    fn screen(&self, columns: u16, rows: u16) -> String {
        let mut canvas = Canvas::new(TestBackend::new(columns, rows));
        canvas.draw(|frame| view(&self.app, frame, now())).expect("a frame");
        let buffer = canvas.terminal().buffer();
        let row = |row| (0..columns).map(|column| buffer[(column, row)].symbol()).collect::<String>();
        (0..rows).map(|at| row(at).trim_end().to_owned() + "\n").collect()
    }

    #[track_caller]
    fn sees(&mut self, words: &str) -> &mut Self {
        let screen = self.screen(120, 40);
        assert!(screen.contains(words), "no “{words}”:\n{screen}");
        self
    }

    #[track_caller]
    fn sees_no(&mut self, words: &str) -> &mut Self {
        let screen = self.screen(120, 40);
        assert!(!screen.contains(words), "“{words}”:\n{screen}");
        self
    }

    /// Units that were inspected, more than are written to in one step.
    fn units(&self) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = self.app.shared().summaries.values().map(|summary| summary.unit).collect();
        units.sort();
        units.dedup();
        units.truncate(12);
        units
    }

    fn letters(&self) -> usize {
        std::fs::read_dir(self.folder.path().join("thu")).map_or(0, Iterator::count)
    }

    fn writes_letters(&mut self) {
        let (folder, units) = (self.folder.path().join("thu").display().to_string(), self.units());
        self.asks(Effect::ExportLetters { folder, units, format: Format::Text });
    }
}

fn now() -> Now {
    let at = DateTime::parse_from_rfc3339("2023-11-15T08:00:00+07:00").expect("a moment");
    Now { at, since_start: Duration::ZERO }
}

#[test]
fn settings_are_said_to_be_saved_once_they_are_durable_and_hold_from_then_on() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    let mut asked = Vec::new();
    for name in "F10 tab tab tab tab tab right enter".split(' ') {
        asked.extend(person.app.update(Message::Pressed(name.parse().expect("a key")), now()));
    }
    let before = person.app.shared().settings.theme;
    person.sees("đang lưu").sees_no("Đã lưu cài đặt");
    for effect in asked {
        person.asks(effect);
    }
    person.sees("✓ Đã lưu cài đặt").sees_no("đang lưu");
    assert_ne!(person.app.shared().settings.theme, before);
}

#[test]
fn gathering_shows_how_far_it_is_and_the_key_that_stops_it() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("3").steps(2).sees("Đang gom phát hiện: 2/").sees("Esc dừng việc");
    person.works_to_the_end().sees_no("Đang gom phát hiện").sees("Còn mở 122");
    assert!(!person.storage.is_at_work());
}

#[test]
fn the_bar_at_every_size() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let mut person = Waiting::in_the_province(lang);
        person.keys("3").steps(7);
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            let screen = person.screen(columns, rows);
            insta::assert_snapshot!(format!("work_{code}_{columns}x{rows}"), screen);
        }
    }
}

#[test]
fn stopping_says_so_and_keeps_what_was_read() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("3").steps(3).keys("alt+c").sees("Đã dừng gom phát hiện").sees_no("Đang gom phát hiện:");
    assert!(!person.storage.is_at_work());
    person.keys("1 3").steps(1).sees("Đang gom phát hiện: 4/");
    person.keys("esc").sees("Đã dừng gom phát hiện");
}

#[test]
fn what_is_decided_meanwhile_is_kept_at_once() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("3").steps(1).sees("Đang gom phát hiện: 1/");
    let head = person.app.shared().head.clone();
    person.keys("1 enter g").types("Nguyễn Thị Ẵm, ấp Kinh 4A").keys("enter").sees("✓ đã lưu");
    assert_ne!(person.app.shared().head, head, "{}", person.screen(120, 40));
    assert!(person.storage.is_at_work());
    person.works_to_the_end().sees_no("Đang gom").keys("esc 3").works_to_the_end().sees("Còn mở");
}

#[test]
fn flags_compare_in_steps_and_leaving_them_off_leads_back() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("enter f").steps(1).sees("Đang so để tìm cờ: 1/");
    person.keys("alt+c").sees("Đã dừng so với các cuộc kiểm tra khác").sees_no("Đang so với các cuộc");
    person.keys("f").works_to_the_end().sees("cờ").sees_no("Đang so");
}

#[test]
fn esc_stops_the_work_on_any_screen_that_shows_the_bar_and_leaves_the_screen_only_then() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person
        .keys("3")
        .steps(1)
        .keys("1 enter")
        .steps(1)
        .sees("Đang gom phát hiện")
        .sees("Esc dừng việc")
        .sees("Nội dung");
    person.keys("esc").sees("Đã dừng gom phát hiện").sees("Nội dung").sees_no("Esc dừng việc");
    assert!(!person.storage.is_at_work());
    person.keys("esc").sees("Hàng chờ").sees_no("Nội dung");
}

#[test]
fn flags_are_the_same_whether_they_were_compared_in_steps_or_at_once() {
    let person = Waiting::in_the_province(Lang::Vi);
    let of_most =
        person.app.shared().summaries.values().max_by_key(|summary| (summary.signed_at.is_some(), summary.id));
    let id = of_most.expect("an inspection").id;
    let Waiting { mut storage, .. } = person;
    let mut answers = storage.take(Effect::LoadFlags(id));
    assert!(answers.is_empty() && storage.is_at_work());
    while storage.is_at_work() {
        answers = storage.go_on();
    }
    let at_once = storage.in_steps_of(usize::MAX).take(Effect::LoadFlags(id));
    let flags = |answers: &[Answer]| match answers.first() {
        Some(Answer::Flags(flagged)) => format!("{:?} {:?}", flagged.flags, flagged.beside),
        other => panic!("no flags: {other:?}"),
    };
    assert_eq!(flags(&answers), flags(&at_once));
}

#[test]
fn an_import_of_units_shows_its_steps_and_one_left_off_changed_nothing() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    let before = person.app.shared().units.len();
    let path = person.folder.path().join("đơn vị.csv");
    let row = |n: usize| format!("91-X{n},Nguyễn Thị Ẵm ấp Kinh {n},party_committee,91,province\n");
    let rows: String = (0..40).map(row).collect();
    std::fs::write(&path, format!("mã,tên,loại,mã cấp trên,cấp\n{rows}")).expect("the file of units");
    let imports = |person: &mut Waiting| {
        person.keys("2 i").types(&path.display().to_string()).keys("enter");
    };
    imports(&mut person);
    person.steps(2).sees("Đang nhập đơn vị: bước 2/3").keys("esc").sees("Đã dừng nhập đơn vị");
    person.works_to_the_end();
    assert_eq!(person.app.shared().units.len(), before);
    imports(&mut person);
    // What is decided between two steps is kept at once, and the file is checked again against it.
    person.steps(2).keys("a").types("91-Y").keys("tab tab ctrl+u").types("91").keys("tab tab").types("Hội Nông dân");
    person.keys("enter");
    assert_eq!(person.app.shared().units.len(), before + 1);
    person.works_to_the_end().sees("Đã nhập");
    assert_eq!(person.app.shared().units.len(), before + 41);
}

#[test]
fn a_document_is_the_same_whether_it_was_made_in_steps_or_at_once() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    let round = person.app.shared().current_round().expect("a round").id.clone();
    let asked = || {
        let about = About::Rollup { round: round.clone(), by: By::District, under: None, kind: None };
        Effect::Build(Box::new(about.into()))
    };
    let mut answers = person.storage.take(asked());
    assert!(answers.is_empty() && person.storage.is_at_work());
    while person.storage.is_at_work() {
        answers = person.storage.go_on();
    }
    let Waiting { storage, .. } = person;
    let at_once = storage.in_steps_of(usize::MAX).take(asked());
    let text = |answers: &[Answer]| match answers.first() {
        Some(Answer::Built { text, .. }) => text.clone(),
        other => panic!("no document: {other:?}"),
    };
    assert_eq!(text(&answers), text(&at_once));
}

#[test]
fn a_document_that_is_being_laid_out_can_be_left_off_and_commits_are_kept_meanwhile() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("4 r");
    // Everything is read, and the document is not made yet.
    while !person.screen(120, 40).lines().any(|row| row.contains("Đang lập văn bản") && is_full(row)) {
        assert!(person.storage.is_at_work());
        person.steps(1);
    }
    let head = person.app.shared().head.clone();
    let settings = Settings { team: "Đoàn kiểm tra Ấp Kinh 4A".into(), ..person.app.shared().settings.clone() };
    person.asks(Effect::Commit(vec![Change::Settings(settings)]));
    assert_ne!(person.app.shared().head, head);
    person.keys("esc").sees("Đã dừng lập văn bản");
    assert!(!person.storage.is_at_work());
    person.keys("r").works_to_the_end().sees_no("Đang lập").sees("BÁO CÁO");
}

/// Whether a row tells of work of which everything is read: `35/35`.
fn is_full(row: &str) -> bool {
    let figures = row.split_whitespace().find(|word| word.contains('/')).unwrap_or_default();
    figures.split_once('/').is_some_and(|(done, of)| !done.is_empty() && done == of)
}

#[test]
fn praise_is_the_same_whether_it_was_read_in_steps_or_at_once_and_can_be_left_off() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    let round = person.app.shared().current_round().expect("a round").id.clone();
    let mut answers = person.storage.take(Effect::LoadPraise(round.clone()));
    assert!(answers.is_empty() && person.storage.is_at_work());
    while person.storage.is_at_work() {
        answers = person.storage.go_on();
    }
    person.keys("4 shift+tab shift+tab").steps(1).keys("esc").sees("Đã dừng");
    let Waiting { storage, .. } = person;
    let at_once = storage.in_steps_of(usize::MAX).take(Effect::LoadPraise(round));
    let told = |answers: &[Answer]| match answers.first() {
        Some(Answer::Praise { list, .. }) => {
            let mut told: Vec<String> = list.iter().map(|praised| format!("{praised:?}")).collect();
            told.sort();
            told
        }
        other => panic!("no praise: {other:?}"),
    };
    assert!(told(&answers) == told(&at_once), "what is read in steps is not what is read at once");
}

#[test]
fn a_document_left_off_leads_back_to_where_it_was_asked_for() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("enter r").steps(1).sees("Đang lập văn bản: 1/");
    person.keys("alt+.").sees("Đã dừng lập văn bản").sees("1/");
    person.keys("r").works_to_the_end().sees_no("Đang lập");
}

#[test]
fn letters_left_off_leave_no_file_and_no_folder() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.writes_letters();
    person.steps(2).sees("Đang viết công văn: 2/");
    assert_eq!(person.letters(), 2);
    person.keys("alt+c").sees("Đã dừng viết công văn");
    assert!(!person.folder.path().join("thu").exists());
}

#[test]
fn letters_that_meet_a_file_in_their_way_leave_only_that_file() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.writes_letters();
    person.works_to_the_end();
    let all = person.letters();
    assert_eq!(all, person.units().len());
    let mut names: Vec<_> = std::fs::read_dir(person.folder.path().join("thu")).expect("the folder").collect();
    let last = names.pop().expect("a letter").expect("a letter").path();
    for name in names {
        std::fs::remove_file(name.expect("a letter").path()).expect("removed");
    }
    person.writes_letters();
    person.works_to_the_end();
    assert_eq!(person.letters(), 1);
    assert!(last.exists());
}

#[test]
fn at_the_end_what_was_to_be_written_is_written_and_the_rest_is_left_off() {
    let mut person = Waiting::in_the_province(Lang::Vi);
    person.keys("3").steps(1);
    person.writes_letters();
    person.steps(1);
    person.storage.finish();
    assert_eq!(person.letters(), person.units().len());
    assert!(!person.storage.is_at_work());
}
