//! The table `looks`: how far the look through an account's mailbox for sent mail has come, while one is under way.

use rusqlite::{OptionalExtension as _, params};

use super::accounts::AccountId;
use crate::{Casebook, Error};

/// A look through a mailbox for sent mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The mailbox's name as a person writes it.
    pub mailbox: String,
    /// Messages looked at. What is recorded comes a little later.
    pub done: u32,
    /// Messages that are there.
    pub total: u32,
}

impl Casebook {
    /// Notes how far a look has come; none where it has ended.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn note_look(&mut self, account: AccountId, look: Option<&Look>) -> Result<(), Error> {
        let id = account.value();
        match look {
            Some(look) => {
                let sql = "INSERT INTO looks (account_id, mailbox, done, total) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (account_id) \
                           DO UPDATE SET mailbox = excluded.mailbox, done = excluded.done, total = excluded.total";
                self.connection
                    .execute(sql, params![id, look.mailbox, look.done, look.total])?;
            }
            None => {
                self.connection
                    .execute("DELETE FROM looks WHERE account_id = ?1", [id])?;
            }
        }
        Ok(())
    }

    /// How far the look through an account's mailbox has come; none where none is under way.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn look(&self, account: AccountId) -> Result<Option<Look>, Error> {
        let sql = "SELECT mailbox, done, total FROM looks WHERE account_id = ?1";
        let look = self.connection.query_row(sql, [account.value()], |row| {
            Ok(Look {
                mailbox: row.get(0)?,
                done: row.get(1)?,
                total: row.get(2)?,
            })
        });
        Ok(look.optional()?)
    }
}
