//! The connection over which mail is handed in (RFC 6409): reached, encrypted and bounded as a mailbox's is, and its first words.
//!
//! Until the connection is encrypted nothing that is said is believed but the offer of STARTTLS; what was offered before is asked
//! for again after (RFC 3207 section 4.2). What is said from then on is its caller's to choose.

use std::{
    io::{self, Read, Write},
    net::SocketAddr,
    sync::Arc,
};

use crate::{
    Account, Doing, Error, Greeting, Limits, Said, Security, StartTlsFault, cause,
    connect::{reach, resolve},
    socket::{Socket, later},
    starttls::line,
    tls::{self, Encrypted},
    wake::Wake,
};

/// A server's answer to a command (RFC 5321 section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    code: u16,
    lines: Vec<String>,
}

impl Reply {
    /// Its three digits.
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// Whether what was asked is done (2xx).
    pub const fn is_done(&self) -> bool {
        self.code / 100 == 2
    }

    /// Whether the server waits for more (3xx).
    pub const fn wants_more(&self) -> bool {
        self.code / 100 == 3
    }

    /// Whether it may be otherwise later (4xx).
    pub const fn is_temporary(&self) -> bool {
        self.code / 100 == 4
    }

    /// What follows the digits of the first line; for programs.
    pub fn text(&self) -> &str {
        self.lines.first().map(String::as_str).unwrap_or_default()
    }

    /// The server's words, for people.
    pub fn said(&self) -> Said {
        Said::text(&self.lines.join(" "))
    }
}

/// An encrypted connection to a server that takes mail, greeted and ready for a sign-in.
#[derive(Debug)]
pub struct Submission {
    account: Account,
    limits: Limits,
    stream: Encrypted,
    offers: Vec<String>,
}

impl Submission {
    /// Reaches a server, encrypts, and asks what it offers. No user name and no password is sent.
    ///
    /// # Errors
    /// What hinders it; a server whose certificate is not good, or without encryption, is none.
    pub fn open(account: &Account, limits: &Limits) -> Result<Self, Error> {
        let wake = Arc::new(Wake::new().map_err(Error::NoResources)?);
        let addresses = resolve(&account.host, account.port, later(limits.connect_for), &wake)?;
        Self::open_at(&addresses, account, limits, &wake)
    }

    /// [`Submission::open`], where the server's addresses are known.
    ///
    /// # Errors
    /// As there.
    pub fn open_to(addresses: &[SocketAddr], account: &Account, limits: &Limits) -> Result<Self, Error> {
        let wake = Arc::new(Wake::new().map_err(Error::NoResources)?);
        Self::open_at(addresses, account, limits, &wake)
    }

    fn open_at(
        addresses: &[SocketAddr],
        account: &Account,
        limits: &Limits,
        wake: &Arc<Wake>,
    ) -> Result<Self, Error> {
        let config = tls::config(&account.host, account.ca_path.as_deref())?;
        let mut socket = reach(account, addresses, later(limits.connect_for), wake)?;
        socket.allow(limits.command_for);
        let stream = match account.security {
            Security::ImplicitTls => {
                let mut stream = tls::handshake(account, config, socket)?;
                stream.sock.allow(limits.command_for);
                greeting(account, &mut stream)?;
                stream
            }
            Security::StartTls => {
                upgrade(account, &mut socket)?;
                socket.allow(limits.command_for);
                tls::handshake(account, config, socket)?
            }
        };
        let mut submission = Self {
            account: account.clone(),
            limits: limits.clone(),
            stream,
            offers: Vec::new(),
        };
        let reply = submission.command(HELLO, Doing::SigningIn)?;
        if !reply.is_done() {
            return Err(not_submission(account));
        }
        submission.offers = offers(&reply);
        Ok(submission)
    }

    /// The server and who signs in there.
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// Whether the server offers this extension; its parameters in capitals, where it has some.
    pub fn offer(&self, keyword: &str) -> Option<Vec<&str>> {
        self.offers.iter().find_map(|line| {
            let mut words = line.split([' ', '=']);
            (words.next() == Some(keyword)).then(|| words.collect())
        })
    }

    /// How the server lets users sign in.
    pub fn greeting(&self) -> Greeting {
        let ways = self.offer("AUTH").unwrap_or_default();
        let any = |known: &[&str]| ways.iter().any(|way| known.contains(way));
        Greeting {
            takes_password: any(&["PLAIN", "LOGIN"]),
            takes_token: any(&["XOAUTH2", "OAUTHBEARER"]),
        }
    }

    /// Sends a command, which ends in CRLF or is given one, and reads the answer. What was to be done is for the error alone.
    ///
    /// # Errors
    /// Where the connection is lost, the time is over, or the answer is none.
    pub fn command(&mut self, command: &str, doing: Doing) -> Result<Reply, Error> {
        let line = format!("{}\r\n", command.trim_end());
        self.write(line.as_bytes(), doing)?;
        self.stream.sock.allow(self.limits.command_for);
        reply(&self.account, &mut self.stream, doing)
    }

    /// Sends octets as they are, and reads no answer.
    ///
    /// # Errors
    /// Where the connection is lost or the time is over. Some of the octets may have gone.
    pub fn write(&mut self, octets: &[u8], doing: Doing) -> Result<(), Error> {
        self.stream.sock.allow(self.limits.command_for);
        let written = self.stream.write_all(octets).and_then(|()| self.stream.flush());
        written.map_err(|error| cause::of_io(&self.account.host, doing, error))
    }

    /// Reads an answer that is still due.
    ///
    /// # Errors
    /// As for [`Submission::command`].
    pub fn reply(&mut self, doing: Doing) -> Result<Reply, Error> {
        self.stream.sock.allow(self.limits.command_for);
        reply(&self.account, &mut self.stream, doing)
    }

    /// Says goodbye. Nobody waits for the answer.
    pub fn leave(mut self) {
        let _gone = self.write(b"QUIT\r\n", Doing::Waiting);
    }
}

/// Greets, asks for STARTTLS, and leaves the bare socket at the point where the encryption begins.
fn upgrade(account: &Account, socket: &mut Socket) -> Result<(), Error> {
    let refused = |why| {
        Err(Error::StartTlsRefused {
            host: account.host.clone(),
            why,
        })
    };
    greeting(account, socket)?;
    let hello = plain_command(account, socket, HELLO)?;
    if !hello.is_done() || !offers(&hello).iter().any(|offer| offer == "STARTTLS") {
        return refused(StartTlsFault::NotOffered);
    }
    let answer = plain_command(account, socket, "STARTTLS")?;
    if answer.wants_more() {
        return refused(StartTlsFault::AskedForMore);
    }
    if answer.code != READY {
        return refused(StartTlsFault::Refused(answer.said()));
    }
    if socket.has_more() {
        return refused(StartTlsFault::Injected);
    }
    Ok(())
}

fn plain_command(account: &Account, socket: &mut Socket, command: &str) -> Result<Reply, Error> {
    socket
        .write_all(format!("{command}\r\n").as_bytes())
        .map_err(|error| cause::of_io(&account.host, Doing::Encrypting, error))?;
    reply(account, socket, Doing::Encrypting)
}

fn greeting(account: &Account, stream: &mut impl Read) -> Result<(), Error> {
    let greeting = reply(account, stream, Doing::Greeting)?;
    match greeting.code {
        READY => Ok(()),
        400..=599 => Err(Error::TurnedAway {
            host: account.host.clone(),
            said: greeting.said(),
        }),
        _ => Err(not_submission(account)),
    }
}

fn reply(account: &Account, stream: &mut impl Read, doing: Doing) -> Result<Reply, Error> {
    let mut lines = Vec::new();
    let mut first = None;
    while lines.len() < LINES {
        let line = line(stream).map_err(|error| {
            if error.kind() == io::ErrorKind::InvalidData && error.get_ref().is_none() {
                return not_submission(account);
            }
            cause::of_io(&account.host, doing, error)
        })?;
        let (code, is_last, text) = parts(&line).ok_or_else(|| not_submission(account))?;
        if *first.get_or_insert(code) != code {
            return Err(not_submission(account));
        }
        lines.push(text);
        if is_last {
            return Ok(Reply { code, lines });
        }
    }
    Err(not_submission(account))
}

/// The digits of a line, whether it is an answer's last, and what follows.
fn parts(line: &[u8]) -> Option<(u16, bool, String)> {
    let (digits, rest) = line.split_at_checked(3)?;
    let code = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let is_code = digits.iter().all(u8::is_ascii_digit) && (200..600).contains(&code);
    let is_last = match rest.first() {
        None | Some(b' ') => true,
        Some(b'-') => false,
        Some(_) => return None,
    };
    let text = String::from_utf8_lossy(rest.get(1..).unwrap_or_default()).into_owned();
    is_code.then_some((code, is_last, text))
}

/// The lines of an answer to EHLO below its first, in capitals.
fn offers(reply: &Reply) -> Vec<String> {
    reply
        .lines
        .iter()
        .skip(1)
        .map(|line| line.trim().to_ascii_uppercase())
        .collect()
}

fn not_submission(account: &Account) -> Error {
    Error::NotSubmission {
        host: account.host.clone(),
        port: account.port,
    }
}

/// An address literal, since a desktop's name is nobody's business, and rarely one that resolves (RFC 5321 section 4.1.4).
const HELLO: &str = "EHLO [127.0.0.1]";

/// “Service ready”.
const READY: u16 = 220;

/// Lines of one answer.
const LINES: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Host, UserName};

    fn account() -> Account {
        Account {
            host: Host::parse("smtp.example.org").unwrap(),
            port: 587,
            security: Security::StartTls,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: None,
        }
    }

    fn read(octets: &[u8]) -> Result<(u16, Vec<String>), String> {
        reply(&account(), &mut &*octets, Doing::Sending)
            .map(|reply| (reply.code, reply.lines))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn an_answer_is_read_to_its_last_line_and_no_further() {
        let mut stream = &b"250-smtp.example.org\r\n250-AUTH=PLAIN\r\n250 SIZE 1000\r\n354 Go"[..];
        let reply = reply(&account(), &mut stream, Doing::Sending).unwrap();
        assert_eq!(stream, b"354 Go");
        assert_eq!(offers(&reply), ["AUTH=PLAIN", "SIZE 1000"]);
        assert_eq!(read(b"250\n"), Ok((250, vec![String::new()])));
    }

    #[test]
    fn what_is_no_answer_is_an_error() {
        let none = "what answers at smtp.example.org on port 587 is not a server that sends mail";
        let endless = [b"250-x\r\n".repeat(200), b"250 x\r\n".to_vec()].concat();
        let long = [b"250 ".to_vec(), vec![b'x'; 9000], b"\r\n".to_vec()].concat();
        for bad in [
            &b"* OK IMAP4rev1\r\n"[..],
            b"25 x\r\n",
            b"2500 x\r\n",
            b"999 x\r\n",
            b"+50 x\r\n",
            b"250-a\r\n251 b\r\n",
            &endless,
            &long,
        ] {
            assert_eq!(
                read(bad),
                Err(none.to_owned()),
                "{:.20}",
                String::from_utf8_lossy(bad)
            );
        }
        assert_eq!(
            read(b"250-x\r\n"),
            Err("the connection to smtp.example.org was lost".to_owned())
        );
    }
}
