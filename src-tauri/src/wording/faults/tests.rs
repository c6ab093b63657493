//! Everything that can be wrong in a file, said in both languages.

use message::Address;
use policy::Policy;

use super::*;
use crate::wording::line::tests::{differ, ids_in, said};

fn text() -> String {
    "army mil".to_owned()
}

fn of_texts() -> Vec<Wrong> {
    let known = || "recall, report".to_owned();
    let out = |unit| Wrong::OutOfBounds {
        number: 91,
        least: 1,
        most: 90,
        unit,
    };
    vec![
        Wrong::TooLarge,
        Wrong::TooMany {
            count: 50_001,
            most: 50_000,
        },
        Wrong::Nothing,
        Wrong::Missing,
        Wrong::Empty,
        Wrong::TooLong { most: 100 },
        out(Unit::Hours),
        out(Unit::Days),
        Wrong::NoDomain {
            text: text(),
            why: NoDomain::Space,
        },
        Wrong::NoAddress {
            text: text(),
            why: Address::parse("army").unwrap_err(),
        },
        Wrong::NoEnd(text()),
        Wrong::NoWord(text()),
        Wrong::NoSeverity(text()),
        Wrong::NoHours(text()),
        Wrong::NoStep(text()),
        Wrong::StepTwice(text()),
        Wrong::StepFixed(text()),
        Wrong::StepTaken(text()),
        Wrong::NoStepName(text()),
        Wrong::NoLetter { known: known() },
        Wrong::NoLanguage { known: known() },
        Wrong::NoName(text()),
        Wrong::NoToken(text()),
        Wrong::NoUrl(text()),
        Wrong::NoPath(text()),
    ]
}

fn of_json() -> Vec<Wrong> {
    let faults = [
        JsonFault::Ends,
        JsonFault::Syntax,
        JsonFault::Unknown(text()),
        JsonFault::Missing(text()),
        JsonFault::Twice(text()),
        JsonFault::UnknownWord {
            word: text(),
            known: "en, de".to_owned(),
        },
        JsonFault::Misfit {
            found: "5".to_owned(),
            wanted: Wanted::List,
        },
        JsonFault::Other,
    ];
    let json = |fault| Wrong::Json {
        fault,
        said: "something new".to_owned(),
    };
    faults.map(json).into()
}

fn of_letters() -> Vec<Wrong> {
    let faults = [
        template::Fault::NoSubject,
        template::Fault::NoText,
        template::Fault::UnknownPlaceholder {
            line: 3,
            name: "subject".to_owned(),
            known: "from".to_owned(),
        },
        template::Fault::LoneBrace { line: 3 },
        template::Fault::Control { line: 3 },
        template::Fault::TooLong { most: 10_000 },
    ];
    faults.map(Wrong::Letter).into()
}

#[test]
fn everything_that_can_be_wrong_is_worded_in_both_languages() {
    let mut lines: Vec<Line> = [of_texts(), of_json(), of_letters()]
        .concat()
        .iter()
        .map(line)
        .collect();
    lines.push(in_line(2, 36));
    let said = said(&lines);
    let unproved: Vec<_> = ids_in(include_str!("../faults.rs"))
        .into_iter()
        .filter(|id| !said.contains(id))
        .collect();
    assert!(unproved.is_empty(), "no example says {unproved:?}");
}

#[test]
fn causes_are_told_apart_in_both_languages() {
    let domains = [
        NoDomain::Nothing,
        NoDomain::WebAddress,
        NoDomain::Person,
        NoDomain::Star,
        NoDomain::Space,
        NoDomain::Dots,
        NoDomain::NoDot,
        NoDomain::Number,
        NoDomain::Other,
    ];
    differ(&domains.map(|why| line(&Wrong::NoDomain { text: text(), why })));
    let addresses = ["army", "@army.mil", "john@"].map(|text| Address::parse(text).unwrap_err());
    differ(&addresses.map(|why| line(&Wrong::NoAddress { text: text(), why })));
    let wanted = [
        Wanted::List,
        Wanted::Group,
        Wanted::Text,
        Wanted::Number,
        Wanted::YesOrNo,
        Wanted::Other,
    ];
    differ(&wanted.map(|wanted| {
        let found = "5".to_owned();
        json(&JsonFault::Misfit { found, wanted }, "")
    }));
}

#[test]
fn a_fault_names_its_key_its_value_and_what_is_wanted() {
    for (json, expected) in [
        (
            r#"{"trusted_domains": ["army mil"]}"#,
            "trusted_domains[0]: “army mil” is not a domain: it has a space in it",
        ),
        (
            r#"{"trusted_domains": "army.mil"}"#,
            "line 1, column 30: \"army.mil\" stands here; it must be a list in square brackets",
        ),
        (
            r#"{"report_deadlines": [{"name": "x", "hours": 90000, "source": "y"}]}"#,
            "report_deadlines[0].hours: 90,000 hours are not between 1 and 87,600 hours",
        ),
        (
            r#"{"templates": {"recall": {"en": "Subject: x\n\n{subject}"}}}"#,
            "templates.recall.en: line 3: nothing is filled in for “subject”; choose one of from, sent_at, confirm_by, contact",
        ),
    ] {
        let error = Policy::parse(json).unwrap_err();
        let policy::Error::Faulty { faults, .. } = error else {
            panic!("{json}: {error}");
        };
        let said: Vec<String> = faults.iter().map(super::said).collect();
        assert_eq!(said, [expected]);
    }
}
