//! The queue of fifty thousand inspections, in process: a key with its drawing, a search key, and the roll-up from summaries.
//! `cargo bench`; figures are for reading, nothing fails on them.

#[path = "../tests/support/big.rs"]
mod big;

use chrono::DateTime;
use divan::{Bencher, black_box};
use ratatui::{Terminal, backend::TestBackend};
use std::{sync::LazyLock, time::Duration};
use thucchat::{
    domain::look::ThemeName,
    domain::rollup::{By, Scope, roll_up},
    keymap::{choice::Choice, key::Key},
    practice::DAY,
    tui::{
        app::{App, view},
        message::{Message, Now, Snapshot},
        ui::theme::Theme,
    },
};

static BIG: LazyLock<Snapshot> = LazyLock::new(|| big::snapshot(10));

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

#[divan::bench]
fn down_and_draw_200x60(bencher: Bencher) {
    let mut app = signed();
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).expect("a terminal");
    bencher.bench_local(|| {
        press(&mut app, "down");
        terminal.draw(|frame| view(&app, frame, now())).expect("a frame");
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
    let summaries = || BIG.summaries.values();
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
