//! A bar drawn with characters, in eighths of a column.

use crate::domain::share::Share;

/// A bar of exactly `columns` for a share, full only when the share is the whole; `rest` fills the scale behind its end.
#[must_use]
pub fn bar(share: Share, columns: usize, rest: &str) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = usize::from(share.bp()) * columns * 8 / usize::from(Share::WHOLE.bp());
    let (full, part) = (eighths / 8, PARTS[eighths % 8]);
    let left = columns - full - usize::from(!part.is_empty());
    format!("{}{part}{}", "█".repeat(full), rest.repeat(left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn a_bar_is_as_wide_as_asked_and_full_only_when_the_share_is_whole() {
        for columns in [0, 1, 8, 25] {
            assert!((0..=10_000).all(|bp| width(&bar(Share::from_bp(bp), columns, "░")) == columns), "{columns}");
        }
        assert_eq!(bar(Share::WHOLE, 4, "░"), "████");
        assert_eq!(bar(Share::from_bp(9999), 4, "░"), "███▉");
        assert_eq!(bar(Share::from_bp(5000), 25, "·"), format!("{}▌{}", "█".repeat(12), "·".repeat(12)));
        assert_eq!(bar(Share::NONE, 4, "░"), "░░░░");
    }
}
