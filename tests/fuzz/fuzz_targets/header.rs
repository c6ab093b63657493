//! Any octets as a header block: it is always read to the same message, holds no line break, and is silent about nobody.
#![no_main]

mod parser;

use libfuzzer_sys::fuzz_target;
use message::{Address, SentMessage};

fuzz_target!(init: parser::may_panic(), |octets: &[u8]| {
    let message = SentMessage::parse(octets);
    assert_eq!(SentMessage::parse(octets), message);
    assert!(!message.recipients.is_empty() || !message.defects.is_empty());

    let names = message.recipients.iter().map(|recipient| &recipient.name);
    for text in names.chain([&message.subject]) {
        assert!(!text.as_str().contains(char::is_control), "{text:?}");
    }
    for address in message.recipients.iter().map(|recipient| &recipient.address) {
        assert_eq!(Address::parse(&address.to_string()).as_ref(), Ok(address));
    }
    if let Some(time) = message.sent_at {
        assert!(!time.to_string().is_empty());
    }
});
