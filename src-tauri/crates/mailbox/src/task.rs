//! What a connection's thread does.
//!
//! ```text
//! sign in ─▶ find Sent ─▶ EXAMINE ─▶ catch up ─▶ wait ─┐
//!                ▲           ▲  (again when more came)  │
//!                └ now and ──┴──────────────────────────┘
//!                  then
//! ```
//!
//! Several mailboxes are opened and caught up with in turn before each wait. Whatever fails ends the session, and its last word says
//! why. Who wants another one starts it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Instant,
};

use crate::{
    Account, Doing, Error, Event, Limits, MailboxName, Secret, Start, Watched,
    fetch::catch_up,
    progress::Progress,
    session::Session,
    wait::{rest, wait},
    wake::Wake,
};

/// When a session is over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// When it is stopped, or fails.
    Stopped,
    /// When all was looked at once.
    CaughtUp,
}

/// A connection to be watched.
pub(crate) struct Task<'a> {
    pub(crate) account: &'a Account,
    pub(crate) secret: &'a Secret,
    pub(crate) limits: &'a Limits,
    pub(crate) wake: &'a Arc<Wake>,
}

impl Task<'_> {
    /// Runs a session to its end. Another one is begun here only after an answer that could not be read, to read fewer
    /// messages at once: the message at fault must not hide all others.
    pub(crate) fn run(
        &self,
        until: Until,
        start: Start,
        out: &mut dyn FnMut(Event) -> bool,
    ) -> Result<(), Error> {
        let mut progress = Progress::new(start.known, start.watched == Watched::Sent, out);
        loop {
            let session = AssertUnwindSafe(|| self.session(until, &start.watched, &mut progress));
            let crashed = |_| {
                Err(Error::SessionCrashed {
                    host: self.account.host.clone(),
                })
            };
            let ended = catch_unwind(session).unwrap_or_else(crashed);
            if self.wake.is_stopped() {
                return Ok(());
            }
            match ended {
                Err(error) if progress.slow_down(&error) => {
                    tracing::warn!("reading fewer messages at once: {error}")
                }
                ended => return ended,
            }
        }
    }

    fn session(&self, until: Until, watched: &Watched, progress: &mut Progress<'_>) -> Result<(), Error> {
        let mut session = Session::start(self.account, self.secret, self.limits, self.wake)?;
        match watched {
            Watched::Sent => sent(&mut session, until, progress)?,
            Watched::Named(names) => named(&mut session, names, until, progress)?,
        }
        session.end();
        Ok(())
    }
}

/// Looks at the mailbox for sent mail until no more is wanted.
fn sent(session: &mut Session, until: Until, progress: &mut Progress<'_>) -> Result<(), Error> {
    let mut predecessor = session.locate(progress)?;
    let (mut located_at, mut is_located) = (Instant::now(), true);
    loop {
        // Anew before each look: a mailbox that was renamed or made again is noticed by nothing else.
        let opened = session.open()?;
        let is_due = located_at.elapsed() >= session.limits.idle_for.saturating_mul(LOCATE_AFTER);
        let is_another = session.has_ids && progress.is_renumbered(session.sent.wire(), opened.uid_validity);
        if !is_located && (is_due || is_another) {
            predecessor = session.locate(progress)?;
            (located_at, is_located) = (Instant::now(), true);
            continue;
        }
        let mut is_wanted = progress.signed_in(session, opened);
        if let Some(before) = predecessor.take().filter(|_| is_wanted) {
            if !finish(session, before, progress)? {
                return Ok(());
            }
            continue;
        }
        is_wanted = is_wanted && catch_up(session, opened, progress)?;
        if is_wanted && session.has_news() {
            continue;
        }
        progress.looked_through(session.sent.wire());
        if !is_wanted || !progress.tell(Event::CaughtUp) || until == Until::CaughtUp {
            return Ok(());
        }
        wait(session)?;
        is_located = false;
    }
}

/// Reads what is left in the mailbox that was the one for sent mail before. False where no more is wanted.
fn finish(session: &mut Session, before: MailboxName, progress: &mut Progress<'_>) -> Result<bool, Error> {
    tracing::info!("another mailbox is the one for sent mail now; reading what is left in {before}");
    let id = progress.last_sent().and_then(|(_, id)| id);
    let (sent, sent_id) = (
        std::mem::replace(&mut session.sent, before),
        std::mem::replace(&mut session.id, id),
    );
    let read = session.open().and_then(|opened| {
        // Of that name there is another mailbox now.
        if progress.is_renumbered(session.sent.wire(), opened.uid_validity) {
            return Ok(true);
        }
        catch_up(session, opened, progress)
    });
    (session.sent, session.id) = (sent, sent_id);
    match read {
        Err(Error::Refused { .. }) => {
            tracing::warn!("it cannot be opened any more");
            Ok(true)
        }
        read => read,
    }
}

/// Looks at these mailboxes in turn until no more is wanted. One that cannot be opened does not hinder the others.
fn named(
    session: &mut Session,
    names: &[String],
    until: Until,
    progress: &mut Progress<'_>,
) -> Result<(), Error> {
    let mailboxes = session.named(names)?;
    loop {
        let mut refused = None;
        for mailbox in &mailboxes {
            session.sent.clone_from(mailbox);
            match look(session, progress) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(Error::Refused {
                    host,
                    doing: Doing::OpeningSent,
                    said,
                }) => {
                    refused.get_or_insert(Error::MailboxRefused {
                        host,
                        mailbox: mailbox.clone(),
                        said,
                    });
                }
                Err(error) => return Err(error),
            }
        }
        let looked = refused.map_or(Event::CaughtUp, Event::CaughtUpExcept);
        if !progress.tell(looked) || until == Until::CaughtUp {
            return Ok(());
        }
        match mailboxes.len() {
            0 | 1 => wait(session)?,
            _ => drop(rest(session)?),
        }
    }
}

/// Opens the session's mailbox and reads all that is there. False where no more is wanted.
fn look(session: &mut Session, progress: &mut Progress<'_>) -> Result<bool, Error> {
    loop {
        let opened = session.open()?;
        if !progress.signed_in(session, opened) || !catch_up(session, opened, progress)? {
            return Ok(false);
        }
        if !session.has_news() {
            progress.looked_through(session.sent.wire());
            return Ok(true);
        }
    }
}

/// Waits in IDLE after which the mailbox for sent mail is looked for again, in case the special use went to another.
const LOCATE_AFTER: u32 = 4;
