//! The table `accounts`: whose mail is watched, and how that stands.

use std::path::PathBuf;

use mailbox::{Account, Host, Security, UserName};
use message::{Address, Timestamp};
use rusqlite::{OptionalExtension as _, Row, params};

use crate::{
    Casebook, Error, Unchecked,
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

/// An account to be added, or what it is changed to.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The user's own address.
    pub address: Address,
    /// How to reach the mailbox.
    pub account: Account,
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
    /// When it was added.
    pub added_at: Timestamp,
}

/// How an account's watch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchState {
    /// Signing in or catching up.
    Connecting,
    /// Caught up, and waiting for more.
    Watching,
    /// Something is wrong.
    Trouble,
}

impl WatchState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Watching => "watching",
            Self::Trouble => "trouble",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Connecting, Self::Watching, Self::Trouble]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

/// What the watch says of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchNote {
    /// How it stands.
    pub state: WatchState,
    /// What hinders it, and what can be done, in words.
    pub trouble: Option<(String, String)>,
    /// When. While watching, the time of the last catch-up.
    pub at: Timestamp,
}

/// An account and its watch, for whoever shows it.
#[derive(Clone, Debug)]
pub struct WatchRow {
    /// The account.
    pub account: AccountRow,
    /// How its watch stands.
    pub state: WatchState,
    /// What hinders it, and what can be done, in words.
    pub trouble: Option<(String, String)>,
    /// The watched mailbox as the server names it, once it was read.
    pub sent_mailbox: Option<String>,
    /// Since when it is watched.
    pub since: Option<Timestamp>,
    /// When it was last found to be caught up.
    pub last_checked_at: Option<Timestamp>,
    /// Messages judged.
    pub checked: u64,
    /// Those among them of which something could not be read.
    pub unchecked: Unchecked,
    /// Messages that came and were gone before they could be judged.
    pub vanished: u64,
}

const COLUMNS: &str = "id, address, host, port, security, user, ca_path, added_at";

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
        let sql = "INSERT INTO accounts (address, host, port, security, user, ca_path, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let NewAccount { address, account } = new;
        self.connection.execute(
            sql,
            params![
                address.to_string(),
                account.host.to_string(),
                account.port,
                account.security.as_str(),
                account.user.as_str(),
                ca_text(account),
                at.millis()
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
                   state = 'connecting', trouble = '', hint = '' WHERE id = ?1 AND removed_at = 0";
        let NewAccount { address, account } = new;
        let changed = self.connection.execute(
            sql,
            params![
                id.0,
                address.to_string(),
                account.host.to_string(),
                account.port,
                account.security.as_str(),
                account.user.as_str(),
                ca_text(account)
            ],
        )?;
        if changed == 0 {
            return Err(Error::Unknown(id.0));
        }
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

    /// Notes how an account's watch stands.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn note_watch(&mut self, id: AccountId, note: &WatchNote) -> Result<(), Error> {
        let (trouble, hint) = note.trouble.clone().unwrap_or_default();
        let checked_at = if note.state == WatchState::Watching {
            note.at.millis()
        } else {
            0
        };
        let sql = "UPDATE accounts SET state = ?2, trouble = ?3, hint = ?4, last_checked_at = max(last_checked_at, ?5) WHERE id = ?1";
        self.connection
            .execute(sql, params![id.0, note.state.as_str(), trouble, hint, checked_at])?;
        Ok(())
    }

    /// How the watch of each account in use stands.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn watch_notes(&self) -> Result<Vec<WatchRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, state, trouble, hint, last_checked_at, checked, \
             (SELECT mailbox FROM cursors WHERE account_id = accounts.id ORDER BY at DESC, mailbox LIMIT 1), vanished, \
             (SELECT count(*) FROM unchecked WHERE account_id = accounts.id AND why = 'message'), \
             (SELECT count(*) FROM unchecked WHERE account_id = accounts.id AND why = 'recipient') \
             FROM accounts WHERE removed_at = 0 ORDER BY id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok(read_watch(row)))?;
        rows.map(|row| row?).collect()
    }
}

fn read(row: &Row<'_>) -> Result<AccountRow, Error> {
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
        added_at: Timestamp::from_millis(row.get(7)?),
    })
}

fn read_watch(row: &Row<'_>) -> Result<WatchRow, Error> {
    let account = read(row)?;
    let (state, message, hint): (String, String, String) = (row.get(8)?, row.get(9)?, row.get(10)?);
    let checked_at: i64 = row.get(11)?;
    let count = |column| {
        row.get::<_, i64>(column)
            .map(|count| count.try_into().unwrap_or_default())
    };
    Ok(WatchRow {
        since: (checked_at != 0).then_some(account.added_at),
        account,
        state: known(WatchState::parse(&state), &state)?,
        trouble: (!message.is_empty()).then_some((message, hint)),
        sent_mailbox: row.get(13)?,
        last_checked_at: (checked_at != 0).then_some(Timestamp::from_millis(checked_at)),
        checked: count(12)?,
        vanished: count(14)?,
        unchecked: Unchecked {
            messages: count(15)?,
            recipients: count(16)?,
        },
    })
}

fn ca_text(account: &Account) -> String {
    account
        .ca_path
        .as_ref()
        .map(|path| path.display().to_string())
        .unwrap_or_default()
}
