//! The table `refused_sign_ins`: how often a server refused an account lately, also over restarts.

use message::Timestamp;
use rusqlite::params;

use super::accounts::AccountId;
use crate::{Casebook, Error};

impl Casebook {
    /// Notes that a server refused an account's sign-in.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn note_refused_sign_in(&mut self, account: AccountId, at: Timestamp) -> Result<(), Error> {
        let sql = "INSERT INTO refused_sign_ins (account_id, at) VALUES (?1, ?2)";
        self.connection
            .execute(sql, params![account.value(), at.millis()])?;
        Ok(())
    }

    /// How many sign-ins were refused since then.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn refused_sign_ins_since(&self, account: AccountId, since: Timestamp) -> Result<u32, Error> {
        let sql = "SELECT count(*) FROM refused_sign_ins WHERE account_id = ?1 AND at >= ?2";
        let counted = self
            .connection
            .query_row(sql, params![account.value(), since.millis()], |row| row.get(0))?;
        Ok(counted)
    }

    /// Forgets an account's refused sign-ins: one succeeded, or its password or server is another.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn forget_refused_sign_ins(&mut self, account: AccountId) -> Result<(), Error> {
        let sql = "DELETE FROM refused_sign_ins WHERE account_id = ?1";
        self.connection.execute(sql, [account.value()])?;
        Ok(())
    }
}
