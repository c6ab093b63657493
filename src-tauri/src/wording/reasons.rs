//! Why the judge takes one address for another, in the language that is spoken.

use casebook::{ClauseText, ReasonText};
use fluent_bundle::FluentValue;
use lookalike::Form;
use message::shown;
use policy::Language;

use super::{say_in, sentence, spoken};

/// What the ends of domains stand for, in German; the judge's own table has it in English.
const GERMAN_ENDS: &str = include_str!("../../wording/de/ends.tsv");

/// A reason as a sentence. One from before there were parts, or with a part that a newer Astray wrote, is said in English.
pub(crate) fn reason(reason: &ReasonText) -> String {
    said_in(spoken(), reason)
}

fn said_in(language: Language, reason: &ReasonText) -> String {
    let parts: Option<Vec<String>> = reason
        .clauses
        .iter()
        .map(|clause| part(language, clause))
        .collect();
    match parts {
        Some(parts) if !parts.is_empty() => sentence(parts.join("; ")),
        Some(_) | None => sentence(shown(&reason.detail)),
    }
}

fn part(language: Language, clause: &ClauseText) -> Option<String> {
    let form = Form::ALL.iter().find(|form| form.as_str() == clause.form)?;
    let end = clause.values.get("end").map(String::as_str).unwrap_or_default();
    let mut values: Vec<(&'static str, FluentValue<'_>)> = Vec::new();
    for name in [
        "written", "meant", "letter", "end", "place", "of", "person", "count",
    ] {
        let Some(value) = clause.values.get(name) else {
            continue;
        };
        let value = match name {
            "count" => FluentValue::from(value.parse::<u32>().ok()?),
            "place" if language == Language::German => german(end)?.into(),
            _ => shown(value).into(),
        };
        values.push((name, value));
    }
    say_in(language, &id(*form), &values)
}

/// What an end stands for: the whole of it, or else its last level.
fn german(end: &str) -> Option<&'static str> {
    let of = |wanted: &str| {
        let mut rows = GERMAN_ENDS.lines().filter_map(|line| line.split_once('\t'));
        rows.find(|(end, _)| *end == wanted).map(|(_, name)| name)
    };
    of(end).or_else(|| of(end.rsplit('.').next()?))
}

fn id(form: Form) -> String {
    format!("reason-{}", form.as_str())
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use lookalike::{Correspondent, Reference, Verdict, judge};
    use message::{Address, Domain};

    use super::*;

    /// The sentences of all forms, each with the names of its values.
    pub(in super::super) fn expected() -> BTreeMap<String, BTreeSet<String>> {
        let names = |form: &Form| {
            let places = form.words().split('{').skip(1);
            let names = places.map(|rest| rest.split('}').next().unwrap());
            names.map(|name| name.replace("messages", "count")).collect()
        };
        Form::ALL.iter().map(|form| (id(*form), names(form))).collect()
    }

    fn reasons(address: &str) -> Vec<ReasonText> {
        let domain = |text| Domain::parse(text).unwrap();
        let known = |text, sent| Correspondent {
            address: Address::parse(text).unwrap(),
            sent,
            received: 1,
        };
        let reference = Reference::new(
            vec![domain("army.mil")],
            Vec::new(),
            vec![known("john@halvorsen.com", 41), known("a@maersk.com", 1)],
        );
        let Verdict::Lookalike(found) = judge(&Address::parse(address).unwrap(), &reference) else {
            panic!("{address} is no lookalike");
        };
        let value = |(name, value): &(&'static str, String)| ((*name).to_owned(), value.clone());
        let clause = |clause: &lookalike::Clause| ClauseText {
            form: clause.form().as_str().to_owned(),
            values: clause.values().iter().map(value).collect(),
        };
        let text = |reason: &lookalike::Reason| ReasonText {
            kind: reason.kind().as_str().to_owned(),
            detail: reason.detail().to_owned(),
            clauses: reason.clauses().iter().map(clause).collect(),
        };
        found.reasons.iter().map(text).collect()
    }

    #[test]
    fn a_reason_is_said_in_the_language_that_is_spoken() {
        for (address, expected) in [
            ("john@army.ml", "„.ml“ steht für Mali; army.mil endet auf „.mil“."),
            (
                "john@army.mil.kr",
                "„.mil.kr“ hat einen Teil zu viel; army.mil endet auf „.mil“.",
            ),
            (
                "x@amry.mil",
                "In „amry“ sind zwei Buchstaben vertauscht; army.mil ist geschützt.",
            ),
            (
                "john@halvosren.com",
                "In „halvosren“ sind zwei Buchstaben vertauscht; Sie schreiben sonst an halvorsen.com (41 Nachrichten).",
            ),
        ] {
            let reasons = reasons(address);
            let first = reasons.first().unwrap();
            assert_eq!(said_in(Language::German, first), expected);
            // English is the same, whether the judge says it or the catalogue.
            for reason in &reasons {
                assert_eq!(
                    said_in(Language::English, reason),
                    sentence(reason.detail.as_str())
                );
            }
        }
    }

    #[test]
    fn a_reason_without_parts_is_said_as_it_was_written() {
        for clauses in [
            Vec::new(),
            vec![ClauseText {
                form: "from-the-future".to_owned(),
                values: BTreeMap::new(),
            }],
        ] {
            let old = ReasonText {
                kind: "omission".to_owned(),
                detail: "“rmy” lacks the letter “a”".to_owned(),
                clauses,
            };
            assert_eq!(said_in(Language::German, &old), "“rmy” lacks the letter “a”.");
        }
    }

    #[test]
    fn every_end_of_the_judge_has_a_german_name() {
        let table = include_str!("../../crates/lookalike/tables/ends.tsv");
        let ends = |text: &'static str| -> Vec<&str> {
            let rows = text.lines().filter(|line| !line.starts_with('#'));
            rows.filter_map(|line| line.split_once('\t'))
                .map(|(end, _)| end)
                .collect()
        };
        assert_eq!(ends(GERMAN_ENDS), ends(table));
    }
}
