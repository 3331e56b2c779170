//! Chance without chance: ids and choices that come out the same on every machine and every run, drawn from BLAKE3 of a seed and a
//! counter. For the practice province only; real ids are random.

use uuid::Uuid;

/// A seeded series of choices.
#[derive(Debug)]
pub struct Chance {
    seed: String,
    drawn: u64,
}

impl Chance {
    /// The series of `seed`.
    pub fn new(seed: &str) -> Self {
        Self { seed: seed.to_owned(), drawn: 0 }
    }

    fn next(&mut self) -> [u8; 16] {
        self.drawn += 1;
        let digest = blake3::hash(format!("{}|{}", self.seed, self.drawn).as_bytes());
        let mut first = [0; 16];
        first.copy_from_slice(&digest.as_bytes()[..16]);
        first
    }

    /// A UUID v4.
    pub fn uuid(&mut self) -> Uuid {
        uuid::Builder::from_random_bytes(self.next()).into_uuid()
    }

    /// A number from `from` to `to`, both included; `from` when `to` lies below it.
    pub fn between(&mut self, from: u32, to: u32) -> u32 {
        let span = u128::from(to.saturating_sub(from)) + 1;
        from + u32::try_from(u128::from_be_bytes(self.next()) % span).unwrap_or(0)
    }

    /// Whether one of `of` equal chances comes up.
    pub fn one_in(&mut self, of: u32) -> bool {
        self.between(1, of) == 1
    }

    /// One of the choices; nothing when there is none.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let last = u32::try_from(choices.len().checked_sub(1)?).ok()?;
        choices.get(self.between(0, last) as usize)
    }

    /// `n` different choices, or all of them when there are fewer.
    pub fn pick_some<'a, T>(&mut self, choices: &'a [T], n: usize) -> Vec<&'a T> {
        let mut left: Vec<&T> = choices.iter().collect();
        let mut picked = Vec::with_capacity(n);
        while picked.len() < n && !left.is_empty() {
            let at = self.between(0, u32::try_from(left.len() - 1).unwrap_or(0)) as usize;
            picked.push(left.swap_remove(at));
        }
        picked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_series_and_another_seed_another() {
        let series = |seed: &str| {
            let mut chance = Chance::new(seed);
            (0..5).map(|_| chance.uuid()).collect::<Vec<_>>()
        };
        assert_eq!(series("907-DU"), series("907-DU"));
        assert_ne!(series("907-DU"), series("904-DU"));
        assert!(series("907-DU").iter().all(|id| id.get_version_num() == 4));
    }

    #[test]
    fn numbers_stay_within_both_ends_and_reach_them() {
        let mut chance = Chance::new("ends");
        let drawn: Vec<u32> = (0..200).map(|_| chance.between(2, 5)).collect();
        assert!((2..=5).all(|n| drawn.contains(&n)) && drawn.iter().all(|n| (2..=5).contains(n)));
        assert_eq!(chance.between(7, 3), 7);
    }

    #[test]
    fn some_of_many_are_different_and_never_more_than_there_are() {
        let mut chance = Chance::new("some");
        let mut picked = chance.pick_some(&[1, 2, 3, 4], 3);
        picked.sort();
        picked.dedup();
        assert_eq!(picked.len(), 3);
        assert_eq!(chance.pick_some(&[1, 2], 9).len(), 2);
        assert_eq!(chance.pick::<u8>(&[]), None);
    }
}
