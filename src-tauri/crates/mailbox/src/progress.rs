//! How far one watched mailbox has come; it outlives a session that ends.

use crate::{
    Batch, Cursor, Error, Event, Fault, Fetched, Uid,
    session::{Opened, Session},
};

/// The cursors, the pace, and who is told.
pub(crate) struct Progress<'a> {
    cursors: Vec<(String, Cursor)>,
    out: &'a mut dyn FnMut(Event) -> bool,
    is_signed_in_said: bool,
    pub(crate) pace: Pace,
    /// First and last UID of the chunk that was asked for and is not answered yet.
    asked: Option<(u32, u32)>,
    /// Whether all of that chunk was read before.
    asks_again: bool,
    /// How many messages up to the cursor are read again at the first look, in case a server gave a UID late or a record was
    /// lost.
    again: u32,
    /// Whether UIDs without a message are messages that vanished: not at a first look, since years of deleting leave gaps too.
    counts_gaps: bool,
    /// The mailboxes that were looked through once.
    looked_through: Vec<String>,
}

impl<'a> Progress<'a> {
    pub(crate) fn new(cursors: Vec<(String, Cursor)>, out: &'a mut dyn FnMut(Event) -> bool) -> Self {
        let looked_through = cursors.iter().map(|(mailbox, _)| mailbox.clone()).collect();
        Self {
            cursors,
            out,
            is_signed_in_said: false,
            pace: Pace::full(),
            asked: None,
            asks_again: false,
            again: AGAIN,
            counts_gaps: false,
            looked_through,
        }
    }

    /// A look begins at `cursor`. Says how many messages up to it are to be read again; the next look reads none.
    pub(crate) fn begin_look(&mut self, mailbox: &str, cursor: Cursor) -> u32 {
        let is_known = self.cursor(mailbox) == Some(cursor);
        self.counts_gaps = is_known && self.looked_through.iter().any(|name| name == mailbox);
        std::mem::replace(&mut self.again, 0)
    }

    /// Everything in the mailbox was looked at. False where no more is wanted.
    pub(crate) fn caught_up(&mut self, mailbox: &str) -> bool {
        if !self.looked_through.iter().any(|name| name == mailbox) {
            self.looked_through.push(mailbox.to_owned());
        }
        self.tell(Event::CaughtUp)
    }

    /// A chunk is asked for. Among the messages that are read again an unreadable one is known, and costs no second search.
    pub(crate) fn ask(&mut self, mailbox: &str, chunk: (u32, u32)) {
        let is_again = |cursor: Cursor| chunk.1 <= cursor.last_uid;
        self.asks_again = self.cursor(mailbox).is_some_and(is_again);
        self.asked = Some(chunk);
    }

    /// The chunk was answered.
    pub(crate) const fn answered(&mut self) {
        self.asked = None;
    }

    /// How far a mailbox was looked at.
    pub(crate) fn cursor(&self, mailbox: &str) -> Option<Cursor> {
        self.cursors
            .iter()
            .find(|(name, _)| name == mailbox)
            .map(|(_, cursor)| *cursor)
    }

    /// Tells an event; false where no more is wanted.
    pub(crate) fn tell(&mut self, event: Event) -> bool {
        (self.out)(event)
    }

    /// Tells once that the mailbox is open.
    pub(crate) fn signed_in(&mut self, session: &Session, opened: Opened) -> bool {
        let is_said = std::mem::replace(&mut self.is_signed_in_said, true);
        let (sent, waiting, exists) = (session.sent.clone(), session.waiting, opened.exists);
        is_said
            || self.tell(Event::SignedIn {
                sent,
                waiting,
                exists,
            })
    }

    /// Tells a step of the cursor; false where no more is wanted.
    pub(crate) fn hand_out(&mut self, session: &Session, cursor: Cursor, messages: Vec<Fetched>) -> bool {
        let mailbox = session.sent.wire().to_owned();
        let before = self.cursor(&mailbox).filter(|_| self.counts_gaps);
        let vanished = before.map_or(0, |before| {
            let is_new = |message: &&Fetched| message.uid.get() > before.last_uid;
            cursor.vanished_since(before, messages.iter().filter(is_new).count())
        });
        self.cursors.retain(|(name, _)| *name != mailbox);
        self.cursors.push((mailbox.clone(), cursor));
        self.tell(Event::Batch(Batch {
            mailbox,
            cursor,
            messages,
            vanished,
        }))
    }

    /// Whether the same messages can be read fewer at once after this error; then the pace is slower.
    pub(crate) fn slow_down(&mut self, error: &Error) -> bool {
        let is_unreadable = matches!(
            error,
            Error::SessionCrashed { .. }
                | Error::ServerBroken {
                    what: Fault::Bound(_) | Fault::Unintelligible,
                    ..
                }
        );
        match self.asked.take() {
            Some((first, last)) if is_unreadable => {
                if !self.asks_again {
                    self.pace = self.pace.slower(first, last);
                }
                true
            }
            Some(_) | None => false,
        }
    }
}

/// How many messages are read at once. Fewer around an answer that could not be read, so that one message cannot hide others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    size: usize,
    /// Above this UID the pace is full again.
    until: u32,
    /// A message that cannot be read even alone.
    unreadable: Option<Uid>,
}

impl Pace {
    const fn full() -> Self {
        Self {
            size: CHUNK,
            until: 0,
            unreadable: None,
        }
    }

    /// How many to read at once from that UID on.
    pub(crate) const fn at(self, uid: u32) -> usize {
        if uid <= self.until { self.size } else { CHUNK }
    }

    /// Whether that message was tried alone, and could not be read.
    pub(crate) fn is_unreadable(self, uid: Uid) -> bool {
        self.unreadable == Some(uid)
    }

    /// The pace after the answer for these UIDs could not be read.
    fn slower(self, first: u32, last: u32) -> Self {
        let unreadable = Uid::new(first).filter(|_| first == last);
        Self {
            size: self.at(first).div_ceil(8),
            until: last,
            unreadable,
        }
    }
}

/// Messages up to the cursor that a new session reads again.
const AGAIN: u32 = 200;

/// Messages that are read at once: measured as fast as any larger number, and small in memory.
pub(crate) const CHUNK: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_answer_narrows_down_to_one_message() {
        let mut pace = Pace::full();
        let mut sizes = Vec::new();
        while pace.unreadable.is_none() {
            sizes.push(pace.at(1));
            pace = pace.slower(1, u32::try_from(pace.at(1)).unwrap());
        }
        assert_eq!(sizes, [500, 63, 8, 1]);
        assert!(pace.is_unreadable(Uid::new(1).unwrap()));
    }

    #[test]
    fn the_pace_is_full_again_past_the_fault() {
        let pace = Pace::full().slower(1, 500);
        assert_eq!((pace.at(1), pace.at(500), pace.at(501)), (63, 63, 500));
    }
}
