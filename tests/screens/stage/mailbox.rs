//! Mailbox: a real one on a mail server of the stage's own, which the agent watches.

use anyhow::{Context, Result};
use astray_tests::{
    Cli, Desktop, Dovecot, IdentityProvider, Letter, OWNER, Options, PASSWORD, PROVIDER, Pki, Tls,
};
use casebook::{Casebook, WelcomeStep};

use super::{mail, stalled::Stalled};
use crate::past::{
    self, NO,
    Past::{Asked, Confirmed, Harmless, Reported},
};

/// A browser without a window, which goes where the pages send it.
const BROWSER: &str = "curl --silent --location --output /dev/null";

/// Messages of a first look that takes long.
const MUCH: i64 = 3_000;
/// Octets after which it stalls: more than half of their header fields.
const HALF: usize = 1_000_000;

/// A mailbox, and all that serves it.
pub(super) struct Mailbox {
    port: u16,
    dovecot: Dovecot,
    _stalled: Option<Stalled>,
    _provider: Option<IdentityProvider>,
    pki: Pki,
}

impl Mailbox {
    /// One from which nothing went astray, looked through.
    pub(super) fn calm(desktop: &Desktop) -> Result<Self> {
        let mailbox = Self::with(&mail::calm())?;
        mailbox.add(desktop, mailbox.port)?;
        Ok(mailbox)
    }

    /// One with a year's mail, looked through; its incidents stand at the letters that are written in them.
    pub(super) fn of_a_year(desktop: &Desktop) -> Result<Self> {
        let mailbox = Self::with(&mail::year())?;
        let mut alice = mailbox.dovecot.client("alice")?;
        alice.append_octets("Sent", &mail::with_attachments())?;
        alice.append_octets("INBOX", &mail::answer())?;
        mailbox.add(desktop, mailbox.port)?;
        Cli::new(desktop.env()).done(&["watch", "--once"], "")?;
        let pasts: [(i64, &[past::Past]); 4] = [
            (5, &[Confirmed, NO, Harmless]),
            (5, &[Confirmed, NO, Harmless, Asked]),
            (5, &[Confirmed, NO, Harmless, Asked, Reported]),
            (5, &[Confirmed, NO]),
        ];
        past::put(&mut casebook(desktop)?, &pasts)?;
        Ok(mailbox)
    }

    /// One that is looked through for the first time, and stalls in the middle of it.
    pub(super) fn looked_through(desktop: &Desktop) -> Result<Self> {
        let mailbox = Self::with(&mail::much(MUCH))?;
        let stalled = Stalled::to(mailbox.port, HALF)?;
        mailbox.add(desktop, stalled.port)?;
        mailbox.is_in_welcome(desktop)?;
        Ok(Self {
            _stalled: Some(stalled),
            ..mailbox
        })
    }

    /// One that the user has just added, of which nothing is seen: its server is gone.
    pub(super) fn unreached(desktop: &Desktop) -> Result<Self> {
        let mut mailbox = Self::with(&[])?;
        mailbox.add(desktop, mailbox.port)?;
        mailbox.is_in_welcome(desktop)?;
        mailbox.goes()?;
        Ok(mailbox)
    }

    /// One whose user signed in on a provider's page, and has withdrawn that.
    pub(super) fn withdrawn(desktop: &Desktop) -> Result<Self> {
        let provider = IdentityProvider::start()?;
        desktop.home.write_policy(&provider.policy().to_string())?;
        let pki = Pki::new()?;
        let options = Options {
            introspection_port: Some(provider.port()),
            ..Options::default()
        };
        let dovecot = Dovecot::start_with(&pki, options)?;
        let mailbox = Self {
            port: dovecot.port(Tls::Implicit),
            dovecot,
            _stalled: None,
            _provider: None,
            pki,
        };
        let cli = Cli::new(desktop.env().with("BROWSER", BROWSER));
        let account = mailbox.account("localhost", mailbox.port)?;
        let mut arguments: Vec<&str> = account.iter().map(String::as_str).collect();
        arguments.extend(["--sign-in", PROVIDER]);
        cli.done(&arguments, "")?;
        provider.withdraw_all();
        Ok(Self {
            _provider: Some(provider),
            ..mailbox
        })
    }

    fn with(letters: &[Letter]) -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        dovecot.client("alice")?.append_all("Sent", letters)?;
        Ok(Self {
            port: dovecot.port(Tls::Implicit),
            dovecot,
            _stalled: None,
            _provider: None,
            pki,
        })
    }

    fn add(&self, desktop: &Desktop, port: u16) -> Result<()> {
        let account = self.account("127.0.0.1", port)?;
        let arguments: Vec<&str> = account.iter().map(String::as_str).collect();
        Cli::new(desktop.env())
            .done(&arguments, &format!("{PASSWORD}\n"))
            .map(drop)
    }

    fn account(&self, host: &str, port: u16) -> Result<Vec<String>> {
        let ca_path = self.pki.ca_path();
        let ca_path = ca_path.to_str().context("the path is no text")?;
        let port = port.to_string();
        let arguments = [
            "account",
            "add",
            "--address",
            OWNER,
            "--host",
            host,
            "--port",
            &port,
            "--tls",
            "implicit",
            "--user",
            "alice",
            "--ca-file",
            ca_path,
        ];
        Ok(arguments.map(str::to_owned).into())
    }

    /// From now on the server refuses the password that Astray has.
    pub(super) fn refuses(&self) -> Result<()> {
        self.dovecot.set_password("another")
    }

    /// The server ends.
    pub(super) fn goes(&mut self) -> Result<()> {
        self.dovecot.stop()
    }

    /// The user is in the welcome, where the mailbox is looked through.
    pub(super) fn is_in_welcome(&self, desktop: &Desktop) -> Result<()> {
        Ok(casebook(desktop)?.put_welcome(WelcomeStep::Look)?)
    }

    /// What rows write into the form of an account.
    pub(super) fn words(&self) -> Vec<(&'static str, String)> {
        vec![
            ("{port}", self.port.to_string()),
            ("{ca}", self.pki.ca_path().display().to_string()),
        ]
    }
}

fn casebook(desktop: &Desktop) -> Result<Casebook> {
    Ok(Casebook::open(
        &desktop.home.data_dir().join("astray/casebook.db"),
    )?)
}
