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
    /// `security_desk.email`, `protected_domains[3]`, the index counted from 0.
    Entry(String),
}

impl Fault {
    pub(crate) fn whole(what: impl Into<String>) -> Self {
        Self {
            place: Place::Whole,
            what: what.into(),
        }
    }

    /// A fault of what stands under a key.
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
        let text = text.strip_suffix(&tail).unwrap_or(&text);
        let what = shown(without_long_list(text)).replace('`', "\"");
        match line {
            0 => Self::whole(what),
            _ => Self {
                place: Place::Line { line, column },
                what,
            },
        }
    }
}

/// The library's text; where it lists more than anybody would read, without the list.
fn without_long_list(text: &str) -> &str {
    match text.split_once(", expected one of") {
        Some((before, _)) if text.len() > LONGEST => before,
        Some(_) | None => text,
    }
}

/// Octets of a text that is shown whole.
const LONGEST: usize = 190;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Whole => write!(f, "{}", self.what),
            Place::Line { line, column } => write!(f, "line {line}, column {column}: {}", self.what),
            Place::Entry(entry) => write!(f, "{entry}: {}", self.what),
        }
    }
}
