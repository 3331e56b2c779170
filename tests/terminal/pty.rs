//! A pseudo-terminal with the program in it and an emulated screen. Waits for what is expected; never sleeps for a fixed time.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::{
    io::{Read, Write},
    num::NonZeroU16,
    process::Command,
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};
use unicode_normalization::UnicodeNormalization;

/// How long a screen may take before a test fails; never reached on a good day.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Everything that was written.
    written: Vec<u8>,
}

#[allow(dead_code, reason = "each test binary uses its part")]
impl Pty {
    pub fn start(program: &str, args: &[&str], env: &[(&str, &str)], (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 })
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 1 << 14];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Self {
            master: pair.master,
            writer,
            child,
            output,
            parser: vt100::Parser::new(positive(rows), positive(cols), 0),
            written: Vec::new(),
        }
    }

    pub fn send(&mut self, bytes: &str) -> &mut Self {
        self.writer.write_all(bytes.as_bytes()).expect("the program reads");
        self.writer.flush().expect("the program reads");
        self
    }

    /// Sends bytes as they are, also the half of a character.
    pub fn sends_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.writer.write_all(bytes).expect("the program reads");
        self.writer.flush().expect("the program reads");
        self
    }

    /// What stands in a cell.
    pub fn letter_at(&self, row: u16, column: u16) -> String {
        self.parser.screen().cell(row, column).map(|cell| cell.contents().to_owned()).unwrap_or_default()
    }

    /// Row and column of the real cursor, from 0.
    pub fn cursor(&self) -> (u16, u16) {
        self.parser.screen().cursor_position()
    }

    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a new size");
        self.parser.screen_mut().set_size(positive(rows), positive(cols));
        self
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents().nfc().collect()
    }

    #[track_caller]
    pub fn waits_for(&mut self, words: &str) -> &mut Self {
        let words: String = words.nfc().collect();
        let end = Instant::now() + PATIENCE;
        while !self.screen().contains(&words) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.takes(&bytes),
                Err(why) => panic!("“{words}” never came ({why}); the screen:\n{}", self.screen()),
            }
        }
        self
    }

    /// Waits until words that stand on the screen stand there no more.
    #[track_caller]
    pub fn waits_until_gone(&mut self, words: &str) -> &mut Self {
        self.waits_until(|screen| !screen.contains(words))
    }

    /// Waits for a screen that is as it is expected to be.
    #[track_caller]
    pub fn waits_until(&mut self, expected: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !expected(&self.screen()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.takes(&bytes),
                Err(why) => panic!("it never came ({why}); the screen:\n{}", self.screen()),
            }
        }
        self
    }

    fn takes(&mut self, bytes: &[u8]) {
        self.written.extend(bytes);
        self.parser.process(bytes);
    }

    /// Everything that was written so far.
    pub fn bytes(&self) -> &[u8] {
        &self.written
    }

    /// What another program writes on the same terminal.
    pub fn shows(&mut self, bytes: &str) {
        self.parser.process(bytes.as_bytes());
    }

    /// Takes in about so many bytes of output, or all there is while the program says nothing for a tenth of a second.
    pub fn reads_some(&mut self, bytes: u64) {
        let mut left = usize::try_from(bytes).unwrap_or(usize::MAX);
        while left > 0
            && let Ok(output) = self.output.recv_timeout(Duration::from_millis(100))
        {
            left = left.saturating_sub(output.len());
            self.parser.process(&output);
        }
    }

    /// Takes in what the program says until a moment.
    pub fn reads_until(&mut self, moment: Instant) {
        while let Ok(output) = self.output.recv_timeout(moment.saturating_duration_since(Instant::now())) {
            self.takes(&output);
        }
    }

    /// Reads until the program says nothing for a fifth of a second.
    pub fn is_quiet(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.parser.process(&bytes);
        }
        self
    }

    /// Expects that the program says nothing at all for so long.
    pub fn is_quiet_for(&mut self, time: Duration) {
        match self.output.recv_timeout(time) {
            Err(RecvTimeoutError::Timeout) => {}
            other => panic!("nobody asked for {other:?}"),
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    pub fn kill(&mut self) {
        self.signal("KILL");
        let _ = self.child.wait();
    }

    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args([&format!("-{name}"), &self.pid().to_string()]).status();
        assert!(status.expect("kill runs").success());
    }

    /// Reads to the end of the program's output; its exit code.
    pub fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.takes(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program does not end; the screen:\n{}", self.screen()),
            }
        }
        self.child.wait().expect("an exit code").exit_code()
    }

    pub fn left_alternate_screen(&self) -> bool {
        !self.parser.screen().alternate_screen()
    }

    pub fn cursor_is_shown(&self) -> bool {
        !self.parser.screen().hide_cursor()
    }

    /// Whether the program asks for the mouse.
    pub fn takes_the_mouse(&self) -> bool {
        self.parser.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    /// A click of the left button at a column and row from 0, in SGR form.
    pub fn clicks(&mut self, column: u16, row: u16) -> &mut Self {
        let (column, row) = (column + 1, row + 1);
        self.send(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"))
    }

    /// Row of the words on the screen, from 0.
    pub fn row_of(&self, words: &str) -> u16 {
        let row = self.parser.screen().rows(0, 300).position(|row| row.nfc().collect::<String>().contains(words));
        u16::try_from(row.unwrap_or_else(|| panic!("no “{words}”:\n{}", self.screen()))).expect("a row")
    }

    fn cells(&self) -> impl Iterator<Item = (u16, u16, &vt100::Cell)> {
        let (rows, cols): (u16, u16) = {
            let (rows, cols) = self.parser.screen().size();
            (rows.get(), cols.get())
        };
        (0..rows)
            .flat_map(move |row| (0..cols).map(move |col| (row, col)))
            .filter_map(|(row, col)| Some((row, col, self.parser.screen().cell(row, col)?)))
    }

    pub fn has_any_colour(&self) -> bool {
        self.cells()
            .any(|(_, _, cell)| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default)
    }

    pub fn has_reverse_on(&self, words: &str) -> bool {
        self.has_on(words, vt100::Cell::inverse)
    }

    /// Whether a cell of the row with these words is bold.
    pub fn has_bold_on(&self, words: &str) -> bool {
        self.has_on(words, vt100::Cell::bold)
    }

    fn has_on(&self, words: &str, is: impl Fn(&vt100::Cell) -> bool) -> bool {
        let row = self.parser.screen().rows(0, 300).position(|row| row.contains(words));
        row.is_some_and(|wanted| self.cells().any(|(row, _, cell)| usize::from(row) == wanted && is(cell)))
    }
}

fn positive(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).expect("a size above 0")
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
