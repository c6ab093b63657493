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

    /// When sign-ins were refused since then, the earliest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn refused_sign_ins(&self, account: AccountId, since: Timestamp) -> Result<Vec<Timestamp>, Error> {
        let sql = "SELECT at FROM refused_sign_ins WHERE account_id = ?1 AND at >= ?2 ORDER BY at";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![account.value(), since.millis()], |row| row.get(0))?;
        rows.map(|at| Ok(Timestamp::from_millis(at?))).collect()
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
