//! A desktop session, a mailbox, and a server that letters are handed in to and that delivers them.

use std::{fs, process::Command};

use anyhow::{Context, Result};
use astray_tests::{Cli, Desktop, Dovecot, Driver, Environment, Letter, Pki, Postfix, Theme, Tls, until};
use fantoccini::Client;

use crate::desktop_scene::{SOON, windows};

/// All that a whole incident needs. The wrong address is john's, who has mail at every domain; bob is the security desk.
pub(crate) struct Scene {
    pub(crate) desktop: Desktop,
    pub(crate) cli: Cli,
    locale: &'static str,
    theme: Theme,
    postfix: Postfix,
    dovecot: Dovecot,
    _pki: Pki,
}

impl Scene {
    pub(crate) async fn new(locale: &'static str, theme: Theme) -> Result<Self> {
        Self::with_rules(locale, theme, serde_json::Map::new()).await
    }

    /// The same, with these keys more in the policy.
    pub(crate) async fn with_rules(
        locale: &'static str,
        theme: Theme,
        mut rules: serde_json::Map<String, serde_json::Value>,
    ) -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        let postfix = Postfix::start(&pki, &dovecot)?;
        let desktop = Desktop::start().await?;
        rules.insert("protected_domains".to_owned(), serde_json::json!(["army.mil"]));
        let desk = serde_json::json!({
            "name": "Security desk",
            "email": "bob@northbridge.example",
            "phone": "+44 20 7946 0018",
        });
        rules.insert("security_desk".to_owned(), desk);
        desktop
            .home
            .write_policy(&serde_json::Value::Object(rules).to_string())?;
        let cli = Cli::new(desktop.env());
        cli.add_account(&dovecot, &pki, Tls::Implicit)?;
        Ok(Self {
            desktop,
            cli,
            locale,
            theme,
            postfix,
            dovecot,
            _pki: pki,
        })
    }

    /// The session in the scene's language and theme.
    pub(crate) fn env(&self) -> Environment {
        self.desktop
            .env()
            .themed(self.theme)
            .with("LC_ALL", self.locale)
            .with("LANG", self.locale)
    }

    pub(crate) fn postfix_port(&self) -> u16 {
        self.postfix.port(Tls::Implicit)
    }

    /// Puts a message to a lookalike domain, with a card's number and a password in it, into Sent.
    pub(crate) fn astray(&self, subject: &str) -> Result<()> {
        let text =
            "Dear John,\n\nplease pay with the card 4111 1111 1111 1111.\nPassword: correct-Horse7\n\nAlice";
        let letter = Letter::to("john@army.ml").subject(subject).text(text);
        self.dovecot.append(&letter).map(drop)
    }

    /// Records the stray message, without a word of it in a notification.
    pub(crate) fn recorded(&self, subject: &str) -> Result<()> {
        self.astray(subject)?;
        self.cli.done(&["watch", "--once"], "").map(drop)
    }

    /// Opens the page of the first incident, with what else is in the environment.
    pub(crate) async fn open(&self, env: &Environment) -> Result<(Driver, Client)> {
        let driver = Driver::start(&self.desktop.home, &self.env().and(env))?;
        let client = driver.session(&["--window", "incident/1"]).await?;
        Ok((driver, client))
    }

    /// Letters in a mailbox of alice's, with their flags.
    pub(crate) fn fetched(&self, mailbox: &str) -> Result<String> {
        let wanted = ["fetch", "-u", "alice", "flags hdr body", "mailbox", mailbox];
        self.dovecot.doveadm(&wanted)
    }

    /// Delivers a message to alice.
    pub(crate) fn deliver(&self, message: &str) -> Result<()> {
        let octets = message.replace('\n', "\r\n").into_bytes();
        self.dovecot.client("alice")?.append_octets("INBOX", &octets)
    }

    /// Ends the scene's window as a power cut does.
    pub(crate) fn kill_window(&self) -> Result<()> {
        for id in windows(&self.desktop.home)? {
            Command::new("kill").args(["-KILL", &id]).status()?;
        }
        Ok(())
    }

    /// The letter to that address, once it lies in a user's mailbox.
    pub(crate) fn arrived(&self, user: &str, to: &str) -> Result<String> {
        until(
            &format!("a letter to {to} in the mailbox of {user}"),
            SOON,
            || self.letters(user).into_iter().find(|letter| holds(letter, to)),
        )
        .with_context(|| self.postfix.log())
    }

    /// How many letters to that address a user has.
    pub(crate) fn count(&self, user: &str, to: &str) -> Result<usize> {
        Ok(self
            .letters(user)
            .iter()
            .filter(|letter| holds(letter, to))
            .count())
    }

    fn letters(&self, user: &str) -> Vec<String> {
        let folders = ["new", "cur"].map(|folder| self.dovecot.maildir(user, folder));
        let entries = folders
            .into_iter()
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flatten();
        let octets = entries.filter_map(|entry| fs::read(entry.ok()?.path()).ok());
        octets
            .map(|octets| String::from_utf8_lossy(&octets).into_owned())
            .collect()
    }
}

/// Whether a letter's own To names that address: what its server added stands above.
fn holds(letter: &str, to: &str) -> bool {
    let header = letter.lines().take_while(|line| !line.is_empty());
    header
        .filter_map(|line| line.strip_prefix("To:"))
        .any(|value| value.trim().trim_matches(['<', '>']) == to)
}
