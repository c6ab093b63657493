//! The table `submissions`: the server that an account's mail is handed in to.

use mailbox::{Account, Host, Security, UserName};
use rusqlite::{OptionalExtension as _, params};

use super::accounts::AccountId;
use crate::{Casebook, Error, facts::known};

impl Casebook {
    /// The server that an account's mail is handed in to; none where the user has named none. It trusts whom the mailbox trusts.
    ///
    /// # Errors
    /// Where there is no such account, or the file cannot be read.
    pub fn submission(&self, id: AccountId) -> Result<Option<Account>, Error> {
        let unreadable = |error: mailbox::AccountError| Error::Unreadable(error.to_string());
        let ca_path = self
            .account(id)?
            .ok_or(Error::Unknown(id.value()))?
            .account
            .ca_path;
        let sql = "SELECT host, port, security, user FROM submissions WHERE account_id = ?1";
        let row = self
            .connection
            .query_row(sql, [id.value()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((host, port, security, user)): Option<(String, u16, String, String)> = row else {
            return Ok(None);
        };
        Ok(Some(Account {
            host: Host::parse(&host).map_err(unreadable)?,
            port,
            security: known(Security::parse(&security), &security)?,
            user: UserName::parse(&user).map_err(unreadable)?,
            ca_path,
        }))
    }

    /// Names the server that an account's mail is handed in to, or none. Its CA file is the account's own.
    ///
    /// # Errors
    /// Where there is no such account, or nothing can be written.
    pub fn set_submission(&mut self, id: AccountId, server: Option<&Account>) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM submissions WHERE account_id = ?1", [id.value()])?;
        if let Some(server) = server {
            let sql = "INSERT INTO submissions (account_id, host, port, security, user) \
                       SELECT id, ?2, ?3, ?4, ?5 FROM accounts WHERE id = ?1 AND removed_at = 0";
            let added = transaction.execute(
                sql,
                params![
                    id.value(),
                    server.host.to_string(),
                    server.port,
                    server.security.as_str(),
                    server.user.as_str()
                ],
            )?;
            if added == 0 {
                return Err(Error::Unknown(id.value()));
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use message::{Address, Timestamp};

    use super::*;
    use crate::NewAccount;

    fn server(host: &str, port: u16) -> Account {
        Account {
            host: Host::parse(host).unwrap(),
            port,
            security: Security::StartTls,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: Some("/etc/ca.pem".into()),
        }
    }

    #[test]
    fn an_account_has_one_server_for_sending_or_none() {
        let mut book = Casebook::in_memory().unwrap();
        let new = NewAccount {
            address: Address::parse("a.clerk@acme.example").unwrap(),
            account: server("imap.acme.example", 143),
        };
        let id = book.add_account(&new, Timestamp::from_millis(1)).unwrap();
        assert_eq!(book.submission(id).unwrap(), None);
        for named in [
            server("smtp.acme.example", 587),
            server("mail.acme.example", 2525),
        ] {
            book.set_submission(id, Some(&named)).unwrap();
            assert_eq!(book.submission(id).unwrap(), Some(named));
        }
        book.set_submission(id, None).unwrap();
        assert_eq!(book.submission(id).unwrap(), None);
        let nobody = AccountId::from(99);
        assert!(matches!(book.submission(nobody), Err(Error::Unknown(99))));
        let refused = book.set_submission(nobody, Some(&server("x.example", 587)));
        assert!(matches!(refused, Err(Error::Unknown(99))));
    }
}
