//! What mailboxes report, up to the casebook: judged, recorded once, with the cursor past it.

use std::time::Duration;

use casebook::{AccountId, IncidentId, Sighting};
use mailbox::{Event, Fetched};

use crate::{
    AccountState, Attempt, Output,
    clock::now,
    run::Running,
    session::{Link, Part, Read},
};

/// Messages of a catch-up that are kept to be judged together.
const TOGETHER: usize = 20_000;

impl<F: FnMut(Output)> Running<F> {
    pub(crate) fn reported(&mut self, account: AccountId, number: u64, event: Event) {
        // A refusal counts even where nobody waits for it any more.
        if let Event::Ended(Some(error)) = &event
            && error.is_refused_sign_in()
        {
            let noted = self.casebook.note_refused_sign_in(account, now());
            self.saved(noted);
        }
        let Some((link, session)) = self.sessions.current(account, number) else {
            return;
        };
        let words = self.words;
        match event {
            Event::SignedIn { sent, exists, .. } => {
                session.well(AccountState::Connecting);
                if link.part == Part::Sent {
                    self.look_begins(account, sent.to_string(), exists);
                }
                let forgotten = self.casebook.forget_refused_sign_ins(account);
                self.saved(forgotten);
            }
            Event::Batch(batch) => {
                if session.reads_another(&batch) {
                    self.record(link);
                }
                self.look_goes_on(link, batch.messages.len());
                let read = self.sessions.of(link).map(|session| session.add(batch));
                if read.is_some_and(|read| read >= TOGETHER) {
                    self.record(link);
                }
                return;
            }
            Event::CaughtUp => {
                session.well(AccountState::Watching);
                self.looked(link);
            }
            Event::CaughtUpExcept(error) => {
                session.lacks((words.mailbox)(&error));
                self.looked(link);
            }
            Event::Ended(Some(error)) => {
                tracing::warn!("a mailbox's connection ended: {error}");
                if session.has_unreadable() {
                    self.record(link);
                }
                self.ended(link, &error);
            }
            Event::Ended(None) => return,
        }
        self.note(account);
    }

    /// A connection ended. A refused token may be out of time, or withdrawn: another one is tried once, and then none.
    fn ended(&mut self, link: Link, error: &mailbox::Error) {
        let is_token = matches!(error, mailbox::Error::TokenRefused { .. });
        let trouble = (self.words.mailbox)(error);
        let Some(session) = self.sessions.of(link) else {
            return;
        };
        match (is_token, session.attempt) {
            (true, Attempt::First) => self.sessions.attempt(link, Attempt::AfterRefusal),
            (true, Attempt::AfterRefusal) => session.give_up(trouble),
            (false, _) => session.fail(trouble, error.next_move(), error.wait()),
        }
    }

    /// All was looked at through a connection.
    fn looked(&mut self, link: Link) {
        self.record(link);
        self.last_checked_at = Some(now());
        self.alerts();
        if link.part == Part::Sent {
            self.look_ends(link.account);
            self.sessions.caught_up(link.account);
        }
    }

    /// Judges and records what was read, with the cursor past it, in one transaction. What cannot be saved is read again later.
    pub(crate) fn record(&mut self, link: Link) {
        let Some(read) = self.sessions.of(link).and_then(|session| session.read.take()) else {
            return;
        };
        match self.recorded(link.account, read) {
            Ok(incidents) => {
                self.saved_again();
                if !incidents.is_empty() {
                    (self.out)(Output::Recorded(incidents));
                }
            }
            Err(error) => {
                let trouble = (self.words.casebook)(&error);
                if let Some(session) = self.sessions.of(link) {
                    session.fail(trouble, mailbox::NextMove::Retry, Duration::ZERO);
                }
                self.not_saved(&error);
            }
        }
    }

    fn recorded(&mut self, account: AccountId, read: Read) -> Result<Vec<IncidentId>, casebook::Error> {
        let known = self.casebook.cursors(account)?;
        let same = known
            .iter()
            .find(|known| known.id.is_some() && known.id == read.id);
        let before = same.or_else(|| known.iter().find(|known| known.mailbox == read.mailbox));
        // Under another numbering all are met again.
        let is_first_met = |fetched: &&Fetched| {
            before.is_none_or(|before| {
                before.cursor.uid_validity == read.cursor.uid_validity
                    && fetched.uid.get() > before.cursor.last_uid
            })
        };
        let met = read.messages.iter().filter(is_first_met).count();
        // What was judged before would be counted twice as mail that the user sends.
        let fresh = self.casebook.unjudged(account, read.messages)?;
        let copies = met.saturating_sub(fresh.iter().filter(is_first_met).count());
        let sighting = Sighting {
            account,
            mailbox: read.mailbox,
            mailbox_id: read.id,
            is_sent: read.is_sent,
            cursor: read.cursor,
            judged: self.knowledge.judge(fresh),
            vanished: read.vanished,
            copies: u32::try_from(copies).unwrap_or(u32::MAX),
            at: now(),
        };
        let recorded = self.casebook.record(&sighting);
        // A lookalike is nobody whom the user writes to, and what was not recorded is read again.
        let is_all_learned = sighting.judged.iter().all(|judged| judged.lookalikes.is_empty());
        if recorded.is_err() || !is_all_learned {
            let learned = self.casebook.correspondents().unwrap_or_default();
            self.knowledge.relearn(learned);
        }
        recorded
    }
}
