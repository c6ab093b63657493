//! The real app's notifications over its own restarts and those of their server, and where nobody is to be disturbed.

use std::fs;

use anyhow::{Result, ensure};
use astray_tests::{Agent, Dconf, Driver, Notice, Notifications, TrayItem, until_async};
use serde_json::Value;

use crate::desktop_scene::{SOON, Scene, click, shows};

#[tokio::test(flavor = "multi_thread")]
async fn a_restarted_agent_replaces_what_it_showed_before() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.astray("Before")?;
    let first = scene.desktop.notifications.next(SOON).await?;
    told(&scene, "1 message needs you").await?;
    written_down(&scene, &first, 1).await?;
    agent.kill()?;

    let mut agent = scene.desktop.agent(&["--hidden"])?;
    told(&scene, "1 message needs you").await?;
    scene.astray("After")?;
    let second = scene.desktop.notifications.next(SOON).await?;
    ensure!(second.replaces == first.id, "{second:?}");
    ensure!(
        second.summary == "2 messages possibly sent to the wrong place",
        "{second:?}"
    );
    written_down(&scene, &second, 2).await?;
    agent.stop()?;

    // Nothing new: nothing is repeated, and what stands is still answered.
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    told(&scene, "2 messages need you").await?;
    ensure!(scene.desktop.notifications.rest().await.is_empty());
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restarted_agent_hears_the_answer_to_what_stands() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.astray("Meant so")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    told(&scene, "1 message needs you").await?;
    written_down(&scene, &notice, 1).await?;
    agent.stop()?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = told(&scene, "1 message needs you").await?;
    scene.desktop.notifications.choose(&notice, "right").await?;
    item.await_no_entry("needs you", SOON).await?;
    agent.stop()?;
    let states: Vec<String> = scene.cli.incidents()?.into_iter().map(|one| one.state).collect();
    ensure!(states == ["not_a_mistake"], "{states:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_decided_meanwhile_is_taken_from_the_screen() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.astray("Decided without the agent")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    told(&scene, "1 message needs you").await?;
    written_down(&scene, &notice, 1).await?;
    agent.stop()?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    click(&client, "//button[contains(., \"It's a mistake\")]").await?;
    shows(&client, "You said that it is a mistake").await?;
    client.close().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    ensure!(scene.desktop.notifications.cleared(SOON).await? == notice.id);
    agent.stop()?;
    ensure!(scene.desktop.notifications.rest().await.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_servers_numbers_are_left_alone() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.astray("To the first server")?;
    scene.desktop.notifications.next(SOON).await?;
    told(&scene, "1 message needs you").await?;
    scene.desktop.notifications.leave().await?;
    let another = Notifications::start(&scene.desktop.bus).await?;
    scene.astray("To the second server")?;
    let second = another.next(SOON).await?;
    is_new(&second, "To the second server")?;
    told(&scene, "2 messages need you").await?;
    written_down(&scene, &second, 1).await?;

    // The same where the server is another one when the agent comes back.
    agent.kill()?;
    another.leave().await?;
    let third = Notifications::start(&scene.desktop.bus).await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    told(&scene, "2 messages need you").await?;
    scene.astray("To the third server")?;
    is_new(&third.next(SOON).await?, "To the third server")?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn do_not_disturb_of_gnome_is_respected_and_the_count_stays() -> Result<()> {
    let scene = Scene::new().await?;
    let dconf = Dconf::start(&scene.desktop.home, &scene.desktop.bus).await?;
    let banners = |shown| dconf.set("org.gnome.desktop.notifications", "show-banners", shown);
    banners("false")?;
    let env = scene
        .desktop
        .env()
        .and(&dconf.env())
        .with("XDG_CURRENT_DESKTOP", "GNOME");
    let mut agent = Agent::start(&scene.desktop.home, &env, &["--hidden"])?;
    scene.astray("Not now")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(urgency(&notice) == Some("1"), "{notice:?}");
    let item = told(&scene, "1 message needs you").await?;
    item.await_label("1", SOON).await?;
    // It goes by itself, unseen; the count stays.
    scene.desktop.notifications.close(&notice, 1).await?;

    banners("true")?;
    scene.astray("Now")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(urgency(&notice) == Some("2"), "{notice:?}");
    item.await_label("2", SOON).await?;
    agent.stop()?;
    Ok(())
}

/// Waits until the tray says so.
async fn told(scene: &Scene, text: &str) -> Result<TrayItem> {
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry(text, SOON).await?;
    Ok(item)
}

/// Waits until the agent has written down for its next run that the server took this notification of so many messages. What ends it
/// before that has the next run tell of them anew.
async fn written_down(scene: &Scene, notice: &Notice, messages: usize) -> Result<()> {
    let path = scene.desktop.home.runtime_dir().join("astray/notifications.json");
    until_async("the notification to be written down", SOON, || async {
        let text = fs::read(&path).unwrap_or_default();
        let all: Vec<Value> = serde_json::from_slice(&text).unwrap_or_default();
        let is_this = |one: &Value| {
            let told = one.pointer("/incidents").and_then(Value::as_array).map(Vec::len);
            one.pointer("/place/id") == Some(&notice.id.into()) && told == Some(messages)
        };
        Ok(all.iter().any(is_this).then_some(()))
    })
    .await
}

fn is_new(notice: &Notice, subject: &str) -> Result<()> {
    ensure!(
        notice.replaces == 0 && notice.body.contains(subject),
        "{notice:?}"
    );
    Ok(())
}

fn urgency(notice: &Notice) -> Option<&str> {
    notice.hints.get("urgency").map(String::as_str)
}
