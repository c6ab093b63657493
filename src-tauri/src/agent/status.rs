//! Status: how the watch stands, in the few words that a tray has room for. Pure.

use watch::{AccountState, WatchStatus};

/// The tray's four states (and the first run), worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// A mailbox cannot be watched, or there is none.
    CannotWatch,
    /// Incidents wait for the user.
    NeedsYou,
    /// The user paused the watch.
    Paused,
    /// All is well.
    Watching,
}

impl Mood {
    /// The worst that is so. A pause is the user's own wish and outweighs what cannot be watched meanwhile.
    pub(crate) fn of(status: &WatchStatus) -> Self {
        if status.needs_you > 0 {
            Self::NeedsYou
        } else if status.paused_until.is_some() {
            Self::Paused
        } else if status.accounts.is_empty()
            || status
                .accounts
                .iter()
                .any(|account| account.state == AccountState::Trouble)
        {
            Self::CannotWatch
        } else {
            Self::Watching
        }
    }
}
