//! Thực chất – inspections that look for substance, not form.
//!
//! The folders stand here in layer order, one group a line; a folder may use only those above it (`tests/architecture.rs`).
//! `ARCHITECTURE.md` shows the way of one key through them.

pub mod beside;

pub mod domain;

pub mod text;

pub mod i18n;

pub mod intake;

pub mod journal;

pub mod store;

pub mod report;

pub mod practice;

pub mod keymap;

pub mod tui;

pub mod plain;

pub mod cli;
