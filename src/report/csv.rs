//! Rows of comma-separated values (RFC 4180, `\n`): cells of words are guarded against being taken for formulas, figures are not touched.

use crate::text::sanitise_text;

/// A row of cells, each ready to be written; its line is ended.
#[must_use]
pub(super) fn line(cells: impl IntoIterator<Item = String>) -> String {
    cells.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

/// Words that no spreadsheet takes for a formula: those that begin like one begin with an apostrophe.
#[must_use]
pub(super) fn guarded(words: &str) -> String {
    let words = sanitise_text(words);
    if words.trim_start().starts_with(['=', '+', '-', '@']) || words.starts_with('\t') {
        return format!("'{words}");
    }
    words.into_owned()
}

fn quoted(cell: String) -> String {
    if cell.contains([',', ';', '"', '\n', '\r']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str) -> String {
        quoted(guarded(words))
    }

    #[test]
    fn cells_that_begin_like_a_formula_are_text_for_a_spreadsheet() {
        for formula in ["=1+1", "+84 912", "-2", "@SUM(A1)", "  =x"] {
            assert_eq!(cell(formula), format!("'{formula}"));
        }
        assert_eq!(cell("3/4 hộ, ấp Kinh 4A \"đẩy mạnh\""), "\"3/4 hộ, ấp Kinh 4A \"\"đẩy mạnh\"\"\"");
        assert_eq!(cell("=a,b"), "\"'=a,b\"");
    }
}
