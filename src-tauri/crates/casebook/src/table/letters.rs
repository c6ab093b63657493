//! The table `letters`: what the record keeps of each letter, word for word.

use message::MessageId;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use super::incidents::IncidentId;
use crate::{Casebook, Error};

impl Casebook {
    /// A letter as it was meant (RFC 5322), without what would be the stray message itself; none where nothing was kept.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn letter(&self, incident: IncidentId, message_id: &MessageId) -> Result<Option<Vec<u8>>, Error> {
        let sql = "SELECT eml FROM letters WHERE incident_id = ?1 AND message_id = ?2";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row(params![incident.value(), message_id.as_str()], |row| row.get(0))
            .optional()?)
    }
}

impl Casebook {
    /// The Message-IDs of an incident's letters that are kept.
    pub(crate) fn letter_names(&self, incident: IncidentId) -> Result<Vec<String>, Error> {
        let sql = "SELECT message_id FROM letters WHERE incident_id = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([incident.value()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// By what a changed letter shows: SHA-256 in hexadecimal digits.
pub(crate) fn digest(eml: &[u8]) -> String {
    Sha256::digest(eml)
        .iter()
        .map(|octet| format!("{octet:02x}"))
        .collect()
}

/// Whether it is a letter that was written because of an incident.
pub(crate) fn is_known(connection: &Connection, message_id: &MessageId) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM letters WHERE message_id = ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([message_id.as_str()], |row| row.get(0))?)
}

pub(crate) fn add(
    connection: &Connection,
    incident: IncidentId,
    message_id: &MessageId,
    eml: &[u8],
) -> Result<(), Error> {
    let sql = "INSERT INTO letters (incident_id, message_id, eml) VALUES (?1, ?2, ?3)";
    connection
        .prepare_cached(sql)?
        .execute(params![incident.value(), message_id.as_str(), eml])?;
    Ok(())
}
