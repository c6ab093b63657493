//! The first words with a server: its greeting, and STARTTLS on the bare socket.
//!
//! Until the connection is encrypted anybody may be speaking. So the bare socket is read octet by octet, that nothing sent too
//! early can wait in a buffer and pass for an encrypted answer; nothing that is said there is believed, but the offer of
//! STARTTLS itself; and whatever is not just the answer that RFC 9051 section 6.2.1 names ends the connection.

use std::{
    fmt,
    io::{self, Read, Write},
};

use crate::{Account, Doing, Error, Said, cause, socket::Socket};

/// Why STARTTLS did not come about, in words that follow “mail.example.org”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartTlsFault {
    /// The server does not name it among its capabilities.
    NotOffered,
    /// The server said no.
    Refused(Said),
    /// The server asked for more instead of answering.
    AskedForMore,
    /// Octets came after the answer and before the encryption: somebody between tries to slip them in.
    Injected,
}

impl fmt::Display for StartTlsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOffered => f.write_str("does not offer STARTTLS"),
            Self::Refused(said) => write!(f, "refused STARTTLS{said}"),
            Self::AskedForMore => f.write_str("did not answer STARTTLS as it must"),
            Self::Injected => f.write_str("sent more than the answer to STARTTLS"),
        }
    }
}

/// Reads a greeting and refuses any but `* OK` (RFC 9051 section 7.1).
pub(crate) fn greeting(account: &Account, stream: &mut impl Read) -> Result<(), Error> {
    let greeting = line(stream).map_err(|error| {
        if error.kind() == io::ErrorKind::InvalidData && error.get_ref().is_none() {
            return not_imap(account);
        }
        cause::of_io(&account.host, Doing::Greeting, error)
    })?;
    if is(&greeting, b"* OK") {
        Ok(())
    } else if is(&greeting, b"* BYE") {
        Err(Error::TurnedAway {
            host: account.host.clone(),
            said: Said::of(&greeting),
        })
    } else if is(&greeting, b"* PREAUTH") {
        // Somebody is signed in already, and it need not be the user.
        Err(cause::broken(&account.host, crate::Fault::Preauth))
    } else {
        Err(not_imap(account))
    }
}

/// Greets, asks for STARTTLS, and leaves the socket at the point where the encryption begins.
pub(crate) fn upgrade(account: &Account, socket: &mut Socket) -> Result<(), Error> {
    let refused = |why| {
        Err(Error::StartTlsRefused {
            host: account.host.clone(),
            why,
        })
    };
    greeting(account, socket)?;
    let (untagged, answer) = command(account, socket, "s1", "CAPABILITY")?;
    let is_offered = is(&answer, b"s1 OK") && untagged.iter().any(|line| offers_starttls(line));
    if !is_offered {
        return refused(StartTlsFault::NotOffered);
    }
    let (_, answer) = command(account, socket, "s2", "STARTTLS")?;
    if is(&answer, b"+") {
        return refused(StartTlsFault::AskedForMore);
    }
    if !is(&answer, b"s2 OK") {
        return refused(StartTlsFault::Refused(Said::of(&answer)));
    }
    if socket.has_more() {
        return refused(StartTlsFault::Injected);
    }
    Ok(())
}

/// Sends a command; the untagged lines, and the line that is none.
fn command(
    account: &Account,
    socket: &mut Socket,
    tag: &str,
    verb: &str,
) -> Result<(Vec<Vec<u8>>, Vec<u8>), Error> {
    let failed = |error| cause::of_io(&account.host, Doing::Encrypting, error);
    socket
        .write_all(format!("{tag} {verb}\r\n").as_bytes())
        .map_err(failed)?;
    let mut untagged = Vec::new();
    for _ in 0..LINES {
        let line = line(socket).map_err(failed)?;
        if !line.starts_with(b"*") {
            return Ok((untagged, line));
        }
        if is(&line, b"* BYE") {
            return Err(Error::TurnedAway {
                host: account.host.clone(),
                said: Said::of(&line),
            });
        }
        untagged.push(line);
    }
    Err(not_imap(account))
}

fn offers_starttls(line: &[u8]) -> bool {
    is(line, b"* CAPABILITY")
        && line
            .split(u8::is_ascii_whitespace)
            .any(|word| word.eq_ignore_ascii_case(b"STARTTLS"))
}

fn not_imap(account: &Account) -> Error {
    Error::NotImap {
        host: account.host.clone(),
        port: account.port,
    }
}

/// Whether a line begins so, in any case, with a whole word.
fn is(line: &[u8], words: &[u8]) -> bool {
    let Some((head, tail)) = line.split_at_checked(words.len()) else {
        return false;
    };
    head.eq_ignore_ascii_case(words) && tail.first().is_none_or(u8::is_ascii_whitespace)
}

/// A line without its end, read octet by octet.
pub(crate) fn line(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    let mut octet = [0];
    while line.len() < LINE {
        if stream.read(&mut octet)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match octet {
            [b'\n'] => {
                line.truncate(line.trim_ascii_end().len());
                return Ok(line);
            }
            [other] => line.push(other),
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}

/// Octets of a line before anybody signed in; CAPABILITY is the longest.
const LINE: usize = 8 * 1024;

/// Untagged lines before a command's answer.
const LINES: usize = 64;
