//! The connections: for each account one to the mailbox for sent mail, and one beside it where more mailboxes are watched. They are
//! started when the password is there, and started again when they ended.
//!
//! The second connection is begun only beside a first one that is caught up. So one sign-in of an account is tried at a time, and
//! what the user writes comes before what others write.

use std::{
    collections::BTreeMap,
    io,
    sync::mpsc::SyncSender,
    thread,
    time::{Duration, Instant},
};

use casebook::{AccountId, AccountRow, SignIn};
use mailbox::{Known, Limits, Password, Secret, Start, Watched};

use crate::{
    AccountState, Attempt, Input, SecretProblem, Secrets,
    session::{Link, Part, Session, end, later},
    standing::links,
};

/// All connections.
pub(crate) struct Sessions {
    pub(crate) by_link: BTreeMap<Link, Session>,
    held: BTreeMap<AccountId, Password>,
    secrets: Secrets,
    limits: Limits,
    sender: SyncSender<Input>,
    last_number: u64,
}

impl Sessions {
    pub(crate) fn new(secrets: Secrets, limits: Limits, sender: SyncSender<Input>) -> Self {
        Self {
            by_link: BTreeMap::new(),
            held: BTreeMap::new(),
            secrets,
            limits,
            sender,
            last_number: 0,
        }
    }

    /// Takes over the accounts as the casebook has them: new and changed ones are connected anew, gone ones end.
    pub(crate) fn adopt(&mut self, rows: Vec<AccountRow>) {
        let is_wanted = |link: &Link| {
            let row = rows.iter().find(|row| row.id == link.account);
            row.is_some_and(|row| link.part == Part::Sent || !row.also_watch.is_empty())
        };
        let gone: Vec<Link> = self
            .by_link
            .keys()
            .filter(|link| !is_wanted(link))
            .copied()
            .collect();
        for link in gone {
            if let Some(session) = self.by_link.remove(&link) {
                end(session.handle);
            }
        }
        self.held.retain(|id, _| rows.iter().any(|row| row.id == *id));
        for row in rows {
            let sent = Link::sent(row.id);
            if !row.also_watch.is_empty() {
                self.take_over(Link::further(row.id), row.clone());
            }
            self.take_over(sent, row);
            self.connect(sent);
        }
    }

    fn take_over(&mut self, link: Link, row: AccountRow) {
        let session = self
            .by_link
            .entry(link)
            .or_insert_with(|| Session::new(row.clone()));
        session.rest();
        session.row = row;
        session.state = AccountState::Connecting;
        session.must_sign_in = false;
        session.backoff.reset();
    }

    /// Keeps a password for this run and connects with it.
    pub(crate) fn hold(&mut self, account: AccountId, password: Password) {
        self.held.insert(account, password);
        self.connect(Link::sent(account));
    }

    /// The mailbox for sent mail was caught up with: now the others' turn has come, where there are any.
    pub(crate) fn caught_up(&mut self, account: AccountId) {
        let link = Link::further(account);
        if self.by_link.get(&link).is_some_and(Session::is_resting) {
            self.connect(link);
        }
    }

    /// Begins a new connection.
    fn connect(&mut self, link: Link) {
        self.attempt(link, Attempt::First);
    }

    /// Begins a connection: the secret is asked for on a thread of its own, since neither a keyring nor a provider may answer.
    pub(crate) fn attempt(&mut self, link: Link, attempt: Attempt) {
        let account = link.account;
        match link.part {
            Part::Sent => {
                if let Some(further) = self.by_link.get_mut(&Link::further(account)) {
                    further.rest();
                    further.state = AccountState::Connecting;
                }
            }
            Part::Further if !self.is_watching(account) => {
                if let Some(session) = self.by_link.get_mut(&link) {
                    session.rest();
                }
                return;
            }
            Part::Further => {}
        }
        let Some(session) = self.by_link.get_mut(&link) else {
            return;
        };
        self.last_number = self.last_number.saturating_add(1);
        let number = self.last_number;
        session.rest();
        session.number = number;
        session.attempt = attempt;
        session.state = AccountState::Connecting;
        let input = move |found| Input::Secret {
            account,
            session: number,
            found,
        };
        let held = self.held.get(&account).cloned();
        let asked = match held.filter(|_| session.row.sign_in == SignIn::Password) {
            Some(password) => ask(self.sender.clone(), move || input(Ok(password.into()))),
            None => {
                let (secrets, row) = (self.secrets.clone(), session.row.clone());
                ask(self.sender.clone(), move || input(secrets(&row, attempt)))
            }
        };
        if let Err(error) = asked {
            tracing::error!("no thread to find a secret on: {error}");
            session.retry_at = Some(later(Duration::from_secs(60)));
        }
    }

    fn is_watching(&self, account: AccountId) -> bool {
        let sent = self.by_link.get(&Link::sent(account));
        sent.is_some_and(|session| session.state == AccountState::Watching)
    }

    /// The secret is there, or not.
    pub(crate) fn signed(
        &mut self,
        account: AccountId,
        number: u64,
        found: Result<Secret, SecretProblem>,
        known: Vec<Known>,
    ) {
        let (sender, limits) = (self.sender.clone(), self.limits.clone());
        let Some((link, session)) = self.current(account, number) else {
            return;
        };
        match found {
            Ok(secret) => {
                let report = move |event| {
                    sender
                        .send(Input::Mailbox {
                            account,
                            session: number,
                            event,
                        })
                        .is_ok()
                };
                let watched = match link.part {
                    Part::Sent => Watched::Sent,
                    Part::Further => Watched::Named(session.row.also_watch.clone()),
                };
                session.handle = Some(mailbox::spawn(
                    session.row.account.clone(),
                    secret,
                    Start { known, watched },
                    limits,
                    report,
                ));
            }
            Err(problem) => {
                session.fail(problem.trouble, problem.next, Duration::ZERO);
                session.must_sign_in = problem.must_sign_in;
            }
        }
    }

    /// The session that a report belongs to; none for a late word of a closed one.
    pub(crate) fn current(&mut self, account: AccountId, number: u64) -> Option<(Link, &mut Session)> {
        let mut sessions = self.by_link.iter_mut();
        let (link, session) =
            sessions.find(|(link, session)| link.account == account && session.number == number)?;
        Some((*link, session))
    }

    /// The session of a connection.
    pub(crate) fn of(&mut self, link: Link) -> Option<&mut Session> {
        self.by_link.get_mut(&link)
    }

    /// Looks at every mailbox at once; one that failed is tried now.
    pub(crate) fn check_now(&mut self) {
        for link in self.links() {
            match self
                .by_link
                .get(&link)
                .map(|session| (&session.handle, session.state))
            {
                Some((Some(handle), AccountState::Watching)) => handle.check_now(),
                Some((Some(_), AccountState::Connecting)) | None => {}
                Some((None, _) | (Some(_), AccountState::Trouble)) => self.connect(link),
            }
        }
    }

    /// Connects those whose wait is over.
    pub(crate) fn retry(&mut self, now: Instant) {
        let due = |session: &Session| session.retry_at.is_some_and(|at| at <= now);
        let links: Vec<Link> = self
            .by_link
            .iter()
            .filter(|(_, session)| due(session))
            .map(|(link, _)| *link)
            .collect();
        for link in links {
            self.connect(link);
        }
    }

    /// When the next wait is over.
    pub(crate) fn next_retry(&self) -> Option<Instant> {
        self.by_link.values().filter_map(|session| session.retry_at).min()
    }

    /// Ends all connections; their accounts stay.
    pub(crate) fn pause(&mut self) {
        for session in self.by_link.values_mut() {
            session.rest();
        }
    }

    /// Connects all anew, as after a pause or a sleep: what failed before says nothing of now.
    pub(crate) fn reconnect(&mut self) {
        let accounts: Vec<AccountId> = self.rows().map(|row| row.id).collect();
        for account in accounts {
            for link in links(account) {
                if let Some(session) = self.by_link.get_mut(&link) {
                    session.backoff.reset();
                }
            }
            self.connect(Link::sent(account));
        }
    }
}

/// Finds an input out on a thread of its own and puts it behind those that wait: a keyring may not answer, and the thread that asks
/// is the one that makes room.
fn ask(sender: SyncSender<Input>, find: impl FnOnce() -> Input + Send + 'static) -> io::Result<()> {
    let asking = thread::Builder::new().name("secret".into());
    asking.spawn(move || drop(sender.send(find()))).map(drop)
}
