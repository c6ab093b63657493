//! Scenarios: what the judge says to people in real offices, one readable row each.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test whose table cannot be read has to fail"
)]

use std::fmt;

use astray_lookalike::{Correspondent, Lookalike, Reason, Reference, Severity, Verdict, judge};
use message::{Address, Domain};

const SCENARIOS: &str = include_str!("scenarios.tsv");

/// What stands in a cell without an entry.
const EMPTY: &str = "-";

#[test]
fn every_scenario_ends_as_people_want() {
    let scenarios: Vec<Scenario> = scenarios().collect();
    let wrong: Vec<String> = scenarios.iter().filter_map(Scenario::complaint).collect();
    assert!(
        wrong.is_empty(),
        "{} of {} scenarios are wrong:\n{}",
        wrong.len(),
        scenarios.len(),
        wrong.join("\n")
    );
}

#[test]
fn no_scenario_comes_twice() {
    let mut rows: Vec<[&str; 4]> = scenarios().map(|scenario| scenario.question).collect();
    let count = rows.len();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), count, "some question is asked twice");
    assert!(count >= 120, "only {count} scenarios");
}

/// One row.
struct Scenario {
    line: usize,
    /// Protected, trusted, known, recipient, as written.
    question: [&'static str; 4],
    expected: Expected,
    /// The domain that must be named; none where the row leaves it open.
    of: Option<Domain>,
    why: &'static str,
}

/// What people want to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// A lookalike, high or medium.
    Alert,
    /// A lookalike of any severity.
    Flag,
    /// None, or at most a low one.
    Low,
    /// No lookalike.
    None,
}

/// What the judge said; no answer where the recipient is no address.
struct Answer(Option<Verdict>);

fn scenarios() -> impl Iterator<Item = Scenario> {
    let rows = (1..)
        .zip(SCENARIOS.lines())
        .filter(|(_, row)| !row.is_empty() && !row.starts_with('#'));
    rows.map(|(line, row)| Scenario::read(line, row))
}

impl Scenario {
    fn read(line: usize, row: &'static str) -> Self {
        let fields: Vec<&str> = row.split('\t').collect();
        let [protected, trusted, known, recipient, expected, of, why] = fields[..] else {
            panic!("row {line} has {} cells: {row}", fields.len());
        };
        let expected = Expected::read(expected).unwrap_or_else(|| panic!("row {line} expects {expected}"));
        let of = entries(of).next().map(domain);
        let is_finding = matches!(expected, Expected::Alert | Expected::Flag);
        assert_eq!(
            of.is_some(),
            is_finding,
            "row {line}: a finding names what was meant"
        );
        assert!(
            !why.is_empty() && !why.ends_with('.'),
            "row {line} gives no reason"
        );
        Self {
            line,
            question: [protected, trusted, known, recipient],
            expected,
            of,
            why,
        }
    }

    fn answer(&self) -> Answer {
        let [protected, trusted, known, recipient] = self.question;
        let reference = Reference::new(
            entries(protected).map(domain).collect(),
            entries(trusted).map(domain).collect(),
            entries(known).map(correspondent).collect(),
        );
        Answer(
            Address::parse(recipient)
                .ok()
                .map(|address| judge(&address, &reference)),
        )
    }

    /// What is wrong with the answer, in words; none where it is right.
    fn complaint(&self) -> Option<String> {
        let answer = self.answer();
        let severity = answer.found().map(|found| found.severity);
        let is_right = match self.expected {
            Expected::Alert => severity >= Some(Severity::Medium),
            Expected::Flag => severity.is_some(),
            Expected::Low => severity <= Some(Severity::Low),
            Expected::None => severity.is_none(),
        };
        let is_named = match (&self.of, answer.found()) {
            (Some(of), Some(found)) => found.of == *of,
            (None, _) | (_, None) => true,
        };
        if is_right && is_named {
            return None;
        }
        let [protected, trusted, known, recipient] = self.question;
        let of = self.of.as_ref().map_or(String::new(), |of| format!(" of {of}"));
        Some(format!(
            "row {}: {recipient} (protected {protected}; trusted {trusted}; known {known})\n    \
             expected {}{of}: {}\n    came out {answer}",
            self.line, self.expected, self.why,
        ))
    }
}

impl Expected {
    fn read(text: &str) -> Option<Self> {
        match text {
            "alert" => Some(Self::Alert),
            "flag" => Some(Self::Flag),
            "low" => Some(Self::Low),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Alert => "an alert",
            Self::Flag => "a lookalike",
            Self::Low => "at most a low lookalike",
            Self::None => "no lookalike",
        })
    }
}

impl Answer {
    const fn found(&self) -> Option<&Lookalike> {
        match &self.0 {
            Some(Verdict::Lookalike(found)) => Some(found),
            Some(Verdict::Trusted | Verdict::Unknown) | None => None,
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => f.write_str("no address"),
            Some(Verdict::Trusted) => f.write_str("trusted"),
            Some(Verdict::Unknown) => f.write_str("unknown"),
            Some(Verdict::Lookalike(found)) => {
                let reason = |reason: &Reason| format!("{} ({})", reason.kind(), reason.detail());
                let reasons: Vec<String> = found.reasons.iter().map(reason).collect();
                write!(f, "{} of {}: {}", found.severity, found.of, reasons.join(", "))
            }
        }
    }
}

fn entries(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(' ').filter(|entry| *entry != EMPTY)
}

fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Reads `john@army.mil:41:12`: the address, messages sent, messages received.
fn correspondent(text: &str) -> Correspondent {
    let mut from_the_end = text.rsplitn(3, ':');
    let mut number = || from_the_end.next().unwrap().parse().unwrap();
    let (received, sent) = (number(), number());
    Correspondent {
        address: Address::parse(from_the_end.next().unwrap()).unwrap(),
        sent,
        received,
    }
}
