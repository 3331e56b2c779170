//! Ranked search among things that have a name and a sentence: commands in the palette and on the help page. A name says more than a
//! sentence in which the words happen to stand. How well words fit a text is `rank`'s.

use super::{
    finds, fold,
    rank::{Findable, Look, Words},
};

/// A thing with its name and all that is said of it.
#[derive(Debug)]
pub struct Named {
    name: Findable,
    all: String,
}

/// How well words fit; only the order means something, and only for the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// They stand, as typed, in what is said of it.
    Said,
    /// They fit its name, so well.
    Name(u32),
}

/// What was typed, ready to be compared with many.
#[derive(Debug)]
pub struct Query {
    words: Words,
    typed: String,
}

impl Query {
    /// The words typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: Words::new(typed), typed: fold(typed) }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether just this was typed, in large letters or small.
    #[must_use]
    pub fn is(&self, words: &str) -> bool {
        fold(words) == self.typed
    }
}

impl Named {
    /// A thing with this name, and what else is said of it.
    #[must_use]
    pub fn new(name: &str, said: &str) -> Self {
        Self { name: Findable::of(name), all: fold(&format!("{name} {said}")) }
    }

    /// How well what was typed fits; nothing when it does not.
    #[must_use]
    pub fn fits(&self, query: &mut Query) -> Option<Fits> {
        match query.words.look(&self.name) {
            Look::Fits(fit) => Some(Fits::Name(fit)),
            Look::Never | Look::NotYet => finds(&self.all, &query.typed).then_some(Fits::Said),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_before_a_sentence_in_which_words_are_found_only_whole() {
        let named = [("lịch sử", "Xem ai đã đổi gì."), ("hoàn tác", "Lấy lại việc gần nhất; lịch sử vẫn giữ.")]
            .map(|(name, said)| Named::new(name, said));
        let fits = |typed: &str| named.each_ref().map(|one| one.fits(&mut Query::new(typed)));
        let [history, undo] = fits("lich su");
        assert!(history > undo && undo == Some(Fits::Said), "{history:?} {undo:?}");
        assert_eq!(fits("lich gan"), [None, Some(Fits::Said)]);
        assert_eq!(fits("lch gn"), [None, None]);
        assert!(fits("ls")[0].is_some());
    }
}
