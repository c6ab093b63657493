//! The welcome in the real app, from the first start to its end: the agent, the window, a mail server, the keyring, the notifications.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use astray_tests::{Desktop, Dovecot, Driver, Letter, OWNER, PASSWORD, Pki, Tls, axe, until_async};
use fantoccini::{Client, Locator};

use crate::desktop_scene::{SOON, enter, press, shows};

/// Messages in the mailbox for sent mail: enough to be looked at in several parts.
const MESSAGES: usize = 1200;

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
    account(&client, &dovecot, &pki).await?;
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
    shows(&client, "Looking through your sent mail").await?;
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
    for number in 0..4 * MESSAGES {
        dovecot.append(&Letter::to("john.smith@army.mil").subject(&format!("Letter {number}")))?;
    }
    let driver = Driver::start(&desktop.home, &desktop.env())?;
    let client = driver.session(&[]).await?;
    press(&client, "Next").await?;
    account(&client, &dovecot, &pki).await?;
    press(&client, "Sign in and go on").await?;
    // Whether it is still under way depends on the machine; both ways it ends with all of them.
    let stop = Locator::XPath("//button[contains(., 'Stop for now')]");
    if let Ok(button) = client
        .wait()
        .at_most(Duration::from_secs(3))
        .for_element(stop)
        .await
        && button.click().await.is_ok()
    {
        until_async("the stop or the end", SOON, || async {
            let text = client.find(Locator::Css("main")).await?.text().await?;
            Ok((text.contains("Stopped at") || text.contains("Done.")).then_some(()))
        })
        .await?;
        let resume = Locator::XPath("//main//button[contains(., 'Go on')]");
        if let Ok(button) = client.find(resume).await {
            button.click().await?;
        }
    }
    shows(&client, "Done. 4,800 messages checked.").await?;
    client.close().await?;
    Ok(())
}

/// Fills in the account's form. No name leads to the tests' server, so its details are written as well.
async fn account(client: &Client, dovecot: &Dovecot, pki: &Pki) -> Result<()> {
    enter(client, "Email address", OWNER).await?;
    enter(client, "Password", PASSWORD).await?;
    shows(client, "No mail server found").await?;
    let ca_path = pki.ca_path();
    let port = dovecot.port(Tls::Implicit).to_string();
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
