//! The log: to standard error, warnings alone unless `ASTRAY_LOG` asks for more.

use std::{env, io};

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

/// The D-Bus libraries print whole messages, and with them secrets, at their finer levels; nobody can ask for those.
const NEVER_FINER: [&str; 3] = ["zbus=warn", "zvariant=warn", "secret_service=warn"];

/// Starts the log. `ASTRAY_LOG` holds tracing-subscriber's directives, such as `info` or `watch=debug`.
pub(crate) fn start() -> Result<()> {
    let asked = env::var("ASTRAY_LOG").unwrap_or_else(|_| "warn".into());
    let mut filter =
        EnvFilter::try_new(&asked).with_context(|| format!("ASTRAY_LOG={asked} cannot be used"))?;
    for directive in NEVER_FINER {
        filter = filter.add_directive(
            directive
                .parse()
                .context("a built-in log directive cannot be used")?,
        );
    }
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(false)
        .init();
    Ok(())
}
