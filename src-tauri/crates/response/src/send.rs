//! Send: hands a letter in to a submission server, and says only what is known: sent, refused, or that nobody can tell.
//!
//! ```text
//!  prepare ──▶ Prepared ──▶ send ──▶ MAIL, RCPT, DATA │ the octets, the last dot ──▶ the answer
//!   Err: nothing was sent            Refused          │ Unknown where it breaks      Sent or Refused
//! ```
//! Between the two the caller writes down that it is about to send. A [`Prepared`] is used up by sending: nothing here sends a
//! letter a second time.

use lettre::transport::smtp::{
    commands::{Data, Mail, Rcpt},
    extension::{MailBodyParameter, MailParameter},
};
use mailbox::{Account, Doing, Limits, Reply, Said, Submission};
use message::Address;
use secrecy::SecretString;

use crate::{Error, Letter, compose::mail_address, sign_in};

/// What a user signs in with.
#[derive(Clone, Debug)]
pub enum Secret {
    /// A password.
    Password(SecretString),
    /// An access token of OAuth 2.
    Token(SecretString),
}

impl Secret {
    /// Takes a password over.
    pub fn password(text: String) -> Self {
        Self::Password(text.into())
    }

    /// Takes an access token over.
    pub fn token(text: String) -> Self {
        Self::Token(text.into())
    }
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has taken it for all its recipients.
    Sent {
        /// The server's own words, in which the letter's number on that server often is.
        said: Said,
    },
    /// The server has not taken it; nobody gets it.
    Refused(Vec<Refusal>),
    /// The connection broke after the letter was on its way: the server may have taken it or not. It is looked for by its
    /// Message-ID, and never sent again by itself.
    Unknown {
        /// What broke.
        why: String,
    },
}

/// One refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which recipient it is about; none where it is the letter as a whole.
    pub recipient: Option<Address>,
    /// Whether the server may take it later.
    pub is_temporary: bool,
    /// The reply's three digits.
    pub code: u16,
    /// The server's own words.
    pub said: Said,
}

/// A letter and a server that waits for it, signed in. Nothing of the letter was sent yet.
#[derive(Debug)]
pub struct Prepared<'a> {
    letter: &'a Letter,
    submission: Submission,
}

/// Reaches the server, checks its certificate, signs in, and sees whether it takes such a letter.
///
/// # Errors
/// What hinders it. Nothing was sent.
pub fn prepare<'a>(
    letter: &'a Letter,
    account: &Account,
    secret: &Secret,
    limits: &Limits,
) -> Result<Prepared<'a>, Error> {
    let mut submission = Submission::open(account, limits)?;
    let capable = |what, is_capable: bool| {
        if is_capable {
            return Ok(());
        }
        Err(Error::Incapable {
            host: account.host.clone(),
            what,
        })
    };
    capable(
        "letters with these addresses",
        !needs_utf8(letter) || submission.offer("SMTPUTF8").is_some(),
    )?;
    capable(
        "letters with this text",
        letter.octets().is_ascii() || submission.offer("8BITMIME").is_some(),
    )?;
    let size = submission
        .offer("SIZE")
        .and_then(|words| words.first()?.parse::<usize>().ok());
    let fits = size.is_none_or(|most| most == 0 || letter.octets().len() <= most);
    capable("letters of this size", fits)?;
    sign_in::sign_in(&mut submission, secret)?;
    Ok(Prepared { letter, submission })
}

/// Whether a server takes these words of a user, for a form that is filled in. Nothing is sent.
///
/// # Errors
/// What hinders it.
pub fn try_sign_in(account: &Account, secret: &Secret, limits: &Limits) -> Result<(), Error> {
    let mut submission = Submission::open(account, limits)?;
    sign_in::sign_in(&mut submission, secret)?;
    submission.leave();
    Ok(())
}

impl Prepared<'_> {
    /// Sends the letter, once.
    ///
    /// # Errors
    /// Where the connection breaks before the letter itself is on its way: nothing was sent.
    pub fn send(mut self) -> Result<Outcome, Error> {
        if let Some(refused) = self.address()? {
            self.submission.leave();
            return Ok(Outcome::Refused(refused));
        }
        let reply = self.submission.command(&Data.to_string(), Doing::Sending)?;
        if !reply.wants_more() {
            let refusal = refusal(None, &reply);
            self.submission.leave();
            return Ok(Outcome::Refused(vec![refusal]));
        }
        // From here on a break leaves it unknown whether the server has taken the letter.
        let octets = stuffed(self.letter.octets());
        let answered = self
            .submission
            .write(&octets, Doing::Sending)
            .and_then(|()| self.submission.reply(Doing::Sending));
        let reply = match answered {
            Ok(reply) => reply,
            Err(error) => {
                return Ok(Outcome::Unknown {
                    why: error.to_string(),
                });
            }
        };
        self.submission.leave();
        if reply.is_done() {
            return Ok(Outcome::Sent { said: reply.said() });
        }
        Ok(Outcome::Refused(vec![refusal(None, &reply)]))
    }

    /// Names sender and recipients; what was refused. All are taken or none.
    fn address(&mut self) -> Result<Option<Vec<Refusal>>, Error> {
        let mut parameters = Vec::new();
        if !self.letter.octets().is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        if needs_utf8(self.letter) {
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let mail = Mail::new(Some(mail_address(self.letter.from())?), parameters);
        let reply = self.submission.command(&mail.to_string(), Doing::Sending)?;
        if !reply.is_done() {
            return Ok(Some(vec![refusal(None, &reply)]));
        }
        let mut refused = Vec::new();
        for recipient in self.letter.to() {
            let rcpt = Rcpt::new(mail_address(recipient)?, Vec::new());
            let reply = self.submission.command(&rcpt.to_string(), Doing::Sending)?;
            if !reply.is_done() {
                refused.push(refusal(Some(recipient), &reply));
            }
        }
        Ok((!refused.is_empty()).then_some(refused))
    }
}

fn refusal(recipient: Option<&Address>, reply: &Reply) -> Refusal {
    Refusal {
        recipient: recipient.cloned(),
        is_temporary: reply.is_temporary(),
        code: reply.code(),
        said: reply.said(),
    }
}

/// Whether an address has other letters than ASCII, so that only some servers can take it (RFC 6531).
fn needs_utf8(letter: &Letter) -> bool {
    let is_plain = |address: &Address| address.local().is_ascii();
    !is_plain(letter.from()) || !letter.to().iter().all(is_plain)
}

/// The octets with a dot before each line that begins with one, and the line that ends them (RFC 5321 section 4.5.2).
fn stuffed(octets: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(octets.len().saturating_add(octets.len() / 64));
    for line in octets.split_inclusive(|octet| *octet == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_a_dot_gets_another() {
        assert_eq!(
            stuffed(b"a\r\n.\r\n..b\r\nc.\r\n"),
            b"a\r\n..\r\n...b\r\nc.\r\n.\r\n"
        );
    }
}
