//! Sound: another spelling of what sounds the same (`outluk` for `outlook`, `sales4ce` for `salesforce`).

use std::sync::LazyLock;

use crate::{
    Clause, Form, ReasonKind,
    hash::Hash,
    name::shown,
    reference::Target,
    signal::{Evidence, SHORT, Strength, letters},
};

/// Spellings of one sound, each longer one before what it holds. English, with what German and French write for it.
const SPELLINGS: [(&str, &str); 57] = [
    ("three", "3"),
    ("third", "3"),
    ("fourth", "4"),
    ("four", "4"),
    ("fore", "4"),
    ("for", "4"),
    ("five", "5"),
    ("seven", "7"),
    ("eight", "8"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("ksh", "ks"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "kw"),
    ("gh", "g"),
    ("rh", "r"),
    ("th", "t"),
    ("wh", "w"),
    ("ch", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("oo", "u"),
    ("ou", "u"),
    ("au", "u"),
    ("aw", "u"),
    ("eau", "o"),
    ("ä", "e"),
    ("ö", "o"),
    ("ø", "o"),
    ("ü", "u"),
    ("ß", "s"),
    ("å", "a"),
    ("æ", "e"),
    ("oe", "o"),
    ("ue", "u"),
    ("aa", "a"),
    ("ss", "s"),
    ("six", "6"),
    ("ie", "i"),
    ("ei", "i"),
    ("ee", "i"),
    ("ea", "i"),
    ("ai", "e"),
    ("ay", "e"),
    ("ae", "e"),
    ("y", "i"),
    ("v", "f"),
    ("w", "f"),
];

/// One or two letters that stand for a sound.
type Sound = [Option<char>; 2];

/// A spelling and its sound.
type Spelling = (&'static [u8], Sound);

/// The spellings by the octet that they begin with.
static BY_OCTET: LazyLock<Vec<Vec<Spelling>>> = LazyLock::new(|| {
    let beginning = |octet: u8| {
        let own = SPELLINGS
            .iter()
            .filter(move |(spelling, _)| spelling.as_bytes().first() == Some(&octet));
        own.map(|(spelling, sound)| {
            let mut letters = sound.chars();
            (spelling.as_bytes(), [letters.next(), letters.next()])
        })
        .collect()
    };
    (0..=u8::MAX).map(beginning).collect()
});

/// The hash of a key under which labels meet that sound the same. Doubled letters sound like one.
pub(crate) fn hash(label: &str) -> Hash {
    let mut hash = Hash::default();
    let mut before: Sound = [None; 2];
    let mut rest = label;
    while let Some(letter) = rest.chars().next() {
        let (length, sound) = spelled(rest).unwrap_or((letter.len_utf8(), [Some(letter), None]));
        if sound != before {
            hash = sound.into_iter().flatten().fold(hash, Hash::and);
        }
        before = sound;
        rest = rest.get(length..).unwrap_or_default();
    }
    hash
}

/// The octets of the spelling that `rest` begins with, and its sound; none where the letter stands for itself.
fn spelled(rest: &str) -> Option<(usize, Sound)> {
    let octets = rest.as_bytes();
    let spellings = BY_OCTET.get(usize::from(*octets.first()?))?;
    // Octet by octet: for two or three of them a call to compare memory takes longer.
    let begins =
        |spelling: &[u8]| spelling.len() <= octets.len() && spelling.iter().zip(octets).all(|(a, b)| a == b);
    let (spelling, sound) = spellings.iter().find(|(spelling, _)| begins(spelling))?;
    Some((spelling.len(), *sound))
}

/// A label with each letter that a plain keyboard lacks written as two, as German and the Nordic languages do.
fn written_plain(label: &str) -> String {
    let mut plain = String::with_capacity(label.len());
    for letter in label.chars() {
        match letter {
            'ä' | 'æ' => plain.push_str("ae"),
            'ö' | 'ø' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'å' => plain.push_str("aa"),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

/// Whether `written` sounds like the target's label without being it.
pub(crate) fn compare(target: &Target<'_>, written: &str) -> Option<Evidence> {
    let count = letters(target.label);
    if count <= SHORT || written == target.label || hash(written) != hash(target.label) {
        return None;
    }
    let is_plain = written_plain(written) == written_plain(target.label);
    let (strength, form) = match is_plain {
        true => (Strength::Strong, Form::AnotherSpelling),
        false if count > 2 * SHORT => (Strength::Fair, Form::SoundsLike),
        false => (Strength::Weak, Form::SoundsLike),
    };
    Some(Evidence {
        kind: ReasonKind::Sound,
        strength,
        clauses: vec![Clause::new(
            form,
            [("written", shown(written)), ("meant", shown(target.label))],
        )],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(hash(a) == hash(b), expected, "{a} {b}");
    }

    #[test]
    fn what_sounds_the_same_has_one_key() {
        check("outlook", "outluk", true);
        check("outlook", "autluc", true);
        check("salesforce", "sales4ce", true);
        check("stanford", "stan4d", true);
        check("philips", "filips", true);
        check("maersk", "mersc", true);
        check("rheinmetall", "rinemetall", false);
        check("army", "navy", false);
    }
}
