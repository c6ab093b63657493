//! The contract of `astray-cli`, kept by the program itself in homes of its own.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has to fail")]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

/// A user with empty folders, nobody's policy, and no session bus.
struct Home(tempfile::TempDir);

struct Ended {
    status: i32,
    out: String,
    complaint: String,
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn policy(&self) -> String {
        let text = r#"{"protected_domains": ["army.mil"], "trusted_domains": ["example.org"]}"#;
        self.file("policy.json", text).display().to_string()
    }

    fn start(&self, args: &[&str]) -> Child {
        let home = self.0.path();
        Command::new(env!("CARGO_BIN_EXE_astray-cli"))
            .args(args)
            .env_clear()
            .env("HOME", home)
            .env("TZ", "UTC")
            .env("ASTRAY_POLICY", home.join("organisation.json"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn run(&self, args: &[&str], input: &[u8]) -> Ended {
        let mut child = self.start(args);
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        // On a thread of its own, since a full pipe on either side would stop both. A program that does not read is no fault.
        let writing = std::thread::spawn(move || {
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap();
        Ended {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            complaint: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The run fails as bad usage does, says `what`, and prints nothing else.
    fn refuses(&self, args: &[&str], input: &[u8], what: &str) -> String {
        let ended = self.run(args, input);
        assert_eq!(ended.status, 2, "{}{}", ended.out, ended.complaint);
        assert_eq!(ended.out, "");
        assert!(
            ended.complaint.contains(what),
            "{:?} is not in {}",
            what,
            ended.complaint
        );
        assert!(!ended.complaint.contains("panicked"), "{}", ended.complaint);
        ended.complaint
    }
}

fn objects(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

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
fn policy_check_counts_what_a_policy_holds() {
    let home = Home::new();
    let ended = home.run(&["policy", "check", &home.policy()], b"");
    assert_eq!(ended.status, 0, "{}", ended.complaint);
    assert!(
        ended
            .out
            .ends_with("can be used: 1 protected domain, 1 trusted domain, 0 known correspondents\n"),
        "{}",
        ended.out
    );
    let wrong = home.file("wrong.json", "{\n\"protected_domain\": [\"army.mil\"]\n}");
    home.refuses(
        &["policy", "check", wrong.to_str().unwrap()],
        b"",
        "wrong.json cannot be used: line 2, ",
    );
    home.refuses(
        &["policy", "check", "/nonexistent/policy.json"],
        b"",
        "/nonexistent/policy.json",
    );
}

#[test]
fn policy_schema_is_json_that_names_the_keys() {
    let ended = Home::new().run(&["policy", "schema"], b"");
    let schema: Value = serde_json::from_str(&ended.out).unwrap();
    for key in ["protected_domains", "trusted_domains", "known_correspondents"] {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
}

#[test]
fn a_new_user_has_no_incidents_and_no_accounts() {
    let home = Home::new();
    for args in [["incidents", "list"], ["account", "list"]] {
        let ended = home.run(&args, b"");
        assert_eq!(
            (ended.status, ended.out.lines().count()),
            (0, 1),
            "{}",
            ended.complaint
        );
        let json = home.run(&[&args[..], &["--json"]].concat(), b"");
        assert_eq!((json.status, json.out.as_str()), (0, ""), "{}", json.complaint);
    }
    home.refuses(&["incidents", "show", "7"], b"", "there is no incident 7");
    home.refuses(&["incidents", "show", "seven"], b"", "seven");
    home.refuses(&["account", "remove", "7"], b"", "there is no account 7");
}

#[test]
fn an_account_is_not_added_without_a_keyring() {
    let home = Home::new();
    let add = [
        "account",
        "add",
        "--address",
        "a.clerk@example.org",
        "--host",
        "mail.example.org",
        "--port",
        "993",
        "--tls",
        "implicit",
    ];
    let complaint = home.refuses(&add, b"hunter2\n", "no keyring");
    assert!(
        complaint.contains("hint: ") && !complaint.contains("hunter2"),
        "{complaint}"
    );
    assert_eq!(home.run(&["account", "list", "--json"], b"").out, "");
    home.refuses(&add, b"", "standard input holds no password");
}

#[test]
fn an_account_is_refused_by_the_option_at_fault() {
    let home = Home::new();
    let add = |address, host, port, tls| {
        let args = [
            "account",
            "add",
            "--address",
            address,
            "--host",
            host,
            "--port",
            port,
            "--tls",
            tls,
        ];
        home.refuses(&args, b"hunter2\n", "--")
    };
    assert!(add("a.clerk", "mail.example.org", "993", "implicit").contains("--address"));
    assert!(add("a@b.example", "two words", "993", "implicit").contains("--host"));
    assert!(add("a@b.example", "mail.example.org", "0", "implicit").contains("--port"));
    assert!(add("a@b.example", "mail.example.org", "993", "none").contains("--tls"));
}

#[test]
fn watch_says_what_is_wrong_with_an_account_file() {
    let home = Home::new();
    let watch = |name: &str, input: &[u8], what: &str| {
        let path = home.0.path().join(name);
        home.refuses(
            &["watch", "--once", "--account-file", path.to_str().unwrap()],
            input,
            what,
        )
    };
    watch("missing.json", b"", "missing.json");
    home.file("broken.json", "{\n\"host\": \"mail.example.org\",\n");
    watch("broken.json", b"", "broken.json cannot be used: line 3, ");
    home.file("unknown.json", "{\"host\": \"mail.example.org\",\n\"hots\": 1}");
    watch("unknown.json", b"", "unknown field \"hots\"");
    let whole = r#"{"host": "127.0.0.1", "port": 1, "tls": "implicit", "user": "a@b.example"PASSWORD}"#;
    home.file(
        "secretless.json",
        &whole.replace("PASSWORD", r#", "password_file": "secret""#),
    );
    watch("secretless.json", b"", "secret");
    home.file("silent.json", &whole.replace("PASSWORD", ""));
    watch("silent.json", b"", "standard input holds no password");
}

#[test]
fn watch_without_an_account_says_how_to_add_one() {
    let complaint = Home::new().refuses(&["watch", "--once"], b"", "there is no account to watch");
    assert!(complaint.contains("account add"), "{complaint}");
}

#[test]
fn watch_once_ends_when_the_server_cannot_be_reached() {
    let home = Home::new();
    // A port that was free a moment ago: nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let text = r#"{"host": "127.0.0.1", "port": PORT, "tls": "implicit", "user": "a@b.example"}"#;
    let path = home.file("account.json", &text.replace("PORT", &port.to_string()));
    let complaint = home.refuses(
        &["watch", "--once", "--account-file", path.to_str().unwrap()],
        b"hunter2\n",
        "127.0.0.1",
    );
    assert!(
        complaint.contains("hint: ") && !complaint.contains("hunter2"),
        "{complaint}"
    );
    assert!(!everything_below(home.0.path()).contains("hunter2"));
}

/// All files of a home as one text.
fn everything_below(dir: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => text += &everything_below(&path),
            false => text += &String::from_utf8_lossy(&fs::read(&path).unwrap()),
        }
    }
    text
}

#[test]
fn watch_refuses_a_policy_that_it_cannot_read() {
    let home = Home::new();
    home.file("organisation.json", "{");
    home.refuses(&["watch", "--once"], b"", "organisation.json");
}
