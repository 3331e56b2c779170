//! The nearest right name to a wrong one.

/// The candidate nearest to `wrong` by edit distance, when it is near enough to be meant: one edit in a name of up to five letters
/// (the longer of the two), two up to eight, then a quarter of it. Case and hyphen against underscore do not count. Of equally
/// near ones the first.
#[must_use]
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace('-', "_").chars().collect::<Vec<char>>();
    let wrong = plain(wrong);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let right = plain(candidate);
        let length = wrong.len().max(right.len());
        let limit = match length {
            0..=5 => 1,
            6..=8 => 2,
            _ => length.div_ceil(4),
        };
        // A difference in length alone needs as many edits.
        if wrong.is_empty() || wrong.len().abs_diff(right.len()) > limit {
            continue;
        }
        let edits = distance(&wrong, &right);
        if edits <= limit && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Edits between two names: insert, delete, replace a letter, or swap two neighbours (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut edits = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                edits = edits.min(before[j - 2] + 1);
            }
            row.push(edits);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_the_name_that_was_meant() {
        let keys = ["applies_to", "weight", "measures", "question", "clause", "id"];
        for (wrong, right) in [
            ("aplies_to", "applies_to"),
            ("wieght", "weight"),
            ("mesures", "measures"),
            ("Question", "question"),
            ("applies-to", "applies_to"),
            ("di", "id"),
        ] {
            assert_eq!(nearest(wrong, keys), Some(right), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_far_from_all_has_none_near() {
        for wrong in ["colour", "x", "", "đẩy mạnh", "weightlessness"] {
            assert_eq!(nearest(wrong, ["weight", "id", "applies_to"]), None, "{wrong}");
        }
        assert_eq!(nearest("weight", []), None);
    }

    #[test]
    fn of_short_names_one_edit_is_meant_and_two_are_not() {
        assert_eq!(nearest("C1-06", ["C1-05"]), Some("C1-05"));
        assert_eq!(nearest("C2-06", ["C1-05"]), None);
    }

    #[test]
    fn the_nearest_wins_and_the_first_of_equals() {
        assert_eq!(nearest("section", ["sections", "section_", "sectio"]), Some("sections"));
        assert_eq!(nearest("Nguyễn Thị Ằm", ["Nguyễn Thị Ẩn", "Nguyễn Thị Ẵm"]), Some("Nguyễn Thị Ẵm"));
    }
}
