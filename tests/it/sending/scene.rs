//! A Postfix and the Dovecot that it delivers to, and what has arrived there.
#![expect(
    clippy::unwrap_used,
    reason = "addresses and names that stand in the tests themselves"
)]

use std::{
    cell::Cell,
    fs,
    io::Write as _,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Certificate, Dovecot, PASSWORD, Pki, Postfix, Tls, root, until};
use mailbox::{Account, Host, Limits, Security, UserName};
use message::{Address, HeaderText, MessageId, Timestamp};
use response::{Letter, Outcome, Outline, Party, Secret, message_id, prepare};
use serde::Deserialize;

const SOON: Duration = Duration::from_secs(20);

pub(crate) struct Scene {
    pki: Pki,
    dovecot: Dovecot,
    postfix: Postfix,
    pub(crate) limits: Limits,
    ids: Cell<u128>,
}

/// A letter as Python's parser reads it.
#[derive(Debug, Deserialize)]
pub(crate) struct Read {
    pub(crate) from: Vec<(String, String)>,
    pub(crate) to: Vec<(String, String)>,
    pub(crate) subject: String,
    pub(crate) message_id: String,
    pub(crate) date: String,
    pub(crate) in_reply_to: Option<String>,
    pub(crate) references: Option<String>,
    pub(crate) fields: Vec<String>,
    pub(crate) defects: Vec<String>,
    pub(crate) text: String,
    /// Name, type, and the content, a character an octet.
    pub(crate) attachments: Vec<(String, String, String)>,
}

impl Scene {
    pub(crate) fn new() -> Result<Self> {
        Self::with(Certificate::Good)
    }

    pub(crate) fn with(certificate: Certificate) -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        let postfix = Postfix::start_with(&pki, &dovecot, certificate)?;
        Ok(Self {
            pki,
            dovecot,
            postfix,
            limits: Limits {
                connect_for: Duration::from_secs(10),
                command_for: Duration::from_secs(10),
                ..Limits::default()
            },
            ids: Cell::new(1),
        })
    }

    pub(crate) fn account(&self, tls: Tls) -> Account {
        Account {
            host: Host::parse("127.0.0.1").unwrap(),
            port: self.postfix.port(tls),
            security: Security::parse(tls.as_str()).unwrap(),
            user: UserName::parse("alice").unwrap(),
            ca_path: Some(self.pki.ca_path()),
        }
    }

    pub(crate) fn secret(&self, text: &str) -> Secret {
        Secret::password(text.to_owned())
    }

    pub(crate) fn password(&self) -> Secret {
        self.secret(PASSWORD)
    }

    /// An identifier that no other letter of the scene has.
    pub(crate) fn message_id(&self) -> MessageId {
        self.ids.set(self.ids.get() + 1);
        message_id(self.ids.get(), address("a@acme.example").domain()).unwrap()
    }

    pub(crate) fn send(&self, letter: &Letter, tls: Tls) -> Result<Outcome> {
        Ok(prepare(letter, &self.account(tls), &self.password(), &self.limits)?.send()?)
    }

    pub(crate) fn log(&self) -> String {
        self.postfix.log()
    }

    /// The letter of that identifier in a user's mailbox, once it is there.
    pub(crate) fn arrived(&self, user: &str, id: &MessageId) -> Result<Read> {
        let octets = until(&format!("{id} in the mailbox of {user}"), SOON, || {
            self.letters(user)
                .ok()?
                .into_iter()
                .find(|letter| is_of(letter, id))
        });
        read(&octets.with_context(|| self.log())?)
    }

    /// How many letters of that identifier a user has.
    pub(crate) fn count_of(&self, user: &str, id: &MessageId) -> Result<usize> {
        Ok(self
            .letters(user)?
            .iter()
            .filter(|letter| is_of(letter, id))
            .count())
    }

    /// How many letters a user has.
    pub(crate) fn count(&self, user: &str) -> Result<usize> {
        Ok(self.letters(user)?.len())
    }

    /// Waits until the server has ended every connection and delivered all that it has taken.
    pub(crate) fn settle(&self) -> Result<()> {
        until("the end of all connections", SOON, || {
            let log = self.log();
            let count = |text: &str| log.matches(text).count();
            // Each line of the one kind holds the words of the other.
            let is_over = count("disconnect from") * 2 == count("connect from");
            (is_over && count("(queue active)") == count(": removed")).then_some(())
        })
        .with_context(|| self.log())?;
        let last = Outline {
            from: party("", "alice@acme.example"),
            to: vec![party("", "john@army.ml")],
            subject: HeaderText::clean("last"),
            text: response::LetterText::clean("last"),
            attachments: Vec::new(),
            message_id: self.message_id(),
            date: now(),
            follows: None,
        };
        let good = self.send(&Letter::compose(&last)?, Tls::Implicit)?;
        ensure!(matches!(good, Outcome::Sent { .. }), "{good:?}");
        self.arrived("john", &last.message_id).map(drop)
    }

    fn letters(&self, user: &str) -> Result<Vec<Vec<u8>>> {
        let mut letters = Vec::new();
        for folder in ["new", "cur"] {
            let Ok(entries) = fs::read_dir(self.dovecot.maildir(user, folder)) else {
                continue;
            };
            for entry in entries {
                letters.push(fs::read(entry?.path())?);
            }
        }
        Ok(letters)
    }
}

fn is_of(letter: &[u8], id: &MessageId) -> bool {
    let field = format!("\nMessage-ID: {id}");
    letter
        .windows(field.len())
        .any(|window| window == field.as_bytes())
}

fn read(octets: &[u8]) -> Result<Read> {
    let mut python = Command::new("python3")
        .arg(root().join("tests/scripts/read_letter.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    python
        .stdin
        .take()
        .context("no standard input")?
        .write_all(octets)?;
    let output = python.wait_with_output()?;
    ensure!(
        output.status.success(),
        "Python cannot read {}",
        String::from_utf8_lossy(octets)
    );
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// As read_letter.py has it.
pub(crate) fn content(octets: &[u8]) -> String {
    let text: String = octets
        .trim_ascii_end()
        .iter()
        .map(|octet| char::from(*octet))
        .collect();
    text.replace("\r\n", "\n")
}

pub(crate) fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

pub(crate) fn party(name: &str, text: &str) -> Party {
    Party {
        name: HeaderText::clean(name),
        address: address(text),
    }
}

pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(1_790_000_000_000)
}
