//! Compose: what is meant → octets, by `lettre`.

use std::time::{Duration, SystemTime};

use lettre::{
    Address as MailAddress,
    message::{
        Body, MultiPart, SinglePart,
        header::{
            ContentDisposition, ContentTransferEncoding, ContentType, Date, HeaderName, HeaderValue, Headers,
            InReplyTo, MIME_VERSION_1_0, MessageId as MessageIdHeader, References,
        },
    },
};
use message::{Address, MessageId, Timestamp};

use crate::{
    Error, header_value,
    letter::{Attachment, Content, Outline, Party},
    lines,
};

/// The octets of a letter.
pub(crate) fn octets(outline: &Outline) -> Result<Vec<u8>, Error> {
    let mut head = head(&outline.from, &outline.to, &outline.message_id, outline.date)?;
    head.insert_raw(header_value::text("Subject", &outline.subject)?);
    if let Some(id) = outline.follows.as_ref().filter(|id| fits_a_line(id)) {
        head.set(InReplyTo::from(id.to_string()));
        head.set(References::from(id.to_string()));
    }
    head.set(MIME_VERSION_1_0);
    let text = SinglePart::plain(crlf_text(outline.text.as_str().trim_end_matches('\n')));
    let body = if outline.attachments.is_empty() {
        text.formatted()
    } else {
        let mut whole = MultiPart::mixed()
            .boundary(boundary(&outline.message_id))
            .singlepart(text);
        for attachment in &outline.attachments {
            whole = whole.singlepart(part(attachment)?);
        }
        whole.formatted()
    };
    Ok([head.to_string().into_bytes(), body].concat())
}

/// The fields that every letter has, in the order in which they are read.
pub(crate) fn head(
    from: &Party,
    to: &[Party],
    message_id: &MessageId,
    date: Timestamp,
) -> Result<Headers, Error> {
    for party in to.iter().chain([from]) {
        mail_address(&party.address)?;
    }
    if to.is_empty() {
        return Err(Error::NotAsMeant("recipients"));
    }
    let millis = u64::try_from(date.millis())
        .ok()
        .filter(|millis| *millis < END_OF_9999)
        .ok_or(Error::NotAsMeant("date"))?;
    let date = SystemTime::UNIX_EPOCH
        .checked_add(Duration::from_millis(millis))
        .ok_or(Error::NotAsMeant("date"))?;
    if !fits_a_line(message_id) {
        return Err(Error::NotAsMeant("Message-ID"));
    }
    let mut head = Headers::new();
    head.set(Date::new(date));
    head.insert_raw(header_value::parties("From", std::slice::from_ref(from))?);
    head.insert_raw(header_value::parties("To", to)?);
    head.set(MessageIdHeader::from(message_id.to_string()));
    Ok(head)
}

/// The address as the library has it. One with a quoted pair in it (RFC 5322 section 3.2.4) is refused: readers differ in what it
/// stands for.
pub(crate) fn mail_address(address: &Address) -> Result<MailAddress, Error> {
    MailAddress::new(address.local(), address.domain().ascii())
        .ok()
        .filter(|_| !address.local().contains('\\'))
        .ok_or_else(|| Error::Unsendable(address.shown()))
}

/// Whether an identifier fits a header line (RFC 5322 section 2.1.1) with its field's name.
pub(crate) fn fits_a_line(id: &MessageId) -> bool {
    id.as_str().len() <= LONGEST_ID
}

/// Text in lines that end in CRLF. The library would see to that as well, line by line in place, which takes the square of the
/// text's length: 100 s for 2 MB.
fn crlf_text(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

fn part(attachment: &Attachment) -> Result<SinglePart, Error> {
    let (kind, body) = match &attachment.content {
        Content::Json(text) => ("application/json", Body::new(crlf_text(text))),
        Content::HeaderBlock(block) => ("message/rfc822-headers", header_block(lines::with_crlf(block))?),
        Content::Message(octets) => whole(octets)?,
    };
    let kind = ContentType::parse(kind).map_err(|_| Error::NotAsMeant("attachments"))?;
    Ok(SinglePart::builder()
        .header(ContentDisposition::attachment(attachment.name))
        .header(kind)
        .body(body))
}

/// A header block as it is; encoded only where it is too broken to travel so (RFC 6522 section 4).
fn header_block(block: Vec<u8>) -> Result<Body, Error> {
    if lines::is_seven_bit(&block) {
        return Ok(Body::dangerous_pre_encoded(
            block,
            ContentTransferEncoding::SevenBit,
        ));
    }
    encoded(block, ContentTransferEncoding::QuotedPrintable)
}

/// A message inside a message may not be encoded (RFC 2046 section 5.2.1): what would need it goes as a file.
fn whole(octets: &[u8]) -> Result<(&'static str, Body), Error> {
    let message = lines::with_crlf(octets);
    if lines::is_seven_bit(&message) {
        let body = Body::dangerous_pre_encoded(message, ContentTransferEncoding::SevenBit);
        return Ok(("message/rfc822", body));
    }
    Ok((
        "application/octet-stream",
        encoded(octets.to_vec(), ContentTransferEncoding::Base64)?,
    ))
}

fn encoded(octets: Vec<u8>, encoding: ContentTransferEncoding) -> Result<Body, Error> {
    Body::new_with_encoding(octets, encoding).map_err(|_| Error::NotAsMeant("attachments"))
}

/// Drawn from the Message-ID's random part, so that nobody could have put it into the text beforehand.
fn boundary(id: &MessageId) -> String {
    let random = id.as_str().split('@').next().unwrap_or_default();
    let random: String = random
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(40)
        .collect();
    format!("=_astray_{random}")
}

/// A field of the stray message that stays as it is.
pub(crate) fn kept(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.clone(), value)
}

/// Milliseconds from 1970 to the end of what a date field can say.
const END_OF_9999: u64 = 253_402_300_800_000;

/// Octets of an identifier that stand on one line with `In-Reply-To: <>`.
const LONGEST_ID: usize = 900;
