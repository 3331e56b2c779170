//! The roll-up report of a round (BC), in the Party layout: I- Phạm vi · II- Kết quả · III- Kiến nghị · annexes. Computes nothing
//! that `domain::rollup` computes; a unit that was not inspected is never hidden.

mod annexes;
mod burden;
mod figures;
mod findings;
mod funnel;
mod praise;
mod team;

use super::{document::Document, layout::Layouts, letterhead, words};
use crate::{
    domain::{
        edit::Settings,
        ids::UnitId,
        inspection::Inspection,
        lang::Lang,
        model::Census,
        rollup::{self, By, Rollup, Scope},
        round::Round,
        share::Share,
        summary::Summary,
        unit::{Tier, Unit},
    },
    i18n::{Key, date, decimal_points, key, say, say_with},
};
use std::collections::HashMap;

/// Everything a roll-up report is made from.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// Language of the document's own words.
    pub lang: Lang,
    /// Which units and which round.
    pub scope: Scope<'a>,
    /// The round.
    pub round: &'a Round,
    /// The round compared with.
    pub previous: Option<&'a Round>,
    /// Summaries of both rounds.
    pub summaries: Vec<&'a Summary>,
    /// Second looks of the round that are signed, in the order of their signatures.
    pub seconds: &'a [Summary],
    /// Signed inspections of the round, for findings and recommendations; those that the roll-up does not count are left out.
    pub inspections: &'a [Inspection],
    /// The registers of models, counted, by unit.
    pub censuses: &'a HashMap<UnitId, Census>,
    /// The team's settings.
    pub settings: &'a Settings,
    /// The layouts of head and foot.
    pub layouts: &'a Layouts,
    /// Hash of the journal's newest record.
    pub head: &'a str,
    /// Made in a practice vault.
    pub practice: bool,
}

/// The fewest inspections or findings that are worth a thread.
const WORTH: usize = 500;

/// A roll-up with the material it is told from.
#[derive(Debug, Clone, Copy)]
struct Matter<'a> {
    material: &'a Material<'a>,
    rollup: &'a Rollup,
    by: By,
    /// The inspections the roll-up counts, in the order of their units' codes.
    inspections: &'a [&'a Inspection],
}

impl Matter<'_> {
    /// A sentence about the whole: it may take `$round`, `$place`, `$units`, `$signed` and `$open`.
    fn about(&self, key: Key) -> String {
        let whole = &self.rollup.whole;
        let args = [
            ("round", words::round(self.material.round).into()),
            ("place", place(self.material).into()),
            ("units", whole.in_scope.into()),
            ("signed", whole.signed.into()),
            ("open", whole.followed.open.into()),
        ];
        say_with(self.material.lang, key, &args)
    }

    /// What head and foot are made from.
    fn paper(&self) -> letterhead::Paper<'_> {
        let Material { settings, scope, layouts, .. } = self.material;
        letterhead::Paper::new(settings, &scope.programme.documents, layouts, scope.today)
    }

    /// The summary below the kind of document: what it is about, the programme, the round.
    fn summary(&self, about: Key) -> Vec<String> {
        let lang = self.material.lang;
        let round = say_with(lang, key::REPORT_ROUND_LINE, &[("round", words::round(self.material.round).into())]);
        vec![self.about(about), self.material.scope.programme.title.to(lang).to_owned(), round]
    }

    /// The unit's name.
    fn unit(&self, inspection: &Inspection) -> String {
        words::unit_of(self.material.scope.units, inspection)
    }
}

/// Builds the report, grouped `by`; the whole and its annexes are always there.
#[must_use]
pub fn build(material: &Material, by: By) -> Document {
    told(material, by, report)
}

/// Builds the nominations for praise as a document of their own.
#[must_use]
pub fn nominations(material: &Material) -> Document {
    told(material, By::Unit, praise::document)
}

/// The nominations as a table for other programs.
#[must_use]
pub fn nominations_csv(material: &Material) -> String {
    told(material, By::Unit, praise::csv)
}

/// Rolls up, and tells it.
fn told<T>(material: &Material, by: By, tell: impl FnOnce(&Matter) -> T) -> T {
    let rollup = rollup::roll_up(material.summaries.iter().copied(), &material.scope, by);
    let by_id: HashMap<_, _> = material.inspections.iter().map(|inspection| (inspection.id, inspection)).collect();
    let inspections: Vec<&Inspection> = rollup.inspected.iter().filter_map(|id| by_id.get(id).copied()).collect();
    tell(&Matter { material, rollup: &rollup, by, inspections: &inspections })
}

fn report(matter: &Matter) -> Document {
    let material = matter.material;
    let lang = material.lang;
    let mut document = Document::new(lang, matter.about(key::REPORT_ROLLUP_PROPERTY));
    if material.practice {
        super::mark_practice(&mut document);
    }
    let paper = matter.paper();
    letterhead::begin(&mut document, &paper, matter.summary(key::REPORT_ROLLUP_TITLE));
    if let Some(line) = paper.addressed(lang) {
        document.paragraph(line);
    }
    scope(&mut document, matter);
    figures::add(&mut document, matter);
    funnel::add(&mut document, matter);
    burden::add(&mut document, matter);
    findings::add(&mut document, matter);
    letterhead::end(&mut document, &paper, letterhead::Signing::ByHand);
    annexes::add(&mut document, matter);
    document
}

/// The title of the report, for what holds its figures alone.
#[must_use]
pub fn title(material: &Material) -> String {
    let rollup = rollup::roll_up(material.summaries.iter().copied(), &material.scope, By::District);
    Matter { material, rollup: &rollup, by: By::District, inspections: &[] }.about(key::REPORT_ROLLUP_PROPERTY)
}

/// The mark of a practice vault, where it is made in one.
#[must_use]
pub fn mark(material: &Material) -> Option<String> {
    material.practice.then(|| say(material.lang, key::REPORT_PRACTICE))
}

/// The place the roll-up is about: the one named, else the root of the units.
pub(super) fn place(material: &Material) -> String {
    let scope = &material.scope;
    let named = scope.under.and_then(|code| scope.units.at(code, scope.day).or_else(|| scope.units.rows(code).last()));
    let root = || scope.units.iter().find(|unit| unit.parent.is_none() && unit.valid.holds(scope.day));
    let name = named.or_else(root).map(|unit| unit.name.clone()).unwrap_or_default();
    match scope.kind {
        None => name,
        Some(kind) => format!("{name} – {}", words::kind(material.lang, scope.programme, kind)),
    }
}

/// The name of a place that groups units. The bodies of the province itself must not read as the whole province.
pub(super) fn place_name(lang: Lang, place: &Unit) -> String {
    match place.tier {
        Tier::Province => {
            let tier = say(lang, key::TIER_PROVINCE);
            say_with(lang, key::REPORT_PLACE_AT_TIER, &[("place", place.name.as_str().into()), ("tier", tier.into())])
        }
        Tier::District | Tier::Commune => place.name.clone(),
    }
}

/// `I- Phạm vi`: what was to be inspected and what was.
fn scope(document: &mut Document, matter: &Matter) {
    let material = matter.material;
    let (lang, whole) = (material.lang, &matter.rollup.whole);
    document.heading(1, say(lang, key::REPORT_SCOPE));
    let units = |number: u32| say_with(lang, key::REPORT_UNITS, &[("number", number.into())]);
    let mut rows = vec![
        words::fact(lang, key::REPORT_PLACE, place(material)),
        words::fact(lang, key::REPORT_ROUND, words::round(material.round)),
        words::fact(lang, key::REPORT_PERIOD, words::period(lang, material.round.period)),
    ];
    if let Some(milestone) = material.round.milestone {
        rows.push(words::fact(lang, key::REPORT_MILESTONE, say(lang, words::milestone(milestone))));
    }
    if let Some(previous) = material.previous {
        rows.push(words::fact(lang, key::REPORT_PREVIOUS_ROUND, words::round(previous)));
    }
    rows.extend([
        words::fact(lang, key::REPORT_AS_OF_DAY, date(material.scope.today)),
        words::fact(lang, key::REPORT_IN_SCOPE, units(whole.in_scope)),
        words::fact(lang, key::REPORT_PLANNED, units(whole.planned)),
        words::fact(lang, key::REPORT_SIGNED, inspected(lang, whole.signed, whole.in_scope)),
        words::fact(
            lang,
            key::REPORT_NOT_INSPECTED,
            say_with(lang, key::REPORT_NOT_INSPECTED_SAYS, &[("number", matter.rollup.not_inspected.len().into())]),
        ),
    ]);
    document.facts(rows);
}

/// `12/17 đơn vị (70,59 %)`: the coverage that stands beside every mean.
fn inspected(lang: Lang, signed: u32, in_scope: u32) -> String {
    let share = Share::of(signed.into(), in_scope.into()).unwrap_or_default();
    let args = [("signed", signed.into()), ("units", in_scope.into()), ("share", decimal_points(lang, share).into())];
    say_with(lang, key::REPORT_INSPECTED, &args)
}
