//! `check`: judges addresses, one answer for each, in their order.

use std::io::{self, Read};

use anyhow::{Context, Result};
use lookalike::{Reference, Verdict, explain, judge};
use message::Address;

use crate::{
    Found,
    args::CheckArgs,
    input::{Line, Lines},
    output::{Answer, Explained, Output, WithExplanation},
    reference,
};

/// Judges the addresses on the command line, else those on standard input.
pub(crate) fn run(args: &CheckArgs, out: &mut Output) -> Result<Found> {
    let reference = reference::of(args.policy.as_deref())?;
    let mut judging = Judging {
        reference: &reference,
        json: args.json,
        explains: args.explain,
        out,
        found: Found::Nothing,
    };
    if args.addresses.is_empty() {
        judging.stream(io::stdin().lock())?;
    }
    for address in &args.addresses {
        let octets = address.as_encoded_bytes();
        let line = address.to_str().map_or(Line::NotUtf8(octets), Line::Text);
        judging.answer(line)?;
    }
    Ok(judging.found)
}

struct Judging<'a> {
    reference: &'a Reference,
    json: bool,
    explains: bool,
    out: &'a mut Output,
    found: Found,
}

impl Judging<'_> {
    /// Answers line by line, and hands the answers on before each wait for more.
    fn stream(&mut self, input: impl Read) -> Result<()> {
        let mut lines = Lines::new(input);
        loop {
            if lines.is_drained() {
                self.out.flush()?;
            }
            let number = lines.count() + 1;
            let line = lines
                .next_line()
                .with_context(|| format!("standard input could not be read at line {number}"))?;
            let Some(line) = line else {
                return Ok(());
            };
            self.answer(line)?;
        }
    }

    fn answer(&mut self, line: Line<'_>) -> Result<()> {
        let text = match line {
            Line::Text(text) => text,
            Line::NotUtf8(octets) => {
                let text = String::from_utf8_lossy(octets);
                return self.print(&Answer::invalid(text, "not_utf8", "it is not text in UTF-8"));
            }
            Line::TooLong(beginning) => {
                let text = String::from_utf8_lossy(beginning);
                return self.print(&Answer::invalid(
                    text,
                    "too_long",
                    "no address is so long; this is its beginning",
                ));
            }
        };
        let address = match Address::parse(text) {
            Ok(address) => address,
            Err(why) => return self.print(&Answer::invalid(text.into(), "not_an_address", why)),
        };
        let verdict = judge(&address, self.reference);
        if matches!(verdict, Verdict::Lookalike(_)) {
            self.found = Found::Lookalike;
        }
        let answer = Answer::judged(text, &address, &verdict);
        if !self.explains {
            return self.print(&answer);
        }
        let explanation = explain(&address, self.reference);
        match self.json {
            true => self.out.json(&WithExplanation::of(&answer, &explanation))?,
            false => {
                self.print(&answer)?;
                self.out.line(Explained(&explanation))?;
            }
        }
        Ok(())
    }

    fn print(&mut self, answer: &Answer<'_>) -> Result<()> {
        match self.json {
            true => self.out.json(answer)?,
            false => self.out.line(answer)?,
        }
        Ok(())
    }
}
