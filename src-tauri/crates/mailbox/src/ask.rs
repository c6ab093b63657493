//! Asks for messages, and takes the answers response by response.
//!
//! `imap` reads an answer to its end before it gives anything of it, takes it apart twice, and asks for nothing more meanwhile. Here
//! each response is taken apart once, as it comes, and the next command may be sent before the last one is answered (RFC 9051
//! section 5.5). Its commands are `a1`, `a2` and so on; ours are `f1`, `f2`: no answer can be taken for another's.

use imap_proto::{MailboxDatum, Response, Status, parser::parse_response};

use crate::{
    Doing, Error, Fault, Said,
    bounds::Answer,
    cause::{self, broken},
    session::Session,
};

/// By what the answer to a command is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag(String);

/// The items of one FETCH response.
pub(crate) type Items<'a> = [imap_proto::AttributeValue<'a>];

impl Session {
    /// Sends `UID FETCH`. The numbers and the items, which are ours, can end no command.
    pub(crate) fn ask(&mut self, (first, last): (u32, u32), items: &str) -> Result<Tag, Error> {
        self.asked = self.asked.saturating_add(1);
        let tag = Tag(format!("f{}", self.asked));
        self.wire.allow(self.limits.command_for);
        let sent = self
            .wire
            .send(&format!("{} UID FETCH {first}:{last} {items}", tag.0));
        sent.map_err(|error| cause::of_io(&self.host, Doing::Reading, error))?;
        Ok(tag)
    }

    /// Reads the answer to the command that was asked first of those that are not answered. `each` gets every FETCH response, also
    /// of those that were asked later.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a foreign enum that grows; all others are news of no interest"
    )]
    pub(crate) fn answer(&mut self, tag: &Tag, mut each: impl FnMut(&Items<'_>)) -> Result<(), Error> {
        self.wire.begin(self.limits.command_for, Answer::Data);
        let mut octets = Vec::new();
        loop {
            let read = self.wire.response(&mut octets);
            read.map_err(|error| cause::of_io(&self.host, Doing::Reading, error))?;
            let Ok((b"", response)) = parse_response(&octets) else {
                return Err(broken(&self.host, Fault::Unintelligible));
            };
            match response {
                Response::Fetch(_, items) => each(&items),
                Response::MailboxData(MailboxDatum::Exists(_)) => self.is_told = true,
                Response::Done { tag: of, status, .. } if of.0 == tag.0 => {
                    return self.ended(&status, &octets);
                }
                Response::Done { .. } | Response::Continue { .. } => {
                    return Err(broken(&self.host, Fault::Unintelligible));
                }
                Response::Data {
                    status: Status::Bye, ..
                } => {
                    return Err(Error::TurnedAway {
                        host: self.host.clone(),
                        said: Said::of(&octets),
                    });
                }
                _ => {}
            }
        }
    }

    fn ended(&self, status: &Status, line: &[u8]) -> Result<(), Error> {
        if *status == Status::Ok {
            return Ok(());
        }
        Err(Error::Refused {
            host: self.host.clone(),
            doing: Doing::Reading,
            said: Said::of(line),
        })
    }
}
