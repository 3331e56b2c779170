//! The draw: published vectors, the design's vectors, and what a list, a seed and a sample may be.

use proptest::{collection::btree_map, prelude::*};
use std::collections::BTreeSet;
use thucchat::domain::{
    draw::{FrozenList, ListError, Sample, Seed, SeedError, Side, enough, picks},
    share::Share,
};

// ── seed and sampler ─────────────────────────────────────────────────────────────────────────────────────────────────

fn seed(unit: &str, team: &str) -> Result<Seed, SeedError> {
    Seed::compose(unit, team, "KG-904", "2023-10-12".parse().expect("a day"))
}

fn drawn(seed: &str, population: u32, count: usize) -> Vec<u32> {
    picks(seed, population).take(count).collect()
}

#[test]
fn the_published_election_audit_is_replayed() {
    let expected = [740, 180, 264, 789, 238, 448, 272, 611, 761, 208];
    assert_eq!(drawn("3546311556112163624615351222", 876, 10), expected);
}

#[test]
fn a_seed_of_both_sides_draws_the_vector_of_the_design() {
    let seed = seed("246813579024", "681357902468").expect("a seed");
    assert_eq!(seed.as_str(), "246813579024681357902468|KG-904|2023-10-12");
    assert_eq!(drawn(seed.as_str(), 23, 9), [15, 19, 4, 9, 7, 18, 2, 6, 22]);
}

#[test]
fn a_seed_takes_twelve_digits_of_each_side_and_nothing_else() {
    assert!(seed("000000000000", "999999999999999").is_ok());
    assert_eq!(seed("24681357902", "681357902468"), Err(SeedError::TooFew(Side::Unit, 11)));
    assert_eq!(seed("246813579024", ""), Err(SeedError::TooFew(Side::Team, 0)));
    assert_eq!(seed("2468 1357 9024", "681357902468"), Err(SeedError::NoDigit(Side::Unit, ' ')));
    assert_eq!(seed("246813579024", "68135790246đ"), Err(SeedError::NoDigit(Side::Team, 'đ')));
    assert_eq!(seed("٢٤٦٨١٣٥٧٩٠٢٤", "681357902468"), Err(SeedError::NoDigit(Side::Unit, '٢')), "digits 0 to 9 only");
}

#[test]
fn a_seed_needs_a_code_that_cannot_be_read_as_something_else() {
    let at = |code: &str| {
        Seed::compose("246813579024", "681357902468", code, "2023-10-12".parse().expect("a day"))
            .map(|seed| seed.as_str().len())
    };
    assert!(at("904-ĐU").is_ok());
    for code in ["", "  ", "904|2023"] {
        assert_eq!(at(code), Err(SeedError::Code), "{code:?}");
    }
}

#[test]
fn a_list_that_is_drawn_to_its_end_gives_every_number_once() {
    let all: BTreeSet<u32> = picks("246813579024681357902468|KG-904|2023-10-12", 500).collect();
    assert_eq!(all, (1..=500).collect());
    assert_eq!(drawn("1", 0, 3), Vec::<u32>::new());
    assert_eq!(drawn("1", 1, 3), [1]);
}

proptest! {
    #[test]
    fn a_longer_draw_continues_a_shorter_one(seed in "[0-9]{24}", population in 1..400_u32, count in 0..60_usize) {
        let long = drawn(&seed, population, count + 5);
        let short = drawn(&seed, population, count);
        prop_assert!(long.starts_with(&short), "so a replacement is the next number");
        prop_assert!(long.iter().all(|number| (1..=population).contains(number)));
        prop_assert_eq!(long.iter().collect::<BTreeSet<_>>().len(), long.len());
    }
}

// ── the frozen list ──────────────────────────────────────────────────────────────────────────────────────────────────

const MODELS: [(&str, &str); 3] =
    [("M-02", "Nguyễn Thị Ẵm, ấp Kinh 4A"), ("M-01", "\"đẩy mạnh\"\tdân  vận\nkhéo "), ("M-10", "Tổ đan lục bình")];

#[test]
fn a_frozen_list_is_lines_of_code_and_name_in_the_order_of_codes() {
    let list = FrozenList::freeze(MODELS).expect("a list");
    let expected = "M-01\t\"đẩy mạnh\" dân vận khéo\nM-02\tNguyễn Thị Ẵm, ấp Kinh 4A\nM-10\tTổ đan lục bình\n";
    assert_eq!(String::from_utf8(list.bytes()).as_deref(), Ok(expected));
    assert_eq!(list.population(), 3);
    assert_eq!(list.line(1), Some(("M-01", "\"đẩy mạnh\" dân vận khéo")));
    assert_eq!((list.line(0), list.line(4)), (None, None));
}

#[test]
fn the_hash_is_the_sha_256_of_the_bytes() {
    let empty = FrozenList::freeze([]).expect("a list");
    assert_eq!(empty.sha256(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // printf 'M-1\tabc\n' | sha256sum
    let one = FrozenList::freeze([("M-1", "abc")]).expect("a list");
    assert_eq!(one.sha256(), "784a62e266330b7cc351e000d27df9430e06f9e8df42e49daaee3480e8c3bd18");
}

#[test]
fn the_same_list_has_the_same_hash_however_it_was_typed() {
    let mut turned = MODELS;
    turned.reverse();
    let frozen = FrozenList::freeze(MODELS).expect("a list");
    assert_eq!(FrozenList::freeze(turned).expect("a list"), frozen);
    let composed = FrozenList::freeze([("M-1", "Ẵm")]).expect("a list");
    assert_eq!(FrozenList::freeze([("M-1", "A\u{306}\u{303}m")]).expect("a list").sha256(), composed.sha256());
    assert_ne!(FrozenList::freeze([("M-1", "Ấm")]).expect("a list").sha256(), composed.sha256());
}

#[test]
fn a_list_with_a_blank_or_repeated_code_is_not_frozen() {
    assert_eq!(FrozenList::freeze([("M-1", "a"), (" ", "b")]), Err(ListError::NoCode(2)));
    assert_eq!(FrozenList::freeze([("M-1", "a"), ("M-2", "b"), ("M-1 ", "c")]), Err(ListError::Twice("M-1".into())));
}

proptest! {
    #[test]
    fn a_model_more_changes_the_population_and_the_hash(models in btree_map("M-[0-9]{1,3}", "\\PC{0,12}", 0..20)) {
        let freeze = |more: Option<(&str, &str)>| {
            let entries = models.iter().map(|(code, name)| (code.as_str(), name.as_str()));
            FrozenList::freeze(entries.chain(more)).expect("codes differ")
        };
        let (before, after) = (freeze(None), freeze(Some(("Z-1", "mô hình mới"))));
        prop_assert_eq!(after.population(), before.population() + 1);
        prop_assert_ne!(after.sha256(), before.sha256());
    }
}

// ── how many ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn enough_is_what_the_design_says() {
    for (population, n) in
        [(0, 0), (1, 1), (5, 5), (10, 9), (15, 10), (20, 14), (23, 12), (50, 18), (100, 20), (200, 21)]
    {
        assert_eq!(enough(population), n, "of {population}");
    }
}

#[test]
fn enough_is_the_smallest_that_meets_a_bad_one_nine_times_in_ten() {
    // Pascal's triangle, exact in u128 up to 120.
    let mut rows: Vec<Vec<u128>> = vec![vec![1]];
    for size in 1..=120_usize {
        let above = &rows[size - 1];
        let between = above.windows(2).map(|pair| pair[0] + pair[1]);
        rows.push([1].into_iter().chain(between).chain([1]).collect());
    }
    for population in 1..=120_usize {
        let bad = population.div_ceil(10);
        let meets = |n: usize| {
            let missed = rows[population - bad].get(n).copied().unwrap_or(0);
            10 * missed <= rows[population][n]
        };
        let smallest = (0..=population).find(|n| meets(*n)).expect("drawing all meets it");
        assert_eq!(enough(u32::try_from(population).expect("small")) as usize, smallest, "of {population}");
    }
}

#[test]
fn enough_does_not_overflow_on_the_longest_list() {
    assert_eq!((enough(1000), enough(1_000_000), enough(u32::MAX)), (22, 22, 22));
}

// ── what a sample proves ─────────────────────────────────────────────────────────────────────────────────────────────

fn sample(verified: u32, drawn: u32, population: Option<u32>) -> Sample {
    Sample::new(verified, drawn, population).expect("a sample")
}

#[test]
fn lower_and_upper_ends_are_those_of_the_design() {
    for (verified, drawn, population, lower) in [
        (5, 5, None, 6489),
        (10, 10, None, 7871),
        (19, 19, None, 8754),
        (30, 30, None, 9173),
        (3, 3, Some(23), 5495),
        (5, 5, Some(23), 6931),
        (4, 5, Some(23), 4680),
        (10, 14, Some(20), 5929),
        (12, 18, Some(50), 5100),
        (20, 20, Some(100), 9015),
        (0, 5, Some(23), 0),
    ] {
        let sample = sample(verified, drawn, population);
        assert_eq!(sample.lower().bp(), lower, "{sample:?}");
        assert_eq!(sample.interval().map(|interval| interval.lower.bp()), Some(lower), "{sample:?}");
    }
    for (verified, drawn, population, upper) in [(4, 5, 23, 9479), (0, 5, 23, 3069), (12, 18, 50, 7935)] {
        let sample = sample(verified, drawn, Some(population));
        assert_eq!(sample.interval().map(|interval| interval.upper.bp()), Some(upper), "{sample:?}");
    }
}

#[test]
fn a_list_drawn_whole_has_no_interval_and_its_share_stands() {
    let whole = sample(2, 3, Some(3));
    assert_eq!((whole.interval(), whole.lower().bp()), (None, 6667));
    assert_eq!(sample(0, 1, Some(1)).lower(), Share::NONE);
}

#[test]
fn numbers_that_cannot_be_are_no_sample() {
    assert_eq!(Sample::new(0, 0, Some(23)), None);
    assert_eq!(Sample::new(6, 5, Some(23)), None);
    assert_eq!(Sample::new(5, 24, Some(23)), None);
}

#[test]
fn the_level_comes_from_the_lower_end_on_both_sides_of_each_line() {
    let five_of_five = sample(5, 5, None);
    let level = |least: [u16; 4]| five_of_five.level(&least.map(Share::from_bp)).get();
    assert_eq!(level([2500, 5000, 7000, 8500]), 2);
    assert_eq!((level([6489, 7000, 8000, 9000]), level([6490, 7000, 8000, 9000])), (1, 0));
    assert_eq!((level([2500, 6489, 8000, 9000]), level([2500, 6490, 8000, 9000])), (2, 1));
    assert_eq!((level([2500, 5000, 6489, 9000]), level([2500, 5000, 6490, 9000])), (3, 2));
    assert_eq!((level([2500, 5000, 6000, 6489]), level([2500, 5000, 6000, 6490])), (4, 3));
}

#[test]
fn three_good_visits_cannot_buy_excellent_and_more_of_the_same_models_can() {
    let least = [2500, 5000, 7000, 8500].map(Share::from_bp);
    assert_eq!(sample(3, 3, Some(23)).level(&least).get(), 2);
    assert_eq!(sample(12, 12, Some(23)).level(&least).get(), 4);
}

proptest! {
    #[test]
    fn an_interval_holds_its_share_and_narrows_with_the_list(drawn in 1..300_u32, part in 0.0..=1.0_f64, rest in 1..5000_u32) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of at most 300")]
        let verified = (f64::from(drawn) * part) as u32;
        let of_list = sample(verified, drawn, Some(drawn + rest));
        let interval = of_list.interval().expect("not the whole list");
        prop_assert!(interval.lower <= of_list.share() && of_list.share() <= interval.upper);
        let endless = sample(verified, drawn, None).interval().expect("no list is whole");
        prop_assert!(endless.lower <= interval.lower && interval.upper <= endless.upper);
    }
}
