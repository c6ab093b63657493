//! What a policy says of the response, as it is written, before anything in it is checked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who decides what follows from a stray message, and how to reach them. All keys may be left out.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "SecurityDesk")]
pub(crate) struct DeskDocument {
    /// What people call it.
    pub(crate) name: String,
    /// The address that reports go to. Without it, a report is saved as a file.
    pub(crate) email: Option<String>,
    /// The telephone number.
    pub(crate) phone: String,
    /// When somebody is there.
    pub(crate) hours: String,
    /// What the user is told to say or do when calling.
    pub(crate) words: String,
}

/// By when it has to be decided whether somebody must be told.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ReportDeadline")]
pub(crate) struct DeadlineDocument {
    /// What it is, in a few words.
    pub(crate) name: String,
    /// Hours, counted from when the user said that it is a mistake.
    #[schemars(range(min = 1, max = 87_600))]
    pub(crate) hours: u32,
    /// The law, contract or rule that it comes from.
    pub(crate) source: String,
}

/// Changes to the steps. The steps that there are anyway: mistake, marked, harm, deletion, report, resend, prevention, close.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "Steps")]
pub(crate) struct StepsDocument {
    /// Steps of the organisation's own.
    #[schemars(length(max = 20))]
    pub(crate) add: Vec<OwnStepDocument>,
    /// The order of the steps between marked and close; what is not named keeps its place after these.
    #[schemars(length(max = 40))]
    pub(crate) order: Vec<String>,
    /// Steps without which an incident cannot be closed.
    #[schemars(length(max = 40))]
    pub(crate) require: Vec<String>,
}

/// A step of the organisation's own. It comes before closing, unless the order says otherwise.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "OwnStep")]
pub(crate) struct OwnStepDocument {
    /// Its name in `order` and `require`: 1 to 40 small letters, digits and _.
    pub(crate) name: String,
    /// Its heading.
    pub(crate) title: String,
    /// What the user is to do.
    pub(crate) text: String,
}

/// One letter's own text in each language (`en`, `de`): a line `Subject: …`, an empty line, the text.
pub(crate) type TextsDocument = BTreeMap<String, String>;
