//! DeliveryReport: what a mail server says became of a message (RFC 3464), as far as it can be read.

use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders as _, PartType};

use crate::{Address, HeaderText, MessageId};

/// What became of a message for one recipient (RFC 3464 section 2.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// It could not be delivered, and nobody tries again.
    Failed,
    /// It could not be delivered yet.
    Delayed,
    /// It was delivered.
    Delivered,
    /// It was handed on to a system that reports nothing.
    Relayed,
    /// It was delivered to a list, which hands it on.
    Expanded,
}

/// One recipient of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Whom it is about: the address that the message was sent to, where the report knows it.
    pub recipient: Address,
    /// What became of it.
    pub delivery: Delivery,
    /// The status (RFC 3463), such as `5.1.1`; empty where there is none.
    pub status: HeaderText,
}

/// What a mail server says became of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeliveryReport {
    /// The Message-ID of what was sent, from the part that returns it.
    pub original: Option<MessageId>,
    /// What the report itself refers to.
    pub refers_to: Vec<MessageId>,
    /// What became of it, one a recipient.
    pub recipients: Vec<Reported>,
}

impl DeliveryReport {
    /// Reads a whole message; none where it is no report. Its sender is not checked: anybody can write one.
    pub fn parse(octets: &[u8]) -> Option<Self> {
        // As with headers: the parser has panicked on crafted input before.
        std::panic::catch_unwind(|| read(octets)).ok().flatten()
    }

    /// Whether it is about that message.
    pub fn is_about(&self, id: &MessageId) -> bool {
        match &self.original {
            Some(original) => original == id,
            None => self.refers_to.contains(id),
        }
    }
}

fn read(octets: &[u8]) -> Option<DeliveryReport> {
    let parsed = MessageParser::default().parse(octets)?;
    let is_report = parsed
        .content_type()
        .is_some_and(|kind| kind.ctype() == "multipart" && kind.subtype() == Some("report"));
    if !is_report {
        return None;
    }
    let mut report = DeliveryReport {
        refers_to: [parsed.references(), parsed.in_reply_to()]
            .iter()
            .flat_map(|value| ids(value))
            .collect(),
        ..DeliveryReport::default()
    };
    for part in parsed.parts.iter().skip(1).take(MOST_PARTS) {
        let Some(kind) = part.content_type() else {
            continue;
        };
        let subtype = kind.subtype().unwrap_or_default().to_ascii_lowercase();
        match (&part.body, subtype.as_str()) {
            (PartType::Message(original), _) => report.original = message_id(original),
            (body, "rfc822-headers" | "rfc822" | "global-headers" | "global") => {
                let block = [bytes_of(body), b"\r\n\r\n"].concat();
                let headers = MessageParser::default().parse_headers(&block);
                report.original = headers.as_ref().and_then(message_id);
            }
            (body, "delivery-status" | "global-delivery-status") => {
                report.recipients = recipients(&String::from_utf8_lossy(bytes_of(body)));
            }
            _ => {}
        }
    }
    Some(report)
}

fn bytes_of<'a>(body: &'a PartType<'_>) -> &'a [u8] {
    match body {
        PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
        PartType::Binary(octets) | PartType::InlineBinary(octets) => octets,
        PartType::Message(message) => message.raw_message(),
        PartType::Multipart(_) => &[],
    }
}

fn message_id(message: &Message<'_>) -> Option<MessageId> {
    message.message_id().and_then(MessageId::parse)
}

fn ids(value: &HeaderValue<'_>) -> Vec<MessageId> {
    let texts = value.as_text_list().unwrap_or_default();
    texts.iter().filter_map(|text| MessageId::parse(text)).collect()
}

/// The groups of fields after the first one, each about a recipient.
fn recipients(status: &str) -> Vec<Reported> {
    let unified = status.replace("\r\n", "\n");
    let groups = unified.split("\n\n").filter(|group| !group.trim().is_empty());
    groups.filter_map(recipient).take(MOST_RECIPIENTS).collect()
}

fn recipient(group: &str) -> Option<Reported> {
    let unfolded = group.replace("\n ", " ").replace("\n\t", " ");
    let field = |name: &str| {
        unfolded.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found
                .trim()
                .eq_ignore_ascii_case(name)
                .then(|| value.trim().to_owned())
        })
    };
    let address = |name: &str| {
        let value = field(name)?;
        // `rfc822; john@army.ml` (RFC 3464 section 2.3.1)
        let text = value.split_once(';').map_or(value.as_str(), |(_, text)| text);
        Address::parse(text.trim().trim_start_matches('<').trim_end_matches('>')).ok()
    };
    let delivery = match field("Action")?.to_ascii_lowercase().as_str() {
        "failed" => Delivery::Failed,
        "delayed" => Delivery::Delayed,
        "delivered" => Delivery::Delivered,
        "relayed" => Delivery::Relayed,
        "expanded" => Delivery::Expanded,
        _ => return None,
    };
    let status = field("Status").unwrap_or_default();
    // What follows the three numbers is a comment.
    let status = status.split_whitespace().next().unwrap_or_default();
    Some(Reported {
        recipient: address("Original-Recipient").or_else(|| address("Final-Recipient"))?,
        delivery,
        status: HeaderText::clean(status),
    })
}

/// Parts of a message that are looked at.
const MOST_PARTS: usize = 50;

/// Recipients of a report that are looked at.
const MOST_RECIPIENTS: usize = 1000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn report(status: &str, original: &str) -> Vec<u8> {
        let text = format!(
            "From: Mail Delivery System <MAILER-DAEMON@mail.acme.example>\nTo: a.clerk@acme.example\n\
             Subject: Undelivered\nReferences: <1@acme.example>\nAuto-Submitted: auto-replied\n\
             MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
             --b\nContent-Type: text/plain\n\nSorry.\n\n--b\nContent-Type: message/delivery-status\n\n{status}\n\
             --b\n{original}\n\n--b--\n"
        );
        text.replace('\n', "\r\n").into_bytes()
    }

    const POSTFIX: &str = "Reporting-MTA: dns; mail.acme.example\nX-Postfix-Queue-ID: 1\n\n\
        Final-Recipient: rfc822; john@army.ml\nOriginal-Recipient: rfc822;John@army.ml\nAction: failed\nStatus: 5.1.1 (no such user)\n\
        Diagnostic-Code: smtp; 550\n 5.1.1 no\n\nFinal-Recipient: rfc822; <jane@army.ml>\nAction: delayed\nStatus: 4.4.1\n";

    const RETURNED: &str =
        "Content-Type: message/rfc822\n\nMessage-ID: <1@acme.example>\nTo: john@army.ml\n\nText";

    fn found(octets: &[u8]) -> Vec<String> {
        let report = DeliveryReport::parse(octets).unwrap();
        let line = |one: &Reported| format!("{} {:?} {}", one.recipient, one.delivery, one.status);
        report.recipients.iter().map(line).collect()
    }

    #[test]
    fn says_what_became_of_each_recipient() {
        let octets = report(POSTFIX, RETURNED);
        assert_eq!(
            found(&octets),
            ["John@army.ml Failed 5.1.1", "jane@army.ml Delayed 4.4.1"]
        );
    }

    #[test]
    fn is_about_the_message_that_it_returns() {
        let id = |text| MessageId::parse(text).unwrap();
        let (own, other) = (id("1@acme.example"), id("2@acme.example"));
        let headers = "Content-Type: text/rfc822-headers\n\nMessage-Id: <2@acme.example>\nTo: x@y.example\n";
        for (original, expected) in [
            (RETURNED, [true, false]),
            (headers, [false, true]), // whatever the report refers to
            ("Content-Type: text/plain\n\nNothing", [true, false]), // by what the report refers to
        ] {
            let report = DeliveryReport::parse(&report(POSTFIX, original)).unwrap();
            assert_eq!(
                [report.is_about(&own), report.is_about(&other)],
                expected,
                "{original}"
            );
        }
    }

    #[test]
    fn what_is_no_report_is_none() {
        for text in [
            "",
            "Subject: x\r\n\r\nAction: failed",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--",
            // The parser's own assertion fails at this one (mail-parser 0.11.9).
            "Content-Type:multipart;boundary=b\n\n--bContent-Type:message/rfc822\n\nContent-Type:message/rfc822\n\n\n--b--",
        ] {
            assert_eq!(DeliveryReport::parse(text.as_bytes()), None, "{text}");
        }
        let without = DeliveryReport::parse(&report(
            "Reporting-MTA: dns; x\n\nAction: perhaps\nFinal-Recipient: x",
            "",
        ))
        .unwrap();
        assert_eq!((without.original, without.recipients), (None, Vec::new()));
    }

    proptest! {
        #[test]
        fn never_fails(status in "(\\PC|\n){0,200}", original in "(\\PC|\n){0,200}", octets in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = DeliveryReport::parse(&report(&status, &original));
            let _ = DeliveryReport::parse(&octets);
        }
    }
}
