//! The watch on a real server, from the command line: catch-up, waiting, restarts, and servers that cannot be watched. Each test
//! ends with the whole set of incidents.

mod inside;
mod mailboxes;
mod network;
mod scene;
mod sign_ins;
mod trust;
mod vanishing;

use anyhow::{Result, ensure};
use astray_tests::{Certificate, Letter, Options, Sent, Tls, sample_year};

use scene::{Scene, astray};

#[test]
fn a_first_look_finds_what_went_astray_in_a_year() -> Result<()> {
    let scene = Scene::new()?;
    for letter in sample_year(jiff::Timestamp::now()) {
        scene.dovecot.append(&letter)?;
    }
    scene.look()?;
    scene.check(&[
        "Badge photos for the visit",
        "Bank details for the deposit",
        "Contact list with mobile numbers",
        "Convoy timings for next week",
        "Doctor's appointment on Thursday",
    ])
}

#[test]
fn a_message_is_one_incident_however_often_it_is_seen() -> Result<()> {
    let scene = Scene::new()?;
    let letter = astray("Once");
    scene.dovecot.append(&letter)?;
    scene.look()?;
    scene.look()?;
    scene.dovecot.append(&letter)?;
    scene.look()?;
    // All messages get new UIDs.
    scene.dovecot.doveadm(&[
        "mailbox",
        "update",
        "-u",
        "alice",
        "--uid-validity",
        "4242",
        "Sent",
    ])?;
    scene.look()?;
    scene.check(&["Once"])
}

#[test]
fn what_was_sent_while_nobody_watched_is_found() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    scene.look()?;
    scene
        .dovecot
        .append(&Letter::to("john.smith@army.mil").subject("Well addressed"))?;
    scene.dovecot.append(&astray("Meanwhile"))?;
    scene.look()?;
    scene.check(&["Before", "Meanwhile"])
}

#[test]
fn every_lookalike_recipient_is_in_one_incident() -> Result<()> {
    let scene = Scene::new()?;
    let letter = Letter::to("John <john@army.mil>")
        .and_to("jane@army.ml")
        .cc("jim@modgov.uk")
        .subject("Several");
    scene.dovecot.append(&letter)?;
    scene.look()?;
    scene.check(&["Several"])?;
    let incidents = scene.cli.incidents()?;
    ensure!(
        incidents.iter().all(|incident| incident.more == 1),
        "{incidents:?}"
    );
    Ok(())
}

#[test]
fn a_waiting_watch_sees_a_message_when_it_comes() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("First"))?;
    let _watch = scene.watch()?;
    scene.check_soon(&["First"])?;
    scene.dovecot.append(&astray("Second"))?;
    scene.check_soon(&["First", "Second"])
}

#[test]
fn a_watch_goes_on_after_the_server_was_away() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    let mut watch = scene.watch()?;
    scene.check_soon(&["Before"])?;
    scene.dovecot.stop()?;
    scene.dovecot.start_again()?;
    scene.dovecot.append(&astray("After"))?;
    scene.check_soon(&["After", "Before"])?;
    ensure!(watch.ended().is_none(), "it still runs: {}", watch.printed());
    Ok(())
}

#[test]
fn a_killed_watch_loses_and_doubles_nothing() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Before"))?;
    let mut watch = scene.watch()?;
    scene.check_soon(&["Before"])?;
    watch.kill()?;
    scene.dovecot.append(&astray("Meanwhile"))?;
    let _watch = scene.watch()?;
    scene.dovecot.append(&astray("After"))?;
    scene.check_soon(&["After", "Before", "Meanwhile"])
}

#[test]
fn starttls_is_as_good_as_tls() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Over STARTTLS"))?;
    let output = scene.run(Tls::StartTls)?;
    ensure!(output.status.success(), "{output:?}");
    scene.check(&["Over STARTTLS"])
}

#[test]
fn a_sent_mailbox_that_is_not_marked_is_known_by_its_name() -> Result<()> {
    for name in ["Gesendet", "Sent Items", "Gesendete Objekte"] {
        let scene = Scene::with(Options {
            sent: Sent::Unmarked(name),
            ..Options::default()
        })?;
        scene.dovecot.append(&astray(name))?;
        scene.look()?;
        scene.check(&[name])?;
    }
    Ok(())
}

#[test]
fn a_server_without_tls_is_not_told_the_password() -> Result<()> {
    let scene = Scene::with(Options {
        tls: false,
        ..Options::default()
    })?;
    scene.refuses(Tls::StartTls, "STARTTLS")?;
    let log = scene.dovecot.log();
    // One sign-in is the test's own, who put a message there.
    ensure!(
        log.matches("Login: user=<alice>").count() == 1,
        "nobody else signed in: {log}"
    );
    Ok(())
}

#[test]
fn a_certificate_that_cannot_be_trusted_is_refused() -> Result<()> {
    for certificate in [
        Certificate::Expired,
        Certificate::WrongHost,
        Certificate::UnknownCa,
    ] {
        let scene = Scene::with(Options {
            certificate,
            ..Options::default()
        })?;
        for tls in [Tls::Implicit, Tls::StartTls] {
            scene.refuses(tls, "certificate")?;
        }
    }
    Ok(())
}

#[test]
fn a_wrong_password_is_said_to_be_wrong() -> Result<()> {
    let scene = Scene::new()?;
    let account = scene.account(Tls::Implicit)?;
    scene.dovecot.set_password("another")?;
    scene.refuses_account(&account, "refused the sign-in")
}

#[test]
fn an_account_without_a_sent_mailbox_is_told_so() -> Result<()> {
    let scene = Scene::with(Options {
        sent: Sent::Missing,
        ..Options::default()
    })?;
    scene.refuses(Tls::Implicit, "no mailbox for sent mail")
}

#[test]
fn a_server_that_is_away_is_named() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.dovecot.stop()?;
    scene.refuses(Tls::Implicit, "127.0.0.1")
}

#[test]
fn looking_changes_nothing_in_the_mailbox() -> Result<()> {
    let scene = Scene::new()?;
    scene.dovecot.append(&astray("Untouched"))?;
    let state = || -> Result<Vec<String>> {
        let mut client = scene.dovecot.client("alice")?;
        client.command("EXAMINE Sent")?;
        let mut state = client.command("UID FETCH 1:* (FLAGS INTERNALDATE)")?;
        state.extend(client.command("LIST \"\" *")?);
        Ok(state)
    };
    let before = state()?;
    scene.look()?;
    ensure!(state()? == before, "{before:?}");
    Ok(())
}
