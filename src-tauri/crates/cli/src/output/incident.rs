//! Incidents as they are printed: JSON objects for programs, cells of a table for people.

use casebook::{HistoryItem, Incident, LookalikeFact, State};
use jiff::tz::TimeZone;
use message::{Field, Timestamp, shown};
use serde::Serialize;

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
            state: item.state.as_str(),
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

/// The facts as rows of a table, each with its name.
pub(crate) fn facts_of(incident: &Incident) -> Vec<[String; 2]> {
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
pub(crate) fn timeline_of(incident: &Incident) -> Vec<[String; 2]> {
    let events = incident.events.iter();
    events
        .map(|row| [local(row.at), event::sentence(&row.kind)])
        .collect()
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
