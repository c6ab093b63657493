//! Doing: what a server was asked for, when it did not do it.

use std::fmt;

/// What the server was asked for, in words that follow “while” and “refused”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Its greeting.
    Greeting,
    /// STARTTLS and the TLS handshake.
    Encrypting,
    /// CAPABILITY, LOGIN, AUTHENTICATE.
    SigningIn,
    /// LIST.
    FindingSent,
    /// EXAMINE and STATUS.
    OpeningSent,
    /// UID FETCH.
    Reading,
    /// IDLE and NOOP.
    Waiting,
    /// MAIL, RCPT and DATA (RFC 5321).
    Sending,
    /// UID FETCH of a message's text.
    ReadingMessage,
    /// UID SEARCH.
    Looking,
    /// APPEND.
    Filing,
}

impl Doing {
    /// Whether nobody has signed in yet, so that a wrong port may be the cause.
    pub const fn is_before_sign_in(self) -> bool {
        matches!(self, Self::Greeting | Self::Encrypting)
    }
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Greeting => "greeting",
            Self::Encrypting => "starting the encryption",
            Self::SigningIn => "signing in",
            Self::FindingSent => "listing the mailboxes",
            Self::OpeningSent => "opening the mailbox for sent mail",
            Self::Reading => "reading the sent mail",
            Self::Waiting => "waiting for sent mail",
            Self::Sending => "taking the message",
            Self::ReadingMessage => "reading the message",
            Self::Looking => "looking for a message",
            Self::Filing => "putting a letter into a mailbox",
        })
    }
}
