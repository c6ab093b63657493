//! By when it has to be decided whether somebody must be told, as the window shows it.

use policy::UsualDeadline;
use response::playbook::Deadline;
use serde::Serialize;
use specta::Type;

use crate::wording::say;

/// By when something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeadlineView {
    /// What it is; empty for the date that an answer was asked for by.
    pub(crate) name: String,
    /// Where it comes from; empty likewise.
    pub(crate) source: String,
    /// The time.
    pub(crate) at: i64,
}

/// A deadline in words: those that Astray brings along in the language that is spoken, the organisation's as it wrote them.
pub(super) fn deadline(deadline: &Deadline) -> DeadlineView {
    let (name, source) = match deadline.usual {
        None => (deadline.name.shown(), deadline.source.shown()),
        Some(UsualDeadline::PersonalData) => (
            say("deadline-personal-data"),
            say("deadline-personal-data-source"),
        ),
        Some(UsualDeadline::UsDefence) => (say("deadline-us-defence"), deadline.source.shown()),
        Some(UsualDeadline::UsHealth) => (say("deadline-us-health"), deadline.source.shown()),
    };
    DeadlineView {
        name,
        source,
        at: deadline.at.millis(),
    }
}
