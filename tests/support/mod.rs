//! The harness of the flows and screens: the real application, the real keymap, the real keeper on a real temporary vault; effects run
//! inline, so that nothing sleeps and nothing waits.

#![allow(dead_code, reason = "each test binary uses its part")]

use chrono::DateTime;
use ratatui::backend::TestBackend;
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tempfile::TempDir;
use thucchat::{
    domain::{ids::InspectionId, inspection::Inspection, lang::Lang},
    intake::programme,
    keymap::{choice::Choice, key::Key},
    store::Vault,
    tui::{
        app::{App, view},
        effect::Effect,
        message::{Answer, Message, Now},
        runtime::Keeper,
        shared::Shared,
        ui::{canvas::Canvas, theme::Theme},
    },
};

/// A small province of the tests' own: two districts, five bodies.
pub const UNITS: &str = "\
mã,tên,loại,mã cấp trên,cấp,từ,đến,điểm chỉ đạo
91,Tỉnh Kiên Giang,place,,province,,,
904,Huyện Tân Hiệp,place,91,district,,,có
907,Huyện Gò Quao,place,91,district,,,
904-DU,Huyện ủy Tân Hiệp,party_committee,904,district,,,có
904-UB,UBND huyện Tân Hiệp,government,904,district,,,
907-DU,Huyện ủy Gò Quao,party_committee,907,district,,,
907-UB,UBND huyện Gò Quao,government,907,district,,,
91-DV,Ban Dân vận Tỉnh ủy,standing_body,91,province,,,
";

/// Text that breaks careless programs and that honest people type.
pub const NAME: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";

/// A person at a terminal.
pub struct Person {
    pub app: App,
    pub keeper: Keeper,
    pub folder: TempDir,
    pub quit: bool,
    /// Everything asked for outside so far.
    pub asked: Vec<Effect>,
    seconds: u64,
}

impl Person {
    /// Sits down at a first start.
    pub fn at_first_start() -> Self {
        Self::starting_with(Choice::default())
    }

    /// The same with other keys.
    pub fn starting_with(keys: Choice) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let shipped = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
        let keeper = Keeper::new(folder.path().join("vault"), folder.path().join("practice"), None, None);
        let app = App::starting(Shared::empty(Arc::new(shipped), Lang::Vi), keys, Theme::mono(), "~/thucchat".into());
        Self { app, keeper, folder, quit: false, asked: Vec::new(), seconds: 0 }
    }

    /// Sits down at a vault with units and no round.
    pub fn with_units() -> Self {
        let mut person = Self::at_first_start();
        let file = person.folder.path().join("units.csv");
        std::fs::write(&file, UNITS).expect("the file of units");
        person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter enter");
        person.keys("2 i").types(&file.display().to_string()).keys("enter");
        person
    }

    /// Sits down at a vault with a round of two party committees.
    pub fn with_round() -> Self {
        let mut person = Self::with_units();
        person.keys("1 n").types("2023-so-ket").keys("tab").types("Sơ kết 2023").keys("tab ctrl+u").types("01/01/2023");
        person.keys("tab ctrl+u").types("31/12/2023").keys("tab tab space tab tab").types("30/11/2023").keys("enter");
        person
    }

    /// The same, with Huyện ủy Tân Hiệp opened for the walk.
    pub fn walking() -> Self {
        let mut person = Self::with_round();
        person.keys("/").types("tan hiep").keys("enter enter");
        person
    }

    /// Sits down at what a snapshot holds, without a vault behind it.
    pub fn looking_at(snapshot: thucchat::tui::message::Snapshot) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let keeper = Keeper::new(folder.path().join("vault"), folder.path().join("practice"), None, None);
        let app = App::opened(snapshot, Choice::default(), Theme::mono(), now(0));
        Self { app, keeper, folder, quit: false, asked: Vec::new(), seconds: 0 }
    }

    /// The same vault opened anew with other keys, on the walk when an inspection was open.
    pub fn with_keys(self, keys: Choice) -> Self {
        let walking = self.screen(120, 40).contains(" ›");
        let Self { app, keeper, folder, .. } = self;
        drop((app, keeper));
        let mut person = Self::opens_with(folder, Theme::mono(), keys);
        if walking {
            person.sends(Message::Clicked(10, 3));
        }
        person
    }

    /// The same program started anew on the same vault.
    pub fn comes_back(self) -> Self {
        let Self { app, keeper, folder, .. } = self;
        drop((app, keeper));
        Self::opens(folder, Theme::mono())
    }

    /// The same, in the theme of the settings.
    pub fn comes_back_in_the_theme_of_the_settings(self) -> Self {
        let Self { app, keeper, folder, .. } = self;
        drop((app, keeper));
        Self::opens(folder, None)
    }

    fn opens(folder: TempDir, theme: impl Into<Option<Theme>>) -> Self {
        Self::opens_with(folder, theme, Choice::default())
    }

    fn opens_with(folder: TempDir, theme: impl Into<Option<Theme>>, keys: Choice) -> Self {
        let vault = Vault::open(&folder.path().join("vault")).expect("the vault opens again").vault;
        let mut keeper = Keeper::new(folder.path().join("vault"), folder.path().join("practice"), Some(vault), None);
        let snapshot = keeper.snapshot(Vec::new()).expect("a vault is open").expect("a snapshot");
        let app = App::opened(snapshot, keys, theme, now(0));
        Self { app, keeper, folder, quit: false, asked: Vec::new(), seconds: 0 }
    }

    /// Presses keys, written as keymaps write them: `3 e ctrl+u enter`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap_or_else(|_| panic!("{name} is no key"));
            self.send(Message::Pressed(key));
        }
        self
    }

    /// Types words, one character a key press.
    pub fn types(&mut self, words: &str) -> &mut Self {
        for character in words.chars() {
            self.send(Message::Pressed(Key::char(character)));
        }
        self
    }

    /// Pastes words.
    pub fn pastes(&mut self, words: &str) -> &mut Self {
        self.send(Message::Pasted(words.into()));
        self
    }

    /// Does something that is no key: a click, a turn of the wheel, another size.
    pub fn sends(&mut self, message: Message) -> &mut Self {
        self.send(message);
        self
    }

    fn send(&mut self, message: Message) {
        self.seconds += 1;
        let now = now(self.seconds);
        let mut asked: VecDeque<Effect> = self.app.update(message, now).into();
        while let Some(effect) = asked.pop_front() {
            self.asked.push(effect.clone());
            if effect == Effect::Quit {
                self.quit = true;
            }
            for answer in self.keeper.perform(effect) {
                let more = self.app.update(Message::Stored(Box::new(answer)), now);
                assert!(!more.iter().any(Effect::decides), "an answer decides nothing: {more:?}");
                asked.extend(more);
            }
        }
    }

    /// The screen as text.
    pub fn screen(&self, columns: u16, rows: u16) -> String {
        let mut canvas = Canvas::new(TestBackend::new(columns, rows));
        canvas.draw(|frame| view(&self.app, frame, now(self.seconds))).expect("a frame");
        let buffer = canvas.terminal().buffer();
        let mut text = String::new();
        for row in 0..rows {
            let line: String = (0..columns).map(|column| buffer[(column, row)].symbol()).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Fails unless the screen shows the words; on a wider one where 120 columns break them over two rows.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let screen = self.screen(120, 40);
        assert!(
            screen.contains(words) || self.screen(200, 60).contains(words),
            "“{words}” is not on the screen:\n{screen}"
        );
        self
    }

    /// Fails when the screen shows the words.
    #[track_caller]
    pub fn sees_no(&mut self, words: &str) -> &mut Self {
        let screen = self.screen(120, 40);
        assert!(!screen.contains(words), "“{words}” is on the screen:\n{screen}");
        self
    }

    /// The inspection of the unit with this code, as the vault has it.
    pub fn inspection_of(&mut self, code: &str) -> Inspection {
        let id = self.id_of(code);
        match self.keeper.perform(Effect::Load(id)).pop() {
            Some(Answer::Loaded { inspection, .. }) => *inspection,
            other => panic!("the inspection of {code}: {other:?}"),
        }
    }

    /// The inspection of the unit with this code.
    pub fn id_of(&self, code: &str) -> InspectionId {
        let shared = self.app.shared();
        let unit = shared.units.rows(code).next().unwrap_or_else(|| panic!("no unit {code}")).id;
        let found = shared.summaries.values().find(|summary| summary.unit == unit);
        found.unwrap_or_else(|| panic!("no inspection of {code}")).id
    }
}

/// A quarter past eight on 15 November 2023, and so many seconds later.
pub fn now(seconds: u64) -> Now {
    let start = DateTime::parse_from_rfc3339("2023-11-15T08:15:00+07:00").expect("a time");
    Now { at: start + Duration::from_secs(seconds), since_start: Duration::from_secs(seconds) }
}
