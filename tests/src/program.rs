//! The program under test: where its binaries are, and a running agent.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitStatus,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::{environment::Environment, home::Home, process::Process};

/// The folder of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default()
}

/// The file of a binary, `astray` or `astray-cli`: in `ASTRAY_BIN_DIR`, else where this test was built.
///
/// # Errors
/// When it has not been built.
pub fn binary(name: &str) -> Result<PathBuf> {
    let dir = match env::var_os("ASTRAY_BIN_DIR") {
        Some(dir) => PathBuf::from(dir),
        None => built_dir()?,
    };
    let path = dir.join(name);
    ensure!(path.is_file(), "{} has not been built", path.display());
    Ok(path)
}

/// A running agent. Dropped, it is ended.
#[derive(Debug)]
pub struct Agent {
    process: Process,
}

impl Agent {
    /// Starts `astray` with these arguments.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn start(home: &Home, env: &Environment, arguments: &[&str]) -> Result<Self> {
        let mut command = env.command(binary("astray")?);
        command.args(arguments);
        Ok(Self {
            process: Process::spawn("astray", &mut command, &home.log_dir())?,
        })
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Its exit status; none while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.process.ended()
    }

    /// What it has printed.
    pub fn printed(&self) -> String {
        self.process.printed()
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    /// When it still runs after that time.
    pub fn wait(&mut self, within: Duration) -> Result<ExitStatus> {
        self.process.wait(within)
    }

    /// Sends it a signal by its name: `TERM`, `HUP`, `INT`.
    ///
    /// # Errors
    /// When it has ended.
    pub fn signal(&self, signal: &str) -> Result<()> {
        self.process.signal(signal)
    }

    /// Ends it as the end of a session does.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(&mut self) -> Result<ExitStatus> {
        self.process.stop()
    }

    /// Ends it as a power cut does.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill(&mut self) -> Result<ExitStatus> {
        self.process.kill()
    }
}

/// `target/debug` or the like: above the test binary, which lies in `deps`, or beside a binary of this package.
fn built_dir() -> Result<PathBuf> {
    let own = env::current_exe()?;
    let dir = own.parent().context("the test binary lies nowhere")?;
    let dir = if dir.ends_with("deps") {
        dir.parent()
    } else {
        Some(dir)
    };
    Ok(dir.context("the test binary lies nowhere")?.to_owned())
}
