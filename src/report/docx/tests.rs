use super::*;
use crate::{domain::lang::Lang, report::document::Column};
use std::io::Read as _;

const NAME: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";

fn sample() -> Document {
    let mut document = Document::new(Lang::Vi, NAME);
    document.blocks.push(Block::Letterhead {
        left: vec!["TỈNH ỦY KIÊN GIANG".into(), "BAN DÂN VẬN".into(), "*".into(), "Số …-BC/BDVTU".into()],
        right: vec!["ĐẢNG CỘNG SẢN VIỆT NAM".into(), "─".repeat(22), String::new(), "Kiên Giang".into()],
    });
    document.blocks.push(Block::Title { lines: vec!["BÁO CÁO".into(), "-----".into()] });
    document.heading(1, "I- Đặc điểm");
    document.paragraph(format!("{NAME}\ndòng hai"));
    document.list(vec![NAME.into()]);
    document.facts(vec![("Địa bàn".into(), NAME.into())]);
    let columns = vec![Column::words("Nội dung", 8), Column::figures("Điểm", 2)];
    document.table(columns, vec![vec![NAME.into(), "61,20".into()], vec!["thiếu ô".into()]]);
    document.bars(vec![("Gò Quao".into(), Some(5194), "51,94".into()), ("An Minh".into(), None, "chưa đủ".into())]);
    document.page_break();
    document.blocks.push(Block::Signature { left: vec!["Nơi nhận:".into()], right: vec!["TRƯỞNG BAN".into()] });
    document
}

/// All parts of the file, one after the other.
fn text(file: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a package");
    let mut whole = String::new();
    for at in 0..package.len() {
        package.by_index(at).expect("a part").read_to_string(&mut whole).expect("text");
    }
    whole
}

#[test]
fn a_reader_of_word_documents_reads_every_block() {
    let file = render(&sample());
    let read = docx_rs::read_docx(&file).expect("a Word document").json();
    for words in ["Nguyễn Thị Ẵm, ấp Kinh 4A", "đẩy mạnh", "dòng hai", "61,20", "51,94", "chưa đủ", "Nơi nhận:"]
    {
        assert!(read.contains(words), "{words} is not in {read}");
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    assert_eq!(render(&sample()), render(&sample()));
}

#[test]
fn headings_are_headings_and_heads_of_tables_stand_on_every_page() {
    let file = text(&render(&sample()));
    assert!(file.contains("<w:pStyle w:val=\"Heading1\" />"), "{file}");
    assert_eq!(file.matches("<w:tblHeader />").count(), 1, "only the table with a head has one");
}

#[test]
fn what_people_typed_is_never_a_sign_of_xml_and_steers_nothing() {
    let mut document = sample();
    document.paragraph("<w:trHeight w:val=\"1\" w:hRule=\"atLeast\" /> ]]> & \u{1b}[31m\u{202E}\u{FFFE}\u{0} &#0; ấp");
    let file = render(&document);
    docx_rs::read_docx(&file).expect("a Word document");
    let file = text(&file);
    assert_eq!(file.matches("<w:tblHeader />").count(), 1);
    assert!(
        file.contains(
            "&lt;w:trHeight w:val=&quot;1&quot; w:hRule=&quot;atLeast&quot; /&gt; ]]&gt; &amp; [31m &amp;#0; ấp"
        ),
        "{file}"
    );
}

#[test]
fn lines_of_a_list_have_their_hyphen() {
    let file = text(&render(&sample()));
    assert!(file.contains("<w:numId w:val=") && file.contains("<w:lvlText w:val=\"-\" />"), "{file}");
    // Without this relation nobody looks for the hyphen.
    assert!(file.contains("relationships/numbering\" Target=\"numbering.xml\""), "{file}");
}

#[test]
fn no_two_paragraphs_of_a_file_have_one_name() {
    let mut document = sample();
    document.mark = Some("SỐ LIỆU TẬP DƯỢT".into());
    let file = text(&render(&document));
    let names: Vec<&str> = file.split("w14:paraId=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let different: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert!(names.len() > 20 && different.len() == names.len(), "{names:?}");
}

#[test]
fn nothing_outside_is_asked_for() {
    let file = text(&render(&sample()));
    assert!(!file.contains("TargetMode=\"External\"") && !file.contains("vbaProject"));
}

#[test]
fn the_mark_of_a_practice_vault_stands_on_every_page_and_last() {
    let mut document = sample();
    document.mark = Some("SỐ LIỆU TẬP DƯỢT".into());
    // Heads of the first and of the other pages, and the end.
    assert_eq!(text(&render(&document)).matches("*** SỐ LIỆU TẬP DƯỢT ***").count(), 3);
}

#[test]
fn it_says_of_itself_what_it_is_whose_it_is_and_in_which_language() {
    let mut document = sample();
    let part = |document: &Document| {
        let file = text(&render(document));
        let from = file.find("<cp:coreProperties").expect("core properties");
        file[from..].split("</cp:coreProperties>").next().unwrap_or_default().to_owned()
    };
    let core = part(&document);
    assert!(core.contains("<dc:creator>thucchat</dc:creator>") && core.contains("<dc:language>vi-VN<"), "{core}");
    assert!(core.contains("<dc:title>Nguyễn Thị Ẵm, ấp Kinh 4A") && !core.contains("unknown"), "{core}");
    assert!(!core.contains("dcterms:created"), "no day is made up: {core}");
    document.issuer = "Ban Dân vận <&\u{0}".into();
    document.lang = Lang::En;
    let core = part(&document);
    assert!(core.contains("<dc:creator>Ban Dân vận &lt;&amp;</dc:creator>") && core.contains("en-GB"), "{core}");
    let file = text(&render(&sample()));
    assert_eq!(file.matches("<w:lang w:val=\"vi-VN\"").count(), 1);
    assert_eq!(file.matches("w:styleId=\"Normal\"").count(), 1, "a style is defined once");
}

#[test]
fn hyphens_below_a_title_are_written_and_a_rule_is_drawn() {
    let mut document = Document::new(Lang::Vi, NAME);
    document.blocks.push(Block::Title { lines: vec!["BÁO CÁO".into(), "-----".into()] });
    assert!(text(&render(&document)).contains(">-----<"));
    document.blocks = vec![Block::Title { lines: vec!["BÁO CÁO".into(), "─".repeat(12)] }];
    let drawn = text(&render(&document));
    assert!(drawn.contains("<w:pBdr>") && !drawn.contains('─'), "{drawn}");
}
