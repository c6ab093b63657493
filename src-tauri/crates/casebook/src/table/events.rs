//! The table `incident_events`: what happened to an incident. Only ever added to.

use message::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::incidents::IncidentId;
use crate::{Casebook, Decision, Error, EventKind, State, Tampered, chain::link, facts::known};

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
}

impl Casebook {
    /// Records a decision of the user. An alert that is still untold is not told any more.
    ///
    /// # Errors
    /// [`Error::Refused`] where it does not fit how the incident stands, [`Error::Unknown`] where there is none.
    pub fn decide(&mut self, incident: IncidentId, decision: Decision, at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        append(&transaction, incident, decision.into(), "{}", at)?;
        let sql = "UPDATE alerts SET told_at = ?2 WHERE incident_id = ?1 AND told_at = 0";
        transaction.execute(sql, params![incident.value(), at.millis()])?;
        Ok(transaction.commit()?)
    }

    /// Records that the user opened an incident, the first time.
    ///
    /// # Errors
    /// Where nothing can be written. An incident that is not there is none of this call's business.
    pub fn mark_opened(&mut self, incident: IncidentId, at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM incidents WHERE id = ?1) \
                   AND NOT EXISTS (SELECT 1 FROM incident_events WHERE incident_id = ?1 AND kind = 'opened')";
        if transaction.query_row(sql, [incident.value()], |row| row.get(0))? {
            append(&transaction, incident, EventKind::Opened, "{}", at)?;
        }
        Ok(transaction.commit()?)
    }

    /// Looks through the chains of all incidents.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn verify(&self) -> Result<Result<(), Tampered>, Error> {
        let sql = "SELECT incident_id, seq, at, kind, body, state, hash FROM incident_events ORDER BY incident_id, seq";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut before: (i64, i64, Vec<u8>) = (0, 0, Vec::new());
        while let Some(row) = rows.next()? {
            let (incident, seq): (i64, i64) = (row.get(0)?, row.get(1)?);
            if incident != before.0 {
                before = (incident, 0, Vec::new());
            }
            let texts: [String; 3] = [row.get(3)?, row.get(4)?, row.get(5)?];
            let texts = texts.each_ref().map(String::as_str);
            let hash = link(
                &before.2,
                incident,
                seq,
                Timestamp::from_millis(row.get(2)?),
                texts,
            );
            if seq != before.1.saturating_add(1) || row.get::<_, Vec<u8>>(6)? != hash {
                return Ok(Err(Tampered { incident, seq }));
            }
            before = (incident, seq, hash.to_vec());
        }
        Ok(Ok(()))
    }

    pub(crate) fn events(&self, incident: IncidentId) -> Result<Vec<EventRow>, Error> {
        let sql = "SELECT at, kind FROM incident_events WHERE incident_id = ?1 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([incident.value()])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(1)?;
            events.push(EventRow {
                at: Timestamp::from_millis(row.get(0)?),
                kind: known(EventKind::parse(&kind), &kind)?,
            });
        }
        Ok(events)
    }
}

/// Adds an event, chained to the one before. The caller's transaction makes it lasting.
pub(crate) fn append(
    connection: &Connection,
    incident: IncidentId,
    kind: EventKind,
    body: &str,
    at: Timestamp,
) -> Result<(), Error> {
    let sql = "SELECT seq, state, hash FROM incident_events WHERE incident_id = ?1 ORDER BY seq DESC LIMIT 1";
    let last: Option<(i64, String, Vec<u8>)> = connection
        .prepare_cached(sql)?
        .query_row([incident.value()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let (seq, state, before) = match last {
        Some((seq, state, hash)) => (
            seq.saturating_add(1),
            known(State::parse(&state), &state)?.after(kind)?,
            hash,
        ),
        None if kind == EventKind::Noticed => (1, State::NeedsYou, Vec::new()),
        None => return Err(Error::Unknown(incident.value())),
    };
    let hash = link(
        &before,
        incident.value(),
        seq,
        at,
        [kind.as_str(), body, state.as_str()],
    );
    let sql = "INSERT INTO incident_events (incident_id, seq, at, kind, body, state, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute(params![
        incident.value(),
        seq,
        at.millis(),
        kind.as_str(),
        body,
        state.as_str(),
        hash
    ])?;
    Ok(())
}
