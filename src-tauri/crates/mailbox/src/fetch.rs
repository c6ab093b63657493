//! Reads the header fields of all messages above the cursor, chunk by chunk.

use std::{collections::VecDeque, ops::RangeInclusive};

use imap_proto::AttributeValue;
use jiff::fmt::strtime;
use message::{Defect, SentMessage, Timestamp};

use crate::{
    Cursor, Error, Fetched, Uid, UidValidity,
    ask::{Items, Tag},
    chunks::{Chunk, Chunks, Kind, Uids, next_window},
    progress::Progress,
    session::{Opened, Session},
};

/// Reads what there is above the cursor, and at a session's first look the last messages up to it again; hands it out chunk by
/// chunk. False where no more is wanted.
pub(crate) fn catch_up(
    session: &mut Session,
    opened: Opened,
    progress: &mut Progress<'_>,
) -> Result<bool, Error> {
    let known = progress.cursor(session.sent.wire());
    let mut cursor = Cursor::resume(known, opened.uid_validity);
    let again = cursor.again(progress.begin_look(session.sent.wire(), cursor));
    let unread = cursor.unread(opened.uid_next);
    if again.is_none() && unread.is_none() {
        // The cursor of an empty mailbox is worth keeping too: it says that nothing was there.
        return Ok(known == Some(cursor) || progress.hand_out(session, cursor, Vec::new()));
    }
    for range in [again, unread].into_iter().flatten() {
        if !read(session, (range, opened.exists), &mut cursor, progress)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads a range of UIDs and moves the cursor past it. False where no more is wanted.
fn read(
    session: &mut Session,
    (range, exists): (RangeInclusive<u32>, u32),
    cursor: &mut Cursor,
    progress: &mut Progress<'_>,
) -> Result<bool, Error> {
    let mut before = range.start().saturating_sub(1);
    while let Some(window) = next_window(before, *range.end(), exists) {
        before = *window.end();
        let uids = Uids::in_window(session, window, exists)?;
        let mut chunks = Chunks {
            uids,
            pace: progress.pace(session.sent.wire()),
        };
        if !read_ahead(session, &mut chunks, cursor, progress)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads chunk after chunk, of which some are asked for before the first of them is answered: neither the server nor we wait for the
/// other then.
fn read_ahead(
    session: &mut Session,
    chunks: &mut Chunks,
    cursor: &mut Cursor,
    progress: &mut Progress<'_>,
) -> Result<bool, Error> {
    let mut asked: VecDeque<Asked> = VecDeque::new();
    loop {
        while asked.len() < AHEAD {
            let Some(chunk) = chunks.next() else {
                break;
            };
            asked.push_back(Asked::new(session, chunk, cursor.uid_validity)?);
        }
        let Some(mut first) = asked.pop_front() else {
            return Ok(true);
        };
        if let Some(tag) = first.tag.take() {
            progress.ask(session.sent.wire(), first.chunk.asked);
            session.answer(&tag, |items| {
                if let Some(message) = fetched(items) {
                    // A server may answer two commands at once, and may tell of messages that nobody asked for.
                    let mut all = std::iter::once(&mut first).chain(&mut asked);
                    if let Some(asked) = all.find(|asked| asked.is_of(message.uid)) {
                        asked.messages.push(message);
                    }
                }
            })?;
            progress.answered();
        }
        *cursor = cursor.at(first.chunk.up_to);
        if !progress.hand_out(session, *cursor, first.sorted()) {
            return Ok(false);
        }
    }
}

/// A chunk that was asked for, and what came of it so far.
struct Asked {
    chunk: Chunk,
    /// None where nothing is to be asked.
    tag: Option<Tag>,
    messages: Vec<Fetched>,
}

impl Asked {
    fn new(session: &mut Session, chunk: Chunk, numbering: UidValidity) -> Result<Self, Error> {
        let (tag, messages) = match chunk.kind {
            Kind::Messages => (Some(session.ask(chunk.asked, FIELDS)?), Vec::new()),
            Kind::Unreadable(uid) => (None, vec![unreadable(session, numbering, uid)]),
            Kind::Empty => (None, Vec::new()),
        };
        Ok(Self { chunk, tag, messages })
    }

    fn is_of(&self, uid: Uid) -> bool {
        let (first, last) = self.chunk.asked;
        self.chunk.kind == Kind::Messages && (first..=last).contains(&uid.get())
    }

    fn sorted(mut self) -> Vec<Fetched> {
        self.messages.sort_by_key(|message| message.uid);
        self.messages.dedup_by_key(|message| message.uid);
        self.messages
    }
}

/// One message of an answer; none for news of another kind, such as changed flags.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a foreign enum that grows; nothing else was asked for"
)]
pub(crate) fn fetched(items: &Items<'_>) -> Option<Fetched> {
    let (mut uid, mut received_at, mut size, mut header) = (None, None, None, None);
    for item in items {
        match item {
            AttributeValue::Uid(number) => uid = Uid::new(*number),
            AttributeValue::InternalDate(date) => received_at = moment(date),
            AttributeValue::Rfc822Size(octets) => size = Some(*octets),
            AttributeValue::BodySection { data: Some(data), .. } => header = Some(data),
            _ => {}
        }
    }
    Some(Fetched {
        uid: uid?,
        received_at,
        message: SentMessage::parse(header?).delivered(received_at, size),
    })
}

/// Reads `17-Jul-1996 02:44:25 -0700`; a day of one digit has a space before it (RFC 9051 section 9, `date-time`).
fn moment(text: &str) -> Option<Timestamp> {
    let parsed = strtime::parse("%d-%b-%Y %H:%M:%S %z", text.trim_start()).ok()?;
    Some(Timestamp::from_millis(
        parsed.to_timestamp().ok()?.as_millisecond(),
    ))
}

/// Stands for a message whose answer no parser takes, so that it is seen to be unchecked. Known again by its number.
fn unreadable(session: &Session, numbering: UidValidity, uid: Uid) -> Fetched {
    tracing::warn!("message {} of {} cannot be read", uid.get(), session.sent);
    let known_by = format!(
        "X-Unreadable: {} {} {}\r\n\r\n",
        session.sent.wire(),
        numbering.get(),
        uid.get()
    );
    let message = SentMessage {
        defects: vec![Defect::Unreadable],
        ..SentMessage::parse(known_by.as_bytes())
    };
    Fetched {
        uid,
        received_at: None,
        message,
    }
}

/// Chunks that are asked for at once.
const AHEAD: usize = 2;

/// Only these fields are ever read, and PEEK leaves the message unread (RFC 9051 section 6.4.5).
pub(crate) const FIELDS: &str = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SENDER TO CC BCC RESENT-TO RESENT-CC RESENT-BCC \
                      MESSAGE-ID DATE SUBJECT IN-REPLY-TO REFERENCES)])";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_in_every_zone() {
        for (text, expected) in [
            ("17-Jul-2026 02:44:25 +0200", Some("2026-07-17T00:44:25Z")),
            (" 7-Jul-1996 02:44:25 -0730", Some("1996-07-07T10:14:25Z")),
            ("07-jul-1996 02:44:25 +0000", Some("1996-07-07T02:44:25Z")),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(
                moment(text).map(|moment| moment.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
