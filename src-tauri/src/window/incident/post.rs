//! The user's own mail account, as an incident needs it: signed in to for one errand, away from the threads that draw.

use casebook::{AccountRow, Incident, SignIn};
use mailbox::{Account, Host, Limits, Password, Stray, Token};
use oauth::Wanted;
use response::Secret;
use secrecy::SecretString;

use super::super::{Office, away, error::CommandError};
use crate::wording::say;

/// The account that a stray message was sent with, and what it signs in with.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) row: AccountRow,
    /// With what one signs in to read mail.
    to_read: mailbox::Secret,
    /// With what one signs in to send it: the same, as those who send it have it.
    to_send: Secret,
}

impl Post {
    /// The account of an incident.
    ///
    /// # Errors
    /// Where it is used no longer, or neither password nor token is to be had.
    pub(super) async fn of(office: &Office, incident: &Incident) -> Result<Self, CommandError> {
        let id = incident.account;
        let found = office.desk(move |casebook| casebook.account(id)).await?;
        let row = found.ok_or_else(CommandError::no_account)?;
        match row.sign_in.clone() {
            SignIn::Password => {
                let password = password(&row.account).await?;
                Ok(Self {
                    to_read: Password::from(password.clone()).into(),
                    to_send: Secret::Password(password),
                    row,
                })
            }
            SignIn::Provider(provider) => {
                let token = token(office, &row.account, provider).await?;
                let usable = Token::new(token.clone()).ok_or_else(|| {
                    CommandError::field("signIn", say("error-bad-token"), say("error-bad-token-hint"))
                })?;
                Ok(Self {
                    to_read: usable.into(),
                    to_send: Secret::Token(token),
                    row,
                })
            }
        }
    }

    /// Where mail is read.
    pub(super) const fn account(&self) -> &Account {
        &self.row.account
    }

    /// With what one signs in to send mail through this server.
    ///
    /// # Errors
    /// Where a provider's token would go to a server of somebody else.
    pub(super) async fn secret(&self, office: &Office, server: &Host) -> Result<Secret, CommandError> {
        if let SignIn::Provider(name) = &self.row.sign_in {
            let (sign_ins, provider, host) = (office.sign_ins.clone(), name.clone(), server.clone());
            let serves =
                away(move || Ok::<_, oauth::Error>(sign_ins.provider(&provider)?.serves(&host))).await??;
            if !serves {
                let (provider, host) = (name.clone(), server.clone());
                return Err(oauth::Error::ForeignServer { provider, host }.into());
            }
        }
        Ok(self.to_send.clone())
    }

    /// Runs an errand in the mailbox.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn errand<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&Account, &mailbox::Secret, &Limits) -> Result<T, mailbox::Error> + Send + 'static,
    ) -> Result<T, CommandError> {
        let post = self.clone();
        Ok(away(move || errand(post.account(), &post.to_read, &Limits::default())).await??)
    }

    /// The whole stray message.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn message(&self, incident: &Incident) -> Result<Vec<u8>, CommandError> {
        let stray = stray(incident);
        self.errand(move |account, secret, limits| mailbox::fetch_message(account, secret, limits, &stray))
            .await
    }

    /// The stray message's header block.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) async fn header(&self, incident: &Incident) -> Result<Vec<u8>, CommandError> {
        let stray = stray(incident);
        self.errand(move |account, secret, limits| mailbox::fetch_header(account, secret, limits, &stray))
            .await
    }
}

async fn password(account: &Account) -> Result<SecretString, CommandError> {
    let key = credentials::key(&account.user.to_string(), &account.host.to_string(), account.port);
    let found = away(move || credentials::Keyring::default().load(&key)).await??;
    found.ok_or_else(|| {
        CommandError::not_now(
            say("error-password-not-kept"),
            say("error-password-not-kept-hint"),
        )
    })
}

async fn token(office: &Office, account: &Account, provider: String) -> Result<SecretString, CommandError> {
    let (sign_ins, account) = (office.sign_ins.clone(), account.clone());
    Ok(away(move || sign_ins.access_token(&account, &provider, Wanted::Valid, watch::now())).await??)
}

fn stray(incident: &Incident) -> Stray {
    Stray {
        mailbox: incident.mailbox.clone(),
        uid: incident.uid,
        key: incident.message_key,
        message_id: incident.facts.message_id.clone(),
    }
}
