//! `account` with a real keyring on a private session bus.

use std::{fs, process::Command};

#[test]
fn an_account_is_added_used_and_removed_with_its_password() {
    let home = tempfile::tempdir().unwrap();
    let bus = home.path().join("bus.conf");
    fs::write(&bus, BUS.replace("DIR", home.path().to_str().unwrap())).unwrap();
    let output = Command::new("dbus-run-session")
        .arg(format!("--config-file={}", bus.display()))
        .args(["--", "sh", "-c", SCRIPT, env!("CARGO_BIN_EXE_astray-cli")])
        .envs(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"].map(|name| (name, home.path())))
        .env("ASTRAY_POLICY", home.path().join("organisation.json"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let complained = String::from_utf8(output.stderr).unwrap();
    let said: Vec<_> = said.lines().collect();
    let expected = [
        "account 1 added: a.clerk@example.org",
        r#"{"id":1,"address":"a.clerk@example.org","host":"127.0.0.1","port":1,"tls":"implicit","user":"a.clerk@example.org","provider":null,"must_sign_in":false,"ca_file":null,"also_watch":["Team/Sent"],"state":"connecting","trouble":null,"last_checked_at":null,"messages":{"checked":0,"fine":0,"incidents":0,"unread_messages":0,"unread_recipients":0,"copies":0,"vanished":0}}"#,
        "added again: 2",
        "watched: 2",
        "account 1 removed: a.clerk@example.org",
        "No account is watched.",
    ];
    assert_eq!(said, expected, "{complained}");
    assert!(
        complained.contains("signs in as a.clerk@example.org there already"),
        "{complained}"
    );
    // The keyring gave the password: what fails is the connection, to a port where nobody listens.
    assert!(complained.contains("127.0.0.1"), "{complained}");
    for word in ["hunter2", "password is not in the keyring", "no keyring"] {
        assert!(!complained.contains(word), "{complained}");
    }
}

const SCRIPT: &str = r#"
echo pw >"$HOME/pw"
gnome-keyring-daemon --foreground --unlock --components=secrets <"$HOME/pw" >/dev/null 2>&1 & pid=$!
trap 'kill -KILL $pid' EXIT
for try in $(seq 500); do
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked >/dev/null 2>&1 && break
    sleep 0.02
done
add() { echo hunter2 | "$0" account add --address a.clerk@example.org --host 127.0.0.1 --port 1 --tls implicit --also-watch Team/Sent; }
add
"$0" account list --json
add; echo "added again: $?"
"$0" watch --once; echo "watched: $?"
"$0" account remove 1
"$0" account list
"#;

/// A bus on which nothing is started by asking for it.
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
