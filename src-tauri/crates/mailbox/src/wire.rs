//! Wire: the stream that `imap` reads from, and ourselves while we wait for news.
//!
//! Three things that `imap` lacks: every command has a deadline for the whole of it; what comes is counted before the parser
//! sees it ([`crate::bounds`]); and legal warnings (`* NO …`), on which `imap` panics, are logged and left out.
//!
//! It hands out a line or a literal at a time. So nothing ever waits in the buffer that `imap` keeps, and what comes between two commands
//! is still here when we wait: news that arrives before `+` or after `DONE` is not lost.

use std::{
    cell::RefCell,
    io::{self, Read, Write},
    ops::Range,
    rc::Rc,
    time::Duration,
};

use message::shown;

use crate::{
    bounds::{Answer, Bounds},
    socket::{Cut, later},
    tls::Encrypted,
    wake::Patience,
};

/// The connection of one session; clones are the same connection.
#[derive(Clone, Debug)]
pub(crate) struct Wire(Rc<RefCell<Inner>>);

#[derive(Debug)]
struct Inner {
    stream: Encrypted,
    /// Read, and handed out up to `given`.
    buffer: Vec<u8>,
    given: usize,
    bounds: Bounds,
    /// The warning that is being left out.
    warning: Option<Vec<u8>>,
    /// The part of a line that came before a wait ended.
    partial: Vec<u8>,
    /// Once cut, for ever cut: the rest of an answer must not pass for the next one's.
    broken: Option<Cut>,
}

impl Wire {
    pub(crate) fn new(stream: Encrypted) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            stream,
            buffer: Vec::new(),
            given: 0,
            bounds: Bounds::new(),
            warning: None,
            partial: Vec::new(),
            broken: None,
        })))
    }

    /// A command begins: it has so much time, and its answer may be as long again.
    pub(crate) fn begin(&self, time: Duration, answer: Answer) {
        let mut inner = self.0.borrow_mut();
        inner.bounds.begin(answer);
        inner.stream.sock.allow(time);
    }

    /// Gives what follows so much time.
    pub(crate) fn allow(&self, time: Duration) {
        self.0.borrow_mut().stream.sock.allow(time);
    }

    /// Begins a wait for news: it has so much time, and may be ended before.
    pub(crate) fn await_news(&self, time: Duration) {
        let patience = Patience {
            until: later(time),
            heeds_check: true,
        };
        self.0.borrow_mut().stream.sock.patience = patience;
    }

    /// Waits so long without reading.
    pub(crate) fn rest(&self, time: Duration) -> io::Result<()> {
        let patience = Patience {
            until: later(time),
            heeds_check: true,
        };
        self.0.borrow().stream.sock.rest(patience)
    }

    /// Puts the next response into `out`, whole: its lines with their ends, and the literals between them. What was there goes.
    pub(crate) fn response(&self, out: &mut Vec<u8>) -> io::Result<()> {
        out.clear();
        let mut inner = self.0.borrow_mut();
        loop {
            let piece = inner.piece(usize::MAX)?;
            if piece.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            out.extend_from_slice(inner.buffer.get(piece).unwrap_or_default());
            if inner.bounds.at_start() {
                return Ok(());
            }
        }
    }

    /// The next line with its end. When a wait ends within a line, its first part is kept for the next call.
    pub(crate) fn line(&self) -> io::Result<Vec<u8>> {
        let mut inner = self.0.borrow_mut();
        let mut piece = [0; 512];
        loop {
            let count = inner.read(&mut piece)?;
            let Some(read @ [.., last]) = piece.get(..count) else {
                return Err(io::ErrorKind::UnexpectedEof.into());
            };
            inner.partial.extend_from_slice(read);
            if *last == b'\n' {
                return Ok(std::mem::take(&mut inner.partial));
            }
        }
    }

    /// Sends a line of our own.
    pub(crate) fn send(&self, line: &str) -> io::Result<()> {
        let mut wire = self.clone();
        wire.write_all(line.as_bytes())?;
        wire.write_all(b"\r\n")?;
        wire.flush()
    }
}

impl Inner {
    /// Hands out no more than the rest of one line or literal.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let piece = self.piece(out.len())?;
        let octets = self.buffer.get(piece).unwrap_or_default();
        for (place, octet) in out.iter_mut().zip(octets) {
            *place = *octet;
        }
        Ok(octets.len())
    }

    /// Where in the buffer the next octets are that may be handed out, `most` at most: they end with a line or within one, or
    /// are of one literal. None where the connection ended.
    fn piece(&mut self, most: usize) -> io::Result<Range<usize>> {
        loop {
            if let Some(cut) = self.broken {
                return Err(cut.into());
            }
            if self.waiting().is_empty() && self.fill()? == 0 {
                return Ok(0..0);
            }
            if self.warning.is_none() && self.bounds.at_start() {
                while self.may_be_warning() && self.fill()? > 0 {}
                self.warning = is_warning(self.waiting()).then(Vec::new);
            }
            let count = match self.warning {
                Some(_) => self.ready(),
                None => self.ready().min(most),
            };
            let piece = self.given..self.given.saturating_add(count);
            self.given = piece.end;
            let octets = self.buffer.get(piece.clone()).unwrap_or_default();
            self.bounds
                .pass(octets)
                .map_err(|bound| *self.broken.insert(bound.into()))?;
            if self.warning.is_none() {
                return Ok(piece);
            }
            self.leave_out(piece);
        }
    }

    /// How many octets are there of the line or the literal that goes on.
    fn ready(&self) -> usize {
        let waiting = self.waiting();
        let end = match self.bounds.literal_left() {
            0 => waiting
                .iter()
                .position(|&octet| octet == b'\n')
                .map(|at| at.saturating_add(1)),
            left => Some(left),
        };
        end.unwrap_or(usize::MAX).min(waiting.len())
    }

    fn waiting(&self) -> &[u8] {
        self.buffer.get(self.given..).unwrap_or_default()
    }

    fn fill(&mut self) -> io::Result<usize> {
        self.buffer.drain(..self.given);
        self.given = 0;
        let mut chunk = [0; 16 * 1024];
        let count = match self.stream.read(&mut chunk) {
            Ok(count) => count,
            // A wait for news that ends is no fault; a command that is not answered in time is.
            Err(error) if Cut::of(&error).is_some() && self.stream.sock.patience.heeds_check => {
                return Err(error);
            }
            Err(error) => return Err(Cut::of(&error).map_or(error, |cut| self.cut(cut))),
        };
        self.buffer
            .extend_from_slice(chunk.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn cut(&mut self, cut: Cut) -> io::Error {
        self.broken = Some(cut);
        cut.into()
    }

    /// Whether too little is there to tell.
    fn may_be_warning(&self) -> bool {
        let waiting = self.waiting();
        WARNINGS.iter().any(|warning| {
            waiting.len() < warning.len()
                && warning
                    .get(..waiting.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(waiting))
        })
    }

    fn leave_out(&mut self, piece: Range<usize>) {
        let (Some(warning), Some(piece)) = (&mut self.warning, self.buffer.get(piece)) else {
            return;
        };
        if warning.len() < LOGGED {
            warning.extend_from_slice(piece);
        }
        if piece.ends_with(b"\n") {
            tracing::info!("the server warns: {}", shown(&String::from_utf8_lossy(warning)));
            self.warning = None;
        }
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(buffer)
    }
}

impl Write for Wire {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        let mut inner = self.0.borrow_mut();
        if let Some(cut) = inner.broken {
            return Err(cut.into());
        }
        inner.stream.write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut inner = self.0.borrow_mut();
        if let Some(cut) = inner.broken {
            return Err(cut.into());
        }
        match inner.stream.flush() {
            Err(error) => Err(Cut::of(&error).map_or(error, |cut| inner.cut(cut))),
            done => done,
        }
    }
}

fn is_warning(waiting: &[u8]) -> bool {
    WARNINGS.iter().any(|warning| {
        waiting
            .split_at_checked(warning.len())
            .is_some_and(|(head, _)| head.eq_ignore_ascii_case(warning))
    })
}

/// How an untagged warning begins (RFC 9051 sections 7.1.2 and 7.1.3).
const WARNINGS: [&[u8]; 2] = [b"* NO ", b"* BAD "];

/// Octets of a warning that are logged.
const LOGGED: usize = 512;
