//! Signals: what speaks for one domain having been written for another, one file each.

pub(crate) mod confusable;
pub(crate) mod embedding;
pub(crate) mod glyph;
pub(crate) mod joined_word;
pub(crate) mod keyboard;
pub(crate) mod one_slip;
pub(crate) mod short_name;
pub(crate) mod sound;
pub(crate) mod top_level_domain;
pub(crate) mod two_slips;
pub(crate) mod typing_slip;

use crate::{Clause, ReasonKind};

/// How seldom what was seen comes about other than by a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Real and unrelated names often differ so.
    Weak,
    /// Real names differ so now and then.
    Fair,
    /// Hardly ever but by a slip, or to deceive.
    Strong,
}

impl Strength {
    /// One step less, or nothing.
    pub(crate) const fn lowered(self) -> Option<Self> {
        match self {
            Self::Weak => None,
            Self::Fair => Some(Self::Weak),
            Self::Strong => Some(Self::Fair),
        }
    }
}

/// What one signal saw.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) kind: ReasonKind,
    pub(crate) strength: Strength,
    /// The sentence's parts.
    pub(crate) clauses: Vec<Clause>,
}

/// Labels of up to so many letters are all close to one another: they are only compared where the person is known.
pub(crate) const SHORT: usize = 3;

pub(crate) fn letters(label: &str) -> usize {
    label.chars().count()
}
