//! A private keyring: gnome-keyring's Secret Service on a private bus, unlocked.

use std::{io::Write, process::Stdio, time::Duration};

use anyhow::{Context, Result};

use crate::{
    environment::Environment,
    home::Home,
    process::Process,
    session_bus::{await_name, connect},
};

const SERVICE: &str = "org.freedesktop.secrets";

/// A running gnome-keyring-daemon with its keyring in a private home. Dropped, it is ended; what it keeps stays in the home.
#[derive(Debug)]
pub struct Keyring {
    process: Process,
}

impl Keyring {
    /// Starts the keyring on the bus that `env` names, and waits until it can be asked.
    ///
    /// It must be the first on the bus to offer the Secret Service.
    ///
    /// # Errors
    /// When gnome-keyring is missing or does not start.
    pub async fn start(home: &Home, env: &Environment) -> Result<Self> {
        let mut command = env.command("gnome-keyring-daemon");
        command
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped());
        let mut process = Process::spawn_with_stdin("gnome-keyring", &mut command, &home.log_dir())?;
        let mut stdin = process.child().stdin.take().context("it has no standard input")?;
        stdin.write_all(b"keyring password\n")?;
        drop(stdin);
        let address = env
            .get("DBUS_SESSION_BUS_ADDRESS")
            .and_then(|address| address.to_str())
            .context("there is no bus")?;
        await_name(&connect(address).await?, SERVICE, Duration::from_secs(10)).await?;
        Ok(Self { process })
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(&mut self) -> Result<()> {
        self.process.stop().map(drop)
    }

    /// Stops it from answering without its name leaving the bus.
    ///
    /// # Errors
    /// When it has ended.
    pub fn silence(&self) -> Result<()> {
        self.process.signal("STOP")
    }
}
