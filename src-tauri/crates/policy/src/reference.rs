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
        .with_trusted_addresses(preferences.trusted_addresses.iter().cloned())
}
