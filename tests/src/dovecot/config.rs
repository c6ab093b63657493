//! What a private Dovecot is told, and the files that it lives in.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::pki::Certificate;

/// Every user's password until it is changed.
pub const PASSWORD: &str = "correct horse";

const TEMPLATE: &str = include_str!("dovecot.conf");

const USERS: [&str; 3] = ["alice", "bob", "carol"];

/// How a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// From its first octet.
    Implicit,
    /// After STARTTLS.
    StartTls,
}

impl Tls {
    /// The word that the command line and account files have for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Implicit => "implicit",
            Self::StartTls => "starttls",
        }
    }
}

/// What the server calls the mailbox of sent mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// That wire name, marked `\Sent`.
    Marked(&'static str),
    /// That wire name, marked with nothing.
    Unmarked(&'static str),
    /// There is none. Letters are put into INBOX.
    Missing,
}

impl Sent {
    pub(super) const fn mailbox(self) -> &'static str {
        match self {
            Self::Marked(name) | Self::Unmarked(name) => name,
            Self::Missing => "INBOX",
        }
    }
}

/// How a server differs from one that has everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The certificate that it shows.
    pub certificate: Certificate,
    /// Its mailbox of sent mail.
    pub sent: Sent,
    /// Whether it says that it can IDLE.
    pub idle: bool,
    /// Whether it knows TLS at all. Without, it has the plain port alone and refuses STARTTLS there.
    pub tls: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            certificate: Certificate::Good,
            sent: Sent::Marked("Sent"),
            idle: true,
            tls: true,
        }
    }
}

/// Where a server is, on disk and on the network.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) dir: PathBuf,
    pub(super) tls_port: u16,
    pub(super) plain_port: u16,
    /// Where other servers ask whether a password is right.
    pub(super) auth_port: u16,
    /// As whom it runs; none: as the caller.
    pub(super) user: Option<String>,
}

impl Place {
    pub(super) fn config_path(&self) -> PathBuf {
        self.dir.join("dovecot.conf")
    }

    pub(super) fn password(&self) -> Result<String> {
        let users = fs::read_to_string(self.dir.join("users"))?;
        let password = users
            .split_once("{PLAIN}")
            .and_then(|(_, rest)| rest.split_once(':'));
        password
            .map(|(password, _)| password.to_owned())
            .context("the file of users has none")
    }

    pub(super) fn write_users(&self, password: &str) -> Result<()> {
        let line = |user: &&str| format!("{user}:{{PLAIN}}{password}::::::\n");
        self.write("users", &USERS.iter().map(line).collect::<String>())
    }

    /// Copies certificate and key to where the server's user can read them.
    pub(super) fn copy_certificate(&self, [cert_path, key_path]: &[PathBuf; 2]) -> Result<()> {
        self.write("cert.pem", &fs::read_to_string(cert_path)?)?;
        self.write("key.pem", &fs::read_to_string(key_path)?)
    }

    pub(super) fn write_config(&self, options: &Options) -> Result<()> {
        let user = match &self.user {
            Some(user) => user.clone(),
            None => name_of(&["-un"])?,
        };
        let group = match self.user {
            Some(_) => "nogroup".to_owned(),
            None => name_of(&["-gn"])?,
        };
        let capability = if options.idle { "" } else { WITHOUT_IDLE };
        let values = [
            ("@dir@", self.dir.display().to_string()),
            ("@user@", user),
            ("@group@", group),
            ("@plain_port@", self.plain_port.to_string()),
            ("@auth_port@", self.auth_port.to_string()),
            ("@sent@", sent_mailbox(options.sent)),
            ("@tls_listener@", self.tls_listener(options.tls)),
            ("@tls@", self.tls_settings(options.tls)),
            ("@capability@", capability.to_owned()),
        ];
        let config = values.iter().fold(TEMPLATE.to_owned(), |config, (name, value)| {
            config.replace(name, value)
        });
        self.write("dovecot.conf", &config)
    }

    fn tls_listener(&self, tls: bool) -> String {
        let port = if tls { self.tls_port } else { 0 };
        format!(
            "  inet_listener imaps {{\n    port = {port}\n    ssl = {}\n  }}\n",
            if tls { "yes" } else { "no" }
        )
    }

    fn tls_settings(&self, tls: bool) -> String {
        if !tls {
            return "ssl = no\n".to_owned();
        }
        let dir = self.dir.display();
        format!(
            "ssl = yes\nssl_cert = <{dir}/cert.pem\nssl_key = <{dir}/key.pem\nssl_dh =\nssl_min_protocol = TLSv1.2\n"
        )
    }

    /// Written by the caller, read by the server's user: so open to read in a directory that is closed to others.
    fn write(&self, name: &str, text: &str) -> Result<()> {
        let path = Path::join(&self.dir, name);
        let written = fs::write(&path, text)
            .and_then(|()| fs::set_permissions(&path, fs::Permissions::from_mode(0o644)));
        written.with_context(|| format!("{} cannot be written", path.display()))
    }
}

fn sent_mailbox(sent: Sent) -> String {
    match sent {
        Sent::Marked(name) => {
            format!("  mailbox \"{name}\" {{\n    special_use = \\Sent\n    auto = create\n  }}\n")
        }
        Sent::Unmarked(name) => format!("  mailbox \"{name}\" {{\n    auto = create\n  }}\n"),
        Sent::Missing => String::new(),
    }
}

fn name_of(arguments: &[&str]) -> Result<String> {
    let output = std::process::Command::new("id").args(arguments).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Dovecot's own list of 2.3.19 less IDLE; it leaves no other way to hide one.
const WITHOUT_IDLE: &str = "imap_capability = IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE LITERAL+ SPECIAL-USE UIDPLUS NAMESPACE UNSELECT CHILDREN LIST-EXTENDED LIST-STATUS ESEARCH WITHIN MOVE\n";
