//! Reference: all domains that the judge compares with, prepared once.

use std::collections::{BTreeMap, BTreeSet};

use message::{Address, Domain};

use crate::{
    Correspondent,
    correspondents::Correspondents,
    index::{Index, KeyKind, deletions},
    name::Name,
    signal::{self, embedding},
    tables::Tables,
};

/// What addresses are compared with: protected and trusted domains and known correspondents, prepared for quick look-ups.
///
/// The order in which anything was given makes no difference to any verdict.
#[derive(Clone, Debug)]
pub struct Reference {
    pub(crate) targets: Vec<Target>,
    pub(crate) index: Index,
    pub(crate) correspondents: Correspondents,
    pub(crate) tables: Tables,
    /// A-label forms: these domains and all below them are right.
    trusted: BTreeSet<Box<str>>,
    trusted_addresses: BTreeSet<Address>,
}

/// One domain that may be meant.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) domain: Domain,
    pub(crate) standing: Standing,
    /// The registered label as a U-label, and what follows it.
    pub(crate) label: Box<str>,
    pub(crate) suffix: Box<str>,
    pub(crate) registrable: Box<str>,
    /// Whether it is a subdomain: then only its dots and its being embedded are looked at.
    pub(crate) is_subdomain: bool,
}

/// Why a target counts. A later one outweighs an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// The user exchanges mail with it.
    Known,
    /// A mail provider that everybody knows.
    WellKnown,
    /// The organisation or the user protects it.
    Protected,
}

impl Reference {
    /// Prepares `protected` domains, `trusted` ones, which are right and are no targets, and `known` correspondents.
    ///
    /// Both kinds of domain stand for all their subdomains too. A correspondent that comes twice counts as both together.
    pub fn new(protected: Vec<Domain>, trusted: Vec<Domain>, known: Vec<Correspondent>) -> Self {
        let tables = Tables::read();
        let correspondents = Correspondents::new(known);
        let well_known: Vec<Domain> = tables
            .well_known()
            .filter_map(|domain| Domain::parse(domain).ok())
            .collect();
        let mut standings = BTreeMap::new();
        let from = [
            (protected.iter().collect::<Vec<_>>(), Standing::Protected),
            (well_known.iter().collect(), Standing::WellKnown),
            (correspondents.domains().iter().collect(), Standing::Known),
        ];
        for (domains, standing) in from {
            for domain in domains {
                for target in registrable_and_whole(domain) {
                    let entry = standings.entry(target).or_insert(standing);
                    *entry = standing.max(*entry);
                }
            }
        }
        let targets: Vec<Target> = standings
            .into_iter()
            .filter_map(|(domain, standing)| Target::new(domain, standing))
            .collect();
        let right = protected.into_iter().chain(trusted);
        Self {
            index: indexed(&targets),
            targets,
            correspondents,
            tables,
            trusted: right.map(|domain| domain.ascii().into()).collect(),
            trusted_addresses: BTreeSet::new(),
        }
    }

    /// Adds addresses that the user said are always right, whatever their domain looks like.
    #[must_use = "the reference is returned with the addresses added"]
    pub fn with_trusted_addresses(mut self, addresses: impl IntoIterator<Item = Address>) -> Self {
        self.trusted_addresses.extend(addresses);
        self
    }

    /// Whether somebody said that this address, its domain, or a domain above it is right.
    pub(crate) fn is_trusted(&self, address: &Address) -> bool {
        let mut rest = Some(address.domain().ascii());
        while let Some(name) = rest {
            if self.trusted.contains(name) {
                return true;
            }
            rest = name.split_once('.').map(|(_, above)| above);
        }
        self.trusted_addresses.contains(address)
    }

    /// Whether this very domain is one of those that may be meant.
    pub(crate) fn is_target(&self, domain: &Domain) -> bool {
        self.targets
            .binary_search_by(|target| target.domain.cmp(domain))
            .is_ok()
    }
}

impl Target {
    fn new(domain: Domain, standing: Standing) -> Option<Self> {
        let name = Name::of(&domain)?;
        Some(Self {
            label: name.label().into(),
            suffix: name.suffix().into(),
            registrable: name.registrable().into(),
            is_subdomain: name.depth() > 0,
            standing,
            domain,
        })
    }
}

fn registrable_and_whole(domain: &Domain) -> Vec<Domain> {
    let registrable = Name::of(domain).and_then(|name| Domain::parse(name.registrable()).ok());
    let mut both = vec![domain.clone()];
    both.extend(registrable.filter(|registrable| registrable != domain));
    both
}

fn indexed(targets: &[Target]) -> Index {
    let mut index = Index::default();
    for (number, target) in (0_u32..).zip(targets) {
        index.insert(
            KeyKind::Joined,
            &embedding::joined(target.domain.unicode()),
            number,
        );
        index.insert(KeyKind::Whole, target.domain.ascii(), number);
        for form in [target.domain.unicode(), target.domain.ascii()] {
            index.insert(KeyKind::Hyphened, &form.replace('.', "-"), number);
        }
        if !target.is_subdomain {
            let slips = signal::typing_slip::slips_looked_for(target);
            deletions(&target.label, slips, &mut |text| {
                index.insert(KeyKind::Label, text, number)
            });
            if !target.label.is_ascii() {
                deletions(&signal::glyph::folded(&target.label).text, 1, &mut |text| {
                    index.insert(KeyKind::Label, text, number)
                });
            }
            index.insert(KeyKind::Look, &signal::confusable::key(&target.label), number);
            index.insert(KeyKind::Sound, &signal::sound::key(&target.label), number);
        }
    }
    index.sort();
    index
}
