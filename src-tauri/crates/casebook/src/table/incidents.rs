//! The table `incidents`: one message with at least one lookalike recipient. Its rows are never changed.

use mailbox::Uid;
use message::{Address, Domain, MessageKey, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{
    accounts::AccountId,
    events::{EventRow, events},
};
use crate::{Casebook, Error, Facts, Judged, Progress, State, facts::address_of, progress::rests_on};

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
    /// The account that it was sent with.
    pub account: AccountId,
    /// The account's address.
    pub account_address: Address,
    /// The mailbox where it was seen.
    pub mailbox: String,
    /// The UID that it had there.
    pub uid: Uid,
    /// The message's identity, wherever it lies by now.
    pub message_key: MessageKey,
    /// What was known when it was noticed.
    pub facts: Facts,
    /// How it stands, in a word.
    pub state: State,
    /// How it stands, in full.
    pub progress: Progress,
    /// What happened, oldest first.
    pub events: Vec<EventRow>,
}

impl Incident {
    /// Whether the decision at that place can be taken back: it still counts, and nothing rests on it that cannot be undone.
    pub fn can_take_back(&self, seq: i64) -> bool {
        rests_on(&self.events, seq).is_ok()
    }
}

impl Casebook {
    /// One incident; none where there is no such number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn incident(&self, id: IncidentId) -> Result<Option<Incident>, Error> {
        let sql = "SELECT i.account_id, a.address, i.mailbox, i.uid, i.message_key, e.body \
                   FROM incidents i JOIN accounts a ON a.id = i.account_id \
                   JOIN incident_events e ON e.incident_id = i.id AND e.seq = 1 WHERE i.id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([id.0], |row| Ok(read(row))).optional()?;
        let Some(seen) = found.transpose()? else {
            return Ok(None);
        };
        let events = events(&self.connection, id)?;
        let progress = Progress::of(&events)?;
        Ok(Some(Incident {
            id,
            account: seen.account,
            account_address: seen.account_address,
            mailbox: seen.mailbox,
            uid: seen.uid,
            message_key: seen.message_key,
            facts: seen.facts,
            state: progress.state,
            progress,
            events,
        }))
    }

    /// Incidents that there are.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn incidents(&self) -> Result<u64, Error> {
        let count: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM incidents")?
            .query_row([], |row| row.get(0))?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// Other messages that went to this domain by mistake, or so it seemed.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn others_to(&self, id: IncidentId, domain: &Domain) -> Result<u32, Error> {
        let sql = "SELECT count(*) FROM incidents WHERE id <> ?1 AND substr(address, -length(?2)) = ?2";
        let domain = format!("@{}", domain.ascii());
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params![id.0, domain], |row| row.get(0))?)
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

/// What an incident's rows say of the message.
struct Seen {
    account: AccountId,
    account_address: Address,
    mailbox: String,
    uid: Uid,
    message_key: MessageKey,
    facts: Facts,
}

fn read(row: &Row<'_>) -> Result<Seen, Error> {
    Ok(Seen {
        account: AccountId::from(row.get::<_, i64>(0)?),
        account_address: address_of(&row.get::<_, String>(1)?)?,
        mailbox: row.get(2)?,
        uid: Uid::new(row.get(3)?).ok_or_else(|| Error::Unreadable("UID 0".to_owned()))?,
        message_key: MessageKey::from_bytes(row.get(4)?),
        facts: Facts::from_json(&row.get::<_, String>(5)?)?,
    })
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
