//! The real app as the user and the organisation want it: alerts, language and the start at sign-in.

use std::fs;

use anyhow::{Context, Result, ensure};
use astray_tests::{Agent, Desktop, Driver, until};
use fantoccini::Locator;

use crate::desktop_scene::{SOON, Scene, press, shows, windows};

#[tokio::test(flavor = "multi_thread")]
async fn messages_within_a_minute_make_one_notification() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.desktop.tray.item(SOON).await?;
    scene.astray("First")?;
    let first = scene.desktop.notifications.next(SOON).await?;
    ensure!(first.replaces == 0 && first.body.contains("First"), "{first:?}");
    scene.astray("Second")?;
    let second = scene.desktop.notifications.next(SOON).await?;
    ensure!(second.replaces == first.id, "{second:?}");
    ensure!(
        second.summary == "2 messages possibly sent to the wrong place",
        "{second:?}"
    );
    ensure!(second.actions.iter().all(|(key, _)| key != "right"), "{second:?}");
    agent.stop()?;
    ensure!(scene.desktop.notifications.rest().await.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_privacy_a_notification_names_nobody() -> Result<()> {
    let scene = Scene::new().await?;
    scene.prefer(r#"{"alerts": {"privacy": true}}"#)?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.astray("Secret timings")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    for named in ["army", "john", "Secret"] {
        ensure!(!format!("{notice:?}").contains(named), "{notice:?}");
    }
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_hours_hold_alerts_and_tell_of_them_in_one() -> Result<()> {
    let scene = Scene::new().await?;
    let clock = |when: &str| -> Result<String> {
        let said = scene
            .desktop
            .env()
            .command("date")
            .args(["-d", when, "+%H:%M"])
            .output()?;
        Ok(String::from_utf8(said.stdout)?.trim().to_owned())
    };
    let hours = format!("{}-{}", clock("1 hour ago")?, clock("2 hours")?);
    scene.prefer(&serde_json::json!({ "alerts": { "quiet_hours": hours } }).to_string())?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    for subject in ["One", "Two", "Three"] {
        scene.astray(subject)?;
    }
    item.await_entry("3 messages need you", SOON).await?;
    ensure!(scene.desktop.notifications.rest().await.is_empty());
    scene.prefer("{}")?;
    item.choose("Check now").await?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(
        notice.summary == "3 messages possibly sent to the wrong place",
        "{notice:?}"
    );
    agent.stop()?;
    ensure!(scene.desktop.notifications.rest().await.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_to_be_disturbed_is_told_less_urgently() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene.desktop.tray.item(SOON).await?;
    scene.astray("Urgent")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(
        notice.hints.get("urgency").is_some_and(|urgency| urgency == "2"),
        "{notice:?}"
    );
    scene.desktop.notifications.close(&notice, 2).await?;
    scene.desktop.notifications.inhibit(true).await?;
    scene.astray("Not now")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(
        notice.hints.get("urgency").is_some_and(|urgency| urgency == "1"),
        "{notice:?}"
    );
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organisation_fixes_the_start_at_sign_in() -> Result<()> {
    let scene = Scene::new().await?;
    let entry = scene.desktop.home.config_dir().join("autostart/astray.desktop");
    for is_wanted in [true, false] {
        let policy = serde_json::json!({ "organisation": "The Ministry", "autostart": is_wanted });
        scene.desktop.home.write_policy(&policy.to_string())?;
        let mut agent = scene.desktop.agent(&["--hidden"])?;
        scene.desktop.tray.item(SOON).await?;
        until("the entry", SOON, || (entry.exists() == is_wanted).then_some(()))?;
        agent.stop()?;
        if is_wanted {
            let text = fs::read_to_string(&entry)?;
            ensure!(text.contains("astray\" --hidden"), "{text}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn at_sign_in_the_organisations_wish_counts_and_a_new_user_is_welcomed() -> Result<()> {
    let desktop = Desktop::start().await?;
    let mut agent = desktop.agent(&["--at-sign-in"])?;
    ensure!(agent.wait(SOON)?.success(), "{}", agent.printed());
    ensure!(desktop.tray.count().await? == 0);

    desktop.home.write_policy("{\"autostart\": true}")?;
    let mut agent = desktop.agent(&["--at-sign-in"])?;
    desktop.tray.item(SOON).await?;
    let open = until("the window", SOON, || {
        windows(&desktop.home).ok().filter(|open| !open.is_empty())
    })?;
    ensure!(open.len() == 1, "{open:?}");
    let route = fs::read_to_string(format!("/proc/{}/cmdline", open.concat()))?;
    ensure!(route.ends_with("\0welcome\0"), "{route:?}");
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_german_desktop_is_spoken_to_in_german() -> Result<()> {
    let scene = Scene::new().await?;
    let german = scene.desktop.env().with("LC_ALL", "de_DE.UTF-8");
    let mut agent = Agent::start(&scene.desktop.home, &german, &["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("1 Postfach wird überwacht", SOON).await?;
    scene.astray("Übung")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(
        notice.summary == "Vielleicht an die falsche Adresse gesendet",
        "{notice:?}"
    );
    let driver = Driver::start(&scene.desktop.home, &german)?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "Verlauf").await?;
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_in_the_settings_reaches_the_agent() -> Result<()> {
    let scene = Scene::new().await?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "settings"]).await?;
    press(&client, "Alerts").await?;
    press(&client, "Show a test notification").await?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.summary == "This is a test", "{notice:?}");
    shows(&client, "Did you see it?").await?;
    let choose = async |label: &str| -> Result<()> {
        let path = format!("//label[contains(normalize-space(.), '{label}')]");
        let label = client
            .wait()
            .at_most(SOON)
            .for_element(Locator::XPath(&path))
            .await?;
        Ok(label.click().await?)
    };
    choose("Start Astray when you sign in").await?;
    let entry = scene.desktop.home.config_dir().join("autostart/astray.desktop");
    until("the entry", SOON, || entry.exists().then_some(()))?;
    choose("Deutsch").await?;
    shows(&client, "Warnungen").await?;
    item.await_entry("Astray öffnen", SOON).await?;
    choose("Nur was sehr wahrscheinlich").await?;
    until("the choice", SOON, || {
        let chosen = fs::read_to_string(scene.preferences_path()).unwrap_or_default();
        chosen.contains("\"lowest_severity\": \"high\"").then_some(())
    })?;
    client.close().await?;
    agent.stop()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_deleted() -> Result<()> {
    let scene = Scene::new().await?;
    scene.astray("Canary of the deletion")?;
    scene.cli.done(&["watch", "--once"], "")?;
    scene.prefer(r#"{"trusted_domains": ["canary-of-the-deletion.example"]}"#)?;
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    scene
        .desktop
        .tray
        .item(SOON)
        .await?
        .await_entry("Watching 1 mailbox", SOON)
        .await?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "settings"]).await?;
    press(&client, "Privacy and storage").await?;
    press(&client, "Delete everything…").await?;
    client
        .find(Locator::XPath(
            "//dialog//button[contains(., 'Delete everything')]",
        ))
        .await?
        .click()
        .await?;
    shows(&client, "Everything is deleted.").await?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("No mail account yet", SOON).await?;
    client.close().await?;
    agent.stop()?;
    ensure!(scene.cli.incidents()?.is_empty());
    for dir in [
        scene.desktop.home.data_dir(),
        scene.desktop.home.config_dir(),
        scene.desktop.home.state_dir(),
    ] {
        let found = holds(&dir, b"anary of the deletion")? || holds(&dir, b"canary-of-the-deletion")?;
        ensure!(!found, "something is left below {}", dir.display());
    }
    Ok(())
}

/// Whether a file below `dir` has these octets in it.
fn holds(dir: &std::path::Path, octets: &[u8]) -> Result<bool> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            holds(&path, octets)?
        } else {
            let text = fs::read(&path).with_context(|| path.display().to_string())?;
            text.windows(octets.len()).any(|window| window == octets)
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
