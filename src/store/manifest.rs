//! `vault.toml`: what a vault is, written once when it is made.

use super::{VaultError, error::io};
use crate::journal::{DeviceId, folder};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fs, path::Path};
use uuid::Uuid;

/// Name of the file.
pub(super) const NAME: &str = "vault.toml";

/// The layout of vaults that this program reads and writes.
const FORMAT: u32 = 1;

/// What a vault is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Whether there is a sum at the end: so that a file that lost it is not taken for one of an older program.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub summed: bool,
    /// Layout of the vault.
    pub format: u32,
    /// Identity of the vault, the same on all its laptops.
    pub vault: Uuid,
    /// Identity of this copy of it.
    pub device: DeviceId,
    /// When it was made.
    pub created: DateTime<FixedOffset>,
    /// The fixed day of a practice vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<NaiveDate>,
    /// Sum over the other fields, so that one that rotted is not taken for another vault or laptop. Files of older programs have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sum: String,
}

impl Manifest {
    /// Of a new vault.
    pub(super) fn new(created: DateTime<FixedOffset>, practice: Option<NaiveDate>) -> Self {
        Self {
            summed: true,
            format: FORMAT,
            vault: Uuid::new_v4(),
            device: DeviceId(Uuid::new_v4()),
            created,
            practice,
            sum: String::new(),
        }
    }

    pub(super) fn read(dir: &Path) -> Result<Self, VaultError> {
        let path = dir.join(NAME);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(VaultError::Missing),
            text => text.map_err(io(&path))?,
        };
        Self::of_text(&text, &path)
    }

    /// Reads the text of the file at `path`.
    pub(super) fn of_text(text: &str, path: &Path) -> Result<Self, VaultError> {
        let broken = |reason: String| VaultError::Manifest { path: path.to_owned(), reason };
        // The format alone first: a newer layout may lack or rename everything else.
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| broken(error.message().to_owned()))?;
        match table.get("format").and_then(toml::Value::as_integer) {
            Some(format) if format == i64::from(FORMAT) => {}
            Some(format) if format > i64::from(FORMAT) => {
                return Err(VaultError::Newer { format: u32::try_from(format).unwrap_or(u32::MAX) });
            }
            _ => return Err(broken("format".to_owned())),
        }
        let read: Self = table.try_into().map_err(|error: toml::de::Error| broken(error.message().to_owned()))?;
        let older = !read.summed && read.sum.is_empty();
        if older || read.summed && read.sum == read.reckon() { Ok(read) } else { Err(broken("checksum".to_owned())) }
    }

    fn reckon(&self) -> String {
        let Self { format, vault, device, created, practice, .. } = self;
        let practice = practice.map(|day| day.to_string()).unwrap_or_default();
        let fields = format!("{format} {vault} {} {} {practice}", device.0, created.to_rfc3339());
        blake3::hash(fields.as_bytes()).to_hex()[..16].to_owned()
    }

    /// The same vault on another laptop, or beside: records of two copies must never have the same names.
    pub(super) fn for_another_device(self) -> Self {
        Self { device: DeviceId(Uuid::new_v4()), ..self }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, VaultError> {
        toml::to_string(&Self { summed: true, sum: self.reckon(), ..self.clone() })
            .map_err(|error| VaultError::Manifest { path: NAME.into(), reason: error.to_string() })
    }

    pub(super) fn write(&self, dir: &Path) -> Result<(), VaultError> {
        let path = dir.join(NAME);
        let text = self.text()?;
        folder::write_whole(&path, text.as_bytes()).map_err(io(&path))
    }
}
