//! What can go wrong with a letter before it is sent, in words of its own, with what to do about it.

use mailbox::{Host, Remedy, Said, UserName};

/// Why a letter cannot be written or sent. Whatever this says, nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An address that no mail can be sent to or from.
    #[error("no mail can be sent with the address {0}")]
    Unsendable(String),
    /// The letter, read again, does not say what was meant; what of it.
    #[error("the message was not written as it was meant: its {0} would not arrive as they are")]
    NotAsMeant(&'static str),
    /// The stray message cannot be read, so that no copy of it can be made.
    #[error("the message that went astray cannot be copied: its {0} cannot be read")]
    Uncopied(&'static str),
    /// No encrypted connection to the server came about, or it was lost before the letter was on its way.
    #[error(transparent)]
    Connection(#[from] mailbox::Error),
    /// The server wants a way of signing in that we do not have.
    #[error("{host} offers no sign-in that Astray knows")]
    NoSignIn {
        /// The server.
        host: Host,
    },
    /// The server refused the user name, the password or the token.
    #[error("{host} refused the sign-in of {user}{said}")]
    SignInRefused {
        /// The server.
        host: Host,
        /// Who was to be signed in.
        user: UserName,
        /// The server's own words.
        said: Said,
    },
    /// The letter needs what the server cannot do.
    #[error("{host} does not take {what}")]
    Incapable {
        /// The server.
        host: Host,
        /// What.
        what: &'static str,
    },
}

impl Error {
    /// What can be done about it, one plain sentence.
    pub fn hint(&self) -> String {
        match self {
            Self::Unsendable(_) => "Check the address.",
            Self::NotAsMeant(_) => {
                "Change the subject or the text a little, or send it from your mail program."
            }
            Self::Uncopied(_) => {
                "Open the message in your mail program and send it from there to the right address."
            }
            Self::Connection(error) => return SendingRemedy::of(error).to_string(),
            Self::NoSignIn { .. } => {
                "Ask the mail administrator how mail is sent with this account, or put the message in Drafts."
            }
            Self::SignInRefused { .. } => {
                "Check the user name and the password for sending; nothing was sent."
            }
            Self::Incapable { .. } => "Put the message in Drafts and send it from your mail program.",
        }
        .to_owned()
    }
}

/// What helps where no connection for sending came about: its ports are others than those for reading, and nobody tries again by
/// themselves. Displays as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendingRemedy {
    /// Check the port and the encryption.
    #[error(
        "Check the port and the encryption for sending: 465 is usual for encryption from the start, 587 for STARTTLS."
    )]
    CheckPort,
    /// Try again.
    #[error("Nothing was sent; try again in a moment.")]
    TryAgain,
    /// What helps a mailbox too.
    #[error("{0}")]
    Other(Remedy),
}

impl SendingRemedy {
    /// What helps against this error.
    pub const fn of(error: &mailbox::Error) -> Self {
        let remedy = error.remedy();
        if matches!(
            remedy,
            Remedy::CheckPort | Remedy::CheckEncryption | Remedy::CheckSending | Remedy::EncryptFromStart
        ) {
            Self::CheckPort
        } else if matches!(remedy, Remedy::Wait | Remedy::WaitOrAsk) {
            Self::TryAgain
        } else {
            Self::Other(remedy)
        }
    }
}
