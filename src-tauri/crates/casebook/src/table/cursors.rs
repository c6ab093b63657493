//! The table `cursors`: up to where each mailbox is judged.

use mailbox::{Cursor, UidValidity};
use message::Timestamp;
use rusqlite::{Connection, params};

use super::accounts::AccountId;
use crate::{Casebook, Error};

impl Casebook {
    /// The cursors of an account's mailboxes, by the names that the server gives them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn cursors(&self, account: AccountId) -> Result<Vec<(String, Cursor)>, Error> {
        let sql =
            "SELECT mailbox, uid_validity, last_uid FROM cursors WHERE account_id = ?1 ORDER BY mailbox";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([account.value()], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, u32>(1)?,
                row.get::<_, u32>(2)?,
            ))
        })?;
        let mut cursors = Vec::new();
        for row in rows {
            let (mailbox, uid_validity, last_uid) = row?;
            let uid_validity = UidValidity::new(uid_validity)
                .ok_or_else(|| Error::Unreadable("UIDVALIDITY 0".to_owned()))?;
            cursors.push((
                mailbox,
                Cursor {
                    uid_validity,
                    last_uid,
                },
            ));
        }
        Ok(cursors)
    }
}

pub(crate) fn put(
    connection: &Connection,
    account: AccountId,
    mailbox: &str,
    cursor: Cursor,
    at: Timestamp,
) -> Result<(), Error> {
    let sql = "INSERT INTO cursors (account_id, mailbox, uid_validity, last_uid, at) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT (account_id, mailbox) DO UPDATE SET uid_validity = ?3, last_uid = ?4, at = ?5";
    connection.prepare_cached(sql)?.execute(params![
        account.value(),
        mailbox,
        cursor.uid_validity.get(),
        cursor.last_uid,
        at.millis()
    ])?;
    Ok(())
}
