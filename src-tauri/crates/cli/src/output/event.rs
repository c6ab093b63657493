//! What happened to an incident, as a sentence for people.

use casebook::{
    Answer, Bounce, Contents, Decision, EventKind, Fate, Finding, FindingKind, FindingName, Intent, Letter,
    Marked, Outcome, TrustScope, Way,
};
use message::Address;

/// The event for people.
pub(crate) fn sentence(kind: &EventKind) -> String {
    match kind {
        EventKind::Noticed => "noticed in the Sent mailbox".to_owned(),
        EventKind::Told => "shown as a notification".to_owned(),
        EventKind::Opened => "opened".to_owned(),
        EventKind::Decided(decision) => decided(decision),
        EventKind::Intended(intent) => intended(intent),
        EventKind::Became(became) => format!("{} {}", became.message_id, fate(&became.fate)),
        EventKind::Filed(letter) => format!("{} put into the Sent mailbox", letter.message_id),
        EventKind::Bounced(bounce) => bounced(bounce),
        EventKind::TakenBack(taken_back) => format!("entry {} taken back", taken_back.seq),
    }
}

fn decided(decision: &Decision) -> String {
    match decision {
        Decision::Confirmed => "said to be a mistake".to_owned(),
        Decision::NotSure => "not sure whether it is a mistake".to_owned(),
        Decision::ItsRight(TrustScope::Once) => "said to be right, this once".to_owned(),
        Decision::ItsRight(TrustScope::Address) => "said to be right, as the address always is".to_owned(),
        Decision::ItsRight(TrustScope::Domain) => "said to be right, as the domain always is".to_owned(),
        Decision::DealtWith => "marked as dealt with".to_owned(),
        Decision::Marked(Marked::Yes) => "said to be marked or classified: everything stops".to_owned(),
        Decision::Marked(Marked::No) => "said not to be marked".to_owned(),
        Decision::Marked(Marked::Unknown) => "not known whether it was marked".to_owned(),
        Decision::DeskCleared => "the security desk says to go on".to_owned(),
        Decision::Contents(contents) => with("it held", contents.iter().map(|one| held(*one))),
        Decision::Scanned(findings) => with("looked into it, found", findings.iter().map(found)),
        Decision::FindingDone(name) => format!("dealt with: {}", named(name)),
        Decision::AnswerFiled { answer, note } => noted(answered(*answer), note.as_str()),
        Decision::StepDone(step) => format!("step “{step}” done"),
        Decision::StepSkipped { step, reason } => noted(&format!("step “{step}” left out"), reason.as_str()),
        Decision::Closed { outcome, word } => noted(closed(*outcome), word.as_str()),
        Decision::Reopened => "opened again".to_owned(),
    }
}

fn noted(sentence: &str, note: &str) -> String {
    match note {
        "" => sentence.to_owned(),
        note => format!("{sentence}: {note}"),
    }
}

fn with(sentence: &str, things: impl Iterator<Item = impl Into<String>>) -> String {
    let things: Vec<String> = things.map(Into::into).collect();
    match things.as_slice() {
        [] => format!("{sentence} nothing"),
        things => format!("{sentence} {}", things.join(", ")),
    }
}

const fn held(contents: Contents) -> &'static str {
    match contents {
        Contents::PersonalDetails => "personal details",
        Contents::Health => "health",
        Contents::PasswordsOrKeys => "passwords or keys",
        Contents::Money => "money",
        Contents::Travel => "travel",
        Contents::Marked => "something marked or classified",
        Contents::Nothing => "nothing sensitive",
    }
}

fn found(finding: &Finding) -> String {
    format!("{} × {}", finding.count, named(&finding.name))
}

fn named(name: &FindingName) -> String {
    let kind = match name.finding {
        FindingKind::Attachment => "attachment",
        FindingKind::DisguisedAttachment => "attachment of another type than its name says",
        FindingKind::LockedAttachment => "attachment locked with a password",
        FindingKind::Marking => "marking",
        FindingKind::CardNumber => "payment card",
        FindingKind::Iban => "bank account",
        FindingKind::NationalId => "national number",
        FindingKind::PrivateKey => "private key",
        FindingKind::AccessToken => "token",
        FindingKind::Password => "password",
        FindingKind::SharedLink => "link to a shared file",
    };
    match name.detail.as_str() {
        "" => kind.to_owned(),
        detail => format!("{kind} ({detail})"),
    }
}

const fn answered(answer: Answer) -> &'static str {
    match answer {
        Answer::Deleted => "they say that they deleted it",
        Answer::Refused => "they will not delete it",
        Answer::Other => "they answered",
    }
}

const fn closed(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Bounced => "closed, as it was never delivered",
        Outcome::DeletionConfirmed => "closed, as deletion was confirmed",
        Outcome::NoAnswer => "closed without an answer",
        Outcome::Reported => "closed, as it was reported",
        Outcome::NotReported => "closed without a report",
    }
}

fn intended(intent: &Intent) -> String {
    let letter = match intent.letter {
        Letter::Recall => "request to delete it",
        Letter::Reminder => "reminder to delete it",
        Letter::Report => "report",
        Letter::Corrected => "corrected copy",
    };
    let way = match intent.way {
        Way::Drafts => "to be put among the drafts",
        Way::Send => "to be sent",
        Way::File => "to be saved as a file",
    };
    let to: Vec<String> = intent.to.iter().map(Address::shown).collect();
    match to.as_slice() {
        [] => format!("{letter} {way} ({})", intent.message_id),
        to => format!("{letter} to {} {way} ({})", to.join(", "), intent.message_id),
    }
}

fn fate(fate: &Fate) -> String {
    match fate {
        Fate::Drafted => "put among the drafts".to_owned(),
        Fate::Sent => "sent".to_owned(),
        Fate::Saved => "saved as a file".to_owned(),
        Fate::Unknown => "may have been sent; the connection broke before it was known".to_owned(),
        Fate::Failed { why } => noted("not sent", why.as_str()),
    }
}

fn bounced(bounce: &Bounce) -> String {
    let to = bounce.recipient.shown();
    match bounce.status.as_str() {
        "" => format!("not delivered to {to}"),
        status => format!("not delivered to {to} (status {status})"),
    }
}
