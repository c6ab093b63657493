//! `astray-cli` as another program calls it.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{
    dovecot::{Dovecot, PASSWORD, Tls},
    environment::Environment,
    pki::Pki,
    program::binary,
    samples::OWNER,
};

/// The command line tool in one environment.
#[derive(Clone, Debug)]
pub struct Cli {
    env: Environment,
}

/// A line of `incidents list --json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ListedIncident {
    /// Its number.
    pub id: i64,
    /// `needs_you`, `done` or `not_a_mistake`.
    pub state: String,
    /// `high`, `medium` or `low`.
    pub severity: String,
    /// Where the message went.
    pub address: String,
    /// The domain that was probably meant.
    pub lookalike_of: String,
    /// Other lookalikes among the recipients.
    pub more: u32,
    /// The message's subject.
    pub subject: String,
    /// When it was sent, RFC 3339.
    pub sent_at: String,
}

impl Cli {
    /// The tool for programs of that environment.
    pub const fn new(env: Environment) -> Self {
        Self { env }
    }

    /// A command of it, for what is to go on running.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = self.env.command(binary("astray-cli")?);
        command.args(arguments);
        Ok(command)
    }

    /// Runs it and waits for its end.
    ///
    /// # Errors
    /// When it has not been built. That it failed is in the output.
    pub fn run(&self, arguments: &[&str], input: &str) -> Result<Output> {
        let mut command = self.command(arguments)?;
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            // Whoever does not read what it is given ends early, and then says so itself.
            let _ = stdin.write_all(input.as_bytes());
        }
        Ok(child.wait_with_output()?)
    }

    /// Runs it where it should succeed, and gives what it printed.
    ///
    /// # Errors
    /// When it fails; the error says what it complained of.
    pub fn done(&self, arguments: &[&str], input: &str) -> Result<String> {
        let Output {
            status,
            stdout,
            stderr,
        } = self.run(arguments, input)?;
        ensure!(
            status.success(),
            "astray-cli {}: {status}: {}",
            arguments.join(" "),
            String::from_utf8_lossy(&stderr)
        );
        Ok(String::from_utf8(stdout)?)
    }

    /// All incidents, the newest first.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn incidents(&self) -> Result<Vec<ListedIncident>> {
        let printed = self.done(&["incidents", "list", "--json"], "")?;
        let lines = printed
            .lines()
            .map(|line| serde_json::from_str(line).with_context(|| format!("in {line}")));
        lines.collect()
    }

    /// Adds alice's account on that server, with her password in the keyring.
    ///
    /// # Errors
    /// When it is refused, or there is no keyring.
    pub fn add_account(&self, dovecot: &Dovecot, pki: &Pki, tls: Tls) -> Result<()> {
        let (port, ca_path) = (dovecot.port(tls).to_string(), pki.ca_path());
        let ca_path = ca_path.to_str().context("the path is no text")?;
        let server = [
            "--host",
            "127.0.0.1",
            "--port",
            &port,
            "--tls",
            tls.as_str(),
            "--ca-file",
            ca_path,
        ];
        let account = [
            &["account", "add", "--address", OWNER, "--user", "alice"][..],
            &server,
        ]
        .concat();
        self.done(&account, &format!("{PASSWORD}\n")).map(drop)
    }
}
