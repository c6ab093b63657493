//! Hint: what can be done about an error, one plain sentence each.

use crate::{Distrust, Doing, Error, meaning::Meaning, socket::Cut};

impl Error {
    /// Whether no connection came about because nobody answered within [`crate::Limits`].
    pub fn is_out_of_time(&self) -> bool {
        matches!(self, Self::Unreachable { source, .. } if Cut::of(source) == Some(Cut::Deadline))
    }

    /// The server's response code (RFC 5530 section 3) in lower case, where it refused and the code says what the user has to do.
    pub fn refusal(&self) -> Option<&'static str> {
        self.meaning()?.code()
    }

    /// What can be done about it, one plain sentence.
    pub fn hint(&self) -> String {
        if let Some(Meaning::User(hint)) = self.meaning()
            && !matches!(self, Self::TokenRefused { .. })
        {
            return hint.to_owned();
        }
        match self {
            Self::UnknownHost { .. } => "Check the server name, and whether this computer is online.",
            Self::Unreachable { .. } => "Check the server name and the port, and whether this computer is online.",
            Self::TimedOut { doing: Doing::Greeting | Doing::Encrypting, .. } => {
                "Check the port: 993 is usual for encryption from the start, 143 for STARTTLS."
            }
            Self::TimedOut { .. } | Self::ConnectionLost { .. } => "Astray tries again by itself.",
            Self::UntrustedCertificate { why, .. } => return distrust_hint(*why).to_owned(),
            Self::BadCaFile { .. } => "Choose a file that holds the issuer's certificate in PEM form, or none.",
            Self::NotTls { .. } | Self::NotImap { .. } => {
                "Check the port and the encryption: 993 is usual for encryption from the start, 143 for STARTTLS."
            }
            Self::NotSubmission { .. } => {
                "Check the port and the encryption: 465 is usual for encryption from the start, 587 for STARTTLS."
            }
            Self::StartTlsRefused { .. } => {
                "Choose encryption from the start, as a rule on port 993; Astray never signs in without encryption."
            }
            Self::TurnedAway { .. } => "Astray tries again by itself; the mail administrator knows more.",
            Self::UnusablePassword { .. } => "Enter the password again.",
            Self::NoPasswordSignIn { .. } => "Ask the mail administrator to allow IMAP with a password for this account.",
            Self::SignInRefused { .. } => {
                "Check the user name and the password; some providers want a password made for this app."
            }
            Self::NoTokenSignIn { .. } => {
                "Use a password instead, or ask the mail administrator which server takes the sign-in of your provider."
            }
            Self::TokenRefused { .. } => {
                "Sign in again on your provider's page, with this address. If it is refused again, ask whether the account may be read over IMAP."
            }
            Self::Unproved { .. } => {
                "Check that the server is the right one; if it is, tell the mail administrator."
            }
            Self::NoSentMailbox { .. } => "Send one message with the mail program, so that it makes the mailbox, then try again.",
            Self::NoDraftsMailbox { .. } => {
                "Save one draft with the mail program, so that it makes the mailbox, or send the letter at once."
            }
            Self::MessageGone { .. } => "It was moved or deleted; go on without looking into it.",
            Self::MessageTooLarge { .. } => "Look into it with the mail program.",
            Self::MailboxRefused { .. } => {
                "Check the name and whether this account may read the mailbox, or take it out of the mailboxes that are also watched."
            }
            Self::Refused { said, .. } if said.meaning == Meaning::Ours => {
                "The server does not know what Astray asked of it; tell the mail administrator."
            }
            Self::Refused { .. } => "Astray tries again by itself; the mail administrator knows more.",
            Self::ServerBroken { .. } | Self::SessionCrashed { .. } => {
                "Check that the server is the right one; if it is, tell the mail administrator."
            }
            Self::NoResources(_) => "Close other programs, or start Astray again.",
        }
        .to_owned()
    }
}

const fn distrust_hint(why: Distrust) -> &'static str {
    match why {
        Distrust::Expired => {
            "Tell the mail administrator, and check this computer's date; Astray does not send the password until it is renewed."
        }
        Distrust::NotYetValid => "Check this computer's date and time.",
        Distrust::WrongName => {
            "Check the server name: it must be the one that the certificate was issued for."
        }
        Distrust::UnknownIssuer => {
            "If the organisation issues its own certificates, name its CA file in the account."
        }
        Distrust::Revoked | Distrust::Malformed => {
            "Tell the mail administrator; Astray does not send the password to this server."
        }
        Distrust::NoIssuers => {
            "Install the system's package of CA certificates, or name a CA file in the account."
        }
    }
}
