//! T04, T05, T07 over a round, T10.

use crate::case::{ITEMS, blank, filled, honest, rated, shipped};
use thucchat::domain::{
    flags::{Around, Flag, around::Neighbour, near_lines},
    inspection::Inspection,
    share::Share,
};

fn around(inspections: &[Inspection]) -> Around {
    let neighbours = inspections.iter().map(|inspection| Neighbour { inspection, names: &[], in_round: true });
    Around::of(neighbours, &shipped().thresholds)
}

fn flags(inspections: &[Inspection], of: usize, code: &str) -> Vec<Flag> {
    let all = around(inspections).flags(&inspections[of]);
    all.into_iter().filter(|flag| flag.code() == code).collect()
}

/// Levels that look like a round: most are 2 and 3, each unit its own.
fn levels(unit: u128) -> Vec<u8> {
    let level = |item: u64| {
        let seed = u64::try_from(unit).expect("a small number") * 17 + item + 1;
        let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        [2, 3, 3, 2, 1, 3, 4, 2]
            [usize::try_from((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 61).expect("three bits")]
    };
    (0..17).map(level).collect()
}

#[test]
fn t04_a_copied_column_of_ratings_is_a_twin_and_units_that_merely_agree_are_not() {
    let mut round: Vec<Inspection> = (1..=14).map(|unit| filled(unit, &rated(&levels(unit), ""))).collect();
    assert!((0..14).all(|unit| flags(&round, unit, "T04").is_empty()), "an ordinary round");
    round.push(filled(15, &rated(&levels(3), "")));
    let found = flags(&round, 14, "T04");
    assert!(
        matches!(&found[..], [Flag::Twin { other, equal: 17, common: 17, .. }] if *other == round[2].id),
        "{found:?}"
    );
}

#[test]
fn t04_a_round_that_agrees_for_good_reasons_raises_nothing() {
    // Everybody is at 3 in fourteen items: alike is what is to be expected here, however high the share of equal ratings.
    let row = |unit: u8| {
        let mut levels = [3; 17];
        (levels[0], levels[5], levels[9]) = (unit % 5, (unit / 2) % 5, (unit / 3) % 5);
        levels
    };
    let round: Vec<Inspection> = (1..=15).map(|unit| filled(unit.into(), &rated(&row(unit), ""))).collect();
    assert!((0..15).all(|unit| flags(&round, unit, "T04").is_empty()));
}

#[test]
fn t04_items_that_few_rated_are_not_compared() {
    let round: Vec<Inspection> = (1..=3).map(|unit| filled(unit, &rated(&levels(3)[..11], ""))).collect();
    assert_eq!(flags(&round, 0, "T04"), [], "eleven items in common, twelve are needed");
}

fn finding(unit: u128, text: &str) -> Inspection {
    filled(unit, &format!("[[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\ncondition = \"{text}\"\n"))
}

#[test]
fn t05_a_finding_carried_over_with_other_numbers_is_copied() {
    let text =
        "Xem 12 hồ sơ của tổ hòa giải, 9 hồ sơ không có chữ ký của hai bên, người dân không nhớ đã hòa giải lần nào.";
    let round = [
        finding(1, text),
        finding(2, &text.replace("12", "17").replace('9', "8")),
        finding(3, "Sổ của ấp Kinh 4A thiếu 3 trang cuối, người giữ sổ đã nghỉ từ tháng 3, chưa ai nhận lại."),
    ];
    let found = flags(&round, 0, "T05");
    assert!(
        matches!(&found[..], [Flag::Copied { other, share, .. }] if *other == round[1].id && share.bp() == 10_000),
        "{found:?}"
    );
    assert_eq!(flags(&round, 2, "T05"), []);
}

#[test]
fn t07_one_photo_under_two_units_is_recycled_and_two_visits_to_one_unit_may_share_it() {
    let photo = |unit| {
        let hash = "b".repeat(64);
        filled(
            unit,
            &format!(
                "[[evidence]]\nid = \"V-01\"\nkind = \"photo\"\ntext = \"ảnh\"\nfile = \"a.jpg\"\nfile_hash = \"{hash}\"\nfile_bytes = 9\n"
            ),
        )
    };
    let (first, other) = (photo(1), photo(2));
    assert!(matches!(flags(&[first.clone(), other], 0, "T07")[..], [Flag::Recycled { .. }]));
    let mut again = photo(1);
    again.id = blank(7).id;
    assert_eq!(flags(&[first, again], 0, "T07"), []);
}

#[test]
fn t10_seven_of_eight_above_the_line_are_not_enough_and_eight_of_eight_are() {
    let programme = shipped();
    let line = programme.bands[1].min.bp();
    let second = |scores: Vec<u16>| {
        let scores: Vec<Share> = scores.into_iter().map(Share::from_bp).collect();
        let mut lines = near_lines(programme, &scores);
        assert!(lines.iter().all(|other| !other.is_crowded || other.band == programme.bands[1].id));
        let at = lines.iter().position(|near| near.band == programme.bands[1].id).expect("the line of the second band");
        lines.swap_remove(at)
    };
    let scores = |above: usize, below: usize| {
        second(std::iter::repeat_n(line + 50, above).chain(std::iter::repeat_n(line - 50, below)).collect())
    };
    let crowded = scores(8, 0);
    assert_eq!((crowded.above, crowded.of, crowded.is_crowded), (8, 8, true));
    // P(Bin(8, ½) ≥ 8) = 1/256 = 0.390625 %, said as the most it is; ≥ 7 = 9/256.
    assert_eq!(crowded.chance.bp(), 40);
    assert_eq!((scores(7, 1).chance.bp(), scores(7, 1).is_crowded), (352, false));
    assert!(!scores(7, 0).is_crowded, "seven scores are too few");
    // The margin and the line themselves belong to it; a basis point more does not.
    assert_eq!((second(vec![line + 200, line, line - 200]).of, second(vec![line + 201, line - 201]).of), (3, 0));
    assert_eq!(second(vec![line, line - 1]).above, 1);
}

#[test]
fn a_round_of_honest_inspections_raises_no_alert_about_one_another() {
    let places = ["ấp Kinh 4A", "khóm 3", "xã Vĩnh Hòa", "ấp Sáu", "phường An Hòa", "ấp Hòn Tre"];
    let round: Vec<Inspection> = (1u128..)
        .zip(places)
        .map(|(unit, place)| {
            let mut inspection = honest(unit, place);
            // Each unit got its own levels; only the way of writing is one inspector's.
            for (item, level) in ITEMS.iter().zip(levels(unit)) {
                if let Some(entry) = inspection.entries.get_mut(*item) {
                    entry.answer =
                        thucchat::domain::answer::Level::new(level).map(thucchat::domain::answer::Answer::Rated);
                }
            }
            inspection
        })
        .collect();
    let around = around(&round);
    for inspection in &round {
        assert_eq!(around.flags(inspection), []);
    }
}

#[test]
fn every_planted_copy_of_a_round_is_found_and_nothing_else() {
    let syllables: Vec<String> =
        ["b", "ch", "d", "đ", "g", "gh", "h", "kh", "l", "m", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x"]
            .iter()
            .flat_map(|onset| {
                ["a", "ã", "ấn", "ạt", "ê", "iếu", "o", "ồng", "ớp", "u", "ữa", "ực", "ươi", "y"]
                    .map(|rime| format!("{onset}{rime}"))
            })
            .collect();
    let text = |seed: usize| {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut word = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            syllables[(state >> 33) % syllables.len()].as_str()
        };
        (0..32).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    let round: Vec<Inspection> = (0..100usize)
        .map(|unit| {
            let findings: Vec<String> = (0..10)
                .map(|n| {
                    // Every tenth inspection carries its first finding over to the next.
                    let seed = if n == 0 && unit % 10 == 1 { (unit - 1) * 10 } else { unit * 10 + n };
                    format!(
                        "[[finding]]\nid = \"F-{n:02}\"\nkind = \"shortfall\"\ncondition = \"{}\"\n",
                        text(seed + 1)
                    )
                })
                .collect();
            filled(unit as u128 + 1, &findings.concat())
        })
        .collect();
    let around = around(&round);
    let copied: usize = round
        .iter()
        .map(|inspection| around.flags(inspection).iter().filter(|flag| flag.code() == "T05").count())
        .sum();
    assert_eq!(copied, 20, "ten pairs, seen from both sides");
}
