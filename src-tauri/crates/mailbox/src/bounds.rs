//! Bounds on what a server may send, counted octet by octet before any parser sees it. Pure.
//!
//! `imap-proto` recurses as deep as parentheses nest, and `imap` keeps whatever a server sends: a hostile server could end the
//! program with a line of 375 octets. So what passes here is known to be shallow and short. The counting must never believe in
//! a quotation or a literal that the parser does not see, or parentheses could hide in it. That is why literals count as such
//! only where the parser knows them too: in untagged data (`* 1 FETCH …`, `* LIST …`) that answers a command for data.

/// Which bound was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Bound {
    /// More than 64 KiB without a line end.
    #[error("it sent a line of more than 64 KiB")]
    Line,
    /// A literal of more than 2 MiB.
    #[error("it sent one piece of data of more than 2 MiB")]
    Literal,
    /// More than 64 literals in one response.
    #[error("it sent more than 64 pieces of data in one response")]
    Literals,
    /// Parentheses more than 32 deep.
    #[error("it sent brackets nested more than 32 deep")]
    Nesting,
    /// More than 16 MiB of data, or 2 MiB of lines, in answer to one command.
    #[error("it sent more than any answer needs")]
    Answer,
}

/// What kind of answer the command has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Lines alone: nothing in them is a literal.
    Lines,
    /// LIST, STATUS and FETCH: data with literals.
    Data,
}

impl Answer {
    /// The most octets of an answer.
    const fn most(self) -> usize {
        match self {
            Self::Lines => ANSWER_OF_LINES,
            Self::Data => ANSWER,
        }
    }
}

/// Counts what passes. Line ends and literals are followed however the octets are cut.
#[derive(Debug)]
pub(crate) struct Bounds {
    kind: Answer,
    answer: usize,
    line: usize,
    depth: usize,
    literals: usize,
    literal_left: usize,
    quote: Quote,
    size: Size,
    head: Head,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    Outside,
    Inside,
    /// After a backslash: the next octet means itself.
    Escaped,
}

/// How much of `{123}` and the line end after it was seen: only at a line's end it announces a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    None,
    Digits(usize),
    Closed(usize),
    Returned(usize),
}

/// What the first octets of the response say: `* OK` and its like, tagged lines and `+` hold free text, the rest is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    Reading([u8; 4], usize),
    Text,
    Data,
}

impl Bounds {
    pub(crate) const fn new() -> Self {
        Self {
            kind: Answer::Lines,
            answer: 0,
            line: 0,
            depth: 0,
            literals: 0,
            literal_left: 0,
            quote: Quote::Outside,
            size: Size::None,
            head: Head::Reading([0; 4], 0),
        }
    }

    /// A command is sent: its answer may be as long again.
    pub(crate) const fn begin(&mut self, kind: Answer) {
        self.kind = kind;
        self.answer = 0;
    }

    /// Whether a new response begins with the next octet.
    pub(crate) const fn at_start(&self) -> bool {
        matches!(self.head, Head::Reading(_, 0))
    }

    /// How many octets of a literal are still to come.
    pub(crate) const fn literal_left(&self) -> usize {
        self.literal_left
    }

    /// Lets octets pass.
    pub(crate) fn pass(&mut self, octets: &[u8]) -> Result<(), Bound> {
        self.answer = self.answer.saturating_add(octets.len());
        if self.answer > self.kind.most() {
            return Err(Bound::Answer);
        }
        let mut rest = octets;
        while let Some((&octet, after)) = rest.split_first() {
            if self.literal_left > 0 {
                let inside = self.literal_left.min(rest.len());
                self.literal_left = self.literal_left.saturating_sub(inside);
                rest = rest.get(inside..).unwrap_or_default();
            } else {
                self.octet(octet)?;
                rest = after;
            }
        }
        Ok(())
    }

    fn octet(&mut self, octet: u8) -> Result<(), Bound> {
        self.line = self.line.saturating_add(1);
        if self.line > LINE {
            return Err(Bound::Line);
        }
        self.read_head(octet);
        let announced = self.read_size(octet);
        match (octet, self.quote) {
            (b'\n', _) => return self.end_line(announced),
            (_, Quote::Escaped) => self.quote = Quote::Inside,
            (b'\\', Quote::Inside) => self.quote = Quote::Escaped,
            (b'"', Quote::Inside) => self.quote = Quote::Outside,
            (_, Quote::Inside) => {}
            (b'"', Quote::Outside) if self.head == Head::Data => self.quote = Quote::Inside,
            (b'(', Quote::Outside) => self.depth = self.depth.saturating_add(1),
            (b')', Quote::Outside) => self.depth = self.depth.saturating_sub(1),
            (_, Quote::Outside) => {}
        }
        if self.depth > NESTING {
            Err(Bound::Nesting)
        } else {
            Ok(())
        }
    }

    const fn end_line(&mut self, announced: Option<usize>) -> Result<(), Bound> {
        self.line = 0;
        // A quoted string cannot hold a line end; the parser refuses one that does.
        self.quote = Quote::Outside;
        match announced {
            Some(length) if matches!(self.kind, Answer::Data) && matches!(self.head, Head::Data) => {
                if length > LITERAL {
                    return Err(Bound::Literal);
                }
                self.literals = self.literals.saturating_add(1);
                if self.literals > LITERALS {
                    return Err(Bound::Literals);
                }
                self.literal_left = length;
            }
            Some(_) | None => {
                self.depth = 0;
                self.literals = 0;
                self.head = Head::Reading([0; 4], 0);
            }
        }
        Ok(())
    }

    fn read_head(&mut self, octet: u8) {
        let Head::Reading(mut seen, count) = self.head else {
            return;
        };
        if let Some(place) = seen.get_mut(count) {
            *place = octet.to_ascii_uppercase();
        }
        self.head = match (count, &seen) {
            (0, [b'*', ..]) | (1, [_, b' ', ..]) | (2, _) => Head::Reading(seen, count.saturating_add(1)),
            // `OK`, `NO`, `BAD`, `BYE` and `PREAUTH` are told by two letters; no other response begins with these.
            (3, [_, _, b'O', b'K'] | [_, _, b'N', b'O'] | [_, _, b'B', _] | [_, _, b'P', b'R']) => Head::Text,
            (3, _) => Head::Data,
            _ => Head::Text,
        };
    }

    /// Follows `{123}` CR LF; the length when the octet ends one.
    const fn read_size(&mut self, octet: u8) -> Option<usize> {
        let mut announced = None;
        self.size = match (self.size, octet) {
            (_, b'{') => Size::Digits(0),
            (Size::Digits(number), b'0'..=b'9') => {
                let digit = (octet - b'0') as usize;
                Size::Digits(number.saturating_mul(10).saturating_add(digit))
            }
            (Size::Digits(number), b'}') => Size::Closed(number),
            (Size::Closed(number), b'\r') => Size::Returned(number),
            (Size::Returned(number), b'\n') => {
                announced = Some(number);
                Size::None
            }
            _ => Size::None,
        };
        announced
    }
}

const LINE: usize = 64 * 1024;
const LITERAL: usize = 2 * 1024 * 1024;
const LITERALS: usize = 64;
const NESTING: usize = 32;
const ANSWER: usize = 16 * 1024 * 1024;
const ANSWER_OF_LINES: usize = 2 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pass(kind: Answer, octets: &[u8]) -> Result<(), Bound> {
        let mut bounds = Bounds::new();
        bounds.begin(kind);
        bounds.pass(octets)
    }

    fn check(text: &str, expected: Result<(), Bound>) {
        assert_eq!(pass(Answer::Data, text.as_bytes()), expected, "{:.60}", text);
    }

    #[test]
    fn a_line_has_64_kib() {
        check(&format!("* LIST {}\r\n", "x".repeat(LINE - 9)), Ok(()));
        check(&format!("* LIST {}", "x".repeat(LINE)), Err(Bound::Line));
        check(&"x".repeat(LINE + 1), Err(Bound::Line));
    }

    #[test]
    fn a_literal_has_2_mib() {
        let fetch =
            |length: usize, text: &str| format!("* 1 FETCH (UID 1 BODY[HEADER] {{{length}}}\r\n{text})\r\n");
        check(&fetch(LITERAL, &"x".repeat(LITERAL)), Ok(()));
        check(&fetch(LITERAL + 1, ""), Err(Bound::Literal));
        check(
            "* 1 FETCH (BODY[HEADER] {99999999999999999999999999}\r\n",
            Err(Bound::Literal),
        );
    }

    #[test]
    fn a_response_has_64_literals() {
        let fetch = |count| format!("* 1 FETCH ({})\r\n", "BODY[1] {1}\r\nx ".repeat(count));
        check(&fetch(LITERALS).repeat(3), Ok(()));
        check(&fetch(LITERALS + 1), Err(Bound::Literals));
    }

    #[test]
    fn parentheses_nest_32_deep() {
        let nested = |depth| {
            format!(
                "* 1 FETCH (BODYSTRUCTURE {}{})\r\n",
                "(".repeat(depth),
                ")".repeat(depth)
            )
        };
        check(&nested(NESTING - 1).repeat(9), Ok(()));
        check(&nested(NESTING), Err(Bound::Nesting));
    }

    #[test]
    fn an_answer_has_an_end() {
        for (kind, most) in [(Answer::Data, ANSWER), (Answer::Lines, ANSWER_OF_LINES)] {
            let mut bounds = Bounds::new();
            bounds.begin(kind);
            let line = format!("* LIST {}\r\n", "x".repeat(1015));
            for _ in 0..most / 1024 {
                bounds.pass(line.as_bytes()).unwrap();
            }
            assert_eq!(bounds.pass(b"*"), Err(Bound::Answer));
            bounds.begin(Answer::Lines);
            bounds.pass(b"*").unwrap();
        }
    }

    #[test]
    fn parentheses_in_quotes_and_literals_do_not_count() {
        let many = "(".repeat(99);
        check(&format!("* LIST () \"/\" \"{many}\"\r\n"), Ok(()));
        check(&format!("* LIST () \"/\" \"a \\\" {many} \\\\\"\r\n"), Ok(()));
        check(&format!("* 1 FETCH (BODY[HEADER] {{99}}\r\n{many})\r\n"), Ok(()));
        // A literal's content ends neither the line nor the quotation.
        check(
            "* 1 FETCH (BODY[HEADER] {8}\r\n\r\n\"\r\n\"\r\n X {0}\r\n)\r\n",
            Ok(()),
        );
    }

    #[test]
    fn nothing_hides_where_the_parser_sees_no_literal_and_no_quotation() {
        let deep = format!("* 1 FETCH (BODYSTRUCTURE {})\r\n", "(".repeat(99));
        for cloak in [
            "* OK {999}\r\n",
            "* no {999}\r\n",
            "* BYE {999}\r\n",
            "* PREAUTH {999}\r\n",
            "a1 OK {999}\r\n",
            "+ {999}\r\n",
            "* OK \"",
            "a1 OK \"",
            "+ \"",
            "* LIST () \"\r\n",
            "* LIST {999}\n",
            "* LIST {999} \r\n",
            "* LIST {999\r\n",
        ] {
            check(&format!("{cloak}{deep}"), Err(Bound::Nesting));
        }
        let cloaked = format!("* X {{999}}\r\n{deep}");
        assert_eq!(pass(Answer::Lines, cloaked.as_bytes()), Err(Bound::Nesting));
    }

    #[test]
    fn a_response_begins_after_a_line_that_announces_nothing() {
        let mut bounds = Bounds::new();
        bounds.begin(Answer::Data);
        assert!(bounds.at_start());
        for (octets, at_start) in [
            ("* 1 FETCH (X {2}\r\n", false),
            ("\r\n", false),
            (")\r\n", true),
            ("*", false),
            (" OK\r\n", true),
        ] {
            bounds.pass(octets.as_bytes()).unwrap();
            assert_eq!(bounds.at_start(), at_start, "{octets:?}");
        }
    }

    fn honest() -> impl Strategy<Value = Vec<u8>> {
        let quoted = "[ -!#-\\[\\]-~]{0,40}";
        let fetch = (1..9999_u32, proptest::collection::vec(any::<u8>(), 0..400)).prop_map(|(uid, header)| {
            let mut line = format!("* {uid} FETCH (UID {uid} INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" BODY[HEADER.FIELDS (TO CC)] {{{}}}\r\n", header.len()).into_bytes();
            line.extend(header);
            line.extend(b")\r\n");
            line
        });
        let list =
            quoted.prop_map(|name| format!("* LIST (\\Sent) \"/\" \"{name} \\\" ((\\\\\"\r\n").into_bytes());
        let text = "[ -~]{0,60}".prop_map(|text| format!("* OK {}\r\n", text.replace('(', "")).into_bytes());
        proptest::collection::vec(prop_oneof![fetch, list, text], 1..12).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn honest_traffic_passes_however_it_is_cut(traffic in honest(), cuts in proptest::collection::vec(1..50_usize, 1..50)) {
            let mut bounds = Bounds::new();
            bounds.begin(Answer::Data);
            let (mut rest, mut cuts) = (&*traffic, cuts.into_iter().cycle());
            while !rest.is_empty() {
                let (piece, after) = rest.split_at(cuts.next().unwrap().min(rest.len()));
                prop_assert_eq!(bounds.pass(piece), Ok(()));
                rest = after;
            }
            prop_assert!(bounds.at_start());
        }

        #[test]
        fn what_passes_does_not_depend_on_the_cuts(octets in "[*() \"\\\\{}0-3a\r\n]{0,300}", at in 0..300_usize) {
            let mut cut = Bounds::new();
            cut.begin(Answer::Data);
            let (before, after) = octets.as_bytes().split_at(at.min(octets.len()));
            prop_assert_eq!(cut.pass(before).and_then(|()| cut.pass(after)), pass(Answer::Data, octets.as_bytes()));
        }
    }
}
