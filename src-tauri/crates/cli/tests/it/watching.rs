//! `incidents`, `account` and `watch` where nothing can be watched: what is wrong is said, and nothing is kept.

use std::{fs, path::Path};

use crate::home::Home;

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
