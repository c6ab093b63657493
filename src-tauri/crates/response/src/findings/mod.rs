//! The look at the content: what of a message could do harm, as kinds and counts and never as the thing itself.

mod kind;

pub use kind::{Action, Kind};

/// What was found in a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Kinds and counts, the gravest first.
    pub found: Vec<Finding>,
    /// The attachments, in the message's order.
    pub attachments: Vec<AttachmentFound>,
    /// Parts that could not be looked into: encrypted, too large, or of an unknown form.
    pub unread: u32,
}

/// How often one thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// Which marking, issuer, country or service; one of our tables' words, empty where the kind says all.
    pub label: &'static str,
    /// How often; the same thing twice counts once.
    pub count: u32,
}

/// An attachment by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttachmentFound {
    /// The type by its first octets (`application/pdf`).
    pub kind: &'static str,
    /// Its size in octets.
    pub octets: usize,
    /// Whether its name's ending belongs to another type.
    pub is_disguised: bool,
}
