//! The mail of a private Dovecot as files, and the file of an account on it.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};

use super::{Dovecot, Tls};
use crate::{mail_server::write_account_file, pki::Pki};

impl Dovecot {
    /// An account file, as `astray-cli watch --account-file` reads it, for alice over that kind of TLS. Written into `dir`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_account_file(&self, dir: &Path, pki: &Pki, tls: Tls) -> Result<PathBuf> {
        write_account_file(dir, pki, self.port(tls), (tls, &self.place.password()?))
    }

    /// Where a user's mailbox lies, as Maildir: for more messages than anybody wants to append.
    pub fn maildir(&self, user: &str, mailbox: &str) -> PathBuf {
        self.place
            .dir
            .join("home")
            .join(user)
            .join("Maildir")
            .join(mailbox)
    }

    /// Gives all mail to the server's user, after files were put there.
    ///
    /// # Errors
    /// When that is not allowed.
    pub fn own_mail(&self) -> Result<()> {
        let Some(user) = &self.place.user else {
            return Ok(());
        };
        let status = Command::new("chown")
            .args(["-R", user])
            .arg(self.place.dir.join("home"))
            .status()?;
        ensure!(status.success(), "the mail cannot be given to {user}");
        Ok(())
    }
}
