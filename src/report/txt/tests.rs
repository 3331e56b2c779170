use super::*;
use crate::{
    domain::lang::Lang,
    report::document::Column,
    text::{nfc, width},
};

/// Texts that nobody meant well, and honest ones that are hard: composed, decomposed, wide, long, with control characters.
fn hostile() -> Vec<String> {
    vec![
        "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"".to_owned(),
        "Nguye\u{302}\u{303}n Thi\u{323} A\u{306}\u{303}m ".repeat(12),
        "漢字かな交じり文".repeat(20),
        "👩‍🌾🇻🇳👍🏽".repeat(40),
        "ư".repeat(300),
        "a\u{1b}[31mđỏ\u{7}\u{0}\t\r\nhai dòng\u{202e}ngược\u{200b}".repeat(9),
        "e".to_owned() + &"\u{301}".repeat(200),
        "\u{301}bắt đầu bằng dấu".to_owned(),
        String::new(),
        "   \n \n ".to_owned(),
    ]
}

fn everything() -> Document {
    let words = hostile();
    let mut document = Document::new(Lang::Vi, "thử");
    document.mark = Some(words[1].clone());
    document.blocks.push(Block::Letterhead { left: words.clone(), right: words.clone() });
    document.blocks.push(Block::Title { lines: words.clone() });
    for word in &words {
        for level in 1..=3 {
            document.heading(level, word.clone());
        }
        document.paragraph(word.clone());
    }
    document.list(words.clone());
    document.facts(words.iter().cloned().zip(words.iter().rev().cloned()).collect());
    for columns in [1_u16, 2, 5, 8, 15, 30] {
        let word = |place: u16| words[usize::from(place) % words.len()].clone();
        let heads = (0..columns).map(|place| Column::words(word(place), place)).collect();
        let rows: Vec<Vec<String>> = (0..10).map(|row| (0..columns).map(|place| word(row + place)).collect()).collect();
        document.table(heads, rows);
    }
    document.table(vec![Column::figures("ít", 1), Column::words("ô", 1)], vec![vec!["1".to_owned()], Vec::new()]);
    let shares = [None, Some(0), Some(1), Some(5000), Some(9999), Some(10_000), Some(u16::MAX)];
    document.bars(words.iter().zip(shares.iter().cycle()).map(|(w, share)| (w.clone(), *share, w.clone())).collect());
    document.page_break();
    document.blocks.push(Block::Signature { left: words.clone(), right: words });
    document
}

#[test]
fn no_line_is_wider_than_the_page_whatever_was_typed() {
    let text = render(&everything());
    for line in text.split('\n') {
        assert!(width(line) <= WIDTH, "{} columns: {line}", width(line));
    }
}

#[test]
fn no_line_ends_in_blanks_or_holds_what_steers_a_terminal_and_all_is_nfc() {
    let text = render(&everything());
    for line in text.split('\n') {
        assert_eq!(line, line.trim_end());
        assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'), "{line:?}");
    }
    assert_eq!(nfc(&text), text);
    assert!(text.ends_with('\n') && !text.contains('\r'));
}

#[test]
fn all_lines_of_a_table_are_equally_wide_and_its_bars_stand_below_each_other() {
    let mut document = Document::new(Lang::Vi, "thử");
    let columns = vec![Column::words("Đơn vị", 3), Column::figures("Điểm", 1), Column::words("漢字", 2)];
    document.table(columns, hostile().into_iter().map(|word| vec![word.clone(), "60,42".to_owned(), word]).collect());
    let text = render(&document);
    let columns_of = |line: &str| {
        let mut at = 0;
        let mut bars = Vec::new();
        for c in line.chars() {
            if "┌┬┐├┼┤└┴┘│".contains(c) {
                bars.push(at);
            }
            at += width(c.encode_utf8(&mut [0; 4]));
        }
        (width(line), bars)
    };
    let mut lines = text.lines().filter(|line| !line.contains(['👩', '👍', '🇻']));
    let first = columns_of(lines.next().expect("a table"));
    assert_eq!(first.1.len(), 4);
    for line in lines {
        assert_eq!(columns_of(line), first, "{line}");
    }
}

#[test]
fn a_table_takes_no_more_room_than_it_needs_and_figures_stand_right() {
    let mut document = Document::new(Lang::Vi, "thử");
    let columns = vec![Column::words("Mục", 1), Column::figures("Điểm", 1)];
    let rows = [("ấp Kinh 4A", "60,42"), ("đ", "5,00")];
    document.table(columns, rows.map(|(a, b)| vec![a.to_owned(), b.to_owned()]).to_vec());
    let expected = "\
┌────────────┬───────┐
│ Mục        │  Điểm │
├────────────┼───────┤
│ ấp Kinh 4A │ 60,42 │
├────────────┼───────┤
│ đ          │  5,00 │
└────────────┴───────┘
";
    assert_eq!(render(&document), expected);
}

#[test]
fn lines_of_a_list_and_values_of_facts_hang_below_their_beginning() {
    let mut document = Document::new(Lang::Vi, "thử");
    document.list(vec!["một hai ba bốn ".repeat(6), "dòng đầu\ndòng sau".to_owned()]);
    document.facts(vec![("Tên".to_owned(), "một hai ba bốn ".repeat(6))]);
    let text = render(&document);
    let mut lines = text.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("- một")));
    assert!(lines.next().is_some_and(|line| line.starts_with("  ") && !line.starts_with("   ")));
    assert_eq!((lines.next(), lines.next()), (Some("- dòng đầu"), Some("  dòng sau")));
    assert_eq!(lines.next(), Some(""));
    assert!(lines.next().is_some_and(|line| line.starts_with("Tên:  một")));
    assert!(lines.next().is_some_and(|line| line.starts_with("      ") && !line.starts_with("       ")));
}

#[test]
fn bars_grow_by_eighths_to_one_scale_and_none_is_told_in_words() {
    let mut document = Document::new(Lang::Vi, "thử");
    let shares = [("a", Some(5000)), ("b", Some(0)), ("c", Some(u16::MAX))];
    document.bars(shares.map(|(name, share)| (name.to_owned(), share, "điểm".to_owned())).to_vec());
    let (full, half) = ("█".repeat(BAR), format!("{}▌{}", "█".repeat(12), "·".repeat(12)));
    let expected = format!("a  {half}  điểm\nb  {}  điểm\nc  {full}  điểm\n", "·".repeat(BAR));
    assert_eq!(render(&document), expected, "a share above the whole is the whole");
    let mut document = Document::new(Lang::Vi, "thử");
    document.bars(vec![("Tân Hiệp".to_owned(), None, "chưa đủ số đơn vị được kiểm tra".to_owned())]);
    assert_eq!(render(&document), "Tân Hiệp  chưa đủ số đơn vị được kiểm tra\n");
}

#[test]
fn the_mark_stands_first_last_and_on_every_page() {
    let mut document = Document::new(Lang::Vi, "thử");
    document.paragraph("một");
    document.page_break();
    document.paragraph("hai");
    assert_eq!(render(&document).matches("***").count(), 0);
    document.mark = Some("THỰC HÀNH".to_owned());
    let text = render(&document);
    assert_eq!(text.matches("*** THỰC HÀNH ***").count(), 3, "{text}");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].contains("THỰC HÀNH") && lines[lines.len() - 1].contains("THỰC HÀNH"));
}

#[test]
fn a_long_document_laid_out_in_halves_is_its_blocks_one_by_one() {
    let mut document = Document::new(Lang::Vi, "thử");
    for number in 0..401 {
        document.heading(1, format!("{number} Gò Quao"));
        document.paragraph(format!("Nguyễn Thị Ẵm, ấp Kinh {number}A"));
        document.table(vec![Column::words("Mục", 1)], vec![vec![number.to_string()]]);
        if number % 3 == 0 {
            document.page_break();
        }
    }
    let alone = |block: &Block| {
        let mut document = Document::new(Lang::Vi, "thử");
        document.blocks.push(block.clone());
        render(&document)
    };
    let expected: Vec<String> = document.blocks.iter().map(alone).collect();
    assert!(document.blocks.len() > 1_000, "long enough for two halves");
    assert!(render(&document) == expected.join("\n"), "the halves differ from their blocks");
}
