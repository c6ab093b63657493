//! Accounts as they are printed. Their passwords are not here to be printed.

use casebook::WatchRow;
use message::shown;
use serde::Serialize;

/// One watched account, and how its watch stands.
#[derive(Debug, Serialize)]
pub(crate) struct AccountView<'a> {
    id: i64,
    address: String,
    host: String,
    port: u16,
    tls: &'static str,
    user: String,
    /// On whose page the user signs in; none with a password.
    provider: Option<&'a str>,
    must_sign_in: bool,
    ca_file: Option<String>,
    also_watch: &'a [String],
    state: &'static str,
    trouble: Option<&'a str>,
    last_checked_at: Option<String>,
    messages: Counts,
    #[serde(skip)]
    note: &'a WatchRow,
}

/// What became of the messages. `checked` is the sum of the four after it; with `copies` it is all that the server showed.
#[derive(Debug, Serialize)]
struct Counts {
    checked: u64,
    fine: u64,
    incidents: u64,
    unread_messages: u64,
    unread_recipients: u64,
    copies: u64,
    vanished: u64,
}

impl<'a> AccountView<'a> {
    pub(crate) fn of(note: &'a WatchRow) -> Self {
        let row = &note.account;
        let account = &row.account;
        Self {
            id: row.id.value(),
            address: row.address.to_string(),
            host: account.host.to_string(),
            port: account.port,
            tls: account.security.as_str(),
            user: account.user.to_string(),
            provider: Some(row.sign_in.provider()).filter(|name| !name.is_empty()),
            must_sign_in: note.must_sign_in,
            ca_file: account.ca_path.as_ref().map(|path| path.display().to_string()),
            also_watch: &row.also_watch,
            state: note.state.as_str(),
            trouble: note.trouble.as_ref().map(|(message, _)| message.as_str()),
            last_checked_at: note.last_checked_at.map(|at| at.to_string()),
            messages: Counts {
                checked: note.checked,
                fine: note.fine(),
                incidents: note.incidents,
                unread_messages: note.unchecked.messages,
                unread_recipients: note.unchecked.recipients,
                copies: note.copies,
                vanished: note.vanished,
            },
            note,
        }
    }

    /// The row of a table: number, address, server, encryption, user.
    pub(crate) fn cells(&self) -> [String; 5] {
        [
            self.id.to_string(),
            self.note.account.address.shown(),
            format!("{}:{}", self.host, self.port),
            self.tls.to_owned(),
            shown(&self.user),
        ]
    }
}
