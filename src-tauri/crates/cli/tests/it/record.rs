//! `incidents`: what is recorded is shown, exported, verified, and deleted to the last octet.

use std::{
    fs::{self, DirBuilder, File},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use casebook::{
    Became, Casebook, Decision, Fate, IncidentId, Intent, Judged, Letter, NewAccount, Note, Outcome,
    Sighting, Way,
};
use lookalike::{Reference, Verdict, judge};
use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
use message::{Address, Domain, MessageId, SentMessage, Timestamp};
use serde_json::json;

use crate::home::{Home, objects};

const EML: &[u8] = b"Subject: Sent in error\r\n\r\nPlease delete it. canary-letter\r\n";

fn folder(home: &Home) -> PathBuf {
    let folder = home.0.path().join(".local/share/astray");
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .unwrap();
    folder
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis((1_790_000_000 + seconds) * 1000)
}

/// A message to a lookalike.
fn judged(number: u32, subject: &str) -> Judged {
    let reference = Reference::new(vec![Domain::parse("army.mil").unwrap()], Vec::new(), Vec::new());
    let block = format!(
        "Message-ID: <{number}@acme.example>\r\nDate: Mon, 21 Sep 2026 16:13:20 +0200\r\nTo: john@army.ml\r\nSubject: {subject}\r\n\r\n"
    );
    let message = SentMessage::parse(block.as_bytes());
    let lookalikes = message.recipients.iter().filter_map(|recipient| {
        let verdict = judge(&recipient.address, &reference);
        match verdict {
            Verdict::Lookalike(lookalike) => Some((recipient.clone(), lookalike)),
            Verdict::Trusted | Verdict::Unknown => None,
        }
    });
    Judged {
        uid: Uid::new(number).unwrap(),
        received_at: None,
        lookalikes: lookalikes.collect(),
        message,
        fine: Vec::new(),
    }
}

/// A casebook with an incident that was dealt with, and one that nobody has looked at.
fn recorded(home: &Home) -> [IncidentId; 2] {
    let mut book = Casebook::open(&folder(home).join("casebook.db")).unwrap();
    let account = Account {
        host: Host::parse("imap.acme.example").unwrap(),
        port: 993,
        security: Security::ImplicitTls,
        user: UserName::parse("canary-user").unwrap(),
        ca_path: None,
    };
    let address = Address::parse("a.clerk@acme.example").unwrap();
    let account = book.add_account(&NewAccount { address, account }, at(0)).unwrap();
    let sighting = Sighting {
        account,
        mailbox: "Sent".into(),
        mailbox_id: None,
        is_sent: true,
        cursor: Cursor {
            uid_validity: UidValidity::new(1).unwrap(),
            last_uid: 2,
        },
        judged: vec![judged(1, "=canary(1)"), judged(2, "Plan")],
        vanished: 0,
        copies: 0,
        at: at(1),
    };
    let ids: [IncidentId; 2] = book.record(&sighting).unwrap().try_into().unwrap();
    book.decide(ids[0], Decision::Confirmed, at(2)).unwrap();
    let message_id = MessageId::parse("recall@acme.example").unwrap();
    let intent = Intent {
        letter: Letter::Recall,
        way: Way::Send,
        message_id: message_id.clone(),
        to: vec![Address::parse("john@army.ml").unwrap()],
        kept: None,
    };
    book.intend_letter(ids[0], &intent, Some(EML), at(3)).unwrap();
    let fate = Fate::Sent;
    book.letter_became(ids[0], Became { message_id, fate }, at(4))
        .unwrap();
    let closed = Decision::Closed {
        outcome: Outcome::NotReported,
        word: Note::new("It held nothing."),
    };
    book.decide(ids[0], closed, at(5)).unwrap();
    ids
}

#[test]
fn one_incident_is_shown_with_all_that_happened() {
    let home = Home::new();
    let [first, _] = recorded(&home);
    let shown = home
        .run(&["incidents", "show", &first.value().to_string()], b"")
        .out;
    for line in [
        "State       done",
        "2026-09-21 14:13  said to be a mistake",
        "2026-09-21 14:13  request to delete it to john@army.ml to be sent (<recall@acme.example>)",
        "2026-09-21 14:13  <recall@acme.example> sent",
        "2026-09-21 14:13  closed without a report: It held nothing.",
    ] {
        assert!(shown.contains(line), "{line:?} is not in\n{shown}");
    }
}

#[test]
fn one_or_all_are_exported_as_json() {
    let home = Home::new();
    let [first, second] = recorded(&home);
    let all = objects(&home.run(&["incidents", "export"], b"").out);
    let ids: Vec<_> = all
        .iter()
        .map(|incident| incident["id"].as_i64().unwrap())
        .collect();
    assert_eq!(ids, [first.value(), second.value()]);
    let one = objects(
        &home
            .run(&["incidents", "export", &first.value().to_string()], b"")
            .out,
    );
    assert_eq!(one, &all[..1]);
    let timeline = one[0]["timeline"].as_array().unwrap();
    assert_eq!(
        timeline[3],
        json!({"seq": 4, "at": "2026-09-21T14:13:24Z", "event": "letter_became",
               "details": {"message_id": "recall@acme.example", "outcome": "sent"}})
    );
    home.refuses(&["incidents", "export", "99"], b"", "there is no incident 99");
}

#[test]
fn all_are_exported_as_csv_without_formulas() {
    let home = Home::new();
    recorded(&home);
    let csv = home.run(&["incidents", "export", "--csv"], b"").out;
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].starts_with("\"id\",\"state\",\"severity\""),
        "{}",
        lines[0]
    );
    assert_eq!(
        lines[1],
        "\"1\",\"done\",\"high\",\"2026-09-21T14:13:20Z\",\"2026-09-21T14:13:21Z\",\"2026-09-21T14:13:22Z\",\
         \"a.clerk@acme.example\",\"john@army.ml\",\"army.mil\",\"'=canary(1)\",\"\",\"2026-09-21T14:13:24Z\",\"\",\"\",\
         \"2026-09-21T14:13:25Z\",\"not_reported\",\"It held nothing.\""
    );
    assert!(
        lines.iter().all(|line| line.matches("\",\"").count() == 16),
        "{csv}"
    );
}

#[test]
fn letters_are_exported_as_they_were_and_nothing_is_overwritten() {
    let home = Home::new();
    recorded(&home);
    let to = home.0.path().join("letters");
    let args = ["incidents", "export", "--eml", to.to_str().unwrap()];
    let ended = home.run(&args, b"");
    assert_eq!(ended.status, 0, "{}", ended.complaint);
    let names: Vec<_> = fs::read_dir(&to)
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(names, ["incident-1-3-recall.eml"]);
    assert_eq!(fs::read(to.join(&names[0])).unwrap(), EML);
    assert_eq!(home.run(&args, b"").status, 2, "the file is there already");
}

#[test]
fn a_changed_record_is_named() {
    let home = Home::new();
    recorded(&home);
    let verify = || home.run(&["incidents", "verify"], b"");
    let whole = verify();
    assert_eq!(
        (whole.status, whole.out.as_str()),
        (0, "The record is as it was written.\n")
    );
    let file = rusqlite::Connection::open(folder(&home).join("casebook.db")).unwrap();
    let sql = "DROP TRIGGER incident_events_are_kept; \
               UPDATE incident_events SET body = replace(body, 'nothing', 'secrets') WHERE incident_id = 1 AND seq = 5";
    file.execute_batch(sql).unwrap();
    drop(file);
    let changed = verify();
    assert_eq!(
        (changed.status, changed.out.as_str()),
        (1, "incident 1: entry 5 was changed\n")
    );
}

#[test]
fn deleting_everything_leaves_no_octet_behind() {
    let home = Home::new();
    recorded(&home);
    fs::write(folder(&home).join("casebook.db.damaged-1"), "canary").unwrap();
    let settings = home.0.path().join(".config/astray");
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&settings)
        .unwrap();
    fs::write(
        settings.join("preferences.json"),
        r#"{"trusted_domains": ["canary.example"]}"#,
    )
    .unwrap();
    let logs = home.0.path().join(".local/state/astray");
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&logs)
        .unwrap();
    fs::write(logs.join("agent.2026-09-21.log"), "canary").unwrap();
    let all = ["canary", "army.ml", "acme.example", "a.clerk"];
    home.refuses(&["incidents", "delete-everything"], b"", "--yes");
    assert!(
        all.iter().all(|text| holds(home.0.path(), text)),
        "nothing is deleted without --yes"
    );

    let lock = File::create(folder(&home).join("agent.lock")).unwrap();
    lock.lock().unwrap();
    home.refuses(
        &["incidents", "delete-everything", "--yes"],
        b"",
        "Astray is running",
    );
    assert!(
        holds(home.0.path(), "canary"),
        "nothing is deleted while the agent runs"
    );
    drop(lock);

    let ended = home.run(&["incidents", "delete-everything", "--yes"], b"");
    assert_eq!(ended.status, 0, "{}", ended.complaint);
    for text in all {
        assert!(!holds(home.0.path(), text), "{text} is left");
    }
    assert_eq!(home.run(&["incidents", "verify"], b"").status, 0);
    assert_eq!(
        home.run(&["incidents", "list"], b"").out,
        "There are no incidents.\n"
    );
}

/// Whether any file below a folder holds the text.
fn holds(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, text);
        }
        fs::read(path)
            .unwrap()
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    })
}
