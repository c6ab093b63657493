//! A real submission server: Postfix, unpacked from Debian's package by tests/scripts/servers.sh and started in a namespace of its own.
//! It asks a Dovecot whether passwords are right, and delivers into that Dovecot's mailboxes.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::{
    dovecot::{Dovecot, Tls},
    free_port,
    pki::{Certificate, Pki},
    process::Process,
    program::root,
    unpacked::as_root,
    wait::until,
};

const READY_WITHIN: Duration = Duration::from_secs(20);
const PATIENCE: Duration = Duration::from_secs(2);

/// A running Postfix. Dropped, it is gone; what it delivered stays with the Dovecot.
#[derive(Debug)]
pub struct Postfix {
    tls_port: u16,
    plain_port: u16,
    process: Process,
    dir: TempDir,
}

impl Postfix {
    /// A server for that Dovecot's users. It takes mail for alice, bob, carol and john of any domain, tells `later@…` to come again,
    /// refuses all others, and takes a MiB at most.
    ///
    /// # Errors
    /// When it was not unpacked, namespaces cannot be made, or it does not start.
    pub fn start(pki: &Pki, dovecot: &Dovecot) -> Result<Self> {
        Self::start_with(pki, dovecot, Certificate::Good)
    }

    /// The same with another certificate.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(pki: &Pki, dovecot: &Dovecot, certificate: Certificate) -> Result<Self> {
        let unpacked = root().join("target/servers/postfix");
        ensure!(
            unpacked.join("unpacked").exists(),
            "Postfix is missing: tests/scripts/servers.sh unpacks it"
        );
        let dir = tempfile::Builder::new().prefix("astray-postfix-").tempdir()?;
        fs::set_permissions(dir.path(), Permissions::from_mode(0o755))?;
        let [certificate, key] = pki.leaf_paths(certificate);
        fs::copy(certificate, dir.path().join("certificate.pem"))?;
        fs::copy(key, dir.path().join("key.pem"))?;
        let (tls_port, plain_port) = (free_port()?, free_port()?);
        let (homes, user) = dovecot.homes();
        let [uid, gid] = ["-u", "-g"].map(|flag| id(flag, user));
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
            .args(["--propagation", "private", "bash", "-c"])
            .args([include_str!("postfix/postfix.sh"), "postfix"])
            .arg(&unpacked)
            .arg(dir.path())
            .args([tls_port, plain_port, dovecot.auth_port()].map(|port| port.to_string()))
            .arg(homes)
            .args([uid?, gid?]);
        let process = Process::spawn("postfix", &mut command, dir.path())?;
        let mut postfix = Self {
            tls_port,
            plain_port,
            process,
            dir,
        };
        postfix.await_greeting().with_context(|| {
            format!(
                "Postfix does not start: {} {}",
                postfix.process.printed(),
                postfix.log()
            )
        })?;
        Ok(postfix)
    }

    /// The port of that kind of TLS on 127.0.0.1.
    pub const fn port(&self, tls: Tls) -> u16 {
        match tls {
            Tls::Implicit => self.tls_port,
            Tls::StartTls => self.plain_port,
        }
    }

    /// What the server has logged.
    pub fn log(&self) -> String {
        fs::read(self.dir.path().join("mail.log"))
            .map(|octets| String::from_utf8_lossy(&octets).into_owned())
            .unwrap_or_default()
    }

    fn await_greeting(&mut self) -> Result<()> {
        let port = self.plain_port;
        until("Postfix's greeting", READY_WITHIN, || {
            if self.process.ended().is_some() {
                return Some(Err(anyhow::anyhow!("it has ended")));
            }
            greeting(port)
                .ok()
                .filter(|line| line.starts_with("220 "))
                .map(|_| Ok(()))
        })?
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        // An orderly end is of no use to a queue that is thrown away.
        let _ = self.process.kill();
    }
}

fn greeting(port: u16) -> Result<String> {
    let stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line)
}

/// The number of a user, or the caller's own.
fn id(flag: &str, user: Option<&str>) -> Result<String> {
    let output = Command::new("id").arg(flag).args(user).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}
