//! `second new`, `second show`.

use super::{
    Outcome,
    args::{NewSecond, OpenFirst, Second as Args},
    exit::Exit,
    failure::Failure,
    find, output,
    session::{Call, Session},
};
use crate::{
    domain::{
        answer::Level,
        edit::{Change, Edit},
        ids::InspectionId,
        inspection::{Inspection, State},
        looking_again::Said,
        second::{Agreement, Differs, Kappa, Opened, Pair, Second},
        share::Share,
    },
    i18n::{Message, key, say, second as said},
    report::{self, document::Document, gather::Folder, txt},
    store::Undrawn,
};
use serde::Serialize;
use uuid::Uuid;

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut session = call.open()?;
    match args {
        Args::New(args) => new(&mut session, args),
        Args::Show { id } => show(&mut session, id),
        Args::Open(args) => open(&mut session, args),
    }
}

/// A second look. What the first one gave stands in it only once the second is signed.
#[derive(Serialize)]
struct Shown {
    id: InspectionId,
    of: InspectionId,
    name: String,
    by: String,
    signed: bool,
    seed: String,
    population: u32,
    sha256: String,
    items: Vec<Drawn>,
    agreement: Option<Figures>,
    /// When the first look was opened before the signature.
    opened: Vec<Opened>,
}

#[derive(Serialize)]
struct Drawn {
    item: String,
    label: String,
    first: Option<Level>,
    second: Option<Level>,
    differs: Option<bool>,
}

/// Kappa in ten-thousandths; none where it cannot be reckoned.
#[derive(Serialize)]
pub(super) struct Figures {
    items: u32,
    both: u32,
    same: u32,
    only_one: u32,
    share: Option<Share>,
    linear: Option<i32>,
    quadratic: Option<i32>,
}

impl From<Agreement> for Figures {
    fn from(of: Agreement) -> Self {
        let figure = |kappa| match kappa {
            Kappa::Of(figure) => Some(figure),
            Kappa::Nothing | Kappa::OneLevel => None,
        };
        let Agreement { items, both, same, only_one, share, linear, quadratic } = of;
        Self { items, both, same, only_one, share, linear: figure(linear), quadratic: figure(quadratic) }
    }
}

fn new(session: &mut Session, args: &NewSecond) -> Outcome {
    let first = session.find(&args.id)?;
    let folder = session.folder(first)?;
    let digits = |typed: &str| typed.split_whitespace().collect::<String>();
    let words = Said {
        by: args.by.clone(),
        team_seed: digits(&args.team_seed),
        second_seed: digits(&args.second_seed),
        size: args.size,
        day: session.today,
        at: session.now,
        actor: session.actor(),
    };
    let id = InspectionId(Uuid::new_v4());
    let (changes, second) = session.vault.draw_second(first, id, words).map_err(|why| match why {
        Undrawn::Vault(error) => Failure::from(error),
        Undrawn::Gone => Failure::failed(Message::new(key::CLI_INSPECTION_GONE).with("id", first.to_string())),
        Undrawn::Refused(why) => Failure::input(said::not_drawn(&why)),
    })?;
    session.commit(changes)?;
    let look = session.inspection(id)?;
    if !session.out.is_json() {
        let mut document = drawn(session, &folder, &second);
        report::draw::proof(&mut document, &second.draw, second.draw.drawn());
        output::text(&txt::render(&document))?;
    }
    let message = Message::new(key::CLI_SECOND_DRAWN)
        .with("items", second.items().len())
        .with("population", second.draw.population())
        .with("name", name(&folder))
        .with("by", second.by.clone())
        .with("id", find::short(id));
    session.out.done("second-new", &shown(session, &folder, &look, &second), &message)?;
    Ok(Exit::Done)
}

fn show(session: &mut Session, named: &str) -> Outcome {
    let found = session.find(named)?;
    let first = session.inspection(found)?.second.map_or(found, |second| second.of);
    let folder = session.folder(first)?;
    let last = session.vault.looks_at(first).last().map(|look| look.id);
    let Some(look) = last.map(|id| session.inspection(id)).transpose()? else {
        return Err(Failure::failed(Message::new(key::CLI_SECOND_NONE).with("name", name(&folder))));
    };
    let Some(second) = look.second.clone() else { return Ok(Exit::Done) };
    let body = shown(session, &folder, &look, &second);
    if session.out.is_json() {
        output::json("second", &body)?;
    } else if look.is_signed() {
        let mut document = Document::new(session.out.lang, folder.unit.name.clone());
        report::second::add(&mut document, &folder.programme, &folder.inspection, std::slice::from_ref(&look));
        output::text(&txt::render(&document))?;
    } else {
        let mut document = drawn(session, &folder, &second);
        for opened in said::opened(session.out.lang, &second) {
            document.paragraph(opened);
        }
        output::text(&txt::render(&document))?;
        let done = body.items.iter().filter(|item| look.answer(&item.item.as_str().into()).is_some()).count();
        let open = Message::new(key::CLI_SECOND_OPEN).with("by", second.by.clone()).with("done", done);
        session.out.word(&open.with("items", body.items.len()));
    }
    Ok(if body.items.iter().any(|item| item.differs == Some(true)) { Exit::Look } else { Exit::Done })
}

/// Opens the first look to who looks again, before the signature.
fn open(session: &mut Session, args: &OpenFirst) -> Outcome {
    let found = session.find(&args.id)?;
    let first = session.inspection(found)?.second.map_or(found, |second| second.of);
    let folder = session.folder(first)?;
    let waiting = session.vault.looks_at(first).find(|look| look.state != State::Signed).map(|look| look.id);
    let none = || Failure::failed(Message::new(key::CLI_SECOND_NOT_OPEN).with("name", name(&folder)));
    let id = waiting.ok_or_else(none)?;
    let second = session.inspection(id)?.second.ok_or_else(none)?;
    let opened = second.open_first(&args.by, session.now, &args.why);
    let opened = opened.map_err(|why| Failure::input(said::not_opened(why, &second)))?;
    let message = Message::new(key::CLI_SECOND_OPENED).with("opener", opened.by.clone()).with("by", second.by.clone());
    session.commit(vec![Change::Inspection { id, edit: Box::new(Edit::OpenFirst(opened)) }])?;
    let look = session.inspection(id)?;
    let second = look.second.clone().ok_or_else(none)?;
    let body = shown(session, &folder, &look, &second);
    session.out.done("second-open", &body, &message.with("name", name(&folder)))?;
    Ok(Exit::Done)
}

fn name(folder: &Folder) -> String {
    format!("{}/{}", folder.round.id, folder.unit.code)
}

/// The drawn items, without a mark.
fn drawn(session: &Session, folder: &Folder, second: &Second) -> Document {
    let lang = session.out.lang;
    let mut document = Document::new(lang, folder.unit.name.clone());
    document.heading(2, say(lang, key::CLI_SECOND_LIST));
    let label = |item: &crate::domain::ids::ItemId| {
        format!("{item} {}", folder.programme.item(item).map_or("", |item| item.label.to(lang)))
    };
    document.list(second.items().iter().map(label).collect());
    document
}

fn shown(session: &Session, folder: &Folder, look: &Inspection, second: &Second) -> Shown {
    let pairs = look.looked().map(|looked| looked.pairs).unwrap_or_default();
    let signed = look.is_signed();
    let item = |pair: &Pair| Drawn {
        item: pair.item.to_string(),
        label: folder.programme.item(&pair.item).map_or("", |item| item.label.to(session.out.lang)).to_owned(),
        first: pair.first.filter(|_| signed),
        second: pair.second,
        differs: signed.then(|| pair.differs() != Differs::Same),
    };
    Shown {
        id: look.id,
        of: second.of,
        name: name(folder),
        by: second.by.clone(),
        signed,
        seed: second.draw.seed().as_str().to_owned(),
        population: second.draw.population(),
        sha256: second.draw.sha256().to_owned(),
        items: pairs.iter().map(item).collect(),
        agreement: signed.then(|| Agreement::of(&pairs).into()),
        opened: second.opened.clone(),
    }
}
