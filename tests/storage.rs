//! The vault on real stores: what is kept, what is refused, what is healed, and what is said about it.

#[path = "storage/books.rs"]
mod books;
#[path = "storage/damage.rs"]
mod damage;
#[path = "storage/lock.rs"]
mod lock;
#[path = "storage/model.rs"]
mod model;
#[path = "storage/newer.rs"]
mod newer;
#[path = "storage/recent.rs"]
mod recent;
#[path = "storage/refusals.rs"]
mod refusals;
#[path = "storage/round_trips.rs"]
mod round_trips;
#[path = "storage/samples.rs"]
mod samples;
#[path = "storage/second.rs"]
mod second;
