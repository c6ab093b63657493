//! SignIns: the door for whoever needs an access token, or has got a grant to be kept.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use credentials::{Key, Keyring, token_key};
use mailbox::{Account, Host};
use message::Timestamp;
use policy::{Policy, Preferences};
use secrecy::SecretString;

use crate::{
    Error, Provider, Wanted, Web,
    client::refreshed,
    kept::{Kept, is_same},
};

/// The sign-ins of all accounts. Several threads may ask at once; an account's token is refreshed by one of them.
#[derive(Debug)]
pub struct SignIns {
    policy_path: PathBuf,
    preferences_path: PathBuf,
    keyring: Keyring,
    web: Web,
    kept: Mutex<BTreeMap<String, Arc<Mutex<Kept>>>>,
}

impl SignIns {
    /// Sign-ins with the providers that these files describe, read anew each time.
    pub fn new(policy_path: PathBuf, preferences_path: PathBuf, web: Web) -> Self {
        Self {
            policy_path,
            preferences_path,
            keyring: Keyring::new(),
            web,
            kept: Mutex::default(),
        }
    }

    /// How providers are asked.
    pub const fn web(&self) -> &Web {
        &self.web
    }

    /// The provider of that name.
    ///
    /// # Errors
    /// Where there is none, or the files cannot be read.
    pub fn provider(&self, name: &str) -> Result<Provider, Error> {
        let named = self
            .providers()?
            .into_iter()
            .find(|provider| provider.is_named(name));
        named.ok_or_else(|| Error::UnknownProvider(message::shown(name)))
    }

    /// The provider that a mail server belongs to.
    ///
    /// # Errors
    /// Where the files cannot be read.
    pub fn provider_of(&self, host: &Host) -> Result<Option<Provider>, Error> {
        Ok(self
            .providers()?
            .into_iter()
            .find(|provider| provider.serves(host)))
    }

    /// An access token for an account that signs in with this provider. Blocks while the provider is asked, half a minute at most.
    ///
    /// # Errors
    /// Where there is none to be had. One that was withdrawn is not asked about twice.
    pub fn access_token(
        &self,
        account: &Account,
        provider: &str,
        wanted: Wanted,
        now: Timestamp,
    ) -> Result<SecretString, Error> {
        let provider = self.provider(provider)?;
        if !provider.serves(&account.host) {
            return Err(Error::ForeignServer {
                provider: provider.name,
                host: account.host.clone(),
            });
        }
        let key = key_of(account);
        let kept = self.kept(&key);
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = kept.valid(wanted, now) {
            return Ok(token);
        }
        let refresh = self.refresh_token(&kept, &key, &provider)?;
        let token = match self.refreshed(&mut kept, &key, &provider, &refresh, now) {
            // The other role may have had it replaced meanwhile, or the user may have signed in anew.
            Err(Error::Withdrawn(name)) => match self.refresh_token(&kept, &key, &provider)? {
                another if is_same(&another, &refresh) => return Err(Error::Withdrawn(name)),
                another => self.refreshed(&mut kept, &key, &provider, &another, now)?,
            },
            answer => answer?,
        };
        Ok(token)
    }

    /// Keeps a refresh token in the keyring.
    ///
    /// # Errors
    /// Where the keyring does not take it.
    pub fn keep(&self, account: &Account, refresh: &SecretString) -> Result<(), Error> {
        Ok(self.keyring.save(&key_of(account), refresh)?)
    }

    /// Holds a refresh token in memory alone, until the program ends: there is no keyring for it. The sign-in is that of `user` at
    /// `host` and `port`.
    pub fn hold(&self, user: &str, host: &str, port: u16, refresh: SecretString) {
        let kept = self.kept(&token_key(user, host, port));
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Kept::holding(refresh);
    }

    /// Forgets an account's tokens, in memory and in the keyring.
    ///
    /// # Errors
    /// Where the keyring does not let go of it.
    pub fn forget(&self, account: &Account) -> Result<(), Error> {
        let key = key_of(account);
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(key.as_str());
        drop(all);
        Ok(self.keyring.forget(&key)?)
    }

    fn providers(&self) -> Result<Vec<Provider>, Error> {
        let policy = Policy::read(&self.policy_path)?;
        let preferences = Preferences::read(&self.preferences_path)?;
        Ok(Provider::all(&policy, &preferences))
    }

    fn kept(&self, key: &Key) -> Arc<Mutex<Kept>> {
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(key.as_str().to_owned()).or_default().clone()
    }

    fn refresh_token(&self, kept: &Kept, key: &Key, provider: &Provider) -> Result<SecretString, Error> {
        if let Some(held) = &kept.held {
            return Ok(held.clone());
        }
        let found = self.keyring.load(key)?;
        found.ok_or_else(|| Error::NotSignedIn(provider.name.clone()))
    }

    fn refreshed(
        &self,
        kept: &mut Kept,
        key: &Key,
        provider: &Provider,
        refresh: &SecretString,
        now: Timestamp,
    ) -> Result<SecretString, Error> {
        let ask = |refresh: &SecretString| refreshed(provider, refresh, &self.web);
        let (token, another) = kept.refresh(&provider.name, refresh, now, ask)?;
        if let Some(another) = another {
            let is_saved = kept.held.is_none()
                && match self.keyring.save(key, &another) {
                    Ok(()) => true,
                    Err(error) => {
                        tracing::warn!(
                            "the sign-in that {} replaced is held in memory: {error}",
                            provider.name
                        );
                        false
                    }
                };
            if !is_saved {
                kept.held = Some(another);
            }
        }
        Ok(token)
    }
}

fn key_of(account: &Account) -> Key {
    token_key(account.user.as_str(), &account.host.to_string(), account.port)
}
