//! Fault: one thing that is wrong in a file, with its place.

use std::fmt;

use message::shown;

/// One thing that is wrong in a policy or in the preferences. Displays as one line with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    place: Place,
    what: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    /// Both counted from 1; the column in octets.
    Line {
        line: usize,
        column: usize,
    },
    /// `protected_domains[3]`, the index counted from 0, or a key alone.
    Entry(String),
}

impl Fault {
    pub(crate) fn whole(what: impl Into<String>) -> Self {
        Self {
            place: Place::Whole,
            what: what.into(),
        }
    }

    pub(crate) fn key(key: &str, what: String) -> Self {
        Self {
            place: Place::Entry(key.to_owned()),
            what,
        }
    }

    pub(crate) fn entry(key: &str, index: usize, field: &str, what: String) -> Self {
        Self {
            place: Place::Entry(format!("{key}[{index}]{field}")),
            what,
        }
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        // The library's text ends in the place, which is shown on its own, and may quote the file.
        let text = error.to_string();
        let tail = format!(" at line {line} column {column}");
        let what = shown(text.strip_suffix(&tail).unwrap_or(&text)).replace('`', "\"");
        match line {
            0 => Self::whole(what),
            _ => Self {
                place: Place::Line { line, column },
                what,
            },
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
