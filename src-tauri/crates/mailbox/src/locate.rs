//! Locates the mailboxes to look at. The special use decides which is the one for sent mail; the identity that a server gives its
//! mailboxes (RFC 8474) says where the one went that was looked at until now.

use crate::{
    Doing, Error, MailboxName,
    bounds::Answer,
    cause,
    progress::Progress,
    session::Session,
    special_use::{Listed, find_sent},
    wait::is_ok,
};

impl Session {
    /// Finds the mailbox for sent mail. Gives back the one that was it before where that has a successor: what lies in it and was
    /// not looked at would be missed.
    pub(crate) fn locate(&mut self, progress: &mut Progress<'_>) -> Result<Option<MailboxName>, Error> {
        let listed = self.list()?;
        let sent = find_sent(&listed).cloned();
        if let Some(sent) = &sent {
            self.sent = sent.clone();
        }
        let found = sent.ok_or_else(|| Error::NoSentMailbox {
            host: self.host.clone(),
        });
        let last = progress.last_sent();
        if !self.has_ids {
            found?;
            let is_before = |mailbox: &&Listed| {
                let is_last = last.as_ref().is_some_and(|(name, _)| mailbox.name.wire() == name);
                is_last && mailbox.can_be_opened && mailbox.name != self.sent
            };
            return Ok(listed.iter().find(is_before).map(|mailbox| mailbox.name.clone()));
        }
        self.id = match &found {
            Ok(sent) => self.id_of(sent)?,
            Err(_) => None,
        };
        let Some((before, Some(id))) = last else {
            return found.map(|_| None);
        };
        if self.id.as_ref() == Some(&id) {
            progress.renamed(&before, self.sent.wire());
            return Ok(None);
        }
        let Some(went_to) = self.with_id(&listed, &id)? else {
            return found.map(|_| None);
        };
        progress.renamed(&before, went_to.wire());
        if found.is_ok() {
            return Ok(Some(went_to));
        }
        tracing::info!("no mailbox is marked as the one for sent mail: following {went_to}");
        self.sent = went_to;
        self.id = Some(id);
        Ok(None)
    }

    /// The mailbox for sent mail, where nothing is known from before.
    pub(crate) fn find_sent(&mut self) -> Result<(), Error> {
        let listed = self.list()?;
        let sent = find_sent(&listed).cloned();
        self.sent = sent.ok_or_else(|| Error::NoSentMailbox {
            host: self.host.clone(),
        })?;
        Ok(())
    }

    /// The mailboxes that a person names so, but for the one for sent mail. One that is not listed may still be there.
    pub(crate) fn named(&mut self, names: &[String]) -> Result<Vec<MailboxName>, Error> {
        let listed = self.list()?;
        let sent = find_sent(&listed);
        let on_wire = |name: &String| {
            let known = listed.iter().find(|mailbox| mailbox.name.decoded() == *name);
            known.map_or_else(
                || MailboxName::parse(name).ok(),
                |mailbox| Some(mailbox.name.clone()),
            )
        };
        let mut found: Vec<MailboxName> = names.iter().filter_map(on_wire).collect();
        found.retain(|name| Some(name) != sent);
        Ok(found)
    }

    pub(crate) fn list(&mut self) -> Result<Vec<Listed>, Error> {
        let names = self.command(Doing::FindingSent, Answer::Data, |imap| {
            imap.list(Some(""), Some("*"))
        })?;
        Ok(names.iter().map(Listed::of).collect())
    }

    /// The mailbox of that identity, among as many as one may have.
    fn with_id(&mut self, listed: &[Listed], id: &str) -> Result<Option<MailboxName>, Error> {
        let openable = listed.iter().filter(|mailbox| mailbox.can_be_opened);
        for mailbox in openable.take(ASKED) {
            if self.id_of(&mailbox.name)?.as_deref() == Some(id) {
                return Ok(Some(mailbox.name.clone()));
            }
        }
        Ok(None)
    }

    /// The identity of a mailbox; none where the server does not tell. Read here and not by `imap`, which knows no MAILBOXID.
    fn id_of(&mut self, name: &MailboxName) -> Result<Option<String>, Error> {
        let Some(quoted) = name.quoted() else {
            return Ok(None);
        };
        self.command(Doing::FindingSent, Answer::Data, |imap| {
            imap.run_command(format!("STATUS {quoted} (MAILBOXID)"))
        })?;
        let mut said = String::new();
        loop {
            let line = self.wire.line();
            let line = line.map_err(|error| cause::of_io(&self.host, Doing::FindingSent, error))?;
            if is_tagged(&line) {
                return Ok(id_in(&said).filter(|_| is_ok(&line)).map(str::to_owned));
            }
            said.push_str(&String::from_utf8_lossy(&line));
        }
    }
}

/// Whether a line ends an answer: all tags of ours begin so, and no line of a STATUS answer does.
fn is_tagged(line: &[u8]) -> bool {
    line.first() == Some(&b'a') && line.get(1).is_some_and(u8::is_ascii_digit)
}

/// What stands in `MAILBOXID (…)`.
fn id_in(said: &str) -> Option<&str> {
    let (_, rest) = said.rsplit_once("MAILBOXID (")?;
    let (id, _) = rest.split_once(')')?;
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    ((1..=255).contains(&id.len()) && id.chars().all(is_id)).then_some(id)
}

/// Mailboxes that are asked for their identity.
const ASKED: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_where_there_is_one() {
        for (said, expected) in [
            (
                "* STATUS Sent (MAILBOXID (F2212ea87-6097))\r\n",
                Some("F2212ea87-6097"),
            ),
            ("* STATUS {4}\r\nSent (MAILBOXID (x_1))\r\n", Some("x_1")),
            ("* STATUS \"MAILBOXID (a)\" (MAILBOXID (b))\r\n", Some("b")),
            ("* STATUS Sent (MAILBOXID ())\r\n", None),
            ("* STATUS Sent (MAILBOXID (a b))\r\n", None),
            ("* STATUS Sent (MAILBOXID NIL)\r\n", None),
            ("", None),
        ] {
            assert_eq!(id_in(said), expected, "{said}");
        }
    }

    #[test]
    fn a_tag_is_told_from_what_it_ends() {
        for (line, expected) in [
            ("a7 OK", true),
            ("a12 NO", true),
            ("* OK", false),
            ("archive (M", false),
        ] {
            assert_eq!(is_tagged(line.as_bytes()), expected, "{line}");
        }
    }
}
