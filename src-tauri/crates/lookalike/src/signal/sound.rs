//! Sound: another spelling of what sounds the same (`outluk` for `outlook`, `sales4ce` for `salesforce`).

use crate::{
    ReasonKind,
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

/// The key under which labels meet that sound the same. Doubled letters sound like one.
pub(crate) fn key(label: &str) -> String {
    let mut key = String::with_capacity(label.len());
    let mut rest = label;
    while let Some(letter) = rest.chars().next() {
        let spelled = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (sound, after) = match spelled {
            Some((spelling, sound)) => (*sound, rest.get(spelling.len()..)),
            None => (
                rest.get(..letter.len_utf8()).unwrap_or(rest),
                rest.get(letter.len_utf8()..),
            ),
        };
        if !key.ends_with(sound) {
            key.push_str(sound);
        }
        rest = after.unwrap_or("");
    }
    key
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
pub(crate) fn compare(target: &Target, written: &str) -> Option<Evidence> {
    let count = letters(&target.label);
    if count <= SHORT || written == &*target.label || key(written) != key(&target.label) {
        return None;
    }
    let is_plain = written_plain(written) == written_plain(&target.label);
    let (strength, change) = match is_plain {
        true => (Strength::Strong, "is another way to write"),
        false if count > 2 * SHORT => (Strength::Fair, "sounds like"),
        false => (Strength::Weak, "sounds like"),
    };
    Some(Evidence {
        kind: ReasonKind::Sound,
        strength,
        detail: format!("“{}” {change} “{}”", shown(written), shown(&target.label)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(key(a) == key(b), expected, "{a} {b}: {} {}", key(a), key(b));
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
