//! The numbers of the flags. All are programme data; what is left out of a file keeps the numbers of the method (design "flags").
//! What they are compared with stands with each rule in `domain::flags`.

use crate::domain::share::Share;

/// The thresholds of all flags: shares in basis points, everything else in the unit that its name says.
#[derive(Debug, Clone)]
pub struct Thresholds {
    /// P01: most weight that documents alone may satisfy.
    pub paper_weight: Share,
    /// P02: most scored items a kind may see.
    pub items_per_kind: u32,
    /// P05: least outcome share of a kind.
    pub outcome_share: Share,
    /// T01: a run of equal ratings is never shorter than this …
    pub line_run: u32,
    /// T01: … nor than this share of the section.
    pub line_share: Share,
    /// T01: a section that is equal throughout counts from so many rated items on.
    pub line_section: u32,
    /// T01: share of one level over the whole inspection from which a few other marks do not break the line.
    pub line_most: Share,
    /// T02: syllables of question and guidance that are read in a second.
    pub syllables_a_second: u32,
    /// T02: seconds that one piece of evidence takes to write down.
    pub seconds_a_piece: u32,
    /// T03: share of answers given outside the visit.
    pub afterwards_share: Share,
    /// T03: the last part of the visit in which all answers must not lie.
    pub afterwards_tail: Share,
    /// T04: least items that two inspections both rated.
    pub twin_items: u32,
    /// T04: chance, in millionths, below which likeness is no accident.
    pub twin_chance: u32,
    /// T05: likeness of two texts.
    pub copied_share: Share,
    /// T05: letters below which a text is too short to be compared.
    pub copied_letters: u32,
    /// T05: letters below which a note only points and is not compared with the other notes of its inspection.
    pub note_letters: u32,
    /// T05: items from which one note for all is asked about.
    pub same_notes: u32,
    /// T08: most weight that may be not applicable.
    pub na_share: Share,
    /// T09: least rated items before "nothing found" is asked.
    pub nothing_found_items: u32,
    /// T10: least scores near a band's line.
    pub bunched_scores: u32,
    /// T10: how near a line, in basis points.
    pub bunched_margin: Share,
    /// T10: chance, in millionths, below which a crowd above a line is no accident.
    pub bunched_chance: u32,
    /// T14: most evidence of one family.
    pub family_share: Share,
    /// T14: least pieces of evidence before families are compared.
    pub family_pieces: u32,
    /// T15: least people asked.
    pub people_asked: u32,
    /// T15: least minutes at sites.
    pub minutes_on_sites: u32,
    /// U01, U02: least registered models.
    pub register_models: u32,
    /// U01: share recognised from which it is nearly all.
    pub nearly_all_recognised: Share,
    /// U02: share recognised below which it is few.
    pub few_recognised: Share,
    /// U02: share of the drawn models found running below which it is few.
    pub few_running: Share,
    /// U03: share registered shortly before a review or recognition.
    pub late_share: Share,
    /// U03: what "shortly before" is, in days.
    pub late_days: u32,
    /// U03: least median from registration to recognition, in days.
    pub recognised_days: u32,
    /// U04: activity must reach so many days past the award …
    pub award_days: u32,
    /// U04: … when the last of it is so many days ago.
    pub silent_days: u32,
    /// U05: least models before fields are compared.
    pub field_models: u32,
    /// U05: most models in one field.
    pub field_share: Share,
    /// U06: likeness of two names.
    pub same_name: Share,
    /// U07: least individual awards.
    pub leader_awards: u32,
    /// U07: most of them to leaders.
    pub leader_share: Share,
    /// U08: how far a self-score may stand above what is supported.
    pub self_gap: Share,
    /// U10: least reported rates.
    pub smooth_rates: u32,
    /// U10: most of them that may equal 100 %.
    pub smooth_share: Share,
    /// U10: least reported rates that must not all be multiples of five.
    pub round_rates: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        let share = Share::from_bp;
        Self {
            paper_weight: share(4000),
            items_per_kind: 20,
            outcome_share: share(2500),
            line_run: 8,
            line_share: share(6000),
            line_section: 5,
            line_most: share(8500),
            syllables_a_second: 5,
            seconds_a_piece: 20,
            afterwards_share: share(8000),
            afterwards_tail: share(1000),
            twin_items: 20,
            twin_chance: 1000,
            copied_share: share(8000),
            copied_letters: 60,
            note_letters: 20,
            same_notes: 5,
            na_share: share(2000),
            nothing_found_items: 5,
            bunched_scores: 8,
            bunched_margin: share(200),
            bunched_chance: 20_000,
            family_share: share(7000),
            family_pieces: 4,
            people_asked: 5,
            minutes_on_sites: 60,
            register_models: 10,
            nearly_all_recognised: share(9500),
            few_recognised: share(5000),
            few_running: share(7000),
            late_share: share(5000),
            late_days: 45,
            recognised_days: 90,
            award_days: 60,
            silent_days: 180,
            field_models: 8,
            field_share: share(7000),
            same_name: share(7500),
            leader_awards: 5,
            leader_share: share(5000),
            self_gap: share(1000),
            smooth_rates: 4,
            smooth_share: share(5000),
            round_rates: 8,
        }
    }
}
