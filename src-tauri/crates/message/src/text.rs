//! Text from a header, made safe to store and to show.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

/// Graphemes of foreign text that a person is ever shown at once.
const SHOWN_GRAPHEMES: usize = 200;

/// Marks on one letter; more than any language needs, fewer than it takes to cover the line above.
const MARKS_ON_A_LETTER: usize = 6;

/// Decoded header text that holds no CR, LF, NUL or other control character.
///
/// Because it cannot hold a line break, it can be put into a header again without starting another (RFC 5322 section 2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct HeaderText(String);

impl HeaderText {
    /// The text with each run of control characters and white space made one space, and none at the ends.
    pub fn clean(text: &str) -> Self {
        let spaced: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        Self(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The text as it was written. For people use [`HeaderText::shown`].
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text for people; see [`shown`].
    pub fn shown(&self) -> String {
        shown(&self.0)
    }
}

impl fmt::Display for HeaderText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

/// Foreign text for people: what could hide or reorder other text is gone or visible.
///
/// Controls and line breaks become spaces; invisible characters vanish; what changes the direction of text becomes its code
/// point in words (`U+202E`), since its presence is a warning in itself (UTR #36 section 2.6). At most 200 graphemes, then `…`.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(1024));
    for (count, grapheme) in text.graphemes(true).enumerate() {
        if count == SHOWN_GRAPHEMES {
            out.push('…');
            break;
        }
        // A grapheme may be a flood of marks, or hold an override between two marks: each of its characters is looked at.
        for c in grapheme.chars().take(1 + MARKS_ON_A_LETTER) {
            match c {
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' => {
                    out.push_str(&format!("U+{:04X}", u32::from(c)));
                }
                _ if is_invisible(c) => {}
                _ if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => out.push(' '),
                _ => out.push(c),
            }
        }
    }
    out.trim().to_owned()
}

/// Zero-width characters, variation and tag characters, fillers: nothing that a reader sees.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn header_text_holds_no_line_break() {
        assert_eq!(
            HeaderText::clean("Invoice\r\nBcc: x@y.example\0").as_str(),
            "Invoice Bcc: x@y.example"
        );
        assert_eq!(HeaderText::clean("  a \t b\u{85}c ").as_str(), "a b c");
    }

    #[test]
    fn hidden_and_reordering_characters_are_gone_or_visible() {
        assert_eq!(shown("pay\u{202E}fdp.exe"), "payU+202Efdp.exe");
        assert_eq!(shown("ar\u{200B}my\u{FEFF}.mil"), "army.mil");
        assert_eq!(shown("a\u{E0041}b\u{2066}c"), "abU+2066c");
        assert_eq!(shown("one\ntwo\u{2028}three"), "one two three");
    }

    #[test]
    fn long_text_and_floods_of_marks_are_cut() {
        assert_eq!(shown(&"x".repeat(300)).chars().count(), 201);
        assert_eq!(shown(&format!("a{}b", "\u{0301}".repeat(500))).chars().count(), 8);
    }

    proptest! {
        #[test]
        fn shown_text_is_always_safe(text in any::<String>()) {
            let safe = shown(&text);
            let bad = safe.chars().find(|&c| c.is_control() || is_invisible(c) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
            prop_assert_eq!(bad, None);
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = HeaderText::clean(&text);
            prop_assert_eq!(HeaderText::clean(once.as_str()), once);
        }
    }
}
