//! Who lives and works where within one inspection: one person has one place, and an office has one holder.

use std::collections::BTreeMap;

/// Everybody who was met so far, with their place: a hamlet, or an office.
#[derive(Debug, Default)]
pub struct Cast {
    places: BTreeMap<String, String>,
}

impl Cast {
    /// A resident of the hamlet `home`: the one `wished` for, or the next of `people` who does not live elsewhere.
    pub fn resident(&mut self, people: &[String], wished: &str, home: &str) -> String {
        self.settle(people, wished, home)
    }

    /// The holder of `office`: who held it before, or else the one `wished` for or the next of `people` who holds no other.
    pub fn official(&mut self, people: &[String], wished: &str, office: &str) -> String {
        let holder = self.places.iter().find(|(_, place)| *place == office).map(|(person, _)| person.clone());
        holder.unwrap_or_else(|| self.settle(people, wished, office))
    }

    fn settle(&mut self, people: &[String], wished: &str, place: &str) -> String {
        let from = people.iter().position(|person| person == wished).unwrap_or(0);
        let mut in_turn = people.iter().cycle().skip(from).take(people.len());
        let here = |person: &&String| self.places.get(*person).is_none_or(|theirs| theirs == place);
        let person = in_turn.find(here).map_or(wished, String::as_str);
        self.places.insert(person.to_owned(), place.to_owned());
        person.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_lives_in_two_hamlets_and_an_office_has_one_holder() {
        let people = ["bà Tư H.", "anh Đ."].map(str::to_owned);
        let mut cast = Cast::default();
        assert_eq!(cast.resident(&people, "anh Đ.", "ấp 3"), "anh Đ.");
        assert_eq!(cast.resident(&people, "anh Đ.", "ấp 4"), "bà Tư H.", "the other one is at home in ấp 3");
        assert_eq!(cast.resident(&people, "anh Đ.", "ấp 3"), "anh Đ.", "at home");
        let mut cast = Cast::default();
        assert_eq!(cast.official(&people, "anh Đ.", "kế toán"), "anh Đ.");
        assert_eq!(cast.official(&people, "bà Tư H.", "kế toán"), "anh Đ.");
        assert_eq!(cast.official(&people, "anh Đ.", "văn thư"), "bà Tư H.");
    }
}
