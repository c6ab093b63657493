//! Said: what a server says, when it is repeated to a person.

use std::fmt;

use message::HeaderText;

use crate::meaning::Meaning;

/// The server's own words, cleaned and cut, and what they mean. Displays as `; it said “…”`, or as nothing where there were none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    words: String,
    pub(crate) meaning: Meaning,
}

impl Said {
    /// Cleans what a server said. A tag or `*` in front is left out.
    pub(crate) fn of(line: &[u8]) -> Self {
        let text = String::from_utf8_lossy(line);
        let words = text.trim().splitn(3, ' ').nth(2).unwrap_or_default();
        Self::text(words)
    }

    /// Cleans the words of a server, in which a response code may stand first.
    pub fn text(words: &str) -> Self {
        let clean = HeaderText::clean(without_code(words)).shown();
        let cut: String = clean.chars().take(SAID).collect();
        // Our quotation marks must stay the outermost.
        let mut said: String = cut
            .chars()
            .map(|c| if matches!(c, '“' | '”' | '"') { '\'' } else { c })
            .collect();
        if cut.len() < clean.len() {
            said.push('…');
        }
        Self {
            words: said,
            meaning: Meaning::of(words),
        }
    }
}

impl Said {
    /// The words alone, safe to show; empty where there were none.
    pub fn words(&self) -> &str {
        &self.words
    }
}

/// What follows a response code (`[AUTHENTICATIONFAILED]`, RFC 5530): codes are for programs.
fn without_code(words: &str) -> &str {
    let rest = words.trim_start().strip_prefix('[');
    rest.and_then(|rest| rest.split_once(']'))
        .map_or(words, |(_, words)| words.trim_start())
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.words.is_empty() {
            Ok(())
        } else {
            write!(f, "; it said “{}”", self.words)
        }
    }
}

/// Characters of a server's words that are shown.
const SAID: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        assert_eq!(Said::of(line.as_bytes()).to_string(), expected);
    }

    #[test]
    fn a_servers_words_are_quoted_cleaned_and_cut() {
        check("a1 NO [AUTHENTICATIONFAILED] Wrong.\r\n", "; it said “Wrong.”");
        check("* BYE", "");
        check(
            "* BYE all\u{7}\u{202E}is “well”\r\nAstray: ok",
            "; it said “all U+202Eis 'well' Astray: ok”",
        );
        assert_eq!(
            Said::text(&"x".repeat(500)).to_string().chars().count(),
            SAID + 13
        );
    }
}
