//! Correspondents: whom the user writes to, and who has written back.

use message::Address;

use crate::{hash, name::Name, names::Names, slots::Slots, tables};

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

/// Messages exchanged with an address or a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchanged {
    /// Messages that the user sent to it.
    pub sent: u32,
    /// Messages that came from it.
    pub received: u32,
}

/// Messages after which a domain is one that the user often writes to.
const OFTEN: u32 = 10;

impl Exchanged {
    const fn add(&mut self, other: Self) {
        self.sent = self.sent.saturating_add(other.sent);
        self.received = self.received.saturating_add(other.received);
    }

    /// Whether mail went both ways, which makes a domain right whatever it resembles.
    ///
    /// Mail that only went out is no excuse: years of the same slip would excuse themselves. Mail that only came in is none
    /// either: whoever sends from a lookalike would be believed.
    pub(crate) const fn is_answered(self) -> bool {
        self.sent > 0 && self.received > 0
    }

    /// Whether the user often exchanges mail with it.
    pub(crate) const fn is_often(self) -> bool {
        self.total() >= OFTEN
    }

    /// All messages, both ways.
    pub(crate) const fn total(self) -> u32 {
        self.sent.saturating_add(self.received)
    }
}

/// All correspondents, by registrable domain and by person. The order in which they come makes no difference, and one that comes
/// twice counts twice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Correspondents {
    /// Registrable domains, and with the same numbers the mail exchanged with each.
    registrables: Names,
    by_registrable: Vec<Exchanged>,
    /// Local parts without their tags.
    persons: Names,
    people: Vec<Person>,
    slots: Slots,
}

/// Somebody at a domain: both by number.
#[derive(Clone, Copy, Debug)]
struct Person {
    registrable: u32,
    person: u32,
    traffic: Exchanged,
}

impl Correspondents {
    /// Adds up what is known of one, whose domain is `name`.
    pub(crate) fn add(&mut self, name: Name<'_>, address: &Address, traffic: Exchanged) {
        let registrable = self.registrables.insert(name.registrable());
        let person = self.persons.insert(person(address));
        let Some((registrable, person)) = registrable.zip(person) else {
            return;
        };
        match at(registrable).and_then(|at| self.by_registrable.get_mut(at)) {
            Some(all) => all.add(traffic),
            None => self.by_registrable.push(traffic),
        }
        let known = self.number(registrable, person).and_then(at);
        if let Some(known) = known.and_then(|at| self.people.get_mut(at)) {
            known.traffic.add(traffic);
            return;
        }
        let hash_of = |number| {
            let known = at(number).and_then(|at| self.people.get(at));
            known.map_or(0, |known| pair_hash(known.registrable, known.person))
        };
        if let Ok(number) = u32::try_from(self.people.len()) {
            self.slots.insert(pair_hash(registrable, person), number, hash_of);
            self.people.push(Person {
                registrable,
                person,
                traffic,
            });
        }
    }

    /// Gives back the memory that was held for more correspondents.
    pub(crate) fn shrink(&mut self) {
        self.registrables.shrink();
        self.by_registrable.shrink_to_fit();
        self.persons.shrink();
        self.people.shrink_to_fit();
    }

    /// Messages exchanged with all addresses under a registrable domain.
    pub(crate) fn traffic(&self, registrable: &str) -> Exchanged {
        let number = self.registrables.number(registrable).and_then(at);
        let traffic = number.and_then(|at| self.by_registrable.get(at));
        traffic.copied().unwrap_or_default()
    }

    /// Messages exchanged with the person of `address`, were it under `registrable`; none for a desk (`info`).
    pub(crate) fn same_person(&self, address: &Address, registrable: &str) -> Option<Exchanged> {
        let person = person(address);
        if tables::is_role(person) {
            return None;
        }
        let registrable = self.registrables.number(registrable)?;
        let number = self.number(registrable, self.persons.number(person)?)?;
        self.people.get(at(number)?).map(|known| known.traffic)
    }

    fn number(&self, registrable: u32, person: u32) -> Option<u32> {
        self.slots.find(pair_hash(registrable, person), |number| {
            let known = at(number).and_then(|at| self.people.get(at));
            known.is_some_and(|known| (known.registrable, known.person) == (registrable, person))
        })
    }
}

fn at(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

fn pair_hash(registrable: u32, person: u32) -> u64 {
    hash::of_number(u64::from(registrable) << 32 | u64::from(person))
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
        let mut all = Correspondents::default();
        for &(address, sent, received) in rows {
            let address = Address::parse(address).unwrap();
            let name = Name::of(address.domain()).unwrap();
            all.add(name, &address, Exchanged { sent, received });
        }
        all
    }

    #[test]
    fn messages_add_up_by_registrable_domain() {
        let all = known(&[("a@us.example.com", 3, 0), ("b@example.com", 2, 1)]);
        assert_eq!(all.traffic("example.com"), Exchanged { sent: 5, received: 1 });
        assert_eq!(all.traffic("us.example.com"), Exchanged::default());
    }

    #[test]
    fn a_person_is_known_without_tag_case_or_quotes() {
        let all = known(&[("John.Smith@example.com", 3, 0), ("info@example.com", 9, 9)]);
        for (address, expected) in [
            (
                "john.smith+travel@elsewhere.example",
                Some(Exchanged { sent: 3, received: 0 }),
            ),
            (
                "\"JOHN.smith\"@elsewhere.example",
                Some(Exchanged { sent: 3, received: 0 }),
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
