//! A home of its own for each run of the program.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::Value;

/// A user with empty folders, nobody's policy, and no session bus.
pub(crate) struct Home(pub(crate) tempfile::TempDir);

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) complaint: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn policy(&self) -> String {
        let text = r#"{"protected_domains": ["army.mil"], "trusted_domains": ["example.org"]}"#;
        self.file("policy.json", text).display().to_string()
    }

    pub(crate) fn start(&self, args: &[&str]) -> Child {
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

    pub(crate) fn run(&self, args: &[&str], input: &[u8]) -> Ended {
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
    pub(crate) fn refuses(&self, args: &[&str], input: &[u8], what: &str) -> String {
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

/// One JSON object a line.
pub(crate) fn objects(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
