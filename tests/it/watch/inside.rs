//! The watch as the agent runs it, with limits of the test's own, on a real server.

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use astray_tests::{Dovecot, Home, OWNER, Options, PASSWORD, Pki, Tls};
use casebook::{AccountId, Casebook, NewAccount, SignIn, WatchRow};
use mailbox::{Account, Host, Limits, Password, Security, UserName};
use message::Address;
use watch::{AccountState, AccountStatus, Inbox, Judging, Output, Watch, Whose};

/// A catch-up or a reconnection, on a slow machine that does other things.
const PATIENCE: Duration = Duration::from_secs(60);

const POLICY: &str =
    r#"{"protected_domains": ["army.mil"], "trusted_domains": [], "known_correspondents": []}"#;

/// A server and a watch on alice's mail there.
pub(super) struct Inside {
    pub(super) dovecot: Dovecot,
    account: AccountId,
    told: Receiver<Output>,
    watch: Option<Watch>,
    home: Home,
    pki: Pki,
}

/// A server with an account on it that is not watched yet.
pub(super) struct Ready(Inside);

impl Ready {
    pub(super) fn new(options: Options, also_watch: &[&str]) -> Result<Self> {
        let (pki, home) = (Pki::new()?, Home::new()?);
        home.write_policy(POLICY)?;
        let dovecot = Dovecot::start_with(&pki, options)?;
        let mut casebook = Casebook::open(&home.data_dir().join("casebook.db"))?;
        let account = NewAccount {
            address: Address::parse(OWNER)?,
            account: Account {
                host: Host::parse("127.0.0.1")?,
                port: dovecot.port(Tls::Implicit),
                security: Security::ImplicitTls,
                user: UserName::parse("alice")?,
                ca_path: Some(pki.ca_path()),
            },
            sign_in: SignIn::Password,
        };
        let account = casebook.add_account(&account, watch::now())?;
        let also_watch: Vec<String> = also_watch.iter().map(|&name| name.to_owned()).collect();
        casebook.also_watch(account, &also_watch)?;
        let (_, told) = mpsc::channel();
        Ok(Self(Inside {
            dovecot,
            account,
            told,
            watch: None,
            home,
            pki,
        }))
    }

    pub(super) const fn dovecot(&self) -> &Dovecot {
        &self.0.dovecot
    }

    /// Begins to watch, with a wait in IDLE of that length.
    pub(super) fn watch(mut self, idle_for: Duration) -> Result<Inside> {
        self.0.begin(idle_for)?;
        Ok(self.0)
    }
}

impl Inside {
    fn begin(&mut self, idle_for: Duration) -> Result<()> {
        let judging = Judging {
            policy_path: self.home.policy_path(),
            preferences_path: self.home.config_dir().join("preferences.json"),
        };
        let limits = Limits {
            idle_for,
            poll_every: idle_for,
            ..Limits::default()
        };
        let (tell, told) = mpsc::channel();
        self.told = told;
        let passwords = Arc::new(|_: &_, _| Ok(Password::new(PASSWORD.to_owned()).into()));
        // The test has ended where nobody listens.
        let out = move |output| drop(tell.send(output));
        let started = watch::start(self.casebook()?, Whose::All, judging, passwords, limits, out)?;
        self.watch = Some(started);
        Ok(())
    }

    /// Ends the watch and begins it again.
    pub(super) fn restart(&mut self, idle_for: Duration) -> Result<()> {
        self.watch = None;
        self.begin(idle_for)
    }

    /// Stops and starts the server with other options.
    pub(super) fn restart_server(&mut self, options: Options) -> Result<()> {
        self.dovecot.restart_with(&self.pki, options)
    }

    pub(super) fn inbox(&self) -> Result<&Inbox> {
        Ok(self.watch.as_ref().context("nothing is watched")?.inbox())
    }

    pub(super) const fn account(&self) -> AccountId {
        self.account
    }

    fn casebook(&self) -> Result<Casebook> {
        Ok(Casebook::open(&self.home.data_dir().join("casebook.db"))?)
    }

    /// Waits for something that the watch says, and gives what `find` makes of it.
    pub(super) fn told<T>(&self, what: &str, mut find: impl FnMut(Output) -> Option<T>) -> Result<T> {
        let started = Instant::now();
        while let Some(left) = PATIENCE.checked_sub(started.elapsed()) {
            let Ok(output) = self.told.recv_timeout(left) else {
                break;
            };
            if let Some(found) = find(output) {
                return Ok(found);
            }
        }
        bail!("waited in vain for {what}")
    }

    /// Waits until the account stands so.
    pub(super) fn until(&self, what: &str, mut is_so: impl FnMut(&AccountStatus) -> bool) -> Result<()> {
        self.told(what, |output| match output {
            Output::Status(status) => status.accounts.iter().any(&mut is_so).then_some(()),
            Output::Alerts(_)
            | Output::Recorded(_)
            | Output::DomainsTrouble(_)
            | Output::Settled(_)
            | Output::NotSaved(_)
            | Output::SignInNeeded(_) => None,
        })
    }

    pub(super) fn until_watching(&self) -> Result<()> {
        self.until("the catch-up", |account| account.state == AccountState::Watching)
    }

    /// Waits until there are as many incidents, and gives the subjects of all in alphabetical order.
    pub(super) fn incidents(&self, count: usize) -> Result<Vec<String>> {
        let casebook = self.casebook()?;
        let found = astray_tests::until("the incidents", PATIENCE, || {
            let found = casebook.history("", 10_000).ok()?;
            (found.len() >= count).then_some(found)
        })?;
        let mut subjects: Vec<String> = found.iter().map(|item| item.subject.shown()).collect();
        subjects.sort();
        Ok(subjects)
    }

    /// How the account's watch stands in the casebook.
    pub(super) fn note(&self) -> Result<WatchRow> {
        let notes = self.casebook()?.watch_notes()?;
        let mut ours = notes.into_iter().filter(|note| note.account.id == self.account);
        ours.next().context("the account is gone")
    }
}
