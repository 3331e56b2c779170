//! Built-in Telex and VNI: a table of words as they are typed and as they come out, words that stay as typed, erasing, and what holds
//! for any keys at all. How the methods reach the fields of the application stands in `flows_typing.rs`.

use proptest::prelude::*;
use thucchat::{
    domain::input_method::InputMethod::{self, None, Telex, Vni},
    text::{EditBuffer, input, nfc},
};

/// Typed in Telex, in VNI, and what it gives.
const WORDS: &[(&str, &str, &str)] = &[
    ("ddaayr", "d9a6y3", "đẩy"),
    ("majnh", "ma5nh", "mạnh"),
    ("manhj", "manh5", "mạnh"),
    ("Nguyeenx", "Nguye6n4", "Nguyễn"),
    ("Nguyeexn", "Nguye64n", "Nguyễn"),
    ("Nguyenex", "Nguyen64", "Nguyễn"),
    ("NGUYEENX", "NGUYE6N4", "NGUYỄN"),
    ("Thij", "Thi5", "Thị"),
    ("AWmr", "A8m3", "Ẳm"),
    ("AWmx", "A8m4", "Ẵm"),
    ("AWxm", "A84m", "Ẵm"),
    ("Kieen", "Kie6n", "Kiên"),
    ("Giang", "Giang", "Giang"),
    ("khuyeens", "khuye6n1", "khuyến"),
    ("khuyeesn", "khuye61n", "khuyến"),
    ("khichs", "khich1", "khích"),
    ("khisch", "khi1ch", "khích"),
    ("thuowr", "thuo73", "thuở"),
    ("quys", "quy1", "quý"),
    ("Quys", "Quy1", "Quý"),
    ("giuwx", "giu74", "giữ"),
    ("nghieeng", "nghie6ng", "nghiêng"),
    ("nguwowif", "ngu7o7i2", "người"),
    ("nguowif", "nguo7i2", "người"),
    ("nguoifw", "nguoi27", "người"),
    ("hoaf", "hoa2", "hòa"),
    ("hofa", "ho2a", "hòa"),
    ("HOAF", "HOA2", "HÒA"),
    ("thuyr", "thuy3", "thủy"),
    ("thury", "thu3y", "thủy"),
    ("Rachj", "Rach5", "Rạch"),
    ("Rajch", "Ra5ch", "Rạch"),
    ("Gias", "Gia1", "Giá"),
    ("Phus", "Phu1", "Phú"),
    ("Quoocs", "Quo6c1", "Quốc"),
    ("Quocos", "Quoc61", "Quốc"),
    ("QUOOCS", "QUO6C1", "QUỐC"),
    ("DDarng", "D9a3ng", "Đảng"),
    ("Ddarng", "D9a3ng", "Đảng"),
    ("Dangrd", "Dang39", "Đảng"),
    ("uyr", "uy3", "ủy"),
    ("huyeenj", "huye6n5", "huyện"),
    ("Taan", "Ta6n", "Tân"),
    ("Hieepj", "Hie6p5", "Hiệp"),
    ("Gof", "Go2", "Gò"),
    ("Quao", "Quao", "Quao"),
    ("aaps", "a6p1", "ấp"),
    ("xax", "xa4", "xã"),
    ("tinhr", "tinh3", "tỉnh"),
    ("daan", "da6n", "dân"),
    ("vaanj", "va6n5", "vận"),
    ("kheos", "kheo1", "khéo"),
    ("kieerm", "kie63m", "kiểm"),
    ("tra", "tra", "tra"),
    ("minh", "minh", "minh"),
    ("chuwngs", "chu7ng1", "chứng"),
    ("chwngs", "chu7ng1", "chứng"),
    ("phats", "phat1", "phát"),
    ("hieenj", "hie6n5", "hiện"),
    ("kieens", "kie6n1", "kiến"),
    ("nghij", "nghi5", "nghị"),
    ("muwcs", "mu7c1", "mức"),
    ("ddanhs", "d9anh1", "đánh"),
    ("gias", "gia1", "giá"),
    ("cuoocj", "cuo6c5", "cuộc"),
    ("ddonw", "d9on7", "đơn"),
    ("vij", "vi5", "vị"),
    ("ddowtj", "d9o7t5", "đợt"),
    ("toongr", "to6ng3", "tổng"),
    ("howpj", "ho7p5", "hợp"),
    ("xuaats", "xua6t1", "xuất"),
    ("bieeur", "bie6u3", "biểu"),
    ("duwowng", "du7o7ng", "dương"),
    ("dduwowngf", "d9u7o7ng2", "đường"),
    ("dduowngf", "d9uo7ng2", "đường"),
    ("truwowngf", "tru7o7ng2", "trường"),
    ("dduwowcj", "d9u7o7c5", "được"),
    ("nuwowcs", "nu7o7c1", "nước"),
    ("huwowngs", "hu7o7ng1", "hướng"),
    ("thuwowngr", "thu7o7ng3", "thưởng"),
    ("THUWOWNGR", "THU7O7NG3", "THƯỞNG"),
    ("ruwowuj", "ru7o7u5", "rượu"),
    ("huwu", "hu7u", "hưu"),
    ("cuwus", "cu7u1", "cứu"),
    ("muaf", "mua2", "mùa"),
    ("muwa", "mu7a", "mưa"),
    ("chuwax", "chu7a4", "chữa"),
    ("luaj", "lua5", "lụa"),
    ("luas", "lua1", "lúa"),
    ("kinh", "kinh", "kinh"),
    ("keenh", "ke6nh", "kênh"),
    ("bieenr", "bie6n3", "biển"),
    ("ddaor", "d9ao3", "đảo"),
    ("Thanhj", "Thanh5", "Thạnh"),
    ("Gieengf", "Gie6ng2", "Giềng"),
    ("gieengs", "gie6ng1", "giếng"),
    ("gif", "gi2", "gì"),
    ("ginf", "gin2", "gìn"),
    ("gias", "gia1", "giá"),
    ("gioongs", "gio6ng1", "giống"),
    ("quyeets", "quye6t1", "quyết"),
    ("quyeenf", "quye6n2", "quyền"),
    ("quaanj", "qua6n5", "quận"),
    ("quawngj", "qua8ng5", "quặng"),
    ("quet", "quet", "quet"),
    ("quets", "quet1", "quét"),
    ("khuyur", "khuyu3", "khuỷu"),
    ("khuya", "khuya", "khuya"),
    ("ngoawnf", "ngoa8n2", "ngoằn"),
    ("ngoeof", "ngoeo2", "ngoèo"),
    ("ngoaif", "ngoai2", "ngoài"),
    ("hoawcj", "hoa8c5", "hoặc"),
    ("xoay", "xoay", "xoay"),
    ("Huees", "Hue61", "Huế"),
    ("tueej", "tue65", "tuệ"),
    ("xuaan", "xua6n", "xuân"),
    ("tuaanf", "tua6n2", "tuần"),
    ("nawm", "na8m", "năm"),
    ("ddaauf", "d9a6u2", "đầu"),
    ("cuoois", "cuo6i1", "cuối"),
    ("muoons", "muo6n1", "muốn"),
    ("vieecj", "vie6c5", "việc"),
    ("yeeu", "ye6u", "yêu"),
    ("yeeus", "ye6u1", "yếu"),
    ("ys", "y1", "ý"),
    ("owr", "o73", "ở"),
    ("uwf", "u72", "ừ"),
    ("DDawks", "D9a8k1", "Đắk"),
    ("Lawks", "La8k1", "Lắk"),
    ("HDDND", "HD9ND", "HĐND"),
    ("QDD", "QD9", "QĐ"),
    ("DDV", "D9V", "ĐV"),
    ("dd", "d9", "đ"),
    ("UBND", "UBND", "UBND"),
    ("toansz", "toan10", "toan"),
    ("toanfs", "toan21", "toán"),
    ("ddieemr", "d9ie6m3", "điểm"),
    ("nghieepj", "nghie6p5", "nghiệp"),
    ("nghieengf", "nghie6ng2", "nghiềng"),
    ("thuees", "thue61", "thuế"),
    ("tuyeen", "tuye6n", "tuyên"),
    ("truyeenf", "truye6n2", "truyền"),
    ("khuyeets", "khuye6t1", "khuyết"),
    ("luaatj", "lua6t5", "luật"),
    ("khoer", "khoe3", "khỏe"),
    ("hoaj", "hoa5", "họa"),
    ("Uyr", "Uy3", "Ủy"),
    ("UYR", "UY3", "ỦY"),
    ("gifn", "gi2n", "gìn"),
    ("giaf", "gia2", "già"),
    ("giuwx", "giu74", "giữ"),
    ("gioij", "gioi5", "giọi"),
    ("uowcs", "uo7c1", "ước"),
    ("Uowcs", "Uo7c1", "Ước"),
    ("muowif", "muo7i2", "mười"),
    ("tuwowir", "tu7o7i3", "tưởi"),
    ("phuowcs", "phuo7c1", "phước"),
    ("cuowngx", "cuo7ng4", "cưỡng"),
    ("thuwowngf", "thu7o7ng2", "thường"),
    ("DDaangr", "D9a6ng3", "Đẩng"),
];

/// Words that stay as typed in Telex.
const ENGLISH: &[&str] = &[
    "windows", "Excel", "www", "report", "off", "class", "address", "Word", "web", "wifi", "email", "password",
    "office", "process", "Windows", "staff", "access", "Facebook", "Google", "Zalo", "laptop", "server", "software",
    "website", "file", "for", "error", "current", "follow", "WWW", "user", "users", "tests", "browser", "book", "task",
    "week",
];

fn gives(method: InputMethod, keys: &str) -> String {
    let mut buffer = EditBuffer::one_line();
    for key in keys.chars() {
        buffer.insert(&input::typed(method, key));
    }
    buffer.insert(input::word_end());
    buffer.text().to_owned()
}

#[test]
fn every_word_of_the_table_comes_out_of_both_methods() {
    let mut wrong = Vec::new();
    for (telex, vni, word) in WORDS {
        for (method, keys) in [(Telex, telex), (Vni, vni)] {
            let given = gives(method, keys);
            if given != *word {
                wrong.push(format!("{keys}: {given} for {word}"));
            }
        }
    }
    assert!(WORDS.len() >= 120 && wrong.is_empty(), "{} words\n{}", WORDS.len(), wrong.join("\n"));
}

#[test]
fn english_words_stay_english() {
    let wrong: Vec<_> =
        ENGLISH.iter().map(|word| (*word, gives(Telex, word))).filter(|(word, got)| word != got).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A field with the keys typed into it and nothing else.
fn field(method: InputMethod, keys: &str) -> EditBuffer {
    let mut buffer = EditBuffer::many_lines();
    keys.chars().for_each(|key| buffer.insert(&input::typed(method, key)));
    buffer
}

#[test]
fn a_sentence_is_composed_word_by_word() {
    let typed = "Nguyeenx Thij AWmx, aaps Kinh 4A, \"ddaayr majnh\" windows 10.";
    assert_eq!(field(Telex, typed).text(), "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\" windows 10.");
    let typed = "Nguye6n4 Thi5 A8m4, a6p1 Kinh 4A";
    assert_eq!(field(Vni, typed).text(), "Nguyễn Thị Ẵm, ấp Kinh 4A");
    assert_eq!(field(None, "ddaayr majnh").text(), "ddaayr majnh");
}

#[test]
fn a_doubled_key_takes_its_mark_back_where_one_key_would_have_made_a_word() {
    for (keys, word) in [("tesst", "test"), ("thiss", "this"), ("dataa", "data"), ("xooong", "xoong"), ("ddd", "dd")] {
        assert_eq!(gives(Telex, keys), word);
    }
    // Without it the word is Vietnamese, and nobody but a dictionary could tell.
    assert_eq!(gives(Telex, "test"), "tét");
}

#[test]
fn a_word_is_shown_as_typed_as_soon_as_it_can_be_no_vietnamese() {
    assert_eq!(field(Telex, "win").text(), "win");
    assert_eq!(field(Telex, "dduwo").text(), "đưo", "a mark may still come");
    assert_eq!(field(Telex, "dduwow").text(), "đươ");
}

#[test]
fn backspace_erases_one_letter_and_the_word_goes_on() {
    let mut buffer = field(Telex, "Nguyeenx");
    buffer.backspace();
    assert_eq!(buffer.text(), "Nguyễ");
    buffer.insert(&input::typed(Telex, 'n'));
    buffer.insert(&input::typed(Telex, 's'));
    assert_eq!(buffer.text(), "Nguyến");
    (0..3).for_each(|_| buffer.backspace());
    assert_eq!(buffer.text(), "Ngu");
    buffer.insert(&input::typed(Telex, 'w'));
    assert_eq!(buffer.text(), "Ngư");
}

#[test]
fn a_moved_caret_and_a_paste_end_the_word() {
    let mut buffer = field(Telex, "a");
    buffer.left();
    buffer.right();
    buffer.insert(&input::typed(Telex, 's'));
    assert_eq!(buffer.text(), "as");
    let mut buffer = field(Telex, "a");
    buffer.insert("dd");
    buffer.insert(&input::typed(Telex, 's'));
    assert_eq!(buffer.text(), "adds");
}

#[test]
fn a_word_that_is_composed_is_one_step_back() {
    let mut buffer = field(Telex, "ddaayr majnh");
    assert!(buffer.undo());
    assert_eq!(buffer.text(), "đẩy");
    assert!(buffer.undo() && buffer.is_empty());
    assert!(buffer.redo() && buffer.text() == "đẩy");
}

#[test]
fn a_pasted_mark_of_a_key_is_only_text() {
    let mut buffer = field(Telex, "a");
    buffer.insert("\u{11}s\u{13}");
    assert_eq!(buffer.text(), "as");
}

fn method() -> impl Strategy<Value = InputMethod> {
    prop::sample::select(InputMethod::ALL.to_vec())
}

/// Keys that input methods look at, and some that they do not.
fn keys() -> impl Strategy<Value = String> {
    prop_oneof!["[aeiouydwsfrxjzngqutchAEOUWD0-9]{0,12}", "[ -~]{0,30}", "[a-z0-9 ưđễ\u{301}]{0,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn whatever_is_typed_stands_there_in_nfc(method in method(), keys in keys()) {
        let buffer = field(method, &keys);
        prop_assert_eq!(nfc(buffer.text()), buffer.text());
        prop_assert!(buffer.text().is_char_boundary(buffer.cursor()));
        prop_assert_eq!(buffer.cursor(), buffer.text().len());
    }

    #[test]
    fn backspace_takes_back_one_grapheme_at_a_time_until_nothing_is_left(method in method(), keys in keys()) {
        use unicode_segmentation::UnicodeSegmentation;
        let mut buffer = field(method, &keys);
        while !buffer.is_empty() {
            let mut left: Vec<String> = buffer.text().graphemes(true).map(str::to_owned).collect();
            left.pop();
            buffer.backspace();
            prop_assert_eq!(buffer.text(), left.concat());
        }
    }

    #[test]
    fn typing_erasing_moving_and_undoing_in_any_order_keep_the_text_whole(
        method in method(), steps in prop::collection::vec((0u8..7, prop::char::range(' ', '~')), 0..40),
    ) {
        let mut buffer = EditBuffer::many_lines();
        for (step, key) in steps {
            match step {
                0 => buffer.backspace(),
                1 => buffer.left(),
                2 => { buffer.undo(); }
                3 => buffer.insert("dán"),
                4 => buffer.insert(input::word_end()),
                _ => buffer.insert(&input::typed(method, key)),
            }
            prop_assert_eq!(nfc(buffer.text()), buffer.text());
            prop_assert!(buffer.text().is_char_boundary(buffer.cursor()));
        }
    }

    #[test]
    fn without_a_method_keys_give_what_stands_on_them(keys in "[ -~]{0,30}") {
        let buffer = field(None, &keys);
        prop_assert_eq!(buffer.text(), keys);
    }

    #[test]
    fn a_finished_word_is_vietnamese_or_as_typed_or_doubled(keys in "[a-zA-Z]{1,10}") {
        let word = gives(Telex, &keys);
        let doubled = keys.to_ascii_lowercase().as_bytes().windows(2).any(|two| two[0] == two[1]);
        prop_assert!(word == keys || doubled || input::is_syllable(&word), "{keys} gave {word}");
    }
}

/// The keys of a word, each mark behind its letter and the tone at the end of the word.
fn keys_of(method: InputMethod, word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let (mut keys, mut tone, mut letter) = (String::new(), String::new(), ' ');
    for part in word.nfd() {
        let (telex, vni) = match part {
            '\u{301}' => ('s', '1'),
            '\u{300}' => ('f', '2'),
            '\u{309}' => ('r', '3'),
            '\u{303}' => ('x', '4'),
            '\u{323}' => ('j', '5'),
            '\u{302}' => (letter, '6'),
            '\u{31b}' => ('w', '7'),
            '\u{306}' => ('w', '8'),
            'đ' => ('d', '9'),
            'Đ' => ('D', '9'),
            _ => (part, part),
        };
        let key = if method == Telex { telex } else { vni };
        match part {
            '\u{301}' | '\u{300}' | '\u{309}' | '\u{303}' | '\u{323}' => tone.push(key),
            'đ' => keys.extend(['d', key]),
            'Đ' => keys.extend(['D', key]),
            _ => keys.push(key),
        }
        letter = if part.is_alphabetic() { part } else { letter };
    }
    keys + &tone
}

#[test]
fn every_vietnamese_word_of_the_products_own_texts_can_be_typed() {
    let mut files = vec!["checklists/dan-van-kheo-2021-2025.toml".to_owned()];
    for folder in ["src/i18n/vi", "src/practice"] {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let texts = |path: &std::path::PathBuf| path.extension().is_some_and(|ext| ext != "rs");
        files.extend(entries.filter(texts).map(|path| path.display().to_string()));
    }
    let text: String = files.iter().map(|file| nfc(&std::fs::read_to_string(file).expect(file)).into_owned()).collect();
    let marked = |word: &&str| !word.is_ascii();
    let words: std::collections::BTreeSet<&str> = text.split(|c: char| !c.is_alphabetic()).filter(marked).collect();
    // Two ways to place a tone are one word: what is compared is letters and tones, not where the tone stands.
    let sorted = |word: &str| {
        use unicode_normalization::UnicodeNormalization;
        let mut parts: Vec<char> = word.nfd().collect();
        parts.sort_unstable();
        parts
    };
    let mut wrong = Vec::new();
    for word in &words {
        for method in [Telex, Vni] {
            let keys = keys_of(method, word);
            let given = gives(method, &keys);
            if sorted(&given) != sorted(word) {
                wrong.push(format!("{word}: {keys} gave {given}"));
            }
        }
    }
    assert!(words.len() > 1000 && wrong.is_empty(), "{} words\n{}", words.len(), wrong.join("\n"));
}
