//! MailboxName: a mailbox's name on the wire and for people.

use std::fmt;

use message::shown;

/// The name of a mailbox, in modified UTF-7 as the server said it (RFC 3501 section 5.1.3).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailboxName(String);

impl MailboxName {
    /// Takes the name that a server said.
    pub(crate) fn from_wire(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// As the server said it; with this the mailbox is opened and its cursor kept.
    pub fn wire(&self) -> &str {
        &self.0
    }

    /// The name decoded, for people.
    pub fn shown(&self) -> String {
        shown(&self.decoded())
    }

    /// The name in Unicode. What is no modified UTF-7 stays as it is: some servers send UTF-8.
    pub(crate) fn decoded(&self) -> String {
        let mut out = String::new();
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('&') {
            out.push_str(before);
            rest = match after.split_once('-') {
                Some(("", tail)) => {
                    out.push('&');
                    tail
                }
                Some((coded, tail)) if let Some(text) = decode(coded) => {
                    out.push_str(&text);
                    tail
                }
                Some(_) | None => {
                    out.push('&');
                    after
                }
            };
        }
        out.push_str(rest);
        out
    }
}

impl fmt::Display for MailboxName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

/// One shifted run: UTF-16 in base 64 with `,` for `/` and without padding.
fn decode(coded: &str) -> Option<String> {
    let mut units = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for c in coded.bytes() {
        let value = ALPHABET.iter().position(|&known| known == c)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        held = held.saturating_add(6);
        if held >= 16 {
            held = held.saturating_sub(16);
            units.push(u16::try_from(bits >> held & 0xFFFF).ok()?);
            bits &= 0xFFFF;
        }
    }
    String::from_utf16(&units).ok()
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use utf7_imap::encode_utf7_imap;

    use super::*;

    fn check(wire: &str, expected: &str) {
        assert_eq!(MailboxName::from_wire(wire).decoded(), expected);
    }

    #[test]
    fn names_are_decoded() {
        check("Sent Items", "Sent Items");
        check("&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-", "Отправленные");
        check("INBOX.&AMk-l&AOk-ments envoy&AOk-s", "INBOX.Éléments envoyés");
        check("Tom &- Jerry", "Tom & Jerry");
        check("Gesendete Entw&APw-rfe", "Gesendete Entwürfe");
    }

    #[test]
    fn what_is_not_coded_stays() {
        check("a & b", "a & b");
        check("a &", "a &");
        check("&!!!-", "&!!!-"); // not base 64
        check("&2D0-", "&2D0-"); // half of a pair
        check("Envoyés", "Envoyés"); // UTF-8 as it is
    }

    #[test]
    fn a_name_cannot_reorder_what_people_read() {
        assert_eq!(MailboxName::from_wire("Sent&IC4-tneS").shown(), "SentU+202EtneS");
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(name in "\\PC*") {
            prop_assert_eq!(MailboxName::from_wire(&encode_utf7_imap(name.clone())).decoded(), name);
        }

        #[test]
        fn any_name_is_decoded(name in any::<String>()) {
            let _text = MailboxName::from_wire(&name).shown();
        }
    }
}
