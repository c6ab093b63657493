//! Letters by the names that Unicode gives them, for who wants to know what deceived the eye. Pure.

use serde::Serialize;
use specta::Type;

use super::difference::Difference;

/// Pairs that are told at most: nobody reads more.
const MOST: usize = 12;

/// A letter and what Unicode calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct LetterName {
    /// The letter.
    pub(crate) letter: String,
    /// Its code points, `U+0430`.
    pub(crate) code: String,
    /// Its English name, `Cyrillic small letter a`.
    pub(crate) name: String,
}

/// Two letters, one in place of the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct LetterPair {
    /// The one that was sent to; none where nothing stands.
    pub(crate) sent: Option<LetterName>,
    /// The one that was probably meant; none where nothing stands.
    pub(crate) meant: Option<LetterName>,
}

/// The letters that are easily mistaken: those that stand in each other's place, and those beyond ASCII.
pub(crate) fn told(difference: &Difference) -> Vec<LetterPair> {
    let is_mistakable =
        |(sent, meant): &&(String, String)| !sent.is_ascii() || !(sent.is_empty() || meant.is_empty());
    let pair = |(sent, meant): &(String, String)| LetterPair {
        sent: named(sent),
        meant: named(meant),
    };
    difference
        .letters
        .iter()
        .filter(is_mistakable)
        .take(MOST)
        .map(pair)
        .collect()
}

fn named(letter: &str) -> Option<LetterName> {
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    let name = |c: char| unicode_names2::name(c).map_or_else(|| code(c), |name| readable(&name.to_string()));
    let joined = |each: &dyn Fn(char) -> String| letter.chars().map(each).collect::<Vec<_>>().join(" + ");
    (!letter.is_empty()).then(|| LetterName {
        letter: letter.to_owned(),
        code: joined(&code),
        name: joined(&name),
    })
}

/// `CYRILLIC SMALL LETTER A` as a person writes it.
fn readable(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sent: &str, meant: &str, expected: &[(&str, &str)]) {
        let line = |name: &Option<LetterName>| {
            name.as_ref()
                .map(|name| format!("{} {} {}", name.letter, name.code, name.name))
                .unwrap_or_default()
        };
        let found: Vec<_> = told(&Difference::of(sent, meant))
            .iter()
            .map(|pair| (line(&pair.sent), line(&pair.meant)))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(sent, meant)| (sent.as_str(), meant.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_of_other_scripts_are_told_apart() {
        check(
            "j@\u{430}rmy.mil",
            "j@army.mil",
            &[(
                "\u{430} U+0430 Cyrillic small letter a",
                "a U+0061 Latin small letter a",
            )],
        );
        check(
            "j@arm1.mil",
            "j@arml.mil",
            &[("1 U+0031 Digit one", "l U+006C Latin small letter l")],
        );
    }

    #[test]
    fn a_mark_on_a_letter_is_told_too() {
        check(
            "j@ge\u{301}.example",
            "j@ge.example",
            &[(
                "e\u{301} U+0065 + U+0301 Latin small letter e + Combining acute accent",
                "e U+0065 Latin small letter e",
            )],
        );
    }

    #[test]
    fn a_plain_letter_too_many_needs_no_name() {
        check("j@army.mil.example", "j@army.mil", &[]);
        check("j@army.ml", "j@army.mil", &[]);
    }
}
