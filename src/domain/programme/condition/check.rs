//! The types of a condition: walks the parsed expression once and refuses the first part that can never be evaluated.
//! Gathers on the way what the condition asks about.

use super::{ConditionError, Wrong};
use crate::domain::{
    ids::{ItemId, KindId},
    round::Milestone,
    unit::Tier,
};
use cel::{
    Program,
    common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, SourceInfo, operators},
};

/// Every name a condition may use, with its type.
const TYPES: [(&str, Type); 10] = [
    ("kind", Type::Word),
    ("tier", Type::Word),
    ("pilot", Type::YesNo),
    ("milestone", Type::Word),
    ("people_asked", Type::Number),
    ("minutes_on_sites", Type::Number),
    ("outcome_supported", Type::Number),
    ("supported", Type::Number),
    ("sample_drawn", Type::Number),
    ("sample_share_failed", Type::Number),
];

/// The names of facts.
pub const NAMES: [&str; 10] = {
    let mut names = [""; 10];
    let mut at = 0;
    while at < names.len() {
        names[at] = TYPES[at].0;
        at += 1;
    }
    names
};

/// The functions.
pub const FUNCTIONS: [&str; 2] = ["level", "rated"];

/// The words that `tier` and `milestone` can be; both are empty when nothing is known.
const TIERS: [&str; 4] = [Tier::Province.code(), Tier::District.code(), Tier::Commune.code(), ""];
const MILESTONES: [&str; 4] = [Milestone::Annual.code(), Milestone::MidTerm.code(), Milestone::Final.code(), ""];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    YesNo,
    Number,
    Word,
}

/// What a condition asks about.
#[derive(Default)]
pub(super) struct Asks {
    pub names: Vec<(&'static str, usize)>,
    pub items: Vec<(ItemId, usize)>,
    pub kinds: Vec<(KindId, usize)>,
}

/// Checks the whole expression: every name known, every type right, yes or no at the end.
pub(super) fn check(source: &str, program: &Program) -> Result<Asks, ConditionError> {
    let mut walk = Walk { source, places: program.source_info(), asks: Asks::default() };
    if walk.type_of(program.expression())? != Type::YesNo {
        return Err(ConditionError { offset: 0, wrong: Wrong::NotYesOrNo });
    }
    Ok(walk.asks)
}

struct Walk<'a> {
    source: &'a str,
    places: &'a SourceInfo,
    asks: Asks,
}

impl Walk<'_> {
    /// Where a part stands: a name or word at its start, an operator at its sign, a call at its bracket.
    fn place(&self, part: &IdedExpr) -> usize {
        let offset = self.places.offset_for(part.id).map_or(0, |(start, _)| start as usize);
        self.source.floor_char_boundary(offset)
    }

    fn wrong<T>(&self, part: &IdedExpr, wrong: Wrong) -> Result<T, ConditionError> {
        Err(ConditionError { offset: self.place(part), wrong })
    }

    fn type_of(&mut self, part: &IdedExpr) -> Result<Type, ConditionError> {
        match &part.expr {
            Expr::Ident(name) => match TYPES.iter().find(|(known, _)| known == name) {
                Some((name, kind)) => {
                    self.asks.names.push((name, self.place(part)));
                    Ok(*kind)
                }
                None => self.wrong(part, Wrong::UnknownName(name.clone())),
            },
            Expr::Literal(LiteralValue::Boolean(_)) => Ok(Type::YesNo),
            Expr::Literal(LiteralValue::Int(_)) => Ok(Type::Number),
            Expr::Literal(LiteralValue::String(_)) => Ok(Type::Word),
            Expr::Call(call) => self.type_of_call(part, call),
            _ => self.wrong(part, Wrong::Beyond),
        }
    }

    fn type_of_call(&mut self, part: &IdedExpr, call: &CallExpr) -> Result<Type, ConditionError> {
        if call.target.is_some() {
            return self.wrong(part, Wrong::Beyond);
        }
        match (call.func_name.as_str(), call.args.as_slice()) {
            ("level", arguments) => self.item(part, arguments).map(|()| Type::Number),
            ("rated", arguments) => self.item(part, arguments).map(|()| Type::YesNo),
            (operators::LOGICAL_AND | operators::LOGICAL_OR | operators::LOGICAL_NOT, arguments) => {
                self.all(part, call, arguments, Type::YesNo).map(|()| Type::YesNo)
            }
            (operators::LESS | operators::LESS_EQUALS | operators::GREATER | operators::GREATER_EQUALS, arguments) => {
                self.all(part, call, arguments, Type::Number).map(|()| Type::YesNo)
            }
            (
                operators::ADD
                | operators::SUBSTRACT
                | operators::MULTIPLY
                | operators::DIVIDE
                | operators::MODULO
                | operators::NEGATE,
                arguments,
            ) => self.all(part, call, arguments, Type::Number).map(|()| Type::Number),
            (operators::EQUALS | operators::NOT_EQUALS, [left, right]) => {
                let kind = self.type_of(left)?;
                self.all(part, call, std::slice::from_ref(right), kind)?;
                self.compared(left, right)?;
                self.compared(right, left).map(|()| Type::YesNo)
            }
            (operators::IN, [left, IdedExpr { expr: Expr::List(list), .. }]) => {
                let kind = self.type_of(left)?;
                self.all(part, call, &list.elements, kind)?;
                list.elements.iter().try_for_each(|word| self.compared(left, word)).map(|()| Type::YesNo)
            }
            (operators::CONDITIONAL, [question, yes, no]) => {
                self.all(part, call, std::slice::from_ref(question), Type::YesNo)?;
                let kind = self.type_of(yes)?;
                self.all(part, call, std::slice::from_ref(no), kind).map(|()| kind)
            }
            (name, _) if name.starts_with(|c: char| c.is_alphabetic()) => {
                let bracket = self.place(part);
                let offset = self.source[..bracket].rfind(name).unwrap_or(bracket);
                Err(ConditionError { offset, wrong: Wrong::UnknownFunction(name.to_owned()) })
            }
            _ => self.wrong(part, Wrong::Beyond),
        }
    }

    /// All arguments of an operator must be of one type.
    fn all(&mut self, part: &IdedExpr, call: &CallExpr, of: &[IdedExpr], kind: Type) -> Result<(), ConditionError> {
        for argument in of {
            if self.type_of(argument)? != kind {
                let sign = call.func_name.trim_matches(['_', '@']).replace("_:", ":");
                return self.wrong(part, Wrong::Mismatch(sign));
            }
        }
        Ok(())
    }

    /// The one argument of `level` and `rated`: a word written out, so that the items are known before any evaluation.
    fn item(&mut self, part: &IdedExpr, arguments: &[IdedExpr]) -> Result<(), ConditionError> {
        let [id @ IdedExpr { expr: Expr::Literal(LiteralValue::String(word)), .. }] = arguments else {
            return self.wrong(arguments.first().unwrap_or(part), Wrong::NotAnItem);
        };
        self.asks.items.push((ItemId::new(word.inner()), self.place(id)));
        Ok(())
    }

    /// A fact compared with a word written out: `tier` and `milestone` have few words, kinds are for the loader to check.
    fn compared(&mut self, fact: &IdedExpr, with: &IdedExpr) -> Result<(), ConditionError> {
        let (Expr::Ident(name), Expr::Literal(LiteralValue::String(word))) = (&fact.expr, &with.expr) else {
            return Ok(());
        };
        let words: &'static [&'static str] = match name.as_str() {
            "tier" => &TIERS,
            "milestone" => &MILESTONES,
            "kind" => {
                self.asks.kinds.push((KindId::new(word.inner()), self.place(with)));
                return Ok(());
            }
            _ => return Ok(()),
        };
        if words.contains(&word.inner()) {
            return Ok(());
        }
        self.wrong(with, Wrong::UnknownWord { word: word.inner().to_owned(), words })
    }
}
