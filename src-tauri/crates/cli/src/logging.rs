//! The log: to standard error, warnings alone unless `ASTRAY_LOG` asks for more.

use std::{env, io};

use anyhow::{Context, Result};
use credentials::NEVER_FINER;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// Starts the log. `ASTRAY_LOG` holds targets and their levels, such as `info` or `watch=debug`.
pub(crate) fn start() -> Result<()> {
    let asked = env::var("ASTRAY_LOG").unwrap_or_else(|_| "warn".into());
    let filter: Targets = asked
        .parse()
        .with_context(|| format!("ASTRAY_LOG={asked} cannot be used"))?;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(filter.with_targets(NEVER_FINER))
        .with(lines)
        .init();
    Ok(())
}
