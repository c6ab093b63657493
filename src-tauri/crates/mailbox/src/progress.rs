//! How far the watched mailboxes have come; it outlives a session that ends.

use std::collections::BTreeMap;

use crate::{
    Batch, Cursor, Error, Event, Fault, Fetched, Known, Uid, UidValidity,
    session::{Opened, Session},
};

/// The mailboxes, and who is told.
pub(crate) struct Progress<'a> {
    /// By their names on the wire.
    places: BTreeMap<String, Place>,
    /// The one for sent mail that was looked at last.
    last_sent: Option<String>,
    out: &'a mut dyn FnMut(Event) -> bool,
    is_signed_in_said: bool,
    /// The chunk that was asked for and is not answered yet.
    asked: Option<Asked>,
    /// Sign-ins that answers which could not be read have cost.
    restarts: u32,
    /// Whether it is the mailbox for sent mail that is looked at.
    is_sent: bool,
}

/// One mailbox.
struct Place {
    id: Option<String>,
    cursor: Option<Cursor>,
    pace: Pace,
    /// How many messages up to the cursor are read again at the first look, in case a server gave a UID late or a record was
    /// lost.
    again: u32,
    /// Whether it was looked through once.
    is_looked_through: bool,
    /// Whether UIDs without a message are messages that vanished: not at a first look, since years of deleting leave gaps too.
    counts_gaps: bool,
}

struct Asked {
    mailbox: String,
    first: u32,
    last: u32,
    /// Whether all of that chunk was read before.
    is_again: bool,
}

impl<'a> Progress<'a> {
    pub(crate) fn new(known: Vec<Known>, is_sent: bool, out: &'a mut dyn FnMut(Event) -> bool) -> Self {
        let last_sent = known.iter().find(|known| known.is_sent);
        Self {
            last_sent: last_sent.map(|known| known.mailbox.clone()),
            places: known.into_iter().map(Place::known).collect(),
            out,
            is_signed_in_said: false,
            asked: None,
            restarts: 0,
            is_sent,
        }
    }

    /// A look begins at `cursor`. Says how many messages up to it are to be read again; the next look reads none.
    pub(crate) fn begin_look(&mut self, mailbox: &str, cursor: Cursor) -> u32 {
        let place = self.place(mailbox);
        place.counts_gaps = place.is_looked_through && place.cursor == Some(cursor);
        std::mem::replace(&mut place.again, 0)
    }

    /// Everything in the mailbox was looked at.
    pub(crate) fn looked_through(&mut self, mailbox: &str) {
        self.place(mailbox).is_looked_through = true;
    }

    /// A chunk is asked for. Among the messages that are read again an unreadable one is known, and costs no second search.
    pub(crate) fn ask(&mut self, mailbox: &str, (first, last): (u32, u32)) {
        let is_again = self.cursor(mailbox).is_some_and(|cursor| last <= cursor.last_uid);
        self.asked = Some(Asked {
            mailbox: mailbox.to_owned(),
            first,
            last,
            is_again,
        });
    }

    /// The chunk was answered.
    pub(crate) fn answered(&mut self) {
        self.asked = None;
    }

    /// How far a mailbox was looked at.
    pub(crate) fn cursor(&self, mailbox: &str) -> Option<Cursor> {
        self.places.get(mailbox)?.cursor
    }

    /// How fast a mailbox is read.
    pub(crate) fn pace(&self, mailbox: &str) -> Pace {
        self.places
            .get(mailbox)
            .map_or_else(Pace::full, |place| place.pace)
    }

    /// Whether a mailbox's messages have other numbers than when they were looked at.
    pub(crate) fn is_renumbered(&self, mailbox: &str, now: UidValidity) -> bool {
        self.cursor(mailbox)
            .is_some_and(|cursor| cursor.uid_validity != now)
    }

    /// Name and identity of the mailbox for sent mail that was looked at last.
    pub(crate) fn last_sent(&self) -> Option<(String, Option<String>)> {
        let name = self.last_sent.clone()?;
        let id = self.places.get(&name)?.id.clone();
        Some((name, id))
    }

    /// A mailbox has another name now. What was known under that name was another mailbox.
    pub(crate) fn renamed(&mut self, before: &str, now: &str) {
        if let Some(place) = self.places.remove(before) {
            self.places.insert(now.to_owned(), place);
        }
        if self.last_sent.as_deref() == Some(before) {
            self.last_sent = Some(now.to_owned());
        }
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
        let (mailbox, id) = (session.sent.wire().to_owned(), session.id.clone());
        let place = self.place(&mailbox);
        let before = place.cursor.filter(|_| place.counts_gaps);
        let vanished = before.map_or(0, |before| {
            let is_new = |message: &&Fetched| message.uid.get() > before.last_uid;
            cursor.vanished_since(before, messages.iter().filter(is_new).count())
        });
        place.cursor = Some(cursor);
        place.id.clone_from(&id);
        let is_sent = self.is_sent;
        if is_sent {
            self.last_sent = Some(mailbox.clone());
        }
        self.tell(Event::Batch(Batch {
            mailbox,
            id,
            is_sent,
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
        let Some(asked) = self.asked.take().filter(|_| is_unreadable) else {
            return false;
        };
        if !asked.is_again {
            let place = self.place(&asked.mailbox);
            place.pace = place.pace.slower(asked.first, asked.last);
        }
        self.restarts = self.restarts.saturating_add(1);
        self.restarts <= RESTARTS
    }

    fn place(&mut self, mailbox: &str) -> &mut Place {
        self.places.entry(mailbox.to_owned()).or_insert_with(Place::new)
    }
}

impl Place {
    const fn new() -> Self {
        Self {
            id: None,
            cursor: None,
            pace: Pace::full(),
            again: AGAIN,
            is_looked_through: false,
            counts_gaps: false,
        }
    }

    fn known(known: Known) -> (String, Self) {
        let place = Self {
            id: known.id,
            cursor: Some(known.cursor),
            is_looked_through: true,
            ..Self::new()
        };
        (known.mailbox, place)
    }
}

/// How many messages are read at once. Fewer around an answer that could not be read, so that one message cannot hide others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    size: u32,
    /// Above this UID the pace is full again.
    until: u32,
    /// A message that cannot be read even alone.
    unreadable: Option<Uid>,
}

impl Pace {
    pub(crate) const fn full() -> Self {
        Self {
            size: CHUNK,
            until: 0,
            unreadable: None,
        }
    }

    /// How many to read at once from that UID on.
    pub(crate) const fn at(self, uid: u32) -> u32 {
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

/// Sign-ins that one session may use up; four narrow 500 messages down to one. A server must not have us sign in for ever.
const RESTARTS: u32 = 200;

/// Messages that are read at once: measured as fast as any larger number, and small in memory.
pub(crate) const CHUNK: u32 = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_answer_narrows_down_to_one_message() {
        let mut pace = Pace::full();
        let mut sizes = Vec::new();
        while pace.unreadable.is_none() {
            sizes.push(pace.at(1));
            pace = pace.slower(1, pace.at(1));
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
