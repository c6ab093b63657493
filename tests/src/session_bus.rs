//! A private D-Bus session bus, on which nothing starts by itself.

use std::{fs, os::unix::net::UnixStream, path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};
use tempfile::TempDir;
use zbus::{Connection, fdo::DBusProxy, names::BusName};

use crate::{
    environment::Environment,
    process::Process,
    wait::{until, until_async},
};

/// A running dbus-daemon. Dropped, it is ended, and with it every connection.
#[derive(Debug)]
pub struct SessionBus {
    address: String,
    process: Process,
    _dir: TempDir,
}

impl SessionBus {
    /// Starts a bus without any service.
    ///
    /// # Errors
    /// When dbus-daemon is missing or does not start.
    pub fn start() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("astray-bus-").tempdir()?;
        let (config, socket) = (dir.path().join("bus.conf"), dir.path().join("bus"));
        fs::write(&config, config_of(&socket))?;
        let mut command = Command::new("dbus-daemon");
        command.arg("--nofork").arg("--config-file").arg(&config);
        let mut process = Process::spawn("dbus-daemon", &mut command, dir.path())?;
        until("the session bus", Duration::from_secs(10), || {
            // The socket is there a moment before anybody listens.
            (UnixStream::connect(&socket).is_ok() || process.ended().is_some()).then_some(())
        })?;
        anyhow::ensure!(
            process.ended().is_none(),
            "the session bus ended: {}",
            process.printed()
        );
        Ok(Self {
            address: format!("unix:path={}", socket.display()),
            process,
            _dir: dir,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The variable that sends programs to this bus.
    pub fn env(&self) -> Environment {
        Environment::default().with("DBUS_SESSION_BUS_ADDRESS", &self.address)
    }

    /// A connection of its own for the test.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn connect(&self) -> Result<Connection> {
        connect(&self.address).await
    }

    /// Waits until somebody owns `name`.
    ///
    /// # Errors
    /// When nobody does within that time.
    pub async fn await_name(&self, name: &str, within: Duration) -> Result<()> {
        await_name(&self.connect().await?, name, within).await
    }

    /// Ends the bus, as the end of a session does.
    ///
    /// # Errors
    /// When it does not end.
    pub fn stop(&mut self) -> Result<()> {
        self.process.stop().map(drop)
    }
}

/// A connection to the bus at that address.
pub(crate) async fn connect(address: &str) -> Result<Connection> {
    let builder = zbus::connection::Builder::address(address)?;
    builder
        .build()
        .await
        .with_context(|| format!("the bus {address} cannot be reached"))
}

/// Waits until somebody owns `name` on that connection's bus.
pub(crate) async fn await_name(connection: &Connection, name: &str, within: Duration) -> Result<()> {
    let bus = DBusProxy::new(connection).await?;
    until_async(name, within, || async {
        let has_owner = bus.name_has_owner(BusName::try_from(name)?).await?;
        Ok(has_owner.then_some(()))
    })
    .await
}

/// No service directory: a notification server or keyring that the system has installed would otherwise be started on demand.
fn config_of(socket: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        socket.display()
    )
}
