//! How far the first look through a mailbox has come, for whoever waits for its end.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use casebook::{AccountId, Look};

use crate::{run::Running, session::Link};

/// How often it is written down at most: each time costs the disk a write.
const PAUSE: Duration = Duration::from_millis(400);

/// The looks that are under way.
#[derive(Default)]
pub(crate) struct Looks(BTreeMap<AccountId, (Look, Instant)>);

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
        self.looks.0.insert(account, (look, Instant::now()));
    }

    /// So many messages more were read.
    pub(crate) fn look_goes_on(&mut self, link: Link, read: usize) {
        let Some((look, noted_at)) = self.looks.0.get_mut(&link.account) else {
            return;
        };
        if link != Link::sent(link.account) {
            return;
        }
        let read = u32::try_from(read).unwrap_or(u32::MAX);
        look.done = look.done.saturating_add(read).min(look.total);
        if noted_at.elapsed() >= PAUSE {
            *noted_at = Instant::now();
            let look = look.clone();
            let noted = self.casebook.note_look(link.account, Some(&look));
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
