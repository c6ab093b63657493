//! How far the first look through a mailbox has come, for whoever waits for its end.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use casebook::{AccountId, Look};

use crate::{run::Running, session::Link};

/// How often it is written down at most: each time costs the disk a write.
pub(crate) const PAUSE: Duration = Duration::from_millis(400);

/// The looks that are under way.
#[derive(Default)]
pub(crate) struct Looks(BTreeMap<AccountId, UnderWay>);

struct UnderWay {
    look: Look,
    noted_at: Instant,
    /// Whether more was read since.
    is_further: bool,
}

impl Looks {
    /// When the next of them is to be written down; none where all are.
    pub(crate) fn next_note(&self) -> Option<Duration> {
        let further = self.0.values().filter(|one| one.is_further);
        further
            .map(|one| PAUSE.saturating_sub(one.noted_at.elapsed()))
            .min()
    }
}

impl<F: FnMut(crate::Output)> Running<F> {
    /// A look at the mailbox for sent mail begins. Only the first one is worth counting: later ones end at once. One that goes on after
    /// a break begins with what was judged before it.
    pub(crate) fn look_begins(&mut self, account: AccountId, mailbox: String, total: u32) {
        let notes = self.casebook.watch_notes().unwrap_or_default();
        let Some(note) = notes.iter().find(|note| note.account.id == account) else {
            return;
        };
        if note.last_checked_at.is_some() {
            return;
        }
        let judged = note.checked.saturating_add(note.copies);
        let look = Look {
            mailbox,
            done: u32::try_from(judged).unwrap_or(u32::MAX).min(total),
            total,
        };
        let noted = self.casebook.note_look(account, Some(&look));
        self.saved(noted);
        let under_way = UnderWay {
            look,
            noted_at: Instant::now(),
            is_further: false,
        };
        self.looks.0.insert(account, under_way);
    }

    /// So many messages more were read.
    pub(crate) fn look_goes_on(&mut self, link: Link, read: usize) {
        let Some(one) = self.looks.0.get_mut(&link.account) else {
            return;
        };
        if link != Link::sent(link.account) {
            return;
        }
        let read = u32::try_from(read).unwrap_or(u32::MAX);
        one.look.done = one.look.done.saturating_add(read).min(one.look.total);
        one.is_further = true;
        self.note_looks(PAUSE);
    }

    /// Writes down the looks that were not written down for so long.
    pub(crate) fn note_looks(&mut self, pause: Duration) {
        let mut notes = Vec::new();
        for (account, one) in &mut self.looks.0 {
            if one.is_further && one.noted_at.elapsed() >= pause {
                (one.is_further, one.noted_at) = (false, Instant::now());
                notes.push((*account, one.look.clone()));
            }
        }
        for (account, look) in notes {
            let noted = self.casebook.note_look(account, Some(&look));
            self.saved(noted);
        }
    }

    /// All was looked at.
    pub(crate) fn look_ends(&mut self, account: AccountId) {
        if self.looks.0.remove(&account).is_some() {
            let noted = self.casebook.note_look(account, None);
            self.saved(noted);
        }
    }
}
