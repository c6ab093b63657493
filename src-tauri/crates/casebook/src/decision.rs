//! What the user decides and answers about an incident. Nothing of it sends anything, so all of it can be taken back.

use serde::{Deserialize, Serialize};

use crate::{Note, Step};

/// A decision or an answer of the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Decision {
    /// It went to the wrong place. Deadlines count from here.
    Confirmed,
    /// The user cannot tell yet.
    NotSure,
    /// It went where it should.
    ItsRight(TrustScope),
    /// It is dealt with, without the steps.
    DealtWith,
    /// Whether the message was marked or classified.
    Marked(Marked),
    /// The security desk says to go on although it was marked.
    DeskCleared,
    /// What the user says was in it. Empty is no answer; [`Contents::Nothing`] is one.
    Contents(Vec<Contents>),
    /// What Astray found in it when the user had it look. Kinds and counts, never the secret itself.
    Scanned(Vec<Finding>),
    /// What a finding asks for was done.
    FindingDone(FindingName),
    /// What the unintended recipient answered.
    AnswerFiled {
        /// In one word.
        answer: Answer,
        /// In the user's words.
        note: Note,
    },
    /// A step is done that only the user can tell of.
    StepDone(Step),
    /// A step is left out.
    StepSkipped {
        /// Which.
        step: Step,
        /// Why, in the user's words.
        reason: Note,
    },
    /// It is over.
    Closed {
        /// How it ended.
        outcome: Outcome,
        /// In the user's words; the reason where nothing was reported.
        word: Note,
    },
    /// It is taken up again.
    Reopened,
}

/// How far “it's right” reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrustScope {
    /// This message.
    Once,
    /// The address, from then on.
    Address,
    /// The domain, from then on.
    Domain,
}

/// Whether a message was marked or classified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marked {
    /// It was. Everything stops until the security desk says to go on.
    Yes,
    /// It was not.
    No,
    /// The user does not know. Nothing goes to the wrong address until this is answered.
    Unknown,
}

/// What was in a message, as the user says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contents {
    /// Names, addresses, dates of birth and the like.
    PersonalDetails,
    /// Something of somebody's health.
    Health,
    /// Passwords, keys, codes.
    PasswordsOrKeys,
    /// Account numbers, invoices, pay.
    Money,
    /// Who is where and when.
    Travel,
    /// Something marked or classified.
    Marked,
    /// Nothing that would do harm.
    Nothing,
}

/// One kind of thing that Astray found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    #[serde(flatten)]
    pub name: FindingName,
    /// How often it is there.
    pub count: u32,
}

/// By what a finding is known: its kind, and what may be said of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingName {
    /// The kind.
    pub finding: FindingKind,
    /// The marking's own word, a link's host, a file's real type, a country: never the secret itself. May be empty.
    pub detail: Note,
}

/// The kinds of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// An attachment of the type that its name says.
    Attachment,
    /// An attachment that is of another type than its name says.
    DisguisedAttachment,
    /// An attachment that cannot be looked into, since it is locked with a password.
    LockedAttachment,
    /// A marking, such as CONFIDENTIAL.
    Marking,
    /// The number of a payment card.
    CardNumber,
    /// An IBAN.
    Iban,
    /// A number that a country gives its people.
    NationalId,
    /// A private key.
    PrivateKey,
    /// A token or key of a service.
    AccessToken,
    /// A password.
    Password,
    /// A link to a shared file.
    SharedLink,
}

/// What the unintended recipient answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// They deleted it.
    Deleted,
    /// They will not.
    Refused,
    /// Something else.
    Other,
}

/// How an incident ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The message was returned as not delivered.
    Bounced,
    /// Deletion was confirmed.
    DeletionConfirmed,
    /// Nobody answered.
    NoAnswer,
    /// It was reported, and is the security desk's.
    Reported,
    /// It was not reported, for a reason.
    NotReported,
}

impl FindingKind {
    /// Whether something is to be done about it.
    pub const fn asks_for_action(self) -> bool {
        !matches!(self, Self::Attachment)
    }
}

impl Answer {
    /// The answer as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Refused => "refused",
            Self::Other => "other",
        }
    }
}

impl Outcome {
    /// The outcome as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::DeletionConfirmed => "deletion_confirmed",
            Self::NoAnswer => "no_answer",
            Self::Reported => "reported",
            Self::NotReported => "not_reported",
        }
    }

    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Bounced,
        Self::DeletionConfirmed,
        Self::NoAnswer,
        Self::Reported,
        Self::NotReported,
    ];

    /// Whether closing so needs a word of the user's own: the reason for not reporting.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::NotReported)
    }
}
