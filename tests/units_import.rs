//! Units from CSV: what a spreadsheet may write is read, and every mistake is told at once with its place.

use chrono::NaiveDate;
use proptest::prelude::*;
use thucchat::{
    domain::{
        ids::{KindId, UnitId},
        lang::Lang,
        unit::{Tier, Unit, Units},
    },
    intake::{
        Mistake,
        units::{Row, RowDoes, read},
    },
};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

const PROVINCE: &str = include_str!("fixtures/units/province.csv");
const FROM_EXCEL: &str = include_str!("fixtures/units/excel.csv");

fn kinds() -> Vec<KindId> {
    ["party_committee", "government", "press"].map(KindId::from).to_vec()
}

fn import(file: &[u8], known: &Units) -> Result<Vec<Row>, Vec<Mistake>> {
    let mut number = known.len() as u128;
    read(file, known, &kinds(), &mut || {
        number += 1;
        UnitId(Uuid::from_u128(number))
    })
}

fn rows(file: &str) -> Vec<Row> {
    import(file.as_bytes(), &Units::default()).unwrap_or_else(|mistakes| panic!("{:#?}", lines(&mistakes)))
}

fn lines(mistakes: &[Mistake]) -> Vec<String> {
    mistakes.iter().map(|mistake| mistake.line_in(Lang::En)).collect()
}

/// The mistakes of a file of these rows below a header of `code,name,kind,parent,tier,from,to,pilot,note`.
fn mistakes(below: &str) -> Vec<String> {
    let file = format!("code,name,kind,parent,tier,from,to,pilot,note\n{below}");
    mistakes_of(&file, &Units::default())
}

fn mistakes_of(file: &str, known: &Units) -> Vec<String> {
    lines(&import(file.as_bytes(), known).expect_err("a mistake"))
}

#[track_caller]
fn one(found: &[String], place: &str, words: &str) {
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(place) && found[0].contains(words), "{}", found[0]);
}

fn known(file: &str) -> Units {
    let mut units = Units::default();
    for row in rows(file) {
        units.put(row.unit);
    }
    units
}

fn named<'a>(rows: &'a [Row], name: &str) -> &'a Unit {
    &rows.iter().find(|row| row.unit.name == name).expect("a row of that name").unit
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn a_province_is_read_with_its_periods_and_its_pilot() {
    let rows = rows(PROVINCE);
    assert_eq!(rows.len(), 8);
    assert!(rows.iter().all(|row| row.does == RowDoes::Adds));
    let pilot = named(&rows, "Huyện Tân Hiệp");
    assert!(pilot.pilot && pilot.tier == Tier::District && pilot.kind.is_place());
    assert_eq!(pilot.note, "điểm chỉ đạo, công văn, khoản 4");
    assert_eq!(named(&rows, "Huyện Phú Quốc").valid.to, day(2021, 2, 28));
    assert_eq!(named(&rows, "Thành phố Phú Quốc").valid.from, day(2021, 3, 1));
    assert_eq!(named(&rows, "Huyện ủy Tân Hiệp").parent.as_deref(), Some("904"));
    assert_eq!(rows[7].line, 10, "the blank line is counted and ignored");
}

#[test]
fn excel_in_vietnamese_is_read_whatever_its_marks_separators_and_order() {
    let marked = rows(FROM_EXCEL);
    assert_eq!(marked[1].unit.name, "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
    assert_eq!((marked[1].unit.valid.from, marked[1].unit.valid.to), (day(2021, 3, 1), day(2025, 6, 30)));
    assert!(marked[0].unit.pilot && !marked[1].unit.pilot);
    let plain = FROM_EXCEL.replacen(
        "điểm chỉ đạo;mã;tên;loại;mã cấp trên;cấp;từ;đến;ghi chú",
        "DIEM CHI DAO;Ma;Ten;Loai;ma_cap_tren;cap;tu;den;ghi chu",
        1,
    );
    assert_ne!(plain, FROM_EXCEL);
    assert_eq!(rows(&plain), marked);
    assert_eq!(rows(&FROM_EXCEL.replace("Huyện ", &"Huyện ".nfd().collect::<String>())), marked, "names are NFC");
}

#[test]
fn every_encoding_of_excel_gives_the_same_units() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(PROVINCE.encode_utf16()).flat_map(unit).collect()
    };
    let bom = [b"\xEF\xBB\xBF", PROVINCE.as_bytes()].concat();
    for file in [bom, utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), PROVINCE.replace('\n', "\r\n").into_bytes()] {
        assert_eq!(import(&file, &Units::default()), Ok(rows(PROVINCE)));
    }
    assert_eq!(rows("code\tname\tkind\ttier\n91\tA, B\tplace\ttỉnh\n")[0].unit.name, "A, B");
}

#[test]
fn a_file_that_is_no_text_is_refused_at_the_place_where_it_stops_being_one() {
    let found = import(b"code,name\n9\xFF", &Units::default()).expect_err("no text");
    one(&lines(&found), "2:2", "neither UTF-8");
}

#[test]
fn importing_the_same_file_again_does_nothing_and_a_new_name_changes_one_row() {
    let known = known(PROVINCE);
    let again = import(PROVINCE.as_bytes(), &known).expect("a right file");
    assert!(again.iter().all(|row| row.does == RowDoes::Nothing));
    let renamed = PROVINCE.replace("Thành phố Phú Quốc", "Đặc khu Phú Quốc");
    let changed = import(renamed.as_bytes(), &known).expect("a right file");
    let does: Vec<_> = changed.iter().filter(|row| row.does != RowDoes::Nothing).collect();
    assert_eq!(does.len(), 1);
    assert_eq!(does[0].does, RowDoes::Changes);
    assert_eq!(known.get(does[0].unit.id).expect("the same row").name, "Thành phố Phú Quốc");
}

#[test]
fn a_column_left_out_leaves_what_is_known_and_an_empty_cell_empties_it() {
    let known = known(PROVINCE);
    let left_out = import(b"code,name,kind,tier\n904,T,place,district\n", &known).expect("a right file");
    assert!(left_out[0].unit.pilot && !left_out[0].unit.note.is_empty());
    assert_eq!(left_out[0].unit.parent.as_deref(), Some("91"));
    assert_eq!(left_out[0].unit.valid.to, day(2025, 6, 30));
    let emptied = import(b"code,name,kind,tier,note\n904,T,place,district,\n", &known).expect("a right file");
    assert!(emptied[0].unit.note.is_empty() && emptied[0].does == RowDoes::Changes);
}

#[test]
fn an_address_may_have_lines_and_a_name_may_not() {
    let file = "code,name,kind,tier,address\n91,A,place,province,\"ấp Kinh 4A\r\nxã Tân Hiệp A\"\n";
    assert_eq!(rows(file)[0].unit.address, "ấp Kinh 4A\nxã Tân Hiệp A");
    one(&mistakes("91,\"A\nB\",place,,province,,,,"), "2:4", "must not hold a line break");
}

#[test]
fn words_for_tier_and_pilot_are_read_in_both_languages() {
    for (word, tier) in [("province", Tier::Province), ("Tỉnh", Tier::Province), ("huyen", Tier::District)] {
        assert_eq!(rows(&format!("code,name,kind,tier\n1,A,place,{word}\n"))[0].unit.tier, tier, "{word}");
    }
    for (word, pilot) in [
        ("yes", true),
        ("có", true),
        ("X", true),
        ("1", true),
        ("true", true),
        ("no", false),
        ("không", false),
        ("", false),
    ] {
        assert_eq!(rows(&format!("code,name,kind,tier,pilot\n1,A,place,xã,{word}\n"))[0].unit.pilot, pilot, "{word}");
    }
    one(&mistakes("1,A,place,,xã,,,có thể,"), "2:17", "có thể");
    let found = mistakes("1,A,place,,provnce,,,,");
    one(&found, "2:12", "There is no tier");
    assert!(found[0].contains("(did you mean"), "{}", found[0]);
}

#[test]
fn unknown_and_missing_and_doubled_columns_are_all_told() {
    let found = mistakes_of("cod,name,name,\nA,B,C,\n", &Units::default());
    let told: Vec<_> = found.iter().map(|line| line.split(':').take(2).collect::<Vec<_>>().join(":")).collect();
    assert_eq!(told, ["1:1", "1:1", "1:1", "1:1", "1:10"], "{found:#?}");
    assert!(found[0].contains("no column “cod”") && found[0].contains("code"), "{}", found[0]);
    assert!(found[1].contains("code (mã) is missing"), "{}", found[1]);
    assert!(found[4].contains("stands twice"), "{}", found[4]);
}

#[test]
fn an_empty_file_is_told_so_and_a_header_alone_holds_no_unit() {
    one(&mistakes_of("\n \n", &Units::default()), "1:1", "empty");
    assert!(rows("code,name,kind,tier\n").is_empty());
}

#[test]
fn all_mistakes_of_all_rows_come_at_once_in_the_order_of_their_places() {
    let found = mistakes(
        "91,,place,,province,,,,\n\
         904,Huyện,plaice,9l,district,31/02/2021,2021-3-1,,\n\
         905,Huyện,place,91\n",
    );
    let told: Vec<_> = found.iter().map(|line| line.split(':').take(2).collect::<Vec<_>>().join(":")).collect();
    assert_eq!(told, ["2:4", "3:11", "3:30", "3:41", "4:1"], "{found:#?}");
    assert!(found[1].contains("(did you mean “place”?)"), "{}", found[1]);
    assert!(found[4].contains("4 cells, the header has 9"), "{}", found[4]);
}

#[test]
fn a_cell_under_no_name_must_be_empty() {
    assert_eq!(rows("code,name,kind,tier,\n91,A,place,tỉnh,\n").len(), 1);
    one(&mistakes_of("code,name,kind,tier,\n91,A,place,tỉnh,thừa\n", &Units::default()), "2:17", "thừa");
}

#[test]
fn quotes_that_do_not_close_and_text_behind_them_are_told() {
    one(&mistakes("91,\"A\"B,place,,province,,,,"), "2:7", "After a closing quotation mark");
    let found = mistakes("91,A,place,,province,,,,\n92,\"B,place,,province,,,,");
    assert!(found.iter().any(|line| line.starts_with("3:4") && line.contains("never closed")), "{found:#?}");
}

#[test]
fn control_and_hidden_characters_are_refused_where_they_stand() {
    one(&mistakes("91,Tỉnh\u{1b}[31m,place,,province,,,,"), "2:8", "U+001B");
    one(&mistakes("91,\"Tỉnh \u{202E}\",place,,province,,,,"), "2:10", "U+202E");
}

#[test]
fn a_parent_must_be_in_the_file_or_known_and_bodies_need_one() {
    let found =
        mistakes("904-DU,Huyện ủy,party_committee,904-D,district,,,,\n904-D0,Huyện ủy,government,,district,,,,");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("2:33") && found[0].contains("did you mean “904-D0”?"), "{}", found[0]);
    assert!(found[1].starts_with("3:28") && found[1].contains("must have a parent"), "{}", found[1]);
    let body = "code,name,kind,parent,tier\n904-BC,Báo,press,904,huyện\n";
    assert_eq!(import(body.as_bytes(), &known(PROVINCE)).map(|rows| rows.len()), Ok(1));
}

#[test]
fn circles_are_told_of_every_row_in_them_and_of_no_other() {
    one(&mistakes("91,A,place,91,province,,,,"), "2:12", "leads back to 91");
    let found = mistakes(
        "1,A,place,2,xã,,,,\n2,B,place,3,xã,,,,\n3,C,place,1,xã,,,,\n4,D,place,1,xã,,,,\n5,E,place,,xã,,,,\n6,F,place,5,xã,,,,",
    );
    assert_eq!(found.len(), 3, "{found:#?}");
    let moved = "code,name,kind,parent,tier\n91,Tỉnh,place,904,province\n";
    one(&mistakes_of(moved, &known(PROVINCE)), "2:15", "904");
}

#[test]
fn periods_of_one_code_may_touch_and_not_overlap() {
    let two = |to: &str, from: &str| {
        format!("code,name,kind,tier,from,to\n911,Huyện,place,huyện,,{to}\n911,Thành phố,place,huyện,{from},\n")
    };
    assert_eq!(rows(&two("28/02/2021", "01/03/2021")).len(), 2);
    one(&mistakes_of(&two("01/03/2021", "01/03/2021"), &Units::default()), "3:1", "lines 2 and 3");
    one(&mistakes_of(&two("", "01/03/2021"), &Units::default()), "3:1", "lines 2 and 3");
    one(&mistakes("1,A,place,,xã,,,,\n1,A,place,,xã,,,,"), "3:1", "lines 2 and 3");
    one(&mistakes("1,A,place,,xã,2021-02-02,2021-02-01,,"), "2:26", "before the first day");
    assert!(import(b"code,name,kind,tier,from,to\n1,A,place,xa,2021-02-01,2021-02-01\n", &Units::default()).is_ok());
}

#[test]
fn a_long_period_is_compared_with_every_later_one_not_only_the_next() {
    let found = mistakes(
        "1,A,place,,xã,2020-01-01,2024-01-01,,\n1,B,place,,xã,2020-06-01,2020-07-01,,\n\
         1,C,place,,xã,2023-01-01,,,\n1,D,place,,xã,2019-01-01,2019-12-31,,",
    );
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("lines 2 and 3") && found[1].contains("lines 2 and 4"), "{found:#?}");
}

#[test]
fn a_period_may_not_overlap_a_known_row_that_the_file_leaves_alone() {
    let city = "code,name,kind,tier,from\n904,Thị xã Tân Hiệp,place,huyện,2025-01-01\n";
    one(&mistakes_of(city, &known(PROVINCE)), "2:1", "Huyện Tân Hiệp");
    let both = "code,name,kind,tier,from,to\n904,Huyện Tân Hiệp,place,huyện,,2024-12-31\n\
                904,Thị xã Tân Hiệp,place,huyện,2025-01-01,\n";
    let does: Vec<_> =
        import(both.as_bytes(), &known(PROVINCE)).expect("a right file").iter().map(|row| row.does).collect();
    assert_eq!(does, [RowDoes::Changes, RowDoes::Adds]);
}

#[test]
fn names_have_three_hundred_characters_at_most() {
    assert_eq!(rows(&format!("code,name,kind,tier\n1,{},place,xã\n", "ẵ".repeat(300))).len(), 1);
    one(&mistakes(&format!("1,{},place,,xã,,,,", "ẵ".repeat(301))), "2:3", "301 characters, at most 300");
}

#[test]
fn a_hundred_thousand_rows_are_read_and_one_more_is_not() {
    let header = "code,name,kind,tier".to_owned();
    let mut file: String =
        std::iter::once(header).chain((0..100_000).map(|code| format!("\n{code},A,place,xã"))).collect();
    assert_eq!(rows(&file).len(), 100_000);
    file += "\nx,A,place,xã";
    one(&mistakes_of(&file, &Units::default()), "100002:1", "more than 100000 rows");
}

#[test]
fn a_file_over_its_limit_is_not_read_at_all() {
    one(&lines(&import(&vec![b'a'; (32 << 20) + 1], &Units::default()).expect_err("too large")), "1:1", "32 MiB");
}

#[test]
fn a_thousand_mistakes_are_listed_and_the_last_line_says_there_are_more() {
    let found = mistakes(&"1,,place,,xã,,,,\n".repeat(3000));
    assert_eq!(found.len(), 1001);
    assert!(found[1000].contains("only the first 1000"), "{}", found[1000]);
}

#[test]
fn a_row_of_a_million_cells_is_one_mistake() {
    one(&mistakes(&format!("1{}", ",".repeat(1_000_000))), "2:1", "1000001 cells");
}

#[test]
fn mistakes_show_no_control_characters_of_the_file() {
    for line in mistakes("1,A,\"pl\u{9b}ace\",,\"xã\u{1b}]0;\u{7}\",,,,") {
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = import(&bytes, &Units::default());
    }

    #[test]
    fn random_cells_never_panic_and_are_units_or_mistakes(
        cells in prop::collection::vec(
            prop::collection::vec("[0-9a-c/\"\\-,;\n\r\t \u{300}đ\u{0}]{0,8}|place|xã|91|2021-02-01", 9), 0..12
        )
    ) {
        let below = cells.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n");
        let file = format!("code,name,kind,parent,tier,from,to,pilot,note\n{below}");
        match import(file.as_bytes(), &Units::default()) {
            Ok(rows) => prop_assert!(rows.iter().all(|row| !row.unit.code.is_empty() && !row.unit.name.is_empty())),
            Err(mistakes) => prop_assert!(!mistakes.is_empty()),
        }
    }
}
