//! Models: the register of a unit, what is drawn from it, the visits to what was drawn, and what they prove.

mod models {
    mod intake;
    mod proof;
    mod register;
    mod sample;
    pub mod samples;
}
