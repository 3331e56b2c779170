//! The real program, killed while it answers: what the screen had called saved is in the vault, and the program goes on.

use super::{BINARY, pty::Pty, run};
use std::process::Command;

const KILLS: usize = 50;

/// A small generator (`SplitMix64`), so that a failing moment can be met again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}

/// A vault with an inspection for every kill.
fn vault() -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let dir = folder.path().join("vault");
    let mut units = vec!["code,name,kind,parent,tier".to_owned(), "91,Tỉnh Kiên Giang,place,,province".to_owned()];
    units.extend((100..100 + KILLS).map(|number| format!("DU{number},Đảng ủy số {number},party_committee,91,commune")));
    let file = folder.path().join("units.csv");
    std::fs::write(&file, units.join("\n")).expect("the file of units");
    run(&dir, &["init", "--name", "Nguyễn Thị Ẵm"]);
    run(&dir, &["unit", "import", &file.display().to_string()]);
    run(&dir, &["round", "add", "2023", "--title", "2023", "--from", "2023-01-01", "--to", "2023-12-31"]);
    run(&dir, &["round", "plan", "2023", "--kind", "party_committee"]);
    folder
}

/// How many answers the screen shows, when it also calls everything saved. Both stand in one frame, and a frame is one write.
fn called_saved(screen: &str) -> usize {
    let shown = screen.split("Nội dung ").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
    if screen.contains("✓ đã lưu") { shown.unwrap_or(0) } else { 0 }
}

#[test]
fn fifty_kills_at_random_moments_lose_nothing_that_the_screen_called_saved() {
    let folder = vault();
    let dir = folder.path().join("vault");
    let mut chance = Chance(70);
    let mut saved_in_all = 0;
    for number in 100..100 + KILLS {
        let mut pty = Pty::start(BINARY, &["--vault", &dir.display().to_string(), "--lang", "vi"], &[], (100, 30));
        let opening = number % 10 == 0;
        if !opening {
            pty.waits_for("Hàng chờ")
                .send("/")
                .send(&format!("du{number}"))
                .send("\r")
                .waits_for(&format!("số {number}"))
                .send("\r");
            pty.waits_for("Nội dung ").send(&"3n".repeat(14));
        }
        pty.reads_some(chance.below(if opening { 2_000 } else { 30_000 }));
        pty.kill();
        let acknowledged = called_saved(&pty.screen());
        saved_in_all += acknowledged;
        let shown = Command::new(BINARY)
            .args([
                "--vault",
                &dir.display().to_string(),
                "inspection",
                "show",
                &format!("2023/DU{number}"),
                "--format",
                "toml",
            ])
            .output()
            .expect("the program runs");
        assert!(shown.status.success(), "after kill {number}: {}", String::from_utf8_lossy(&shown.stderr));
        let kept = String::from_utf8_lossy(&shown.stdout).matches("rating = 3").count();
        assert!(kept >= acknowledged, "kill {number}: {acknowledged} answers were called saved, {kept} are kept");
    }
    assert!(
        saved_in_all > KILLS,
        "the kills came too early to prove anything: {saved_in_all} answers were called saved"
    );
    run(&dir, &["vault", "verify"]);
}
