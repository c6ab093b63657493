//! `check`: one answer for each address, in order, flushed as it goes.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::Command,
};

use serde_json::Value;

use crate::home::{Home, objects};

#[test]
fn check_answers_each_address_in_order() {
    let home = Home::new();
    let input =
        b"john@army.ml\njohn@army.mil\n\nnobody\na@\xFF.example\n a@unheard-of.example \r\nlast@example.org";
    let ended = home.run(&["check", "--policy", &home.policy(), "--json"], input);
    assert_eq!(ended.status, 1, "{}", ended.complaint);
    let answers = objects(&ended.out);
    let verdicts: Vec<_> = answers
        .iter()
        .map(|answer| answer["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(
        verdicts,
        [
            "lookalike",
            "trusted",
            "invalid",
            "invalid",
            "invalid",
            "unknown",
            "trusted"
        ]
    );
    let addresses: Vec<_> = answers
        .iter()
        .map(|answer| answer["address"].as_str().unwrap())
        .collect();
    assert_eq!(
        addresses[4..],
        ["a@\u{FFFD}.example", "a@unheard-of.example", "last@example.org"]
    );
}

#[test]
fn check_prints_the_keys_of_the_contract() {
    let home = Home::new();
    let ended = home.run(
        &[
            "check",
            "--policy",
            &home.policy(),
            "--json",
            "john@army.ml",
            "x@example.org",
            "no",
        ],
        b"",
    );
    let answers = objects(&ended.out);
    let keys = |answer: &Value| answer.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&answers[0]),
        [
            "address",
            "confidence",
            "lookalike_of",
            "reasons",
            "severity",
            "verdict"
        ]
    );
    assert_eq!(answers[0]["lookalike_of"], "army.mil");
    assert_eq!(answers[0]["severity"], "high");
    assert!((0.0..=1.0).contains(&answers[0]["confidence"].as_f64().unwrap()));
    assert_eq!(keys(&answers[0]["reasons"][0]), ["detail", "kind"]);
    assert_eq!(keys(&answers[1]), ["address", "reasons", "verdict"]);
    assert_eq!(keys(&answers[2]), ["address", "reasons", "verdict"]);
    assert_eq!(answers[2]["reasons"][0]["kind"], "not_an_address");
    let order = [
        "\"address\"",
        "\"verdict\"",
        "\"lookalike_of\"",
        "\"severity\"",
        "\"confidence\"",
        "\"reasons\"",
    ];
    let places: Vec<_> = order.iter().map(|key| ended.out.find(key).unwrap()).collect();
    assert!(places.is_sorted(), "{}", ended.out);
}

#[test]
fn check_ends_with_1_only_when_a_lookalike_was_found() {
    let home = Home::new();
    let policy = home.policy();
    for (address, status) in [
        ("john@army.ml", 1),
        ("john@army.mil", 0),
        ("a@unheard-of.example", 0),
        ("nobody", 0),
    ] {
        for more in [&["--json"][..], &[]] {
            let ended = home.run(&[&["check", "--policy", &policy, address], more].concat(), b"");
            assert_eq!(ended.status, status, "{address}: {}", ended.complaint);
        }
    }
}

#[test]
fn check_says_what_it_found_to_people() {
    let home = Home::new();
    let ended = home.run(
        &["check", "--policy", &home.policy(), "john@army.ml", "x\u{202E}y"],
        b"",
    );
    let lines: Vec<_> = ended.out.lines().collect();
    assert!(
        lines[0].starts_with("lookalike  john@army.ml  looks like army.mil, severity high: "),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with("invalid    xU+202Ey: "), "{}", lines[1]);
}

#[test]
fn check_answers_before_it_waits_for_more() {
    let home = Home::new();
    let mut child = home.start(&["check", "--policy", &home.policy(), "--json"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for address in ["john@army.ml", "john@army.mil"] {
        writeln!(stdin, "{address}").unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.contains(address), "{answer}");
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn check_ends_quietly_when_nobody_reads_any_more() {
    let home = Home::new();
    let mut child = home.start(&["check", "--policy", &home.policy(), "--json"]);
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let lines = "john@army.ml\n".repeat(10_000);
    let _ = stdin.write_all(lines.as_bytes());
    drop(stdin);
    let mut complaint = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut complaint)
        .unwrap();
    assert_eq!(complaint, "");
    assert!(child.wait().unwrap().code().is_some());
}

#[test]
fn check_without_a_policy_uses_the_organisations() {
    let home = Home::new();
    let args = ["check", "--json", "john@army.ml"];
    assert_eq!(home.run(&args, b"").status, 0, "there is none yet");
    home.file("organisation.json", r#"{"protected_domains": ["army.mil"]}"#);
    assert_eq!(home.run(&args, b"").status, 1);
}

#[test]
fn check_refuses_what_it_cannot_read() {
    let home = Home::new();
    home.refuses(
        &["check", "--policy", "/nonexistent/policy.json", "a@b.c"],
        b"",
        "/nonexistent/policy.json",
    );
    let broken = home.file("broken.json", "{\n\"protected_domains\": [\n");
    let complaint = home.refuses(
        &["check", "--policy", broken.to_str().unwrap(), "a@b.c"],
        b"",
        "broken.json",
    );
    assert!(complaint.contains("hint: "), "{complaint}");
    home.refuses(&["check", "--no-such-option"], b"", "--no-such-option");
    home.refuses(&[], b"", "Usage");
}

#[test]
fn check_says_at_which_line_standard_input_broke() {
    let home = Home::new();
    let policy = home.policy();
    let output = Command::new(env!("CARGO_BIN_EXE_astray-cli"))
        .args(["check", "--policy", &policy])
        .stdin(fs::File::open(home.0.path()).unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaint.contains("standard input could not be read at line 1"),
        "{complaint}"
    );
}

#[test]
fn check_explains_what_it_considered() {
    let home = Home::new();
    let policy = home.policy();
    let said = home
        .run(&["check", "--policy", &policy, "--explain", "john@amry.mil"], b"")
        .out;
    for line in [
        "considered: army.mil (protected",
        "found by: ",
        "transposition: “amry” has two letters swapped",
    ] {
        assert!(said.contains(line), "{line} is not in {said}");
    }
    let printed = home.run(
        &[
            "check",
            "--policy",
            &policy,
            "--explain",
            "--json",
            "john@amry.mil",
        ],
        b"",
    );
    let answers = objects(&printed.out);
    let considered = &answers.first().unwrap()["considered"];
    assert_eq!(considered[0]["domain"], "army.mil");
    assert_eq!(considered[0]["severity"], "medium");
    assert!(considered[0]["keys"][0].is_string(), "{considered}");
}
