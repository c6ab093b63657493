//! Letters with whatever names, subjects and texts strangers think of: none panics, and each says what was meant.

use proptest::prelude::*;

use super::*;

pub(crate) fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

/// An outline that is filled in by whoever tests with it.
pub(crate) fn outline() -> Outline {
    Outline {
        from: Party::bare(address("a.clerk@acme.example")),
        to: vec![Party::bare(address("john@army.ml"))],
        subject: HeaderText::clean("Sent to you in error"),
        text: LetterText::clean("Please delete it."),
        attachments: Vec::new(),
        message_id: message_id(7, address("a@acme.example").domain()).unwrap(),
        date: Timestamp::from_millis(1_790_000_000_000),
        follows: None,
    }
}

#[test]
fn a_plain_letter_is_plain() {
    let letter = Letter::compose(&Outline {
        follows: MessageId::parse("stray@acme.example"),
        ..outline()
    })
    .unwrap();
    let lines: Vec<&str> = std::str::from_utf8(letter.octets())
        .unwrap()
        .split("\r\n")
        .collect();
    assert_eq!(
        lines,
        [
            "Date: Mon, 21 Sep 2026 14:13:20 +0000",
            "From: <a.clerk@acme.example>",
            "To: <john@army.ml>",
            "Message-ID: <00000000000000000000000000000007@acme.example>",
            "Subject: Sent to you in error",
            "In-Reply-To: <stray@acme.example>",
            "References: <stray@acme.example>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 7bit",
            "",
            "Please delete it.",
            "",
        ]
    );
}

#[test]
fn attachments_arrive_as_what_they_are() {
    let whole = b"Subject: x\r\n\r\n--=_astray_\r\nFrom here\r\n.\r\n".to_vec();
    for attachment in [
        (Content::Json("{\"a\": \"\u{fc}\"}\n".into()), "application/json"),
        (
            Content::HeaderBlock(b"To: a@army.ml\r\nX-Long: yes\r\n no\r\n".to_vec()),
            "message/rfc822-headers",
        ),
        (
            Content::HeaderBlock(b"Subject: gr\xFC\xDFe\n".to_vec()),
            "message/rfc822-headers",
        ),
        (Content::Message(whole), "message/rfc822"),
        (
            Content::Message(b"Subject: gr\xFC\xDFe\n\nx".to_vec()),
            "application/octet-stream",
        ),
        (Content::Message(vec![b'x'; 2_000]), "application/octet-stream"),
    ] {
        let (content, kind) = attachment;
        let letter = Letter::compose(&Outline {
            attachments: vec![Attachment {
                name: "file.x",
                content: content.clone(),
            }],
            ..outline()
        });
        let letter = letter.unwrap_or_else(|error| panic!("{error}: {content:?}"));
        assert!(
            String::from_utf8_lossy(letter.octets()).contains(&format!("Content-Type: {kind}\r\n")),
            "{kind}"
        );
    }
}

#[test]
fn an_address_that_mail_cannot_have_is_refused() {
    let refused = |to: &str| {
        let error = Letter::compose(&Outline {
            to: vec![Party::bare(address(to))],
            ..outline()
        })
        .unwrap_err();
        error.to_string()
    };
    assert_eq!(
        refused("a..b@x.example"),
        "no mail can be sent with the address a..b@x.example"
    );
    assert!(refused("\"\\a\"@x.example").starts_with("no mail can be sent")); // a quoted pair
    assert!(refused(&format!("{}@x.example", "a".repeat(100))).starts_with("no mail can be sent"));
    let nobody = Outline {
        to: Vec::new(),
        ..outline()
    };
    assert!(matches!(
        Letter::compose(&nobody),
        Err(Error::NotAsMeant("recipients"))
    ));
    let beyond = Outline {
        date: Timestamp::from_millis(-1),
        ..outline()
    };
    assert!(matches!(Letter::compose(&beyond), Err(Error::NotAsMeant("date"))));
}

/// How many cases each property is tried with: `LETTER_CASES`, 256 where it is not set.
fn cases() -> ProptestConfig {
    let cases = std::env::var("LETTER_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(256);
    ProptestConfig {
        cases,
        max_shrink_iters: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Text as a stranger writes it who wants to break out of a header.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\n".to_owned()),
        Just("\r\nBcc: x@y.example\r\n\r\n".to_owned()),
        Just("\r\n.\r\n".to_owned()),
        Just("\0".to_owned()),
        Just("=?utf-8?q?=0D=0ABcc:_x?=".to_owned()),
        Just("=?utf-8?b?QQ==?=".to_owned()),
        Just("=?".to_owned()),
        Just("?=".to_owned()),
        Just("\u{202E}evil\u{2066}".to_owned()),
        Just("\u{200B}\u{FEFF}".to_owned()),
        Just("👩‍👩‍👧‍👦🇩🇪".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("<x@y.example>".to_owned()),
        Just("Group: a@b.example, c@d.example;".to_owned()),
        Just("(comment".to_owned()),
        Just(",;:@".to_owned()),
        Just(" ".to_owned()),
        Just("   ".to_owned()),
        Just("a".repeat(1_000)),
        Just("ä".repeat(300)),
        Just("=".repeat(80)),
        "[ -~]{0,40}",
        "\\PC{0,20}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn local() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z][a-z0-9._+-]{0,10}[a-z0-9]",
        "\"[a-z ]{1,8}\"",
        Just("jörg".to_owned()),
        "\\PC{1,12}",
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_it_is_made_of_it_says_what_was_meant(
        names in proptest::collection::vec((hostile(), local()), 1..4),
        subject in hostile(),
        text in hostile(),
        json in hostile(),
        header in proptest::collection::vec(any::<u8>(), 0..200),
        parent in "\\PC{0,40}",
        with_files in any::<bool>(),
        random in any::<u128>(),
    ) {
        let mut parties: Vec<Party> = names
            .iter()
            .filter_map(|(name, local)| {
                Some(Party { name: HeaderText::clean(name), address: Address::parse(&format!("{local}@army.ml")).ok()? })
            })
            .collect();
        let from = parties.pop().unwrap_or_else(|| Party::bare(address("a@acme.example")));
        let files = vec![
            Attachment { name: "incident.json", content: Content::Json(serde_json::to_string_pretty(&json).unwrap()) },
            Attachment { name: "header.txt", content: Content::HeaderBlock(header.clone()) },
            Attachment { name: "message.eml", content: Content::Message(header) },
        ];
        let outline = Outline {
            from,
            to: if parties.is_empty() { outline().to } else { parties },
            subject: HeaderText::clean(&subject),
            text: LetterText::clean(&text),
            attachments: if with_files { files } else { Vec::new() },
            message_id: message_id(random, address("a@acme.example").domain()).unwrap(),
            follows: MessageId::parse(&parent),
            ..outline()
        };
        match Letter::compose(&outline) {
            // An address that no mail can be sent to is refused; nothing else may be.
            Ok(_) | Err(Error::Unsendable(_)) => {}
            Err(error) => prop_assert!(false, "{error}: {outline:?}"),
        }
    }
}
