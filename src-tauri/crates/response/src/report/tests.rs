//! The report in all its forms.

use jiff::tz::TimeZone;
use template::Language;

use super::*;
use crate::{
    Letter,
    findings::{self, Kind},
    letter::tests::{address, outline},
};

/// A report with something in every place.
fn report() -> Report {
    let at = |minutes: i64| Timestamp::from_millis(1_790_000_000_000 + minutes * 60_000);
    Report {
        reference: 12,
        from: Party::bare(address("a.clerk@acme.example")),
        contact: HeaderText::clean("room 7, +44 20 7946 0018"),
        sent_at: at(0),
        noticed_at: at(1),
        confirmed_at: Some(at(5)),
        stray: vec![Stray {
            address: address("john@army.ml"),
            meant: Some(address("john@army.mil")),
            meant_domain: Domain::parse("army.mil").unwrap(),
            severity: "high".into(),
            confidence: 0.99,
            reasons: vec![(
                "top_level_domain".into(),
                "“.ml” is Mali; army.mil ends in “.mil”".into(),
            )],
        }],
        other_recipients: 2,
        delivery: Delivery::NotKnown,
        contents: vec![Contents::PersonalDetails, Contents::Money],
        findings: Some(
            findings::look(b"Content-Type: text/plain\r\n\r\nPIN: 4711, DE89 3704 0044 0532 0130 00")
                .findings,
        ),
        done: vec![Done {
            at: at(9),
            what: Deed::SharingStopped,
        }],
        decide_by: Some(at(72 * 60)),
        note: LetterText::clean("<b>Sorry</b> & {note}\n"),
        subject: None,
        attachment_names: Vec::new(),
        message_id: MessageId::parse("stray@acme.example"),
    }
}

fn wording(language: Language) -> Wording {
    Wording::new(language, TimeZone::UTC)
}

fn letter(report: &Report, evidence: &Evidence, language: Language) -> Outline {
    let message_id = outline().message_id;
    report
        .outline(
            &address("desk@acme.example"),
            evidence,
            message_id,
            report.noticed_at,
            &wording(language),
        )
        .unwrap()
}

const HEADER: &[u8] =
    b"To: john@army.ml\r\nSubject: The secret plan\r\nThread-Topic: The secret plan\r\nDate: x\r\n";

#[test]
fn a_person_reads_what_happened() {
    let outline = letter(&report(), &Evidence::Nothing, Language::English);
    let text = outline.text.as_str();
    for part in [
        "Sent: Monday, 21 September 2026, 14:13 (UTC)\n",
        "Sent to\n- john@army.ml\nand 2 more, who were probably meant\n",
        "Probably meant for\n- john@army.mil\n",
        "Why Astray thinks so\n- “.ml” is Mali; army.mil ends in “.mil”\n",
        "What the sender says it contained\n- personal details\n- money or bank details\n",
        "- password: 1\n- bank account number (DE): 1\n",
        "- Monday, 21 September 2026, 14:22 (UTC): a link is no longer shared\n",
        "ends: Thursday, 24 September 2026, 14:13 (UTC)\n",
        "<b>Sorry</b> & {note}\n",
        "Subject and names of attachments were left out.\n",
    ] {
        assert!(text.contains(part), "{part}\n\n{text}");
    }
    for secret in ["4711", "3704", "secret plan"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(
        outline.subject.as_str(),
        "Report: message sent to the wrong place (reference 12)"
    );
    let german = letter(&report(), &Evidence::Nothing, Language::German);
    assert!(
        german.text.as_str().contains("- persönliche Angaben\n"),
        "{}",
        german.text.as_str()
    );
}

#[test]
fn the_subject_goes_only_where_the_user_adds_it() {
    let subject = "The secret plan";
    let evidence = Evidence::HeaderBlock(HEADER.to_vec());
    let composed = |report: &Report| {
        let letter = Letter::compose(&letter(report, &evidence, Language::English)).unwrap();
        String::from_utf8_lossy(letter.octets()).into_owned()
    };
    assert!(!composed(&report()).contains(subject));
    let added = Report {
        subject: Some(HeaderText::clean(subject)),
        attachment_names: vec![HeaderText::clean("plan.pdf")],
        ..report()
    };
    let composed = composed(&added);
    assert_eq!(composed.matches(subject).count(), 4, "{composed}"); // text, facts, and twice in the header block
    assert!(composed.contains("Attachment: plan.pdf"));
}

#[test]
fn every_way_of_reporting_can_be_sent() {
    for language in Language::ALL {
        for evidence in [
            Evidence::HeaderBlock(HEADER.to_vec()),
            Evidence::Whole([HEADER, b"\r\nbody\r\n"].concat()),
            Evidence::Nothing,
        ] {
            Letter::compose(&letter(&report(), &evidence, language)).unwrap();
        }
    }
}

#[test]
fn the_page_holds_the_same_and_escapes_it() {
    let page = report().page(&wording(Language::English)).unwrap();
    let html = page.as_str();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    for part in [
        "john@army.ml",
        "money or bank details",
        "Thursday, 24 September 2026",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(
        html.contains("&#60;b&#62;Sorry") && !html.contains("<b>"),
        "{html}"
    );
    assert!(!html.contains("<script") && html.contains("default-src 'none'"));
    assert!(
        report()
            .page(&wording(Language::German))
            .unwrap()
            .as_str()
            .contains("Bemerkt")
    );
}

#[test]
fn every_word_of_a_report_is_in_both_catalogues() {
    for language in Language::ALL {
        let wording = wording(language);
        let ids = Contents::ALL
            .iter()
            .map(|contents| format!("contents-{}", contents.as_str()))
            .chain(Deed::ALL.iter().map(|deed| format!("done-{}", deed.as_str())))
            .chain(
                Delivery::ALL
                    .iter()
                    .map(|delivery| format!("delivery-{}", delivery.as_str())),
            )
            .chain(Kind::ALL.iter().map(|kind| format!("found-{}", kind.as_str())))
            .chain(
                [
                    "not-confirmed",
                    "contents-not-said",
                    "found-not-looked",
                    "found-nothing",
                    "nothing-done",
                    "no-deadline",
                    "no-note",
                    "details-left-out",
                    "page-from",
                    "page-contact",
                ]
                .map(str::to_owned),
            );
        for id in ids {
            assert_ne!(wording.word(&id), id, "{language:?}");
        }
        for kind in LetterKind::ALL {
            assert!(wording.template(kind).is_some(), "{kind:?} {language:?}");
        }
    }
    let keys = |text: &str| {
        text.lines()
            .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        keys(include_str!("../../wording/en/report.ftl")),
        keys(include_str!("../../wording/de/report.ftl"))
    );
}

#[test]
fn the_schema_is_as_it_is_published() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/incident-1.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, schema()).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap_or_default(),
        schema(),
        "UPDATE_SCHEMA=1 writes it anew"
    );
}

#[test]
fn the_facts_follow_the_schema() {
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    let bare = Report {
        contact: HeaderText::default(),
        confirmed_at: None,
        findings: None,
        decide_by: None,
        note: LetterText::default(),
        message_id: None,
        done: Vec::new(),
        ..report()
    };
    for report in [report(), bare] {
        let facts: serde_json::Value =
            serde_json::from_str(&report.json(report.noticed_at).unwrap()).unwrap();
        let properties = schema["properties"].as_object().unwrap();
        for key in facts.as_object().unwrap().keys() {
            assert!(properties.contains_key(key), "{key}");
        }
        for required in schema["required"].as_array().unwrap() {
            assert!(facts.get(required.as_str().unwrap()).is_some(), "{required}");
        }
        assert_eq!(facts["veris"]["action"]["error"]["variety"][0], "Misdelivery");
    }
    let facts = report().json(report().noticed_at).unwrap();
    assert!(!facts.contains("4711") && !facts.contains("3704"), "{facts}");
}
