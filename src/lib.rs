//! Thực chất – inspections that look for substance, not form.
//!
//! The folders stand in layer order; a folder may use only those above it. `ARCHITECTURE.md` shows the way of one key.

pub mod cli;
pub mod domain;
pub mod i18n;
pub mod intake;
pub mod journal;
pub mod keymap;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
