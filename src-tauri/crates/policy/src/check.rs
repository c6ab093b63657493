//! Check: a document → a policy, or every fault that it has.

use std::path::Path;

use lookalike::Correspondent;
use message::{Address, Domain, shown};

use crate::{
    Error, Fault, atomic,
    document::{self, CorrespondentDocument, MOST_ENTRIES, PolicyDocument},
};

/// What the organisation fixed. The empty policy fixes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Domains that count as meant: the organisation's own and its partners'.
    pub protected: Vec<Domain>,
    /// Domains that are right although they look like another.
    pub trusted: Vec<Domain>,
    /// Addresses that mail has been exchanged with.
    pub known: Vec<Correspondent>,
}

impl Policy {
    /// Reads a policy file; where there is none, the policy is empty.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the system refuses, [`Error::Faulty`] with every fault and its place. The file is left as it is.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let Some(json) = atomic::read(path)? else {
            return Ok(Self::default());
        };
        checked(&json).map_err(|faults| Error::Faulty {
            path: Some(path.into()),
            faults,
        })
    }

    /// Reads a policy from its JSON text.
    ///
    /// # Errors
    /// [`Error::Faulty`] with every fault and its place.
    pub fn parse(json: &str) -> Result<Self, Error> {
        checked(json).map_err(|faults| Error::Faulty { path: None, faults })
    }
}

fn checked(json: &str) -> Result<Policy, Vec<Fault>> {
    let document: PolicyDocument = document::read(json)?;
    let counts = [
        document.protected_domains.len(),
        document.trusted_domains.len(),
        document.known_correspondents.len(),
    ];
    let mut faults = too_many(&counts);
    let policy = Policy {
        protected: domains("protected_domains", &document.protected_domains, &mut faults),
        trusted: domains("trusted_domains", &document.trusted_domains, &mut faults),
        known: correspondents(
            "known_correspondents",
            &document.known_correspondents,
            &mut faults,
        ),
    };
    if faults.is_empty() {
        Ok(policy)
    } else {
        Err(faults)
    }
}

/// A fault where all lists together are longer than a file may be.
pub(crate) fn too_many(counts: &[usize]) -> Vec<Fault> {
    let count = counts.iter().sum::<usize>();
    match count > MOST_ENTRIES {
        true => vec![Fault::whole(format!(
            "it holds {count} entries, more than {MOST_ENTRIES}"
        ))],
        false => Vec::new(),
    }
}

/// The domains of one list; each text that is none becomes a fault.
pub(crate) fn domains(key: &str, texts: &[String], faults: &mut Vec<Fault>) -> Vec<Domain> {
    each(texts, faults, |index, text| {
        domain(text)
            .map_err(|why| Fault::entry(key, index, "", format!("“{}” is no domain: {why}", shown(text))))
    })
}

/// The addresses of one list; each text that is none becomes a fault.
pub(crate) fn addresses(key: &str, texts: &[String], faults: &mut Vec<Fault>) -> Vec<Address> {
    each(texts, faults, |index, text| address(key, index, "", text))
}

fn correspondents(
    key: &str,
    documents: &[CorrespondentDocument],
    faults: &mut Vec<Fault>,
) -> Vec<Correspondent> {
    each(documents, faults, |index, document| {
        let address = address(key, index, ".address", &document.address)?;
        Ok(Correspondent {
            address,
            sent: document.sent,
            received: document.received,
        })
    })
}

fn each<I, O>(
    entries: &[I],
    faults: &mut Vec<Fault>,
    check: impl Fn(usize, &I) -> Result<O, Fault>,
) -> Vec<O> {
    let mut fine = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        match check(index, entry) {
            Ok(value) => fine.push(value),
            Err(fault) => faults.push(fault),
        }
    }
    fine
}

fn address(key: &str, index: usize, field: &str, text: &str) -> Result<Address, Fault> {
    Address::parse(text).map_err(|why| {
        Fault::entry(
            key,
            index,
            field,
            format!("“{}” is no address: {why}", shown(text)),
        )
    })
}

/// A domain that can be compared with: it has a dot, since a single label would stand for a whole top-level domain.
fn domain(text: &str) -> Result<Domain, &'static str> {
    let domain = Domain::parse(text).map_err(|_| why_no_domain(text))?;
    match (domain.is_literal(), domain.labels().count()) {
        (true, _) => Err("name the host, not its number"),
        (false, ..=1) => Err("a domain has a dot, as in army.mil"),
        (false, _) => Ok(domain),
    }
}

/// What is wrong with a text that is no domain, as the person who typed it would say.
fn why_no_domain(text: &str) -> &'static str {
    let text = text.trim();
    if text.is_empty() {
        "there is nothing"
    } else if text.contains("://") || text.contains('/') {
        "leave out what belongs to a web address"
    } else if text.contains('@') {
        "leave out the @ and what stands before it"
    } else if text.contains('*') {
        "leave out the *, as subdomains are meant anyway"
    } else if text.contains(char::is_whitespace) {
        "it has a space in it"
    } else if text.contains("..") || text.starts_with('.') {
        "it has a dot too many"
    } else {
        "letters, digits, hyphens and dots make a domain, in parts of at most 63"
    }
}
