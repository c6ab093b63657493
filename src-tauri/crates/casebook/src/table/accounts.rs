//! The table `accounts`: whose mail is watched, and how that stands.

use std::path::PathBuf;

use mailbox::{Account, Host, Security, UserName};
use message::{Address, Timestamp};
use rusqlite::{OptionalExtension as _, Row, params};

use crate::{
    Casebook, Error,
    facts::{address_of, known},
};

/// An account's number. Never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(i64);

impl From<i64> for AccountId {
    fn from(id: i64) -> Self {
        Self(id)
    }
}

impl AccountId {
    /// The number.
    pub const fn value(self) -> i64 {
        self.0
    }
}

/// How the user of an account signs in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// With a password.
    #[default]
    Password,
    /// On the page of the provider of that name.
    Provider(String),
}

impl SignIn {
    /// The provider's name; empty for a password.
    pub fn provider(&self) -> &str {
        match self {
            Self::Password => "",
            Self::Provider(name) => name,
        }
    }

    fn of(provider: String) -> Self {
        match provider.is_empty() {
            true => Self::Password,
            false => Self::Provider(provider),
        }
    }
}

/// An account to be added, or what it is changed to.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The user's own address.
    pub address: Address,
    /// How to reach the mailbox.
    pub account: Account,
    /// How its user signs in.
    pub sign_in: SignIn,
}

/// An account in use.
#[derive(Clone, Debug)]
pub struct AccountRow {
    /// Its number.
    pub id: AccountId,
    /// The user's own address.
    pub address: Address,
    /// How to reach the mailbox.
    pub account: Account,
    /// How its user signs in.
    pub sign_in: SignIn,
    /// Mailboxes that are watched beside the one for sent mail, as a person names them.
    pub also_watch: Vec<String>,
    /// When it was added.
    pub added_at: Timestamp,
}

// Names hold no line break.
pub(super) const COLUMNS: &str = "id, address, host, port, security, user, ca_path, added_at, \
                       (SELECT group_concat(mailbox, char(10)) FROM also_watched WHERE account_id = accounts.id), provider";

impl Casebook {
    /// The accounts in use, in the order they were added.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn accounts(&self) -> Result<Vec<AccountRow>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM accounts WHERE removed_at = 0 ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok(read(row)))?;
        rows.map(|row| row?).collect()
    }

    /// One account in use.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn account(&self, id: AccountId) -> Result<Option<AccountRow>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM accounts WHERE id = ?1 AND removed_at = 0");
        self.connection
            .query_row(&sql, [id.0], |row| Ok(read(row)))
            .optional()?
            .transpose()
    }

    /// Adds an account.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn add_account(&mut self, new: &NewAccount, at: Timestamp) -> Result<AccountId, Error> {
        let sql = "INSERT INTO accounts (address, host, port, security, user, ca_path, added_at, provider) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let NewAccount {
            address,
            account,
            sign_in,
        } = new;
        self.connection.execute(
            sql,
            params![
                address.to_string(),
                account.host.to_string(),
                account.port,
                account.security.as_str(),
                account.user.as_str(),
                ca_text(account),
                at.millis(),
                sign_in.provider()
            ],
        )?;
        Ok(AccountId(self.connection.last_insert_rowid()))
    }

    /// Changes an account. A new mailbox is read from its start; what was judged before is known again. Refused sign-ins are
    /// forgotten, since the password may be another.
    ///
    /// # Errors
    /// Where there is no such account, or nothing can be written.
    pub fn change_account(&mut self, id: AccountId, new: &NewAccount, _at: Timestamp) -> Result<(), Error> {
        let sql = "UPDATE accounts SET address = ?2, host = ?3, port = ?4, security = ?5, user = ?6, ca_path = ?7, \
                   provider = ?8, must_sign_in = 0, state = 'connecting', trouble = '', hint = '' WHERE id = ?1 AND removed_at = 0";
        let NewAccount {
            address,
            account,
            sign_in,
        } = new;
        let changed = self.connection.execute(
            sql,
            params![
                id.0,
                address.to_string(),
                account.host.to_string(),
                account.port,
                account.security.as_str(),
                account.user.as_str(),
                ca_text(account),
                sign_in.provider()
            ],
        )?;
        if changed == 0 {
            return Err(Error::Unknown(id.0));
        }
        self.forget_refused_sign_ins(id)
    }

    /// Notes that an account's user has to sign in again; true where that is news, so that it is told once, also over restarts.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn note_must_sign_in(&mut self, id: AccountId) -> Result<bool, Error> {
        let sql = "UPDATE accounts SET must_sign_in = 1 WHERE id = ?1 AND must_sign_in = 0";
        Ok(self.connection.execute(sql, [id.0])? > 0)
    }

    /// Notes that an account's user has signed in again. Refused sign-ins are forgotten.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn note_signed_in(&mut self, id: AccountId) -> Result<(), Error> {
        let sql = "UPDATE accounts SET must_sign_in = 0, state = 'connecting', trouble = '', hint = '' WHERE id = ?1";
        self.connection.execute(sql, [id.0])?;
        self.forget_refused_sign_ins(id)
    }

    /// Stops using an account. Its incidents stay.
    ///
    /// # Errors
    /// Where there is no such account, or nothing can be written.
    pub fn remove_account(&mut self, id: AccountId, at: Timestamp) -> Result<(), Error> {
        let sql = "UPDATE accounts SET removed_at = ?2 WHERE id = ?1 AND removed_at = 0";
        let changed = self.connection.execute(sql, params![id.0, at.millis()])?;
        if changed == 0 {
            Err(Error::Unknown(id.0))
        } else {
            Ok(())
        }
    }
}

pub(super) fn read(row: &Row<'_>) -> Result<AccountRow, Error> {
    let unreadable = |error: mailbox::AccountError| Error::Unreadable(error.to_string());
    let (host, security, user, ca_path): (String, String, String, String) =
        (row.get(2)?, row.get(4)?, row.get(5)?, row.get(6)?);
    Ok(AccountRow {
        id: AccountId(row.get(0)?),
        address: address_of(&row.get::<_, String>(1)?)?,
        account: Account {
            host: Host::parse(&host).map_err(unreadable)?,
            port: row.get(3)?,
            security: known(Security::parse(&security), &security)?,
            user: UserName::parse(&user).map_err(unreadable)?,
            ca_path: (!ca_path.is_empty()).then(|| PathBuf::from(ca_path)),
        },
        also_watch: row
            .get::<_, Option<String>>(8)?
            .map(|names| names.lines().map(str::to_owned).collect())
            .unwrap_or_default(),
        added_at: Timestamp::from_millis(row.get(7)?),
        sign_in: SignIn::of(row.get(9)?),
    })
}

fn ca_text(account: &Account) -> String {
    account
        .ca_path
        .as_ref()
        .map(|path| path.display().to_string())
        .unwrap_or_default()
}
