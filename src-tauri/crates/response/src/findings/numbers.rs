//! Numbers: groups of digits in a text, and the arithmetic of check digits.

/// Digits that belong together, with at most one space or hyphen between two of them.
#[derive(Debug)]
pub(super) struct Number {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Its digits, group by group.
    pub(super) groups: Vec<String>,
}

/// The numbers of a text. One that touches a letter, or stands behind a sign that makes it a part of something else, is none.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut current: Option<Number> = None;
    let mut before = ' ';
    let mut gap = false;
    for (at, c) in text.char_indices() {
        match (&mut current, c) {
            (Some(number), '0'..='9') => {
                if gap {
                    number.groups.push(String::new());
                }
                if let Some(group) = number.groups.last_mut() {
                    group.push(c);
                }
                gap = false;
            }
            (Some(_), ' ' | '-') if !gap => gap = true,
            (Some(_), _) => {
                let is_part = !gap && (c.is_alphanumeric() || c == '_');
                let ended = current.take().filter(|_| !is_part);
                found.extend(ended);
                gap = false;
            }
            (None, '0'..='9') if !(before.is_alphanumeric() || "_./=%#".contains(before)) => {
                current = Some(Number {
                    start: at,
                    groups: vec![c.to_string()],
                });
            }
            (None, _) => {}
        }
        before = c;
    }
    found.extend(current);
    found
}

/// The text before a place, in small letters: what a number is called stands there. At most so many characters.
pub(super) fn before(text: &str, start: usize, most: usize) -> String {
    let head = text.get(..start).unwrap_or_default();
    let from = head
        .char_indices()
        .rev()
        .take(most)
        .last()
        .map_or(0, |(at, _)| at);
    head.get(from..).unwrap_or_default().to_lowercase()
}

/// Whether one of these stands there as whole words.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let ahead = text.get(..at).and_then(|head| head.chars().next_back());
            let behind = text
                .get(at.saturating_add(word.len())..)
                .and_then(|tail| tail.chars().next());
            !ahead.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
        })
    })
}

/// The digits of a text.
pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// Luhn's check (ISO/IEC 7812-1 annex B).
pub(super) fn luhn(text: &str) -> bool {
    let sum: u32 = digits(text)
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A number of any length modulo a small one.
pub(super) fn modulo(text: &str, by: u32) -> u32 {
    digits(text)
        .iter()
        .fold(0, |rest, digit| (rest * 10 + digit) % by)
}

/// The sum of digits, each times its weight.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = numbers(text)
            .iter()
            .map(|number| number.groups.join("-"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_told_from_parts_of_words() {
        check("12 34-5", &["12-34-5"]);
        check("a12, 34b 5", &["5"]);
        check("1.2 x/3 =4", &["1"]);
        check("12  34", &["12", "34"]);
        check("", &[]);
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("your nhs: ", &["nhs"]));
        assert!(!has_word("vnhs nhsx", &["nhs"]));
    }
}
