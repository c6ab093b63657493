//! Recall: the request to delete what came by mistake, and its one reminder. Neither says anything of what the message held.

use message::{Address, HeaderText, MessageId, Timestamp};
use template::{LetterKind, Template};

use crate::{
    Error, Wording,
    letter::{LetterText, Outline, Party},
};

/// What a recall request and its reminder are made of. The stray message's subject and text are no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// Whom it is from: the address that the stray message was sent from.
    pub from: Party,
    /// The unintended recipient. No name: it was written by the user, and may name the right person.
    pub to: Address,
    /// When the stray message was sent.
    pub sent_at: Timestamp,
    /// The stray message's Message-ID, under which the request is threaded.
    pub stray: Option<MessageId>,
    /// The date by which the answer is asked for.
    pub confirm_by: Timestamp,
    /// Whom to reach with questions.
    pub contact: HeaderText,
}

/// When and as which message the first request was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// When.
    pub at: Timestamp,
    /// Its Message-ID, under which the reminder is threaded.
    pub message_id: MessageId,
}

impl Recall {
    /// The request, to be shown and changed before it goes.
    ///
    /// # Errors
    /// Never with the templates that come with Astray.
    pub fn request(
        &self,
        message_id: MessageId,
        now: Timestamp,
        wording: &Wording,
    ) -> Result<Outline, Error> {
        let template = wording.template(LetterKind::Recall);
        self.outline(template, message_id, now, wording, None)
    }

    /// The reminder, after the date of the request has passed.
    ///
    /// # Errors
    /// As for [`Recall::request`].
    pub fn reminder(
        &self,
        asked: &Asked,
        message_id: MessageId,
        now: Timestamp,
        wording: &Wording,
    ) -> Result<Outline, Error> {
        let template = wording.template(LetterKind::Reminder);
        self.outline(template, message_id, now, wording, Some(asked))
    }

    fn outline(
        &self,
        template: Option<&Template>,
        message_id: MessageId,
        now: Timestamp,
        wording: &Wording,
        asked: Option<&Asked>,
    ) -> Result<Outline, Error> {
        let filled = template.ok_or(Error::NotAsMeant("template"))?.fill(&[
            ("from", &self.from.address.to_string()),
            ("sent_at", &wording.moment(self.sent_at)),
            ("confirm_by", &wording.date(self.confirm_by)),
            ("contact", self.contact.as_str()),
            (
                "asked_on",
                &asked.map_or_else(String::new, |asked| wording.date(asked.at)),
            ),
        ]);
        Ok(Outline {
            from: self.from.clone(),
            to: vec![Party::bare(self.to.clone())],
            subject: filled.subject,
            text: LetterText::clean(&filled.text),
            attachments: Vec::new(),
            message_id,
            date: now,
            follows: asked
                .map(|asked| asked.message_id.clone())
                .or_else(|| self.stray.clone()),
        })
    }
}
