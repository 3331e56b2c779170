//! The model file: what it brings, what it leaves, and every mistake with its place.

use super::samples::*;
use thucchat::{
    domain::{
        ids::ModelId,
        model::{ModelKind, Register, State},
    },
    i18n::Lang,
    intake::models::{Row, RowDoes, read},
};
use uuid::Uuid;

const FULL: &str = "code,name,kind,field,place,owner,partners,registered,state,recognised,awarded,last_activity,baseline,goal,indicator,leader,beneficiaries
MH-01,\"Nguyễn Thị Ẵm, ấp Kinh 4A, \"\"đẩy mạnh\"\"\",individual,Kinh tế,ấp Kinh 4A,Hội Nông dân,Đoàn xã,01/03/2021,recognised,2022-09-02,2022-11-20,2023-09-30,17 hộ,5 hộ,sổ xã,yes,42
MH-02,Tổ tự quản,,,,,,2021-04-01,,,,,,,,,
";

fn ids() -> impl FnMut() -> ModelId {
    let mut next = 0;
    move || {
        next += 1;
        ModelId(Uuid::from_u128(next))
    }
}

fn rows(file: &str, known: &Register) -> Vec<Row> {
    read(file.as_bytes(), known, &mut ids()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn mistakes(file: &str, known: &Register) -> Vec<String> {
    let mistakes = read(file.as_bytes(), known, &mut ids()).expect_err("mistakes");
    mistakes.iter().map(|mistake| mistake.line_in(Lang::En)).collect()
}

fn known(file: &str) -> Register {
    rows(file, &Register::default()).into_iter().map(|row| (row.id, row.model)).collect()
}

#[test]
fn a_full_row_fills_every_field_and_a_bare_one_none() {
    let rows = rows(FULL, &Register::default());
    let [full, bare] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((full.line, full.does, full.model.name.as_str()), (2, RowDoes::Adds, HOSTILE));
    assert_eq!((full.model.kind, full.model.state()), (ModelKind::Individual, State::Recognised));
    assert_eq!(full.model.life.registration(), Some(day("2021-03-01")));
    assert_eq!(full.model.life.since(), Some(day("2022-09-02")), "the step has the day of the recognition");
    assert_eq!((full.model.leader, full.model.beneficiaries), (true, Some(42)));
    let texts = [&full.model.field, &full.model.place, &full.model.owner, &full.model.partners, &full.model.baseline];
    assert_eq!(texts, ["Kinh tế", "ấp Kinh 4A", "Hội Nông dân", "Đoàn xã", "17 hộ"]);
    assert_eq!(
        (bare.model.state(), bare.model.kind, bare.model.leader),
        (State::Registered, ModelKind::Collective, false)
    );
}

#[test]
fn the_same_file_again_does_nothing_and_a_changed_row_keeps_its_model() {
    let register = known(FULL);
    assert!(rows(FULL, &register).iter().all(|row| row.does == RowDoes::Nothing));
    let changed = rows("mã;tên;trạng thái;từ ngày\nMH-02;Tổ tự quản;đang chạy;05/06/2021\n", &register);
    let [row] = &changed[..] else { panic!("{changed:?}") };
    assert_eq!((row.does, row.id), (RowDoes::Changes, register.coded("MH-02").expect("known").0));
    assert_eq!((row.model.state(), row.model.life.since()), (State::Running, Some(day("2021-06-05"))));
    assert_eq!(
        row.model.life.registration(),
        Some(day("2021-04-01")),
        "a column that is not there leaves what is known"
    );
}

#[test]
fn every_mistake_is_told_with_its_place_and_a_way_out() {
    let file = "code,name,kind,registered,state,recognised,last_activity,leader,beneficiaries,lạ
,Không mã,,,,,,,,
MH-01,,collectiv,2021-02-30,runing,,,maybe,-3,
MH-02,Tổ,,2022-05-01,refused,2022-06-01,2022-04-30,,,
MH-02,Tổ,,,,,,,,
MH-03,thiếu ô
";
    let told = mistakes(file, &Register::default());
    let expected = [
        ("1:79:", "no column “lạ”"),
        ("2:1:", "code"),
        ("3:7:", "name"),
        ("3:8:", "no kind “collectiv”"),
        ("3:18:", "“2021-02-30” is no date"),
        ("3:29:", "no state “runing”"),
        ("3:38:", "“maybe” is not clear"),
        ("3:44:", "“-3” is no number of people"),
        ("4:30:", "refused has no day of recognition"),
        ("4:41:", "last_activity is 30/04/2022, before the registration of 01/05/2022"),
        ("5:1:", "“MH-02”"),
        ("6:1:", "2"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, (place, words)) in told.iter().zip(expected) {
        assert!(told.starts_with(place) && told.contains(words), "{told}\nnot\n{place} {words}");
    }
    assert!(told[3].contains("“collective”?") && told[5].contains("“running”?"), "{told:#?}");
}

#[test]
fn a_state_that_cannot_follow_is_a_mistake_that_names_those_that_can() {
    let register = known("code,name,registered,state\nMH-01,Tổ,2021-03-01,refused\nMH-02,Tổ,2021-03-01,recognised\n");
    let told = mistakes("code,name,state\nMH-01,Tổ,running\nMH-02,Tổ,running\n", &register);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(
        told[0].starts_with("2:10: A model that is refused cannot become running. It can become: –"),
        "{}",
        told[0]
    );
    assert!(told[1].contains("cannot become running. It can become: replicated, merged, stopped"), "{}", told[1]);
    let early = mistakes("code,name,state,since\nMH-02,Tổ,stopped,2020-01-01\n", &register);
    assert!(early[0].starts_with("2:18: This step stands before an earlier one of 01/03/2021"), "{early:?}");
}

#[test]
fn no_file_makes_the_reader_panic() {
    for file in ["", "\u{feff}", "code", "code,name\n\"", "\u{0}", "code,name\nMH-01,Tổ,thừa\n", "code;name\n;\n"] {
        let _ = read(file.as_bytes(), &Register::default(), &mut ids());
    }
    let _ = read(&[0xff, 0xfe, 0x00], &Register::default(), &mut ids());
}
