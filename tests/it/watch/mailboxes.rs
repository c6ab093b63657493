//! Which mailboxes are watched, while they are renamed, deleted and made again under the watch, and what becomes of each message.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use astray_tests::{Dovecot, Letter, MailServer as _, Options, Sent, until};
use watch::{AccountState, Input, Output};

use super::{
    inside::{Inside, Ready},
    scene::astray,
};

/// Short enough for a test to see many, and long enough not to be all that it does.
const IDLE: Duration = Duration::from_millis(300);

/// Longer than any test: what comes is told by the server.
const LONG: Duration = Duration::from_secs(600);

fn right(subject: &str) -> Letter {
    Letter::to("jane@army.mil").subject(subject)
}

#[test]
fn a_mailbox_that_is_renamed_or_deleted_in_the_wait_is_left_for_its_successor() -> Result<()> {
    let scene = Ready::new(Options::default(), &[])?.watch(IDLE)?;
    let server = &scene.dovecot;
    server.append(&astray("One"))?;
    scene.incidents(1)?;
    server.doveadm(&["mailbox", "rename", "-u", "alice", "Sent", "Sent 2025"])?;
    server.append(&astray("Two"))?;
    scene.incidents(2)?;
    server.doveadm(&["mailbox", "delete", "-u", "alice", "Sent"])?;
    server.append(&astray("Three"))?;
    ensure!(scene.incidents(3)? == ["One", "Three", "Two"]);
    Ok(())
}

#[test]
fn a_mailbox_that_lost_its_mark_to_another_is_read_to_its_end() -> Result<()> {
    let mut scene = Ready::new(Options::default(), &[])?.watch(LONG)?;
    scene.dovecot.append(&astray("One"))?;
    scene.incidents(1)?;
    let other = Options {
        sent: Sent::Marked("Outbox"),
        ..Options::default()
    };
    scene.dovecot.stop()?;
    scene.dovecot.start_again()?;
    // Filed by a program that knows nothing of the change, while the watch may or may not be back.
    scene.dovecot.file("Sent", &[astray("Two")])?;
    scene.restart_server(other)?;
    scene.dovecot.append(&astray("Three"))?;
    ensure!(scene.incidents(3)? == ["One", "Three", "Two"]);
    Ok(())
}

#[test]
fn an_account_whose_mailbox_for_sent_mail_is_gone_says_so_until_there_is_one() -> Result<()> {
    let ready = Ready::new(
        Options {
            sent: Sent::Missing,
            ..Options::default()
        },
        &[],
    )?;
    let mut alice = ready.dovecot().client("alice")?;
    alice.command("CREATE Sent")?;
    let scene = ready.watch(IDLE)?;
    scene.until_watching()?;
    alice.command("RENAME Sent Elsewhere")?;
    scene.until("the loss", |account| {
        let words = account.trouble.as_ref().map(|trouble| trouble.message.as_str());
        words.is_some_and(|words| words.contains("has no mailbox for sent mail"))
    })?;
    alice.command("CREATE Sent")?;
    alice.append("Sent", &astray("Found again"))?;
    ensure!(scene.incidents(1)? == ["Found again"]);
    scene.until_watching()
}

#[test]
fn further_mailboxes_are_watched_through_one_more_connection() -> Result<()> {
    let ready = Ready::new(Options::default(), &["Team/Sent", "Entwürfe", "Sent"])?;
    let names = ["Team/Sent", "Entw&APw-rfe"];
    for name in names {
        ready.dovecot().alice()?.command(&format!("CREATE \"{name}\""))?;
        ready.dovecot().file(name, &[astray(name)])?;
    }
    let twice = astray("In two of them");
    ready.dovecot().file("Sent", &[twice.clone(), astray("Sent")])?;
    ready.dovecot().file("Team/Sent", &[twice])?;
    let scene = ready.watch(IDLE)?;
    scene.until_watching()?;
    ensure!(scene.incidents(4)? == ["Entw&APw-rfe", "In two of them", "Sent", "Team/Sent"]);
    ensure!(connections(&scene.dovecot)? == 2);
    for name in names {
        scene.dovecot.file(name, &[astray(&format!("{name} later"))])?;
    }
    ensure!(scene.incidents(6)?.len() == 6);
    ensure!(scene.note()?.sent_mailbox.as_deref() == Some("Sent"));
    Ok(())
}

/// How many connections the server has once the test's own have ended.
fn connections(dovecot: &Dovecot) -> Result<usize> {
    let count = || {
        Some(
            dovecot
                .doveadm(&["who", "-1", "alice"])
                .ok()?
                .lines()
                .skip(1)
                .count(),
        )
    };
    until(
        "the end of the test's connections",
        Duration::from_secs(10),
        || count().filter(|&count| count <= 2),
    )
}

#[test]
fn a_further_mailbox_that_is_missing_is_named_and_hinders_no_other() -> Result<()> {
    let ready = Ready::new(Options::default(), &["Nowhere", "Team"])?;
    ready.dovecot().alice()?.command("CREATE Team")?;
    ready.dovecot().file("Team", &[astray("Team")])?;
    ready.dovecot().file("Sent", &[astray("Sent")])?;
    let scene = ready.watch(IDLE)?;
    scene.until("the missing one", |account| {
        let words = account.trouble.as_ref().map(|trouble| trouble.message.as_str());
        words.is_some_and(|words| words.contains("does not open the mailbox Nowhere"))
    })?;
    ensure!(scene.incidents(2)? == ["Sent", "Team"]);
    scene.dovecot.alice()?.command("CREATE Nowhere")?;
    scene.until_watching()
}

#[test]
fn a_month_of_mail_makes_one_alert_and_is_caught_up_with_in_time() -> Result<()> {
    let ready = Ready::new(Options::default(), &[])?;
    let letters: Vec<Letter> = (0..5000)
        .map(|number| match number % 100 {
            0 => astray(&format!("Message {number:04}")),
            _ => right(&format!("Message {number:04}")),
        })
        .collect();
    ready.dovecot().file("Sent", &letters)?;
    let started = Instant::now();
    let scene = ready.watch(LONG)?;
    let alerts = |output| match output {
        Output::Alerts(alerts) => Some(alerts),
        Output::Status(_)
        | Output::Recorded(_)
        | Output::DomainsTrouble(_)
        | Output::Settled(_)
        | Output::NotSaved(_)
        | Output::SignInNeeded(_) => None,
    };
    let first = scene.told("the alert", alerts)?;
    let took = started.elapsed();
    ensure!(first.len() == 50, "all in one: {}", first.len());
    ensure!(took < Duration::from_secs(20), "{took:?}");
    let taken = first.iter().map(|alert| alert.incident).collect();
    ensure!(scene.inbox()?.send(Input::AlertsTaken(taken)));
    scene.dovecot.append(&astray("One more"))?;
    let second = scene.told("the next alert", alerts)?;
    ensure!(second.len() == 1, "{second:?}");
    figure(&format!("5,000 messages were caught up with in {took:.1?}"));
    Ok(())
}

#[test]
fn the_counts_add_up_to_what_the_server_says() -> Result<()> {
    let ready = Ready::new(Options::default(), &[])?;
    let twice = right("Filed by two programs");
    let kinds = [
        right("Right"),
        astray("Wrong"),
        twice.clone(),
        twice,
        Letter::to("john").subject("No address"),
        Letter::to("john@army.ml")
            .cc("jane")
            .subject("Wrong, and half of it cannot be read"),
    ];
    ready.dovecot().file("Sent", &kinds)?;
    let mut scene = ready.watch(LONG)?;
    scene.until_watching()?;
    check_counts(&scene, [5, 2, 2, 1, 1, 0])?;
    // Gone while nobody watches: three come, two of them go.
    scene.dovecot.stop()?;
    scene.dovecot.start_again()?;
    scene.restart(LONG)?;
    scene.until_watching()?;
    let away = Options {
        tls: false,
        ..Options::default()
    };
    scene.restart_server(away)?;
    scene
        .dovecot
        .file("Sent", &[right("Gone"), astray("Gone too"), astray("Stays")])?;
    let mut alice = scene.dovecot.alice()?;
    alice.command("SELECT Sent")?;
    alice.command("UID STORE 7:8 +FLAGS (\\Deleted)")?;
    alice.command("UID EXPUNGE 7:8")?;
    scene.restart_server(Options::default())?;
    scene.incidents(3)?;
    check_counts(&scene, [6, 2, 3, 1, 1, 2])?;
    // Read anew, nothing counts twice.
    scene.restart(LONG)?;
    scene.until_watching()?;
    check_counts(&scene, [6, 2, 3, 1, 1, 2])
}

/// Compares checked, fine, incidents, those with a recipient that cannot be read, copies and vanished with these, and with what the
/// server says of the mailbox.
fn check_counts(scene: &Inside, expected: [u64; 6]) -> Result<()> {
    let note = scene.note()?;
    let found = [
        note.checked,
        note.fine(),
        note.incidents,
        note.unchecked.total(),
        note.copies,
        note.vanished,
    ];
    ensure!(found == expected, "{found:?} for {expected:?}");
    let status = scene
        .dovecot
        .alice()?
        .command("STATUS Sent (MESSAGES UIDNEXT)")?
        .join(" ");
    let seen = note.checked + note.copies;
    let (messages, next) = (
        format!("MESSAGES {seen}"),
        format!("UIDNEXT {}", seen + note.vanished + 1),
    );
    ensure!(
        status.contains(&messages) && status.contains(&next),
        "{messages}, {next}: {status}"
    );
    Ok(())
}

#[test]
fn a_server_that_comes_back_is_watched_again_at_once() -> Result<()> {
    let mut scene = Ready::new(Options::default(), &[])?.watch(LONG)?;
    scene.until_watching()?;
    scene.dovecot.stop()?;
    scene.until("the loss", |account| account.state != AccountState::Watching)?;
    scene.dovecot.start_again()?;
    let started = Instant::now();
    scene.until_watching()?;
    figure(&format!(
        "a server that came back was watched again in {:.1?}",
        started.elapsed()
    ));
    Ok(())
}

/// Says a figure, for whoever looks at what the test prints.
#[expect(clippy::print_stderr, reason = "the test harness shows it with --nocapture")]
pub(super) fn figure(text: &str) {
    eprintln!("figure: {text}");
}
