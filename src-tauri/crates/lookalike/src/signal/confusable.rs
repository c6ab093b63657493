//! Confusable: other characters that look the same (UTS #39 section 4).

use std::sync::LazyLock;

use crate::{
    ReasonKind,
    hash::Hash,
    name::shown,
    reference::Target,
    signal::{Evidence, SHORT, Strength, letters},
};

/// What a label looks like: labels with equal skeletons are easily taken for one another.
///
/// UTS #39's skeleton, which already joins `m` and `rn`, `l` and `1`, `o` and `0`; on top of it `w` and `vv`, `d`
/// and `cl`, and letters with and without an accent.
fn skeleton(label: &str) -> String {
    let mut skeleton = String::new();
    each_letter(label, |letter| skeleton.push(letter));
    skeleton
}

/// The hash of a label's skeleton.
pub(crate) fn hash(label: &str) -> Hash {
    let mut hash = Hash::default();
    each_letter(label, |letter| hash = hash.and(letter));
    hash
}

/// Calls `each` with the letters of a label's skeleton.
fn each_letter(label: &str, mut each: impl FnMut(char)) {
    let mut waiting = None;
    let mut put = |letter: char| {
        if let Some(pair) = waiting.and_then(|first| pair(first, letter)) {
            waiting = None;
            each(pair);
        } else if let Some(first) = waiting.replace(letter) {
            each(first);
        }
    };
    if label.is_ascii() {
        let looks = &*ASCII;
        let letters = label.bytes().filter_map(|octet| looks.get(usize::from(octet)));
        letters
            .flat_map(|look| look.as_ref())
            .for_each(|letter| put(*letter));
    } else {
        each_of_uts39(label, &mut put);
    }
    if let Some(last) = waiting {
        each(last);
    }
}

/// The letter that two in a row look like.
const fn pair(first: char, second: char) -> Option<char> {
    match (first, second) {
        ('v', 'v') => Some('w'),
        ('c', 'l') => Some('d'),
        _ => None,
    }
}

/// What each ASCII character looks like: nearly all labels are of these, and the tables of UTS #39 are large.
static ASCII: LazyLock<[Look; 128]> = LazyLock::new(|| {
    let mut all = [Look::default(); 128];
    for (letter, look) in (0_u8..).zip(&mut all) {
        each_of_uts39(char::from(letter).encode_utf8(&mut [0; 4]), |letter| {
            look.push(letter)
        });
    }
    all
});

/// Up to so many letters as an ASCII character looks like: `rn` for `m`.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    letters: [char; 3],
    count: usize,
}

impl Look {
    fn push(&mut self, letter: char) {
        if let Some(slot) = self.letters.get_mut(self.count) {
            *slot = letter;
            self.count = self.count.saturating_add(1);
        }
    }
}

impl AsRef<[char]> for Look {
    fn as_ref(&self) -> &[char] {
        self.letters.get(..self.count).unwrap_or_default()
    }
}

fn each_of_uts39(label: &str, each: impl FnMut(char)) {
    unicode_security::skeleton(label)
        .filter(|letter| !is_accent(*letter))
        .flat_map(char::to_lowercase)
        .for_each(each);
}

/// The combining diacritical marks: few readers miss them.
const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}')
}

/// Whether `written` looks like the target's label without being it. In short labels it counts for less.
pub(crate) fn compare(target: &Target<'_>, written: &str) -> Option<Evidence> {
    // The hashes tell nearly all at little cost.
    let is_alike = || hash(written) == hash(target.label) && skeleton(written) == skeleton(target.label);
    if written == target.label || !is_alike() {
        return None;
    }
    let strength = if letters(target.label) <= SHORT {
        Strength::Fair
    } else {
        Strength::Strong
    };
    let detail = match written.is_ascii() {
        true => format!("“{}” looks like “{}”", shown(written), shown(target.label)),
        false => format!(
            "“{}” is written with other characters that look like “{}”",
            shown(written),
            shown(target.label)
        ),
    };
    Some(Evidence {
        kind: ReasonKind::Confusable,
        strength,
        detail,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(skeleton(a) == skeleton(b), expected, "{a} {b}");
    }

    #[test]
    fn every_ascii_character_looks_as_by_the_standard() {
        for letter in (0_u8..128).map(|octet| String::from(char::from(octet))) {
            let mut letters = String::new();
            each_of_uts39(&letter, |letter| letters.push(letter));
            assert_eq!(skeleton(&letter), letters, "{letter:?}");
        }
    }

    #[test]
    fn what_looks_the_same_has_one_skeleton() {
        check("army", "arrny", true);
        check("army", "аrmy", true); // Cyrillic а
        check("ibm", "lbm", false); // a small i has a dot
        check("paypal", "paypa1", true);
        check("google", "g00gle", true);
        check("adobe", "aclobe", true);
        check("twitter", "tvvitter", true);
        check("army", "amry", false);
    }
}
