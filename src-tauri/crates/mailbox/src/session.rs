//! Session: a signed-in connection, and the mailbox that is looked at through it. Whatever fails ends it.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use imap::types::UnsolicitedResponse;

use crate::{
    Account, Doing, Error, Fault, Host, Limits, MailboxName, Secret, UidValidity, Waiting,
    bounds::Answer,
    cause,
    connect::connect,
    sign_in::{Imap, sign_in},
    wake::Wake,
    wire::Wire,
};

/// A connection that is signed in.
pub(crate) struct Session {
    imap: Imap,
    pub(crate) wire: Wire,
    pub(crate) host: Host,
    pub(crate) limits: Limits,
    /// The mailbox that is looked at.
    pub(crate) sent: MailboxName,
    /// What its server knows it by.
    pub(crate) id: Option<String>,
    /// Whether the server gives mailboxes an identity (OBJECTID, RFC 8474).
    pub(crate) has_ids: bool,
    pub(crate) waiting: Waiting,
    /// See [`crate::ask`].
    pub(crate) asked: u32,
    /// Whether an answer that `imap` did not read announced messages.
    pub(crate) is_told: bool,
}

/// What EXAMINE says of a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    pub(crate) exists: u32,
    pub(crate) uid_validity: UidValidity,
    pub(crate) uid_next: NonZeroU32,
}

impl Session {
    /// Connects and signs in.
    pub(crate) fn start(
        account: &Account,
        secret: &Secret,
        limits: &Limits,
        wake: &Arc<Wake>,
    ) -> Result<Self, Error> {
        let wire = connect(account, limits, wake)?;
        let imap = sign_in(&wire, account, secret, limits)?;
        let mut session = Self {
            imap,
            wire,
            host: account.host.clone(),
            limits: limits.clone(),
            sent: MailboxName::from_wire("Sent"),
            id: None,
            has_ids: false,
            waiting: Waiting::Polling,
            asked: 0,
            is_told: false,
        };
        let offered = session.command(Doing::SigningIn, Answer::Lines, Imap::capabilities)?;
        if offered.has_str("IDLE") {
            session.waiting = Waiting::Idle;
        }
        session.has_ids = offered.has_str("OBJECTID");
        Ok(session)
    }

    /// Runs one command within its time and its bounds.
    pub(crate) fn command<T>(
        &mut self,
        doing: Doing,
        answer: Answer,
        run: impl FnOnce(&mut Imap) -> imap::Result<T>,
    ) -> Result<T, Error> {
        self.wire.begin(self.limits.command_for, answer);
        run(&mut self.imap).map_err(|error| cause::of_imap(&self.host, doing, error))
    }

    /// Opens the mailbox read-only. Whatever was announced before is part of what this says.
    pub(crate) fn open(&mut self) -> Result<Opened, Error> {
        let sent = self.sent.clone();
        let mailbox = self.command(Doing::OpeningSent, Answer::Lines, |imap| {
            imap.examine(sent.wire())
        })?;
        self.has_news();
        let broken = |fault| cause::broken(&self.host, fault);
        let uid_validity = mailbox.uid_validity.and_then(UidValidity::new);
        let uid_validity = uid_validity.ok_or_else(|| broken(Fault::NoUidValidity))?;
        let uid_next = match mailbox.uid_next.and_then(NonZeroU32::new) {
            Some(uid_next) => uid_next,
            None => self.ask_uid_next()?,
        };
        Ok(Opened {
            exists: mailbox.exists,
            uid_validity,
            uid_next,
        })
    }

    /// Courier 5.0 says no UIDNEXT on EXAMINE, only on STATUS.
    fn ask_uid_next(&mut self) -> Result<NonZeroU32, Error> {
        let sent = self.sent.clone();
        let status = self.command(Doing::OpeningSent, Answer::Data, |imap| {
            imap.status(sent.wire(), "(UIDNEXT)")
        })?;
        let uid_next = status.uid_next.and_then(NonZeroU32::new);
        uid_next.ok_or_else(|| cause::broken(&self.host, Fault::NoUidNext))
    }

    /// Whether the answer of a command for something else announced messages. Asking forgets it.
    pub(crate) fn has_news(&mut self) -> bool {
        let mut announced = self.imap.take_all_unsolicited();
        let is_announced = announced.any(|response| matches!(response, UnsolicitedResponse::Exists(_)));
        std::mem::replace(&mut self.is_told, false) || is_announced
    }

    /// Says goodbye. An answer is not needed.
    pub(crate) fn end(mut self) {
        self.wire.begin(GOODBYE, Answer::Lines);
        if let Err(error) = self.imap.logout() {
            tracing::debug!(
                "no goodbye from {}: {}",
                self.host,
                cause::of_imap(&self.host, Doing::Waiting, error)
            );
        }
    }
}

/// How long a goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);
