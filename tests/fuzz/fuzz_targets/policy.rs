//! Any text as a policy file: a bad one is refused with its faults, and a good one makes a judge that never flags whom it names.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lookalike::{Verdict, judge};
use message::Address;
use policy::{Error, Policy, Preferences, reference};

fuzz_target!(|octets: &[u8]| {
    let text = String::from_utf8_lossy(octets);
    let policy = match Policy::parse(&text) {
        Ok(policy) => policy,
        Err(error) => {
            assert!(matches!(&error, Error::Faulty { faults, .. } if !faults.is_empty()));
            assert!(!error.to_string().contains(char::is_control), "{error:?}");
            return;
        }
    };
    // The empty policy is the commonest one, and nothing can be seen from it.
    if policy == Policy::default() {
        return;
    }
    let reference = reference(&policy, &Preferences::default(), Vec::new());
    for domain in policy.protected.iter().chain(&policy.trusted) {
        if let Ok(address) = Address::parse(&format!("a@{domain}")) {
            assert_eq!(judge(&address, &reference), Verdict::Trusted, "{address}");
        }
    }
    for correspondent in &policy.known {
        judge(&correspondent.address, &reference);
    }
});
