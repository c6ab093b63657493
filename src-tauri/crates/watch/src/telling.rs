//! What the watch says: alerts that are due, how it stands, and what could not be saved.

use casebook::{AccountId, WatchNote, WatchState};

use crate::{AccountState, AccountStatus, Output, WatchStatus, clock::now, run::Running};

impl<F: FnMut(Output)> Running<F> {
    pub(crate) fn alerts(&mut self) {
        match self.casebook.untold_alerts() {
            Ok(alerts) if !alerts.is_empty() => (self.out)(Output::Alerts(alerts)),
            Ok(_) => {}
            Err(error) => self.not_saved(&error),
        }
    }

    /// Writes down how an account's watch stands, for the window.
    pub(crate) fn note(&mut self, account: AccountId) {
        let (state, trouble) = self.sessions.standing(account);
        let note = WatchNote {
            state: match state {
                AccountState::Connecting => WatchState::Connecting,
                AccountState::Watching => WatchState::Watching,
                AccountState::Trouble => WatchState::Trouble,
            },
            trouble: trouble.map(|trouble| (trouble.message, trouble.hint)),
            at: now(),
        };
        let noted = self.casebook.note_watch(account, &note);
        self.saved(noted);
        if self.sessions.must_sign_in(account) {
            match self.casebook.note_must_sign_in(account) {
                Ok(true) => (self.out)(Output::SignInNeeded(account)),
                Ok(false) => {}
                Err(error) => self.not_saved(&error),
            }
        }
    }

    pub(crate) fn saved<T>(&mut self, result: Result<T, casebook::Error>) {
        if let Err(error) = result {
            self.not_saved(&error);
        }
    }

    pub(crate) fn not_saved(&mut self, error: &casebook::Error) {
        tracing::error!("the casebook failed: {error}");
        (self.out)(Output::NotSaved((self.words.casebook)(error)));
    }

    pub(crate) fn say_status(&mut self) {
        let accounts = self.sessions.rows().map(|row| {
            let (state, trouble) = self.sessions.standing(row.id);
            AccountStatus {
                id: row.id,
                address: row.address.clone(),
                state,
                trouble,
                must_sign_in: self.sessions.must_sign_in(row.id),
                is_refused: state == AccountState::Trouble && self.is_refused(row.id),
            }
        });
        let status = WatchStatus {
            accounts: accounts.collect(),
            needs_you: self.casebook.needs_you().unwrap_or_default(),
            paused_until: self.paused_until,
            last_checked_at: self.last_checked_at,
        };
        if self.said.as_ref() != Some(&status) {
            self.said = Some(status.clone());
            (self.out)(Output::Status(status));
        }
    }
}
