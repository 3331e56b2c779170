//! The storage thread's order of work: what is asked for is done at once, one thing after the other; what looks at very many
//! inspections, or writes many files, goes in steps. Between two steps everything else asked for is done – commits first of all – and
//! the work can be stopped: nothing is half done then. Owns no thread (`runtime`) and does nothing itself (`keeper`).

use super::{
    answers::failed, backup::BackingUp, import::Import, keeper::Keeper, letters::Letters, making::Making, wish::Wish,
};
use crate::{
    domain::ids::{InspectionId, RoundId},
    report::flags::Comparing,
    tui::{
        effect::{Effect, Occasion},
        message::{Answer, Job, Praised, Progress},
    },
};
use std::collections::VecDeque;

/// Inspections that are read in one step: some hundredths of a second.
const STEP: usize = 500;

/// Letters that are written in one step; each waits for the disk.
const LETTERS: usize = 8;

/// The owner of the vault, and the long work that is going on.
#[derive(Debug)]
pub struct Storage {
    keeper: Keeper,
    step: usize,
    work: VecDeque<Work>,
}

/// Work in steps.
#[derive(Debug)]
enum Work {
    /// Gathers the findings of all inspections.
    Gather,
    /// Reads inspections ahead – so many are read –, then does what needs them.
    Read { effect: Effect, job: Job, ids: Vec<InspectionId>, read: usize },
    /// A document is made of so many inspections; what becomes of it then.
    Make { making: Making, wish: Wish, job: Job, of: usize },
    /// Reads what may be put forward for praise: so many inspections are read.
    Praise { round: RoundId, ids: Vec<InspectionId>, read: usize, list: Vec<Praised> },
    /// Takes in the inspections that one is compared with – so many are taken in –, then reckons its flags.
    Compare { id: InspectionId, ids: Vec<InspectionId>, taken: usize, comparing: Option<Box<Comparing>> },
    /// Writes letters.
    Letters(Letters),
    /// Takes units in from a file.
    Units(Import),
    /// Backs the vault up.
    Backup(Box<BackingUp>),
}

impl Work {
    const fn job(&self) -> Job {
        match self {
            Self::Gather => Job::Findings,
            Self::Read { job, .. } | Self::Make { job, .. } => *job,
            Self::Praise { .. } => Job::Praise,
            Self::Compare { .. } => Job::Flags,
            Self::Letters(_) => Job::Letters,
            Self::Units(_) => Job::Units,
            Self::Backup(_) => Job::Backup,
        }
    }

    /// Whether how far it is is nobody's concern.
    fn is_silent(&self) -> bool {
        matches!(self, Self::Backup(backup) if !backup.is_asked())
    }
}

impl Storage {
    /// The order of work of `keeper`.
    #[must_use]
    pub fn of(keeper: Keeper) -> Self {
        Self { keeper, step: STEP, work: VecDeque::new() }
    }

    /// The same, with at most `step` inspections read at once; what needs no more than that is done at once.
    #[must_use]
    pub fn in_steps_of(self, step: usize) -> Self {
        Self { step, ..self }
    }

    /// Whether there is work to go on with.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        !self.work.is_empty()
    }

    /// Takes what is asked for: does it, or begins to work on it.
    pub fn take(&mut self, effect: Effect) -> Vec<Answer> {
        match effect {
            Effect::CancelWork => self.stop(),
            Effect::BackUp(occasion) => {
                self.work.extend(self.keeper.begin_backup(occasion).map(|backup| Work::Backup(Box::new(backup))));
                Vec::new()
            }
            effect if effect.imports() && self.keeper.backup_is_long() => {
                self.work
                    .extend(self.keeper.begin_backup(Occasion::Import).map(|backup| Work::Backup(Box::new(backup))));
                self.work.push_back(match effect {
                    Effect::ImportUnits { path } => Work::Units(Import::begin(path)),
                    effect => Work::Read { effect, job: Job::Units, ids: Vec::new(), read: 0 },
                });
                Vec::new()
            }
            effect if effect.signs() => {
                let answers = self.keeper.perform(effect);
                if answers.iter().any(|answer| matches!(answer, Answer::Committed { .. })) {
                    self.work.extend(
                        self.keeper.begin_backup(Occasion::Signed).map(|backup| Work::Backup(Box::new(backup))),
                    );
                }
                answers
            }
            Effect::GatherFindings => {
                if !self.work.iter().any(|work| matches!(work, Work::Gather)) {
                    self.work.push_back(Work::Gather);
                }
                Vec::new()
            }
            Effect::ExportLetters { folder, units, format } if units.len() > LETTERS.min(self.step) => {
                match Letters::begin(&folder, units, format) {
                    Ok(letters) => self.work.push_back(Work::Letters(letters)),
                    Err(failure) => return vec![failure],
                }
                Vec::new()
            }
            Effect::ImportUnits { path } if Import::is_long(&path, self.step) => {
                self.work.push_back(Work::Units(Import::begin(path)));
                Vec::new()
            }
            effect => match self.keeper.needs(&effect) {
                Some((Job::Flags, ids)) if ids.len() > self.step => {
                    if let Effect::LoadFlags(id) = effect {
                        self.work.push_back(Work::Compare { id, ids, taken: 0, comparing: None });
                    }
                    Vec::new()
                }
                Some((Job::Praise, ids)) if ids.len() > self.step => {
                    if let Effect::LoadPraise(round) = effect {
                        self.work.push_back(Work::Praise { round, ids, read: 0, list: Vec::new() });
                    }
                    Vec::new()
                }
                Some((job, ids)) if ids.len() > self.step => {
                    self.work.push_back(Work::Read { effect, job, ids, read: 0 });
                    Vec::new()
                }
                _ => self.keeper.perform(effect),
            },
        }
    }

    /// Goes a step on: how far the work is, or what came of it.
    pub fn go_on(&mut self) -> Vec<Answer> {
        let Some(mut work) = self.work.pop_front() else { return Vec::new() };
        match self.step(&mut work) {
            Ok((done, of)) => {
                let progress = (!work.is_silent()).then(|| Progress { job: work.job(), done, of });
                self.work.push_front(work);
                progress.map(Answer::Working).into_iter().collect()
            }
            Err(mut answers) => {
                for answer in &mut answers {
                    self.keeper.name_backup(answer);
                }
                answers.push(Answer::WorkDone);
                answers
            }
        }
    }

    /// At the end of the program: finishes what writes a file that was asked for, leaves off what only a screen would have shown.
    pub fn finish(&mut self) {
        self.work.retain(|work| match work {
            Work::Gather | Work::Compare { .. } | Work::Praise { .. } => false,
            Work::Read { effect, .. } => matches!(effect, Effect::Export { .. }) || effect.imports(),
            Work::Make { wish, .. } => matches!(wish, Wish::Written(..)),
            Work::Letters(_) | Work::Units(_) => true,
            Work::Backup(backup) => !backup.can_wait(),
        });
        while self.is_at_work() {
            self.go_on();
        }
    }

    /// One step: how far the work is then, or the last answers.
    fn step(&mut self, work: &mut Work) -> Result<(usize, usize), Vec<Answer>> {
        let Self { keeper, step, .. } = self;
        match work {
            Work::Gather => keeper.gather_some(*step).map_err(|answer| vec![answer]),
            Work::Read { effect, job, ids, read } if *read >= ids.len() => {
                let (job, of) = (*job, ids.len());
                let Some(wish) = Wish::of(effect) else { return Err(keeper.perform(effect.clone())) };
                let making = keeper.begin_making(&wish.asks());
                keeper.forget_ahead();
                *work = Work::Make { making: making.map_err(|failure| vec![failure])?, wish, job, of };
                Ok((of, of))
            }
            Work::Make { making, wish, of, .. } => match making.wait() {
                None => Ok((*of, *of)),
                Some(Ok(made)) => Err(wish.clone().grant(made).unwrap_or_else(|failure| vec![failure])),
                Some(Err(why)) => Err(vec![failed(why)]),
            },
            Work::Praise { round, ids, read, list } => {
                let end = ids.len().min(*read + *step);
                list.extend(keeper.praised(&ids[*read..end]).map_err(|failure| vec![failure])?);
                *read = end;
                if end < ids.len() {
                    return Ok((end, ids.len()));
                }
                Err(keeper.praise(round.clone(), std::mem::take(list)).unwrap_or_else(|failure| vec![failure]))
            }
            Work::Read { ids, read, .. } => {
                let end = ids.len().min(*read + *step);
                keeper.read_ahead(&ids[*read..end]).map_err(|failure| {
                    keeper.forget_ahead();
                    vec![failure]
                })?;
                *read = end;
                Ok((end, ids.len()))
            }
            Work::Compare { id, ids, taken, comparing } if *taken >= ids.len() => {
                Err(keeper.compared(*id, comparing.take()).unwrap_or_else(|failure| vec![failure]))
            }
            Work::Compare { id, ids, taken, comparing } => {
                let end = ids.len().min(*taken + *step);
                keeper.compare_some(*id, comparing, &ids[*taken..end]).map_err(|failure| vec![failure])?;
                *taken = end;
                Ok((end, ids.len()))
            }
            Work::Units(import) => {
                let now = std::mem::replace(import, Import::begin(String::new()));
                *import = keeper.import_some(now).unwrap_or_else(|failure| Err(vec![failure]))?;
                Ok(import.progress())
            }
            Work::Backup(backup) => match keeper.back_up_some(backup) {
                Some(answer) => Err(vec![answer]),
                None => Ok(backup.progress()),
            },
            Work::Letters(letters) => match letters.write_some(keeper, LETTERS.min(*step)) {
                Ok(None) => Ok(letters.progress()),
                Ok(Some(answer)) | Err(answer) => Err(vec![answer]),
            },
        }
    }

    fn stop(&mut self) -> Vec<Answer> {
        let Some(work) = self.work.pop_front() else { return Vec::new() };
        let job = work.job();
        self.keeper.forget_ahead();
        // Letters that were written go again with the work.
        drop(work);
        vec![Answer::WorkStopped(job)]
    }
}
