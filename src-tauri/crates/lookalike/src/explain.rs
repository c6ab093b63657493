//! Explanation: what the judge considered for one address, for whoever asks why.

use message::Address;

use crate::{
    Reason, Reference, Severity, excuse::Excuse, finding::Finding, name::Name, reference::Standing, search,
    signal::Strength, targets::Target,
};

/// All that the judge considered for one address, found or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What speaks for the address as it is written, in sentences without their full stops.
    pub excuses: Vec<String>,
    /// The domains that some key led to, those that would count most first.
    pub considered: Vec<Considered>,
}

/// A domain that may be meant, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// The domain, safe to show.
    pub domain: String,
    /// `protected`, `well-known provider` or `known`.
    pub standing: &'static str,
    /// What led to it.
    pub keys: Vec<&'static str>,
    /// What was seen. Empty where a key led there for nothing.
    pub evidence: Vec<Reason>,
    /// `weak`, `fair` or `strong`, of all evidence together.
    pub strength: Option<&'static str>,
    /// Messages sent there, and received from there.
    pub traffic: (u32, u32),
    /// Whether the same person is known there.
    pub is_person_known: bool,
    /// What it weighs after every excuse; none where it does not count.
    pub severity: Option<Severity>,
}

/// Says what the judge considers for an address. Slower than [`crate::judge`], and never different.
pub fn explain(address: &Address, reference: &Reference) -> Explanation {
    let mut excuses = Vec::new();
    if reference.is_trusted(address) {
        excuses.push("the address, its domain or one above it is protected or trusted".to_owned());
    }
    let Some(name) = Name::of(address.domain()) else {
        return Explanation {
            excuses,
            considered: Vec::new(),
        };
    };
    let traffic = reference.correspondents.traffic(name.registrable());
    let excuse = Excuse::of(name, traffic, reference);
    if excuse.is_real {
        excuses.push(format!("{} is a well-known real name", name.registrable()));
    }
    if traffic.total() > 0 {
        let (sent, received) = (traffic.sent, traffic.received);
        excuses.push(format!("mail with it: {sent} sent, {received} received"));
    }
    let candidates = search::found(name, reference);
    let mut considered: Vec<Considered> = candidates
        .into_iter()
        .map(|target| one(address, name, target, excuse, reference))
        .collect();
    considered.sort_by(|a, b| (b.severity, &a.domain).cmp(&(a.severity, &b.domain)));
    Explanation { excuses, considered }
}

fn one(
    address: &Address,
    name: Name<'_>,
    target: Target<'_>,
    excuse: Excuse,
    reference: &Reference,
) -> Considered {
    let keys = search::keys_between(name, target, reference);
    let traffic = reference.correspondents.traffic(target.registrable);
    let weighed = Finding::weighed(address, name, target, || excuse, reference);
    let severity = weighed
        .as_ref()
        .and_then(|(candidate, seen)| candidate.severity(seen.strength));
    let strength = weighed.as_ref().map(|(_, seen)| match seen.strength {
        Strength::Weak => "weak",
        Strength::Fair => "fair",
        Strength::Strong => "strong",
    });
    let evidence = weighed.map(|(_, seen)| seen.evidence).unwrap_or_default();
    Considered {
        domain: target.domain.shown(),
        standing: match target.standing {
            Standing::Known => "known",
            Standing::WellKnown => "well-known provider",
            Standing::Protected => "protected",
        },
        keys: keys.into_iter().map(crate::index::KeyKind::as_str).collect(),
        evidence: evidence
            .into_iter()
            .map(|seen| Reason::new(seen.kind, seen.clauses))
            .collect(),
        strength,
        traffic: (traffic.sent, traffic.received),
        is_person_known: reference
            .correspondents
            .same_person(address, target.registrable)
            .is_some(),
        severity,
    }
}

#[cfg(test)]
mod tests {
    use message::Domain;

    use super::*;

    #[test]
    fn what_was_considered_is_said_with_its_keys_and_weights() {
        let protected = ["army.mil", "navy.mil"].map(|domain| Domain::parse(domain).unwrap());
        let reference = Reference::new(protected.into(), Vec::new(), Vec::new());
        let explanation = explain(&Address::parse("john@amry.mil").unwrap(), &reference);
        let army = explanation.considered.first().unwrap();
        assert_eq!((army.domain.as_str(), army.standing), ("army.mil", "protected"));
        assert_eq!(
            (army.severity, army.strength),
            (Some(Severity::Medium), Some("fair"))
        );
        assert!(
            army.keys.contains(&"label with a letter left out"),
            "{:?}",
            army.keys
        );
        assert_eq!(
            army.evidence.first().unwrap().detail(),
            "“amry” has two letters swapped"
        );
        assert!(
            explanation
                .considered
                .iter()
                .all(|other| other.domain != "navy.mil")
        );
    }

    #[test]
    fn what_speaks_for_an_address_is_said_too() {
        let reference = Reference::new(
            vec![Domain::parse("northbridge.example").unwrap()],
            Vec::new(),
            Vec::new(),
        );
        let excuses = |address: &str| explain(&Address::parse(address).unwrap(), &reference).excuses;
        assert_eq!(
            excuses("john@mail.northbridge.example"),
            ["the address, its domain or one above it is protected or trusted"]
        );
        assert_eq!(
            excuses("john@stamford.edu"),
            ["stamford.edu is a well-known real name"]
        );
        assert!(excuses("john@[192.0.2.1]").is_empty());
    }
}
