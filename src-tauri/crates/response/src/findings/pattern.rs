//! Pattern: whether a text goes on in a certain form from a place on.

/// The characters that match `pattern` at the start of `text`, without separators and in capitals, and how many octets they take.
///
/// `9` is a digit, `A` a letter, `*` either, all of them ASCII; every other character is itself.
pub(super) fn matched(pattern: &str, text: &str) -> Option<(String, usize)> {
    let mut found = String::new();
    let mut octets = 0;
    let mut rest = text.bytes();
    for wanted in pattern.bytes() {
        let octet = rest.next()?;
        let is_fit = match wanted {
            b'9' => octet.is_ascii_digit(),
            b'A' => octet.is_ascii_alphabetic(),
            b'*' => octet.is_ascii_alphanumeric(),
            literal => octet == literal,
        };
        if !is_fit {
            return None;
        }
        if octet.is_ascii_alphanumeric() || octet == b'+' {
            found.push(char::from(octet.to_ascii_uppercase()));
        }
        octets += 1;
    }
    Some((found, octets))
}

/// Whether what ends before `at` and begins there are two things: no letter or digit touches, not even over a hyphen, dot or slash.
pub(super) fn is_start(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    let (next, beyond) = (before.next(), before.next());
    is_apart(next, beyond)
}

/// The same for what ends at `at`.
pub(super) fn is_end(text: &str, at: usize) -> bool {
    let mut after = text.get(at..).unwrap_or_default().chars();
    let (next, beyond) = (after.next(), after.next());
    is_apart(next, beyond)
}

fn is_apart(next: Option<char>, beyond: Option<char>) -> bool {
    match next {
        None => true,
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        Some('-' | '.' | '/') => !beyond.is_some_and(char::is_alphanumeric),
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_what_stands_there() {
        assert_eq!(
            matched("999-99-9999", "078-05-1120 x"),
            Some(("078051120".to_owned(), 11))
        );
        assert_eq!(matched("AA99*", "ab12Z"), Some(("AB12Z".to_owned(), 5)));
        for (pattern, text) in [("99", "1"), ("99", "1a"), ("9-9", "1 9"), ("A", "é")] {
            assert_eq!(matched(pattern, text), None, "{pattern} {text}");
        }
    }

    #[test]
    fn a_thing_stands_apart() {
        assert!(is_start("no. 1", 4) && is_start("(1", 1) && is_start("1", 0));
        assert!(!is_start("a1", 1) && !is_start("5-1", 2) && !is_start("5.1", 2));
        assert!(is_end("1. Then", 1) && is_end("1)", 1) && !is_end("1-2", 1));
    }
}
