//! The log: one file a day, a week of them. Header text and secrets cannot reach it.

use std::path::Path;

use credentials::NEVER_FINER;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

/// Days of log that are kept.
const KEPT: usize = 7;

/// Starts the log of this role in `folder`. `ASTRAY_LOG` may ask for more or less than its lines of level info: `watch=debug`.
///
/// # Errors
/// Where the folder cannot be written.
pub(crate) fn start(folder: &Path, role: &str) -> anyhow::Result<()> {
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix(role)
        .filename_suffix("log")
        .max_log_files(KEPT)
        .build(folder)?;
    let wanted = std::env::var("ASTRAY_LOG")
        .ok()
        .and_then(|wanted| wanted.parse().ok());
    let wanted: Targets = wanted.unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO));
    let filter = wanted.with_targets(NEVER_FINER);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(std::sync::Mutex::new(file));
    tracing_subscriber::registry().with(filter).with(lines).init();
    // A panic's own words may quote what it choked on, which may be somebody's mail: only the place is kept.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(
            "a part of the program failed at {}:{}",
            place.file(),
            place.line()
        ),
        None => tracing::error!("a part of the program failed"),
    }));
    Ok(())
}
