//! Nothing is lost: the promises of the vault against death, power cuts, rot, failing disks, a second start, wrong clocks and random work.
//! Each test has a control that shows that it can see the fault. `THUCCHAT_FAULTS=10 cargo test --release --test faults` is the long run.

#[path = "faults/clocks.rs"]
mod clocks;
#[path = "faults/death.rs"]
mod death;
#[path = "faults/errors.rs"]
mod errors;
#[path = "faults/power.rs"]
mod power;
#[path = "faults/preload.rs"]
mod preload;
#[path = "terminal/pty.rs"]
mod pty;
#[path = "faults/replay.rs"]
mod replay;
#[path = "faults/rot.rs"]
mod rot;
#[path = "storage/samples.rs"]
#[expect(dead_code, reason = "the samples of the tests of the store; these tests need some of them")]
mod samples;
#[path = "faults/twice.rs"]
mod twice;
#[path = "faults/work.rs"]
mod work;
