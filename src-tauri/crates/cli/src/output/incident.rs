//! Incidents as they are printed: JSON objects for programs, cells of a table for people.

use casebook::{HistoryItem, Incident, LookalikeFact, State};
use jiff::tz::TimeZone;
use message::{Address, Field, Timestamp, shown};
use serde::Serialize;
use serde_json::Value;

use super::event;

/// One incident in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ListedIncident<'a> {
    id: i64,
    state: &'static str,
    severity: &'static str,
    address: String,
    lookalike_of: &'a str,
    /// Other lookalikes among the recipients.
    more: u32,
    subject: &'a str,
    sent_at: String,
    #[serde(skip)]
    item: &'a HistoryItem,
}

impl<'a> ListedIncident<'a> {
    pub(crate) fn of(item: &'a HistoryItem) -> Self {
        Self {
            id: item.id.value(),
            state: state(item.state),
            severity: item.severity.as_str(),
            address: item.address.to_string(),
            lookalike_of: item.lookalike_of.ascii(),
            more: item.more,
            subject: item.subject.as_str(),
            sent_at: item.sent_at.to_string(),
            item,
        }
    }

    /// The row of a table: number, state, time, address, domain, subject.
    pub(crate) fn cells(&self) -> [String; 6] {
        let item = self.item;
        let address = match item.more {
            0 => item.address.shown(),
            more => format!("{} (+{more})", item.address.shown()),
        };
        [
            self.id.to_string(),
            said(item.state).to_owned(),
            local(item.sent_at),
            address,
            item.lookalike_of.shown(),
            item.subject.shown(),
        ]
    }

    /// The line of a running watch.
    pub(crate) fn sentence(&self) -> String {
        let [id, _, sent, address, of, subject] = self.cells();
        format!(
            "incident {id}: {address} looks like {of} (severity {}), sent {sent}: {subject}",
            self.severity
        )
    }
}

/// One incident, whole.
#[derive(Debug, Serialize)]
pub(crate) struct IncidentView<'a> {
    id: i64,
    state: &'static str,
    account: String,
    mailbox: &'a str,
    subject: &'a str,
    from: Option<String>,
    sent_at: String,
    noticed_at: String,
    lookalikes: Vec<LookalikeView<'a>>,
    recipients: Vec<RecipientView>,
    timeline: Vec<EventView>,
}

#[derive(Debug, Serialize)]
struct LookalikeView<'a> {
    field: &'static str,
    address: String,
    lookalike_of: &'a str,
    severity: &'static str,
    confidence: f64,
    reasons: Vec<ReasonView<'a>>,
}

#[derive(Debug, Serialize)]
struct ReasonView<'a> {
    kind: &'a str,
    detail: &'a str,
}

#[derive(Debug, Serialize)]
struct RecipientView {
    field: &'static str,
    address: String,
}

#[derive(Debug, Serialize)]
struct EventView {
    /// Its place in the incident.
    seq: i64,
    at: String,
    event: String,
    /// What belongs to it, where the event's name does not say all.
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Value>,
}

impl<'a> IncidentView<'a> {
    pub(crate) fn of(incident: &'a Incident) -> Self {
        let facts = &incident.facts;
        let recipients = facts.recipients.iter().map(|recipient| RecipientView {
            field: field(recipient.field),
            address: recipient.address.to_string(),
        });
        let timeline = incident.events.iter().map(|row| {
            let (event, details) = event::word(&row.kind);
            EventView {
                seq: row.seq,
                at: row.at.to_string(),
                event,
                details,
            }
        });
        Self {
            id: incident.id.value(),
            state: state(incident.state),
            account: incident.account_address.to_string(),
            mailbox: &incident.mailbox,
            subject: facts.subject.as_str(),
            from: facts.from.as_ref().map(Address::to_string),
            sent_at: facts.sent_at.unwrap_or(facts.noticed_at).to_string(),
            noticed_at: facts.noticed_at.to_string(),
            lookalikes: facts.lookalikes.iter().map(LookalikeView::of).collect(),
            recipients: recipients.collect(),
            timeline: timeline.collect(),
        }
    }

    /// The facts as rows of a table, each with its name.
    pub(crate) fn rows(incident: &Incident) -> Vec<[String; 2]> {
        let facts = &incident.facts;
        let row = |name: &str, text: String| [name.to_owned(), text];
        let mut rows = vec![
            row("Incident", incident.id.value().to_string()),
            row("State", said(incident.state).to_owned()),
        ];
        for fact in &facts.lookalikes {
            rows.push(row(
                "Sent to",
                format!("{} ({})", fact.address.shown(), field(fact.field)),
            ));
            rows.push(row(
                "Looks like",
                format!("{}, severity {}", fact.of.shown(), fact.severity.as_str()),
            ));
            rows.extend(
                fact.reasons
                    .iter()
                    .map(|reason| row("Why", shown(&reason.detail))),
            );
        }
        let others = facts.recipients.iter().filter(|recipient| {
            let lookalike = |fact: &LookalikeFact| fact.address == recipient.address;
            !facts.lookalikes.iter().any(lookalike)
        });
        rows.extend(others.map(|other| row("Also to", other.address.shown())));
        rows.push(row("Subject", facts.subject.shown()));
        rows.extend(facts.from.as_ref().map(|from| row("From", from.shown())));
        rows.push(row("Account", incident.account_address.shown()));
        rows.extend(facts.sent_at.map(|at| row("Sent", local(at))));
        rows.push(row("Noticed", local(facts.noticed_at)));
        rows
    }

    /// What happened since, as rows of a table.
    pub(crate) fn timeline(incident: &Incident) -> Vec<[String; 2]> {
        let events = incident.events.iter();
        events
            .map(|row| [local(row.at), event::sentence(&row.kind)])
            .collect()
    }
}

impl<'a> LookalikeView<'a> {
    fn of(fact: &'a LookalikeFact) -> Self {
        let reasons = fact.reasons.iter().map(|reason| ReasonView {
            kind: &reason.kind,
            detail: &reason.detail,
        });
        Self {
            field: field(fact.field),
            address: fact.address.to_string(),
            lookalike_of: fact.of.ascii(),
            severity: fact.severity.as_str(),
            confidence: super::rounded(fact.confidence),
            reasons: reasons.collect(),
        }
    }
}

/// The time where the user is, to the minute.
fn local(at: Timestamp) -> String {
    match jiff::Timestamp::from_millisecond(at.millis()) {
        Ok(time) => time
            .to_zoned_datetime(TimeZone::system())
            .strftime("%Y-%m-%d %H:%M")
            .to_string(),
        Err(_) => at.to_string(),
    }
}

/// The state's word for programs.
pub(super) const fn state(state: State) -> &'static str {
    match state {
        State::NeedsYou => "needs_you",
        State::InProgress => "in_progress",
        State::Done => "done",
        State::NotAMistake => "not_a_mistake",
    }
}

const fn said(state: State) -> &'static str {
    match state {
        State::NeedsYou => "needs you",
        State::InProgress => "in progress",
        State::Done => "done",
        State::NotAMistake => "not a mistake",
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::To => "to",
        Field::Cc => "cc",
        Field::Bcc => "bcc",
    }
}
