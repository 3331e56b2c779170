//! Indicators that others measure and publish (letter, clause 2: PCI, PAR INDEX, PAPI, SIPAS) and their values, one a year and each with
//! its source. Which indicators there are is data of the programme. Shown beside a score and never part of one: `score` knows nothing of
//! this file.

use super::{
    ids::{IndicatorId, KindId, UnitId},
    lang::Bilingual,
    unit::{Tier, Unit},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// The years that a value may be of.
pub const YEARS: std::ops::RangeInclusive<u16> = 1990..=2100;

/// A number held in hundredths, so that no published digit is lost and none is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hundredths(pub i32);

/// An indicator of the programme.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Id.
    pub id: IndicatorId,
    /// Name.
    pub name: Bilingual,
    /// Short name for narrow columns; the name when the file gives none.
    pub short: Bilingual,
    /// Whether more of it is better.
    pub higher_is_better: bool,
    /// The lowest and the highest value there can be.
    pub scale: (Hundredths, Hundredths),
    /// Kinds of unit it is published for.
    pub applies_to: Vec<KindId>,
    /// Administrative levels it is published for; all when the file names none.
    pub tiers: Vec<Tier>,
}

impl Indicator {
    /// Whether it is published for units like this one.
    #[must_use]
    pub fn is_of(&self, unit: &Unit) -> bool {
        self.applies_to.contains(&unit.kind) && (self.tiers.is_empty() || self.tiers.contains(&unit.tier))
    }

    /// Whether a value lies within the scale.
    #[must_use]
    pub fn can_be(&self, number: Hundredths) -> bool {
        (self.scale.0..=self.scale.1).contains(&number)
    }
}

/// Where a value was published; never blank: a figure without its source is not recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Source(String);

impl Source {
    /// The source in words. `None` when there are none.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        (!words.is_empty()).then(|| Self(words.to_owned()))
    }

    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Source {
    type Error = &'static str;
    fn try_from(words: String) -> Result<Self, Self::Error> {
        Self::new(&words).ok_or("a source cannot be blank")
    }
}
impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.0
    }
}

/// What was published for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The value.
    pub number: Hundredths,
    /// Where it was published.
    pub source: Source,
    /// Remark, may be empty.
    #[serde(default)]
    pub note: String,
}

/// The value of an indicator of a unit for a year; no figure when it was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yearly {
    /// Of which unit.
    pub unit: UnitId,
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Of which year.
    pub year: u16,
    /// What was published.
    pub figure: Option<Figure>,
}

/// All values of a vault. A copy is cheap: copies share them until one of them changes.
#[derive(Debug, Clone, Default)]
pub struct Indicators(Arc<BTreeMap<(UnitId, IndicatorId, u16), Figure>>);

impl Indicators {
    /// Sets a value, or takes it away.
    pub fn put(&mut self, yearly: Yearly) {
        let values = Arc::make_mut(&mut self.0);
        let place = (yearly.unit, yearly.indicator, yearly.year);
        match yearly.figure {
            Some(figure) => values.insert(place, figure),
            None => values.remove(&place),
        };
    }

    /// What was published of a unit for a year.
    #[must_use]
    pub fn get(&self, unit: UnitId, indicator: &IndicatorId, year: u16) -> Option<&Figure> {
        self.0.get(&(unit, indicator.clone(), year))
    }

    /// Every value of a unit, in the order of ids and years.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = (&IndicatorId, u16, &Figure)> {
        self.0
            .range((unit, IndicatorId::from(""), 0)..)
            .take_while(move |((of, ..), _)| *of == unit)
            .map(|((_, indicator, year), figure)| (indicator, *year, figure))
    }

    /// The values of one indicator of a unit, in the order of years.
    pub fn series<'a>(
        &'a self,
        unit: UnitId,
        indicator: &'a IndicatorId,
    ) -> impl Iterator<Item = (u16, &'a Figure)> + 'a {
        self.0
            .range((unit, indicator.clone(), 0)..=(unit, indicator.clone(), u16::MAX))
            .map(|((_, _, year), figure)| (*year, figure))
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn value(unit: u128, indicator: &str, year: u16, number: Option<i32>) -> Yearly {
        let figure = number.map(|number| Figure {
            number: Hundredths(number),
            source: Source::new("Sở Nội vụ, Nguyễn Thị Ẵm đọc lại").expect("words"),
            note: String::new(),
        });
        Yearly { unit: UnitId(Uuid::from_u128(unit)), indicator: indicator.into(), year, figure }
    }

    #[test]
    fn a_unit_has_its_own_values_in_the_order_of_years_and_can_lose_one() {
        let mut all = Indicators::default();
        for (unit, indicator, year, number) in
            [(7, "PCI", 2022, 6101), (7, "PAPI", 2022, 4210), (7, "PCI", 2021, 5973), (8, "PCI", 2021, 1)]
        {
            all.put(value(unit, indicator, year, Some(number)));
        }
        let before = all.clone();
        let unit = UnitId(Uuid::from_u128(7));
        let pci = |all: &Indicators| {
            all.series(unit, &"PCI".into()).map(|(year, figure)| (year, figure.number.0)).collect::<Vec<_>>()
        };
        assert_eq!(pci(&all), [(2021, 5973), (2022, 6101)]);
        assert_eq!(all.of_unit(unit).count(), 3, "not those of another unit");
        all.put(value(7, "PCI", 2021, None));
        assert_eq!(pci(&all), [(2022, 6101)]);
        assert_eq!(pci(&before).len(), 2, "a copy stays as it was");
        assert_eq!(all.get(unit, &"PCI".into(), 2021), None);
    }

    #[test]
    fn a_source_has_words() {
        assert_eq!(Source::new(" \n "), None);
        assert_eq!(Source::new(" VCCI 2022 ").expect("words").as_str(), "VCCI 2022");
    }
}
