//! The terminal application: state, updates, drawing, and the loop that joins them to keyboard, storage and screen.
//!
//! A key becomes a [`message::Message`]; an update changes state and asks for [`effect::Effect`]s; the storage thread does them and
//! answers with messages; the screen is drawn once all waiting messages are in. Drawing only reads.

pub mod app;
pub mod effect;
pub mod message;
pub mod parts;
pub mod runtime;
pub mod screens;
pub mod shared;
pub mod summaries;
pub mod ui;

pub use runtime::{Ending, Options, RunError, run};
