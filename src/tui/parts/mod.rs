//! State of reusable pieces: a cursor, a field, a form, a search, a dialog, a notice. Nothing here draws; `ui` does.

pub mod cursor;
pub mod dialog;
pub mod field;
pub mod finder;
pub mod form;
pub mod notice;
pub mod page;
pub mod pane;
pub mod search;
pub mod typed;
