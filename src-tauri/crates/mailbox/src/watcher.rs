//! The thread that a connection is watched on: how it is started, what it reports, and how it is stopped.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::{self, Builder, JoinHandle},
};

use message::{SentMessage, Timestamp};

use crate::{
    Account, Cursor, Error, Host, Limits, MailboxName, Secret, Start, Uid,
    task::{Task, Until},
    wake::Wake,
};

/// How news comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The server tells at once (RFC 2177).
    Idle,
    /// The server is asked now and then.
    Polling,
}

/// What a watched mailbox reports.
#[derive(Debug)]
pub enum Event {
    /// Signed in, the mailbox is open, the reading begins. Said once.
    SignedIn {
        /// The mailbox for sent mail, or the first of those that were named.
        sent: MailboxName,
        /// How news will come.
        waiting: Waiting,
        /// Messages in it.
        exists: u32,
    },
    /// Messages, oldest first.
    Batch(Batch),
    /// Everything that is there was looked at. Said again after every look, at least every few minutes.
    CaughtUp,
    /// As [`Event::CaughtUp`], but one of several mailboxes cannot be opened: this one, for that reason.
    CaughtUpExcept(Error),
    /// The last word: why it ended, or none where it was told to.
    Ended(Option<Error>),
}

/// Messages that belong to one step of the cursor.
#[derive(Debug)]
pub struct Batch {
    /// The mailbox, by its name on the wire.
    pub mailbox: String,
    /// What its server knows it by, whatever its name (RFC 8474); none where it does not tell.
    pub id: Option<String>,
    /// Whether it is the mailbox for sent mail.
    pub is_sent: bool,
    /// Where to go on when these are recorded.
    pub cursor: Cursor,
    /// The messages by rising UID. Those that vanished before they were read are missing; the first ones of a session may have
    /// been read before.
    pub messages: Vec<Fetched>,
    /// How many messages came and were gone since the last look, before they could be read.
    pub vanished: u32,
}

/// One message as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Its UID.
    pub uid: Uid,
    /// When the server took it (INTERNALDATE).
    pub received_at: Option<Timestamp>,
    /// What it says.
    pub message: SentMessage,
}

/// A watched mailbox. Dropped, it is stopped and waited for, which takes well under a second.
#[derive(Debug)]
pub struct Handle {
    wake: Option<Arc<Wake>>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Stops the session wherever it is, and waits for its last word.
    pub fn stop(self) {
        drop(self);
    }

    /// Has it look at once instead of waiting for news. While it is looking, it looks once more afterwards.
    pub fn check_now(&self) {
        if let Some(wake) = &self.wake {
            wake.check();
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Some(wake) = &self.wake {
            wake.stop();
        }
        // A thread that drops its own handle, in its `out`, cannot wait for itself.
        if let Some(thread) = self
            .thread
            .take()
            .filter(|thread| thread.thread().id() != thread::current().id())
        {
            let _panicked = thread.join();
        }
    }
}

/// Starts watching on a thread of its own. `out` is called there; where it returns false, the session ends. The last call is
/// always [`Event::Ended`], also after a panic.
pub fn spawn(
    account: Account,
    secret: Secret,
    start: Start,
    limits: Limits,
    out: impl FnMut(Event) -> bool + Send + 'static,
) -> Handle {
    let out = Arc::new(Mutex::new(out));
    let started = Wake::new().and_then(|wake| {
        let wake = Arc::new(wake);
        let (out, ring) = (out.clone(), wake.clone());
        let thread = Builder::new()
            .name("mailbox".into())
            .stack_size(STACK)
            .spawn(move || {
                let mut out = out.lock().unwrap_or_else(PoisonError::into_inner);
                let task = Task {
                    account: &account,
                    secret: &secret,
                    limits: &limits,
                    wake: &ring,
                };
                let ended = task.run(Until::Stopped, start, &mut *out);
                out(Event::Ended(ended.err()));
            })?;
        Ok((wake, thread))
    });
    match started {
        Ok((wake, thread)) => Handle {
            wake: Some(wake),
            thread: Some(thread),
        },
        Err(error) => {
            let mut out = out.lock().unwrap_or_else(PoisonError::into_inner);
            out(Event::Ended(Some(Error::NoResources(error))));
            Handle {
                wake: None,
                thread: None,
            }
        }
    }
}

/// Connects, reads all that is there, and leaves. `out` gets every event but the last word, which is what this returns.
///
/// # Errors
/// Why it ended before all was read. `out` returning false is no error.
pub fn catch_up_once(
    account: &Account,
    secret: &Secret,
    start: Start,
    limits: &Limits,
    mut out: impl FnMut(Event) -> bool + Send,
) -> Result<(), Error> {
    on_own_thread(&account.host, |wake| {
        let task = Task {
            account,
            secret,
            limits,
            wake,
        };
        task.run(Until::CaughtUp, start, &mut out)
    })
}

/// Runs on a thread whose stack holds the deepest answer that passes the bounds, and survives a panic there.
pub(crate) fn on_own_thread<T: Send>(
    host: &Host,
    run: impl FnOnce(&Arc<Wake>) -> Result<T, Error> + Send,
) -> Result<T, Error> {
    let wake = Arc::new(Wake::new().map_err(Error::NoResources)?);
    thread::scope(|scope| {
        let builder = Builder::new().name("mailbox".into()).stack_size(STACK);
        let thread = builder
            .spawn_scoped(scope, || run(&wake))
            .map_err(Error::NoResources)?;
        thread
            .join()
            .unwrap_or_else(|_| Err(Error::SessionCrashed { host: host.clone() }))
    })
}

/// Stack of a session's thread: brackets 32 deep need a small part of it.
const STACK: usize = 16 * 1024 * 1024;
