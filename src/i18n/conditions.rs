//! A condition of a programme in words: `tier != "commune" || pilot` reads `cấp không phải là xã hoặc là điểm chỉ đạo`. What it means to
//! hold stands in `domain::programme`; a part that has no words stays as it was written.

use super::{Key, Lang, key, say, say_with, words};
use crate::domain::{
    ids::KindId,
    programme::{Programme, condition::Condition},
    round::Milestone,
    unit::Tier,
};

/// The condition in words.
#[must_use]
pub fn condition(lang: Lang, programme: &Programme, condition: &Condition) -> String {
    let tokens = tokens(condition.source());
    let mut said: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = |by: usize| tokens.get(at + by).map(String::as_str);
        let item = |id: &str| [("item", id.trim_matches(['"', '\'']).into())];
        let (words, taken) = match (token.as_str(), next(1), next(2), next(3)) {
            ("level", Some("("), Some(id), Some(")")) => (say_with(lang, key::CONDITION_LEVEL, &item(id)), 4),
            ("rated", Some("("), Some(id), Some(")")) => (say_with(lang, key::CONDITION_RATED, &item(id)), 4),
            (name, Some("=="), Some("\"\""), _) if name_of(name).is_some() => {
                (both(lang, name, key::CONDITION_NONE), 3)
            }
            (name, Some("!="), Some("\"\""), _) if name_of(name).is_some() => {
                (both(lang, name, key::CONDITION_SOME), 3)
            }
            (word, ..) => (one(lang, programme, word), 1),
        };
        said.push(words);
        at += taken;
    }
    said.join(" ").replace("( ", "(").replace(" )", ")").replace(" ,", ",")
}

fn both(lang: Lang, name: &str, what: Key) -> String {
    let name = name_of(name).map_or_else(|| name.to_owned(), |name| say(lang, name));
    format!("{name} {}", say(lang, what))
}

fn one(lang: Lang, programme: &Programme, word: &str) -> String {
    let sign = match word {
        "&&" => Some(key::CONDITION_AND),
        "||" => Some(key::CONDITION_OR),
        "!" => Some(key::CONDITION_NOT),
        "==" => Some(key::CONDITION_IS),
        "!=" => Some(key::CONDITION_IS_NOT),
        _ => name_of(word),
    };
    if let Some(sign) = sign {
        return say(lang, sign);
    }
    match word {
        ">=" => return "≥".to_owned(),
        "<=" => return "≤".to_owned(),
        _ => {}
    }
    let Some(quoted) = word.strip_prefix(['"', '\'']).map(|rest| rest.trim_end_matches(['"', '\''])) else {
        return word.to_owned();
    };
    let tier = [Tier::Province, Tier::District, Tier::Commune].into_iter().find(|tier| tier.code() == quoted);
    let milestone =
        [Milestone::Annual, Milestone::MidTerm, Milestone::Final].into_iter().find(|one| one.code() == quoted);
    match (tier, milestone) {
        (Some(tier), _) => say(lang, words::tier(tier)).to_lowercase(),
        (_, Some(milestone)) => say(lang, words::milestone(milestone)).to_lowercase(),
        _ => words::kind(lang, programme, &KindId::from(quoted)),
    }
}

/// The words of a name that conditions may use.
fn name_of(name: &str) -> Option<Key> {
    Some(match name {
        "kind" => key::CONDITION_KIND,
        "tier" => key::CONDITION_TIER,
        "milestone" => key::CONDITION_MILESTONE,
        "pilot" => key::CONDITION_PILOT,
        "people_asked" => key::CONDITION_PEOPLE,
        "minutes_on_sites" => key::CONDITION_MINUTES,
        "supported" => key::CONDITION_SUPPORTED,
        "outcome_supported" => key::CONDITION_OUTCOME,
        "sample_drawn" => key::CONDITION_DRAWN,
        "sample_share_failed" => key::CONDITION_FAILED,
        _ => return None,
    })
}

/// Names, quoted words, numbers and signs. A condition was compiled before it comes here, so quotes close.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = if matches!(first, '"' | '\'') {
            rest[1..].find(first).map_or(rest.len(), |close| close + 2)
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if ["&&", "||", "==", "!=", ">=", "<="].iter().any(|sign| rest.starts_with(sign)) {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shipped;

    fn said(lang: Lang, source: &str) -> String {
        let programme = shipped().expect("the shipped programme");
        condition(lang, &programme, &Condition::compile(source).expect("a condition"))
    }

    #[test]
    fn conditions_read_as_people_speak() {
        assert_eq!(said(Lang::Vi, r#"tier != "commune" || pilot"#), "cấp không phải là xã hoặc là điểm chỉ đạo");
        assert_eq!(said(Lang::En, r#"milestone != """#), "the round’s milestone is set");
        assert_eq!(said(Lang::Vi, r#"level("C1-05") >= 2 && !pilot"#), "mức C1-05 ≥ 2 và không phải là điểm chỉ đạo");
        assert_eq!(
            said(Lang::Vi, r#"rated("C1-05") || people_asked > 3"#),
            "C1-05 đã có mức hoặc số người được hỏi > 3"
        );
    }
}
