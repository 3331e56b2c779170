//! `draw new`, `draw replay`.

use super::{
    Outcome,
    args::{Draw as Args, New},
    exit::Exit,
    failure::Failure,
    file, output,
    session::{Call, Session},
};
use crate::{
    domain::{
        answer::Reason,
        draw::{Claim, Difference, Draw, Pick},
        edit::{Change, Edit},
        ids::InspectionId,
    },
    i18n::{Lang, Message, key, words},
    intake::replay,
    report::{self, document::Document, txt},
    store::Said,
};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    match args {
        Args::New(args) => new(&mut call.open()?, args),
        Args::Replay { file } => replay(call, file),
    }
}

#[derive(Serialize)]
struct Drawn {
    id: InspectionId,
    name: String,
    population: u32,
    size: u32,
    least: u32,
    enough: u32,
    seed: String,
    models: Vec<DrawnModel>,
    draw: Draw,
}

#[derive(Serialize)]
struct DrawnModel {
    #[serde(flatten)]
    pick: Pick,
    code: String,
    name: String,
}

fn new(session: &mut Session, args: &New) -> Outcome {
    let id = session.find(&args.id)?;
    let folder = session.folder(id)?;
    if folder.programme.model_visit.is_none() {
        return Err(Failure::failed(key::MODELS_NO_VISITS));
    }
    let gone = || Failure::failed(Message::new(key::CLI_INSPECTION_GONE).with("id", id.to_string()));
    let drawing = session.vault.drawing(id)?.ok_or_else(gone)?;
    let instead = args.instead.as_deref().map(|why| Reason::new(why).ok_or_else(|| Failure::input(key::CLI_NO_REASON)));
    let said = Said {
        unit_seed: args.unit_seed.clone(),
        team_seed: args.team_seed.clone(),
        day: session.today,
        at: session.now,
        by: session.actor(),
        size: args.size,
        instead: instead.transpose()?,
    };
    let (least, enough, population) = (drawing.least(), drawing.enough(), drawing.population());
    let draw = drawing.draw(said).map_err(|error| Failure::input(words::no_draw(&error)))?;
    session.commit(vec![Change::Inspection { id, edit: Box::new(Edit::Draw(Box::new(draw.clone()))) }])?;
    let name = format!("{}/{}", folder.round.id, folder.unit.code);
    let message = Message::new(key::MODELS_DRAW_DONE)
        .with("name", name.clone())
        .with("size", draw.order().size)
        .with("population", population);
    if !session.out.is_json() {
        let mut document = Document::new(session.out.lang, folder.unit.name.clone());
        document.paragraph(report::draw::told(session.out.lang, &draw, key::MODELS_DRAWN));
        document.paragraph(report::draw::advice(session.out.lang, &folder.programme, population));
        report::draw::proof(&mut document, &draw, draw.drawn());
        output::text(&txt::render(&document))?;
    }
    let models = draw.drawn().iter().map(|pick| {
        let (code, name) = draw.line(*pick);
        DrawnModel { pick: *pick, code: code.to_string(), name: name.to_owned() }
    });
    let (size, seed, models) = (draw.order().size, draw.seed().as_str().to_owned(), models.collect());
    let body = Drawn { id, name, population, size, least, enough, seed, models, draw };
    session.out.done("draw-new", &body, &message)?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Replayed {
    proven: bool,
    draws: Vec<ReplayedDraw>,
}

#[derive(Serialize)]
struct ReplayedDraw {
    seed: String,
    population: u32,
    sha256: String,
    drawn: Vec<u32>,
    differences: Vec<String>,
}

fn replay(call: &Call, path: &Path) -> Outcome {
    let lang = call.out.lang;
    let claims = replay::read(&file::read_text(path)?);
    if claims.is_empty() {
        return Err(Failure::input(Message::new(key::MODELS_REPLAY_NONE).with("file", path.display().to_string())));
    }
    let draws: Vec<ReplayedDraw> = claims.into_iter().map(|claim| replayed(lang, claim)).collect();
    let proven = draws.iter().all(|draw| draw.differences.is_empty());
    let body = Replayed { proven, draws };
    if call.out.is_json() {
        output::json("draw-replay", &body)?;
    } else {
        output::lines(body.draws.iter().flat_map(|draw| told(lang, draw)))?;
    }
    Ok(if proven { Exit::Done } else { Exit::Look })
}

fn replayed(lang: Lang, claim: Claim) -> ReplayedDraw {
    let differences = claim.differences().iter().map(|difference| difference_says(difference).to(lang)).collect();
    let drawn = claim.drawn.iter().map(|(pick, _)| pick.number).collect();
    ReplayedDraw { seed: claim.seed, population: claim.population, sha256: claim.sha256, drawn, differences }
}

fn told(lang: Lang, draw: &ReplayedDraw) -> Vec<String> {
    let numbers: Vec<String> = draw.drawn.iter().map(u32::to_string).collect();
    let key = if draw.differences.is_empty() { key::MODELS_REPLAY_SAME } else { key::MODELS_REPLAY_DIFFERS };
    let said = Message::new(key)
        .with("seed", draw.seed.clone())
        .with("population", draw.population)
        .with("numbers", numbers.join(", "))
        .with("count", draw.differences.len());
    let mut lines = vec![said.to(lang)];
    lines.extend(draw.differences.iter().map(|difference| format!("- {difference}")));
    lines
}

fn difference_says(difference: &Difference) -> Message {
    let pick = |pick: &Pick| format!("{} → {}", pick.counter, pick.number);
    match difference {
        Difference::Lines { claimed, found } => {
            Message::new(key::MODELS_DIFFERS_LINES).with("claimed", *claimed).with("found", *found)
        }
        Difference::Hash { claimed, found } => {
            Message::new(key::MODELS_DIFFERS_HASH).with("claimed", claimed).with("found", found)
        }
        Difference::Size { claimed, found } => {
            Message::new(key::MODELS_DIFFERS_SIZE).with("claimed", *claimed).with("found", *found)
        }
        Difference::Number { place, claimed, found } => Message::new(key::MODELS_DIFFERS_NUMBER)
            .with("place", *place)
            .with("claimed", pick(claimed))
            .with("found", found.as_ref().map_or_else(|| "–".to_owned(), pick)),
        Difference::Code { number, claimed, found } => {
            Message::new(key::MODELS_DIFFERS_CODE).with("number", *number).with("claimed", claimed).with("found", found)
        }
    }
}
