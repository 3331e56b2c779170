//! A list made ready to be searched: its texts are folded once, and a letter more looks only at what the letters before it left. How well
//! words fit is `rank`'s.

use super::rank::{Findable, Look, Words};

/// A list of things with the texts that find them.
#[derive(Debug, Default)]
pub struct Lookup<T> {
    rows: Vec<(T, Findable)>,
    /// What was typed last, folded, and the rows that it – and anything that goes on from it – may fit.
    last: (Vec<String>, Vec<usize>),
    looks: u64,
}

impl<T: Copy> Lookup<T> {
    /// The things in their order, each with its text.
    pub fn new<S: AsRef<str>>(rows: impl IntoIterator<Item = (T, S)>) -> Self {
        let rows: Vec<(T, Findable)> =
            rows.into_iter().map(|(thing, text)| (thing, Findable::of(text.as_ref()))).collect();
        let all = (0..rows.len()).collect();
        Self { rows, last: (Vec::new(), all), looks: 0 }
    }

    /// The things that fit what was typed, each with how well, in their order; all of them, alike, when nothing was typed.
    pub fn find(&mut self, typed: &str) -> Vec<(u32, T)> {
        let mut words = Words::new(typed);
        let wanted: Vec<String> = words.folded().map(str::to_owned).collect();
        let among = if goes_on(&self.last.0, &wanted) {
            std::mem::take(&mut self.last.1)
        } else {
            (0..self.rows.len()).collect()
        };
        self.looks += among.len() as u64;
        let (mut may, mut found) = (Vec::with_capacity(among.len()), Vec::new());
        for at in among {
            let (thing, text) = &self.rows[at];
            match words.look(text) {
                Look::Never => continue,
                Look::NotYet => {}
                Look::Fits(fit) => found.push((fit, *thing)),
            }
            may.push(at);
        }
        self.last = (wanted, may);
        found
    }

    /// The same things alone, the best first; equals keep their order.
    pub fn ranked(&mut self, typed: &str) -> Vec<T> {
        let mut found = self.find(typed);
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        found.into_iter().map(|(_, thing)| thing).collect()
    }

    /// How many texts were looked at so far, over all searches: what a key costs.
    #[must_use]
    pub const fn looks(&self) -> u64 {
        self.looks
    }
}

/// Whether what fits `now` can only be among what `before` left: letters were put behind the last word, or words behind it.
fn goes_on(before: &[String], now: &[String]) -> bool {
    let Some((last, whole)) = before.split_last() else { return true };
    now.len() >= before.len() && now.starts_with(whole) && now[whole.len()].starts_with(last.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNITS: [&str; 7] = [
        "Huyện ủy Tân Hiệp 904-DU",
        "UBND huyện Tân Hiệp 904-UB",
        "Đảng ủy xã Thạnh Đông A",
        "Hội LHPN tỉnh, ấp Kinh 4A, \"đẩy mạnh\"",
        "Huyện ủy Gò Quao 907-DU",
        "Tân Hiệp",
        "Hòi Tân",
    ];

    fn list() -> Lookup<usize> {
        Lookup::new(UNITS.iter().copied().enumerate())
    }

    #[test]
    fn a_letter_more_looks_only_at_what_the_letters_before_it_left() {
        let units: Vec<String> = (0..50_000).map(|n| format!("{} {n}", UNITS[n % UNITS.len()])).collect();
        let mut list = Lookup::new(units.iter().enumerate());
        let mut looked = 0;
        let mut costs = Vec::new();
        for typed in ["g", "go", "go ", "go q", "go qu", "gò quao"] {
            let found = list.find(typed).len();
            costs.push(list.looks() - looked);
            looked = list.looks();
            assert!(found > 0, "{typed}");
        }
        assert_eq!(costs[0], 50_000);
        assert!(costs[1..].iter().all(|cost| *cost < 40_000) && costs[5] <= 50_000 / 6, "{costs:?}");
    }

    #[test]
    fn typed_marks_prefer_what_has_them() {
        assert_eq!(list().ranked("hòi").first(), Some(&6));
        assert_eq!(list().ranked("hội").first(), Some(&3));
    }

    proptest! {
        #[test]
        fn going_on_finds_what_a_fresh_search_finds(typed in "[a-zđòệ ]{1,9}", erased in 0_usize..4) {
            let mut list = list();
            let letters: Vec<char> = typed.chars().collect();
            let ways = (0..=letters.len()).chain([letters.len() - erased.min(letters.len()), letters.len()]);
            for end in ways {
                let words: String = letters[..end].iter().collect();
                prop_assert_eq!(list.find(&words), self::list().find(&words), "{}", words);
            }
        }
    }
}
