//! The Secret Service (freedesktop.org), asked anew at each call.
//!
//! `keyring::Entry` remembers for the process's life that there was no keyring; a user who starts one should be heard.

use std::{collections::HashMap, sync::Arc};

use keyring_core::{CredentialStore, Entry, Error as StoreError};
use secrecy::{ExposeSecret, SecretString};
use zbus_secret_service_keyring_store::Store;

use crate::{Error, Key};

const SERVICE: &str = "Astray";

pub(crate) fn save(key: &Key, password: &SecretString) -> Result<(), Error> {
    let entry = entry(key)?;
    match entry.set_password(password.expose_secret()) {
        Err(StoreError::Ambiguous(doubles)) => {
            // Copied keyrings hold an item twice; none of them is worth more than the password at hand.
            delete_all(&doubles)?;
            entry.set_password(password.expose_secret()).map_err(refusal)
        }
        answer => answer.map_err(refusal),
    }
}

pub(crate) fn load(key: &Key) -> Result<Option<SecretString>, Error> {
    match entry(key)?.get_password() {
        Ok(password) => Ok(Some(SecretString::from(password))),
        Err(StoreError::NoEntry) => Ok(None),
        Err(error) => Err(refusal(error)),
    }
}

pub(crate) fn forget(key: &Key) -> Result<(), Error> {
    match entry(key)?.delete_credential() {
        Ok(()) | Err(StoreError::NoEntry) => Ok(()),
        Err(StoreError::Ambiguous(doubles)) => delete_all(&doubles),
        Err(error) => Err(refusal(error)),
    }
}

fn entry(key: &Key) -> Result<Entry, Error> {
    let store: Arc<CredentialStore> = Store::new().map_err(|error| Error::NoKeyring(cause(error)))?;
    let label = format!("Astray: password of {}", key.as_str());
    let modifiers = HashMap::from([("label", label.as_str())]);
    store
        .build(SERVICE, key.as_str(), Some(&modifiers))
        .map_err(refusal)
}

fn delete_all(entries: &[Entry]) -> Result<(), Error> {
    entries
        .iter()
        .try_for_each(Entry::delete_credential)
        .map_err(refusal)
}

fn refusal(error: StoreError) -> Error {
    match matches!(error, StoreError::NoStorageAccess(_)) {
        true => Error::Locked,
        false => Error::Refused(cause(error)),
    }
}

/// The cause alone: some of the store's errors carry the bytes of the secret with them.
fn cause(error: StoreError) -> Box<dyn std::error::Error + Send + Sync> {
    if let StoreError::PlatformFailure(cause) = error {
        return cause;
    }
    error.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_password_is_not_in_the_error() {
        for error in [
            StoreError::BadEncoding(b"hunter2\xff".to_vec()),
            StoreError::BadDataFormat(b"hunter2".to_vec(), "short".into()),
        ] {
            let error = refusal(error);
            let bytes = "104, 117, 110"; // “hun”, as a list of bytes is printed
            for text in [format!("{error:?}"), format!("{error}")] {
                assert!(!text.contains("hunter2") && !text.contains(bytes), "{text}");
            }
        }
    }
}
