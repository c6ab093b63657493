//! Real IMAP servers that cannot be installed beside Dovecot: Cyrus and Courier, unpacked from Debian's packages by
//! tests/scripts/servers.sh and started in namespaces of their own. What they see as /usr, /etc and /run is laid over the system's,
//! which stays untouched; the end of the first process is the end of all.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::PathBuf,
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::{
    dovecot::{Imap, PASSWORD, Tls, await_greeting},
    free_port,
    mail_server::MailServer,
    pki::{Certificate, Pki},
    process::Process,
    program::root,
};

const READY_WITHIN: Duration = Duration::from_secs(20);

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Cyrus,
    Courier,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Cyrus => "cyrus",
            Self::Courier => "courier",
        }
    }

    const fn script(self) -> &'static str {
        match self {
            Self::Cyrus => include_str!("unpacked/cyrus.sh"),
            Self::Courier => include_str!("unpacked/courier.sh"),
        }
    }
}

/// A running Cyrus or Courier. Dropped, it and its mail are gone.
#[derive(Debug)]
pub struct Unpacked {
    kind: Kind,
    tls_port: u16,
    plain_port: u16,
    process: Process,
    _removed: TempDir,
}

impl Unpacked {
    /// A Cyrus without a mailbox for sent mail.
    ///
    /// # Errors
    /// When it was not unpacked, namespaces cannot be made, or it does not start.
    pub fn cyrus(pki: &Pki) -> Result<Self> {
        Self::start(Kind::Cyrus, pki)
    }

    /// A Courier without a mailbox for sent mail.
    ///
    /// # Errors
    /// As [`Self::cyrus`].
    pub fn courier(pki: &Pki) -> Result<Self> {
        Self::start(Kind::Courier, pki)
    }

    fn start(kind: Kind, pki: &Pki) -> Result<Self> {
        let unpacked: PathBuf = root().join("target/servers").join(kind.name());
        ensure!(
            unpacked.join("unpacked").exists(),
            "{} is missing: tests/scripts/servers.sh unpacks it",
            kind.name()
        );
        let removed = tempfile::Builder::new()
            .prefix(&format!("astray-{}-", kind.name()))
            .tempdir()?;
        let dir = removed.path();
        fs::set_permissions(dir, Permissions::from_mode(0o755))?;
        let [certificate, key] = pki.leaf_paths(Certificate::Good);
        fs::copy(certificate, dir.join("certificate.pem"))?;
        fs::copy(key, dir.join("key.pem"))?;
        let (tls_port, plain_port) = (free_port()?, free_port()?);
        let mut command = as_root()?;
        command
            .args([
                "unshare",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
            ])
            .args([
                "--propagation",
                "private",
                "bash",
                "-c",
                kind.script(),
                kind.name(),
            ])
            .arg(&unpacked)
            .arg(dir)
            .args([tls_port.to_string(), plain_port.to_string()])
            .args(["alice", PASSWORD]);
        let mut process = Process::spawn(kind.name(), &mut command, dir)?;
        await_greeting(plain_port, READY_WITHIN, || process.ended().is_some())
            .with_context(|| format!("{} does not start: {}", kind.name(), process.printed()))?;
        Ok(Self {
            kind,
            tls_port,
            plain_port,
            process,
            _removed: removed,
        })
    }
}

impl MailServer for Unpacked {
    fn name(&self) -> &'static str {
        self.kind.name()
    }

    fn port(&self, tls: Tls) -> u16 {
        match tls {
            Tls::Implicit => self.tls_port,
            Tls::StartTls => self.plain_port,
        }
    }

    fn alice(&self) -> Result<Imap> {
        Imap::sign_in(self.plain_port, "alice", PASSWORD)
    }

    fn mailbox(&self, name: &str) -> String {
        match self.kind {
            Kind::Cyrus => name.to_owned(),
            Kind::Courier => format!("INBOX.{name}"),
        }
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        // An orderly end is of no use to mail that is thrown away. What cannot be killed is asked to end when it is dropped.
        let _ = self.process.kill();
    }
}

/// A command that runs its arguments as root: namespaces with mounts or links of the system's are root's alone.
///
/// # Errors
/// When it cannot be found out who runs the tests.
pub fn as_root() -> Result<Command> {
    let mut command = Command::new("env");
    if fs::metadata("/proc/self")?.uid() != 0 {
        command = Command::new("sudo");
        command.arg("-n");
    }
    Ok(command)
}
