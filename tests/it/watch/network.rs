//! Links that die without a word, and computers that sleep: how soon it is noticed, and what was missed meanwhile.

use std::{
    env, fs,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{MailServer as _, as_root, until};

use super::{
    mailboxes::figure,
    scene::{Scene, astray},
};

/// Said to the test where it runs in a network of its own.
const INSIDE: &str = "ASTRAY_TEST_NETWORK";

#[test]
fn a_link_that_is_dead_is_noticed_and_redone() -> Result<()> {
    if env::var_os(INSIDE).is_some() {
        return dead_link();
    }
    // The same test again, in a network that it alone uses and can take down.
    let status = as_root()?
        .args(["unshare", "--net", "--"])
        .arg(env::current_exe()?)
        .args([
            "--exact",
            "--nocapture",
            "watch::network::a_link_that_is_dead_is_noticed_and_redone",
        ])
        .env(INSIDE, "1")
        .status()?;
    ensure!(status.success(), "{status}");
    Ok(())
}

fn dead_link() -> Result<()> {
    link("up")?;
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    let watch = scene.watch()?;
    scene.check_soon(&["Before"])?;
    link("down")?;
    let started = Instant::now();
    until("the loss", Duration::from_secs(90), || {
        watch.printed().contains("connection ended").then_some(())
    })?;
    figure(&format!("a dead link was noticed in {:.1?}", started.elapsed()));
    link("up")?;
    let started = Instant::now();
    scene.dovecot.file("Sent", &[astray("After")])?;
    scene.check_soon(&["After", "Before"])?;
    figure(&format!(
        "after it was up, a message was found in {:.1?}",
        started.elapsed()
    ));
    Ok(())
}

fn link(way: &str) -> Result<()> {
    let status = Command::new("ip").args(["link", "set", "lo", way]).status()?;
    ensure!(status.success(), "the link cannot be set {way}");
    Ok(())
}

#[test]
fn a_computer_that_slept_connects_anew() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    // Timers go on where they were, and the calendar is what this file says: so it is after sleep.
    let clock = scene.cli_dir().join("clock");
    fs::write(&clock, "+0\n")?;
    let mut command = scene.watch_command()?;
    command
        .env("LD_PRELOAD", "/usr/$LIB/faketime/libfaketime.so.1")
        .env("FAKETIME_TIMESTAMP_FILE", &clock)
        .env("FAKETIME_NO_CACHE", "1")
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    let _watch = scene.spawn(command)?;
    scene.check_soon(&["Before"])?;
    let sign_ins = || {
        scene
            .dovecot
            .log()
            .matches("Login: user=<alice>, method=PLAIN")
            .count()
    };
    let before = until("the watch's sign-in", Duration::from_secs(10), || {
        Some(sign_ins()).filter(|&count| count > 0)
    })?;
    fs::write(&clock, "+8h\n").context("the clock cannot be set")?;
    let started = Instant::now();
    until("another sign-in", Duration::from_secs(15), || {
        (sign_ins() > before).then_some(())
    })?;
    figure(&format!(
        "after sleep the link was redone in {:.1?}",
        started.elapsed()
    ));
    scene.dovecot.append(&astray("After"))?;
    scene.check_soon(&["After", "Before"])
}
