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
const PAUSE: Duration = Duration::from_millis(120);
/// A blinking cursor keeps a page from ever standing still.
const MOST_LOOKS: usize = 8;

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
        std::fs::write(dir.join(&file), still(client).await?)?;
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

/// The picture of a page that stands still: two in turn are the same.
async fn still(client: &Client) -> Result<Vec<u8>> {
    let mut before = Vec::new();
    for _ in 0..MOST_LOOKS {
        let now = client.screenshot().await?;
        if now == before {
            break;
        }
        before = now;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(before)
}
