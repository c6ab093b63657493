//! A session: the window is opened on a screen's route, brought to its state, and pictured in each size.

use std::{path::Path, time::Duration};

use anyhow::{Context, Result};
use astray_tests::{Driver, until_async};
use fantoccini::Client;

use crate::{
    index::Picture,
    list::{Do, Screen},
    look::Look,
};

const PATIENCE: Duration = Duration::from_secs(60);

/// Brings a window to a screen, and takes its picture at each size. `words` stand in for what rows cannot know.
pub(crate) async fn take(
    driver: &Driver,
    screen: &'static Screen,
    look: &Look,
    words: &[(&str, String)],
    dir: &Path,
) -> Result<Vec<Picture>> {
    let client = driver.session(&["--window", screen.route]).await?;
    let taken = pictures(&client, screen, look, words, dir).await;
    client.close().await?;
    taken.with_context(|| format!("{} in {}", screen.name, look.name))
}

async fn pictures(
    client: &Client,
    screen: &'static Screen,
    look: &Look,
    words: &[(&str, String)],
    dir: &Path,
) -> Result<Vec<Picture>> {
    let mut pictures = Vec::new();
    for &(width, height) in look.sizes {
        client.set_window_rect(0, 0, width, height).await?;
        sized(client, (width / look.text, height / look.text)).await?;
        let is_first = pictures.is_empty();
        if look.is_rtl {
            client
                .execute("document.documentElement.dir = 'rtl'", Vec::new())
                .await?;
        }
        for step in screen.steps {
            // In another size, what was in sight may be in sight no more.
            if is_first || matches!(step, Do::See(_)) {
                step.go(client, words).await?;
            }
        }
        let file = format!("{}-{}-{width}x{height}.png", screen.name, look.name);
        still(client).await?;
        std::fs::write(dir.join(&file), client.screenshot().await?)?;
        pictures.push(Picture {
            group: screen.group(),
            screen: screen.name,
            look: look.name,
            size: (width, height),
            file,
        });
    }
    Ok(pictures)
}

async fn sized(client: &Client, (width, height): (u32, u32)) -> Result<()> {
    let script =
        format!("return Math.abs(innerWidth - {width}) < 40 && Math.abs(innerHeight - {height}) < 80");
    until_async("the window's size", PATIENCE, || async {
        Ok((client.execute(&script, Vec::new()).await? == serde_json::json!(true)).then_some(()))
    })
    .await
}

/// Waits until the page stands still: for a while nothing in it has changed or moved, and it is drawn.
async fn still(client: &Client) -> Result<()> {
    Ok(client.execute_async(STILL, Vec::new()).await.map(drop)?)
}

/// What turns or blinks without end is not waited for.
const STILL: &str = "const done = arguments[arguments.length - 1];
    const isMoving = (one) => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity;
    let changed = performance.now();
    const observer = new MutationObserver(() => (changed = performance.now()));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const look = () => {
        if (performance.now() - changed > 90 && !document.getAnimations().some(isMoving)) {
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(done));
        } else {
            setTimeout(look, 20);
        }
    };
    look();";
