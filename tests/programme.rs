//! Programme files: the shipped one, a second one of another field, and what is told about files with mistakes.

use thucchat::{
    domain::{flags, lang::Lang},
    intake::programme,
};

#[test]
fn try_it() {
    match programme::read(programme::SHIPPED) {
        Ok(read) => {
            for w in &read.warnings {
                println!("W {}", w.line_in(Lang::Vi));
            }
            println!("{:?}", flags::programme::flags(&read.programme));
            for k in &read.programme.unit_kinds {
                println!("{} {}", k.id, read.programme.items_for(&k.id).count());
            }
        }
        Err(m) => {
            for w in &m {
                println!("M {}", w.line_in(Lang::Vi));
            }
        }
    }
}
