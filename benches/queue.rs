//! The queue of fifty thousand inspections, in process: a key with its drawing, a search key, and the roll-up of all rounds.
//! `cargo bench`; figures are for reading, nothing fails on them.

mod sample;

use chrono::DateTime;
use divan::{Bencher, black_box};
use ratatui::backend::TestBackend;
use std::{sync::LazyLock, time::Duration};
use thucchat::{
    domain::look::ThemeName,
    domain::rollup::{By, Scope, roll_up},
    keymap::{choice::Choice, key::Key},
    practice::DAY,
    store::Vault,
    tui::{
        app::{App, view},
        message::{Message, Now, Snapshot},
        ui::{canvas::Canvas, theme::Theme},
    },
};

/// As the storage thread gives it to the screens when a vault is opened.
static BIG: LazyLock<Snapshot> = LazyLock::new(|| {
    let mut vault = Vault::open(&sample::folder()).expect("the big sample").vault;
    Snapshot {
        settings: vault.settings().clone(),
        units: vault.units().clone(),
        indicators: vault.indicators().clone(),
        rounds: vault.rounds().into_iter().cloned().collect(),
        summaries: vault.shared_summaries(),
        programme: vault.current_programme().expect("its programme"),
        head: vault.head(),
        practice: vault.practice(),
        drafts: Vec::new(),
        notices: Vec::new(),
    }
});

fn main() {
    divan::main();
}

fn now() -> Now {
    let at = DateTime::parse_from_rfc3339("2023-11-15T08:00:00+07:00").expect("a moment");
    Now { at, since_start: Duration::ZERO }
}

fn app() -> App {
    App::opened(BIG.clone(), Choice::default(), Theme::named(ThemeName::Dark), now())
}

fn press(app: &mut App, name: &str) {
    app.update(Message::Pressed(name.parse().unwrap_or(Key::char(' '))), now());
}

/// All the signed ones, which are most.
fn signed() -> App {
    let mut app = app();
    (0..5).for_each(|_| press(&mut app, "f"));
    app
}

/// Long enough to scroll many times: most steps only move the row in hand.
#[divan::bench(sample_count = 3000)]
fn down_and_draw_200x60(bencher: Bencher) {
    let mut app = signed();
    let mut canvas = Canvas::new(TestBackend::new(200, 60));
    bencher.bench_local(|| {
        press(&mut app, "down");
        canvas.draw(|frame| view(&app, frame, now())).expect("a frame");
    });
}

#[divan::bench]
fn search_key(bencher: Bencher) {
    let mut app = signed();
    "/ b i n h space t h".split(' ').for_each(|key| press(&mut app, key));
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        press(&mut app, if turn % 2 == 0 { "backspace" } else { "a" });
    });
}

#[divan::bench]
fn opening_on_the_queue(bencher: Bencher) {
    LazyLock::force(&BIG);
    bencher.bench_local(|| black_box(app()));
}

#[divan::bench]
fn roll_up_by_district(bencher: Bencher) {
    let summaries = || BIG.summaries.heads();
    let scope = Scope {
        programme: &BIG.programme,
        units: &BIG.units,
        round: "2023".into(),
        previous: Some("2022".into()),
        day: DAY,
        today: DAY,
        under: None,
        kind: None,
    };
    bencher.bench_local(|| roll_up(black_box(summaries()), &scope, By::District));
}
