//! What a team says of its office, as it is typed on a screen or a command line, read into [`Office`]: cleaned, within limits, with the one
//! thing that is wrong said. Not for: how documents look (`report::layout`).

use crate::{
    domain::{
        office::{Office, Signer},
        programme::Body,
    },
    i18n::{Key, Message, key},
    text::{nfc, sanitise::is_harmless},
};

/// The longest line, in characters: two lines of a letterhead hold fewer.
pub const LONGEST: usize = 200;
/// The most signers, and the most recipients.
pub const MOST: usize = 40;
/// What a pattern of numbers may name.
pub const NAMES: [&str; 3] = ["{sign}", "{code}", "{year}"];

/// What is said, each as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Whose form.
    pub body: Option<Body>,
    /// The body above.
    pub superior: String,
    /// The pattern of numbers.
    pub number: String,
    /// The code.
    pub code: String,
    /// The place.
    pub place: String,
    /// A line for each signer.
    pub signers: Vec<String>,
    /// A line for each recipient.
    pub recipients: Vec<String>,
}

impl From<&Office> for Said {
    fn from(office: &Office) -> Self {
        Self {
            body: office.body,
            superior: office.superior.clone(),
            number: office.number.clone(),
            code: office.code.clone(),
            place: office.place.clone(),
            signers: office.signers.iter().map(Signer::line).collect(),
            recipients: office.recipients.clone(),
        }
    }
}

/// What is wrong, and with which part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the part, which is also that of its field.
    pub part: Key,
    /// What is wrong.
    pub what: Message,
}

/// Reads what is said.
///
/// # Errors
/// The first thing that is wrong.
pub fn read(said: &Said) -> Result<Office, Wrong> {
    let number = line(key::OFFICE_NUMBER, &said.number)?;
    if let Some(name) = unknown_name(&number) {
        let what = Message::new(key::OFFICE_NUMBER_UNKNOWN).with("name", name).with("known", NAMES.join(", "));
        return Err(Wrong { part: key::OFFICE_NUMBER, what });
    }
    let code = line(key::OFFICE_CODE, &said.code)?;
    if code.contains(|c: char| c.is_whitespace() || c == '/') {
        let what = Message::new(key::OFFICE_CODE_SPLIT).with("code", code);
        return Err(Wrong { part: key::OFFICE_CODE, what });
    }
    let signers = lines(key::OFFICE_SIGNERS, &said.signers)?;
    Ok(Office {
        body: said.body,
        superior: line(key::OFFICE_SUPERIOR, &said.superior)?,
        number,
        code,
        place: line(key::OFFICE_PLACE, &said.place)?,
        signers: signers.iter().map(|line| signer(line)).collect::<Result<_, _>>()?,
        recipients: lines(key::OFFICE_RECIPIENTS, &said.recipients)?,
    })
}

fn wrong(part: Key, what: Message) -> Wrong {
    Wrong { part, what }
}

fn line(part: Key, typed: &str) -> Result<String, Wrong> {
    let words = nfc(typed.trim()).into_owned();
    let length = words.chars().count();
    if length > LONGEST {
        return Err(wrong(part, Message::new(key::OFFICE_TOO_LONG).with("length", length).with("most", LONGEST)));
    }
    if !words.chars().all(is_harmless) {
        return Err(wrong(part, key::OFFICE_HIDDEN.into()));
    }
    Ok(words)
}

/// The lines that say something.
fn lines(part: Key, typed: &[String]) -> Result<Vec<String>, Wrong> {
    let said: Vec<&String> = typed.iter().filter(|line| !line.trim().is_empty()).collect();
    if said.len() > MOST {
        return Err(wrong(part, Message::new(key::OFFICE_TOO_MANY).with("count", said.len()).with("most", MOST)));
    }
    said.into_iter().map(|words| line(part, words)).collect()
}

fn signer(line: &str) -> Result<Signer, Wrong> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    let signer = |authority: &str, title: &str, name: &str| Signer {
        authority: authority.to_owned(),
        title: title.to_owned(),
        name: name.to_owned(),
    };
    match parts[..] {
        [title, name] if !title.is_empty() => Ok(signer("", title, name)),
        [authority, title, name] if !title.is_empty() => Ok(signer(authority, title, name)),
        _ => Err(wrong(key::OFFICE_SIGNERS, Message::new(key::OFFICE_SIGNER_PARTS).with("line", line))),
    }
}

/// What stands in braces and is none of [`NAMES`].
fn unknown_name(pattern: &str) -> Option<String> {
    let rest = NAMES.iter().fold(pattern.to_owned(), |rest, name| rest.replace(name, ""));
    let from = rest.find(['{', '}'])?;
    let rest = &rest[from..];
    Some(rest.find('}').map_or(rest, |to| &rest[..=to]).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong_part(said: &Said) -> Key {
        read(said).expect_err("a mistake").part
    }

    #[test]
    fn what_is_typed_is_read_and_comes_back_as_it_was_typed() {
        let said = Said {
            body: Some(Body::State),
            superior: "UBND tỉnh Kiên Giang".into(),
            number: "……/{year}/{sign}-{code}".into(),
            code: "UBND".into(),
            place: "Gò Quao".into(),
            signers: vec!["Chủ tịch; Trần Thị Bình".into(), "KT. Chủ tịch; Phó Chủ tịch; Lê Văn Cường".into()],
            recipients: vec!["Như trên".into(), "Lưu: VT".into()],
        };
        let office = read(&said).expect("an office");
        assert_eq!(office.signers[1].authority, "KT. Chủ tịch");
        assert_eq!(office.signers[0].name, "Trần Thị Bình");
        assert_eq!(Said::from(&office), said);
        assert_eq!(read(&Said::default()), Ok(Office::default()));
    }

    #[test]
    fn words_are_composed_and_empty_lines_fall_out() {
        let said = Said {
            place: " Kie\u{302}n Giang ".into(),
            recipients: vec!["Lưu".into(), "  ".into()],
            ..Said::default()
        };
        let office = read(&said).expect("an office");
        assert_eq!((office.place.as_str(), office.recipients.len()), ("Kiên Giang", 1));
    }

    #[test]
    fn the_part_that_is_wrong_is_named() {
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(wrong_part(&Said { place: long, ..Said::default() }), key::OFFICE_PLACE);
        assert!(read(&Said { place: "x".repeat(LONGEST), ..Said::default() }).is_ok());
        assert_eq!(wrong_part(&Said { superior: "a\u{202e}b".into(), ..Said::default() }), key::OFFICE_SUPERIOR);
        assert_eq!(wrong_part(&Said { code: "BC/UBND".into(), ..Said::default() }), key::OFFICE_CODE);
        assert_eq!(
            wrong_part(&Said { recipients: vec!["x".into(); MOST + 1], ..Said::default() }),
            key::OFFICE_RECIPIENTS
        );
        for line in ["Chủ tịch", "; Trần Thị Bình", "a; b; c; d"] {
            assert_eq!(
                wrong_part(&Said { signers: vec![line.into()], ..Said::default() }),
                key::OFFICE_SIGNERS,
                "{line}"
            );
        }
    }

    #[test]
    fn a_pattern_may_only_name_what_there_is() {
        for (pattern, name) in [("{sign}-{cod}", "{cod}"), ("{sign", "{sign"), ("a}", "}"), ("{{year}}", "{}")] {
            let wrong = read(&Said { number: pattern.into(), ..Said::default() }).expect_err(pattern);
            assert_eq!(wrong.part, key::OFFICE_NUMBER);
            assert!(wrong.what.to(crate::i18n::Lang::Vi).contains(name), "{pattern}");
        }
    }
}
