//! The terminal: set up, drawn on, and always given back as it was – on leaving, on a panic, on a signal.

use crate::tui::ui::{Frame, canvas::Canvas};
use crossterm::{
    Command,
    cursor::Show,
    event::{self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste},
    execute,
    terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size},
};
use ratatui::backend::CrosstermBackend;
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::SIGCONT;
use std::{
    fmt,
    io::{self, BufWriter, Stdout, Write, stdout},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// The screen while the application runs. Dropping it gives the terminal back.
#[derive(Debug)]
pub(super) struct Screen {
    canvas: Canvas<CrosstermBackend<BufWriter<Stdout>>>,
    takes_mouse: bool,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn open() -> io::Result<Self> {
        restore_on_panic();
        // The theme alone decides: under NO_COLOR crossterm would strip a theme that was asked for of its selected row too.
        crossterm::style::force_color_output(true);
        take()?;
        // From here on a change of size is an event; one that came between the first frame and the first read would be lost.
        event::poll(Duration::ZERO).inspect_err(|_| restore())?;
        Ok(Self { canvas: blank(), takes_mouse: false })
    }

    /// Takes the terminal anew, after it was in other hands; the next frame is drawn whole. Fails from the background, where the
    /// system stops the program instead.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        // What held it meanwhile may have left it in any mode, also one that looks like ours.
        disable_raw_mode()?;
        take()?;
        self.canvas = blank();
        self.takes_mouse = false;
        Ok(())
    }

    /// Gives the terminal back and stops with everything in front of the shell, as its programs do; takes the terminal again when
    /// somebody goes on. `false` when nobody can: the system stops no program that no shell watches over.
    pub(super) fn suspend(&mut self) -> io::Result<bool> {
        let went_on = Arc::new(AtomicBool::new(false));
        let watch = signal_hook::flag::register(SIGCONT, Arc::clone(&went_on))?;
        restore();
        let stopped = kill_current_process_group(Signal::TSTP);
        // Here the program stands still, for as long as the person likes.
        let taken = self.take_again();
        signal_hook::low_level::unregister(watch);
        stopped?;
        taken?;
        Ok(went_on.load(Ordering::Relaxed))
    }

    /// Lets something else have the terminal while it runs, then takes it again.
    pub(super) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let given = work();
        self.take_again()?;
        Ok(given)
    }

    /// Hands words to the terminal's clipboard.
    pub(super) fn copy_out(words: &str) -> io::Result<()> {
        execute!(stdout(), CopyOut(words))
    }

    /// Columns and rows.
    pub(super) fn size() -> io::Result<(u16, u16)> {
        size()
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn take_mouse(&mut self, takes: bool) -> io::Result<()> {
        if takes == self.takes_mouse {
            return Ok(());
        }
        self.takes_mouse = takes;
        if takes { execute!(stdout(), EnableClicks) } else { execute!(stdout(), DisableMouseCapture) }
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.canvas.draw(view)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Some terminals keep the screen that is left, and show it to the next program that asks for it. After a panic it is left already, and
        // what would be cleared is the shell's.
        if !std::thread::panicking() {
            let _ = execute!(stdout(), Clear(ClearType::All));
        }
        restore();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste).inspect_err(|_| restore())
}

/// A screen that knows nothing of what is on it. One frame is one write: a half-drawn screen never shows.
fn blank() -> Canvas<CrosstermBackend<BufWriter<Stdout>>> {
    Canvas::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())))
}

/// Gives the terminal back. Failing is no reason to stop: there is nothing better to do.
fn restore() {
    let _ = give_back(&mut stdout());
    let _ = disable_raw_mode();
}

fn give_back(out: &mut impl Write) -> io::Result<()> {
    execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show)
}

/// Asks for buttons and wheel in SGR form, and not for every movement of the mouse: nothing here follows it, and each event wakes
/// the program on a battery.
#[derive(Debug)]
struct EnableClicks;

impl Command for EnableClicks {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\x1b[?1000h\x1b[?1006h")
    }
}

/// Fills the clipboard of a terminal that allows it (OSC 52); others ignore it.
#[derive(Debug)]
struct CopyOut<'a>(&'a str);

impl Command for CopyOut<'_> {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        write!(out, "\x1b]52;c;{}\x07", base64(self.0.as_bytes()))
    }
}

/// The bytes in Base64 (RFC 4648), padded.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three = [0, 1, 2].map(|at| u32::from(chunk.get(at).copied().unwrap_or(0)));
        let group = three[0] << 16 | three[1] << 8 | three[2];
        for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let letter = LETTERS[(group >> shift & 63) as usize];
            out.push(if at <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

/// A panic gives the terminal back before its message is printed, so that the message can be read.
fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // The store catches the panics of a damaged index and heals it; the screen stays.
        if !crate::store::panic_is_caught() {
            restore();
        }
        before(panic);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_copied_out_in_base64_with_its_padding() {
        for (words, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("Ẵm", "4bq0bQ==")] {
            assert_eq!(base64(words.as_bytes()), coded);
        }
        let mut out = String::new();
        CopyOut("Ẵm").write_ansi(&mut out).expect("a string takes everything");
        assert_eq!(out, "\x1b]52;c;4bq0bQ==\x07");
    }

    #[test]
    fn what_leaving_a_panic_and_a_signal_share_gives_back_mouse_paste_screen_and_cursor() {
        let mut out = Vec::new();
        give_back(&mut out).expect("memory takes everything");
        let out = String::from_utf8(out).expect("escape sequences");
        for end in ["\x1b[?1000l", "\x1b[?1006l", "\x1b[?2004l", "\x1b[?1049l", "\x1b[?25h"] {
            assert!(out.contains(end), "{end:?} is missing in {out:?}");
        }
    }
}
