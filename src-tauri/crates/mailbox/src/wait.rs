//! Waits until it is worth looking again. It only decides when, never what: after every wait the mailbox is opened again.
//!
//! IDLE is spoken here and not by `imap`, whose own version hangs on news before `+`, loses those after `DONE`, panics on an
//! early answer, and is kept waiting for ever by a server that says “Still here”.
//!
//! ```text
//! C: a7 IDLE          a command: has its time
//! S: + idling
//!    … EXISTS, or the time is over, or somebody wants a look …
//! C: DONE             a command again
//! S: a7 OK
//! ```

use std::{io, time::Instant};

use imap::Session as Imap;

use crate::{
    Doing, Error, Fault, Waiting,
    bounds::Answer,
    cause,
    session::Session,
    socket::{Cut, later},
};

/// Waits for news, for a while, or until somebody wants a look.
pub(crate) fn wait(session: &mut Session) -> Result<(), Error> {
    match session.waiting {
        Waiting::Idle => idle(session),
        Waiting::Polling => poll(session),
    }
}

fn idle(session: &mut Session) -> Result<(), Error> {
    session.command(Doing::Waiting, Answer::Lines, |imap| imap.run_command("IDLE"))?;
    let mut has_news = false;
    loop {
        let line = next(session)?;
        if line.starts_with(b"+") {
            break;
        } else if line.starts_with(b"*") {
            has_news |= is_news(&line);
        } else if is_ok(&line) {
            return Err(cause::broken(&session.host, Fault::Idle));
        } else {
            tracing::info!("{} offers IDLE and refuses it", session.host);
            session.waiting = Waiting::Polling;
            return Ok(());
        }
    }
    if !has_news {
        await_news(session)?;
    }
    session.wire.begin(session.limits.command_for, Answer::Lines);
    session
        .wire
        .send("DONE")
        .map_err(|error| cause::of_io(&session.host, Doing::Waiting, error))?;
    loop {
        let line = next(session)?;
        if !line.starts_with(b"*") && !line.starts_with(b"+") {
            return if is_ok(&line) {
                Ok(())
            } else {
                Err(cause::broken(&session.host, Fault::Idle))
            };
        }
    }
}

/// Reads on until news comes; the end of the time and a call are no errors here.
fn await_news(session: &Session) -> Result<(), Error> {
    session.wire.await_news(session.limits.idle_for);
    loop {
        match session.wire.line() {
            Ok(line) if is_news(&line) => return Ok(()),
            Ok(_) => {}
            Err(error) if matches!(Cut::of(&error), Some(Cut::Deadline | Cut::Checked)) => return Ok(()),
            Err(error) => return Err(cause::of_io(&session.host, Doing::Waiting, error)),
        }
    }
}

fn poll(session: &mut Session) -> Result<(), Error> {
    let until = later(session.limits.idle_for);
    while Instant::now() < until {
        if rest(session)? == Rest::Called {
            return Ok(());
        }
        session.command(Doing::Waiting, Answer::Lines, Imap::noop)?;
        if session.has_news() {
            return Ok(());
        }
    }
    Ok(())
}

/// How a rest ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// It is over.
    Over,
    /// Somebody wants a look.
    Called,
}

/// Rests until the next look at a mailbox that is polled.
pub(crate) fn rest(session: &Session) -> Result<Rest, Error> {
    match session.wire.rest(session.limits.poll_every) {
        Err(error) if Cut::of(&error) == Some(Cut::Checked) => Ok(Rest::Called),
        Err(error) if Cut::of(&error) == Some(Cut::Deadline) => Ok(Rest::Over),
        Err(error) => Err(cause::of_io(&session.host, Doing::Waiting, error)),
        Ok(()) => Ok(Rest::Over),
    }
}

fn next(session: &Session) -> Result<Vec<u8>, Error> {
    let line = session.wire.line();
    line.map_err(|error: io::Error| cause::of_io(&session.host, Doing::Waiting, error))
}

/// `* 5 EXISTS`.
fn is_news(line: &[u8]) -> bool {
    let mut words = line.split(u8::is_ascii_whitespace);
    words.next() == Some(b"*")
        && words
            .nth(1)
            .is_some_and(|word| word.eq_ignore_ascii_case(b"EXISTS"))
}

/// `a7 OK …`. The tag is ours: no other command is under way.
pub(crate) fn is_ok(line: &[u8]) -> bool {
    line.split(u8::is_ascii_whitespace)
        .nth(1)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"OK"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exists_is_news() {
        for (line, expected) in [
            ("* 5 EXISTS\r\n", true),
            ("* 5 exists\r\n", true),
            ("* 0 RECENT\r\n", false),
            ("* OK Still here\r\n", false),
            ("* OK 5 EXISTS\r\n", false),
            ("* 5 FETCH (FLAGS (EXISTS))\r\n", false),
            ("a5 5 EXISTS\r\n", false),
        ] {
            assert_eq!(is_news(line.as_bytes()), expected, "{line:?}");
        }
    }
}
