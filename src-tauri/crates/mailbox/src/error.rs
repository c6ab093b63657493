//! What can go wrong with a mailbox, each in words of its own, with what to do about it.

use std::{io, path::PathBuf, time::Duration};

use crate::{
    Bound, CaFault, Distrust, Doing, Host, MailboxName, Said, StartTlsFault, UserName, meaning::Meaning,
};

/// Why a mailbox cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No server has that name, or nobody could be asked for it.
    #[error("the server name {host} could not be found")]
    UnknownHost {
        /// The server.
        host: Host,
        /// What the system says.
        source: io::Error,
    },
    /// No connection came about.
    #[error(
        "no connection to {host} on port {port}: {}",
        crate::cause::no_connection(source)
    )]
    Unreachable {
        /// The server.
        host: Host,
        /// Its port.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// The server did not answer within [`crate::Limits`].
    #[error("{host} did not answer in time while {doing}")]
    TimedOut {
        /// The server.
        host: Host,
        /// What it was to do.
        doing: Doing,
    },
    /// The server's certificate is not trusted.
    #[error("the certificate of {host} {why}")]
    UntrustedCertificate {
        /// The server.
        host: Host,
        /// Why.
        why: Distrust,
    },
    /// The account's CA file cannot be used.
    #[error("the CA file {} {why}", path.display())]
    BadCaFile {
        /// The file.
        path: PathBuf,
        /// Why.
        why: CaFault,
    },
    /// What answers does not speak TLS as it must.
    #[error("{host} does not speak TLS as it must")]
    NotTls {
        /// The server.
        host: Host,
        /// What TLS says.
        source: rustls::Error,
    },
    /// What answers is no IMAP server.
    #[error("what answers at {host} on port {port} is not an IMAP server")]
    NotImap {
        /// The server.
        host: Host,
        /// Its port.
        port: u16,
    },
    /// What answers is no server that mail is handed in to.
    #[error("what answers at {host} on port {port} is not a server that sends mail")]
    NotSubmission {
        /// The server.
        host: Host,
        /// Its port.
        port: u16,
    },
    /// The connection cannot be encrypted.
    #[error("{host} {why}")]
    StartTlsRefused {
        /// The server.
        host: Host,
        /// Why.
        why: StartTlsFault,
    },
    /// The server takes no connection at present.
    #[error("{host} turned the connection away{said}")]
    TurnedAway {
        /// The server.
        host: Host,
        /// Its own words.
        said: Said,
    },
    /// The password holds what cannot be sent, or nothing.
    #[error("the password of {user} is empty or holds a line break")]
    UnusablePassword {
        /// Whose password.
        user: UserName,
    },
    /// The server knows no sign-in with a password.
    #[error("{host} offers no sign-in with a password")]
    NoPasswordSignIn {
        /// The server.
        host: Host,
    },
    /// The server refused the user name or the password.
    #[error("{host} refused the sign-in of {user}{said}")]
    SignInRefused {
        /// The server.
        host: Host,
        /// Who was to be signed in.
        user: UserName,
        /// The server's own words.
        said: Said,
    },
    /// No mailbox is marked as the one for sent mail, and none has a name that says so.
    #[error("{host} has no mailbox for sent mail that Astray knows")]
    NoSentMailbox {
        /// The server.
        host: Host,
    },
    /// No mailbox is marked as the one for drafts, and none has a name that says so.
    #[error("{host} has no mailbox for drafts that Astray knows")]
    NoDraftsMailbox {
        /// The server.
        host: Host,
    },
    /// A message is not there any more.
    #[error("the message is not in its mailbox on {host} any more")]
    MessageGone {
        /// The server.
        host: Host,
    },
    /// A message is larger than is ever read.
    #[error("the message on {host} is larger than {most} MiB")]
    MessageTooLarge {
        /// The server.
        host: Host,
        /// What is read at most.
        most: u32,
    },
    /// The server would not do what any server does.
    #[error("{host} refused {doing}{said}")]
    Refused {
        /// The server.
        host: Host,
        /// What it was to do.
        doing: Doing,
        /// Its own words.
        said: Said,
    },
    /// A mailbox that the user named cannot be opened.
    #[error("{host} does not open the mailbox {mailbox}{said}")]
    MailboxRefused {
        /// The server.
        host: Host,
        /// The mailbox.
        mailbox: MailboxName,
        /// The server's own words.
        said: Said,
    },
    /// The server sent what no server may send.
    #[error("{host} does not answer as an IMAP server must: {what}")]
    ServerBroken {
        /// The server.
        host: Host,
        /// What it did.
        what: Fault,
    },
    /// The connection ended.
    #[error("the connection to {host} was lost")]
    ConnectionLost {
        /// The server.
        host: Host,
        /// What the system says.
        source: Option<io::Error>,
    },
    /// The reading of an answer failed in a way that must not happen; the session ended, the program goes on.
    #[error("the answer of {host} could not be read")]
    SessionCrashed {
        /// The server.
        host: Host,
    },
    /// The system gives no thread or no socket.
    #[error("the system gives no more threads or connections: {0}")]
    NoResources(#[source] io::Error),
}

/// What the caller can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextMove {
    /// Try again later.
    Retry,
    /// Ask the user; it stays as it is until something is changed.
    AskUser,
}

/// What a broken server did, in words that follow a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It sent more, or deeper nested, than any honest server.
    #[error(transparent)]
    Bound(#[from] Bound),
    /// It says that somebody is signed in already (RFC 9051 section 7.1.4).
    #[error("it says that somebody is signed in already")]
    Preauth,
    /// Its mailbox has no UIDVALIDITY, so that messages cannot be told apart.
    #[error("its mailbox has no UIDVALIDITY")]
    NoUidValidity,
    /// Its mailbox has no UIDNEXT, not even when asked.
    #[error("its mailbox has no UIDNEXT")]
    NoUidNext,
    /// It answered IDLE with something else than a `+`.
    #[error("it ended IDLE before it began")]
    Idle,
    /// What it sent could not be understood.
    #[error("it sent what could not be understood")]
    Unintelligible,
}

impl Error {
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
            Self::TurnedAway { said, .. } | Self::Refused { said, .. } | Self::SignInRefused { said, .. } => {
                Some(said.meaning)
            }
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
            | Self::NoDraftsMailbox { .. }
            | Self::MessageGone { .. }
            | Self::MessageTooLarge { .. }
            | Self::MailboxRefused { .. } => NextMove::AskUser,
        }
    }
}
