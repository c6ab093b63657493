//! Lines from a stream of any length: bounded, not necessarily text, and each answered before the next is waited for.

use std::{
    io::{self, BufRead, BufReader, Read},
    str,
};

/// Octets of a line that are kept. RFC 5321 section 4.5.3.1 allows an address 320.
const LONGEST_LINE: usize = 8 * 1024;

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    /// Text, without its line end.
    Text(&'a str),
    /// Octets that are not UTF-8.
    NotUtf8(&'a [u8]),
    /// The beginning of a line beyond the bound; the rest is skipped.
    TooLong(&'a [u8]),
}

/// Reads lines.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    read: u64,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self {
            reader: BufReader::with_capacity(64 * 1024, reader),
            line: Vec::new(),
            read: 0,
        }
    }

    /// How many lines were read.
    pub(crate) const fn count(&self) -> u64 {
        self.read
    }

    /// Whether the next line has to be waited for: the moment to flush what was answered.
    pub(crate) fn is_drained(&self) -> bool {
        self.reader.buffer().is_empty()
    }

    /// The next line; none at the end.
    ///
    /// # Errors
    /// Where the stream cannot be read.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let mut any = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = buffer.iter().position(|octet| *octet == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            // One octet more than is kept tells that the line was longer, and one the return before its end.
            let room = (LONGEST_LINE + 2).saturating_sub(self.line.len());
            self.line.extend_from_slice(part.get(..room).unwrap_or(part));
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.read += 1;
        Ok(Some(self.whole()))
    }

    fn whole(&self) -> Line<'_> {
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        // Spreadsheets put a byte order mark before the first line.
        let line = match line.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) if self.read == 1 => rest,
            Some(_) | None => line,
        };
        match line.get(..LONGEST_LINE) {
            Some(beginning) if line.len() > LONGEST_LINE => Line::TooLong(beginning),
            Some(_) | None => str::from_utf8(line).map_or(Line::NotUtf8(line), Line::Text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stream: &[u8], expected: &[Line<'_>]) {
        // Whole, and an octet at a time as a slow pipe gives it.
        for step in [usize::MAX, 1] {
            let mut lines = Lines::new(Slow { stream, step });
            for line in expected {
                assert_eq!(lines.next_line().unwrap(), Some(*line), "{stream:?}");
            }
            assert_eq!(lines.next_line().unwrap(), None);
            assert_eq!(lines.count(), u64::try_from(expected.len()).unwrap());
        }
    }

    struct Slow<'a> {
        stream: &'a [u8],
        step: usize,
    }

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let octets = self.stream.len().min(self.step).min(buffer.len());
            let (now, later) = self.stream.split_at(octets);
            buffer[..octets].copy_from_slice(now);
            self.stream = later;
            Ok(octets)
        }
    }

    #[test]
    fn every_line_is_one_line() {
        check(b"", &[]);
        check(b"a\nb\n", &[Line::Text("a"), Line::Text("b")]);
        check(b"a\nb", &[Line::Text("a"), Line::Text("b")]);
        check(b"\n\n", &[Line::Text(""), Line::Text("")]);
        check(b"a\r\nb\r\n", &[Line::Text("a"), Line::Text("b")]);
        check(b"a\rb\n", &[Line::Text("a\rb")]); // a return within a line is no end
        check(
            b"\xEF\xBB\xBFa\n\xEF\xBB\xBFb\n",
            &[Line::Text("a"), Line::Text("\u{FEFF}b")],
        );
    }

    #[test]
    fn what_is_no_text_is_said() {
        check(b"a\xFF\nb\n", &[Line::NotUtf8(b"a\xFF"), Line::Text("b")]);
    }

    #[test]
    fn a_long_line_is_cut_and_the_next_is_whole() {
        let full = "x".repeat(LONGEST_LINE);
        for (more, crlf) in [
            ("", "\n"),
            ("", "\r\n"),
            ("x", "\n"),
            ("xx", "\r\n"),
            (&*full, "\n"),
        ] {
            let stream = format!("{full}{more}{crlf}b\n");
            let first = if more.is_empty() {
                Line::Text(&full)
            } else {
                Line::TooLong(full.as_bytes())
            };
            check(stream.as_bytes(), &[first, Line::Text("b")]);
        }
    }
}
