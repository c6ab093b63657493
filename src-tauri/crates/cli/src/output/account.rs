//! Accounts as they are printed. Their passwords are not here to be printed.

use casebook::AccountRow;
use message::shown;
use serde::Serialize;

/// One watched account.
#[derive(Debug, Serialize)]
pub(crate) struct AccountView<'a> {
    id: i64,
    address: String,
    host: String,
    port: u16,
    tls: &'static str,
    user: String,
    ca_file: Option<String>,
    #[serde(skip)]
    row: &'a AccountRow,
}

impl<'a> AccountView<'a> {
    pub(crate) fn of(row: &'a AccountRow) -> Self {
        let account = &row.account;
        Self {
            id: row.id.value(),
            address: row.address.to_string(),
            host: account.host.to_string(),
            port: account.port,
            tls: account.security.as_str(),
            user: account.user.to_string(),
            ca_file: account.ca_path.as_ref().map(|path| path.display().to_string()),
            row,
        }
    }

    /// The row of a table: number, address, server, encryption, user.
    pub(crate) fn cells(&self) -> [String; 5] {
        [
            self.id.to_string(),
            self.row.address.shown(),
            format!("{}:{}", self.host, self.port),
            self.tls.to_owned(),
            shown(&self.user),
        ]
    }
}
