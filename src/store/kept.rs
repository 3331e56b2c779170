//! A summary as the index keeps it: days as numbers, the names of sections as one text, so that fifty thousand are read in a moment and
//! share the texts they have in common. What a summary is, is the domain's matter.

use super::index::{IndexError, Row};
use crate::{
    domain::{
        burden::Burden,
        ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
        inspection::State,
        life::Stage,
        sample::Tally,
        second::Looked,
        share::Share,
        standing::Standing,
        summary::{Sections, Summary, Totals},
    },
    journal::Stamp,
};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Between names that are kept as one text; no id holds it.
const BETWEEN: char = '\n';

/// Texts that many summaries have in common, each held once.
#[derive(Debug, Default)]
pub(super) struct Known {
    texts: HashSet<Arc<str>>,
    sections: HashMap<Box<str>, Arc<[SectionId]>>,
}

impl Known {
    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let known: Arc<str> = text.into();
        self.texts.insert(known.clone());
        known
    }

    fn sections(&mut self, joined: &str) -> Arc<[SectionId]> {
        if let Some(known) = self.sections.get(joined) {
            return known.clone();
        }
        let known: Arc<[SectionId]> = split(joined).map(|id| SectionId::from(self.text(id))).collect();
        self.sections.insert(joined.into(), known.clone());
        known
    }
}

/// Claimed, supported, coverage, in basis points.
type Figures = (u16, u16, u16);

/// The row of one summary, by position.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept<'a> {
    at: Stamp,
    id: InspectionId,
    unit: UnitId,
    kind: &'a str,
    round: &'a str,
    due: Option<i32>,
    lead: &'a str,
    state: u8,
    answered: u32,
    items: u32,
    whole: Option<Figures>,
    band: Option<&'a str>,
    #[serde(borrow)]
    sections: std::borrow::Cow<'a, str>,
    totals: Vec<Figures>,
    #[serde(borrow)]
    shortfalls: std::borrow::Cow<'a, str>,
    /// Day and stage of each ([`standing`]).
    recommendations: Vec<(Option<i32>, u8)>,
    /// Seconds and nanoseconds since 1970, and seconds east of Greenwich.
    signed_at: Option<(i64, u32, i32)>,
    burden: (Option<u32>, Option<u32>, Option<u32>),
    version: u32,
    second: Option<Box<Looked>>,
    sample: Option<Tally>,
}

impl<'a> Kept<'a> {
    pub(super) fn of(row: &'a Row<Arc<Summary>>) -> Self {
        let summary = &row.value;
        Self {
            at: row.at,
            id: summary.id,
            unit: summary.unit,
            kind: summary.kind.as_str(),
            round: summary.round.as_str(),
            due: summary.due.map(number),
            lead: &summary.lead,
            state: summary.state as u8,
            answered: summary.answered,
            items: summary.items,
            whole: summary.whole.map(figures),
            band: summary.band.as_ref().map(BandId::as_str),
            sections: joined(summary.sections.iter().map(|(id, _)| id.as_str())).into(),
            totals: summary.sections.iter().map(|(_, totals)| figures(*totals)).collect(),
            shortfalls: joined(summary.shortfalls.iter().map(ItemId::as_str)).into(),
            recommendations: summary.recommendations.iter().copied().map(standing).collect(),
            signed_at: summary
                .signed_at
                .map(|at| (at.timestamp(), at.timestamp_subsec_nanos(), at.offset().local_minus_utc())),
            burden: (summary.burden.documents, summary.burden.on_paper, summary.burden.with_people),
            version: summary.version,
            second: summary.second.clone(),
            sample: summary.sample,
        }
    }

    /// Reads the bytes of a row.
    pub(super) fn read(bytes: &'a [u8], known: &mut Known) -> Result<Row<Arc<Summary>>, IndexError> {
        let kept: Self = rmp_serde::from_slice(bytes).map_err(|error| IndexError(error.to_string()))?;
        let value = Arc::new(Summary {
            id: kept.id,
            unit: kept.unit,
            kind: KindId::from(known.text(kept.kind)),
            round: RoundId::from(known.text(kept.round)),
            due: kept.due.and_then(NaiveDate::from_num_days_from_ce_opt),
            lead: kept.lead.to_owned(),
            state: state(kept.state)?,
            answered: kept.answered,
            items: kept.items,
            whole: kept.whole.map(totals),
            band: kept.band.map(|band| BandId::from(known.text(band))),
            sections: Sections::new(known.sections(&kept.sections), kept.totals.into_iter().map(totals).collect()),
            shortfalls: split(&kept.shortfalls).map(|item| ItemId::from(known.text(item))).collect(),
            recommendations: kept.recommendations.into_iter().map(stood).collect::<Result<_, _>>()?,
            signed_at: kept.signed_at.and_then(moment),
            burden: Burden { documents: kept.burden.0, on_paper: kept.burden.1, with_people: kept.burden.2 },
            version: kept.version,
            second: kept.second,
            sample: kept.sample,
        });
        Ok(Row { at: kept.at, value })
    }
}

/// A standing as a day and a number: the stage, and whether it was ever verified (4) and did not last (8).
fn standing(one: Standing) -> (Option<i32>, u8) {
    (one.due.map(number), one.stage as u8 | u8::from(one.was_verified) << 2 | u8::from(one.did_not_last) << 3)
}

fn stood((due, flags): (Option<i32>, u8)) -> Result<Standing, IndexError> {
    let stage = Stage::ALL.into_iter().find(|stage| *stage as u8 == flags & 3 && flags < 16);
    Ok(Standing {
        due: due.and_then(NaiveDate::from_num_days_from_ce_opt),
        stage: stage.ok_or_else(|| IndexError("a recommendation has an unknown stage".into()))?,
        was_verified: flags & 4 != 0,
        did_not_last: flags & 8 != 0,
    })
}

fn state(number: u8) -> Result<State, IndexError> {
    let states = [State::Planned, State::Underway, State::Ready, State::Signed];
    let known = states.into_iter().find(|state| *state as u8 == number);
    known.ok_or_else(|| IndexError("a summary has an unknown state".into()))
}

fn moment((seconds, nanoseconds, east): (i64, u32, i32)) -> Option<DateTime<FixedOffset>> {
    let at = DateTime::UNIX_EPOCH
        .checked_add_signed(TimeDelta::try_seconds(seconds)?)?
        .checked_add_signed(TimeDelta::nanoseconds(nanoseconds.into()))?;
    Some(at.with_timezone(&FixedOffset::east_opt(east)?))
}

fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

fn figures(totals: Totals) -> Figures {
    (totals.claimed.bp(), totals.supported.bp(), totals.coverage.bp())
}

fn totals((claimed, supported, coverage): Figures) -> Totals {
    let share = Share::from_bp;
    Totals { claimed: share(claimed), supported: share(supported), coverage: share(coverage) }
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.fold(String::new(), |mut joined, name| {
        joined.push_str(name);
        joined.push(BETWEEN);
        joined
    })
}

fn split(joined: &str) -> impl Iterator<Item = &str> {
    joined.split_terminator(BETWEEN)
}
