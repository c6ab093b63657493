//! A real keyring on a private session bus, in the states that users meet it in.
//!
//! The store finds its bus through the environment, so each test runs itself once more, as a child inside its own session.
#![expect(
    clippy::unwrap_used,
    reason = "a test whose session cannot be set up has to fail"
)]

use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use astray_credentials::{Error, Key, Keyring, key};
use secrecy::{ExposeSecret, SecretString};

const PATIENT: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(300);

#[test]
fn keeps_finds_replaces_and_forgets_a_password() {
    inside(UNLOCKED, "keeps_finds_replaces_and_forgets_a_password", || {
        let keyring = Keyring::with_patience(PATIENT);
        assert!(keyring.load(&the_key()).unwrap().is_none());
        for password in ["pässword 1", "correct horse"] {
            keyring.save(&the_key(), &SecretString::from(password)).unwrap();
            let found = keyring.load(&the_key()).unwrap().unwrap();
            assert_eq!(found.expose_secret(), password);
        }
        let other = key("a.clerk", "mail.example.org", 143);
        assert!(keyring.load(&other).unwrap().is_none());
        keyring.forget(&the_key()).unwrap();
        assert!(keyring.load(&the_key()).unwrap().is_none());
        keyring.forget(&the_key()).unwrap();
    });
}

#[test]
fn without_a_bus_there_is_no_keyring_at_once() {
    inside(NO_BUS, "without_a_bus_there_is_no_keyring_at_once", || {
        expect_at_once(|keyring| keyring.load(&the_key()).map(drop));
    });
}

#[test]
fn on_a_bus_where_nobody_keeps_secrets_there_is_no_keyring_at_once() {
    inside(
        BARE,
        "on_a_bus_where_nobody_keeps_secrets_there_is_no_keyring_at_once",
        || {
            expect_at_once(|keyring| keyring.load(&the_key()).map(drop));
            expect_at_once(|keyring| keyring.save(&the_key(), &SecretString::from("secret")));
            expect_at_once(|keyring| keyring.forget(&the_key()));
        },
    );
}

#[test]
fn a_keyring_that_never_answers_is_left_after_the_bound() {
    inside(
        STOPPED,
        "a_keyring_that_never_answers_is_left_after_the_bound",
        || {
            let started = Instant::now();
            let answer = Keyring::with_patience(SHORT).load(&the_key());
            assert!(
                matches!(answer, Err(Error::TimedOut { within }) if within == SHORT),
                "{answer:?}"
            );
            assert!(
                (SHORT..SHORT * 10).contains(&started.elapsed()),
                "{:?}",
                started.elapsed()
            );
        },
    );
}

#[test]
fn a_locked_keyring_is_left_after_the_bound_or_says_so() {
    inside(
        LOCKED,
        "a_locked_keyring_is_left_after_the_bound_or_says_so",
        || {
            let started = Instant::now();
            let answer = Keyring::with_patience(SHORT).save(&the_key(), &SecretString::from("secret"));
            let expected = matches!(answer, Err(Error::TimedOut { .. } | Error::Locked));
            assert!(expected, "{answer:?}");
            assert!(started.elapsed() < SHORT * 10, "{:?}", started.elapsed());
        },
    );
}

#[test]
fn a_keyring_that_is_started_later_is_found() {
    // A daemon in the background, as the child has to return first: it ends with its bus.
    inside(BARE, "a_keyring_that_is_started_later_is_found", || {
        let keyring = Keyring::with_patience(PATIENT);
        assert!(matches!(keyring.load(&the_key()), Err(Error::NoKeyring(_))));
        let start =
            "echo pw | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1";
        let script = format!("{AWAIT}\n{start}\nawait_keyring");
        assert!(
            Command::new("sh")
                .args(["-ec", &script])
                .status()
                .unwrap()
                .success()
        );
        assert!(keyring.load(&the_key()).unwrap().is_none());
    });
}

fn the_key() -> Key {
    key("a.clerk", "mail.example.org", 993)
}

fn expect_at_once(call: impl FnOnce(&Keyring) -> Result<(), Error>) {
    let started = Instant::now();
    let answer = call(&Keyring::with_patience(PATIENT));
    assert!(matches!(answer, Err(Error::NoKeyring(_))), "{answer:?}");
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "{:?}",
        started.elapsed()
    );
}

/// Runs `check` in a child on a private bus, where nothing is started by asking for it. `script` runs on that bus and starts the
/// child, `"$@"`, when the keyring is in the state that it makes.
fn inside(script: &str, test: &str, check: fn()) {
    if env::var_os("ASTRAY_TEST_INSIDE").is_some() {
        return check();
    }
    let home = tempfile::tempdir().unwrap();
    let bus = home.path().join("bus.conf");
    fs::write(&bus, BUS.replace("DIR", home.path().to_str().unwrap())).unwrap();
    let script = format!("{AWAIT}\n{script}");
    let output = Command::new("dbus-run-session")
        .arg(format!("--config-file={}", bus.display()))
        .args(["--", "sh", "-ec", &script, "sh"])
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .envs(homes(home.path()))
        .env("ASTRAY_TEST_INSIDE", "1")
        .output()
        .unwrap();
    let (said, complained) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{said}\n{complained}");
    assert!(said.contains("1 passed"), "the child ran no test: {said}");
}

fn homes(home: &Path) -> Vec<(&'static str, &Path)> {
    let names = [
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_RUNTIME_DIR",
    ];
    names.map(|name| (name, home)).to_vec()
}

/// Waits until a keyring answers on the bus, and until its own collection is there. Nothing is started by asking.
const AWAIT: &str = r#"
pid=
trap '[ -z "$pid" ] || kill -KILL $pid' EXIT
await_keyring() {
    for try in $(seq 500); do
        if dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
            org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked >/dev/null 2>&1
        then return 0; fi
        sleep 0.02
    done
    return 1
}
start() {
    gnome-keyring-daemon --foreground --components=secrets "$@" <"$HOME/pw" >/dev/null 2>&1 & pid=$!
    await_keyring
}
start_unlocked() { echo pw >"$HOME/pw"; start --unlock; }"#;

const NO_BUS: &str = r#"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent "$@""#;
const BARE: &str = r#""$@""#;
const UNLOCKED: &str = r#"start_unlocked; "$@""#;
const STOPPED: &str = r#"start_unlocked; kill -STOP $pid; "$@""#;
const LOCKED: &str = r#"start_unlocked; kill -KILL $pid; wait $pid || true; start; "$@""#;

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=DIR</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>"#;
