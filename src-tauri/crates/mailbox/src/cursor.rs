//! How far a mailbox was read, and what there is to read. Pure.

use std::{num::NonZeroU32, ops::RangeInclusive};

/// A message's number in its mailbox (RFC 9051 section 2.3.1.1). Never a sequence number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(NonZeroU32);

impl Uid {
    /// The UID of that number; there is no UID 0.
    pub const fn new(number: u32) -> Option<Self> {
        match NonZeroU32::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Its number.
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

/// Which numbering the UIDs of a mailbox belong to (RFC 9051 section 2.3.1.1): when it changes, all UIDs are others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UidValidity(NonZeroU32);

impl UidValidity {
    /// The numbering of that value; 0 is none.
    pub const fn new(number: u32) -> Option<Self> {
        match NonZeroU32::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Its value.
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

/// How far a mailbox was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cursor {
    /// The numbering that `last_uid` belongs to.
    pub uid_validity: UidValidity,
    /// All messages up to this UID were looked at; 0 when none was.
    pub last_uid: u32,
}

impl Cursor {
    /// Nothing was looked at yet.
    pub const fn start(uid_validity: UidValidity) -> Self {
        Self {
            uid_validity,
            last_uid: 0,
        }
    }

    /// Where to go on in a mailbox whose numbering is this one. Another numbering means the start: what was judged before is
    /// known by its message key, so that reading it again is harmless.
    pub(crate) fn resume(known: Option<Self>, uid_validity: UidValidity) -> Self {
        match known {
            Some(cursor) if cursor.uid_validity == uid_validity => cursor,
            Some(_) | None => Self::start(uid_validity),
        }
    }

    /// The UIDs above the cursor and below UIDNEXT; none when all was looked at. A UIDNEXT that went back leaves nothing.
    pub(crate) fn unread(self, uid_next: NonZeroU32) -> Option<RangeInclusive<u32>> {
        let first = self.last_uid.checked_add(1)?;
        let last = uid_next.get().saturating_sub(1);
        (first <= last).then_some(first..=last)
    }

    /// The last `count` UIDs up to the cursor; none where nothing was looked at.
    pub(crate) fn again(self, count: u32) -> Option<RangeInclusive<u32>> {
        let first = self.last_uid.saturating_sub(count).checked_add(1)?;
        (first <= self.last_uid).then_some(first..=self.last_uid)
    }

    /// The cursor moved forward to a UID. It never goes back.
    pub(crate) const fn at(self, last_uid: u32) -> Self {
        match last_uid > self.last_uid {
            true => Self { last_uid, ..self },
            false => self,
        }
    }

    /// How many UIDs the cursor went over from `before`, in one numbering, beside the messages that were found there.
    pub(crate) fn vanished_since(self, before: Self, found: usize) -> u32 {
        let went = self.last_uid.saturating_sub(before.last_uid);
        let gap = went.saturating_sub(u32::try_from(found).unwrap_or(u32::MAX));
        // Some servers leap ahead, and a hostile one may say any number.
        if gap > LARGEST_GAP { 0 } else { gap }
    }
}

/// More messages than anybody deletes between two looks.
const LARGEST_GAP: u32 = 10_000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cursor(validity: u32, last_uid: u32) -> Cursor {
        Cursor {
            uid_validity: UidValidity::new(validity).unwrap(),
            last_uid,
        }
    }

    fn check(known: Option<Cursor>, validity: u32, uid_next: u32, expected: Option<(u32, u32)>) {
        let resumed = Cursor::resume(known, UidValidity::new(validity).unwrap());
        assert_eq!(
            resumed.unread(NonZeroU32::new(uid_next).unwrap()),
            expected.map(|(first, last)| first..=last),
            "{known:?} {validity} {uid_next}"
        );
    }

    #[test]
    fn what_there_is_to_read() {
        check(None, 7, 1, None); // an empty mailbox
        check(None, 7, 4, Some((1, 3))); // a first look
        check(Some(cursor(7, 3)), 7, 4, None); // nothing new
        check(Some(cursor(7, 3)), 7, 6, Some((4, 5))); // two new ones
        check(Some(cursor(7, 3)), 8, 6, Some((1, 5))); // another numbering: from the start
        check(Some(cursor(7, 9)), 7, 4, None); // a UIDNEXT that went back
        check(Some(cursor(7, u32::MAX)), 7, u32::MAX, None); // the last of all UIDs
        check(None, 7, u32::MAX, Some((1, u32::MAX - 1)));
    }

    #[test]
    fn the_last_ones_are_read_again() {
        for (last_uid, expected) in [(0, None), (3, Some(1..=3)), (500, Some(301..=500))] {
            assert_eq!(cursor(7, last_uid).again(200), expected);
        }
        assert_eq!(cursor(7, 500).again(0), None);
    }

    #[test]
    fn gaps_are_counted_unless_they_are_absurd() {
        for (before, last, found, expected) in [
            (10, 20, 10, 0),
            (10, 20, 8, 2),
            (20, 20, 0, 0),
            (1, u32::MAX - 1, 0, 0),
        ] {
            assert_eq!(
                cursor(7, last).vanished_since(cursor(7, before), found),
                expected,
                "{before} {last} {found}"
            );
        }
    }

    #[test]
    fn a_cursor_never_goes_back() {
        assert_eq!(cursor(7, 20).at(10), cursor(7, 20));
        assert_eq!(cursor(7, 20).at(21), cursor(7, 21));
    }

    #[test]
    fn zero_is_no_uid_and_no_numbering() {
        assert_eq!(Uid::new(0), None);
        assert_eq!(UidValidity::new(0), None);
        assert_eq!(Uid::new(5).map(Uid::get), Some(5));
    }

    proptest! {
        #[test]
        fn nothing_is_read_twice_or_left_out(last in any::<u32>(), next in 1..=u32::MAX) {
            let unread = cursor(1, last).unread(NonZeroU32::new(next).unwrap());
            let count = unread.map_or(0, |range| u64::from(range.end() - range.start()) + 1);
            prop_assert_eq!(count, u64::from(next - 1).saturating_sub(u64::from(last)));
        }
    }
}
