//! Excuse: why a name is less of a lookalike than it looks.

use crate::{Reference, correspondents::Exchanged, name::Name, signal::embedding::WWW};

/// What speaks for the written domain without settling it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excuse {
    /// Mail exchanged with it.
    pub(crate) traffic: Exchanged,
    /// Whether it is a real name that is well known, or a mail provider's, where anybody may have an address.
    pub(crate) is_real: bool,
    /// Whether that is so of the whole domain, and not only of the registrable one: `li.ve.com` is no name of `ve.com`'s.
    is_real_as_a_whole: bool,
}

impl Excuse {
    pub(crate) fn of(name: Name<'_>, traffic: Exchanged, reference: &Reference) -> Self {
        let is_real = |name: &str| reference.tables.is_provider(name) || reference.tables.is_well_known(name);
        let domain = name.domain().ascii();
        let bare = domain
            .strip_prefix(WWW)
            .and_then(|rest| rest.strip_prefix('.'))
            .unwrap_or(domain);
        let is_real_registrable = is_real(name.registrable());
        Self {
            traffic,
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
