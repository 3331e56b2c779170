//! Flags: a whole round of a thousand inspections compared with one another, and empty phrases in a page of prose.

use std::fmt::Write as _;
use thucchat::{
    domain::{
        flags::{Around, PhraseBook, around::Neighbour},
        ids::{InspectionId, UnitId},
        inspection::{Inspection, Plan},
        period::Period,
        programme::{Programme, Thresholds},
    },
    intake::{fill, programme},
};
use uuid::Uuid;

fn main() {
    divan::main();
}

/// A sentence of thirty words out of some three hundred syllables, another one for each number.
fn sentence(seed: u64) -> String {
    let onsets = ["b", "ch", "d", "đ", "g", "h", "kh", "l", "m", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x"];
    let rimes = ["a", "ã", "ấn", "ạt", "ê", "iếu", "o", "ồng", "ớp", "u", "ữa", "ực", "ươi", "y", "anh", "ông", "ên"];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % most
    };
    let mut words = String::new();
    for _ in 0..30 {
        let _ = write!(words, "{}{} ", onsets[next(onsets.len())], rimes[next(rimes.len())]);
    }
    words
}

/// A text of eight stock phrases out of two thousand, few of them common and many rare: texts share whole phrases.
fn stock_phrases(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut words = String::new();
    for _ in 0..8 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Nearly as Zipf has it: the first of 2^11 phrases as often as the two after it, as the four after them …
        let (octave, within) = ((state >> 40) % 11, state >> 50);
        let phrase = sentence(777_777 + (1 << octave) + within % (1 << octave));
        phrase.split(' ').take(4).for_each(|word| words.extend([word, " "]));
    }
    words
}

/// An inspection with twenty findings; every tenth carries its first over to the next.
fn inspection(programme: &Programme, number: u64, text: fn(u64) -> String) -> Inspection {
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(number.into())),
        kind: "party_committee".into(),
        round: "2023".into(),
        period: Period::default(),
        programme: String::new(),
        due: None,
        lead: String::new(),
    };
    let mut inspection = Inspection::new(InspectionId(Uuid::from_u128(u128::from(number) + 100_000)), plan);
    let mut file = String::new();
    for finding in 0..20 {
        let seed = if finding == 0 && number % 10 == 1 { (number - 1) * 20 } else { number * 20 + finding };
        let condition = text(seed + 1);
        let _ =
            writeln!(file, "[[finding]]\nid = \"F-{finding:02}\"\nkind = \"shortfall\"\ncondition = \"{condition}\"");
    }
    for edit in fill::read(&file, programme, &inspection).expect("a fill file").edits {
        inspection.apply(edit).expect("nothing is signed");
    }
    inspection
}

/// T04, T05 and T07 over a round of 1,000 inspections with 20,000 texts: taken in once, asked for each.
fn round_of_a_thousand(bencher: divan::Bencher, text: fn(u64) -> String) {
    let shipped: Programme = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
    let round: Vec<Inspection> = (0..1000).map(|number| inspection(&shipped, number, text)).collect();
    bencher.bench(|| {
        let neighbours = round.iter().map(|inspection| Neighbour { inspection, names: &[], in_round: true });
        let around = Around::of(neighbours, &Thresholds::default());
        round.iter().map(|inspection| around.flags(inspection).len()).sum::<usize>()
    });
}

/// Texts of random syllables: any two share a few shingles.
#[divan::bench(sample_count = 10)]
fn a_round_of_a_thousand(bencher: divan::Bencher) {
    round_of_a_thousand(bencher, sentence);
}

/// Texts of stock phrases, as in reports: many share some of them.
#[divan::bench(sample_count = 10)]
fn a_round_of_a_thousand_in_stock_phrases(bencher: divan::Bencher) {
    round_of_a_thousand(bencher, stock_phrases);
}

/// T06: the 97 phrases of the shipped programme in a page of 3,000 letters.
#[divan::bench]
fn empty_phrases_in_a_page(bencher: divan::Bencher) {
    let shipped: Programme = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
    let book = PhraseBook::of(&shipped.empty_phrases);
    let mut page = String::new();
    for n in 0..30 {
        let _ = write!(page, "{}. Nhìn chung các nơi đã có nhiều cố gắng. ", sentence(n));
    }
    let page: String = page.chars().take(3000).collect();
    bencher.bench(|| book.alone(&page).len());
}
