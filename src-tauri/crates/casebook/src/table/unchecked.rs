//! The table `unchecked`: messages of which not every recipient could be judged.

use mailbox::Fetched;
use message::Defect;
use rusqlite::{Connection, params};

use super::accounts::AccountId;
use crate::{Casebook, Error, record::Judged};

/// Messages that could not be wholly checked, by what hindered it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unchecked {
    /// Nothing of them could be read.
    pub messages: u64,
    /// A recipient of theirs could not be read; the others were judged.
    pub recipients: u64,
}

impl Unchecked {
    /// All of them.
    pub const fn total(self) -> u64 {
        self.messages.saturating_add(self.recipients)
    }
}

impl Casebook {
    /// Those of the messages that were never judged in this account.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn unjudged(&self, account: AccountId, messages: Vec<Fetched>) -> Result<Vec<Fetched>, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM judged WHERE account_id = ?1 AND message_key = ?2)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut fresh = Vec::with_capacity(messages.len());
        for fetched in messages {
            let key = fetched.message.key.as_bytes();
            if !statement.query_row(params![account.value(), key], |row| row.get(0))? {
                fresh.push(fetched);
            }
        }
        Ok(fresh)
    }
}

/// Adds a message where something of it could not be checked.
pub(crate) fn add(
    connection: &Connection,
    (account, mailbox): (AccountId, &str),
    judged: &Judged,
    at: message::Timestamp,
) -> Result<(), Error> {
    let why = match judged.message.why_unchecked() {
        None => return Ok(()),
        Some(Defect::UnreadableRecipient(_)) => "recipient",
        Some(Defect::Unreadable | Defect::NoRecipients | Defect::UnreadableDate) => "message",
    };
    let sql = "INSERT INTO unchecked (account_id, message_key, mailbox, uid, why, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
               ON CONFLICT (account_id, message_key) DO NOTHING";
    connection.prepare_cached(sql)?.execute(params![
        account.value(),
        judged.message.key.as_bytes(),
        mailbox,
        judged.uid.get(),
        why,
        at.millis()
    ])?;
    Ok(())
}
