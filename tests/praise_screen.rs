//! The views of the roll-up whose rows are words: nominations for praise, read from the vault.

mod support;

use insta::assert_snapshot;
use support::Person;
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
    },
    i18n::Lang,
    intake::{fill, programme},
    tui::effect::Effect,
};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

const SEEN: &str = "[[evidence]]\nid = \"V-01\"\nkind = \"observation\"\ntext = \"3/4 hộ còn nuôi gà, tổ trưởng mở sổ thu mua\"\n\
    source = \"Nguyễn Thị Ẵm, ấp Kinh 4A\"\ncollected = 2023-10-12\n";
const SAID: &str =
    "[[evidence]]\nid = \"V-01\"\nkind = \"document\"\ntext = \"Báo cáo: \\\"đẩy mạnh\\\"\"\ncollected = 2023-10-12\n";
const STRENGTH: &str = "[[answer]]\nitem = \"C1-01\"\nrating = 3\nevidence = [\"V-01\"]\n\
    [[finding]]\nid = \"F-01\"\nkind = \"strength\"\nitems = [\"C1-01\"]\nevidence = [\"V-01\"]\n\
    transferable = true\ncondition = \"Tổ nuôi gà ấp Kinh 4A giữ 3/4 hộ sau hai năm\"\n";

/// Fills the inspection of a unit, and signs it.
fn sign(person: &mut Person, code: &str, file: &str) {
    let programme = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
    let inspection = person.inspection_of(code);
    let at = "2023-10-13T08:00:00+07:00".parse().expect("a time");
    let sign_off = Edit::SignOff(SignOff { by: "Trần Thị Bình".into(), at, journal_head: "0".repeat(64) });
    let edits = fill::read(file, &programme, &inspection).expect("a fill file").edits;
    let change = |edit| Change::Inspection { id: inspection.id, edit: Box::new(edit) };
    person.keeper.perform(Effect::Commit(edits.into_iter().chain([sign_off]).map(change).collect()));
}

/// Two committees: one saw what it praises, the other read it.
fn two_signed() -> Person {
    let mut person = Person::with_round();
    sign(&mut person, "904-DU", &format!("{SEEN}{STRENGTH}"));
    sign(&mut person, "907-DU", &format!("{SAID}{STRENGTH}"));
    let mut person = person.comes_back();
    person.keys("f5 shift+tab shift+tab");
    person
}

#[test]
fn a_verified_strength_is_put_forward_and_opens_down_to_its_evidence() {
    let mut person = two_signed();
    person.sees("đề nghị 1/2 đơn vị đã ký").sees("✓ Huyện ủy Tân Hiệp").sees("V-01 (E4)").sees("Nguyễn Thị Ẵm");
    person.keys("enter").sees("Huyện ủy Tân Hiệp ›").sees("3/4 hộ còn nuôi gà").keys("esc").sees("✓ Huyện ủy Tân Hiệp");
}

#[test]
fn a_unit_that_is_not_put_forward_says_why() {
    let mut person = two_signed();
    person.keys("down").sees("Huyện ủy Gò Quao – chưa đề nghị").sees("minh chứng mới đến E2, cần từ E3");
}

#[test]
fn what_is_signed_meanwhile_is_read_when_the_view_comes_back() {
    let mut person = Person::with_round();
    person.keys("f5 shift+tab shift+tab").sees("chưa có cuộc kiểm tra nào được ký");
    sign(&mut person, "904-DU", &format!("{SEEN}{STRENGTH}"));
    let mut person = person.comes_back();
    person.keys("f5 shift+tab shift+tab").sees("✓ Huyện ủy Tân Hiệp");
    let asked = person.asked.iter().filter(|effect| matches!(effect, Effect::LoadPraise(_))).count();
    person.keys("tab shift+tab");
    let again = person.asked.iter().filter(|effect| matches!(effect, Effect::LoadPraise(_))).count();
    assert_eq!((asked, again), (1, 1), "nothing changed: it is not read twice");
}

#[test]
fn nominations_as_they_look() {
    let mut person = two_signed();
    for lang in [Lang::Vi, Lang::En] {
        if lang == Lang::En {
            let mut settings = person.app.shared().settings.clone();
            settings.lang = lang;
            person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)]));
            person = person.comes_back();
            person.keys("f5 shift+tab shift+tab");
        }
        for (columns, rows) in SIZES {
            assert_snapshot!(format!("nominated_{}_{columns}x{rows}", lang.code()), person.screen(columns, rows));
        }
        person.keys("down");
        for (columns, rows) in SIZES {
            assert_snapshot!(format!("not_yet_{}_{columns}x{rows}", lang.code()), person.screen(columns, rows));
        }
    }
}
