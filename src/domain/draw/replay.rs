//! The written proof of a draw, the same in every language: what a report prints, and what [`Claim::read`] takes in and
//! [`Claim::differences`] draws again. A reader with the report alone can do the same by hand and with any SHA-256 program.
//!
//! ```text
//! seed = 246813579024681357902468|KG-904|2023-10-12
//! N = 23
//! 1 · MH-001 · Tổ tự quản ấp Kinh 4A
//! …
//! sha256 = 9f86…
//! n = 9
//! #1 · 1 → 15 · MH-015
//! …
//! ```
//! A line of the list is its number, code and name; a drawn one its place, the counter, the number it gave, and the code.

use super::{Draw, FrozenList, Pick, picks};

/// Between the parts of a line.
const BETWEEN: &str = " · ";

/// What a report says of a draw. Nothing of it is believed before it is drawn again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claim {
    /// The seed.
    pub seed: String,
    /// How many lines the list has.
    pub population: u32,
    /// The lines of the list: number, code, name.
    pub list: Vec<(u32, String, String)>,
    /// SHA-256 of the list.
    pub sha256: String,
    /// How many were drawn.
    pub size: u32,
    /// The drawn numbers, in their order, each with the code that stands beside it.
    pub drawn: Vec<(Pick, String)>,
}

/// Something in a claim that does not follow from its list and seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The list does not have so many lines, or they are not numbered 1, 2, 3 ….
    Lines {
        /// How many it should have.
        claimed: u32,
        /// How many there are, up to the first that is out of order.
        found: u32,
    },
    /// The list cannot be frozen, or has another hash.
    Hash {
        /// The one that stands there.
        claimed: String,
        /// The one the list has; empty when it has none.
        found: String,
    },
    /// Not as many numbers stand there as were drawn.
    Size {
        /// How many should stand there.
        claimed: u32,
        /// How many do.
        found: u32,
    },
    /// The seed gives another number at this place.
    Number {
        /// The place in the draw, from 1.
        place: u32,
        /// What stands there.
        claimed: Pick,
        /// What the seed gives; `None` when the list has no more.
        found: Option<Pick>,
    },
    /// Beside a drawn number stands another code than in the list.
    Code {
        /// The number.
        number: u32,
        /// The code that stands there.
        claimed: String,
        /// The code in the list; empty when it has no such line.
        found: String,
    },
}

impl Claim {
    /// The claim of a draw whose first `size` numbers, replacements among them, are visited.
    #[must_use]
    pub fn of(draw: &Draw, visited: &[Pick]) -> Self {
        let number = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
        let lines = draw.order().list.lines().enumerate();
        Self {
            seed: draw.seed().as_str().to_owned(),
            population: draw.population(),
            list: lines.map(|(place, (code, name))| (number(place), code.to_owned(), name.to_owned())).collect(),
            sha256: draw.sha256().to_owned(),
            size: u32::try_from(visited.len()).unwrap_or(u32::MAX),
            drawn: visited.iter().map(|pick| (*pick, draw.line(*pick).0.to_string())).collect(),
        }
    }

    /// The lines of the proof.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("seed = {}", self.seed), format!("N = {}", self.population)];
        lines.extend(self.list.iter().map(|(number, code, name)| format!("{number}{BETWEEN}{code}{BETWEEN}{name}")));
        lines.extend([format!("sha256 = {}", self.sha256), format!("n = {}", self.size)]);
        lines.extend(self.drawn.iter().enumerate().map(|(place, (pick, code))| {
            format!("#{}{BETWEEN}{} → {}{BETWEEN}{code}", place + 1, pick.counter, pick.number)
        }));
        lines
    }

    /// The claims among these lines; lines of anything else are passed over.
    #[must_use]
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let mut claims: Vec<Self> = Vec::new();
        for line in lines.into_iter().map(str::trim) {
            if let Some(seed) = line.strip_prefix("seed = ") {
                claims.push(Self { seed: seed.to_owned(), ..Self::default() });
            } else if let Some(claim) = claims.last_mut() {
                claim.take(line);
            }
        }
        claims
    }

    fn take(&mut self, line: &str) {
        if let Some(population) = line.strip_prefix("N = ") {
            self.population = population.parse().unwrap_or(0);
        } else if let Some(sha256) = line.strip_prefix("sha256 = ") {
            sha256.clone_into(&mut self.sha256);
        } else if let Some(size) = line.strip_prefix("n = ") {
            self.size = size.parse().unwrap_or(0);
        } else if let Some(drawn) = line.strip_prefix('#').and_then(drawn) {
            self.drawn.push(drawn);
        } else if self.sha256.is_empty() {
            self.list.extend(listed(line));
        }
    }

    /// Draws again, and says what does not follow. Nothing when the draw is proven.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let mut differences = Vec::new();
        let in_order = self.list.iter().zip(1..).take_while(|((number, ..), place)| number == place).count();
        let found = u32::try_from(in_order).unwrap_or(u32::MAX);
        if found != self.population || in_order != self.list.len() {
            differences.push(Difference::Lines { claimed: self.population, found });
        }
        let list = FrozenList::freeze(self.list.iter().map(|(_, code, name)| (code.as_str(), name.as_str())));
        let hash = list.map(|list| list.sha256()).unwrap_or_default();
        if hash != self.sha256 {
            differences.push(Difference::Hash { claimed: self.sha256.clone(), found: hash });
        }
        let count = u32::try_from(self.drawn.len()).unwrap_or(u32::MAX);
        if count != self.size || count == 0 {
            differences.push(Difference::Size { claimed: self.size, found: count });
        }
        let mut again = picks(&self.seed, self.population);
        for (place, (claimed, code)) in (1..).zip(&self.drawn) {
            let found = again.next().map(|number| Pick { counter: again.counter(), number });
            if found != Some(*claimed) {
                differences.push(Difference::Number { place, claimed: *claimed, found });
            }
            let line = self.list.iter().find(|(number, ..)| *number == claimed.number);
            let there = line.map_or("", |(_, code, _)| code);
            if there != code {
                let (claimed, found) = (code.clone(), there.to_owned());
                differences.push(Difference::Code {
                    number: self.drawn[(place - 1) as usize].0.number,
                    claimed,
                    found,
                });
            }
        }
        differences
    }
}

/// `15 · MH-015 · Tổ tự quản`
fn listed(line: &str) -> Option<(u32, String, String)> {
    let mut parts = line.splitn(3, BETWEEN);
    let number = parts.next()?.parse().ok()?;
    let code = parts.next()?;
    Some((number, code.to_owned(), parts.next().unwrap_or_default().to_owned()))
}

/// `1 · 1 → 15 · MH-015`, after the `#`.
fn drawn(line: &str) -> Option<(Pick, String)> {
    let mut parts = line.splitn(3, BETWEEN);
    let _place = parts.next()?;
    let (counter, number) = parts.next()?.split_once(" → ")?;
    let pick = Pick { counter: counter.parse().ok()?, number: number.parse().ok()? };
    Some((pick, parts.next()?.to_owned()))
}
