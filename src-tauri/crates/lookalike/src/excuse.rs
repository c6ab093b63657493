//! Excuse: why a name is no lookalike, or less of one. Asked first.

use message::Address;

use crate::{Reference, correspondents::Traffic, name::Name};

/// Whether the address is right whatever it resembles.
///
/// That is so where somebody said it: its domain or one above is protected or trusted, or the address itself is. And it is so
/// where mail has gone both ways with its registrable domain. Mail that only went out is no excuse: years of the same slip
/// would excuse themselves. Mail that only came in is none either: whoever sends from a lookalike would be believed.
pub(crate) fn is_right(address: &Address, name: Option<Name<'_>>, reference: &Reference) -> bool {
    let answered = |name: Name<'_>| reference.correspondents.traffic(name.registrable()).is_answered();
    reference.is_trusted(address) || name.is_some_and(answered)
}

/// What speaks for the written domain without settling it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excuse {
    /// Mail exchanged with it.
    pub(crate) traffic: Traffic,
    /// Whether it is a real mail provider's: anybody may have an address there.
    pub(crate) is_provider: bool,
}

impl Excuse {
    pub(crate) fn of(name: Name<'_>, reference: &Reference) -> Self {
        Self {
            traffic: reference.correspondents.traffic(name.registrable()),
            is_provider: reference.tables.is_provider(name.registrable()),
        }
    }
}
