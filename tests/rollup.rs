//! The roll-up: who is in scope, what counts, when there is a mean, who is tied with whom – and that nothing is hidden.

#[path = "scoring/programme.rs"]
mod programme;

use programme::{day, item, programme};
use proptest::{collection::vec, prelude::*};
use thucchat::domain::{
    burden::{Burden, Middle},
    ids::{InspectionId, KindId, UnitId},
    inspection::State,
    period::Period,
    programme::{Item, Programme},
    rollup::{By, CommonShortfall, Group, GroupKey, Rollup, Scope, Statistics, roll_up},
    share::Share,
    standing::Standing,
    summary::{Summary, Totals},
    unit::{Tier, Unit, Units},
};
use uuid::Uuid;

// ── units and summaries by hand ──────────────────────────────────────────────────────────────────────────────────────

fn id(number: u128) -> UnitId {
    UnitId(Uuid::from_u128(number))
}

fn unit(number: u128, code: &str, kind: &str, parent: Option<&str>, tier: Tier) -> Unit {
    Unit {
        id: id(number),
        code: code.into(),
        name: format!("đơn vị {code}"),
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

/// The province with two districts, a commune, and a committee at each: 1 at the province, 2 and 3 in the districts, 4 in the commune.
fn province() -> Units {
    let mut units = Units::default();
    for unit in [
        unit(100, "91", "place", None, Tier::Province),
        unit(101, "904", "place", Some("91"), Tier::District),
        unit(102, "905", "place", Some("91"), Tier::District),
        unit(103, "30850", "place", Some("905"), Tier::Commune),
        unit(1, "91-TU", "party_committee", Some("91"), Tier::Province),
        unit(2, "904-HU", "party_committee", Some("904"), Tier::District),
        unit(3, "905-HU", "party_committee", Some("905"), Tier::District),
        unit(4, "30850-DU", "party_committee", Some("30850"), Tier::Commune),
    ] {
        units.put(unit);
    }
    units
}

/// Committees 1..=count below one district, their codes in the order of their numbers.
fn committees(count: u32) -> Units {
    let mut units = Units::default();
    units.put(unit(1_000_000, "904", "place", None, Tier::District));
    for number in 1..=count {
        units.put(unit(number.into(), &format!("904-{number:05}"), "party_committee", Some("904"), Tier::Commune));
    }
    units
}

fn share(bp: u16) -> Share {
    Share::from_bp(bp)
}

fn totals(supported: u16) -> Totals {
    Totals { claimed: share(supported).plus(share(1000)), supported: share(supported), coverage: Share::WHOLE }
}

/// A signed inspection of the round of 2023 with this supported score.
fn signed(unit: u128, supported: u16) -> Summary {
    Summary {
        id: InspectionId(Uuid::from_u128(unit)),
        unit: id(unit),
        kind: "party_committee".into(),
        round: "2023".into(),
        due: None,
        lead: "Nguyễn Thị Ẵm".into(),
        state: State::Signed,
        answered: 1,
        items: 1,
        whole: Some(totals(supported)),
        band: Some("fair".into()),
        sections: [("s1".into(), totals(supported))].into(),
        shortfalls: Vec::new(),
        recommendations: Vec::new(),
        signed_at: Some("2023-10-13T08:00:00+07:00".parse().expect("a moment")),
        version: 1,
        burden: Burden::default(),
        second: None,
        sample: None,
    }
}

#[test]
fn the_burden_of_a_round_is_the_middle_of_what_was_recorded_beside_the_round_before() {
    let cost = |documents: Option<u32>| Burden { documents, ..Burden::default() };
    let now = [(1, Some(6)), (2, Some(30)), (3, Some(9)), (4, None)];
    let mut all: Vec<Summary> =
        now.into_iter().map(|(unit, asked)| Summary { burden: cost(asked), ..signed(unit, 5000) }).collect();
    all.push(Summary { id: InspectionId(Uuid::from_u128(99)), burden: cost(Some(22)), ..of_2022(signed(1, 5000)) });
    let rollup = rolled(&committees(4), &all, By::Unit);
    assert_eq!(rollup.burden, Middle { burden: cost(Some(9)), of: 3 }, "what was not recorded is not nothing");
    assert_eq!(rollup.burden_before, Middle { burden: cost(Some(22)), of: 1 });
}

fn of_2022(summary: Summary) -> Summary {
    Summary { round: "2022".into(), ..summary }
}

fn two_sections() -> Programme {
    let of = |kinds: &[&str], id: &str| Item {
        applies_to: kinds.iter().copied().map(KindId::from).collect(),
        ..item(id, 1)
    };
    programme(vec![
        ("s1", vec![of(&["party_committee", "government"], "A"), of(&["party_committee"], "B")]),
        ("s2", vec![of(&["government"], "C")]),
        ("s3", vec![of(&["press"], "D")]),
    ])
}

fn scope<'a>(programme: &'a Programme, units: &'a Units) -> Scope<'a> {
    Scope {
        programme,
        units,
        round: "2023".into(),
        previous: Some("2022".into()),
        day: day("2023-12-31"),
        today: day("2023-11-15"),
        under: None,
        kind: None,
    }
}

fn rolled(units: &Units, summaries: &[Summary], by: By) -> Rollup {
    roll_up(summaries, &scope(&two_sections(), units), by)
}

/// The figures of `inspected` units with these scores among `in_scope`.
fn figures(in_scope: u32, scores: &[u16]) -> Option<Statistics> {
    let summaries: Vec<Summary> = (1..).zip(scores).map(|(unit, score)| signed(unit, *score)).collect();
    rolled(&committees(in_scope), &summaries, By::Unit).whole.figures
}

fn steps(groups: &[Group]) -> Vec<Option<u32>> {
    groups.iter().map(|group| group.step).collect()
}

fn keys(groups: &[Group]) -> Vec<&GroupKey> {
    groups.iter().map(|group| &group.key).collect()
}

// ── statistics ───────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn four_of_ten_have_the_figures_reckoned_by_hand() {
    let figures = figures(10, &[8000, 2000, 6000, 4000]).expect("40 % were inspected");
    assert_eq!(figures.mean.bp(), 5000);
    assert_eq!(figures.median.bp(), 5000);
    assert_eq!((figures.lower_quartile.bp(), figures.upper_quartile.bp()), (3500, 6500), "type 7");
    assert_eq!(figures.spread.bp(), 2582);
    assert_eq!(figures.gap.bp(), 1000);
    // 2.3534 · 2581.99 / √4 · √(6/9)
    assert_eq!(figures.margin.map(Share::bp), Some(2481));
}

#[test]
fn figures_are_rounded_once_and_half_up() {
    let figures = figures(6, &[5000, 5001, 7000]).expect("half were inspected");
    assert_eq!((figures.mean.bp(), figures.median.bp()), (5667, 5001));
    assert_eq!((figures.lower_quartile.bp(), figures.upper_quartile.bp()), (5001, 6001), "5000.5 and 6000.5");
    // 1154.412 and 2.9200 · 1154.412 / √3 · √(3/5)
    assert_eq!((figures.spread.bp(), figures.margin.map(Share::bp)), (1154, Some(1508)));
}

#[test]
fn a_population_inspected_whole_has_no_margin_and_one_unit_of_several_has_no_range() {
    assert_eq!(figures(3, &[2000, 4000, 9000]).expect("all").margin, Some(Share::NONE));
    let alone = figures(1, &[2000]).expect("all");
    assert_eq!((alone.mean.bp(), alone.spread, alone.margin), (2000, Share::NONE, Some(Share::NONE)));
    assert_eq!(figures(3, &[2000]).expect("a third").margin, None);
}

#[test]
fn there_is_a_mean_from_three_units_or_thirty_percent_on() {
    assert!(figures(1000, &[5000; 3]).is_some(), "three units");
    assert!(figures(1000, &[5000; 2]).is_none());
    assert!(figures(6, &[5000; 2]).is_some(), "a third");
    assert!(figures(7, &[5000; 2]).is_none(), "28.57 %");
    assert!(figures(10, &[]).is_none());
    let mut programme = two_sections();
    programme.scoring.min_units = 1000;
    let units = committees(10);
    let of = |count: u128| {
        let summaries: Vec<Summary> = (1..=count).map(|unit| signed(unit, 5000)).collect();
        roll_up(&summaries, &scope(&programme, &units), By::Unit).whole.figures.is_some()
    };
    assert!(of(3) && !of(2), "30 % exactly, and below");
}

// ── what counts ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn coverage_stands_beside_the_mean_and_who_was_not_inspected_is_named() {
    let under_way = Summary { state: State::Underway, signed_at: None, ..signed(3, 9999) };
    let rollup = rolled(&province(), &[signed(2, 6000), signed(4, 8000), under_way], By::District);
    let whole = rollup.whole;
    assert_eq!((whole.in_scope, whole.planned, whole.signed), (4, 3, 2));
    assert_eq!(whole.figures.map(|figures| figures.mean.bp()), Some(7000), "what is under way is not averaged in");
    assert_eq!(rollup.not_inspected, [id(3), id(1)], "905-HU, 91-TU");
}

#[test]
fn only_the_latest_signed_inspection_of_a_unit_in_the_round_counts() {
    let at = |moment: &str, inspection: u128, supported: u16| Summary {
        id: InspectionId(Uuid::from_u128(inspection)),
        signed_at: Some(moment.parse().expect("a moment")),
        band: Some(if supported > 5000 { "good" } else { "completed" }.into()),
        recommendations: vec![Standing::default()],
        ..signed(1, supported)
    };
    let early = at("2023-03-01T08:00:00+07:00", 9, 3000);
    // The later moment, although it reads earlier on the clock of another zone.
    let late = at("2023-10-13T02:00:00+00:00", 8, 7000);
    let before_late = at("2023-10-13T08:30:00+07:00", 7, 4000);
    let reopened = Summary { state: State::Ready, ..at("2023-11-01T08:00:00+07:00", 6, 9000) };
    let rollup = rolled(&committees(1), &[early, late, before_late, reopened], By::Unit);
    assert_eq!(rollup.whole.figures.map(|figures| figures.mean.bp()), Some(7000));
    assert_eq!((rollup.whole.signed, rollup.whole.followed.open), (1, 1));
    assert_eq!(rollup.inspected, [InspectionId(Uuid::from_u128(8))]);
    assert!(rollup.whole.bands.contains(&("good".into(), 1)));
}

#[test]
fn inspections_of_other_rounds_and_of_units_out_of_scope_play_no_part() {
    let rollup = rolled(&committees(2), &[of_2022(signed(1, 9000)), signed(2, 5000), signed(77, 9000)], By::Unit);
    assert_eq!((rollup.whole.planned, rollup.whole.signed), (1, 1));
    assert_eq!(rollup.whole.figures.map(|figures| figures.mean.bp()), Some(5000));
}

#[test]
fn every_band_stands_once_and_what_has_none_is_counted_apart() {
    let none = Summary { band: None, ..signed(2, 5000) };
    let forgotten = Summary { band: Some("band of an older programme".into()), ..signed(3, 5000) };
    let whole = rolled(&committees(4), &[signed(1, 7000), none, forgotten], By::Unit).whole;
    let counts: Vec<(&str, u32)> = whole.bands.iter().map(|(band, units)| (band.as_str(), *units)).collect();
    assert_eq!(counts, [("excellent", 0), ("good", 0), ("fair", 1), ("completed", 0), ("not_completed", 0)]);
    assert_eq!(whole.no_band, 2);
}

#[test]
fn recommendations_are_overdue_after_their_day_and_not_on_it() {
    let due = |date: &str| Standing { due: Some(date.parse().expect("a day")), ..Standing::default() };
    let recommendations = vec![due("2023-11-14"), due("2023-11-15"), due("2024-01-31"), Standing::default()];
    let whole = rolled(&committees(1), &[Summary { recommendations, ..signed(1, 5000) }], By::Unit).whole;
    assert_eq!((whole.followed.open, whole.followed.overdue), (4, 1));
}

#[test]
fn change_is_over_the_same_units_only() {
    let before = [of_2022(signed(1, 5000)), of_2022(signed(2, 6000)), of_2022(signed(3, 1000))];
    let now = [signed(1, 5500), signed(2, 5999), signed(4, 9000)];
    let summaries: Vec<Summary> = before.into_iter().chain(now).collect();
    let rollup = rolled(&committees(4), &summaries, By::Unit);
    assert_eq!(rollup.whole.change, Some((250, 2)), "(500 − 1) / 2 = 249.5, half up");
    let of_units: Vec<_> = rollup.groups.iter().map(|group| group.change).collect();
    assert_eq!(of_units, [Some((500, 1)), Some((-1, 1)), None, None]);
}

#[test]
fn a_fall_is_rounded_as_a_rise_is_and_no_round_to_compare_with_is_no_change() {
    let summaries = [of_2022(signed(1, 5001)), of_2022(signed(2, 5000)), signed(1, 5000), signed(2, 5000)];
    let (programme, units) = (two_sections(), committees(2));
    assert_eq!(roll_up(&summaries, &scope(&programme, &units), By::Unit).whole.change, Some((0, 2)), "−0.5, half up");
    let alone = Scope { previous: None, ..scope(&programme, &units) };
    assert_eq!(roll_up(&summaries, &alone, By::Unit).whole.change, None);
}

#[test]
fn the_most_frequent_shortfalls_come_first_with_their_units() {
    let short = |unit: u128, items: &[&str]| Summary {
        shortfalls: items.iter().copied().map(Into::into).collect(),
        ..signed(unit, 5000)
    };
    let summaries = [short(3, &["B", "LẠ"]), short(1, &["C", "A", "B"]), of_2022(short(2, &["D"]))];
    let common = rolled(&committees(3), &summaries, By::Unit).shortfalls;
    let expected = [("B", vec![1, 3]), ("A", vec![1]), ("C", vec![1]), ("LẠ", vec![3])]
        .map(|(item, units)| CommonShortfall { item: item.into(), units: units.into_iter().map(id).collect() });
    assert_eq!(common, expected, "then in the order of the programme, strangers last");
}

// ── scope and groups ─────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn districts_hold_what_is_below_them_and_the_province_its_own_bodies() {
    let rollup =
        rolled(&province(), &[signed(1, 1000), signed(2, 2000), signed(3, 3000), signed(4, 5000)], By::District);
    assert_eq!(keys(&rollup.groups), [&GroupKey::Place(id(100)), &GroupKey::Place(id(101)), &GroupKey::Place(id(102))]);
    let means: Vec<_> =
        rollup.groups.iter().map(|group| (group.in_scope, group.figures.map(|f| f.mean.bp()))).collect();
    assert_eq!(means, [(1, Some(1000)), (1, Some(2000)), (2, Some(4000))]);
}

#[test]
fn a_body_that_hangs_nowhere_is_not_lost() {
    let mut units = province();
    units.put(unit(5, "X-1", "press", None, Tier::Province));
    units.put(unit(6, "X-2", "press", Some("không có"), Tier::Province));
    units.put(unit(7, "X-3", "press", Some("X-1"), Tier::Province));
    // A circle, as a file of another laptop may hold one.
    units.put(unit(8, "Y-1", "press", Some("Y-2"), Tier::Province));
    units.put(unit(9, "Y-2", "press", Some("Y-1"), Tier::Province));
    let rollup = rolled(&units, &[], By::District);
    assert_eq!(rollup.whole.in_scope, 9);
    assert_eq!(rollup.groups.iter().map(|group| group.in_scope).sum::<u32>(), 9);
    let below_x1 = rollup.groups.iter().find(|group| group.key == GroupKey::Place(id(5)));
    assert_eq!(below_x1.map(|group| group.in_scope), Some(2), "X-1 itself, and X-3 below it");
}

#[test]
fn only_units_under_a_code_and_of_a_kind_are_in_scope() {
    let mut units = province();
    units.put(unit(5, "905-UB", "government", Some("905"), Tier::District));
    units.put(unit(6, "905-HTX", "hợp tác xã", Some("905"), Tier::District));
    let programme = two_sections();
    let of = |under: Option<&'static str>, kind: Option<&str>| {
        let kind = kind.map(KindId::from);
        let scope = Scope { under, kind: kind.as_ref(), ..scope(&programme, &units) };
        let rollup = roll_up(&[], &scope, By::Unit);
        rollup.not_inspected.iter().map(|unit| unit.0.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(of(None, None), [4, 2, 3, 5, 1], "neither places nor kinds that the programme does not know");
    assert_eq!(of(Some("905"), None), [4, 3, 5]);
    assert_eq!(of(Some("905"), Some("government")), [5]);
    assert_eq!(of(Some("905-HU"), None), [3], "the unit itself");
    assert_eq!(of(Some("90"), None), [] as [u128; 0], "a code, not its beginning");
    assert_eq!(of(None, Some("place")), [] as [u128; 0]);
}

#[test]
fn the_day_picks_the_rows_and_a_successor_is_another_unit() {
    let until = |mut unit: Unit, from: Option<&str>, to: Option<&str>| {
        unit.valid = Period { from: from.map(day), to: to.map(day) };
        unit
    };
    let mut units = Units::default();
    units.put(until(unit(10, "911", "place", None, Tier::District), None, Some("2021-02-28")));
    units.put(until(unit(11, "911", "place", None, Tier::District), Some("2021-03-01"), None));
    units.put(until(unit(1, "911-HU", "party_committee", Some("911"), Tier::District), None, Some("2021-02-28")));
    units.put(until(unit(2, "911-HU", "party_committee", Some("911"), Tier::District), Some("2021-03-01"), None));
    let programme = two_sections();
    for (date, place, committee) in [("2021-02-28", 10, 1), ("2021-03-01", 11, 2)] {
        let scope = Scope { day: day(date), ..scope(&programme, &units) };
        let rollup = roll_up(&[of_2022(signed(1, 5000)), signed(2, 6000)], &scope, By::District);
        assert_eq!(keys(&rollup.groups), [&GroupKey::Place(id(place))], "{date}");
        assert_eq!(rollup.not_inspected.is_empty(), committee == 2);
        assert_eq!(rollup.whole.change, None, "history stays with the row it belongs to");
    }
}

#[test]
fn kinds_stand_in_the_order_of_the_programme() {
    let mut units = province();
    units.put(unit(5, "91-BAO", "press", Some("91"), Tier::Province));
    let rollup = rolled(&units, &[signed(5, 4000)], By::Kind);
    let expected = [("party_committee", 4, 0), ("press", 1, 1)];
    let found: Vec<_> = rollup.groups.iter().map(|group| (group.key.clone(), group.in_scope, group.signed)).collect();
    assert_eq!(found, expected.map(|(kind, in_scope, signed)| (GroupKey::Kind(kind.into()), in_scope, signed)));
}

#[test]
fn a_section_has_its_own_figures_over_the_kinds_that_see_it() {
    let mut units = committees(2);
    units.put(unit(3, "904-UB", "government", Some("904"), Tier::District));
    let government =
        Summary { sections: [("s1".into(), totals(3000)), ("s2".into(), totals(8000))].into(), ..signed(3, 5500) };
    let not_in_section = Summary { sections: [].into(), ..signed(2, 9000) };
    let rollup = rolled(&units, &[signed(1, 6000), not_in_section, government], By::Section);
    let found: Vec<_> = rollup
        .groups
        .iter()
        .map(|group| (group.key.clone(), group.in_scope, group.signed, group.figures.map(|figures| figures.mean.bp())))
        .collect();
    let section = |id: &str| GroupKey::Section(id.into());
    assert_eq!(found, [(section("s1"), 3, 3, Some(4500)), (section("s2"), 1, 1, Some(8000))], "nobody sees s3");
}

// ── ties ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Districts of five committees; in each the scores given.
fn districts(scores: &[&[u16]]) -> Vec<Group> {
    let mut units = Units::default();
    let mut summaries = Vec::new();
    for (district, scores) in (1_u128..).zip(scores) {
        let code = format!("{}", 900 + district);
        units.put(unit(district * 1000, &code, "place", None, Tier::District));
        for number in 1..=5 {
            units.put(unit(
                district * 1000 + number,
                &format!("{code}-{number}"),
                "party_committee",
                Some(&code),
                Tier::Commune,
            ));
        }
        summaries.extend((1..).zip(*scores).map(|(number, score)| signed(district * 1000 + number, *score)));
    }
    rolled(&units, &summaries, By::District).groups
}

#[test]
fn groups_whose_ranges_overlap_share_a_step_and_others_do_not() {
    let tied = districts(&[&[5000, 6000, 7000], &[5100, 6100, 7100], &[1000, 1010, 1020]]);
    assert_eq!(steps(&tied), [Some(1), Some(1), Some(2)]);
}

#[test]
fn ranges_that_touch_are_a_tie_and_a_basis_point_apart_they_are_not() {
    let whole = |score: u16| [score; 5];
    assert_eq!(steps(&districts(&[&whole(5000), &whole(5000), &whole(5001)])), [Some(2), Some(2), Some(1)]);
    // Margin of 4990, 5000, 5010 of five units: 2.9200 · 10 / √3 · √(2/4) = 12.
    let spread = [4990, 5000, 5010];
    assert_eq!(steps(&districts(&[&spread, &whole(5012)])), [Some(1), Some(1)]);
    assert_eq!(steps(&districts(&[&spread, &whole(5013)])), [Some(2), Some(1)]);
}

#[test]
fn a_wide_range_ties_what_lies_on_both_sides_of_it() {
    let (high, low, wide) = ([7000_u16; 5], [6000_u16; 5], [4000_u16, 6100, 8200]);
    assert_eq!(steps(&districts(&[&high, &low])), [Some(1), Some(2)]);
    assert_eq!(steps(&districts(&[&high, &low, &wide])), [Some(1), Some(1), Some(1)]);
}

#[test]
fn ties_hang_together_along_a_chain() {
    // Each ± 1192 around its mean: neighbours meet, the first and the last do not.
    let chain: [&[u16]; 4] = [&[6000, 7000, 8000], &[5000, 6000, 7000], &[4000, 5000, 6000], &[3000, 4000, 5000]];
    assert_eq!(steps(&districts(&[chain[0], chain[3]])), [Some(1), Some(2)]);
    assert_eq!(steps(&districts(&chain)), [Some(1); 4]);
}

#[test]
fn a_group_without_figures_or_without_a_range_has_no_step_and_ties_nobody() {
    let groups = districts(&[&[7000; 5], &[], &[1000; 5]]);
    assert_eq!(steps(&groups), [Some(1), None, Some(2)]);
    let mut units = committees(1);
    for number in 2..=4 {
        units.put(unit(number, &format!("X-{number}"), "press", None, Tier::Province));
    }
    let rollup = rolled(&units, &[signed(1, 5000), Summary { kind: "press".into(), ..signed(2, 5000) }], By::Kind);
    let found: Vec<_> = rollup.groups.iter().map(|group| (group.figures.is_some(), group.step)).collect();
    assert_eq!(found, [(true, Some(1)), (true, None)], "one of three has a mean and no range");
}

#[test]
fn the_whole_has_no_step() {
    assert_eq!(rolled(&committees(1), &[signed(1, 5000)], By::Unit).whole.step, None);
}

// ── what must hold always ────────────────────────────────────────────────────────────────────────────────────────────

fn any_summaries() -> impl Strategy<Value = Vec<Summary>> {
    let one = (1..12_u128, 0..=10_000_u16, 0..4_u8, any::<bool>(), 1..4_u32);
    vec(one, 0..30).prop_map(|all| {
        let of = |(place, (unit, supported, state, before, version)): (u128, (u128, u16, u8, bool, u32))| {
            let summary = Summary {
                id: InspectionId(Uuid::from_u128(place)),
                state: if state == 0 { State::Underway } else { State::Signed },
                version,
                ..signed(unit, supported)
            };
            if before { of_2022(summary) } else { summary }
        };
        (0..).zip(all).map(of).collect()
    })
}

const WAYS: [By; 4] = [By::District, By::Kind, By::Section, By::Unit];

proptest! {
    #[test]
    fn the_order_of_summaries_plays_no_part(
        (summaries, shuffled) in any_summaries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let units = committees(10);
        for by in WAYS {
            prop_assert_eq!(rolled(&units, &summaries, by), rolled(&units, &shuffled, by));
        }
    }

    #[test]
    fn nothing_is_hidden_and_figures_stand_in_their_order(summaries in any_summaries()) {
        let units = committees(10);
        for by in WAYS {
            let rollup = rolled(&units, &summaries, by);
            let whole = &rollup.whole;
            prop_assert_eq!(rollup.not_inspected.len() + whole.signed as usize, whole.in_scope as usize);
            if by != By::Section {
                prop_assert_eq!(rollup.groups.iter().map(|group| group.in_scope).sum::<u32>(), whole.in_scope);
                prop_assert_eq!(rollup.groups.iter().map(|group| group.signed).sum::<u32>(), whole.signed);
            }
            for group in rollup.groups.iter().chain([whole]) {
                prop_assert!(group.signed <= group.planned && group.planned <= group.in_scope);
                let banded: u32 = group.bands.iter().map(|(_, units)| units).sum();
                prop_assert_eq!(banded + group.no_band, group.signed);
                if let Some(figures) = group.figures {
                    prop_assert!(figures.lower_quartile <= figures.median && figures.median <= figures.upper_quartile);
                }
            }
        }
    }

    #[test]
    fn units_that_were_not_inspected_move_no_mean(scores in vec(0..=10_000_u16, 3..12), more in 0..500_u32) {
        let inspected = u32::try_from(scores.len()).expect("few");
        let of = |in_scope: u32| figures(in_scope, &scores).expect("three or more");
        let (all, some) = (of(inspected), of(inspected + more));
        prop_assert_eq!(Statistics { margin: all.margin, ..some }, all);
        prop_assert!(some.margin >= all.margin);
    }
}

#[test]
fn fifty_thousand_units_are_rolled_up_in_every_way() {
    let mut units = committees(50_000);
    units.put(unit(2_000_000, "905", "place", None, Tier::District));
    let summaries: Vec<Summary> = (1..=50_000).map(|number| signed(number, 5000)).collect();
    for by in WAYS {
        let rollup = rolled(&units, &summaries, by);
        assert_eq!((rollup.whole.signed, rollup.not_inspected.len()), (50_000, 0));
        assert_eq!(rollup.whole.figures.map(|figures| figures.mean.bp()), Some(5000));
    }
}
