//! The table `welcome`: where the user is on the way through the welcome, so that it goes on there.

use rusqlite::{OptionalExtension as _, params};

use crate::{Casebook, Error, facts::known};

/// A screen of the welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WelcomeStep {
    /// What Astray does, and what it never does.
    About,
    /// The email address, and signing in.
    Account,
    /// The mailbox is looked through.
    Look,
    /// A test notification.
    Alert,
    /// All is done, or left for good.
    Done,
}

impl WelcomeStep {
    const ALL: [Self; 5] = [Self::About, Self::Account, Self::Look, Self::Alert, Self::Done];

    const fn as_str(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Account => "account",
            Self::Look => "look",
            Self::Alert => "alert",
            Self::Done => "done",
        }
    }
}

impl Casebook {
    /// Where the user is in the welcome. Whoever has added an account before there was one needs it no more.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn welcome(&self) -> Result<WelcomeStep, Error> {
        let sql = "SELECT step FROM welcome";
        let step: Option<String> = self.connection.query_row(sql, [], |row| row.get(0)).optional()?;
        match step {
            Some(step) => {
                let found = WelcomeStep::ALL.into_iter().find(|one| one.as_str() == step);
                known(found, &step)
            }
            None if self.accounts()?.is_empty() => Ok(WelcomeStep::About),
            None => Ok(WelcomeStep::Done),
        }
    }

    /// Keeps where the user is in the welcome.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn put_welcome(&mut self, step: WelcomeStep) -> Result<(), Error> {
        let sql = "INSERT INTO welcome (id, step) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET step = excluded.step";
        self.connection.execute(sql, params![step.as_str()])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use mailbox::{Account, Host, Security, UserName};
    use message::{Address, Timestamp};

    use super::*;
    use crate::NewAccount;

    #[test]
    fn the_welcome_goes_on_where_it_was_left() {
        let mut book = Casebook::in_memory().unwrap();
        assert_eq!(book.welcome().unwrap(), WelcomeStep::About);
        for step in WelcomeStep::ALL {
            book.put_welcome(step).unwrap();
            assert_eq!(book.welcome().unwrap(), step);
        }
    }

    #[test]
    fn who_has_an_account_already_is_not_welcomed() {
        let mut book = Casebook::in_memory().unwrap();
        let account = Account {
            host: Host::parse("imap.acme.example").unwrap(),
            port: 993,
            security: Security::ImplicitTls,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: None,
        };
        let address = Address::parse("a.clerk@acme.example").unwrap();
        let new = NewAccount {
            address,
            account,
            sign_in: crate::SignIn::Password,
        };
        book.add_account(&new, Timestamp::from_millis(1)).unwrap();
        assert_eq!(book.welcome().unwrap(), WelcomeStep::Done);
    }
}
