//! The drawing kit: where things stand, colours, marks, small widgets, forms and dialogs. Knows no screen.

pub mod dialog;
pub mod form;
pub mod layout;
pub mod marks;
pub mod theme;
pub mod widgets;

/// What a screen is drawn on, so that a screen outside its view file need not name the library.
pub use ratatui::{Frame, layout::Rect};
