//! Parsed back: whether octets say what was meant, as another parser reads them.

use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MimeHeaders as _};
use message::{MessageId, Timestamp};

use crate::{
    Error,
    compose::fits_a_line,
    letter::{Attachment, Content, Outline, Party},
    lines,
};

/// Compares recipients, the set of header fields, subject, text and attachments.
pub(crate) fn check(outline: &Outline, octets: &[u8]) -> Result<(), Error> {
    let parsed = MessageParser::default()
        .parse(octets)
        .ok_or(Error::NotAsMeant("form"))?;
    let follows = outline.follows.as_ref().filter(|id| fits_a_line(id));
    let is_multipart = !outline.attachments.is_empty();
    check_form(octets, &parsed, &fields(follows.is_some(), is_multipart))?;
    check_head(outline, follows, &parsed)?;
    let text = parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n");
    same(
        "text",
        text.trim_end_matches('\n') == outline.text.as_str().trim_end_matches('\n'),
    )?;
    same(
        "attachments",
        parsed.attachment_count() == outline.attachments.len(),
    )?;
    for (meant, found) in outline.attachments.iter().zip(parsed.attachments()) {
        same("attachments", found.attachment_name() == Some(meant.name))?;
        same("attachments", is_content(meant, found))?;
    }
    Ok(())
}

/// That each of these fields is there once and no other, and every line fits.
pub(crate) fn check_form(octets: &[u8], parsed: &Message<'_>, expected: &[&str]) -> Result<(), Error> {
    let mut found: Vec<String> = parsed
        .headers()
        .iter()
        .map(|header| header.name().to_ascii_lowercase())
        .collect();
    found.sort();
    let mut expected: Vec<String> = expected.iter().map(|name| name.to_ascii_lowercase()).collect();
    expected.sort();
    same("header fields", found == expected)?;
    same("lines", lines::has_short_lines(octets))
}

/// That a field names these and nobody else.
pub(crate) fn check_parties(
    name: HeaderName<'_>,
    parties: &[Party],
    parsed: &Message<'_>,
) -> Result<(), Error> {
    let Some(HeaderValue::Address(addresses)) = parsed.header(name) else {
        return Err(Error::NotAsMeant("addresses"));
    };
    let found: Vec<(String, String)> = addresses
        .iter()
        .map(|entry| {
            (
                entry.name.as_deref().unwrap_or_default().to_owned(),
                entry.address.as_deref().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let meant: Vec<(String, String)> = parties
        .iter()
        .map(|party| (party.name.as_str().to_owned(), party.address.to_string()))
        .collect();
    same("addresses", found == meant)
}

/// That the date is the one that was meant, to the second.
pub(crate) fn check_date(date: Timestamp, parsed: &Message<'_>) -> Result<(), Error> {
    let found = parsed.date().map(mail_parser::DateTime::to_timestamp);
    same("date", found == Some(date.millis().div_euclid(1000)))
}

pub(crate) fn same(what: &'static str, is_same: bool) -> Result<(), Error> {
    if is_same {
        Ok(())
    } else {
        Err(Error::NotAsMeant(what))
    }
}

fn check_head(outline: &Outline, follows: Option<&MessageId>, parsed: &Message<'_>) -> Result<(), Error> {
    check_parties(HeaderName::From, std::slice::from_ref(&outline.from), parsed)?;
    check_parties(HeaderName::To, &outline.to, parsed)?;
    check_date(outline.date, parsed)?;
    same(
        "subject",
        parsed.subject().unwrap_or_default() == outline.subject.as_str(),
    )?;
    same(
        "Message-ID",
        parsed.message_id() == Some(outline.message_id.as_str()),
    )?;
    let follows = follows.map(MessageId::as_str);
    same("thread", parsed.in_reply_to().as_text() == follows)?;
    same("thread", parsed.references().as_text() == follows)
}

fn fields(is_threaded: bool, is_multipart: bool) -> Vec<&'static str> {
    let mut fields = vec![
        "Date",
        "From",
        "To",
        "Message-ID",
        "Subject",
        "MIME-Version",
        "Content-Type",
    ];
    if is_threaded {
        fields.extend(["In-Reply-To", "References"]);
    }
    if !is_multipart {
        fields.push("Content-Transfer-Encoding");
    }
    fields
}

fn is_content(meant: &Attachment, found: &mail_parser::MessagePart<'_>) -> bool {
    let kind = found.content_type().map_or_else(String::new, |kind| {
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default())
    });
    let octets = found.contents();
    match &meant.content {
        Content::Json(text) => {
            kind == "application/json"
                && without_end(octets) == text.replace('\n', "\r\n").trim_end().as_bytes()
        }
        Content::HeaderBlock(block) => {
            kind == "message/rfc822-headers" && without_end(octets) == without_end(&lines::with_crlf(block))
        }
        Content::Message(message) if kind == "message/rfc822" => {
            let inner = found.message().map(|inner| inner.raw_message());
            inner.map(without_end) == Some(without_end(&lines::with_crlf(message)))
        }
        Content::Message(message) => kind == "application/octet-stream" && octets == message,
    }
}

/// The line break before a boundary belongs to the boundary; parsers differ in whether they give it.
fn without_end(octets: &[u8]) -> &[u8] {
    octets.trim_ascii_end()
}
