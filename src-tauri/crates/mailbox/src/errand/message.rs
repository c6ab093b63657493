//! Fetches one message, or its header block, when its user asks for it. It must be the one that was meant: it is known by its
//! identity, wherever it lies by now.

use message::{MessageId, MessageKey};

use super::search::{Key, search};
use crate::{
    Account, Doing, Error, Limits, MailboxName, Password, Uid,
    bounds::Answer,
    fetch::{FIELDS, fetched},
    session::Session,
    special_use::find_sent,
    watcher::on_own_thread,
};

/// A message that was seen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The mailbox where it lay, by its name on the wire.
    pub mailbox: String,
    /// The UID that it had there.
    pub uid: Uid,
    /// Its identity.
    pub key: MessageKey,
    /// Its Message-ID, by which it is searched for where it has another UID now.
    pub message_id: Option<MessageId>,
}

/// Fetches a whole message, of at most 50 MiB. Nothing is marked as read.
///
/// # Errors
/// [`Error::MessageGone`] where it is neither in its mailbox nor in the one for sent mail; [`Error::MessageTooLarge`]; else what
/// hinders it.
pub fn fetch_message(
    account: &Account,
    password: &Password,
    limits: &Limits,
    stray: &Stray,
) -> Result<Vec<u8>, Error> {
    with_message(account, password, limits, stray, whole)
}

/// Fetches a message's header block, as it is.
///
/// # Errors
/// As [`fetch_message`].
pub fn fetch_header(
    account: &Account,
    password: &Password,
    limits: &Limits,
    stray: &Stray,
) -> Result<Vec<u8>, Error> {
    with_message(account, password, limits, stray, |session, uid| {
        let set = uid.get().to_string();
        let answer = session.command(Doing::ReadingMessage, Answer::Data, |imap| {
            imap.uid_fetch(set, "(UID BODY.PEEK[HEADER])")
        })?;
        let of_it = answer.iter().find(|fetch| fetch.uid == Some(uid.get()));
        let header = of_it.and_then(|fetch| fetch.header());
        header.map(<[u8]>::to_vec).ok_or_else(|| gone(session))
    })
}

/// Runs `read` on the message in its open mailbox.
fn with_message(
    account: &Account,
    password: &Password,
    limits: &Limits,
    stray: &Stray,
    read: impl FnOnce(&mut Session, Uid) -> Result<Vec<u8>, Error> + Send,
) -> Result<Vec<u8>, Error> {
    on_own_thread(&account.host, |wake| {
        let mut session = Session::start(account, password, limits, wake)?;
        let uid = find(&mut session, stray)?;
        let octets = read(&mut session, uid)?;
        session.end();
        Ok(octets)
    })
}

/// Looks in the mailbox where the message lay, then in the one for sent mail.
fn find(session: &mut Session, stray: &Stray) -> Result<Uid, Error> {
    session.sent = MailboxName::from_wire(&stray.mailbox);
    let here = match session.open() {
        Ok(_) => find_here(session, stray)?,
        // It may have been renamed or deleted.
        Err(Error::Refused { .. }) => None,
        Err(error) => return Err(error),
    };
    if let Some(uid) = here {
        return Ok(uid);
    }
    let listed = session.list()?;
    let sent = find_sent(&listed).filter(|sent| sent.wire() != stray.mailbox);
    if let Some(sent) = sent {
        session.sent = sent.clone();
        session.open()?;
        if let Some(uid) = find_here(session, stray)? {
            return Ok(uid);
        }
    }
    Err(gone(session))
}

/// The message's UID in the open mailbox: the one that it had, else what a search for its Message-ID finds.
fn find_here(session: &mut Session, stray: &Stray) -> Result<Option<Uid>, Error> {
    if is_it(session, stray.uid, stray.key)? {
        return Ok(Some(stray.uid));
    }
    let Some(id) = &stray.message_id else {
        return Ok(None);
    };
    for uid in search(session, &Key::message_id(id), MOST_COPIES)? {
        if is_it(session, uid, stray.key)? {
            return Ok(Some(uid));
        }
    }
    Ok(None)
}

/// Whether the message of this UID has that identity.
fn is_it(session: &mut Session, uid: Uid, key: MessageKey) -> Result<bool, Error> {
    let set = uid.get().to_string();
    let answer = session.command(Doing::Looking, Answer::Data, |imap| imap.uid_fetch(set, FIELDS))?;
    let mut found = answer.iter().filter_map(fetched);
    Ok(found.any(|message| message.uid == uid && message.message.key == key))
}

/// Reads a message piece by piece, so that each piece stays within the bounds of the wire. Some servers say a wrong size
/// (RFC822.SIZE), so that the end is where a piece comes back short.
fn whole(session: &mut Session, uid: Uid) -> Result<Vec<u8>, Error> {
    let mut octets = Vec::new();
    loop {
        let (set, from) = (uid.get().to_string(), octets.len());
        let query = format!("(UID BODY.PEEK[]<{from}.{PIECE}>)");
        let answer = session.command(Doing::ReadingMessage, Answer::Data, |imap| {
            imap.uid_fetch(set, query)
        })?;
        let of_it = answer.iter().find(|fetch| fetch.uid == Some(uid.get()));
        let piece = of_it.and_then(|fetch| fetch.body());
        // Beyond the end some servers give an empty piece, others none at all.
        let piece = match piece {
            Some(piece) => piece,
            None if octets.is_empty() => return Err(gone(session)),
            None => &[],
        };
        octets.extend_from_slice(piece);
        if piece.len() < PIECE {
            return Ok(octets);
        }
        if octets.len() >= MOST {
            return Err(Error::MessageTooLarge {
                host: session.host.clone(),
                most: MOST_MIB,
            });
        }
    }
}

fn gone(session: &Session) -> Error {
    Error::MessageGone {
        host: session.host.clone(),
    }
}

/// Octets that are asked for at once: half of what one piece of data may have.
const PIECE: usize = 1024 * 1024;

const MOST_MIB: u32 = 50;

/// Octets of the largest message that is read: a round number above what mail servers take.
const MOST: usize = 50 * 1024 * 1024;

/// Messages with the same Message-ID that are looked at.
const MOST_COPIES: usize = 20;
