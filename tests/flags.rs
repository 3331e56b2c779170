//! Flags against form without substance: each rule on both sides of its threshold, and no alert in an honest inspection.

#[path = "flags/case.rs"]
mod case;
#[path = "flags/evidence.rs"]
mod evidence;
#[path = "flags/fairness.rs"]
mod fairness;
#[path = "flags/good.rs"]
mod good;
#[path = "flags/links.rs"]
mod links;
#[path = "flags/made.rs"]
mod made;
#[path = "flags/pace.rs"]
mod pace;
#[path = "flags/prose.rs"]
mod prose;
#[path = "flags/ratings.rs"]
mod ratings;
#[path = "flags/register.rs"]
mod register;
#[path = "flags/round.rs"]
mod round;
#[path = "flags/stamped.rs"]
mod stamped;
#[path = "flags/tampered.rs"]
mod tampered;
