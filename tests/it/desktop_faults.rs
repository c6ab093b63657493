//! The real app on desktops where something is missing: it runs on, and says what is missing.

use std::fs;

use anyhow::{Result, ensure};
use astray_tests::{Agent, Driver, PASSWORD, axe};
use fantoccini::Client;

use crate::desktop_scene::{SOON, Scene, enter, press, shows, shows_no_more};

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_without_tray_and_notifications_is_watched_from_the_window() -> Result<()> {
    let scene = Scene::new().await?;
    scene.desktop.tray.leave().await?;
    scene.desktop.notifications.leave().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "Your desktop shows no notifications at the moment.").await?;
    shows(&client, "Your desktop has no place for Astray's icon.").await?;
    scene.astray("Unseen")?;
    shows(&client, "Unseen").await?;
    scene.desktop.tray.appear().await?;
    scene.desktop.notifications.appear().await?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.body.contains("Unseen"), "{notice:?}");
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("1 message needs you", SOON).await?;
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notification_server_that_refuses_is_missing_until_it_takes_one() -> Result<()> {
    let scene = Scene::new().await?;
    scene.desktop.notifications.refuse(true).await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    scene.astray("Refused at first")?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "Refused at first").await?;
    item.choose("Check now").await?;
    shows(&client, "Your desktop shows no notifications at the moment.").await?;
    scene.desktop.notifications.refuse(false).await?;
    item.choose("Check now").await?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.body.contains("Refused at first"), "{notice:?}");
    shows_no_more(&client, "Your desktop shows no notifications").await?;
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_tray_library_is_named() -> Result<()> {
    let scene = Scene::new().await?;
    let dir = tempfile::tempdir()?;
    for name in ["libayatana-appindicator3.so.1", "libappindicator3.so.1"] {
        fs::write(dir.path().join(name), "no library")?;
    }
    let env = scene.desktop.env().with("LD_LIBRARY_PATH", dir.path());
    let mut agent = Agent::start(&scene.desktop.home, &env, &["--hidden"])?;
    scene.astray("Told all the same")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.body.contains("Told all the same"), "{notice:?}");
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "a part of the desktop is missing").await?;
    ensure!(scene.desktop.tray.count().await? == 0);
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_bus_the_password_is_held_and_the_watch_goes_on() -> Result<()> {
    let scene = Scene::new().await?;
    let missing = scene.desktop.home.dir().join("no-bus");
    let env = scene.desktop.env().with(
        "DBUS_SESSION_BUS_ADDRESS",
        format!("unix:path={}", missing.display()),
    );
    let mut agent = Agent::start(&scene.desktop.home, &env, &["--hidden"])?;
    let driver = Driver::start(&scene.desktop.home, &env)?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "Your desktop shows no notifications at the moment.").await?;
    shows(
        &client,
        "The keyring, which keeps passwords safe, is not running.",
    )
    .await?;
    press(&client, "Edit this account").await?;
    enter_password(&client, PASSWORD).await?;
    press(&client, "Save").await?;
    press(&client, "Hold the password until Astray is closed").await?;
    shows(&client, "is saved").await?;
    press(&client, "All messages").await?;
    scene.astray("Seen with a held password")?;
    shows(&client, "Seen with a held password").await?;
    client.close().await?;
    agent.stop()?;
    ensure!(scene.cli.incidents()?.len() == 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_says_what_is_wrong_with_an_account() -> Result<()> {
    let scene = Scene::new().await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "settings"]).await?;
    press(&client, "Edit").await?;
    enter_password(&client, "wrong").await?;
    press(&client, "Test the connection").await?;
    shows(&client, "did not accept the user name alice").await?;
    enter(&client, "Mail server", "no.such.host.invalid").await?;
    press(&client, "Test the connection").await?;
    shows(&client, "could not be found. Check the server name").await?;
    enter(&client, "Mail server", "not a name").await?;
    press(&client, "Save").await?;
    shows(&client, "It looks like imap.example.org.").await?;
    enter(&client, "Email address", "nobody").await?;
    press(&client, "Save").await?;
    shows(&client, "Write it like name@example.org.").await?;
    enter(&client, "Email address", " ").await?;
    press(&client, "Save").await?;
    shows(&client, "Enter your email address.").await?;
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_without_a_mail_server_leads_to_the_fields_for_one() -> Result<()> {
    let scene = Scene::new().await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "settings"]).await?;
    press(&client, "Add a mail account").await?;
    // Nobody has a name below “invalid” (RFC 6761), whether or not this computer is online.
    enter(&client, "Email address", "a.clerk@mail.invalid").await?;
    enter_password(&client, PASSWORD).await?;
    shows(&client, "No mail server found").await?;
    axe(&client, "the form of a new account").await?;
    enter(&client, "Mail server", "imap.mail.invalid").await?;
    press(&client, "Test the connection").await?;
    shows(&client, "could not be found. Check the server name").await?;
    client.close().await?;
    Ok(())
}

async fn enter_password(client: &Client, password: &str) -> Result<()> {
    enter(client, "Password", password).await
}
