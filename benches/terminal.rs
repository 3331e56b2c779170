//! The real binary in a pseudo-terminal of 120×40, as a person meets it: from the start of the process to the first full screen, from a key
//! to the last byte of the new screen, and resident memory there. `cargo bench --bench terminal`; figures are for reading, nothing fails on
//! them.

mod sample;

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::{
    fs,
    io::{Read, Write},
    path::Path,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

/// Silence after which a screen is taken for finished; it is not part of what is measured.
const QUIET: Duration = Duration::from_millis(8);

/// How long a first screen may take.
const PATIENCE: Duration = Duration::from_mins(1);

fn main() {
    let vault = sample::folder();
    // What a rebuild or the first opening after a great change has to do is not a start.
    Opened::start(&vault).quit();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("vault {}, load {}", vault.display(), load.split(' ').next().unwrap_or("unknown"));
    let starts: Vec<Duration> = (0..11).map(|_| Opened::start(&vault).quit()).collect();
    told("start → first full screen", starts);
    let mut opened = Opened::start(&vault);
    println!("{:<34} {}", "resident on the queue", opened.resident());
    told("Down in what is pending", opened.each(&["\x1b[B"; 200]));
    told("a letter of a search", opened.each(&["/", "b", "i", "n", "h", " ", "t", "h"]));
    opened.each(&["\x1b", "\x1b"]);
    opened.each(&["f"; 5]);
    told("Down in what is signed", opened.each(&["\x1b[B"; 200]));
    println!("{:<34} {}", "resident after that", opened.resident());
    opened.quit();
}

/// The least, the middle, the 99th of a hundred and the most.
fn told(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{what:<34} least {:.2}  p50 {:.2}  p99 {:.2}  most {:.2} ms", at(0), at(50), at(99), at(100));
}

/// The program with its queue on the screen.
struct Opened {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, usize)>,
    first: Duration,
}

impl Opened {
    fn start(vault: &Path) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(sample::BINARY);
        command.arg("--vault");
        command.arg(vault);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        // Everything is made ready before the clock runs.
        let begin = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), read)).is_err() {
                    break;
                }
            }
            drop(pair.master);
        });
        let mut opened = Self { child, writer, output, first: Duration::ZERO };
        // Setting the terminal up takes some bytes; a screen of 120×40 takes thousands.
        let (mut bytes, mut last) = (0, begin);
        while bytes < 2_000 {
            let (at, read) = opened.output.recv_timeout(PATIENCE).expect("a first screen");
            (bytes, last) = (bytes + read, at);
        }
        opened.first = opened.last(last) - begin;
        opened
    }

    /// When the last byte came, before a silence.
    fn last(&mut self, mut last: Instant) -> Instant {
        while let Ok((at, _)) = self.output.recv_timeout(QUIET) {
            last = at;
        }
        last
    }

    /// Types keys, each after the screen of the one before, and gives the time to the last byte of each.
    fn each(&mut self, keys: &[&str]) -> Vec<Duration> {
        let one = |key: &&str| {
            let begin = Instant::now();
            self.writer.write_all(key.as_bytes()).expect("the program reads");
            let first = self.output.recv_timeout(Duration::from_secs(2)).map_or(begin, |(at, _)| at);
            self.last(first) - begin
        };
        keys.iter().map(one).collect()
    }

    /// Resident memory and the most there was, where the system tells it.
    fn resident(&self) -> String {
        let status = self.child.process_id().and_then(|pid| fs::read_to_string(format!("/proc/{pid}/status")).ok());
        let lines = status.unwrap_or_default();
        let of =
            |name: &str| lines.lines().find_map(|line| line.strip_prefix(name)).unwrap_or(" unknown").trim().to_owned();
        format!("{} (anonymous {}, most {})", of("VmRSS:"), of("RssAnon:"), of("VmHWM:"))
    }

    /// Ends it, and gives the time its first screen took.
    fn quit(mut self) -> Duration {
        let _ = self.writer.write_all(b"\x1b\x1bq");
        let _ = self.child.wait();
        self.first
    }
}
