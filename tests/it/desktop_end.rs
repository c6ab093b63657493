//! The end of the real app: whatever ends the session, the agent takes its window along and leaves a sound record.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use astray_tests::{Agent, SystemBus, until};

use crate::desktop_scene::{SOON, Scene, windows};

/// How long the end of a session may be held up: as long as logind waits for whoever delays it, unless told otherwise.
const AT_ONCE: Duration = Duration::from_secs(5);

/// An agent with an open window, which is about to record a message.
async fn busy(scene: &Scene, system: &SystemBus) -> Result<Agent> {
    let env = scene.desktop.env().and(&system.env());
    let agent = Agent::start(&scene.desktop.home, &env, &[])?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("Watching 1 mailbox", SOON).await?;
    until("the window", SOON, || {
        windows(&scene.desktop.home).ok().filter(|open| open.len() == 1)
    })?;
    scene.astray("In the middle")?;
    Ok(agent)
}

/// That the agent ends by itself, at once and well, and its window with it; and that so many messages are recorded, each once.
fn ends_well(scene: &Scene, agent: &mut Agent, (how, since): (&str, Instant), messages: usize) -> Result<()> {
    let status = agent.wait(SOON).with_context(|| how.to_owned())?;
    ensure!(status.success(), "{how}: {status}: {}", agent.printed());
    ensure!(since.elapsed() < AT_ONCE, "{how}: {:?}", since.elapsed());
    is_sound(scene, how, messages)
}

fn is_sound(scene: &Scene, how: &str, messages: usize) -> Result<()> {
    until("the window's end", SOON, || {
        windows(&scene.desktop.home).ok().filter(Vec::is_empty)
    })
    .with_context(|| how.to_owned())?;
    scene.cli.done(&["incidents", "verify"], "")?;
    scene.cli.done(&["watch", "--once"], "")?;
    let recorded = scene.cli.incidents()?.len();
    ensure!(recorded == messages, "{how}: {recorded} are recorded");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_the_agent() -> Result<()> {
    let (scene, system) = (Scene::new().await?, SystemBus::start().await?);
    for (messages, signal) in (1..).zip(["TERM", "HUP", "INT"]) {
        let mut agent = busy(&scene, &system).await?;
        let since = Instant::now();
        agent.signal(signal)?;
        ends_well(&scene, &mut agent, (signal, since), messages)?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shutdown_ends_the_agent_before_the_network_goes() -> Result<()> {
    let (scene, system) = (Scene::new().await?, SystemBus::start().await?);
    let mut agent = busy(&scene, &system).await?;
    system.ends(false).await?;
    system.sleeps(true).await?;
    let item = scene.desktop.tray.item(SOON).await?;
    item.await_entry("1 message needs you", SOON).await?;
    ensure!(agent.ended().is_none(), "the computer is not shut down after all");
    let since = Instant::now();
    system.ends(true).await?;
    ends_well(&scene, &mut agent, ("a shutdown", since), 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_session_bus_ends_the_agent() -> Result<()> {
    let (mut scene, system) = (Scene::new().await?, SystemBus::start().await?);
    let mut agent = busy(&scene, &system).await?;
    let since = Instant::now();
    scene.desktop.bus.stop()?;
    // The keyring was on the bus as well, so the command line could not watch; what the agent recorded is counted.
    let status = agent.wait(SOON)?;
    ensure!(status.success(), "{status}: {}", agent.printed());
    ensure!(since.elapsed() < AT_ONCE, "{:?}", since.elapsed());
    until("the window's end", SOON, || {
        windows(&scene.desktop.home).ok().filter(Vec::is_empty)
    })?;
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_screen_ends_the_agent_and_leaves_a_sound_record() -> Result<()> {
    let (mut scene, system) = (Scene::new().await?, SystemBus::start().await?);
    let mut agent = busy(&scene, &system).await?;
    scene.desktop.display.stop()?;
    // Toolkits end a program that has lost its screen, and leave it no choice how.
    agent.wait(SOON)?;
    is_sound(&scene, "the screen's end", 1)
}
