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

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use template::Language;

    use super::*;
    use crate::{
        Letter,
        letter::tests::{address, outline},
    };

    fn recall() -> Recall {
        Recall {
            from: Party::bare(address("a.clerk@acme.example")),
            to: address("john@army.ml"),
            sent_at: Timestamp::from_millis(1_790_000_000_000),
            stray: MessageId::parse("stray@acme.example"),
            confirm_by: Timestamp::from_millis(1_790_300_000_000),
            contact: HeaderText::clean("security@acme.example, +44 20 7946 0018"),
        }
    }

    #[test]
    fn the_request_says_what_to_do_and_by_when() {
        let wording = Wording::new(Language::English, TimeZone::UTC);
        let request = recall()
            .request(outline().message_id, recall().sent_at, &wording)
            .unwrap();
        for part in [
            "On Monday, 21 September 2026, 14:13 (UTC), a message from a.clerk@acme.example was sent to you in error.",
            "Do not read, copy or forward",
            "Delete it",
            "Reply to this message by Friday, 25 September 2026",
            "security@acme.example, +44 20 7946 0018",
        ] {
            assert!(
                request.text.as_str().contains(part),
                "{part}\n{}",
                request.text.as_str()
            );
        }
        assert_eq!(request.subject.as_str(), "Sent to you in error: please delete");
        assert_eq!(request.follows, MessageId::parse("stray@acme.example"));
        assert!(request.attachments.is_empty());
    }

    #[test]
    fn the_reminder_follows_the_request() {
        for language in Language::ALL {
            let asked = Asked {
                at: Timestamp::from_millis(1_790_000_600_000),
                message_id: MessageId::parse("asked@acme.example").unwrap(),
            };
            let wording = Wording::new(language, TimeZone::UTC);
            let now = Timestamp::from_millis(1_790_400_000_000);
            let reminder = recall()
                .reminder(&asked, outline().message_id, now, &wording)
                .unwrap();
            assert_eq!(reminder.follows, MessageId::parse("asked@acme.example"));
            assert!(
                !reminder.text.as_str().contains(['{', '}']),
                "{}",
                reminder.text.as_str()
            );
            Letter::compose(&reminder).unwrap();
            let request = recall().request(outline().message_id, now, &wording).unwrap();
            Letter::compose(&request).unwrap();
        }
    }

    #[test]
    fn an_organisations_own_words_stand_in() {
        let mut wording = Wording::new(Language::English, TimeZone::UTC);
        let own = Template::parse(LetterKind::Recall, "Subject: Ours\n\nPlease, {contact}").unwrap();
        wording
            .replaced
            .insert((LetterKind::Recall, Language::English), own);
        let request = recall()
            .request(outline().message_id, recall().sent_at, &wording)
            .unwrap();
        assert_eq!(
            (request.subject.as_str(), request.text.as_str()),
            ("Ours", "Please, security@acme.example, +44 20 7946 0018\n")
        );
    }
}
