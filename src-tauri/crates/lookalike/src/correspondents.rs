//! Correspondents: whom the user writes to, and who has written back.

use std::collections::{BTreeMap, BTreeSet};

use message::{Address, Domain};

use crate::{name::Name, tables};

/// An address that the user has exchanged mail with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Correspondent {
    /// The address.
    pub address: Address,
    /// Messages that the user sent to it.
    pub sent: u32,
    /// Messages that came from it.
    pub received: u32,
}

/// Messages exchanged with one domain or address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traffic {
    pub(crate) sent: u32,
    pub(crate) received: u32,
}

impl Traffic {
    const fn add(&mut self, other: Self) {
        self.sent = self.sent.saturating_add(other.sent);
        self.received = self.received.saturating_add(other.received);
    }

    /// Whether mail went both ways. Sent-only is no trust: years of slips would excuse themselves.
    pub(crate) const fn is_answered(self) -> bool {
        self.sent > 0 && self.received > 0
    }

    /// All messages, both ways.
    pub(crate) const fn total(self) -> u32 {
        self.sent.saturating_add(self.received)
    }
}

/// All correspondents, by registrable domain and by person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Correspondents {
    by_registrable: BTreeMap<Box<str>, Traffic>,
    /// Registrable domain → local part without its tag → messages.
    people: BTreeMap<Box<str>, BTreeMap<Box<str>, Traffic>>,
    /// The full domains they write from, which may be subdomains.
    domains: BTreeSet<Domain>,
}

impl Correspondents {
    /// Adds up what is known; the order makes no difference, and an address that comes twice counts twice.
    pub(crate) fn new(known: Vec<Correspondent>) -> Self {
        let mut all = Self::default();
        for Correspondent {
            address,
            sent,
            received,
        } in known
        {
            let Some(name) = Name::of(address.domain()) else {
                continue;
            };
            let traffic = Traffic { sent, received };
            all.by_registrable
                .entry(name.registrable().into())
                .or_default()
                .add(traffic);
            let people = all.people.entry(name.registrable().into()).or_default();
            people.entry(person(&address).into()).or_default().add(traffic);
            all.domains.insert(address.domain().clone());
        }
        all
    }

    /// Messages exchanged with all addresses under a registrable domain.
    pub(crate) fn traffic(&self, registrable: &str) -> Traffic {
        self.by_registrable.get(registrable).copied().unwrap_or_default()
    }

    /// Messages exchanged with the person of `address`, were it under `registrable`; none for a desk (`info`).
    pub(crate) fn same_person(&self, address: &Address, registrable: &str) -> Option<Traffic> {
        let person = person(address);
        if tables::is_role(person) {
            return None;
        }
        self.people.get(registrable)?.get(person).copied()
    }

    /// Every domain that somebody known writes from.
    pub(crate) const fn domains(&self) -> &BTreeSet<Domain> {
        &self.domains
    }
}

/// The local part by which a person is known: without quotes and without a tag (`john+travel`; RFC 5233).
fn person(address: &Address) -> &str {
    let local = address.local_folded().trim_matches('"');
    match local.split_once('+') {
        Some((person, _)) if !person.is_empty() => person,
        _ => local,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(rows: &[(&str, u32, u32)]) -> Correspondents {
        let row = |&(address, sent, received): &(&str, u32, u32)| Correspondent {
            address: Address::parse(address).unwrap(),
            sent,
            received,
        };
        Correspondents::new(rows.iter().map(row).collect())
    }

    #[test]
    fn messages_add_up_by_registrable_domain() {
        let all = known(&[("a@us.example.com", 3, 0), ("b@example.com", 2, 1)]);
        assert_eq!(all.traffic("example.com"), Traffic { sent: 5, received: 1 });
        assert_eq!(all.traffic("us.example.com"), Traffic::default());
    }

    #[test]
    fn a_person_is_known_without_tag_case_or_quotes() {
        let all = known(&[("John.Smith@example.com", 3, 0), ("info@example.com", 9, 9)]);
        for (address, expected) in [
            (
                "john.smith+travel@elsewhere.example",
                Some(Traffic { sent: 3, received: 0 }),
            ),
            (
                "\"JOHN.smith\"@elsewhere.example",
                Some(Traffic { sent: 3, received: 0 }),
            ),
            ("info@elsewhere.example", None), // a desk is no person
            ("mary@elsewhere.example", None),
        ] {
            assert_eq!(
                all.same_person(&Address::parse(address).unwrap(), "example.com"),
                expected,
                "{address}"
            );
        }
    }
}
