//! One mail server, and the command line tool that watches alice's mail on it.

use std::{collections::BTreeSet, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Home, MailServer, Pki, Process, Tls, until, write_account_file};

const POLICY: &str =
    r#"{"protected_domains": ["army.mil"], "trusted_domains": [], "known_correspondents": []}"#;

/// A catch-up with thousands of messages, on a slow machine that does other things.
const PATIENCE: Duration = Duration::from_secs(180);

pub(super) struct Scene {
    pub(super) server: Box<dyn MailServer>,
    cli: Cli,
    pki: Pki,
    home: Home,
}

impl Scene {
    pub(super) fn on(start: impl FnOnce(&Pki) -> Result<Box<dyn MailServer>>) -> Result<Self> {
        let (pki, home) = (Pki::new()?, Home::new()?);
        home.write_policy(POLICY)?;
        Ok(Self {
            server: start(&pki)?,
            cli: Cli::new(home.env()),
            pki,
            home,
        })
    }

    fn account(&self) -> Result<String> {
        let port = self.server.port(Tls::Implicit);
        let as_always = (Tls::Implicit, astray_tests::PASSWORD);
        let path = write_account_file(self.home.dir(), &self.pki, port, as_always)?;
        path.into_os_string()
            .into_string()
            .ok()
            .context("the path is no text")
    }

    /// Looks once, and gives what it warned of.
    pub(super) fn look(&self) -> Result<String> {
        let output = self
            .cli
            .run(&["watch", "--once", "--account-file", &self.account()?], "")?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "{}: {said}", self.server.name());
        Ok(said)
    }

    /// Watches until dropped.
    pub(super) fn watch(&self) -> Result<Process> {
        let mut command = self.cli.command(&["watch", "--account-file", &self.account()?])?;
        Process::spawn("astray-cli", &mut command, &self.home.log_dir())
    }

    fn found(&self) -> Result<Vec<String>> {
        let incidents = self.cli.incidents()?.into_iter();
        let mut subjects: Vec<String> = incidents.map(|incident| incident.subject).collect();
        subjects.sort();
        Ok(subjects)
    }

    /// Whether these subjects, and no others, have an incident each.
    pub(super) fn check(&self, expected: &BTreeSet<String>) -> Result<()> {
        let found = self.found()?;
        ensure!(
            found.iter().eq(expected),
            "{}: expected {expected:?}, found {found:?}",
            self.server.name()
        );
        Ok(())
    }

    pub(super) fn check_soon(&self, expected: &BTreeSet<String>) -> Result<()> {
        let reached = until("the incidents", PATIENCE, || {
            self.found()
                .is_ok_and(|found| found.len() >= expected.len())
                .then_some(())
        });
        self.check(expected).and(reached)
    }
}
