//! CommandError: what the window is told when a command fails. Sentences for a clerk, a code for the window, the chain for the log.

use std::path::Path;

use serde::Serialize;
use specta::Type;
use watch::Trouble;

use crate::wording::{errors, files, say, say_with};

/// What the window does about it; a code exists only where the window acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ErrorCode {
    /// There is no such incident or account.
    NotFound,
    /// No keyring answers: the window offers to hold the password for this run.
    NoKeyring,
    /// The keyring is locked: the same offer.
    KeyringLocked,
    /// The server refused user name or password.
    SignInRefused,
    /// The server's certificate is not to be trusted.
    UntrustedCertificate,
    /// The server cannot be reached.
    Unreachable,
    /// The account has no Sent mailbox.
    NoSentMailbox,
    /// A field of a form needs mending.
    InvalidInput,
    /// Nothing could be written.
    NotSaved,
    /// Anything else.
    Failed,
}

/// A failed command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct CommandError {
    /// What the window does about it.
    pub(crate) code: ErrorCode,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) hint: String,
    /// The form's field at fault.
    pub(crate) field: Option<String>,
}

impl CommandError {
    /// An error of a form's field, with the message and hint of the catalogue or of the type that refused the text.
    pub(crate) fn field(field: &str, message: impl Into<String>, hint: String) -> Self {
        Self {
            code: ErrorCode::InvalidInput,
            message: message.into(),
            hint,
            field: Some(field.to_owned()),
        }
    }

    /// Nothing there under this number.
    pub(crate) fn no_incident() -> Self {
        Self {
            code: ErrorCode::NotFound,
            message: say("error-not-found"),
            hint: say("error-not-found-hint"),
            field: None,
        }
    }

    /// The account is gone, perhaps removed in another window.
    pub(crate) fn no_account() -> Self {
        Self {
            code: ErrorCode::NotFound,
            message: say("error-account-gone"),
            hint: say("error-account-gone-hint"),
            field: None,
        }
    }

    /// Something that cannot be done at the moment, with the message and hint of the catalogue.
    pub(crate) fn not_now(message: String, hint: String) -> Self {
        Self {
            code: ErrorCode::Failed,
            message,
            hint,
            field: None,
        }
    }

    /// A file that the user named cannot be written.
    pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> Self {
        tracing::warn!("{} cannot be written: {error}", path.display());
        let file = message::shown(&path.display().to_string());
        Self {
            code: ErrorCode::NotSaved,
            message: say_with("error-not-written", &[("file", file.into())]),
            hint: say("error-not-written-hint"),
            field: None,
        }
    }

    /// Nobody works on the casebook any more.
    pub(crate) fn no_desk() -> Self {
        Self::unexpected(&std::io::Error::other("the casebook's thread has ended"))
    }

    /// Something that should not happen; the cause goes to the log.
    pub(crate) fn unexpected(error: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!("a command failed: {error}");
        Self {
            code: ErrorCode::Failed,
            message: say("error-unexpected"),
            hint: say("error-unexpected-hint"),
            field: None,
        }
    }
}

impl From<casebook::Error> for CommandError {
    fn from(error: casebook::Error) -> Self {
        let Trouble { message, hint } = files::casebook(&error);
        Self {
            code: ErrorCode::NotSaved,
            message,
            hint,
            ..Self::unexpected(&error)
        }
    }
}

impl From<policy::Error> for CommandError {
    fn from(error: policy::Error) -> Self {
        let Trouble { message, hint } = files::policy(&error);
        Self {
            code: ErrorCode::NotSaved,
            message,
            hint,
            ..Self::unexpected(&error)
        }
    }
}

impl From<credentials::Error> for CommandError {
    fn from(error: credentials::Error) -> Self {
        let code = match &error {
            credentials::Error::Locked | credentials::Error::TimedOut { .. } => ErrorCode::KeyringLocked,
            credentials::Error::NoKeyring(_) | credentials::Error::Refused(_) => ErrorCode::NoKeyring,
        };
        let Trouble { message, hint } = errors::keyring(&error);
        Self {
            code,
            message,
            hint,
            field: None,
        }
    }
}

impl From<response::Error> for CommandError {
    fn from(error: response::Error) -> Self {
        tracing::warn!("a letter could not be written or sent: {error}");
        let code = match &error {
            response::Error::SignInRefused { .. } => ErrorCode::SignInRefused,
            response::Error::Connection(error) => place_of(error).0,
            response::Error::Unsendable(_)
            | response::Error::NotAsMeant(_)
            | response::Error::Uncopied(_)
            | response::Error::NoSignIn { .. }
            | response::Error::Incapable { .. } => ErrorCode::Failed,
        };
        let Trouble { message, hint } = errors::letter(&error);
        Self {
            code,
            message,
            hint,
            field: None,
        }
    }
}

impl From<mailbox::Error> for CommandError {
    fn from(error: mailbox::Error) -> Self {
        tracing::warn!("the account could not be used: {error}");
        let (code, field) = place_of(&error);
        let Trouble { message, hint } = errors::mailbox(&error);
        Self {
            code,
            message,
            hint,
            field: field.map(str::to_owned),
        }
    }
}

impl From<oauth::Error> for CommandError {
    fn from(error: oauth::Error) -> Self {
        if let oauth::Error::Keyring(error) = error {
            return error.into();
        }
        tracing::warn!("nobody was signed in: {error}");
        let Trouble { message, hint } = errors::sign_in(&error);
        Self::field("signIn", message, hint)
    }
}

impl From<discovery::Error> for CommandError {
    fn from(error: discovery::Error) -> Self {
        tracing::warn!("no mail server could be looked for: {error}");
        let Trouble { message, hint } = errors::search(&error);
        Self::not_now(message, hint)
    }
}

/// The code for a mailbox error, and the field of the account form that the user would mend.
const fn place_of(error: &mailbox::Error) -> (ErrorCode, Option<&'static str>) {
    use mailbox::Error;
    match error {
        Error::UnknownHost { .. } => (ErrorCode::Unreachable, Some("host")),
        Error::Unreachable { .. }
        | Error::NotTls { .. }
        | Error::NotImap { .. }
        | Error::NotSubmission { .. } => (ErrorCode::Unreachable, Some("port")),
        Error::TimedOut { .. } | Error::TurnedAway { .. } | Error::ConnectionLost { .. } => {
            (ErrorCode::Unreachable, None)
        }
        Error::UntrustedCertificate { .. } => (ErrorCode::UntrustedCertificate, None),
        Error::BadCaFile { .. } => (ErrorCode::InvalidInput, Some("caPath")),
        Error::UnusablePassword { .. } => (ErrorCode::InvalidInput, Some("password")),
        Error::SignInRefused { .. } => (ErrorCode::SignInRefused, Some("password")),
        Error::TokenRefused { .. } => (ErrorCode::SignInRefused, Some("signIn")),
        Error::NoSentMailbox { .. } => (ErrorCode::NoSentMailbox, None),
        Error::StartTlsRefused { .. }
        | Error::NoDraftsMailbox { .. }
        | Error::MessageGone { .. }
        | Error::MessageTooLarge { .. }
        | Error::NoPasswordSignIn { .. }
        | Error::NoTokenSignIn { .. }
        | Error::Unproved { .. }
        | Error::Refused { .. }
        | Error::MailboxRefused { .. }
        | Error::ServerBroken { .. }
        | Error::SessionCrashed { .. }
        | Error::NoResources(_) => (ErrorCode::Failed, None),
    }
}
