//! What the storage thread does: it owns the vault and performs effects, one after the other.

use super::{
    answers::{Answers, failed, not_committed},
    gather::{self, Gatherer},
    import::{Import, Next},
    making::Making,
    models,
    reading::{content, read, told},
    taken_back::TakenBack,
    unsaved::Unsaved,
    wish::Wish,
};
use crate::{
    domain::{
        draft::{Draft, Seat},
        edit::{Change, Edit, Settings},
        ids::{EvidenceId, InspectionId, ModelId, UnitId},
        inspection::Plan,
        lang::Lang,
        looking_again::Said as LookSaid,
        programme::Programme,
        round::Round,
        thing::Thing,
        unit::Unit,
    },
    i18n::{Message, key, second},
    intake::programme,
    practice,
    report::{
        Issue,
        asked::{Asked, Made},
        flags::{Comparing, compared_with},
        gather::Folder,
        layout::Layouts,
    },
    store::{Said, Undrawn, Vault, VaultError},
    tui::{
        effect::{Effect, Occasion},
        message::{Answer, Snapshot},
    },
};
use chrono::{Local, NaiveDate};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

/// The owner of the vault.
#[derive(Debug)]
pub struct Keeper {
    pub(super) folder: PathBuf,
    practice: PathBuf,
    pub(super) vault: Option<Vault>,
    today: Option<NaiveDate>,
    /// The language asked for at the start, until the settings say another.
    lang: Option<Lang>,
    gatherer: Gatherer,
    pub(super) taken_back: TakenBack,
    pub(super) unsaved: Unsaved,
    /// The journal's newest record at the last backup of this session.
    pub(super) backed_up: Option<String>,
    /// The layouts that documents are issued in.
    layouts: Arc<Layouts>,
}

impl Keeper {
    /// The keeper of `vault`, or of the one to be made in `folder`, or of the practice vault in `practice`.
    #[must_use]
    pub fn new(folder: PathBuf, practice: PathBuf, vault: Option<Vault>, today: Option<NaiveDate>) -> Self {
        Self {
            folder,
            practice,
            vault,
            today,
            lang: None,
            gatherer: Gatherer::default(),
            taken_back: TakenBack::default(),
            unsaved: Unsaved::default(),
            backed_up: None,
            layouts: Arc::default(),
        }
    }

    /// The same, with documents in these layouts.
    #[must_use]
    pub fn issuing_in(self, layouts: Arc<Layouts>) -> Self {
        Self { layouts, ..self }
    }

    /// The same, with documents in `lang` whatever the settings say.
    #[must_use]
    pub fn speaking(self, lang: Option<Lang>) -> Self {
        Self { lang, ..self }
    }

    /// Begins to make a document beside everything else.
    pub(super) fn begin_making(&mut self, asked: &Asked) -> Result<Making, Answer> {
        let (layouts, lang, today) = (Arc::clone(&self.layouts), self.lang(), self.day());
        let issue = Issue { lang, today, layouts: &layouts, compared: None };
        let gathered = asked.gather(self.vault()?, &issue).map_err(|error| failed(error.message()))?;
        let gathered = gathered.ok_or_else(|| failed(Message::new(key::REPORTS_GONE)))?;
        Ok(Making::begin(gathered, lang, today, layouts))
    }

    /// Makes a document.
    pub(super) fn issue(&mut self, asked: &Asked) -> Result<Made, Answer> {
        let layouts = Arc::clone(&self.layouts);
        let issue = Issue { lang: self.lang(), today: self.day(), layouts: &layouts, compared: None };
        let made = asked.make(self.vault()?, &issue).map_err(|error| failed(error.message()))?;
        made.ok_or_else(|| failed(Message::new(key::REPORTS_GONE)))
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang.or_else(|| self.vault.as_ref().map(|vault| vault.settings().lang)).unwrap_or_default()
    }

    /// Does one thing and says what came of it.
    pub fn perform(&mut self, effect: Effect) -> Vec<Answer> {
        if effect.decides() {
            self.taken_back.end();
        }
        let mut told = if effect.imports() { self.back_up(Occasion::Import) } else { Vec::new() };
        let done = match effect {
            Effect::Create { lang, input, inspector, team, practice, programme } => {
                let said = Settings { lang, inspector, team, input, ..Settings::default() };
                self.create(said, practice, programme.as_deref())
            }
            Effect::Commit(changes) => self.commit(changes),
            Effect::SaveAgain => Ok(self.save_again()),
            Effect::UndoLast(reach) => self.take_back(reach),
            Effect::RedoLast(reach) => self.make_again(reach),
            Effect::Plan(round, plans) => self.plan(*round, plans),
            Effect::AddUnit(unit) => self.commit(vec![Change::Unit(Unit { id: UnitId(Uuid::new_v4()), ..*unit })]),
            Effect::Attach { changes, evidence, path } => self.attach(changes, &evidence, &path),
            Effect::Load(id) => self.load(id),
            Effect::KeepDraft(draft) => self.keep_draft(*draft),
            Effect::DropDraft(seat) => self.drop_draft(&seat),
            Effect::LoadDrawing(id) => self.drawing(id),
            Effect::AddModel(unit, model) => {
                self.commit(vec![Change::Model { unit, id: ModelId(Uuid::new_v4()), model: Some(model) }])
            }
            Effect::LoadRegister(unit) => self.vault().and_then(|vault| Ok(vec![models::register(vault, unit)?])),
            Effect::ImportModels { unit, path } => self.import_models(unit, &path),
            Effect::Draw(id, said) => self.draw(id, *said),
            Effect::DrawSecond(id, said) => self.draw_second(id, *said),
            Effect::CountModels => self.vault().map(|vault| vec![Answer::Censuses(vault.censuses().collect())]),
            Effect::LoadHistory(of) => self.history(of),
            Effect::LoadFlags(id) => self.flags(id),
            Effect::LoadPraise(round) => self.load_praise(round),
            Effect::Build(asked) => self.document(Wish::Shown(asked)),
            Effect::ExportLetters { folder, units, format } => self.export_letters(&folder, units, format),
            Effect::LoadEarlier(id) => self.earlier(id),
            Effect::GatherFindings => self.gathered().map(|answer| vec![answer]),
            Effect::GatherUnit(unit) => self.gather_unit(unit),
            Effect::ImportUnits { path } => self.import_units(path),
            Effect::Export { path, asked } => self.document(Wish::Written(path.trim().to_owned(), asked)),
            Effect::BackUp(occasion) => Ok(self.back_up(occasion)),
            // The loop waits until it comes to this: what was asked for before is done.
            Effect::CancelWork | Effect::Suspend | Effect::Quit | Effect::CopyOut(_) | Effect::EditOutside(_) => {
                Ok(Vec::new())
            }
        };
        told.extend(done.unwrap_or_else(|failure| vec![failure]));
        for answer in &mut told {
            self.name_backup(answer);
        }
        told
    }

    /// Reads at most `most` more inspections for the gathering of findings: how many are read, of how many. Once everything is read –
    /// or cannot be –, what is to be answered. Leaving off between two steps keeps what was read.
    pub(super) fn gather_some(&mut self, most: usize) -> Result<(usize, usize), Answer> {
        let gatherer = &mut self.gatherer;
        match self.vault.as_mut().map(|vault| gatherer.read_some(vault, most)) {
            Some(Ok((done, of))) if done < of => Ok((done, of)),
            Some(Err(error)) => Err(failed(error.message())),
            _ => Err(self.gathered().unwrap_or_else(|failure| failure)),
        }
    }

    /// Reads inspections ahead of an effect that needs them.
    pub(super) fn read_ahead(&mut self, ids: &[InspectionId]) -> Result<(), Answer> {
        self.vault()?.read_ahead(ids).map_err(|error| failed(error.message()))
    }

    /// Forgets what was read ahead.
    pub(super) fn forget_ahead(&self) {
        self.vault.iter().for_each(Vault::forget_ahead);
    }

    /// Everything the screens read; nothing when no vault is open.
    pub fn snapshot(&mut self, notices: Vec<Message>) -> Option<Result<Snapshot, Answer>> {
        self.vault.as_mut().map(|vault| snapshot(vault, notices))
    }

    pub(super) fn vault(&mut self) -> Result<&mut Vault, Answer> {
        self.vault.as_mut().ok_or_else(|| failed(Message::new(key::STORE_NONE_OPEN)))
    }

    pub(super) fn day(&self) -> NaiveDate {
        let practice = self.vault.as_ref().and_then(Vault::practice).map(|day| self.today.unwrap_or(day));
        practice.unwrap_or_else(|| Local::now().date_naive())
    }

    /// Makes and opens a vault for whom `said` names; a practice vault keeps its team when none was said.
    fn create(&mut self, said: Settings, practice: bool, file: Option<&str>) -> Answers {
        // The file is read first: a programme with mistakes leaves no vault behind.
        let own = file.map(|path| programme_of(path, said.lang)).transpose()?;
        let mut vault = if practice {
            let folder = self.practice.clone();
            if Vault::is_at(&folder) {
                Vault::open(&folder).map(|opened| opened.vault)
            } else {
                practice::make(&folder, said.lang)
            }
        } else {
            Vault::create(&self.folder, None)
        }
        .map_err(|error| failed(error.message()))?;
        let (programme, kept) = match own {
            Some((programme, content)) => {
                let kept = vault.keep_programme(&programme, &content).map_err(|error| failed(error.message()))?;
                (programme.into(), vec![kept])
            }
            None => vault.programme_to_plan_with().map_err(|error| failed(error.message()))?,
        };
        let team = if said.team.is_empty() { vault.settings().team.clone() } else { said.team };
        let settings = Settings { team, programme: Some(programme.hash.clone()), ..said };
        let mut changes: Vec<Change> =
            kept.into_iter().filter(|change| !matches!(change, Change::Settings(_))).collect();
        changes.push(Change::Settings(settings.clone()));
        vault.commit(&settings.inspector, changes).map_err(|error| not_committed(&error))?;
        let opened = snapshot(&mut vault, Vec::new())?;
        self.vault = Some(vault);
        self.lang = None;
        Ok(vec![Answer::Opened(Box::new(opened))])
    }

    pub(super) fn commit_once(&mut self, changes: Vec<Change>) -> Answers {
        let settings = changes.iter().find_map(|change| match change {
            Change::Settings(settings) => Some(Box::new(settings.clone())),
            _ => None,
        });
        let registers: BTreeSet<UnitId> = changes.iter().filter_map(Change::register).collect();
        let with_rounds = changes.iter().any(|change| matches!(change, Change::Round(_)));
        let with_units = changes.iter().any(|change| matches!(change, Change::Unit(_)));
        let with_indicators = changes.iter().any(|change| matches!(change, Change::Indicator(_)));
        let vault = self.vault()?;
        let actor = vault.settings().inspector.clone();
        let committed = vault.commit(&actor, changes).map_err(|error| not_committed(&error))?;
        let rounds = if with_rounds { vault.rounds().into_iter().cloned().collect() } else { Vec::new() };
        let units = with_units.then(|| vault.units().clone());
        let indicators = with_indicators.then(|| vault.indicators().clone());
        if settings.is_some() {
            self.lang = None;
        }
        self.gatherer.forget(&committed.summaries);
        if with_units {
            self.forget_names();
        }
        let (head, summaries) = (committed.head, committed.summaries);
        let mut answers = vec![Answer::Committed { head, summaries, rounds, units, indicators, settings }];
        for unit in registers {
            answers.push(models::register(self.vault()?, unit)?);
        }
        Ok(answers)
    }

    fn drawing(&mut self, id: InspectionId) -> Answers {
        let drawing = self.vault()?.drawing(id).map_err(|error| failed(error.message()))?;
        let drawing = drawing.ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))?;
        Ok(vec![Answer::Drawing(Box::new(drawing))])
    }

    fn import_models(&mut self, unit: UnitId, path: &str) -> Answers {
        let content = read(path)?;
        let lang = self.lang();
        models::import(self.vault()?, unit, &content, lang)
    }

    fn draw(&mut self, id: InspectionId, said: Said) -> Answers {
        let change = models::draw(self.vault()?, id, said)?;
        let mut answers = self.commit(vec![change])?;
        answers.extend(self.load(id)?);
        Ok(answers)
    }

    fn draw_second(&mut self, first: InspectionId, said: LookSaid) -> Answers {
        let id = InspectionId(Uuid::new_v4());
        let drawn = self.vault()?.draw_second(first, id, said);
        let (changes, _) = drawn.map_err(|why| {
            failed(match why {
                Undrawn::Vault(error) => error.message(),
                Undrawn::Gone => Message::new(key::INSPECTION_GONE),
                Undrawn::Refused(why) => second::not_drawn(&why),
            })
        })?;
        self.commit(changes)
    }

    fn plan(&mut self, round: Round, plans: Vec<Plan>) -> Answers {
        let mut changes = Vec::with_capacity(plans.len() + 1);
        if self.vault()?.round(&round.id) != Some(&round) {
            changes.push(Change::Round(round));
        }
        changes.extend(
            plans
                .into_iter()
                .map(|plan| Change::Inspection { id: InspectionId(Uuid::new_v4()), edit: Box::new(Edit::Plan(plan)) }),
        );
        self.commit(changes)
    }

    /// Makes an action whose piece of evidence gets the file at `path`. What was typed is kept in any case; why the file is not with it is
    /// told after.
    fn attach(&mut self, mut changes: Vec<Change>, evidence: &EvidenceId, path: &str) -> Answers {
        let vault = self.vault()?;
        let file = content(path).and_then(|content| {
            let name = Path::new(path.trim()).file_name();
            let name = name.map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned());
            vault.attach(&name, &content).map_err(|error| error.message())
        });
        let (file, why) = match file {
            Ok(file) => (Some(file), None),
            Err(why) => {
                (None, Some(vec![why, Message::new(key::PATH_NOT_ATTACHED).with("evidence", evidence.as_str())]))
            }
        };
        let inspection = changes.iter().find_map(Change::inspection);
        for change in &mut changes {
            if let Change::Inspection { edit, .. } = change
                && let Edit::Evidence(id, Some(piece)) = &mut **edit
                && id == evidence
                && file.is_some()
            {
                piece.file.clone_from(&file);
            }
        }
        let mut answers = self.commit(changes)?;
        if let Some(id) = inspection {
            answers.extend(self.load(id)?);
        }
        answers.extend(why.map(|why| Answer::NotAttached { why }));
        Ok(answers)
    }

    pub(super) fn load(&mut self, id: InspectionId) -> Answers {
        let vault = self.vault()?;
        let unreadable = |error: VaultError| failed(error.message());
        let inspection =
            vault.inspection(id).map_err(unreadable)?.ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))?;
        let programme = vault.programme(&inspection.plan.programme).map_err(unreadable)?;
        Ok(vec![Answer::Loaded { inspection: Box::new(inspection), programme }])
    }

    fn keep_draft(&mut self, draft: Draft) -> Answers {
        let vault = self.vault()?;
        let kept = vault.keep_draft(draft);
        Ok(drafts(vault, kept))
    }

    fn drop_draft(&mut self, seat: &Seat) -> Answers {
        let vault = self.vault()?;
        // After a write that failed the words may be saved nowhere: what is kept of them stays.
        let dropped = if vault.is_stopped() { Ok(()) } else { vault.drop_draft(seat) };
        Ok(drafts(vault, dropped))
    }

    fn history(&mut self, of: Thing) -> Answers {
        let lines = self.vault()?.history(of.clone()).map_err(|error| failed(error.message()))?;
        Ok(vec![Answer::History { of, lines }])
    }

    fn flags(&mut self, id: InspectionId) -> Answers {
        let ids = compared_with(self.vault()?, id);
        let mut comparing = None;
        self.compare_some(id, &mut comparing, &ids)?;
        self.compared(id, comparing)
    }

    /// Reads some of the inspections that one is compared with, and takes them in.
    pub(super) fn compare_some(
        &mut self,
        id: InspectionId,
        comparing: &mut Option<Box<Comparing>>,
        others: &[InspectionId],
    ) -> Result<(), Answer> {
        let unreadable = |error: VaultError| failed(error.message());
        if comparing.is_none() {
            let Folder { inspection, programme, .. } = self.folder(id)?;
            *comparing = Some(Box::new(Comparing::new(&inspection, &programme)));
        }
        let vault = self.vault()?;
        if let Some(comparing) = comparing {
            others.iter().try_for_each(|other| comparing.take(vault, *other)).map_err(unreadable)?;
        }
        Ok(())
    }

    /// The flags of an inspection, once the others are taken in; it is read anew, since it may have changed meanwhile.
    pub(super) fn compared(&mut self, id: InspectionId, comparing: Option<Box<Comparing>>) -> Answers {
        let Folder { inspection, programme, about, .. } = self.folder(id)?;
        let comparing = comparing.map_or_else(|| Comparing::new(&inspection, &programme), |comparing| *comparing);
        let flagged = comparing.flagged(self.vault()?, &inspection, programme, &about);
        Ok(vec![Answer::Flags(Box::new(flagged.map_err(|error| failed(error.message()))?))])
    }

    fn folder(&mut self, id: InspectionId) -> Result<Folder, Answer> {
        let folder = Folder::of(self.vault()?, id).map_err(|error| failed(error.message()))?;
        folder.ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))
    }

    fn earlier(&mut self, id: InspectionId) -> Answers {
        let earlier = gather::earlier(self.vault()?, id).map_err(|error| failed(error.message()))?;
        Ok(vec![Answer::Earlier { id, earlier: Arc::new(earlier) }])
    }

    fn gathered(&mut self) -> Result<Answer, Answer> {
        let vault = self.vault.as_mut().ok_or_else(|| failed(Message::new(key::STORE_NONE_OPEN)))?;
        let gathered = self.gatherer.gather(vault).map_err(|error| failed(error.message()))?;
        Ok(Answer::Findings(gathered))
    }

    fn gather_unit(&mut self, unit: UnitId) -> Answers {
        let vault = self.vault.as_mut().ok_or_else(|| failed(Message::new(key::STORE_NONE_OPEN)))?;
        let gathered = self.gatherer.gather_unit(vault, unit).map_err(|error| failed(error.message()))?;
        Ok(vec![Answer::UnitFindings { unit, gathered }])
    }

    fn import_units(&mut self, path: String) -> Answers {
        let mut import = Import::begin(path);
        loop {
            match self.import_some(import)? {
                Ok(more) => import = more,
                Err(answers) => return Ok(answers),
            }
        }
    }

    /// Takes a step of an import: what is left of it, or the last answers.
    pub(super) fn import_some(&mut self, import: Import) -> Result<Result<Import, Vec<Answer>>, Answer> {
        let lang = self.lang();
        Ok(match import.go_on(self.vault()?, lang)? {
            Next::More(more) => Ok(more),
            Next::Done(imported) => {
                self.forget_names();
                let all = snapshot(self.vault()?, Vec::new())?;
                Err(vec![Answer::Opened(Box::new(all)), imported])
            }
        })
    }

    /// Units have other names: what a search looks through is made anew.
    fn forget_names(&mut self) {
        self.gatherer = Gatherer::default();
    }
}

fn snapshot(vault: &mut Vault, notices: Vec<Message>) -> Result<Snapshot, Answer> {
    let programme = vault.current_programme().map_err(|error| failed(error.message()))?;
    Ok(Snapshot {
        settings: vault.settings().clone(),
        units: vault.units().clone(),
        indicators: vault.indicators().clone(),
        rounds: vault.rounds().into_iter().cloned().collect(),
        summaries: vault.shared_summaries(),
        programme,
        head: vault.head(),
        practice: vault.practice(),
        drafts: vault.drafts().to_vec(),
        notices,
    })
}

/// The drafts as they stand, and what went wrong with the last of them.
fn drafts(vault: &Vault, done: Result<(), VaultError>) -> Vec<Answer> {
    let mut answers = vec![Answer::Drafts(vault.drafts().to_vec())];
    answers.extend(done.err().map(|error| Answer::DraftNotKept { why: error.message() }));
    answers
}

/// A programme from a file, with its text.
fn programme_of(path: &str, lang: Lang) -> Result<(Programme, Vec<u8>), Answer> {
    let content = read(path)?;
    let parsed = programme::read(&content).map_err(|mistakes| Answer::Failed {
        why: told(Message::new(key::START_PROGRAMME_WRONG).with("count", mistakes.len()), &mistakes, lang),
    })?;
    Ok((parsed.programme, content))
}
