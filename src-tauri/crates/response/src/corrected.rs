//! Corrected: the stray message once more, to the right address. Its body goes octet by octet as it was, so that attachments and
//! signatures stay; of its header only what says how the body is to be read, and what it answered itself.

use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, PartType};
use message::{HeaderText, MessageId, Timestamp};

use crate::{
    Error, compose, header_value,
    letter::{Letter, Party},
    lines,
    parsed_back::{check_date, check_form, check_parties, same},
};

/// The right recipient, and what a new message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Whom it is from: as in the stray message.
    pub from: Party,
    /// The right recipient, and nobody else.
    pub to: Party,
    /// The new message's own Message-ID.
    pub message_id: MessageId,
    /// Its date.
    pub date: Timestamp,
}

/// A copy of the stray message for showing: what of it will be sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The subject.
    pub subject: HeaderText,
    /// The plain text, or the text of the HTML; empty where there is none.
    pub text: String,
    /// Names and sizes in octets of its attachments.
    pub attachments: Vec<(HeaderText, usize)>,
}

impl Preview {
    /// What the stray message holds.
    ///
    /// # Errors
    /// [`Error::Uncopied`] where it cannot be read.
    pub fn of(original: &[u8]) -> Result<Self, Error> {
        let parsed = read(original)?;
        let attachment = |part: &mail_parser::MessagePart<'_>| {
            use mail_parser::MimeHeaders as _;
            (
                HeaderText::clean(part.attachment_name().unwrap_or_default()),
                part.contents().len(),
            )
        };
        Ok(Self {
            subject: HeaderText::clean(parsed.subject().unwrap_or_default()),
            text: parsed.body_text(0).unwrap_or_default().into_owned(),
            attachments: parsed.attachments().map(attachment).collect(),
        })
    }
}

/// Composes the copy, reads it again and compares: the corrected address alone, the same subject, and every part as it was. It
/// names neither the stray message nor the mistake.
///
/// # Errors
/// [`Error::Uncopied`] where the original cannot be read or may not travel as it is, [`Error::NotAsMeant`] where the copy differs.
pub fn corrected(original: &[u8], correction: &Correction) -> Result<Letter, Error> {
    let original = lines::with_crlf(original);
    let parsed = read(&original)?;
    let kept = kept_fields(&parsed)?;
    let subject = HeaderText::clean(parsed.subject().unwrap_or_default());
    let mut head = compose::head(
        &correction.from,
        std::slice::from_ref(&correction.to),
        &correction.message_id,
        correction.date,
    )?;
    head.insert_raw(header_value::text("Subject", &subject)?);
    for (name, value) in &kept {
        head.insert_raw(compose::kept(name, value.clone()));
    }
    let body = original
        .get(usize::try_from(parsed.root_part().raw_body_offset()).unwrap_or(usize::MAX)..)
        .ok_or(Error::Uncopied("text"))?;
    let octets = [head.to_string().as_bytes(), b"\r\n", body].concat();
    check(&parsed, &octets, correction, &kept)?;
    Ok(Letter::checked(
        &correction.from,
        &correction.to,
        &correction.message_id,
        octets,
    ))
}

fn read(original: &[u8]) -> Result<Message<'_>, Error> {
    // The parser has panicked on crafted input before.
    std::panic::catch_unwind(|| MessageParser::default().parse(original))
        .ok()
        .flatten()
        .ok_or(Error::Uncopied("form"))
}

/// The fields that stay: how the body is to be read, and what the message answered. A field that is there twice is not copied at
/// all, for readers differ in which of the two they take.
fn kept_fields(parsed: &Message<'_>) -> Result<Vec<(&'static str, String)>, Error> {
    let mut kept = Vec::new();
    for name in [VERSION, TYPE, ENCODING, ANSWERED, THREAD] {
        let mut values = parsed
            .headers_raw()
            .filter(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value);
        let Some(value) = values.next() else {
            continue;
        };
        if values.next().is_some() {
            return Err(Error::Uncopied("header"));
        }
        kept.push((name, folded(value)?));
    }
    Ok(kept)
}

/// A raw value that can stand in a header again: printable ASCII in lines that are folded as they must be.
fn folded(raw: &str) -> Result<String, Error> {
    let value = raw.trim();
    let mut lines = value.split("\r\n");
    let is_fit = |line: &str| {
        line.bytes()
            .all(|octet| octet == b'\t' || octet == b' ' || octet.is_ascii_graphic())
    };
    let first = lines.next().is_some_and(|line| is_fit(line) && !line.is_empty());
    let rest = lines.all(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty() && is_fit(line));
    if first && rest {
        Ok(value.to_owned())
    } else {
        Err(Error::Uncopied("header"))
    }
}

fn check(
    original: &Message<'_>,
    octets: &[u8],
    correction: &Correction,
    kept: &[(&'static str, String)],
) -> Result<(), Error> {
    let parsed = read(octets).map_err(|_| Error::NotAsMeant("form"))?;
    let mut fields = vec!["Date", "From", "To", "Message-ID", "Subject"];
    fields.extend(kept.iter().map(|(name, _)| *name));
    check_form(octets, &parsed, &fields)?;
    check_parties(HeaderName::From, std::slice::from_ref(&correction.from), &parsed)?;
    check_parties(HeaderName::To, std::slice::from_ref(&correction.to), &parsed)?;
    check_date(correction.date, &parsed)?;
    let subject = HeaderText::clean(original.subject().unwrap_or_default());
    same(
        "subject",
        parsed.subject().unwrap_or_default() == subject.as_str(),
    )?;
    same(
        "Message-ID",
        parsed.message_id() == Some(correction.message_id.as_str()),
    )?;
    same("thread", names_nothing_of(original, &parsed))?;
    same("parts", parsed.parts.len() == original.parts.len())?;
    for (copy, part) in parsed.parts.iter().zip(&original.parts) {
        same("parts", is_same_part(&copy.body, &part.body))?;
    }
    Ok(())
}

/// That the copy does not point to the stray message.
fn names_nothing_of(original: &Message<'_>, copy: &Message<'_>) -> bool {
    let Some(stray) = original.message_id() else {
        return true;
    };
    let names = |value: &HeaderValue<'_>| match value {
        HeaderValue::Text(id) => id == stray,
        HeaderValue::TextList(ids) => ids.iter().any(|id| id == stray),
        HeaderValue::Address(_)
        | HeaderValue::DateTime(_)
        | HeaderValue::ContentType(_)
        | HeaderValue::Received(_)
        | HeaderValue::Empty => false,
    };
    !names(copy.in_reply_to()) && !names(copy.references())
}

fn is_same_part(one: &PartType<'_>, other: &PartType<'_>) -> bool {
    match (one, other) {
        (PartType::Text(one), PartType::Text(other)) | (PartType::Html(one), PartType::Html(other)) => {
            one == other
        }
        (PartType::Binary(one), PartType::Binary(other))
        | (PartType::InlineBinary(one), PartType::InlineBinary(other)) => one == other,
        (PartType::Message(one), PartType::Message(other)) => one.raw_message() == other.raw_message(),
        (PartType::Multipart(one), PartType::Multipart(other)) => one == other,
        _ => false,
    }
}

const VERSION: &str = "MIME-Version";
const TYPE: &str = "Content-Type";
const ENCODING: &str = "Content-Transfer-Encoding";
const ANSWERED: &str = "In-Reply-To";
const THREAD: &str = "References";

#[cfg(test)]
mod tests;
