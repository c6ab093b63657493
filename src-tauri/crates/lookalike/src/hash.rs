//! Hash: 64 bits for a text, and for every text that it becomes by leaving letters out, without making these texts.

/// A text's letters as a polynomial, modulo 2⁶⁴.
///
/// The hash of two texts in a row follows from theirs, so that each deletion costs one multiplication. Nothing may rest on a
/// hash alone: whatever it leads to is compared by its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hash(u64);

/// Odd, and 5 modulo 8: no power of it less one has many factors of two.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// Letters that a label can have: its A-label has up to 63 (RFC 1035 section 2.3.4), its U-label fewer.
const LONGEST_LABEL: usize = 63;

impl Hash {
    pub(crate) fn of(text: &str) -> Self {
        text.chars().collect()
    }

    /// The hash of the text with one letter more at its end.
    pub(crate) fn and(self, letter: char) -> Self {
        Self(self.0.wrapping_mul(BASE).wrapping_add(u64::from(letter)))
    }

    /// A hash of which both halves are even, apart for each `tag`.
    pub(crate) const fn stirred(self, tag: u8) -> u64 {
        let product = (self.0 ^ (tag as u64)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        product ^ (product >> 32)
    }
}

impl FromIterator<char> for Hash {
    fn from_iter<T: IntoIterator<Item = char>>(letters: T) -> Self {
        letters.into_iter().fold(Self::default(), Self::and)
    }
}

/// The hash of a text as it stands, eight octets at a time.
pub(crate) fn of_octets(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    for (slot, octet) in last.iter_mut().zip(rest) {
        *slot = *octet;
    }
    let step = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(BASE);
        mixed ^ (mixed >> 32)
    };
    let words = words.iter().chain([&last]).map(|word| u64::from_le_bytes(*word));
    let length = u64::try_from(text.len()).unwrap_or_default();
    Hash(words.fold(length, step)).stirred(0)
}

pub(crate) const fn of_number(number: u64) -> u64 {
    Hash(number).stirred(0)
}

/// Calls `each` with the hash of `label`, and of every text that it becomes by leaving out up to `most` letters, each time with
/// the number left out. Some texts come twice; the empty text never.
pub(crate) fn deletions(label: &str, most: u8, each: &mut impl FnMut(u8, Hash)) {
    each(0, Hash::of(label));
    if most == 0 {
        return;
    }
    let mut places = [Place::default(); LONGEST_LABEL];
    let mut count: u8 = 0;
    for (place, letter) in places.iter_mut().zip(label.chars()) {
        place.letter = u64::from(letter);
        count = count.saturating_add(1);
    }
    let (mut after, mut power) = (0_u64, 1_u64);
    let places = places.get_mut(..usize::from(count)).unwrap_or_default();
    for place in places.iter_mut().rev() {
        (place.after, place.power) = (after, power);
        after = after.wrapping_add(place.letter.wrapping_mul(power));
        power = power.wrapping_mul(BASE);
    }
    leave_out(0, places, 1, most.min(count.saturating_sub(1)), each);
}

/// A letter of a label, and what follows it.
#[derive(Clone, Copy, Default)]
struct Place {
    letter: u64,
    /// The hash of the letters after this one.
    after: u64,
    /// The base to the power of their number.
    power: u64,
}

/// Leaves out one letter of `places`, the `nth` of all, which stand after letters of the hash `before`; then further ones.
fn leave_out(before: u64, places: &[Place], nth: u8, most: u8, each: &mut impl FnMut(u8, Hash)) {
    if nth > most {
        return;
    }
    let (mut before, mut places, mut previous) = (before, places, None);
    while let Some((place, rest)) = places.split_first() {
        // Leaving out either of two equal neighbours gives the same text.
        if previous != Some(place.letter) {
            let left = before.wrapping_mul(place.power).wrapping_add(place.after);
            each(nth, Hash(left));
            leave_out(before, rest, nth.saturating_add(1), most, each);
        }
        previous = Some(place.letter);
        before = before.wrapping_mul(BASE).wrapping_add(place.letter);
        places = rest;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// The texts that `label` becomes, made one by one.
    fn shorter(label: &str, most: u8) -> BTreeSet<String> {
        let mut all = BTreeSet::from([label.to_owned()]);
        for _ in 0..most {
            for text in all.clone() {
                for (at, _) in text.char_indices() {
                    let mut text = text.clone();
                    text.remove(at);
                    all.insert(text);
                }
            }
        }
        all.remove("");
        all
    }

    fn check(label: &str, most: u8) {
        let mut rolled = BTreeSet::new();
        deletions(label, most, &mut |_, hash| {
            rolled.insert(hash.0);
        });
        let made: BTreeSet<u64> = shorter(label, most).iter().map(|text| Hash::of(text).0).collect();
        assert_eq!(rolled, made, "{label} without up to {most}");
    }

    #[test]
    fn letters_are_left_out_as_if_the_texts_were_made() {
        for (label, most) in [
            ("a", 2),
            ("ab", 2),
            ("aab", 2),
            ("aaaa", 2),
            ("müü", 1),
            ("army", 0),
        ] {
            check(label, most);
        }
    }

    #[test]
    fn says_how_many_letters_were_left_out() {
        let mut counts = [0; 3];
        deletions("abcde", 2, &mut |left_out, _| counts[usize::from(left_out)] += 1);
        assert_eq!(counts, [1, 5, 10]);
    }

    #[test]
    fn the_longest_label_is_whole() {
        check(&"abcdefg".repeat(9), 1);
    }

    #[test]
    fn texts_that_begin_alike_have_hashes_of_their_own() {
        let texts = ["", "\0", "a", "a\0", "abcdefgh", "abcdefgh\0", "abcdefghi"];
        let hashes: BTreeSet<u64> = texts.iter().map(|text| of_octets(text)).collect();
        assert_eq!(hashes.len(), texts.len());
    }

    proptest! {
        #[test]
        fn letters_are_left_out_of_any_label(label in "[a-cü-]{0,12}", most in 0_u8..3) {
            if !label.is_empty() {
                check(&label, most);
            }
        }
    }
}
