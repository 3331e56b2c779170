//! How many must be drawn to meet the bad ones: advice beside the programme's minimum, never a rule by itself.

use std::cmp::Ordering;

/// The smallest n for which a draw of n from `population` meets at least one of D = ⌈population/10⌉ bad ones with a probability of
/// 0.90 or more: `1 − C(N−D, n)/C(N, n) ≥ 0.90`. At most 22, however long the list; 0 for an empty one.
///
/// Reckoned in whole numbers, `10·Π(N−D−i) ≤ Π(N−i)`, because both sides can be equal (N = 10, n = 9).
#[must_use]
pub fn enough(population: u32) -> u32 {
    let good = population - population.div_ceil(10);
    let (mut missed, mut all) = (Big(vec![10]), Big(vec![1]));
    for drawn in 0..population {
        if missed <= all {
            return drawn;
        }
        missed.multiply(good.saturating_sub(drawn));
        all.multiply(population - drawn);
    }
    population
}

/// A whole number of any size, its digits to the base 2³², lowest first, without leading zeros.
#[derive(PartialEq, Eq)]
struct Big(Vec<u32>);

impl Big {
    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for digit in &mut self.0 {
            let product = u64::from(*digit) * u64::from(factor) + carry;
            #[expect(clippy::cast_possible_truncation, reason = "the upper half is the carry")]
            let low = product as u32;
            (*digit, carry) = (low, product >> 32);
        }
        self.0.extend(u32::try_from(carry).ok().filter(|carry| *carry > 0));
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let by_digits = || self.0.iter().rev().cmp(other.0.iter().rev());
        Some(self.0.len().cmp(&other.0.len()).then_with(by_digits))
    }
}
