//! How the watch stands, for whoever shows it.

use casebook::{AccountId, SignIn};
use message::{Address, Timestamp};

/// One account's watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Signing in or catching up.
    Connecting,
    /// Caught up, and waiting for more.
    Watching,
    /// Something is wrong; it is tried again.
    Trouble,
}

/// What hinders an account, in words for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// How the watch says what hinders it.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// A mailbox's error.
    pub mailbox: fn(&mailbox::Error) -> Trouble,
    /// An error of the casebook.
    pub casebook: fn(&casebook::Error) -> Trouble,
    /// An error of the policy or the preferences.
    pub policy: fn(&policy::Error) -> Trouble,
    /// The server refused so many sign-ins that no more is tried.
    pub locked_out: fn(&SignIn) -> Trouble,
}

impl Words {
    /// The words of the crates themselves, in English.
    pub const fn plain() -> Self {
        Self {
            mailbox: |error| Trouble {
                message: error.to_string(),
                hint: error.hint(),
            },
            casebook: |error| Trouble {
                message: error.to_string(),
                hint: error.hint(),
            },
            policy: |error| Trouble {
                message: error.to_string(),
                hint: error.hint(),
            },
            locked_out: |sign_in| {
                Trouble {
                message: "the server refused the sign-in 3 times within an hour".to_owned(),
                hint: match sign_in {
                    SignIn::Password => "Enter the password again in Astray's settings; Astray has stopped trying, so that the account is not locked.",
                    SignIn::Provider(_) => "Sign in again in Astray's settings; Astray has stopped trying, so that the account is not locked.",
                }
                .to_owned(),
            }
            },
        }
    }
}

/// One account's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountStatus {
    /// Its number in the casebook.
    pub id: AccountId,
    /// Its address.
    pub address: Address,
    /// How its watch stands.
    pub state: AccountState,
    /// What hinders it.
    pub trouble: Option<Trouble>,
    /// Whether nothing helps but that the user signs in again on the provider's page.
    pub must_sign_in: bool,
    /// Whether the server refused the last sign-in.
    pub is_refused: bool,
}

impl AccountStatus {
    /// Whether the user has to sign in again: by a password that the server takes, or on the provider's page.
    pub fn needs_sign_in(&self) -> bool {
        self.state == AccountState::Trouble && (self.must_sign_in || self.is_refused)
    }

    /// A status of an account with nothing but an address and a state.
    pub fn for_tests(address: Address, state: AccountState) -> Self {
        Self {
            id: AccountId::from(1),
            address,
            state,
            trouble: None,
            must_sign_in: false,
            is_refused: false,
        }
    }
}

/// How the whole watch stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchStatus {
    /// All accounts.
    pub accounts: Vec<AccountStatus>,
    /// Incidents that wait for the user.
    pub needs_you: u64,
    /// Until when the user paused the watch.
    pub paused_until: Option<Timestamp>,
    /// When a mailbox was last found to be caught up.
    pub last_checked_at: Option<Timestamp>,
}
