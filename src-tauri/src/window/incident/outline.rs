//! What a letter is made of: the incident, the organisation's rules, and what the user wants in it. Pure.

use casebook::{Answer, Fate, FindingKind, Incident, Letter as Kind};
use jiff::tz::TimeZone;
use message::{Address, Field, HeaderText, MessageId, Timestamp};
use response::{
    Asked, LetterText, Outline, Party, Recall, Report, Wording,
    findings::{self, Findings},
    report::{Contents, Deed, Delivery, Done, Evidence, Stray},
};

use super::{
    letter_view::{Included, LetterWish},
    looking::sent_at,
    shown::Rules,
};

/// An incident for which a letter is written, at a time.
pub(super) struct Writing<'a> {
    pub(super) incident: &'a Incident,
    pub(super) rules: &'a Rules,
    pub(super) wish: &'a LetterWish,
    pub(super) language: template::Language,
    /// The attachments' names, where the user adds them.
    pub(super) names: &'a [HeaderText],
    pub(super) now: Timestamp,
}

impl Writing<'_> {
    /// The letter's outline under that Message-ID. The message that is sent again has none: it goes as it was.
    ///
    /// # Errors
    /// Where a template does not serve, or there is nobody to write to.
    pub(super) fn outline(
        &self,
        message_id: MessageId,
        evidence: &Evidence,
    ) -> Result<Outline, response::Error> {
        let wording = self.wording();
        match Kind::from(self.wish.letter) {
            Kind::Recall => self.to_all(self.recall()?.request(message_id, self.now, &wording)?),
            Kind::Reminder => {
                let asked = self.asked().ok_or(response::Error::NotAsMeant("date"))?;
                self.to_all(self.recall()?.reminder(&asked, message_id, self.now, &wording)?)
            }
            Kind::Report | Kind::Corrected => {
                let desk = self.rules.policy.response.desk.email.clone();
                // Saved as a file, it is to nobody but whoever saves it.
                let desk = desk.unwrap_or_else(|| self.from());
                self.report()
                    .outline(&desk, evidence, message_id, self.now, &wording)
            }
        }
    }

    /// In which words it is written: the window's language, the organisation's templates.
    pub(super) fn wording(&self) -> Wording {
        Wording {
            replaced: self.rules.policy.response.templates.clone(),
            ..Wording::new(self.language, TimeZone::system())
        }
    }

    /// The address that the stray message was sent from.
    pub(super) fn from(&self) -> Address {
        let facts = &self.incident.facts;
        facts
            .from
            .clone()
            .unwrap_or_else(|| self.incident.account_address.clone())
    }

    fn recall(&self) -> Result<Recall, response::Error> {
        let wrong = self.wrong();
        let to = wrong.first().ok_or(response::Error::NotAsMeant("recipient"))?;
        let days = i64::from(self.rules.policy.response.answer_days);
        let until = self.now.millis().saturating_add(days.saturating_mul(DAY));
        Ok(Recall {
            from: Party::bare(self.from()),
            to: to.clone(),
            sent_at: sent_at(self.incident),
            stray: self.incident.facts.message_id.clone(),
            confirm_by: Timestamp::from_millis(until),
            contact: HeaderText::clean(&self.from().to_string()),
        })
    }

    /// All who got it wrongly and saw each other in it; of those who did not, the first alone.
    fn wrong(&self) -> Vec<Address> {
        let lookalikes = &self.incident.facts.lookalikes;
        let open = lookalikes.iter().filter(|fact| fact.field != Field::Bcc);
        let mut all: Vec<Address> = open.map(|fact| fact.address.clone()).collect();
        if all.is_empty() {
            all.extend(lookalikes.first().map(|fact| fact.address.clone()));
        }
        all
    }

    fn to_all(&self, mut outline: Outline) -> Result<Outline, response::Error> {
        outline.to = self.wrong().into_iter().map(Party::bare).collect();
        Ok(outline)
    }

    fn asked(&self) -> Option<Asked> {
        let mut letters = self.incident.progress.letters_of(Kind::Recall);
        letters.find_map(|letter| {
            Some(Asked {
                at: letter.went_at()?,
                message_id: letter.message_id().clone(),
            })
        })
    }

    /// All that the report says.
    pub(super) fn report(&self) -> Report {
        let facts = &self.incident.facts;
        let progress = &self.incident.progress;
        let is_wanted = |what| self.wish.include.contains(&what);
        let others = facts.recipients.len().saturating_sub(facts.lookalikes.len());
        Report {
            reference: self.incident.id.value(),
            from: Party::bare(self.from()),
            contact: HeaderText::clean(&self.from().to_string()),
            sent_at: sent_at(self.incident),
            noticed_at: facts.noticed_at,
            confirmed_at: progress.confirmed.map(|confirmed| confirmed.at),
            stray: facts.lookalikes.iter().map(stray).collect(),
            other_recipients: others,
            delivery: self.delivery(),
            contents: progress
                .contents
                .iter()
                .flat_map(|said| &said.value)
                .map(|&contents| contents_of(contents))
                .collect(),
            findings: progress
                .scanned
                .as_ref()
                .map(|scanned| findings_of(&scanned.value)),
            done: self.done(),
            decide_by: self.decide_by(),
            note: LetterText::clean(&self.wish.note),
            subject: is_wanted(Included::Subject).then(|| facts.subject.clone()),
            attachment_names: self.names.to_vec(),
            message_id: facts.message_id.clone(),
        }
    }

    fn decide_by(&self) -> Option<Timestamp> {
        let playbook = response::playbook::Playbook::of(self.incident, &self.rules.policy.response, self.now);
        playbook.deadlines.first().map(|deadline| deadline.at)
    }

    fn delivery(&self) -> Delivery {
        let progress = &self.incident.progress;
        let is_deleted = progress
            .answers
            .last()
            .is_some_and(|answer| answer.value.0 == Answer::Deleted);
        match (is_deleted, progress.bounces.is_empty()) {
            (true, _) => Delivery::DeletionConfirmed,
            (false, false) => Delivery::Bounced,
            (false, true) => Delivery::NotKnown,
        }
    }

    /// What has been done, from the events that still count.
    fn done(&self) -> Vec<Done> {
        let progress = &self.incident.progress;
        let finding = progress.findings_done.iter().filter_map(|(name, done)| {
            Some(Done {
                at: done.at,
                what: deed_of(name.finding)?,
            })
        });
        let letter = progress.letters.iter().filter_map(|letter| {
            let what = match letter.letter() {
                Kind::Recall => Deed::DeletionAsked,
                Kind::Reminder => Deed::DeletionAskedAgain,
                Kind::Corrected => Deed::SentToTheRightPerson,
                Kind::Report => return None,
            };
            let fate = letter.fate.as_ref().filter(|fate| fate.value == Fate::Sent)?;
            Some(Done { at: fate.at, what })
        });
        let cleared = progress.desk_cleared.map(|cleared| Done {
            at: cleared.at,
            what: Deed::DeskCalled,
        });
        let answered = progress
            .answers
            .iter()
            .filter(|answer| answer.value.0 == Answer::Deleted)
            .map(|answer| Done {
                at: answer.at,
                what: Deed::DeletionConfirmed,
            });
        let mut done: Vec<Done> = finding.chain(letter).chain(cleared).chain(answered).collect();
        done.sort_by_key(|done| done.at);
        done
    }
}

fn stray(fact: &casebook::LookalikeFact) -> Stray {
    Stray {
        address: fact.address.clone(),
        meant: None,
        meant_domain: fact.of.clone(),
        severity: fact.severity.as_str().to_owned(),
        confidence: fact.confidence.value(),
        reasons: fact
            .reasons
            .iter()
            .map(|reason| (reason.kind.clone(), message::shown(&reason.detail)))
            .collect(),
    }
}

const fn contents_of(contents: casebook::Contents) -> Contents {
    match contents {
        casebook::Contents::PersonalDetails => Contents::PersonalDetails,
        casebook::Contents::Health => Contents::Health,
        casebook::Contents::PasswordsOrKeys => Contents::Secrets,
        casebook::Contents::Money => Contents::Money,
        casebook::Contents::Travel => Contents::Travel,
        casebook::Contents::Marked => Contents::Marked,
        casebook::Contents::Nothing => Contents::NothingSensitive,
    }
}

/// What the record keeps of a look, as a report says it.
fn findings_of(recorded: &[casebook::Finding]) -> Findings {
    let mut findings = Findings::default();
    for found in recorded {
        match kind_of(found.name.finding) {
            Some(kind) => findings.found.push(findings::Finding {
                kind,
                label: found.name.detail.to_string().into(),
                count: found.count,
            }),
            None if found.name.finding == FindingKind::LockedAttachment => findings.unread = found.count,
            None => {}
        }
    }
    findings
}

const fn kind_of(kind: FindingKind) -> Option<findings::Kind> {
    match kind {
        FindingKind::Marking => Some(findings::Kind::Marking),
        FindingKind::CardNumber => Some(findings::Kind::CardNumber),
        FindingKind::Iban => Some(findings::Kind::Iban),
        FindingKind::NationalId => Some(findings::Kind::NationalId),
        FindingKind::PrivateKey => Some(findings::Kind::PrivateKey),
        FindingKind::AccessToken => Some(findings::Kind::AccessToken),
        FindingKind::Password => Some(findings::Kind::Password),
        FindingKind::SharedLink => Some(findings::Kind::SharedLink),
        FindingKind::Attachment | FindingKind::DisguisedAttachment | FindingKind::LockedAttachment => None,
    }
}

const fn deed_of(kind: FindingKind) -> Option<Deed> {
    match kind {
        FindingKind::SharedLink => Some(Deed::SharingStopped),
        FindingKind::Password => Some(Deed::PasswordChanged),
        FindingKind::PrivateKey | FindingKind::AccessToken => Some(Deed::KeyReplaced),
        FindingKind::CardNumber => Some(Deed::CardBlocked),
        FindingKind::Iban => Some(Deed::BankTold),
        FindingKind::NationalId => Some(Deed::PersonWarned),
        FindingKind::Marking => Some(Deed::DeskCalled),
        FindingKind::Attachment | FindingKind::DisguisedAttachment | FindingKind::LockedAttachment => None,
    }
}

const DAY: i64 = 24 * 60 * 60 * 1000;
