//! Why a sign-in on a provider's page failed, by what the user can do about it. No variant holds a token.

use std::io;

use mailbox::Host;

/// Why a sign-in on a provider's page failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither the table nor the policy has that provider.
    #[error("Astray does not know the provider {0}")]
    UnknownProvider(String),
    /// Nobody has said under which name Astray is registered with it.
    #[error("Astray has no client ID for {0} yet")]
    NoClient(String),
    /// The mail server is not the provider's, so that its token must not go there.
    #[error("{host} is no mail server of {provider}")]
    ForeignServer {
        /// The provider.
        provider: String,
        /// The mail server.
        host: Host,
    },
    /// The provider has no way to sign in by a code.
    #[error("{0} gives no code for signing in on another device")]
    NoCode(String),
    /// There is no browser to open the page in.
    #[error("no browser could be opened")]
    NoBrowser(#[source] io::Error),
    /// The user, or somebody for them, said no on the page.
    #[error("the sign-in was refused or broken off on the page of {0}")]
    Declined(String),
    /// Nobody signed in within the time.
    #[error("nobody signed in on the page of {0} in time")]
    TimedOut(String),
    /// The user broke it off in Astray.
    #[error("the sign-in was broken off")]
    Cancelled,
    /// What came back is not the answer to what was asked. Nothing of it was used.
    #[error("the answer did not come from the page of {0} that Astray had opened")]
    WrongAnswer(String),
    /// There is no refresh token.
    #[error("nobody has signed in to {0} yet")]
    NotSignedIn(String),
    /// The refresh token is withdrawn, out of time, or used up (RFC 6749 section 5.2, `invalid_grant`).
    #[error("{0} no longer accepts your sign-in")]
    Withdrawn(String),
    /// The provider cannot be reached, or answers with what is no answer.
    #[error("{provider} could not be asked for the sign-in: {what}")]
    Unreachable {
        /// The provider.
        provider: String,
        /// What happened.
        what: String,
    },
    /// The provider refused, for a reason that whoever registered Astray there can mend.
    #[error("{provider} refused the sign-in; it said “{said}”")]
    Refused {
        /// The provider.
        provider: String,
        /// Its own words, cleaned.
        said: String,
    },
    /// The system gives no socket.
    #[error("the system gives no more connections: {0}")]
    NoResources(#[source] io::Error),
    /// The keyring did not help.
    #[error(transparent)]
    Keyring(#[from] credentials::Error),
    /// The policy or the preferences cannot be read.
    #[error(transparent)]
    Policy(#[from] policy::Error),
}

impl Error {
    /// Whether nothing helps but that the user signs in again.
    pub const fn must_sign_in(&self) -> bool {
        matches!(self, Self::NotSignedIn(_) | Self::Withdrawn(_))
    }

    /// Whether trying again later may help, without anybody doing anything.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::NoResources(_))
    }

    /// What can be done about it, one plain sentence.
    pub fn hint(&self) -> String {
        match self {
            Self::UnknownProvider(_) => {
                "Ask your IT department, or remove the account and add it again with a password."
            }
            Self::NoClient(_) => "Ask your IT department for the client ID, and enter it in the account's settings.",
            Self::ForeignServer { .. } => "Check the server name: a sign-in goes to the provider's own servers alone.",
            Self::NoCode(_) => "Sign in with the browser on this computer instead.",
            Self::NoBrowser(_) => "Set a default browser on this computer, or sign in by a code on another device.",
            Self::Declined(_) => "Sign in again, and agree to what the page asks. If it lets you not, ask your IT department.",
            Self::TimedOut(_) | Self::Cancelled => "Sign in again when you are ready.",
            Self::WrongAnswer(_) => "Nothing was used of it. Sign in again, and use the page that Astray opens.",
            Self::NotSignedIn(_) | Self::Withdrawn(_) => "Sign in again on your provider's page.",
            Self::Unreachable { .. } => "Check whether this computer is online. Astray tries again by itself.",
            Self::Refused { .. } => {
                "Ask your IT department: what is registered for Astray with the provider may be wrong, or out of date."
            }
            Self::NoResources(_) => "Close other programs, or start Astray again.",
            Self::Keyring(error) => return error.hint(),
            Self::Policy(error) => return error.hint(),
        }
        .to_owned()
    }
}
