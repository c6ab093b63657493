//! Fault: one thing that is wrong in a file, with its place.

use std::fmt;

use crate::{Wrong, json_fault};

/// One thing that is wrong in a policy or in the preferences. Displays as one line with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub what: Wrong,
}

/// Where in a file a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// All of it.
    Whole,
    /// In a line.
    Line {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in octets.
        column: usize,
    },
    /// Under a key: `security_desk.email`, `protected_domains[3]`, the index counted from 0.
    Entry(String),
}

impl Fault {
    pub(crate) const fn whole(what: Wrong) -> Self {
        Self {
            place: Place::Whole,
            what,
        }
    }

    /// A fault of what stands under a key.
    pub(crate) fn key(key: &str, what: Wrong) -> Self {
        Self {
            place: Place::Entry(key.to_owned()),
            what,
        }
    }

    pub(crate) fn entry(key: &str, index: usize, field: &str, what: Wrong) -> Self {
        Self {
            place: Place::Entry(format!("{key}[{index}]{field}")),
            what,
        }
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Self {
            place: match line {
                0 => Place::Whole,
                _ => Place::Line { line, column },
            },
            what: json_fault::read(&error),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Whole => write!(f, "{}", self.what),
            Place::Line { line, column } => write!(f, "line {line}, column {column}: {}", self.what),
            Place::Entry(entry) => write!(f, "{entry}: {}", self.what),
        }
    }
}
