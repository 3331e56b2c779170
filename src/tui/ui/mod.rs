//! The drawing kit: where things stand, colours, marks, small widgets, forms, searches and dialogs. Knows no screen.

pub mod canvas;
pub mod cells;
pub mod dialog;
pub mod finish;
pub mod form;
pub mod found;
pub mod frame;
pub mod layout;
pub mod marks;
pub mod prose;
pub mod search;
pub mod standing;
pub mod theme;
pub mod visited;
pub mod which_key;
pub mod widgets;

// What a screen's signature needs to name; the drawing itself stays in the view files.
pub use frame::Frame;
pub use ratatui::layout::{Position, Rect};
