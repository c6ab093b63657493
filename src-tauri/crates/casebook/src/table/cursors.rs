//! The table `cursors`: up to where each mailbox is judged.

use mailbox::{Cursor, Known, UidValidity};
use message::Timestamp;
use rusqlite::{Connection, Row, params};

use super::accounts::AccountId;
use crate::{Casebook, Error, Sighting};

impl Casebook {
    /// What is known of an account's mailboxes, the one that was looked at last first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn cursors(&self, account: AccountId) -> Result<Vec<Known>, Error> {
        let sql = "SELECT mailbox, mailbox_id, uid_validity, last_uid, is_sent FROM cursors WHERE account_id = ?1 \
                   ORDER BY at DESC, mailbox";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([account.value()], |row| Ok(read(row)))?;
        rows.map(|row| row?).collect()
    }
}

fn read(row: &Row<'_>) -> Result<Known, Error> {
    let id: String = row.get(1)?;
    let uid_validity =
        UidValidity::new(row.get(2)?).ok_or_else(|| Error::Unreadable("UIDVALIDITY 0".to_owned()))?;
    Ok(Known {
        mailbox: row.get(0)?,
        id: (!id.is_empty()).then_some(id),
        cursor: Cursor {
            uid_validity,
            last_uid: row.get(3)?,
        },
        is_sent: row.get(4)?,
    })
}

/// Moves a mailbox's cursor. It is the latest of the account's then, whatever the clock says: which mailbox was looked at last
/// decides where a renamed one is looked for.
pub(crate) fn put(connection: &Connection, sighting: &Sighting) -> Result<(), Error> {
    let at: Timestamp = sighting.at;
    let sql = "INSERT INTO cursors (account_id, mailbox, mailbox_id, uid_validity, last_uid, is_sent, at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, max(?7, 1 + \
               (SELECT coalesce(max(at), 0) FROM cursors WHERE account_id = ?1 AND mailbox <> ?2))) \
               ON CONFLICT (account_id, mailbox) DO UPDATE SET mailbox_id = excluded.mailbox_id, \
               uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, is_sent = excluded.is_sent, at = excluded.at";
    connection.prepare_cached(sql)?.execute(params![
        sighting.account.value(),
        sighting.mailbox,
        sighting.mailbox_id.as_deref().unwrap_or_default(),
        sighting.cursor.uid_validity.get(),
        sighting.cursor.last_uid,
        sighting.is_sent,
        at.millis()
    ])?;
    Ok(())
}
