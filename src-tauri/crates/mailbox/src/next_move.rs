//! NextMove: whose turn it is after an error, and how long to wait.

use std::time::Duration;

use crate::{Error, meaning::Meaning};

/// What the caller can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextMove {
    /// Try again later.
    Retry,
    /// Ask the user; it stays as it is until something is changed.
    AskUser,
}

impl Error {
    /// Whether the server refused who signs in: what mail servers count, and lock accounts for.
    pub const fn is_refused_sign_in(&self) -> bool {
        matches!(self, Self::SignInRefused { .. } | Self::TokenRefused { .. })
    }

    /// How long the server wants to be left alone, at least.
    pub fn wait(&self) -> Duration {
        match self.meaning() {
            Some(Meaning::Passing(wait)) => wait,
            Some(Meaning::User(_) | Meaning::Ours | Meaning::Unsaid) | None => Duration::ZERO,
        }
    }

    /// What a refusal means, where it is one.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only a refusal has words of the server's"
    )]
    pub(crate) const fn meaning(&self) -> Option<Meaning> {
        match self {
            Self::TurnedAway { said, .. }
            | Self::Refused { said, .. }
            | Self::SignInRefused { said, .. }
            | Self::TokenRefused { said, .. } => Some(said.meaning),
            _ => None,
        }
    }

    /// Whether waiting may help, or only the user can.
    pub const fn next_move(&self) -> NextMove {
        if let Some(Meaning::User(_) | Meaning::Ours) = self.meaning() {
            return NextMove::AskUser;
        }
        match self {
            Self::UnknownHost { .. }
            | Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::TurnedAway { .. }
            | Self::Refused { .. }
            // A mailbox that was deleted is made again by the next message that is sent.
            | Self::NoSentMailbox { .. }
            | Self::ServerBroken { .. }
            | Self::ConnectionLost { .. }
            | Self::SessionCrashed { .. }
            | Self::NoResources(_) => NextMove::Retry,
            Self::UntrustedCertificate { .. }
            | Self::BadCaFile { .. }
            | Self::NotTls { .. }
            | Self::NotImap { .. }
            | Self::NotSubmission { .. }
            | Self::StartTlsRefused { .. }
            | Self::UnusablePassword { .. }
            | Self::NoPasswordSignIn { .. }
            | Self::SignInRefused { .. }
            | Self::NoTokenSignIn { .. }
            | Self::TokenRefused { .. }
            | Self::Unproved { .. }
            | Self::NoDraftsMailbox { .. }
            | Self::MessageGone { .. }
            | Self::MessageTooLarge { .. }
            | Self::MailboxRefused { .. } => NextMove::AskUser,
        }
    }
}
