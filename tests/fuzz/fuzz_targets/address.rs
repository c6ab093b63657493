//! Any text as an address: what was read is written so that it is read again, and is safe to show.
#![no_main]

use libfuzzer_sys::fuzz_target;
use message::{Address, Domain};

fuzz_target!(|octets: &[u8]| {
    let text = String::from_utf8_lossy(octets);
    let Ok(address) = Address::parse(&text) else {
        return;
    };
    let again = Address::parse(&address.to_string());
    assert_eq!(again.as_ref(), Ok(&address), "the address was {text:?}");

    let domain = address.domain();
    assert!(domain.is_within(domain));
    assert_eq!(
        Domain::parse(domain.unicode()).as_ref(),
        Ok(domain),
        "the U-labels"
    );
    if let Some(registrable) = domain.registrable() {
        assert!(domain.ascii().ends_with(registrable.as_str()));
    }
    assert!(!address.shown().contains(char::is_control));
});
