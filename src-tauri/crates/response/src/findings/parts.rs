//! Parts: a message taken apart into texts and attachments, within bounds.

use mail_parser::{
    Message, MessageParser, MessagePart, MimeHeaders as _, PartType, decoders::html::html_to_text,
};

use message::HeaderText;

use super::{AttachmentFound, NamedFile, attachment, office};

/// A message taken apart.
#[derive(Default)]
pub(super) struct Parts {
    /// Everything that a person reads in it.
    pub(super) texts: Vec<String>,
    /// HTML as it is, for the links in its attributes.
    pub(super) markup: Vec<String>,
    /// Markings that its header fields make.
    pub(super) labels: Vec<&'static str>,
    pub(super) attachments: Vec<AttachmentFound>,
    /// The same attachments by name.
    pub(super) files: Vec<NamedFile>,
    pub(super) unread: u32,
    /// Octets of text that may still be taken.
    left: usize,
    /// Parts that may still be looked at.
    parts_left: usize,
}

/// Takes a message apart.
pub(super) fn read(message: &[u8]) -> Parts {
    let mut parts = Parts {
        left: MOST_TEXT,
        parts_left: MOST_PARTS,
        ..Parts::default()
    };
    if message.len() > MOST_OCTETS {
        parts.could_not();
    }
    let message = message.get(..MOST_OCTETS).unwrap_or(message);
    // The parser has panicked on crafted input before.
    let parsed = std::panic::catch_unwind(|| MessageParser::default().parse(message));
    match parsed {
        Ok(Some(parsed)) => parts.take(&parsed, 0),
        Ok(None) | Err(_) => parts.could_not(),
    }
    parts
}

impl Parts {
    fn take(&mut self, message: &Message<'_>, depth: usize) {
        self.text(message.subject().unwrap_or_default());
        for (name, _) in message.headers_raw() {
            if let Some((_, label)) = MARKING_FIELDS
                .iter()
                .find(|(field, _)| name.eq_ignore_ascii_case(field))
            {
                self.labels.push(label);
            }
        }
        for part in &message.parts {
            if self.parts_left == 0 {
                self.could_not();
                return;
            }
            self.parts_left = self.parts_left.saturating_sub(1);
            self.part(part, depth);
        }
    }

    fn part(&mut self, part: &MessagePart<'_>, depth: usize) {
        let name = part.attachment_name();
        match &part.body {
            PartType::Text(text) => self.text(text),
            PartType::Html(html) => self.html(html),
            PartType::Message(inner) if depth < DEEPEST => self.take(inner, depth.saturating_add(1)),
            PartType::Message(_) => self.could_not(),
            PartType::Binary(octets) => self.file(octets, name, false),
            PartType::InlineBinary(octets) => self.file(octets, name, true),
            PartType::Multipart(_) => {}
        }
        let is_file = name.is_some() && matches!(part.body, PartType::Text(_) | PartType::Html(_));
        if is_file {
            self.attach(attachment::of(part.contents(), name), name);
        }
        self.text(name.unwrap_or_default());
    }

    fn file(&mut self, octets: &[u8], name: Option<&str>, is_inline: bool) {
        let found = attachment::of(octets, name);
        if !is_inline {
            self.attach(found, name);
        }
        match attachment::within(found.kind) {
            attachment::Within::Text => self.text(&String::from_utf8_lossy(octets)),
            attachment::Within::Zip => {
                let look = office::texts(octets);
                look.texts.iter().for_each(|text| self.text(text));
                self.unread = self.unread.saturating_add(u32::from(!look.is_whole));
            }
            // A picture in the text is a logo as a rule.
            attachment::Within::Closed if is_inline => {}
            attachment::Within::Closed => self.could_not(),
        }
    }

    fn attach(&mut self, found: AttachmentFound, name: Option<&str>) {
        self.attachments.push(found);
        self.files.push(NamedFile {
            name: HeaderText::clean(name.unwrap_or_default()),
            octets: found.octets,
        });
    }

    fn html(&mut self, html: &str) {
        if html.len() > self.left {
            self.could_not();
            return;
        }
        self.markup.push(html.to_owned());
        self.text(&html_to_text(html));
    }

    fn text(&mut self, text: &str) {
        if text.len() > self.left {
            self.could_not();
            return;
        }
        self.left = self.left.saturating_sub(text.len());
        if !text.trim().is_empty() {
            self.texts.push(text.replace('\u{a0}', " "));
        }
    }

    fn could_not(&mut self) {
        self.unread = self.unread.saturating_add(1);
    }
}

/// Header fields that are markings themselves, whatever they say.
const MARKING_FIELDS: [(&str, &str); 3] = [
    ("Sensitivity", "Sensitivity"),
    ("X-Protective-Marking", "X-Protective-Marking"),
    ("msip_labels", "Sensitivity label"),
];

/// Octets of a message that are looked at; no provider takes larger ones.
const MOST_OCTETS: usize = 64 * 1024 * 1024;

/// Octets of all its texts together.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// Parts, those of messages within it too.
const MOST_PARTS: usize = 500;

/// Messages within messages.
const DEEPEST: usize = 8;
