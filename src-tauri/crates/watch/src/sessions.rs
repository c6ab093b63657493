//! The connections: one a mailbox, started when its password is there, started again when it ended.

use std::{
    collections::BTreeMap,
    sync::mpsc::SyncSender,
    thread,
    time::{Duration, Instant},
};

use casebook::{AccountId, AccountRow};
use mailbox::{Cursor, Fetched, Handle, Limits, NextMove, Password, Start};

use crate::{AccountState, Input, PasswordProblem, Passwords, Trouble, backoff::Backoff};

/// One account's connection.
pub(crate) struct Session {
    pub(crate) row: AccountRow,
    pub(crate) state: AccountState,
    pub(crate) trouble: Option<Trouble>,
    /// Read, not judged: see [`crate::run`] on why a first catch-up is judged as a whole.
    pub(crate) pending: Vec<Fetched>,
    pub(crate) cursor: Option<(String, Cursor)>,
    /// Messages that came and were gone before they could be read.
    pub(crate) vanished: u32,
    number: u64,
    handle: Option<Handle>,
    backoff: Backoff,
    retry_at: Option<Instant>,
}

/// All connections.
pub(crate) struct Sessions {
    pub(crate) by_account: BTreeMap<AccountId, Session>,
    held: BTreeMap<AccountId, Password>,
    passwords: Passwords,
    limits: Limits,
    sender: SyncSender<Input>,
    last_number: u64,
}

impl Sessions {
    pub(crate) fn new(passwords: Passwords, limits: Limits, sender: SyncSender<Input>) -> Self {
        Self {
            by_account: BTreeMap::new(),
            held: BTreeMap::new(),
            passwords,
            limits,
            sender,
            last_number: 0,
        }
    }

    /// Takes over the accounts as the casebook has them: new and changed ones are connected anew, gone ones end.
    pub(crate) fn adopt(&mut self, rows: Vec<AccountRow>) {
        let gone: Vec<AccountId> = self
            .by_account
            .keys()
            .filter(|id| !rows.iter().any(|row| row.id == **id))
            .copied()
            .collect();
        for id in gone {
            if let Some(session) = self.by_account.remove(&id) {
                end(session.handle);
            }
            self.held.remove(&id);
        }
        for row in rows {
            let id = row.id;
            if let Some(session) = self.by_account.get_mut(&id) {
                end(session.handle.take());
                session.row = row;
                session.backoff.reset();
            } else {
                self.by_account.insert(id, Session::new(row));
            }
            self.connect(id);
        }
    }

    /// Keeps a password for this run and connects with it.
    pub(crate) fn hold(&mut self, id: AccountId, password: Password) {
        self.held.insert(id, password);
        self.connect(id);
    }

    /// Begins a new connection: the password is asked for on a thread of its own, since a keyring may not answer.
    pub(crate) fn connect(&mut self, id: AccountId) {
        let Some(session) = self.by_account.get_mut(&id) else {
            return;
        };
        self.last_number = self.last_number.saturating_add(1);
        let number = self.last_number;
        end(session.handle.take());
        session.number = number;
        session.state = AccountState::Connecting;
        session.retry_at = None;
        session.pending.clear();
        session.cursor = None;
        session.vanished = 0;
        if let Some(password) = self.held.get(&id) {
            let found = Ok(password.clone());
            self.answer(Input::Password {
                account: id,
                session: number,
                found,
            });
            return;
        }
        let (passwords, row, sender) = (self.passwords.clone(), session.row.clone(), self.sender.clone());
        let asked = thread::Builder::new().name("password".into()).spawn(move || {
            let found = passwords(&row);
            let _ended = sender.send(Input::Password {
                account: id,
                session: number,
                found,
            });
        });
        if let Err(error) = asked {
            tracing::error!("no thread for the password: {error}");
            session.retry_at = Some(later(Duration::from_secs(60)));
        }
    }

    /// Puts an input behind those that wait, without waiting for room: this thread is the one that makes room.
    fn answer(&self, input: Input) {
        let sender = self.sender.clone();
        let sent = thread::Builder::new()
            .name("inbox".into())
            .spawn(move || sender.send(input));
        if let Err(error) = sent {
            tracing::error!("no thread for an input: {error}");
        }
    }

    /// The password is there, or not.
    pub(crate) fn signed(
        &mut self,
        id: AccountId,
        number: u64,
        found: Result<Password, PasswordProblem>,
        start: Start,
    ) {
        let (sender, limits) = (self.sender.clone(), self.limits.clone());
        let Some(session) = self.current(id, number) else {
            return;
        };
        match found {
            Ok(password) => {
                let report = move |event| {
                    sender
                        .send(Input::Mailbox {
                            account: id,
                            session: number,
                            event,
                        })
                        .is_ok()
                };
                session.handle = Some(mailbox::spawn(
                    session.row.account.clone(),
                    password,
                    start,
                    limits,
                    report,
                ));
            }
            Err(PasswordProblem(trouble)) => session.fail(trouble, NextMove::AskUser, Duration::ZERO),
        }
    }

    /// The session that a report belongs to; none for a late word of a closed one.
    pub(crate) fn current(&mut self, id: AccountId, number: u64) -> Option<&mut Session> {
        self.by_account
            .get_mut(&id)
            .filter(|session| session.number == number)
    }

    /// Looks at every mailbox at once; one that failed is tried now.
    pub(crate) fn check_now(&mut self) {
        let ids: Vec<AccountId> = self.by_account.keys().copied().collect();
        for id in ids {
            match self
                .by_account
                .get(&id)
                .map(|session| (&session.handle, session.state))
            {
                Some((Some(handle), AccountState::Watching)) => handle.check_now(),
                Some((Some(_), AccountState::Connecting)) | None => {}
                Some((None, _) | (Some(_), AccountState::Trouble)) => self.connect(id),
            }
        }
    }

    /// Connects those whose wait is over.
    pub(crate) fn retry(&mut self, now: Instant) {
        let due = |session: &Session| session.retry_at.is_some_and(|at| at <= now);
        let ids: Vec<AccountId> = self
            .by_account
            .iter()
            .filter(|(_, session)| due(session))
            .map(|(id, _)| *id)
            .collect();
        for id in ids {
            self.connect(id);
        }
    }

    /// When the next wait is over.
    pub(crate) fn next_retry(&self) -> Option<Instant> {
        self.by_account
            .values()
            .filter_map(|session| session.retry_at)
            .min()
    }

    /// Ends all connections; their accounts stay.
    pub(crate) fn pause(&mut self) {
        for session in self.by_account.values_mut() {
            end(session.handle.take());
            session.retry_at = None;
            // A report of the ended connection is nobody's any more.
            session.number = 0;
        }
    }

    /// Connects all anew, as after a pause or a sleep.
    pub(crate) fn reconnect(&mut self) {
        let ids: Vec<AccountId> = self.by_account.keys().copied().collect();
        for id in ids {
            self.connect(id);
        }
    }
}

impl Session {
    const fn new(row: AccountRow) -> Self {
        Self {
            row,
            state: AccountState::Connecting,
            trouble: None,
            pending: Vec::new(),
            cursor: None,
            vanished: 0,
            number: 0,
            handle: None,
            backoff: Backoff::new(),
            retry_at: None,
        }
    }

    /// The connection answered: an earlier trouble is over.
    pub(crate) fn well(&mut self, state: AccountState) {
        self.state = state;
        self.trouble = None;
        if state == AccountState::Watching {
            self.backoff.reset();
        }
    }

    /// The connection ended, and is not tried again before `wait` is over. One that had been watching is redone quietly: only what
    /// lasts is worth a word.
    pub(crate) fn fail(&mut self, trouble: Trouble, next: NextMove, wait: Duration) {
        end(self.handle.take());
        let quietly = self.state == AccountState::Watching && next == NextMove::Retry;
        self.state = if quietly {
            AccountState::Connecting
        } else {
            AccountState::Trouble
        };
        self.trouble = (!quietly).then_some(trouble);
        self.retry_at = Some(later(self.backoff.after(next).max(wait)));
    }
}

fn later(wait: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(wait).unwrap_or(now)
}

/// Ends a connection without waiting for it: it may be waiting for room in the very inbox that this thread empties.
fn end(handle: Option<Handle>) {
    if let Some(handle) = handle {
        let ended = thread::Builder::new()
            .name("mailbox-end".into())
            .spawn(move || handle.stop());
        if let Err(error) = ended {
            tracing::error!("no thread to end a connection on: {error}");
        }
    }
}
