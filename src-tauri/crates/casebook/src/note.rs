//! Note: a short text of the user's own, or of a stranger's, that the record keeps.

use std::fmt;

use message::shown;
use serde::{Deserialize, Serialize};

/// Characters that are kept of a note.
const MOST: usize = 1000;

/// One line of at most 1,000 characters that is safe to show: no controls, nothing invisible, nothing that reorders text. May be
/// empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// The text on one line, cut where it is longer than a note.
    pub fn new(text: &str) -> Self {
        let words = text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .map(shown);
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let line: String = words.join(" ").chars().take(MOST).collect();
        Self(line.trim_end().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Note {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_safe_line() {
        for (text, expected) in [
            ("", ""),
            (" a\r\nBcc: b\u{0}c ", "a Bcc: b c"),
            ("gpj.\u{202E}exe", "gpj.U+202Eexe"),
            ("a\u{200B}b", "ab"),
        ] {
            assert_eq!(Note::new(text).as_str(), expected, "{text:?}");
            assert_eq!(Note::new(expected).as_str(), expected, "what is clean stays");
        }
        assert_eq!(Note::new(&"word ".repeat(999)).as_str().chars().count(), 999);
    }
}
