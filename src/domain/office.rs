//! The office that issues documents, as the team says it once: whose form they have, the body above, number, code, place, who signs, who
//! receives. What it leaves empty is as the programme proposes. Is read and checked at the border (`intake::office`).

use super::programme::{Body, Documents};
use serde::{Deserialize, Serialize};

/// What a team says of its office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// Whose form documents have; `None`: the programme's.
    pub body: Option<Body>,
    /// The body above, top left.
    pub superior: String,
    /// What stands after `Số`, with `{sign}`, `{code}`, `{year}` where they differ from document to document.
    pub number: String,
    /// Code of the office: `BDVTU`, `UBND`.
    pub code: String,
    /// Place in the date line.
    pub place: String,
    /// Who may sign, the first where nobody is named.
    pub signers: Vec<Signer>,
    /// Who receives documents, last the archive.
    pub recipients: Vec<String>,
}

/// Somebody who signs for the office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Signer {
    /// On whose authority: `T/M BAN DÂN VẬN`, `KT. CHỦ TỊCH`; empty for the head of the office.
    pub authority: String,
    /// Title, without the office's name.
    pub title: String,
    /// Name, without degrees; empty where it is written by hand.
    pub name: String,
}

impl Signer {
    /// As it is typed: `KT. TRƯỞNG BAN; Phó Trưởng ban; Nguyễn Văn An`.
    #[must_use]
    pub fn line(&self) -> String {
        let authority = Some(self.authority.as_str()).filter(|words| !words.is_empty());
        authority.into_iter().chain([self.title.as_str(), self.name.as_str()]).collect::<Vec<_>>().join("; ")
    }
}

impl Office {
    /// The programme's proposals with what the office says over them. The signature is [`Office::signer`]'s matter.
    #[must_use]
    pub fn over(&self, proposed: &Documents) -> Documents {
        let said = |own: &str, proposed: &str| if own.trim().is_empty() { proposed } else { own }.to_owned();
        let (sign, _) = proposed.code.split_once('/').unwrap_or(("BC", ""));
        Documents {
            body: self.body.unwrap_or(proposed.body),
            superior: said(&self.superior, &proposed.superior),
            code: if self.code.trim().is_empty() { proposed.code.clone() } else { format!("{sign}/{}", self.code) },
            place: said(&self.place, &proposed.place),
            recipients: if self.recipients.is_empty() { &proposed.recipients } else { &self.recipients }.clone(),
            ..proposed.clone()
        }
    }

    /// Who signs a document: the person of this name, or the first where nobody is named yet. Nobody is given a title that is not theirs:
    /// where the office names its signers and this person is none of them, the answer is a signer without a title. `None` while the
    /// office names nobody.
    #[must_use]
    pub fn signer(&self, named: Option<&str>) -> Option<Signer> {
        let first = self.signers.first()?;
        let Some(name) = named.map(str::trim) else { return Some(first.clone()) };
        let known = self.signers.iter().find(|signer| signer.name.trim() == name);
        Some(known.cloned().unwrap_or_else(|| Signer { name: name.to_owned(), ..Signer::default() }))
    }

    /// The number of a document of this sign, where the office has a pattern for it.
    #[must_use]
    pub fn number(&self, sign: &str, code: &str, year: i32) -> String {
        self.number.replace("{sign}", sign).replace("{code}", code).replace("{year}", &year.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed() -> Documents {
        Documents {
            superior: "TỈNH ỦY KIÊN GIANG".into(),
            code: "BC/BDVTU".into(),
            place: "Kiên Giang".into(),
            recipients: vec!["Lưu".into()],
            ..Documents::default()
        }
    }

    #[test]
    fn what_the_office_leaves_empty_is_as_the_programme_proposes() {
        let documents = Office::default().over(&proposed());
        assert_eq!((documents.code.as_str(), documents.place.as_str()), ("BC/BDVTU", "Kiên Giang"));
        let office = Office { body: Some(Body::State), code: "UBND".into(), ..Office::default() };
        let documents = office.over(&proposed());
        assert_eq!((documents.body, documents.code.as_str()), (Body::State, "BC/UBND"));
        assert_eq!(documents.superior, "TỈNH ỦY KIÊN GIANG");
    }

    #[test]
    fn nobody_is_given_a_title_that_is_not_theirs() {
        let head = Signer { title: "Chủ tịch".into(), name: "Trần Thị Bình".into(), ..Signer::default() };
        let deputy =
            Signer {
                authority: "KT. CHỦ TỊCH".into(), title: "Phó Chủ tịch".into(), name: "Lê Văn Cường".into()
            };
        let office = Office { signers: vec![head.clone(), deputy.clone()], ..Office::default() };
        assert_eq!(office.signer(None), Some(head));
        assert_eq!(office.signer(Some(" Lê Văn Cường ")), Some(deputy));
        let other = office.signer(Some("Nguyễn Thị Ẵm")).expect("somebody");
        assert_eq!((other.title.as_str(), other.name.as_str()), ("", "Nguyễn Thị Ẵm"));
        assert_eq!(Office::default().signer(Some("Nguyễn Thị Ẵm")), None);
    }

    #[test]
    fn a_pattern_of_numbers_names_sign_code_and_year() {
        let office = Office { number: "……/{year}/{sign}-{code}".into(), ..Office::default() };
        assert_eq!(office.number("BC", "UBND", 2023), "……/2023/BC-UBND");
        assert_eq!(Office::default().number("BC", "UBND", 2023), "");
    }
}
