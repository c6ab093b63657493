//! A sent message as a mail program files it: RFC 5322, built field by field.

use std::{
    fmt::Write,
    sync::atomic::{AtomicU32, Ordering},
};

use jiff::{Timestamp, ZonedDateTime, fmt::rfc2822, tz::TimeZone};

use crate::samples::OWNER;

static NUMBER: AtomicU32 = AtomicU32::new(1);

/// A message. What is not said has a sensible default; each letter has a Message-ID of its own.
#[derive(Clone, Debug)]
pub struct Letter {
    from: String,
    to: Vec<String>,
    cc: Vec<String>,
    subject: String,
    date: ZonedDateTime,
    message_id: String,
    extra: String,
    body: String,
}

impl Letter {
    /// A letter to `recipient`, written `user@domain` or `Name <user@domain>`, sent just now.
    pub fn to(recipient: &str) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self {
            from: OWNER.to_owned(),
            to: vec![recipient.to_owned()],
            cc: Vec::new(),
            subject: "Travel plans".to_owned(),
            date: Timestamp::now().to_zoned_datetime(TimeZone::UTC),
            message_id: format!("{number}.{}@northbridge.example", std::process::id()),
            extra: String::new(),
            body: "Dear colleague,\r\n\r\nplease find the details below.\r\n\r\nKind regards\r\nAlice Carter\r\n".to_owned(),
        }
    }

    /// To one recipient more.
    #[must_use]
    pub fn and_to(mut self, recipient: &str) -> Self {
        self.to.push(recipient.to_owned());
        self
    }

    /// With a copy to that recipient.
    #[must_use]
    pub fn cc(mut self, recipient: &str) -> Self {
        self.cc.push(recipient.to_owned());
        self
    }

    /// With that text, in lines that end in LF.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.body = format!("{}\r\n", text.trim_end().replace('\n', "\r\n"));
        self
    }

    /// About that.
    #[must_use]
    pub fn subject(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    /// Sent at that time.
    #[must_use]
    pub fn at(mut self, at: Timestamp) -> Self {
        self.date = at.to_zoned_datetime(TimeZone::UTC);
        self
    }

    /// With that Message-ID, without its angle brackets.
    #[must_use]
    pub fn message_id(mut self, message_id: &str) -> Self {
        message_id.clone_into(&mut self.message_id);
        self
    }

    /// With a header field more, put in as it is.
    #[must_use]
    pub fn field(mut self, name: &str, value: &str) -> Self {
        self.extra.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    /// When it was sent, in UTC.
    pub const fn date(&self) -> &ZonedDateTime {
        &self.date
    }

    /// What it is about.
    pub fn title(&self) -> &str {
        &self.subject
    }

    /// The recipients in To, as they were given.
    pub fn recipients(&self) -> &[String] {
        &self.to
    }

    /// The message with its header.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        let date = rfc2822::to_string(&self.date).unwrap_or_default();
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                // Writing to a String cannot fail.
                let _ = write!(text, "{name}: {value}\r\n");
            }
        };
        field("Date", &date);
        field("From", &mailbox(&format!("Alice Carter <{}>", self.from)));
        field("To", &mailboxes(&self.to));
        field("Cc", &mailboxes(&self.cc));
        field("Subject", &encoded(&self.subject));
        field("Message-ID", &format!("<{}>", self.message_id));
        field("MIME-Version", "1.0");
        field("Content-Type", "text/plain; charset=utf-8");
        text.push_str(&self.extra);
        text.push_str("\r\n");
        text.push_str(&self.body);
        text.into_bytes()
    }
}

fn mailboxes(recipients: &[String]) -> String {
    recipients
        .iter()
        .map(|recipient| mailbox(recipient))
        .collect::<Vec<_>>()
        .join(",\r\n ")
}

fn mailbox(recipient: &str) -> String {
    match recipient.split_once(" <") {
        Some((name, rest)) => format!("{} <{rest}", encoded(name)),
        None => recipient.to_owned(),
    }
}

/// The text as RFC 2047 wants it where it is not ASCII.
fn encoded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let octet = |&octet: &u8| match octet {
        b' ' => "_".to_owned(),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(octet).to_string(),
        _ => format!("={octet:02X}"),
    };
    format!(
        "=?utf-8?Q?{}?=",
        text.as_bytes().iter().map(octet).collect::<String>()
    )
}
