//! The supervision report of one inspection (BC), in the Party layout: I- Đặc điểm, tình hình · II- Kết quả kiểm tra ·
//! III- Kiến nghị, đề xuất · annexes. Every word the inspector typed stands somewhere in it. Computes no score.

mod annexes;
mod findings;
mod results;
mod situation;

use super::{
    Case,
    document::{Column, Document},
    letterhead::{self, Signing},
    words,
};
use crate::{
    domain::score::{self, Assessment, ItemState, Rest},
    i18n::{key, say, say_with},
};

/// What the parts of the report are written from.
#[derive(Debug, Clone, Copy)]
struct Matter<'a> {
    /// The case.
    case: &'a Case<'a>,
    /// What the inspection is worth.
    assessment: &'a Assessment,
    /// What its band rests on.
    rests: &'a [Rest],
}

impl Matter<'_> {
    /// How many items the unit sees.
    fn items(&self) -> usize {
        self.assessment.items.len()
    }
    /// How many of them have any mark.
    fn answered(&self) -> usize {
        self.assessment.items.iter().filter(|item| item.state != ItemState::Open).count()
    }
    /// A sentence about the inspection as a whole: it may take `$unit`, `$round`, `$items` and `$answered`.
    fn about(&self, key: crate::i18n::Key) -> String {
        let case = self.case;
        let args = [
            ("unit", case.unit.name.as_str().into()),
            ("round", words::round(case.round).into()),
            ("items", self.items().into()),
            ("answered", self.answered().into()),
        ];
        say_with(case.lang, key, &args)
    }
}

/// Builds the report.
#[must_use]
pub fn build(case: &Case) -> Document {
    let assessment = score::assess(case.programme, case.inspection, &case.about);
    let rests = score::rests_on(case.programme, case.inspection, &case.about);
    let matter = Matter { case, assessment: &assessment, rests: &rests };
    let mut document = Document::new(case.lang, matter.about(key::REPORT_INSPECTION_PROPERTY));
    if case.practice {
        super::mark_practice(&mut document);
    }
    let summary =
        vec![matter.about(key::REPORT_INSPECTION_TITLE), case.programme.title.to(case.lang).to_owned(), round(case)];
    letterhead::begin(&mut document, &case.paper(), summary);
    situation::add(&mut document, case);
    results::add(&mut document, &matter);
    findings::add(&mut document, &matter);
    proposals(&mut document, &matter);
    let signing = case.inspection.sign_off.as_ref().map_or(Signing::NotYet, Signing::SignedOff);
    letterhead::end(&mut document, &case.paper(), signing);
    annexes::add(&mut document, &matter);
    document
}

fn round(case: &Case) -> String {
    say_with(case.lang, key::REPORT_ROUND_LINE, &[("round", words::round(case.round).into())])
}

/// `III- Kiến nghị, đề xuất`: what, who, by when, how checked, who follows.
fn proposals(document: &mut Document, matter: &Matter) {
    let case = matter.case;
    let lang = case.lang;
    document.heading(1, say(lang, key::REPORT_PROPOSALS));
    let recommendations = &case.inspection.recommendations;
    if recommendations.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_PROPOSALS));
        return;
    }
    let rows = recommendations.iter().map(|(id, recommendation)| {
        let answers = words::joined(&recommendation.findings);
        // What became of it stands with the finding that it answers.
        let due = if answers.is_empty() { words::due } else { words::due_in_short };
        vec![
            if answers.is_empty() { id.to_string() } else { format!("{id}\n({answers})") },
            recommendation.action.clone(),
            words::typed(lang, &recommendation.owner),
            due(lang, case.inspection, id, case.today),
            words::typed(lang, &recommendation.check),
            words::typed(lang, &recommendation.followed_by),
        ]
    });
    document.table(
        vec![
            Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 3),
            Column::words(say(lang, key::REPORT_COLUMN_ACTION), 8),
            Column::words(say(lang, key::REPORT_COLUMN_OWNER), 5),
            Column::words(say(lang, key::REPORT_COLUMN_DUE), 4),
            Column::words(say(lang, key::REPORT_COLUMN_CHECK), 6),
            Column::words(say(lang, key::REPORT_COLUMN_FOLLOWED_BY), 4),
        ],
        rows.collect(),
    );
}
