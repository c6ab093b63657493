//! Header value: clean text as it stands in a header field, folded and encoded so that every reader gets the same text back.

use std::fmt::Write as _;

use email_encoding::headers::{rfc2047, writer::EmailWriter};
use lettre::message::header::{HeaderName, HeaderValue};
use message::HeaderText;

use crate::{Error, letter::Party};

/// A field of unstructured text.
pub(crate) fn text(name: &'static str, value: &HeaderText) -> Result<HeaderValue, Error> {
    let name = HeaderName::new_from_ascii_str(name);
    if is_plain(value.as_str()) {
        return Ok(HeaderValue::new(name, value.as_str().to_owned()));
    }
    let mut encoded = String::new();
    // All of it, as one run: white space between encoded words is no part of the text (RFC 2047 section 6.2).
    rfc2047::encode(
        value.as_str(),
        &mut EmailWriter::new(&mut encoded, name.len() + 2, 0, false),
    )
    .map_err(|_| Error::NotAsMeant("subject"))?;
    Ok(HeaderValue::dangerous_new_pre_encoded(
        name,
        String::new(),
        encoded,
    ))
}

/// A field of addresses.
pub(crate) fn parties(name: &'static str, parties: &[Party]) -> Result<HeaderValue, Error> {
    let mut encoded = String::new();
    for (number, party) in parties.iter().enumerate() {
        if number > 0 {
            encoded.push_str(",\r\n ");
        }
        mailbox(party, &mut encoded).map_err(|_| Error::NotAsMeant("addresses"))?;
    }
    let name = HeaderName::new_from_ascii_str(name);
    Ok(HeaderValue::dangerous_new_pre_encoded(
        name,
        String::new(),
        encoded,
    ))
}

fn mailbox(party: &Party, out: &mut String) -> std::fmt::Result {
    let name = party.name.as_str();
    if name.is_empty() {
        return write!(out, "<{}>", party.address);
    }
    if is_plain(name) && name.len() <= LONGEST_QUOTED {
        let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
        out.push_str(&format!("\"{quoted}\""));
    } else {
        rfc2047::encode(name, &mut EmailWriter::new(out, LONGEST_FIELD_NAME, 0, false))?;
    }
    write!(out, "\r\n <{}>", party.address)
}

/// Whether text can stand as it is: visible ASCII in words that a line holds, nothing that reads as an encoded word.
fn is_plain(text: &str) -> bool {
    text.bytes()
        .all(|octet| octet == b' ' || octet.is_ascii_graphic())
        && !text.contains("=?")
        && text.split(' ').all(|word| word.len() <= LONGEST_WORD)
}

/// Octets of a word that is not broken up; a line has 78.
const LONGEST_WORD: usize = 60;

/// Octets of a quoted name, which is not folded.
const LONGEST_QUOTED: usize = 60;

/// `From: `, the longest that stands before a name.
const LONGEST_FIELD_NAME: usize = 6;
