//! Recording what was seen: incidents, their first events, alerts, correspondents and the cursor, in one transaction.

use lookalike::{Lookalike, Severity};
use mailbox::{Cursor, Uid};
use message::{Address, Recipient, SentMessage, Timestamp};
use rusqlite::{Connection, params};

use crate::{
    AccountId, Casebook, Error, EventKind, Facts, IncidentId,
    table::{alerts, correspondents, cursors, events, incidents},
};

/// A message and what the judge said of its recipients.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Under which UID it lay.
    pub uid: Uid,
    /// When the server got it (INTERNALDATE).
    pub received_at: Option<Timestamp>,
    /// The message.
    pub message: SentMessage,
    /// The recipients that are lookalikes.
    pub lookalikes: Vec<(Recipient, Lookalike)>,
    /// The others, each once.
    pub fine: Vec<Address>,
}

/// What was seen in a mailbox, and the cursor past it.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// Whose mailbox.
    pub account: AccountId,
    /// Its name as the server gives it.
    pub mailbox: String,
    /// The cursor past all of `judged`.
    pub cursor: Cursor,
    /// The messages.
    pub judged: Vec<Judged>,
    /// When.
    pub at: Timestamp,
}

impl Casebook {
    /// Records a sighting, all or nothing, and returns the incidents that are new.
    ///
    /// A message that was judged before, under whatever UID, makes no incident, no alert and counts nobody twice.
    ///
    /// # Errors
    /// Where nothing can be written; the cursor has not moved then.
    pub fn record(&mut self, sighting: &Sighting) -> Result<Vec<IncidentId>, Error> {
        let transaction = self.connection.transaction()?;
        let mut new = Vec::new();
        let mut checked: i64 = 0;
        for judged in &sighting.judged {
            if !is_first_sight(&transaction, sighting.account, judged)? {
                continue;
            }
            checked = checked.saturating_add(1);
            for address in &judged.fine {
                correspondents::count(&transaction, address)?;
            }
            new.extend(incident(&transaction, sighting, judged)?);
        }
        let sql = "UPDATE accounts SET checked = checked + ?2 WHERE id = ?1";
        transaction.execute(sql, params![sighting.account.value(), checked])?;
        cursors::put(&transaction, sighting.account, &sighting.mailbox, sighting.cursor)?;
        transaction.commit()?;
        Ok(new)
    }
}

fn is_first_sight(connection: &Connection, account: AccountId, judged: &Judged) -> Result<bool, Error> {
    let sql = "INSERT INTO judged (account_id, message_key) VALUES (?1, ?2) ON CONFLICT (account_id, message_key) DO NOTHING";
    let added = connection.prepare_cached(sql)?.execute(params![account.value(), judged.message.key.as_bytes()])?;
    Ok(added > 0)
}

fn incident(connection: &Connection, sighting: &Sighting, judged: &Judged) -> Result<Option<IncidentId>, Error> {
    let Some(id) = incidents::add(connection, sighting.account, &sighting.mailbox, judged, sighting.at)? else {
        return Ok(None);
    };
    let facts = Facts::of(judged, sighting.at).to_json()?;
    events::append(connection, id, EventKind::Noticed, &facts, sighting.at)?;
    if judged.lookalikes.iter().any(|(_, lookalike)| lookalike.severity >= Severity::Medium) {
        alerts::add(connection, id)?;
    }
    Ok(Some(id))
}
