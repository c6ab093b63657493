//! The user's own mail account, as an incident needs it: signed in to for one errand, away from the threads that draw.

use casebook::{AccountRow, Incident};
use mailbox::{Account, Limits, Password, Stray};
use response::Secret;
use secrecy::SecretString;

use super::super::{Office, away, error::CommandError};
use crate::wording::say;

/// The account that a stray message was sent with, and its password.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) row: AccountRow,
    secret: SecretString,
}

impl Post {
    /// The account of an incident.
    ///
    /// # Errors
    /// Where it is used no longer, or its password is not to be had.
    pub(super) async fn of(office: &Office, incident: &Incident) -> Result<Self, CommandError> {
        let id = incident.account;
        let found = office.desk(move |casebook| casebook.account(id)).await?;
        let row = found.ok_or_else(CommandError::no_account)?;
        let Account { user, host, port, .. } = &row.account;
        let key = credentials::key(&user.to_string(), &host.to_string(), *port);
        let found = away(move || credentials::Keyring::default().load(&key)).await??;
        let secret = found.ok_or_else(|| {
            CommandError::not_now(
                say("error-password-not-kept"),
                say("error-password-not-kept-hint"),
            )
        })?;
        Ok(Self { row, secret })
    }

    /// Where mail is read.
    pub(super) const fn account(&self) -> &Account {
        &self.row.account
    }

    /// With what one signs in to read it.
    pub(super) fn password(&self) -> Password {
        Password::from(self.secret.clone())
    }

    /// With what one signs in to send it.
    pub(super) fn secret(&self) -> Secret {
        Secret::Password(self.secret.clone())
    }

    /// Runs an errand in the mailbox.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn errand<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&Account, &Password, &Limits) -> Result<T, mailbox::Error> + Send + 'static,
    ) -> Result<T, CommandError> {
        let post = self.clone();
        Ok(away(move || errand(post.account(), &post.password(), &Limits::default())).await??)
    }

    /// The whole stray message.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn message(&self, incident: &Incident) -> Result<Vec<u8>, CommandError> {
        let stray = stray(incident);
        self.errand(move |account, password, limits| {
            mailbox::fetch_message(account, password, limits, &stray)
        })
        .await
    }

    /// The stray message's header block.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn header(&self, incident: &Incident) -> Result<Vec<u8>, CommandError> {
        let stray = stray(incident);
        self.errand(move |account, password, limits| mailbox::fetch_header(account, password, limits, &stray))
            .await
    }
}

fn stray(incident: &Incident) -> Stray {
    Stray {
        mailbox: incident.mailbox.clone(),
        uid: incident.uid,
        key: incident.message_key,
        message_id: incident.facts.message_id.clone(),
    }
}
