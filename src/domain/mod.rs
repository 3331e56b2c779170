//! What an inspection is. Pure: no file, no clock, no screen, no randomness; everything below is a function of its arguments.

pub mod answer;
pub mod draft;
pub mod draw;
pub mod edit;
pub mod evidence;
pub mod finding;
pub mod flags;
pub mod follow_up;
pub mod ids;
pub mod indicator;
pub mod input_method;
pub mod inspection;
pub mod lang;
pub mod look;
pub mod period;
pub mod planning;
pub mod programme;
pub mod recommendation;
pub mod rollup;
pub mod round;
pub mod score;
pub mod share;
pub mod sign_off;
pub mod summary;
pub mod unit;
