//! A screen that nobody sees: Xvfb.

use std::{process::Command, time::Duration};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::{environment::Environment, process::Process, wait::until};

/// A running X server with a screen of its own. Dropped, it is ended.
#[derive(Debug)]
pub struct Display {
    name: String,
    process: Process,
    dir: TempDir,
}

impl Display {
    /// Starts a server with a screen of 1280 × 800 on the first display number that is free.
    ///
    /// # Errors
    /// When Xvfb is missing or does not start.
    pub fn start() -> Result<Self> {
        Self::start_sized("1280x800")
    }

    /// The same with a screen of another size, `WIDTHxHEIGHT`.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_sized(size: &str) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("astray-display-").tempdir()?;
        let number_path = dir.path().join("number");
        // The server writes the number to a descriptor; a shell gives it one that is a file, which outlives any pipe.
        let mut command = Command::new("sh");
        command
            .args([
                "-c",
                r#"exec Xvfb -displayfd 3 -screen 0 "$2"x24 -nolisten tcp -noreset 3>"$1""#,
                "sh",
            ])
            .arg(&number_path)
            .arg(size);
        let mut process = Process::spawn("Xvfb", &mut command, dir.path())?;
        let number = until("Xvfb", Duration::from_secs(20), || {
            let number = std::fs::read_to_string(&number_path)
                .ok()
                .filter(|number| number.ends_with('\n'));
            number.map(Ok).or_else(|| process.ended().map(Err))
        })?;
        let number = number
            .map_err(|status| anyhow::anyhow!("{status}"))
            .with_context(|| format!("Xvfb ended: {}", process.printed()))?;
        Ok(Self {
            name: format!(":{}", number.trim()),
            process,
            dir,
        })
    }

    /// Ends the server, as the end of a session does.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(&mut self) -> Result<()> {
        self.process.stop().map(drop)
    }

    /// The variables that send programs to this screen.
    pub fn env(&self) -> Environment {
        Environment::default()
            .with("DISPLAY", &self.name)
            .with("GDK_BACKEND", "x11")
            .with("XAUTHORITY", self.dir.path().join("none"))
    }
}
