//! Reads the forms of the walk into edits.

use super::{super::sheet::Sheet, Purpose, Read};
use crate::{
    domain::{
        answer::{Answer, Reason},
        edit::Edit,
        evidence::Evidence,
        finding::{Finding, FindingKind, Severity},
        ids::{EvidenceId, EvidenceKindId, FindingId, ItemId, RecommendationId, next_label},
        inspection::Visit,
        recommendation::Recommendation,
        self_score::SelfScore,
        share::Share,
    },
    i18n::{Message, key},
    tui::{message::Now, parts::form::Form},
};
use std::collections::BTreeSet;

/// The edits that saving the form makes.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(in super::super) fn read(purpose: &Purpose, form: &Form, sheet: &mut Sheet, now: Now) -> Result<Read, Message> {
    let mut attach = None;
    let edits = match purpose {
        Purpose::NotApplicable(item) => sheet.marking(item.clone(), Some(Answer::NotApplicable(reason(form)?)), now),
        Purpose::NotVerified(item) => sheet.marking(item.clone(), Some(Answer::NotVerified(reason(form)?)), now),
        Purpose::Note(item) => vec![Edit::Note(item.clone(), form.text(key::FIELD_NOTE))],
        Purpose::Evidence(item, id) => {
            let (edits, file) = evidence(item, id.as_ref(), form, sheet, now)?;
            attach = file;
            edits
        }
        Purpose::Cite(item) => vec![Edit::Cite(item.clone(), chosen(form, key::FIELD_EVIDENCE))],
        Purpose::Finding(_, id) => vec![finding(id.as_ref(), form, sheet)],
        Purpose::Recommendation(_, id) => vec![recommendation(id.as_ref(), form, sheet, now)?],
        Purpose::Visit => vec![visit(form, now)?],
        Purpose::SelfScore => vec![self_score(form, now)?],
    };
    Ok(Read { edits, attach })
}

fn reason(form: &Form) -> Result<Reason, Message> {
    Reason::new(&form.text(key::FIELD_REASON)).ok_or_else(|| Message::new(key::FORM_EMPTY))
}

fn chosen<T: Ord + for<'a> From<&'a str>>(form: &Form, label: crate::i18n::Key) -> BTreeSet<T> {
    form.field(label).choices().into_iter().map(T::from).collect()
}

type Attach = Option<(EvidenceId, String)>;

fn evidence(
    item: &ItemId,
    id: Option<&EvidenceId>,
    form: &Form,
    sheet: &Sheet,
    now: Now,
) -> Result<(Vec<Edit>, Attach), Message> {
    let inspection = &sheet.inspection;
    let number = id
        .cloned()
        .unwrap_or_else(|| EvidenceId::new(next_label("V", inspection.evidence.keys().map(EvidenceId::as_str))));
    let old = inspection.evidence.get(&number).and_then(|old| old.file.clone());
    let path = form.text(key::FIELD_FILE);
    // The field shows the name of what is attached; only another text is a file to attach.
    let keeps = old.as_ref().is_some_and(|old| old.name == path);
    let evidence = Evidence {
        kind: EvidenceKindId::from(form.field(key::FIELD_EVIDENCE_KIND).choice()),
        text: form.text(key::FIELD_EVIDENCE_TEXT),
        source: form.text(key::FIELD_SOURCE),
        collected: form.field(key::FIELD_COLLECTED).to_day(now.today())?,
        expires: form.field(key::FIELD_EXPIRES).to_day(now.today())?,
        // Another file takes its place once it is read, not before.
        file: old.filter(|_| !path.is_empty()),
        contradicts: form.field(key::FIELD_CONTRADICTS).choice() == "yes",
    };
    let mut edits = vec![Edit::Evidence(number.clone(), Some(evidence))];
    if id.is_none() {
        let mut cited = inspection.entries.get(item).map(|entry| entry.evidence.clone()).unwrap_or_default();
        cited.insert(number.clone());
        edits.push(Edit::Cite(item.clone(), cited));
    }
    let attach = (!keeps && !path.is_empty()).then_some((number, path));
    Ok((edits, attach))
}

fn finding(id: Option<&FindingId>, form: &Form, sheet: &Sheet) -> Edit {
    let taken = sheet.inspection.findings.keys().map(FindingId::as_str);
    let number = id.cloned().unwrap_or_else(|| FindingId::new(next_label("F", taken)));
    let (kind, severity) = (form.field(key::FIELD_FINDING_KIND), form.field(key::FIELD_SEVERITY));
    let (kind_chosen, severity_chosen) = (kind.choice(), severity.choice());
    let finding = Finding {
        kind: FindingKind::ALL.into_iter().find(|kind| kind.code() == kind_chosen).unwrap_or(FindingKind::Shortfall),
        items: chosen(form, key::FIELD_ITEMS),
        evidence: chosen(form, key::FIELD_EVIDENCE),
        severity: Severity::ALL.into_iter().find(|severity| severity.code() == severity_chosen).unwrap_or_default(),
        condition: form.text(key::FIELD_CONDITION),
        criterion: form.text(key::FIELD_CRITERION),
        cause: form.text(key::FIELD_CAUSE),
        effect: form.text(key::FIELD_EFFECT),
        reply: form.text(key::FIELD_REPLY),
        transferable: form.field(key::TRANSFERABLE_FIELD).choice() == "yes",
    };
    Edit::Finding(number, Some(finding))
}

fn recommendation(id: Option<&RecommendationId>, form: &Form, sheet: &Sheet, now: Now) -> Result<Edit, Message> {
    let taken = sheet.inspection.recommendations.keys().map(RecommendationId::as_str);
    let number = id.cloned().unwrap_or_else(|| RecommendationId::new(next_label("K", taken)));
    let recommendation = Recommendation {
        findings: chosen(form, key::FIELD_FINDINGS),
        action: form.text(key::FIELD_ACTION),
        owner: form.text(key::FIELD_OWNER),
        due: form.field(key::FIELD_DUE).to_day(now.today())?,
        check: form.text(key::FIELD_CHECK),
        followed_by: form.text(key::FIELD_FOLLOWED_BY),
    };
    Ok(Edit::Recommendation(number, Some(recommendation)))
}

fn visit(form: &Form, now: Now) -> Result<Edit, Message> {
    let team = form.text(key::FIELD_TEAM);
    Ok(Edit::Visit(Visit {
        from: form.field(key::FIELD_VISIT_FROM).to_moment(now.at)?,
        to: form.field(key::FIELD_VISIT_TO).to_moment(now.at)?,
        closing_meeting: form.field(key::FIELD_CLOSING_MEETING).to_moment(now.at)?,
        team: team.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        people_asked: form.field(key::FIELD_PEOPLE_ASKED).to_count()?,
        minutes_on_sites: form.field(key::FIELD_MINUTES_ON_SITES).to_count()?,
        documents_asked: form.field(key::FIELD_DOCUMENTS_ASKED).to_count()?,
        minutes_on_paper: form.field(key::FIELD_MINUTES_ON_PAPER).to_count()?,
        minutes_with_people: form.field(key::FIELD_MINUTES_WITH_PEOPLE).to_count()?,
        no_transferable: Reason::new(&form.text(key::TRANSFERABLE_NONE_FIELD)),
    }))
}

/// All three, or none: without points and name there is no self-score, whatever day is proposed.
fn self_score(form: &Form, now: Now) -> Result<Edit, Message> {
    let (points, by) = (form.text(key::SELF_SCORE_FIELD), form.text(key::SELF_SCORE_BY));
    let (points, by) = (points.trim(), by.trim());
    if points.is_empty() && by.is_empty() {
        return Ok(Edit::SelfScore(None));
    }
    let whole = || Message::new(key::SELF_SCORE_WHOLE);
    let on = form.field(key::SELF_SCORE_ON).to_day(now.today())?.ok_or_else(whole)?;
    if points.is_empty() || by.is_empty() {
        return Err(whole());
    }
    let share = Share::from_points(points).ok_or_else(|| Message::new(key::SELF_SCORE_POINTS).with("found", points))?;
    Ok(Edit::SelfScore(Some(SelfScore { share, by: by.to_owned(), on })))
}
