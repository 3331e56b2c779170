//! Whether a record is one of this vault's.

use super::{Vault, VaultError};
use crate::journal::{Hash, JournalError, scan::bodies};

impl Vault {
    /// Whether the journal holds the record with this hash, 64 hexadecimal digits; the zeros before the first record count as held. Reads the
    /// whole journal.
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn knows_record(&self, hash: &str) -> Result<bool, VaultError> {
        if hash == Hash::default().to_string() || hash == self.head() {
            return Ok(true);
        }
        let mut holds = false;
        let each = |body: &[u8]| {
            holds = holds || Hash::of(body).to_string() == hash;
            Ok::<(), JournalError>(())
        };
        bodies(&self.layout.journal(), each)?;
        Ok(holds)
    }
}
