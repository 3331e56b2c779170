//! Puts the names and numbers of one place into a template of the practice data. What each word in braces stands for is written at the
//! head of models.toml and matters.toml.

use super::{
    cast::Cast,
    chance::Chance,
    data::{District, Matter, People},
};
use chrono::{Datelike, Days, NaiveDate};

/// Where an inspection is and when, for the words that do not change from item to item.
#[derive(Debug)]
pub struct Setting<'a> {
    pub unit: &'a str,
    /// Name of the district, or of the province.
    pub area: &'a str,
    pub districts: Vec<&'a District>,
    pub people: &'a People,
    pub day: NaiveDate,
}

/// The names and numbers of one model or matter in one inspection.
#[derive(Debug, Clone)]
pub struct Words {
    values: Vec<(&'static str, String)>,
    n: u32,
    kept: Option<[u32; 5]>,
    /// Per mille of {n} in order, by level: where in its range it lies.
    lean: u32,
    /// How many were asked.
    pub asked: u32,
}

impl Words {
    /// Draws names and numbers; {n} lies within `n`.
    pub fn draw(setting: &Setting, n: [u32; 2], kept: Option<[u32; 5]>, chance: &mut Chance) -> Self {
        let district = chance.pick(&setting.districts).copied();
        let places = district.map_or_else(Vec::new, |district| chance.pick_some(&district.places, 2));
        let place = |at: usize| places.get(at).and_then(|place| place.split_once(", ")).unwrap_or(("ấp", "xã"));
        let officials = chance.pick_some(&setting.people.officials, 2);
        let resident = chance.pick(&setting.people.residents).map_or("", String::as_str);
        let asked = chance.between(5, 9);
        let near = setting.day - Days::new(chance.between(2, 18).into());
        let past = setting.day - Days::new(chance.between(150, 250).into());
        let n = chance.between(n[0], n[1]);
        let mut number = |from, to| chance.between(from, to).to_string();
        let values = vec![
            ("dv", setting.unit.to_owned()),
            ("huyen", district.map_or(setting.area, |district| &district.name).to_owned()),
            ("ap", place(0).0.to_owned()),
            ("xa", place(0).1.to_owned()),
            ("ap2", place(1).0.to_owned()),
            ("xa2", place(1).1.to_owned()),
            ("o", officials.first().map_or("", |name| name.as_str()).to_owned()),
            ("o2", officials.get(1).map_or("", |name| name.as_str()).to_owned()),
            ("d", resident.to_owned()),
            ("n", n.to_string()),
            ("p", asked.to_string()),
            ("x", number(2, 5)),
            ("x2", number(18, 30)),
            ("b", number(7, 14)),
            ("tr", number(12, 45)),
            ("so", number(31, 286)),
            ("gan", near.format("%d-%m-%Y").to_string()),
            ("cu", format!("tháng {}-{}", past.month(), past.year())),
            ("nam", setting.day.year().to_string()),
            ("nam1", (setting.day.year() - 1).to_string()),
        ];
        Self { values, n, kept, lean: chance.between(0, 100), asked }
    }

    /// Gives each person who is drawn a place of their own: the resident lives in {ap}, the officials hold the offices of `matter`.
    pub fn settle(&mut self, people: &People, matter: &Matter, cast: &mut Cast) {
        let home = self.fill_within("{ap}, {xa}", 0);
        self.put("d", |wished| cast.resident(&people.residents, wished, &home));
        for (name, office, written) in [("o", "chuc", &matter.o), ("o2", "chuc2", &matter.o2)] {
            let Some(held) = written else { continue };
            let held = self.fill_within(held, 0);
            self.put(name, |wished| cast.official(&people.officials, wished, &held));
            self.values.push((office, held));
        }
    }

    fn put(&mut self, word: &str, person: impl FnOnce(&str) -> String) {
        if let Some((_, value)) = self.values.iter_mut().find(|(name, _)| *name == word) {
            *value = person(value);
        }
    }

    /// How many of {n} are in order at `level`.
    fn kept(&self, level: u8) -> u32 {
        if let Some(kept) = self.kept {
            return kept[usize::from(level.min(4))].min(self.n);
        }
        let (from, to) = [(0, 80), (120, 280), (400, 520), (700, 850), (880, 960)][usize::from(level.min(4))];
        (self.n * (from + (to - from) * self.lean / 100) + 500) / 1000
    }

    /// The template with its words filled in for `level`, its first letter a capital.
    pub fn fill(&self, template: &str, level: u8) -> String {
        let filled = self.fill_within(template, level);
        let mut letters = filled.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// The template with its words filled in, as it stands within a sentence.
    fn fill_within(&self, template: &str, level: u8) -> String {
        let kept = self.kept(level);
        let favour = [0, 1, self.asked / 2, self.asked - 2, self.asked - 1][usize::from(level.min(4))];
        let mut filled = String::with_capacity(template.len() + 40);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((word, after)) = after.split_once('}') else { break };
            let number = match word {
                "k" => Some(kept),
                "r" => Some(self.n - kept),
                "q" => Some(favour),
                _ => None,
            };
            let named = || self.values.iter().find(|(name, _)| *name == word).map_or(word, |(_, value)| value.as_str());
            filled.push_str(&number.map_or_else(|| named().to_owned(), |number| number.to_string()));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(kept: Option<[u32; 5]>) -> Words {
        let values = vec![("ap", "ấp Kinh 4A".to_owned()), ("n", "20".to_owned())];
        Words { values, n: 20, kept, lean: 50, asked: 6 }
    }

    #[test]
    fn words_in_braces_are_filled_and_a_sentence_begins_with_a_capital() {
        assert_eq!(words(None).fill("{ap}: {k}/{n} hộ, còn {r}", 3), "Ấp Kinh 4A: 16/20 hộ, còn 4");
        assert_eq!(
            words(None).fill("hỏi {p}", 3),
            "Hỏi p",
            "a word nobody knows stands as it is, and a test looks for it"
        );
    }

    #[test]
    fn more_is_in_order_the_higher_the_level() {
        let words = words(None);
        let kept: Vec<u32> = (0..=4).map(|level| words.kept(level)).collect();
        assert!(kept.windows(2).all(|two| two[0] < two[1]), "{kept:?}");
    }

    #[test]
    fn a_threshold_of_the_programme_may_give_the_number_itself() {
        assert_eq!(words(Some([14, 17, 18, 19, 19])).fill("{k}/{n}", 2), "18/20");
    }
}
