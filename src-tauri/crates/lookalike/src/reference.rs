//! Reference: all domains that the judge compares with, prepared once.

use std::{collections::BTreeSet, sync::Arc};

use message::{Address, Domain};

pub(crate) use crate::targets::{Standing, Target};
use crate::{
    Additions, Correspondent, Exchanged,
    correspondents::Correspondents,
    index::Index,
    name::{Name, after_dot},
    names::Names,
    search,
    tables::{TABLES, Tables},
    targets::Targets,
};

/// What addresses are compared with: protected and trusted domains and known correspondents, prepared for quick look-ups.
///
/// The order in which anything was given makes no difference to any verdict. A look-up costs the same however many there are.
#[derive(Clone, Debug)]
pub struct Reference {
    pub(crate) targets: Targets,
    index: Index,
    /// The index of those that were learned since: small, and made anew with each of them.
    learned: Index,
    /// How many targets `index` has.
    indexed: usize,
    pub(crate) correspondents: Correspondents,
    pub(crate) tables: Arc<Tables>,
    /// A-label forms: these domains and all below them are right.
    trusted: Names,
    trusted_addresses: BTreeSet<Address>,
}

impl Reference {
    /// Prepares `protected` domains, `trusted` ones, which are right and are no targets, and `known` correspondents.
    ///
    /// Both kinds of domain stand for all their subdomains too. A correspondent that comes twice counts as both together.
    pub fn new(protected: Vec<Domain>, trusted: Vec<Domain>, known: Vec<Correspondent>) -> Self {
        let mut targets = Targets::default();
        let mut right = Names::default();
        for domain in protected {
            right.insert(domain.ascii());
            target(&domain, Standing::Protected, &mut targets);
        }
        for domain in trusted {
            right.insert(domain.ascii());
        }
        for domain in TABLES.well_known() {
            if let Ok(domain) = Domain::parse(domain) {
                target(&domain, Standing::WellKnown, &mut targets);
            }
        }
        let mut correspondents = Correspondents::default();
        for correspondent in known {
            if let Some(name) = Name::of(correspondent.address.domain()) {
                let exchanged = Exchanged {
                    sent: correspondent.sent,
                    received: correspondent.received,
                };
                targets.insert(name, Standing::Known);
                correspondents.add(name, &correspondent.address, exchanged);
            }
        }
        targets.shrink();
        correspondents.shrink();
        right.shrink();
        Self {
            index: search::indexed(&targets, 0),
            learned: Index::default(),
            indexed: targets.len(),
            targets,
            correspondents,
            tables: Arc::clone(&TABLES),
            trusted: right,
            trusted_addresses: BTreeSet::new(),
        }
    }

    /// Adds to the tables what an organisation knows better.
    #[must_use = "the reference is returned with the additions"]
    pub fn with_additions(mut self, additions: Additions) -> Self {
        if additions != Additions::default() {
            self.tables = Arc::new(self.tables.with(additions));
        }
        self
    }

    /// Adds addresses that the user said are always right, whatever their domain looks like.
    #[must_use = "the reference is returned with the addresses added"]
    pub fn with_trusted_addresses(mut self, addresses: impl IntoIterator<Item = Address>) -> Self {
        self.trusted_addresses.extend(addresses);
        self
    }

    /// Adds what was seen of correspondents since: as if they had been given to [`Reference::new`] as well, and much sooner done.
    pub fn learn<'a>(&mut self, seen: impl IntoIterator<Item = (&'a Address, Exchanged)>) {
        let before = self.targets.len();
        for (address, exchanged) in seen {
            if let Some(name) = Name::of(address.domain()) {
                self.targets.insert(name, Standing::Known);
                self.correspondents.add(name, address, exchanged);
            }
        }
        if self.targets.len() > before {
            self.learned = search::indexed(&self.targets, self.indexed);
        }
    }

    /// The indexes of all targets. What is found in a later one has higher numbers.
    pub(crate) fn indexes(&self) -> impl Iterator<Item = &Index> {
        let has_more = self.targets.len() > self.indexed;
        std::iter::once(&self.index).chain(has_more.then_some(&self.learned))
    }

    /// Whether somebody said that this address, its domain, or a domain above it is right.
    pub(crate) fn is_trusted(&self, address: &Address) -> bool {
        let mut rest = Some(address.domain().ascii());
        while let Some(name) = rest {
            if self.trusted.contains(name) {
                return true;
            }
            rest = after_dot(name);
        }
        self.trusted_addresses.contains(address)
    }

    /// Whether this very domain is one of those that may be meant.
    pub(crate) fn is_target(&self, domain: &Domain) -> bool {
        self.targets.contains(domain.ascii())
    }
}

fn target(domain: &Domain, standing: Standing, targets: &mut Targets) {
    if let Some(name) = Name::of(domain) {
        targets.insert(name, standing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge;

    #[test]
    fn what_is_learned_counts_as_if_it_had_been_known() {
        let address = |text: &str| Address::parse(text).unwrap();
        let protected = || vec![Domain::parse("army.mil").unwrap()];
        let seen = [
            ("b@halvorsen.com", 4, 0),
            ("b@halvorsen.com", 8, 3),
            ("c@army.mil", 2, 0),
            ("d@mail.müller.co.uk", 20, 2),
            ("e@gmail.com", 1, 1),
        ];
        let known: Vec<Correspondent> = seen
            .iter()
            .map(|&(text, sent, received)| Correspondent {
                address: address(text),
                sent,
                received,
            })
            .collect();
        let at_once = Reference::new(protected(), Vec::new(), known.clone());
        let mut learned = Reference::new(protected(), Vec::new(), Vec::new());
        for correspondent in &known {
            let Correspondent { sent, received, .. } = *correspondent;
            learned.learn([(&correspondent.address, Exchanged { sent, received })]);
        }
        for text in [
            "b@halvosren.com",
            "b@halvorsen.com",
            "c@army.ml",
            "d@mueller.co.uk",
            "d@mail.muller.co.uk",
            "e@gmial.com",
            "x@elsewhere.example",
        ] {
            let written = address(text);
            assert_eq!(judge(&written, &learned), judge(&written, &at_once), "{text}");
        }
    }
}
