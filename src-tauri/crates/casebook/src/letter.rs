//! The letters that are written because of an incident, and what becomes of each. What is meant is written down before anything is
//! done, under a Message-ID that is chosen beforehand.
//!
//! ```text
//!                ┌─▶ Drafted ──┐
//!                │             ▼
//!  Intended ─────┼─▶ Sent ◀── (found, or the user says so) ──┐
//!                ├─▶ Saved                                   │
//!                ├─▶ Unknown ──────────────▶ Failed          │
//!                │      └────────────────────────────────────┘
//!                └─▶ Failed
//! ```
//! Killed after Intended, nobody knows what became of the letter: it counts as unknown until somebody looked.

use message::{Address, MessageId};
use serde::{Deserialize, Serialize};

use crate::{Note, written};

/// A kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// Asks an unintended recipient to delete what they got.
    Recall,
    /// Asks once more.
    Reminder,
    /// Tells the security desk.
    Report,
    /// The message again, to whom it was meant for.
    Corrected,
}

/// The way that a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Into the mailbox for drafts; the user sends it.
    Drafts,
    /// Sent at once.
    Send,
    /// Into a file, where there is nobody to send it to.
    File,
}

/// A letter that is about to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// Its kind.
    pub letter: Letter,
    /// Its way.
    pub way: Way,
    /// Its Message-ID, by which it can be looked for.
    #[serde(with = "written::message_id")]
    pub message_id: MessageId,
    /// To whom; nobody where it goes into a file.
    #[serde(with = "written::addresses")]
    pub to: Vec<Address>,
    /// SHA-256, in hexadecimal digits, of what the record keeps of it; none where it keeps nothing. The casebook fills it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Fate {
    /// It lies among the drafts.
    Drafted,
    /// A server took it.
    Sent,
    /// It is in a file.
    Saved,
    /// The connection broke before the server said whether it took it. Never tried again by itself.
    Unknown,
    /// It did not go.
    Failed {
        /// Why.
        why: Note,
    },
}

/// A message that was returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounce {
    /// Who did not get it.
    #[serde(with = "written::address")]
    pub recipient: Address,
    /// The status that its server gives (RFC 3463): `5.1.1`. May be empty.
    pub status: Note,
}

impl Letter {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Recall, Self::Reminder, Self::Report, Self::Corrected];

    /// The name as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Reminder => "reminder",
            Self::Report => "report",
            Self::Corrected => "corrected",
        }
    }
}

impl Fate {
    /// Whether a letter of this fate (none where it is only intended) can come to `next`.
    pub(crate) const fn leads_to(before: Option<&Self>, next: &Self) -> bool {
        match (before, next) {
            (None, _)
            | (Some(Self::Unknown), Self::Drafted | Self::Sent | Self::Failed { .. })
            | (Some(Self::Drafted), Self::Sent) => true,
            (Some(_), _) => false,
        }
    }
}
