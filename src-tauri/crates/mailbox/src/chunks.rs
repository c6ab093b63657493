//! Chunks: which UIDs are asked for at once.

use std::ops::RangeInclusive;

use imap_proto::AttributeValue;

use crate::{
    Error, Uid,
    progress::{CHUNK, Pace},
    session::Session,
};

/// UIDs that are read together, and the UID up to which all is looked at when they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The first and the last.
    pub(crate) asked: (u32, u32),
    pub(crate) up_to: u32,
    pub(crate) kind: Kind,
}

/// What is to be done for a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Ask for its messages.
    Messages,
    /// Nothing: this one cannot be read even alone.
    Unreadable(Uid),
    /// Nothing: there are none.
    Empty,
}

/// The UIDs that there are, in rising order.
#[derive(Clone, Debug)]
pub(crate) enum Uids {
    /// Most of these: the others are looked for in vain, which costs less than a list.
    All(RangeInclusive<u32>),
    /// These, up to that one.
    Listed {
        uids: Vec<u32>,
        taken: usize,
        up_to: u32,
    },
}

impl Uids {
    /// Which UIDs there are in a window of a mailbox with so many messages. Among many there may be gaps of any size, as after years
    /// of deleting, or where a hostile server says that it has four thousand million: then they are listed.
    pub(crate) fn in_window(
        session: &mut Session,
        window: RangeInclusive<u32>,
        exists: u32,
    ) -> Result<Self, Error> {
        let count = window.end().saturating_sub(*window.start());
        let is_dense = exists <= LISTED && count / SPARSE < exists;
        if count < CHUNK || is_dense {
            return Ok(Self::All(window));
        }
        let tag = session.ask((*window.start(), *window.end()), "(UID)")?;
        let mut uids = Vec::new();
        session.answer(&tag, |items| {
            let uid = items.iter().find_map(|item| {
                if let AttributeValue::Uid(uid) = item {
                    Some(*uid)
                } else {
                    None
                }
            });
            // A server answers `5:9` with its last message even when that has UID 4 (RFC 9051 section 6.4.9).
            uids.extend(uid.filter(|uid| window.contains(uid)));
        })?;
        uids.sort_unstable();
        uids.dedup();
        Ok(Self::Listed {
            uids,
            taken: 0,
            up_to: *window.end(),
        })
    }
}

/// The chunks of some UIDs, one after the other.
pub(crate) struct Chunks {
    pub(crate) uids: Uids,
    pub(crate) pace: Pace,
}

impl Iterator for Chunks {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        let pace = self.pace;
        let (asked, up_to) = match &mut self.uids {
            Uids::All(window) => {
                let first = (!window.is_empty()).then_some(*window.start())?;
                let last = first
                    .saturating_add(pace.at(first).saturating_sub(1))
                    .min(*window.end());
                *window = last.saturating_add(1)..=*window.end();
                if last == u32::MAX {
                    *window = RangeInclusive::new(1, 0);
                }
                ((first, last), last)
            }
            Uids::Listed { uids, taken, up_to } => {
                let rest = uids.get(*taken..).unwrap_or_default();
                let Some(&first) = rest.first() else {
                    // Nothing was listed: the window is done all the same, once.
                    let is_done = *taken > 0 || *up_to == 0;
                    let up_to = std::mem::take(up_to);
                    return (!is_done).then_some(Chunk {
                        asked: (up_to, up_to),
                        up_to,
                        kind: Kind::Empty,
                    });
                };
                let count = usize::try_from(pace.at(first))
                    .unwrap_or(usize::MAX)
                    .min(rest.len());
                let last = rest.get(count.saturating_sub(1)).copied().unwrap_or(first);
                *taken = taken.saturating_add(count);
                let is_last = *taken >= uids.len();
                ((first, last), if is_last { *up_to } else { last })
            }
        };
        let unreadable = Uid::new(asked.0).filter(|uid| pace.is_unreadable(*uid));
        Some(Chunk {
            asked,
            up_to,
            kind: unreadable.map_or(Kind::Messages, Kind::Unreadable),
        })
    }
}

/// The next UIDs to look at. A list has 40 octets a message, so that one answer holds those of any ordinary mailbox; a larger mailbox is
/// looked at a part at a time.
pub(crate) fn next_window(last_uid: u32, end: u32, exists: u32) -> Option<RangeInclusive<u32>> {
    let first = last_uid.checked_add(1).filter(|first| *first <= end)?;
    let last = if exists <= LISTED {
        end
    } else {
        first.saturating_add(LISTED).min(end)
    };
    Some(first..=last)
}

/// Messages that are listed at once.
const LISTED: u32 = 300_000;

/// UIDs a message from which on a list costs less than looking for each.
const SPARSE: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(uids: Uids) -> Vec<(u32, u32, u32)> {
        let chunks = Chunks {
            uids,
            pace: Pace::full(),
        };
        chunks
            .map(|chunk| (chunk.asked.0, chunk.asked.1, chunk.up_to))
            .collect()
    }

    fn listed(uids: Vec<u32>, up_to: u32) -> Uids {
        Uids::Listed {
            uids,
            taken: 0,
            up_to,
        }
    }

    #[test]
    fn a_large_mailbox_is_looked_at_in_parts() {
        assert_eq!(next_window(0, u32::MAX - 1, 3), Some(1..=u32::MAX - 1));
        assert_eq!(next_window(0, 1_000_000, 900_000), Some(1..=300_001));
        assert_eq!(next_window(300_001, 1_000_000, 900_000), Some(300_002..=600_002));
        assert_eq!(next_window(1_000_000, 1_000_000, 900_000), None);
        assert_eq!(next_window(u32::MAX, u32::MAX, 1), None);
    }

    #[test]
    fn all_are_asked_for_500_at_once() {
        assert_eq!(chunks(Uids::All(1..=1)), [(1, 1, 1)]);
        assert_eq!(chunks(Uids::All(7..=1006)), [(7, 506, 506), (507, 1006, 1006)]);
        assert_eq!(chunks(Uids::All(9..=508)), [(9, 508, 508)]);
        let last = u32::MAX;
        assert_eq!(chunks(Uids::All(last - 1..=last)), [(last - 1, last, last)]);
    }

    #[test]
    fn the_last_of_those_that_are_listed_stands_for_all_behind_it() {
        let uids: Vec<u32> = (1..=501).map(|number| number * 10).collect();
        assert_eq!(chunks(listed(uids, 9000)), [(10, 5000, 5000), (5010, 5010, 9000)]);
        assert_eq!(chunks(listed(Vec::new(), 9000)), [(9000, 9000, 9000)]);
    }
}
