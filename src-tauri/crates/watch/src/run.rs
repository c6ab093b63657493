//! The loop: one thread that owns the casebook, and through which everything passes.
//!
//! ```text
//! mailbox threads ─▶ Input ─▶ judge ─▶ casebook (one transaction) ─▶ Output ─▶ who shows it
//! ```
//!
//! A catch-up is judged when it is complete, or after 20,000 messages: whom a user writes to is known from all of them, and the
//! oldest would otherwise be judged knowing nothing. Until then nothing is recorded, so a break only repeats the reading.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, sync_channel},
    thread::{Builder, JoinHandle},
    time::{Duration, Instant},
};

use casebook::{AccountId, Casebook};
use mailbox::{Limits, Secret};
use message::Timestamp;

use crate::{
    Inbox, Input, Judging, Output, SecretProblem, Secrets, WatchStatus, Words,
    clock::{SleepWatch, now},
    judging::Knowledge,
    looking::{Looks, PAUSE},
    retention::Retention,
    sessions::Sessions,
};

/// Inputs that may wait; a mailbox that reads faster than the casebook records waits for room.
const WAITING: usize = 8;

/// How often the watch looks whether the computer slept.
const TICK: Duration = Duration::from_secs(5);

/// The running watch. Dropped, it ends within a second.
#[derive(Debug)]
pub struct Watch {
    inbox: Inbox,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Where to tell it something.
    pub const fn inbox(&self) -> &Inbox {
        &self.inbox
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ended = self.inbox.send(Input::Stop);
        if let Some(thread) = self.thread.take() {
            let _panicked = thread.join();
        }
    }
}

/// Which of the casebook's accounts are watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Every one, and those that are added later.
    All,
    /// This one alone.
    Only(AccountId),
}

/// Starts the watch over accounts of the casebook. `out` is called on the watch's own thread and must not block for long.
///
/// # Errors
/// Where the system gives no thread.
pub fn start(
    casebook: Casebook,
    whose: Whose,
    judging: Judging,
    secrets: Secrets,
    limits: Limits,
    out: impl FnMut(Output) + Send + 'static,
) -> std::io::Result<Watch> {
    start_with_words(Words::plain(), (casebook, whose), judging, secrets, limits, out)
}

/// Starts the watch as [`start`] does; what hinders an account is said in these words.
///
/// # Errors
/// Where the system gives no thread.
pub fn start_with_words(
    words: Words,
    (casebook, whose): (Casebook, Whose),
    judging: Judging,
    secrets: Secrets,
    limits: Limits,
    out: impl FnMut(Output) + Send + 'static,
) -> std::io::Result<Watch> {
    let (sender, receiver) = sync_channel(WAITING);
    let sessions = Sessions::new(secrets, limits, sender.clone());
    let thread = Builder::new().name("watch".into()).spawn(move || {
        Running::new((casebook, whose), words, judging, sessions, out).run(&receiver);
    })?;
    Ok(Watch {
        inbox: Inbox(sender),
        thread: Some(thread),
    })
}

pub(crate) struct Running<F> {
    pub(crate) casebook: Casebook,
    whose: Whose,
    pub(crate) words: Words,
    judging: Judging,
    pub(crate) knowledge: Knowledge,
    pub(crate) sessions: Sessions,
    sleep: SleepWatch,
    pub(crate) paused_until: Option<Timestamp>,
    retention: Retention,
    pub(crate) last_checked_at: Option<Timestamp>,
    pub(crate) looks: Looks,
    pub(crate) said: Option<WatchStatus>,
    pub(crate) is_unsaved: bool,
    pub(crate) out: F,
}

impl<F: FnMut(Output)> Running<F> {
    pub(crate) fn new(
        (casebook, whose): (Casebook, Whose),
        words: Words,
        judging: Judging,
        sessions: Sessions,
        out: F,
    ) -> Self {
        let (knowledge, _) = Knowledge::read(&judging, words, Vec::new(), Vec::new());
        Self {
            casebook,
            whose,
            words,
            judging,
            knowledge,
            sessions,
            sleep: SleepWatch::new(),
            paused_until: None,
            retention: Retention::default(),
            last_checked_at: None,
            looks: Looks::default(),
            said: None,
            is_unsaved: false,
            out,
        }
    }

    fn run(mut self, receiver: &Receiver<Input>) {
        self.accounts_changed();
        self.alerts();
        loop {
            let kept = self.retention.keep(&mut self.casebook, &self.judging, now());
            self.saved(kept);
            self.say_status();
            let input = match receiver.recv_timeout(self.until_next()) {
                Ok(Input::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(input) => Some(input),
                Err(RecvTimeoutError::Timeout) => None,
            };
            if self.sleep.slept() {
                self.link_changed();
            }
            if let Some(input) = input {
                self.take(input);
            }
            if self.paused_until.is_some_and(|until| until <= now()) {
                self.resume();
            }
            self.sessions.retry(Instant::now());
            self.note_looks(PAUSE);
        }
    }

    fn until_next(&self) -> Duration {
        let retry = self
            .sessions
            .next_retry()
            .map(|at| at.saturating_duration_since(Instant::now()));
        [retry, self.looks.next_note()]
            .into_iter()
            .flatten()
            .fold(TICK, Duration::min)
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Mailbox {
                account,
                session,
                event,
            } => self.reported(account, session, event),
            Input::Secret {
                account,
                session,
                found,
            } => self.found(account, session, found),
            Input::HoldPassword(account, password) => {
                let forgotten = self.casebook.forget_refused_sign_ins(account);
                self.saved(forgotten);
                self.sessions.hold(account, password);
            }
            Input::AlertsTaken(incidents) => {
                let marked = self.casebook.mark_told(&incidents, now());
                self.saved(marked);
            }
            Input::AlertsPassedOver(incidents) => {
                let passed = self.casebook.pass_over(&incidents, now());
                self.saved(passed);
            }
            Input::AlertsWanted => self.alerts(),
            Input::ItsRight(incident) => self.its_right(incident),
            Input::CheckNow => self.check_now(),
            Input::LinkChanged => {
                // What the clock has to say of it is said.
                self.sleep.slept();
                self.link_changed();
            }
            Input::AccountsChanged => self.accounts_changed(),
            Input::DomainsChanged => self.read_domains(),
            Input::Decided(on_screen) => self.settled(&on_screen),
            Input::Pause(until) => {
                self.pause(until);
            }
            Input::Resume => self.resume(),
            Input::Stop => {}
        }
    }

    fn link_changed(&mut self) {
        if self.paused_until.is_none() {
            tracing::info!("the computer slept, or its network is another: connecting anew");
            self.sessions.reconnect();
        }
    }

    fn found(&mut self, account: AccountId, session: u64, found: Result<Secret, SecretProblem>) {
        let row = self.sessions.rows().find(|row| row.id == account);
        let Some(may) = row.map(|row| self.may_sign_in(row)) else {
            return;
        };
        let found = found.and_then(|secret| may.map(|()| secret));
        let known = self.casebook.cursors(account).unwrap_or_default();
        self.sessions.signed(account, session, found, known);
        self.note(account);
    }

    fn check_now(&mut self) {
        self.read_domains();
        if self.paused_until.is_some() {
            self.resume();
        } else {
            self.sessions.check_now();
        }
    }

    /// Stops watching. What was read so far is recorded first, so that a first look which is broken off goes on from there.
    fn pause(&mut self, until: Timestamp) {
        for link in self.sessions.links() {
            self.record(link);
        }
        self.note_looks(Duration::ZERO);
        self.paused_until = Some(until);
        self.sessions.pause();
    }

    fn resume(&mut self) {
        if self.paused_until.take().is_some() {
            self.sessions.reconnect();
        }
    }

    fn accounts_changed(&mut self) {
        match self.casebook.accounts() {
            Ok(mut rows) => {
                if let Whose::Only(account) = self.whose {
                    rows.retain(|row| row.id == account);
                }
                self.sessions.adopt(rows);
                self.read_domains();
            }
            Err(error) => self.not_saved(&error),
        }
    }

    fn read_domains(&mut self) {
        let own = self
            .sessions
            .rows()
            .map(|row| row.address.domain().clone())
            .collect();
        let learned = self.casebook.correspondents().unwrap_or_default();
        let (knowledge, trouble) = Knowledge::read(&self.judging, self.words, own, learned);
        self.knowledge = knowledge;
        (self.out)(Output::DomainsTrouble(trouble));
    }
}
