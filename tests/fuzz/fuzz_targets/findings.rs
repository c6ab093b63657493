//! Any octets as a message that is looked at, and as one that is to be sent again: neither fails, what was found is never told, and a copy
//! that is made goes to one address and is read as one message.
#![no_main]

mod parser;

use libfuzzer_sys::fuzz_target;
use message::{Address, MessageId, SentMessage, Timestamp};
use response::{Correction, Party, corrected, findings::look};

fuzz_target!(init: parser::may_panic(), |octets: &[u8]| {
    let found = look(octets);
    assert_eq!(look(octets).findings, found.findings);
    for finding in &found.findings.found {
        assert!(finding.count > 0);
    }
    for link in &found.links {
        assert!(link.url().starts_with("http") && !link.url().contains(char::is_whitespace));
    }

    let (Ok(from), Ok(to)) = (Address::parse("a@acme.example"), Address::parse("b@army.mil")) else {
        return;
    };
    let Some(message_id) = MessageId::parse("new@acme.example") else {
        return;
    };
    let correction = Correction {
        from: Party::bare(from),
        to: Party::bare(to.clone()),
        message_id,
        date: Timestamp::from_millis(1_790_000_000_000),
    };
    if let Ok(copy) = corrected(octets, &correction) {
        let read = SentMessage::parse(copy.octets());
        let recipients: Vec<&Address> = read.recipients.iter().map(|one| &one.address).collect();
        assert_eq!(recipients, [&to]);
    }
});
