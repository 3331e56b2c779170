//! Many inspections: an opening, a key and its drawing look at what is on the screen, not at everything there is. Counted, never timed.

#[path = "support/big.rs"]
mod big;

use chrono::DateTime;
use ratatui::backend::TestBackend;
use std::{collections::HashMap, sync::Arc, time::Duration};
use thucchat::{
    domain::{
        ids::{BandId, InspectionId, ItemId, UnitId},
        inspected::Inspected,
        inspection::State,
        lang::Lang,
        rollup::{By, Scope, roll_up},
    },
    keymap::{choice::Choice, key::Key},
    practice::scale::{Scale, make},
    store::Vault,
    tui::{
        Options,
        app::{App, view},
        message::{Answer, Message, Now},
        runtime::prepare,
        ui::{canvas::Canvas, theme::Theme},
    },
};

fn now() -> Now {
    let at = DateTime::parse_from_rfc3339("2023-11-15T08:00:00+07:00").expect("a moment");
    Now { at, since_start: Duration::ZERO }
}

fn press(app: &mut App, name: &str) {
    let key: Key = name.parse().expect("a key");
    app.update(Message::Pressed(key), now());
}

fn screen(app: &App) -> String {
    let mut canvas = Canvas::new(TestBackend::new(120, 40));
    canvas.draw(|frame| view(app, frame, now())).expect("a frame");
    let buffer = canvas.terminal().buffer();
    (0..40).map(|row| (0..120).map(|column| buffer[(column, row)].symbol()).collect::<String>() + "\n").collect()
}

#[test]
fn an_opening_reads_some_values_of_the_index_and_makes_the_summaries_on_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(make(folder.path(), Scale::S, Lang::Vi, |_| {}).expect("a sample"));
    // The first opening after a great change packs what stands loose.
    drop(Vault::open(folder.path()).expect("a vault"));
    let vault = Vault::open(folder.path()).expect("a vault").vault;
    assert!(vault.index_reads() < 100, "{} values", vault.index_reads());
    let options = Options {
        folder: folder.path().into(),
        practice: folder.path().into(),
        vault: Some(vault),
        lang: None,
        system_lang: Lang::Vi,
        keys: Choice::default(),
        notices: Vec::new(),
        theme: None,
        today: None,
        layouts: Arc::default(),
    };
    let (app, _keeper, _) = prepare(options).expect("a screen");
    assert_eq!(app.shared().summaries.len(), 5_000);
    assert!(screen(&app).contains("Tân"));
    let made = app.shared().summaries.made_whole();
    assert!(made > 0 && made <= 60, "{made} of 5,000");
}

#[test]
fn an_index_that_is_made_anew_says_the_same_and_takes_less_and_its_rows_answer_as_their_summaries() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut vault = make(folder.path(), Scale::S, Lang::Vi, |_| {}).expect("a sample");
    let said = vault.content_hash().expect("a hash");
    let size = || {
        let files = std::fs::read_dir(folder.path().join("index")).expect("a folder");
        files.map(|file| file.expect("a file").metadata().expect("a size").len()).sum::<u64>()
    };
    let grown = size();
    vault.tighten(&mut |_| {}).expect("a new index");
    assert_eq!(vault.content_hash().expect("a hash"), said);
    assert!(size() < grown, "{} of {grown} bytes", size());
    assert!(!folder.path().join("index/sheets.spool").exists() && folder.path().join("index/sheets.volume").exists());
    assert_eq!(std::fs::read_dir(folder.path().join("quarantine")).expect("a folder").count(), 0);
    drop(vault);
    let mut vault = Vault::open(folder.path()).expect("a vault").vault;
    assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    answers_as_its_summary(&vault);
    stands_among_those_of_its_unit(&vault);
    rolls_up_to_the_same(&mut vault);
}

/// Every packed row.
fn answers_as_its_summary(vault: &Vault) {
    let (mut heads, mut signed) = (0, 0);
    for head in vault.heads() {
        let summary = vault.summary(head.id()).expect("a summary");
        assert_eq!((head.unit(), head.state(), head.due()), (summary.unit, summary.state, summary.due));
        assert_eq!((head.round(), head.band()), (summary.round.as_str(), summary.band.as_ref().map(BandId::as_str)));
        assert_eq!((head.signed_at(), head.version()), (summary.signed_at, summary.version));
        assert_eq!((head.whole(), head.burden(), head.sample()), (summary.whole, summary.burden, summary.sample));
        for (section, totals) in &summary.sections {
            assert_eq!(head.section(section), Some(*totals));
        }
        assert!(head.shortfalls().eq(summary.shortfalls.iter().map(ItemId::as_str)));
        assert!(head.standings().eq(summary.recommendations.iter().copied()));
        heads += 1;
        signed += usize::from(summary.state == State::Signed);
    }
    assert!(heads == 5_000 && signed > 1_000, "{signed} of {heads}");
}

/// Whichever inspection of a unit is asked. (Where a pack ends within a unit is `store::summaries`’ own test.)
fn stands_among_those_of_its_unit(vault: &Vault) {
    let all = vault.shared_summaries();
    let mut of_units: HashMap<UnitId, Vec<InspectionId>> = HashMap::new();
    for head in vault.heads() {
        of_units.entry(head.unit()).or_default().push(head.id());
    }
    for (unit, ids) in of_units {
        assert_eq!(ids.len(), 5);
        assert!(all.heads_of_unit(unit).map(Inspected::id).eq(ids.iter().copied()));
        for id in &ids {
            let one = vault.summary(*id).expect("a summary");
            assert!(all.heads_beside(one).map(Inspected::id).eq(ids.iter().copied()), "beside {id}");
        }
    }
}

fn rolls_up_to_the_same(vault: &mut Vault) {
    let programme = vault.current_programme().expect("a programme");
    let rounds = vault.rounds();
    for (before, round) in rounds.iter().zip(&rounds[1..]) {
        let scope = Scope {
            programme: &programme,
            units: vault.units(),
            round: round.id.clone(),
            previous: Some(before.id.clone()),
            day: round.day().expect("a day"),
            today: now().today(),
            under: None,
            kind: None,
        };
        for by in By::ALL {
            let of_rows = roll_up(vault.heads_of_rounds(&[&before.id, &round.id]), &scope, by);
            let of_summaries = roll_up(vault.summaries(), &scope, by);
            assert!(of_rows == of_summaries, "{by:?} of {}", round.id);
            assert!(of_rows.whole.figures.is_some() && !of_rows.shortfalls.is_empty());
        }
    }
}

#[test]
fn a_key_looks_at_no_more_summaries_than_the_screen_has_rows_for() {
    let mut app = App::opened(big::snapshot(2), Choice::default(), Theme::mono(), now());
    let all = app.shared().summaries.len();
    assert_eq!(all, 10_000);
    for key in ["down", "pagedown", "end", "up", "home"] {
        let before = app.shared().summaries.looks();
        press(&mut app, key);
        screen(&app);
        let looked = app.shared().summaries.looks() - before;
        assert!(looked > 0 && looked <= 60, "{key} looked at {looked} of {all}");
    }
}

#[test]
fn searching_and_filtering_look_at_the_screen_only_once_the_list_is_made() {
    let mut app = App::opened(big::snapshot(2), Choice::default(), Theme::mono(), now());
    (0..5).for_each(|_| press(&mut app, "f"));
    let whole = screen(&app);
    press(&mut app, "/");
    for key in ["b", "i", "n", "h"] {
        let before = app.shared().summaries.looks();
        press(&mut app, key);
        screen(&app);
        assert!(app.shared().summaries.looks() - before <= 60, "{key}");
    }
    let found = screen(&app);
    assert!(found.contains("Bình") && found != whole, "{found}");
    (0..4).for_each(|_| press(&mut app, "backspace"));
    assert_eq!(screen(&app).matches("Giục").count() > 0, whole.matches("Giục").count() > 0);
}

#[test]
fn searching_the_findings_counts_nothing_anew() {
    let mut app = App::opened(big::snapshot(1), Choice::default(), Theme::mono(), now());
    press(&mut app, "3");
    app.update(Message::Stored(Box::new(Answer::Findings(Vec::new()))), now());
    assert!(app.shared().summaries.looks() >= 5_000, "counted once, when they come");
    press(&mut app, "/");
    for key in ["b", "i", "n", "h", "backspace"] {
        let before = app.shared().summaries.looks();
        press(&mut app, key);
        screen(&app);
        assert!(app.shared().summaries.looks() - before <= 60, "{key}");
    }
}
