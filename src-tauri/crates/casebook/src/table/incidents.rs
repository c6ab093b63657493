//! The table `incidents`: one message with at least one lookalike recipient. Its rows are never changed.

use message::{Address, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{accounts::AccountId, events::EventRow};
use crate::{
    Casebook, Error, Facts, Judged, State,
    facts::{address_of, known},
};

/// An incident's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IncidentId(i64);

impl From<i64> for IncidentId {
    fn from(id: i64) -> Self {
        Self(id)
    }
}

impl IncidentId {
    /// The number.
    pub const fn value(self) -> i64 {
        self.0
    }
}

/// An incident, whole.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Its number.
    pub id: IncidentId,
    /// The address that it was sent from.
    pub account_address: Address,
    /// The mailbox where it was seen.
    pub mailbox: String,
    /// What was known when it was noticed.
    pub facts: Facts,
    /// How it stands.
    pub state: State,
    /// What happened, oldest first.
    pub events: Vec<EventRow>,
}

impl Casebook {
    /// One incident; none where there is no such number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn incident(&self, id: IncidentId) -> Result<Option<Incident>, Error> {
        let sql = "SELECT a.address, i.mailbox, e.body, \
                   (SELECT state FROM incident_events WHERE incident_id = i.id ORDER BY seq DESC LIMIT 1) \
                   FROM incidents i JOIN accounts a ON a.id = i.account_id \
                   JOIN incident_events e ON e.incident_id = i.id AND e.seq = 1 WHERE i.id = ?1";
        let found: Option<(String, String, String, String)> = self
            .connection
            .prepare_cached(sql)?
            .query_row([id.0], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((account, mailbox, body, state)) = found else {
            return Ok(None);
        };
        Ok(Some(Incident {
            id,
            account_address: address_of(&account)?,
            mailbox,
            facts: Facts::from_json(&body)?,
            state: known(State::parse(&state), &state)?,
            events: self.events(id)?,
        }))
    }

    /// Incidents that wait for the user.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn needs_you(&self) -> Result<u64, Error> {
        let sql = "SELECT count(*) FROM incident_events e WHERE e.state = 'needs_you' \
                   AND e.seq = (SELECT max(seq) FROM incident_events WHERE incident_id = e.incident_id)";
        let count: i64 = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?;
        Ok(count.try_into().unwrap_or_default())
    }
}

/// Adds an incident's row; none where the message has one already.
pub(crate) fn add(
    connection: &Connection,
    account: AccountId,
    mailbox: &str,
    judged: &Judged,
    at: Timestamp,
) -> Result<Option<IncidentId>, Error> {
    let gravest = judged
        .lookalikes
        .iter()
        .max_by(|(_, a), (_, b)| a.severity.cmp(&b.severity));
    let Some((recipient, lookalike)) = gravest else {
        return Ok(None);
    };
    let message = &judged.message;
    let searched = format!(
        "{} {} {}",
        recipient.address.shown(),
        lookalike.of.shown(),
        message.subject.as_str()
    )
    .to_lowercase();
    let sql = "INSERT INTO incidents \
               (account_id, message_key, mailbox, uid, address, lookalike_of, more, severity, subject, sent_at, searched) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (account_id, message_key) DO NOTHING";
    let added = connection.prepare_cached(sql)?.execute(params![
        account.value(),
        message.key.as_bytes(),
        mailbox,
        judged.uid.get(),
        recipient.address.to_string(),
        lookalike.of.ascii(),
        u32::try_from(judged.lookalikes.len().saturating_sub(1)).unwrap_or(u32::MAX),
        lookalike.severity.as_str(),
        message.subject.as_str(),
        message.sent_at.or(judged.received_at).unwrap_or(at).millis(),
        searched,
    ])?;
    Ok((added > 0).then(|| IncidentId(connection.last_insert_rowid())))
}
