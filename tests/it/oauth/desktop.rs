//! The real app: the form signs in on the provider's page, and a sign-in that was withdrawn is told once, with the way back.

use anyhow::{Context, Result, ensure};
use astray_tests::{Agent, Cli, Desktop, Driver, Environment, PROVIDER, axe};

use super::scene::Scene;
use crate::desktop_scene::{SOON, enter, press, shows};

/// A browser without a window, which goes where the pages send it.
const BROWSER: &str = "curl --silent --location --output /dev/null";

struct Session {
    scene: Scene,
    desktop: Desktop,
    env: Environment,
}

impl Session {
    async fn new() -> Result<Self> {
        let (scene, desktop) = (Scene::new()?, Desktop::start().await?);
        desktop.home.write_policy(&scene.provider.policy().to_string())?;
        let env = desktop.env().with("BROWSER", BROWSER);
        Ok(Self { scene, desktop, env })
    }

    /// Adds the account on the command line, by the page.
    fn add(&self) -> Result<()> {
        let (port, ca) = (self.scene.account()?.port.to_string(), self.scene.pki.ca_path());
        let arguments = [
            "account",
            "add",
            "--address",
            "alice@example.org",
            "--host",
            "localhost",
            "--port",
            &port,
            "--tls",
            "implicit",
            "--user",
            "alice",
            "--ca-file",
            ca.to_str().context("the path is no text")?,
            "--sign-in",
            PROVIDER,
        ];
        Cli::new(self.env.clone()).done(&arguments, "").map(drop)
    }

    fn agent(&self) -> Result<Agent> {
        Agent::start(&self.desktop.home, &self.env, &["--hidden"])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_sign_in_makes_one_notification_and_is_mended_in_the_settings() -> Result<()> {
    let session = Session::new().await?;
    session.add()?;
    let mut agent = session.agent()?;
    let item = session.desktop.tray.item(SOON).await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    session.scene.provider.withdraw_all();
    session.scene.dovecot.doveadm(&["kick", "alice"])?;
    let notice = session.desktop.notifications.next(SOON).await?;
    ensure!(notice.summary == "Please sign in again", "{notice:?}");
    ensure!(notice.body.contains("alice@example.org"), "{notice:?}");
    item.await_entry("Cannot watch alice@example.org", SOON).await?;

    let driver = Driver::start(&session.desktop.home, &session.env)?;
    let client = driver.session(&["--window", "settings"]).await?;
    shows(&client, "no longer accepts your sign-in").await?;
    axe(&client, "an account whose user must sign in again").await?;
    press(&client, "Sign in again").await?;
    shows(&client, "You are signed in again").await?;
    shows(&client, "Watching “").await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    let rest = session.desktop.notifications.rest().await;
    ensure!(rest.is_empty(), "one is enough: {rest:?}");
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_signs_in_on_the_page_of_the_provider() -> Result<()> {
    let session = Session::new().await?;
    let mut agent = session.agent()?;
    let driver = Driver::start(&session.desktop.home, &session.env)?;
    let client = driver.session(&["--window", "settings"]).await?;
    press(&client, "Add a mail account").await?;
    // Nobody has a name below “invalid” (RFC 6761).
    enter(&client, "Email address", "alice@mail.invalid").await?;
    enter(&client, "Password", "not this").await?;
    shows(&client, "No mail server found").await?;
    let account = session.scene.account()?;
    enter(&client, "Mail server", "localhost").await?;
    enter(&client, "Port", &account.port.to_string()).await?;
    enter(&client, "User name", "alice").await?;
    let ca = session.scene.pki.ca_path();
    enter(&client, "Certificate file", ca.to_str().context("no text")?).await?;
    axe(&client, "the form with a sign-in by page").await?;
    press(&client, "Sign in with").await?;
    shows(&client, "You are signed in with").await?;
    shows(&client, "It works.").await?;
    press(&client, "Save").await?;
    shows(&client, "is saved").await?;
    shows(&client, "Watching “").await?;
    client.close().await?;
    agent.stop()?;
    Ok(())
}
