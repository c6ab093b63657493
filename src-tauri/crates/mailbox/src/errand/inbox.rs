//! Listens for what came back: reports that the message was not delivered, and answers to the request to delete it.

use message::{Delivery, DeliveryReport, HeaderText, MessageId, Reported, SentMessage, Timestamp};

use super::search::{Key, search};
use crate::{
    Account, Doing, Error, Limits, MailboxName, Password, Uid, bounds::Answer, session::Session,
    watcher::on_own_thread,
};

/// What is listened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The message that went astray; without it no report can be told to be about it.
    pub message_id: Option<MessageId>,
    /// When it was sent: nothing came back before.
    pub sent_at: Timestamp,
    /// The letters that may be answered.
    pub letters: Vec<MessageId>,
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What mail servers say became of the message, the newest first.
    pub reports: Vec<Reported>,
    /// Answers, the newest first.
    pub replies: Vec<Answered>,
}

/// An answer to a letter, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The letter that it answers.
    pub to: MessageId,
    /// What its header says.
    pub message: SentMessage,
    /// When the server got it.
    pub received_at: Option<Timestamp>,
    /// Whether a program wrote it (RFC 3834), such as one that says that somebody is away.
    pub is_automatic: bool,
}

impl Heard {
    /// The recipients who did not get the message.
    pub fn failed(&self) -> impl Iterator<Item = &Reported> {
        self.reports.iter().filter(|one| one.delivery == Delivery::Failed)
    }
}

/// Looks through INBOX once. Of what may be a report the beginning is read, of answers the header.
///
/// # Errors
/// What hinders it.
pub fn listen(
    account: &Account,
    password: &Password,
    limits: &Limits,
    listening: &Listening,
) -> Result<Heard, Error> {
    on_own_thread(&account.host, |wake| {
        let mut session = Session::start(account, password, limits, wake)?;
        session.sent = MailboxName::from_wire("INBOX");
        session.open()?;
        let mut heard = Heard::default();
        if let Some(id) = &listening.message_id {
            for uid in search(
                &mut session,
                &Key::returned().since(listening.sent_at),
                MOST_REPORTS,
            )? {
                let report = beginning(&mut session, uid)?;
                let report = report.filter(|report| report.is_about(id));
                heard
                    .reports
                    .extend(report.into_iter().flat_map(|report| report.recipients));
            }
        }
        for letter in &listening.letters {
            for uid in search(&mut session, &Key::follows(letter), MOST_REPLIES)? {
                heard.replies.extend(reply(&mut session, uid, letter)?);
            }
        }
        session.end();
        Ok(heard)
    })
}

/// The report in a message. It comes before what is returned, so that a large message need not be read whole.
fn beginning(session: &mut Session, uid: Uid) -> Result<Option<DeliveryReport>, Error> {
    let (set, query) = (uid.get().to_string(), format!("(UID BODY.PEEK[]<0.{BEGINNING}>)"));
    let answer = session.command(Doing::Looking, Answer::Data, |imap| imap.uid_fetch(set, query))?;
    let of_it = answer.iter().find(|fetch| fetch.uid == Some(uid.get()));
    Ok(of_it
        .and_then(|fetch| fetch.body())
        .and_then(DeliveryReport::parse))
}

/// The answer of this UID; none where it is a report, or answers something else.
fn reply(session: &mut Session, uid: Uid, letter: &MessageId) -> Result<Option<Answered>, Error> {
    let set = uid.get().to_string();
    let answer = session.command(Doing::Looking, Answer::Data, |imap| imap.uid_fetch(set, FIELDS))?;
    let of_it = answer.iter().find(|fetch| fetch.uid == Some(uid.get()));
    let Some((fetch, header)) = of_it.and_then(|fetch| Some((fetch, fetch.header()?))) else {
        return Ok(None);
    };
    let message = SentMessage::parse(header);
    let text = HeaderText::clean(&String::from_utf8_lossy(header))
        .as_str()
        .to_lowercase();
    if !message.references.contains(letter) || text.contains("multipart/report") {
        return Ok(None);
    }
    Ok(Some(Answered {
        to: letter.clone(),
        received_at: fetch
            .internal_date()
            .map(|date| Timestamp::from_millis(date.timestamp_millis())),
        is_automatic: is_automatic(&text),
        message,
    }))
}

/// Whether a header in small letters says that no person wrote the message.
fn is_automatic(header: &str) -> bool {
    header
        .split_once("auto-submitted:")
        .is_some_and(|(_, value)| value.trim_start().starts_with("auto-"))
}

/// What is read of an answer.
const FIELDS: &str = "(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (FROM TO CC DATE SUBJECT MESSAGE-ID IN-REPLY-TO REFERENCES \
                      AUTO-SUBMITTED CONTENT-TYPE)])";

/// Messages that are looked at, the newest first.
const MOST_REPORTS: usize = 100;

const MOST_REPLIES: usize = 20;

/// Octets of a message in which its report must lie.
const BEGINNING: usize = 256 * 1024;
