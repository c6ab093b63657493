//! What a look-up takes of memory: nothing, where the address resembles nothing.
#![expect(clippy::unwrap_used, reason = "a test whose input cannot be read has to fail")]

use std::hint::black_box;

use astray_lookalike::{Correspondent, Reference, judge};
use message::{Address, Domain};

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

fn reference() -> Reference {
    let protected = ["army.mil", "us.army.mil", "müller.de", "maersk.com"];
    let known = (0..2_000).map(|number| Correspondent {
        address: address(&format!("ann@supplier{number}works.com")),
        sent: 3,
        received: 1,
    });
    Reference::new(
        protected.map(|domain| Domain::parse(domain).unwrap()).into(),
        Vec::new(),
        known.collect(),
    )
}

fn allocations(address: &Address, reference: &Reference) -> u64 {
    // The first look-up reads the tables.
    black_box(judge(address, reference));
    allocation_counter::measure(|| {
        black_box(judge(black_box(address), reference));
    })
    .count_total
}

#[test]
fn an_address_that_resembles_nothing_costs_no_allocation() {
    let reference = reference();
    for text in [
        "john@wikipedia.org",
        "john@mail.internal.somebody-else.co.uk",
        "john@gänseblümchen.de",
        "john@a-very-long-name-of-a-company-in-the-north.example",
        "john@localhost",
        "john@[192.0.2.1]",
        "john@army.mil",
        "ann@supplier7works.com",
    ] {
        assert_eq!(allocations(&address(text), &reference), 0, "{text}");
    }
}

#[test]
fn the_counter_counts() {
    assert!(allocations(&address("john@army.ml"), &reference()) > 0);
}
