//! `draft.toml`: the words of open forms, so that a killed program loses no more than the last second of typing. It stands outside
//! of the journal: a draft is nobody's action yet. Whatever is wrong with it never keeps a vault from being opened.

use super::{Vault, VaultError, error::io, layout::Layout};
use crate::{
    domain::draft::{Draft, Seat},
    i18n::{Message, key},
    journal::folder,
};
use serde::{Deserialize, Serialize};
use std::{fs, io::ErrorKind, path::PathBuf};

/// Name of the file.
const NAME: &str = "draft.toml";

/// The layout of the file.
const FORMAT: u32 = 1;

/// The file as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    format: u32,
    /// Whether there is a sum: so that a file that lost it is not taken for one of an older program.
    #[serde(default)]
    summed: bool,
    /// Sum over the drafts, so that no word is offered that nobody typed. Files of older programs have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sum: String,
    #[serde(default, rename = "draft")]
    drafts: Vec<Draft>,
}

/// The drafts of a vault, one in each seat at most, in the order they were begun.
#[derive(Debug)]
pub(super) struct Drafts {
    path: PathBuf,
    list: Vec<Draft>,
}

impl Drafts {
    /// Reads the drafts of a vault. A file that cannot be read is moved into the quarantine, and that is said.
    pub(super) fn open(layout: &Layout, notices: &mut Vec<Message>) -> Self {
        let path = layout.dir().join(NAME);
        let list = match fs::read(&path) {
            Ok(bytes) => parse(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(Vec::new()),
            Err(_) => None,
        };
        if list.is_none() {
            // When it cannot even be moved it stays where it is: the next draft takes its place.
            let _ = layout.set_aside(&path);
            notices.push(Message::new(key::DRAFT_DAMAGED));
        }
        Self { path, list: list.unwrap_or_default() }
    }

    fn write(&self) -> Result<(), VaultError> {
        if self.list.is_empty() {
            match fs::remove_file(&self.path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(io(&self.path)(error)),
                _ => {}
            }
            return self.path.parent().map_or(Ok(()), folder::sync).map_err(io(&self.path));
        }
        let written = text(&self.list).map_err(|error| io(&self.path)(std::io::Error::other(error)))?;
        folder::write_whole(&self.path, written.as_bytes()).map_err(io(&self.path))
    }
}

fn text(list: &[Draft]) -> Result<String, toml::ser::Error> {
    toml::to_string(&Written { format: FORMAT, summed: true, sum: reckon(list), drafts: list.to_vec() })
}

fn reckon(list: &[Draft]) -> String {
    let bytes = rmp_serde::to_vec_named(list).unwrap_or_default();
    blake3::hash(&bytes).to_hex()[..16].to_owned()
}

/// The drafts in a file; none when it is damaged, or laid out by a newer program.
fn parse(bytes: &[u8]) -> Option<Vec<Draft>> {
    let written: Written = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let older = !written.summed && written.sum.is_empty();
    let right = older || written.summed && written.sum == reckon(&written.drafts);
    // Without drafts there is no file: one that holds none was cut off.
    (written.format == FORMAT && right && !written.drafts.is_empty()).then_some(written.drafts)
}

impl Vault {
    /// What was typed in open forms and is saved nowhere yet.
    #[must_use]
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts.list
    }

    /// Keeps what is typed in place of what was kept in the same seat; durable when this returns.
    ///
    /// # Errors
    /// [`VaultError::Io`]; what is on the disk is then as it was.
    pub fn keep_draft(&mut self, draft: Draft) -> Result<(), VaultError> {
        match self.drafts.list.iter_mut().find(|kept| kept.is_in(&draft.seat())) {
            Some(kept) if *kept == draft => return Ok(()),
            Some(kept) => *kept = draft,
            None => self.drafts.list.push(draft),
        }
        self.drafts.write()
    }

    /// Forgets what was typed in a seat: it is saved, or was given up. Where there is nothing, nothing is written.
    ///
    /// # Errors
    /// [`VaultError::Io`]; the draft will then be offered once more.
    pub fn drop_draft(&mut self, seat: &Seat) -> Result<(), VaultError> {
        let before = self.drafts.list.len();
        self.drafts.list.retain(|kept| !kept.is_in(seat));
        if self.drafts.list.len() == before { Ok(()) } else { self.drafts.write() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        draft::Typed,
        ids::{InspectionId, ItemId},
    };
    use uuid::Uuid;

    const HOSTILE: &str =
        "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\" '''x''' \\u0041 \"\"\"\n[[draft]]\n# hết = \t\u{1}\u{7f}🙂";

    fn draft(number: u128, words: &str) -> Draft {
        Draft {
            inspection: Some(InspectionId(Uuid::from_u128(number))),
            screen: String::new(),
            form: "evidence".into(),
            item: Some(ItemId::from("C1-05")),
            record: None,
            focus: 1,
            fields: vec![
                Typed { name: "field-evidence-text".into(), values: vec![words.into()] },
                Typed { name: "field-evidence".into(), values: vec!["V-01".into(), "V-02".into()] },
                Typed { name: "field-items".into(), values: Vec::new() },
            ],
        }
    }

    fn vault() -> (tempfile::TempDir, Vault) {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let vault = Vault::create(&folder.path().join("vault"), None).expect("a vault");
        (folder, vault)
    }

    #[test]
    fn drafts_come_back_word_for_word_whatever_was_typed() {
        let drafts = vec![draft(1, HOSTILE), draft(2, ""), draft(3, &HOSTILE.repeat(2_000))];
        let written = text(&drafts).expect("drafts are written");
        assert_eq!(parse(written.as_bytes()), Some(drafts));
    }

    #[test]
    fn a_file_cut_off_at_any_byte_is_read_or_refused_and_never_a_panic() {
        let drafts = vec![draft(1, HOSTILE), draft(2, "hai")];
        let written = text(&drafts).expect("drafts are written");
        for end in 0..written.len() {
            for kept in parse(&written.as_bytes()[..end]).unwrap_or_default() {
                let whole = drafts.iter().find(|draft| draft.inspection == kept.inspection).expect("one of the two");
                assert!(kept.fields.len() <= whole.fields.len());
            }
        }
        assert_eq!(parse(b"format = 2\n"), None, "a newer layout is not read as if it were this one");
        assert_eq!(parse(&[0xff, 0xfe, 0]), None);
    }

    #[test]
    fn a_kept_draft_is_there_when_the_vault_is_opened_again_and_gone_once_dropped() {
        let (folder, mut vault) = vault();
        let path = folder.path().join("vault");
        vault.keep_draft(draft(1, HOSTILE)).expect("kept");
        vault.keep_draft(draft(2, "hai")).expect("kept");
        vault.keep_draft(draft(1, "một")).expect("kept");
        drop(vault);
        let opened = Vault::open(&path).expect("the vault opens");
        assert_eq!(opened.vault.drafts(), [draft(1, "một"), draft(2, "hai")]);
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        let mut vault = opened.vault;
        vault.drop_draft(&Seat::walk(InspectionId(Uuid::from_u128(1)))).expect("dropped");
        assert!(path.join(NAME).exists(), "the other is still there");
        vault.drop_draft(&Seat::walk(InspectionId(Uuid::from_u128(2)))).expect("dropped");
        assert!(!path.join(NAME).exists());
        vault.drop_draft(&Seat::walk(InspectionId(Uuid::from_u128(2)))).expect("nothing to drop is no mistake");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_a_draft() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, mut vault) = vault();
        vault.keep_draft(draft(1, "riêng")).expect("kept");
        let mode = fs::metadata(folder.path().join("vault").join(NAME)).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_damaged_draft_is_set_aside_and_said_and_the_vault_opens() {
        let (folder, vault) = vault();
        let path = folder.path().join("vault");
        drop(vault);
        fs::write(path.join(NAME), "format = 1\n[[draft]]\ninspection = \"hỏng").expect("a damaged file");
        let opened = Vault::open(&path).expect("the vault opens");
        assert_eq!(opened.notices, [Message::new(key::DRAFT_DAMAGED)]);
        assert!(opened.vault.drafts().is_empty());
        let aside: Vec<_> = fs::read_dir(path.join("quarantine")).expect("the quarantine").collect();
        assert_eq!(aside.len(), 1);
        drop(opened);
        assert!(Vault::open(&path).expect("the vault opens").notices.is_empty(), "it is said once");
    }

    #[test]
    fn forms_of_two_screens_about_one_inspection_keep_their_words_apart() {
        let (_folder, mut vault) = vault();
        let walk = draft(1, "trong cuộc kiểm tra");
        let follow_up = Draft { screen: "follow-up".into(), ..draft(1, "theo dõi") };
        let plan = Draft { inspection: None, screen: "plan".into(), ..draft(1, "kế hoạch") };
        for one in [&walk, &follow_up, &plan] {
            vault.keep_draft(one.clone()).expect("kept");
        }
        vault.drop_draft(&follow_up.seat()).expect("dropped");
        assert_eq!(vault.drafts(), [walk, plan.clone()]);
        assert_eq!(parse(text(vault.drafts()).expect("written").as_bytes()).expect("read")[1], plan);
    }
}
