//! The welcome in the real app, from the first start to its end: the agent, the window, a mail server, the keyring, the notifications.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use astray_tests::{
    Desktop, Dovecot, Driver, Letter, MailServer as _, OWNER, PASSWORD, Pki, Tls, axe, until_async,
};
use fantoccini::{Client, Locator};

use crate::{
    desktop_scene::{SOON, enter, press, shows},
    gate::Gate,
};

/// Messages in the mailbox for sent mail: enough to be looked at in several parts.
const MESSAGES: usize = 1200;

/// Octets in which a server speaks of much fewer messages than there are.
const PIECE: usize = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_start_leads_from_the_address_to_the_test_notification() -> Result<()> {
    let pki = Pki::new()?;
    let dovecot = Dovecot::start(&pki)?;
    let desktop = Desktop::start().await?;
    desktop
        .home
        .write_policy(r#"{"protected_domains": ["army.mil"]}"#)?;
    for number in 0..MESSAGES {
        let to = if number == 3 {
            "john.smith@army.ml"
        } else {
            "john.smith@army.mil"
        };
        dovecot.append(&Letter::to(to).subject(&format!("Letter {number}")))?;
    }
    // Without an account the agent begins with the welcome, unasked.
    let driver = Driver::start(&desktop.home, &desktop.env())?;
    let client = driver.session(&[]).await?;
    shows(&client, "What it never does").await?;
    axe(&client, "the welcome's first screen").await?;
    press(&client, "Next").await?;

    // Left and taken up again it is where it was.
    shows(&client, "Your email address").await?;
    press(&client, "Do this later").await?;
    press(&client, "Set up Astray").await?;
    shows(&client, "Your email address").await?;
    axe(&client, "the welcome's account").await?;
    account(&client, dovecot.port(Tls::Implicit), &pki).await?;
    press(&client, "Sign in and go on").await?;

    shows(&client, "keeps what was sent").await?;
    shows(&client, &format!("Done. {} messages checked.", "1,200")).await?;
    shows(&client, "1 message may have gone to the wrong place").await?;
    shows(&client, "Letter 3").await?;
    axe(&client, "the welcome's first look").await?;
    // What the look found is told of as well.
    let found = desktop.notifications.next(SOON).await?;
    ensure!(found.body.contains("Letter 3"), "{found:?}");

    press(&client, "Do this later").await?;
    shows(&client, "The set-up is not finished yet.").await?;
    press(&client, "Go on").await?;
    shows(&client, "Your sent mail has been looked through").await?;
    press(&client, "Next").await?;
    press(&client, "Show a test notification").await?;
    let notice = desktop.notifications.next(SOON).await?;
    ensure!(!notice.body.contains("army"), "{notice:?}");
    shows(&client, "Did you see it?").await?;
    axe(&client, "the welcome's last screen").await?;
    press(&client, "No").await?;
    shows(&client, "Do not disturb").await?;
    press(&client, "Show it again").await?;
    desktop.notifications.next(SOON).await?;
    press(&client, "Yes").await?;
    shows(&client, "That is how Astray will tell you.").await?;
    press(&client, "Finish").await?;

    shows(&client, "Letter 3").await?;
    let entry = desktop.home.config_dir().join("autostart/astray.desktop");
    ensure!(entry.is_file(), "{} is missing", entry.display());
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_look_that_is_stopped_goes_on_from_there() -> Result<()> {
    let pki = Pki::new()?;
    let dovecot = Dovecot::start(&pki)?;
    let desktop = Desktop::start().await?;
    let letter = |number| Letter::to("john.smith@army.mil").subject(&format!("Letter {number}"));
    let letters: Vec<Letter> = (0..2 * MESSAGES).map(letter).collect();
    dovecot.file(dovecot.sent(), &letters)?;
    let gate = Gate::to(dovecot.port(Tls::Implicit), PIECE)?;
    let driver = Driver::start(&desktop.home, &desktop.env())?;
    let client = driver.session(&[]).await?;
    press(&client, "Next").await?;
    account(&client, gate.port, &pki).await?;
    press(&client, "Sign in and go on").await?;

    // Piece by piece, until a part of it is looked at: then the server says nothing more, so that this is the middle.
    let shown = loop {
        gate.held()?;
        let shown = until_async("a part of it", Duration::from_secs(3), || async {
            let text = client.find(Locator::Css("main")).await?.text().await?;
            Ok(part(&text).filter(|&done| done > 0))
        });
        match shown.await {
            Ok(shown) => break shown,
            Err(_) => gate.let_more(PIECE),
        }
    };
    let before = gate.passed();
    press(&client, "Stop for now").await?;
    shows(&client, "Stopped at").await?;
    let text = client.find(Locator::Css("main")).await?.text().await?;
    let done = part(&text).with_context(|| text.clone())?;
    ensure!((shown..2 * MESSAGES).contains(&done), "{text}");

    gate.open();
    press(&client, "Go on").await?;
    shows(&client, "Done. 2,400 messages checked.").await?;
    let again = gate.passed() - before;
    ensure!(
        again < before / done * 2 * MESSAGES,
        "read again: {again} octets after {before}"
    );
    client.close().await?;
    Ok(())
}

/// The first number in “500 of 2,400 messages”.
fn part(text: &str) -> Option<usize> {
    let (before, _) = text.split_once(" of 2,400 messages")?;
    let number = before.rsplit(' ').next()?.rsplit('\n').next()?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Fills in the account's form. No name leads to the tests' server, so its details are written as well.
async fn account(client: &Client, port: u16, pki: &Pki) -> Result<()> {
    enter(client, "Email address", OWNER).await?;
    enter(client, "Password", PASSWORD).await?;
    shows(client, "No mail server found").await?;
    let ca_path = pki.ca_path();
    let port = port.to_string();
    for (label, text) in [
        ("Mail server", "127.0.0.1"),
        ("Port", &port),
        ("User name", "alice"),
        (
            "Certificate file",
            ca_path.to_str().context("the path is no text")?,
        ),
    ] {
        enter(client, label, text).await?;
    }
    Ok(())
}
