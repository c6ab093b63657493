//! The log: one file a day, a week of them. Header text and secrets cannot reach it.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// What is logged unless `ASTRAY_LOG` says otherwise. `imap` and `rustls` log what goes over the wire.
const FILTER: &str = "info,imap=off,rustls=warn,zbus=warn";

/// Days of log that are kept.
const KEPT: usize = 7;

/// Starts the log of this role in `folder`.
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
    let filter = EnvFilter::try_from_env("ASTRAY_LOG").unwrap_or_else(|_| EnvFilter::new(FILTER));
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_env_filter(filter)
        .with_writer(std::sync::Mutex::new(file))
        .init();
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
