//! An incident's events as the lines of its timeline.

use casebook::{
    Answer, Decision, EventKind, EventRow, Fate, FindingKind, FindingName, Incident, Letter, Marked, Outcome,
    Step, TrustScope, Way,
};
use message::MessageId;
use policy::ResponsePolicy;
use serde::Serialize;
use specta::Type;

use crate::wording::{say, say_with};

/// One entry of an incident's timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimelineEntry {
    /// Its place in the incident.
    pub(crate) seq: i64,
    /// When.
    pub(crate) at: i64,
    /// Which kind of event.
    pub(crate) kind: TimelineKind,
    /// In words.
    pub(crate) text: String,
    /// What the user, a recipient or a server said; may be empty.
    pub(crate) note: String,
    /// Whether it was taken back.
    pub(crate) is_taken_back: bool,
    /// Whether it can be taken back.
    pub(crate) can_undo: bool,
}

/// The kinds of a timeline's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TimelineKind {
    /// Astray saw something.
    Seen,
    /// The notification server took the alert.
    Told,
    /// The user opened the incident.
    Opened,
    /// The user decided or answered something.
    Decided,
    /// Something was ticked off.
    Ticked,
    /// A letter.
    Letter,
    /// A letter of which nobody knows what became of it.
    Unknown,
    /// It is over.
    Closed,
    /// Something was taken back, or taken up again.
    Back,
}

/// The timeline, oldest first. That a letter was to go is told only until it is known what became of it.
pub(super) fn timeline(incident: &Incident, policy: &ResponsePolicy) -> Vec<TimelineEntry> {
    let taken_back: Vec<i64> = incident.events.iter().filter_map(taken_back).collect();
    let ended: Vec<&MessageId> = incident.events.iter().filter_map(ended).collect();
    let is_told = |event: &&EventRow| !intended(event).is_some_and(|letter| ended.contains(&letter));
    incident
        .events
        .iter()
        .filter(is_told)
        .map(|event| {
            let (kind, text, note) = entry(&event.kind, policy, incident);
            TimelineEntry {
                seq: event.seq,
                at: event.at.millis(),
                kind,
                text,
                note,
                is_taken_back: taken_back.contains(&event.seq),
                can_undo: incident.can_take_back(event.seq),
            }
        })
        .collect()
}

fn taken_back(event: &EventRow) -> Option<i64> {
    if let EventKind::TakenBack(taken_back) = &event.kind {
        return Some(taken_back.seq);
    }
    None
}

fn intended(event: &EventRow) -> Option<&MessageId> {
    if let EventKind::Intended(intent) = &event.kind {
        return Some(&intent.message_id);
    }
    None
}

fn ended(event: &EventRow) -> Option<&MessageId> {
    if let EventKind::Became(became) = &event.kind {
        return Some(&became.message_id);
    }
    None
}

fn entry(kind: &EventKind, policy: &ResponsePolicy, incident: &Incident) -> (TimelineKind, String, String) {
    let plain = |kind, id| (kind, say(id), String::new());
    let letter = |message_id| {
        let found = incident.progress.letter(message_id);
        found.map_or_else(String::new, |letter| letter_name(letter.letter()))
    };
    match kind {
        EventKind::Noticed => plain(TimelineKind::Seen, "timeline-noticed"),
        EventKind::Told => plain(TimelineKind::Told, "timeline-told"),
        EventKind::Opened => plain(TimelineKind::Opened, "timeline-opened"),
        EventKind::Decided(decision) => decided(decision, policy),
        EventKind::Intended(intent) => {
            let id = match intent.way {
                Way::Drafts => "timeline-to-drafts",
                Way::Send => "timeline-sending",
                Way::File => "timeline-saving",
            };
            let name = letter_name(intent.letter);
            (
                TimelineKind::Letter,
                say_with(id, &[("letter", name.into())]),
                String::new(),
            )
        }
        EventKind::Became(became) => {
            let (kind, id, note) = match &became.fate {
                Fate::Drafted => (TimelineKind::Letter, "timeline-drafted", String::new()),
                Fate::Sent => (TimelineKind::Letter, "timeline-sent", String::new()),
                Fate::Saved => (TimelineKind::Letter, "timeline-saved", String::new()),
                Fate::Unknown => (TimelineKind::Unknown, "timeline-unknown", String::new()),
                Fate::Failed { why } => (TimelineKind::Unknown, "timeline-failed", why.to_string()),
            };
            let name = letter(&became.message_id);
            (kind, say_with(id, &[("letter", name.into())]), note)
        }
        EventKind::Filed(name) => {
            let name = letter(&name.message_id);
            let text = say_with("timeline-filed", &[("letter", name.into())]);
            (TimelineKind::Letter, text, String::new())
        }
        EventKind::Bounced(bounce) => {
            let text = say_with(
                "timeline-bounced",
                &[("address", bounce.recipient.shown().into())],
            );
            let code = match bounce.status.as_str() {
                "" => String::new(),
                status => say_with("timeline-bounce-code", &[("code", status.to_owned().into())]),
            };
            (TimelineKind::Seen, text, code)
        }
        EventKind::TakenBack(_) => plain(TimelineKind::Back, "timeline-taken-back"),
    }
}

fn decided(decision: &Decision, policy: &ResponsePolicy) -> (TimelineKind, String, String) {
    let plain = |kind, id| (kind, say(id), String::new());
    match decision {
        Decision::Confirmed => plain(TimelineKind::Decided, "timeline-confirmed"),
        Decision::NotSure => plain(TimelineKind::Decided, "timeline-not-sure"),
        Decision::ItsRight(TrustScope::Once) => plain(TimelineKind::Decided, "timeline-its-right-once"),
        Decision::ItsRight(TrustScope::Address) => plain(TimelineKind::Decided, "timeline-its-right-address"),
        Decision::ItsRight(TrustScope::Domain) => plain(TimelineKind::Decided, "timeline-its-right-domain"),
        Decision::DealtWith => plain(TimelineKind::Closed, "timeline-dealt-with"),
        Decision::Marked(Marked::Yes) => plain(TimelineKind::Decided, "timeline-marked"),
        Decision::Marked(Marked::No) => plain(TimelineKind::Decided, "timeline-not-marked"),
        Decision::Marked(Marked::Unknown) => plain(TimelineKind::Decided, "timeline-marked-unknown"),
        Decision::DeskCleared => plain(TimelineKind::Decided, "timeline-desk-cleared"),
        Decision::Contents(_) => plain(TimelineKind::Decided, "timeline-contents"),
        Decision::Scanned(findings) => {
            let count = findings
                .iter()
                .filter(|found| found.name.finding.asks_for_action())
                .count();
            let text = say_with("timeline-scanned", &[("count", count.into())]);
            (TimelineKind::Seen, text, String::new())
        }
        Decision::FindingDone(name) => (
            TimelineKind::Ticked,
            say(finding_done(name.finding)),
            said_of(name),
        ),
        Decision::AnswerFiled { answer, note } => {
            let id = match answer {
                Answer::Deleted => "timeline-answer-deleted",
                Answer::Refused => "timeline-answer-refused",
                Answer::Other => "timeline-answer-other",
            };
            (TimelineKind::Decided, say(id), note.to_string())
        }
        Decision::StepDone(step) => {
            let text = say_with("timeline-step-done", &[("step", step_name(step, policy).into())]);
            (TimelineKind::Ticked, text, String::new())
        }
        Decision::StepSkipped { step, reason } => {
            let text = say_with(
                "timeline-step-skipped",
                &[("step", step_name(step, policy).into())],
            );
            (TimelineKind::Decided, text, reason.to_string())
        }
        Decision::Closed { outcome, word } => {
            (TimelineKind::Closed, say(outcome_id(*outcome)), word.to_string())
        }
        Decision::Reopened => plain(TimelineKind::Back, "timeline-reopened"),
    }
}

/// Which of its kind it was, where that is a name that people know and no code of programs.
fn said_of(name: &FindingName) -> String {
    match name.finding {
        FindingKind::Attachment
        | FindingKind::DisguisedAttachment
        | FindingKind::LockedAttachment
        | FindingKind::Iban
        | FindingKind::NationalId
        | FindingKind::PrivateKey => String::new(),
        FindingKind::Marking
        | FindingKind::CardNumber
        | FindingKind::AccessToken
        | FindingKind::Password
        | FindingKind::SharedLink => name.detail.to_string(),
    }
}

/// A step's heading.
pub(super) fn step_name(step: &Step, policy: &ResponsePolicy) -> String {
    let id = match step {
        Step::Mistake => "step-mistake",
        Step::Marked => "step-marked",
        Step::Harm => "step-harm",
        Step::Deletion => "step-deletion",
        Step::Report => "step-report",
        Step::Resend => "step-resend",
        Step::Prevention => "step-prevention",
        Step::Close => "step-close",
        Step::Own(_) => {
            let own = policy.own_step(step.as_str());
            return own.map_or_else(|| step.to_string(), |own| own.title.shown());
        }
    };
    say(id)
}

fn letter_name(letter: Letter) -> String {
    say(match letter {
        Letter::Recall => "letter-recall",
        Letter::Reminder => "letter-reminder",
        Letter::Report => "letter-report",
        Letter::Corrected => "letter-corrected",
    })
}

const fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Bounced => "timeline-closed-bounced",
        Outcome::DeletionConfirmed => "timeline-closed-deleted",
        Outcome::NoAnswer => "timeline-closed-no-answer",
        Outcome::Reported => "timeline-closed-reported",
        Outcome::NotReported => "timeline-closed-not-reported",
    }
}

const fn finding_done(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::SharedLink => "timeline-done-link",
        FindingKind::Password => "timeline-done-password",
        FindingKind::PrivateKey | FindingKind::AccessToken => "timeline-done-key",
        FindingKind::CardNumber => "timeline-done-card",
        FindingKind::Iban => "timeline-done-bank",
        FindingKind::NationalId => "timeline-done-person",
        FindingKind::Marking => "timeline-done-desk",
        FindingKind::Attachment | FindingKind::DisguisedAttachment | FindingKind::LockedAttachment => {
            "timeline-done-attachment"
        }
    }
}
