//! Typing slip: letters lost, added, doubled, swapped or replaced in the registered label.

use strsim::osa_distance;

use crate::{
    ReasonKind,
    name::shown,
    reference::{Standing, Target},
    signal::{Evidence, Strength, letters},
    tables::Tables,
};

/// Labels of at least so many letters may differ in two of them.
const LONG: usize = 9;

/// Labels of more letters than this are not looked up with two letters left out: the keys would be too many.
const VERY_LONG: usize = 24;

/// How many letters are left out of a written label to look for targets: two only where one of them could be so long.
pub(crate) fn slips_looked_up(written: &str) -> u8 {
    match letters(written) {
        ..7 => 1,
        7..=26 => 2,
        27..=64 => 1,
        _ => 0,
    }
}

/// How many slips are looked for in a target's label: two only in the long ones that are protected.
pub(crate) fn slips_looked_for(target: &Target<'_>) -> u8 {
    let is_long = (LONG..=VERY_LONG).contains(&letters(target.label));
    if is_long && target.standing == Standing::Protected {
        2
    } else {
        1
    }
}

/// The slip that made `written` of the target's label; none where there is none, or more than its length allows.
///
/// Strength by the letters of the meant label (optimal string alignment, so that a swap counts once):
///
/// | slip | up to 3 | 4 | 5 and 6 | 7 and 8 | 9 and more |
/// | --- | --- | --- | --- | --- | --- |
/// | two letters swapped, a letter doubled | weak | fair | strong | strong | strong |
/// | a letter lost | weak | weak | fair | strong | strong |
/// | a letter too many, a touching key or a wrong vowel | weak | weak | weak | fair | strong |
/// | any other letter | weak | weak | weak | weak | fair |
/// | a hyphen lost or added | weak | weak | weak | fair | fair |
/// | two slips | – | – | – | – | weak |
///
/// A slip in the first letter, at which people look, counts one step less but never less than weak, and anything in digits is weak: numbered names
/// are mostly sisters. Whoever calls asks for short labels only where the person is known.
pub(crate) fn compare(target: &Target<'_>, written: &str, tables: &Tables) -> Option<Evidence> {
    let meant = target.label;
    let distance = match (is_one_slip(meant, written), slips_looked_for(target)) {
        (true, _) => 1,
        (false, 2) => osa_distance(meant, written),
        (false, _) => return None,
    };
    let (kind, strength, difference) = match distance {
        1 => {
            let slip = Slip::between(meant, written)?;
            (
                slip.kind(),
                slip.strength(letters(meant), tables),
                slip.sentence(),
            )
        }
        2 => (
            ReasonKind::TwoSlips,
            Strength::Weak,
            "differs in two letters".into(),
        ),
        _ => return None,
    };
    Some(Evidence {
        kind,
        strength,
        detail: format!("“{}” {difference}", shown(written)),
    })
}

/// Whether the labels' optimal string alignment distance is 1, found out without the table that tells all distances.
fn is_one_slip(meant: &str, written: &str) -> bool {
    let (mut meant, mut written) = (meant.chars(), written.chars());
    let (mut meant_after, mut written_after) = (meant.clone(), written.clone());
    while let (Some(a), Some(b)) = (meant.next(), written.next())
        && a == b
    {
        (meant_after, written_after) = (meant.clone(), written.clone());
    }
    let (mut meant, mut written) = (meant_after.clone(), written_after.clone());
    while let (Some(a), Some(b)) = (meant.next_back(), written.next_back())
        && a == b
    {
        (meant_after, written_after) = (meant.clone(), written.clone());
    }
    let (mut meant, mut written) = (meant_after, written_after);
    match [meant.next(), meant.next(), written.next(), written.next()] {
        [Some(_), None, _, None] | [None, _, Some(_), None] => true,
        [Some(a), Some(b), Some(c), Some(d)] => {
            (a, b) == (d, c) && meant.next().is_none() && written.next().is_none()
        }
        _ => false,
    }
}

/// One slip, with its place counted in letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Lost {
        letter: char,
        at: usize,
        doubled: bool,
    },
    Added {
        letter: char,
        at: usize,
        doubled: bool,
        beside: [Option<char>; 2],
    },
    Swapped,
    Replaced {
        meant: char,
        written: char,
        at: usize,
    },
}

impl Slip {
    /// The slip between two labels of distance 1.
    fn between(meant: &str, written: &str) -> Option<Self> {
        let same = |(a, b): &(char, char)| a == b;
        let at = meant.chars().zip(written.chars()).take_while(same).count();
        let before = at.checked_sub(1).and_then(|before| meant.chars().nth(before));
        let (lost, added) = (meant.chars().nth(at), written.chars().nth(at));
        match letters(written).cmp(&letters(meant)) {
            std::cmp::Ordering::Less => {
                let letter = lost?;
                let doubled =
                    before == Some(letter) || meant.chars().nth(at.saturating_add(1)) == Some(letter);
                Some(Self::Lost { letter, at, doubled })
            }
            std::cmp::Ordering::Greater => {
                let letter = added?;
                let beside = [before, lost];
                Some(Self::Added {
                    letter,
                    at,
                    doubled: beside.contains(&Some(letter)),
                    beside,
                })
            }
            std::cmp::Ordering::Equal => {
                let differing = meant.chars().zip(written.chars()).filter(|(a, b)| a != b).count();
                match differing {
                    2 => Some(Self::Swapped),
                    _ => Some(Self::Replaced {
                        meant: lost?,
                        written: added?,
                        at,
                    }),
                }
            }
        }
    }

    const fn kind(self) -> ReasonKind {
        match self {
            Self::Lost { letter: '-', .. } | Self::Added { letter: '-', .. } => ReasonKind::Hyphen,
            Self::Lost { doubled: true, .. } | Self::Added { doubled: true, .. } => ReasonKind::Repetition,
            Self::Lost { .. } => ReasonKind::Omission,
            Self::Added { .. } => ReasonKind::Insertion,
            Self::Swapped => ReasonKind::Transposition,
            Self::Replaced { .. } => ReasonKind::Replacement,
        }
    }

    fn strength(self, length: usize, tables: &Tables) -> Strength {
        let by_length = |limits: [usize; 2]| match limits {
            [_, strong] if length >= strong => Strength::Strong,
            [fair, _] if length >= fair => Strength::Fair,
            _ => Strength::Weak,
        };
        let touching = |a, b| tables.keyboard.is_touching(a, b);
        let (strength, at) = match self {
            _ if self.is_in_digits() => return Strength::Weak,
            Self::Lost { letter: '-', .. } | Self::Added { letter: '-', .. } => {
                return by_length([7, usize::MAX]);
            }
            Self::Swapped | Self::Lost { doubled: true, .. } | Self::Added { doubled: true, .. } => {
                return by_length([4, 5]);
            }
            Self::Lost { at, .. } => (by_length([5, 7]), at),
            Self::Added {
                letter, at, beside, ..
            } => {
                let is_likely = beside
                    .into_iter()
                    .flatten()
                    .any(|beside| touching(beside, letter));
                (by_length(if is_likely { [7, 9] } else { [9, usize::MAX] }), at)
            }
            Self::Replaced { meant, written, at } => {
                let is_likely = touching(meant, written) || (is_vowel(meant) && is_vowel(written));
                (by_length(if is_likely { [7, 9] } else { [9, usize::MAX] }), at)
            }
        };
        if at == 0 {
            strength.lowered().unwrap_or(strength)
        } else {
            strength
        }
    }

    fn is_in_digits(self) -> bool {
        match self {
            Self::Lost { letter, .. } | Self::Added { letter, .. } => letter.is_numeric(),
            Self::Replaced { meant, written, .. } => meant.is_numeric() && written.is_numeric(),
            Self::Swapped => false,
        }
    }

    fn sentence(self) -> String {
        match self {
            Self::Lost { letter: '-', .. } => "lacks a hyphen".into(),
            Self::Added { letter: '-', .. } => "has a hyphen too many".into(),
            Self::Lost {
                letter,
                doubled: true,
                ..
            } => format!("has only one “{letter}” of two"),
            Self::Lost { letter, .. } => format!("lacks the letter “{letter}”"),
            Self::Added {
                letter,
                doubled: true,
                ..
            } => format!("has one “{letter}” too many"),
            Self::Added { letter, .. } => format!("has the letter “{letter}” too many"),
            Self::Swapped => "has two letters swapped".into(),
            Self::Replaced { meant, written, .. } => format!("has “{written}” for “{meant}”"),
        }
    }
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn one_slip_is_a_distance_of_one(meant in "[abü]{0,6}", written in "[abü]{0,6}") {
            prop_assert_eq!(is_one_slip(&meant, &written), osa_distance(&meant, &written) == 1);
        }
    }
}
