//! The text that is written, line by line.

/// Lines as they stand in the file.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// Adds a line without its last blanks.
    pub(super) fn line(&mut self, line: &str) {
        let mut parts = line.trim_end().split('\u{a0}');
        self.0.push_str(parts.next().unwrap_or_default());
        // A no-break space has done its work once lines are broken; whoever searches the text types a plain one.
        for part in parts {
            self.0.push(' ');
            self.0.push_str(part);
        }
        self.0.push('\n');
    }

    /// Adds lines.
    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        lines.into_iter().for_each(|line| self.line(line.as_ref()));
    }

    /// Sets what comes apart from what stands by an empty line, where there is none yet.
    pub(super) fn apart(&mut self) {
        let has_room = self.0.is_empty() || self.0 == "\n" || self.0.ends_with("\n\n");
        if !has_room {
            self.0.push('\n');
        }
    }

    /// Adds lines that were laid out elsewhere.
    pub(super) fn push(&mut self, lines: &Self) {
        self.0.push_str(&lines.0);
    }

    /// Adds a whole page, apart from what stands.
    pub(super) fn append(&mut self, page: &Self) {
        self.apart();
        self.push(page);
    }

    /// The text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}
