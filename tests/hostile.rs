//! Names that break careless programs, typed into every field there is, through every document in every format. Each file is taken apart
//! strictly: an archive whose every part is XML, JSON that reads back, rows of one length, text of eighty columns.

#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/vault.rs"]
mod vault;

use files::{csv, docx, html, json, markdown, text, xlsx};
use thucchat::{
    domain::{lang::Lang, rollup::By},
    report::{
        Issue,
        asked::{About, Asked},
        findings::Wanted,
        format::Format,
        layout::Layouts,
    },
};
use unicode_normalization::UnicodeNormalization;
use vault::Home;

/// What is typed, and a part of it that is harmless and must therefore be found again.
fn names() -> Vec<(String, &'static str)> {
    vec![
        ("Huyện ủy \u{1b}[31m\u{7}\u{0}đỏ\u{9b}2J \u{85}Ẵm".into(), "đỏ"),
        ("=cmd|' /C calc'!A0".into(), "calc"),
        ("+84 297 = \"Tân Hiệp\"".into(), "Hiệp"),
        ("-1+1 ấp".into(), "ấp"),
        ("@SUM(A1:A9) Kinh".into(), "Kinh"),
        ("\t=1+1 sau dấu tab".into(), "tab"),
        ("</w:t><w:p/> &amp; ]]> <script>alert(1)</script> &#x1b; \u{FFFE} Sáu".into(), "Sáu"),
        ("{{ vòng }} {% for x %} ${HOME} `x` | a | *b* _c_ [d](e) # Thạnh".into(), "Thạnh"),
        ("Huyện\u{202e}ủy\u{2067} \u{200f}phải\u{feff} trái\u{2069}\u{e0041}".into(), "trái"),
        ("ư".repeat(300), "ưưưư"),
        ("漢字かな".repeat(75), "漢字"),
        ("👩‍🌾🇻🇳".repeat(40), "👩"),
        ("Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"".nfd().collect(), "Nguyễn"),
        ("dòng một\r\ndòng hai\n\n- dòng ba\u{2028}bốn".into(), "hai"),
        (format!("a{} Ngọc", "\u{301}".repeat(60)), "Ngọc"),
    ]
}

/// Every document.
fn documents(home: &Home) -> Vec<About> {
    let round = home.round();
    let rollup = |by| About::Rollup { round: round.clone(), by, under: None, kind: None };
    let mut all: Vec<About> = By::ALL.map(rollup).into();
    all.extend([
        About::Rollup {
            round: round.clone(),
            by: By::Unit,
            under: Some("904".into()),
            kind: Some("party_committee".into()),
        },
        About::Inspection(home.inspection()),
        About::Minutes(home.inspection()),
        About::Letter(home.unit()),
        About::Nominations { round: round.clone(), under: None },
        About::Findings(Wanted::default()),
    ]);
    all
}

#[test]
fn hostile_names_in_every_field_go_through_every_document_in_every_format() {
    let layouts = Layouts::default();
    for (typed, found) in names() {
        let mut home = Home::with(&typed);
        for lang in Lang::ALL {
            let issue = Issue { lang, today: vault::day("2023-12-20"), layouts: &layouts, compared: None };
            for about in documents(&home) {
                for format in about.formats() {
                    let asked = Asked { about: about.clone(), format: *format };
                    let made = asked.make(&mut home.vault, &issue).expect("made").expect("there");
                    let what = format!("{typed:?} in {asked:?} ({})", lang.code());
                    let read = match format {
                        Format::Text => text(&made.content, &what),
                        Format::Markdown => markdown(&made.content, &what),
                        Format::Html => html(&made.content, &what),
                        Format::Json => json(&made.content, &what),
                        Format::Csv => csv(&made.content, &what),
                        Format::Docx => docx(&made.content, &what),
                        Format::Xlsx => xlsx(&made.content, &what),
                    };
                    // Nothing is hidden by being hostile: what is harmless of it stands there.
                    let read: String = read.nfc().collect();
                    let is_table =
                        matches!(about, About::Rollup { by: By::Kind | By::Section, .. } | About::Nominations { .. });
                    assert!(read.contains(found) || is_table && *format == Format::Csv, "{what} lacks {found:?}");
                }
            }
        }
    }
}
