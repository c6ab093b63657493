//! MailboxName: a mailbox's name on the wire and for people.

use std::fmt;

use message::shown;

use crate::AccountError;

/// The name of a mailbox, in modified UTF-7 as the server said it (RFC 3501 section 5.1.3).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailboxName(String);

impl MailboxName {
    /// Takes the name that a server said.
    pub(crate) fn from_wire(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// Reads a name as a person writes it.
    ///
    /// # Errors
    /// Where it is empty, longer than any mailbox's name, or holds a control character, which would end the command that it is
    /// sent in.
    pub fn parse(text: &str) -> Result<Self, AccountError> {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST || text.contains(char::is_control) {
            return Err(AccountError::Mailbox(shown(text)));
        }
        Ok(Self(encode(text)))
    }

    /// As the server said it; with this the mailbox is opened and its cursor kept.
    pub fn wire(&self) -> &str {
        &self.0
    }

    /// The name as a quoted string of a command; none where no quoted string can hold it (RFC 9051 section 4.3).
    pub(crate) fn quoted(&self) -> Option<String> {
        let is_plain = !self.0.contains(['\r', '\n', '\0']);
        is_plain.then(|| format!("\"{}\"", self.0.replace('\\', "\\\\").replace('"', "\\\"")))
    }

    /// The name decoded, for people.
    pub fn shown(&self) -> String {
        shown(&self.decoded())
    }

    /// The name in Unicode. What is no modified UTF-7 stays as it is: some servers send UTF-8.
    pub fn decoded(&self) -> String {
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

/// Modified UTF-7: what is not printable ASCII, and each `&`, is shifted.
fn encode(text: &str) -> String {
    let mut out = String::new();
    let mut shifted = Vec::new();
    for c in text.chars() {
        if matches!(c, ' '..='~') {
            unshift(&mut out, &mut shifted);
            out.push(c);
            if c == '&' {
                out.push('-');
            }
        } else {
            shifted.extend_from_slice(c.encode_utf16(&mut [0; 2]));
        }
    }
    unshift(&mut out, &mut shifted);
    out
}

/// Writes a shifted run down, where there is one.
fn unshift(out: &mut String, units: &mut Vec<u16>) {
    if units.is_empty() {
        return;
    }
    let octets: Vec<u8> = units.drain(..).flat_map(u16::to_be_bytes).collect();
    out.push('&');
    for three in octets.chunks(3) {
        let number = [0, 1, 2].iter().fold(0_usize, |number, &at| {
            number << 8 | usize::from(three.get(at).copied().unwrap_or(0))
        });
        let letters =
            [18, 12, 6, 0].map(|shift| ALPHABET.get(number >> shift & 0x3F).copied().unwrap_or(b'+'));
        out.extend(
            letters
                .iter()
                .take(three.len().saturating_add(1))
                .map(|&letter| char::from(letter)),
        );
    }
    out.push('-');
}

/// Octets of a name beyond which no server has mailboxes.
const LONGEST: usize = 1000;

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

    #[test]
    fn a_persons_name_is_encoded_or_refused() {
        for (text, wire) in [
            ("Shared/Sales/Sent", "Shared/Sales/Sent"),
            (" Gesendete Entwürfe ", "Gesendete Entw&APw-rfe"),
            ("Tom & Jerry", "Tom &- Jerry"),
            ("Отправленные", "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-"),
        ] {
            assert_eq!(MailboxName::parse(text).unwrap().wire(), wire);
        }
        for text in ["", " ", "Sent\r\nA1 LOGOUT", "Sent\0", &"x".repeat(1001)] {
            assert!(MailboxName::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_name_cannot_end_its_command() {
        let quoted = |name: &str| MailboxName::from_wire(name).quoted();
        assert_eq!(quoted(r#"a "b" \c"#).as_deref(), Some(r#""a \"b\" \\c""#));
        assert_eq!(quoted("a\r\nb"), None);
    }

    proptest! {
        #[test]
        fn encoding_is_as_others_do_it(name in "[\\PC&&[^ ]]{1,50}") {
            let encoded = MailboxName::parse(&name).unwrap();
            prop_assert_eq!(encoded.wire(), encode_utf7_imap(name.trim().to_owned()));
        }

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
