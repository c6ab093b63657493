//! The settings of a GNOME desktop: dconf on a private bus, in a private home.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Result, ensure};

use crate::{
    environment::Environment,
    home::Home,
    process::Process,
    session_bus::{SessionBus, await_name},
};

/// Where Debian keeps the service: the bus would start it, but the private bus starts nothing by itself.
const SERVICE: &str = "/usr/libexec/dconf-service";

/// A running dconf. Dropped, it is ended; what was set stays in the home.
#[derive(Debug)]
pub struct Dconf {
    env: Environment,
    _process: Process,
}

impl Dconf {
    /// Starts the service that writes settings.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub async fn start(home: &Home, bus: &SessionBus) -> Result<Self> {
        ensure!(
            Path::new(SERVICE).exists(),
            "{SERVICE} is missing: apt-get install dconf-service"
        );
        let env = home.env().and(&bus.env()).with("GSETTINGS_BACKEND", "dconf");
        let process = Process::spawn("dconf", &mut env.command(SERVICE), &home.log_dir())?;
        await_name(&bus.connect().await?, "ca.desrt.dconf", Duration::from_secs(10)).await?;
        Ok(Self {
            env,
            _process: process,
        })
    }

    /// The variable by which programs ask dconf.
    pub fn env(&self) -> Environment {
        Environment::default().with("GSETTINGS_BACKEND", "dconf")
    }

    /// Sets what the desktop's own settings program sets. It holds when this returns.
    ///
    /// # Errors
    /// When there is no such setting.
    pub fn set(&self, schema: &str, key: &str, value: &str) -> Result<()> {
        let mut set: Command = self.env.command("gsettings");
        let output = set.args(["set", schema, key, value]).output()?;
        ensure!(output.status.success(), "{output:?}");
        let output = self
            .env
            .command("gsettings")
            .args(["get", schema, key])
            .output()?;
        ensure!(output.stdout.trim_ascii() == value.as_bytes(), "{output:?}");
        Ok(())
    }
}
