//! The second look in the terminal: drawn by both sides, walked blind, signed by who was named, then laid side by side – and nowhere else.

mod support;

use insta::assert_snapshot;
use std::fmt::Write as _;
use support::Person;
use thucchat::{
    domain::{
        edit::{Change, Edit, Settings},
        inspection::{SignOff, Visit},
    },
    i18n::Lang,
    intake::{fill, programme},
    tui::effect::Effect,
};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];
const BY: &str = "Nguyễn Thị Ẵm";
/// What the first team wrote down, and nobody may see who looks again.
const SECRET: &str = "ẩn số lần đầu";

/// Huyện ủy Tân Hiệp, inspected and signed by another team, with a note, a piece of evidence and a finding at every item.
fn signed() -> Person {
    let mut person = Person::with_round();
    let shipped = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
    let inspection = person.inspection_of("904-DU");
    let mut file = format!(
        "[[evidence]]\nid = \"V-01\"\nkind = \"observation\"\ntext = \"{SECRET}: 3/4 hộ còn làm\"\ncollected = 2023-10-12\n"
    );
    let items: Vec<&str> = shipped.items_for(&inspection.plan.kind).map(|(_, item)| item.id.as_str()).collect();
    for (at, item) in items.iter().enumerate() {
        let _ = writeln!(
            file,
            "[[answer]]\nitem = \"{item}\"\nrating = {}\nevidence = [\"V-01\"]\nnote = \"{SECRET} {item}\"",
            [3, 1, 4, 2][at % 4]
        );
        let _ = writeln!(
            file,
            "[[finding]]\nid = \"F-{at:02}\"\nkind = \"shortfall\"\nitems = [\"{item}\"]\ncondition = \"{SECRET} {item}\""
        );
    }
    let edits = fill::read(&file, &shipped, &inspection).expect("a fill file").edits;
    let visit = Visit { team: vec!["Lê Văn Cường".into()], ..Visit::default() };
    let at = "2023-10-13T08:00:00+07:00".parse().expect("a time");
    let sign_off = SignOff { by: "Lê Văn Cường".into(), at, journal_head: "0".repeat(64) };
    let edits = edits.into_iter().chain([Edit::Visit(visit), Edit::SignOff(sign_off)]);
    let change = |edit| Change::Inspection { id: inspection.id, edit: Box::new(edit) };
    person.keeper.perform(Effect::Commit(edits.map(change).collect()));
    person.comes_back()
}

/// The keys from the queue to the second look of the only signed inspection.
const TO_LOOK: &str = "f2 = f f f f f &";

/// The same, with the items drawn.
fn drawn() -> Person {
    let mut person = signed();
    person.keys(TO_LOOK).keys("b").types(BY).keys("tab").types("123456123456").keys("tab").types("654321654321");
    person.keys("enter");
    person
}

/// The same, with every drawn item given a level, and signed.
fn done(levels: &str) -> Person {
    let mut person = drawn();
    person.keys("enter");
    for level in levels.split_whitespace() {
        person.keys(level).keys("n");
    }
    person.keys("s ctrl+k enter");
    person
}

#[test]
fn it_is_drawn_walked_signed_and_laid_side_by_side() {
    let mut person = signed();
    person.keys(TO_LOOK).sees("Chưa có lần xem lại").sees("không ở trong đoàn");
    let mut person = drawn();
    person.sees("Nguyễn Thị Ẵm đang xem lại · 0/5").sees("123456123456654321654321|904-DU|2023-11-15");
    person.keys("enter").sees("Nội dung 0/5").sees("Xem lại: Huyện ủy Tân Hiệp ›");
    let mut person = done("2 2 2 2 2");
    person.sees("đã ký").keys("&").sees("Nguyễn Thị Ẵm đã xem lại").sees("Làm lại 5 nội dung").sees("Kappa");
    person.sees(SECRET).sees("Lần xem lại: 2");
    person.keys("enter").sees("Huyện ủy Tân Hiệp ›").sees_no("Xem lại: Huyện ủy").keys("esc").sees("đã xem lại");
}

#[test]
fn nothing_of_the_first_look_is_shown_anywhere_in_the_walk_before_it_is_signed() {
    let mut person = drawn();
    person.sees_no(SECRET);
    person.keys("enter").sees("Nội dung 0/5");
    // Every command of the walk, and what it opens: guidance, last time, records, flags, history, the unit, models, the report, sign-off.
    for keys in
        ["m", "t", "tab", "f", "l", "p", "w", "r", "s", "&", "n", "ctrl+right", "right", "v", "g", "h", "k", "c"]
    {
        person.keys(keys);
        person.sees_no(SECRET).sees_no("[3]").sees_no("[4]");
        person.keys("esc");
        if !person.screen(120, 40).contains("Nội dung 0/5") {
            person.keys(TO_LOOK).keys("enter");
        }
        person.sees("Nội dung 0/5");
    }
    person.keys("r").sees("Đang xem lại độc lập").keys("p").sees("Đang xem lại độc lập");
}

#[test]
fn nobody_of_the_first_team_looks_again_and_each_side_gives_enough_digits() {
    let mut person = signed();
    person.keys(TO_LOOK).keys("b").types("lê văn  cường").keys("tab").types("123456123456").keys("tab");
    person.types("654321654321").keys("enter").sees("Lê Văn Cường đã ở trong đoàn lần đầu");
    person.keys("shift+tab shift+tab ctrl+u").types(BY).keys("tab ctrl+u").types("123").keys("enter");
    person.sees("Đoàn kiểm tra mới đọc 3 chữ số");
    person.keys("esc").sees("Chưa có lần xem lại");
}

#[test]
fn what_is_not_finished_is_not_looked_at_again() {
    let mut person = Person::walking();
    person.keys("3 & b").sees("còn nội dung chưa có mức");
}

#[test]
fn another_name_does_not_sign_it_and_a_signed_one_is_not_opened_again() {
    let mut person = drawn();
    person.keys("enter");
    for _ in 0..5 {
        person.keys("2 n");
    }
    person.keys("s ctrl+k ctrl+u").types("Trần Thị Bình").keys("enter").sees("chỉ Nguyễn Thị Ẵm ký");
    person.keys("ctrl+u").types(BY).keys("enter").sees("đã ký");
    person.keys("ctrl+r").sees("không mở lại");
}

#[test]
fn it_enters_no_list_count_or_score_of_its_unit() {
    let mut person = signed();
    person.keys("4");
    let before = person.screen(120, 40);
    let mut person = done("0 0 0 0 0");
    person.keys("f5");
    assert_eq!(person.screen(120, 40), before, "the roll-up is what it was");
    person
        .keys("shift+tab down down down down")
        .sees("Xem lại: Huyện ủy Tân Hiệp: trùng")
        .keys("enter")
        .sees("đã xem lại");
    person.keys("f3 /").types("904-DU").keys("enter p").sees_no("Xem lại:");
    person.keys("f4").sees_no("Xem lại:");
    person.keys("f2 = f f f f f").sees("Đã ký 2").sees("Xem lại: Huyện ủy Tân Hiệp");
    let mut person = person.comes_back();
    person.keys(TO_LOOK).sees("đã xem lại");
}

/// The same vault with this person at it.
fn as_person(mut person: Person, name: &str, lang: Lang) -> Person {
    let settings = person.app.shared().settings.clone();
    let settings = Settings { inspector: name.into(), lang, ..settings };
    person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)]));
    person.comes_back()
}

#[test]
fn who_looks_again_does_not_open_the_first_look_before_the_second_is_signed() {
    let first = [
        // The queue's walk, report, signature; the page of the unit with its models; the findings list, which leads to the item.
        "enter", "r", "f8",
    ];
    for (lang, told) in [(Lang::Vi, "còn đóng với Nguyễn Thị Ẵm"), (Lang::En, "stays closed to Nguyễn Thị Ẵm")]
    {
        let mut person = as_person(drawn(), BY, lang);
        for keys in first {
            // The second look stands in the list above the inspection itself.
            person.keys("f2 = f f f f f").keys("/").types("tan hiep").keys("enter home");
            if person.screen(120, 40).lines().any(|line| line.contains('▌') && line.contains(": Huyện ủy Tân Hiệp"))
            {
                person.keys("down");
            }
            person.keys(keys).sees(told).sees_no(SECRET);
            person.keys("esc esc");
        }
    }
    let mut other = as_person(drawn(), "Lê Văn Cường", Lang::Vi);
    other.keys(TO_LOOK).keys("esc").keys("enter").sees_no("còn đóng với");
    let mut after = as_person(done("2 2 2 2 2"), BY, Lang::Vi);
    after.keys(TO_LOOK).keys("esc enter").sees_no("còn đóng với");
}

#[test]
fn the_head_of_team_opens_the_first_look_with_a_reason_and_the_screen_says_so() {
    let mut person = as_person(drawn(), BY, Lang::Vi);
    person.keys(TO_LOOK).sees("mở lần đầu").keys("#").sees("Mở lần đầu cho Nguyễn Thị Ẵm trước khi ký");
    person.types(BY).keys("tab").types("tò mò").keys("enter").sees("không tự mở lần đầu cho mình");
    person.keys("shift+tab ctrl+u").types("Lê Văn Cường").keys("tab ctrl+u").types("đi chung một xe").keys("enter");
    person.sees("Lần đầu đã được mở cho Nguyễn Thị Ẵm").sees("Lê Văn Cường").sees("đi chung một xe");
    person.keys("l").sees("mở lần đầu cho người xem lại").keys("esc esc enter").sees_no("còn đóng với");
    let mut signed = done("2 2 2 2 2");
    signed.keys("&").keys("#").sees("Không có lần xem lại nào chưa ký");
}

#[test]
fn the_report_of_the_inspection_holds_it_and_it_has_none_of_its_own() {
    let mut person = done("2 2 2 2 2");
    person.keys("r").sees("BÁO CÁO").keys("/").types("XEM LẠI ĐỘC LẬP").keys("enter").sees("PHỤ LỤC");
    person.sees("Nguyễn Thị Ẵm");
}

#[test]
fn the_second_look_as_it_looks() {
    for lang in [Lang::Vi, Lang::En] {
        let speaks = |mut person: Person| {
            let mut settings = person.app.shared().settings.clone();
            settings.lang = lang;
            person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)]));
            let mut person = person.comes_back();
            person.keys(TO_LOOK);
            person
        };
        let shots = |name: &str, person: &Person| {
            for (columns, rows) in SIZES {
                assert_snapshot!(format!("{name}_{}_{columns}x{rows}", lang.code()), person.screen(columns, rows));
            }
        };
        let mut none = speaks(signed());
        shots("none", &none);
        none.keys("b");
        shots("form", &none);
        let mut open = speaks(drawn());
        shots("open", &open);
        open.keys("enter");
        shots("walk", &open);
        let mut done = speaks(done("2 1 1 2 0"));
        done.keys("down");
        shots("done", &done);
    }
}
