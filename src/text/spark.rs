//! A series drawn with one character for each value. Knows nothing of what it is a series of.

/// Columns of eight heights, one for each value, from the least of them to the most; a blank where there is none. A series that does not
/// move stands at half height.
pub fn spark(values: impl IntoIterator<Item = Option<i64>>) -> String {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let values: Vec<Option<i64>> = values.into_iter().collect();
    let known = || values.iter().flatten().copied();
    let (Some(least), Some(most)) = (known().min(), known().max()) else { return " ".repeat(values.len()) };
    let height = |value: i64| {
        let at = match i128::from(most) - i128::from(least) {
            0 => 3,
            span => (i128::from(value) - i128::from(least)) * 7 / span,
        };
        usize::try_from(at).ok().and_then(|at| HEIGHTS.get(at)).copied().unwrap_or(' ')
    };
    values.iter().map(|value| value.map_or(' ', height)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_is_lowest_the_most_highest_and_a_gap_stays_open() {
        assert_eq!(spark([Some(10), None, Some(45), Some(80)]), "▁ ▄█");
        assert_eq!(spark([Some(-5), Some(5)]), "▁█");
    }

    #[test]
    fn a_series_that_does_not_move_or_is_not_there_has_its_width() {
        assert_eq!(spark([Some(7), Some(7)]), "▄▄");
        assert_eq!(spark([None, None, None]), "   ");
        assert_eq!(spark([Some(i64::MIN), Some(i64::MAX)]), "▁█");
        assert_eq!(spark([]), "");
    }
}
