//! Report: what the security desk is told, as a letter, as a page, and as facts for programs.

mod document;
mod page;
mod text;
mod veris;

use message::{Address, Domain, HeaderText, MessageId, Timestamp};
use template::LetterKind;

pub use document::schema;
pub use page::PrintedPage;

use crate::{
    Error, Wording,
    findings::Findings,
    letter::{Attachment, Content, LetterText, Outline, Party},
};

/// All that a report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The incident's number on the user's computer.
    pub reference: i64,
    /// Whom the stray message is from, and so the report.
    pub from: Party,
    /// How to reach the user; empty where the address is enough.
    pub contact: HeaderText,
    /// When the stray message was sent.
    pub sent_at: Timestamp,
    /// When Astray saw it.
    pub noticed_at: Timestamp,
    /// When the user said that it is a mistake.
    pub confirmed_at: Option<Timestamp>,
    /// Where it went, and why that is wrong.
    pub stray: Vec<Stray>,
    /// How many other people got it too.
    pub other_recipients: usize,
    /// What is known of the delivery.
    pub delivery: Delivery,
    /// What the user says it contained.
    pub contents: Vec<Contents>,
    /// What Astray found in it; none where it has not looked.
    pub findings: Option<Findings>,
    /// What has been done, in the order of time.
    pub done: Vec<Done>,
    /// By when it has to be decided whether somebody must be told.
    pub decide_by: Option<Timestamp>,
    /// The user's own words.
    pub note: LetterText,
    /// The subject, where the user adds it.
    pub subject: Option<HeaderText>,
    /// The attachments' names, where the user adds them.
    pub attachment_names: Vec<HeaderText>,
    /// The stray message's Message-ID, by which a mail administrator finds it.
    pub message_id: Option<MessageId>,
}

/// A wrong recipient.
#[derive(Clone, Debug, PartialEq)]
pub struct Stray {
    /// The address that it went to.
    pub address: Address,
    /// The address that was meant, where the user has said so.
    pub meant: Option<Address>,
    /// The domain that was probably meant.
    pub meant_domain: Domain,
    /// How bad, in the judge's word.
    pub severity: String,
    /// How sure, from 0 to 1.
    pub confidence: f64,
    /// Why, strongest first: the documented kind and the sentence.
    pub reasons: Vec<(String, String)>,
}

/// What is known of the delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing came back.
    NotKnown,
    /// It came back as undeliverable.
    Bounced,
    /// The recipient has answered that it is deleted.
    DeletionConfirmed,
}

/// What the user says that a message contained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contents {
    /// Details of persons.
    PersonalDetails,
    /// Somebody's health.
    Health,
    /// Passwords or keys.
    Secrets,
    /// Bank details or payments.
    Money,
    /// Travel plans.
    Travel,
    /// Something marked or classified.
    Marked,
    /// Nothing sensitive.
    NothingSensitive,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: Deed,
}

/// What can have been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// The security desk was telephoned.
    DeskCalled,
    /// A link is no longer shared.
    SharingStopped,
    /// A password was changed.
    PasswordChanged,
    /// A key or token was replaced.
    KeyReplaced,
    /// A card was blocked.
    CardBlocked,
    /// A bank was told.
    BankTold,
    /// The person whom it is about was warned.
    PersonWarned,
    /// The recipient was asked to delete the message.
    DeletionAsked,
    /// The recipient was asked once more.
    DeletionAskedAgain,
    /// The recipient says that it is deleted.
    DeletionConfirmed,
    /// The message was sent to the right person.
    SentToTheRightPerson,
}

impl Contents {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::PersonalDetails,
        Self::Health,
        Self::Secrets,
        Self::Money,
        Self::Travel,
        Self::Marked,
        Self::NothingSensitive,
    ];

    /// The name in the record and in incident.json.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PersonalDetails => "personal-details",
            Self::Health => "health",
            Self::Secrets => "secrets",
            Self::Money => "money",
            Self::Travel => "travel",
            Self::Marked => "marked",
            Self::NothingSensitive => "nothing-sensitive",
        }
    }

    /// The contents of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contents| contents.as_str() == name)
    }
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::DeskCalled,
        Self::SharingStopped,
        Self::PasswordChanged,
        Self::KeyReplaced,
        Self::CardBlocked,
        Self::BankTold,
        Self::PersonWarned,
        Self::DeletionAsked,
        Self::DeletionAskedAgain,
        Self::DeletionConfirmed,
        Self::SentToTheRightPerson,
    ];

    /// The name in incident.json and in the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DeskCalled => "desk-called",
            Self::SharingStopped => "sharing-stopped",
            Self::PasswordChanged => "password-changed",
            Self::KeyReplaced => "key-replaced",
            Self::CardBlocked => "card-blocked",
            Self::BankTold => "bank-told",
            Self::PersonWarned => "person-warned",
            Self::DeletionAsked => "deletion-asked",
            Self::DeletionAskedAgain => "deletion-asked-again",
            Self::DeletionConfirmed => "deletion-confirmed",
            Self::SentToTheRightPerson => "sent-to-the-right-person",
        }
    }
}

impl Delivery {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotKnown, Self::Bounced, Self::DeletionConfirmed];

    /// The name in incident.json and in the catalogue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotKnown => "not-known",
            Self::Bounced => "bounced",
            Self::DeletionConfirmed => "deletion-confirmed",
        }
    }
}

/// What of the stray message goes with the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Its header block, without the fields that say what it is about unless the user adds them.
    HeaderBlock(Vec<u8>),
    /// The whole message, since the user ticked it.
    Whole(Vec<u8>),
    /// Nothing: it cannot be fetched any more.
    Nothing,
}

impl Report {
    /// The letter to the security desk, to be shown and changed before it goes.
    ///
    /// # Errors
    /// Never with the templates that come with Astray.
    pub fn outline(
        &self,
        desk: &Address,
        evidence: &Evidence,
        message_id: MessageId,
        now: Timestamp,
        wording: &Wording,
    ) -> Result<Outline, Error> {
        let template = wording
            .template(LetterKind::Report)
            .ok_or(Error::NotAsMeant("template"))?;
        let values = self.values(wording);
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let filled = template.fill(&values);
        Ok(Outline {
            from: self.from.clone(),
            to: vec![Party::bare(desk.clone())],
            subject: filled.subject,
            text: LetterText::clean(&filled.text),
            attachments: self.attachments(evidence, now)?,
            message_id,
            date: now,
            follows: None,
        })
    }

    fn attachments(&self, evidence: &Evidence, now: Timestamp) -> Result<Vec<Attachment>, Error> {
        let mut attachments = vec![Attachment {
            name: "incident.json",
            content: Content::Json(self.json(now)?),
        }];
        match evidence {
            Evidence::HeaderBlock(block) => attachments.push(Attachment {
                name: "header.txt",
                content: Content::HeaderBlock(self.told_of(block)),
            }),
            Evidence::Whole(octets) => attachments.push(Attachment {
                name: "message.eml",
                content: Content::Message(octets.clone()),
            }),
            Evidence::Nothing => {}
        }
        Ok(attachments)
    }

    /// The header block without what tells the subject, unless the user adds it.
    fn told_of(&self, block: &[u8]) -> Vec<u8> {
        if self.subject.is_some() {
            block.to_vec()
        } else {
            text::without_subject(block)
        }
    }
}

#[cfg(test)]
mod tests;
