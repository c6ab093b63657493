//! What the window is shown of a letter before it goes, and what it says of it. Texts are safe to show.

use mailbox::{Account, Host, Security};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{
    super::{error::CommandError, settings_view::SecurityView},
    steps_view::LetterKind,
};
use crate::wording::{errors, say};

/// Which letter is wanted, and what the user wants in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LetterWish {
    /// The kind.
    pub(crate) letter: LetterKind,
    /// The right recipient, of a message that is sent again.
    pub(crate) to: String,
    /// The user's own words, in a report.
    pub(crate) note: String,
    /// What a report says beside the rest.
    pub(crate) include: Vec<Included>,
}

/// What a report says only where the user adds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Included {
    /// The subject.
    Subject,
    /// The attachments' names.
    Names,
    /// The whole message.
    Whole,
}

/// A letter as it would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LetterPreview {
    /// Whom it is from.
    pub(crate) from: String,
    /// Whom it is to.
    pub(crate) to: Vec<String>,
    /// The subject.
    pub(crate) subject: String,
    /// The text.
    pub(crate) text: String,
    /// Whether subject and text go as they are.
    pub(crate) is_fixed: bool,
    /// What is attached.
    pub(crate) attachments: Vec<AttachmentView>,
    /// Whether the stray message could not be fetched, so that nothing of it goes along.
    pub(crate) is_unreached: bool,
    /// The ways that it can go, the likeliest first.
    pub(crate) ways: Vec<WayInput>,
    /// The server that it would be handed to.
    pub(crate) through: Option<ThroughView>,
}

/// A file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AttachmentView {
    /// The file's name.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: AttachmentKind,
    /// Its size in thousands of octets, at least 1.
    pub(crate) kilobytes: u32,
    /// Its text, of a file that Astray makes; empty otherwise.
    pub(crate) content: String,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AttachmentKind {
    /// The facts for programs.
    Facts,
    /// The header of the stray message.
    Header,
    /// All of the stray message.
    Message,
    /// A file of the stray message.
    Own,
}

/// What the user has changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
pub(crate) struct LetterEdit {
    /// The subject.
    pub(crate) subject: String,
    /// The text.
    pub(crate) text: String,
}

/// The way that a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WayInput {
    /// Sent at once.
    Send,
    /// Into the drafts.
    Drafts,
    /// Into a file.
    File,
}

/// The server that mail is handed in to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub(crate) struct ThroughView {
    /// Its name; empty where none is known.
    pub(crate) host: String,
    /// Its port.
    pub(crate) port: u32,
    /// How the connection is made safe.
    pub(crate) security: SecurityView,
}

impl ThroughView {
    /// The server as the form shows it.
    pub(super) fn of(server: &Account) -> Self {
        Self {
            host: server.host.to_string(),
            port: server.port.into(),
            security: match server.security {
                Security::ImplicitTls => SecurityView::Implicit,
                Security::StartTls => SecurityView::Starttls,
            },
        }
    }

    /// The server of the form, signed in to as the mailbox is.
    ///
    /// # Errors
    /// Where a field is to be mended.
    pub(super) fn checked(&self, mailbox: &Account) -> Result<Account, CommandError> {
        let host = Host::parse(&self.host).map_err(|error| {
            CommandError::field(
                "throughHost",
                errors::account(&error),
                say("error-bad-sending-host-hint"),
            )
        })?;
        let port = u16::try_from(self.port)
            .ok()
            .filter(|&port| port > 0)
            .ok_or_else(|| {
                CommandError::field(
                    "throughPort",
                    say("error-bad-port"),
                    say("error-bad-sending-port-hint"),
                )
            })?;
        Ok(Account {
            host,
            port,
            security: match self.security {
                SecurityView::Implicit => Security::ImplicitTls,
                SecurityView::Starttls => Security::StartTls,
            },
            ..mailbox.clone()
        })
    }
}
