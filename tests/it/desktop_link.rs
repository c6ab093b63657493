//! The real app when the computer wakes, or its network is another: every connection is made anew at once.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use astray_tests::{Agent, SystemBus, until_async};

use crate::desktop_scene::{SOON, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn sleep_and_another_network_have_the_link_redone_at_once() -> Result<()> {
    let scene = Scene::new().await?;
    let system = SystemBus::start().await?;
    let env = scene.desktop.env().and(&system.env());
    let mut agent = Agent::start(&scene.desktop.home, &env, &["--hidden"])?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    let mut before = sign_ins(&scene);
    for change in ["woken", "network is back", "network is another"] {
        // None of these is a reason: the link is what it was, or is gone.
        system.sleeps(true).await?;
        system.network_is(20).await?;
        system.network_has("WwanEnabled").await?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        ensure!(sign_ins(&scene) == before, "without a reason, before: {change}");
        let told = Instant::now();
        match change {
            "woken" => system.sleeps(false).await?,
            "network is back" => system.network_is(70).await?,
            _ => system.network_has("PrimaryConnection").await?,
        }
        until_async(change, Duration::from_secs(15), || async {
            Ok((sign_ins(&scene) > before).then_some(()))
        })
        .await?;
        figure(&format!(
            "{change}: the link was redone in {:.1?}",
            told.elapsed()
        ));
        item.await_entry("Watching 1 mailbox", SOON).await?;
        before = sign_ins(&scene);
    }
    scene.astray("Afterwards")?;
    let notice = scene.desktop.notifications.next(SOON).await?;
    ensure!(notice.body.contains("Afterwards"), "{notice:?}");
    agent.stop()?;
    Ok(())
}

fn sign_ins(scene: &Scene) -> usize {
    let log = scene.dovecot.log();
    log.matches("Login: user=<alice>, method=PLAIN").count()
}

/// Says a figure, for whoever looks at what the test prints.
#[expect(clippy::print_stderr, reason = "the test harness shows it with --nocapture")]
fn figure(text: &str) {
    eprintln!("figure: {text}");
}
