//! Makes inputs out of seeds: bits, bytes, words that mean something, lines, pieces of other seeds, numbers at their limits, deep nesting.
//! The same seed of chance gives the same inputs.

/// The longest input that is made: beyond it only time is spent.
const LONGEST: usize = 48 << 10;

pub struct Mutator<'a> {
    state: u64,
    words: &'a [&'a str],
    seeds: Vec<Vec<u8>>,
}

impl<'a> Mutator<'a> {
    pub fn new(seed: u64, words: &'a [&'a str], seeds: Vec<Vec<u8>>) -> Self {
        Self { state: seed | 1, words, seeds }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 11).unwrap_or(usize::MAX) % limit.max(1)
    }

    /// The next input: a seed with one to twelve changes, mostly few.
    pub fn next(&mut self) -> Vec<u8> {
        let seed = self.below(self.seeds.len());
        let mut input = self.seeds.get(seed).cloned().unwrap_or_default();
        let changes = 1 + self.below(4) * self.below(4);
        for _ in 0..changes {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.below(input.len() + 1);
        match self.below(12) {
            0 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << (at % 8);
                }
            }
            1 => {
                let byte = u8::try_from(self.below(256)).unwrap_or(0);
                input.insert(at, byte);
            }
            2 => {
                let to = (at + 1 + self.below(32)).min(input.len());
                input.drain(at..to);
            }
            3 | 4 => {
                let word = self.below(self.words.len());
                let word = self.words.get(word).copied().unwrap_or_default().as_bytes().to_vec();
                let over = if self.below(2) == 0 { 0 } else { word.len().min(input.len() - at) };
                input.splice(at..at + over, word);
            }
            5 => self.repeat_a_piece(input, at),
            6 => self.splice(input, at),
            7 => self.move_a_line(input),
            8 => self.change_a_number(input, at),
            9 => {
                let (open, close) = [("[", "]"), ("{", "}"), ("(", ")"), ("{% if a %}", "")][self.below(4)];
                let deep = 1 + self.below(600);
                let nest = open.repeat(deep) + &close.repeat(deep);
                input.splice(at..at, nest.into_bytes());
            }
            10 => input.truncate(at),
            _ => {
                let hostile = HOSTILE[self.below(HOSTILE.len())];
                input.splice(at..at, hostile.iter().copied());
            }
        }
    }

    fn repeat_a_piece(&mut self, input: &mut Vec<u8>, at: usize) {
        let to = (at + 1 + self.below(200)).min(input.len());
        let piece = input[at..to].to_vec();
        let times = 1 + self.below(40);
        input.splice(at..at, piece.repeat(times));
    }

    fn splice(&mut self, input: &mut Vec<u8>, at: usize) {
        let other = self.below(self.seeds.len());
        let other = self.seeds.get(other).cloned().unwrap_or_default();
        let from = self.below(other.len() + 1);
        let to = (from + self.below(400)).min(other.len());
        input.splice(at..at, other[from..to].iter().copied());
    }

    fn move_a_line(&mut self, input: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = input.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let (from, to) = (self.below(lines.len()), self.below(lines.len()));
        if self.below(2) == 0 {
            lines.swap(from, to);
        } else {
            let line = lines[from].clone();
            lines.insert(to, line);
        }
        *input = lines.join(&b'\n');
    }

    fn change_a_number(&mut self, input: &mut Vec<u8>, at: usize) {
        const NUMBERS: [&str; 9] =
            ["0", "-1", "255", "65536", "4294967296", "9223372036854775807", "-9223372036854775808", "1e999", "NaN"];
        let Some(from) = input[at..].iter().position(u8::is_ascii_digit).map(|found| at + found) else { return };
        let to = input[from..].iter().position(|byte| !byte.is_ascii_digit()).map_or(input.len(), |found| from + found);
        let number = NUMBERS[self.below(NUMBERS.len())];
        input.splice(from..to, number.bytes());
    }
}

/// Bytes that break careless programs.
const HOSTILE: [&[u8]; 14] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r\n",
    b"\r",
    b"\x1b[31m",
    b"\x1b]52;c;YQ==\x07",
    "\u{202e}".as_bytes(),
    "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".as_bytes(),
    "e\u{302}\u{323}".as_bytes(),
    "\u{feff}".as_bytes(),
    "👩\u{200d}👩\u{200d}👧".as_bytes(),
    b"\xed\xa0\x80",
    b"\"\"\"",
];
