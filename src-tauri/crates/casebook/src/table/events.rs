//! The table `incident_events`: what happened to an incident. Only ever added to.

use message::{MessageId, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{heads, incidents::IncidentId, letters};
use crate::{
    Became, Bounce, Casebook, Decision, Error, EventKind, Intent, LetterName, Progress, Stamped, State,
    TakenBack, chain::link, progress::rests_on,
};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// Its place in the incident, from 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
}

impl EventRow {
    /// A value with this event's place and time.
    pub(crate) const fn stamp<T>(&self, value: T) -> Stamped<T> {
        Stamped {
            seq: self.seq,
            at: self.at,
            value,
        }
    }
}

impl Casebook {
    /// Records a decision of the user. An alert that is still untold is not told any more.
    ///
    /// # Errors
    /// [`Error::Refused`] where it does not fit how the incident stands, [`Error::Unknown`] where there is none.
    pub fn decide(&mut self, incident: IncidentId, decision: Decision, at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        append(&transaction, incident, EventKind::Decided(decision), at)?;
        let sql = "UPDATE alerts SET told_at = ?2 WHERE incident_id = ?1 AND told_at = 0";
        transaction.execute(sql, params![incident.value(), at.millis()])?;
        Ok(transaction.commit()?)
    }

    /// Takes a decision back, by the place of its event, and with it the decisions that rest on it. The record keeps all of them.
    ///
    /// # Errors
    /// [`Error::Refused`] where that is no decision, was taken back already, or something rests on it that cannot be undone: a
    /// letter that was written. [`Error::Unknown`] where there is no such incident.
    pub fn take_back(&mut self, incident: IncidentId, seq: i64, at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        let events = events(&transaction, incident)?;
        if events.is_empty() {
            return Err(Error::Unknown(incident.value()));
        }
        for seq in rests_on(&events, seq)? {
            append(
                &transaction,
                incident,
                EventKind::TakenBack(TakenBack { seq }),
                at,
            )?;
        }
        Ok(transaction.commit()?)
    }

    /// Records that a letter is about to go, before anything is done. `eml` is what the record keeps of it: all of it, save what
    /// would be the stray message itself; none where that is the whole of it.
    ///
    /// # Errors
    /// [`Error::Refused`] where the incident is not in progress or stopped, where the Message-ID is not new, or where a letter of
    /// this kind may have reached one of its recipients already.
    pub fn intend_letter(
        &mut self,
        incident: IncidentId,
        intent: &Intent,
        eml: Option<&[u8]>,
        at: Timestamp,
    ) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        let kept = eml.map(letters::digest);
        let intent = Intent {
            kept,
            ..intent.clone()
        };
        append(&transaction, incident, EventKind::Intended(intent.clone()), at)?;
        if let Some(eml) = eml {
            letters::add(&transaction, incident, &intent.message_id, eml)?;
        }
        Ok(transaction.commit()?)
    }

    /// Records what became of a letter.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is no such letter, or it is known already.
    pub fn letter_became(
        &mut self,
        incident: IncidentId,
        became: Became,
        at: Timestamp,
    ) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        append(&transaction, incident, EventKind::Became(became), at)?;
        Ok(transaction.commit()?)
    }

    /// Records that a copy of a letter lies in the mailbox for sent mail.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is no such letter.
    pub fn letter_filed(
        &mut self,
        incident: IncidentId,
        message_id: MessageId,
        at: Timestamp,
    ) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        append(
            &transaction,
            incident,
            EventKind::Filed(LetterName { message_id }),
            at,
        )?;
        Ok(transaction.commit()?)
    }

    /// Records that the message was returned by a recipient's server, once for each recipient. False where that was known.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is no such incident.
    pub fn note_bounce(
        &mut self,
        incident: IncidentId,
        bounce: Bounce,
        at: Timestamp,
    ) -> Result<bool, Error> {
        let transaction = self.connection.transaction()?;
        let progress = Progress::of(&events(&transaction, incident)?)?;
        let is_known = |known: &Stamped<Bounce>| known.value.recipient == bounce.recipient;
        if progress.bounces.iter().any(is_known) {
            return Ok(false);
        }
        append(&transaction, incident, EventKind::Bounced(bounce), at)?;
        transaction.commit()?;
        Ok(true)
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
            append(&transaction, incident, EventKind::Opened, at)?;
        }
        Ok(transaction.commit()?)
    }
}

/// The events of an incident, oldest first.
pub(crate) fn events(connection: &Connection, incident: IncidentId) -> Result<Vec<EventRow>, Error> {
    let sql = "SELECT seq, at, kind, body FROM incident_events WHERE incident_id = ?1 ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([incident.value()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, body): (String, String) = (row.get(2)?, row.get(3)?);
        events.push(EventRow {
            seq: row.get(0)?,
            at: Timestamp::from_millis(row.get(1)?),
            kind: EventKind::read(&kind, &body)?,
        });
    }
    Ok(events)
}

/// Begins an incident with the facts as its first event. The caller's transaction makes it lasting.
pub(crate) fn begin(
    connection: &Connection,
    incident: IncidentId,
    facts: &str,
    at: Timestamp,
) -> Result<(), Error> {
    let (word, _) = EventKind::Noticed.written()?;
    insert(
        connection,
        incident,
        (1, at),
        [&word, facts, State::NeedsYou.as_str()],
        &[],
    )
}

/// Adds an event, chained to the one before. The caller's transaction makes it lasting.
pub(crate) fn append(
    connection: &Connection,
    incident: IncidentId,
    kind: EventKind,
    at: Timestamp,
) -> Result<(), Error> {
    let mut all = events(connection, incident)?;
    let Some(last) = all.last().map(|event| event.seq) else {
        return Err(Error::Unknown(incident.value()));
    };
    let seq = last.saturating_add(1);
    let (word, body) = kind.written()?;
    all.push(EventRow { seq, at, kind });
    let state = Progress::of(&all)?.state;
    let sql = "SELECT hash FROM incident_events WHERE incident_id = ?1 AND seq = ?2";
    let before: Option<Vec<u8>> = connection
        .prepare_cached(sql)?
        .query_row(params![incident.value(), last], |row| row.get(0))
        .optional()?;
    insert(
        connection,
        incident,
        (seq, at),
        [&word, &body, state.as_str()],
        &before.unwrap_or_default(),
    )
}

fn insert(
    connection: &Connection,
    incident: IncidentId,
    (seq, at): (i64, Timestamp),
    texts: [&str; 3],
    before: &[u8],
) -> Result<(), Error> {
    let hash = link(before, incident.value(), seq, at, texts);
    let [kind, body, state] = texts;
    let sql = "INSERT INTO incident_events (incident_id, seq, at, kind, body, state, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute(params![
        incident.value(),
        seq,
        at.millis(),
        kind,
        body,
        state,
        hash
    ])?;
    heads::put(connection, incident, seq, &hash)
}
