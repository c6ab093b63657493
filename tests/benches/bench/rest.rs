//! What the agent costs while nothing happens, before and after a window was open.

use std::time::Duration;

use anyhow::{Result, ensure};
use astray_tests::until_async;

use crate::{Scene, cost::Cost, say};

const PATIENCE: Duration = Duration::from_secs(20);
/// Until the last of the start is done.
const SETTLED: Duration = Duration::from_secs(5);
const IDLE: Duration = Duration::from_secs(60);

pub(crate) async fn measure(scene: &Scene) -> Result<()> {
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(PATIENCE).await?;
    item.await_entry("Watching 1 mailbox", PATIENCE).await?;

    tokio::time::sleep(SETTLED).await;
    let before = Cost::of(agent.id())?;
    say(&format!(
        "Memory (PSS) of the agent, no window yet: {:.1} MiB, {} threads (goal: 60 MiB)",
        before.mebibytes,
        before.threads()
    ));
    tokio::time::sleep(IDLE).await;
    let after = Cost::of(agent.id())?;
    let seconds = IDLE.as_secs_f64();
    say(&format!(
        "Idle for {seconds:.0} s: {:.2} s of CPU, {:.2} context switches a second (goal: under 1)",
        after.cpu_seconds - before.cpu_seconds,
        after.switches_since(&before) as f64 / seconds
    ));

    let mut second = scene.desktop.agent(&[])?;
    ensure!(second.wait(PATIENCE)?.success(), "{}", second.printed());
    tokio::time::sleep(SETTLED).await;
    let windows = Cost::children(agent.id())?;
    let mut total = 0.0;
    for &window in &windows {
        total += Cost::of_family(window)?;
    }
    say(&format!(
        "Memory (PSS) of the open window with its web view: {total:.1} MiB"
    ));
    for window in windows {
        Cost::end(window)?;
    }
    until_async("the window's end", PATIENCE, || async {
        Ok(Cost::children(agent.id())?.is_empty().then_some(()))
    })
    .await?;
    tokio::time::sleep(SETTLED).await;
    let closed = Cost::of(agent.id())?;
    say(&format!(
        "Memory (PSS) of the agent, window closed again: {:.1} MiB, {} threads (goal: 60 MiB)",
        closed.mebibytes,
        closed.threads()
    ));
    agent.stop()?;
    Ok(())
}
