//! The real app in a real desktop session: what the user sees from the message to the incident's page.

use anyhow::{Result, ensure};
use astray_tests::{Agent, Driver, Theme, axe, until_async};
use fantoccini::Locator;

use crate::desktop_scene::{SOON, Scene, click, shows};

#[tokio::test(flavor = "multi_thread")]
async fn a_message_astray_is_told_and_its_review_opens_the_incident() -> Result<()> {
    let scene = Scene::new().await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let reviewed = async {
        scene.desktop.tray.item(SOON).await?;
        scene.astray("Convoy <b>timings</b>")?;
        let notice = scene.desktop.notifications.next(SOON).await?;
        scene.desktop.notifications.choose(&notice, "review").await?;
        anyhow::Ok(notice)
    };
    let (client, notice) = tokio::try_join!(driver.session(&["--hidden"]), reviewed)?;
    ensure!(notice.summary == "Possibly sent to the wrong place", "{notice:?}");
    ensure!(
        notice
            .body
            .contains("to john.smith@army.ml. Did you mean army.mil?"),
        "{notice:?}"
    );
    ensure!(
        notice.body.contains("&lt;b&gt;timings"),
        "text from mail is escaped: {notice:?}"
    );
    shows(&client, "Convoy <b>timings</b>").await?;
    shows(&client, "It's a mistake").await?;
    client.find(Locator::Css("button.primary")).await?.click().await?;
    shows(&client, "You said that it is a mistake").await?;
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tray_says_how_the_watch_stands_and_a_second_start_ends_at_once() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    let mut second = Agent::start(&scene.desktop.home, &scene.desktop.env(), &["--hidden"])?;
    ensure!(second.wait(SOON)?.success(), "{}", second.printed());
    ensure!(agent.ended().is_none());
    ensure!(scene.desktop.tray.count().await? == 1);
    scene.astray("Seen")?;
    item.await_entry("1 message needs you", SOON).await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_waits_for_the_notification_server_and_outlives_a_restart() -> Result<()> {
    let scene = Scene::new().await?;
    scene.desktop.notifications.leave().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    scene.astray("Later")?;
    item.await_entry("1 message needs you", SOON).await?;
    agent.kill()?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene
        .desktop
        .tray
        .item(SOON)
        .await?
        .await_entry("1 message needs you", SOON)
        .await?;
    scene.desktop.notifications.appear().await?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.body.contains("Later"), "{notice:?}");
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_accessible_light_and_dark() -> Result<()> {
    let scene = Scene::new().await?;
    scene.astray("Accessible")?;
    scene.cli.done(&["watch", "--once"], "")?;
    for theme in [Theme::Light, Theme::Dark] {
        for (route, text) in [
            ("history", "Accessible"),
            ("incident/1", "It's a mistake"),
            ("settings", "Add a mail account"),
        ] {
            let driver = Driver::start(&scene.desktop.home, &scene.desktop.env().themed(theme))?;
            let client = driver.session(&["--window", route]).await?;
            shows(&client, text).await?;
            axe(&client, &format!("{route}, {theme:?}")).await?;
            client.close().await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn its_right_in_the_notification_decides() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    scene.astray("Meant so")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    item.await_entry("1 message needs you", SOON).await?;
    scene.desktop.notifications.choose(&notice, "right").await?;
    until_async("the entry to go", SOON, || async {
        let waits = item
            .menu()
            .await?
            .iter()
            .any(|entry| entry.label.contains("needs you"));
        Ok((!waits).then_some(()))
    })
    .await?;
    agent.stop()?;
    let states: Vec<String> = scene
        .cli
        .incidents()?
        .into_iter()
        .map(|incident| incident.state)
        .collect();
    ensure!(states == ["not_a_mistake"], "{states:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_in_the_window_goes_from_the_screen() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    scene.astray("Decided in the window")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    item.await_entry("1 message needs you", SOON).await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    click(&client, "//button[contains(., \"It's a mistake\")]").await?;
    ensure!(scene.desktop.notifications.cleared(SOON).await? == notice.id);
    // Nor does the next one tell of it, though it comes within the minute.
    scene.astray("Another")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.replaces == 0, "{notice:?}");
    ensure!(notice.summary == "Possibly sent to the wrong place", "{notice:?}");
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_shows_the_first_ones_window() -> Result<()> {
    let scene = Scene::new().await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let second = || -> Result<()> {
        let mut second = scene.desktop.agent(&[])?;
        ensure!(second.wait(SOON)?.success(), "{}", second.printed());
        Ok(())
    };
    let begun = async {
        scene.desktop.tray.item(SOON).await?;
        second()
    };
    let (client, ()) = tokio::try_join!(driver.session(&["--hidden"]), begun)?;
    shows(&client, "No stray mail").await?;
    client
        .find(Locator::Css("button[title='Settings']"))
        .await?
        .click()
        .await?;
    shows(&client, "Add a mail account").await?;
    second()?;
    shows(&client, "No stray mail").await?;
    client.close().await?;
    Ok(())
}
