//! Corrected copies: everything as it was, to the right address alone, without a word of the mistake.

use message::{Address, MessageId};
use proptest::prelude::*;

use super::*;

fn correction() -> Correction {
    let party = |address: &str| Party::bare(Address::parse(address).unwrap());
    Correction {
        from: party("a.clerk@acme.example"),
        to: party("john@army.mil"),
        message_id: MessageId::parse("new@acme.example").unwrap(),
        date: Timestamp::from_millis(1_790_000_000_000),
    }
}

const STRAY: &str = "Return-Path: <a.clerk@acme.example>\r\nReceived: from x by y\r\nDate: Mon, 21 Sep 2026 10:00:00 +0200\r\nFrom: \"Clerk\" <a.clerk@acme.example>\r\nTo: john@army.ml\r\nCc: ann@army.mil\r\nBcc: boss@acme.example\r\nMessage-ID: <stray@acme.example>\r\nIn-Reply-To: <question@army.mil>\r\nReferences: <first@army.mil>\r\n <question@army.mil>\r\nSubject: =?utf-8?q?Pl=C3=A4ne?=\r\nMIME-Version: 1.0\r\nX-Mailer: Mail\r\nContent-Type: multipart/mixed;\r\n boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGr\u{fc}\u{df}e\r\n.\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\nJVBERi0xLjcK\r\n--b--\r\n";

fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

#[test]
fn the_body_stays_and_the_mistake_is_not_told() {
    let stray = latin1(STRAY);
    let letter = corrected(&stray, &correction()).unwrap();
    let octets = letter.octets();
    let body = stray.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    assert!(octets.ends_with(&stray[body..]));
    let head = String::from_utf8_lossy(&octets[..octets.len() - (stray.len() - body)]).into_owned();
    assert_eq!(
        head.split("\r\n").collect::<Vec<_>>(),
        [
            "Date: Mon, 21 Sep 2026 14:13:20 +0000",
            "From: <a.clerk@acme.example>",
            "To: <john@army.mil>",
            "Message-ID: <new@acme.example>",
            "Subject: =?utf-8?b?UGzDpG5l?=",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed;",
            " boundary=\"b\"",
            "In-Reply-To: <question@army.mil>",
            "References: <first@army.mil>",
            " <question@army.mil>",
        ]
    );
    for gone in ["army.ml", "stray@", "boss@", "ann@", "Received", "X-Mailer"] {
        assert!(!head.contains(gone), "{gone}");
    }
    assert_eq!(letter.to(), [correction().to.address]);
}

#[test]
fn the_copy_is_shown_before_it_goes() {
    let preview = Preview::of(&latin1(STRAY)).unwrap();
    assert_eq!(preview.subject.as_str(), "Pläne");
    assert!(preview.text.starts_with("Grüße"));
    assert_eq!(preview.attachments, [(HeaderText::clean("plan.pdf"), 9)]);
}

#[test]
fn a_message_without_mime_is_copied_as_it_is() {
    let letter = corrected(b"Subject: x\nTo: a@army.ml\n\nplain\ntext", &correction()).unwrap();
    assert!(letter.octets().ends_with(b"Subject: x\r\n\r\nplain\r\ntext\r\n"));
}

#[test]
fn what_cannot_be_copied_faithfully_is_refused() {
    let refused = |stray: &str| {
        corrected(stray.as_bytes(), &correction())
            .unwrap_err()
            .to_string()
    };
    let header = "the message that went astray cannot be copied: its header cannot be read";
    assert_eq!(
        refused("Subject: x\r\nContent-Type: text/plain\r\nContent-Type: text/html\r\n\r\nx"),
        header
    );
    assert_eq!(
        refused("Subject: x\r\nContent-Type: text/plain; name=\"\u{fc}\"\r\n\r\nx"),
        header
    );
    assert!(refused(&format!("Subject: x\r\n\r\n{}\r\n", "x".repeat(2_000))).contains("its lines"));
    // A thread that points to the stray message itself would tell of it.
    assert!(refused("Message-ID: <s@x>\r\nReferences: <a@x> <s@x>\r\n\r\nx").contains("its thread"));
}

proptest! {
    #[test]
    fn no_message_makes_it_fail_otherwise(octets in proptest::collection::vec(any::<u8>(), 0..400), head in "[ -~]{0,60}") {
        for stray in [octets.clone(), [b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".to_vec(), octets.clone()].concat(), [format!("Subject: {head}\r\nContent-Type: {head}\r\nReferences: {head}\r\n\r\n").into_bytes(), octets].concat()] {
            match corrected(&stray, &correction()) {
                Ok(letter) => {
                    let message = message::SentMessage::parse(letter.octets());
                    prop_assert_eq!(message.recipients.len(), 1);
                    prop_assert_eq!(&message.recipients[0].address, &correction().to.address);
                }
                Err(Error::Uncopied(_) | Error::NotAsMeant(_)) => {}
                Err(error) => prop_assert!(false, "{error}"),
            }
        }
    }
}
