//! The real app on desktops where something is missing: it runs on, and says what is missing.

use std::fs;

use anyhow::{Result, ensure};
use astray_tests::{Agent, Driver};

use crate::desktop_scene::{SOON, Scene, shows};

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
async fn without_a_session_bus_the_watch_goes_on_with_a_held_password() -> Result<()> {
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
    shows(&client, "password").await?;
    ensure!(agent.ended().is_none(), "{}", agent.printed());
    client.close().await?;
    agent.stop()?;
    Ok(())
}
