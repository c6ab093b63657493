//! The tray of the real app: its menu in the order that it has, what can be done from it, its icons, and the count beside them.

use std::{process::Command, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Driver, OWNER, TrayItem, root, until_async};

use crate::desktop_scene::{SOON, Scene, shows};

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_stands_in_its_order_and_counts_what_waits() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("Watching 1 mailbox, checked ", SOON).await?;
    shows_icon(&item, "watching").await?;
    item.await_label("", SOON).await?;
    for subject in ["One", "Two", "Three"] {
        scene.astray(subject)?;
    }
    item.await_entry("3 messages need you", SOON).await?;
    shows_icon(&item, "needs-you").await?;
    item.await_label("3", SOON).await?;
    let menu = item.menu().await?;
    let labels: Vec<&str> = menu
        .iter()
        .filter(|entry| !entry.is_rule)
        .map(|entry| entry.label.as_str())
        .collect();
    let [open, status, rest @ ..] = labels.as_slice() else {
        anyhow::bail!("{labels:?}");
    };
    ensure!(
        *open == "Open Astray" && status.starts_with("Watching 1 mailbox"),
        "{labels:?}"
    );
    ensure!(
        rest == [
            "3 messages need you",
            "Check now",
            "Pause for 1 hour",
            "Pause until tomorrow",
            "Settings",
            "Quit",
        ],
        "{labels:?}"
    );
    item.choose("Quit").await?;
    ensure!(agent.wait(SOON)?.success());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_holds_until_it_is_taken_back() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    for (pause, until_when) in [("Pause for 1 hour", ""), ("Pause until tomorrow", "06:00")] {
        item.await_entry("Watching 1 mailbox", SOON).await?;
        item.choose(pause).await?;
        item.await_entry(&format!("Paused until {until_when}"), SOON)
            .await?;
        shows_icon(&item, "paused").await?;
        scene.astray(pause)?;
        // Watched, it would be told of within a tenth of that.
        tokio::time::sleep(Duration::from_secs(2)).await;
        ensure!(scene.desktop.notifications.rest().await.is_empty());
        item.await_no_entry("needs you", Duration::ZERO).await?;
        item.choose("Resume").await?;
        let notice = scene.desktop.notifications.next(SOON).await?;
        ensure!(notice.body.contains(pause), "{notice:?}");
        scene.desktop.notifications.choose(&notice, "right").await?;
    }
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_watched_is_named_and_leads_to_where_it_is_mended() -> Result<()> {
    let mut scene = Scene::new().await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let chosen = async {
        let item = scene.desktop.tray.item(SOON).await?;
        item.await_entry("Watching 1 mailbox", SOON).await?;
        scene.dovecot.set_password("another")?;
        scene.dovecot.doveadm(&["kick", "alice"])?;
        let entry = item
            .await_entry(&format!("Cannot watch {OWNER}: sign in again"), SOON)
            .await?;
        ensure!(entry.enabled, "it can be chosen: {entry:?}");
        let menu = item.menu().await?;
        ensure!(menu.get(1) == Some(&entry), "it is the status line: {menu:?}");
        shows_icon(&item, "cannot-watch").await?;
        item.choose("sign in again").await?;
        Ok(item)
    };
    let (client, item) = tokio::try_join!(driver.session(&["--hidden"]), chosen)?;
    shows(&client, "did not accept the user name alice").await?;

    // A server that is away: nothing to sign in to.
    scene.dovecot.set_password(astray_tests::PASSWORD)?;
    item.choose("Check now").await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    shows_icon(&item, "watching").await?;
    scene.dovecot.stop()?;
    item.choose("Check now").await?;
    item.await_entry(&format!("Cannot watch {OWNER}"), SOON).await?;
    item.await_no_entry("sign in again", SOON).await?;
    client.close().await?;
    Ok(())
}

/// Waits until the tray shows this icon, and no other.
async fn shows_icon(item: &TrayItem, name: &str) -> Result<()> {
    let expected = root().join(format!("icons/tray/{name}.png"));
    until_async(&format!("the icon {name}"), SOON, || async {
        let shown = item.icon_path().await?;
        let output = Command::new("compare")
            .args(["-metric", "AE"])
            .args([&shown, &expected])
            .arg("null:")
            .output()
            .context("ImageMagick is missing")?;
        Ok(output.status.success().then_some(()))
    })
    .await
}
