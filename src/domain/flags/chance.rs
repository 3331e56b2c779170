//! How likely a likeness is by chance: upper tails of the binomial distribution.

/// P(Bin(n, p) ≥ x). Summed from the largest terms down in logarithms, so that tiny tails keep their digits.
pub(super) fn at_least(x: u32, n: u32, p: f64) -> f64 {
    if x == 0 || p >= 1.0 {
        return 1.0;
    }
    if x > n || p <= 0.0 {
        return 0.0;
    }
    let (yes, no) = (p.ln(), (-p).ln_1p());
    let mut choose = 0.0; // ln C(n, k), built up from k = 0
    let mut sum = 0.0;
    for k in 0..=n {
        if k > 0 {
            choose += f64::from(n - k + 1).ln() - f64::from(k).ln();
        }
        if k >= x {
            sum += (choose + f64::from(k) * yes + f64::from(n - k) * no).exp();
        }
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_match_values_reckoned_by_hand() {
        // 10 fair coins: P(≥ 8) = (45 + 10 + 1) / 1024.
        assert!((at_least(8, 10, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
        // P(Bin(3, 1/4) ≥ 2) = 3·(1/16)·(3/4) + 1/64 = 10/64.
        assert!((at_least(2, 3, 0.25) - 10.0 / 64.0).abs() < 1e-12);
        assert!((at_least(20, 20, 0.3) / 0.3_f64.powi(20) - 1.0).abs() < 1e-9, "tiny tails keep their digits");
    }

    #[test]
    fn the_ends_are_certain_and_impossible() {
        assert!((at_least(0, 5, 0.1) - 1.0).abs() < f64::EPSILON);
        assert!((at_least(5, 5, 1.0) - 1.0).abs() < f64::EPSILON);
        assert!(at_least(6, 5, 0.9).abs() < f64::EPSILON);
        assert!(at_least(1, 5, 0.0).abs() < f64::EPSILON);
    }
}
