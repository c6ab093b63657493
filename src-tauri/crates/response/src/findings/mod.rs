//! The look at the content: what of a message could do harm, as kinds and counts and never as the thing itself.
//!
//! A pure function over octets that a stranger may have written part of: everything that it unpacks, reads or counts has a bound.

mod attachment;
mod cards;
mod gathered;
mod ibans;
mod keys;
mod kind;
mod links;
mod markings;
mod national_ids;
mod numbers;
mod office;
mod parts;
mod passwords;
mod pattern;

use std::borrow::Cow;

pub use kind::{Action, Kind};
pub use links::SharedLink;
use message::HeaderText;

use gathered::Gathered;

/// What a look at a message has to say.
pub struct Look {
    /// What may be kept.
    pub findings: Findings,
    /// The links to shared files, for opening the places and for nothing else; they are kept nowhere.
    pub links: Vec<SharedLink>,
    /// The attachments by name, for showing them and for nothing else; they are kept nowhere.
    pub files: Vec<NamedFile>,
}

/// An attachment as the user knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name; empty where it has none.
    pub name: HeaderText,
    /// Its size in octets.
    pub octets: usize,
}

/// What was found in a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Kinds and counts, in the order of [`Kind::ALL`].
    pub found: Vec<Finding>,
    /// The attachments, in the message's order.
    pub attachments: Vec<AttachmentFound>,
    /// Parts that could not be looked into: encrypted, too large, or of a form that is not read.
    pub unread: u32,
}

/// How often one thing was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// Which marking, issuer, country or service: one of our tables' words, or what the record kept of it. Empty where the kind
    /// says all.
    pub label: Cow<'static, str>,
    /// How often; the same thing twice counts once.
    pub count: u32,
}

/// An attachment by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttachmentFound {
    /// The type by its first octets (`application/pdf`).
    pub kind: &'static str,
    /// Its size in octets.
    pub octets: usize,
    /// Whether its name's ending belongs to another type.
    pub is_disguised: bool,
}

/// Looks at a whole message. What cannot be read is counted and never an error.
pub fn look(message: &[u8]) -> Look {
    let parts = parts::read(message);
    let mut gathered = Gathered::default();
    for text in &parts.texts {
        markings::find(text, &mut gathered);
        keys::find(text, &mut gathered);
        passwords::find(text, &mut gathered);
        cards::find(text, &mut gathered);
        ibans::find(text, &mut gathered);
        national_ids::find(text, &mut gathered);
    }
    let mut links = Vec::new();
    for text in parts.texts.iter().chain(&parts.markup) {
        links::find(text, &mut gathered, &mut links);
    }
    for label in parts.labels {
        gathered.add(Kind::Marking, label, label);
    }
    Look {
        findings: Findings {
            found: gathered.into_found(),
            attachments: parts.attachments,
            unread: parts.unread,
        },
        links,
        files: parts.files,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is found in a plain letter with this text, as `kind/label×count`.
    pub(super) fn in_text(text: &str) -> Vec<String> {
        in_message(format!("Content-Type: text/plain; charset=utf-8\r\n\r\n{text}").as_bytes())
    }

    fn in_message(message: &[u8]) -> Vec<String> {
        look(message)
            .findings
            .found
            .iter()
            .map(|found| format!("{}/{}×{}", found.kind.as_str(), found.label, found.count))
            .collect()
    }

    #[test]
    fn nothing_is_found_in_ordinary_letters() {
        for letter in include_str!("../../tables/ordinary_letters.txt").split("\n----\n") {
            assert_eq!(in_text(letter), [""; 0], "{letter}");
        }
    }

    #[test]
    fn attachments_are_named_for_showing_only() {
        let message = b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=plan.csv\r\n\r\na;b\r\n";
        let look = look(message);
        let files: Vec<_> = look
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.octets))
            .collect();
        assert_eq!(files, [("plan.csv", 5)]);
        assert!(
            !format!("{:?}", look.findings).contains("plan"),
            "the record gets no name"
        );
    }

    #[test]
    fn parts_are_read_through_their_encodings() {
        let head = "Content-Type: text/plain; charset=";
        let iban = "iban/DE×1";
        for message in [
            format!("{head}utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nREU4OSAzNzA0IDAwNDQgMDUzMiAwMTMwIDAw\r\n"),
            format!("{head}iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nF=FCr Sie: DE89 3704 0044=\r\n 0532 0130 00\r\n"),
            "Content-Type: text/html\r\n\r\n<p>DE89&nbsp;3704 0044 <b>0532</b> 0130 00</p>".to_owned(),
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nDE89370400440532013000\r\n--b--\r\n".to_owned(),
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\na;DE89370400440532013000;b\r\n".to_owned(),
        ] {
            assert_eq!(in_message(message.as_bytes()), [iban], "{message}");
        }
    }

    #[test]
    fn both_forms_of_a_text_count_once() {
        let message = "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPIN: 4711\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>PIN: 4711</p>\r\n--b--\r\n";
        assert_eq!(in_message(message.as_bytes()), ["password/×1"]);
    }

    #[test]
    fn text_that_begins_something_everywhere_is_read_in_time() {
        // Read again to its end from each beginning, one of them would take hours where 4 MiB are read.
        for piece in [
            "SECRET ",
            "xoxb-",
            "https://",
            "password:",
            "eyJ.",
            "4111 ",
            "DE89 ",
            "SG.",
            "-----BEGIN ",
        ] {
            let text = piece.repeat(32 * 1024 / piece.len());
            let _ = in_text(&text);
        }
    }

    #[test]
    fn a_marking_in_the_header_is_found() {
        assert_eq!(
            in_message(b"Subject: [OFFICIAL-SENSITIVE] Plan\r\n\r\nx"),
            ["marking/OFFICIAL-SENSITIVE×1"]
        );
        assert_eq!(
            in_message(b"Sensitivity: Company-Confidential\r\n\r\nx"),
            ["marking/Sensitivity×1"]
        );
    }

    proptest! {
        #[test]
        fn never_fails(octets in proptest::collection::vec(any::<u8>(), 0..600), text in any::<String>()) {
            let _ = look(&octets);
            let _ = look(format!("Content-Type: text/html\r\n\r\n{text}").as_bytes());
            let _ = look(&[b"Content-Type: application/zip\r\n\r\nPK\x03\x04".to_vec(), octets].concat());
        }

        #[test]
        fn never_fails_on_what_almost_is(text in "([A-Z]{2}[0-9]{2}|[0-9]{3,5}|[ .-]|password: |https://|eyJ|é|€){0,40}") {
            let _ = in_text(&text);
        }
    }
}
