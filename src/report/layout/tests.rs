use super::*;
use crate::domain::lang::Lang;

fn facts() -> Facts {
    Facts {
        superior: "Tỉnh ủy Kiên Giang".into(),
        issuer: "Ban Dân vận".into(),
        code: "BDVTU".into(),
        sign: "BC".into(),
        place: "Kiên Giang".into(),
        day: NaiveDate::from_ymd_opt(2021, 2, 2).expect("a day"),
        document: "report",
        lang: "vi",
        recipients: vec!["Ban Thường vụ Tỉnh ủy (để báo cáo)".into(), "Lưu Ban Dân vận".into()],
        title: "Trưởng ban".into(),
        signer: "Nguyễn Thị Ẵm".into(),
        ..Facts::default()
    }
}

fn lines(body: Body, part: Part, facts: &Facts) -> Vec<String> {
    Layouts::default().lines(body, part, facts)
}

#[test]
fn the_shipped_layouts_have_no_mistakes() {
    for text in [PARTY, STATE] {
        assert_eq!(read(text).err(), None);
    }
}

#[test]
fn the_party_writes_no_colon_after_the_number_and_a_hyphen_before_the_kind() {
    assert_eq!(
        lines(Body::Party, Part::HeadLeft, &facts()),
        ["TỈNH ỦY KIÊN GIANG", "BAN DÂN VẬN", "*", "Số ……-BC/BDVTU"]
    );
    let right = lines(Body::Party, Part::HeadRight, &facts());
    assert_eq!(right.first().map(String::as_str), Some("ĐẢNG CỘNG SẢN VIỆT NAM"));
    assert_eq!(right.last().map(String::as_str), Some("Kiên Giang, ngày 02 tháng 02 năm 2021"));
}

#[test]
fn the_state_writes_name_and_motto_of_the_country_and_a_colon_after_the_number() {
    assert_eq!(lines(Body::State, Part::HeadLeft, &facts()).last().map(String::as_str), Some("Số: ……/BC-BDVTU"));
    let right = lines(Body::State, Part::HeadRight, &facts());
    assert_eq!(right[..2], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]);
}

#[test]
fn days_below_ten_and_months_one_and_two_carry_a_zero() {
    let on = |year, month, day, place: &str, lang: Lang| {
        let day = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let facts = Facts { day, place: place.into(), lang: lang.code(), ..facts() };
        lines(Body::Party, Part::HeadRight, &facts).pop().expect("a date")
    };
    assert_eq!(on(2023, 11, 15, "Kiên Giang", Lang::Vi), "Kiên Giang, ngày 15 tháng 11 năm 2023");
    assert_eq!(on(2024, 3, 9, "Kiên Giang", Lang::Vi), "Kiên Giang, ngày 09 tháng 3 năm 2024");
    assert_eq!(on(2024, 1, 10, " ", Lang::Vi), "Ngày 10 tháng 01 năm 2024");
    assert_eq!(on(2023, 11, 15, "Kiên Giang", Lang::En), "Kiên Giang, 15 November 2023");
}

#[test]
fn recipients_end_with_commas_and_the_last_with_a_full_stop() {
    let left = lines(Body::Party, Part::FootLeft, &facts());
    assert_eq!(left, ["Nơi nhận:", "- Ban Thường vụ Tỉnh ủy (để báo cáo),", "- Lưu Ban Dân vận."]);
    assert!(lines(Body::Party, Part::FootLeft, &Facts { lang: "vi", ..Facts::default() }).is_empty());
}

#[test]
fn a_teams_own_layout_is_used_in_its_days_and_for_its_bodies_only() {
    let own = PARTY.replace("from = 2018-04-03", "from = 2024-01-01\nto = 2024-12-31").replace("\n*\n", "\nNĂM 2024\n");
    let layouts = Layouts::over_shipped(vec![read(&own).expect("a layout")]);
    let on = |year, body| {
        let day = NaiveDate::from_ymd_opt(year, 6, 1).expect("a day");
        layouts.lines(body, Part::HeadLeft, &Facts { day, ..facts() }).contains(&"NĂM 2024".to_owned())
    };
    assert!(on(2024, Body::Party));
    assert!(!on(2023, Body::Party) && !on(2025, Body::Party) && !on(2024, Body::State));
}

#[test]
fn mistakes_name_their_line_the_variable_and_what_there_is() {
    let wrong = PARTY.replace("{{ issuer | upper }}", "{{ isuer | upper }}");
    let mistakes = read(&wrong).expect_err("a mistake");
    let line = wrong.lines().position(|line| line.contains("isuer")).expect("the line") + 1;
    assert_eq!((mistakes.len(), mistakes[0].line), (1, line));
    let told = mistakes[0].line_in(Lang::Vi);
    assert!(told.contains("isuer") && told.contains("issuer") && told.contains("signed_at"), "{told}");
    assert_eq!(mistakes[0].nearest.as_deref(), Some("issuer"));
}

#[test]
fn what_is_no_template_and_what_fails_on_a_document_is_told_with_its_line() {
    let long = "x".repeat(160);
    for (good, bad, what) in [
        ("{% endfor %}", "{% endfro %}", "endfro"),
        ("{{ superior | upper }}", "{{ superior | uper }}", "uper"),
        ("{{ title | upper }}", "{{ title.name | upper }}", ""),
        (
            "{{ signer }}",
            &format!("{{% for a in '{long}' %}}{{% for b in '{long}' %}}{{% endfor %}}{{% endfor %}}"),
            "fuel",
        ),
        ("{{ signer }}", "{{ range(100000) | join('x') }}", "range"),
        // What one step makes is not counted.
        ("{{ signer }}", "{{ [0] * 99999999 }}", "`*`"),
        ("{{ signer }}", "{{ ('x' ** 9) }}", "`*`"),
        ("{{ signer }}", "{% set x = signer %}", "set"),
        ("{{ signer }}", "{# {{ #}{% set x = signer %}{{ signer }}", "set"),
        ("{{ signer }}", "{{ {'a': {'b': signer}} | replace('', signer) }}", "`{`"),
        ("{{ signer }}", "{{ '}}' }}{{ signer | replace('', signer) }}", "replace"),
        ("{{ signer }}", "{%- macro x() %}{% endmacro %}", "macro"),
        ("{{ signer }}", "{{ signer | replace('', signer) }}", "replace"),
        ("{{ signer }}", "{{ '%0999999999d' | format(day) }}", "%0999999999d"),
        ("{{ signer }}", "{{ '%*d' | format(99999999, day) }}", "%*d"),
        ("{{ signer }}", "{{ '%(ẵ)d' | format(day) }}", "%(ẵ)d"),
        // Patterns that are whole on a document only.
        ("{{ signer }}", "{{ ('%' ~ '(ẵ)d') | format(day) }}", "%(ẵ)d"),
        ("{{ signer }}", "{{ '\\u0025(ẵ)d' | format(day) }}", "%(ẵ)d"),
        ("{{ signer }}", "{{ ('%099' ~ '9999999d') | format(day) }}", "%0999999999d"),
    ] {
        let wrong = PARTY.replace(good, bad);
        let mistakes = read(&wrong).expect_err(bad);
        let line = wrong.lines().position(|line| line.contains(bad)).expect("the line") + 1;
        assert_eq!(mistakes[0].line, line, "{bad}: {}", mistakes[0].line_in(Lang::En));
        assert!(mistakes[0].line_in(Lang::En).contains(what), "{}", mistakes[0].line_in(Lang::En));
    }
}

#[test]
fn what_is_no_layout_is_told_at_its_place() {
    let told = |text: &str| read(text).expect_err("a mistake").remove(0);
    assert_eq!(told("body = ").line, 1);
    assert_eq!(told(&PARTY.replace("body = \"party\"", "body = \"parti\"")).nearest.as_deref(), Some("party"));
    let line = PARTY.lines().position(|line| line.starts_with("from")).expect("the line") + 1;
    assert_eq!(told(&PARTY.replace("from = 2018-04-03", "from = 07:32:00")).line, line);
    assert!(told("body = \"party\"").what.to(Lang::En).contains("head_left"));
    assert!(told(&PARTY.replace("foot_left", "foot_lft")).what.to(Lang::En).contains("foot_lft"));
}
