//! What is told about files with mistakes. Every class of mistake is planted into a good file, one at a time.

use super::{KITCHENS, lines};
use proptest::prelude::*;
use thucchat::{
    domain::lang::Lang,
    i18n::{Key, key},
    intake::{
        Mistake,
        programme::{self, MOST_BYTES, SHIPPED},
    },
};

const SIX: &str = include_str!("../programmes/six-mistakes.toml");

fn mistakes(file: impl AsRef<[u8]>) -> Vec<Mistake> {
    programme::read(file.as_ref()).err().unwrap_or_default()
}

fn warnings(file: &str) -> Vec<Mistake> {
    programme::read(file.as_bytes()).unwrap_or_else(|mistakes| panic!("{:#?}", lines(&mistakes, Lang::En))).warnings
}

/// The good file with `right` replaced at its only place by `wrong`. The mistake is right of `«`, or without it the whole file.
fn planted(right: &str, wrong: &str) -> (String, (usize, usize)) {
    assert_eq!(KITCHENS.matches(right).count(), 1, "{right:?} must stand once");
    let marked = KITCHENS.replace(right, wrong);
    let at = marked.find('«').unwrap_or(0);
    let before = &marked[..at];
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (marked.replacen('«', "", 1), (before.matches('\n').count() + 1, column))
}

/// Plants a mistake and expects exactly one message: this sentence, at the mark, with this nearest name.
fn one(right: &str, wrong: &str, sentence: Key, nearest: Option<&str>) {
    let (file, place) = planted(right, wrong);
    told(&mistakes(&file), &[(place, sentence, nearest)], wrong);
}

fn told(mistakes: &[Mistake], expected: &[((usize, usize), Key, Option<&str>)], about: &str) {
    let told: Vec<_> = mistakes
        .iter()
        .map(|mistake| ((mistake.line, mistake.column), mistake.what.key(), mistake.nearest.as_deref()))
        .collect();
    assert_eq!(told, expected, "{about}\n{:#?}", lines(mistakes, Lang::En));
}

#[test]
fn six_planted_mistakes_give_exactly_six_messages_with_their_places() {
    assert_eq!(
        lines(&mistakes(SIX), Lang::Vi),
        [
            "1:1: Thiếu “title”; tệp nào cũng phải có phần này.",
            "5:1: Chương trình kiểm tra không có phần “titel”. Xóa hoặc sửa tên. (có phải là “title”?)",
            "21:7: “min” phải là số nguyên từ 0 đến 10000, tính bằng phần vạn (10000 = 100 %).",
            "31:30: Điều kiện không biết tên “people_aksed”; các tên dùng được: kind, tier, pilot, milestone, people_asked, \
             minutes_on_sites, outcome_supported, supported, sample_drawn, sample_share_failed. (có phải là “people_asked”?)",
            "56:22: Không có loại đơn vị “chợ-nỗi” trong các [[unit_kind]]. (có phải là “chợ-nổi”?)",
            "58:10: “weight” phải từ 1 đến 100; ở đây là 0.",
        ]
    );
    assert_eq!(
        lines(&mistakes(SIX), Lang::En)[5],
        "58:10: “weight” must be from 1 to 100; here it is 0.",
        "the same in English"
    );
}

#[test]
fn what_toml_refuses_is_told_in_our_words_once_a_line() {
    one("min = 7500", "min = «= 7500", key::PROGRAMME_SYNTAX_OTHER, None);
    one("version = \"2024-2\"", "version = «bản 2", key::PROGRAMME_SYNTAX_QUOTES, None);
    one("id = \"bep-an\"", "id = \"bep-an\"\n«id = \"bep\"", key::PROGRAMME_SYNTAX_TWICE, None);
    one("id = \"bep-an\"", "id = «“bep-an”", key::PROGRAMME_SYNTAX_QUOTES, None);
    one("[scoring]", "[scoring«", key::PROGRAMME_SYNTAX_UNCLOSED, None);
    one("\"Trường\", en", "\"Trường\" «en", key::PROGRAMME_SYNTAX_COMMA, None);
    let two = KITCHENS.replace("min = 7500", "min = cao").replace("min = 4000", "min = thấp");
    assert_eq!(mistakes(two).len(), 2, "every line with a mistake is told");
}

#[test]
fn bytes_that_are_no_text_and_files_that_are_too_large_are_refused() {
    let mut file = "id = \"bếp\"\n# Ẵ".as_bytes().to_vec();
    file.push(0xFF);
    told(&mistakes(file), &[((2, 4), key::FILE_NOT_TEXT, None)], "a stray byte");
    let comment = |bytes: usize| format!("{KITCHENS}#{}", "x".repeat(bytes - KITCHENS.len() - 1));
    assert!(programme::read(comment(MOST_BYTES).as_bytes()).is_ok());
    told(&mistakes(comment(MOST_BYTES + 1)), &[((1, 1), key::FILE_TOO_LARGE, None)], "one byte too many");
}

#[test]
fn a_mark_of_byte_order_and_line_ends_of_windows_change_nothing() {
    let windows = format!("\u{feff}{}", KITCHENS.replace('\n', "\r\n"));
    assert!(programme::read(windows.as_bytes()).is_ok_and(|read| read.warnings.is_empty()));
    let (file, place) = planted("version = ", "«versoin = ");
    let file = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    let expected = [((1, 1), key::PROGRAMME_MISSING, None), (place, key::PROGRAMME_UNKNOWN_TABLE, Some("version"))];
    told(&mistakes(file), &expected, "the same place");
}

#[test]
fn unknown_keys_are_told_with_the_nearest_right_one() {
    one("[scoring]", "[«scorring]", key::PROGRAMME_UNKNOWN_TABLE, Some("scoring"));
    one("min_coverage = 8000", "«min_covrage = 8000", key::PROGRAMME_UNKNOWN_KEY, Some("min_coverage"));
    one("place = \"Kiên Lương\"", "«colour = \"đỏ\"", key::PROGRAMME_UNKNOWN_KEY, None);
    one("measures_sample = true", "«measure_sample = true", key::PROGRAMME_UNKNOWN_KEY, Some("measures_sample"));
    one(
        "short = { vi = \"Suất ăn\", en = \"Caterer\" }",
        "short = { vi = \"Suất ăn\", «eng = \"C\", en = \"C\" }",
        key::PROGRAMME_UNKNOWN_KEY,
        Some("en"),
    );
    one(
        "rule = 'level(\"BEP-6\") < 3 || people_asked >= 5',",
        "«when = 'pilot', rule = 'pilot',",
        key::PROGRAMME_UNKNOWN_KEY,
        None,
    );
}

#[test]
fn missing_keys_are_told_where_their_table_begins() {
    one("schema = 1\n", "", key::PROGRAMME_MISSING, None);
    one("[[section]]\nid = \"kitchen\"\n", "«[[section]]\n", key::PROGRAMME_MISSING_KEY, None);
    one("[[gate]]\nid = \"cold-chain\"\n", "«[[gate]]\n", key::PROGRAMME_MISSING_KEY, None);
    one("{ rule = 'level(\"BEP-6\") < 3 || people_asked >= 5',", "«{", key::PROGRAMME_MISSING_KEY, None);
    for (table, keys) in [
        ("[[section.item]]\nid = \"BEP-2\"\n", ["applies_to", "measures", "weight", "question", "levels"].as_slice()),
        ("[[unit_kind]]\nid = \"school\"\n", &["name"]),
        ("[[evidence_kind]]\nid = \"so-luu\"\n", &["name", "family", "grade"]),
        ("[[band]]\nid = \"watch\"\n", &["min", "name"]),
        ("[[milestone]]\n", &["review", "due", "name"]),
        ("[[resident_question]]\nid = \"PH-1\"\n", &["text", "supports"]),
        ("[scale]\n", &["anchors", "not_applicable", "not_verified"]),
    ] {
        for key in keys {
            let (file, line) = without(table, key);
            told(&mistakes(file), &[((line, 1), key::PROGRAMME_MISSING_KEY, None)], key);
        }
    }
}

/// The good file without a key of the table that begins so, and the line where that table begins.
fn without(table: &str, key: &str) -> (String, usize) {
    let begins = KITCHENS.find(table).expect("the table");
    let line = KITCHENS[..begins].matches('\n').count();
    let mut lines: Vec<&str> = KITCHENS.lines().collect();
    let given = |text: &&str| text.starts_with(&format!("{key} = "));
    let first = line + lines[line..].iter().position(given).expect("the key");
    let last = first + 1 + lines[first + 1..].iter().take_while(|text| text.starts_with([' ', ']'])).count();
    lines.drain(first..last);
    (lines.join("\n"), line + 1)
}

#[test]
fn parts_that_every_programme_needs_are_missed() {
    for part in ["band", "unit_kind", "evidence_kind", "section", "scale"] {
        let mut file: Vec<String> = vec![];
        let mut skipping = false;
        for line in KITCHENS.lines() {
            if line.starts_with('[') {
                let name = line.trim_matches(['[', ']']);
                skipping = name == part || name.starts_with(&format!("{part}."));
            }
            if !skipping {
                file.push(line.to_owned());
            }
        }
        let found = mistakes(file.join("\n"));
        let missing = found.first().map(|mistake| (mistake.line, mistake.column, mistake.what.key()));
        assert_eq!(missing, Some((1, 1, key::PROGRAMME_MISSING)), "{part}");
        assert_eq!(found.iter().filter(|mistake| mistake.what.key() == key::PROGRAMME_MISSING).count(), 1, "{part}");
    }
}

#[test]
fn values_of_the_wrong_type_say_what_they_should_have_been() {
    one("version = \"2024-2\"", "version = «2", key::PROGRAMME_NEEDS_WORDS, None);
    one("place = \"Kiên Lương\"", "place = «{ vi = \"a\", en = \"b\" }", key::PROGRAMME_NEEDS_WORDS, None);
    one("name = { vi = \"Theo dõi\", en = \"Watch\" }", "name = «\"Theo dõi\"", key::PROGRAMME_NEEDS_TEXT, None);
    one("schema = 1", "schema = «\"1\"", key::PROGRAMME_NEEDS_NUMBER, None);
    one("min = 7500", "min = «0.75", key::PROGRAMME_NEEDS_SHARE, None);
    one("measures_sample = true", "measures_sample = «\"true\"", key::PROGRAMME_NEEDS_YES_NO, None);
    one("due = 2025-05-31", "due = «\"31-05-2025\"", key::PROGRAMME_NEEDS_DAY, None);
    one("valid_from = 2024-08-01", "valid_from = «2024-08-01T08:00:00", key::PROGRAMME_NEEDS_DAY, None);
    one("supports = [\"BEP-3\", \"BEP-6\"]", "supports = «\"BEP-3\"", key::PROGRAMME_NEEDS_LIST, None);
    one("[documents]\n", "«[[documents]]\n", key::PROGRAMME_NEEDS_TABLE, None);
    one("[[milestone]]\nreview", "«[milestone]\nreview", key::PROGRAMME_NEEDS_TABLES, None);
    one("relevant = 'kind", "relevant = «true # 'kind", key::PROGRAMME_NEEDS_CONDITION, None);
}

#[test]
fn blank_and_hidden_text_is_refused() {
    one("version = \"2024-2\"", "version = «\"  \"", key::PROGRAMME_BLANK, None);
    one("{ vi = \"Tài xế.\", en = \"Drivers.\" }", "«{ vi = \"\", en = \" \" }", key::PROGRAMME_BLANK, None);
    one("\"Tài xế.\"", "«\"Tài\\u001B[31m xế.\"", key::PROGRAMME_UNSEEN, None);
    one("\"Tài xế.\"", "«\"Tài \u{202e}xế.\"", key::PROGRAMME_UNSEEN, None);
}

#[test]
fn ids_are_plain_and_given_once() {
    one("id = \"PH-1\"", "id = «\"PH 1\"", key::PROGRAMME_BAD_ID, None);
    one("id = \"PH-1\"", &format!("id = «\"{}\"", "Ẵ".repeat(41)), key::PROGRAMME_BAD_ID, None);
    assert!(mistakes(KITCHENS.replace("\"PH-1\"", &format!("\"{}\"", "Ẵ".repeat(40)))).is_empty());
    one("id = \"open\"", "id = «\"kitchen\"", key::PROGRAMME_ID_TWICE, None);
    let file = KITCHENS.replace("id = \"open\"", "id = \"kitchen\"");
    let line = KITCHENS[..KITCHENS.find("id = \"kitchen\"").expect("the first")].lines().count() + 1;
    let told = lines(&mistakes(file), Lang::Vi).concat();
    assert!(told.ends_with(&format!("Mã “kitchen” đã dùng ở dòng {line}. Mỗi mã chỉ dùng một lần.")), "{told}");
    let place = KITCHENS.replace("id = \"school\"", "id = \"place\"");
    assert_eq!(mistakes(place).first().map(|mistake| mistake.what.key()), Some(key::PROGRAMME_PLACE));
}

#[test]
fn references_must_lead_somewhere() {
    let sees = "\"BEP-4\"\napplies_to = [";
    one(
        &format!("{sees}\"caterer\"]"),
        &format!("{sees}«\"caterers\"]"),
        key::PROGRAMME_UNKNOWN_UNIT_KIND,
        Some("caterer"),
    );
    let proof = "[\"so-luu\", \"nhin-bep\", \"do-nhiet\"]";
    one(proof, "[\"so-luu\", «\"nhin_bep\"]", key::PROGRAMME_UNKNOWN_EVIDENCE_KIND, Some("nhin-bep"));
    one("cap = \"unsafe\"", "cap = «\"dangerous\"", key::PROGRAMME_UNKNOWN_BAND, None);
    one("life = \"BEP-3\"", "life = «\"BEP-9\"", key::PROGRAMME_UNKNOWN_ITEM, Some("BEP-1"));
    one("[\"BEP-3\", \"BEP-6\"]", "[\"BEP-3\", «\"BEO-6\"]", key::PROGRAMME_UNKNOWN_ITEM, Some("BEP-6"));
    one("[\"BEP-3\", \"BEP-6\"]", "[\"BEP-3\", «\"BEP-3\"]", key::PROGRAMME_LISTED_TWICE, None);
}

#[test]
fn a_life_item_is_another_one_that_stands_alone() {
    one("life = \"BEP-3\"", "life = «\"BEP-1\"", key::PROGRAMME_LIFE_ITSELF, None);
    let tied = KITCHENS.replace("measures_sample = true", "life = \"BEP-2\"");
    let told: Vec<Key> = mistakes(tied).iter().map(|mistake| mistake.what.key()).collect();
    assert_eq!(told, [key::PROGRAMME_LIFE_TIED], "BEP-1 rests on BEP-3, which rests on BEP-2");
}

#[test]
fn words_are_chosen_from_those_that_there_are() {
    one("family = \"physical\"", "family = «\"phisical\"", key::PROGRAMME_NO_SUCH_WORD, Some("physical"));
    one("grade = \"E2\"", "grade = «\"E5\"", key::PROGRAMME_NO_SUCH_WORD, Some("E1"));
    one("review = \"annual\"", "review = «\"Annual\"", key::PROGRAMME_NO_SUCH_WORD, Some("annual"));
    let measured = "measures = \"process\"\nweight = 3";
    one(measured, "measures = «\"quality\"\nweight = 3", key::PROGRAMME_NO_SUCH_WORD, None);
    one(measured, "measures = «\"proces\"\nweight = 3", key::PROGRAMME_NO_SUCH_WORD, Some("process"));
}

#[test]
fn numbers_stay_within_their_bounds() {
    for wrong in ["0", "101", "-1", "99999999999999999999999"] {
        one("weight = 3", &format!("weight = «{wrong}"), key::PROGRAMME_OUT_OF_RANGE, None);
    }
    one("min = 7500", "min = «10001", key::PROGRAMME_NEEDS_SHARE, None);
    one("schema = 1", "schema = «2", key::PROGRAMME_SCHEMA, None);
    for right in ["weight = 1", "weight = 100", "weight = 0x1F"] {
        assert!(mistakes(KITCHENS.replace("weight = 3", right)).is_empty(), "{right}");
    }
    assert!(mistakes(KITCHENS.replace("min = 7500", "min = 10000")).is_empty());
}

#[test]
fn numbers_of_the_scoring_rise_where_they_must() {
    let scoring = |line: &str| format!("min_coverage = 8000\n{line}");
    let wrong = |line: &str, sentence| one("min_coverage = 8000", &scoring(line), sentence, None);
    wrong("caps = «[0, 4000, 6000, 8000, 9000]", key::PROGRAMME_HOW_MANY);
    wrong("caps = [0, 4000, «3999, 8000, 9000, 10000]", key::PROGRAMME_NOT_RISING);
    wrong("caps = [0, 4000, 6000, 8000, 9000, «10001]", key::PROGRAMME_NEEDS_SHARE);
    wrong("sample_levels = [2500, «2500, 7000, 8500]", key::PROGRAMME_NOT_RISING);
    wrong("min_units = «0", key::PROGRAMME_OUT_OF_RANGE);
    let level = scoring("caps = [0, 0, 6000, 6000, 9000, 10000]\nsample_levels = [2500, 2501, 7000, 8500]");
    assert!(mistakes(KITCHENS.replace("min_coverage = 8000", &level)).is_empty());
}

#[test]
fn five_levels_are_five() {
    one("levels = [\n  { vi = \"Xe hở\", en = \"Open\" },\n", "levels = «[\n", key::PROGRAMME_HOW_MANY, None);
    one("anchors = [\n", "anchors = «[\n  { vi = \"Sáu\", en = \"Six\" },\n", key::PROGRAMME_HOW_MANY, None);
}

#[test]
fn bands_go_down_to_nothing_and_days_go_forward() {
    one("min = 4000", "min = «7500", key::PROGRAMME_BANDS_ORDER, None);
    one("min = 4000", "min = «8000", key::PROGRAMME_BANDS_ORDER, None);
    one("min = 0", "min = «1", key::PROGRAMME_BANDS_FROM_NOTHING, None);
    one("valid_from = 2024-08-01", "valid_from = 2024-08-01\nvalid_to = «2024-07-31", key::PROGRAMME_DAYS_ORDER, None);
    assert!(mistakes(KITCHENS.replace("2024-08-01", "2024-08-01\nvalid_to = 2024-08-01")).is_empty());
}

#[test]
fn a_field_of_models_has_an_id_of_its_own_a_name_and_kinds_that_the_programme_knows() {
    let with = |more: &str| {
        format!(
            "{KITCHENS}\n[[model_field]]\nid = \"an-ninh\"\nname = {{ vi = \"An ninh\", en = \"Security\" }}\n{more}"
        )
    };
    let told = |file: &str| {
        mistakes(file).iter().map(|mistake| (mistake.what.key(), mistake.nearest.clone())).collect::<Vec<_>>()
    };
    let read = |file: &str| programme::read(file.as_bytes()).expect("a good file").programme.model_fields;
    assert_eq!(read(KITCHENS).len(), 0, "it may be left out");
    assert_eq!(read(&with("applies_to = [\"school\"]"))[0].applies_to, ["school".into()]);
    assert!(read(&with(""))[0].applies_to.is_empty());
    let unknown = (key::PROGRAMME_UNKNOWN_UNIT_KIND, Some("school".to_owned()));
    assert_eq!(told(&with("applies_to = [\"schol\"]")), [unknown]);
    assert_eq!(
        told(&with("[[model_field]]\nid = \"an-ninh\"\nname = { vi = \"A\", en = \"B\" }")).len(),
        1,
        "one id twice"
    );
    assert_eq!(told(&with("[[model_field]]\nid = \"kinh-te\"")).len(), 1, "no name");
}

#[test]
fn an_indicator_names_its_direction_its_scale_and_whom_it_is_of() {
    one("higher_is_better = false", "higher_is_better = «\"no\"", key::PROGRAMME_NEEDS_YES_NO, None);
    one("scale = [0, 99900]", "scale = «[99900, 99900]", key::PROGRAMME_NOT_RISING, None);
    one("scale = [0, 99900]", "scale = «[0]", key::PROGRAMME_HOW_MANY, None);
    one("scale = [0, 99900]", "scale = [0, «100000001]", key::PROGRAMME_OUT_OF_RANGE, None);
    one("scale = [0, 99900]", "scale = [«0.5, 2]", key::PROGRAMME_NEEDS_NUMBER, None);
    one("[\"district\", \"commune\"]", "[«\"distrct\"]", key::PROGRAMME_NO_SUCH_WORD, Some("district"));
    one(
        "applies_to = [\"caterer\"]\ntiers",
        "applies_to = [«\"catere\"]\ntiers",
        key::PROGRAMME_UNKNOWN_UNIT_KIND,
        Some("caterer"),
    );
    one(
        "id = \"so-vu\"",
        "id = \"so-vu\"\n«higher-is-better = true",
        key::PROGRAMME_UNKNOWN_KEY,
        Some("higher_is_better"),
    );
    let twice = "[[indicator]]\nid = \"PCI\"\nname = { vi = \"Một\", en = \"One\" }\nhigher_is_better = true\nscale = [0, 1]\n\
                 applies_to = [\"caterer\"]\n\n[[indicator]]\nid = «\"PCI\"";
    one("[[indicator]]\nid = \"so-vu\"", twice, key::PROGRAMME_ID_TWICE, None);
}

#[test]
fn conditions_are_judged_where_they_are_wrong_inside_their_quotes() {
    let gate = |wrong: &str, sentence, nearest| {
        one("when = \"level('BEP-2') == 0 || level('BEP-5') == 0\"", &format!("when = {wrong}"), sentence, nearest);
    };
    gate("'people_asked < 5 &&«'", key::PROGRAMME_CONDITION_SYNTAX, None);
    gate("'pilot «and people_asked < 5'", key::PROGRAMME_CONDITION_SIGN, None);
    gate("'people_asked «= 5'", key::PROGRAMME_CONDITION_SIGN, None);
    gate("'kind == \"school\" && «pepole_asked < 5'", key::PROGRAMME_CONDITION_NAME, Some("people_asked"));
    gate("'«lvel(\"BEP-2\") == 0'", key::PROGRAMME_CONDITION_FUNCTION, Some("level"));
    gate("'tier == «\"comune\"'", key::PROGRAMME_CONDITION_WORD, Some("commune"));
    gate("'rated(«kind)'", key::PROGRAMME_CONDITION_ITEM, None);
    gate("'people_asked «== \"năm\"'", key::PROGRAMME_CONDITION_MISMATCH, None);
    gate("'«people_asked + 1'", key::PROGRAMME_CONDITION_NOT_YES_NO, None);
    gate("'[1].all«(x, x > 0)'", key::PROGRAMME_CONDITION_BEYOND, None);
    gate("'(((((«(pilot))))))'", key::PROGRAMME_CONDITION_DEEP, None);
    gate(&format!("'{}\"Ẵ\" =«= kind'", "\"Ẵ\" == kind || ".repeat(29)), key::PROGRAMME_CONDITION_LONG, None);
    gate("'level(«\"BEP-8\") == 0'", key::PROGRAMME_UNKNOWN_ITEM, Some("BEP-1"));
    gate("'kind in [\"school\", «\"scool\"]'", key::PROGRAMME_UNKNOWN_UNIT_KIND, Some("school"));
}

#[test]
fn the_column_in_a_condition_is_right_whatever_its_quotes() {
    for wrong in [
        "\"pilot && «pilto\"",
        "'''pilot && «pilto'''",
        "\"\"\"\npilot && «pilto\"\"\"",
        "\"pilot && \\u0070ilot && «pilto\"",
        "'\"school, đẩy mạnh\" == \"\" && «pilto'",
        "\"pilot && \\\"a\\\" == \\\"\\u1EB4\\\" && «pilto\"",
    ] {
        one(
            "when = \"level('BEP-2') == 0 || level('BEP-5') == 0\"",
            &format!("when = {wrong}"),
            key::PROGRAMME_CONDITION_NAME,
            Some("pilot"),
        );
    }
}

#[test]
fn questions_depend_only_on_what_stands_earlier_and_never_on_scores() {
    let relevant = |rule: &str, sentence| {
        let right = "relevant = 'kind == \"caterer\" && level(\"BEP-3\") != 0'";
        one(right, &format!("relevant = {rule}"), sentence, None);
    };
    relevant("'level(«\"BEP-5\") > 2'", key::PROGRAMME_ITEM_LATER);
    relevant("'!rated(«\"BEP-4\")'", key::PROGRAMME_ITEM_LATER);
    relevant("'«supported > 5000'", key::PROGRAMME_CONDITION_SCORE);
    relevant("'pilot || «outcome_supported > 5000'", key::PROGRAMME_CONDITION_SCORE);
    let constraint = KITCHENS.replace("'level(\"BEP-6\") < 3 ||", "'level(\"BEP-6\") < 3 || supported > 10 ||");
    assert!(mistakes(constraint).is_empty(), "a constraint is asked when the score is known");
}

#[test]
fn what_works_all_the_same_is_a_warning() {
    let warned = |right: &str, wrong: &str, sentence: Key| {
        let (file, place) = planted(right, wrong);
        told(&warnings(&file), &[(place, sentence, None)], wrong);
    };
    warned("{ vi = \"Tài xế.\", en = \"Drivers.\" }", "«{ en = \"Drivers.\" }", key::PROGRAMME_NO_VI);
    warned("{ vi = \"Tài xế.\", en = \"Drivers.\" }", "«{ vi = \"Tài xế.\", en = \"\" }", key::PROGRAMME_NO_EN);
    warned("{ vi = \"Nguồn thực phẩm\",", "«{ vi = \"Nguồn thực phẩm mua ngoài\",", key::PROGRAMME_LABEL_WIDE);
    let narrow = KITCHENS.replace("\"Nguồn thực phẩm\"", "\"Nguồn thực phẩm mua ở xa\"");
    assert_eq!(lines(&warnings(&narrow), Lang::En), [""; 0], "24 columns fit");
    warned("\"BEP-4\"\napplies_to = [\"caterer\"]", "«\"BEP-4\"\napplies_to = []", key::PROGRAMME_ITEM_UNSEEN);
    let market = "[[unit_kind]]\nid = «\"cho\"\nname = { vi = \"Chợ\", en = \"Market\" }\n\n";
    let proof = "[[evidence_kind]]\nid = \"so-luu\"";
    warned(proof, &(market.to_owned() + proof), key::PROGRAMME_KIND_SEES_NOTHING);
    warned(
        "\"BEP-4\"\napplies_to = [\"caterer\"]",
        "«\"BEP-4\"\nlife = \"BEP-5\"\napplies_to = [\"caterer\"]",
        key::PROGRAMME_LIFE_UNSEEN,
    );
}

#[test]
fn a_text_in_one_language_stands_for_both_and_is_put_into_nfc() {
    let file = KITCHENS.replace("{ vi = \"Tài xế.\", en = \"Drivers.\" }", "{ vi = \"Ta\u{300}i xê\u{301}.\" }");
    let read = programme::read(file.as_bytes()).expect("a programme");
    let (_, item) = read.programme.items().nth(3).expect("the fourth item");
    assert_eq!((item.ask_whom.vi.as_str(), item.ask_whom.en.as_str()), ("Tài xế.", "Tài xế."));
}

#[test]
fn a_file_full_of_mistakes_lists_a_thousand_and_says_that_there_are_more() {
    let file = format!("{KITCHENS}\n[x]\n{}", "[[section]]\nid = \"trùng\"\n".repeat(30_000));
    assert_eq!(mistakes(file).len(), 1001);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_edits_of_the_shipped_file_never_panic_and_are_never_refused_without_a_word(
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0_usize..4, prop::collection::vec(any::<u8>(), 0..6)),
            1..6,
        )
    ) {
        let mut file = SHIPPED.to_vec();
        for (at, length, bytes) in edits {
            let at = at.index(file.len());
            let end = (at + length).min(file.len());
            file.splice(at..end, bytes);
        }
        if let Err(mistakes) = programme::read(&file) {
            prop_assert!(!mistakes.is_empty());
            prop_assert!(mistakes.iter().all(|mistake| mistake.line > 0 && mistake.column > 0));
            prop_assert!(mistakes.is_sorted_by_key(|mistake| (mistake.line, mistake.column)));
        }
    }

    #[test]
    fn random_words_of_the_format_in_a_small_file_never_panic(
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), r#"(\[\[|\]\]|"|'|\{|\}|=|,|\.|\n|level\(|relevant = |life = |[0-9]|vi|Ẵ){1,4}"#),
            1..4,
        )
    ) {
        let mut file = SIX.to_owned();
        for (at, words) in edits {
            let at = file.floor_char_boundary(at.index(file.len()));
            file.insert_str(at, &words);
        }
        for lang in Lang::ALL {
            prop_assert!(lines(&mistakes(&file), lang).iter().all(|line| !line.contains("programme-")));
        }
    }
}
