//! What happened to an incident, and how it is written down: a word, and a body in JSON.

use message::MessageId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{Bounce, Decision, Error, Fate, Intent, Note, written};

/// What happened to an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Astray saw the message.
    Noticed,
    /// A notification server took the alert.
    Told,
    /// The user opened the incident.
    Opened,
    /// The user decided or answered something.
    Decided(Decision),
    /// A letter is about to go.
    Intended(Intent),
    /// What became of a letter.
    Became(Became),
    /// A copy of a sent letter lies in the mailbox for sent mail.
    Filed(LetterName),
    /// The message was returned as not delivered.
    Bounced(Bounce),
    /// A decision was taken back.
    TakenBack(TakenBack),
}

/// What became of which letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Became {
    /// Which letter.
    #[serde(with = "written::message_id")]
    pub message_id: MessageId,
    /// What became of it.
    #[serde(flatten)]
    pub fate: Fate,
}

/// A letter by its Message-ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterName {
    /// Its Message-ID.
    #[serde(with = "written::message_id")]
    pub message_id: MessageId,
}

/// Which decision was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The place of its event in the incident.
    pub seq: i64,
}

/// An event as its row has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
enum Row {
    Noticed,
    Told,
    Opened,
    LetterIntended(Intent),
    LetterBecame(Became),
    LetterFiled(LetterName),
    Bounced(Bounce),
    TakenBack(TakenBack),
    #[serde(untagged)]
    Decided(Decision),
}

impl EventKind {
    /// The word and the body in JSON as they are written down, `{}` where the word says all.
    ///
    /// # Errors
    /// Where the body cannot be written as JSON, which no event is known to do.
    pub fn written(&self) -> Result<(String, String), Error> {
        let row = match self.clone() {
            Self::Noticed => Row::Noticed,
            Self::Told => Row::Told,
            Self::Opened => Row::Opened,
            Self::Decided(decision) => Row::Decided(decision),
            Self::Intended(intent) => Row::LetterIntended(intent),
            Self::Became(became) => Row::LetterBecame(became),
            Self::Filed(letter) => Row::LetterFiled(letter),
            Self::Bounced(bounce) => Row::Bounced(bounce),
            Self::TakenBack(taken_back) => Row::TakenBack(taken_back),
        };
        let value = serde_json::to_value(row).map_err(|error| Error::Unreadable(error.to_string()))?;
        let word = value.get("kind").and_then(Value::as_str).unwrap_or_default();
        let body = value
            .get("body")
            .map_or_else(|| "{}".to_owned(), Value::to_string);
        Ok((word.to_owned(), body))
    }

    /// The event of that word and body. The facts in the body of the first event are none of this function's business.
    pub(crate) fn read(word: &str, body: &str) -> Result<Self, Error> {
        let unreadable = || Error::Unreadable(format!("“{}”", message::shown(word)));
        let row = match (word, LEGACY.iter().find(|(known, _)| *known == word)) {
            ("noticed", _) => return Ok(Self::Noticed),
            (_, Some((_, scope))) => json!({"kind": "its_right", "body": scope}),
            (_, None) if body == "{}" => json!({"kind": word}),
            (_, None) => {
                let body: Value = serde_json::from_str(body).map_err(|_| unreadable())?;
                json!({"kind": word, "body": body})
            }
        };
        Ok(match serde_json::from_value(row).map_err(|_| unreadable())? {
            Row::Noticed => Self::Noticed,
            Row::Told => Self::Told,
            Row::Opened => Self::Opened,
            Row::Decided(decision) => Self::Decided(decision),
            Row::LetterIntended(intent) => Self::Intended(intent),
            Row::LetterBecame(became) => Self::Became(became),
            Row::LetterFiled(letter) => Self::Filed(letter),
            Row::Bounced(bounce) => Self::Bounced(bounce),
            Row::TakenBack(taken_back) => Self::TakenBack(taken_back),
        })
    }
}

impl Became {
    /// A letter that did not go, and why.
    pub fn failed(message_id: MessageId, why: &str) -> Self {
        let why = Note::new(why);
        Self {
            message_id,
            fate: Fate::Failed { why },
        }
    }
}

/// Words that stand for a whole decision in records of the first version.
const LEGACY: [(&str, &str); 3] = [
    ("its_right_once", "once"),
    ("its_right_address", "address"),
    ("its_right_domain", "domain"),
];
