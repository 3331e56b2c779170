//! One team with its own vault and home, and the program run for it.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

pub const PROGRAMME: &str = include_str!("programme.toml");
pub const UNITS: &str = include_str!("units.csv");
pub const FILL: &str = include_str!("fill.toml");

/// The inspection that the tests fill in.
pub const TAN_HIEP: &str = "2023-so-ket/904-DU";

/// A folder with a home, files and a vault; nothing of the person who runs the tests.
pub struct Team {
    dir: TempDir,
}

impl Team {
    /// A team without a vault.
    pub fn without_vault() -> Self {
        Self { dir: TempDir::new().expect("a temporary folder") }
    }

    /// A team with an empty vault that works with the example programme.
    pub fn new() -> Self {
        let team = Self::without_vault();
        team.write("programme.toml", PROGRAMME);
        team.run(["init", "--programme", "programme.toml", "--name", "Nguyễn Thị Ẵm"]).ends_with(0);
        team
    }

    /// With the units of the example imported, and the round planned.
    pub fn planned() -> Self {
        Self::new().with_round()
    }

    /// The same with the programme that ships, which draws models.
    pub fn planned_with_the_shipped_programme() -> Self {
        let team = Self::without_vault();
        team.run(["init", "--name", "Nguyễn Thị Ẵm"]).ends_with(0);
        team.with_round()
    }

    fn with_round(self) -> Self {
        let team = self;
        team.write("units.csv", UNITS);
        team.run(["unit", "import", "units.csv"]).ends_with(0);
        let line =
            ["round", "add", "2023-so-ket", "--title", "Sơ kết 2023", "--from", "2023-01-01", "--to", "2023-12-31"];
        team.run(line).ends_with(0);
        team.run(["round", "plan", "2023-so-ket", "--kind", "party_committee", "government"]).ends_with(0);
        team
    }

    /// With the inspection of Tân Hiệp filled in.
    pub fn filled() -> Self {
        let team = Self::planned();
        team.write("fill.toml", FILL);
        team.write("anh/kinh4a.txt", "ảnh chụp lúc 9 giờ");
        team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]).ends_with(0);
        team
    }

    /// With the inspection of Tân Hiệp signed.
    pub fn signed() -> Self {
        let team = Self::filled();
        team.run(["inspection", "sign", TAN_HIEP, "--by", "Lê Văn Cường"]).ends_with(0);
        team
    }

    pub fn vault(&self) -> PathBuf {
        self.path("vault")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// The program as this team would start it: its own home, its vault, Vietnamese.
    pub fn command(&self) -> Command {
        let mut command = bare(self.dir.path());
        command.env("THUCCHAT_VAULT", self.vault()).env("THUCCHAT_LANG", "vi");
        command
    }

    pub fn run<'a>(&self, line: impl IntoIterator<Item = &'a str>) -> Ran {
        Ran::from(self.command().args(line).output().expect("the program runs"))
    }

    /// Runs a line that must end well and gives its data as JSON.
    pub fn json<'a>(&self, line: impl IntoIterator<Item = &'a str>) -> Value {
        let ran = Ran::from(self.command().args(line).args(["--format", "json"]).output().expect("the program runs"));
        ran.ends_with(0);
        let value: Value = serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{why}:\n{}", ran.out));
        assert!(ran.out.starts_with("{\n  \"schema\": \"thucchat."), "{}", ran.out);
        assert_eq!(value["version"], 1);
        value
    }
}

/// The program in `folder`, without any of the environment that could change what it says.
pub fn bare(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thucchat"));
    command.current_dir(folder).env_clear().env("HOME", folder).env("XDG_DATA_HOME", folder.join("data"));
    command
}

/// What a run of the program came to.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    #[track_caller]
    pub fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Data on stdout that holds each of these.
    #[track_caller]
    pub fn prints<'a>(&self, parts: impl IntoIterator<Item = &'a str>) -> &Self {
        for part in parts {
            assert!(self.out.contains(part), "no {part:?} in stdout:\n{}\nstderr:\n{}", self.out, self.err);
        }
        self
    }

    /// Words on stderr that hold each of these.
    #[track_caller]
    pub fn says<'a>(&self, parts: impl IntoIterator<Item = &'a str>) -> &Self {
        for part in parts {
            assert!(self.err.contains(part), "no {part:?} in stderr:\n{}\nstdout:\n{}", self.err, self.out);
        }
        self
    }
}
