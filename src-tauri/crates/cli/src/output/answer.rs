//! The answer to one address: a JSON object whose keys other programs rely on, or a line for people.

use std::{borrow::Cow, fmt};

use lookalike::{Lookalike, Verdict};
use message::{Address, Domain, shown};
use serde::Serialize;

/// What `check` says of one address.
#[derive(Debug, Serialize)]
pub(crate) struct Answer<'a> {
    /// As it was given, without the space around it.
    address: Cow<'a, str>,
    verdict: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    lookalike_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    reasons: Vec<Reason<'a>>,
    #[serde(skip)]
    for_people: ForPeople<'a>,
}

/// What the line for people names, made safe to show only where a line is printed.
#[derive(Debug)]
enum ForPeople<'a> {
    Address(&'a Address),
    Lookalike(&'a Address, &'a Domain),
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Lookalike,
    Trusted,
    Unknown,
    Invalid,
}

#[derive(Debug, Serialize)]
struct Reason<'a> {
    kind: &'a str,
    detail: Cow<'a, str>,
}

impl<'a> Answer<'a> {
    /// The answer for what is an address.
    pub(crate) fn judged(given: &'a str, address: &'a Address, verdict: &'a Verdict) -> Self {
        let answer = |verdict| Self {
            address: given.trim().into(),
            verdict,
            lookalike_of: None,
            severity: None,
            confidence: None,
            reasons: Vec::new(),
            for_people: ForPeople::Address(address),
        };
        match verdict {
            Verdict::Trusted => answer(Word::Trusted),
            Verdict::Unknown => answer(Word::Unknown),
            Verdict::Lookalike(lookalike) => Self {
                lookalike_of: Some(lookalike.of.ascii()),
                severity: Some(lookalike.severity.as_str()),
                confidence: Some(lookalike.confidence.rounded()),
                reasons: reasons(lookalike),
                for_people: ForPeople::Lookalike(address, &lookalike.of),
                ..answer(Word::Lookalike)
            },
        }
    }

    /// The answer for what is no address, with the reason why.
    pub(crate) fn invalid(given: Cow<'a, str>, kind: &'a str, why: impl fmt::Display) -> Self {
        let reason = Reason {
            kind,
            detail: why.to_string().into(),
        };
        Self {
            for_people: ForPeople::Text,
            address: match given {
                Cow::Borrowed(text) => text.trim().into(),
                Cow::Owned(text) => text.into(),
            },
            verdict: Word::Invalid,
            lookalike_of: None,
            severity: None,
            confidence: None,
            reasons: vec![reason],
        }
    }
}

fn reasons(lookalike: &Lookalike) -> Vec<Reason<'_>> {
    let reasons = lookalike.reasons.iter().map(|reason| Reason {
        kind: reason.kind().as_str(),
        detail: reason.detail().into(),
    });
    reasons.collect()
}

/// The line for people: nothing in it hides, moves or colours anything.
impl fmt::Display for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (address, of) = match self.for_people {
            ForPeople::Address(address) => (address.shown(), String::new()),
            ForPeople::Lookalike(address, of) => (address.shown(), of.shown()),
            ForPeople::Text => (shown(self.address.trim()), String::new()),
        };
        match self.verdict {
            Word::Lookalike => {
                let severity = self.severity.unwrap_or_default();
                write!(f, "lookalike  {address}  looks like {of}, severity {severity}")?;
            }
            Word::Trusted => write!(f, "trusted    {address}")?,
            Word::Unknown => write!(f, "unknown    {address}")?,
            Word::Invalid => write!(f, "invalid    {address}")?,
        }
        let mut mark = ": ";
        for reason in &self.reasons {
            write!(f, "{mark}{}", reason.detail)?;
            mark = "; ";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: &Answer<'_>, json: &str, line: &str) {
        assert_eq!(serde_json::to_string(answer).unwrap(), json);
        assert_eq!(answer.to_string(), line);
    }

    #[test]
    fn an_answer_without_a_lookalike_has_no_keys_of_one() {
        let given = " John@Army.MIL ";
        check(
            &Answer::judged(given, &Address::parse(given).unwrap(), &Verdict::Trusted),
            r#"{"address":"John@Army.MIL","verdict":"trusted","reasons":[]}"#,
            "trusted    John@army.mil",
        );
        let given = "a@müller.de";
        check(
            &Answer::judged(given, &Address::parse(given).unwrap(), &Verdict::Unknown),
            r#"{"address":"a@müller.de","verdict":"unknown","reasons":[]}"#,
            "unknown    a@müller.de",
        );
    }

    #[test]
    fn what_is_no_address_is_answered_with_the_reason() {
        check(
            &Answer::invalid("john\u{202E}".into(), "not_an_address", "it has no @"),
            "{\"address\":\"john\u{202E}\",\"verdict\":\"invalid\",\"reasons\":[{\"kind\":\"not_an_address\",\"detail\":\"it has no @\"}]}",
            "invalid    johnU+202E: it has no @",
        );
    }
}
