//! Words in the person's own editor: a private file, the editor that `$VISUAL` or `$EDITOR` names, and what it left. Giving the terminal
//! away and taking it again is `terminal`'s.

use crate::i18n::{Message, key};
use std::{
    env,
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
};

/// A folder of nobody else's, gone when it is dropped.
struct Private(PathBuf);

impl Private {
    fn new() -> io::Result<Self> {
        let folder = env::temp_dir().join(format!("thucchat-{}", uuid::Uuid::new_v4()));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        // Failing leaves a folder that only this person can read; there is nothing better to do.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The words as the person's editor leaves them.
///
/// # Errors
/// Why there are none, in words; what stood in the field counts then.
pub(super) fn edit(words: &str) -> Result<String, Message> {
    let set = |name: &str| env::var(name).ok().filter(|editor| !editor.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).ok_or_else(|| Message::new(key::OUTSIDE_NO_EDITOR))?;
    let no_file = |error: io::Error| Message::new(key::OUTSIDE_NO_FILE).with("why", error.to_string());
    let folder = Private::new().map_err(no_file)?;
    let file = folder.0.join("o-nhap.txt");
    write(&file, words).map_err(no_file)?;
    match command(&editor, &file).status() {
        Ok(status) if status.success() => {}
        Ok(_) => return Err(Message::new(key::OUTSIDE_FAILED).with("editor", editor)),
        Err(error) => {
            return Err(Message::new(key::OUTSIDE_NOT_STARTED).with("editor", editor).with("why", error.to_string()));
        }
    }
    String::from_utf8(fs::read(&file).map_err(no_file)?).map_err(|_| Message::new(key::OUTSIDE_NOT_TEXT))
}

fn write(file: &Path, words: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(words.as_bytes())?;
    if words.is_empty() { Ok(()) } else { file.write_all(b"\n") }
}

/// The variables hold a command with its arguments, as in `code --wait`; the shell reads them as it does for every program.
fn command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file);
    command
}
