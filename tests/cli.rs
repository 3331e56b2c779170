//! The commands without a terminal, driven as the real program on real vaults in temporary folders.

#[path = "cli/bundle.rs"]
mod bundle;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/figures.rs"]
mod figures;
#[path = "cli/flow.rs"]
mod flow;
#[path = "cli/models.rs"]
mod models;
#[path = "cli/office.rs"]
mod office;
#[path = "cli/practice.rs"]
mod practice;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/second.rs"]
mod second;
#[path = "cli/shapes.rs"]
mod shapes;
#[path = "cli/team.rs"]
mod team;
