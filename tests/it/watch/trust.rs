//! What makes a watch one that can be trusted for years: mailboxes that are renamed, made anew or emptied under it, messages that
//! cannot be checked, kills at any moment, and passwords that are refused.

use std::{process::Output, thread, time::Duration};

use anyhow::{Result, ensure};
use astray_tests::{Letter, Options, Tls};

use super::scene::{Scene, astray};

#[test]
fn a_renamed_mailbox_is_left_for_the_one_that_takes_its_place() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    scene.look()?;
    scene
        .dovecot
        .client("alice")?
        .command("RENAME Sent \"Sent 2025\"")?;
    // The server makes a mailbox marked as the one for sent mail as soon as it is asked for.
    scene.dovecot.append(&astray("After"))?;
    scene.look()?;
    scene.look()?;
    scene.check(&["After", "Before"])
}

#[test]
fn a_mailbox_that_is_deleted_and_made_again_is_read_from_its_start() -> Result<()> {
    let scene = Scene::new()?;
    for subject in ["One", "Two", "Three"] {
        scene.dovecot.append(&astray(subject))?;
    }
    scene.look()?;
    let mut client = scene.dovecot.client("alice")?;
    client.command("DELETE Sent")?;
    scene.dovecot.append(&astray("Four"))?;
    scene.look()?;
    scene.check(&["Four", "One", "Three", "Two"])
}

#[test]
fn a_mailbox_for_sent_mail_that_is_gone_is_told() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.look()?;
    let none = Options {
        sent: astray_tests::Sent::Missing,
        ..Options::default()
    };
    scene.restart_with(none)?;
    scene.dovecot.client("alice")?.command("DELETE Sent")?;
    scene.refuses(Tls::Implicit, "no mailbox for sent mail")
}

#[test]
fn messages_that_were_gone_too_soon_are_counted() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    scene.look()?;
    scene.dovecot.append(&astray("Gone"))?;
    scene.dovecot.append(&astray("Gone too"))?;
    let mut client = scene.dovecot.client("alice")?;
    client.command("SELECT Sent")?;
    client.command("UID STORE 2:3 +FLAGS (\\Deleted)")?;
    client.command("UID EXPUNGE 2:3")?;
    scene.dovecot.append(&astray("After"))?;
    let said = warnings(&scene.run(Tls::Implicit)?)?;
    ensure!(said.contains("gone before Astray could look: 2"), "{said}");
    let again = warnings(&scene.run(Tls::Implicit)?)?;
    ensure!(
        again.contains("gone before Astray could look: 2"),
        "each is counted once: {again}"
    );
    scene.check(&["After", "Before"])
}

#[test]
fn gaps_of_the_years_before_are_nobodys_loss() -> Result<()> {
    let scene = Scene::new()?;
    for subject in ["One", "Two", "Three"] {
        scene.dovecot.append(&astray(subject))?;
    }
    let mut client = scene.dovecot.client("alice")?;
    client.command("SELECT Sent")?;
    client.command("UID STORE 2 +FLAGS (\\Deleted)")?;
    client.command("UID EXPUNGE 2")?;
    let said = warnings(&scene.run(Tls::Implicit)?)?;
    ensure!(said.is_empty(), "{said}");
    scene.check(&["One", "Three"])
}

#[test]
fn what_could_not_be_checked_is_said_and_hides_nothing() -> Result<()> {
    let scene = Scene::new()?;
    scene
        .dovecot
        .append(&Letter::to("john").subject("Half an address"))?;
    scene
        .dovecot
        .append(&Letter::to("jane@army.mil, <<>>").subject("One of two"))?;
    scene.dovecot.append(&astray("Wrong"))?;
    scene
        .dovecot
        .append(&Letter::to("jane@army.mil").subject("Right"))?;
    let said = warnings(&scene.run(Tls::Implicit)?)?;
    ensure!(said.contains("a recipient that could not be read: 2"), "{said}");
    scene.check(&["Wrong"])
}

#[test]
fn a_watch_that_is_killed_again_and_again_loses_and_doubles_nothing() -> Result<()> {
    let scene = Scene::new()?;
    let mut expected = Vec::new();
    for number in 0..240 {
        let subject = format!("Message {number:03}");
        if number % 12 == 0 {
            scene.dovecot.append(&astray(&subject))?;
            expected.push(subject);
        } else {
            let letter = Letter::to("john.smith@army.mil").subject(&subject);
            scene.dovecot.append(&letter)?;
        }
    }
    for step in 0..12_u64 {
        let mut watch = scene.watch()?;
        thread::sleep(Duration::from_millis(20 + step * 17));
        watch.kill()?;
    }
    scene.look()?;
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    scene.check(&expected)
}

#[test]
fn a_refused_password_is_tried_three_times_and_then_no_more() -> Result<()> {
    let scene = Scene::new()?;
    let account = scene.account(Tls::Implicit)?;
    scene.dovecot.set_password("another")?;
    for said in ["refused the sign-in of"; 3] {
        scene.refuses_account(&account, said)?;
    }
    for said in ["3 times within an hour"; 2] {
        scene.refuses_account(&account, said)?;
    }
    thread::sleep(Duration::from_millis(1100)); // the times of files are compared by the second
    // The right one, newly written, is taken at once.
    scene.look()?;
    scene.check(&["Not to be seen"; 5])
}

/// What a look that succeeded warned of.
fn warnings(output: &Output) -> Result<String> {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "{said}");
    Ok(said)
}
