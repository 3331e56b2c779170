//! The models of an inspection in words: the list, the draw, and a line for each model.

use super::{Models, view};
use crate::tui::{parts::page::Page, shared::Shared};

pub(super) fn page(screen: &Models, shared: &Shared) -> Page {
    let mut page = Page::new("");
    page.say_all(view::told(screen, shared));
    page.list(screen.rows(), screen.pane.cursor(), None, |row| view::row_in_words(screen, row, shared));
    page
}
