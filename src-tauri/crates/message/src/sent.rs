//! SentMessage: a header block read as far as it can be read.

use mail_parser::{Addr, Address as ParsedAddress, HeaderName, HeaderValue, Message, MessageParser};

use crate::{Address, HeaderText, MessageId, MessageKey, Timestamp};

/// Which header field named a recipient. A `Resent-` field counts as its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `To`, `Resent-To`
    To,
    /// `Cc`, `Resent-Cc`
    Cc,
    /// `Bcc`, `Resent-Bcc`
    Bcc,
}

impl Field {
    /// The field's name as a header spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::To => "To",
            Self::Cc => "Cc",
            Self::Bcc => "Bcc",
        }
    }

    /// The field of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::To, Self::Cc, Self::Bcc]
            .into_iter()
            .find(|field| field.as_str() == text)
    }
}

/// Somebody whom the message was addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Where the address stood.
    pub field: Field,
    /// The display name, empty where there was none.
    pub name: HeaderText,
    /// The address.
    pub address: Address,
}

/// What was wrong with a header block that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defect {
    /// An entry of a recipient field holds no address that can be judged; its text.
    UnreadableRecipient(HeaderText),
    /// No recipient field names anybody.
    NoRecipients,
    /// There is a Date, but it says no date.
    UnreadableDate,
    /// The header parser gave up; nothing of the block could be read.
    Unreadable,
}

/// A sent message as its header fields tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMessage {
    /// Who sent it: the first address of `From`.
    pub from: Option<Address>,
    /// All recipients in the order of the fields, doubles included.
    pub recipients: Vec<Recipient>,
    /// The subject, decoded; empty where there was none.
    pub subject: HeaderText,
    /// The Message-ID, where it is usable.
    pub message_id: Option<MessageId>,
    /// The messages that it refers to, the oldest first and without doubles: `References`, else `In-Reply-To`. Of more than 50 the
    /// first and the last 49.
    pub references: Vec<MessageId>,
    /// What the `Date` field says.
    pub sent_at: Option<Timestamp>,
    /// By what the message is known again.
    pub key: MessageKey,
    /// What could not be read. Empty for an ordinary message.
    pub defects: Vec<Defect>,
}

impl SentMessage {
    /// Reads a header block (RFC 5322 section 2.2), raw 8-bit bytes and all. Never fails: what it could not read is in `defects`.
    pub fn parse(header_block: &[u8]) -> Self {
        // The parser has panicked on crafted input before; a message that does so again must not stop the watch.
        std::panic::catch_unwind(|| read(header_block))
            .unwrap_or_else(|_| Self::without_fields(header_block, Defect::Unreadable))
    }

    /// The message with what only its server knows: when it came, and its size in octets. Without a Message-ID two different
    /// messages may have the same header block; these tell them apart.
    #[must_use = "the message is returned with its key changed"]
    pub fn delivered(self, received_at: Option<Timestamp>, size: Option<u32>) -> Self {
        match self.message_id {
            Some(_) => self,
            None => Self {
                key: self.key.with_delivery(received_at, size),
                ..self
            },
        }
    }

    /// Why some recipient could not be judged; none where all could be.
    pub fn why_unchecked(&self) -> Option<&Defect> {
        self.defects
            .iter()
            .find(|defect| matches!(defect, Defect::Unreadable | Defect::UnreadableRecipient(_)))
    }

    fn without_fields(header_block: &[u8], defect: Defect) -> Self {
        Self {
            from: None,
            recipients: Vec::new(),
            subject: HeaderText::default(),
            message_id: None,
            references: Vec::new(),
            sent_at: None,
            key: MessageKey::of_block(header_block),
            defects: vec![defect],
        }
    }
}

fn read(header_block: &[u8]) -> SentMessage {
    // The parser wants the empty line that ends a header block; a server's HEADER.FIELDS answer may lack it.
    let mut block = header_block.to_vec();
    block.extend_from_slice(b"\r\n\r\n");
    let Some(parsed) = MessageParser::default().parse_headers(&block) else {
        return SentMessage::without_fields(header_block, Defect::NoRecipients);
    };

    let mut from = None;
    let mut recipients = Vec::new();
    let mut defects = Vec::new();
    for header in parsed.headers() {
        if let Some(field) = recipient_field(&header.name) {
            collect(field, &header.value, &mut recipients, &mut defects);
        } else if header.name == HeaderName::From && from.is_none() {
            from = entries(&header.value)
                .iter()
                .find_map(|entry| Address::parse(entry.address.as_deref()?).ok());
        }
    }
    if recipients.is_empty() && defects.is_empty() {
        defects.push(Defect::NoRecipients);
    }
    let sent_at = parsed
        .date()
        .filter(|date| date.is_valid())
        .map(|date| Timestamp::from_millis(date.to_timestamp().saturating_mul(1000)));
    if sent_at.is_none() && parsed.header(HeaderName::Date).is_some() {
        defects.push(Defect::UnreadableDate);
    }
    let message_id = parsed.message_id().and_then(MessageId::parse);
    let addresses: Vec<&Address> = recipients
        .iter()
        .map(|recipient: &Recipient| &recipient.address)
        .collect();
    let key = match &message_id {
        Some(id) => MessageKey::of_parts(id, sent_at, &addresses),
        None => MessageKey::of_block(header_block),
    };
    SentMessage {
        from,
        subject: HeaderText::clean(parsed.subject().unwrap_or_default()),
        references: references(&parsed),
        message_id,
        sent_at,
        key,
        recipients,
        defects,
    }
}

/// What a message refers to. A thread can be long: a reader needs its beginning and its end (RFC 5537 section 3.4.4).
fn references(parsed: &Message<'_>) -> Vec<MessageId> {
    let ids = |value: &HeaderValue<'_>| -> Vec<MessageId> {
        let texts = value.as_text_list().unwrap_or_default();
        let parsed = texts.iter().filter_map(|text| MessageId::parse(text));
        let mut ids: Vec<MessageId> = Vec::new();
        for id in parsed {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    };
    let mut found = ids(parsed.references());
    if found.is_empty() {
        found = ids(parsed.in_reply_to());
    }
    if found.len() > MOST_REFERENCES {
        let left_out = found.len().saturating_sub(MOST_REFERENCES);
        found.drain(1..=left_out);
    }
    found
}

fn recipient_field(name: &HeaderName<'_>) -> Option<Field> {
    use HeaderName as Name;
    if matches!(name, Name::To | Name::ResentTo) {
        Some(Field::To)
    } else if matches!(name, Name::Cc | Name::ResentCc) {
        Some(Field::Cc)
    } else if matches!(name, Name::Bcc | Name::ResentBcc) {
        Some(Field::Bcc)
    } else {
        None
    }
}

fn entries<'a>(value: &'a HeaderValue<'_>) -> Vec<&'a Addr<'a>> {
    let HeaderValue::Address(addresses) = value else {
        return Vec::new();
    };
    match addresses {
        ParsedAddress::List(list) => list.iter().collect(),
        ParsedAddress::Group(groups) => groups.iter().flat_map(|group| &group.addresses).collect(),
    }
}

/// Adds what one field names. An entry that is no address is searched for anything that could be one: whoever breaks the
/// header's form must not escape the judge by it.
fn collect(
    field: Field,
    value: &HeaderValue<'_>,
    recipients: &mut Vec<Recipient>,
    defects: &mut Vec<Defect>,
) {
    for entry in entries(value) {
        let name = entry.name.as_deref().unwrap_or_default();
        let text = entry.address.as_deref().unwrap_or_default();
        if let Ok(address) = Address::parse(text) {
            recipients.push(Recipient {
                field,
                name: HeaderText::clean(name),
                address,
            });
            continue;
        }
        let whole = format!("{name} {text}");
        let found: Vec<Address> = tokens(&whole)
            .filter_map(|token| Address::parse(token).ok())
            .collect();
        if found.is_empty() && !whole.trim().is_empty() {
            defects.push(Defect::UnreadableRecipient(HeaderText::clean(&whole)));
        }
        recipients.extend(found.into_iter().map(|address| Recipient {
            field,
            name: HeaderText::default(),
            address,
        }));
    }
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '\'' | ':')
    })
    .filter(|token| token.contains('@'))
}

/// Messages of a thread that are kept.
const MOST_REFERENCES: usize = 50;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(block: &str, expected: &[&str]) {
        let message = SentMessage::parse(block.as_bytes());
        let found: Vec<String> = message
            .recipients
            .iter()
            .map(|r| format!("{} {}", r.field.as_str(), r.address))
            .collect();
        assert_eq!(found, expected, "{block:?} {:?}", message.defects);
    }

    #[test]
    fn without_a_message_id_delivery_tells_messages_apart() {
        let at = |seconds: i64| Some(Timestamp::from_millis(seconds * 1000));
        let key =
            |block: &[u8], received_at, size| SentMessage::parse(block).delivered(received_at, size).key;
        let (bare, named) = (
            b"To: a@army.ml\r\n\r\n",
            b"To: a@army.ml\r\nMessage-ID: <1@x.example>\r\n\r\n",
        );
        assert_eq!(key(bare, at(1), Some(9)), key(bare, at(1), Some(9)));
        for other in [(at(2), Some(9)), (at(1), Some(8)), (None, Some(9)), (at(1), None)] {
            assert_ne!(
                key(bare, other.0, other.1),
                key(bare, at(1), Some(9)),
                "{other:?}"
            );
            assert_eq!(
                key(named, other.0, other.1),
                key(named, at(1), Some(9)),
                "{other:?}"
            );
        }
    }

    #[test]
    fn names_every_recipient() {
        check(
            "To: a@army.ml\r\nCc: B <b@x.example>, c@y.example\r\nBcc: d@z.example\r\n\r\n",
            &[
                "To a@army.ml",
                "Cc b@x.example",
                "Cc c@y.example",
                "Bcc d@z.example",
            ],
        );
        check(
            "To: a@x.example\r\nTo: b@y.example\r\n",
            &["To a@x.example", "To b@y.example"],
        ); // doubled field
        check(
            "To: Team: a@x.example, B <b@y.example>;\r\n",
            &["To a@x.example", "To b@y.example"],
        ); // group
        check("Resent-To: r@x.example\r\n", &["To r@x.example"]);
        check("To: \"Smith, John\" <john@army.ml>\r\n", &["To john@army.ml"]);
        check(
            "To: =?utf-8?q?J=C3=B6rg?= <j@x.example>,\r\n k@y.example\r\n",
            &["To j@x.example", "To k@y.example"],
        ); // folded
        check(
            "To: a@x.example; b@y.example\r\n",
            &["To a@x.example", "To b@y.example"],
        ); // Outlook's semicolon
        check(
            "To: a@x.example (the a) , b@y.example\r\n",
            &["To a@x.example", "To b@y.example"],
        ); // comment
        check(
            "To: <a@x.example>,,<b@y.example>\r\n",
            &["To a@x.example", "To b@y.example"],
        );
        check("To: jörg@müller.de\r\n", &["To jörg@xn--mller-kva.de"]);
        check("to: A@X.Example\n", &["To A@x.example"]); // bare LF
    }

    #[test]
    fn a_broken_entry_does_not_escape() {
        check("To: john smith@army.ml\r\n", &["To smith@army.ml"]);
        check("To: <<a@army.ml>>\r\n", &["To a@army.ml"]);
        check("To: \"a@army.ml\r\nSubject: x\r\n", &["To a@army.ml"]); // the quote never ends
    }

    #[test]
    fn raw_8_bit_headers_are_read() {
        let message = SentMessage::parse(b"To: J\xFCrgen <j@army.ml>\r\nSubject: gr\xFC\xDFe\r\n\r\n");
        assert_eq!(message.recipients.len(), 1);
        assert!(message.subject.as_str().starts_with("gr"));
    }

    #[test]
    fn what_cannot_be_read_is_a_defect() {
        let defects = |block: &[u8]| SentMessage::parse(block).defects;
        assert_eq!(defects(b"Subject: x\r\n"), [Defect::NoRecipients]);
        assert_eq!(defects(b""), [Defect::NoRecipients]);
        assert_eq!(
            defects(b"To: john\r\n"),
            [Defect::UnreadableRecipient(HeaderText::clean("john"))]
        );
        assert_eq!(
            defects(b"To: a@x.example\r\nDate: yesterday\r\n"),
            [Defect::UnreadableDate]
        );
        assert_eq!(
            defects(b"To: undisclosed-recipients:;\r\n"),
            [Defect::NoRecipients]
        );
    }

    #[test]
    fn decodes_subject_date_and_message_id() {
        let block = "Subject: =?utf-8?b?UsO8Y2tmcmFnZQ==?=\r\nDate: Mon, 21 Sep 2026 16:13:20 +0200\r\nMessage-ID: <1@acme.example>\r\nFrom: A <a@acme.example>\r\nTo: b@x.example\r\n";
        let message = SentMessage::parse(block.as_bytes());
        assert_eq!(message.subject.as_str(), "Rückfrage");
        assert_eq!(message.sent_at, Some(Timestamp::from_millis(1_790_000_000_000)));
        assert_eq!(message.message_id, MessageId::parse("1@acme.example"));
        assert_eq!(message.from, Address::parse("a@acme.example").ok());
        assert_eq!(message.defects, []);
    }

    #[test]
    fn copies_of_a_message_have_one_key() {
        let key = |block: &str| SentMessage::parse(block.as_bytes()).key;
        let one = key("Message-ID: <1@a.example>\r\nTo: a@x.example, b@y.example\r\n");
        assert_eq!(
            one,
            key("To: B@y.example\r\nCc: a@X.example\r\nMessage-Id: <1@a.example>\r\nSubject: [tagged]\r\n")
        );
        assert_ne!(
            one,
            key("Message-ID: <2@a.example>\r\nTo: a@x.example, b@y.example\r\n")
        );
        assert_ne!(
            key("To: a@x.example\r\nSubject: 1\r\n"),
            key("To: a@x.example\r\nSubject: 2\r\n")
        );
    }

    #[test]
    fn ten_thousand_recipients_are_all_read() {
        let to: Vec<String> = (0..10_000)
            .map(|n| format!("Person {n} <p{n}@x{n}.example>"))
            .collect();
        let message = SentMessage::parse(format!("To: {}\r\n\r\n", to.join(",\r\n ")).as_bytes());
        assert_eq!(message.recipients.len(), 10_000);
    }

    proptest! {
        #[test]
        fn never_fails(block in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = SentMessage::parse(&block);
            let mut to = b"To: ".to_vec();
            to.extend(block);
            let _ = SentMessage::parse(&to);
        }

        #[test]
        fn a_plain_recipient_is_never_missed(local in "[a-z][a-z0-9.]{0,8}[a-z]", domain in "[a-z]{2,8}\\.(mil|ml|com)", name in "[A-Za-z ,.'-]{0,20}") {
            let message = SentMessage::parse(format!("To: \"{name}\" <{local}@{domain}>\r\n").as_bytes());
            prop_assert_eq!(message.recipients.len(), 1);
        }
    }
}
