//! Glyph: which letters and groups of letters are read as one another, and how many such changes lie between two labels.

use std::{collections::BTreeMap, iter, sync::LazyLock};

use crate::{hash::Hash, tables};

/// A label with every letter that is no ASCII written as the ASCII it looks like, as far as there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) text: String,
    /// How many letters were no ASCII.
    pub(crate) foreign: usize,
}

/// Folds a label: letters with accents lose them, others become what UTS #39 or the table of letters says they look like.
pub(crate) fn folded(label: &str) -> Folded {
    let mut text = String::with_capacity(label.len());
    each_folded(label, |letter| text.push(letter));
    let foreign = label.chars().filter(|letter| !letter.is_ascii()).count();
    Folded { text, foreign }
}

/// Calls `each` with the letters of a folded label.
fn each_folded(label: &str, mut each: impl FnMut(char)) {
    for letter in label.chars() {
        if letter.is_ascii() {
            each(letter);
            continue;
        }
        if let Some(look) = LETTERS.get(&letter) {
            look.chars().for_each(&mut each);
            continue;
        }
        let mut octets = [0; 4];
        for part in unicode_security::skeleton(letter.encode_utf8(&mut octets)) {
            match LETTERS.get(&part) {
                _ if is_accent(part) => {}
                Some(look) => look.chars().for_each(&mut each),
                None => part.to_lowercase().for_each(&mut each),
            }
        }
    }
}

/// The hash of a key under which labels meet that look alike, however coarsely: what meets is then looked at closely.
pub(crate) fn coarse_hash(label: &str) -> Hash {
    let (mut hash, mut before) = (Hash::default(), None);
    each_folded(label, |letter| {
        let Some(class) = class_of(letter) else {
            return;
        };
        // Groups of these are one letter or two.
        let is_group = matches!(class, 'n' | 'v') && before == Some(class);
        if !is_group {
            hash = hash.and(class);
        }
        before = Some(class);
    });
    hash
}

/// What a folded label's letter is mistaken for, with all others of its kind; none for the narrow ones, which get lost.
const fn class_of(letter: char) -> Option<char> {
    Some(match letter {
        'l' | '1' | 'i' | 'j' => return None,
        'r' | 'n' | 'm' => 'n',
        'u' | 'v' | 'w' => 'v',
        'c' | 'e' | '3' | 'd' | 'b' | '6' | 'k' => 'c',
        'o' | '0' => 'o',
        's' | '5' => 's',
        'z' | '2' => 'z',
        'a' | '4' => 'a',
        't' | '7' => 't',
        'g' | 'q' | '9' => 'g',
        other => other,
    })
}

/// What lies between two folded labels of one coarse key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Changes {
    pub(crate) count: usize,
    /// How many of them are letters for other single letters, which the eye tells apart sooner.
    pub(crate) plain: usize,
}

/// The fewest changes of glyphs that make `written` of `meant`; none where it takes more than `most`, or anything else.
pub(crate) fn changes(meant: &str, written: &str, most: usize) -> Option<Changes> {
    let (meant, written): (Vec<char>, Vec<char>) = (meant.chars().collect(), written.chars().collect());
    let mut best: BTreeMap<(usize, usize), Changes> = BTreeMap::new();
    let mut open = vec![((0, 0), Changes { count: 0, plain: 0 })];
    while let Some(((i, j), so_far)) = open.pop() {
        if best.get(&(i, j)).is_some_and(|best| *best <= so_far) {
            continue;
        }
        best.insert((i, j), so_far);
        let (Some(rest), Some(other)) = (meant.get(i..), written.get(j..)) else {
            continue;
        };
        if !rest.is_empty() && rest.first() == other.first() {
            open.push(((i.saturating_add(1), j.saturating_add(1)), so_far));
        }
        if so_far.count >= most {
            continue;
        }
        for (a, b) in PAIRS.iter() {
            if rest.starts_with(a) && other.starts_with(b) {
                let is_plain = a.len() == 1
                    && b.len() == 1
                    && !(is_upright(a) && is_upright(b) || is_figure(a) || is_figure(b));
                let after = Changes {
                    count: so_far.count.saturating_add(1),
                    plain: so_far.plain.saturating_add(usize::from(is_plain)),
                };
                open.push(((i.saturating_add(a.len()), j.saturating_add(b.len())), after));
            }
        }
    }
    best.get(&(meant.len(), written.len())).copied()
}

/// A capital `I` is an `l` to the eye, and an `i` to the mail system.
fn is_upright(glyph: &[char]) -> bool {
    matches!(glyph, ['i' | 'l' | '1'])
}

fn is_figure(glyph: &[char]) -> bool {
    glyph.iter().any(char::is_ascii_digit)
}

/// The combining diacritical marks: few readers miss them.
pub(crate) const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}')
}

/// Letter → what it looks like.
static LETTERS: LazyLock<BTreeMap<char, &'static str>> =
    LazyLock::new(|| tables::rows(tables::LETTERS).filter_map(letter_row).collect());

/// Glyphs that are read as one another, in both directions.
static PAIRS: LazyLock<Vec<(Vec<char>, Vec<char>)>> = LazyLock::new(|| {
    let pairs = tables::rows(tables::GLYPHS).filter_map(|row| row.split_once('\t'));
    let both = pairs.flat_map(|(a, b)| iter::once((a, b)).chain(iter::once((b, a))));
    both.map(|(a, b)| (a.chars().collect(), b.chars().collect()))
        .collect()
});

fn letter_row(row: &'static str) -> Option<(char, &'static str)> {
    let (letter, look) = row.split_once('\t')?;
    let mut letters = letter.chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some((letter, look))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_what_they_look_like() {
        for (label, text, foreign) in [
            ("army", "army", 0),
            ("аrmy", "army", 1), // Cyrillic а
            ("müller", "muller", 1),
            ("ħ\u{1e49}ł", "hnl", 3),
            ("ⱴɢꞑ", "vgn", 3),
        ] {
            let expected = Folded {
                text: text.into(),
                foreign,
            };
            assert_eq!(folded(label), expected, "{label}");
        }
    }

    #[test]
    fn changes_are_counted() {
        for (meant, written, expected) in [
            ("army", "arrny", Some((1, 0))),
            ("army", "annny", Some((2, 1))), // n for r, nn for m
            ("army", "arry", Some((1, 1))),
            ("socom", "s0con", Some((2, 1))),
            ("army", "navy", None),
            ("stanford", "stanforcl", Some((1, 0))),
            ("google", "g00gle", Some((2, 0))),
        ] {
            let found = changes(meant, written, 2).map(|found| (found.count, found.plain));
            assert_eq!(found, expected, "{meant} {written}");
        }
    }

    #[test]
    fn every_pair_meets_under_one_coarse_key() {
        for row in tables::rows(tables::GLYPHS) {
            let (a, b) = row.split_once('\t').unwrap();
            assert_eq!(
                coarse_hash(&format!("x{a}x")),
                coarse_hash(&format!("x{b}x")),
                "{row}"
            );
        }
    }

    #[test]
    fn every_row_of_the_letters_is_whole() {
        for row in tables::rows(tables::LETTERS) {
            let (letter, look) = letter_row(row).unwrap();
            assert!(
                !letter.is_ascii() && look.bytes().all(|b| b.is_ascii_lowercase()),
                "{row}"
            );
        }
    }
}
