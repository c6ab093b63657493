//! The facts of an incident, as they stood when it was noticed.

use lookalike::{Confidence, Lookalike, Severity};
use message::{Address, Domain, Field, HeaderText, MessageId, Recipient, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Error, record::Judged};

/// What was known when the message was judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The subject.
    pub subject: HeaderText,
    /// The sender.
    pub from: Option<Address>,
    /// The message's name, which letters about it refer to; none where it has none, or was recorded by an early version.
    pub message_id: Option<MessageId>,
    /// The messages that it refers to itself, the oldest first.
    pub references: Vec<MessageId>,
    /// What the message's Date says.
    pub sent_at: Option<Timestamp>,
    /// When Astray saw it.
    pub noticed_at: Timestamp,
    /// All recipients.
    pub recipients: Vec<RecipientFact>,
    /// The lookalikes among them.
    pub lookalikes: Vec<LookalikeFact>,
}

/// A recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientFact {
    /// Where it stood.
    pub field: Field,
    /// Its address.
    pub address: Address,
}

/// A recipient whose domain is a lookalike.
#[derive(Clone, Debug, PartialEq)]
pub struct LookalikeFact {
    /// Where it stood.
    pub field: Field,
    /// Its address.
    pub address: Address,
    /// The domain that was probably meant.
    pub of: Domain,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Why, strongest first.
    pub reasons: Vec<ReasonText>,
}

/// A reason as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonText {
    /// Its documented kind.
    pub kind: String,
    /// Its sentence.
    pub detail: String,
}

/// The facts as JSON has them.
#[derive(Serialize, Deserialize)]
struct Document {
    subject: String,
    from: Option<String>,
    #[serde(default)]
    message_id: Option<String>,
    #[serde(default)]
    references: Vec<String>,
    sent_at: Option<i64>,
    noticed_at: i64,
    recipients: Vec<(String, String)>,
    lookalikes: Vec<LookalikeDocument>,
}

#[derive(Serialize, Deserialize)]
struct LookalikeDocument {
    field: String,
    address: String,
    of: String,
    severity: String,
    confidence: f64,
    reasons: Vec<ReasonText>,
}

impl Facts {
    pub(crate) fn of(judged: &Judged, noticed_at: Timestamp) -> Self {
        let message = &judged.message;
        let fact = |recipient: &Recipient| RecipientFact {
            field: recipient.field,
            address: recipient.address.clone(),
        };
        Self {
            subject: message.subject.clone(),
            from: message.from.clone(),
            message_id: message.message_id.clone(),
            references: message.references.clone(),
            sent_at: message.sent_at,
            noticed_at,
            recipients: message.recipients.iter().map(fact).collect(),
            lookalikes: judged
                .lookalikes
                .iter()
                .map(|(recipient, lookalike)| LookalikeFact::of(recipient, lookalike))
                .collect(),
        }
    }

    pub(crate) fn to_json(&self) -> Result<String, Error> {
        let recipient = |fact: &RecipientFact| (fact.field.as_str().to_owned(), fact.address.to_string());
        let lookalike = |fact: &LookalikeFact| LookalikeDocument {
            field: fact.field.as_str().to_owned(),
            address: fact.address.to_string(),
            of: fact.of.to_string(),
            severity: fact.severity.as_str().to_owned(),
            confidence: fact.confidence.value(),
            reasons: fact.reasons.clone(),
        };
        let document = Document {
            subject: self.subject.as_str().to_owned(),
            from: self.from.as_ref().map(ToString::to_string),
            message_id: self.message_id.as_ref().map(|id| id.as_str().to_owned()),
            references: self.references.iter().map(|id| id.as_str().to_owned()).collect(),
            sent_at: self.sent_at.map(Timestamp::millis),
            noticed_at: self.noticed_at.millis(),
            recipients: self.recipients.iter().map(recipient).collect(),
            lookalikes: self.lookalikes.iter().map(lookalike).collect(),
        };
        serde_json::to_string(&document).map_err(|error| Error::Unreadable(error.to_string()))
    }

    pub(crate) fn from_json(text: &str) -> Result<Self, Error> {
        let document: Document =
            serde_json::from_str(text).map_err(|error| Error::Unreadable(error.to_string()))?;
        let recipient = |(field, address): &(String, String)| {
            Ok(RecipientFact {
                field: known(Field::parse(field), field)?,
                address: address_of(address)?,
            })
        };
        Ok(Self {
            subject: HeaderText::clean(&document.subject),
            from: document.from.as_deref().map(address_of).transpose()?,
            message_id: document.message_id.as_deref().and_then(MessageId::parse),
            references: document
                .references
                .iter()
                .filter_map(|id| MessageId::parse(id))
                .collect(),
            sent_at: document.sent_at.map(Timestamp::from_millis),
            noticed_at: Timestamp::from_millis(document.noticed_at),
            recipients: document
                .recipients
                .iter()
                .map(recipient)
                .collect::<Result<_, Error>>()?,
            lookalikes: document
                .lookalikes
                .into_iter()
                .map(LookalikeFact::read)
                .collect::<Result<_, Error>>()?,
        })
    }
}

impl LookalikeFact {
    fn of(recipient: &Recipient, lookalike: &Lookalike) -> Self {
        let reason = |reason: &lookalike::Reason| ReasonText {
            kind: reason.kind().as_str().to_owned(),
            detail: reason.detail().to_owned(),
        };
        Self {
            field: recipient.field,
            address: recipient.address.clone(),
            of: lookalike.of.clone(),
            severity: lookalike.severity,
            confidence: lookalike.confidence,
            reasons: lookalike.reasons.iter().map(reason).collect(),
        }
    }

    fn read(document: LookalikeDocument) -> Result<Self, Error> {
        Ok(Self {
            field: known(Field::parse(&document.field), &document.field)?,
            address: address_of(&document.address)?,
            of: domain_of(&document.of)?,
            severity: known(Severity::parse(&document.severity), &document.severity)?,
            confidence: Confidence::new(document.confidence),
            reasons: document.reasons,
        })
    }
}

pub(crate) fn address_of(text: &str) -> Result<Address, Error> {
    Address::parse(text).map_err(|error| Error::Unreadable(error.to_string()))
}

pub(crate) fn domain_of(text: &str) -> Result<Domain, Error> {
    Domain::parse(text).map_err(|error| Error::Unreadable(error.to_string()))
}

/// What a word of the file stands for.
pub(crate) fn known<T>(found: Option<T>, word: &str) -> Result<T, Error> {
    found.ok_or_else(|| Error::Unreadable(format!("“{}”", message::shown(word))))
}
