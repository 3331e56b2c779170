//! Searching fifty thousand rows, in process: the first letter, which looks at all of them, a whole word letter by letter, and the
//! marks of a screen. `cargo bench --bench search`; figures are for reading, nothing fails on them.

use divan::{Bencher, black_box};
use std::sync::LazyLock;
use thucchat::text::{Lookup, Words};

const ROWS: usize = 50_000;

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let kinds = ["Huyện ủy", "UBND huyện", "Đảng ủy xã", "Hội LHPN xã", "Ban Dân vận"];
    let places = ["Tân Hiệp", "Gò Quao", "Thạnh Đông A", "Kinh 4A", "Giồng Riềng", "An Biên", "Hòn Đất"];
    let name = |n: usize| format!("{} {} {}-{n}", kinds[n % kinds.len()], places[n / 5 % places.len()], 900 + n % 97);
    (0..ROWS).map(name).collect()
});

fn main() {
    divan::main();
}

fn lookup() -> Lookup<usize> {
    Lookup::new(NAMES.iter().enumerate().map(|(at, name)| (at, name.as_str())))
}

#[divan::bench]
fn make_ready(bencher: Bencher) {
    bencher.bench_local(lookup);
}

#[divan::bench]
fn first_letter(bencher: Bencher) {
    bencher.with_inputs(lookup).bench_local_values(|mut list| black_box(list.ranked("g")).len());
}

#[divan::bench]
fn letter_by_letter(bencher: Bencher) {
    let typed = ["g", "gò", "gò ", "gò q", "gò qu", "gò qua", "gò quao"];
    bencher
        .with_inputs(lookup)
        .bench_local_values(|mut list| typed.iter().map(|words| black_box(list.ranked(words)).len()).sum::<usize>());
}

#[divan::bench]
fn marks_of_sixty_rows(bencher: Bencher) {
    bencher.bench_local(|| {
        let mut words = Words::new("gò quao");
        NAMES.iter().take(60).map(|name| black_box(words.places(name)).len()).sum::<usize>()
    });
}
