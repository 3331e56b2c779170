//! Composes one invented inspection from the models and matters of the practice data: what is found at each item, how it is proved, and
//! what follows from it. Writes edits; keeps nothing.

use super::{
    chance::Chance,
    data::{Data, Matter, Model, Proof, Stage, VisitRow},
    follow::{Follow, Told},
    words::{Setting, Words},
};
use crate::domain::{
    answer::{Answer, Level, Reason},
    edit::Edit,
    evidence::Evidence,
    ids::{EvidenceId, next_label},
    inspection::Visit,
    programme::Item,
};
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime};
use std::collections::BTreeSet;

/// How many items a visit that is cut short gets through.
const CUT_SHORT_AFTER: usize = 9;

/// A model that the inspection writes about, as the unit's register has it.
pub struct Written {
    pub name: String,
    pub place: String,
    pub owner: String,
    pub baseline: String,
    /// How well it runs.
    pub level: u8,
    /// What was recorded of it.
    pub evidence: BTreeSet<EvidenceId>,
}

/// One model that was drawn, how well it does, and the names and numbers of its place.
struct Drawn<'a> {
    model: &'a Model,
    level: u8,
    words: Words,
    evidence: BTreeSet<EvidenceId>,
}

/// What a row of the schedule asks for, and what is known of the unit.
pub struct Order<'a> {
    pub row: &'a VisitRow,
    pub setting: Setting<'a>,
    /// The items that the unit sees.
    pub items: Vec<&'a Item>,
    /// Nobody inspected the unit before, so nothing was recommended.
    pub first_time: bool,
    pub team: [&'a str; 2],
}

/// Everything recorded at one item.
struct Mark {
    answer: Answer,
    cites: BTreeSet<EvidenceId>,
    note: String,
}

/// The inspection while it is written.
pub struct Composer<'a> {
    data: &'a Data,
    order: &'a Order<'a>,
    chance: &'a mut Chance,
    drawn: Vec<Drawn<'a>>,
    edits: Vec<Edit>,
    evidence: Vec<EvidenceId>,
    follow: Follow<'a>,
    asked: u32,
}

impl<'a> Composer<'a> {
    pub fn new(data: &'a Data, order: &'a Order<'a>, chance: &'a mut Chance) -> Self {
        let suits = |model: &&Model| {
            order.setting.districts.iter().any(|district| district.land.iter().any(|land| model.land.contains(land)))
        };
        let models: Vec<&Model> = data.models.iter().filter(suits).collect();
        let drawn = chance.pick_some(&models, 2).into_iter().copied().collect::<Vec<_>>();
        let drawn = drawn.into_iter().map(|model| {
            let level = near(order.row.aim, chance);
            Drawn { model, level, words: Words::draw(&order.setting, model.n, None, chance), evidence: BTreeSet::new() }
        });
        let drawn = drawn.collect();
        let follow = Follow::new(&data.clauses, order.setting.day, order.team);
        Self { data, order, chance, drawn, edits: Vec::new(), evidence: Vec::new(), follow, asked: 0 }
    }

    /// Everything that is recorded, in an order that can be applied, and the models it writes about.
    pub fn edits(mut self, told: &mut Told) -> (Vec<Edit>, Vec<Written>) {
        let items = &self.order.items;
        let upto = self.order.row.done.unwrap_or(items.len());
        let mut at = clock(self.order.setting.day, 8, 0);
        for (place, item) in items.iter().take(upto).enumerate() {
            let Some(mark) = self.mark(item, place) else { continue };
            let weight = u32::try_from(mark.cites.len()).unwrap_or(0);
            let seconds = 70 + 45 * weight + self.chance.between(0, 120);
            at += Duration::seconds(i64::from(seconds) + i64::from(self.chance.between(240, 1100)));
            self.edits.push(Edit::Answer(item.id.clone(), Some(mark.answer)));
            self.edits.push(Edit::Cite(item.id.clone(), mark.cites));
            if !mark.note.is_empty() {
                self.edits.push(Edit::Note(item.id.clone(), mark.note));
            }
            self.edits.push(Edit::Timing(item.id.clone(), seconds, Some(at)));
        }
        let visit = self.visit();
        self.edits.insert(0, Edit::Visit(visit));
        self.edits.extend(self.follow.edits(self.chance, told));
        let written = self.drawn.into_iter().map(|drawn| {
            let fill = |text: &str| drawn.words.fill(text, drawn.level);
            Written {
                name: drawn.model.name.clone(),
                place: fill("{ap}, {xa}"),
                owner: fill(&drawn.model.shortfall.owner),
                baseline: fill(&drawn.model.problem),
                level: drawn.level,
                evidence: drawn.evidence,
            }
        });
        (self.edits, written.collect())
    }

    fn mark(&mut self, item: &'a Item, place: usize) -> Option<Mark> {
        let proof = self.order.row.proof;
        if proof == Proof::Thin && place >= CUT_SHORT_AFTER {
            let words = Words::draw(&self.order.setting, [5, 9], None, self.chance);
            let why = self.chance.pick(&self.data.hindered)?;
            return Some(bare(Answer::NotVerified(Reason::new(&words.fill(why, 2))?)));
        }
        if item.id.as_str() == "C1-07" && self.order.row.people == Some(0) {
            let why = "Đoàn chỉ làm việc tại hội trường, chưa hỏi được người dân nào ngoài đơn vị";
            return Some(bare(Answer::NotVerified(Reason::new(why)?)));
        }
        match item.id.as_str() {
            "C1-02" | "C1-05" | "C1-06" | "C1-07" => self.mark_models(item),
            id => self.data.matter(id).and_then(|matter| self.mark_matter(item, matter)),
        }
    }

    /// The four items that hang on the drawn models: where they start from, whether they run, what they changed, what people say.
    fn mark_models(&mut self, item: &'a Item) -> Option<Mark> {
        let levels: Vec<u8> = self.drawn.iter().map(|drawn| drawn.level).collect();
        let (first, second) = (*levels.first()?, *levels.last()?);
        let on_paper = self.order.row.proof == Proof::Paper;
        let everywhere = self.order.row.proof == Proof::Strong;
        let (level, wanted): (u8, &[(usize, Part)]) = match item.id.as_str() {
            "C1-02" => (first.max(2), &[(0, Part::Problem), (0, Part::Say)]),
            "C1-05" if everywhere => {
                (u8::midpoint(first, second), &[(0, Part::See), (0, Part::Say), (1, Part::See), (1, Part::Say)])
            }
            "C1-05" => (u8::midpoint(first, second), &[(0, Part::See), (0, Part::Say), (1, Part::Paper)]),
            "C1-06" if everywhere => (first, &[(0, Part::Count), (0, Part::Say)]),
            "C1-06" => (first, &[(0, Part::Count)]),
            _ => (second.max(first), &[(0, Part::Say), (1, Part::Say)]),
        };
        let mut cites = BTreeSet::new();
        if on_paper {
            cites.extend(self.model_evidence(0, Part::Paper, false));
            if item.id.as_str() == "C1-05" && self.order.row.people != Some(0) {
                cites.extend(self.model_evidence(0, Part::Say, true));
            }
        } else {
            for (which, part) in wanted {
                cites.extend(self.model_evidence(*which, *part, false));
            }
        }
        // Where a model started from is no fault of how it runs.
        for drawn in self.drawn.iter().filter(|_| item.id.as_str() != "C1-02") {
            self.follow.model(item, level, &cites, (drawn.level, drawn.model, &drawn.words));
        }
        Some(Mark { answer: Answer::Rated(Level::new(level)?), cites, note: String::new() })
    }

    /// One piece of evidence about a drawn model, made at its first use.
    fn model_evidence(&mut self, which: usize, part: Part, against: bool) -> Option<EvidenceId> {
        let drawn = self.drawn.get(which)?;
        let (model, words) = (drawn.model, &drawn.words);
        let level = if against { 1 } else { drawn.level };
        let (kind, source, text) = match part {
            Part::Problem => ("record_sample", "hồ sơ đăng ký và ý kiến cử tri {xa}", &model.problem),
            Part::See => ("observation", "đoàn, tại {ap}, {xa}", model.see.at(level)),
            Part::Say => ("interview_people", "{d} và người dân {ap}", model.say.at(level)),
            Part::Count => ("data", "sổ ở {ap}; đoàn tính lại", model.count.at(level)),
            Part::Paper => ("document", "hồ sơ của {dv}", &model.paper),
        };
        let text = match part {
            Part::See | Part::Paper | Part::Problem => format!("“{}”: {}", model.name, words.fill(text, level)),
            Part::Say | Part::Count => words.fill(text, level),
        };
        let (source, asked) = (words.fill(source, level), words.asked);
        if part == Part::Say && !self.is_known(&text) {
            self.asked += asked;
        }
        let id = self.evidence(kind, text, source, against);
        if let Some(drawn) = self.drawn.get_mut(which).filter(|_| matches!(part, Part::See | Part::Say | Part::Count)) {
            drawn.evidence.insert(id.clone());
        }
        Some(id)
    }

    fn mark_matter(&mut self, item: &'a Item, matter: &'a Matter) -> Option<Mark> {
        let words = Words::draw(&self.order.setting, matter.n, matter.kept, self.chance);
        let first_time = matter.item == "C5-02" && self.order.first_time;
        if let Some(why) = matter.na.as_ref().filter(|_| first_time || matter.item != "C5-02" && self.chance.one_in(5))
        {
            return Some(bare(Answer::NotApplicable(Reason::new(&words.fill(why, 2))?)));
        }
        let proof = self.order.row.proof;
        let mixed = proof == Proof::Mixed;
        if let Some(why) = matter.unverified.as_ref().filter(|_| mixed && self.chance.one_in(5)) {
            return Some(bare(Answer::NotVerified(Reason::new(&words.fill(why, 2))?)));
        }
        let level = near(self.order.row.aim, self.chance);
        let on_paper = proof == Proof::Paper || (mixed && self.chance.one_in(3));
        let said = matter.said.at(level);
        let pieces: Vec<&String> = match proof {
            _ if on_paper => vec![&matter.paper],
            Proof::Mixed => self.chance.pick_some(said, 1),
            _ => said.iter().collect(),
        };
        let mut cites = BTreeSet::new();
        for piece in pieces {
            let mut parts = piece.splitn(3, " | ");
            let (kind, source, text) = (parts.next()?, parts.next()?, parts.next()?);
            if kind == "interview_people" && self.order.row.people == Some(0) {
                continue;
            }
            if matches!(kind, "interview_people" | "survey") {
                self.asked += 1;
            }
            cites.insert(self.evidence(kind, words.fill(text, level), words.fill(source, level), false));
        }
        let note = matter.note.as_ref().filter(|_| self.chance.one_in(2));
        let note = note.map_or_else(String::new, |note| words.fill(note, level));
        self.follow.matter(item, level, &cites, matter, words);
        Some(Mark { answer: Answer::Rated(Level::new(level)?), cites, note })
    }

    fn is_known(&self, text: &str) -> bool {
        self.edits.iter().any(|edit| matches!(edit, Edit::Evidence(_, Some(there)) if there.text == text))
    }

    /// A piece of evidence; the same words are the same piece.
    fn evidence(&mut self, kind: &str, text: String, source: String, contradicts: bool) -> EvidenceId {
        let known = self.edits.iter().find_map(|edit| match edit {
            Edit::Evidence(id, Some(there)) if there.text == text && there.contradicts == contradicts => Some(id),
            _ => None,
        });
        if let Some(id) = known {
            return id.clone();
        }
        let id = EvidenceId::new(next_label("V", self.evidence.iter().map(EvidenceId::as_str)));
        let collected = Some(self.order.setting.day);
        let piece = Evidence { kind: kind.into(), text, source, collected, expires: None, file: None, contradicts };
        self.evidence.push(id.clone());
        self.edits.push(Edit::Evidence(id.clone(), Some(piece)));
        id
    }

    fn visit(&mut self) -> Visit {
        let (row, day) = (self.order.row, self.order.setting.day);
        let over = row.state != Stage::Underway;
        let (sites, documents, paper) = match row.proof {
            Proof::Strong => ((180, 290), (6, 11), (50, 90)),
            Proof::Mixed => ((95, 180), (9, 16), (80, 150)),
            Proof::Paper => ((15, 45), (24, 38), (190, 260)),
            Proof::Thin => ((60, 80), (4, 7), (30, 50)),
        };
        let sites = self.chance.between(sites.0, sites.1);
        let asked = row.people.unwrap_or(self.asked + self.chance.between(1, 4));
        Visit {
            from: Some(clock(day, 7, 30)),
            to: over.then(|| clock(day, 16, 30)),
            closing_meeting: over.then(|| clock(day, 15, 30)),
            team: self.order.team.iter().map(|name| (*name).to_owned()).collect(),
            people_asked: Some(asked),
            minutes_on_sites: over.then_some(if row.people == Some(0) { 0 } else { sites }),
            documents_asked: Some(self.chance.between(documents.0, documents.1)),
            minutes_on_paper: over.then(|| self.chance.between(paper.0, paper.1)),
            minutes_with_people: over.then_some(8 * asked),
            no_transferable: None,
        }
    }
}

/// Which evidence about a model.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Problem,
    See,
    Say,
    Count,
    Paper,
}

fn bare(answer: Answer) -> Mark {
    Mark { answer, cites: BTreeSet::new(), note: String::new() }
}

/// A level at or beside `aim`, above it a little more often than below.
fn near(aim: u8, chance: &mut Chance) -> u8 {
    match chance.between(0, 7) {
        0 => aim.saturating_sub(1),
        1 | 2 => (aim + 1).min(4),
        // A unit that does badly does not do everything badly.
        3 | 4 if aim == 1 => 2,
        _ => aim.min(4),
    }
}

/// A time of a day in Vietnam.
pub fn clock(day: NaiveDate, hour: u32, minute: u32) -> DateTime<FixedOffset> {
    let vietnam = FixedOffset::east_opt(7 * 3600).expect("seven hours is an offset");
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    day.and_time(time).and_local_timezone(vietnam).single().expect("a fixed offset has every time once")
}
