//! Programme files as a team writes them: the shipped one, one of another field, and what is told about files with mistakes.

#[path = "programme/mistakes.rs"]
mod mistakes;
#[path = "programme/p_flags.rs"]
mod p_flags;
#[path = "programme/shipped.rs"]
mod shipped;

use thucchat::{
    domain::{flags, lang::Lang, programme::Programme},
    intake::{Mistake, programme},
};

/// A programme of another field: school kitchens.
const KITCHENS: &str = include_str!("programmes/bep-an-truong-hoc.toml");

/// The lines that a user sees.
fn lines(mistakes: &[Mistake], lang: Lang) -> Vec<String> {
    mistakes.iter().map(|mistake| mistake.line_in(lang)).collect()
}

/// A programme that has neither mistakes nor warnings nor flags.
fn clean(file: &[u8]) -> Programme {
    let read = programme::read(file).unwrap_or_else(|mistakes| panic!("{:#?}", lines(&mistakes, Lang::En)));
    assert_eq!(lines(&read.warnings, Lang::En), [""; 0]);
    assert_eq!(flags::programme::flags(&read.programme), []);
    read.programme
}
