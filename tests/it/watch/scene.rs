//! One mail server and the command line tool that watches it, for one test.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Dovecot, Home, Letter, Options, PASSWORD, Pki, Process, Tls, until};

const POLICY: &str = r#"{
    "protected_domains": ["army.mil", "mod.gov.uk"],
    "known_correspondents": [
        {"address": "tom.becker@harbourline.com", "sent": 38, "received": 41},
        {"address": "helen.carter58@gmail.com", "sent": 52, "received": 60}
    ]
}"#;
/// A reconnection after the longest of the first waits, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// One server, one home, and the command line tool in it.
pub(super) struct Scene {
    pub(super) dovecot: Dovecot,
    pub(super) cli: Cli,
    pki: Pki,
    home: Home,
}

impl Scene {
    pub(super) fn new() -> Result<Self> {
        Self::with(Options::default())
    }

    pub(super) fn with(options: Options) -> Result<Self> {
        let (pki, home) = (Pki::new()?, Home::new()?);
        home.write_policy(POLICY)?;
        let dovecot = Dovecot::start_with(&pki, options)?;
        Ok(Self {
            dovecot,
            pki,
            cli: Cli::new(home.env()),
            home,
        })
    }

    /// Stops and starts the server with other options.
    pub(super) fn restart_with(&mut self, options: Options) -> Result<()> {
        self.dovecot.restart_with(&self.pki, options)
    }

    pub(super) fn account(&self, tls: Tls) -> Result<String> {
        let path: PathBuf = self.dovecot.write_account_file(self.home.dir(), &self.pki, tls)?;
        path.into_os_string()
            .into_string()
            .ok()
            .context("the path is no text")
    }

    /// Looks once, where that must succeed.
    pub(super) fn look(&self) -> Result<()> {
        let output = self.run(Tls::Implicit)?;
        ensure!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(())
    }

    pub(super) fn run(&self, tls: Tls) -> Result<Output> {
        self.cli
            .run(&["watch", "--once", "--account-file", &self.account(tls)?], "")
    }

    /// Watches until dropped.
    pub(super) fn watch(&self) -> Result<Process> {
        self.spawn(self.watch_command()?)
    }

    pub(super) fn watch_command(&self) -> Result<Command> {
        self.cli
            .command(&["watch", "--account-file", &self.account(Tls::Implicit)?])
    }

    pub(super) fn spawn(&self, mut command: Command) -> Result<Process> {
        Process::spawn("astray-cli", &mut command, &self.home.log_dir())
    }

    /// Where the command line tool is at home.
    pub(super) fn cli_dir(&self) -> &Path {
        self.home.dir()
    }

    /// Looks once, where that must fail for a reason that `word` is part of, with nothing recorded and no secret told.
    pub(super) fn refuses(&self, tls: Tls, word: &str) -> Result<()> {
        self.refuses_account(&self.account(tls)?, word)
    }

    pub(super) fn refuses_account(&self, account: &str, word: &str) -> Result<()> {
        // Something to find, where the server runs.
        let _ = self.dovecot.append(&astray("Not to be seen"));
        let output = self
            .cli
            .run(&["watch", "--once", "--account-file", account], "")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(!output.status.success(), "it must fail");
        ensure!(said.contains(word), "it says {word:?} in {said}");
        ensure!(!said.contains(PASSWORD), "{said}");
        self.check(&[])
    }

    /// The subjects of all incidents, in alphabetical order.
    fn subjects(&self) -> Result<Vec<String>> {
        let mut subjects: Vec<_> = self
            .cli
            .incidents()?
            .into_iter()
            .map(|incident| incident.subject)
            .collect();
        subjects.sort();
        Ok(subjects)
    }

    pub(super) fn check(&self, expected: &[&str]) -> Result<()> {
        let subjects = self.subjects()?;
        ensure!(subjects == expected, "expected {expected:?}, found {subjects:?}");
        Ok(())
    }

    pub(super) fn check_soon(&self, expected: &[&str]) -> Result<()> {
        let reached = until("the incidents", PATIENCE, || {
            self.subjects()
                .is_ok_and(|subjects| subjects.len() >= expected.len())
                .then_some(())
        });
        self.check(expected).and(reached)
    }
}

/// A message to a lookalike of a protected domain.
pub(super) fn astray(subject: &str) -> Letter {
    Letter::to("John Smith <john.smith@army.ml>").subject(subject)
}
