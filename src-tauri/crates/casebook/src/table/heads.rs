//! The tables `heads` and `seal`: how far each incident's record reaches, and how many there ever were. By them it shows where the end
//! of a record, or a whole one, is missing.

use rusqlite::{Connection, params};

use super::incidents::IncidentId;
use crate::Error;

/// Moves an incident's head to its new last event; the first one counts the incident.
pub(crate) fn put(connection: &Connection, incident: IncidentId, seq: i64, hash: &[u8]) -> Result<(), Error> {
    let sql = "INSERT INTO heads (incident_id, events, hash) VALUES (?1, ?2, ?3) \
               ON CONFLICT (incident_id) DO UPDATE SET events = excluded.events, hash = excluded.hash";
    connection
        .prepare_cached(sql)?
        .execute(params![incident.value(), seq, hash])?;
    if seq == 1 {
        connection
            .prepare_cached("UPDATE seal SET incidents = incidents + 1")?
            .execute([])?;
    }
    Ok(())
}
