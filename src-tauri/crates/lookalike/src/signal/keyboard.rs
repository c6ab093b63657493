//! Keyboard: which keys lie beside which.

use std::collections::BTreeSet;

use crate::tables;

/// The pairs of letters whose keys touch on a usual keyboard (QWERTY, QWERTZ or AZERTY).
#[derive(Clone, Debug)]
pub(crate) struct Keyboard {
    pairs: BTreeSet<(char, char)>,
}

impl Keyboard {
    pub(crate) fn read() -> Self {
        let keyboards = tables::rows(tables::KEYBOARDS).filter_map(row);
        Self {
            pairs: keyboards.flat_map(touching).collect(),
        }
    }

    pub(crate) fn is_touching(&self, a: char, b: char) -> bool {
        self.pairs.contains(&(a, b))
    }
}

/// Whether the letter is a vowel: one is easily written for another.
pub(crate) const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü')
}

fn row(row: &'static str) -> Option<[&'static str; 4]> {
    let mut fields = row.split('\t').skip(1);
    let rows = [fields.next()?, fields.next()?, fields.next()?, fields.next()?];
    fields.next().is_none().then_some(rows)
}

/// Keys touch side by side, or above one another with each row half a key further right.
fn touching(keyboard: [&'static str; 4]) -> BTreeSet<(char, char)> {
    let mut pairs = BTreeSet::new();
    let mut above: Vec<char> = Vec::new();
    for row in keyboard {
        let keys: Vec<char> = row.chars().collect();
        let beside = keys.iter().zip(keys.iter().skip(1));
        let up_left = keys.iter().zip(&above);
        let up_right = keys.iter().zip(above.iter().skip(1));
        for (&a, &b) in beside.chain(up_left).chain(up_right) {
            pairs.insert((a, b));
            pairs.insert((b, a));
        }
        above = keys;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: char, b: char, expected: bool) {
        let keyboard = Keyboard::read();
        assert_eq!(keyboard.is_touching(a, b), expected, "{a} {b}");
        assert_eq!(keyboard.is_touching(b, a), expected, "{b} {a}");
    }

    #[test]
    fn neighbours_touch() {
        check('q', 'w', true); // side by side
        check('s', 'w', true); // above, to the left
        check('s', 'e', true); // above, to the right
        check('t', 'z', true); // QWERTZ
        check('a', 'z', true); // AZERTY and QWERTY
        check('o', '0', true);
        check('a', 'p', false);
        check('a', 'a', false);
    }

    #[test]
    fn every_row_is_a_keyboard() {
        assert_eq!(tables::rows(tables::KEYBOARDS).count(), 3);
        for keyboard in tables::rows(tables::KEYBOARDS) {
            assert!(row(keyboard).is_some(), "{keyboard}");
        }
    }
}
