//! Letter: a message that Astray writes, from what is meant to the octets that say just that.

use message::{Address, Domain, HeaderText, MessageId, Timestamp};

use crate::{Error, compose, parsed_back};

/// Somebody whom a letter is from or to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The display name; empty for none.
    pub name: HeaderText,
    /// The address.
    pub address: Address,
}

impl Party {
    /// An address without a display name.
    pub fn bare(address: Address) -> Self {
        Self {
            name: HeaderText::default(),
            address,
        }
    }
}

/// A letter's text: lines that end in LF, with no other control character but tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterText(String);

impl LetterText {
    /// The text with line breaks made LF, one at the end and none before it, and other control characters made spaces.
    pub fn clean(text: &str) -> Self {
        let unified = text.replace("\r\n", "\n").replace('\r', "\n");
        let cleaned: String = unified
            .chars()
            .map(|c| match c {
                '\n' | '\t' => c,
                c if c.is_control() => ' ',
                c => c,
            })
            .collect();
        Self(format!("{}\n", cleaned.trim_end_matches('\n')))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name, one of ours.
    pub name: &'static str,
    /// What it is.
    pub content: Content,
}

/// What an attachment is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// JSON.
    Json(String),
    /// A message's header block as it was (`message/rfc822-headers`, RFC 6522 section 4).
    HeaderBlock(Vec<u8>),
    /// A whole message (`message/rfc822`); where its octets may not travel as such, a plain file.
    Message(Vec<u8>),
}

/// What a letter is to say. Whoever shows it before it goes may change its subject and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Whom it is from: the address that the stray message was sent from.
    pub from: Party,
    /// Whom it is to.
    pub to: Vec<Party>,
    /// The subject.
    pub subject: HeaderText,
    /// The text.
    pub text: LetterText,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
    /// Its Message-ID, chosen beforehand so that it can be looked for.
    pub message_id: MessageId,
    /// Its date.
    pub date: Timestamp,
    /// The message that it follows, and is threaded under.
    pub follows: Option<MessageId>,
}

/// A letter as it goes: octets with CRLF line ends that were read again and found to say what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    from: Address,
    to: Vec<Address>,
    message_id: MessageId,
    octets: Vec<u8>,
}

impl Letter {
    /// Composes a letter, reads it again with another parser, and compares.
    ///
    /// # Errors
    /// [`Error::Unsendable`] for an address that mail cannot be sent to, [`Error::NotAsMeant`] where the octets would say something
    /// else than the outline.
    pub fn compose(outline: &Outline) -> Result<Self, Error> {
        let octets = compose::octets(outline)?;
        parsed_back::check(outline, &octets)?;
        Ok(Self {
            from: outline.from.address.clone(),
            to: addresses(&outline.to),
            message_id: outline.message_id.clone(),
            octets,
        })
    }

    /// A letter whose octets were made and checked elsewhere in the crate.
    pub(crate) fn checked(from: &Party, to: &Party, message_id: &MessageId, octets: Vec<u8>) -> Self {
        Self {
            from: from.address.clone(),
            to: vec![to.address.clone()],
            message_id: message_id.clone(),
            octets,
        }
    }

    /// Who it is from; bounces go there.
    pub const fn from(&self) -> &Address {
        &self.from
    }

    /// All whom it goes to.
    pub fn to(&self) -> &[Address] {
        &self.to
    }

    /// Its Message-ID.
    pub const fn message_id(&self) -> &MessageId {
        &self.message_id
    }

    /// The whole message: what is put into Drafts, sent, filed in Sent, and saved as .eml.
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }
}

/// A Message-ID of that random number at the sender's domain. The number comes from whoever writes the letter down first.
pub fn message_id(random: u128, domain: &Domain) -> Option<MessageId> {
    // An address literal's brackets cannot stand in every Message-ID that servers accept.
    let domain = if domain.is_literal() {
        "localhost"
    } else {
        domain.ascii()
    };
    MessageId::parse(&format!("{random:032x}@{domain}"))
}

fn addresses(parties: &[Party]) -> Vec<Address> {
    parties.iter().map(|party| party.address.clone()).collect()
}

#[cfg(test)]
pub(crate) mod tests;
