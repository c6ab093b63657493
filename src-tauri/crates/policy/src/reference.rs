//! Reference: policy, preferences and what was learned → what the judge compares with.

use lookalike::{Correspondent, Reference};

use crate::{Policy, Preferences};

/// What the judge compares with: both kinds of domain from both files, and the correspondents that the policy names together
/// with those learned from the mail itself.
pub fn reference(policy: &Policy, preferences: &Preferences, learned: Vec<Correspondent>) -> Reference {
    let protected = [policy.protected.as_slice(), &preferences.protected_domains].concat();
    let trusted = [policy.trusted.as_slice(), &preferences.trusted_domains].concat();
    let mut known = learned;
    known.extend(policy.known.iter().cloned());
    Reference::new(protected, trusted, known)
        .with_additions(policy.additions.clone())
        .with_trusted_addresses(preferences.trusted_addresses.iter().cloned())
}

#[cfg(test)]
mod tests {
    use lookalike::{Verdict, judge};
    use message::{Address, Domain};

    use super::*;

    #[test]
    fn both_files_and_what_was_learned_come_together() {
        let domain = |text| Domain::parse(text).unwrap();
        let address = |text: &str| Address::parse(text).unwrap();
        let known = |text, sent| Correspondent {
            address: address(text),
            sent,
            received: 0,
        };
        let policy = Policy {
            protected: vec![domain("army.mil")],
            trusted: vec![domain("army.com")],
            known: vec![known("a@maersk.com", 30)],
            ..Policy::default()
        };
        let preferences = Preferences {
            protected_domains: vec![domain("rheinmetall.com")],
            trusted_domains: vec![domain("rheinmetal.com")],
            trusted_addresses: vec![address("john@army.ml")],
            ..Preferences::default()
        };
        let reference = reference(&policy, &preferences, vec![known("b@halvorsen.com", 30)]);
        let is_lookalike = |text| matches!(judge(&address(text), &reference), Verdict::Lookalike(_));
        for (text, expected) in [
            ("x@army.ml", true),         // of what the policy protects
            ("x@army.com", false),       // trusted by the policy
            ("x@mearsk.com", true),      // of whom the policy knows
            ("x@rehinmetall.com", true), // of what the user protects
            ("x@rheinmetal.com", false), // trusted by the user
            ("john@army.ml", false),     // an address that the user trusts
            ("x@halvosren.com", true),   // of whom the user was seen to write to
        ] {
            assert_eq!(is_lookalike(text), expected, "{text}");
        }
    }
}
