//! Identities. An id of its own type for each thing, so that an item's id can never stand where a unit's is meant.
//! Text ids are cheap to copy: all copies share one text. Makes no ids: random ones come from the shell, labels from the inspection that numbers them.

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, collections::HashMap, fmt, sync::Arc};
use uuid::Uuid;

/// Things by their random id. Tens of thousands are entered at every opening, which is what its way of hashing is chosen for.
pub type ById<K, V> = HashMap<K, V, RandomState>;

macro_rules! random_id {
    ($(#[doc = $doc:literal] $name:ident;)*) => { $(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )* };
}

macro_rules! text_id {
    ($(#[doc = $doc:literal] $name:ident;)*) => { $(
        #[doc = $doc]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the id as written; the border that read it has checked its form.
            pub fn new(text: impl Into<Arc<str>>) -> Self { Self(text.into()) }
            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(&self.0) }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self { Self(text) }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self { Self(text.into()) }
        }
    )* };
}

random_id! {
    #[doc = "A unit in one period of its validity (UUID v4): the code alone is reused by successors."] UnitId;
    #[doc = "One inspection of one unit in one round (UUID v4)."] InspectionId;
    #[doc = "A model in the register of its unit (UUID v4); it stays the same when its code is corrected."] ModelId;
}

text_id! {
    #[doc = "A round, as the team named it: `2023-so-ket`."] RoundId;
    #[doc = "A kind of unit of the programme: `party_committee`."] KindId;
    #[doc = "A section of the programme: `c1_models`."] SectionId;
    #[doc = "An item of the programme: `C1-05`."] ItemId;
    #[doc = "A kind of evidence of the programme: `observation`."] EvidenceKindId;
    #[doc = "A band of the programme: `excellent`."] BandId;
    #[doc = "A gate of the programme: `G1`."] GateId;
    #[doc = "The code of a model as a draw froze it: `MH-07`."] ModelCode;
    #[doc = "An indicator of the programme: `PCI`."] IndicatorId;
    #[doc = "A piece of evidence within its inspection: `V-01`."] EvidenceId;
    #[doc = "A finding within its inspection: `F-01`."] FindingId;
    #[doc = "A recommendation within its inspection: `K-01`."] RecommendationId;
}

impl KindId {
    /// The one kind that every programme has: a place of the administrative tree, never inspected.
    #[must_use]
    pub fn place() -> Self {
        Self::from("place")
    }
    /// The other kind that every programme has: a single model, visited where it is. Its items are the walk of a verification visit;
    /// no unit is of this kind.
    #[must_use]
    pub fn model() -> Self {
        Self::from("model")
    }
    /// Whether this is the kind of a single model.
    #[must_use]
    pub fn is_model(&self) -> bool {
        &*self.0 == "model"
    }
    /// Whether units of this kind are places, which are never inspected.
    #[must_use]
    pub fn is_place(&self) -> bool {
        &*self.0 == "place"
    }
}

/// The next free label of a numbered series: `V-01`, `V-02`, … after the highest in use, never reusing a number
/// that is still taken. Labels outside the series (a fill file may name its own) are ignored.
#[must_use]
pub fn next_label<'a>(prefix: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let highest =
        taken.filter_map(|label| label.strip_prefix(prefix)?.strip_prefix('-')?.parse::<u32>().ok()).max().unwrap_or(0);
    format!("{prefix}-{:02}", highest.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_continue_after_the_highest_and_ignore_strangers() {
        assert_eq!(next_label("V", [].into_iter()), "V-01");
        assert_eq!(next_label("V", ["V-01", "V-07", "ảnh", "F-99"].into_iter()), "V-08");
        assert_eq!(next_label("K", ["K-99"].into_iter()), "K-100");
    }
}
