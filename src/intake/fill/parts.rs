//! The parts of a fill file as edits: the visit, evidence, findings, recommendations, and what they refer to. Answers are
//! `answer`'s.

use super::{
    Filled,
    table::{Notes, Table, Text},
};
use crate::{
    domain::{
        answer::Reason,
        edit::Edit,
        evidence::{Attachment, Evidence, is_hash},
        finding::{Finding, FindingKind, Severity},
        flag_answer::{FlagAnswer, FlagKey},
        ids::{EvidenceId, EvidenceKindId, FindingId, ItemId, RecommendationId},
        inspection::{Inspection, Visit},
        programme::Programme,
        recommendation::Recommendation,
        self_score::SelfScore,
        share::Share,
    },
    i18n::{Key, Message, key},
    intake::mistakes::shown,
};
use std::collections::{BTreeMap, BTreeSet};

/// The name that each table gives itself under `key`; nothing where it has none. A name given twice is noted.
pub(super) fn labels(tables: &[Table], key: &str, notes: &mut Notes) -> Vec<Option<Text>> {
    let mut seen = BTreeMap::new();
    let mut label = |table: &Table| {
        let label = table.required(key, notes)?;
        if let Some(first) = seen.get(&label.words) {
            let (line, _) = notes.place(*first);
            let what = Message::new(key::FILL_TWICE).with("found", shown(&label.words)).with("line", line);
            notes.add(label.at, what);
        } else {
            seen.insert(label.words.clone(), label.at);
        }
        Some(label)
    };
    tables.iter().map(&mut label).collect()
}

/// The visit as `[visit]` changes it.
pub(super) fn visit(table: &Table, was: &Visit, notes: &mut Notes) -> Visit {
    table.only(
        &[
            "from",
            "to",
            "closing_meeting",
            "team",
            "people_asked",
            "minutes_on_sites",
            "documents_asked",
            "minutes_on_paper",
            "minutes_with_people",
            "no_transferable",
        ],
        notes,
    );
    let team = table.texts("team", notes).map(|team| team.into_iter().map(|name| name.words).collect());
    Visit {
        from: table.time("from", notes).or(was.from),
        to: table.time("to", notes).or(was.to),
        closing_meeting: table.time("closing_meeting", notes).or(was.closing_meeting),
        team: team.unwrap_or_else(|| was.team.clone()),
        people_asked: table.number("people_asked", notes).or(was.people_asked),
        minutes_on_sites: table.number("minutes_on_sites", notes).or(was.minutes_on_sites),
        documents_asked: table.number("documents_asked", notes).or(was.documents_asked),
        minutes_on_paper: table.number("minutes_on_paper", notes).or(was.minutes_on_paper),
        minutes_with_people: table.number("minutes_with_people", notes).or(was.minutes_with_people),
        no_transferable: Reason::new(&table.words("no_transferable", notes)).or_else(|| was.no_transferable.clone()),
    }
}

/// `[self_score]`: the unit's score of itself, in points as people write them. Sealed from the first mark on; the same again is no change.
pub(super) fn self_score(table: &Table, inspection: &Inspection, notes: &mut Notes) -> Option<Edit> {
    table.only(&["points", "by", "on"], notes);
    let (points, by, on) = (table.required("points", notes), table.required("by", notes), table.day("on", notes));
    if on.is_none() && table.place_of("on").is_none() {
        notes.add(table.at, Message::new(key::FILL_MISSING).with("key", "on"));
    }
    let share = points.as_ref().and_then(|points| {
        let share = Share::from_points(&points.words);
        if share.is_none() {
            notes.add(points.at, Message::new(key::SELF_SCORE_POINTS).with("found", shown(&points.words)));
        }
        share
    });
    let score = SelfScore { share: share?, by: by?.words, on: on? };
    if inspection.has_marks() && inspection.self_score.as_ref() != Some(&score) {
        notes.add(table.at, key::SELF_SCORE_REFUSED);
        return None;
    }
    Some(Edit::SelfScore(Some(score)))
}

/// `[[flag]]`: the written answer to a flag. Whether the flag is up is not asked: it may be gone, and come back.
pub(super) fn flag(table: &Table, key: Option<Text>, notes: &mut Notes) -> Option<Edit> {
    table.only(&["key", "answer", "by", "at"], notes);
    let words = table.required("answer", notes);
    let (by, at) = (table.words("by", notes), table.time("at", notes));
    Some(Edit::AnswerFlag(FlagKey::new(key?.words), Some(FlagAnswer { words: words?.words, by, at })))
}

/// What the parts of the file may refer to.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) programme: &'a Programme,
    pub(super) inspection: &'a Inspection,
    evidence: BTreeSet<String>,
    findings: BTreeSet<String>,
}

impl<'a> Context<'a> {
    /// What the file brings under these names and what the inspection holds.
    pub(super) fn new(
        programme: &'a Programme,
        inspection: &'a Inspection,
        evidence: &[Option<Text>],
        findings: &[Option<Text>],
    ) -> Self {
        let brought = |labels: &[Option<Text>]| -> BTreeSet<String> {
            labels.iter().flatten().map(|label| label.words.clone()).collect()
        };
        let (mut evidence, mut findings) = (brought(evidence), brought(findings));
        evidence.extend(inspection.evidence.keys().map(|id| id.as_str().to_owned()));
        findings.extend(inspection.findings.keys().map(|id| id.as_str().to_owned()));
        Self { programme, inspection, evidence, findings }
    }

    /// `[[evidence]]`.
    pub(super) fn evidence(&self, table: &Table, id: Option<Text>, filled: &mut Filled, notes: &mut Notes) {
        table.only(
            &["id", "kind", "text", "source", "collected", "expires", "file", "file_hash", "file_bytes", "contradicts"],
            notes,
        );
        let kind = table.required("kind", notes).filter(|kind| {
            let kinds = &self.programme.evidence_kinds;
            let known = kinds.iter().any(|known| known.id.as_str() == kind.words);
            if !known {
                notes.wrong_name(kind, key::FILL_EVIDENCE_KIND, kinds.iter().map(|kind| kind.id.as_str()));
            }
            known
        });
        let text = table.required("text", notes);
        let (source, collected) = (table.words("source", notes), table.day("collected", notes));
        let (expires, contradicts) = (table.day("expires", notes), table.flag("contradicts", notes));
        let path = table.text("file", notes);
        let kept = attachment(table, path.as_ref(), notes);
        let (Some(id), Some(kind), Some(text)) = (id, kind, text) else { return };
        let id = EvidenceId::new(id.words);
        if let (Some(path), None) = (path, &kept) {
            filled.files.push((id.clone(), path.words, notes.place(path.at).0));
        }
        let evidence = Evidence {
            kind: EvidenceKindId::new(kind.words),
            text: text.words,
            source,
            collected,
            expires,
            file: kept,
            contradicts: contradicts.unwrap_or(false),
        };
        filled.edits.push(Edit::Evidence(id, Some(evidence)));
    }

    /// `[[finding]]`.
    pub(super) fn finding(&self, table: &Table, id: Option<Text>, filled: &mut Filled, notes: &mut Notes) {
        table.only(
            &[
                "id",
                "kind",
                "items",
                "evidence",
                "severity",
                "condition",
                "criterion",
                "cause",
                "effect",
                "reply",
                "transferable",
            ],
            notes,
        );
        let kind = table.required("kind", notes);
        let kind = kind.and_then(|kind| {
            word(&kind, &FindingKind::ALL.map(|kind| (kind.code(), kind)), key::FILL_FINDING_KIND, notes)
        });
        let items = table.texts("items", notes).unwrap_or_default();
        let items = items.iter().filter_map(|item| self.item(item, notes)).collect();
        let evidence = self.cited(table.texts("evidence", notes).unwrap_or_default(), notes);
        let severity = table.text("severity", notes);
        let severity = severity.and_then(|severity| {
            word(&severity, &Severity::ALL.map(|severity| (severity.code(), severity)), key::FILL_SEVERITY, notes)
        });
        let condition = table.required("condition", notes);
        let mut words = |name| table.words(name, notes);
        let (criterion, cause) = (words("criterion"), words("cause"));
        let (effect, reply) = (words("effect"), words("reply"));
        let transferable = table.flag("transferable", notes).unwrap_or(false);
        let (Some(id), Some(kind), Some(condition)) = (id, kind, condition) else { return };
        let severity = severity.unwrap_or_default();
        let condition = condition.words;
        let finding =
            Finding { kind, items, evidence, severity, condition, criterion, cause, effect, reply, transferable };
        filled.edits.push(Edit::Finding(FindingId::new(id.words), Some(finding)));
    }

    /// `[[recommendation]]`.
    pub(super) fn recommendation(&self, table: &Table, id: Option<Text>, filled: &mut Filled, notes: &mut Notes) {
        table.only(&["id", "findings", "action", "owner", "due", "check", "followed_by"], notes);
        let findings = table.texts("findings", notes).unwrap_or_default();
        let findings = known(findings, &self.findings, key::FILL_FINDING_UNKNOWN, notes);
        let action = table.required("action", notes);
        let due = table.day("due", notes);
        let mut words = |name| table.words(name, notes);
        let (owner, check, followed_by) = (words("owner"), words("check"), words("followed_by"));
        let (Some(id), Some(action)) = (id, action) else { return };
        let findings = findings.into_iter().map(FindingId::new).collect();
        let recommendation = Recommendation { findings, action: action.words, owner, due, check, followed_by };
        filled.edits.push(Edit::Recommendation(RecommendationId::new(id.words), Some(recommendation)));
    }

    /// The item of this name, when the inspected kind of unit sees it.
    pub(super) fn item(&self, name: &Text, notes: &mut Notes) -> Option<ItemId> {
        let kind = &self.inspection.plan.kind;
        let id = ItemId::new(name.words.as_str());
        let Some(item) = self.programme.item(&id) else {
            let right: Vec<&str> = self.programme.items_for(kind).map(|(_, item)| item.id.as_str()).collect();
            notes.wrong_name(name, key::FILL_ITEM_UNKNOWN, right);
            return None;
        };
        if !item.applies_to.contains(kind) {
            let what = Message::new(key::FILL_ITEM_KIND).with("item", shown(&name.words));
            notes.add(name.at, what.with("kind", shown(kind.as_str())));
            return None;
        }
        if self.inspection.second.as_ref().is_some_and(|second| !second.items().contains(&id)) {
            notes.add(name.at, Message::new(key::SECOND_REFUSED_ITEM));
            return None;
        }
        Some(id)
    }

    pub(super) fn cited(&self, names: Vec<Text>, notes: &mut Notes) -> BTreeSet<EvidenceId> {
        let names = known(names, &self.evidence, key::FILL_EVIDENCE_UNKNOWN, notes);
        names.into_iter().map(EvidenceId::new).collect()
    }
}

/// Those of the names that are among the right ones; the others are noted.
fn known(names: Vec<Text>, right: &BTreeSet<String>, wrong: Key, notes: &mut Notes) -> Vec<String> {
    let mut known = Vec::with_capacity(names.len());
    for name in names {
        if right.contains(&name.words) {
            known.push(name.words);
        } else {
            notes.wrong_name(&name, wrong, right.iter().map(String::as_str));
        }
    }
    known
}

/// The value that a word stands for.
fn word<T: Copy>(found: &Text, right: &[(&str, T)], wrong: Key, notes: &mut Notes) -> Option<T> {
    let meant = right.iter().find(|(word, _)| *word == found.words).map(|(_, meant)| *meant);
    if meant.is_none() {
        notes.wrong_name(found, wrong, right.iter().map(|(word, _)| *word));
    }
    meant
}

/// A file that the vault holds already, by its name, hash and size; nothing when `file` is a path.
fn attachment(table: &Table, name: Option<&Text>, notes: &mut Notes) -> Option<Attachment> {
    let given = table.place_of("file_hash").into_iter().chain(table.place_of("file_bytes")).min();
    let (hash, bytes) = (table.text("file_hash", notes), table.number("file_bytes", notes));
    let Some(at) = given else {
        if let Some(path) = name.filter(|path| path.words.trim().is_empty()) {
            notes.add(path.at, Message::new(key::FILL_BLANK).with("key", "file"));
        }
        return None;
    };
    let (Some(name), Some(hash), Some(bytes)) = (name, hash, bytes) else {
        notes.add(at, key::FILL_FILE_PARTS);
        return None;
    };
    if name.words.contains(['/', '\\']) {
        notes.add(name.at, key::FILL_FILE_FOLDER);
    }
    if !is_hash(&hash.words) {
        notes.add(hash.at, key::FILL_HASH);
    }
    Some(Attachment { hash: hash.words, name: name.words.clone(), bytes })
}
