//! Vietnamese text in a terminal: NFC, folding without tone marks, ranked search, display width, wrapping, bars, editing by grapheme, Telex and VNI,
//! sanitising. Pure.

pub mod bar;
pub mod edit;
pub mod fold;
pub mod input;
pub mod lookup;
pub mod named;
pub mod normalise;
pub mod rank;
pub mod sanitise;
pub mod sought;
pub mod spark;
pub mod width;
pub mod wrap;

pub use bar::bar;
pub use edit::EditBuffer;
pub use fold::{finds, fold};
pub use lookup::Lookup;
pub use normalise::nfc;
pub use rank::{Findable, Words, ranked};
pub use sanitise::{escape_in_json, sanitise_line, sanitise_text};
pub use sought::Sought;
pub use spark::spark;
pub use width::{Align, pad, pad_onto, plain_width, truncate, width};
pub use wrap::{rows, wrap};
