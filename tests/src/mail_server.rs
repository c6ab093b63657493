//! Mail server: what every real IMAP server of the tests has in common, so that one scenario runs on each.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    dovecot::{Imap, Tls},
    letter::Letter,
    pki::Pki,
};

/// A running IMAP server with alice's mail on it.
pub trait MailServer {
    /// What the program is called.
    fn name(&self) -> &'static str;

    /// The port of that kind of TLS on 127.0.0.1.
    fn port(&self, tls: Tls) -> u16;

    /// A connection of alice's own mail program, signed in.
    ///
    /// # Errors
    /// When the server refuses the password.
    fn alice(&self) -> Result<Imap>;

    /// The wire name of a mailbox of hers that stands beside INBOX.
    fn mailbox(&self, name: &str) -> String;

    /// Puts letters into a mailbox, named as on the wire, each with a real APPEND.
    ///
    /// # Errors
    /// When the server refuses one.
    fn file(&self, mailbox: &str, letters: &[Letter]) -> Result<()> {
        self.alice()?.append_all(mailbox, letters)
    }
}

/// Writes an account file, as `astray-cli watch --account-file` reads it, for alice with that password, into `dir`.
///
/// # Errors
/// When it cannot be written.
pub fn write_account_file(dir: &Path, pki: &Pki, port: u16, (tls, password): (Tls, &str)) -> Result<PathBuf> {
    let password_path = dir.join("password");
    fs::write(&password_path, password)?;
    fs::set_permissions(&password_path, fs::Permissions::from_mode(0o600))?;
    let account = serde_json::json!({
        "address": crate::OWNER,
        "host": "127.0.0.1",
        "port": port,
        "tls": tls.as_str(),
        "user": "alice",
        "password_file": password_path,
        "ca_file": pki.ca_path(),
    });
    let path = dir.join("account.json");
    fs::write(&path, account.to_string())?;
    Ok(path)
}
