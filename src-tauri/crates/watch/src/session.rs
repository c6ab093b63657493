//! One connection of an account as the watch sees it: how it stands, what it has read, and when it is tried again.

use std::{
    thread,
    time::{Duration, Instant},
};

use casebook::{AccountId, AccountRow};
use mailbox::{Batch, Cursor, Fetched, Handle, NextMove};
use message::Defect;

use crate::{AccountState, Attempt, Trouble, backoff::Backoff};

/// One of the two connections that an account has at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    pub(crate) account: AccountId,
    pub(crate) part: Part,
}

impl Link {
    pub(crate) const fn sent(account: AccountId) -> Self {
        Self {
            account,
            part: Part::Sent,
        }
    }

    pub(crate) const fn further(account: AccountId) -> Self {
        Self {
            account,
            part: Part::Further,
        }
    }
}

/// What a connection looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The mailbox for sent mail.
    Sent,
    /// All mailboxes that are watched beside it.
    Further,
}

/// What was read of one mailbox and is not recorded yet.
pub(crate) struct Read {
    pub(crate) mailbox: String,
    pub(crate) id: Option<String>,
    pub(crate) is_sent: bool,
    pub(crate) cursor: Cursor,
    pub(crate) messages: Vec<Fetched>,
    /// Messages that came and were gone before they could be read.
    pub(crate) vanished: u32,
}

/// One connection.
pub(crate) struct Session {
    pub(crate) row: AccountRow,
    pub(crate) state: AccountState,
    pub(crate) trouble: Option<Trouble>,
    /// See [`crate::run`] on why a first catch-up is judged as a whole.
    pub(crate) read: Option<Read>,
    /// Tells a late word of a closed connection from the running one's; 0 where none is running.
    pub(crate) number: u64,
    pub(crate) handle: Option<Handle>,
    pub(crate) backoff: Backoff,
    pub(crate) retry_at: Option<Instant>,
    /// Which attempt the running connection is.
    pub(crate) attempt: Attempt,
    /// Whether nothing helps but that the user signs in again on the provider's page.
    pub(crate) must_sign_in: bool,
}

impl Session {
    pub(crate) const fn new(row: AccountRow) -> Self {
        Self {
            row,
            state: AccountState::Connecting,
            trouble: None,
            read: None,
            number: 0,
            handle: None,
            backoff: Backoff::new(),
            retry_at: None,
            attempt: Attempt::First,
            must_sign_in: false,
        }
    }

    /// The connection answered: an earlier trouble is over.
    pub(crate) fn well(&mut self, state: AccountState) {
        self.state = state;
        self.trouble = None;
        self.must_sign_in = false;
        if state == AccountState::Watching {
            self.backoff.reset();
        }
    }

    /// The connection stands, but something of it cannot be watched.
    pub(crate) fn lacks(&mut self, trouble: Trouble) {
        self.state = AccountState::Trouble;
        self.trouble = Some(trouble);
        self.backoff.reset();
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

    /// The connection ended, and is not tried again by itself: a token was refused, and the one after it as well.
    pub(crate) fn give_up(&mut self, trouble: Trouble) {
        self.rest();
        self.state = AccountState::Trouble;
        self.trouble = Some(trouble);
        self.must_sign_in = true;
    }

    /// Ends the connection and has it stay so; a report of it is nobody's any more.
    pub(crate) fn rest(&mut self) {
        end(self.handle.take());
        self.read = None;
        self.retry_at = None;
        self.number = 0;
    }

    /// Whether nothing is under way and nothing will begin by itself.
    pub(crate) const fn is_resting(&self) -> bool {
        self.number == 0 && self.retry_at.is_none()
    }

    /// What was read so far of another mailbox than the batch's: it is to be recorded first.
    pub(crate) fn reads_another(&self, batch: &Batch) -> bool {
        self.read
            .as_ref()
            .is_some_and(|read| read.mailbox != batch.mailbox)
    }

    /// Adds a batch to what was read, and says how much that is.
    pub(crate) fn add(&mut self, batch: Batch) -> usize {
        let read = self.read.get_or_insert_with(|| Read {
            mailbox: batch.mailbox,
            id: None,
            is_sent: batch.is_sent,
            cursor: batch.cursor,
            messages: Vec::new(),
            vanished: 0,
        });
        read.id = batch.id;
        read.cursor = batch.cursor;
        read.messages.extend(batch.messages);
        read.vanished = read.vanished.saturating_add(batch.vanished);
        read.messages.len()
    }

    /// Whether a message was read that no parser takes. Each has cost several sign-ins, and is not to cost them again.
    pub(crate) fn has_unreadable(&self) -> bool {
        let mut messages = self.read.iter().flat_map(|read| &read.messages);
        messages.any(|fetched| fetched.message.why_unchecked() == Some(&Defect::Unreadable))
    }
}

/// A point in time so much later; `now` where that is beyond all times.
pub(crate) fn later(wait: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(wait).unwrap_or(now)
}

/// Ends a connection without waiting for it: it may be waiting for room in the very inbox that this thread empties.
pub(crate) fn end(handle: Option<Handle>) {
    if let Some(handle) = handle {
        let ended = thread::Builder::new()
            .name("mailbox-end".into())
            .spawn(move || handle.stop());
        if let Err(error) = ended {
            tracing::error!("no thread to end a connection on: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use mailbox::{Account, Host, Security, Uid, UidValidity, UserName};
    use message::{Address, SentMessage, Timestamp};

    use super::*;

    fn session() -> Session {
        Session::new(AccountRow {
            id: AccountId::from(1),
            address: Address::parse("a.clerk@example.org").unwrap(),
            account: Account {
                host: Host::parse("mail.example.org").unwrap(),
                port: 993,
                security: Security::ImplicitTls,
                user: UserName::parse("a.clerk").unwrap(),
                ca_path: None,
            },
            sign_in: casebook::SignIn::Password,
            also_watch: Vec::new(),
            added_at: Timestamp::from_millis(0),
        })
    }

    fn batch(mailbox: &str, uid: u32, defects: Vec<Defect>) -> Batch {
        let message = SentMessage {
            defects,
            ..SentMessage::parse(b"To: a@army.mil\r\n\r\n")
        };
        Batch {
            mailbox: mailbox.to_owned(),
            id: None,
            is_sent: true,
            cursor: Cursor {
                uid_validity: UidValidity::new(7).unwrap(),
                last_uid: uid,
            },
            messages: vec![Fetched {
                uid: Uid::new(uid).unwrap(),
                received_at: None,
                message,
            }],
            vanished: 1,
        }
    }

    #[test]
    fn a_servers_wish_for_rest_is_honoured() {
        let trouble = || Trouble {
            message: "turned away".to_owned(),
            hint: "wait".to_owned(),
        };
        for (next, wish, least, most) in [
            (NextMove::Retry, 0, 0, 2),
            (NextMove::Retry, 300, 300, 301), // a server's wish is longer than the first wait
            (NextMove::AskUser, 60, 1400, 1501), // and shorter than the wait for others
        ] {
            let (mut session, started) = (session(), Instant::now());
            session.fail(trouble(), next, Duration::from_secs(wish));
            let waits = session.retry_at.unwrap().duration_since(started).as_secs();
            assert!((least..most).contains(&waits), "{waits} s for {wish} s");
        }
    }

    #[test]
    fn batches_of_one_mailbox_are_kept_together() {
        let mut session = session();
        assert!(!session.reads_another(&batch("Sent", 1, Vec::new())));
        assert_eq!(session.add(batch("Sent", 1, Vec::new())), 1);
        assert_eq!(session.add(batch("Sent", 2, Vec::new())), 2);
        assert!(session.reads_another(&batch("Team", 1, Vec::new())));
        let read = session.read.unwrap();
        assert_eq!((read.cursor.last_uid, read.vanished), (2, 2));
    }

    #[test]
    fn a_message_that_no_parser_takes_is_worth_recording_at_once() {
        let mut session = session();
        session.add(batch("Sent", 1, vec![Defect::NoRecipients]));
        assert!(!session.has_unreadable());
        session.add(batch("Sent", 2, vec![Defect::Unreadable]));
        assert!(session.has_unreadable());
        session.rest();
        assert!(!session.has_unreadable() && session.is_resting());
    }
}
