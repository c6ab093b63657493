//! From APPEND to the notification, beside what the mail server itself takes to tell of a new message.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use astray_tests::Letter;

use crate::{Scene, say};

const MESSAGES: usize = 100;
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) async fn measure(scene: &Scene) -> Result<()> {
    let mut agent = scene.desktop.agent(&["--hidden"])?;
    let item = scene.desktop.tray.item(PATIENCE).await?;
    item.await_entry("Watching 1 mailbox", PATIENCE).await?;
    let news = scene.dovecot.client("alice")?.idle("Sent")?;

    let (mut bare, mut astray) = (Vec::new(), Vec::new());
    for number in 0..MESSAGES {
        let letter = Letter::to(&format!("john.smith{number}@army.ml")).subject("Route and timings");
        // An answer that overtakes the server's OK took no time.
        let since = |at: Instant, appended: Instant| at.saturating_duration_since(appended);
        // What stands is left standing: the next is added to it. Closed each time, the fourth within a minute would wait.
        let appended = scene.dovecot.append(&letter)?;
        let notice = scene.desktop.notifications.next(PATIENCE).await?;
        let told = news
            .recv_timeout(PATIENCE)
            .context("the server told nothing in IDLE")?;
        bare.push(since(told, appended));
        astray.push(since(notice.at, appended));
    }
    agent.stop()?;

    let [told_50, told_95] = percentiles(bare);
    let [alert_50, alert_95] = percentiles(astray);
    say(&format!(
        "APPEND to notification, {MESSAGES} messages: p50 {alert_50} ms, p95 {alert_95} ms (goal: 1000)\n  \
         baseline, APPEND to EXISTS in a bare IDLE on the same mailbox: p50 {told_50} ms, p95 {told_95} ms; \
         ratio {:.2} and {:.2}",
        alert_50 as f64 / told_50.max(1) as f64,
        alert_95 as f64 / told_95.max(1) as f64,
    ));
    Ok(())
}

/// Median and 95th percentile, in milliseconds.
fn percentiles(mut times: Vec<Duration>) -> [u128; 2] {
    times.sort_unstable();
    [50, 95].map(|percent| {
        let rank = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times.get(rank).map_or(0, Duration::as_millis)
    })
}
