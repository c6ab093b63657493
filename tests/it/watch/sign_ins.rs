//! Passwords that a server refuses: tried three times, over all connections and restarts, and then no more until there is another.

use std::time::Duration;

use anyhow::{Result, ensure};
use astray_tests::{MailServer as _, Options, until};
use mailbox::Password;
use watch::{AccountState, AccountStatus, Input};

use super::inside::{Inside, Ready};

const IDLE: Duration = Duration::from_millis(300);

#[test]
fn a_running_watch_stops_signing_in_before_the_account_is_locked() -> Result<()> {
    let ready = Ready::new(Options::default(), &["Team"])?;
    ready.dovecot().alice()?.command("CREATE Team")?;
    let mut scene = ready.watch(IDLE)?;
    scene.until_watching()?;
    scene.dovecot.set_password("another")?;
    scene.dovecot.doveadm(&["kick", "alice"])?;
    scene.until("the refusal", |account| {
        has_words(account, "refused the sign-in of")
    })?;
    // Somebody who is impatient, and starts the program anew in between.
    let mut is_stopped = false;
    for _ in 0..5 {
        scene.restart(IDLE)?;
        scene.until("the refusal", |account| {
            is_stopped = has_words(account, "3 times within an hour");
            is_stopped || has_words(account, "refused the sign-in of")
        })?;
        ensure!(scene.inbox()?.send(Input::CheckNow));
    }
    ensure!(is_stopped, "it stops in the end");
    ensure!(refused(&scene)? == 3, "{}", scene.dovecot.log());
    let held = Input::HoldPassword(scene.account(), Password::new("another".to_owned()));
    ensure!(scene.inbox()?.send(held));
    scene.until("the catch-up", |account| account.state == AccountState::Watching)?;
    ensure!(refused(&scene)? == 3);
    Ok(())
}

fn has_words(account: &AccountStatus, words: &str) -> bool {
    let trouble = account.trouble.as_ref();
    trouble.is_some_and(|trouble| trouble.message.contains(words))
}

/// How many sign-ins the server refused. It says so when their connections end.
fn refused(scene: &Inside) -> Result<usize> {
    until("the server's log", Duration::from_secs(20), || {
        let log = scene.dovecot.log();
        // The test's own tries go without TLS.
        let is_ours = |line: &&str| line.contains("auth failed") && line.contains("TLS");
        let count = log.lines().filter(is_ours).count();
        (count >= 3).then_some(count)
    })
}
