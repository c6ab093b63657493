//! Excuse: why a name is no lookalike, or less of one. Asked first.

use crate::{Reference, correspondents::Traffic, name::Name, signal::embedding::WWW};

/// Whether mail has gone both ways with the name's registrable domain, which makes it right whatever it resembles.
///
/// Mail that only went out is no excuse: years of the same slip would excuse themselves. Mail that only came in is none either:
/// whoever sends from a lookalike would be believed.
pub(crate) fn is_answered(name: Name<'_>, reference: &Reference) -> bool {
    reference.correspondents.traffic(name.registrable()).is_answered()
}

/// What speaks for the written domain without settling it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excuse {
    /// Mail exchanged with it.
    pub(crate) traffic: Traffic,
    /// Whether it is a real name that is well known, or a mail provider's, where anybody may have an address.
    pub(crate) is_real: bool,
    /// Whether that is so of the whole domain, and not only of the registrable one: `li.ve.com` is no name of `ve.com`'s.
    is_real_as_a_whole: bool,
}

impl Excuse {
    pub(crate) fn of(name: Name<'_>, reference: &Reference) -> Self {
        let is_real = |name: &str| reference.tables.is_provider(name) || reference.tables.is_well_known(name);
        let domain = name.domain().ascii();
        let bare = domain
            .strip_prefix(WWW)
            .and_then(|rest| rest.strip_prefix('.'))
            .unwrap_or(domain);
        let is_real_registrable = is_real(name.registrable());
        Self {
            traffic: reference.correspondents.traffic(name.registrable()),
            is_real: is_real_registrable,
            is_real_as_a_whole: is_real_registrable && bare == name.registrable(),
        }
    }

    /// The excuse for names whose dots were moved or that stand inside others, where only the whole domain counts.
    pub(crate) const fn as_a_whole(self) -> Self {
        Self {
            is_real: self.is_real_as_a_whole,
            ..self
        }
    }
}
