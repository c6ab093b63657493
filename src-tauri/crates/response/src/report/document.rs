//! incident.json: the report's facts for programs, and the schema that they follow.

use message::{HeaderText, MessageId, Timestamp};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;

use super::{Done, Report, Stray, veris::Veris};
use crate::{
    Error,
    findings::{AttachmentFound, Finding, Findings},
};

/// The version of the schema: a new one where a field changes its meaning or goes.
const VERSION: u32 = 1;

/// A message that was sent to the wrong place, as Astray reports it to a security desk. Times are RFC 3339 in UTC.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Incident", deny_unknown_fields)]
struct Document {
    /// The version of this schema: 1.
    version: u32,
    /// The program that wrote this.
    program: Program,
    /// The incident's number on the user's computer.
    reference: i64,
    /// When the report was written.
    reported_at: String,
    /// Who sent the message.
    sender: Sender,
    /// The message that went astray.
    message: Message,
    /// Where it went, and why that is wrong.
    recipients: Vec<Recipient>,
    /// How many other people got it too.
    other_recipients: usize,
    /// What is known of the delivery: not-known, bounced or deletion-confirmed.
    delivery: &'static str,
    /// What the sender says it contained: personal-details, health, secrets, money, travel, marked, nothing-sensitive.
    contents: Vec<&'static str>,
    /// What Astray found in it; left out where it has not looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Found>,
    /// What has been done, in the order of time.
    done: Vec<Deed>,
    /// By when it has to be decided whether somebody must be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    decide_by: Option<String>,
    /// The sender's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// The same in the words of VERIS.
    veris: Veris,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Program {
    /// Astray.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Sender {
    /// The address that the message was sent from.
    address: String,
    /// How to reach them otherwise.
    #[serde(skip_serializing_if = "String::is_empty")]
    contact: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Message {
    /// Its Message-ID, without brackets.
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<String>,
    /// When it was sent.
    sent_at: String,
    /// When Astray saw it.
    noticed_at: String,
    /// When the sender said that it is a mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_at: Option<String>,
    /// Its subject; left out unless the sender added it.
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    /// Names of its attachments; left out unless the sender added them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachment_names: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Recipient {
    /// The address that it went to, its domain as A-labels.
    address: String,
    /// The address that was meant, where the sender has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    meant: Option<String>,
    /// The domain that was probably meant.
    meant_domain: String,
    /// high, medium or low.
    severity: String,
    /// How sure Astray is, from 0 to 1.
    confidence: f64,
    /// Why, strongest first.
    reasons: Vec<Reason>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Reason {
    /// The documented kind.
    kind: String,
    /// The sentence.
    detail: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Found {
    /// Kinds and counts, never what was found itself.
    kinds: Vec<FoundKind>,
    /// Attachments by their real type.
    attachments: Vec<FoundAttachment>,
    /// Parts that could not be looked into.
    unread: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FoundKind {
    /// marking, private-key, access-token, password, shared-link, card-number, iban, national-id.
    kind: &'static str,
    /// Which marking, country or service; empty where there is none.
    label: String,
    /// How many.
    count: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FoundAttachment {
    /// The type by its first octets.
    kind: &'static str,
    /// Its size.
    octets: usize,
    /// Whether its name pretends to another type.
    is_disguised: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Deed {
    /// When.
    at: String,
    /// What: desk-called, sharing-stopped, password-changed, key-replaced, card-blocked, bank-told, person-warned, deletion-asked,
    /// deletion-asked-again, deletion-confirmed, sent-to-the-right-person.
    what: &'static str,
}

/// The JSON Schema (draft 2020-12) of incident.json, as text that ends in a line break; the same each time.
pub fn schema() -> String {
    // For readers of what is written, so that a field which may be left out is not required.
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Document>();
    // A schema is a tree of maps with text keys, which always can be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

impl Report {
    /// The facts for programs, after the published schema.
    ///
    /// # Errors
    /// Where a number is none that JSON has.
    pub fn json(&self, now: Timestamp) -> Result<String, Error> {
        let document = Document {
            version: VERSION,
            program: Program {
                name: "Astray",
                version: env!("CARGO_PKG_VERSION"),
            },
            reference: self.reference,
            reported_at: now.to_string(),
            sender: Sender {
                address: self.from.address.to_string(),
                contact: self.contact.as_str().to_owned(),
            },
            message: self.message(),
            recipients: self.stray.iter().map(Recipient::of).collect(),
            other_recipients: self.other_recipients,
            delivery: self.delivery.as_str(),
            contents: self.contents.iter().map(|contents| contents.as_str()).collect(),
            found: self.findings.as_ref().map(Found::of),
            done: self.done.iter().map(Deed::of).collect(),
            decide_by: self.decide_by.map(|at| at.to_string()),
            note: self.note.as_str().trim().to_owned(),
            veris: Veris::of(self),
        };
        serde_json::to_string_pretty(&document)
            .map(|text| text + "\n")
            .map_err(|_| Error::NotAsMeant("facts"))
    }

    fn message(&self) -> Message {
        Message {
            message_id: self
                .message_id
                .as_ref()
                .map(|id| MessageId::as_str(id).to_owned()),
            sent_at: self.sent_at.to_string(),
            noticed_at: self.noticed_at.to_string(),
            confirmed_at: self.confirmed_at.map(|at| at.to_string()),
            subject: self.subject.as_ref().map(|subject| subject.as_str().to_owned()),
            attachment_names: self
                .attachment_names
                .iter()
                .map(|name| HeaderText::as_str(name).to_owned())
                .collect(),
        }
    }
}

impl Recipient {
    fn of(stray: &Stray) -> Self {
        let reason = |(kind, detail): &(String, String)| Reason {
            kind: kind.clone(),
            detail: detail.clone(),
        };
        Self {
            address: stray.address.to_string(),
            meant: stray.meant.as_ref().map(ToString::to_string),
            meant_domain: stray.meant_domain.to_string(),
            severity: stray.severity.clone(),
            confidence: stray.confidence,
            reasons: stray.reasons.iter().map(reason).collect(),
        }
    }
}

impl Found {
    fn of(findings: &Findings) -> Self {
        let kind = |finding: &Finding| FoundKind {
            kind: finding.kind.as_str(),
            label: finding.label.to_string(),
            count: finding.count,
        };
        let attachment = |attachment: &AttachmentFound| FoundAttachment {
            kind: attachment.kind,
            octets: attachment.octets,
            is_disguised: attachment.is_disguised,
        };
        Self {
            kinds: findings.found.iter().map(kind).collect(),
            attachments: findings.attachments.iter().map(attachment).collect(),
            unread: findings.unread,
        }
    }
}

impl Deed {
    fn of(done: &Done) -> Self {
        Self {
            at: done.at.to_string(),
            what: done.what.as_str(),
        }
    }
}
