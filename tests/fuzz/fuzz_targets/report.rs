//! Any octets as a returned message: it is always read to the same report, whose addresses and identifiers stand up to another look, and
//! whose words hold no line break.
#![no_main]

mod parser;

use libfuzzer_sys::fuzz_target;
use message::{Address, DeliveryReport, MessageId};

fuzz_target!(init: parser::may_panic(), |octets: &[u8]| {
    let report = DeliveryReport::parse(octets);
    assert_eq!(DeliveryReport::parse(octets), report);
    let Some(report) = report else {
        return;
    };
    for reported in &report.recipients {
        let recipient = &reported.recipient;
        assert_eq!(Address::parse(&recipient.to_string()).as_ref(), Ok(recipient));
        assert!(
            !reported.status.as_str().contains(char::is_control),
            "{:?}",
            reported.status
        );
    }
    for id in report.original.iter().chain(&report.refers_to) {
        assert_eq!(MessageId::parse(id.as_str()).as_ref(), Some(id));
        assert!(report.original.is_some() || report.is_about(id));
    }
});
