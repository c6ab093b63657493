//! How the watch of each account stands, as the table `accounts` has it: state, trouble, and counts that add up.

use message::Timestamp;
use rusqlite::{Row, params};

use super::accounts::{AccountId, AccountRow, COLUMNS, read};
use crate::{Casebook, Error, Unchecked, facts::known};

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
    /// `connecting`, `watching` or `trouble`.
    pub const fn as_str(self) -> &'static str {
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
    /// Whether nothing helps but that the user signs in again on the provider's page.
    pub must_sign_in: bool,
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
    /// Messages that were there once more; they are not among those judged.
    pub copies: u64,
    /// Incidents among the messages judged.
    pub incidents: u64,
}

impl WatchRow {
    /// Messages judged of which every recipient was read, and none is a lookalike.
    pub const fn fine(&self) -> u64 {
        self.checked
            .saturating_sub(self.incidents)
            .saturating_sub(self.unchecked.total())
    }
}

impl Casebook {
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
        let sql = "UPDATE accounts SET state = ?2, trouble = ?3, hint = ?4, last_checked_at = max(last_checked_at, ?5), \
                   must_sign_in = CASE ?2 WHEN 'watching' THEN 0 ELSE must_sign_in END WHERE id = ?1";
        self.connection.execute(
            sql,
            params![id.value(), note.state.as_str(), trouble, hint, checked_at],
        )?;
        Ok(())
    }

    /// How the watch of each account in use stands.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn watch_notes(&self) -> Result<Vec<WatchRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, state, trouble, hint, last_checked_at, checked, \
             (SELECT mailbox FROM cursors WHERE account_id = accounts.id AND is_sent = 1 ORDER BY at DESC, mailbox LIMIT 1), vanished, \
             (SELECT count(*) FROM unchecked WHERE account_id = accounts.id AND why = 'message'), \
             (SELECT count(*) FROM unchecked WHERE account_id = accounts.id AND why = 'recipient'), copies, \
             (SELECT count(*) FROM incidents WHERE account_id = accounts.id), must_sign_in \
             FROM accounts WHERE removed_at = 0 ORDER BY id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok(read_watch(row)))?;
        rows.map(|row| row?).collect()
    }
}

fn read_watch(row: &Row<'_>) -> Result<WatchRow, Error> {
    let account = read(row)?;
    let (state, message, hint): (String, String, String) = (row.get(10)?, row.get(11)?, row.get(12)?);
    let checked_at: i64 = row.get(13)?;
    let count = |column| {
        row.get::<_, i64>(column)
            .map(|count| count.try_into().unwrap_or_default())
    };
    Ok(WatchRow {
        since: (checked_at != 0).then_some(account.added_at),
        account,
        state: known(WatchState::parse(&state), &state)?,
        must_sign_in: row.get(21)?,
        trouble: (!message.is_empty()).then_some((message, hint)),
        sent_mailbox: row.get(15)?,
        last_checked_at: (checked_at != 0).then_some(Timestamp::from_millis(checked_at)),
        checked: count(14)?,
        vanished: count(16)?,
        copies: count(19)?,
        incidents: count(20)?,
        unchecked: Unchecked {
            messages: count(17)?,
            recipients: count(18)?,
        },
    })
}
