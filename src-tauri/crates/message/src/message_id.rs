//! MessageId: the name that a message gave itself.

use std::fmt;

/// Characters of the longest Message-ID that is kept; RFC 5322 lines end at 998.
const LONGEST: usize = 998;

/// A Message-ID (RFC 5322 section 3.6.4) without its angle brackets: printable ASCII, no space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(Box<str>);

impl MessageId {
    /// Reads a Message-ID, with or without angle brackets; none where the text could not stand in a header again.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('<').unwrap_or(text);
        let text = text.strip_suffix('>').unwrap_or(text);
        let fits = !text.is_empty()
            && text.len() <= LONGEST
            && text
                .bytes()
                .all(|b| b.is_ascii_graphic() && b != b'<' && b != b'>');
        fits.then(|| Self(text.into()))
    }

    /// The identifier without brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_what_can_stand_in_a_header_again() {
        assert_eq!(
            MessageId::parse("<1@acme.example>").unwrap().as_str(),
            "1@acme.example"
        );
        assert_eq!(
            MessageId::parse("1@acme.example").unwrap().to_string(),
            "<1@acme.example>"
        );
        for text in ["", "<>", "a b", "a\r\nBcc: x", "jörg@x", "a<b>c"] {
            assert_eq!(MessageId::parse(text), None, "{text:?}");
        }
    }
}
