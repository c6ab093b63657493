//! What is known of a mailbox from earlier sessions, and which mailboxes a session is to look at.

use crate::Cursor;

/// A mailbox that was looked at before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name on the wire.
    pub mailbox: String,
    /// The identity that its server gives it, which a new name leaves as it is (MAILBOXID, RFC 8474); none where it gives none.
    pub id: Option<String>,
    /// How far it was looked at.
    pub cursor: Cursor,
    /// Whether it was the account's mailbox for sent mail.
    pub is_sent: bool,
}

/// What a session looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Watched {
    /// The mailbox for sent mail, wherever it is.
    #[default]
    Sent,
    /// These mailboxes, as a person names them, but for the one for sent mail. Several are looked at in turn.
    Named(Vec<String>),
}

/// Where to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// What was looked at before, the latest first.
    pub known: Vec<Known>,
    /// What to look at now.
    pub watched: Watched,
}
