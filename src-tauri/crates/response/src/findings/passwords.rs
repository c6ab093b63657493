//! Passwords: a word for it in one of several languages, and what looks like one behind it.

use super::{Kind, gathered::Gathered, pattern::is_start};

const WORDS: &str = include_str!("../../tables/password_words.txt");

/// Finds passwords and PINs in clear text.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    // Small letters of some languages have other lengths: places are only right in one of the two texts.
    let small = text.to_lowercase();
    let lines: Vec<(&str, &str)> = if small.len() == text.len() {
        small.lines().zip(text.lines()).collect()
    } else {
        small.lines().zip(small.lines()).collect()
    };
    for (small, written) in lines {
        for word in words() {
            for (at, _) in small.match_indices(word) {
                let end = at.saturating_add(word.len());
                let (Some(small_rest), Some(rest)) = (small.get(end..), written.get(end..)) else {
                    continue;
                };
                if !is_start(small, at) {
                    continue;
                }
                if let Some(password) = password(small_rest, rest) {
                    gathered.add(Kind::Password, "", password);
                }
            }
        }
    }
}

fn words() -> impl Iterator<Item = &'static str> {
    WORDS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What stands behind the word where it is a password.
fn password<'a>(small: &str, written: &'a str) -> Option<&'a str> {
    let skipped = |rest: &str| small.len().checked_sub(rest.len());
    let rest = small.trim_start();
    if let Some(value) = rest.strip_prefix([':', '=', '：']) {
        let (word, is_last) = first_word(written.get(skipped(value)?..)?)?;
        return (is_likely(word) || (is_last && !is_refusal(word))).then_some(word);
    }
    let value = SAID.iter().find_map(|said| rest.strip_prefix(said))?;
    let (word, _) = first_word(written.get(skipped(value)?..)?)?;
    is_likely(word).then_some(word)
}

/// The first word and whether nothing follows it.
fn first_word(text: &str) -> Option<(&str, bool)> {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end)?.trim();
    let word = text.split_whitespace().next()?;
    let is_last = word.len() == text.len();
    let word = word.trim_matches(|c: char| "\"'“”„‘’«»`<>()[]{},;".contains(c));
    let is_shown = word.chars().any(|c| c.is_alphanumeric())
        && !word.contains("://")
        && word.chars().count() >= SHORTEST;
    let is_hidden = word.chars().filter(|c| "*•xX.?#_-…".contains(*c)).count() == word.chars().count();
    (is_shown && !is_hidden).then_some((word, is_last))
}

/// Whether a word is none of a sentence: it has a digit or a sign in it, or capitals within.
fn is_likely(word: &str) -> bool {
    let inner = word.trim_end_matches(['.', '!', '?', ':']);
    inner.contains(|c: char| c.is_ascii_digit() || "!@#$%^&*+=~|\\/_".contains(c))
        || (inner.chars().skip(1).any(char::is_uppercase) && inner.contains(char::is_lowercase))
}

/// Words that stand where a password would, and are none.
fn is_refusal(word: &str) -> bool {
    let small = word.to_lowercase();
    NONE.contains(&small.as_str())
}

/// What can stand between the word and the password in a sentence, in small letters.
const SAID: [&str; 10] = [
    "is ",
    "is: ",
    "lautet ",
    "lautet: ",
    "ist ",
    "ist: ",
    "est ",
    "es ",
    "to it is ",
    "è ",
];

const NONE: [&str; 20] = [
    "required",
    "none",
    "n/a",
    "forgotten",
    "unchanged",
    "same",
    "changed",
    "expired",
    "reset",
    "separate",
    "separately",
    "follows",
    "unknown",
    "erforderlich",
    "keines",
    "folgt",
    "separat",
    "vergessen",
    "requis",
    "oublié",
];

/// Characters behind the word that are looked at.
const LONGEST: usize = 200;

/// Characters of the shortest: a PIN has four.
const SHORTEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::tests::in_text;

    fn check(text: &str, is_found: bool) {
        let expected: &[&str] = if is_found { &["password/×1"] } else { &[] };
        assert_eq!(in_text(text), expected, "{text}");
    }

    #[test]
    fn passwords_are_found_in_several_languages() {
        for text in [
            "Password: hunter2",
            "password=correcthorse",
            "The password is Tr0ub4dor&3, keep it safe.",
            "user: ann / PW, password: s3cret more",
            "Kennwort: Sommer!",
            "Das Passwort lautet Geheim123.",
            "Mot de passe : Soleil2024",
            "Contraseña: Verano-99",
            "Wachtwoord: welkom01",
            "Hasło: zima#1",
            "Пароль: Zima2024",
            "パスワード：abc12345",
            "PIN: 4711",
            "Your passphrase is: CorrectHorse",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn talk_of_passwords_is_not() {
        for text in [
            "Password: ********",
            "Password: required",
            "Password: please ask Ann for it",
            "The password is required at the door.",
            "Your password has expired",
            "I forgot my password: https://x.example/reset",
            "passwordless: yes2",
            "mypassword1: none",
            "Kennwort: folgt",
            "shopping: 4711",
            "PIN: xxxx",
        ] {
            check(text, false);
        }
    }
}
