//! The table `also_watched`: mailboxes that the user wants watched beside the one for sent mail.

use rusqlite::params;

use super::accounts::AccountId;
use crate::{Casebook, Error};

impl Casebook {
    /// Has these mailboxes watched as well, and no others. Names are as a person writes them.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn also_watch(&mut self, account: AccountId, mailboxes: &[String]) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        let sql = "DELETE FROM also_watched WHERE account_id = ?1";
        transaction.execute(sql, [account.value()])?;
        let sql = "INSERT INTO also_watched (account_id, mailbox) VALUES (?1, ?2) ON CONFLICT (account_id, mailbox) DO NOTHING";
        for mailbox in mailboxes {
            transaction.execute(sql, params![account.value(), mailbox])?;
        }
        transaction.commit()?;
        Ok(())
    }
}
