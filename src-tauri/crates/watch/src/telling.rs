//! What the watch says: alerts that are due, how it stands, and what could not be saved.

use casebook::{AccountId, Decision, Error, IncidentId, TrustScope, WatchNote, WatchState};

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
        match self.casebook.note_watch(account, &note) {
            Ok(()) => self.saved_again(),
            Err(error) => self.not_saved(&error),
        }
        if self.sessions.must_sign_in(account) {
            match self.casebook.note_must_sign_in(account) {
                Ok(true) => (self.out)(Output::SignInNeeded(account)),
                Ok(false) => {}
                Err(error) => self.not_saved(&error),
            }
        }
    }

    /// Records that a message went where it should, as the user answered to its notification.
    pub(crate) fn its_right(&mut self, incident: IncidentId) {
        let decision = Decision::ItsRight(TrustScope::Once);
        match self.casebook.decide(incident, decision, now()) {
            Ok(()) => {}
            // The user decided in the window, or deleted the record, while the notification stood.
            Err(error @ (Error::Refused(_) | Error::Unknown(_))) => {
                tracing::info!("an answer to a notification came too late: {error}");
            }
            Err(error) => self.not_saved(&error),
        }
    }

    /// Says which of the incidents that are on the screen wait for the user no longer.
    pub(crate) fn settled(&mut self, on_screen: &[IncidentId]) {
        match self.casebook.waiting_alerts(on_screen) {
            Ok(waiting) => {
                let waits = |id: &IncidentId| waiting.iter().any(|alert| alert.incident == *id);
                let settled: Vec<_> = on_screen.iter().copied().filter(|id| !waits(id)).collect();
                if !settled.is_empty() {
                    (self.out)(Output::Settled(settled));
                }
            }
            Err(error) => tracing::warn!("what was decided cannot be read: {error}"),
        }
    }

    pub(crate) fn saved<T>(&mut self, result: Result<T, Error>) {
        if let Err(error) = result {
            self.not_saved(&error);
        }
    }

    pub(crate) fn not_saved(&mut self, error: &Error) {
        tracing::error!("the casebook failed: {error}");
        self.is_unsaved = true;
        (self.out)(Output::NotSaved(Some((self.words.casebook)(error))));
    }

    /// The casebook was written: it can be again, where it could not.
    pub(crate) fn saved_again(&mut self) {
        if std::mem::take(&mut self.is_unsaved) {
            (self.out)(Output::NotSaved(None));
        }
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

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc::sync_channel};

    use super::*;
    use crate::{Judging, SecretProblem, Whose, Words, samples::casebook, sessions::Sessions};

    /// What the watch says while this is done to it.
    fn said(act: impl FnOnce(&mut Running<&mut dyn FnMut(Output)>, AccountId)) -> Vec<Output> {
        let mut said = Vec::new();
        let mut out = |output| said.push(output);
        let out: &mut dyn FnMut(Output) = &mut out;
        let judging = Judging {
            policy_path: "no-policy.json".into(),
            preferences_path: "no-preferences.json".into(),
        };
        let (sender, _receiver) = sync_channel(1);
        let nothing = Arc::new(|_: &_, _| Err(SecretProblem::new(String::new(), String::new())));
        let sessions = Sessions::new(nothing, mailbox::Limits::default(), sender);
        let (casebook, account) = casebook();
        let whole = (casebook, Whose::All);
        act(
            &mut Running::new(whole, Words::plain(), judging, sessions, out),
            account,
        );
        said
    }

    #[test]
    fn what_could_not_be_saved_is_said_until_it_can_be_again() {
        let said = said(|watch, account| {
            watch.not_saved(&Error::Busy);
            watch.note(account);
            watch.note(account);
        });
        assert!(
            matches!(&said[..], [Output::NotSaved(Some(_)), Output::NotSaved(None)]),
            "{said:?}"
        );
    }

    #[test]
    fn an_answer_that_comes_too_late_is_no_failure_to_save() {
        let (decided, unknown) = (IncidentId::from(1), IncidentId::from(2));
        let said = said(|watch, _| {
            watch
                .casebook
                .decide(decided, Decision::Confirmed, now())
                .unwrap();
            watch.its_right(decided);
            watch.its_right(unknown);
        });
        assert_eq!(said, []);
    }

    #[test]
    fn what_waits_no_longer_is_said_of_what_is_on_the_screen() {
        let (waiting, gone) = (IncidentId::from(1), IncidentId::from(2));
        let said = said(|watch, _| {
            watch.settled(&[waiting]);
            watch.settled(&[waiting, gone]);
            watch.its_right(waiting);
            watch.settled(&[waiting]);
            watch.settled(&[]);
        });
        assert_eq!(
            said,
            [Output::Settled(vec![gone]), Output::Settled(vec![waiting])]
        );
    }
}
