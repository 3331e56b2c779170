//! Composes one invented inspection from the models and matters of the practice data: what is found at each item, how it is proved, and
//! what follows from it. Writes edits; keeps nothing.

use super::{
    cast::Cast,
    chance::Chance,
    data::{Data, Matter, Model, Piece, Proof, Stage, VisitRow},
    follow::Follow,
    saying::{Proved, Saying, Told},
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
    cast: Cast,
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
        Self {
            data,
            order,
            chance,
            drawn,
            edits: Vec::new(),
            evidence: Vec::new(),
            follow,
            cast: Cast::default(),
            asked: 0,
        }
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
        self.fit_into_the_day();
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

    /// A day with much to ask is done at a quicker pace, so that the last answer is given before the closing meeting.
    fn fit_into_the_day(&mut self) {
        let day = self.order.setting.day;
        let (begun, latest) = (clock(day, 8, 0), clock(day, 15, 15));
        let times = self.edits.iter_mut().filter_map(|edit| match edit {
            Edit::Timing(_, _, Some(at)) => Some(at),
            _ => None,
        });
        let times: Vec<&mut DateTime<FixedOffset>> = times.collect();
        let last = times.last().map_or(begun, |at| **at);
        let (took, may_take) = ((last - begun).num_seconds(), (latest - begun).num_seconds());
        if took > may_take {
            for at in times {
                *at = begun + Duration::seconds((*at - begun).num_seconds() * may_take / took);
            }
        }
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
        let (level, mut wanted): (u8, Vec<(usize, Part)>) = match item.id.as_str() {
            "C1-02" => (first.max(2), vec![(0, Part::Problem), (0, Part::Say)]),
            "C1-05" if everywhere => {
                (u8::midpoint(first, second), vec![(0, Part::See), (0, Part::Say), (1, Part::See), (1, Part::Say)])
            }
            "C1-05" => (u8::midpoint(first, second), vec![(0, Part::See), (0, Part::Say), (1, Part::Paper)]),
            "C1-06" if everywhere => (first, vec![(0, Part::Count), (0, Part::Say)]),
            "C1-06" => (first, vec![(0, Part::Count)]),
            _ => (second.max(first), vec![(0, Part::Say), (1, Part::Say)]),
        };
        if on_paper {
            wanted = vec![(0, Part::Paper)];
            if item.id.as_str() == "C1-05" && self.order.row.people != Some(0) {
                wanted.push((0, Part::Against));
            }
        }
        let mut cites = BTreeSet::new();
        let mut proved: Vec<Proved> = self.drawn.iter().map(|_| Proved::default()).collect();
        for (which, part) in wanted {
            let Some((id, says)) = self.model_evidence(which, part) else { continue };
            if let Some(proved) = proved.get_mut(which) {
                proved.cites.insert(id.clone());
                proved.says.extend(says);
                proved.contradicted |= part == Part::Against;
            }
            cites.insert(id);
        }
        // Where a model started from is no fault of how it runs.
        for (drawn, proved) in self.drawn.iter().zip(proved).filter(|_| item.id.as_str() != "C1-02") {
            self.follow.model(item, level, proved, (drawn.level, drawn.model, &drawn.words));
        }
        Some(Mark { answer: Answer::Rated(Level::new(level)?), cites, note: String::new() })
    }

    /// One piece of evidence about a drawn model, made at its first use, and what a finding may say of it.
    fn model_evidence(&mut self, which: usize, part: Part) -> Option<(EvidenceId, Option<Saying<'a>>)> {
        let drawn = self.drawn.get(which)?;
        let (model, words) = (drawn.model, &drawn.words);
        let level = if part == Part::Against { 1 } else { drawn.level };
        let (kind, source, shown) = match part {
            Part::Problem => ("record_sample", "hồ sơ đăng ký và ý kiến cử tri {xa}", None),
            Part::See => ("observation", "đoàn, tại {ap}, {xa}", Some(model.see.at(level))),
            Part::Say | Part::Against => {
                ("interview_people", "{p} người được hỏi ở {ap}, {xa}", Some(model.say.at(level)))
            }
            Part::Count => ("data", "sổ ở {ap}; đoàn tính lại", Some(model.count.at(level))),
            Part::Paper => ("document", "hồ sơ của {dv} về mô hình ở {ap}", Some(&model.paper)),
        };
        let text = words.fill(shown.map_or(&model.problem, |shown| &shown.text), level);
        let text = match part {
            Part::See | Part::Paper | Part::Problem => format!("“{}”: {text}", model.name),
            Part::Say | Part::Against | Part::Count => text,
        };
        let paper = (part == Part::Paper).then_some(&self.data.on_paper);
        let says = shown.map(|shown| Saying::of_model(model, shown, level, paper));
        let (source, asked) = (words.fill(source, level), words.asked);
        if kind == "interview_people" && !self.is_known(&text) {
            self.asked += asked;
        }
        let id = self.evidence(kind, text, source, part == Part::Against);
        if let Some(drawn) = self.drawn.get_mut(which).filter(|_| !matches!(part, Part::Problem | Part::Paper)) {
            drawn.evidence.insert(id.clone());
        }
        Some((id, says))
    }

    fn mark_matter(&mut self, item: &'a Item, matter: &'a Matter) -> Option<Mark> {
        let mut words = Words::draw(&self.order.setting, matter.n, matter.kept, self.chance);
        words.settle(self.order.setting.people, matter, &mut self.cast);
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
        let pieces: Vec<&Piece> = match proof {
            _ if on_paper => vec![&matter.paper],
            Proof::Mixed => self.chance.pick_some(said, 1),
            _ => said.iter().collect(),
        };
        let mut proved = Proved::default();
        for piece in pieces {
            if piece.kind == "interview_people" && self.order.row.people == Some(0) {
                continue;
            }
            if matches!(piece.kind.as_str(), "interview_people" | "survey") {
                self.asked += 1;
            }
            let (text, source) = (words.fill(&piece.text, level), words.fill(&piece.source, level));
            proved.cites.insert(self.evidence(&piece.kind, text, source, false));
            proved.says.push(Saying::of_matter(matter, piece, level, on_paper.then_some(&self.data.on_paper)));
        }
        let cites = proved.cites.clone();
        let note = matter.note.as_ref().filter(|_| self.chance.one_in(2));
        let note = note.map_or_else(String::new, |note| words.fill(note, level));
        self.follow.matter(item, level, proved, matter, words);
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
    /// What people say where the paper is better than they are.
    Against,
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
