//! Past: what has happened in the incidents of the pictures, put into a casebook as it would have come.

use anyhow::{Context, Result};
use casebook::{
    Answer, Became, Bounce, Casebook, Contents, Decision, Fate, Finding, FindingKind, FindingName,
    IncidentId, Intent, Letter, Marked, Note, Outcome, Step, TrustScope, Way,
};
use message::{Address, MessageId, Timestamp};

const HOUR: i64 = 60 * 60 * 1000;

/// Something that has happened in an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    Confirmed,
    NotSure,
    Marked(Marked),
    Harmless,
    /// It held money and passwords.
    Contents,
    Found,
    Ticked,
    HarmDone,
    Asked,
    Drafted,
    Failed,
    Lost,
    Answered,
    LeftOut,
    Reported,
    Resent,
    Prevented,
    Closed,
    Right,
    Bounced,
}

/// It was neither marked nor classified.
pub(crate) const NO: Past = Past::Marked(Marked::No);

/// What happened in each incident, in their order from the first, and how many hours ago that began. Each step came three minutes after the
/// one before it.
pub(crate) fn put(casebook: &mut Casebook, pasts: &[(i64, &[Past])]) -> Result<()> {
    for (number, (hours_ago, past)) in pasts.iter().enumerate() {
        let begun = watch::now().millis() - hours_ago * HOUR;
        let id = IncidentId::from(i64::try_from(number)? + 1);
        for (step, minutes) in past.iter().zip(1..) {
            let at = Timestamp::from_millis(begun + minutes * 3 * 60_000);
            step.put(casebook, id, at)
                .with_context(|| format!("incident {}", number + 1))?;
        }
    }
    Ok(())
}

impl Past {
    fn put(self, casebook: &mut Casebook, id: IncidentId, at: Timestamp) -> Result<()> {
        let decision = match self {
            Self::Confirmed => Decision::Confirmed,
            Self::NotSure => Decision::NotSure,
            Self::Marked(marked) => Decision::Marked(marked),
            Self::Harmless => Decision::Contents(vec![Contents::Nothing]),
            Self::Contents => Decision::Contents(vec![Contents::Money, Contents::PasswordsOrKeys]),
            Self::Found => Decision::Scanned(found()),
            Self::Ticked => Decision::FindingDone(name(FindingKind::CardNumber, "Visa")),
            Self::HarmDone => Decision::StepDone(Step::Harm),
            Self::Prevented => Decision::StepDone(Step::Prevention),
            Self::Right => Decision::ItsRight(TrustScope::Domain),
            Self::Answered => Decision::AnswerFiled {
                answer: Answer::Deleted,
                note: Note::new("Deleted it unread, with regards."),
            },
            Self::LeftOut => Decision::StepSkipped {
                step: Step::Resend,
                reason: Note::new("He has it from the meeting already."),
            },
            Self::Closed => Decision::Closed {
                outcome: Outcome::Reported,
                word: Note::new("The desk has it from here."),
            },
            Self::Asked => return letter(casebook, id, (Letter::Recall, Fate::Sent), at),
            Self::Drafted => return letter(casebook, id, (Letter::Recall, Fate::Drafted), at),
            Self::Failed => {
                let why = Note::new("The server takes no more mail today.");
                return letter(casebook, id, (Letter::Recall, Fate::Failed { why }), at);
            }
            Self::Lost => return letter(casebook, id, (Letter::Recall, Fate::Unknown), at),
            Self::Reported => return letter(casebook, id, (Letter::Report, Fate::Sent), at),
            Self::Resent => return letter(casebook, id, (Letter::Corrected, Fate::Sent), at),
            Self::Bounced => {
                let bounce = Bounce {
                    recipient: sent_to(casebook, id)?,
                    status: Note::new("5.1.1"),
                };
                casebook.note_bounce(id, bounce, at)?;
                return Ok(());
            }
        };
        Ok(casebook.decide(id, decision, at)?)
    }
}

fn sent_to(casebook: &Casebook, id: IncidentId) -> Result<Address> {
    let item = casebook.history_item(id)?.context("the incident is gone")?;
    Ok(Address::parse(&item.address.to_string())?)
}

fn letter(
    casebook: &mut Casebook,
    id: IncidentId,
    (letter, fate): (Letter, Fate),
    at: Timestamp,
) -> Result<()> {
    let text = format!("{}.{}@northbridge.example", letter.as_str(), id.value());
    let message_id = MessageId::parse(&text).context("no Message-ID")?;
    let to = match letter {
        Letter::Recall | Letter::Reminder => sent_to(casebook, id)?,
        Letter::Report => Address::parse("security@northbridge.example")?,
        Letter::Corrected => Address::parse("john.smith@army.mil")?,
    };
    let intent = Intent {
        letter,
        way: if fate == Fate::Drafted {
            Way::Drafts
        } else {
            Way::Send
        },
        message_id: message_id.clone(),
        to: vec![to],
        kept: None,
    };
    casebook.intend_letter(id, &intent, None, at)?;
    Ok(casebook.letter_became(id, Became { message_id, fate }, at)?)
}

fn found() -> Vec<Finding> {
    [
        (FindingKind::Password, "", 2),
        (FindingKind::SharedLink, "Dropbox", 1),
        (FindingKind::CardNumber, "Visa", 1),
        (FindingKind::Attachment, "application/pdf", 3),
    ]
    .into_iter()
    .map(|(kind, detail, count)| Finding {
        name: name(kind, detail),
        count,
    })
    .collect()
}

fn name(finding: FindingKind, detail: &str) -> FindingName {
    FindingName {
        finding,
        detail: Note::new(detail),
    }
}
