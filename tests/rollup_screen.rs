//! The roll-up screen: its figures are those of the domain, nothing is hidden or ranked that must not be, and every row opens down.

mod support;

use insta::assert_snapshot;
use std::{sync::Arc, time::Instant};
use support::{NAME, Person, now};
use thucchat::{
    domain::{
        burden::Burden,
        edit::Settings,
        ids::{InspectionId, KindId, UnitId},
        indicator::Indicators,
        inspection::State,
        period::Period,
        programme::Programme,
        rollup::{By, Group, Rollup, Scope, roll_up},
        round::Round,
        share::Share,
        standing::Standing,
        summary::{Summary, Totals},
        unit::{Tier, Unit, Units},
    },
    i18n::{Lang, decimal_points, points},
    intake::programme,
    keymap::{Keymap, command::Command, context::Context},
    tui::{effect::Effect, message::Snapshot},
};
use uuid::Uuid;

/// The key of the tab.
const TAB: &str = "f5";
const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];
/// Nominations are not among them: they are read from the vault (`praise_screen`).
const VIEWS: [&str; 6] = ["district", "kind", "section", "heat", "trend", "team"];

// ── a province by hand ───────────────────────────────────────────────────────────────────────────────────────────────

fn shipped() -> Arc<Programme> {
    Arc::new(programme::read(programme::SHIPPED).expect("the shipped programme").programme)
}

fn unit(number: u128, code: &str, name: &str, kind: &str, parent: Option<&str>, tier: Tier) -> Unit {
    Unit {
        id: UnitId(Uuid::from_u128(number)),
        code: code.into(),
        name: name.into(),
        kind: kind.into(),
        parent: parent.map(str::to_owned),
        tier,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: String::new(),
        note: String::new(),
    }
}

/// Four districts of five committees each, and two bodies of the province. Committee `c` of district `d` has the number `10 d + c`.
fn province() -> Units {
    let mut units = Units::default();
    units.put(unit(9000, "91", "Tỉnh Kiên Giang", "place", None, Tier::Province));
    units.put(unit(1, "91-DV", "Ban Dân vận Tỉnh ủy", "standing_body", Some("91"), Tier::Province));
    units.put(unit(2, "91-MT", "Ủy ban MTTQ tỉnh", "front_and_mass_organisation", Some("91"), Tier::Province));
    let districts = ["Huyện Tân Hiệp", "Huyện Gò Quao", "Thành phố Rạch Giá", "Huyện Kiên Hải"];
    for (district, name) in (1..).zip(districts) {
        let code = format!("90{district}");
        units.put(unit(9000 + district, &code, name, "place", Some("91"), Tier::District));
        for committee in 0..5 {
            let number = 10 * district + committee;
            let kind = if committee < 3 { "party_committee" } else { "government" };
            let words = if committee < 3 { "Đảng ủy xã" } else { "UBND xã" };
            let name = format!("{words} Kinh {number}A");
            units.put(unit(number, &format!("{code}-{committee}"), &name, kind, Some(&code), Tier::Commune));
        }
    }
    units
}

fn round(id: &str, title: &str, from: &str, to: &str) -> Round {
    let day = |text: &str| Some(text.parse().expect("a day"));
    Round { id: id.into(), title: title.into(), period: Period { from: day(from), to: day(to) }, milestone: None }
}

fn rounds() -> Vec<Round> {
    vec![
        round("2021", "Sơ kết 2021", "2021-01-01", "2021-12-31"),
        round("2022", "Sơ kết 2022", "2022-01-01", "2022-12-31"),
        round("2023", "Sơ kết 2023", "2023-01-01", "2023-12-31"),
    ]
}

fn signed(programme: &Programme, units: &Units, number: u128, round: &str, supported: u16) -> Summary {
    let unit = units.get(UnitId(Uuid::from_u128(number))).expect("a unit of the province");
    let of = |supported: u16| Totals {
        claimed: Share::from_bp(supported + 900),
        supported: Share::from_bp(supported),
        coverage: Share::WHOLE,
    };
    let sees =
        |kind: &KindId, at: usize| programme.sections[at].items.iter().any(|item| item.applies_to.contains(kind));
    let sections = (0..programme.sections.len()).filter(|at| sees(&unit.kind, *at));
    let year: u128 = round.parse().expect("a year");
    Summary {
        id: InspectionId(Uuid::from_u128(year * 1_000_000 + number)),
        unit: unit.id,
        kind: unit.kind.clone(),
        round: round.into(),
        due: None,
        lead: NAME.into(),
        state: State::Signed,
        answered: 10,
        items: 10,
        whole: Some(of(supported)),
        band: Some(if supported >= 6500 { "fair" } else { "completed" }.into()),
        sections: sections
            .map(|at| {
                let here = supported + 700 - 200 * u16::try_from(at).expect("few sections");
                (programme.sections[at].id.clone(), of(here))
            })
            .collect(),
        shortfalls: vec![programme.sections[0].items[0].id.clone()],
        recommendations: [None, Some("2023-10-01".parse().expect("a day"))]
            .map(|due| Standing { due, ..Standing::default() })
            .into(),
        signed_at: Some(format!("{round}-10-13T08:00:00+07:00").parse().expect("a moment")),
        version: 1,
        burden: Burden::default(),
        second: None,
        sample: None,
    }
}

/// Tân Hiệp and Gò Quao overlap, Rạch Giá stands apart, of Kiên Hải one of five units is inspected.
fn summaries(programme: &Programme, units: &Units) -> Vec<Summary> {
    let scores = [
        (10, 6100),
        (11, 6300),
        (12, 6500),
        (13, 6000),
        (20, 6200),
        (21, 6400),
        (22, 6050),
        (23, 6350),
        (30, 8200),
        (31, 8300),
        (32, 8250),
        (33, 8350),
        (34, 8150),
        (40, 9100),
    ];
    let mut all: Vec<Summary> =
        scores.iter().map(|(number, score)| signed(programme, units, *number, "2023", *score)).collect();
    for number in [10, 11, 12, 20, 21, 30, 31, 32] {
        all.push(signed(programme, units, number, "2022", 5800));
    }
    all
}

fn snapshot() -> Snapshot {
    let (programme, units) = (shipped(), province());
    Snapshot {
        drafts: Vec::new(),
        settings: Settings { lang: Lang::Vi, inspector: NAME.into(), ..Settings::default() },
        summaries: summaries(&programme, &units).into_iter().map(Arc::new).collect(),
        units,
        indicators: Indicators::default(),
        rounds: rounds(),
        programme,
        head: "0".repeat(64),
        practice: None,
        notices: Vec::new(),
    }
}

fn looking() -> Person {
    let mut person = Person::looking_at(snapshot());
    person.keys(TAB);
    person
}

/// The screen in front of `view`.
fn looking_at(view: &str) -> Person {
    let mut person = looking();
    person.keys(&way_to(view));
    person
}

/// The keys that lead from the first view to another.
fn way_to(view: &str) -> String {
    match VIEWS.iter().position(|name| *name == view).expect("a view") {
        5 => "shift+tab".into(),
        place => "tab ".repeat(place),
    }
}

fn rolled(by: By) -> Rollup {
    let snapshot = snapshot();
    let scope = Scope {
        programme: &snapshot.programme,
        units: &snapshot.units,
        round: "2023".into(),
        previous: Some("2022".into()),
        day: "2023-12-31".parse().expect("a day"),
        today: now(0).today(),
        under: None,
        kind: None,
    };
    roll_up(snapshot.summaries.values(), &scope, by)
}

/// The row of the screen that begins with these words.
#[track_caller]
fn row(screen: &str, name: &str) -> String {
    let found = screen.lines().find(|line| line.trim_start_matches(['│', '▌', ' ', '✓']).starts_with(name));
    found.unwrap_or_else(|| panic!("no row of {name}:\n{screen}")).to_owned()
}

/// The inspection of this round at Đảng ủy xã Kinh 10A.
fn first(of: &Snapshot) -> Summary {
    let is_it = |summary: &&Summary| {
        let unit = of.units.get(summary.unit).is_some_and(|unit| unit.name == "Đảng ủy xã Kinh 10A");
        unit && summary.round.as_str() == "2023"
    };
    of.summaries.values().find(is_it).expect("its inspection").clone()
}

#[track_caller]
fn shows(row: &str, group: &Group) {
    assert!(row.contains(&format!("{}/{}", group.signed, group.in_scope)), "coverage of {group:?}: {row}");
    match group.figures {
        None => assert!(row.contains("chưa đủ số đơn vị được kiểm tra") && !row.contains('±'), "{row}"),
        Some(figures) => {
            let margin = figures.margin.expect("a margin");
            let mean = format!("{} ± {}", decimal_points(Lang::Vi, figures.mean), decimal_points(Lang::Vi, margin));
            assert!(row.contains(&mean), "{mean}: {row}");
        }
    }
}

// ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_figures_of_every_group_are_those_of_the_roll_up() {
    for (view, by) in [("district", By::District), ("kind", By::Kind), ("section", By::Section)] {
        let screen = looking_at(view).screen(108, 40);
        let rollup = rolled(by);
        let first = screen.lines().position(|line| line.contains("điểm ± biên")).expect("the head of the columns") + 1;
        for (line, group) in screen.lines().skip(first).zip(&rollup.groups) {
            shows(line, group);
        }
        assert!(rollup.groups.len() > 3, "{view}");
    }
}

#[test]
fn a_group_with_too_few_inspected_units_shows_no_mean_at_any_size() {
    for (columns, rows) in SIZES {
        let screen = looking().screen(columns, rows);
        let few = row(&screen, "Huyện Kiên Hải");
        assert!(few.contains("chưa đủ số đơn vị được kiểm tra") && few.contains("1/5"), "{few}");
        assert!(!few.contains("91,00"), "{few}");
    }
}

#[test]
fn groups_whose_ranges_overlap_share_a_step_and_say_so() {
    let mut person = looking();
    let screen = person.screen(80, 24);
    assert!(row(&screen, "Thành phố Rạch Giá").contains(" 1 "), "{screen}");
    for tied in ["Huyện Tân Hiệp", "Huyện Gò Quao"] {
        assert!(row(&screen, tied).contains("=2"), "{screen}");
    }
    person.sees("không xếp trên dưới");
}

#[test]
fn bodies_of_the_province_do_not_read_as_the_province() {
    looking().sees("Cấp tỉnh: Tỉnh Kiên Giang");
}

#[test]
fn a_district_opens_down_to_its_units_inspected_or_not() {
    let mut person = looking();
    person
        .keys("down down enter")
        .sees("Địa bàn › Huyện Gò Quao")
        .sees("Kinh 20A")
        .sees("Kinh 24A")
        .sees_no("Kinh 10A");
    let screen = person.screen(80, 24);
    for group in rolled(By::Unit).groups {
        let unit = province().iter().find(|unit| group.units == [unit.id]).expect("the unit").clone();
        if unit.parent.as_deref() == Some("902") {
            let line = row(&screen, &unit.name);
            match group.figures {
                Some(figures) => assert!(line.contains(&decimal_points(Lang::Vi, figures.mean)), "{line}"),
                None => assert!(line.contains("chưa kiểm tra"), "{line}"),
            }
        }
    }
    person.keys("esc").sees("Thành phố Rạch Giá");
    assert!(person.screen(80, 24).lines().any(|line| line.contains("▌Huyện Gò Quao")), "back on the row it came from");
}

#[test]
fn a_section_opens_down_to_the_scores_of_that_section() {
    let mut person = looking_at("section");
    person.keys("down enter");
    let summary = first(&snapshot());
    let of_section = summary.sections.iter().nth(1).expect("a second section").1.supported;
    let screen = person.screen(80, 24);
    assert!(row(&screen, "Đảng ủy xã Kinh 10A").contains(&decimal_points(Lang::Vi, of_section)), "{screen}");
}

#[test]
fn the_heat_map_has_a_number_for_every_section_and_a_mark_where_there_is_none() {
    let screen = looking_at("heat").screen(80, 24);
    let snapshot = snapshot();
    let line = row(&screen, "Đảng ủy xã Kinh 10A");
    for (_, totals) in &first(&snapshot).sections {
        assert!(line.contains(&points(totals.supported)), "{line}");
    }
    assert!(line.contains('–'), "a section that its kind does not see: {line}");
    assert!(row(&screen, "UBND xã Kinh 14A").contains('·'), "not inspected: {screen}");
}

#[test]
fn the_heat_map_scrolls_both_ways_on_the_smallest_screen() {
    let mut person = looking_at("heat");
    person.keys("end");
    let last = person.screen(60, 16);
    assert!(last.contains("Kinh 44A") && !last.contains("Kinh 10A"), "{last}");
    let sections = shipped().sections.len();
    for _ in 1..sections {
        person.keys("ctrl+right");
    }
    assert!(person.screen(60, 16).contains(&format!("Mục {sections}:")), "{}", person.screen(60, 16));
    person.keys("ctrl+left").sees(&format!("Mục {}:", sections - 1));
}

#[test]
fn the_trend_compares_the_same_units_only_and_says_when_a_round_has_none() {
    let screen = looking_at("trend").screen(80, 24);
    assert!(row(&screen, "Sơ kết 2021").contains("chưa có cuộc nào ký"), "{screen}");
    let before = row(&screen, "Sơ kết 2022");
    assert!(before.contains("8/22") && before.contains("58,00"), "{before}");
    let same = [6100_u32, 6300, 6500, 6200, 6400, 8200, 8300, 8250];
    let mean = Share::of(same.iter().sum::<u32>().into(), 80_000).expect("a mean");
    let after = row(&screen, "Sơ kết 2023");
    assert!(after.contains("8/22") && after.contains(&decimal_points(Lang::Vi, mean)), "{after}");
    assert!(after.contains(&format!("+{}", decimal_points(Lang::Vi, mean.above(Share::from_bp(5800))))), "{after}");
}

#[test]
fn a_round_of_the_trend_opens_down_to_the_units_that_were_compared() {
    let mut person = looking_at("trend");
    person.keys("down enter").sees("Sơ kết 2022").sees("Kinh 10A").sees("58,00").sees_no("Kinh 13A");
    person.keys("esc up enter").sees("chưa có gì để mở");
}

#[test]
fn rounds_turn_with_the_arrows_and_stop_at_both_ends() {
    let mut person = looking();
    person.sees("Sơ kết 2023 · đợt 3/3").keys("right").sees("Đây là đợt cuối.").keys("left").sees("đợt 2/3");
    person.keys("left").sees("đợt 1/3").sees("chưa đủ số đơn vị được kiểm tra").keys("left").sees("Đây là đợt đầu.");
}

#[test]
fn the_open_group_stays_open_when_the_round_turns() {
    looking().keys("down enter left").sees("Địa bàn › Huyện Tân Hiệp").sees("đợt 2/3").sees("58,00");
}

#[test]
fn the_wide_screen_tells_quartiles_bands_matters_and_shortfalls_of_the_group() {
    let mut person = looking();
    person.keys("down").sees("Trung vị 62,00").sees("tứ phân vị").sees("Độ lệch chuẩn");
    person.sees("Còn mở 8 kiến nghị, 4 quá hạn").sees("4 đơn vị · C1-01");
    person.sees_no("14 đơn vị · C1-01");
}

#[test]
fn before_any_round_the_key_says_what_to_do() {
    Person::with_units().keys("1").keys(TAB).sees("Chưa có đợt nào");
}

// ── every hinted key does something ──────────────────────────────────────────────────────────────────────────────────

#[test]
fn every_hinted_key_does_something_in_every_view() {
    let keymap = Keymap::default_map();
    let commands = [
        Command::OpenGroup,
        Command::NextView,
        Command::PreviousView,
        Command::NextSection,
        Command::PreviousSection,
        Command::PreviousRound,
        Command::NextRound,
        Command::OpenReport,
        Command::Back,
        Command::Help,
    ];
    for view in VIEWS {
        for opened in ["", "down enter"] {
            // The middle of everything, so that no movement is stopped by an end.
            let there = || {
                let mut person = looking_at(view);
                person.keys("left ctrl+right").keys(if view == "heat" { "" } else { opened });
                person
            };
            let before = there().screen(200, 60);
            let footer = before.lines().last().expect("a footer").to_owned();
            for command in commands {
                let (key, label) = keymap.hints(Context::Rollup, &[command]).remove(0);
                let words = thucchat::i18n::say(Lang::Vi, label);
                if !footer.contains(&format!("{key} {words}")) {
                    continue;
                }
                let mut person = there();
                let asked = person.asked.len();
                let pressed = keymap.keys_of(Context::Rollup, command);
                let pressed = if pressed.is_empty() { keymap.keys_of(Context::Global, command) } else { pressed };
                person.keys(&pressed[0][0].to_string());
                let changed = person.screen(200, 60) != before || person.asked.len() > asked;
                assert!(changed, "{command:?} does nothing in {view}, opened with {opened:?}:\n{before}");
            }
        }
    }
}

#[test]
fn scores_that_crowd_above_a_line_are_asked_about_and_name_nobody() {
    let mut shown = snapshot();
    let (programme, units) = (shown.programme.clone(), shown.units.clone());
    shown.summaries = (0..8)
        .map(|n: u16| {
            let unit = u128::from(10 * (1 + n / 4) + n % 4);
            Arc::new(signed(&programme, &units, unit, "2023", 8000 + 10 * n))
        })
        .collect();
    let mut person = Person::looking_at(shown);
    person.keys(TAB).keys(&way_to("team")).keys("down");
    person
        .sees("⚑ Tốt (từ 80,00): 8 trên 8")
        .sees("nhiều nhất 0,40 %")
        .sees("mở từng cuộc gần vạch")
        .sees_no("Đảng ủy xã");
    for (columns, rows) in SIZES {
        assert_snapshot!(format!("crowded_vi_{columns}x{rows}"), person.screen(columns, rows));
    }
}

// ── with a vault behind it ───────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_unit_opens_its_inspection_and_escape_comes_back_the_way_it_went() {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter").keys(TAB);
    person.keys("down").sees("Huyện Tân Hiệp").keys("enter").sees("chưa kiểm tra");
    while !person.screen(120, 40).lines().any(|line| line.contains('▌') && line.contains("Huyện ủy Tân Hiệp"))
    {
        person.keys("down");
    }
    person.keys("enter").sees("Huyện ủy Tân Hiệp ›").keys("left").sees("Ẵm");
    person.keys("esc").sees("Địa bàn › Huyện Tân Hiệp").keys("esc").sees("Huyện Gò Quao");
}

#[test]
fn a_unit_without_any_inspection_says_so() {
    let mut person = Person::with_round();
    person.keys(TAB).keys("enter enter").sees("Ban Dân vận Tỉnh ủy").sees("chưa có cuộc kiểm tra");
}

#[test]
fn the_rounds_report_is_previewed_and_exported_from_the_screen() {
    let mut person = Person::with_round();
    person.keys(TAB).keys("f7").sees("tổng hợp kết quả kiểm tra tại Tỉnh Kiên Giang");
    let out = person.folder.path().join("tong hop.txt");
    person.keys("w ctrl+u").types(&out.display().to_string()).keys("enter").sees("Đã ghi");
    assert!(std::fs::read_to_string(&out).expect("the report").contains("Huyện ủy Gò Quao"));
    person.keys("esc").sees("Địa bàn");
}

#[test]
fn what_was_planned_meanwhile_is_counted_when_the_screen_comes_back() {
    let mut person = Person::with_round();
    person.keys(TAB).keys("down").sees("Trong diện 2 · có kế hoạch 1");
    person.keys("2 /").types("904-UB").keys("enter n enter").keys(TAB).sees("Trong diện 2 · có kế hoạch 2");
}

#[test]
fn looking_at_the_roll_up_asks_for_nothing_from_the_vault() {
    let mut person = looking();
    person
        .keys("tab tab tab tab left right down enter esc shift+tab shift+tab shift+tab shift+tab shift+tab down enter");
    assert!(person.asked.iter().all(|effect| matches!(effect, Effect::Quit)), "{:?}", person.asked);
}

// ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn every_view_as_it_looks() {
    for view in VIEWS {
        for lang in [Lang::Vi, Lang::En] {
            let mut shown = snapshot();
            shown.settings.lang = lang;
            let mut person = Person::looking_at(shown);
            person.keys(TAB).keys(&way_to(view));
            person.keys("down");
            for (columns, rows) in SIZES {
                assert_snapshot!(format!("{view}_{}_{columns}x{rows}", lang.code()), person.screen(columns, rows));
            }
        }
    }
}

#[test]
fn an_open_district_as_it_looks() {
    let mut person = looking();
    person.keys("down enter down");
    for (columns, rows) in SIZES {
        assert_snapshot!(format!("opened_vi_{columns}x{rows}"), person.screen(columns, rows));
    }
}

#[test]
fn no_view_breaks_at_any_size_a_person_may_drag_the_window_to() {
    for view in VIEWS {
        let mut person = looking_at(view);
        for keys in ["", "enter"] {
            person.keys(keys);
            for (columns, rows) in [(1, 1), (60, 16), (61, 17), (71, 20), (72, 20), (109, 24), (110, 16), (300, 60)] {
                assert_eq!(person.screen(columns, rows).lines().count(), usize::from(rows));
            }
        }
    }
}

// ── many units ───────────────────────────────────────────────────────────────────────────────────────────────────────

/// Nothing is asserted about the time: it is printed for the person who looks (`--nocapture --ignored`).
#[test]
#[ignore = "fifty thousand summaries; prints how long each view takes"]
fn fifty_thousand_summaries_are_rolled_up_in_every_view() {
    let mut large = snapshot();
    let like = first(&large);
    for number in 0..50_000_u128 {
        let id = 100_000 + number;
        let district = format!("90{}", 1 + number % 4);
        large.units.put(unit(
            id,
            &format!("X-{number:05}"),
            "Đảng ủy xã",
            "party_committee",
            Some(&district),
            Tier::Commune,
        ));
        let fresh =
            Summary { id: InspectionId(Uuid::from_u128(id)), unit: UnitId(Uuid::from_u128(id)), ..like.clone() };
        large.summaries.put(fresh);
    }
    let mut person = Person::looking_at(large);
    for view in &VIEWS[..5] {
        let start = Instant::now();
        person.keys(if *view == VIEWS[0] { TAB } else { "tab" });
        println!("{view}: {:?}", start.elapsed());
    }
    person.keys(&"shift+tab ".repeat(4));
    let start = Instant::now();
    person.keys("down enter");
    println!("opened: {:?}", start.elapsed());
    let start = Instant::now();
    person.screen(120, 40);
    println!("drawn: {:?}", start.elapsed());
}
