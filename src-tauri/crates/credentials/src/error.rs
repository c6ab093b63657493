//! Why the keyring did not help, by what the user can do about it.

use std::time::Duration;

/// Why a password could not be kept, found or removed. No variant holds a password.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no session bus, or nobody on it keeps secrets.
    #[error("no keyring runs in this session")]
    NoKeyring(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The user did not unlock the keyring, or it has no collection to keep passwords in.
    #[error("the keyring is locked")]
    Locked,
    /// The keyring took too long, perhaps because it waits for the user to unlock it.
    #[error("no keyring answered within {} seconds", within.as_secs_f32())]
    TimedOut {
        /// How long it was waited for.
        within: Duration,
    },
    /// The keyring answered with an error.
    #[error("the keyring refused")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// What the user can do: one sentence, without its full stop.
    pub fn hint(&self) -> String {
        let hint = match self {
            Self::NoKeyring(_) => {
                "install a keyring such as gnome-keyring or KWallet and sign in to the desktop again, or hold the password for this run only"
            }
            Self::Locked => {
                "unlock the keyring with your sign-in password and try again, or hold the password for this run only"
            }
            Self::TimedOut { .. } => {
                "look for a window that asks to unlock the keyring, or install one such as gnome-keyring, and try again; or hold the password for this run only"
            }
            Self::Refused(_) => {
                "look at the password in the desktop's password program and try again, or hold the password for this run only"
            }
        };
        hint.into()
    }
}
