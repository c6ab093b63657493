//! Typing slip: letters lost, added, doubled, swapped or replaced in the registered label.

use strsim::osa_distance;

use crate::{
    Clause, Form, ReasonKind,
    name::shown,
    reference::{Standing, Target},
    signal::{
        Evidence, SHORT, Strength, glyph::folded, keyboard::is_vowel, letters, one_slip::is_one_slip,
        two_slips,
    },
    tables::Tables,
};

/// Labels of at least so many letters may differ in two of them.
const LONG: usize = 5;

/// Labels of more letters than this are not looked up with two letters left out: the keys would be too many.
const VERY_LONG: usize = 24;

/// How many letters are left out of a written label to look for targets: two only where one of them could be so long.
pub(crate) fn slips_looked_up(written: &str) -> u8 {
    match letters(written) {
        ..=2 => 1,
        3..=26 => 2,
        27..=64 => 1,
        _ => 0,
    }
}

/// How many slips are looked for in a target's label: two only in the long ones that are protected or that everybody knows.
pub(crate) fn slips_looked_for(target: &Target<'_>) -> u8 {
    let is_long = (LONG..=VERY_LONG).contains(&letters(target.label));
    if is_long && target.standing > Standing::Known {
        2
    } else {
        1
    }
}

/// The slip that made `written` of the target's label; none where there is none, or more than its length allows.
///
/// Strength by the letters of the meant label (optimal string alignment, so that a swap counts once):
///
/// | slip | up to 3 | 4 | 5 | 6 | 7 and 8 | 9 and more |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | two letters swapped, a letter doubled | fair, weak | fair | strong | strong | strong | strong |
/// | a letter lost | weak | weak | fair | fair | strong | strong |
/// | a letter too many beside its key, a touching key or a wrong vowel | weak | weak | fair | fair | fair | strong |
/// | another letter added | weak | weak | weak | weak | weak | fair |
/// | any other letter | weak | weak | weak | weak | weak | weak |
/// | a hyphen lost or added | weak | weak | weak | weak | fair | fair |
/// | two slips, both of them likely | – | – | weak | weak | weak | weak |
///
/// A slip in the first letter, at which people look, counts one step less but never less than weak, and anything in digits is weak: numbered names
/// are mostly sisters. Whoever calls asks for short labels only where they are swapped, or where the person is known.
pub(crate) fn compare(target: &Target<'_>, written: &str, tables: &Tables) -> Option<Evidence> {
    let meant = target.label;
    let distance = match (is_one_slip(meant, written), slips_looked_for(target)) {
        (true, _) => 1,
        (false, _) if !meant.is_ascii() => return without_accents(target, written),
        (false, 2) => osa_distance(meant, written),
        (false, _) => return None,
    };
    let shown_written = || ("written", shown(written));
    let (kind, strength, clause) = match distance {
        1 => {
            let slip = Slip::between(meant, written)?;
            if target.standing != Standing::Protected && slip.is_unlikely_at_first(tables) {
                return None;
            }
            let strength = slip.strength(letters(meant), tables);
            // Among short names only those of closed ends (`ac.uk`, `gov`) and of the great providers stand alone.
            let is_crowded = match target.standing {
                Standing::Known => true,
                Standing::WellKnown => false,
                Standing::Protected => !(target.suffix.contains('.') || CLOSED_ENDS.contains(&target.suffix)),
            };
            let is_of_many = letters(meant) <= SHORT && is_crowded;
            (
                slip.kind(),
                if is_of_many { Strength::Weak } else { strength },
                slip.clause(shown_written()),
            )
        }
        2 if slips_looked_for(target) == 2 && two_slips::is_likely(meant, written, tables) => (
            ReasonKind::TwoSlips,
            Strength::Weak,
            Clause::new(Form::TwoSlips, [shown_written()]),
        ),
        _ => return None,
    };
    Some(Evidence {
        kind,
        strength,
        clauses: vec![clause],
    })
}

/// A slip in a label that was written without its accents besides.
fn without_accents(target: &Target<'_>, written: &str) -> Option<Evidence> {
    let (meant, plain) = (folded(target.label).text, folded(written).text);
    let slip = is_one_slip(&meant, &plain)
        .then(|| Slip::between(&meant, &plain))
        .flatten()?;
    Some(Evidence {
        kind: slip.kind(),
        strength: Strength::Weak,
        clauses: vec![slip.clause(("written", shown(written)))],
    })
}

/// Ends under which not everybody may register.
const CLOSED_ENDS: [&str; 4] = ["mil", "gov", "edu", "int"];

/// One slip, with its place counted in letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
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
    pub(super) fn between(meant: &str, written: &str) -> Option<Self> {
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
            Self::Swapped => return by_length([2, 5]),
            Self::Lost { doubled: true, .. } | Self::Added { doubled: true, .. } => {
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
                (by_length(if is_likely { [5, 9] } else { [9, usize::MAX] }), at)
            }
            Self::Replaced { meant, written, at } => {
                let is_likely = touching(meant, written) || (is_vowel(meant) && is_vowel(written));
                (by_length(if is_likely { [5, 9] } else { [usize::MAX; 2] }), at)
            }
        };
        if at == 0 {
            strength.lowered().unwrap_or(strength)
        } else {
            strength
        }
    }

    /// Whether the first letter is another, or one stands before it, whose key lies elsewhere.
    fn is_unlikely_at_first(self, tables: &Tables) -> bool {
        match self {
            Self::Replaced {
                meant,
                written,
                at: 0,
            } => !(tables.keyboard.is_touching(meant, written) || (is_vowel(meant) && is_vowel(written))),
            Self::Added {
                letter,
                at: 0,
                doubled: false,
                beside: [_, Some(next)],
            } => !tables.keyboard.is_touching(letter, next),
            Self::Added { .. } | Self::Replaced { .. } | Self::Lost { .. } | Self::Swapped => false,
        }
    }

    fn is_in_digits(self) -> bool {
        match self {
            Self::Lost { letter, .. } | Self::Added { letter, .. } => letter.is_numeric(),
            Self::Replaced { meant, written, .. } => meant.is_numeric() && written.is_numeric(),
            Self::Swapped => false,
        }
    }

    fn clause(self, written: (&'static str, String)) -> Clause {
        let with = |form, letter: char| Clause::new(form, [written.clone(), ("letter", letter.to_string())]);
        match self {
            Self::Lost { letter: '-', .. } => Clause::new(Form::HyphenLost, [written]),
            Self::Added { letter: '-', .. } => Clause::new(Form::HyphenAdded, [written]),
            Self::Lost {
                letter,
                doubled: true,
                ..
            } => with(Form::DoubleLost, letter),
            Self::Lost { letter, .. } => with(Form::LetterLost, letter),
            Self::Added {
                letter,
                doubled: true,
                ..
            } => with(Form::DoubleAdded, letter),
            Self::Added { letter, .. } => with(Form::LetterAdded, letter),
            Self::Swapped => Clause::new(Form::Swapped, [written]),
            Self::Replaced {
                meant,
                written: letter,
                ..
            } => Clause::new(
                Form::Replaced,
                [
                    written,
                    ("letter", letter.to_string()),
                    ("meant", meant.to_string()),
                ],
            ),
        }
    }
}
