//! An incident as a line of a spreadsheet.

use message::Timestamp;

use super::csv::csv_line;
use crate::{Incident, Letter, LetterProgress};

/// The line that names the columns.
pub fn table_head() -> String {
    csv_line(HEAD)
}

/// The line of one incident; of several wrong addresses all are in one cell.
pub fn table_row(incident: &Incident) -> String {
    csv_line(cells(incident).iter().map(String::as_str))
}

/// The names of the columns. A column is only ever added, at the end.
const HEAD: [&str; 17] = [
    "id",
    "state",
    "severity",
    "sent_at",
    "noticed_at",
    "confirmed_at",
    "account",
    "address",
    "lookalike_of",
    "subject",
    "bounced",
    "deletion_asked_at",
    "deletion_answer",
    "reported_at",
    "closed_at",
    "outcome",
    "word",
];

fn cells(incident: &Incident) -> [String; 17] {
    let (facts, progress) = (&incident.facts, &incident.progress);
    let time = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let all = |texts: Vec<String>| texts.join(" ");
    let lookalikes = || facts.lookalikes.iter();
    let gravest = lookalikes().map(|fact| fact.severity).max();
    let went = |letter| {
        time(
            progress
                .letters_of(letter)
                .filter_map(LetterProgress::went_at)
                .min(),
        )
    };
    let answer = progress.answers.last().map(|answer| answer.value.0.as_str());
    let closed = progress.closed.as_ref();
    [
        incident.id.value().to_string(),
        incident.state.as_str().to_owned(),
        gravest
            .map(|severity| severity.as_str())
            .unwrap_or_default()
            .to_owned(),
        time(facts.sent_at),
        facts.noticed_at.to_string(),
        time(progress.confirmed.map(|confirmed| confirmed.at)),
        incident.account_address.to_string(),
        all(lookalikes().map(|fact| fact.address.to_string()).collect()),
        all(lookalikes().map(|fact| fact.of.ascii().to_owned()).collect()),
        facts.subject.as_str().to_owned(),
        all(progress
            .bounces
            .iter()
            .map(|bounce| bounce.value.recipient.to_string())
            .collect()),
        went(Letter::Recall),
        answer.unwrap_or_default().to_owned(),
        went(Letter::Report),
        time(closed.map(|closed| closed.at)),
        closed
            .map(|closed| closed.value.0.as_str())
            .unwrap_or_default()
            .to_owned(),
        closed
            .map(|closed| closed.value.1.to_string())
            .unwrap_or_default(),
    ]
}
