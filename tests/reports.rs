//! Reports as people read them: whole documents as text, and what must hold for every one of them.

#[path = "reports/programme.rs"]
mod programme;
#[path = "reports/samples.rs"]
mod samples;

use samples::{Team, full, planned};
use thucchat::{
    domain::{answer::Answer, inspection::Inspection, lang::Lang},
    report::{
        document::{Block, Document},
        inspection, txt,
    },
    text::width,
};

fn report(lang: Lang, inspection: &Inspection) -> Document {
    let team = Team::new();
    inspection::build(&team.case(lang, inspection))
}

fn text(lang: Lang, inspection: &Inspection) -> String {
    txt::render(&report(lang, inspection))
}

#[test]
fn the_full_report_in_vietnamese() {
    insta::assert_snapshot!("inspection_vi", text(Lang::Vi, &full()));
}

#[test]
fn the_full_report_in_english() {
    insta::assert_snapshot!("inspection_en", text(Lang::En, &full()));
}
