//! An incident as a JSON object: everything that is recorded of it.

use lookalike::Confidence;
use message::{Address, Field};
use serde::Serialize;
use serde_json::Value;

use crate::{EventKind, EventRow, Incident, LookalikeFact, ReasonText};

/// One incident, whole, as a JSON object. A field is only ever added.
#[derive(Debug, Serialize)]
pub struct IncidentObject<'a> {
    id: i64,
    state: &'static str,
    account: String,
    mailbox: &'a str,
    subject: &'a str,
    from: Option<String>,
    sent_at: String,
    noticed_at: String,
    lookalikes: Vec<LookalikeObject<'a>>,
    recipients: Vec<RecipientObject>,
    timeline: Vec<EventObject>,
}

#[derive(Debug, Serialize)]
struct LookalikeObject<'a> {
    field: &'static str,
    address: String,
    lookalike_of: &'a str,
    severity: &'static str,
    confidence: f64,
    reasons: Vec<ReasonObject<'a>>,
}

#[derive(Debug, Serialize)]
struct ReasonObject<'a> {
    kind: &'a str,
    detail: &'a str,
}

#[derive(Debug, Serialize)]
struct RecipientObject {
    field: &'static str,
    address: String,
}

#[derive(Debug, Serialize)]
struct EventObject {
    /// Its place in the incident.
    seq: i64,
    at: String,
    event: String,
    /// What belongs to it, where the event's name does not say all.
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Value>,
}

impl<'a> IncidentObject<'a> {
    /// The object of this incident.
    pub fn of(incident: &'a Incident) -> Self {
        let facts = &incident.facts;
        let recipients = facts.recipients.iter().map(|recipient| RecipientObject {
            field: field(recipient.field),
            address: recipient.address.to_string(),
        });
        Self {
            id: incident.id.value(),
            state: incident.state.as_str(),
            account: incident.account_address.to_string(),
            mailbox: &incident.mailbox,
            subject: facts.subject.as_str(),
            from: facts.from.as_ref().map(Address::to_string),
            sent_at: facts.sent_at.unwrap_or(facts.noticed_at).to_string(),
            noticed_at: facts.noticed_at.to_string(),
            lookalikes: facts.lookalikes.iter().map(LookalikeObject::of).collect(),
            recipients: recipients.collect(),
            timeline: incident.events.iter().map(EventObject::of).collect(),
        }
    }
}

impl<'a> LookalikeObject<'a> {
    fn of(fact: &'a LookalikeFact) -> Self {
        let reason = |reason: &'a ReasonText| ReasonObject {
            kind: &reason.kind,
            detail: &reason.detail,
        };
        Self {
            field: field(fact.field),
            address: fact.address.to_string(),
            lookalike_of: fact.of.ascii(),
            severity: fact.severity.as_str(),
            confidence: Confidence::rounded(fact.confidence),
            reasons: fact.reasons.iter().map(reason).collect(),
        }
    }
}

impl EventObject {
    fn of(row: &EventRow) -> Self {
        let (event, details) = word(&row.kind);
        Self {
            seq: row.seq,
            at: row.at.to_string(),
            event,
            details,
        }
    }
}

/// The event's word, and its details where it has any.
fn word(kind: &EventKind) -> (String, Option<Value>) {
    let Ok((word, body)) = kind.written() else {
        return ("unknown".to_owned(), None);
    };
    let details = serde_json::from_str(&body).ok();
    (word, details.filter(|details| *details != serde_json::json!({})))
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::To => "to",
        Field::Cc => "cc",
        Field::Bcc => "bcc",
    }
}
