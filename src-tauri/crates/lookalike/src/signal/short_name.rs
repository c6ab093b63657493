//! Short name: what a slip in a label of few letters must show. All of them are close to one another.

use crate::{
    reference::Target,
    signal::{SHORT, letters, one_slip::is_one_slip, typing_slip::Slip},
    tables::Tables,
};

/// What a short label must show to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Nothing: the very person is known.
    Anything,
    /// That fingers did it: it is a mail provider, and the user often writes there.
    Likely,
    /// That two neighbouring letters were swapped, as fingers do in the shortest names too.
    Swapped,
    /// More than any slip.
    Nothing,
}

/// Whether a slip of a short label is one that is asked for.
pub(crate) fn is_asked(asked: Asked, target: &Target<'_>, written: &str, tables: &Tables) -> bool {
    let meant = target.label;
    if asked == Asked::Anything || letters(meant) > SHORT {
        return true;
    }
    if asked == Asked::Nothing || !is_one_slip(meant, written) {
        return false;
    }
    let touching = |a, b| tables.keyboard.is_touching(a, b);
    match Slip::between(meant, written) {
        Some(Slip::Swapped) => true,
        _ if asked == Asked::Swapped => false,
        Some(Slip::Added { doubled, .. }) => doubled,
        Some(Slip::Replaced { meant, written, .. }) => touching(meant, written),
        Some(Slip::Lost { .. }) | None => false,
    }
}
