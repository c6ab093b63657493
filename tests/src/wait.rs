//! Waiting for a condition instead of for a time.

use std::{
    future::Future,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

const STEP: Duration = Duration::from_millis(5);

/// Asks `condition` again and again until it answers, and gives its answer. Blocks the thread.
///
/// # Errors
/// When it has not answered `within` that time; the error names `what` was awaited.
pub fn until<T>(what: &str, within: Duration, mut condition: impl FnMut() -> Option<T>) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = condition() {
            return Ok(answer);
        }
        if start.elapsed() > within {
            bail!("waited {within:?} in vain for {what}");
        }
        thread::sleep(STEP);
    }
}

/// As [`until`], for a condition that is a future; leaves the thread to others meanwhile.
///
/// # Errors
/// When it has not answered `within` that time, or at once when the condition itself fails.
pub async fn until_async<T, F>(what: &str, within: Duration, mut condition: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let start = Instant::now();
    loop {
        if let Some(answer) = condition().await? {
            return Ok(answer);
        }
        if start.elapsed() > within {
            bail!("waited {within:?} in vain for {what}");
        }
        tokio::time::sleep(STEP).await;
    }
}
