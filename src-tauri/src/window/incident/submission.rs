//! The server that letters are handed in to, and the one moment in which one goes.

use casebook::{Incident, IncidentId, Intent};
use mailbox::{Account, Limits, Security};
use message::MessageId;
use response::{Letter, Outcome, Refusal, Secret};

use super::{
    super::{Office, away, desk::Desk, error::CommandError},
    post::Post,
};
use crate::wording::{errors, say, say_with};

/// The server of an account: the one that was used before, else one that is found from the address, else a likely one of the
/// mailbox's own provider. Nothing is sent there before the user has seen its name.
pub(super) async fn of(office: &Office, post: &Post) -> Result<Account, CommandError> {
    let id = post.row.id;
    let known = office.desk(move |casebook| casebook.submission(id)).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let address = post.row.address.clone();
    let found = away(move || discovery::find_submission(&address, &discovery::Options::default())).await?;
    let mailbox = post.account();
    let likely = Account {
        port: SUBMISSIONS,
        security: Security::ImplicitTls,
        ..mailbox.clone()
    };
    // Only a server whose owner is proved is named without being asked for, since the password would go there.
    let server = found.ok().and_then(|found| {
        let mut servers = found.servers.into_iter();
        servers.find(|server| server.trouble.is_none() && !server.asks_first)
    });
    Ok(server.map_or(likely, |server| Account {
        host: server.host,
        port: server.port,
        security: server.security,
        ..mailbox.clone()
    }))
}

/// Remembers a server that took the sign-in.
pub(super) async fn remember(office: &Office, post: &Post, server: Account) -> Result<(), CommandError> {
    let id = post.row.id;
    office
        .desk(move |casebook| casebook.set_submission(id, Some(&server)))
        .await
}

/// A letter that is about to go.
pub(super) struct Sending {
    pub(super) letter: Letter,
    pub(super) server: Account,
    pub(super) secret: Secret,
    pub(super) incident: IncidentId,
    pub(super) intent: Intent,
    pub(super) kept: Option<Vec<u8>>,
}

impl Sending {
    /// Signs in, records that the letter is about to go, and sends it, once. Killed anywhere after the recording, it counts as unknown.
    ///
    /// # Errors
    /// Where it was not sent, and nothing says that it was meant to be; or where it was meant to be and certainly was not, which is
    /// recorded then.
    pub(super) fn run(&self, desk: &Desk) -> Result<Outcome, CommandError> {
        let prepared = response::prepare(&self.letter, &self.server, &self.secret, &Limits::default())?;
        let (incident, intent, kept) = (self.incident, self.intent.clone(), self.kept.clone());
        desk.ask_and_wait(move |casebook| {
            casebook.intend_letter(incident, &intent, kept.as_deref(), watch::now())
        })?;
        match prepared.send() {
            Ok(outcome) => Ok(outcome),
            Err(error) => {
                let (incident, message_id) = (self.incident, self.intent.message_id.clone());
                let became = casebook::Became::failed(message_id, &errors::letter(&error).message);
                desk.ask_and_wait(move |casebook| casebook.letter_became(incident, became, watch::now()))?;
                Err(error.into())
            }
        }
    }
}

/// A Message-ID that nobody else has, at the account's own domain.
pub(super) fn new_message_id(incident: &Incident) -> Result<MessageId, CommandError> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| CommandError::unexpected(&error))?;
    let domain = incident.account_address.domain();
    response::message_id(u128::from_ne_bytes(random), domain).ok_or_else(CommandError::no_account)
}

/// Why a server did not take a letter, for the record.
pub(super) fn refused(refusals: &[Refusal]) -> String {
    let one = |refusal: &Refusal| {
        let whom = refusal.recipient.as_ref().map(message::Address::shown);
        let said = format!("{} {}", refusal.code, refusal.said);
        match whom {
            Some(whom) => format!("{whom}: {said}"),
            None => said,
        }
    };
    let all: Vec<String> = refusals.iter().map(one).collect();
    match all.is_empty() {
        true => say("letter-refused"),
        false => say_with("letter-refused-because", &[("said", all.join("; ").into())]),
    }
}

/// Encryption from the first octet (RFC 8314 section 3.3).
const SUBMISSIONS: u16 = 465;
