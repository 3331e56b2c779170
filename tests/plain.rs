//! The walk line by line: the real program with a script at a pipe and with a person at a dumb terminal.

#[path = "plain/day.rs"]
mod day;
#[path = "plain/hostile.rs"]
mod hostile;
#[path = "terminal/pty.rs"]
mod pty;

use pty::Pty;
use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;
use thucchat::text::width;

const PROGRAMME: &str = include_str!("cli/programme.toml");
const UNITS: &str = include_str!("cli/units.csv");

/// A team with an empty vault for the worked example, its units in a file.
struct Team {
    folder: TempDir,
}

/// What was written, and how the program ended.
struct Talked {
    out: String,
    code: Option<i32>,
}

impl Team {
    fn new(lang: &str) -> Self {
        let team = Self { folder: TempDir::new().expect("a temporary folder") };
        team.write("programme.toml", PROGRAMME);
        team.write("units.csv", UNITS);
        team.run(&["--lang", lang, "init", "--programme", &team.path("programme.toml"), "--name", "Trần Thị Bình"]);
        team
    }

    /// The same with a round of party committees planned.
    fn planned(lang: &str) -> Self {
        let team = Self::new(lang);
        team.run(&["unit", "import", &team.path("units.csv")]);
        team.run(&["round", "add", "2023-so-ket", "--title", "Sơ kết", "--from", "2023-01-01", "--to", "2023-12-31"]);
        team.run(&["round", "plan", "2023-so-ket", "--kind", "party_committee"]);
        team
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).expect("a file of the team");
    }

    fn path(&self, name: &str) -> String {
        self.file(name).display().to_string()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thucchat"));
        command.current_dir(self.folder.path()).env_clear().env("HOME", self.folder.path());
        command.env("THUCCHAT_VAULT", self.vault());
        command
    }

    fn vault(&self) -> PathBuf {
        self.file("vault")
    }

    fn run(&self, line: &[&str]) -> String {
        let ran = self.command().args(line).output().expect("the program runs");
        assert!(ran.status.success(), "{line:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).expect("words")
    }

    fn show(&self, name: &str) -> serde_json::Value {
        let shown = self.run(&["--format", "json", "inspection", "show", name]);
        serde_json::from_str(&shown).expect("JSON")
    }

    /// Talks with the program: one line of `lines` after the other, then the end of input.
    fn talk(&self, lines: impl AsRef<[u8]>) -> Talked {
        let mut child = self
            .command()
            .arg("--plain")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("a pipe");
        let lines = lines.as_ref().to_vec();
        let writer = std::thread::spawn(move || {
            // A program that has quit reads no more; that is its right.
            let _ = input.write_all(&lines);
        });
        let ran = child.wait_with_output().expect("the program ends");
        writer.join().expect("the script was written");
        let talked = Talked { out: String::from_utf8(ran.stdout).expect("words"), code: ran.status.code() };
        assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
        talked.is_plain();
        talked
    }

    /// The same program at a dumb terminal, without being asked to be plain.
    fn sits_down(&self, lang: &str) -> Pty {
        let program = env!("CARGO_BIN_EXE_thucchat");
        let vault = self.vault().display().to_string();
        let home = self.folder.path().display().to_string();
        Pty::start(program, &["--vault", &vault, "--lang", lang], &[("TERM", "dumb"), ("HOME", &home)], (80, 300))
    }
}

impl Talked {
    /// No escape sequence, no drawn line, no line wider than a terminal.
    #[track_caller]
    fn is_plain(&self) {
        assert!(!self.out.contains('\u{1b}'), "{:?}", self.out);
        let drawn = |c: char| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{27bf}');
        for line in self.out.lines() {
            assert!(width(line) <= 80, "{} columns: {line}", width(line));
            assert!(!line.contains(drawn), "drawn: {line}");
        }
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(&self.out).contains(&flat(words)), "“{words}” was not said:\n{}", self.out);
        self
    }

    #[track_caller]
    fn ends_well(&self) -> &Self {
        assert_eq!(self.code, Some(0), "{}", self.out);
        self
    }
}

fn exists(path: &Path) -> bool {
    path.try_exists().expect("the folder can be read")
}

#[test]
fn every_screen_says_itself_in_words() {
    for entry in std::fs::read_dir("src/tui/screens").expect("the screens") {
        let path = entry.expect("an entry").path();
        assert!(!path.is_dir() || exists(&path.join("words.rs")), "{} has no words.rs", path.display());
    }
}

#[test]
fn a_low_rating_on_words_alone_is_proposed_as_not_verified_line_by_line() {
    let team = Team::planned("vi");
    team.talk("1\n1\n").says("nên ghi “chưa rõ”").says("đứng đầu");
}
