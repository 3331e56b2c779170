//! Reads a layout file and looks for mistakes: what is no TOML, what is no template, what names a variable that there is not, what fails
//! on a document.

use super::{
    Facts, Layout, Part,
    bounds::{beyond, guard},
};
use crate::{
    domain::{period::Period, programme::Body},
    i18n::{Message, key},
    intake::{Mistake, nearest::nearest, places::Places},
};
use chrono::NaiveDate;
use minijinja::{Environment, UndefinedBehavior};
use serde::Deserialize;
use toml::Spanned;

/// Every variable that a template can name.
pub const VARIABLES: [&str; 18] = [
    "superior",
    "issuer",
    "number",
    "code",
    "sign",
    "place",
    "day",
    "month",
    "month_name",
    "year",
    "subject",
    "document",
    "lang",
    "recipients",
    "authority",
    "title",
    "signer",
    "signed_at",
];

/// Steps that a template may take: a head has some dozens.
const FUEL: u64 = 20_000;
/// The largest file that is read, in bytes.
const LARGEST: usize = 32 << 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    body: Spanned<String>,
    from: Option<Spanned<toml::value::Datetime>>,
    to: Option<Spanned<toml::value::Datetime>>,
    head_left: Spanned<String>,
    head_right: Spanned<String>,
    foot_left: Spanned<String>,
    foot_right: Spanned<String>,
}

/// Reads a layout.
///
/// # Errors
/// All mistakes, each with its place; while the file is not TOML or lacks a part, only that.
pub fn read(text: &str) -> Result<Layout, Vec<Mistake>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let places = Places::new(text);
    let at = |byte: usize, what: Message, nearest: Option<String>| {
        let (line, column) = places.of(byte);
        Mistake { line, column, what, nearest }
    };
    if text.len() > LARGEST {
        return Err(vec![at(0, Message::new(key::LAYOUT_TOO_LARGE), None)]);
    }
    let file: File = toml::from_str(text).map_err(|error| {
        let what = Message::new(key::LAYOUT_TOML).with("what", error.message());
        vec![at(error.span().map_or(0, |span| span.start), what, None)]
    })?;
    let mut mistakes = Vec::new();
    let body = Body::ALL.into_iter().find(|body| body.code() == file.body.get_ref());
    if body.is_none() {
        let what = Message::new(key::LAYOUT_BODY).with("body", file.body.get_ref().as_str());
        mistakes.push(at(
            file.body.span().start,
            what,
            nearest(file.body.get_ref(), Body::ALL.map(Body::code)).map(str::to_owned),
        ));
    }
    let mut day = |day: Option<&Spanned<toml::value::Datetime>>| {
        let day = day?;
        let read: Option<NaiveDate> = day.get_ref().to_string().parse().ok();
        if read.is_none() {
            mistakes.push(at(day.span().start, Message::new(key::LAYOUT_DAY), None));
        }
        read
    };
    let valid = Period { from: day(file.from.as_ref()), to: day(file.to.as_ref()) };
    let mut layout = Layout { body: body.unwrap_or(Body::Party), valid, parts: environment() };
    let parts = [&file.head_left, &file.head_right, &file.foot_left, &file.foot_right];
    for (part, template) in Part::ALL.into_iter().zip(parts) {
        let first = first_line(&places, text, template.span().start);
        mistakes.extend(wrong_in(&mut layout.parts, part, template.get_ref(), first));
    }
    if mistakes.is_empty() { Ok(layout) } else { Err(mistakes) }
}

fn environment() -> Environment<'static> {
    let mut parts = Environment::new();
    parts.set_undefined_behavior(UndefinedBehavior::Strict);
    parts.set_fuel(Some(FUEL));
    guard(&mut parts);
    parts
}

/// The line of the file on which a string begins: a string in three quotation marks begins on the line after them.
fn first_line(places: &Places, text: &str, at: usize) -> usize {
    let (line, _) = places.of(at);
    let begins_below = text.get(at..).is_some_and(|rest| rest.starts_with("\"\"\"\n") || rest.starts_with("'''\n"));
    if begins_below { line + 1 } else { line }
}

/// Adds a template to the parts; what is wrong with it.
fn wrong_in(parts: &mut Environment<'static>, part: Part, template: &str, first: usize) -> Vec<Mistake> {
    let mistake = |line: Option<usize>, what: Message, nearest: Option<String>| {
        let line = first + line.unwrap_or(1).saturating_sub(1);
        Mistake { line, column: 1, what: what.with("part", part.name()), nearest }
    };
    let failed = |error: &minijinja::Error| {
        let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        mistake(error.line(), Message::new(key::LAYOUT_TEMPLATE).with("what", detail), None)
    };
    // Before anything of it is compiled: constants are reckoned then.
    if let Some((line, what)) = beyond(template) {
        return vec![mistake(Some(line), Message::new(key::LAYOUT_BEYOND).with("what", what), None)];
    }
    if let Err(error) = parts.add_template_owned(part.name(), template.to_owned()) {
        return vec![failed(&error)];
    }
    let Ok(compiled) = parts.get_template(part.name()) else { return Vec::new() };
    // `range` is none of them: a list of a hundred thousand is one step.
    let mut unknown: Vec<String> = compiled.undeclared_variables(false).into_iter().collect();
    unknown.retain(|name| !VARIABLES.contains(&name.as_str()) && name != "loop");
    unknown.sort();
    let named = |name: &String| {
        let line = template.lines().position(|line| line.contains(name.as_str())).map(|at| at + 1);
        let what = Message::new(key::LAYOUT_VARIABLE).with("name", name.as_str()).with("known", VARIABLES.join(", "));
        mistake(line, what, nearest(name, VARIABLES).map(str::to_owned))
    };
    let unknown: Vec<Mistake> = unknown.iter().map(named).collect();
    if !unknown.is_empty() {
        return unknown;
    }
    // What cannot be seen in the words of a template shows on a document: one full of words, one with none.
    let full = Facts { subject: "x".into(), recipients: vec!["x".into()], lang: "vi", ..Facts::default() };
    let tried = [full, Facts { lang: "en", ..Facts::default() }];
    let error = tried.iter().find_map(|facts| compiled.render(facts.value()).err());
    error.iter().map(failed).collect()
}
