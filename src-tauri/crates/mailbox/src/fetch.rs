//! Reads the header fields of all messages above the cursor, in chunks.

use std::ops::RangeInclusive;

use imap::types::Fetch;
use message::{Defect, SentMessage, Timestamp};

use crate::{
    Cursor, Doing, Error, Fetched, Uid, UidValidity,
    bounds::Answer,
    progress::{CHUNK, Progress},
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
        let uids = uids_in(session, &window)?;
        let mut rest = uids.as_slice();
        while let Some(first) = rest.first() {
            let (chunk, after) = rest.split_at(progress.pace(session.sent.wire()).at(*first).min(rest.len()));
            let messages = read_chunk(session, chunk, *cursor, progress)?;
            rest = after;
            let last = chunk.last().filter(|_| !rest.is_empty()).unwrap_or(window.end());
            *cursor = cursor.at(*last);
            if !progress.hand_out(session, *cursor, messages) {
                return Ok(false);
            }
        }
        if uids.is_empty() {
            *cursor = cursor.at(*window.end());
            if !progress.hand_out(session, *cursor, Vec::new()) {
                return Ok(false);
            }
        }
        before = *window.end();
    }
    Ok(true)
}

/// The next UIDs to list. A list has 40 octets a message, so that one answer holds those of any ordinary mailbox; a larger
/// mailbox is listed a part at a time.
fn next_window(last_uid: u32, end: u32, exists: u32) -> Option<RangeInclusive<u32>> {
    let first = last_uid.checked_add(1).filter(|first| *first <= end)?;
    let last = if exists <= LISTED {
        end
    } else {
        first.saturating_add(LISTED).min(end)
    };
    Some(first..=last)
}

/// Which UIDs there are. A few are asked for without looking; among many there may be gaps of any size, as after years of
/// deleting, or where a hostile server says that its next UID is four thousand million.
fn uids_in(session: &mut Session, window: &RangeInclusive<u32>) -> Result<Vec<u32>, Error> {
    let count = window.end().saturating_sub(*window.start());
    if usize::try_from(count).is_ok_and(|count| count < CHUNK) {
        return Ok(window.clone().collect());
    }
    let set = format!("{}:{}", window.start(), window.end());
    let listed = session.command(Doing::Reading, Answer::Data, |imap| imap.uid_fetch(set, "(UID)"))?;
    // A server answers `5:9` with its last message even when that has UID 4 (RFC 9051 section 6.4.9).
    let mut uids: Vec<u32> = listed
        .iter()
        .filter_map(|fetch| fetch.uid)
        .filter(|uid| window.contains(uid))
        .collect();
    uids.sort_unstable();
    uids.dedup();
    Ok(uids)
}

fn read_chunk(
    session: &mut Session,
    chunk: &[u32],
    cursor: Cursor,
    progress: &mut Progress<'_>,
) -> Result<Vec<Fetched>, Error> {
    let (Some(&first), Some(&last)) = (chunk.first(), chunk.last()) else {
        return Ok(Vec::new());
    };
    let pace = progress.pace(session.sent.wire());
    if let Some(uid) = Uid::new(first).filter(|uid| pace.is_unreadable(*uid)) {
        return Ok(vec![unreadable(session, cursor.uid_validity, uid)]);
    }
    progress.ask(session.sent.wire(), (first, last));
    let set = format!("{first}:{last}");
    let answer = session.command(Doing::Reading, Answer::Data, |imap| imap.uid_fetch(set, FIELDS))?;
    let mut messages: Vec<Fetched> = answer
        .iter()
        .filter_map(fetched)
        .filter(|message| (first..=last).contains(&message.uid.get()))
        .collect();
    messages.sort_by_key(|message| message.uid);
    messages.dedup_by_key(|message| message.uid);
    progress.answered();
    Ok(messages)
}

/// One message of an answer; none for news of another kind, such as changed flags.
pub(crate) fn fetched(fetch: &Fetch<'_>) -> Option<Fetched> {
    let received_at = fetch
        .internal_date()
        .map(|date| Timestamp::from_millis(date.timestamp_millis()));
    Some(Fetched {
        uid: Uid::new(fetch.uid?)?,
        received_at,
        message: SentMessage::parse(fetch.header()?).delivered(received_at, fetch.size),
    })
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

/// Messages that are listed at once.
const LISTED: u32 = 300_000;

/// Only these fields are ever read, and PEEK leaves the message unread (RFC 9051 section 6.4.5).
pub(crate) const FIELDS: &str = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SENDER TO CC BCC RESENT-TO RESENT-CC RESENT-BCC \
                      MESSAGE-ID DATE SUBJECT IN-REPLY-TO REFERENCES)])";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_mailbox_is_listed_in_parts() {
        assert_eq!(next_window(0, u32::MAX - 1, 3), Some(1..=u32::MAX - 1));
        assert_eq!(next_window(0, 1_000_000, 900_000), Some(1..=300_001));
        assert_eq!(next_window(300_001, 1_000_000, 900_000), Some(300_002..=600_002));
        assert_eq!(next_window(1_000_000, 1_000_000, 900_000), None);
        assert_eq!(next_window(u32::MAX, u32::MAX, 1), None);
    }
}
