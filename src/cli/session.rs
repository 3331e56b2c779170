//! One call of the program: what holds for every command, and the vault it opens.

use super::{
    args::{Format, Global},
    failure::Failure,
    layouts,
    meter::Meter,
    output::Output,
};
use crate::{
    domain::{
        edit::Change,
        ids::{InspectionId, KindId, RoundId},
        inspection::Inspection,
        programme::Programme,
        round::Round,
        unit::Unit,
    },
    i18n::{Lang, Message, key, system_lang},
    intake::nearest::nearest,
    report::{
        Issue,
        asked::{Asked, Made},
        flags::Compared,
        layout::Layouts,
    },
    store::{Opened, Vault},
};
use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use etcetera::BaseStrategy;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// What was asked for everywhere, and where data and words go.
#[derive(Debug)]
pub(super) struct Call {
    /// The global options.
    pub(super) global: Global,
    /// Where data and words go. Its language is the vault's once that is open, unless one was asked for.
    pub(super) out: Output,
}

/// An open vault on a day.
#[derive(Debug)]
pub(super) struct Session {
    /// The vault.
    pub(super) vault: Vault,
    /// Where data and words go.
    pub(super) out: Output,
    /// The day it is: the real one, or a practice vault's.
    pub(super) today: NaiveDate,
    /// The time it is, on that day.
    pub(super) now: DateTime<FixedOffset>,
    /// The layouts that documents are issued in.
    layouts: Arc<Layouts>,
}

impl Call {
    pub(super) fn new(global: Global) -> Self {
        let lang = global.lang.map_or_else(system_lang, Lang::from);
        let out = Output { lang, format: global.format, quiet: global.quiet };
        Self { global, out }
    }

    /// Refuses a format that the command does not make.
    pub(super) fn expect_format(&self, made: &[Format]) -> Result<(), Failure> {
        if made.contains(&self.out.format) {
            return Ok(());
        }
        let made = made.iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
        let message = Message::new(key::CLI_FORMAT).with("format", self.out.format.code()).with("made", made);
        Err(Failure::input(message))
    }

    /// Refuses `--today` where there is no practice vault.
    pub(super) fn refuse_today(&self) -> Result<(), Failure> {
        self.global.today.map_or(Ok(()), |_| Err(Failure::input(key::CLI_TODAY_REAL)))
    }

    /// The folder of the vault.
    pub(super) fn vault_dir(&self) -> Result<PathBuf, Failure> {
        self.global.vault.clone().map_or_else(|| data_dir("vault"), Ok)
    }

    /// Opens the vault and says what was repaired.
    pub(super) fn open(&mut self) -> Result<Session, Failure> {
        let dir = self.vault_dir()?;
        if !Vault::is_at(&dir) {
            return Err(Failure::input(Message::new(key::CLI_NO_VAULT).with("dir", dir.display().to_string())));
        }
        let opened = self.unlock(&dir)?;
        let session = self.begin(opened)?;
        if session.vault.practice().is_some() {
            session.out.word(&Message::new(key::CLI_PRACTICE));
        }
        Ok(session)
    }

    /// Opens the vault in `dir`, with a bar while its index is rebuilt. An interrupt then leaves the vault as it was.
    pub(super) fn unlock(&self, dir: &Path) -> Result<Opened, Failure> {
        let mut meter = Meter::of(key::CLI_DOES_REBUILD, self.out);
        Ok(Vault::open_telling(dir, &mut |progress| meter.at(progress))?)
    }

    /// A session on a vault that was opened; says what was repaired.
    pub(super) fn begin(&mut self, Opened { vault, notices }: Opened) -> Result<Session, Failure> {
        if self.global.lang.is_none() {
            self.out.lang = vault.settings().lang;
        }
        for notice in &notices {
            self.out.word(notice);
        }
        let real = Local::now().fixed_offset();
        let today = if let Some(day) = vault.practice() {
            self.global.today.unwrap_or(day)
        } else {
            self.refuse_today()?;
            real.date_naive()
        };
        let now = today.and_time(real.time()).and_local_timezone(*real.offset()).single().unwrap_or(real);
        let (layouts, wrong) = layouts::own(self.out.lang);
        for notice in &wrong {
            self.out.word(notice);
        }
        Ok(Session { vault, out: self.out, today, now, layouts: Arc::new(layouts) })
    }
}

/// A folder of the program within the system's data folder.
pub(super) fn data_dir(name: &str) -> Result<PathBuf, Failure> {
    let strategy = etcetera::choose_base_strategy().map_err(|_| Failure::input(key::CLI_NO_HOME))?;
    Ok(strategy.data_dir().join("thucchat").join(name))
}

impl Session {
    /// Ends a command that read very much: see [`Vault::leave`].
    pub(super) fn leave(self) {
        self.vault.leave();
    }

    /// Makes a document, as of a day.
    pub(super) fn make(&mut self, asked: &Asked, lang: Lang, today: NaiveDate) -> Result<Option<Made>, Failure> {
        let layouts = Arc::clone(&self.layouts);
        Ok(asked.make(&mut self.vault, &Issue { lang, today, layouts: &layouts, compared: None })?)
    }

    /// Makes a document as of today; of an inspection, with the flags that come from what was compared.
    pub(super) fn make_among(&mut self, asked: &Asked, compared: &Compared) -> Result<Option<Made>, Failure> {
        let layouts = Arc::clone(&self.layouts);
        let issue = Issue { lang: self.out.lang, today: self.today, layouts: &layouts, compared: Some(compared) };
        Ok(asked.make(&mut self.vault, &issue)?)
    }

    /// How documents are issued now.
    pub(super) fn issue(&self) -> Issue<'_> {
        Issue { lang: self.out.lang, today: self.today, layouts: &self.layouts, compared: None }
    }

    /// Makes one user action durable.
    pub(super) fn commit(&mut self, changes: Vec<Change>) -> Result<(), Failure> {
        let actor = self.actor();
        self.vault.commit(&actor, changes)?;
        Ok(())
    }

    /// Who is at this laptop: the name in the settings, else the system's.
    pub(super) fn actor(&self) -> String {
        let settings = self.vault.settings().inspector.trim();
        if !settings.is_empty() {
            return settings.to_owned();
        }
        ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
    }

    /// An inspection that is known to be there.
    pub(super) fn inspection(&self, id: InspectionId) -> Result<Inspection, Failure> {
        let missing = || Failure::failed(Message::new(key::CLI_INSPECTION_GONE).with("id", id.to_string()));
        self.vault.inspection(id)?.ok_or_else(missing)
    }

    /// The round with this id.
    pub(super) fn round(&self, id: &str) -> Result<&Round, Failure> {
        self.vault.round(&RoundId::from(id)).ok_or_else(|| {
            let rounds = self.vault.rounds();
            unknown(key::CLI_NO_ROUND, id, rounds.iter().map(|round| round.id.as_str()))
        })
    }

    /// The row of `code` that holds on `day`, else its latest.
    pub(super) fn unit(&self, code: &str, day: NaiveDate) -> Result<&Unit, Failure> {
        let units = self.vault.units();
        units
            .at(code, day)
            .or_else(|| units.rows(code).last())
            .ok_or_else(|| unknown(key::CLI_NO_UNIT, code, units.iter().map(|unit| unit.code.as_str())))
    }

    /// Checks that a code given for `--under` is a unit's.
    pub(super) fn expect_unit(&self, code: Option<&str>) -> Result<(), Failure> {
        code.map_or(Ok(()), |code| self.unit(code, self.today).map(|_| ()))
    }

    /// A kind of unit of the programme.
    pub(super) fn kind(programme: &Programme, kind: &str) -> Result<KindId, Failure> {
        let known = || programme.unit_kinds.iter().map(|kind| kind.id.as_str());
        if known().any(|id| id == kind) {
            return Ok(KindId::from(kind));
        }
        let all = Message::new(key::CLI_KINDS).with("kinds", known().collect::<Vec<_>>().join(", "));
        Err(unknown(key::CLI_NO_KIND, kind, known()).and(all))
    }
}

/// Nothing has this name; the nearest one is offered.
pub(super) fn unknown<'a>(sentence: crate::i18n::Key, name: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    let failure = Failure::input(Message::new(sentence).with("name", name));
    match nearest(name, known) {
        Some(near) => failure.and(Message::new(key::CLI_NEAREST).with("name", near)),
        None => failure,
    }
}
