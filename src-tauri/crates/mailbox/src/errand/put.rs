//! Puts a letter of Astray's own into a mailbox, once: it is looked for by its Message-ID first, and added only where it is missing.
//! So an errand that broke off can be done again.
//!
//! ```text
//! C: a7 APPEND "Drafts" (\Draft \Seen) {1234}
//! S: + OK                 spoken here and not by `imap`, which takes any news before the + for a refusal
//! C: …1234 octets…
//! S: a7 OK
//! ```

use std::{io::Write as _, time::Duration};

use message::MessageId;

use super::search::{Key, search};
use crate::{
    Account, Doing, Error, Fault, Limits, MailboxName, Password, Said,
    bounds::Answer,
    cause,
    session::Session,
    special_use::{Listed, find_drafts, find_sent},
    wait::is_ok,
    watcher::on_own_thread,
};

/// What became of a letter that was to be put into a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// It lies there now.
    Added(MailboxName),
    /// It lay there already.
    WasThere(MailboxName),
}

/// Where a letter lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the mailbox for drafts.
    pub in_drafts: bool,
    /// In the mailbox for sent mail.
    pub in_sent: bool,
}

/// Puts a letter among the drafts. `eml` is the whole letter (RFC 5322) with lines that end in CR LF.
///
/// # Errors
/// [`Error::NoDraftsMailbox`]; else what hinders it. Where the connection broke, the letter may lie there: the same call again finds it.
pub fn put_draft(
    account: &Account,
    password: &Password,
    limits: &Limits,
    (message_id, eml): (&MessageId, &[u8]),
) -> Result<Put, Error> {
    let drafts = |host, listed: &[Listed]| {
        let found = find_drafts(listed).cloned();
        found.ok_or(Error::NoDraftsMailbox { host })
    };
    put(
        account,
        password,
        limits,
        (message_id, eml),
        drafts,
        "\\Draft \\Seen",
    )
}

/// Puts a copy of a letter that was sent into the mailbox for sent mail. Many servers do that by themselves; then it is found there.
///
/// # Errors
/// [`Error::NoSentMailbox`]; else as [`put_draft`].
pub fn file_sent(
    account: &Account,
    password: &Password,
    limits: &Limits,
    (message_id, eml): (&MessageId, &[u8]),
) -> Result<Put, Error> {
    let sent = |host, listed: &[Listed]| {
        let found = find_sent(listed).cloned();
        found.ok_or(Error::NoSentMailbox { host })
    };
    put(account, password, limits, (message_id, eml), sent, "\\Seen")
}

/// Looks where a letter lies, where nobody knows what became of it.
///
/// # Errors
/// What hinders it.
pub fn find_letter(
    account: &Account,
    password: &Password,
    limits: &Limits,
    message_id: &MessageId,
) -> Result<Found, Error> {
    on_own_thread(&account.host, |wake| {
        let mut session = Session::start(account, password, limits, wake)?;
        let listed = session.list()?;
        let mut is_in = |mailbox: Option<&MailboxName>| {
            mailbox.map_or(Ok(false), |mailbox| holds(&mut session, mailbox, message_id))
        };
        let found = Found {
            in_drafts: is_in(find_drafts(&listed))?,
            in_sent: is_in(find_sent(&listed))?,
        };
        session.end();
        Ok(found)
    })
}

fn put(
    account: &Account,
    password: &Password,
    limits: &Limits,
    (message_id, eml): (&MessageId, &[u8]),
    choose: impl FnOnce(crate::Host, &[Listed]) -> Result<MailboxName, Error> + Send,
    flags: &str,
) -> Result<Put, Error> {
    on_own_thread(&account.host, |wake| {
        let mut session = Session::start(account, password, limits, wake)?;
        let listed = session.list()?;
        let mailbox = choose(session.host.clone(), &listed)?;
        if holds(&mut session, &mailbox, message_id)? {
            session.end();
            return Ok(Put::WasThere(mailbox));
        }
        append(&mut session, &mailbox, flags, eml)?;
        session.end();
        Ok(Put::Added(mailbox))
    })
}

/// Whether a letter lies in a mailbox.
fn holds(session: &mut Session, mailbox: &MailboxName, message_id: &MessageId) -> Result<bool, Error> {
    session.sent = mailbox.clone();
    session.open()?;
    Ok(!search(session, &Key::message_id(message_id), 1)?.is_empty())
}

fn append(session: &mut Session, mailbox: &MailboxName, flags: &str, eml: &[u8]) -> Result<(), Error> {
    let unintelligible = || cause::broken(&session.host, Fault::Unintelligible);
    let name = mailbox.quoted().ok_or_else(unintelligible)?;
    let command = format!("APPEND {name} ({flags}) {{{}}}", eml.len());
    session.command(Doing::Filing, Answer::Lines, |imap| imap.run_command(command))?;
    loop {
        let line = line(session)?;
        if line.starts_with(b"+") {
            break;
        }
        if !line.starts_with(b"*") {
            return Err(refused(session, &line));
        }
    }
    let pieces = u32::try_from(eml.len() / PIECE).unwrap_or(u32::MAX);
    let time = PIECE_FOR
        .saturating_mul(pieces)
        .saturating_add(session.limits.command_for);
    session.wire.allow(time);
    let mut wire = session.wire.clone();
    let written = wire
        .write_all(eml)
        .and_then(|()| wire.write_all(b"\r\n"))
        .and_then(|()| wire.flush());
    written.map_err(|error| cause::of_io(&session.host, Doing::Filing, error))?;
    loop {
        let line = line(session)?;
        if line.starts_with(b"*") || line.starts_with(b"+") {
            continue;
        }
        return if is_ok(&line) {
            Ok(())
        } else {
            Err(refused(session, &line))
        };
    }
}

fn line(session: &Session) -> Result<Vec<u8>, Error> {
    let read = session.wire.line();
    read.map_err(|error| cause::of_io(&session.host, Doing::Filing, error))
}

fn refused(session: &Session, line: &[u8]) -> Error {
    Error::Refused {
        host: session.host.clone(),
        doing: Doing::Filing,
        said: Said::of(line),
    }
}

/// A large letter may take its time: this long for each piece of that size.
const PIECE_FOR: Duration = Duration::from_secs(1);

const PIECE: usize = 64 * 1024;
