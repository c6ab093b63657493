//! What mailboxes report, up to the casebook: judged, recorded once, with the cursor past it.

use std::time::Duration;

use casebook::{AccountId, Sighting};
use mailbox::Event;

use crate::{AccountState, Output, Trouble, clock::now, run::Running};

/// Messages of a catch-up that are kept to be judged together.
const TOGETHER: usize = 20_000;

impl<F: FnMut(Output)> Running<F> {
    pub(crate) fn reported(&mut self, account: AccountId, number: u64, event: Event) {
        let Some(session) = self.sessions.current(account, number) else {
            return;
        };
        match event {
            Event::SignedIn { .. } => {
                session.well(AccountState::Connecting);
                let forgotten = self.casebook.forget_refused_sign_ins(account);
                self.saved(forgotten);
            }
            Event::Batch(batch) => {
                session.pending.extend(batch.messages);
                session.vanished = session.vanished.saturating_add(batch.vanished);
                session.cursor = Some((batch.mailbox, batch.cursor));
                if session.pending.len() >= TOGETHER {
                    self.record(account);
                }
                return;
            }
            Event::CaughtUp => {
                session.well(AccountState::Watching);
                self.record(account);
                self.last_checked_at = Some(now());
                self.alerts();
            }
            Event::Ended(Some(error)) => {
                tracing::warn!("a mailbox's connection ended: {error}");
                let trouble = Trouble {
                    message: error.to_string(),
                    hint: error.hint(),
                };
                session.fail(trouble, error.next_move(), error.wait());
                if matches!(error, mailbox::Error::SignInRefused { .. }) {
                    let noted = self.casebook.note_refused_sign_in(account, now());
                    self.saved(noted);
                }
            }
            Event::Ended(None) => return,
        }
        self.note(account);
    }

    /// Judges and records what was read, with the cursor past it, in one transaction. What cannot be saved is read again later.
    fn record(&mut self, account: AccountId) {
        let Some(session) = self.sessions.by_account.get_mut(&account) else {
            return;
        };
        let Some((mailbox, cursor)) = session.cursor.take() else {
            return;
        };
        let (read, vanished) = (
            std::mem::take(&mut session.pending),
            std::mem::take(&mut session.vanished),
        );
        // What was judged before would be counted twice as mail that the user sends.
        let recorded = self.casebook.unjudged(account, read).and_then(|fresh| {
            let sighting = Sighting {
                account,
                mailbox,
                cursor,
                judged: self.knowledge.judge(fresh),
                vanished,
                at: now(),
            };
            self.casebook.record(&sighting)
        });
        match recorded {
            Ok(incidents) if !incidents.is_empty() => (self.out)(Output::Recorded(incidents)),
            Ok(_) => {}
            Err(error) => {
                let trouble = Trouble {
                    message: error.to_string(),
                    hint: error.hint(),
                };
                session.fail(trouble, mailbox::NextMove::Retry, Duration::ZERO);
                self.not_saved(&error);
            }
        }
    }
}
