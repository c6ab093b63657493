//! Any text as an address before the judge: who is protected or trusted is never flagged, and who is flagged is told why.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use lookalike::{Correspondent, Reference, Verdict, judge};
use message::{Address, Domain};

static RIGHT: LazyLock<Vec<Domain>> = LazyLock::new(|| {
    let names = PROTECTED.iter().chain(TRUSTED);
    names.filter_map(|name| Domain::parse(name).ok()).collect()
});

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    let domains = |names: &[&str]| names.iter().filter_map(|name| Domain::parse(name).ok()).collect();
    let known = KNOWN.iter().filter_map(|&(address, sent, received)| {
        Some(Correspondent {
            address: Address::parse(address).ok()?,
            sent,
            received,
        })
    });
    Reference::new(domains(PROTECTED), domains(TRUSTED), known.collect())
});

fuzz_target!(|octets: &[u8]| {
    let text = String::from_utf8_lossy(octets);
    // What is no address may still be the domain of one, or a label before one that is right.
    let parsed = Address::parse(&text).or_else(|_| Address::parse(&format!("john@{text}")));
    if let Ok(address) = parsed {
        check(&address);
    }
    for right in &*RIGHT {
        if let Ok(address) = Address::parse(&format!("a@{text}.{right}")) {
            check(&address);
        }
    }
});

fn check(address: &Address) {
    let verdict = judge(address, &REFERENCE);
    if RIGHT.iter().any(|right| address.domain().is_within(right)) {
        assert_eq!(verdict, Verdict::Trusted, "{address}");
    }
    if let Verdict::Lookalike(found) = verdict {
        assert!(!found.reasons.is_empty(), "{address}");
        assert!(
            found.reasons.iter().all(|reason| !reason.detail().is_empty()),
            "{address}"
        );
        assert!(found.of != *address.domain(), "{address}");
        assert!((0.0..=1.0).contains(&found.confidence.value()), "{address}");
    }
}

/// An end of its own, a subdomain, foreign letters, a short name and one with a hyphen.
const PROTECTED: &[&str] = &[
    "army.mil",
    "cs.stanford.edu",
    "nhs.uk",
    "müller.de",
    "hp.com",
    "rolls-royce.co.uk",
];

const TRUSTED: &[&str] = &["army.ml", "xn--80ak6aa92e.com"];

/// Addresses, and how many messages went to and came from them.
const KNOWN: &[(&str, u32, u32)] = &[
    ("ann@maersk.com", 30, 12),
    ("bob@mearsk.com", 1, 0),
    ("john@gmail.com", 40, 0),
    ("info@例え.jp", 0, 3),
];
