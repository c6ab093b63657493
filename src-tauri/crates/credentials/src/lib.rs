//! Mailbox passwords, and what stands for them, in the keyring of the operating system, and nowhere else.
//!
//! A keyring may be missing, locked, or silent for ever, so every call runs on a thread of its own and is waited for only so long.
//! The crate knows no account and no mailbox: a password is found by its [`Key`].

mod bounded;
mod error;
mod key;
mod quiet;
mod store;

use std::time::Duration;

use secrecy::SecretString;

use bounded::Bounded;
pub use error::Error;
pub use key::{Key, key, token_key};
pub use quiet::NEVER_FINER;

/// How long a keyring may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The door to the operating system's keyring. Nothing is asked of the keyring before the first call; clones are the same door.
///
/// A call that ran out of time may still be carried out later, when the user unlocks the keyring: its answer is then dropped.
#[derive(Clone, Debug)]
pub struct Keyring {
    calls: Bounded,
}

impl Keyring {
    /// A keyring that is waited for 5 seconds.
    pub fn new() -> Self {
        Self::with_patience(PATIENCE)
    }

    /// A keyring that is waited for `patience` at each call.
    pub fn with_patience(patience: Duration) -> Self {
        Self {
            calls: Bounded::new(patience),
        }
    }

    /// Keeps `password` under `key`, in place of the one before.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn save(&self, key: &Key, password: &SecretString) -> Result<(), Error> {
        let (key, password) = (key.clone(), password.clone());
        self.calls.run(move || store::save(&key, &password))
    }

    /// The password under `key`, if there is one.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn load(&self, key: &Key) -> Result<Option<SecretString>, Error> {
        let key = key.clone();
        self.calls.run(move || store::load(&key))
    }

    /// Removes the password under `key`; one that is not there counts as removed.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn forget(&self, key: &Key) -> Result<(), Error> {
        let key = key.clone();
        self.calls.run(move || store::forget(&key))
    }
}

impl Default for Keyring {
    fn default() -> Self {
        Self::new()
    }
}
