//! The secret of an account, as the form and the keyring have it: found, kept, held, forgotten.

use casebook::{AccountId, AccountRow, NewAccount, SignIn};
use mailbox::{Account, Password, Secret, Token};
use oauth::{SignIns, Wanted};
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};

use super::{
    Office, away,
    error::CommandError,
    settings::{account, agent_away},
    settings_view::Keep,
    sign_in::{kept, sign_in_missing},
};
use crate::{channel::Request, wording::say};

/// What an account that is about to be saved signs in with.
pub(super) enum Kept {
    /// A password.
    Password(SecretString),
    /// A refresh token that has just been given.
    Refresh(SecretString),
    /// The refresh token that is kept already.
    AsItIs,
}

impl Kept {
    /// Takes it from the form, from the last sign-in, or from what is kept for the account.
    pub(super) async fn find(
        office: &Office,
        id: Option<i64>,
        wanted: &NewAccount,
        typed: Option<String>,
    ) -> Result<Self, CommandError> {
        let SignIn::Provider(provider) = &wanted.sign_in else {
            // A new server or user name has no password in the keyring yet: the one that is kept moves along.
            return match (id, &typed) {
                (None, None) => Err(password_missing()),
                _ => password(office, id, wanted, typed).await.map(Self::Password),
            };
        };
        if let Some(grant) = office.sign_in_desk.granted(provider) {
            return Ok(Self::Refresh(grant.refresh));
        }
        match is_as_it_was(office, id, wanted).await? {
            true => Ok(Self::AsItIs),
            false => Err(sign_in_missing()),
        }
    }

    /// Keeps it in the keyring, where that is wanted.
    pub(super) async fn save(
        &self,
        office: &Office,
        account: &Account,
        keep: Keep,
    ) -> Result<(), CommandError> {
        match (self, keep) {
            (Self::Password(password), Keep::Keyring) => {
                let (key, password) = (key_of(account), password.clone());
                Ok(away(move || credentials::Keyring::default().save(&key, &password)).await??)
            }
            (Self::Refresh(refresh), Keep::Keyring) => {
                let (sign_ins, account, refresh) =
                    (office.sign_ins.clone(), account.clone(), refresh.clone());
                Ok(away(move || sign_ins.keep(&account, &refresh)).await??)
            }
            (Self::AsItIs, _) | (_, Keep::ThisRunOnly) => Ok(()),
        }
    }

    /// Has the agent hold it, where no keyring took it.
    pub(super) async fn hold(
        self,
        office: &Office,
        id: AccountId,
        account: &Account,
        keep: Keep,
    ) -> Result<(), CommandError> {
        match (self, keep) {
            (Self::Password(password), Keep::ThisRunOnly) => {
                let request = Request::HoldPassword {
                    account: id.value(),
                    password: Zeroizing::new(password.expose_secret().to_owned()),
                };
                office.agent(request).await.map(drop).ok_or_else(agent_away)
            }
            (Self::Refresh(refresh), Keep::ThisRunOnly) => kept(office, account, &refresh, keep).await,
            (Self::AsItIs, _) | (_, Keep::Keyring) => Ok(()),
        }
    }
}

/// What to try an account out with.
pub(super) async fn secret(
    office: &Office,
    id: Option<i64>,
    wanted: &NewAccount,
    typed: Option<String>,
) -> Result<Secret, CommandError> {
    let SignIn::Provider(provider) = &wanted.sign_in else {
        return Ok(Password::from(password(office, id, wanted, typed).await?).into());
    };
    let token = match office.sign_in_desk.granted(provider) {
        Some(grant) => {
            // The same bound as for a token that was kept: it goes to the provider's own servers alone.
            let (sign_ins, host, name) = (
                office.sign_ins.clone(),
                wanted.account.host.clone(),
                provider.clone(),
            );
            let serves =
                away(move || Ok::<_, oauth::Error>(sign_ins.provider(&name)?.serves(&host))).await??;
            if !serves {
                return Err(oauth::Error::ForeignServer {
                    provider: provider.clone(),
                    host: wanted.account.host.clone(),
                }
                .into());
            }
            grant.access_token().clone()
        }
        None if id.is_some() => {
            let (sign_ins, account, name) =
                (office.sign_ins.clone(), wanted.account.clone(), provider.clone());
            away(move || sign_ins.access_token(&account, &name, Wanted::Valid, watch::now())).await??
        }
        None => return Err(sign_in_missing()),
    };
    Token::new(token)
        .map(Secret::from)
        .ok_or_else(|| CommandError::field("signIn", say("error-bad-token"), say("error-bad-token-hint")))
}

/// Forgets all that an account signed in with.
pub(super) async fn forget(office: &Office, account: Account) -> Result<(), CommandError> {
    let sign_ins = office.sign_ins.clone();
    away(move || forget_now(&sign_ins, &account)).await
}

/// The same. Blocks.
pub(super) fn forget_now(sign_ins: &SignIns, account: &Account) {
    forget_password(account);
    forget_token(sign_ins, account);
}

/// Forgets what an account signed in with before its user chose another way.
pub(super) async fn forget_as_it_was(office: &Office, before: AccountRow) -> Result<(), CommandError> {
    let sign_ins = office.sign_ins.clone();
    away(move || match before.sign_in {
        SignIn::Password => forget_password(&before.account),
        SignIn::Provider(_) => forget_token(&sign_ins, &before.account),
    })
    .await
}

fn forget_password(account: &Account) {
    if let Err(error) = credentials::Keyring::default().forget(&key_of(account)) {
        tracing::warn!("a password could not be taken from the keyring: {error}");
    }
}

fn forget_token(sign_ins: &SignIns, account: &Account) {
    if let Err(error) = sign_ins.forget(account) {
        tracing::warn!("a sign-in could not be taken from the keyring: {error}");
    }
}

/// Whether the account signs in as before, so that what is kept for it still counts.
async fn is_as_it_was(office: &Office, id: Option<i64>, wanted: &NewAccount) -> Result<bool, CommandError> {
    let Some(id) = id else {
        return Ok(false);
    };
    let row = account(office, id).await?;
    Ok(row.sign_in == wanted.sign_in && key_of(&row.account) == key_of(&wanted.account))
}

/// The password of the form, or the one that is kept for the account.
async fn password(
    office: &Office,
    id: Option<i64>,
    wanted: &NewAccount,
    typed: Option<String>,
) -> Result<SecretString, CommandError> {
    if let Some(typed) = typed {
        return match typed.is_empty() {
            true => Err(password_missing()),
            false => Ok(SecretString::from(typed)),
        };
    }
    let kept_for = match id {
        Some(id) => account(office, id).await?.account,
        // What is typed anew may be an account that was removed but not forgotten.
        None => wanted.account.clone(),
    };
    let found = away(move || credentials::Keyring::default().load(&key_of(&kept_for))).await??;
    found.ok_or_else(password_missing)
}

fn key_of(account: &Account) -> credentials::Key {
    credentials::key(&account.user.to_string(), &account.host.to_string(), account.port)
}

fn password_missing() -> CommandError {
    CommandError::field(
        "password",
        say("error-password-none"),
        say("error-password-none-hint"),
    )
}
