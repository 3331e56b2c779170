//! The screen of documents and their preview: what is chosen is what is shown, and what is shown is what is written.

mod support;

use insta::assert_snapshot;
use support::{NAME, Person};
use thucchat::tui::{effect::Effect, message::Message};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

fn person_with_a_finding() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ không còn làm").keys("enter h").types(NAME).keys("enter k");
    person.types("Dừng ba mô hình").keys("tab tab").types("01/11/2023").keys("enter 5");
    person
}

/// Writes what the preview shows to a file of the test's own, and reads it back.
fn written(person: &mut Person, name: &str) -> String {
    let path = person.folder.path().join(name);
    person.keys("w ctrl+u").types(&path.display().to_string()).keys("enter");
    person.sees("Đã ghi");
    std::fs::read_to_string(path).expect("the file that was told of")
}

#[test]
fn the_report_of_a_unit_is_found_by_a_part_of_its_name_without_tone_marks() {
    let mut person = person_with_a_finding();
    person.sees("Văn bản lập được").keys("enter").types("tan hiep").keys("enter");
    person.sees("BÁO CÁO").sees("Huyện ủy Tân Hiệp");
}

#[test]
fn a_unit_that_fits_nothing_or_several_is_told_and_the_form_stays() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("huyen uy").keys("enter").sees("khớp 2 đơn vị").keys("ctrl+u");
    person.types("ấp Kinh 4A").keys("enter").sees("không có cuộc kiểm tra nào của đơn vị khớp").keys("ctrl+u");
    person.types("907-DU").keys("enter").sees("Huyện ủy Gò Quao");
}

#[test]
fn what_the_preview_shows_is_what_is_written_in_every_format() {
    for (turns, name, holds) in
        [(0, "a.txt", "───"), (4, "b.md", "\n## "), (5, "c.csv", "code,name"), (6, "d.json", "\"schema\"")]
    {
        let mut person = person_with_a_finding();
        person.keys("down down down enter tab tab tab tab").keys(&"right ".repeat(turns)).keys("enter");
        let shown = person.screen(200, 60);
        let text = written(&mut person, name);
        assert!(text.contains(holds), "{name}:\n{text}");
        for line in text.lines().take(30).filter(|line| line.len() > 8) {
            let part: String = line.trim().chars().take(60).collect();
            assert!(shown.contains(part.trim_end()), "{name}: “{part}” is not in the preview:\n{shown}");
        }
    }
}

#[test]
fn a_list_of_findings_is_a_table_where_that_is_asked_for_or_the_file_is_called_so() {
    let mut person = person_with_a_finding();
    person.keys("end enter tab tab tab right right right right enter").sees("round,unit_code,unit");
    assert!(written(&mut person, "a.csv").starts_with("round,unit_code"));
    let mut person = person_with_a_finding();
    person.keys("end enter enter").sees("K-01");
    assert!(written(&mut person, "b.csv").starts_with("round,unit_code"));
    assert!(written(&mut person, "c.txt").contains("3/4 hộ không còn làm"));
}

#[test]
fn a_word_document_is_shown_as_text_and_written_as_one() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("tan hiep").keys("tab tab right enter").sees("BÁO CÁO").keys("w");
    person.sees("904-du-report-2023-11-15.docx").keys("esc");
    let path = person.folder.path().join("a.docx");
    person.keys("w ctrl+u").types(&path.display().to_string()).keys("enter").sees("Đã ghi");
    let file = std::fs::read(path).expect("the file that was told of");
    let read = docx_rs::read_docx(&file).expect("a Word document").json();
    assert!(read.contains("Dừng ba mô hình"), "{read}");
}

#[test]
fn a_path_that_could_not_be_written_is_offered_again_until_it_is() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("tan hiep").keys("enter").sees("BÁO CÁO").keys("w ctrl+u");
    let folder = person.folder.path().join("chưa có");
    let path = folder.join("a.txt").display().to_string();
    person.types(&path).keys("enter").sees("Không làm được").keys("enter");
    std::fs::create_dir(&folder).expect("a folder");
    person.keys("w enter").sees("Đã ghi");
    assert!(folder.join("a.txt").is_file());
    person.keys("w").sees("904-du-report-2023-11-15.txt");
}

#[test]
fn a_letter_to_a_unit_is_found_by_its_code_or_a_part_of_its_name() {
    let mut person = person_with_a_finding();
    person.keys("down down enter").types("khong co ai").keys("enter").sees("Không có đơn vị nào khớp").keys("ctrl+u");
    person.types("huyen uy").keys("enter").sees("“huyen uy” khớp").keys("ctrl+u");
    person
        .types("tan hiep")
        .keys("enter")
        .sees("Kính gửi: Huyện ủy Tân Hiệp")
        .sees("Huyện ủy Tân Hiệp")
        .keys("w")
        .sees("all-904-du-letter-");
}

#[test]
fn the_report_of_this_tab_has_the_annex_of_flags_that_it_has_elsewhere() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("tan hiep").keys("enter");
    let here = written(&mut person, "here.txt");
    person.keys("esc 1 r");
    let there = written(&mut person, "there.txt");
    assert_eq!(here, there);
    assert!(here.contains("cờ"), "{here}");
}

#[test]
fn findings_are_chosen_by_where_their_recommendations_stand() {
    let mut person = person_with_a_finding();
    person.keys("end enter right enter").sees("Dừng ba mô hình").keys("esc enter left left left");
    person.keys("right right right right enter").sees_no("Dừng ba mô hình");
}

#[test]
fn the_proposed_name_says_round_unit_kind_and_day_in_ascii() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("tan hiep").keys("enter w").sees("2023-so-ket-904-du-report-2023-11-15.txt");
    person
        .keys("esc esc down down down enter tab right tab right enter w")
        .sees("2023-so-ket-904-rollup-2023-11-15.txt");
}

#[test]
fn a_file_that_is_there_is_not_overwritten_and_the_path_stays_until_the_next_key() {
    let mut person = person_with_a_finding();
    person.keys("enter").types("tan hiep").keys("enter");
    let first = written(&mut person, "một.txt");
    person.sees("một.txt");
    let path = person.folder.path().join("một.txt");
    person.keys("down").sees_no("một.txt");
    person.keys("w ctrl+u").types(&path.display().to_string()).keys("enter").sees("đã có").keys("enter");
    assert_eq!(std::fs::read_to_string(path).expect("the file"), first);
}

#[test]
fn a_preview_is_searched_without_tone_marks_and_says_where_it_is() {
    let mut person = person_with_a_finding();
    person.sends(Message::Resized(80, 24)).keys("enter").types("tan hiep").keys("enter");
    assert!(person.screen(80, 24).contains("dòng 1–"), "{}", person.screen(80, 24));
    person.keys("/").types("dung ba mo hinh").keys("enter");
    let found = person.screen(80, 24);
    assert!(found.contains("Dừng ba mô hình") && !found.contains("dòng 1–"), "{found}");
    person.keys("home n");
    assert!(person.screen(80, 24).contains("Dừng ba mô hình"));
    person.keys("/ ctrl+u").types("không có chữ này đâu").sees("Không thấy chữ này");
    // Leaving the search is not leaving the preview.
    person.keys("esc").sees("dòng").keys("esc").sees("Văn bản lập được");
}

#[test]
fn a_wide_screen_has_the_page_in_its_middle() {
    let mut person = person_with_a_finding();
    person.sends(Message::Resized(120, 40)).keys("enter").types("tan hiep").keys("enter");
    let screen = person.screen(120, 40);
    let left = screen.lines().skip(3).take(34).filter(|row| !row.is_empty());
    let least = left.map(|row| row.len() - row.trim_start().len()).min();
    assert_eq!(least, Some(20), "{screen}");
}

#[test]
fn the_choice_made_last_is_proposed_again() {
    let mut person = person_with_a_finding();
    person
        .keys("enter")
        .types("tan hiep")
        .keys("tab tab right right right enter esc enter")
        .sees("904-DU")
        .sees("Markdown (md)");
}

#[test]
fn a_click_selects_a_document_and_a_second_one_opens_it() {
    let mut person = person_with_a_finding();
    person.sends(Message::Resized(80, 24)).sends(Message::Clicked(10, 6)).sees("Tổng hợp nhiều đơn vị");
    person.sends(Message::Clicked(10, 6)).sees("Gộp theo");
}

#[test]
fn pictures_of_the_documents() {
    let mut person = person_with_a_finding();
    for lang in ["vi", "en"] {
        for (columns, rows) in SIZES {
            person.sends(Message::Resized(columns, rows));
            assert_snapshot!(format!("list_{lang}_{columns}x{rows}"), person.screen(columns, rows));
            person.keys("down down down enter");
            assert_snapshot!(format!("choice_{lang}_{columns}x{rows}"), person.screen(columns, rows));
            person.keys("esc end enter enter");
            // The document bears the day it is made on.
            let today = chrono::Local::now().date_naive();
            let due = "2023-11-01".parse::<chrono::NaiveDate>().expect("a day");
            let preview = person.screen(columns, rows).replace(&today.format("%d/%m/%Y").to_string(), "NN/TT/NNNN");
            // And what is overdue is so by more days every day.
            let preview = preview.replace(&format!("{} ", (today - due).num_days()), "NNNN ");
            assert_snapshot!(format!("preview_{lang}_{columns}x{rows}"), preview);
            person.keys("esc home");
        }
        person.keys("ctrl+t");
    }
}

#[test]
fn a_whole_text_goes_to_the_clipboard_of_the_terminal_only_when_the_settings_allow_it() {
    let mut person = person_with_a_finding();
    let copied = |person: &Person| {
        person.asked.iter().find_map(|effect| match effect {
            Effect::CopyOut(words) => Some(words.clone()),
            _ => None,
        })
    };
    person.keys("end enter enter c").sees("Sao chép ra ngoài đang tắt");
    assert_eq!(copied(&person), None);
    person
        .keys("esc F10")
        .keys(&"shift+tab ".repeat(11))
        .keys("ctrl+right enter")
        .keys("enter enter c")
        .sees("Đã sao chép");
    let text = copied(&person).expect("the text of the preview");
    assert!(text.contains("Dừng ba mô hình") && text.ends_with('\n'), "{text}");
}

#[test]
fn nominations_are_chosen_shown_and_written_like_every_document() {
    let mut person = person_with_a_finding();
    person.keys("down down down down").sees("Đề nghị biểu dương").keys("enter enter").sees("TỜ TRÌNH");
    let text = written(&mut person, "de-nghi.txt");
    assert!(text.contains("chưa có ưu điểm hay mô hình nào đủ minh chứng"), "{text}");
}
