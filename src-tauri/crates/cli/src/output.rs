//! The only place that prints: lines and JSON objects to standard output, complaints to standard error.

mod account;
mod answer;
mod event;
mod explained;
mod incident;

use std::{
    error::Error,
    fmt,
    io::{self, BufWriter, Write},
};

use serde::Serialize;

pub(crate) use account::AccountView;
pub(crate) use answer::Answer;
pub(crate) use explained::{Explained, WithExplanation};
pub(crate) use incident::{ListedIncident, facts_of, timeline_of};

use crate::failure::Failure;

/// Standard output, buffered until it is flushed.
pub(crate) struct Output {
    writer: BufWriter<Box<dyn Write>>,
    /// A JSON object on its way: its many small parts are put together here.
    line: Vec<u8>,
}

/// Why an answer could not be printed.
#[derive(Debug)]
pub(crate) enum Unprinted {
    /// Nobody reads any more.
    Closed,
    /// A full disk, say.
    Failed(io::Error),
}

impl Output {
    pub(crate) fn stdout() -> Self {
        Self::to(io::stdout())
    }

    pub(crate) fn to(writer: impl Write + 'static) -> Self {
        Self {
            writer: BufWriter::with_capacity(64 * 1024, Box::new(writer)),
            line: Vec::new(),
        }
    }

    /// Prints a line for people.
    pub(crate) fn line(&mut self, text: impl fmt::Display) -> Result<(), Unprinted> {
        writeln!(self.writer, "{text}").map_err(Unprinted::from)
    }

    /// Prints text that has its own line ends.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Unprinted> {
        self.writer.write_all(text.as_bytes()).map_err(Unprinted::from)
    }

    /// Prints a JSON object in a line of its own.
    pub(crate) fn json(&mut self, object: &impl Serialize) -> Result<(), Unprinted> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, object).map_err(io::Error::from)?;
        self.line.push(b'\n');
        self.writer.write_all(&self.line).map_err(Unprinted::from)
    }

    /// Prints rows with their columns aligned, the last one ragged.
    pub(crate) fn table<const N: usize>(&mut self, rows: &[[String; N]]) -> Result<(), Unprinted> {
        let mut widths = [0; N];
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for row in rows {
            let padded = row
                .iter()
                .zip(widths)
                .map(|(cell, width)| format!("{cell:<width$}"));
            let line = padded.collect::<Vec<_>>().join("  ");
            self.line(line.trim_end())?;
        }
        Ok(())
    }

    /// Hands on what is buffered.
    pub(crate) fn flush(&mut self) -> Result<(), Unprinted> {
        self.writer.flush().map_err(Unprinted::from)
    }
}

/// Prints an error and what to do about it to standard error.
pub(crate) fn complain(failure: &Failure) {
    let mut stderr = io::stderr().lock();
    // There is nowhere else to say that standard error is gone.
    let _ = writeln!(stderr, "astray-cli: {}", failure.message);
    if let Some(hint) = &failure.hint {
        let _ = writeln!(stderr, "hint: {hint}");
    }
}

/// Whether the run ended because nobody reads its output any more.
pub(crate) fn is_closed(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(Unprinted::Closed))
}

impl From<io::Error> for Unprinted {
    fn from(error: io::Error) -> Self {
        match error.kind() == io::ErrorKind::BrokenPipe {
            true => Self::Closed,
            false => Self::Failed(error),
        }
    }
}

impl fmt::Display for Unprinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer could not be written to standard output")
    }
}

impl Error for Unprinted {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Closed => None,
            Self::Failed(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use super::*;

    #[derive(Clone, Default)]
    struct Shared(Rc<RefCell<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(octets)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn columns_are_aligned_and_the_last_is_ragged() {
        let shared = Shared::default();
        let mut out = Output::to(shared.clone());
        let rows = [
            ["ID", "ADDRESS", "SUBJECT"],
            ["7", "jörg@army.ml", ""],
            ["12", "a@b.c", "lunch"],
        ];
        out.table(&rows.map(|row| row.map(str::to_owned))).unwrap();
        out.flush().unwrap();
        let printed = String::from_utf8(shared.0.take()).unwrap();
        assert_eq!(
            printed,
            "ID  ADDRESS       SUBJECT\n7   jörg@army.ml\n12  a@b.c         lunch\n"
        );
    }

    #[test]
    fn a_reader_who_left_is_told_from_a_full_disk() {
        let mut out = Output::to(Gone);
        out.json(&"x").unwrap();
        let error = anyhow::Error::from(out.flush().unwrap_err());
        assert!(is_closed(&error));
        assert!(!is_closed(
            &Unprinted::from(io::Error::from(io::ErrorKind::StorageFull)).into()
        ));
    }
}
