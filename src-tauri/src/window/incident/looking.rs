//! Commands that look: inside the message, for an answer to a letter, for a letter of which nobody knows what became of it.

use casebook::{Became, Bounce, Decision, Fate, FindingKind, FindingName, Incident, Note};
use mailbox::{Answered, Listening};
use message::{Address, MessageId, Timestamp};
use response::findings::{self, Findings, Kind};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{
    super::{Office, away, error::CommandError, view::IncidentView},
    change,
    decision::FindingInput,
    found, place,
    post::Post,
};
use crate::wording::say;

/// Fetches the message, looks at it on this computer, and records what kinds of things it found, and how many.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_inside(office: State<'_, Office>, id: i64) -> Result<IncidentView, CommandError> {
    let incident = found(&office, id).await?;
    let post = Post::of(&office, &incident).await?;
    let message = post.message(&incident).await?;
    let look = away(move || findings::look(&message)).await?;
    office.held.links(id, look.links);
    office.held.hold_files(id, look.files);
    let scanned = Decision::Scanned(recorded(&look.findings));
    change(&office, id, move |casebook| {
        casebook.decide(id.into(), scanned, watch::now())
    })
    .await
}

/// What a look through the inbox brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct HeardView {
    /// The incident as it stands then.
    pub(crate) incident: IncidentView,
    /// Answers to a letter of it. What they say the user reads, and files.
    pub(crate) replies: Vec<ReplyView>,
    /// Who did not get the message, as mail servers say, now or at an earlier look.
    pub(crate) returned: Vec<String>,
}

/// An answer that lies in the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReplyView {
    /// Who sent it; empty where it does not say so.
    pub(crate) from: String,
    /// When it came; none where the server does not say so.
    pub(crate) at: Option<i64>,
    /// Whether a program wrote it.
    pub(crate) is_automatic: bool,
}

/// Looks through the inbox for answers to a letter, and for mail servers that returned the message, which is recorded.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_for_answer(office: State<'_, Office>, id: i64) -> Result<HeardView, CommandError> {
    let incident = found(&office, id).await?;
    let post = Post::of(&office, &incident).await?;
    let listening = listening(&incident);
    let heard = post
        .errand(move |account, secret, limits| mailbox::listen(account, secret, limits, &listening))
        .await?;
    let bounces: Vec<Bounce> = heard
        .failed()
        .map(|report| Bounce {
            recipient: report.recipient.clone(),
            status: Note::new(report.status.as_str()),
        })
        .collect();
    let returned = bounces.iter().map(|bounce| bounce.recipient.shown()).collect();
    let replies = replies(&heard.replies, &incident);
    let incident = change(&office, id, move |casebook| {
        for bounce in bounces {
            casebook.note_bounce(id.into(), bounce, watch::now())?;
        }
        Ok(())
    })
    .await?;
    Ok(HeardView {
        incident,
        replies,
        returned,
    })
}

/// Looks for a letter in the drafts and the sent mail, and records what became of it where it is there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_for_letter(
    office: State<'_, Office>,
    id: i64,
    message_id: String,
) -> Result<IncidentView, CommandError> {
    let incident = found(&office, id).await?;
    let message_id = letter_of(&incident, &message_id)?;
    let post = Post::of(&office, &incident).await?;
    let wanted = message_id.clone();
    let lies = post
        .errand(move |account, secret, limits| mailbox::find_letter(account, secret, limits, &wanted))
        .await?;
    let is_draft = incident
        .progress
        .letter(&message_id)
        .is_some_and(|letter| letter.became() == Some(&Fate::Drafted));
    let fate = match (lies.in_sent, lies.in_drafts) {
        (true, _) => Some(Fate::Sent),
        (false, true) if !is_draft => Some(Fate::Drafted),
        (false, _) => None,
    };
    change(&office, id, move |casebook| match fate {
        Some(fate) => casebook.letter_became(id.into(), Became { message_id, fate }, watch::now()),
        None => Ok(()),
    })
    .await
}

/// Records what the user knows of a letter: that it was sent, or that it was not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn say_letter(
    office: State<'_, Office>,
    id: i64,
    message_id: String,
    was_sent: bool,
) -> Result<IncidentView, CommandError> {
    let incident = found(&office, id).await?;
    let message_id = letter_of(&incident, &message_id)?;
    let became = if was_sent {
        Became {
            message_id,
            fate: Fate::Sent,
        }
    } else {
        Became::failed(message_id, &say("timeline-you-said-not-sent"))
    };
    change(&office, id, move |casebook| {
        casebook.letter_became(id.into(), became, watch::now())
    })
    .await
}

/// Opens the place where the sharing of a file is ended: the link itself as long as it is held, else the service's own page.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_place(
    office: State<'_, Office>,
    id: i64,
    finding: FindingInput,
    detail: String,
) -> Result<IncidentView, CommandError> {
    let name = FindingName {
        finding: finding.into(),
        detail: Note::new(&detail),
    };
    let held = office.held.link(id, name.detail.as_str());
    if let Some(place) = held.or_else(|| place::of(&name).map(str::to_owned)) {
        away(move || webbrowser::open(&place)).await?.map_err(|error| {
            tracing::warn!("the web browser cannot be opened: {error}");
            CommandError::not_now(say("error-no-browser"), say("error-no-browser-hint"))
        })?;
    }
    change(&office, id, |_| Ok(())).await
}

/// What came back may belong to the message or to a letter that followed it.
fn listening(incident: &Incident) -> Listening {
    let letters = incident.progress.letters.iter();
    Listening {
        message_id: incident.facts.message_id.clone(),
        sent_at: sent_at(incident),
        letters: letters.map(|letter| letter.message_id().clone()).collect(),
    }
}

/// Each answer once, though it may follow several letters; a letter of the user's own, such as the reminder, is none.
fn replies(answered: &[Answered], incident: &Incident) -> Vec<ReplyView> {
    let mut seen = Vec::new();
    let mut replies = Vec::new();
    for reply in answered {
        let message = &reply.message;
        let id = message.message_id.as_ref();
        let is_own = id.is_some_and(|id| incident.progress.letter(id).is_some());
        if is_own || seen.contains(&&message.key) {
            continue;
        }
        seen.push(&message.key);
        replies.push(ReplyView {
            from: message.from.as_ref().map(Address::shown).unwrap_or_default(),
            at: reply.received_at.or(message.sent_at).map(Timestamp::millis),
            is_automatic: reply.is_automatic,
        });
    }
    replies
}

/// When the stray message was sent, as far as it is known.
pub(super) fn sent_at(incident: &Incident) -> Timestamp {
    incident.facts.sent_at.unwrap_or(incident.facts.noticed_at)
}

fn letter_of(incident: &Incident, message_id: &str) -> Result<MessageId, CommandError> {
    let known = MessageId::parse(message_id).filter(|id| incident.progress.letter(id).is_some());
    known.ok_or_else(CommandError::no_incident)
}

/// What was found, as the record keeps it.
fn recorded(findings: &Findings) -> Vec<casebook::Finding> {
    let mut all: Vec<casebook::Finding> = Vec::new();
    for found in &findings.found {
        add(&mut all, kind_of(found.kind), &found.label, found.count);
    }
    for attachment in &findings.attachments {
        let kind = if attachment.is_disguised {
            FindingKind::DisguisedAttachment
        } else {
            FindingKind::Attachment
        };
        add(&mut all, kind, attachment.kind, 1);
    }
    if findings.unread > 0 {
        add(&mut all, FindingKind::LockedAttachment, "", findings.unread);
    }
    all
}

fn add(all: &mut Vec<casebook::Finding>, finding: FindingKind, detail: &str, count: u32) {
    let name = FindingName {
        finding,
        detail: Note::new(detail),
    };
    match all.iter_mut().find(|found| found.name == name) {
        Some(found) => found.count = found.count.saturating_add(count),
        None => all.push(casebook::Finding { name, count }),
    }
}

const fn kind_of(kind: Kind) -> FindingKind {
    match kind {
        Kind::Marking => FindingKind::Marking,
        Kind::CardNumber => FindingKind::CardNumber,
        Kind::Iban => FindingKind::Iban,
        Kind::NationalId => FindingKind::NationalId,
        Kind::PrivateKey => FindingKind::PrivateKey,
        Kind::AccessToken => FindingKind::AccessToken,
        Kind::Password => FindingKind::Password,
        Kind::SharedLink => FindingKind::SharedLink,
    }
}
