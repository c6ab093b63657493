//! Step: what there is to do in an incident, by name.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A step of the way from “it went to the wrong place” to “it is dealt with”.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Step {
    /// Is it a mistake?
    Mistake,
    /// Was it marked or classified?
    Marked,
    /// Limit the harm.
    Harm,
    /// Ask them to delete it.
    Deletion,
    /// Report it to the security desk.
    Report,
    /// Send it to the right person.
    Resend,
    /// So that it does not happen again.
    Prevention,
    /// Close.
    Close,
    /// A step of the organisation's own.
    Own(OwnStep),
}

/// The name of a step of the organisation's own: 1 to 40 small letters, digits and `_`, none of the steps that there are anyway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnStep(Box<str>);

impl Step {
    /// The steps that there are anyway, in their order.
    pub const ALL: [Self; 8] = [
        Self::Mistake,
        Self::Marked,
        Self::Harm,
        Self::Deletion,
        Self::Report,
        Self::Resend,
        Self::Prevention,
        Self::Close,
    ];

    /// The name as it is written down.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mistake => "mistake",
            Self::Marked => "marked",
            Self::Harm => "harm",
            Self::Deletion => "deletion",
            Self::Report => "report",
            Self::Resend => "resend",
            Self::Prevention => "prevention",
            Self::Close => "close",
            Self::Own(name) => &name.0,
        }
    }

    /// The step of that name; none where it is no name of a step.
    pub fn parse(text: &str) -> Option<Self> {
        let known = Self::ALL.into_iter().find(|step| step.as_str() == text);
        let is_letter = |octet: u8| octet.is_ascii_lowercase() || octet.is_ascii_digit() || octet == b'_';
        let is_name = (1..=40).contains(&text.len()) && text.bytes().all(is_letter);
        known.or_else(|| is_name.then(|| Self::Own(OwnStep(text.into()))))
    }
}

impl TryFrom<String> for Step {
    type Error = NoStep;

    fn try_from(text: String) -> Result<Self, NoStep> {
        Self::parse(&text).ok_or(NoStep)
    }
}

impl From<Step> for String {
    fn from(step: Step) -> Self {
        step.as_str().to_owned()
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text is no name of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a step's name is made of 1 to 40 small letters, digits and _")]
pub struct NoStep;
